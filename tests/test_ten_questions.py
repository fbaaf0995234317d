"""Questions as a user of SQL asks them first, with columns guessed from ``mubiao schema``; the answers were read in the documents."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import mubiao
from mubiao.warehouse import Warehouse

GDP_2024 = "jurisdiction = '宁波市' and indicator_id = 'gdp' and measure = 'growth'"
QUESTIONS = {
    "what growth did Ningbo want in 2024, and in which words": (
        f"select value, comparator, modifier from observations where {GDP_2024} and stage = 'target' and year = 2024",
        [(6.0, "approx", "左右")],
    ),
    "what growth did it reach": (f"select result, result_unit from series where {GDP_2024} and year = 2024", [(5.4, "%")]),
    "was the target met": (f"select attainment from comparison where {GDP_2024} and plan_year = 2024", [("missed",)]),
    "is the next target higher or lower": (
        f"select change, plan_value, next_value from target_changes where {GDP_2024} and plan_year = 2024",
        [("lowered", 6.0, 5.5)],
    ),
    "who answers for growth in 2025": (
        f"select distinct unnest(lead_units) from observations where {GDP_2024} and year = 2025 and stage = 'target'",
        [("市发改委",)],
    ),
    "what does the report say about affordable rental housing": (
        "select quote from observations where jurisdiction = '宁波市' and indicator_id = 'affordable_rental_housing' and year = 2024",
        [("筹建保障性租赁住房3万套(间)以上",)],
    ),
    "which province wanted most growth in 2025": (
        "select jurisdiction, plan_value from plan_result_next join jurisdictions using (jurisdiction_code, jurisdiction) "
        "where level = 'province' and indicator_id = 'gdp' and measure = 'growth' and plan_year = 2025 order by plan_value desc nulls last limit 1",
        [("西藏自治区", 7.0)],
    ),
    "which province wants most growth next": (
        "select jurisdiction, next, next_value from comparison where plan_year = 2025 and indicator = '地区生产总值' and measure = 'growth' "
        "order by next_value desc nulls last limit 1",
        [("西藏自治区", "7%以上", 7.0)],
    ),
    "is the growth of 2024 stated in different ways": (
        f"select stage, round(difference, 2) from conflicts where {GDP_2024} and year = 2024",
        [("result", 0.1)],
    ),
    "where does a district ask for more than its city": (
        "select jurisdiction, parent_value, value from cascade "
        "where parent = '宁波市' and year = 2024 and indicator = '城镇登记失业率' and asks_for_more",
        [("鄞州区", 3.5, 2.5)],
    ),
    "what do provinces ask for on average": (
        "select year, round(avg(target), 2) from series where level = 'province' and indicator_id = 'gdp' and measure = 'growth' and year = 2025 "
        "group by year",
        [(2025, 5.35)],
    ),
    "which verdicts on Ningbo rest on an estimate": (
        "select indicator, plan, result from comparison where jurisdiction = '宁波市' and plan_year = 2024 and result_status = 'estimate' "
        "and attainment in ('met', 'near', 'missed')",
        [("一般公共预算收入", "与经济增长同步", "5.1%")],
    ),
    "what do the words of provinces mean for an average": (
        "select plan_comparator, count(*) from comparison where level = 'province' and plan_year = 2025 and indicator_id = 'gdp' "
        "and measure = 'growth' and plan is not null group by all order by 2 desc, 1",
        [("approx", 17), ("ge", 6), ("eq", 1)],
    ),
    "how many judged targets did provinces meet": (
        "select sum(met), sum(near), sum(missed) from attainment_summary where level = 'province' and plan_year = 2025",
        [(33, 7, 23)],
    ),
    "what did Ningbo write before and after": (
        f"select plan, next, change from target_changes where {GDP_2024} and plan_year = 2024",
        [("6%左右", "5.5%以上", "lowered")],
    ),
    "how much housing does a bureau answer for": (
        "select value, unit from observations where jurisdiction = '宁波市' and year = 2025 and indicator = '保障性租赁住房' "
        "and '市住建局' in lead_units",
        [(213000.0, "套")],
    ),
    "what do the tables know of the results of 2024": (
        "select silence from coverage where jurisdiction = '宁波市' and year = 2024 and stage = 'result'",
        [("no_document",)],
    ),
}


@pytest.fixture(scope="module")
def warehouse(example_tables: Path) -> Iterator[Warehouse]:
    """The tables of data/raw."""
    with mubiao.open(example_tables) as opened:
        yield opened


@pytest.mark.parametrize(("query", "answer"), QUESTIONS.values(), ids=QUESTIONS)
def test_a_first_try_gives_the_answer(warehouse: Warehouse, query: str, answer: list[tuple[object, ...]]) -> None:
    assert warehouse.sql(query).fetchall() == answer
