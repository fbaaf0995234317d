"""Page numbers and running heads between the pages of a text."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from mubiao.lexicon.expressions import expression
from mubiao.read.printed import Printed, duty_label

REPEATED = 3  # pages in a row on which a line stands that is their running head
EACH_SECOND = 2  # pages from one head to the next, where left and right ones have their own
COUNTED = 2  # pages in a row whose numbers count on
EDGE = 2  # lines at each end of a page that may be its head or number
LONGEST_HEAD = 40  # characters of a running head


def is_page_number(line: str) -> bool:
    """Whether a line holds the number of a page and nothing else.

    >>> is_page_number("- 3 -"), is_page_number("第3页 共9页"), is_page_number("第三季度")
    (True, True, False)
    """
    return expression("page_number").fullmatch(line) is not None


def between_pages(lines: list[Printed], pages: Sequence[int], cells: Set[int]) -> set[int]:
    """Indexes of page numbers and running heads; the first head stays, it is the title.

    Args:
        cells: indexes of the lines of flattened tables. A number alone may be that of a row there, and is one of a page where those beside it
            count on; what stands inside pages too is a cell.
    """
    starts = [line.start for line in lines]
    firsts = [bisect_left(starts, page) for page in pages]
    away: set[int] = set()
    stood: dict[tuple[int, str], list[tuple[int, int]]] = defaultdict(list)  # place at an end of a page and text -> pages and indexes
    counted: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)  # place, and by how much a number differs from that of its page
    for page, (first, end) in enumerate(pairwise([*firsts, len(lines)]) if pages else ()):
        for place in {*range(min(EDGE, end - first)), *range(-min(EDGE, end - first), 0)}:
            at = first + place if place >= 0 else end + place
            text = lines[at].text.strip()
            if is_page_number(text):
                if at in cells and text.isdecimal():
                    counted[place, int(text) - page].append((page, at))
                else:
                    away.add(at)
            elif text and len(text) <= LONGEST_HEAD and not duty_label().match(text.replace("：", ":").replace("（", "(")):
                stood[place, text].append((page, at))
    inside = Counter(lines[at].text.strip() for at in cells)
    for (_, text), found in stood.items():
        if inside[text] <= len(found):
            away.update(at for run in _runs(found) if len(run) >= REPEATED for at in run[1:])
    for found in counted.values():
        away.update(at for run in _runs(found) if len(run) >= COUNTED for at in run)
    return away


def _runs(found: Sequence[tuple[int, int]]) -> Iterator[list[int]]:
    """Indexes of a line on pages that follow one another, or each second one: any other line that comes again is text."""
    ends = [at for at, (above, below) in enumerate(pairwise(found), 1) if below[0] - above[0] > EACH_SECOND]
    for first, end in pairwise([0, *ends, len(found)]):
        yield [at for _, at in found[first:end]]
