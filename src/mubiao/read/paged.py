"""Ruled tables that go on over several pages: the boxes of all pages as one grid, heads that come again and rows cut in two put right."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from mubiao.read.page import Filled
from mubiao.read.printed import is_open
from mubiao.read.ruled import Box, placed

NUMBER = re.compile(r"\d{1,3}[.、．]?")
HEADS = 3  # rows of a head


@dataclass(slots=True)
class Paged:
    """A table, page after page.

    Attributes:
        boxes: of each page, with the text of each.
        below: lines under it on its last page, which may be the foot of the page.
    """

    pages: list[dict[Box, str]] = field(default_factory=list)
    below: list[str] = field(default_factory=list)

    def goes_on(self, boxes: Sequence[Box], near: float) -> bool:
        """Whether boxes at the top of the next page are more of it: they stand between the same edges."""
        ours, theirs = ({round(edge, 1) for box in found for edge in (box[0], box[2])} for found in (self.pages[-1], boxes))
        return all(any(abs(edge - other) <= near for other in theirs) for edge in ours) and all(
            any(abs(edge - other) <= near for other in ours) for edge in theirs
        )

    def cells(self, near: float) -> list[Filled]:
        """The cells in their places."""
        cells: list[Filled] = []
        for boxes in self.pages:
            cells = _joined(cells, _page(boxes, near))
        return cells


def _page(boxes: dict[Box, str], near: float) -> list[Filled]:
    return [replace(cell, text=boxes[box]) for box, cell in placed(list(boxes), near)]


def _joined(above: list[Filled], below: list[Filled]) -> list[Filled]:
    """Cells of a table with those of its next page."""
    if not above:
        return below
    height = max(cell.row + cell.rows for cell in above)
    below = _without_head(above, below)
    if not below:
        return above
    first = min(cell.row for cell in below)
    if _is_cut(above, [cell for cell in below if cell.row == first], height):
        above, below = _mended(above, below, first, height), [cell for cell in below if cell.row > first]
        first += 1
    return above + [replace(cell, row=cell.row - first + height) for cell in below]


def _without_head(above: Sequence[Filled], below: Sequence[Filled]) -> list[Filled]:
    """The cells of a page without the rows of the head that it repeats."""
    same = 0
    while same < HEADS and (own := _texts(below, same)) and own == _texts(above, same):
        same += 1
    return [cell for cell in below if cell.row >= same]


def _texts(cells: Sequence[Filled], row: int) -> list[tuple[int, str]]:
    return [(cell.column, cell.text) for cell in cells if cell.row == row]


def _is_cut(above: Sequence[Filled], first: Sequence[Filled], height: int) -> bool:
    """Whether a page begins with the rest of a row.

    Its number is missing, where all others have one; in a table without numbers a cell is that all others have, and what is there goes on.
    """
    rest = {cell.column: cell.text for cell in first if cell.text.strip()}
    columns = {cell.column: [other.text for other in above if other.column == cell.column] for cell in above if cell.rows == 1}
    if counted := [column for column, texts in columns.items() if _is_of_numbers(texts)]:
        return any(column not in rest for column in counted)
    last = {cell.column: cell.text for cell in above if cell.row + cell.rows == height}
    goes_on = all(last.get(column, "").strip() and is_open(last[column]) for column in rest)
    always = [column for column, texts in columns.items() if len(texts) == height and all(text.strip() for text in texts)]
    return bool(rest) and goes_on and any(column not in rest for column in always)


def _is_of_numbers(texts: Sequence[str]) -> bool:
    """Whether the cells of a column, but for its head, are numbers."""
    numbers = sum(1 for text in texts if NUMBER.fullmatch(text.strip()))
    return numbers > 0 and numbers >= len(texts) - HEADS and NUMBER.fullmatch(texts[-1].strip()) is not None


def _mended(above: list[Filled], below: Sequence[Filled], first: int, height: int) -> list[Filled]:
    """Cells of which those in the last row have the rest of their text."""
    rest = {cell.column: cell.text for cell in below if cell.row == first}
    return [replace(cell, text=cell.text + rest.get(cell.column, "")) if cell.row + cell.rows == height else cell for cell in above]
