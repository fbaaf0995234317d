"""Lines that are drawn on a page of a PDF file, and the signs that they strike out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice

import pypdfium2
import pypdfium2.raw as raw

STROKES = 5000  # drawn lines of a page that are looked at
THIN = 0.15  # of a sign's height: how thick the line is at most that strikes it out
ACROSS = (0.3, 0.7)  # of a sign's height: where such a line goes through it; one below is an underline, or the line of a table

Place = tuple[float, float, float, float]  # left, bottom, right, top of a sign with the room around it
Stroke = tuple[float, float, float, float]  # level, thickness, left and right end of a line that is drawn across a page


def strokes(page: pypdfium2.PdfPage) -> Iterator[Stroke]:
    """The lines that are drawn across a page."""
    for drawn in islice(page.get_objects(filter=(raw.FPDF_PAGEOBJ_PATH,), max_depth=2), STROKES):
        try:
            left, bottom, right, top = drawn.get_bounds()
        except pypdfium2.PdfiumError:
            continue
        if right - left > top - bottom:
            yield (bottom + top) / 2, top - bottom, left, right


def struck(text: str, places: Sequence[Place | None], drawn: Sequence[Stroke]) -> frozenset[int]:
    """Numbers of the signs of a text that a thin line goes through.

    Args:
        places: where each sign stands.
        drawn: the lines of the page, from its lower edge up.
    """
    found = set()
    levels = [stroke[0] for stroke in drawn]
    for index, place in enumerate(places):
        if place is None or text[index].isspace():
            continue
        left, bottom, right, top = place
        low, high = (bottom + share * (top - bottom) for share in ACROSS)
        for _, thick, begin, end in drawn[bisect_left(levels, low) : bisect_right(levels, high)]:
            if begin <= (left + right) / 2 <= end and thick <= THIN * (top - bottom):
                found.add(index)
    return frozenset(found)
