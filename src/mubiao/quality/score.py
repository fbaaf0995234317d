"""Extracted rows against gold rows: detection, each field, whole rows; by document and by grammar rule.

A row matches a gold row when their spans overlap; several rows on one span (coordination) are paired one to one, by the
likeness of their indicators. Rows that meet only gold of the roles dup or ignore are left out of every count.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from mubiao.lexicon.loader import load
from mubiao.quality.form import malformed
from mubiao.quality.gold import FREE, SCORED, Gold
from mubiao.rows import Observation

FIELDS = ("value", "unit", "comparator", "measure", "stage", "year", "indicator")
DUTIES = {"lead": "lead_units", "deadline": "deadline", "cumulative": "cumulative"}  # told apart: gold has them for some rows
PUNCTUATION = re.compile(r"[\s“”\"'‘’「」《》()（）、,，.。·—\-]")
BRACKETS = re.compile(r"[(（].*?[)）]")
SOFTER = {"gt": "ge", "lt": "le"}  # more than and at least are one class for the score
LIKE = 0.7
LIKE_ALSO = 0.8  # a wording that gold lists beside its own: the list says how far it may go, so there is no test of parts


@dataclass(slots=True)
class Score:
    """Counts of one document or of several together; ``judged`` and ``right`` are by field, ``rules`` by grammar rule."""

    gold: int = 0
    found: int = 0
    false: int = 0
    strict: int = 0
    judged: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    rules: dict[str, Counter[str]] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    def f1(self, hits: int) -> float:
        """Harmonic mean of precision and recall where ``hits`` rows are right."""
        return 2 * hits / (self.gold + self.found + self.false) if self.gold + self.found + self.false else 0.0

    @property
    def detection(self) -> float:
        """F1 of finding the numbers."""
        return self.f1(self.found)

    @property
    def strict_row(self) -> float:
        """F1 of rows that are right in every field."""
        return self.f1(self.strict)

    def share(self, name: str) -> float:
        """Share of found rows with a field right; 1 where none was judged."""
        return self.right[name] / self.judged[name] if self.judged[name] else 1.0

    def add(self, other: Score) -> None:
        """Count another document in."""
        self.gold, self.found, self.false, self.strict = (
            self.gold + other.gold,
            self.found + other.found,
            self.false + other.false,
            self.strict + other.strict,
        )
        self.judged.update(other.judged)
        self.right.update(other.right)
        for rule, counts in other.rules.items():
            self.rules.setdefault(rule, Counter()).update(counts)
        self.wrong += other.wrong


def score(gold: Gold, rows: Sequence[Observation]) -> Score:
    """Score the rows of one document.

    Args:
        rows: its observations; those outside the judged stretches are left out.
    """
    wanted = [row for row in gold.rows if row["role"] in SCORED]
    free = [row for row in gold.rows if row["role"] in FREE]
    numeric = [row for row in rows if row.value is not None and gold.judges(row.char_start)]
    pairs = _pairs(wanted, numeric)
    spare = [row for index, row in enumerate(numeric) if index not in pairs.values()]
    false = [row for row in spare if not any(_overlap(row, other) for other in free)]
    result = Score(gold=len(wanted), found=len(pairs), false=len(false))
    for row in false:
        result.rules.setdefault(row.found_by, Counter())["rows"] += 1
        result.wrong.append(f"false   {row.char_start}: {row.value_text} {row.indicator}")
    result.wrong += [f"missed  {row['s']}: {row.get('number', '')} {row['indicator']}" for at, row in enumerate(wanted) if at not in pairs]
    for at, index in sorted(pairs.items()):
        _judge(result, wanted[at], numeric[index])
    return result


def _judge(result: Score, gold: Mapping[str, Any], row: Observation) -> None:
    wrong = [name for name in FIELDS if not right(name, gold, row)]
    result.strict += not wrong
    result.judged.update(FIELDS)
    result.right.update(name for name in FIELDS if name not in wrong)
    counts = result.rules.setdefault(row.found_by, Counter())
    counts.update(rows=1, right=not wrong)
    for name in DUTIES:
        if gold.get(name) is not None:
            result.judged[name] += 1
            result.right[name] += right(name, gold, row)
    if wrong:
        told = "; ".join(f"{name}: {getattr(row, name)!r} should be {gold[name]!r}" for name in wrong)
        result.wrong.append(f"wrong   {gold['s']}: {gold.get('number', '')} {told}")


def _pairs(wanted: Sequence[Mapping[str, Any]], rows: Sequence[Observation]) -> dict[int, int]:
    """Index of a gold row -> index of the row that it is paired with, the likest first."""
    options = [
        (-max(likeness(wording, row.indicator) for wording in wordings(gold)), at, index)
        for at, gold in enumerate(wanted)
        for index, row in enumerate(rows)
        if _overlap(row, gold)
    ]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, at, index in sorted(options):
        if at not in pairs and index not in taken:
            pairs[at] = index
            taken.add(index)
    return pairs


def _overlap(row: Observation, gold: Mapping[str, Any]) -> bool:
    return bool(row.char_start < gold["e"] and gold["s"] < row.char_end)


def right(name: str, gold: Mapping[str, Any], row: Observation) -> bool:
    """Whether a field of a row is what the gold row says."""
    wanted: Any = gold[name]
    if name == "value":
        return row.value is not None and abs(float(wanted) - row.value) <= 1e-6 * max(1.0, abs(float(wanted)))
    if name == "unit":
        return _unit(wanted) == _unit(row.unit)
    if name == "indicator":
        return _is_indicator(gold, row.indicator)
    if name == "measure":
        return row.measure in (wanted, *gold.get("also_measure", ()))
    if name == "comparator":
        return bool(SOFTER.get(wanted, wanted) == SOFTER.get(row.comparator, row.comparator))
    found = getattr(row, DUTIES.get(name, name))
    if isinstance(wanted, str) and isinstance(found, str):
        return _letters(wanted) == _letters(found)
    return bool(found == wanted)


def _unit(unit: str | None) -> str:
    plain = BRACKETS.sub("", (unit or "").replace(" ", "").replace("％", "%"))
    known = load().units.get(plain)
    return known.name if known else plain


def wordings(gold: Mapping[str, Any]) -> list[str]:
    """The indicator of a gold row, and other wordings that are as right."""
    return [gold["indicator"], *gold.get("also", ())]


def _is_indicator(gold: Mapping[str, Any], found: str) -> bool:
    if malformed(found) - frozenset[str]().union(*map(malformed, wordings(gold))):
        return False
    return _same_indicator(gold["indicator"], found) or any(likeness(wording, found) >= LIKE_ALSO for wording in gold.get("also", ()))


def _same_indicator(gold: str, found: str) -> bool:
    """Alike by seven tenths of their letter pairs, or one a part of the other that is not much longer."""
    wanted, given = _letters(gold), _letters(found)
    if likeness(wanted, given) >= LIKE:
        return True
    return (len(wanted) >= 4 and wanted in given and len(given) <= 2 * len(wanted)) or (
        len(given) >= 4 and given in wanted and len(wanted) <= 1.6 * len(given)
    )


def _letters(text: str | None) -> str:
    return PUNCTUATION.sub("", text or "")


def likeness(left: str, right: str) -> float:
    """Dice coefficient over pairs of characters, punctuation left out: 1 for the same text, 0 for nothing in common."""
    a, b = _letters(left), _letters(right)
    if a == b:
        return 1.0
    if len(a) < 2 or len(b) < 2:
        return float(bool(a and b) and (a in b or b in a))
    first, second = Counter(_bigrams(a)), Counter(_bigrams(b))
    return 2 * (first & second).total() / (first.total() + second.total())


def _bigrams(text: str) -> Iterable[str]:
    return (text[at : at + 2] for at in range(len(text) - 1))
