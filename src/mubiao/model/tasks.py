"""The items of a document: what is to be read, for which time it speaks, who is responsible."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Statement:
    """What a cell of a table states, with its row and column. Spans are of the text as published.

    Attributes:
        name: span of what is measured.
        thing: what the head of the column adds to the name (产量), or "".
        place: the place that the head of the column names, or "".
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
        part: the row is a part of the last one that is none, or the column of the one of totals before it.
        stretch: the column tells the second tier of the targets of another.
        whole: number of the other column, None where the row is the part.
        column: number of its column.
        refused: name of the reason why its number is no figure, or "".
    """

    name: tuple[int, int]
    cell: tuple[int, int]
    thing: str = ""
    place: str = ""
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
    stretch: bool = False
    whole: int | None = None
    column: int = 0
    refused: str = ""


@dataclass(frozen=True, slots=True)
class Time:
    """For which time a passage speaks.

    Attributes:
        start: position in the folded text from which it holds.
        part: review or plan; later for what is planned for a year that is not said (下一步 in a report of results).
        years: first and last year where it speaks of several years or of one to come, None for the year of its part.
        of_year: the part of a year (上半年) as written, None for the whole.
        among: the years that its part speaks of, where it speaks of one of them (过去四年工作回顾 … 2006年,…).
    """

    start: int
    part: str
    years: tuple[int, int] | None = None
    of_year: str | None = None
    among: tuple[int, int] | None = None


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
