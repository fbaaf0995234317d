"""Word files: paragraphs and table cells in the order of the document, one a line."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from docx import Document as open_docx
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.table import Table

from mubiao.errors import ReadError

MAX_UNPACKED = 300_000_000
DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    KeyError,
    ValueError,
    OSError,
    EOFError,
    SyntaxError,
    RuntimeError,
)  # of the last kind: locked, oddly packed

PARAGRAPH, TABLE, TEXT, BREAK = qn("w:p"), qn("w:tbl"), qn("w:t"), qn("w:br")
SIGNS = {qn("w:tab"): "\t", qn("w:ptab"): "\t", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
# What is only around text: runs, links, fields, content controls, and what was inserted or moved here with tracked changes.
AROUND = {qn(f"w:{name}") for name in ("r", "hyperlink", "fldSimple", "sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "dir", "bdo")}


def read_docx(data: bytes, name: str) -> str:
    """Text of a DOCX file: its paragraphs joined by line feeds; the cells of a table stand apart by an empty line.

    What was deleted with tracked changes is left out, what was inserted is read.

    Raises:
        ReadError: truncated, not a Word file, unpacking to more than 300 MB, or without text.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > MAX_UNPACKED:
                raise ReadError(f"{name}: unpacks to more than {MAX_UNPACKED // 1_000_000} MB")
            if archive.testzip() is not None:
                raise ReadError(f"{name}: damaged DOCX")
        document = open_docx(io.BytesIO(data))
    except (*DAMAGE, PackageNotFoundError) as error:
        raise ReadError(f"{name}: not a whole DOCX file (truncated or damaged)") from error
    text = "\n".join(_lines(document.element.body, document))
    if not text.strip():
        raise ReadError(f"{name}: the DOCX holds no text")
    return text


def _lines(block: Any, parent: Any) -> Iterator[str]:
    """Lines of the paragraphs and tables in a body, cell or content control."""
    for element in block:
        if element.tag == PARAGRAPH:
            yield "".join(_letters(element))
        elif element.tag == TABLE:
            yield from _cells(Table(element, parent))
        elif element.tag in AROUND:
            yield from _lines(element, parent)


def _cells(table: Table) -> Iterator[str]:
    for row in table.rows:
        seen = set()
        for cell in row.cells:
            if id(cell._tc) not in seen:  # a merged cell comes once for each column it spans
                seen.add(id(cell._tc))
                yield from _lines(cell._tc, cell)
                yield ""


def _letters(block: Any) -> Iterator[str]:
    for element in block:
        if element.tag == TEXT:
            yield element.text or ""
        elif element.tag == BREAK:
            yield "\n" if element.get(qn("w:type"), "textWrapping") == "textWrapping" else ""  # other breaks end a page or column
        elif element.tag in SIGNS:
            yield SIGNS[element.tag]
        elif element.tag in AROUND:
            yield from _letters(element)
