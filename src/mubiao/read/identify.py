"""Of which year and kind a document is, where the sources table does not say.

Each fact is looked for in title lines, the line of the speech, headings and the file name, in running text last; every
answer says where it was found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from mubiao.lexicon.expressions import expression, patterns
from mubiao.model import DOCUMENT_TYPES
from mubiao.read import headed_years, years
from mubiao.read.titles import KINDS, OPENING, as_title, is_titled, kind_of, title_lines

Found = TypeVar("Found")
FIRM = ("title", "speech", "headings")  # what a document says of itself


class Fact(NamedTuple, Generic[Found]):
    """A fact and where it was found: title, speech, headings, file name, text, or default."""

    value: Found
    where: str


def doc_type(text: str, name: str) -> Fact[str]:
    """Kind of a document by its title, its speech line and its file name; a work report where nothing says otherwise.

    Sentences are not asked: every work report speaks of livelihood projects and of task lists.
    """
    lines = title_lines(text)
    kinds = kinds_of_title(text)
    spoken = expression("speech_year").search(text[:OPENING]) or patterns("doctypes")["salutation"].search(text[:OPENING])
    if kinds:
        itself = "work_report" in kinds and (spoken or (len(kinds) > 1 and headed_years.looks_both_ways(text)))  # with a line of something else above
        return Fact("work_report" if itself else kinds[0], "title")
    filed = kind_of(as_title(Path(name).stem))
    if spoken:
        return Fact("work_report", "speech") if filed in (None, "work_report") else Fact(filed, "file name")
    if kind := next((kind for line in lines.below if (kind := kind_of(line))), None):
        return Fact(kind, "title")
    if filed:
        return Fact(filed, "file name")
    if any(patterns("doctypes")["indicators"].search(line) for line in (*lines.lines, as_title(Path(name).stem))):
        return Fact("bulletin", "title")
    if any(map(expression("title_of_plan").match, lines.lines)) and not headed_years.looks_both_ways(text):
        return Fact("task_breakdown", "title")
    if any(expression("part_of_year").search(line) for line in lines.lines):
        return Fact("progress_report", "title")
    return Fact("work_report", "default")


def kinds_of_title(text: str) -> list[str]:
    """The kinds that title lines name, the most special first: several where a line of something else stands among them."""
    return sorted({kind for line in title_lines(text).lines if (kind := kind_of(line))}, key=KINDS.index)


def title(text: str, name: str) -> str:
    """A line of the opening that reads like a title, else the name of the file."""
    return next(titles(text), Path(name).stem)


def titles(text: str) -> Iterator[str]:
    """Title lines, the surest first: one that names the kind of document stands before the name of the site (绍兴市人民政府)."""
    lines = title_lines(text)
    every = (*lines.lines, *lines.below)
    yield from (line for line in every if kind_of(line))
    yield from (line for line in every if not kind_of(line) and is_titled(line))


def year(text: str, name: str) -> Fact[int] | None:
    """The year that the document plans, by the first source that tells one; that of a progress report or bulletin is its own.

    A report that is titled by the year that it looks back on plans the next: its own speech and headings say so.
    """
    titled = years.of_title(text)
    if titled is not None and doc_type(text, name).value == "work_report" and headed_years.named_by_the_past(text, titled):
        return Fact(titled + 1, "headings")
    finders: tuple[tuple[str, Callable[[], int | None]], ...] = (
        ("title", lambda: titled),
        ("speech", lambda: years.of_speech(text)),
        ("headings", lambda: headed_years.planned_year(text)),
        ("file name", lambda: years.of_file(name, text)),
        ("text", lambda: years.of_text(text, ahead=DOCUMENT_TYPES[doc_type(text, name).value].parts == ("plan",))),
    )
    kind = doc_type(text, name)
    if kind.where == "file name" and DOCUMENT_TYPES[kind.value].own_year:
        finders = (finders[0], finders[3], *finders)  # what is told in the summer of 2020 of the budget of 2019
    if len(kinds_of_title(text)) > 1:
        finders = (finders[2], *finders)  # the line of something else may name another year
    return next((Fact(value, where) for where, find in finders if (value := find()) is not None), None)
