"""The tables of a document as grids of cells in folded text, and the lines of a document with its tables in their places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mubiao.model import Cell, Document, Table
from mubiao.outline.lines import Line

BLANK = re.compile(r"\s+")
VALUE = re.compile(r"[^\dA-Za-z]{0,6}[-+]?\d[\d,.]*%?(?:\s*[-—~]\s*\d[\d,.]*)?\D{0,6}")
NOTE_BEHIND = re.compile(r"\([^()]*\)$")


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell: its text folded and as published, its spans in both, and whether it begins in this row."""

    text: str
    start: int
    end: int
    published: tuple[int, int]
    own: bool
    width: int

    @property
    def label(self) -> str:
        """Its text as a head: without blanks (牵 头 单 位) and without a bracket at the end."""
        return NOTE_BEHIND.sub("", BLANK.sub("", self.text))


Grid = list[list[GridCell | None]]


def grid(document: Document, table: Table) -> Grid:
    """The cells of a table in their places."""
    known: dict[int, tuple[str, int, int]] = {}
    rows: Grid = []
    for at, row in enumerate(table.grid()):
        rows.append([_cell(document, cell, at, known) if cell else None for cell in row])
    return rows


def _cell(document: Document, cell: Cell, row: int, known: dict[int, tuple[str, int, int]]) -> GridCell:
    if id(cell) not in known:
        start, end = document.folded.folded(cell.start), document.folded.folded(cell.end)
        text = document.folded.text[start:end]
        start += len(text) - len(text.lstrip())
        known[id(cell)] = (text.strip(), start, start + len(text.strip()))
    text, start, end = known[id(cell)]
    return GridCell(text, start, end, (cell.start, cell.end), cell.row == row, cell.columns)


def cell_lines(rows: Grid) -> list[Line]:
    """The cells of a table that nobody understands, one a line."""
    seen = {(cell.start, cell.end): cell for row in rows for cell in row if cell and cell.text}
    return [Line(low + at, low + at + len(part), part, 1, cell=True) for (low, _), cell in seen.items() for at, part in _parts(cell.text)]


def _parts(text: str) -> list[tuple[int, str]]:
    parts, at = [], 0
    for part in text.split("\n"):
        if part.strip():
            parts.append((at + part.index(part.strip()), part.strip()))
        at += len(part) + 1
    return parts


def is_title_row(row: Sequence[GridCell | None]) -> bool:
    """Whether one cell fills the whole row."""
    cells = {(cell.start, cell.end) for cell in row if cell}
    return len(cells) == 1 and len(row) > 1 and all(cell is not None for cell in row)


def titles(rows: Grid) -> int:
    """How many rows that are titles stand above all others."""
    return next((at for at, row in enumerate(rows) if not is_title_row(row)), len(rows))
