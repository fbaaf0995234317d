"""How sure a row is: the share of gold rows made by the same rules that are right in every field.

The figures stand in ``lexicon/confidence.toml``; ``benchmarks/calibrate.py`` measures them anew. docs/confidence.md shows
how they hold on documents that they were not measured on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from mubiao.grammar.numbers.number import Number
from mubiao.lexicon.layers import read_toml
from mubiao.rows import Observation
from mubiao.rule import Rule, Rules


@lru_cache(maxsize=1)
def table() -> dict[str, dict[str, float]]:
    """Measured shares: by rule, and what doubtful signs take off."""
    return {name: {key: float(value) for key, value in entries.items()} for name, entries in read_toml("confidence.toml").items()}


def confidence(rule: str, indicator: str, mapped: bool, kinds: Iterable[str] = ()) -> float:
    """0 to 1 for a row.

    Args:
        rule: the rule that found what the number measures.
        indicator: the phrase; a very short or long one is doubtful.
        mapped: whether it is a canonical indicator.
        kinds: what it is of the kinds that gold rows hardly hold (part_of_year, minus): no surer than these.
    """
    sign = "mapped" if mapped else "short" if len(indicator) < 3 else "long" if len(indicator) > 24 else ""
    return _share(rule, sign, tuple(kinds))


@cache  # there are as many as the data file has
def _share(rule: str, sign: str, kinds: tuple[str, ...]) -> float:
    figures = table()
    value = figures["rules"].get(rule, figures["rules"]["other"])
    if sign == "mapped":
        value = max(value, figures["signs"][sign])
    elif sign:
        value *= figures["signs"][sign]
    return round(min([value, *(figures["kinds"][kind] for kind in kinds)]), 3)


def hardly_judged(number: Number | None, part: str | None) -> Iterator[str]:
    """What a row is of the kinds that gold rows hardly hold."""
    if part:
        yield "part_of_year"
    if number and number.sign < 0:
        yield "minus"


def as_recognised(rows: Sequence[Observation], doubts: Sequence[tuple[int, int, float]]) -> list[Observation]:
    """Rows whose number was recognised in a picture: no surer than the recognition of its line.

    Args:
        doubts: spans of lines with how sure the recognition is of them.
    """
    if not doubts:
        return list(rows)
    held: list[Observation] = []
    for row in rows:
        sure = min((score for low, high, score in doubts if low < row.char_end and row.char_start < high), default=1.0)
        held.append(replace(row, confidence=round(row.confidence * sure, 3), rules=[*row.rules, recognised.name]))
    return held


recognised = Rule("recognised", "its text was recognised in a picture, so that it is no surer than the recognition", (), (), as_recognised)
PICTURES = Rules("source", recognised)
