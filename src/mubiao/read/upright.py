"""Pages of a PDF file whose signs lie on their sides, as a wide table on a high page does: the same page with its signs upright."""

from __future__ import annotations

import io
import math
from collections import Counter
from collections.abc import Callable

import pypdfium2
import pypdfium2.raw as raw

SEEN = 200  # signs of a page that tell how it is turned
QUARTER = 90  # degrees
BACK: dict[int, Callable[[float, float], tuple[pypdfium2.PdfMatrix, float, float]]] = {
    0: lambda wide, high: (pypdfium2.PdfMatrix(), wide, high),
    1: lambda wide, high: (pypdfium2.PdfMatrix(0, 1, -1, 0, high, 0), high, wide),
    2: lambda wide, high: (pypdfium2.PdfMatrix(-1, 0, 0, -1, wide, high), wide, high),
    3: lambda wide, high: (pypdfium2.PdfMatrix(0, -1, 1, 0, 0, wide), high, wide),
}  # quarters to the right that signs are turned as a page is shown -> how it is turned back, its width and height then


def turned(text: pypdfium2.PdfTextPage) -> int:
    """How many quarters to the right most signs of a page lie in the file; another number than 0 misleads whoever asks where they stand."""
    step = max(1, text.count_chars() // SEEN)
    angles = (raw.FPDFText_GetCharAngle(text, index) for index in range(0, text.count_chars(), step))
    counted = Counter(round(math.degrees(angle) / QUARTER) % 4 for angle in angles if angle >= 0)
    return counted.most_common(1)[0][0] if counted else 0


def upright(document: pypdfium2.PdfDocument, number: int, quarters: int) -> bytes:
    """A file of one page of another, its signs upright whatever way the page is shown.

    Args:
        quarters: to the right that they lie in the file.
    """
    made = pypdfium2.PdfDocument.new()
    shown = document[number]
    matrix, wide, high = BACK[(quarters + shown.get_rotation() // QUARTER) % 4](*shown.get_size())
    placed = document.page_as_xobject(number, made).as_pageobject()
    placed.set_matrix(matrix)
    page = made.new_page(wide, high)
    page.insert_obj(placed)
    page.gen_content()
    buffer = io.BytesIO()
    made.save(buffer)
    made.close()
    return buffer.getvalue()
