"""When a target counts as met: a small table that users may change (``attainment_rules.csv`` in the raw folder)."""

from __future__ import annotations

from dataclasses import fields
from importlib.resources import files
from pathlib import Path

from mubiao.errors import SourceError, Wrong
from mubiao.lexicon.loader import COMPARATORS
from mubiao.lexicon.vocabulary import ALLOWED
from mubiao.read.own import NUMBER, check_row, cut, is_there, rows_of, text_of, whole_rows
from mubiao.rows import AttainmentRule

FILE = "attainment_rules.csv"
TOLERANCES = ("tolerance_points", "tolerance_share")


def read_rules(raw: Path | None = None) -> list[AttainmentRule]:
    """The rules of a raw folder, or those that come with the package where it has none.

    Raises:
        SourceError: a column is missing, a value is none of those allowed, or two rules hold for one kind of target; names file
            and line.
    """
    own = raw / FILE if raw else None
    if own and is_there(own):
        where, text = str(own), text_of(own)
    else:
        where, text = FILE, files("mubiao.lexicon").joinpath(FILE).read_text(encoding="utf-8")
    names = [field.name for field in fields(AttainmentRule)]
    reader = rows_of(text, where)
    if reader.fieldnames != names:
        raise SourceError(f"{where}, line 1: the columns must be {', '.join(names)}")
    rules: list[AttainmentRule] = []
    wrong = Wrong(where)
    with wrong:
        for row in whole_rows(reader, len(text), where):
            with wrong:
                rule = _rule(row, f"{where}, line {reader.line_num}")
                if any(_meet(rule, other) for other in rules):
                    raise SourceError(f"{where}, line {reader.line_num}: a line above holds for {rule.comparator}, {rule.direction} too; keep one")
                rules.append(rule)
    wrong.end()
    return rules


def _meet(one: AttainmentRule, other: AttainmentRule) -> bool:
    """Whether two rules judge the same targets: each target has one rule."""
    return one.comparator == other.comparator and (one.direction == other.direction or "any" in (one.direction, other.direction))


def _rule(row: dict[str, str], where: str) -> AttainmentRule:
    allowed = {
        "comparator": COMPARATORS,
        "direction": (*ALLOWED["direction"], "any"),
        "better": ("higher", "lower", "equal"),
        "strict": ("true", "false"),
    }
    check_row(row, where)
    wrong = [f"{where}, {name}: {cut(row[name])} is none of {', '.join(words)}" for name, words in allowed.items() if row[name] not in words]
    wrong += [f"{where}, {name}: {cut(row[name])} is no number from 0 up" for name in TOLERANCES if not _is_tolerance(row[name])]
    if wrong:
        raise SourceError(*wrong)
    points, share = (float(row[name]) for name in TOLERANCES)
    return AttainmentRule(row["comparator"], row["direction"], row["better"], row["strict"] == "true", points, share, row["note"])


def _is_tolerance(text: str) -> bool:
    return NUMBER.fullmatch(text) is not None and float(text) >= 0
