"""What the page holds, and that nothing in a document can harm its reader."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from mubiao.errors import WarehouseError
from mubiao.report import write_report
from mubiao.warehouse import Warehouse

from .conftest import HOSTILE, Page, parsed


def test_the_file_is_named_by_place_and_year(written: Path) -> None:
    assert written.name == "330200-2024.html"


@pytest.mark.parametrize("side", ["plan", "result", "next"])
def test_every_figure_of_a_document_stands_in_its_sentence(page: Page, warehouse: Warehouse, side: str) -> None:
    quotes = set(warehouse.compare("宁波市", 2024)[f"{side}_quote"].dropna())
    assert [quote for quote in quotes if not any(quote in shown for shown in page.quotes)] == []


def test_the_title_is_the_finding(page: Page) -> None:
    assert page.title == "能核对的3项目标中，2项完成，1项接近：地区生产总值"


@pytest.mark.parametrize(
    "told",
    [
        "完成的有城镇新增就业、绿地。",
        "另有2项目标没有可比的结果，不作判断；这不等于没有完成。",
        "有1项判定依据的是预计数。",
        "文件没有写明牵头单位。",
    ],
)
def test_what_the_views_count_is_said(page: Page, told: str) -> None:
    assert told in page.text


def test_every_line_of_the_comparison_is_one_row(page: Page, warehouse: Warehouse) -> None:
    kinds = sorted(row["data-v"] for row in page.rows.values())
    assert (len(kinds), kinds.count("near"), kinds.count("met")) == (len(warehouse.compare("宁波市", 2024)), 1, 2)


@pytest.mark.parametrize("told", ["6%左右", "5.8%（预计）", "5.5%以上", "接近", "一为当年新增，一为累计总量"])
def test_rows_say_figures_and_verdicts_without_a_script(page: Page, told: str) -> None:
    assert any(told in summary for summary in page.summaries)


@pytest.mark.parametrize(
    "told", ["5.8% − 6% = −0.2个百分点", "26万人 ÷ 20万人 − 1 = +30%", "1500家（当年新增）↔ 8800家（累计）", "低不超过0.5个百分点"]
)
def test_rows_show_rule_arithmetic_and_what_is_told_in_another_way(page: Page, told: str) -> None:
    assert told in page.text


@pytest.mark.parametrize(
    "told", ["near", "Harder or easier in 2025", "Gross regional product", "met at or above the number; near when short by no more than 0.5 points"]
)
def test_english_stands_ready_for_the_switch(page: Page, told: str) -> None:
    assert any(told in english for english in page.english)


@pytest.mark.parametrize("word", ["null", "None", "none", "nan"])
def test_nothing_of_the_machine_reaches_a_reader(page: Page, word: str) -> None:
    told = (page.text, *page.english, *page.quotes)
    assert [text for text in told if re.search(rf"(?<![A-Za-z]){word}(?![A-Za-z])", text)] == []


@pytest.mark.parametrize("pattern", [r"(?<![\u4e00-\u9fff])的(?![\u4e00-\u9fff])", r"无文件", r"\{\w+\}", r"[\u4e00-\u9fff][,;(][\u4e00-\u9fff]"])
def test_no_lone_words_nor_half_width_marks_between_chinese_words(page: Page, pattern: str) -> None:
    assert [text for text in (page.text, *page.english, *page.quotes) if re.search(pattern, text)] == []


def test_the_page_is_chinese_for_programs_that_read_it_aloud(page: Page) -> None:
    assert page.languages == ["zh-CN"]


def test_text_of_documents_is_shown_as_it_is_written(page: Page) -> None:
    assert f"建设{HOSTILE}驿站20个。" in page.quotes


def test_titles_of_documents_are_text(page: Page) -> None:
    assert "<script>alert(2)</script>报告" in page.text


def test_one_script_runs_and_it_is_not_of_a_document(page: Page) -> None:
    assert ["alert(" in script for script in page.scripts["text/javascript"]] == [False]


def test_addresses_of_sources_are_links(page: Page) -> None:
    assert "https://www.ningbo.gov.cn/2025" in page.links


def test_nothing_is_loaded_from_elsewhere(page: Page) -> None:
    assert page.loaded == []


def test_the_policy_of_the_page_allows_no_requests(written: Path) -> None:
    assert "default-src 'none'; script-src 'sha256-" in written.read_text(encoding="utf-8")


def test_the_policy_is_closed_to_forms_and_other_bases(written: Path) -> None:
    assert "base-uri 'none'; form-action 'none'" in written.read_text(encoding="utf-8")


def test_a_page_is_small(written: Path) -> None:
    assert written.stat().st_size < 600_000


def test_the_same_tables_give_the_same_bytes_in_another_process(written: Path, tables: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-c", "from mubiao.cli.main import main; main()", "report", "--jurisdiction", "330200", "--year", "2024"]
    done = subprocess.run(
        [*command, "-o", str(tmp_path), "--data", str(tables)], env={**os.environ, "PYTHONHASHSEED": "7"}, capture_output=True, text=True, check=True
    )
    assert Path(done.stdout.strip()).read_bytes() == written.read_bytes()


def test_a_year_with_targets_to_come_only_says_so(warehouse: Warehouse, tmp_path: Path) -> None:
    page = parsed(write_report(warehouse, "宁波市", 2023, tmp_path).read_text(encoding="utf-8"))
    assert page.title.startswith("没有2023年的目标；2024年的目标和2023年的结果共")


def test_a_year_without_targets_is_an_error_that_names_the_years_there_are(warehouse: Warehouse, tmp_path: Path) -> None:
    with pytest.raises(WarehouseError, match="2023, 2024, 2025"):
        write_report(warehouse, "宁波市", 2010, tmp_path)
