"""PDF files: lines in the order of the page, joined to paragraphs; ruled tables as grids where pdfplumber is installed; scanned pages recognised."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from importlib.util import find_spec
from itertools import islice, pairwise
from typing import Any

import pypdfium2
import pypdfium2.raw as raw

from mubiao.errors import ReadError
from mubiao.read import recognise
from mubiao.read.limits import MAX_PAGES, MAX_RULED_PAGES, MAX_SCANNED, MAX_SIDE
from mubiao.read.page import Filled, Page, Writer
from mubiao.read.picture import joined, said, write
from mubiao.read.ruled import placed

FEWEST = 30  # characters of a page; one with fewer and a picture is a scan
SHARPEST = 4.0  # dots a point, where pages are small
RULES = 8  # drawn lines or boxes of a page that may hold a table
NEAR = 3  # points between edges of cells that are one
BROKEN = "not a whole PDF file, or locked by a password; save it anew"
HIGH = dict(zip("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹", strict=True))
DIGIT = re.compile("[0-9]")
SMALL, RAISED = 0.8, 0.15  # of the sign in front: how large a raised digit is at most, and how far above it stands at least
QUOTES = re.compile("[\u2018\u2019\u201c\u201d]")
SPLIT = "\ufffe"  # what pdfium gives for a hyphen at the end of a line


def read_pdf(data: bytes, name: str) -> Page:
    """The page of a PDF file; pages that are pictures are recognised where the extra is installed.

    Raises:
        ReadError: damaged, locked, too long, or without text that can be read here (a scan).
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise ReadError(f"{name}: {BROKEN}") from error
    try:
        if len(document) > MAX_PAGES:
            raise ReadError(f"{name}: a PDF file of {len(document)} pages; split it into files of {MAX_PAGES}")
        return _Pages(document, data, name).page()
    except pypdfium2.PdfiumError as error:  # a page of it
        raise ReadError(f"{name}: {BROKEN}") from error
    finally:
        document.close()


class _Pages:
    """Writes the pages of a file one after another, and keeps what is to be said of them."""

    def __init__(self, document: pypdfium2.PdfDocument, data: bytes, name: str) -> None:
        self.document, self.data, self.name = document, data, name
        self.writer = Writer()
        self.told: Counter[str] = Counter()
        self.plumber: Any = None
        self.ruled = self.scanned = self.unread = 0

    def page(self) -> Page:
        starts: list[int] = []
        for number in range(len(self.document)):
            starts.append(self.writer.length)
            page = self.document[number]
            self._write(page, number)
            page.close()
        if self.plumber is not None:
            with suppress(Exception):  # it reads pages that are damaged once more
                self.plumber.close()
        if 2 * self.unread > len(self.document):
            raise ReadError(f"{self.name}: a scan, its pages are pictures; {recognise.EXTRA}, or save it as PDF with text")
        if not any(line.strip() for line in self.writer.lines):
            raise ReadError(f"{self.name}: the PDF file holds no text")
        remarks = [f"{what} ({count} pages)" for what, count in self.told.items()]
        return joined(self.writer.page("pdf", remarks=[*remarks, *([said(self.writer, self.scanned)] if self.scanned else [])]), starts)

    def _write(self, page: pypdfium2.PdfPage, number: int) -> None:
        text = page.get_textpage()
        if text.count_chars() < FEWEST and _is_picture(page):
            self._scan(page)
        else:
            _page(page, text, self._tables(page, number), self.writer, self.name)
        text.close()

    def _scan(self, page: pypdfium2.PdfPage) -> None:
        """A page that is a picture."""
        if not recognise.is_there():
            self.unread += 1
            self.told[f"left out: pages that are pictures; {recognise.EXTRA}"] += 1
            return
        self.scanned += 1
        if self.scanned > MAX_SCANNED:
            raise ReadError(f"{self.name}: a scan of more than {MAX_SCANNED} pages; split it into files of {MAX_SCANNED}")
        scale = min(SHARPEST, MAX_SIDE / max(page.get_size()))
        write(page.render(scale=scale, rev_byteorder=True).to_numpy()[:, :, :3], self.writer, self.name)

    def _tables(self, page: pypdfium2.PdfPage, number: int) -> list[Any]:
        """The ruled tables of a page from top to bottom."""
        if _rules(page) < RULES:
            return []
        self.ruled += 1
        if not find_spec("pdfplumber"):
            self.told['tables read as running text: pip install "mubiao[pdf]" reads them as tables'] += 1
            return []
        if self.ruled > MAX_RULED_PAGES:
            self.told[f"tables read as running text behind the first {MAX_RULED_PAGES} pages with tables"] += 1
            return []
        try:
            self.plumber = self.plumber or _plumber(self.data)
            return sorted(self.plumber.pages[number].find_tables(), key=lambda table: float(table.bbox[1]))
        except Exception:  # it reads the file in its own way, and ends in many ways where that is damaged
            self.told["tables read as running text: damaged"] += 1
            return []


def _plumber(data: bytes) -> Any:
    import pdfplumber  # an extra: it brings 70 MB along

    return pdfplumber.open(io.BytesIO(data))


def _rules(page: pypdfium2.PdfPage) -> int:
    """Lines and boxes that are drawn on a page."""
    drawn = page.get_objects(filter=(raw.FPDF_PAGEOBJ_PATH,), max_depth=2)
    return sum(1 for _ in islice(drawn, RULES))


def _is_picture(page: pypdfium2.PdfPage) -> bool:
    return any(True for _ in page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,), max_depth=2))


def _page(page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage, tables: list[Any], writer: Writer, name: str) -> None:
    """Write what stands above, in, between and below the tables of a page."""
    height = page.get_height()
    left = list(_lines(text, height if tables else None))
    for table in tables:
        _, top, _, bottom = table.bbox
        for line, _ in (one for one in left if one[1] < top):
            writer.line(line)
        left = [one for one in left if one[1] >= bottom]
        writer.table(list(_cells(table, text, height)), name)
    for line, _ in left:
        writer.line(line)


def _lines(text: pypdfium2.PdfTextPage, height: float | None) -> Iterator[tuple[str, float]]:
    """The lines of a page that hold something, each with how far its middle stands below the upper edge.

    Args:
        height: of the page, where somebody wants to know where its lines stand.
    """
    position = 0
    middle = 0.0
    for line in text.get_text_range().split("\n"):
        plain = line.replace("\r", "")
        plain = _raised(text, position, plain)
        if QUOTES.search(plain):
            plain = _in_order(text, position, plain)
        plain = plain.replace(SPLIT, "-")
        if plain.strip():
            if height is not None:
                middle = _middle(text, position + len(line) - len(line.lstrip()), height, middle)
            yield plain.rstrip(), middle
        position += len(line) + 1


def _raised(text: pypdfium2.PdfTextPage, start: int, line: str) -> str:
    """A line in which digits that stand small and high behind another sign are the signs for them: 8000²家 is not 80002家."""
    chars = list(line)
    for index in (match.start() for match in DIGIT.finditer(line) if match.start()):
        beside = index - 1
        while beside and chars[beside] in HIGH.values():  # a mark of two digits
            beside -= 1
        before, own = (raw.FPDFText_GetFontSize(text, start + at) for at in (beside, index))
        if 0 < own < SMALL * before and _bottom(text, start + index) - _bottom(text, start + beside) > RAISED * before:
            chars[index] = HIGH[chars[index]]
    return "".join(chars)


def _bottom(text: pypdfium2.PdfTextPage, index: int) -> float:
    try:
        return float(text.get_charbox(index, loose=True)[1])
    except pypdfium2.PdfiumError:
        return 0.0


def _in_order(text: pypdfium2.PdfTextPage, start: int, line: str) -> str:
    """A line from left to right: quotation marks of another font come behind the line in some files, with blanks for the gaps."""
    placed: list[tuple[float, str]] = []
    for index, char in enumerate(line, start):
        if raw.FPDFText_IsGenerated(text, index) == 1:
            continue
        try:
            left, _, right, _ = text.get_charbox(index)
        except pypdfium2.PdfiumError:
            return line
        placed.append(((left + right) / 2, char))
    if all(before[0] <= after[0] for before, after in pairwise(placed)):
        return line
    return "".join(char for _, char in sorted(placed, key=lambda one: one[0]))


def _middle(text: pypdfium2.PdfTextPage, index: int, height: float, before: float) -> float:
    """How far a character stands below the upper edge; a blank that pdfium put in has no place of its own."""
    try:
        _, bottom, _, top = text.get_charbox(index)
    except pypdfium2.PdfiumError:
        return before
    return float(height - (bottom + top) / 2)


def _cells(table: Any, text: pypdfium2.PdfTextPage, height: float) -> Iterator[Filled]:
    """The cells of a ruled table in the places that their edges tell."""
    for (left, top, right, bottom), cell in placed([box for box in table.cells if box], NEAR):
        inside = text.get_text_bounded(left=left, right=right, top=height - top, bottom=height - bottom)
        yield replace(cell, text="".join(line.strip() for line in inside.replace("\r", "\n").split("\n")))
