"""Sheets: rows that are documents are read a document a row, other sheets as tables; what is no sheet of either kind is said."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from mubiao.errors import ReadError
from mubiao.extracts import read_and_observe
from mubiao.model import Facts
from mubiao.read import aside, sheets
from mubiao.read.document import read_documents
from mubiao.read.page import Page
from mubiao.read.readers import read_pages
from read.samples import as_parquet

FILES = Path(__file__).parent / "files"
REPORT = "一、2024年工作回顾 地区生产总值增长5%。二、2025年工作安排 地区生产总值增长5%左右。"


def as_csv(*rows: list[str]) -> bytes:
    return "\n".join(",".join(row) for row in rows).encode()


def workbook(*rows: list[object], **formats: str) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for place, shown in formats.items():
        book.active[place].number_format = shown
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def edited(book: bytes, old: bytes, new: bytes) -> bytes:
    """A workbook with something else in its first sheet."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as before, zipfile.ZipFile(buffer, "w") as after:
        for entry in before.namelist():
            after.writestr(entry, before.read(entry).replace(old, new) if entry.endswith("sheet1.xml") else before.read(entry))
    return buffer.getvalue()


def lines(page: Page) -> list[str]:
    return [line for line in page.text.split("\n") if line]


@pytest.mark.parametrize(
    ("head", "row", "code", "year"),
    [
        (["城市", "年份", "标题", "内容"], ["上海市", "2025", "上海市2025年政府工作报告", REPORT], "310000", 2025),
        (["行政区划代码", "year", "text"], ["330200", "2025", REPORT], "330200", 2025),
        (["省份", "城市", "年度", "正文"], ["浙江省", "宁波市", "2025年", REPORT], "330200", 2025),
        (["province", "city", "county", "Year", "Content"], ["浙江", "宁波", "鄞州区", "2025", REPORT], "330212", 2025),
        (["序号", "地区", "年份", "全文"], ["1", "云南省", "2025.0", REPORT], "530000", 2025),
    ],
)
def test_a_sheet_of_documents_under_usual_names_gives_place_and_year(head: list[str], row: list[str], code: str, year: int):
    (page,) = read_pages(as_csv(head, row), "panel.csv")
    assert (page.facts.jurisdiction_code, page.facts.year) == (code, year)
    assert page.remarks[0].startswith("a row of a sheet of documents: text ")


@pytest.mark.parametrize(
    ("head", "row"),
    [
        (["prov", "cityname", "yr", "report_text"], ["浙江", "宁波", "2025", REPORT]),
        (["City", "Year", "Government Work Report"], ["宁波市", "2025", REPORT]),
        (["地区名", "报告时间", "报告文本"], ["宁波市", "2025年1月", REPORT]),
        (["城市名称", "报告年度", "工作报告正文"], ["宁波市", "2025-01-10", REPORT]),
    ],
)
def test_a_sheet_of_documents_may_call_its_columns_otherwise(head: list[str], row: list[str]):
    (page,) = read_pages(as_csv(["各地政府工作报告", *[""] * (len(head) - 1)], head, row), "panel.csv")
    assert (page.facts.jurisdiction_code, page.facts.year) == ("330200", 2025)


def test_columns_of_documents_are_known_by_what_they_hold(monkeypatch: pytest.MonkeyPatch):
    """Else reports of two places would be read as a table, and its numbers as those of the first place that it names."""
    monkeypatch.setattr("mubiao.read.panel.LONG", len(REPORT))
    rows = [["编号", "归属", "哪年", "材料"], ["1", "宁波市", "2025", REPORT], ["2", "温州市", "2025", REPORT]]
    assert [(page.facts.jurisdiction_code, page.facts.year) for page in read_pages(as_csv(*rows), "panel.csv")] == [
        ("330200", 2025),
        ("330300", 2025),
    ]
    assert [page.facts.jurisdiction_code for page in read_pages(as_csv(*rows[:2]), "panel.csv")] == [None]


def test_each_row_is_a_document_with_a_key_that_stays_when_rows_move(tmp_path: Path):
    rows = [["上海市", "2025", REPORT], ["云南省", "2024", REPORT]]
    for at, ordered in enumerate((rows, rows[::-1])):
        path = tmp_path / str(at) / "panel.csv"
        path.parent.mkdir()
        path.write_bytes(as_csv(["城市", "年份", "内容"], *ordered))
        assert {document.doc_id for document in read_documents(path)} == {"panel#310000-2025", "panel#530000-2024"}


def test_headings_inside_one_line_stand_in_lines_of_their_own():
    (page,) = read_pages(as_csv(["城市", "年份", "内容"], ["上海市", "2025", REPORT]), "panel.csv")
    assert lines(page) == ["一、2024年工作回顾", "地区生产总值增长5%。", "二、2025年工作安排", "地区生产总值增长5%左右。"]


def test_rows_without_a_text_are_counted():
    (page,) = read_pages(as_csv(["城市", "年份", "内容"], ["上海市", "2025", REPORT], ["云南省", "2025", ""]), "panel.csv")
    assert page.remarks[-1] == "left out: rows without text (1)"


@pytest.mark.parametrize("head", [["地名", "时间", "文字"], ["where", "when", "said"], ["city_name", "report_year", "report_content"]])
def test_a_sheet_of_documents_under_any_names_is_known_by_places_years_and_sentences(head: list[str]):
    pages = read_pages(as_csv(head, ["宁波市", "2025", REPORT], ["杭州市", "2024", REPORT]), "data.csv")
    assert [(page.facts.jurisdiction_code, page.facts.year) for page in pages] == [("330200", 2025), ("330100", 2024)]


def test_a_sheet_without_heads_loses_no_document():
    """Else the first report would be taken for the heads of the others."""
    pages = read_pages(as_csv(*([place, "2025", REPORT] for place in ("宁波市", "杭州市", "温州市"))), "data.csv")
    assert [page.part for page in pages] == ["330200-2025", "330100-2025", "330300-2025"]
    assert pages[0].remarks[0].endswith(": without heads, by what the cells hold: text in column 3, year in column 2, place in column 1")


def test_the_name_of_a_sheet_tells_the_year_of_its_documents():
    book = openpyxl.Workbook()
    book.remove(book.active)
    for year in ("2024", "2025"):
        sheet = book.create_sheet(year)
        for row in (["城市", "正文"], ["宁波市", "今年新建口袋公园50个。"], ["宁波市", "今年新建口袋公园60个。"]):
            sheet.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    assert [page.part for page in read_pages(buffer.getvalue(), "panel.xlsx")] == ["330200-2024", "330200-2024-2", "330200-2025", "330200-2025-2"]


def test_rows_of_texts_and_years_are_of_the_place_that_their_file_names():
    pages = read_pages(as_csv(["年份", "正文"], ["2024", REPORT * 8], ["2025", REPORT * 8]), "宁波市政府工作报告.csv")
    assert [page.part for page in pages] == ["330200-2024", "330200-2025"]


def test_a_title_that_names_no_place_hides_no_column_of_places():
    """Else a row whose title is empty would be of nobody, and lost."""
    head = ["行政区划名称", "年份", "标题", "正文"]
    pages = read_pages(as_csv(head, ["宁波市", "2025", "工作报告", REPORT], ["杭州市", "2024", "", REPORT]), "data.csv")
    assert [page.facts.jurisdiction_code for page in pages] == ["330200", "330100"]


@pytest.mark.parametrize(
    "row",
    [
        ["地区", "年份", "重点任务", "宁波市", "2025", "新建口袋公园50个，新建绿道60公里，改造老旧小区30个，新建幼儿园12所。"],
        ["地区", "年份", "备注", "宁波市", "2025", "已核实。"],
        ["姓名", "年份", "说明", "张三", "2025", REPORT],
    ],
    ids=["duties", "remarks", "nobody_knows_the_place"],
)
def test_a_sheet_of_other_things_is_none_of_documents(row: list[str]):
    (page,) = read_pages(as_csv(row[:3], row[3:], row[3:]), "宁波市2025年任务.csv")
    assert page.remarks == ("read as tables (1)",)


@pytest.mark.parametrize("sign", [",", "\t"])
def test_a_sheet_of_documents_is_known_whatever_its_file_is_called(sign: str):
    rows = [["城市", "年份", "内容"], ["宁波市", "2025", REPORT], ["杭州市", "2024", REPORT]]
    pages = read_pages("\n".join(sign.join(row) for row in rows).encode(), "panel.txt")
    assert [page.part for page in pages] == ["330200-2025", "330100-2024"]


def test_a_formula_that_was_never_calculated_is_left_out_and_said():
    (page,) = read_pages(
        workbook(["指标", "单位", "2024年"], ["生产总值", "亿元", "=1+2"], ["进出口", "亿元", 5], ["出口", "亿元", "=C3/2"]), "a.xlsx"
    )
    assert page.remarks[0].startswith("left out: formulas without a saved value (2), the first in Sheet!C2; ")
    assert "5" in lines(page)


def test_hidden_rows_and_columns_are_left_out_and_counted():
    """Of a merged cell nobody sees those alone of which every row is hidden."""
    book = openpyxl.Workbook()
    for row in ("类别|指标|2024年预计|2024年完成", "经济|生产总值（亿元）|90|95", "|进出口（亿元）|50|55", "民生|口袋公园（个）|7|8"):
        book.active.append(row.split("|"))
    book.active.merge_cells("A2:A3")
    book.active.row_dimensions[2].hidden = True
    book.active.column_dimensions["C"].hidden = True
    data = io.BytesIO()
    book.save(data)
    (page,) = read_pages(data.getvalue(), "a.xlsx")
    assert page.remarks[0] == "left out: cells of hidden rows and columns (6)"
    assert [line for line in lines(page) if line] == ["类别", "指标", "2024年完成", "经济", "进出口（亿元）", "55", "民生", "口袋公园（个）", "8"]


def test_a_formula_with_its_value_is_read_as_its_value():
    saved = edited(workbook(["指标", "2024年"], ["口袋公园（个）", "=20+30"]), b"<v></v>", b"<v>50</v>")
    (page,) = read_pages(saved, "a.xlsx")
    assert "50" in lines(page)
    assert not any("formulas" in line for line in page.remarks)


def test_a_cell_of_percentages_is_read_as_it_is_shown():
    (page,) = read_pages(workbook(["指标", "2024年完成"], ["地区生产总值增长", 0.054], B2="0.0%"), "a.xlsx")
    assert lines(page) == ["指标", "2024年完成", "地区生产总值增长", "5.4%"]
    assert page.remarks == ("read as tables (1)",)


def test_an_old_workbook_looks_like_a_new_one():
    """Percentages are as they are shown, and the row of 新建公厕 that nobody sees is left out."""
    (page,) = read_pages((FILES / "looks.xls").read_bytes(), "a.xls")
    assert lines(page)[6:] == ["地区生产总值增速", "%", "5.4%", "5.5%", "城镇新增就业", "万人", "19.5", "20", "研发投入占比", "3.8%", "4%"]
    assert page.remarks[0] == "left out: cells of hidden rows and columns (4)"


def test_numbers_have_no_tail_of_zeros():
    (page,) = read_pages(workbook(["指标", "2024年完成"], ["粮食产量（万吨）", 70.0], ["地区生产总值（亿元）", 18147.7]), "a.xlsx")
    assert [line for line in lines(page) if line[0].isdigit()][1:] == ["70", "18147.7"]


def test_lines_above_a_table_are_lines():
    (page,) = read_pages(workbook(["宁波市2025年主要指标", None], ["指标", "2025年目标"], ["绿地", "200公顷"]), "a.xlsx")
    assert page.text.startswith("宁波市2025年主要指标\n指标\n")
    assert len(page.tables[0].grid()) == 2


def test_json_lines_may_be_written_in_ascii():
    (page,) = read_pages(json.dumps({"城市": "上海市", "年份": 2025, "内容": REPORT}).encode(), "a.jsonl")
    assert page.facts.jurisdiction_code == "310000"


def test_half_of_a_character_in_json_loses_no_document():
    (page,) = read_pages(json.dumps({"城市": "上海市", "年份": 2025, "内容": f"\ud83d{REPORT}"}).encode(), "a.jsonl")
    assert page.text.startswith("\ufffd")


def test_a_sheet_that_reaches_to_the_last_cell_is_refused():
    book = openpyxl.Workbook()
    book.active["XFD1048576"] = 1
    buffer = io.BytesIO()
    book.save(buffer)
    with pytest.raises(ReadError, match=r"^a\.xlsx: a sheet of 1048576 rows and 16384 columns; save what is needed as CSV$"):
        read_pages(buffer.getvalue(), "a.xlsx")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (workbook(["指标", "目标"])[:-200], "not a whole"),
        (b'{"a": 1}\n{"b": 2}', "neither documents a row"),
        (b'{"a": 1}\n{"b": ', "not whole JSON lines"),
        (b"PAR1" + b"\0" * 20, "not a whole Parquet file"),
        (as_parquet().replace("宁波市".encode(), b"\xe7" * 9), "not a whole Parquet file"),
        (workbook(), "the sheet is empty"),
    ],
    ids=["truncated", "other_objects", "broken_json", "broken_parquet", "no_text_in_parquet", "empty"],
)
def test_what_cannot_be_read_is_told_in_one_line(data: bytes, told: str):
    with pytest.raises(ReadError, match=told):
        read_pages(data, "a.dat")


@pytest.mark.parametrize(
    ("value", "shown"), [(2.985364711277388e18, "2985364711277388000"), (0.1 + 0.2, "0.3"), (5.0, "5"), (float("inf"), "Infinity")]
)
def test_a_number_of_any_size_is_text(value: float, shown: str):
    assert sheets.shown(value) == shown


@pytest.mark.parametrize("length", [5391, 5428, 5465, 5613])
def test_a_sheet_that_is_cut_off_is_damaged_though_its_reader_panics(length: int):
    with pytest.raises(ReadError, match="not a whole sheet"):
        read_pages((FILES / "table.xls").read_bytes()[:length], "a.xls")


def test_cells_that_do_not_tell_where_they_stand_take_no_memory_of_ours():
    whole = workbook(["绿地"])
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(buffer, "w") as new:
        for entry in old.namelist():
            xml = old.read(entry)
            if entry.startswith("xl/worksheets/sheet"):
                xml = xml.replace(b"</sheetData>", b'<row r="1048576">' + b"<c><v>1</v></c>" * 16000 + b"</row></sheetData>")
            new.writestr(entry, xml)
    with pytest.raises(ReadError, match="not a whole sheet"):  # 500 GB, which the library asks for at once
        read_pages(buffer.getvalue(), "a.xlsx")


def test_targets_and_results_without_a_year_are_of_the_year_of_their_sheet(tmp_path: Path):
    book = openpyxl.Workbook()
    for year, level in ((2023, 16000), (2024, 18000)):
        sheet = book.create_sheet(str(year))
        for row in (["指标", "单位", "目标", "完成"], ["地区生产总值", "亿元", level + 500, level], ["进出口总额", "亿元", 900, 950]):
            sheet.append(row)
    book.save(tmp_path / "宁波市主要目标完成.xlsx")
    rows = [row for _, _, found in read_and_observe(tmp_path / "宁波市主要目标完成.xlsx", Facts()) for row in found.observations]
    assert [(row.year, row.stage, row.value) for row in rows if row.indicator == "地区生产总值"] == [
        (2023, "target", 1_650_000_000_000),
        (2023, "result", 1_600_000_000_000),
        (2024, "target", 1_850_000_000_000),
        (2024, "result", 1_800_000_000_000),
    ]


def test_merged_cells_of_a_sheet_are_one_cell():
    """A blank row between them is none of the table."""
    book = openpyxl.Workbook()
    for row in (["指标", "2024年", None, "2025年", None], [], [None, "实绩", "增长%", "目标", "增长%"], ["进出口总额（亿元）", 14200, 5.6, 15000, 6]):
        book.active.append(row)
    for merged in ("A1:A3", "B1:C1", "D1:E1"):
        book.active.merge_cells(merged)
    buffer = io.BytesIO()
    book.save(buffer)
    (page,) = read_pages(buffer.getvalue(), "a.xlsx")
    head = page.tables[0].grid()[:2]
    assert [[cell and page.text[cell.start : cell.end] for cell in row] for row in head] == [
        ["指标", "2024年", "2024年", "2025年", "2025年"],
        ["指标", "实绩", "增长%", "目标", "增长%"],
    ]


@pytest.mark.parametrize(
    "title",
    [
        "宁波市2025年国民经济和社会发展计划主要指标",
        "宁波市主要经济指标（2025年）",
        "2025年宁波市经济社会发展主要预期目标",
        "宁波市2025年主要经济指标计划表",
    ],
)
def test_the_title_above_a_table_of_targets_tells_place_and_year(title: str, tmp_path: Path):
    path = tmp_path / "sheet1.csv"
    path.write_bytes(as_csv([title, "", ""], ["指标", "2024年完成", "2025年目标"], ["城镇新增就业（万人）", "29.1", "20"]))
    (document,) = read_documents(path)
    assert (document.facts.jurisdiction_code, document.facts.year) == ("330200", 2025)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("2024年宁波市主要经济指标", "bulletin"),
        ("慈溪市2024年1-11月主要经济指标", "bulletin"),
        ("慈溪市2024年主要统计指标", "bulletin"),
        ("宁波市2025年主要经济指标计划表", "plan_report"),
        ("宁波市2025年政府工作报告主要经济指标", "work_report"),
    ],
)
def test_a_table_of_main_indicators_is_one_of_results_where_its_title_names_no_other_kind(title: str, kind: str, tmp_path: Path):
    head, row = ["指标", "单位", "绝对数", "同比增长（%）"], ["地区生产总值", "亿元", "18000", "5.4"]
    titled, named = tmp_path / "sheet1.csv", tmp_path / f"{title}.csv"
    titled.write_bytes(as_csv([title, "", "", ""], head, row, row))
    named.write_bytes(as_csv(head, row, row))
    assert [document.facts.doc_type for path in (titled, named) for document in read_documents(path)] == [kind, kind]


@pytest.mark.parametrize(
    ("program", "told"),
    [
        ("import os; os.kill(os.getpid(), 9)", r"not a whole sheet.*wanted more memory"),
        ("raise ImportError('no calamine')", r"the process that reads sheets failed \(ImportError: no calamine\)"),
        ("pass", "not a whole sheet; save it anew as XLSX$"),
    ],
    ids=["killed", "failed", "silent"],
)
def test_what_ended_the_process_of_a_sheet_is_told(program: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "own.py").write_text(program)
    monkeypatch.setattr("mubiao.read.apart.__file__", str(tmp_path / "own.py"))
    with pytest.raises(ReadError, match=told):
        aside.asked(b"", "a.xlsx")


TARGETS = [["指标", "单位", "2024年完成", "2025年目标"], ["地区生产总值", "亿元", 1520, 1600], ["口袋公园", "个", 30, 50]]


def save(path: Path, of_sheets: dict[str, Any]) -> None:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in of_sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)


def named(tmp_path: Path, **of_sheets: list[list[object]]) -> Facts:
    """What is known of a workbook of a name that tells nothing."""
    save(tmp_path / "a.xlsx", of_sheets)
    (document,) = read_documents(tmp_path / "a.xlsx")
    return document.facts


@pytest.mark.parametrize(
    "of_sheets",
    [
        {"2025年余姚市主要目标": TARGETS},
        {"Sheet1": [["余姚市2025年主要目标"], *TARGETS]},
        {"表1": [["表1 主要目标"], *TARGETS], "余姚市2025年投资": TARGETS},
    ],
)
def test_the_name_of_a_sheet_or_a_line_above_its_table_tells_the_place_where_the_file_does_not(of_sheets: dict[str, Any], tmp_path: Path):
    facts = named(tmp_path, **of_sheets)
    assert (facts.jurisdiction_code, facts.year) == ("330281", 2025)
    assert "余姚市" in (facts.title or "")


def test_the_titles_of_several_annexes_are_none_of_the_workbook(tmp_path: Path):
    facts = named(tmp_path, 附表1=[["附表1 余姚市2025年主要目标"], *TARGETS], 附表2=[["附表2 “十四五”规划指标完成情况"], *TARGETS])
    assert (facts.doc_type, facts.year) == ("work_report", 2025)


def test_what_a_duty_of_an_annex_counts_is_planned_as_its_title_says(tmp_path: Path):
    """It stood for a result of the year before, since nothing but the number of the annex was taken for its title."""
    duties = [
        ["序号", "项目", "目标任务", "牵头单位"],
        ["1", "养老服务", "新建老年食堂60家，改造养老机构12家", "市民政局"],
        ["2", "公园", "新建口袋公园50个", "市城管局"],
    ]
    of_sheets = {"附表1": [["附表1 2024年主要指标完成情况"], *TARGETS], "附表2": [["附表2 2025年民生实事项目"], *duties]}
    named(tmp_path, **of_sheets)
    rows = [row for _, _, found in read_and_observe(tmp_path / "a.xlsx", Facts(jurisdiction_code="330281", year=2025)) for row in found.observations]
    assert {(row.stage, row.year) for row in rows if row.lead_units} == {("target", 2025)}


RESULTS = [["指标", "单位", "全年完成", "比上年增长（%）"], ["进出口总额", "亿元", 14200, 5.6]]


@pytest.mark.parametrize(
    ("name", "of_sheets", "told"),
    [
        ("余姚市主要指标", {"2023年": RESULTS, "2024年": RESULTS}, [("330281", 2023), ("330281", 2024)]),
        ("余姚市2024年主要指标", {"2023": RESULTS, "2024": RESULTS}, [("330281", 2023), ("330281", 2024)]),
        (
            "指标",
            {"Sheet1": [["余姚市2023年主要指标"], *RESULTS], "Sheet2": [["余姚市2024年主要指标"], *RESULTS]},
            [("330281", 2023), ("330281", 2024)],
        ),
        ("宁波市各县2024年主要指标", {"余姚市": RESULTS, "慈溪市": RESULTS}, [("330281", 2024), ("330282", 2024)]),
        ("余姚市2024年主要指标", {"表1": RESULTS, "表2": RESULTS}, [("330281", 2024)]),
    ],
    ids=["of years", "of years in a file of one", "titles of years", "of places", "of nothing that differs"],
)
def test_sheets_of_several_years_or_places_are_documents_of_their_own(name: str, of_sheets: dict[str, Any], told: list[Any], tmp_path: Path):
    """All their figures were booked on one year; what was done in a year without another word is of that year."""
    save(tmp_path / f"{name}.xlsx", of_sheets)
    found = read_and_observe(tmp_path / f"{name}.xlsx", Facts())
    assert [(document.facts.jurisdiction_code, document.facts.year) for document, *_ in found] == told
    assert [{(row.stage, row.year) for row in observed.observations} for *_, observed in found] == [{("result", year)} for _, year in told]


def test_a_table_below_another_whose_title_names_another_year_is_of_that_year(tmp_path: Path):
    path, results = tmp_path / "a.csv", [[str(cell) for cell in row] for row in RESULTS]
    path.write_bytes(as_csv(["余姚市2023年主要指标完成情况"], *results, ["余姚市2024年主要指标完成情况"], *results))
    rows = [row for *_, found in read_and_observe(path, Facts()) for row in found.observations]
    assert [(row.stage, row.year) for row in rows] == [("result", 2023)] * 2 + [("result", 2024)] * 2


@pytest.mark.parametrize(
    ("title", "year"), [("余姚市2024年主要指标", 2024), ("余姚市2024年国民经济和社会发展计划", 2023)], ids=["main_indicators", "a_plan"]
)
def test_main_indicators_without_a_target_are_results_of_their_year(title: str, year: int, tmp_path: Path):
    rows = ["".join(f"<td>{cell}</td>" for cell in row) for row in RESULTS]
    (tmp_path / "a.html").write_text(f"<h1>{title}</h1><table><tr>{'</tr><tr>'.join(rows)}</tr></table>", encoding="utf-8")
    ((_, _, found),) = read_and_observe(tmp_path / "a.html", Facts())
    assert {(row.stage, row.year) for row in found.observations} == {("result", year)}
