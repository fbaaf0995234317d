"""What is doubtful in tables with a cell a line: cells that were put together by the width of a page, and numbers that count no rows."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import groupby, pairwise
from operator import itemgetter

from mubiao.lexicon.loader import load
from mubiao.read.flat_lines import NUMBER, flattened
from mubiao.read.printed import Printed, printed_lines

MOST_HEADS = 6  # lines in front of the first three heads in a row of which reading knows each
NAMED = 5  # numbers that are named


def flat_doubts(text: str, joints: Sequence[tuple[int, int]], known: Sequence[tuple[int, int]] = ()) -> tuple[str, ...]:
    """A line for each thing that is doubtful in the flattened tables of a text.

    Args:
        joints: what reading leaves out of the text: line breaks, and page numbers that it knew.
        known: spans of tables that the file tells as such, which are not flattened.
    """
    lines = printed_lines(text)
    flat = [at for at in sorted(flattened(lines)) if not any(low <= lines[at].start <= high for low, high in known)]
    broken = sum(1 for at in flat if _is_broken_off(lines[at], joints))
    tables = [[at for _, at in run] for _, run in groupby(enumerate(flat), lambda told: told[1] - told[0])]
    numbers = [number for table in tables for number in _strange(lines, table[0], table[-1] + 1, joints)]
    said = []
    if broken:
        said.append(f"cells_joined: {broken} lines of a table with a cell a line were taken for the rest of the cell above, by the width of the page")
    if numbers:
        named = "、".join(map(str, numbers[:NAMED])) + ("…" if len(numbers) > NAMED else "")
        said.append(f"bare_numbers: numbers alone in a table with a cell a line count no rows, as of pages: {named}; look at the leads beside them")
    return tuple(said)


def _is_broken_off(line: Printed, joints: Sequence[tuple[int, int]]) -> bool:
    """Whether the break at the end of a line is left out, and not the line itself."""
    end = line.start + len(line.text.rstrip())
    low, high = _last_joint(joints, end)
    return line.start < low <= end < high


def _last_joint(joints: Sequence[tuple[int, int]], position: int) -> tuple[int, int]:
    """The last joint that begins at a position or in front of it, an empty one where none does; joints stand in order and apart."""
    at = bisect_right(joints, position, key=itemgetter(0))
    return joints[at - 1] if at else (0, 0)


def _strange(lines: Sequence[Printed], first: int, stop: int, joints: Sequence[tuple[int, int]]) -> list[int]:
    """Numbers alone that count no rows, where they count on, as those of pages do: a column of figures does not."""
    heads = load().words["duties"]["number"]
    numbered = any(line.text.strip() in heads for line in lines[max(0, first - MOST_HEADS) : min(stop, first + MOST_HEADS)])
    table = lines[first:stop]
    numbers = [line for line in table if NUMBER.fullmatch(line.text.strip())]
    alone = [int(line.text) for line in numbers if _last_joint(joints, line.start)[1] <= line.start]
    found = _out_of_order(alone) if numbered else alone
    return found if all(below == above + 1 for above, below in pairwise(found)) else []


def _out_of_order(numbers: Sequence[int]) -> list[int]:
    """Numbers in front of the last row that do not follow the one before; rows may begin at one again, and jump where the next counts on.

    >>> _out_of_order([1, 2, 7, 3, 4, 8, 5, 9, 10, 1, 2, 91])
    [7, 8]
    >>> _out_of_order([1, 2, 3, 4, 4])
    [4]
    """
    last = 0
    found: list[int] = []
    after_last_row: list[int] = []
    for at, number in enumerate(numbers):
        if number in (1, last + 1) or (number > last and numbers[at + 1 : at + 2] == [number + 1]):
            last, found, after_last_row = number, found + after_last_row, []
        elif number == last:
            found.append(number)
        else:
            after_last_row.append(number)
    return found
