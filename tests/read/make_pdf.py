"""Makes the PDF files and pictures of this folder: cd tests && python -m read.make_pdf (needs fpdf2, which the tests do not)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pylopdf_fonts_zh_cn

from read.samples import ROWS, SENTENCE, TITLE

FILES = Path(__file__).parent / "files"
FONT = Path(pylopdf_fonts_zh_cn.__file__).parent / "NotoSansSC-Regular.otf"
PARAGRAPH = (
    "全年地区生产总值增长5.8%，战略性新兴产业产值占规上工业比重提高到43.6%，工业机器人产量增长81.4%，城镇新增就业71万人，粮食产量连续多年稳定。"
)
HEAD = "安徽省2025年政府工作报告"


def blank() -> Any:
    from fpdf import FPDF

    pdf = FPDF()
    pdf.add_font("han", "", str(FONT))
    pdf.set_font("han", size=12)
    return pdf


def table() -> None:
    pdf = blank()
    pdf.add_page()
    pdf.cell(0, 10, TITLE, new_x="LMARGIN", new_y="NEXT")
    pdf.cell(0, 10, SENTENCE, new_x="LMARGIN", new_y="NEXT")
    with pdf.table(first_row_as_headings=False) as grid:
        for texts in ROWS:
            row = grid.row()
            for text in texts:
                row.cell(text)
    pdf.output(str(FILES / "table.pdf"))


def pages() -> None:
    """Paragraphs broken by the width of the page, with a running head and page numbers."""
    pdf = blank()
    for number in range(1, 4):
        pdf.add_page()
        pdf.cell(0, 10, HEAD, new_x="LMARGIN", new_y="NEXT")
        pdf.cell(0, 10, ["一、2024年工作回顾", "（二）民生持续改善", "二、2025年工作安排"][number - 1], new_x="LMARGIN", new_y="NEXT")
        for _ in range(2):
            pdf.multi_cell(0, 8, PARAGRAPH, new_x="LMARGIN", new_y="NEXT")
        pdf.cell(0, 10, f"— {number} —", align="C")
    pdf.output(str(FILES / "pages.pdf"))


def spread() -> None:
    """A line whose signs were spread over the width of the page, and one with a blank of its own."""
    pdf = blank()
    pdf.add_page()
    left = 20.0
    for sign in "平均浓度三微克/立方米。":
        pdf.text(left, 20, sign)
        left += pdf.get_string_width(sign) + 1.5
    pdf.text(20, 40, "市发改委 市水利局")
    pdf.output(str(FILES / "spread.pdf"))


def several() -> None:
    """Reports of two places in one file, each from a page of its own on, the first over two."""
    pdf = blank()
    for place, number in (("安徽省", 0), ("", 1), ("福建省", 0)):
        pdf.add_page()
        if place:
            pdf.cell(0, 10, f"{place}2025年政府工作报告", new_x="LMARGIN", new_y="NEXT")
        pdf.cell(0, 10, ["一、2024年工作回顾", "二、2025年工作安排"][number], new_x="LMARGIN", new_y="NEXT")
        pdf.multi_cell(0, 8, PARAGRAPH, new_x="LMARGIN", new_y="NEXT")
    pdf.cell(0, 10, "二、2025年工作安排", new_x="LMARGIN", new_y="NEXT")
    pdf.multi_cell(0, 8, "城镇新增就业50万人以上，新建口袋公园300个。", new_x="LMARGIN", new_y="NEXT")
    pdf.output(str(FILES / "several.pdf"))


def raised() -> None:
    """Digits that stand high (a mark of a note, a square) and low (PM2.5)."""
    pdf = blank()
    pdf.add_page()
    for text, place in (
        ("新增企业8000", ""),
        ("2", "SUP"),
        ("家，绿地面积200km", ""),
        ("2", "SUP"),
        ("，PM", ""),
        ("2.5", "SUB"),
        ("平均浓度22微克。", ""),
    ):
        pdf.char_vpos = place or "LINE"
        pdf.write(10, text)
    pdf.output(str(FILES / "raised.pdf"))


def struck() -> None:
    """A line through a number, one below another, and one through a cell of a table."""
    pdf = blank()
    pdf.add_page()
    for text, line in (("地区生产总值增长", None), ("5.5%", 5.5), ("6%，城镇新增就业", None), ("20万人", 8.0), ("。", None)):
        left = pdf.get_x()
        pdf.write(10, text)
        if line is not None:
            pdf.line(left + 1, pdf.get_y() + line, pdf.get_x() + 1, pdf.get_y() + line)
    pdf.ln(10)
    for texts in ROWS:
        for text in texts:
            if text == "市水利局":
                pdf.line(pdf.get_x() + 1, pdf.get_y() + 5.2, pdf.get_x() + 20, pdf.get_y() + 5.2)
            pdf.cell(45, 10, text, border=1)
        pdf.ln(10)
    pdf.output(str(FILES / "struck.pdf"))


def notes() -> None:
    """A note at the foot of the first page, and a sentence that goes on behind it."""
    pdf = blank()
    for text, note in (("新增“专精特新”企业", "1专精特新：指有500项专利的企业，即全国前100名。"), ("每年新增绿地200公顷。", "")):
        pdf.add_page()
        pdf.write(10, text)
        if note:
            pdf.char_vpos = "SUP"
            pdf.write(10, "1")
            pdf.char_vpos = "LINE"
            pdf.write(10, "8000家，")
            pdf.set_y(-40)
            pdf.set_font("han", size=9)
            pdf.multi_cell(80, 6, note, align="L", new_x="LMARGIN", new_y="NEXT")
            pdf.set_font("han", size=12)
            pdf.cell(0, 10, "— 1 —", align="C")
    pdf.output(str(FILES / "notes.pdf"))


def over_pages() -> None:
    """A table over three pages with a running head: the second begins with the rest of a row, the third repeats the head of the table."""
    pdf = blank()
    head, first, second = ROWS
    parts = [[head, first, ("2", "新增绿道", "市水利局", "市住建局")], [("", "100公里", "", ""), ("3", "新增湿地300亩", "市林业局", "")]]
    for number, rows in enumerate([*parts, [head, ("4", "新增口袋公园30个", *second[2:])]], 1):
        pdf.add_page()
        pdf.cell(0, 10, TITLE, new_x="LMARGIN", new_y="NEXT")
        for texts in rows:
            for text in texts:
                pdf.cell(45, 10, text, border=1)
            pdf.ln(10)
        pdf.cell(0, 10, f"— {number} —", align="C")
    pdf.output(str(FILES / "over_pages.pdf"))


def scan() -> None:
    """A page that is a picture."""
    from fpdf import FPDF
    from PIL import Image

    pdf = FPDF()
    pdf.add_page()
    pdf.image(Image.new("L", (60, 60), 200), 0, 0, 200)
    pdf.output(str(FILES / "scan.pdf"))


def mixed() -> None:
    """Two pages with a table, of which the second is a picture."""
    pdf = blank()
    for scanned in (False, True):
        pdf.add_page()
        if scanned:
            pdf.image(str(FILES / "table.png"), 10, 10, 190)
            continue
        with pdf.table(first_row_as_headings=False) as grid:
            for texts in ROWS:
                row = grid.row()
                for text in texts:
                    row.cell(text)
        pdf.multi_cell(0, 8, PARAGRAPH)
    pdf.output(str(FILES / "mixed.pdf"))


def picture() -> None:
    """The table as it was scanned."""
    from PIL import Image, ImageDraw, ImageFont

    font = ImageFont.truetype(str(FONT), 26)
    image = Image.new("L", (1000, 360), 250)
    draw = ImageDraw.Draw(image)
    draw.text((60, 20), TITLE, font=font, fill=20)
    draw.text((60, 80), SENTENCE, font=font, fill=20)
    edges = (60, 160, 460, 700, 940)
    for row, texts in enumerate(ROWS):
        for left, right, text in zip(edges, edges[1:], texts, strict=False):
            draw.rectangle((left, 140 + 60 * row, right, 200 + 60 * row), outline=0, width=2)
            draw.text((left + 12, 150 + 60 * row), text, font=font, fill=20)
    image.save(FILES / "table.png", optimize=True)


if __name__ == "__main__":
    FILES.mkdir(exist_ok=True)
    table()
    pages()
    raised()
    spread()
    struck()
    notes()
    over_pages()
    scan()
    picture()
    mixed()
    several()
