"""Tables that stand below one another in one grid, as on a sheet: each has a head of its own, and perhaps a title above it."""

from __future__ import annotations

from collections.abc import Sequence

from mubiao.outline.columns import YEAR, column, head_kind, is_first_head
from mubiao.outline.grids import BLANK, Grid, GridCell
from mubiao.outline.heads import has_numbers


def stacked(rows: Grid) -> list[tuple[Grid, Grid]]:
    """The tables of a grid, each with the rows of one cell above it; those of the first stay in it. A head that comes again is left out."""
    found: list[tuple[int, int]] = [(0, 0)]  # where a table begins, and its head
    for at in range(1, len(rows)):
        begin, head = found[-1]
        titles = list(_filled_cells(rows[at - 1]).values())
        alone = len(titles) == 1
        if not _is_head(rows[at], alone) or not any(map(has_numbers, rows[head:at])):
            continue
        if (alone and YEAR.search(titles[0].text)) or not _is_same(rows, head, at):
            while at - 1 > begin and len(_filled_cells(rows[at - 1])) == 1:
                at -= 1
            found.append((at, next(below for below in range(at, len(rows)) if len(_filled_cells(rows[below])) > 1)))
    ends = [*(begin for begin, _ in found[1:]), len(rows)]
    return [(rows[begin:head], _once(rows[head:end])) for (begin, head), end in zip(found, ends, strict=True)]


def _once(rows: Grid) -> Grid:
    """A table whose head comes again on each page without its repetitions, which may have as many rows as the head."""
    again: set[int] = set()
    for at in range(1, len(rows)):
        first = next(iter(_filled_cells(rows[at]).values()), None)
        begins = at - 1 in again or (first and is_first_head(first.label))
        if begins and len(_filled_cells(rows[at])) > 1 and not has_numbers(rows[at]) and _is_same(rows, 0, at):
            again.add(at)
    return [row for at, row in enumerate(rows) if at not in again]


def _filled_cells(row: Sequence[GridCell | None]) -> dict[tuple[int, int], GridCell]:
    return {(cell.start, cell.end): cell for cell in row if cell and cell.text}


def _is_head(row: Sequence[GridCell | None], alone: bool) -> bool:
    """Whether a row is the head of a table: it names what its columns hold.

    Args:
        alone: a row of one cell, as a title is one, stands right above.
    """
    cells = list(_filled_cells(row).values())
    known = bool(cells) and is_first_head(cells[0].label)
    if len(cells) < 2 or has_numbers(row) or not all(cell.own for cell in cells) or not (known or alone):
        return False
    texts = [BLANK.sub("", cell.text) for cell in cells[1:]]
    told = [bool(head_kind(text) or column(text).unit or YEAR.search(text)) for text in texts]
    return (known and alone) or (any(told) if known else all(told))


def _is_same(rows: Grid, above: int, below: int) -> bool:
    """Whether two heads are one that comes again, as on each page of a long table."""
    return any([_text(cell) for cell in rows[at]] == [_text(cell) for cell in rows[below]] for at in range(above, below))


def _text(cell: GridCell | None) -> str:
    return BLANK.sub("", cell.text) if cell else ""
