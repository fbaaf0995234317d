"""What every reader returns: a text as published with its tables and notes, the facts that the file tells of itself, and what was left out.

A :class:`Writer` puts a page together, so that spans are counted in one place.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from mubiao.errors import ReadError
from mubiao.model import Cell, Facts, Table
from mubiao.read.limits import MAX_CELLS, MAX_COLUMNS


@dataclass(frozen=True, slots=True)
class Page:
    """One document of a file.

    Attributes:
        text: as published, lines parted by line feeds.
        encoding: what the file was in: utf-8, gb18030, docx, pdf …
        tables: in text order, with spans into the text; they do not overlap.
        notes: spans of foot- and endnotes.
        joints: spans that reading leaves out: line breaks inside paragraphs, blanks inside words, page numbers.
        facts: title, issuer, number, date, address, place and year where the file tells them.
        remarks: what the reader left out or took for something, a line each.
        part: tells the documents of one file apart, "" where there is one.
        doubts: spans of recognised lines with how sure the recognition is of them, 0 to 1.
        called: what the file calls itself beside its text, as the name of a sheet or the title of a web page; asked where its name tells nothing.
    """

    text: str
    encoding: str
    tables: tuple[Table, ...] = ()
    notes: tuple[tuple[int, int], ...] = ()
    joints: tuple[tuple[int, int], ...] = ()
    facts: Facts = field(default_factory=Facts)
    remarks: tuple[str, ...] = ()
    part: str = ""
    doubts: tuple[tuple[int, int, float], ...] = ()
    called: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Filled:
    """A cell before it has its span: its text and the places of the grid that it fills."""

    text: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1


class Writer:
    """Collects the lines, tables and notes of a page."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.length = 0
        self.tables: list[Table] = []
        self.places = 0  # of the grids of all tables
        self.notes: list[tuple[int, int]] = []
        self.left_out: Counter[str] = Counter()
        self.doubts: list[tuple[int, int, float]] = []

    def line(self, text: str, score: float = 1.0) -> tuple[int, int]:
        """Add a line (or several, parted by line feeds), and how sure it was recognised; its span."""
        start = self.length
        if score < 1:
            self.doubts.append((start, start + len(text), round(score, 3)))
        self.lines.append(text)
        self.length += len(text) + 1
        return start, start + len(text)

    def note(self, text: str) -> None:
        """Add a foot- or endnote."""
        self.notes.append(self.line(text))

    def table(self, cells: Sequence[Filled], name: str, scores: Sequence[float] = ()) -> None:
        """Add a table: a line for each cell, an empty line behind it.

        Args:
            scores: how sure each cell was recognised, where they were.

        Raises:
            ReadError: more columns or cells than a table of a document has, or than all of its tables have.
        """
        if not cells:
            return
        cells = _filled_columns(cells)
        width, height = max(cell.column + cell.columns for cell in cells), max(cell.row + cell.rows for cell in cells)
        if width > MAX_COLUMNS or width * height > MAX_CELLS:
            raise ReadError(f"{name}: a table of {height} rows and {width} columns; no document has such a table, save it anew")
        self.places += width * height
        if self.places > MAX_CELLS:
            raise ReadError(f"{name}: tables of more than {MAX_CELLS} cells; no document has such tables, save it anew")
        placed = []
        for cell, score in zip(cells, scores or [1.0] * len(cells), strict=True):
            start, end = self.line(cell.text, score)
            self.line("")
            placed.append(Cell(start, end, cell.row, cell.column, cell.rows, cell.columns))
        self.tables.append(Table(tuple(placed)))

    def page(self, encoding: str, facts: Facts | None = None, remarks: Sequence[str] = ()) -> Page:
        """The page as written."""
        said = (*remarks, *remarks_on(self.left_out))
        return Page(
            "\n".join(self.lines), encoding, tuple(self.tables), tuple(self.notes), facts=facts or Facts(), remarks=said, doubts=tuple(self.doubts)
        )


def _filled_columns(cells: Sequence[Filled]) -> list[Filled]:
    """Cells without the columns in which none begins: a title that claims to go over a thousand goes over those that are there.

    >>> [(cell.column, cell.columns) for cell in _filled_columns([Filled("标题", 0, 0, 1, 1000), Filled("甲", 1, 0, 1, 2), Filled("乙", 1, 2)])]
    [(0, 2), (0, 1), (1, 1)]
    """
    begun = sorted({cell.column for cell in cells})
    placed = [(bisect_left(begun, cell.column), bisect_left(begun, cell.column + cell.columns), cell) for cell in cells]
    return [replace(cell, column=first, columns=end - first) for first, end, cell in placed]


def remarks_on(left_out: Mapping[str, int]) -> tuple[str, ...]:
    """A line for each kind of thing that was left out: ``left out: hidden text (17 characters)``."""
    return tuple(f"left out: {what} ({count})" for what, count in left_out.items() if count)
