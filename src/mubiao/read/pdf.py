"""PDF files with text: lines in the order of the page, joined to paragraphs; ruled tables as grids where pdfplumber is installed."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from importlib.util import find_spec
from itertools import islice
from typing import Any

import pypdfium2
import pypdfium2.raw as raw

from mubiao.errors import ReadError
from mubiao.read.joiner import joints
from mubiao.read.limits import MAX_PAGES, MAX_RULED_PAGES
from mubiao.read.page import Filled, Page, Writer

FEWEST = 30  # characters of a page on the average; a file with fewer is a scan
RULES = 8  # drawn lines or boxes of a page that may hold a table
NEAR = 3  # points between edges of cells that are one
BROKEN = "not a whole PDF file, or locked by a password; save it anew"
SPLIT = "\ufffe"  # what pdfium gives for a hyphen at the end of a line


def read_pdf(data: bytes, name: str) -> Page:
    """The page of a PDF file that holds text.

    Raises:
        ReadError: damaged, locked, too long, or without text (a scan).
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise ReadError(f"{name}: {BROKEN}") from error
    try:
        if len(document) > MAX_PAGES:
            raise ReadError(f"{name}: a PDF file of {len(document)} pages; split it into files of {MAX_PAGES}")
        writer = Writer()
        pages, ruled = _write(document, data, writer, name)
        if sum(len(line.strip()) for line in writer.lines) < FEWEST * max(1, min(len(document), 10)) and _pictures(document):
            raise ReadError(f"{name}: a scan, its pages are pictures; recognise its text first and save that as .txt, DOCX or PDF with text")
    except pypdfium2.PdfiumError as error:  # a page of it
        raise ReadError(f"{name}: {BROKEN}") from error
    finally:
        document.close()
    if not any(line.strip() for line in writer.lines):
        raise ReadError(f"{name}: the PDF file holds no text")
    page = writer.page("pdf", remarks=ruled)
    spans = [table.span for table in page.tables]
    outside = [(low, high) for low, high in joints(page.text, pages) if not any(first < high and low < last for first, last in spans)]
    return replace(page, joints=tuple(outside))


def _write(document: pypdfium2.PdfDocument, data: bytes, writer: Writer, name: str) -> tuple[list[int], list[str]]:
    """Write the pages: where each begins, and what is to be said of their tables."""
    told: Counter[str] = Counter()
    plumber: Any = None
    starts: list[int] = []
    ruled = 0
    for number in range(len(document)):
        page = document[number]
        starts.append(writer.length)
        tables: list[Any] = []
        if _rules(page) >= RULES:
            ruled += 1
            if not find_spec("pdfplumber"):
                told['tables read as running text: pip install "mubiao[pdf]" reads them as tables'] += 1
            elif ruled > MAX_RULED_PAGES:
                told[f"tables read as running text behind the first {MAX_RULED_PAGES} pages with tables"] += 1
            else:
                try:
                    plumber = plumber or _plumber(data)
                    tables = sorted(plumber.pages[number].find_tables(), key=lambda table: float(table.bbox[1]))
                except Exception:  # it reads the file in its own way, and ends in many ways where that is damaged
                    told["tables read as running text: damaged"] += 1
        _page(page, tables, writer, name)
        page.close()
    if plumber is not None:
        with suppress(Exception):  # it reads pages that are damaged once more
            plumber.close()
    return starts, [f"{what} ({count} pages)" for what, count in told.items()]


def _plumber(data: bytes) -> Any:
    import pdfplumber  # an extra: it brings 30 MB along

    return pdfplumber.open(io.BytesIO(data))


def _rules(page: pypdfium2.PdfPage) -> int:
    """Lines and boxes that are drawn on a page."""
    drawn = page.get_objects(filter=(raw.FPDF_PAGEOBJ_PATH,), max_depth=2)
    return sum(1 for _ in islice(drawn, RULES))


def _pictures(document: pypdfium2.PdfDocument) -> bool:
    return any(True for _ in document[0].get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,), max_depth=2))


def _page(page: pypdfium2.PdfPage, tables: list[Any], writer: Writer, name: str) -> None:
    """Write what stands above, in, between and below the tables of a page."""
    text = page.get_textpage()
    height = page.get_height()
    if not tables:
        _lines(text.get_text_range(), writer)
    top = height
    for table in tables:
        _, above, _, below = table.bbox
        _lines(text.get_text_bounded(bottom=height - above, top=top), writer)
        writer.table(list(_cells(table, text, height)), name)
        top = height - below
    if tables:
        _lines(text.get_text_bounded(top=top), writer)
    text.close()


def _lines(text: str, writer: Writer) -> None:
    for line in text.replace(SPLIT, "-").replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        if line.strip():
            writer.line(line.rstrip())


def _cells(table: Any, text: pypdfium2.PdfTextPage, height: float) -> Iterator[Filled]:
    """The cells of a ruled table in the places that their edges tell."""
    boxes = [box for box in table.cells if box]
    columns, rows = _edges([box[0] for box in boxes]), _edges([box[1] for box in boxes])
    for left, top, right, bottom in sorted(boxes, key=lambda box: (box[1], box[0])):
        inside = text.get_text_bounded(left=left, right=right, top=height - top, bottom=height - bottom)
        column, row = _place(columns, left), _place(rows, top)
        wide, high = _place(columns, right - NEAR) - column + 1, _place(rows, bottom - NEAR) - row + 1
        yield Filled("".join(line.strip() for line in inside.replace("\r", "\n").split("\n")), row, column, max(1, high), max(1, wide))


def _edges(values: list[float]) -> list[float]:
    """Edges of cells, those that nearly touch as one."""
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > NEAR:
            edges.append(value)
    return edges


def _place(edges: list[float], value: float) -> int:
    """The last edge at or before a value."""
    return max((at for at, edge in enumerate(edges) if edge <= value + NEAR), default=0)
