"""Tables in plain text: rows whose cells are parted by tabs or bars, as sheets and Markdown write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from mubiao.model import Cell, Table
from mubiao.read.limits import MAX_CELLS, MAX_COLUMNS

FEWEST = 2  # rows and columns of a table
BELOW_HEAD = re.compile(r"[\s|:+\-=—]+")  # the line below the head of a Markdown table
BARS = "|｜│┃"
TABS = "\t"


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
    cells: list[Cell] = []
    row = 0
    widest = max(sum(text.count(char, start, end) for char in sign) for start, end in block) + 1
    if widest > MAX_COLUMNS + 1 or len(block) * widest > MAX_CELLS:
        return None
    lines = [(start, text[start:end]) for start, end in block if sign != BARS or not BELOW_HEAD.fullmatch(text[start:end])]
    bare = sign == BARS and 2 * sum(line.strip()[:1] not in BARS for _, line in lines) > len(lines)  # most rows begin with a cell: all do
    for start, line in lines:
        cells += [Cell(start + low, start + high, row, column) for column, (low, high) in enumerate(_spans_of_cells(line, sign, bare))]
        row += 1
    width = max((cell.column + 1 for cell in cells), default=0)
    if row < FEWEST or width < FEWEST or width > MAX_COLUMNS or row * width > MAX_CELLS:
        return None
    return Table(tuple(cells))


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
