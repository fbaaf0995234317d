"""Gold rows: what a careful person wrote down by hand. docs/gold-format.md describes the format."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mubiao.errors import SourceError
from mubiao.lexicon.loader import COMPARATORS
from mubiao.lexicon.vocabulary import MEASURES

SCORED = ("core", "sub", "stretch")
FREE = ("dup", "ignore")
ROLES = (*SCORED, *FREE, "relative")
WANTED: dict[str, type | tuple[type, ...]] = {"s": int, "e": int, "indicator": str}
NUMERIC: dict[str, type | tuple[type, ...]] = {"value": (int, float), "unit": str, "comparator": str, "measure": str, "stage": str, "year": int}
WORDS = {"comparator": COMPARATORS, "measure": MEASURES, "stage": ("target", "result")}
OTHERS: dict[str, tuple[str, ...]] = {"also": (), "also_measure": MEASURES}  # what is as right as indicator and measure


@dataclass(frozen=True)
class Gold:
    """The gold rows of one document.

    Attributes:
        name: name of the gold file, which is the key of the document.
        rows: one mapping a row, as in the file.
        spans: judged stretches of the document; None where all of it is judged.
        sha256: of the document's text, None where the file does not say.
    """

    name: str
    rows: list[dict[str, Any]]
    spans: list[tuple[int, int]] | None
    sha256: str | None

    def judges(self, position: int) -> bool:
        """Whether a character of the document lies in a judged stretch."""
        return self.spans is None or any(start <= position < end for start, end in self.spans)


def read_gold(path: Path) -> Gold:
    """Read and check a gold file.

    Raises:
        SourceError: missing, no JSON lines, or a row lacks a field; names file and line.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except FileNotFoundError as error:
        raise SourceError(f"{path}: no such file") from error
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(f"{path}: cannot be read as UTF-8") from error
    found = [(where, _row(line, where)) for number, line in enumerate(lines, 1) if line.strip() for where in [f"{path}, line {number}"]]
    head: dict[str, Any] = {}
    spans = None
    if found and "spans" in found[0][1]:
        where, head = found.pop(0)
        spans = _spans(head, where)
    gold = Gold(path.stem, [row for _, row in found], spans, head.get("sha256"))
    for where, row in found:
        _check(row, where)
        if not gold.judges(row["s"]):
            raise SourceError(f"{where}: the row lies outside of the judged stretches")
    return gold


def check_numbers(gold: Gold, text: str) -> None:
    """Whether the spans of the rows hold the numbers that the rows name.

    Raises:
        SourceError: one does not; names the row by its span.
    """
    for row in gold.rows:
        there = text[row["s"] : row["e"]]
        if row.get("number") and there != row["number"]:
            raise SourceError(f"{gold.name}: the row {row['s']}-{row['e']} should hold {row['number']}, but the document has {there!r} there")


def _row(line: str, where: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise SourceError(f"{where}: no JSON ({error.msg})") from error
    if not isinstance(row, dict):
        raise SourceError(f"{where}: a row must be a JSON object")
    return row


def _spans(head: dict[str, Any], where: str) -> list[tuple[int, int]]:
    try:
        spans = [(int(start), int(end)) for start, end in head["spans"]]
    except (TypeError, ValueError) as error:
        raise SourceError(f"{where}: spans must be pairs of positions, [[start, end], …]") from error
    if not all(start < end for start, end in spans):
        raise SourceError(f"{where}: a judged stretch is empty")
    return spans


def _check(row: dict[str, Any], where: str) -> None:
    role = row.get("role")
    if role not in ROLES:
        raise SourceError(f"{where}: role must be one of {', '.join(ROLES)}")
    for name, kind in {**WANTED, **(NUMERIC if role in SCORED else {})}.items():
        if name not in row:
            raise SourceError(f"{where}: {name} is missing")
        if not isinstance(row[name], kind) or isinstance(row[name], bool):
            raise SourceError(f"{where}: {name} must be {'a text' if kind is str else 'a number'}")
        if name in WORDS and row[name] not in WORDS[name]:
            raise SourceError(f"{where}: {name} must be one of {', '.join(WORDS[name])}")
    for name, allowed in OTHERS.items():
        others = row.get(name, [])
        if not isinstance(others, list) or not all(isinstance(other, str) and (not allowed or other in allowed) for other in others):
            raise SourceError(f"{where}: {name} must be a list of {'texts' if not allowed else ', '.join(allowed)}")
    if row["s"] >= row["e"]:
        raise SourceError(f"{where}: the span is empty")
