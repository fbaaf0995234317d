"""Pictures: recognised text keeps the order of columns and the grids of tables, and rows are no surer than the recognition of their lines."""

from __future__ import annotations

import io
from pathlib import Path

import pylopdf_fonts_zh_cn
import pytest
from PIL import Image, ImageDraw, ImageFont

from mubiao.errors import ReadError
from mubiao.extracts import read_and_observe
from mubiao.model import Facts
from mubiao.observe.confidence import as_recognised
from mubiao.read.pdf import read_pdf
from mubiao.read.picture import read_picture
from mubiao.read.readers import read_pages
from mubiao.read.setout import Seen, in_order

FILES = Path(__file__).parent / "files"
FONT = ImageFont.truetype(str(Path(pylopdf_fonts_zh_cn.__file__).parent / "NotoSansSC-Regular.otf"), 26)
LINES = ["\u3000\u3000今年地区生产总值增长5.5%左右，改造老", "旧小区128个，社会消费品零售总额5278.3", "亿元，一般公共预算收入增长3.2%。"]


def drawn(lines: list[str], turned: float = 0.0) -> Image.Image:
    image = Image.new("L", (560, 60 + 44 * len(lines)), 250)
    for at, line in enumerate(lines):
        ImageDraw.Draw(image).text((20, 20 + 44 * at), line, font=FONT, fill=20)
    return image.rotate(turned, fillcolor=250, resample=Image.Resampling.BICUBIC)


def as_bytes(image: Image.Image, kind: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


@pytest.mark.parametrize("turned", [0.0, 1.0], ids=["level", "turned"])
def test_a_recognised_page_has_all_its_characters_and_numbers(turned: float):
    page = read_picture(as_bytes(drawn(LINES, turned), "JPEG", quality=80), "page.jpg")
    assert page.text.split("\n") == LINES
    assert page.remarks == ("text recognised in pictures (1 pages, 0 lines badly): look at the numbers",)


def test_broken_lines_of_recognised_text_are_joined(tmp_path: Path):
    path = tmp_path / "page.png"
    path.write_bytes(as_bytes(drawn(LINES), "PNG"))
    ((document, _, observed),) = read_and_observe(path, Facts(jurisdiction_code="330200", year=2025))
    assert "改造老旧小区128个" in document.folded.text
    assert [(row.value, row.unit) for row in observed.observations] == [(5.5, "%"), (128.0, "个"), (527_830_000_000.0, "元"), (3.2, "%")]
    assert all("recognised" in row.rules for row in observed.observations)


def test_the_pages_of_a_tiff_file_stand_one_after_another():
    data = as_bytes(drawn(LINES[:1]), "TIFF", save_all=True, append_images=[drawn(LINES[1:2])])
    assert read_pages(data, "scan.tif")[0].text.split("\n") == [line.strip() for line in LINES[:2]]


def test_a_scanned_page_between_pages_with_text_is_recognised():
    """Without the extra it is said what is missing."""
    page = read_pdf((FILES / "mixed.pdf").read_bytes(), "mixed.pdf")
    assert "新增绿道100公里" in page.text.split("\n")
    assert len(page.tables) == 2


@pytest.mark.parametrize(
    ("file", "told"),
    [("table.png", 'a picture; pip install "mubiao.ocr." recognises its text'), ("scan.pdf", "a scan, its pages are pictures; pip install")],
)
def test_without_the_extra_one_line_says_what_to_install(file: str, told: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("mubiao.read.recognise.find_spec", lambda name: None)
    with pytest.raises(ReadError, match=told):
        read_pages((FILES / file).read_bytes(), file)


def test_without_the_extra_the_text_of_the_other_pages_is_kept(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("mubiao.read.recognise.find_spec", lambda name: None)
    page = read_pdf((FILES / "mixed.pdf").read_bytes(), "mixed.pdf")
    assert len(page.tables) == 1
    assert page.remarks == ('left out: pages that are pictures; pip install "mubiao[ocr]" recognises its text (1 pages)',)


def at(text: str, left: float, row: int, width: float = 0) -> Seen:
    """A line of 20 dots' height on a page whose lines are 30 dots apart."""
    return Seen(text, left, 30 * row, left + (width or 20 * len(text)), 30 * row + 20, 1.0)


def test_columns_of_text_are_read_one_after_another():
    left = [at(f"左栏第{row}行的文字", 0, row) for row in range(1, 7)]
    right = [at(f"右栏第{row}行的文字", 200, row) for row in range(1, 7)]
    title = at("横跨两栏的题目在这里", 80, 0)
    mixed = [one for pair in zip(left, right, strict=True) for one in pair]
    assert [text.strip() for text, _ in in_order([*mixed, title])] == [one.text for one in (title, *left, *right)]


def test_short_cells_side_by_side_are_no_columns_of_text():
    rows = [[at(f"{row}", 0, row), at(f"新增绿地{row}公顷", 100, row), at("市住建局", 300, row)] for row in range(1, 9)]
    assert in_order([one for row in rows for one in row])[0] == ("1\t新增绿地1公顷\t市住建局", 1.0)


def test_the_first_line_of_a_paragraph_is_indented_as_on_the_page():
    assert [text for text, _ in in_order([at("全年增长百分之五，", 40, 0), at("就业稳定。", 0, 1)])] == [
        "\u3000\u3000全年增长百分之五，",
        "就业稳定。",
    ]


def test_a_row_is_no_surer_than_the_recognition_of_its_line(tmp_path: Path):
    path = tmp_path / "report.txt"
    path.write_text("今年地区生产总值增长5.5%。\n改造老旧小区128个。\n", encoding="utf-8")
    ((_, _, observed),) = read_and_observe(path, Facts(jurisdiction_code="330200", year=2025))
    first, second = observed.observations
    held = as_recognised(observed.observations, [(0, 16, 0.5)])
    assert [row.confidence for row in held] == [round(first.confidence / 2, 3), second.confidence]
    assert as_recognised(observed.observations, []) == observed.observations
