"""Who leads a target is told with the document that says so: a breakdown of another year divides the work of that year."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mubiao.report.place import place_page
from mubiao.warehouse import Warehouse

from .conftest import parsed


@pytest.fixture(scope="module")
def tables(example_tables: Path) -> Iterator[Warehouse]:
    with Warehouse(example_tables) as opened:
        yield opened


BREAKDOWN = "《宁波市2025年政府工作报告目标任务分解清单；2025年市民生实事项目责任分解清单》"


@pytest.mark.parametrize(
    ("year", "told"),
    [(2024, f"2024年的文件没有写明牵头单位的，取自{BREAKDOWN}，是2025年的分工。"), (2025, f"2025年的分工据{BREAKDOWN}。")],
    ids=["a year whose report names no units", "the year of the breakdown"],
)
def test_the_document_that_names_the_units_is_said(tables: Warehouse, year: int, told: str) -> None:
    assert [sentence.zh for sentence in place_page(tables, "宁波市", year).duties_from] == [told]


def test_a_unit_of_the_year_after_stands_beside_the_target_that_it_leads(tables: Warehouse) -> None:
    """市发改委 leads growth of 5.5%以上 in 2025; nothing says that it led 6%左右 in 2024."""
    held = dict(place_page(tables, "宁波市", 2024).duties)
    growth = next(line for line in held["市发改委"] if line.indicator_id == "gdp")
    assert (growth.units_side, growth.figures[growth.units_side].text) == ("next", "5.5%以上")


def test_the_page_says_it_too(example_pages: Path) -> None:
    page = parsed((example_pages / "330200-2024.html").read_text(encoding="utf-8"))
    assert "是2025年的分工" in page.text
    assert "牵头单位（2025年分工）" in page.text
