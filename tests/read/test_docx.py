"""Word files give their paragraphs and table cells in the order of the document; damaged ones are refused in one line."""

from __future__ import annotations

import io
import random
import zipfile

import docx
import pytest
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls

from mubiao.errors import ReadError
from mubiao.read.docx import read_docx
from mubiao.read.limits import MAX_UNPACKED
from read.hostile_files import png


def saved(document: Document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def zipped(name: str, content: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(name, content)
    return buffer.getvalue()


def report() -> Document:
    document = docx.Document()
    document.add_heading("2025年政府工作报告", 1)
    document.add_paragraph("地区生产总值增长5.5%以上。")
    return document


def with_table(rows: list[list[str]]) -> Document:
    document = docx.Document()
    table = document.add_table(len(rows), len(rows[0]))
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    return document


def test_paragraphs_are_lines():
    assert read_docx(saved(report()), "report.docx").text == "2025年政府工作报告\n地区生产总值增长5.5%以上。"


def test_a_table_around_others_sets_them_out_and_is_none():
    document = with_table([["一、经济", ""], ["二、民生", "新增养老床位1000张"]])
    inner = document.tables[0].cell(0, 1).add_table(2, 2)
    for cell, text in zip(inner._cells, ("指标", "2025年目标", "口袋公园（个）", "50"), strict=True):
        cell.text = text
    page = read_docx(saved(document), "report.docx")
    assert [page.text[cell.start : cell.end] for table in page.tables for cell in table.cells] == ["指标", "2025年目标", "口袋公园（个）", "50"]
    assert [line for line in page.text.split("\n") if line][0::5] == ["一、经济", "二、民生"]


def test_the_cells_of_a_table_stand_apart_by_an_empty_line():
    document = with_table([["序号", "目标任务"], ["1", "新增绿地200公顷"]])
    assert read_docx(saved(document), "report.docx").text == "序号\n\n目标任务\n\n1\n\n新增绿地200公顷\n"


def test_tables_stand_where_they_stand_in_the_document():
    document = with_table([["新增绿地200公顷", "市住建局"]])
    document.add_paragraph("以上任务年底前完成。")
    document.element.body.insert(0, docx.Document().add_paragraph("目标任务分解清单")._p)
    assert read_docx(saved(document), "report.docx").text.split("\n") == [
        "目标任务分解清单",
        "新增绿地200公顷",
        "",
        "市住建局",
        "",
        "以上任务年底前完成。",
    ]


def test_a_cell_merged_over_two_columns_comes_once():
    document = with_table([["牵头单位", ""], ["市发改委", "市经信局"]])
    document.tables[0].cell(0, 0).merge(document.tables[0].cell(0, 1))
    assert [line for line in read_docx(saved(document), "report.docx").text.split("\n") if line] == ["牵头单位", "市发改委", "市经信局"]


def test_a_cell_merged_over_two_rows_stands_once_in_the_text_and_twice_in_the_grid():
    document = with_table([["新增绿地200公顷", "市住建局"], ["新增绿道100公里", ""]])
    document.tables[0].cell(0, 1).merge(document.tables[0].cell(1, 1))
    page = read_docx(saved(document), "report.docx")
    assert [[page.text[cell.start : cell.end] for cell in row if cell] for row in page.tables[0].grid()] == [
        ["新增绿地200公顷", "市住建局"],
        ["新增绿道100公里", "市住建局"],
    ]
    assert page.text.count("市住建局") == 1


def test_an_empty_cell_is_an_empty_line():
    document = with_table([["新增绿地200公顷", "", "市水利局"]])
    assert read_docx(saved(document), "report.docx").text == "新增绿地200公顷\n\n\n\n市水利局\n"


def test_a_line_break_inside_a_paragraph_is_a_line_break():
    document = docx.Document()
    document.add_paragraph("新增绿地200公顷；").add_run("\n新增绿道100公里。")
    assert read_docx(saved(document), "report.docx").text == "新增绿地200公顷；\n新增绿道100公里。"


def test_what_was_deleted_with_tracked_changes_is_left_out_and_counted():
    document = docx.Document()
    paragraph = document.add_paragraph("新增口袋公园")
    for name, text, told in (("del", "delText", "8个"), ("ins", "t", "12个")):
        change, run, letters = (OxmlElement(f"w:{tag}") for tag in (name, "r", text))
        letters.text = told
        run.append(letters)
        change.append(run)
        paragraph._p.append(change)
    page = read_docx(saved(document), "report.docx")
    assert (page.text, page.remarks) == ("新增口袋公园12个", ("left out: deleted text (2)",))


def test_pictures_beside_text_are_counted():
    """They may hold a table."""
    document = docx.Document()
    document.add_paragraph("新增口袋公园12个")
    document.add_picture(io.BytesIO(png(1, 1)))
    assert read_docx(saved(document), "report.docx").remarks == ("left out: pictures and embedded objects (1)",)


def test_a_document_without_text_is_refused():
    with pytest.raises(ReadError, match=r"^report\.docx: the DOCX holds no text$"):
        read_docx(saved(docx.Document()), "report.docx")


@pytest.mark.parametrize("share", [0.01, 0.3, 0.6, 0.99])
def test_a_truncated_file_is_refused(share: float):
    data = saved(report())
    with pytest.raises(ReadError, match=r"^report\.docx: not a whole DOCX file \(truncated or damaged\)$"):
        read_docx(data[: int(share * len(data))], "report.docx")


@pytest.mark.parametrize(
    "data",
    [b"", "地区生产总值增长5.5%以上。".encode(), zipped("rows.csv", "1,2"), zipped("[Content_Types].xml", "no XML")],
    ids=["empty", "text", "zip_of_something_else", "zip_with_broken_contents"],
)
def test_what_is_no_word_file_is_refused(data: bytes):
    with pytest.raises(ReadError, match=r"^report\.docx: not a whole DOCX file"):
        read_docx(data, "report.docx")


def test_a_file_that_says_it_unpacks_to_very_much_is_refused():
    data = bytearray(zipped("word/document.xml", "x"))
    entry = data.index(b"PK\x01\x02")  # the list of contents at the end says how large each file is
    data[entry + 24 : entry + 28] = (MAX_UNPACKED + 1).to_bytes(4, "little")
    with pytest.raises(ReadError, match=r"^report\.docx: unpacks to more than 300 MB$"):
        read_docx(bytes(data), "report.docx")


@pytest.mark.parametrize("seed", [7, 9, 10, 20])
def test_a_file_with_damaged_bytes_is_refused(seed: int):
    data, chance = bytearray(saved(report())), random.Random(seed)
    start = data.index(b"word/document.xml") + 60
    data[start : start + 40] = chance.randbytes(40)
    with pytest.raises(ReadError, match=r"not a whole DOCX file|damaged DOCX"):
        read_docx(bytes(data), "report.docx")


def test_a_file_that_is_locked_by_a_password_is_refused():
    data = bytearray(zipped("word/document.xml", "x"))
    data[6] |= 1  # the mark of an encrypted part, at its head and in the list of contents
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(ReadError):
        read_docx(bytes(data), "report.docx")


def test_a_table_inside_a_cell_is_read():
    document = with_table([["新增绿地200公顷"]])
    document.tables[0].cell(0, 0).add_table(1, 1).cell(0, 0).text = "新增绿道100公里"
    assert "新增绿道100公里" in read_docx(saved(document), "report.docx").text


def test_a_table_in_a_footnote_keeps_its_cells():
    document = report()
    table = with_table([["指标", "2025年目标"], ["绿地", "200公顷"]]).tables[0]._tbl.xml
    note = f'<w:footnote w:id="2"><w:p><w:r><w:t>注：</w:t></w:r></w:p><w:p><w:r><w:t>见下表</w:t></w:r></w:p>{table}</w:footnote>'
    xml = f"<w:footnotes {nsdecls('w')}>{note}</w:footnotes>".encode()
    part = Part(PackURI("/word/footnotes.xml"), CT.WML_FOOTNOTES, xml, document.part.package)
    document.part.relate_to(part, RT.FOOTNOTES)
    page = read_docx(saved(document), "report.docx")
    assert page.text.endswith("注： 见下表\n指标\n\n2025年目标\n\n绿地\n\n200公顷\n")
    assert len(page.notes) == len(page.tables) == 1


def test_tracked_insertions_are_read():
    document = docx.Document()
    document.add_paragraph("地区生产总值增长")._p.append(parse_xml(f'<w:ins {nsdecls("w")} w:id="1" w:author="a"><w:r><w:t>5.5%</w:t></w:r></w:ins>'))
    assert read_docx(saved(document), "report.docx").text == "地区生产总值增长5.5%"


def test_tracked_deletions_are_left_out():
    document = report()
    document.paragraphs[1]._p.append(parse_xml(f'<w:del {nsdecls("w")} w:id="1" w:author="a"><w:r><w:delText>初步</w:delText></w:r></w:del>'))
    assert read_docx(saved(document), "report.docx").text.splitlines()[1] == "地区生产总值增长5.5%以上。"


def test_content_controls_are_read():
    document = report()
    control = f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>新增绿地200公顷。</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    document.element.body.insert(0, parse_xml(control))
    assert "新增绿地200公顷" in read_docx(saved(document), "report.docx").text


@pytest.mark.parametrize(
    ("run", "text", "left"),
    [
        ('<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>', "占比≥48%", None),
        ('<w:r><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr><w:t>\uf0b3</w:t></w:r>', "占比≥48%", None),
        ("<w:r><w:t>\uf0b3</w:t></w:r>", "占比\uf0b348%", None),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "占比48%", "left out: signs of fonts of symbols (1)"),
        ("<m:oMath><m:r><m:t>≥</m:t></m:r></m:oMath>", "占比≥48%", None),
        ("<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num></m:f></m:oMath>", "占比48%", "left out: formulas (1)"),
        ("<w:r><w:ruby><w:rt><w:r><w:t>da</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>达</w:t></w:r></w:rubyBase></w:ruby></w:r>", "占比达48%", None),
    ],
    ids=["symbol", "symbol_of_an_old_file", "symbol_of_any_font", "picture", "formula", "fraction", "pinyin_above"],
)
def test_signs_that_word_keeps_apart_are_read_or_counted(run: str, text: str, left: str | None):
    """Else 占比≥48% would be read as 48%, and a number in a formula lost without a word."""
    document = docx.Document()
    maths = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    xml = f"<w:p {nsdecls('w')} {maths}><w:r><w:t>占比</w:t></w:r>{run}<w:r><w:t>48%</w:t></w:r></w:p>"
    document.element.body.insert(0, parse_xml(xml))
    page = read_docx(saved(document), "report.docx")
    assert (page.text, page.remarks) == (text, (left,) if left else ())
