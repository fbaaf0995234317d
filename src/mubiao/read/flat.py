"""Tables in plain text: rows whose cells are parted by tabs or bars, as sheets and Markdown write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from mubiao.model import Cell, Table
from mubiao.read.limits import MAX_CELLS, MAX_COLUMNS

FEWEST = 2  # rows and columns of a table
BELOW_HEAD = re.compile(r"[\s|:+\-=—]+")  # the line below the head of a Markdown table
BARS = "|｜│┃"
TABS = "\t"
COUNT = re.compile(r"(\d{1,3})(?:[.、．].*)?")  # 2, 15.推进学校塑胶运动场地建设


def tables(text: str) -> list[Table]:
    """The tables of a text: two or more lines in a row that are parted alike.

    >>> [[(cell.row, cell.column, "甲\\t乙\\n丙\\t丁"[cell.start:cell.end]) for cell in table.cells] for table in tables("甲\\t乙\\n丙\\t丁")]
    [[(0, 0, '甲'), (0, 1, '乙'), (1, 0, '丙'), (1, 1, '丁')]]
    >>> [len(table.grid()) for table in tables("甲\\t乙\\n丙\\t\\n丁\\t戊")]
    [3]
    """
    return [table for block, sign in _blocks(text) if (table := _table(text, block, sign))]


def _blocks(text: str) -> Iterator[tuple[list[tuple[int, int]], str]]:
    """Lines that stand together and are parted by the same sign, with that sign."""
    block: list[tuple[int, int]] = []
    sign = ""
    position = tabs = 0
    for line in text.split("\n"):
        span = (position, position + len(line))
        position += len(line) + 1
        own = _parting_sign(line) or (TABS if sign == TABS and line.count(TABS) == tabs else "")  # a row of which one cell is filled
        tabs = line.count(TABS)
        if own != sign:
            if sign:
                yield block, sign
            block, sign = [], own
        if sign:
            block.append(span)
    if sign:
        yield block, sign


def _parting_sign(line: str) -> str:
    """What parts the cells of a line; "" where it is no row. An indent is none: something stands on both sides."""
    if any(bar in line for bar in BARS) and sum(line.count(bar) for bar in BARS) >= FEWEST:
        return BARS
    return TABS if TABS in line.strip(" \u3000\t") else ""


def _table(text: str, block: list[tuple[int, int]], sign: str) -> Table | None:
    rows: list[list[Cell]] = []
    widest = max(sum(text.count(char, start, end) for char in sign) for start, end in block) + 1
    if widest > MAX_COLUMNS + 1 or len(block) * widest > MAX_CELLS:
        return None
    lines = [(start, text[start:end]) for start, end in block if sign != BARS or not BELOW_HEAD.fullmatch(text[start:end])]
    bare = sign == BARS and 2 * sum(line.strip()[:1] not in BARS for _, line in lines) > len(lines)  # most rows begin with a cell: all do
    for row, (start, line) in enumerate(lines):
        rows.append([Cell(start + low, start + high, row, column) for column, (low, high) in enumerate(_spans_of_cells(line, sign, bare))])
    width = max(map(len, rows), default=0)
    if len(rows) < FEWEST or width < FEWEST or width > MAX_COLUMNS or len(rows) * width > MAX_CELLS:
        return None
    return Table(tuple(cell for row in _below_merged(text, rows, width) for cell in row))


def _below_merged(text: str, rows: list[list[Cell]], width: int) -> list[list[Cell]]:
    """Rows, those moved to the right that count on from the one above and lack the cells merged over both (一、教育 | 1 | … above 2 | …)."""
    above: list[Cell] = []  # the merged cells
    last = 0
    for at, row in enumerate(rows):
        counts = [COUNT.fullmatch(text, cell.start, cell.end) for cell in row]
        first = next((column for column, count in enumerate(counts) if count), 0)
        if above and counts and (count := counts[0]) and int(count[1]) == last + 1 and _filled(row) + len(above) <= width:
            rows[at] = [replace(cell, column=cell.column + len(above)) for cell in row if cell.column + len(above) < width]
            above = [replace(cell, rows=cell.rows + 1) for cell in above]
            rows[above[0].row][: len(above)] = above
            last += 1
        else:
            above, last = row[:first], int(count[1]) if (count := counts[first] if counts else None) else 0
    return rows


def _filled(row: list[Cell]) -> int:
    """How many cells a row has without the empty ones at its end."""
    return max((cell.column + 1 for cell in row if cell.end > cell.start), default=0)


def _spans_of_cells(line: str, sign: str, bare: bool) -> list[tuple[int, int]]:
    """Spans of the cells of a line without the blanks around them; bars may stand at both ends.

    Args:
        bare: no bar stands at the beginning of a row: one that begins with a bar has an empty first cell.
    """
    cuts = [at for at, char in enumerate(line) if char in sign]
    if sign == BARS:
        cuts = [-1, *cuts] if bare or line[: cuts[0]].strip() else cuts
        cuts = [*cuts, len(line)] if line[cuts[-1] + 1 :].strip() else cuts
    else:
        cuts = [-1, *cuts, len(line)]
    spans = []
    for low, high in pairwise(cuts):
        inner = line[low + 1 : high]
        begin = low + 1 + len(inner) - len(inner.lstrip())
        spans.append((begin, max(begin, begin + len(inner.strip()))))
    return spans
