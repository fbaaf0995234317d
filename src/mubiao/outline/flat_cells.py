"""Rows of a flattened table with a cell a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mubiao.outline import tables
from mubiao.outline.flat_columns import MOST_HEADS, fits, kind_of
from mubiao.outline.lines import Line


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
        if not further or (not rows and any(kind_of(cell.text) for cell in cells[position : position + further] if cell.text)):
            break  # more heads stand in front of the first row: nobody knows which belong to which column
        if rows and not all(cell.text for cell in rows[-1]):
            left += [cell for cell in rows.pop() if cell.text]  # a cell too many behind a row with one too few: nobody knows which
        left += cells[position : position + further]
        position += further
    return rows, left, position


def with_empty(cells: Sequence[tables.FlatCell], spaced: bool) -> Iterator[Line]:
    """Cells with the empty ones between them: two more empty lines for each."""
    for cell in cells:
        for _ in range(min(cell.gap // 2, MOST_HEADS) if spaced else 0):
            yield Line(cell.start, cell.start, "", 0)
        yield Line(cell.start, cell.end, cell.text, cell.gap)
