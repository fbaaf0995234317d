"""When a target counts as met: a small table that users may change (``attainment_rules.csv`` in the raw folder)."""

from __future__ import annotations

import csv
import io
from dataclasses import fields
from importlib.resources import files
from math import inf
from pathlib import Path

from mubiao.errors import SourceError
from mubiao.lexicon.loader import COMPARATORS
from mubiao.lexicon.vocabulary import ALLOWED
from mubiao.rows import AttainmentRule

FILE = "attainment_rules.csv"


def read_rules(raw: Path | None = None) -> list[AttainmentRule]:
    """The rules of a raw folder, or those that come with the package where it has none.

    Raises:
        SourceError: a column is missing, a value is none of those allowed, or two rules hold for one kind of target; names file
            and line.
    """
    own = raw / FILE if raw else None
    if own and own.exists():
        where, text = str(own), _text(own)
    else:
        where, text = FILE, files("mubiao.lexicon").joinpath(FILE).read_text(encoding="utf-8")
    reader = csv.DictReader(io.StringIO(text))
    names = [field.name for field in fields(AttainmentRule)]
    if reader.fieldnames != names:
        raise SourceError(f"{where}: the columns must be {', '.join(names)}")
    rules: list[AttainmentRule] = []
    for row in reader:
        rule = _rule(row, f"{where}, line {reader.line_num}")
        if any(_meet(rule, other) for other in rules):
            raise SourceError(f"{where}, line {reader.line_num}: a line above holds for {rule.comparator}, {rule.direction} too; keep one")
        rules.append(rule)
    return rules


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(f"{path}: cannot be read as UTF-8") from error


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
    if None in row or None in row.values():
        raise SourceError(f"{where}: has {'more' if None in row else 'fewer'} fields than the head; put quotes around commas")
    for name, words in allowed.items():
        if row[name] not in words:
            raise SourceError(f"{where}, {name}: {row[name]} is none of {', '.join(words)}")
    try:
        points, share = float(row["tolerance_points"]), float(row["tolerance_share"])
    except ValueError as error:
        raise SourceError(f"{where}: a tolerance is no number") from error
    if not (0 <= points < inf and 0 <= share < inf):
        raise SourceError(f"{where}: a tolerance must be a number from 0 up")
    return AttainmentRule(row["comparator"], row["direction"], row["better"], row["strict"] == "true", points, share, row["note"])
