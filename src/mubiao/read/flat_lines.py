"""Lines below the heads of a table with a cell a line: which they are, and which of them a page broke."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from statistics import median

from mubiao.lexicon.affix import Affixes
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.read.printed import BODY, FULL, NARROWEST, WIDEST, Printed, begins, is_open

GOES_ON = "，、,（(《“‘「—"  # no line of its own ends so
PARTED = re.compile("[、，,]")
UNBROKEN = re.compile(r"[!-~]+")  # what no page breaks at the end of a line
NUMBER = re.compile(r"\d{1,3}")  # of the row of a table
HEADS = 3  # lines in a row that are heads of columns and so begin a table with a cell a line
TOP, BELOW = 0.9, 0.7  # of the widest line: where those stand that a page broke, and the cells beside which they are many
SHORTEST_UNIT, LONGEST_UNIT = 3, 16  # characters
CROWDED = 1.5  # as many as beside them
FEWEST = 5  # broken lines that show how the cells of a text are broken; in a file that tells its pages one is enough
SLACK = 3  # columns of a page's width that a broken line may leave free: no comma begins a line, and digits are of many widths


def flattened(lines: Sequence[Printed]) -> set[int]:
    """Indexes of the lines below the heads of a table with a cell a line, up to the next heading: its widest cell is no width of a page.

    A heading right above the number of a row parts the rows of a table.
    """
    heads = load().table("duties", "lead", "support", "official", "deadline", "number", "task", "content", "other")
    filled = [at for at, line in enumerate(lines) if line.text.strip()]
    found: set[int] = set()
    run = stop = 0
    for place, at in enumerate(filled):
        text = lines[at].text.strip()
        run = run + 1 if text in heads else run if run < HEADS and NUMBER.fullmatch(text) else 0  # the number of a page may stand between heads
        if run == HEADS and at >= stop:  # heads that come again begin no other table
            below_it = pairwise(filled[place:])
            stop = next(
                (here for here, after in below_it if _is_heading(lines[here]) and not NUMBER.fullmatch(lines[after].text.strip())), len(lines)
            )
            rest = [below for below in filled[place:] if below < stop]
            widest = max(lines[below].width for below in rest)
            if sum(1 for below in rest if lines[below].width >= FULL * widest) < BODY * len(rest):
                found.update(range(filled[place - HEADS + 1], stop))
    return found


def _is_heading(line: Printed) -> bool:
    return expression("heading_1").match(line.text.strip()) is not None


@dataclass(frozen=True, slots=True)
class BrokenCells:
    """Cells of a flattened table whose lines a page broke.

    Attributes:
        width: columns of the page, 0 where it broke no line.
        whole: texts that are cells by themselves: they stand behind a line that has room for more.
    """

    width: float
    whole: frozenset[str]

    def goes_on(self, above: Printed, below: Printed) -> bool:
        """Whether a line is the rest of the cell above: that one is full, and the other neither the number of a row nor a cell by itself.

        Units below a text are a cell, below others they are more of these.
        """
        text = below.text.strip()
        if not text or not self.is_full(above, below) or NUMBER.fullmatch(text) or begins(below.text):
            return False
        if above.text.rstrip().endswith(tuple(GOES_ON)):
            return True
        parts = PARTED.split(text)
        if all(map(is_unit, parts)):
            return is_unit(PARTED.split(above.text.strip())[0])
        return is_open(above.text) and text not in self.whole

    def is_full(self, above: Printed, below: Printed) -> bool:
        first = UNBROKEN.match(below.text)
        return self.width > 0 and above.width + max(2, first.end() if first else 0) >= self.width + 2 - SLACK


def is_unit(name: str) -> bool:
    """Whether a text can be the name of a unit by its last word.

    >>> is_unit("市住建局"), is_unit("完成投资1200亿元")
    (True, False)
    """
    return SHORTEST_UNIT <= len(name) <= LONGEST_UNIT and ends_of_units().tail(name, 0, len(name)) is not None


@lru_cache(maxsize=1)
def ends_of_units() -> Affixes:
    """Last words of the names of units."""
    return Affixes.of(load().words["duties"]["unit_end"])


def broken_cells(lines: Sequence[Printed], paged: bool) -> BrokenCells:
    """What a page did to the lines of flattened tables: those that it broke crowd at its edge.

    Args:
        paged: the file tells its pages, so that its lines were broken, however few they are.
    """
    widths = sorted(line.width for line in lines if line.text.strip())
    widest = widths[-1 - len(widths) // 100] if widths else 0  # letters of many widths make a few lines wider than the page
    crowd = [width for width in widths if width >= TOP * widest]
    beside = sum(1 for width in widths if BELOW * widest <= width < TOP * widest)
    if not NARROWEST <= widest <= WIDEST or not (paged or len(crowd) >= max(FEWEST, CROWDED * beside)):
        return BrokenCells(0, frozenset())
    found = BrokenCells(median(crowd), frozenset())
    behind = (below.text.strip() for above, below in pairwise(lines) if above.text.strip() and not found.is_full(above, below))
    return BrokenCells(found.width, frozenset(behind))
