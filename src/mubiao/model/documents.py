"""A document as read: its text, facts and tables."""

from __future__ import annotations

from dataclasses import dataclass

from mubiao.model.doctypes import DEFAULT_TYPE, DOCUMENT_TYPES, DocumentType
from mubiao.model.folded import Folded


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a document besides its text; None where it is not.

    Attributes:
        coverage: full or partial.
        partial_parts: which of review and plan are incomplete where coverage is partial.
        inferred: names of the facts that were read from title, text or file name instead of the sources table.
        found_in: where each of them was found: "year: title".
        warnings: what is odd about the document as a whole, each with its name in front.
        index_number: under which a portal files it (索引号).
    """

    title: str | None = None
    issuer: str | None = None
    number: str | None = None
    published: str | None = None
    doc_type: str | None = None
    jurisdiction_code: str | None = None
    year: int | None = None
    coverage: str | None = None
    partial_parts: tuple[str, ...] = ()
    gaps: str | None = None
    url: str | None = None
    inferred: tuple[str, ...] = ()
    found_in: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    index_number: str | None = None

    @property
    def kind(self) -> DocumentType:
        """What the kind of document tells; a document that does not say what it is is taken for a work report."""
        return DOCUMENT_TYPES[self.doc_type or DEFAULT_TYPE]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: its span in the text as published, and the places of the grid that it fills."""

    start: int
    end: int
    row: int
    column: int
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its cells in text order, merged ones once."""

    cells: tuple[Cell, ...]

    @property
    def span(self) -> tuple[int, int]:
        """From its first cell to its last in the text as published."""
        return min(cell.start for cell in self.cells), max(cell.end for cell in self.cells)

    def grid(self) -> list[list[Cell | None]]:
        """Rows of cells; a merged cell stands in each place that it fills, None where a row is short.

        >>> [[cell and cell.start for cell in row] for row in Table((Cell(0, 2, 0, 0, rows=2), Cell(4, 6, 0, 1))).grid()]
        [[0, 4], [0, None]]
        """
        width = max(cell.column + cell.columns for cell in self.cells)
        rows: list[list[Cell | None]] = [[None] * width for _ in range(max(cell.row + cell.rows for cell in self.cells))]
        for cell in self.cells:
            for row in rows[cell.row : cell.row + cell.rows]:
                row[cell.column : cell.column + cell.columns] = [cell] * cell.columns
        return rows


@dataclass(frozen=True, slots=True)
class Document:
    """A document as read: text as published and folded, its facts, tables and notes.

    Attributes:
        tables: the tables of the file, in text order; spans are of the text as published.
        notes: spans of foot- and endnotes.
        doubts: spans of lines whose text was recognised in a picture, with how sure that is, 0 to 1.
    """

    doc_id: str
    path: str
    text: str
    folded: Folded
    encoding: str
    sha256: str
    facts: Facts
    tables: tuple[Table, ...] = ()
    notes: tuple[tuple[int, int], ...] = ()
    doubts: tuple[tuple[int, int, float], ...] = ()
