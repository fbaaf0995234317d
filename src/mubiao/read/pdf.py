"""PDF files: lines in the order of the page, joined to paragraphs; ruled tables as grids where pdfplumber is installed; scanned pages recognised."""

from __future__ import annotations

from collections import Counter
from contextlib import closing, suppress
from importlib.util import find_spec
from typing import Any

import pypdfium2
import pypdfium2.raw as raw

from mubiao.errors import ReadError
from mubiao.read import recognise
from mubiao.read.glyphs import Glyphs
from mubiao.read.limits import MAX_LYING, MAX_PAGES, MAX_RULED_PAGES, MAX_SCANNED, MAX_SIDE
from mubiao.read.page import Page, Writer
from mubiao.read.page_ends import is_page_number
from mubiao.read.page_text import PageText
from mubiao.read.paged import Paged
from mubiao.read.picture import how_recognised, joined, write
from mubiao.read.ruled import DRAWN_LINES, drawn, plumber
from mubiao.read.upright import turned, upright

FEWEST = 30  # characters of a page; one with fewer and a picture is a scan
SHARPEST = 4.0  # dots a point, where pages are small
EDGE = 2  # lines at each end of a page that may be its head or number
NEAR = 3  # points between edges of cells that are one
BROKEN = "not a whole PDF file; save it anew"
LOCKED = "a PDF file locked by a password; save it without one"


def read_pdf(data: bytes, name: str) -> Page:
    """The page of a PDF file; pages that are pictures are recognised where the extra is installed.

    Raises:
        ReadError: damaged, locked, too long, or without text that can be read here (a scan).
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise ReadError(f"{name}: {LOCKED if error.err_code == raw.FPDF_ERR_PASSWORD else BROKEN}") from error
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
        self.open: Paged | None = None  # the table at the end of the last page, which may go on
        self.notes: list[str] = []  # from the foot of all pages
        self.edges: set[str] = set()  # first and last lines of the pages before
        self.dropped: set[str] = set()  # heads and feet of pages that stood between parts of tables
        self.ruled = self.scanned = self.unread = self.lying = 0

    def page(self) -> Page:
        starts: list[int] = []
        for number in range(len(self.document)):
            starts.append(self.writer.length)
            page = self.document[number]
            self._write(page, number)
            page.close()
        self._close()
        for note in self.notes:
            self.writer.note(note)
        if self.plumber is not None:
            with suppress(Exception):  # it reads pages that are damaged once more
                self.plumber.close()
        if 2 * self.unread > len(self.document):
            raise ReadError(f"{self.name}: a scan, its pages are pictures; {recognise.EXTRA}, or save it as PDF with text")
        if not any(line.strip() for line in self.writer.lines):
            raise ReadError(f"{self.name}: the PDF file holds no text")
        remarks = [f"{what} ({count} pages)" for what, count in self.told.items()]
        return joined(self.writer.page("pdf", remarks=[*remarks, *([how_recognised(self.writer, self.scanned)] if self.scanned else [])]), starts)

    def _write(self, page: pypdfium2.PdfPage, number: int) -> None:
        text = page.get_textpage()
        if text.count_chars() < FEWEST and _is_picture(page):
            self._close()
            self._scan(page)
        elif (quarters := turned(text)) or page.get_rotation():
            self._lying(number, quarters)
        else:
            self._page(Glyphs(page, text), self._tables(page, number))
        text.close()

    def _lying(self, number: int, quarters: int) -> None:
        """A page whose signs lie on their sides, or that is shown in another way than it is written."""
        self.lying += 1
        if self.lying > MAX_LYING:
            raise ReadError(f"{self.name}: more than {MAX_LYING} pages that lie on their sides; turn them and save it anew")
        data = upright(self.document, number, quarters)
        with closing(pypdfium2.PdfDocument(data)) as document:
            page = document[0]
            self._page(Glyphs(page, page.get_textpage(), copied=True), self._tables(page, 0, data))

    def _page(self, glyphs: Glyphs, tables: list[Any]) -> None:
        """Write what stands above, in, between and below the tables of a page; the last one may go on."""
        text = PageText(glyphs, max((table.bbox[3] for table in tables), default=0.0))
        left = list(text.lines(placed=bool(tables)))
        ends = {line.strip() for line, _ in left[:EDGE] + left[-EDGE:]}
        self.writer.left_out["struck text"] += len(glyphs.struck)
        self.notes += text.notes()
        for table in tables:
            _, top, _, bottom = table.bbox
            above = [line for line, middle in left if middle < top]
            left = [one for one in left if one[1] >= bottom]
            boxes = {box: glyphs.inside(box) for box in table.cells if box}
            if self.open and self.open.goes_on(list(boxes), NEAR) and all(self._is_edge(line, ends) for line in (*self.open.below, *above)):
                self._drop([*self.open.below, *above])
                self.open.pages.append(boxes)
                self.open.below = []
            else:
                self._close()
                for line in above:
                    self.writer.line(line)
                self.open = Paged([boxes])
        if not tables:
            self._close()
        below = [line for line, _ in left]
        if self.open:
            self.open.below = below
        else:
            for line in below:
                self.writer.line(line)
        self.edges = ends

    def _drop(self, lines: list[str]) -> None:
        """Leave out heads and numbers of pages between two parts of a table."""
        self.writer.left_out["heads and numbers of pages inside tables"] += len(lines)
        self.dropped.update(line.strip() for line in lines)

    def _is_edge(self, line: str, ends: set[str]) -> bool:
        """Whether a line between two parts of a table is the head, foot or number of a page."""
        return is_page_number(line) or (line.strip() in self.edges and line.strip() in ends)

    def _close(self) -> None:
        """Write the table that was still open, and what stands below it."""
        if self.open:
            self.writer.table(self.open.cells(NEAR), self.name)
            foot = [line for line in self.open.below if line.strip() in self.dropped]  # of the table's last page
            self._drop(foot)
            for line in self.open.below:
                if line not in foot:
                    self.writer.line(line)
            self.open = None

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

    def _tables(self, page: pypdfium2.PdfPage, number: int, data: bytes = b"") -> list[Any]:
        """The ruled tables of a page from top to bottom.

        Args:
            data: the file that holds the page, where it is another than this one.
        """
        if drawn(page) < DRAWN_LINES:
            return []
        self.ruled += 1
        if not find_spec("pdfplumber"):
            self.told['tables read as running text: pip install "mubiao[pdf]" reads them as tables'] += 1
            return []
        if self.ruled > MAX_RULED_PAGES:
            self.told[f"tables read as running text behind the first {MAX_RULED_PAGES} pages with tables"] += 1
            return []
        try:
            self.plumber = self.plumber or plumber(self.data)
            found = (plumber(data) if data else self.plumber).pages[number].find_tables()
            return sorted(found, key=lambda table: float(table.bbox[1]))
        except Exception:  # it reads the file in its own way, and ends in many ways where that is damaged
            self.told["tables read as running text: damaged"] += 1
            return []


def _is_picture(page: pypdfium2.PdfPage) -> bool:
    return any(True for _ in page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,), max_depth=2))
