"""What of a page of a PDF file is text, and what are the notes at its foot."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise

from mubiao.read.glyphs import HIGH, Glyphs
from mubiao.read.page_ends import is_page_number
from mubiao.read.ruled import DRAWN_LINES

MARK = re.compile(f"[{''.join(HIGH.values())}]+")
FIRST = re.compile(r"\d{1,2}(?![\d.、．])")
SMALLER = 0.92  # of the text's height: how high the signs of notes are at most


class PageText:
    """The lines of one page, and its notes.

    Args:
        tables: how far below the upper edge the last table of the page ends; 0 where it has none.
    """

    def __init__(self, glyphs: Glyphs, tables: float) -> None:
        self.glyphs, self.tables = glyphs, tables

    def lines(self, placed: bool) -> Iterator[tuple[str, float]]:
        """The lines that hold something, each with how far its middle stands below the upper edge.

        Args:
            placed: somebody wants to know where the lines stand.
        """
        middle = 0.0
        for position, line in self.glyphs.read:
            if line.strip() and not self.foot <= position:
                if placed:
                    first = self.glyphs.place(position + len(line) - len(line.lstrip()))
                    middle = self.glyphs.height - (first[1] + first[3]) / 2 if first else middle
                yield line.rstrip(), middle

    @cached_property
    def marks(self) -> frozenset[str]:
        """Numbers that stand high on the page: marks of notes."""
        found = (match[0] for _, line in self.glyphs.read for match in MARK.finditer(line))
        return frozenset(mark.translate({ord(high): digit for digit, high in HIGH.items()}) for mark in found)

    @cached_property
    def foot(self) -> int:
        """The sign with which the notes at the foot of the page begin; behind the last sign where there are none.

        The first begins with a mark that stands in the text too, and is set apart from it: smaller, or below a line that is drawn.
        """
        end = len(self.glyphs.text)
        if not self.marks:
            return end
        lines = [(position, line) for position, line in self.glyphs.read if line.strip() and not is_page_number(line)]
        sizes = {position: self._size(position, len(line)) for position, line in lines}
        ((body, _),) = Counter(sizes.values()).most_common(1)
        small = len(lines)
        while small and sizes[lines[small - 1][0]] < SMALLER * body:
            small -= 1
        smaller = lines[small][0] if small < len(lines) else end
        for (above, _), (position, line) in pairwise(lines):
            if self._mark(line) and self._is_below_tables(position) and (position >= smaller or self._parted(above, position)):
                return position
        return end

    def _is_below_tables(self, position: int) -> bool:
        """Whether a line may be a note: the rows of a table begin with numbers, are small and have lines above them too."""
        place = self.glyphs.place(position) if self.tables else None
        return place is None or self.glyphs.height - place[1] > self.tables

    def _parted(self, above: int, below: int) -> bool:
        """Whether a line is drawn between two lines of text, and none of a table that nobody found."""
        if not self.tables and len(self.glyphs.strokes) >= DRAWN_LINES:
            return False
        upper, lower = self.glyphs.place(above), self.glyphs.place(below)
        return upper is not None and lower is not None and any(lower[3] <= level <= upper[1] for level, *_ in self.glyphs.strokes)

    def notes(self) -> list[str]:
        """The notes at the foot of the page, without their marks."""
        found: list[str] = []
        for _, line in (one for one in self.glyphs.read if one[0] >= self.foot and one[1].strip() and not is_page_number(one[1])):
            if mark := self._mark(line):
                found.append(line.strip()[len(mark) :].strip())
            else:
                found[-1] += line.strip()
        return found

    def _mark(self, line: str) -> str:
        """The mark with which a line begins, where the page has it as one."""
        match = FIRST.match(line.strip())
        return match[0] if match and match[0] in self.marks else ""

    def _size(self, position: int, length: int) -> float:
        """How high the signs of a line are."""
        places = [self.glyphs.place(index) for index in range(position, position + length)]
        return round(max((place[3] - place[1] for place in places if place), default=0.0), 1)
