"""derived: rates from the levels of two years and levels from a rate, only where that is sound, and marked."""

from __future__ import annotations

import pytest

from mubiao.rows import Observation

from .conftest import Ask, published, result, target

DERIVED = "select year, value, unit, quote from derived"


def level(year: int, value: float, **columns: object) -> Observation:
    """Retail sales of a year in 亿元, whose growth is told in current prices."""
    return result("宁波市", year, "retail_sales", "amount", value * 1e8, "元", value_text=f"{value:g}亿元", **columns)


def rate(year: int, value: float, **columns: object) -> Observation:
    """Their growth."""
    return result("宁波市", year, "retail_sales", "growth", value, "%", **columns)


def firms(year: int) -> Observation:
    """A stock of which the growth of what is new tells nothing."""
    return result("宁波市", year, "market_entities", "amount", 130e4, "户", cumulative=True)


def new_firms(year: int, value: float) -> Observation:
    """新登记市场主体增长13%."""
    return result("宁波市", year, "market_entities", "growth", value, "%", rules=["growth_of_new"])


def test_a_rate_follows_from_the_levels_of_two_years(ask: Ask) -> None:
    given = [level(2023, 5200, doc_id="report 2024"), level(2024, 5460)]
    query = """
        select jurisdiction_code, year, comparator, sign, value, unit, figure, status, source_kind, quote, observation_id, doc_id
        from derived
    """
    assert ask(given, query) == [
        ("330200", 2024, "eq", 1, 5.0, "%", 5.0, "derived", "derived", "5460亿元 ÷ 5200亿元 − 1", None, "report 2024")
    ]  # fmt: skip


def test_a_level_follows_from_the_base_year_s_level_and_the_year_s_rate(ask: Ask) -> None:
    given = [level(2023, 5200), rate(2024, 5)]
    assert ask(given, DERIVED) == [(2024, 5460e8, "元", "5200亿元 × (1 + 5%)")]


def test_levels_are_put_in_one_unit_first(ask: Ask) -> None:
    given = [
        result("陕西省", 2023, "hogs_slaughtered", "amount", 1000e4, "头", value_text="1000万头"),
        result("陕西省", 2024, "hogs_slaughtered", "amount", 1100e4, "头", value_text="1100万头"),
        result("陕西省", 2023, "grain_output", "amount", 260e8, "斤", value_text="260亿斤"),
        result("陕西省", 2024, "grain_output", "amount", 1352e4, "吨", value_text="1352万吨"),
    ]
    assert ask(given, f"{DERIVED} order by value") == [
        (2024, 4.0, "%", "1352万吨 ÷ 260亿斤 − 1"),
        (2024, 10.0, "%", "1100万头 ÷ 1000万头 − 1"),
    ]


@pytest.mark.parametrize(
    "given",
    [
        pytest.param([level(2022, 5000), level(2024, 5460)], id="the base year is missing"),
        pytest.param([level(2024, 5460)], id="one level alone"),
        pytest.param([level(2023, 5200, status="estimate"), level(2024, 5460)], id="the base is an estimate"),
        pytest.param([level(2023, 5200), level(2024, 5460, status="estimate")], id="the level is an estimate"),
        pytest.param([level(2023, 5200), rate(2024, 5, status="estimate")], id="the rate is an estimate"),
        pytest.param([level(2023, 5200, comparator="gt"), level(2024, 5460)], id="the base is only a bound"),
        pytest.param([level(2023, 5200), level(2024, 5460, comparator="approx")], id="the level is only about right"),
        pytest.param([level(2023, 5200), level(2024, 2460, part_of_year="上半年")], id="a year and half of one"),
        pytest.param([level(2023, 5200), rate(2024, 5, part_of_year="上半年")], id="the rate is of half a year"),
        pytest.param([firms(2023), new_firms(2024, 13)], id="the rate is that of the new ones of a stock"),
        pytest.param([level(2023, 5200), rate(2024, 5, period_start=2020)], id="the rate is the mean of five years"),
        pytest.param([target("宁波市", 2023, "retail_sales", "amount", 5200e8, "元"), level(2024, 5460)], id="the base is a target"),
        pytest.param([level(2023, 5200), target("宁波市", 2024, "retail_sales", "growth", 5, "%")], id="the rate is a target"),
        pytest.param([result("浙江省", 2023, "retail_sales", "amount", 3e12, "元"), level(2024, 5460)], id="the base is the figure of another place"),
    ],
)
def test_nothing_is_derived_from_what_is_no_final_figure_of_the_year(ask: Ask, given: list[Observation]) -> None:
    assert ask(given, DERIVED) == []


@pytest.mark.parametrize("indicator", ["gdp", "industrial_value_added", "tertiary_value_added", "per_capita_gdp"])
def test_growth_in_constant_prices_does_not_follow_from_levels_in_current_prices(ask: Ask, indicator: str) -> None:
    given = [
        result("宁波市", 2023, indicator, "amount", 17146.6e8, "元"),
        result("宁波市", 2024, indicator, "amount", 18147.7e8, "元"),
        result("宁波市", 2025, indicator, "growth", 4.9, "%"),
    ]
    assert ask(given, DERIVED) == []


@pytest.mark.parametrize(
    "given",
    [
        pytest.param(
            [
                result("宁波市", 2023, "foreign_investment_used", "amount", 3e9, "美元", cumulative=True),
                result("宁波市", 2024, "foreign_investment_used", "amount", 3.3e9, "美元", cumulative=True),
            ],
            id="running totals",
        ),
        pytest.param(
            [
                result("宁波市", 2023, "loans_balance", "amount", 4e11, "元", action="新增", action_kind="add"),
                result("宁波市", 2024, "loans_balance", "amount", 5e11, "元", action="新增", action_kind="add"),
            ],
            id="what is new in a stock",
        ),
        pytest.param(
            [result("宁波市", 2023, "甬江收入", "amount", 100, "元"), result("宁波市", 2024, "甬江收入", "amount", 110, "元")], id="a phrase"
        ),
        pytest.param(
            [result("宁波市", 2023, "rd_intensity", "ratio", 3.0, "%"), result("宁波市", 2024, "rd_intensity", "ratio", 3.3, "%")], id="rates"
        ),
    ],
)
def test_growth_is_derived_for_levels_of_known_indicators_only(ask: Ask, given: list[Observation]) -> None:
    assert ask(given, DERIVED) == []


@pytest.mark.parametrize(
    "stated",
    [
        pytest.param(rate(2024, 4.8), id="a report gives it"),
        pytest.param(rate(2024, 4.8, status="estimate"), id="a report estimates it"),
        pytest.param(published("宁波市", 2024, "retail_sales", "growth", 4.8, "%"), id="a bulletin gives it"),
    ],
)
def test_what_a_source_states_is_not_derived(ask: Ask, stated: Observation) -> None:
    assert ask([level(2023, 5200), level(2024, 5460), stated], DERIVED) == []


def test_a_plan_of_a_rate_is_answered_by_the_derived_rate_marked_as_such(ask: Ask) -> None:
    """港口货物吞吐量增长16%以上; the next report gives only the level, the one before gave the base."""
    given = [
        target("防城港市", 2009, "port_cargo", "growth", 16, "%", comparator="ge"),
        result("防城港市", 2008, "port_cargo", "amount", 5626e4, "吨", value_text="5626万吨"),
        result("防城港市", 2009, "port_cargo", "amount", 6380e4, "吨", value_text="6380万吨"),
    ]
    query = """
        select plan_value, result_value, result_unit, result_dimension, result_status, result_source, result_quote, attainment, gap
        from plan_result_next
        where plan_year = 2009
    """
    assert ask(given, query) == [(16.0, 13.4, "%", "percentage", "derived", "derived", "6380万吨 ÷ 5626万吨 − 1", "missed", -2.6)]


def test_a_plan_of_a_level_is_answered_by_the_derived_level(ask: Ask) -> None:
    given = [target("宁波市", 2024, "retail_sales", "amount", 5400e8, "元"), level(2023, 5200), rate(2024, 5)]
    query = "select plan_value, result_value, result_unit, result_status, attainment from plan_result_next where plan_year = 2024"
    assert ask(given, query) == [(5400e8, 5460e8, "元", "derived", "met")]


def test_a_plan_of_growth_in_constant_prices_is_not_answered_by_levels(ask: Ask) -> None:
    given = [
        target("宁波市", 2024, "gdp", "growth", 6, "%"),
        result("宁波市", 2023, "gdp", "amount", 17146.6e8, "元", value_text="17146.6亿元"),
        result("宁波市", 2024, "gdp", "amount", 18147.7e8, "元", value_text="18147.7亿元"),
    ]
    query = "select result_value, result_missing, result_elsewhere, attainment from plan_result_next where plan_year = 2024"
    assert ask(given, query) == [
        (
            None,
            "not_comparable",
            [{"place": "report", "value": "18147.7亿元", "why": "measure_differs", "quote": "地区生产总值1.81477e+12元"}],
            "not_comparable",
        )
    ]
