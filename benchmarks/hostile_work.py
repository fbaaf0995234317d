"""One hostile file, made and read in a process of its own: what hostile.py measures."""

from __future__ import annotations

import io
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

from measure import report
from mubiao.errors import ReadError
from mubiao.read.readers import read_pages

sys.path.append(str(Path(__file__).parents[1] / "tests"))
from read.hostile_files import LAUGHS, WIDE, cell, png, word


def zip_bomb() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(4):
            archive.writestr(f"{number}.txt", b"\0" * 100_000_000)
    return buffer.getvalue()


def many_rows() -> bytes:
    rows = [cell("市住建局", "<w:vMerge w:val='restart'/>"), *[cell("", "<w:vMerge/>")] * 1500]
    return word("<w:tbl>" + "".join(f"<w:tr>{first}{cell(f'新增绿地{at}公顷')}</w:tr>" for at, first in enumerate(rows)) + "</w:tbl>")


def long_pdf(pages: int) -> bytes:
    import pypdfium2

    document = pypdfium2.PdfDocument.new()
    for _ in range(pages):
        document.new_page(595, 842)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def picture(side: int) -> bytes:
    """A picture of so many white dots a side."""
    rows = zlib.compressobj(9)
    data = b"".join(rows.compress(b"\0" + b"\xff" * side) for _ in range(side)) + rows.flush()
    return png(side, side, data)


def workbook() -> bytes:
    """Formulas without a saved value, one that calls a program, and a sheet that says it reaches to the last cell."""
    import xlsxwriter

    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["指标", "2025年目标"])
        sheet.write_row(1, 0, ["新增绿地（公顷）"])
        sheet.write_formula(1, 1, "=cmd|'/c calc'!A1", None, 200)
        sheet.write(1_048_575, 16_383, "尾")
    return buffer.getvalue()


def with_macros() -> bytes:
    """A small sheet with a formula that calls a program, its saved value, and a project of macros beside it."""
    import xlsxwriter

    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["指标", "2025年目标"])
        sheet.write(1, 0, "新增绿地（公顷）")
        sheet.write_formula(1, 1, "=cmd|'/c calc'!A1", None, 200)
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"Sub Auto_Open()" * 100)
    return buffer.getvalue()


FILES: dict[str, Callable[[], bytes]] = {
    "zip_bomb": zip_bomb,
    "billion_laughs": lambda: word("<w:p><w:r><w:t>&a9;</w:t></w:r></w:p>", LAUGHS),
    "grid_span_of_100_million": lambda: word(f"<w:tbl><w:tr>{cell('绿地', WIDE)}</w:tr></w:tbl>"),
    "1500_merged_rows": many_rows,
    "pdf_of_1500_pages": lambda: long_pdf(1500),
    "pdf_of_5000_pages": lambda: long_pdf(5000),
    "picture_of_100_megapixels": lambda: picture(10_000),
    "picture_of_49_megapixels": lambda: picture(7_000),
    "sheet_with_formulas": workbook,
    "sheet_with_macros": with_macros,
    "open_elements": lambda: b"<html>" + b"<div>" * 1_000_000 + "绿地".encode(),
    "page_of_1500_wide_cells": lambda: b"<html><table>" + "<tr><td colspan=100000000>绿地</td><td>1</td></tr>".encode() * 1500 + b"</table>",
    "page_of_tables_at_the_limit": lambda: (
        f"<html>{('<table><tr>' + '<td rowspan=65534>绿</td>' * 250 + '</tr>' + '<tr></tr>' * 1500 + '</table>') * 60}".encode()
    ),
    "page_of_many_elements": lambda: ("<html>" + "<p>增长5%</p>" * 249_000).encode(),
    "page_of_deep_elements": lambda: f"<html>{('<div>' * 290 + '<p>绿地</p>' * 500 + '</div>' * 290) * 150}".encode(),
    "one_long_line": lambda: ("增长5%，" * 2_000_000).encode(),
}


def read(data: bytes, name: str) -> str:
    try:
        pages = read_pages(data, name)
    except ReadError as error:
        return str(error)
    return f"read: {sum(len(page.text) for page in pages)} characters, {sum(len(page.tables) for page in pages)} tables"


if __name__ == "__main__":
    made = FILES[sys.argv[1]]()
    report(lambda: None, lambda: read(made, sys.argv[1]))
