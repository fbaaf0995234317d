"""The lines of a document with its tables in their places."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from mubiao.model import Document
from mubiao.outline import duty_tables, labels, target_tables
from mubiao.outline.grids import Grid, cell_lines, grid
from mubiao.outline.lines import Line, lines
from mubiao.outline.rows import Row

ABOVE = 2  # lines above a table that may tell the unit of its values


def placed_lines(document: Document) -> list[Line]:
    """Lines of a document; tables that are understood are lines with rows, the cells of all others lines of text."""
    found = lines(document.folded.text)
    if not document.tables:
        return found
    starts, ends = [line.start for line in found], [line.end for line in found]
    first_leads = labels.phrases()["first_leads"].search(document.folded.text) is not None
    placed: list[Line] = []
    at = 0
    for table in document.tables:
        low, high = (document.folded.folded(position) for position in table.span)
        begin, stop = bisect_right(ends, low), bisect_left(starts, max(high, low + 1))
        if stop <= begin:
            continue
        placed += found[at:begin]
        cells = grid(document, table)
        rows = _rows(cells, document, first_leads, [line.text for line in placed[-ABOVE:]])
        placed += [Line(low, high, "", found[begin].gap, tuple(rows))] if rows else cell_lines(cells)
        at = stop
    return placed + found[at:]


def _rows(cells: Grid, document: Document, first_leads: bool, above: list[str]) -> list[Row]:
    return duty_tables.rows_of(cells, first_leads) or target_tables.rows_of(cells, document.facts, document.text, above)
