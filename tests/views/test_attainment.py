"""plan_result_next: when a target counts as met, by its comparator, the indicator's direction and the table of rules."""

from __future__ import annotations

from itertools import product

import pytest

from mubiao.rows import AttainmentRule, Observation

from .conftest import Ask, document, result, target
from .together import together

VERDICT = "select attainment from plan_result_next where plan_year = 2024"
REASON = "select attainment, attainment_reason from plan_result_next where plan_year = 2024"


def growth(of: type, value: float, comparator: str = "eq", **columns: object) -> Observation:
    """Growth of gross product: more is better."""
    return of("宁波市", 2024, "gdp", "growth", value, "%", comparator=comparator, **columns)


def unemployment(of: type, value: float, comparator: str = "eq", **columns: object) -> Observation:
    """A rate with a ceiling: less is better."""
    return of("宁波市", 2024, "surveyed_unemployment_rate", "ratio", value, "%", comparator=comparator, **columns)


@together(
    ("comparator", "reached", "verdict"),
    [
        pytest.param("eq", 6.1, "met", id="6% and 6.1%"),
        pytest.param("eq", 6.0, "met", id="6% and 6%"),
        pytest.param("eq", 5.9, "missed", id="6% and 5.9%"),
        pytest.param("ge", 6.1, "met", id="6%以上 and 6.1%"),
        pytest.param("ge", 6.0, "met", id="6%以上 and 6%"),
        pytest.param("ge", 5.9, "missed", id="6%以上 and 5.9%"),
        pytest.param("gt", 6.1, "met", id="突破6% and 6.1%"),
        pytest.param("gt", 6.0, "unknown", id="突破6% and 6%: perhaps 6.3%"),
        pytest.param("gt", 5.9, "missed", id="突破6% and 5.9%"),
        pytest.param("approx", 6.8, "met", id="6%左右 and 6.8%"),
        pytest.param("approx", 6.0, "met", id="6%左右 and 6%"),
        pytest.param("approx", 5.9, "near", id="6%左右 and 5.9%"),
        pytest.param("approx", 5.5, "near", id="6%左右 and 5.5%, the edge of the tolerance"),
        pytest.param("approx", 5.4, "missed", id="6%左右 and 5.4%"),
        pytest.param("le", 5.9, "met", id="6%以内 and 5.9%"),
        pytest.param("le", 6.0, "met", id="6%以内 and 6%"),
        pytest.param("le", 6.1, "missed", id="6%以内 and 6.1%"),
    ],
)
def test_growth_where_more_is_better(ask: Ask, comparator: str, reached: float, verdict: str) -> None:
    assert ask([growth(target, 6, comparator), growth(result, reached)], VERDICT) == [(verdict,)]


@together(
    ("comparator", "reached", "verdict"),
    [
        pytest.param("eq", 5.0, "met", id="5.5% and 5%"),
        pytest.param("eq", 5.5, "met", id="5.5% and 5.5%"),
        pytest.param("eq", 5.6, "missed", id="5.5% and 5.6%"),
        pytest.param("le", 5.5, "met", id="5.5%以内 and 5.5%"),
        pytest.param("le", 5.6, "missed", id="5.5%以内 and 5.6%"),
        pytest.param("lt", 5.4, "met", id="低于5.5% and 5.4%"),
        pytest.param(
            "lt",
            5.5,
            "missed",
            id="低于5.5% and 5.5%",
        ),
        pytest.param("lt", 5.6, "missed", id="低于5.5% and 5.6%"),
        pytest.param("approx", 5.2, "met", id="5.5%左右 and 5.2%"),
        pytest.param("approx", 6.0, "near", id="5.5%左右 and 6%, the edge of the tolerance"),
        pytest.param("approx", 6.1, "missed", id="5.5%左右 and 6.1%"),
    ],
)
def test_a_ceiling_where_less_is_better(ask: Ask, comparator: str, reached: float, verdict: str) -> None:
    assert ask([unemployment(target, 5.5, comparator), unemployment(result, reached)], VERDICT) == [(verdict,)]


@together(
    ("comparator", "reached", "verdict"),
    [
        pytest.param("eq", 22.0, "met", id="23 and 22"),
        pytest.param("eq", 24.0, "missed", id="23 and 24"),
        pytest.param("le", 23.0, "met", id="23以下 and 23"),
        pytest.param("approx", 24.15, "near", id="23左右 and 24.15, five in a hundred more"),
        pytest.param("approx", 24.2, "missed", id="23左右 and 24.2"),
    ],
)
def test_an_amount_where_less_is_better(ask: Ask, comparator: str, reached: float, verdict: str) -> None:
    given = [
        target("宁波市", 2024, "pm25", "amount", 23, "微克/立方米", comparator=comparator),
        result("宁波市", 2024, "pm25", "amount", reached, "微克/立方米"),
    ]
    assert ask(given, VERDICT) == [(verdict,)]


@together(
    ("comparator", "reached", "verdict"),
    [
        pytest.param("eq", 172e4, "met", id="172万亩 and 172万亩"),
        pytest.param("eq", 171e4, "missed", id="172万亩 and 171万亩"),
        pytest.param("ge", 173e4, "met", id="172万亩以上 and 173万亩"),
        pytest.param("approx", 163.4e4, "near", id="172万亩左右 and 163.4万亩, five in a hundred less"),
        pytest.param("approx", 163e4, "missed", id="172万亩左右 and 163万亩"),
    ],
)
def test_a_floor_of_an_amount(ask: Ask, comparator: str, reached: float, verdict: str) -> None:
    given = [
        target("宁波市", 2024, "grain_area", "amount", 172e4, "亩", comparator=comparator),
        result("宁波市", 2024, "grain_area", "amount", reached, "亩"),
    ]
    assert ask(given, VERDICT) == [(verdict,)]


@together(
    ("plan", "reached", "verdict"),
    [
        pytest.param(target("宁波市", 2024, "greenways", "amount", 100, "公里"), 100e3, "met", id="公里 and 米"),
        pytest.param(target("宁波市", 2024, "greenways", "amount", 100, "公里"), 99.9e3, "missed", id="公里 and too few 米"),
    ],
)
def test_verdicts_are_found_in_the_reference_unit(ask: Ask, plan: Observation, reached: float, verdict: str) -> None:
    assert ask([plan, result("宁波市", 2024, "greenways", "amount", reached, "米")], VERDICT) == [(verdict,)]


def test_ten_thousands_are_written_out_before_anything_is_compared(ask: Ask) -> None:
    """1.52万元 was planned, 15400元 came out."""
    given = [
        target("宁波市", 2024, "minimum_living_standard", "amount", 15200, "元", value_text="1.52万元"),
        result("宁波市", 2024, "minimum_living_standard", "amount", 15400, "元", value_text="15400元"),
    ]
    query = "select plan_text, plan_value, result_text, result_value, attainment from plan_result_next where plan_year = 2024"
    assert ask(given, query) == [("1.52万元", 15200.0, "15400元", 15400.0, "met")]


def test_an_equal_amount_in_another_unit_is_met(ask: Ask) -> None:
    given = [
        target("宁波市", 2024, "green_space", "amount", 1.08, "公顷", comparator="ge"),
        result("宁波市", 2024, "green_space", "amount", 16.2, "亩"),
    ]
    assert ask(given, VERDICT) == [("met",)]


@together(
    ("reached", "verdict"),
    [
        pytest.param(5.6, "met", id="above the range"),
        pytest.param(5.2, "met", id="within the range"),
        pytest.param(5.0, "met", id="at the lower end"),
        pytest.param(4.9, "missed", id="below the range"),
    ],
)
def test_a_range_of_growth_is_met_from_its_lower_end(ask: Ask, reached: float, verdict: str) -> None:
    given = [growth(target, 5.0, value_high=5.5), growth(result, reached)]
    query = "select plan_value, plan_value_high, attainment from plan_result_next where plan_year = 2024"
    assert ask(given, query) == [(5.0, 5.5, verdict)]


@together(
    ("reached", "verdict"),
    [
        pytest.param(1.9, "met", id="below the range"),
        pytest.param(2.5, "met", id="within the range"),
        pytest.param(3.0, "met", id="at the upper end"),
        pytest.param(3.1, "missed", id="above the range"),
    ],
)
def test_a_range_under_a_ceiling_is_met_up_to_its_upper_end(ask: Ask, reached: float, verdict: str) -> None:
    given = [target("宁波市", 2024, "cpi", "growth", 2, "%", value_high=3), result("宁波市", 2024, "cpi", "growth", reached, "%")]
    assert ask(given, VERDICT) == [(verdict,)]


@together(
    ("plan", "told", "verdict"),
    [
        pytest.param(growth(target, 6, "ge"), growth(result, 6, "gt"), "met", id="6%以上 and 超6%"),
        pytest.param(growth(target, 6, "gt"), growth(result, 6, "gt"), "met", id="突破6% and 超6%"),
        pytest.param(growth(target, 6, "ge"), growth(result, 7, "ge"), "met", id="6%以上 and 7%以上"),
        pytest.param(growth(target, 6, "ge"), growth(result, 5.8, "gt"), "unknown", id="6%以上 and 超5.8%"),
        pytest.param(growth(target, 6, "ge"), growth(result, 5.8, "ge"), "unknown", id="6%以上 and 5.8%以上"),
        pytest.param(growth(target, 6, "gt"), growth(result, 6, "ge"), "unknown", id="突破6% and 6%以上"),
        pytest.param(growth(target, 6, "ge"), growth(result, 7, "le"), "unknown", id="6%以上 and 7%以内"),
        pytest.param(growth(target, 6, "ge"), growth(result, 6, "lt"), "missed", id="6%以上 and 低于6%"),
        pytest.param(growth(target, 6, "ge"), growth(result, 5.8, "lt"), "missed", id="6%以上 and 低于5.8%"),
        pytest.param(unemployment(target, 5.5, "le"), unemployment(result, 5.2, "le"), "met", id="5.5%以内 and 5.2%以内"),
        pytest.param(unemployment(target, 5.5, "lt"), unemployment(result, 5.5, "lt"), "met", id="低于5.5% and 低于5.5%"),
        pytest.param(unemployment(target, 5.5, "le"), unemployment(result, 5.8, "le"), "unknown", id="5.5%以内 and 5.8%以内"),
        pytest.param(unemployment(target, 5.5, "le"), unemployment(result, 5.0, "gt"), "unknown", id="5.5%以内 and 超5%"),
        pytest.param(unemployment(target, 5.5, "le"), unemployment(result, 5.5, "gt"), "missed", id="5.5%以内 and 超5.5%"),
    ],
)
def test_a_result_that_is_only_a_bound_is_judged_only_where_it_settles_the_matter(
    ask: Ask, plan: Observation, told: Observation, verdict: str
) -> None:
    assert ask([plan, told], VERDICT) == [(verdict,)]


@together(
    ("told", "answer"),
    [
        pytest.param(growth(result, 5.8, "gt"), ("unknown", "result_is_a_bound"), id="a bound that leaves it open"),
        pytest.param(growth(result, 6.2, "gt"), ("met", None), id="a bound that settles it"),
        pytest.param(
            growth(result, 5.8, "lt"),
            ("missed", None),
            id="a bound that settles that it was missed",
        ),
    ],
)
def test_the_reason_of_an_open_verdict_is_the_bound(ask: Ask, told: Observation, answer: tuple[str, str | None]) -> None:
    assert ask([growth(target, 6, "ge"), told], REASON) == [answer]


@together(
    ("indicator", "comparator", "reached"),
    list(product(("甬江奖", "registered_population"), ("eq", "approx"), (12, 10, 8))),  # a phrase without an indicator, one with no better side
)
def test_where_nobody_knows_which_side_is_better_only_the_number_itself_is_met(ask: Ask, indicator: str, comparator: str, reached: float) -> None:
    given = [
        target("宁波市", 2024, indicator, "amount", 10, "人", comparator=comparator),
        result("宁波市", 2024, indicator, "amount", reached, "人"),
    ]
    assert ask(given, REASON) == [("met", None) if reached == 10 else ("unknown", "no_direction")]


@together(
    ("comparator", "reached", "verdict"),
    [
        pytest.param("ge", 10, "met", id="10以上 and 10"),
        pytest.param("ge", 9, "missed", id="10以上 and 9"),
        pytest.param("gt", 11, "met", id="突破10 and 11"),
        pytest.param("le", 9, "met", id="10以内 and 9"),
        pytest.param("le", 11, "missed", id="10以内 and 11"),
        pytest.param("lt", 9, "met", id="低于10 and 9"),
    ],
)
def test_a_bound_says_itself_which_side_is_better(ask: Ask, comparator: str, reached: float, verdict: str) -> None:
    given = [
        target("宁波市", 2024, "甬江奖", "amount", 10, "家", comparator=comparator),
        result("宁波市", 2024, "甬江奖", "amount", reached, "家"),
    ]
    assert ask(given, VERDICT) == [(verdict,)]


@together(
    ("comparator", "fall", "verdict"),
    [
        pytest.param("eq", 4, "met", id="下降3% and 下降4%"),
        pytest.param("eq", 3, "met", id="下降3% and 下降3%"),
        pytest.param("eq", 2, "missed", id="下降3% and 下降2%"),
        pytest.param("eq", -1, "missed", id="下降3% and 上升1%"),
        pytest.param("approx", 3.2, "met", id="下降3%左右 and 下降3.2%"),
        pytest.param("approx", 2.5, "near", id="下降3%左右 and 下降2.5%, the edge of the tolerance"),
        pytest.param("approx", 2.4, "missed", id="下降3%左右 and 下降2.4%"),
        pytest.param("ge", 4, "met", id="下降3%以上 and 下降4%"),
        pytest.param("ge", 3, "met", id="下降3%以上 and 下降3%"),
        pytest.param("ge", 2, "missed", id="下降3%以上 and 下降2%"),
        pytest.param("ge", -1, "missed", id="下降3%以上 and 上升1%"),
        pytest.param("gt", 4, "met", id="下降超3% and 下降4%"),
        pytest.param("gt", 3, "unknown", id="下降超3% and 下降3%: perhaps 3.3%"),
        pytest.param("gt", 2, "missed", id="下降超3% and 下降2%"),
    ],
)
def test_a_planned_fall_is_met_by_a_fall_as_deep(ask: Ask, comparator: str, fall: float, verdict: str) -> None:
    """单位GDP能耗下降3%以上: the value is 3, the sign -1."""
    given = [
        target("宁波市", 2024, "energy_intensity", "growth", 3, "%", comparator=comparator, sign=-1),
        result("宁波市", 2024, "energy_intensity", "growth", abs(fall), "%", sign=-1 if fall > 0 else 1),
    ]
    assert ask(given, VERDICT) == [(verdict,)]


@together(
    ("comparator", "fall", "verdict"),
    [
        pytest.param("le", 2, "met", id="降幅3%以内 and 下降2%"),
        pytest.param("le", 3, "met", id="降幅3%以内 and 下降3%"),
        pytest.param("le", 4, "missed", id="降幅3%以内 and 下降4%"),
        pytest.param("le", -1, "met", id="降幅3%以内 and 增长1%"),
        pytest.param("lt", 2, "met", id="降幅低于3% and 下降2%"),
        pytest.param("lt", 4, "missed", id="降幅低于3% and 下降4%"),
    ],
)
def test_a_limit_of_a_fall_is_met_by_a_smaller_fall(ask: Ask, comparator: str, fall: float, verdict: str) -> None:
    """一般公共预算收入降幅控制在3%以内."""
    given = [
        target("宁波市", 2024, "general_public_budget_revenue", "growth", 3, "%", comparator=comparator, sign=-1),
        result("宁波市", 2024, "general_public_budget_revenue", "growth", abs(fall), "%", sign=-1 if fall > 0 else 1),
    ]
    assert ask(given, VERDICT) == [(verdict,)]


@pytest.mark.parametrize(
    ("points", "verdict"),
    [
        pytest.param(1.0, "near", id="a wider tolerance"),
        pytest.param(0.6, "near", id="as much as it is short"),
        pytest.param(0.5, "missed", id="the tolerance of the package"),
        pytest.param(0.0, "missed", id="none at all"),
    ],
)
def test_another_table_of_rules_gives_other_verdicts(ask: Ask, points: float, verdict: str) -> None:
    rules = [AttainmentRule("approx", "higher", "higher", False, points, 0.05, f"near within {points:g} points")]
    query = "select attainment, attainment_rule from plan_result_next where plan_year = 2024"
    assert ask([growth(target, 6, "approx"), growth(result, 5.4)], query, rules) == [(verdict, f"near within {points:g} points")]


def test_a_rule_can_ask_for_more_than_the_number(ask: Ask) -> None:
    rules = [AttainmentRule("eq", "higher", "higher", True, 0, 0, "a plain target is met above its number")]
    assert ask([growth(target, 6), growth(result, 6.1)], VERDICT, rules) == [("met",)]


def test_the_gap_is_in_points_for_rates_and_a_share_for_amounts(ask: Ask) -> None:
    given = [
        growth(target, 6, "approx"),
        growth(result, 5.4),
        target("宁波市", 2024, "urban_new_jobs", "amount", 20e4, "人"),
        result("宁波市", 2024, "urban_new_jobs", "amount", 26e4, "人"),
        target("宁波市", 2024, "exports", "growth", 2, "倍"),
        result("宁波市", 2024, "exports", "growth", 3, "倍"),
    ]
    query = "select indicator, gap, gap_unit from plan_result_next where plan_year = 2024 order by indicator"
    assert ask(given, query) == [("地区生产总值", -0.6, "points"), ("城镇新增就业", 0.3, "share"), ("货物出口总额", 0.5, "share")]


@together(
    "given",
    [
        pytest.param([growth(target, 6)], id="no result"),
        pytest.param([growth(target, 6), growth(result, 5.4, period_start=2020)], id="only the mean of five years"),
        pytest.param([growth(target, 6), document("宁波市", 2025)], id="a report without it"),
    ],
)
def test_without_a_result_there_is_no_verdict(ask: Ask, given: list[Observation]) -> None:
    assert ask(given, "select attainment, gap from plan_result_next where plan_year = 2024") == [("unknown", None)]


ENTERPRISES = ("high_tech_enterprises", "amount", 10000, "家", "超1万家")
URBANIZATION = ("urbanization_rate", "ratio", 60, "%", "超过60%")


@together(
    ("asked", "told", "value", "answer"),
    [
        pytest.param(ENTERPRISES, "1万家", 10000, ("unknown", "result_is_rounded"), id="超1万 and 1万: perhaps 10,003"),
        pytest.param(ENTERPRISES, "10000家", 10000, ("missed", None), id="counted to the last one"),
        pytest.param(ENTERPRISES, "0.9万家", 9000, ("missed", None), id="far below"),
        pytest.param(URBANIZATION, "60%", 60, ("unknown", "result_is_rounded"), id="超过60% and 60%: perhaps 60.3%"),
        pytest.param(URBANIZATION, "60.0%", 60, ("missed", None), id="told to a tenth"),
        pytest.param(URBANIZATION, "59%", 59, ("missed", None), id="a whole percent short"),
    ],
)
def test_a_rounded_result_that_says_the_number_to_be_passed_is_open(
    ask: Ask, asked: tuple[str, str, float, str, str], told: str, value: float, answer: tuple[str, str | None]
) -> None:
    indicator, measure, passed, unit, words = asked
    given = [
        target("广东省", 2024, indicator, measure, passed, unit, comparator="gt", value_text=words, action_kind="add"),
        result("广东省", 2024, indicator, measure, value, unit, value_text=told, action_kind="add"),
    ]
    assert ask(given, "select attainment, attainment_reason from plan_result_next where plan_year = 2024") == [answer]
