"""Texts that hold several reports one after another, of several places or years: where each begins."""

from __future__ import annotations

from bisect import bisect

from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.read.fold import as_read
from mubiao.read.identify import FIRM, names, year
from mubiao.read.titles import LONGEST_TITLE, is_titled

LONGEST_NAME = 40  # characters of a title that names a place
FEWEST = 2  # headings of a report that is more than a title (a piece of news names other reports too)
NEAR = 2  # lines between a title and the line of the speech
TERMINAL = ("。", "!", ";", ",", ":", "、")


def reports(text: str) -> list[tuple[int, str, int | None]]:
    """Where the reports in a text begin, with place and year of each; one or none where the text is one document.

    A report begins with a title that names a place, or with the line of its speech and the title above it.

    >>> one = "一、2024年工作回顾\\n地区生产总值增长5%。\\n二、2025年工作安排\\n增长5%左右。\\n"
    >>> reports(f"上海市2025年政府工作报告\\n{one}云南省2025年政府工作报告\\n{one}")
    [(0, '上海市', 2025), (59, '云南省', 2025)]
    """
    titles, headings = _titles(text)
    starts = [start for start, _ in titles]
    found: list[tuple[int, str, int | None]] = []
    for (start, place), end in zip(titles, [*starts[1:], len(text)], strict=False):
        if bisect(headings, end) - bisect(headings, start) >= FEWEST:
            told = year(as_read(text[start:end]), "")
            found.append((start, place, told.value if told and told.where in FIRM else None))
    several = len({place for _, place, _ in found}) > 1 or len({told for *_, told in found if told}) > 1
    return found if several else found[:1]


def _titles(text: str) -> tuple[list[tuple[int, str]], list[int]]:
    """Positions of titles with the place of each, and positions of headings."""
    titles: list[tuple[int, str]] = []
    headings: list[int] = []
    above: list[tuple[int, bool]] = []  # the lines above that hold something, and whether they could be titles
    position = 0
    for raw in text.split("\n"):
        line = as_read(raw).strip()
        if len(line) <= LONGEST_NAME and expression("heading_1").match(line):
            headings.append(position)
        elif line and (place := _titled(line)):
            titles.append((position, place))
        elif len(line) <= LONGEST_TITLE and (place := _spoken(line)) and not (titles and above and titles[-1][0] >= above[-NEAR:][0][0]):
            titles.append((next((start for start, titled in reversed(above[-NEAR:]) if titled), position), place))
        if line:
            above.append((position, len(line) <= LONGEST_NAME and is_titled(line)))
        position += len(raw) + 1
    return titles, headings


def _spoken(line: str) -> str:
    """The place whose congress the line of a speech addresses; "" where a line is none."""
    match = expression("speech_place").search(line) if expression("speech_year").search(line) else None
    place = names().search(match[1]) if match else None
    return place[0] if place else ""


def _titled(line: str) -> str:
    """The place that a title of a report names; "" where a line is none."""
    if len(line) > LONGEST_NAME or line.endswith(TERMINAL) or not any(word in line for word in load().words["doctypes"]["title_line"]):
        return ""
    match = names().search(line)
    return match[0] if match else ""
