"""When a target counts as met: a small table that users may change (``attainment_rules.csv`` in the raw folder)."""

from __future__ import annotations

import csv
import io
from dataclasses import fields
from importlib.resources import files
from pathlib import Path

from mubiao.errors import SourceError
from mubiao.lexicon.loader import COMPARATORS
from mubiao.lexicon.vocabulary import ALLOWED
from mubiao.rows import AttainmentRule

FILE = "attainment_rules.csv"


def read_rules(raw: Path | None = None) -> list[AttainmentRule]:
    """The rules of a raw folder, or those that come with the package where it has none.

    Raises:
        SourceError: a column is missing or a value is none of those allowed; names file and line.
    """
    own = raw / FILE if raw else None
    if own and own.exists():
        where, text = str(own), own.read_text(encoding="utf-8-sig")
    else:
        where, text = FILE, files("mubiao.lexicon").joinpath(FILE).read_text(encoding="utf-8")
    reader = csv.DictReader(io.StringIO(text))
    names = [field.name for field in fields(AttainmentRule)]
    if reader.fieldnames != names:
        raise SourceError(f"{where}: the columns must be {', '.join(names)}")
    return [_rule(row, f"{where}, line {reader.line_num}") for row in reader]


def _rule(row: dict[str, str], where: str) -> AttainmentRule:
    allowed = {
        "comparator": COMPARATORS,
        "direction": (*ALLOWED["direction"], "any"),
        "better": ("higher", "lower", "equal"),
        "strict": ("true", "false"),
    }
    for name, words in allowed.items():
        if row[name] not in words:
            raise SourceError(f"{where}, {name}: {row[name]} is none of {', '.join(words)}")
    try:
        points, share = float(row["tolerance_points"]), float(row["tolerance_share"])
    except ValueError as error:
        raise SourceError(f"{where}: a tolerance is no number") from error
    return AttainmentRule(row["comparator"], row["direction"], row["better"], row["strict"] == "true", points, share, row["note"])
