"""Texts that hold the reports of several places one after another: where each begins."""

from __future__ import annotations

from bisect import bisect

from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.read.fold import as_read
from mubiao.read.identify import names

LONGEST_TITLE = 40  # characters
FEWEST = 2  # headings of a report that is more than a title (a piece of news names other reports too)
TERMINAL = ("。", "!", ";", ",", ":", "、")


def reports(text: str) -> list[tuple[int, str]]:
    """Where the reports in a text begin, with the place that each title names; one or none where the text is one document.

    >>> one = "一、2024年工作回顾\\n地区生产总值增长5%。\\n二、2025年工作安排\\n增长5%左右。\\n"
    >>> reports(f"上海市2025年政府工作报告\\n{one}云南省2025年政府工作报告\\n{one}")
    [(0, '上海市'), (59, '云南省')]
    """
    titles: list[tuple[int, str]] = []
    headings: list[int] = []
    position = 0
    for line in text.split("\n"):
        plain = as_read(line).strip()
        if len(plain) <= LONGEST_TITLE and expression("heading_1").match(plain):
            headings.append(position)
        elif plain and (place := _titled(plain)):
            titles.append((position, place))
        position += len(line) + 1
    starts = [start for start, _ in titles]
    found = []
    for (start, place), end in zip(titles, [*starts[1:], position], strict=False):
        if bisect(headings, end) - bisect(headings, start) >= FEWEST:
            found.append((start, place))
    return found if len({place for _, place in found}) > 1 else found[:1]


def _titled(line: str) -> str:
    """The place that a title of a report names; "" where a line is none."""
    if len(line) > LONGEST_TITLE or line.endswith(TERMINAL) or not any(word in line for word in load().words["doctypes"]["title_line"]):
        return ""
    match = names().search(line)
    return match[0] if match else ""
