"""Files that hold several documents one after another, of several places, years or kinds: where each begins."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from mubiao.errors import PlaceError
from mubiao.lexicon.expressions import expression
from mubiao.model import DOCUMENT_TYPES, Table
from mubiao.read.fold import as_read
from mubiao.read.identify import FIRM, year
from mubiao.read.named_places import places_in
from mubiao.read.page import Page
from mubiao.read.places import gazetteer
from mubiao.read.titles import LONGEST_TITLE, as_title, is_titled, kind_of, title_lines

LONGEST_NAME = 40  # characters of the title above the line of a speech
FEWEST = 2  # headings of a report that is more than a title (a piece of news names other reports too)
NEAR = 2  # lines between a title and the line of the speech
TERMINAL = ("。", "!", ";", ",", ":", "、")
ANNEXES = tuple(name for name, kind in DOCUMENT_TYPES.items() if kind.is_list or name == "progress_report")  # what a report has behind it, too


class Begun(NamedTuple):
    """A document of a file: where it begins, whose it is, year and kind where its title tells them, and whether it has headings of its own."""

    start: int
    place: str
    year: int | None
    kind: str | None
    headed: bool


def split(page: Page) -> list[Page]:
    """The documents of a page, each with its tables, notes and left-out spans; the page itself where it is one."""
    found = reports(page.text, [table.span for table in page.tables])
    if len(found) < 2 or page.part:
        return [page]
    kinds = _differ(found, "kind")
    told = ", ".join(" ".join(str(one) for one in (begun.place, begun.year, begun.kind if kinds else None) if one) for begun in found)
    bounds = [0, *(begun.start for begun in found[1:]), len(page.text)]
    said = (f"several_in_file: one of {len(found)} reports: {told}",)
    return [_piece(page, span, number, begun, said, found) for number, (span, begun) in enumerate(zip(pairwise(bounds), found, strict=True), 1)]


def _piece(page: Page, span: tuple[int, int], number: int, begun: Begun, said: tuple[str, ...], found: Sequence[Begun]) -> Page:
    low, high = span
    facts = replace(page.facts, title=None, issuer=None, number=None, index_number=None, jurisdiction_code=_code(begun.place), year=begun.year)
    if _differ(found, "kind"):
        facts = replace(facts, doc_type=begun.kind)
    return replace(
        page,
        text=page.text[low:high],
        tables=tuple(
            Table(tuple(replace(cell, start=cell.start - low, end=cell.end - low) for cell in table.cells))
            for table in page.tables
            if low <= table.span[0] < high
        ),
        notes=tuple((start - low, end - low) for start, end in page.notes if low <= start < high),
        joints=tuple((start - low, end - low) for start, end in page.joints if low <= start and end <= high),
        doubts=tuple((start - low, end - low, score) for start, end, score in page.doubts if low <= start < high),
        facts=facts,
        remarks=(*page.remarks, *said),
        part=f"{number}-{begun.place}",
    )


def reports(text: str, tables: Sequence[tuple[int, int]] = ()) -> list[Begun]:
    """Where the documents in a text begin; one or none where it is one document.

    A document begins with a title that names a place, or with the line of its speech and the title above it.

    Args:
        tables: spans in which no document begins.

    >>> one = "一、2024年工作回顾\\n地区生产总值增长5%。\\n二、2025年工作安排\\n增长5%左右。\\n"
    >>> [tuple(found)[:3] for found in reports(f"上海市2025年政府工作报告\\n{one}云南省2025年政府工作报告\\n{one}")]
    [(0, '上海市', 2025), (59, '云南省', 2025)]
    """
    text = as_read(text)
    titles, headings, figures = _marks(text)
    titles = _as_one([title for title in titles if not any(low <= title[0] < high for low, high in tables)], sorted([*headings, *figures]))
    ends = [*(start for start, *_ in titles[1:]), len(text)]
    found: list[Begun] = []
    for (start, place, kind), end in zip(titles, ends, strict=False):
        headed = bisect(headings, end) - bisect(headings, start) >= FEWEST
        if headed or (kind and bisect(figures, end) > bisect(figures, start)):
            told = year(text[start:end], "")
            begun = Begun(start, place, told.value if told and told.where in FIRM else None, kind, headed)
            if not found or _is_other(begun, found[-1]):
                found.append(begun)
    return found


def _as_one(titles: Sequence[tuple[int, str, str | None]], told: Sequence[int]) -> list[tuple[int, str, str | None]]:
    """Titles without the lines of speeches below them (title, source, speech), where nothing is told between the two."""
    found: list[tuple[int, str, str | None]] = []
    last = 0
    for start, place, kind in titles:
        below = bool(found) and kind is None and found[-1][1] == place and bisect(told, last) == bisect(told, start)
        last = start
        if not below:
            found.append((start, place, kind))
    return found


def _is_other(begun: Begun, last: Begun) -> bool:
    """Whether a title begins another document than the last did, and no annex of it and no further title of the same."""
    if begun.place != last.place:
        return True
    if begun.kind in ANNEXES and last.kind not in ANNEXES:
        return False
    other_kind = begun.headed and begun.kind and last.kind and begun.kind != last.kind
    return bool(other_kind or (begun.year and last.year and begun.year != last.year))


def _differ(found: Sequence[Begun], field: str) -> bool:
    return len({getattr(begun, field) for begun in found}) > 1


def _marks(text: str) -> tuple[list[tuple[int, str, str | None]], list[int], list[int]]:
    """Positions of titles with place and kind of each, of headings, and of other lines that tell numbers."""
    titles: list[tuple[int, str, str | None]] = []
    headings: list[int] = []
    figures: list[int] = []
    above: list[tuple[int, str]] = []
    collected = next((line for line in title_lines(text).lines if expression("collection").search(line)), "")
    for position, line in _filled_lines(text):
        if len(line) <= LONGEST_NAME and expression("heading_1").match(line):
            headings.append(position)
        elif place := _titled(line):
            titles.append((position, place, kind_of(as_title(line))))
        elif collected and line in gazetteer().by_name:
            titles.append((position, _named(line), kind_of(collected)))
        elif len(line) <= LONGEST_TITLE and (place := _spoken(line)) and not (titles and above and titles[-1][0] >= above[-NEAR:][0][0]):
            start, said = next((one for one in reversed(above[-NEAR:]) if len(one[1]) <= LONGEST_NAME and is_titled(one[1])), (position, ""))
            titles.append((start, place, kind_of(as_title(said))))
        elif expression("told_number").search(line):
            figures.append(position)
        above.append((position, line))
    return titles, headings, figures


def _filled_lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines that hold something, with their positions."""
    position = 0
    for raw in text.split("\n"):
        if line := raw.strip():
            yield position, line
        position += len(raw) + 1


def _spoken(line: str) -> str:
    """The place whose congress the line of a speech addresses; "" where a line is none."""
    match = expression("speech_place").search(line) if expression("speech_year").search(line) else None
    return _named(match[1]) if match else ""


def _titled(line: str) -> str:
    """The place that a title of a report names; "" where a line is none."""
    if len(line) > LONGEST_TITLE or line.endswith(TERMINAL) or not is_titled(as_title(line)):
        return ""
    return _named(line)


def _named(line: str) -> str:
    """The full name of the lowest place that a line names: 鄞州区 of 宁波市鄞州区."""
    return next((place.name for place in places_in(line, False)), "")


def _code(place: str) -> str | None:
    try:
        return gazetteer().find(place).code
    except PlaceError:
        return None
