"""Rows of a flattened table with a cell a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mubiao.outline import flat_tables
from mubiao.outline.columns import is_first_head
from mubiao.outline.flat_columns import MOST_HEADS, fits, kind_of
from mubiao.outline.lines import Line

HEADS = 1  # words that are heads of columns (完成) between two rows of a table; more of them begin another


def rows_by_cell(cells: Sequence[Line], kinds: Sequence[str]) -> tuple[list[list[Line]], list[Line], int]:
    """Rows that fit, the cells between them that fit no row, and the index of the first cell behind them."""
    rows: list[list[Line]] = []
    left: list[Line] = []
    position, width = 0, len(kinds)
    while position < len(cells):
        if fits(cells[position : position + width], kinds):
            rows.append(list(cells[position : position + width]))
            position += width
            continue
        further = next((step for step in range(1, width + 1) if fits(cells[position + step : position + step + width], kinds)), 0)
        between = [cell.text for cell in cells[position : position + further] if cell.text]
        if not further or any(map(is_first_head, between)) or sum(1 for text in between if kind_of(text)) > (HEADS if rows else 0):
            break  # more heads in front of the first row: nobody knows which belong to which column; behind it the next table begins
        if rows and not all(cell.text for cell in rows[-1]):
            left += [cell for cell in rows.pop() if cell.text]  # a cell too many behind a row with one too few: nobody knows which
        left += cells[position : position + further]
        position += further
    return rows, left, position


def with_empty(cells: Sequence[flat_tables.FlatCell], spaced: bool) -> Iterator[Line]:
    """Cells with the empty ones between them: two more empty lines for each."""
    for cell in cells:
        for _ in range(min(cell.gap // 2, MOST_HEADS) if spaced else 0):
            yield Line(cell.start, cell.start, "", 0)
        yield Line(cell.start, cell.end, cell.text, cell.gap)
