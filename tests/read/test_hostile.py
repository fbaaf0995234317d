"""Files that are made to break a reader end with one line; nothing that they claim is believed."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

import pytest

from mubiao.errors import ReadError
from mubiao.read.limits import MAX_XML
from mubiao.read.readers import read_pages

RELATED = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Target="word/document.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>'
)
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
WIDE = "<w:gridSpan w:val='100000000'/>"
LAUGHS = "<!DOCTYPE l [<!ENTITY a0 '啊'>" + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10)) + "]>"


def word(body: str, before: str = "") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("_rels/.rels", RELATED)
        archive.writestr("word/document.xml", f"{before}<w:document {WORD}><w:body>{body}</w:body></w:document>")
    return buffer.getvalue()


def cell(text: str, shape: str = "") -> str:
    return f"<w:tc><w:tcPr>{shape}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"


def png(width: int, height: int) -> bytes:
    """A picture that says that it is so large; nothing may be decoded to find out that it is."""
    head = struct.pack(">4sIIBBBBB", b"IHDR", width, height, 8, 2, 0, 0, 0)
    chunks = ((head[:4], head[4:]), (b"IDAT", zlib.compress(b"")), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in chunks
    )


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (word("<w:p><w:r><w:t>&a9;</w:t></w:r></w:p>", LAUGHS), "not a whole DOCX file|holds no text"),
        (word(f"<w:tbl><w:tr>{cell('绿地', WIDE)}</w:tr></w:tbl>"), "no document has such a table"),
        (word(f"<w:tbl><w:tr><w:trPr><w:gridBefore w:val='100000000'/></w:trPr>{cell('绿地')}</w:tr></w:tbl>"), "no document has such a table"),
        (word("<w:p>" + " " * (MAX_XML + 1) + "</w:p>"), "unpacks to more than 60 MB"),
        (word("<w:sdt><w:sdtContent>" * 3000 + "</w:sdtContent></w:sdt>" * 3000), "not a whole DOCX file"),
        (b"<html>" + b"<div>" * 200_000 + "绿地".encode(), "elements inside one another"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "not a whole picture; save it anew as PNG"),
        (png(10_000, 10_000), "a picture of 10000 times 10000 dots; save it with at most 2000 a side"),
    ],
    ids=[
        "a_billion_laughs",
        "a_cell_of_many_columns",
        "a_row_that_begins_far_right",
        "much_of_nothing",
        "nested_controls",
        "nested_elements",
        "no_picture",
        "a_picture_of_100_million_dots",
    ],
)
def test_a_hostile_file_ends_with_one_line(data: bytes, told: str):
    with pytest.raises(ReadError, match=told) as raised:
        read_pages(data, "a.dat")
    assert "\n" not in str(raised.value)


def test_a_column_merged_over_many_rows_is_one_cell():
    rows = [cell("市住建局", "<w:vMerge w:val='restart'/>"), *[cell("", "<w:vMerge/>")] * 1500]
    (page,) = read_pages(word("<w:tbl>" + "".join(f"<w:tr>{first}{cell('绿地')}</w:tr>" for first in rows) + "</w:tbl>"), "a.docx")
    (table,) = page.tables
    assert (page.text.count("市住建局"), table.cells[0].rows, len(table.grid())) == (1, 1501, 1501)


def test_text_parted_into_more_cells_than_any_table_has_is_text():
    (page,) = read_pages(("绿\t地" * 300 + "\n").encode() * 10, "a.txt")
    assert page.tables == ()
