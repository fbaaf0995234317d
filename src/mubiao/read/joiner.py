"""Lines that a printed page broke in the middle of a sentence: what to take out of a text so that its paragraphs are whole again.

The same joiner serves text files, PDF pages and recognised text. The text stays as published; what it names is left out when the
text is folded (:mod:`mubiao.read.fold`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from mubiao.lexicon.expressions import expression
from mubiao.read.flat_lines import GOES_ON, PARTED, broken_cells, flattened, is_unit
from mubiao.read.gaps import gaps
from mubiao.read.limits import MAX_BRACKET, MAX_JOINED
from mubiao.read.page_ends import between_pages
from mubiao.read.printed import FULL, WIDEST, Printed, begins, blank_between, columns_of, duty_label, is_open, is_row, page_width, printed_lines

HALF_STOPS = "；;"  # between the statements of one paragraph
NO_FIRST = "[，。、；：！？）》”’％]"  # signs that begin no line
TOGETHER = re.compile(rf"(?:[!-~]++{NO_FIRST}*+)++|.{NO_FIRST}")  # what no page breaks


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
    in_cells = flattened(lines) - inside
    away = between_pages(lines, pages, in_cells) - inside
    gone = away | inside | blank_between(lines)
    kept = [line for at, line in enumerate(lines) if at not in gone]
    found = [(lines[at].start, min(lines[at].end + 1, len(text))) for at in away]
    in_cells -= away
    cells = broken_cells([lines[at] for at in sorted(in_cells)], bool(pages))
    flat = {lines[at].start for at in in_cells}
    gone |= in_cells
    body = [line for at, line in enumerate(lines) if at not in gone]
    width = page_width(body, 1) if pages else page_width(body)  # lines of a page were broken, however few they are
    paragraph = ""
    for above, below in pairwise(kept):
        paragraph = (paragraph + above.text.rstrip())[-MAX_BRACKET:]
        in_table = above.start in flat
        broken = cells.goes_on(above, below) if in_table else _goes_on_below(above, below, width) and not _ends_with_units(paragraph, below.text)
        if broken and not any(above.end <= low < below.start for low, _ in tables):
            end = above.start + len(above.text.rstrip())
            found.append((end, below.start + len(below.text) - len(below.text.lstrip())))
        else:
            paragraph = ""
    ruled = [line for at, line in enumerate(lines) if at in inside]  # what is usual in cells says nothing of running text
    return _merged(found + gaps(text, [line for at, line in enumerate(lines) if at not in inside]) + gaps(text, ruled))


def _goes_on_below(above: Printed, below: Printed, width: int) -> bool:
    """Whether a line is the rest of the one above: a page broke it, or it begins with the figure that a whole paragraph breaks off before."""
    if not above.text.strip() or not below.text.strip() or is_row(above.text):
        return False
    full = bool(width) and above.width + _moved(below.text) >= FULL * width
    if full and _parts_duty(above.text, below.text):
        return True
    if begins(below.text):
        return False
    if above.width > WIDEST and is_open(above.text) and expression("number_told_first").match(below.text):
        return True  # a break that slipped into a paragraph: …全市GDP达到|317亿元
    if above.text.rstrip().endswith(tuple(GOES_ON)) or expression("among_them").match(below.text):
        return bool(width)
    return full and (is_open(above.text) or above.text.rstrip().endswith(tuple(HALF_STOPS)))


def _moved(line: str) -> int:
    """Columns of what would have stood on the line above, had there been room: what no page breaks, and a sign whose comma begins no line.

    >>> _moved("2025年目标"), _moved("右；居民消费价格"), _moved("6.9%、8.4%，出口"), _moved("右岸")
    (4, 4, 12, 0)
    """
    first = TOGETHER.match(line)
    return columns_of(first[0]) if first else 0


def _parts_duty(above: str, below: str) -> bool:
    """Whether a line ends in front of a bracket that names who does it, or in it around a label: …2万人次。|(牵头领导:李四,|责任单位:|市教育局)."""
    front, behind = (text.strip().replace("（", "(").replace("：", ":") for text in (above, below))
    if behind.startswith("(") and duty_label().match(behind, 1):
        return True
    opened = front[front.rfind("(") :] if front.rfind("(") > front.rfind(")") else ""
    labels = list(duty_label().finditer(opened))
    return bool(labels) and (labels[-1].end() == len(opened) or duty_label().match(behind) is not None)


def _ends_with_units(paragraph: str, below: str) -> bool:
    """Whether a paragraph ends with who does it, in a bracket (责任单位:市交通局(牵头)、市公安局) or behind a label: the next line is another."""
    plain = paragraph.replace("（", "(").replace("）", ")").replace("：", ":")
    if not plain.endswith(")"):
        *_, last = ["", *(plain[label.end() :] for label in duty_label().finditer(plain))]
        return is_unit(PARTED.split(last)[-1].strip()) and not is_unit(PARTED.split(below.strip("、，, 。;；"))[0])
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
