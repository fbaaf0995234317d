"""The cells of a flattened table with a cell a line, and the rows that they make."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mubiao.outline.columns import is_first_head
from mubiao.outline.flat_columns import MOST_HEADS, fits, kind_of
from mubiao.outline.lines import Line

HEADS = 1  # words that are heads of columns (完成) between two rows of a table; more of them begin another


@dataclass(frozen=True, slots=True)
class FlatCell:
    """A cell: one line, or several that stand together."""

    start: int
    end: int
    text: str
    gap: int


def cells_of(lines: Sequence[Line], spaced: bool) -> list[FlatCell]:
    """The cells of a table with a cell a line; where empty lines part them (``spaced``), lines that stand together are one."""
    found: list[FlatCell] = []
    for line in lines:
        if spaced and found and line.gap == 0:
            last = found[-1]
            found[-1] = FlatCell(last.start, line.end, f"{last.text}\n{line.text}", last.gap)
        else:
            found.append(FlatCell(line.start, line.end, line.text, line.gap))
    return found


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


def with_empty(cells: Sequence[FlatCell], spaced: bool) -> Iterator[Line]:
    """Cells with the empty ones between them: two more empty lines for each."""
    for cell in cells:
        for _ in range(min(cell.gap // 2, MOST_HEADS) if spaced else 0):
            yield Line(cell.start, cell.start, "", 0)
        yield Line(cell.start, cell.end, cell.text, cell.gap)
