"""Gold rows: what a careful person wrote down by hand. docs/gold-format.md describes the format."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mubiao.errors import SourceError

SCORED = ("core", "sub", "stretch")
FREE = ("dup", "ignore")
ROLES = (*SCORED, *FREE, "relative")
WANTED = {"s": int, "e": int, "indicator": str}
NUMERIC = ("value", "unit", "comparator", "measure", "stage", "year")


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
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(f"{path}: cannot be read as UTF-8") from error
    rows = [_row(line, f"{path}, line {number}") for number, line in enumerate(lines, 1) if line.strip()]
    head = rows.pop(0) if rows and "spans" in rows[0] else {}
    for number, row in enumerate(rows, 2 if head else 1):
        _check(row, f"{path}, line {number}")
    spans = [(int(start), int(end)) for start, end in head["spans"]] if head else None
    return Gold(path.stem, rows, spans, head.get("sha256"))


def _row(line: str, where: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise SourceError(f"{where}: no JSON ({error.msg})") from error
    if not isinstance(row, dict):
        raise SourceError(f"{where}: a row must be a JSON object")
    return row


def _check(row: dict[str, Any], where: str) -> None:
    role = row.get("role")
    if role not in ROLES:
        raise SourceError(f"{where}: role must be one of {', '.join(ROLES)}")
    for name, kind in WANTED.items():
        if not isinstance(row.get(name), kind):
            raise SourceError(f"{where}: {name} is missing")
    if role in SCORED and (missing := [name for name in NUMERIC if name not in row]):
        raise SourceError(f"{where}: {missing[0]} is missing")
    if row["s"] >= row["e"]:
        raise SourceError(f"{where}: the span is empty")
