"""The lines of a document with its tables in their places."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable

from mubiao.model import Document
from mubiao.outline import duties, duty_tables, flattened, target_tables
from mubiao.outline.continued import Head, head_of
from mubiao.outline.grids import Grid, cell_lines, grid
from mubiao.outline.lines import Line, lines
from mubiao.outline.rows import Row
from mubiao.outline.stacked import stacked

ABOVE = 2  # lines above a table that may tell the unit of its values


def placed_lines(document: Document) -> list[Line]:
    """Lines of a document; tables that are understood are lines with rows, the cells of all others lines of text."""
    first_leads = duties.first_leads_in(document.folded.text)

    def rows_of(cells: Grid, above: list[str]) -> list[Row]:
        told = document.facts, document.text, above
        return duty_tables.rows_of(cells, first_leads, *told) or target_tables.rows_of(cells, *told)

    return flattened.with_tables(_with_tables(document, rows_of), document, rows_of)


def _with_tables(document: Document, rows_of: Callable[[Grid, list[str]], list[Row]]) -> list[Line]:
    """The lines of a document with the tables that its file tells."""
    found = lines(document.folded.text)
    if not document.tables:
        return found
    starts, ends = [line.start for line in found], [line.end for line in found]
    placed: list[Line] = []
    head: Head | None = None
    at = 0
    for table in document.tables:
        low, high = (document.folded.folded(position) for position in table.span)
        begin, stop = bisect_right(ends, low), bisect_left(starts, max(high, low + 1))
        if stop <= begin:
            continue
        between = found[at:begin]
        placed += between
        for captions, cells in stacked(grid(document, table)):
            placed += cell_lines(captions)
            above = [line.text for line in placed[-ABOVE:]]
            rows = rows_of(cells, above)
            if rows:
                head = head_of(cells, document.facts, above)
            elif head and (whole := head.over(cells, between)):
                rows = rows_of(whole, list(head.above))
            else:
                head = None
            placed += [Line(*_extent(cells), "", found[begin].gap, tuple(rows))] if rows else cell_lines(cells)
        at = stop
    return placed + found[at:]


def _extent(cells: Grid) -> tuple[int, int]:
    """From the first cell of a table to the last in folded text."""
    told = [cell for row in cells for cell in row if cell]
    return min(cell.start for cell in told), max(cell.end for cell in told)
