"""Word files: paragraphs and table cells in the order of the document, one a line."""

from __future__ import annotations

import io
import zipfile
import zlib

from docx import Document as open_docx
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table

from mubiao.errors import ReadError

MAX_UNPACKED = 300_000_000
DAMAGE = (zipfile.BadZipFile, zlib.error, KeyError, ValueError, OSError, EOFError, SyntaxError, RuntimeError)  # of the last kind: locked, oddly packed


def read_docx(data: bytes, name: str) -> str:
    """Text of a DOCX file: its paragraphs joined by line feeds; the cells of a table stand apart by an empty line.

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
    lines: list[str] = []
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            lines.extend(_cells(block))
        else:
            lines.append(block.text)
    text = "\n".join(lines)
    if not text.strip():
        raise ReadError(f"{name}: the DOCX holds no text")
    return text


def _cells(table: Table) -> list[str]:
    lines: list[str] = []
    for row in table.rows:
        seen = set()
        for cell in row.cells:
            if id(cell._tc) not in seen:  # a merged cell comes once for each column it spans
                seen.add(id(cell._tc))
                lines += [cell.text, ""]
    return lines
