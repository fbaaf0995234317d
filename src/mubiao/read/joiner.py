"""Lines that a printed page broke in the middle of a sentence: what to take out of a text so that its paragraphs are whole again.

The same joiner serves text files, PDF pages and recognised text. The text stays as published; what it names is left out when the
text is folded (:mod:`mubiao.read.fold`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.read.gaps import gaps
from mubiao.read.limits import MAX_BRACKET, MAX_JOINED
from mubiao.read.page_ends import between_pages
from mubiao.read.printed import BODY, FULL, WIDEST, Printed, begins, duty_label, is_open, is_row, page_width, printed_lines

UNBROKEN = re.compile(r"[!-~]+")  # what no page breaks at the end of a line
GOES_ON = "，、,（(《“‘「—"  # no line of its own ends so
NUMBER = re.compile(r"\d{1,3}")  # of the row of a table
HEADS = 3  # lines in a row that are heads of columns and so begin a table with a cell a line


def joints(text: str, pages: Sequence[int] = (), tables: Sequence[tuple[int, int]] = ()) -> list[tuple[int, int]]:
    """Spans of line breaks inside paragraphs, of blanks inside words, and of page numbers and running heads between them.

    Args:
        pages: where its pages begin: numbers and repeated lines at their ends are none of its own.
        tables: spans whose lines are cells, and none of a printed paragraph.

    >>> text = "全年战略性新兴产业产值占规上工业比重提高，新增高新技\\n术企业300家，工业机器人产量比上年增长81.4%，全省城\\n镇新增就业71万人。"
    >>> [text[low - 2 : low] + "|" + text[high : high + 2] for low, high in joints(text)]
    ['新技|术企', '省城|镇新']
    """
    if len(text) > MAX_JOINED:
        return []
    lines = printed_lines(text)
    inside = {at for at, line in enumerate(lines) if any(low <= line.start <= high for low, high in tables)}
    away = between_pages(lines, pages) - inside
    kept = [line for at, line in enumerate(lines) if at not in away | inside]
    found = [(lines[at].start, min(lines[at].end + 1, len(text))) for at in away]
    flattened = _flattened(lines)
    body = [line for at, line in enumerate(lines) if at not in away | inside | flattened]
    width = page_width(body, 1) if pages else page_width(body)  # lines of a page were broken, however few they are
    paragraph = ""
    for above, below in pairwise(kept):
        paragraph = (paragraph + above.text.rstrip())[-MAX_BRACKET:]
        if not any(above.end <= low < below.start for low, _ in tables) and _goes_on(above, below, width) and not _names_units(paragraph):
            end = above.start + len(above.text.rstrip())
            found.append((end, below.start + len(below.text) - len(below.text.lstrip())))
        else:
            paragraph = ""
    cells = [line for at, line in enumerate(lines) if at in inside]  # what is usual in cells says nothing of running text
    return _merged(found + gaps(text, [line for at, line in enumerate(lines) if at not in inside]) + gaps(text, cells))


def _flattened(lines: Sequence[Printed]) -> set[int]:
    """Indexes of the lines below the heads of a table with a cell a line, up to the next heading: its widest cell is no width of a page.

    A heading right above the number of a row parts the rows of a table.
    """
    heads = load().table("labels", "lead", "support", "official", "deadline", "number", "task", "content", "other")
    filled = [at for at, line in enumerate(lines) if line.text.strip()]
    found: set[int] = set()
    run = 0
    for place, at in enumerate(filled):
        run = run + 1 if lines[at].text.strip() in heads else 0
        if run == HEADS:
            below_it = pairwise(filled[place:])
            stop = next(
                (here for here, after in below_it if _is_heading(lines[here]) and not NUMBER.fullmatch(lines[after].text.strip())), len(lines)
            )
            rest = [below for below in filled[place:] if below < stop]
            widest = max(lines[below].width for below in rest)
            if sum(1 for below in rest if lines[below].width >= FULL * widest) < BODY * len(rest):
                found.update(range(filled[place - HEADS + 1], stop))
    return found


def _is_heading(line: Printed) -> bool:
    return expression("heading_1").match(line.text.strip()) is not None


def _goes_on(above: Printed, below: Printed, width: int) -> bool:
    """Whether a line is the rest of the one above: a page broke it, or it begins with the figure that a whole paragraph breaks off before."""
    if not above.text.strip() or not below.text.strip() or begins(below.text) or is_row(above.text):
        return False
    if above.width > WIDEST and is_open(above.text) and expression("number_told_first").match(below.text):
        return True  # a break that slipped into a paragraph: …全市GDP达到|317亿元
    if above.text.rstrip().endswith(tuple(GOES_ON)):
        return bool(width)
    first = UNBROKEN.match(below.text)
    filled = above.width + (first.end() if first else 0)
    return bool(width) and filled >= FULL * width and is_open(above.text)


def _names_units(paragraph: str) -> bool:
    """Whether a paragraph ends with a bracket that names who does it (责任单位:市交通局(牵头)、市公安局): the next line is another."""
    plain = paragraph.replace("（", "(").replace("）", ")").replace("：", ":")
    if not plain.endswith(")"):
        return False
    open_ = 0
    for at in range(len(plain) - 1, -1, -1):
        open_ += (plain[at] == ")") - (plain[at] == "(")
        if not open_:
            return duty_label().match(plain[at + 1 :]) is not None
    return False


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order, those that touch as one."""
    merged: list[tuple[int, int]] = []
    for low, high in sorted(spans):
        if merged and low <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(high, merged[-1][1]))
        elif low < high:
            merged.append((low, high))
    return merged
