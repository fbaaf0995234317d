"""Tables that go on in a table without a head of their own, as behind the end of a page (续表)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mubiao.lexicon.loader import load
from mubiao.model import Facts
from mubiao.outline import duty_heads, heads
from mubiao.outline.captions import of_caption
from mubiao.outline.flat_columns import holds
from mubiao.outline.grids import Grid, is_title_row
from mubiao.outline.lines import Line
from mubiao.read.page_ends import is_page_number

LONGEST_CAPTION = 20  # characters of a line that says that a table goes on


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a table that was understood, the kinds of the columns below it, and the lines above it."""

    rows: Grid
    kinds: tuple[str, ...]
    above: tuple[str, ...]

    def over(self, cells: Grid, between: Sequence[Line]) -> Grid:
        """A table without a head below this one; nothing where it may be another table.

        Args:
            between: the lines between the tables.
        """
        width = len(self.kinds)
        words = load().words["columns"]["continued"]
        apart = [line.text for line in between if not is_page_number(line.text)]
        if any(len(text) > LONGEST_CAPTION or not any(word in text for word in words) for text in apart) or len(cells[0]) != width:
            return []
        told = [(kind, cell.text) for row in cells if not is_title_row(row) for kind, cell in zip(self.kinds, row, strict=True) if cell and cell.text]
        return [*self.rows, *cells] if all(holds(kind, text) for kind, text in told if kind) else []


def head_of(cells: Grid, facts: Facts, above: Sequence[str]) -> Head | None:
    """The head of a table of duties or figures; None where nobody understands it."""
    if duty := duty_heads.head_of(cells):
        return Head(cells[: duty[0] + 1], tuple(duty[1]), tuple(above))
    if found := heads.columns_of(cells, of_caption(facts, above), above):
        return Head(cells[: found[0]], tuple(column.kind for column in found[1]), tuple(above))
    return None
