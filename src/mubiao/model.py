"""The values that pass from reading to observing; the rows that come out of it are in :mod:`mubiao.rows`."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True, slots=True)
class DocumentType:
    """A kind of document; the words of its titles stand in lexicon/doctypes.toml, its label in present/labels.toml.

    Attributes:
        name: as the column doc_type has it.
        parts: review where it looks back, plan where it looks ahead; silence in a part says something.
        own_year: what it tells of is the year in its title, and not the year before.
        is_list: every item is a task with who is responsible.
    """

    name: str
    parts: tuple[str, ...] = ("review", "plan")
    own_year: bool = False
    is_list: bool = False


# Most special first: of two kinds that a title names, the one that stands first is meant.
DOCUMENT_TYPES = {
    kind.name: kind
    for kind in (
        DocumentType("bulletin", parts=("review",), own_year=True),
        DocumentType("progress_report", parts=("review",), own_year=True),
        DocumentType("task_breakdown", parts=("plan",), is_list=True),
        DocumentType("livelihood_projects", parts=("plan",), is_list=True),
        DocumentType("plan_report"),
        DocumentType("work_report"),
    )
}
DEFAULT_TYPE = "work_report"  # of a document that does not say what it is


@dataclass(frozen=True)
class Folded:
    """Folded text with the way back.

    Attributes:
        text: what the grammar reads.
        breaks, shifts: from folded position ``breaks[i]`` on, the source stands ``shifts[i]`` characters further.
    """

    text: str
    breaks: list[int] = field(default_factory=lambda: [0])
    shifts: list[int] = field(default_factory=lambda: [0])

    def source(self, position: int) -> int:
        """Position in the source of a character of the folded text."""
        return position + self.shifts[bisect_right(self.breaks, position) - 1]

    @cached_property
    def _sources(self) -> list[int]:
        return [begin + shift for begin, shift in zip(self.breaks, self.shifts, strict=True)]

    def folded(self, position: int) -> int:
        """Position in the folded text of a character of the source; of one that folding took out, the place where it stood."""
        index = bisect_right(self._sources, position) - 1
        last = self.breaks[index + 1] if index + 1 < len(self.breaks) else len(self.text)
        return min(position - self.shifts[index], last)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Half-open span in the source of a half-open span of the folded text."""
        return self.source(start), self.source(end - 1) + 1 if end > start else self.source(start)

    def original(self, source: str, start: int, end: int) -> str:
        """The source characters behind a folded span, without those that folding took out."""
        parts = []
        index = bisect_right(self.breaks, start) - 1
        while start < end:
            stop = min(end, self.breaks[index + 1]) if index + 1 < len(self.breaks) else end
            parts.append(source[start + self.shifts[index] : stop + self.shifts[index]])
            start, index = stop, index + 1
        return "".join(parts)


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


@dataclass(frozen=True, slots=True)
class Statement:
    """What a cell of a table states, with its row and column. Spans are of the text as published.

    Attributes:
        name: span of what is measured.
        thing: what the head of the column adds to the name (产量), or "".
        cell: span of the value as written, without the brackets around it.
        unit: unit of row or column where the cell has none.
        caption: unit that stands above the table for all that has none of its own.
        grew: the column tells growth.
        stage, first, last: target or result, and of which years.
        estimated: the result is not final.
        part_of_year: the part of a year that the column tells of, or "".
        cumulative: the value is of all years together.
        attribute: whether the target binds, as written.
        head: head of the column as written.
        quote: span of the row.
        part: the row is a part of the last one that is none.
        column: number of its column.
        refused: name of the reason why its number is no figure, or "".
    """

    name: tuple[int, int]
    cell: tuple[int, int]
    thing: str = ""
    unit: str = ""
    caption: str = ""
    grew: bool = False
    stage: str = "target"
    first: int = 0
    last: int = 0
    estimated: bool = False
    part_of_year: str = ""
    cumulative: bool = False
    attribute: str | None = None
    head: str = ""
    quote: tuple[int, int] = (0, 0)
    part: bool = False
    column: int = 0
    refused: str = ""


@dataclass(frozen=True, slots=True)
class Time:
    """For which time a passage speaks.

    Attributes:
        start: position in the folded text from which it holds.
        part: review or plan.
        years: first and last year where it speaks of several years or of one to come, None for the year of its part.
        of_year: the part of a year (上半年) as written, None for the whole.
    """

    start: int
    part: str
    years: tuple[int, int] | None = None
    of_year: str | None = None


@dataclass(slots=True)
class Task:
    """One item of a document: a numbered task, a table row or a paragraph of a report. Spans are of the folded text.

    Attributes:
        spans: passages to read, in order; in a table row one for each cell.
        section: headings above it.
        item_no: its number as written, "" where it has none.
        part: review or plan.
        period: first and last year where it begins to speak of several years, else None.
        times: for which time it speaks, from where on; empty where nothing but ``part`` is told.
        lead_units, support_units: responsible units; support_text and deadline as written.
        officials: leading officials as written.
        statements: what the cells of a row of figures state; such a row has no passages to read.
        refused: name of the reason why none of its numbers counts (repeated_passage, foreign_article, glossary), or "".
    """

    spans: list[tuple[int, int]]
    section: tuple[str, ...] = ()
    item_no: str = ""
    part: str = "plan"
    period: tuple[int, int] | None = None
    lead_units: list[str] = field(default_factory=list)
    support_units: list[str] = field(default_factory=list)
    support_text: str | None = None
    officials: list[str] = field(default_factory=list)
    deadline: str | None = None
    kind: str = "paragraph"
    statements: tuple[Statement, ...] = ()
    refused: str = ""
    times: list[Time] = field(default_factory=list)

    def time(self, position: int) -> Time:
        """The time that holds at a position of the folded text."""
        held = [time for time in self.times if time.start <= position] or self.times[:1]
        return held[-1] if held else Time(0, self.part, self.period)
