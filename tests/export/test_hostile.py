"""What documents and their names may hold, hidden signs, formulas, markup, runs and hides nothing wherever it is shown, and data files keep it."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
import openpyxl
import pytest
from click.testing import CliRunner

from mubiao import charts
from mubiao.cli.main import cli
from mubiao.export.comparison import sheets
from mubiao.export.files import save
from mubiao.export.word import write_word
from mubiao.export.workbook import write_workbook
from mubiao.gathered import BuildReport
from mubiao.pipeline import build
from mubiao.read.figures import COLUMNS
from mubiao.report import write_report
from mubiao.warehouse import Warehouse

TURNED = "\u202e"  # the letters behind it run from right to left
MARKUP = "</script><svg onload=alert(1)>"
FIGURES = f"""{",".join(COLUMNS)},quote
330200,宁波市,2024,result,地区生产总值{MARKUP},growth,eq,5.4,%,,{MARKUP},{MARKUP},=1+1,2025-03-01,https://example.org/,{MARKUP}
"""
PLAN = f"宁波市2024年政府工作报告\n二、2024年主要任务\n新增绿地200公顷，新增{MARKUP}公园3个，新增{TURNED}绿道30公里，地区生产总值增长6%左右。\n"
REVIEW = f"宁波市2025年政府工作报告\n一、2024年工作回顾\n新增绿地150公顷，新增{TURNED}绿道20公里。\n二、2025年主要任务\n新增{TURNED}绿道40公里。\n"
NAMES = (f"=1+1{TURNED}.txt", "@<script>.txt")
REFUSED = ("a\nnot used b.txt", "a\x1b[31m.txt", "a\udcff.txt")


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "raw").mkdir()
    for name, text in zip(NAMES, (PLAN, REVIEW), strict=True):
        (folder / "raw" / name).write_text(text, encoding="utf-8")
    (folder / "raw" / "figures.csv").write_text(FIGURES, encoding="utf-8")
    assert build(folder / "raw", folder / "out").bad == []
    return folder / "out"


@pytest.fixture(scope="module")
def warehouse(out: Path) -> Iterator[Warehouse]:
    with Warehouse(out) as opened:
        yield opened


def test_the_tables_hold_what_the_documents_hold(warehouse: Warehouse):
    ((quotes, names),) = warehouse.sql(
        "select count(*) filter (contains(quote, $sign)), count(distinct doc_id) from observations", sign=TURNED
    ).fetchall()
    assert (quotes, names) == (3, 3)  # two documents, and the source of a figure


def test_a_page_shows_them_by_name(warehouse: Warehouse, tmp_path: Path):
    html = write_report(warehouse, "宁波市", 2024, tmp_path).read_text(encoding="utf-8")
    assert TURNED not in html
    assert "[U+202E]绿道" in html
    assert "@<script>" not in html
    assert "&lt;svg onload" in html
    assert "<svg onload" not in html
    assert "</script><" not in html


def test_a_chart_shows_them_by_name(warehouse: Warehouse, tmp_path: Path):
    chart = charts.plan_result_next(warehouse.compare("宁波市", 2024))
    drawn = Path(charts.save(chart, tmp_path / "x.svg")).read_text(encoding="utf-8")
    assert "<svg onload" not in drawn
    assert TURNED not in drawn


def test_a_workbook_shows_them_by_name_and_runs_nothing(warehouse: Warehouse, tmp_path: Path):
    write_workbook(sheets(warehouse, "宁波市", 2024), tmp_path / "x.xlsx")
    cells = [cell for sheet in openpyxl.load_workbook(tmp_path / "x.xlsx") for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} & {"f", "e"} == set()
    assert any("[U+202E]绿道" in str(cell.value) for cell in cells)
    assert not any(TURNED in str(cell.value) for cell in cells)


def test_a_word_document_shows_them_by_name(warehouse: Warehouse, tmp_path: Path):
    write_word(warehouse, "宁波市", 2024, tmp_path / "x.docx")
    assert docx.Document(str(tmp_path / "x.docx")).paragraphs
    xml = zipfile.ZipFile(tmp_path / "x.docx").read("word/document.xml").decode()
    assert "[U+202E]绿道" in xml
    assert TURNED not in xml


@pytest.mark.parametrize("command", [("sql", "select quote, doc_id from observations"), ("compare", "--jurisdiction", "宁波市", "--year", "2024")])
def test_a_terminal_shows_them_by_name(out: Path, command: tuple[str, ...]):
    shown = CliRunner().invoke(cli, [*command, "--data", str(out)], catch_exceptions=False).stdout
    assert "绿道" in shown
    assert TURNED not in shown


def test_data_files_keep_them(warehouse: Warehouse, tmp_path: Path):
    save(warehouse.sql("select quote, doc_id from observations").df(), tmp_path / "x.csv")
    text = (tmp_path / "x.csv").read_text(encoding="utf-8-sig")
    assert f"{TURNED}绿道30公里" in text
    assert f"'=1+1{TURNED}" in text


def test_a_name_that_cannot_be_shown_is_refused_in_one_line(tmp_path: Path):
    (tmp_path / "raw").mkdir()
    for name in REFUSED:
        try:
            (tmp_path / "raw" / name).write_text(PLAN, encoding="utf-8")
        except OSError:
            pytest.skip("a file system that has no such names")
    report = build(tmp_path / "raw", tmp_path / "out")
    assert report == BuildReport(bad=[f"{name}: its name holds signs that cannot be shown; rename it" for name in sorted(REFUSED)])
    told = CliRunner().invoke(cli, ["build", "--raw", str(tmp_path / "raw"), "--out", str(tmp_path / "out")]).output
    assert [line for line in told.splitlines() if "not used" in line] == [
        "  not used: a[U+000A]not used b.txt: its name holds signs that cannot be shown; rename it",
        "  not used: a[U+001B][31m.txt: its name holds signs that cannot be shown; rename it",
        "  not used: a[U+DCFF].txt: its name holds signs that cannot be shown; rename it",
    ]
