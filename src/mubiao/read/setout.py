"""Where recognised lines stand on a page, and in which order they are read: columns one after another, lines from top to bottom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

MIDDLE = (0.35, 0.65)  # part of the page's width in which the gap between two columns stands
STEPS = 60  # places in it that are tried
FEWEST = 5  # lines of a column
FULL = 0.6  # share of its column's width that a line fills on the average; cells of a table do not
CROSSING = 0.25  # share of the lines that may go over both columns, as titles do
INDENTED = 1.5  # characters that the first line of a paragraph stands further right
APART = 1.5  # characters between parts of a line that are cells, and not words
FEWEST_ROWS, FEWEST_PARTS = 3, 3  # of lines that are the rows of a table without drawn lines
INDENT = "\u3000\u3000"


@dataclass(frozen=True, slots=True)
class Seen:
    """A recognised line: its text, its box, and how sure the recognition is of it (0 to 1)."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    score: float
    slope: float = 0.0

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def middle(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


def in_order(seen: Sequence[Seen]) -> list[tuple[str, float]]:
    """Lines of a page as they are read, each with its score: parts of one line together, paragraphs indented as on the page.

    >>> in_order([Seen("右", 60, 0, 80, 20, 0.8), Seen("左", 0, 1, 20, 21, 0.9), Seen("下", 0, 30, 20, 50, 1.0)])
    [('左  右', 0.8), ('下', 1.0)]
    """
    lines: list[tuple[str, float]] = []
    for block in _columns(_straight(seen)):
        lines += _set_lines(block)
    return lines


def _straight(seen: Sequence[Seen]) -> list[Seen]:
    """The lines as they would stand on a page that was not turned."""
    slope = median([one.slope for one in seen]) if seen else 0.0
    return [replace(one, top=one.top - slope * one.left, bottom=one.bottom - slope * one.left) for one in seen]


def _columns(seen: list[Seen]) -> list[list[Seen]]:
    """Blocks in the order of reading: left before right column, what goes over both between them."""
    gap = _gap(seen)
    if gap is None:
        return [seen]
    blocks: list[list[Seen]] = []
    crossing = sorted((one for one in seen if one.left < gap < one.right), key=lambda one: one.top)
    top = float("-inf")
    for over in [*crossing, None]:
        end = over.top if over else float("inf")
        band = [one for one in seen if top <= one.middle[1] < end and not one.left < gap < one.right]
        blocks += [[one for one in band if one.right <= gap], [one for one in band if one.left >= gap], [over] if over else []]
        top = end
    return [block for block in blocks if block]


def _gap(seen: Sequence[Seen]) -> float | None:
    """Where a page is parted into two columns of text; None where it is not."""
    if len(seen) < 2 * FEWEST:
        return None
    left, right = min(one.left for one in seen), max(one.right for one in seen)
    places = [left + (right - left) * (MIDDLE[0] + (MIDDLE[1] - MIDDLE[0]) * step / STEPS) for step in range(STEPS + 1)]
    crossed = {place: sum(1 for one in seen if one.left < place < one.right) for place in places}
    fewest = min(crossed.values())
    best = [place for place in places if crossed[place] == fewest]
    gap = best[len(best) // 2]
    sides = ([one for one in seen if one.right <= gap], [one for one in seen if one.left >= gap])
    if fewest > CROSSING * len(seen) or any(len(side) < FEWEST or not _is_text(side) for side in sides):
        return None
    return gap


def _is_text(side: Sequence[Seen]) -> bool:
    width = max(one.right for one in side) - min(one.left for one in side)
    return median(one.right - one.left for one in side) >= FULL * width


def _set_lines(block: Sequence[Seen]) -> list[tuple[str, float]]:
    rows: list[list[Seen]] = []
    for one in sorted(block, key=lambda one: one.middle[1]):
        if rows and one.top < rows[-1][0].middle[1] < one.bottom:
            rows[-1].append(one)
        else:
            rows.append([one])
    parts = [_set_together(sorted(row, key=lambda one: one.left)) for row in rows]
    edge = min((row[0].left for row in parts), default=0.0)
    return [_set_line(row, "\t" if _in_table(parts, at) else "  ", edge) for at, row in enumerate(parts)]


def _set_together(row: Sequence[Seen]) -> list[Seen]:
    """The parts of a line; what stands close together is one."""
    parts: list[Seen] = []
    for one in row:
        if parts and one.left - parts[-1].right < APART * one.height:
            last = parts[-1]
            parts[-1] = replace(last, text=last.text + one.text, right=one.right, score=min(last.score, one.score))
        else:
            parts.append(one)
    return parts


def _in_table(rows: Sequence[Sequence[Seen]], at: int) -> bool:
    """Whether a line is the row of a table without drawn lines: lines around it have as many parts."""
    parts = len(rows[at])
    first = last = at
    while first > 0 and len(rows[first - 1]) == parts:
        first -= 1
    while last + 1 < len(rows) and len(rows[last + 1]) == parts:
        last += 1
    return parts >= FEWEST_PARTS and last - first + 1 >= FEWEST_ROWS


def _set_line(row: Sequence[Seen], sign: str, edge: float) -> tuple[str, float]:
    indented = len(row) == 1 and row[0].left - edge >= INDENTED * row[0].height
    return (INDENT if indented else "") + sign.join(one.text for one in row), min(one.score for one in row)
