"""The signs on a page of a PDF file: lines from left to right, what stands in a box, and which signs are struck out or stand high."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import pairwise

import pypdfium2
import pypdfium2.raw as raw

from mubiao.read.boxed import Sign, boxed
from mubiao.read.ruled import Box
from mubiao.read.strokes import Place, Stroke, strokes, struck

HIGH = dict(zip("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹", strict=True))
DIGIT = re.compile("[0-9]")
SMALL, RAISED = 0.8, 0.15  # of the sign in front: how large a raised digit is at most, and how far above it stands at least
QUOTES = re.compile("[\u2018\u2019\u201c\u201d]")
SPLIT = "\ufffe"  # what pdfium gives for a hyphen at the end of a line
STRUCK = "\0"  # in place of a sign that is struck out
WIDE = r"\u3000-\u303f\u4e00-\u9fff\uff00-\uffef"  # Chinese signs, each as wide as high
BETWEEN = re.compile(rf"(?<=[{WIDE}/]) (?=[{WIDE}/])")
SPREAD = 0.8  # of the wider sign's width: how far apart signs stand at most where a line was spread over the width of the page


class Glyphs:
    """The signs of one page, by their number in its text.

    Args:
        copied: the page is a copy of another, of which pdfium does not tell where its lines are drawn.
    """

    def __init__(self, page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage, copied: bool = False) -> None:
        self.page, self.of, self.copied = page, text, copied
        self.text: str = text.get_text_range()
        self.struck = struck(self.text, self.places, self.strokes) if self.strokes else frozenset()

    @cached_property
    def height(self) -> float:
        return float(self.page.get_height())

    @cached_property
    def strokes(self) -> list[Stroke]:
        """The lines that are drawn across the page, from its lower edge up."""
        return [] if self.copied else sorted(strokes(self.page))

    @cached_property
    def places(self) -> list[Place | None]:
        """Where each sign stands; None for those that pdfium put in between."""
        return [self.place(index) for index in range(len(self.text))]

    @cached_property
    def _by_height(self) -> list[tuple[float, int]]:
        """How far the middle of each sign stands below the upper edge, with its number."""
        return sorted((self.height - (place[1] + place[3]) / 2, index) for index, place in enumerate(self.places) if place)

    @cached_property
    def read(self) -> list[tuple[int, str]]:
        """Number of the first sign of each line, and the line as it is read."""
        found, position = [], 0
        for line in self.text.split("\n"):
            found.append((position, self._plain(position, line.replace("\r", ""))))
            position += len(line) + 1
        return found

    def inside(self, box: Box) -> str:
        """What stands in a box, given from the upper edge down."""
        left, top, right, bottom = box
        low, high = bisect_left(self._by_height, (top, 0)), bisect_right(self._by_height, (bottom, 0))
        indexes = (index for _, index in self._by_height[low:high] if left <= self._middle(index) < right)
        return boxed([sign for index in sorted(indexes) if (sign := self._sign(index))], box)

    def _sign(self, index: int) -> Sign | None:
        """A sign of the page; None for blanks, and for one that is struck out."""
        text, place = self._plain(index, self.text[index]), self.places[index]
        if not text.strip() or place is None:
            return None
        left, bottom, right, top = place
        return Sign(text, left, self.height - top, right, self.height - bottom, self._is_parted(index))

    def _is_parted(self, index: int) -> bool:
        """Whether the file, and not pdfium, has a blank in front of a sign."""
        before = index - 1
        while before >= 0 and self.text[before].isspace() and raw.FPDFText_IsGenerated(self.of, before) == 1:
            before -= 1
        return before >= 0 and self.text[before].isspace()

    def _middle(self, index: int) -> float:
        place = self.places[index]
        return (place[0] + place[2]) / 2 if place else -1.0

    def _plain(self, start: int, line: str) -> str:
        """Signs of a line as they are read, without those that are struck out."""
        line = self._raised(start, line)
        if self.struck:
            line = "".join(STRUCK if start + at in self.struck else char for at, char in enumerate(line))
        for match in BETWEEN.finditer(line):
            if self._is_spread(start + match.start()):
                line = f"{line[: match.start()]}{STRUCK}{line[match.end() :]}"
        if QUOTES.search(line):
            line = self._in_order(start, line)
        return line.replace(SPLIT, "-").replace(STRUCK, "")

    def _is_spread(self, index: int) -> bool:
        """Whether pdfium, and not the file, put a blank between two signs of a line that was spread over the width of the page."""
        before, behind = self.place(index - 1), self.place(index + 1)
        if raw.FPDFText_IsGenerated(self.of, index) != 1 or before is None or behind is None:
            return False
        return behind[0] - before[2] < SPREAD * max(right - left for left, _, right, _ in (before, behind))

    def place(self, index: int) -> Place | None:
        """Where a sign stands; None for one that pdfium put in between."""
        try:
            left, bottom, right, top = self.of.get_charbox(index, loose=True)
        except pypdfium2.PdfiumError:
            return None
        return (left, bottom, right, top) if right > left and top > bottom else None

    def _raised(self, start: int, line: str) -> str:
        """A line in which digits that stand small and high behind another sign are the signs for them: 8000²家 is not 80002家."""
        chars = list(line)
        for index in (match.start() for match in DIGIT.finditer(line) if start + match.start()):
            beside = index - 1
            while beside >= 0 and chars[beside] in HIGH.values():  # a mark of two digits
                beside -= 1
            before, own = (raw.FPDFText_GetFontSize(self.of, start + at) for at in (beside, index))
            if 0 < own < SMALL * before and self._bottom(start + index) - self._bottom(start + beside) > RAISED * before:
                chars[index] = HIGH[chars[index]]
        return "".join(chars)

    def _bottom(self, index: int) -> float:
        place = self.place(index)
        return place[1] if place else 0.0

    def _in_order(self, start: int, line: str) -> str:
        """A line from left to right: quotation marks of another font come behind the line in some files, with blanks for the gaps."""
        placed: list[tuple[float, str]] = []
        for index, char in enumerate(line, start):
            if raw.FPDFText_IsGenerated(self.of, index) == 1:
                continue
            try:
                left, _, right, _ = self.of.get_charbox(index)
            except pypdfium2.PdfiumError:
                return line
            placed.append(((left + right) / 2, char))
        if all(before[0] <= after[0] for before, after in pairwise(placed)):
            return line
        return "".join(char for _, char in sorted(placed, key=lambda one: one[0]))
