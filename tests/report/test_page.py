"""What the page holds, and that nothing in a document can harm its reader."""

from __future__ import annotations

import os
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
def test_every_figure_has_its_quote(page: Page, warehouse: Warehouse, side: str) -> None:
    quotes = set(warehouse.compare("宁波市", 2024)[f"{side}_quote"].dropna())
    assert quotes - page.quotes == set()


@pytest.mark.parametrize(
    "told",
    [
        "2024年有5个目标：完成2个，接近1个，未完成0个，不可比1个，未知1个。",
        "5 targets for 2024: 2 met, 1 near, 0 missed, 1 not comparable, 1 unknown.",
        "判定中有1个依据预计数。",
        "2025年与2024年相比：上调3个，下调1个，不再列出1个。",
        "没有文件写明牵头单位。",
    ],
)
def test_what_the_views_count_is_said(page: Page, told: str) -> None:
    assert told in page.text


@pytest.mark.parametrize("told", ["6%左右", "5.8% (预计)", "5.5%以上", "接近 near", "1500家(当年新增) ↔ 8800家(累计)"])
def test_figures_and_verdicts_open_without_a_script(page: Page, told: str) -> None:
    assert told in page.summaries


@pytest.mark.parametrize("told", ["5.8% − 6% = −0.2 百分点", "26万人 ÷ 20万人 − 1 = +30%", "a running total", "near when short by"])
def test_verdicts_show_rule_arithmetic_and_reason(page: Page, told: str) -> None:
    assert told in page.text


def test_the_page_is_chinese_for_programs_that_read_it_aloud(page: Page) -> None:
    assert page.languages == ["zh-CN"]


def test_text_of_documents_is_shown_as_it_is_written(page: Page) -> None:
    assert f"建设{HOSTILE}驿站20个" in page.quotes


def test_titles_of_documents_are_text(page: Page) -> None:
    assert "<script>alert(2)</script>报告" in page.text


def test_one_script_runs_and_it_is_not_of_a_document(page: Page) -> None:
    assert ["alert(" in script for script in page.scripts["text/javascript"]] == [False]


def test_charts_hold_hostile_text_as_data(page: Page) -> None:
    quotes = {row.get("quote") for chart in page.charts for rows in chart["datasets"].values() for row in rows}
    assert f"建设{HOSTILE}驿站30个" in quotes


def test_an_address_that_would_run_is_no_link(page: Page) -> None:
    assert [link for link in page.links if link.startswith("javascript:")] == []


def test_addresses_of_sources_are_links(page: Page) -> None:
    assert "https://www.ningbo.gov.cn/2025" in page.links


def test_nothing_is_loaded_from_elsewhere(page: Page) -> None:
    assert page.loaded == []


def test_the_policy_of_the_page_allows_no_requests(written: Path) -> None:
    assert "default-src 'none'; script-src 'sha256-" in written.read_text(encoding="utf-8")


def test_the_same_tables_give_the_same_bytes_in_another_process(written: Path, tables: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-c", "from mubiao.cli.main import main; main()", "report", "--jurisdiction", "330200", "--year", "2024"]
    done = subprocess.run(
        [*command, "-o", str(tmp_path), "--data", str(tables)], env={**os.environ, "PYTHONHASHSEED": "7"}, capture_output=True, text=True, check=True
    )
    assert Path(done.stdout.strip()).read_bytes() == written.read_bytes()


def test_a_year_with_targets_to_come_only_says_so(warehouse: Warehouse, tmp_path: Path) -> None:
    page = parsed(write_report(warehouse, "宁波市", 2023, tmp_path).read_text(encoding="utf-8"))
    assert "没有2023年的目标，只有2024年的目标。" in page.text


def test_a_year_without_targets_is_an_error_that_names_the_years_there_are(warehouse: Warehouse, tmp_path: Path) -> None:
    with pytest.raises(WarehouseError, match="2023, 2024, 2025"):
        write_report(warehouse, "宁波市", 2010, tmp_path)
