"""Files that are made to break a reader end with one line; nothing that they claim is believed."""

from __future__ import annotations

import pytest

from mubiao.errors import ReadError
from mubiao.read.limits import MAX_XML
from mubiao.read.readers import read_pages
from read.hostile_files import LAUGHS, WIDE, cell, png, word


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (word("<w:p><w:r><w:t>&a9;</w:t></w:r></w:p>", LAUGHS), "not a whole DOCX file|holds no text"),
        (word(f"<w:tbl><w:tr>{cell('绿地') * 300}</w:tr></w:tbl>"), "no document has such a table"),
        (word("<w:p>" + " " * (MAX_XML + 1) + "</w:p>"), "unpacks to more than 60 MB"),
        (word("<w:sdt><w:sdtContent>" * 3000 + "</w:sdtContent></w:sdt>" * 3000), "not a whole DOCX file"),
        (b"<html>" + b"<div>" * 200_000 + "绿地".encode(), "elements inside one another"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "not a whole picture; save it anew as PNG"),
        (png(10_000, 10_000), "a picture of 10000 times 10000 dots; save it with at most 2000 a side"),
    ],
    ids=[
        "a_billion_laughs",
        "a_row_of_many_cells",
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


@pytest.mark.parametrize("shape", [cell("绿地", WIDE), "<w:trPr><w:gridBefore w:val='100000000'/></w:trPr>" + cell("绿地")])
def test_columns_that_are_only_claimed_are_none(shape: str):
    (page,) = read_pages(word(f"<w:tbl><w:tr>{shape}</w:tr></w:tbl>"), "a.docx")
    assert [len(row) for row in page.tables[0].grid()] == [1]


def test_a_column_merged_over_many_rows_is_one_cell():
    rows = [cell("市住建局", "<w:vMerge w:val='restart'/>"), *[cell("", "<w:vMerge/>")] * 1500]
    (page,) = read_pages(word("<w:tbl>" + "".join(f"<w:tr>{first}{cell('绿地')}</w:tr>" for first in rows) + "</w:tbl>"), "a.docx")
    (table,) = page.tables
    assert (page.text.count("市住建局"), table.cells[0].rows, len(table.grid())) == (1, 1501, 1501)


def test_text_parted_into_more_cells_than_any_table_has_is_text():
    (page,) = read_pages(("绿\t地" * 300 + "\n").encode() * 10, "a.txt")
    assert page.tables == ()
