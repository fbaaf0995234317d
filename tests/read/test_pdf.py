"""PDF files: paragraphs are whole again, heads and numbers of pages are none of the text; what cannot be read is said in one line.

make_pdf.py in this folder makes the files.
"""

from __future__ import annotations

import ctypes
import io
from pathlib import Path

import pypdfium2
import pypdfium2.raw as raw
import pytest

from mubiao.errors import ReadError
from mubiao.read.document import read_documents
from mubiao.read.pdf import read_pdf

FILES = Path(__file__).parent / "files"


def test_lines_of_a_page_are_joined_to_paragraphs():
    (document,) = read_documents(FILES / "pages.pdf")
    assert [line[:12] for line in document.folded.text.split("\n")[:4]] == [
        "安徽省2025年政府工作报告"[:12],
        "一、2024年工作回顾"[:12],
        *["全年地区生产总值增长5."] * 2,
    ]
    assert "工业机器人产量增长81.4%,城镇新增就业71万人" in document.folded.text


def test_running_heads_and_page_numbers_are_none_of_the_text():
    (document,) = read_documents(FILES / "pages.pdf")
    assert document.folded.text.count("政府工作报告") == 1
    assert "3 —" not in document.folded.text


def test_digits_that_stand_high_are_no_digits_of_the_number_in_front():
    """新增企业8000² (a note) is not 80002; what stands low (PM2.5) stays as it is."""
    page = read_pdf((FILES / "raised.pdf").read_bytes(), "raised.pdf")
    assert page.text.strip() == "新增企业8000²家，绿地面积200km²，PM2.5平均浓度22微克。"


def test_a_line_that_was_spread_has_no_blanks_but_its_own():
    """Else 微克 would be the unit, and / 立方米 stand apart."""
    assert read_pdf((FILES / "spread.pdf").read_bytes(), "spread.pdf").text.split("\n")[:2] == ["平均浓度三微克/立方米。", "市发改委 市水利局"]


def test_struck_text_is_left_out_and_counted():
    """A line through signs strikes them out, in the cells of tables too; one below them does not."""
    page = read_pdf((FILES / "struck.pdf").read_bytes(), "struck.pdf")
    assert page.text.split("\n")[0] == "地区生产总值增长6%，城镇新增就业20万人。"
    assert [page.text[cell.start : cell.end] for cell in page.tables[0].cells][4:] == [
        "1",
        "新增绿地200公顷",
        "市住建局",
        "",
        "2",
        "新增绿道100公里",
        "",
        "市住建局",
    ]
    assert page.remarks == ("left out: struck text (12)",)


def test_notes_at_the_foot_of_a_page_stand_behind_the_text():
    page = read_pdf((FILES / "notes.pdf").read_bytes(), "notes.pdf")
    ((low, high),) = page.notes
    assert page.text[low:high] == "专精特新：指有500项专利的企业，即全国前100名。"
    assert page.text.index("新增绿地200公顷") < low


def test_the_rows_of_a_table_on_a_page_with_notes_are_no_notes():
    """They begin with numbers, and a line is drawn above each."""
    page = read_pdf((FILES / "table-and-note.pdf").read_bytes(), "a.pdf")
    assert [page.text[low:high].replace(" ", "") for low, high in page.notes] == ["高新技术企业：指认定的企业，2024年新增550家。"]
    assert page.text.count("市住建局") == 1


def test_a_table_over_pages_is_one():
    """A head that comes again is none of its rows, and the rest of a row that a page cut belongs to it."""
    (document,) = read_documents(FILES / "over_pages.pdf")
    assert len(document.tables) == 1
    rows = [[document.text[cell.start : cell.end] for cell in row if cell] for row in document.tables[0].grid()]
    assert [row[:3] for row in rows] == [
        ["序号", "目标任务", "责任单位"],
        ["1", "新增绿地200公顷", "市住建局"],
        ["2", "新增绿道100公里", "市水利局"],
        ["3", "新增湿地300亩", "市林业局"],
        ["4", "新增口袋公园30个", "市水利局"],
    ]
    assert "left out: heads and numbers of pages inside tables (4)" in document.facts.warnings


def test_the_foot_of_the_last_page_of_a_table_is_left_out_as_those_before():
    document = pypdfium2.PdfDocument((FILES / "over_pages.pdf").read_bytes())
    for page in document:
        *_, foot = page.get_objects(filter=(raw.FPDF_PAGEOBJ_TEXT,))
        told = "— 1 —".encode("utf-16-le") + b"\0\0"
        raw.FPDFText_SetText(foot, ctypes.cast(told, ctypes.POINTER(ctypes.c_ushort)))
        page.gen_content()
    page = read_pdf(saved(document), "a.pdf")
    assert (page.text.count("— 1 —"), page.remarks) == (0, ("left out: heads and numbers of pages inside tables (5)",))


def saved(document: pypdfium2.PdfDocument) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def lying(data: bytes, quarters: int, shown: int) -> bytes:
    """A file whose pages are turned to the left by so many quarters, and shown turned to the right by so many."""
    document = pypdfium2.PdfDocument(data)
    for page in document:
        wide, high = page.get_size()
        turns = [((1, 0, 0, 1, 0, 0), wide, high), ((0, 1, -1, 0, high, 0), high, wide), ((-1, 0, 0, -1, wide, high), wide, high)]
        matrix, *size = [*turns, ((0, -1, 1, 0, 0, wide), high, wide)][quarters]
        for drawn in list(page.get_objects(max_depth=1)):
            drawn.transform(pypdfium2.PdfMatrix(*matrix))
        page.set_mediabox(0, 0, *size)
        page.set_cropbox(0, 0, *size)
        page.gen_content()
        page.set_rotation(90 * shown)
    return saved(document)


@pytest.mark.parametrize(("quarters", "shown"), [(1, 1), (3, 3), (2, 2), (1, 0), (0, 1)])
def test_a_page_whose_signs_lie_on_their_sides_is_read_as_an_upright_one(quarters: int, shown: int):
    """Wide tables stand so on high pages, whether the page says how it is shown or not."""
    data = (FILES / "table.pdf").read_bytes()
    page, upright = read_pdf(lying(data, quarters, shown), "a.pdf"), read_pdf(data, "a.pdf")
    assert (page.text, page.tables, page.remarks) == (upright.text, upright.tables, upright.remarks)


def test_the_text_stays_as_published():
    page = read_pdf((FILES / "pages.pdf").read_bytes(), "pages.pdf")
    assert page.text.count("— 2 —") == 1


def test_without_pdfplumber_a_table_is_text_and_that_is_said(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("mubiao.read.pdf.find_spec", lambda name: None)
    page = read_pdf((FILES / "table.pdf").read_bytes(), "table.pdf")
    assert page.tables == ()
    assert page.remarks == ('tables read as running text: pip install "mubiao[pdf]" reads them as tables (1 pages)',)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ((FILES / "scan.pdf").read_bytes(), r"^a\.pdf: the PDF file holds no text"),
        ((FILES / "table.pdf").read_bytes()[:900], r"^a\.pdf: not a whole PDF file"),
        (b"%PDF-1.7", r"^a\.pdf: not a whole PDF file"),
    ],
    ids=["blank_scan", "truncated", "head_only"],
)
def test_what_cannot_be_read_is_told_in_one_line(data: bytes, told: str):
    with pytest.raises(ReadError, match=told):
        read_pdf(data, "a.pdf")


def test_a_file_of_several_reports_is_read_report_by_report():
    """Each is of its own place, over its own pages, with its lines joined; one that goes on over a page is one."""
    first, second = read_documents(FILES / "several.pdf")
    assert [(one.facts.jurisdiction_code, one.facts.year) for one in (first, second)] == [("340000", 2025), ("350000", 2025)]
    assert [one.folded.text.count("增长81.4%") for one in (first, second)] == [2, 1]
    assert ["口袋公园300个" in one.folded.text for one in (first, second)] == [False, True]
