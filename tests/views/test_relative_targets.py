"""relative_targets: targets that are measured against something else, resolved with their arithmetic or shown as written."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mubiao.rows import AttainmentRule, DocumentRow, Observation

from .conftest import Ask, document, relative, result, target
from .together import together


def growth(indicator: str, value: float, place: str = "宁波市", **columns: object) -> Observation:
    """The growth of a year that a report tells of."""
    return result(place, 2024, indicator, "growth", value, "%", **columns)


WITH_GDP = relative(
    "宁波市", 2024, "general_public_budget_revenue", "with", "与经济增长同步",
    reference="经济增长", reference_id="gdp", quote="一般公共预算收入与经济增长同步",
)  # fmt: skip
TWO_POINTS_ABOVE_INDUSTRY = target(
    "宁波市", 2024, "strategic_value_added", "change", 2, "百分点",
    relation="above", reference="规上工业", reference_id="industrial_value_added", quote="战略性新兴产业增加值增速高于规上工业2个百分点",
)  # fmt: skip
ABOVE_THE_CITY = relative("鄞州区", 2024, "resident_income", "above", "高于全市平均水平", reference="全市平均水平", reference_code="330200")


def test_in_step_with_the_economy_is_resolved_by_that_year_s_growth(ask: Ask) -> None:
    given = [
        WITH_GDP,
        growth("general_public_budget_revenue", 5.1, status="estimate", quote="一般公共预算收入增长5.1%"),
        growth("gdp", 5.4, quote="地区生产总值增长5.4%"),
    ]
    query = """
        select
            jurisdiction, year, indicator, reference, reference_indicator, relation, points, reference_figure, required, result_value, result_status,
            attainment, attainment_reason, arithmetic, quote, result_quote, reference_quote, observation_id, result_observation_id,
        from relative_targets
    """
    assert ask(given, query) == [
        (
            "宁波市", 2024, "一般公共预算收入", "经济增长", "地区生产总值", "with", 0.0, 5.4, 5.4, 5.1, "estimate",
            "near", None, "一般公共预算收入 5.1%; 地区生产总值 5.4%",
            "一般公共预算收入与经济增长同步", "一般公共预算收入增长5.1%", "地区生产总值增长5.4%", "row 1", "row 2",
        )
    ]  # fmt: skip


@together(
    ("own", "verdict"),
    [
        pytest.param(6.0, "met", id="faster"),
        pytest.param(5.4, "met", id="as fast"),
        pytest.param(4.9, "near", id="half a point slower"),
        pytest.param(4.8, "missed", id="more than half a point slower"),
    ],
)
def test_in_step_is_met_at_the_reference_and_near_within_the_tolerance_of_about(ask: Ask, own: float, verdict: str) -> None:
    given = [WITH_GDP, growth("general_public_budget_revenue", own), growth("gdp", 5.4)]
    assert ask(given, "select attainment from relative_targets") == [(verdict,)]


@together(
    ("own", "verdict"),
    [
        pytest.param(12.0, "met", id="more than two points above"),
        pytest.param(9.2, "met", id="two points above"),
        pytest.param(9.1, "missed", id="less than two points above"),
    ],
)
def test_points_above_a_reference_are_added_to_it(ask: Ask, own: float, verdict: str) -> None:
    given = [TWO_POINTS_ABOVE_INDUSTRY, growth("strategic_value_added", own), growth("industrial_value_added", 7.2)]
    query = "select points, reference_figure, required, attainment, arithmetic from relative_targets"
    arithmetic = f"战略性新兴产业增加值 {own}%; 规模以上工业增加值 7.2% + 2.0 = 9.2%"
    assert ask(given, query) == [(2.0, 7.2, 9.2, verdict, arithmetic)]


@together(
    ("relation", "own", "verdict"),
    [
        pytest.param("above", 5.1, "met", id="高于 and higher"),
        pytest.param("above", 5.0, "unknown", id="高于 and equal in whole percent"),
        pytest.param("at_least", 5.0, "met", id="不低于 and equal"),
        pytest.param("at_least", 4.9, "missed", id="不低于 and lower"),
        pytest.param("below", 4.9, "met", id="低于 and lower"),
        pytest.param("below", 5.0, "unknown", id="低于 and equal in whole percent"),
        pytest.param("at_most", 5.0, "met", id="不高于 and equal"),
        pytest.param("at_most", 5.1, "missed", id="不高于 and higher"),
    ],
)
def test_how_a_figure_stands_to_its_reference(ask: Ask, relation: str, own: float, verdict: str) -> None:
    given = [
        relative("宁波市", 2024, "retail_sales", relation, "…经济增长", reference="经济增长", reference_id="gdp"),
        growth("retail_sales", own),
        growth("gdp", 5.0),
    ]
    assert ask(given, "select attainment from relative_targets") == [(verdict,)]


def test_the_same_indicator_of_the_place_above_can_be_the_reference(ask: Ask) -> None:
    given = [ABOVE_THE_CITY, growth("resident_income", 5.2, "鄞州区"), growth("resident_income", 4.8)]
    query = "select reference_code, reference_figure, required, result_value, attainment, arithmetic from relative_targets"
    assert ask(given, query) == [("330200", 4.8, 4.8, 5.2, "met", "居民人均可支配收入 5.2%; 宁波市居民人均可支配收入 4.8%")]


def test_another_indicator_of_the_place_above_can_be_the_reference(ask: Ask) -> None:
    given = [
        relative(
            "鄞州区", 2024, "resident_income", "above", "高于全市经济增长", reference="全市经济增长", reference_id="gdp", reference_code="330200"
        ),
        growth("resident_income", 5.2, "鄞州区"),
        growth("gdp", 6.0, "鄞州区"),
        growth("gdp", 5.0),
    ]
    assert ask(given, "select reference_figure, attainment from relative_targets") == [(5.0, "met")]


@together(
    ("given", "reason"),
    [
        pytest.param([WITH_GDP], "no_document", id="there is no report of the year"),
        pytest.param([WITH_GDP, document("宁波市", 2025, coverage="partial", partial_parts=["review"])], "partial", id="the report has no review"),
        pytest.param([WITH_GDP, document("宁波市", 2025)], "no_result", id="nobody tells the result"),
        pytest.param([WITH_GDP, growth("gdp", 5.4), document("宁波市", 2025)], "no_result", id="only the reference is known"),
        pytest.param(
            [
                relative("宁波市", 2024, "gdp", "above", "高于全国", reference="全国", reference_code="000000", scope="市区"),
                growth("gdp", 5.4),
                document("宁波市", 2025),
            ],
            "no_result",
            id="what is known of the whole is no result of a part",
        ),
        pytest.param([WITH_GDP, growth("general_public_budget_revenue", 5.1)], "no_result_of_reference", id="only the result is known"),
        pytest.param(
            [WITH_GDP, growth("general_public_budget_revenue", 5.1), result("宁波市", 2023, "gdp", "growth", 5.5, "%")],
            "no_result_of_reference",
            id="the reference is known for another year",
        ),
        pytest.param(
            [WITH_GDP, growth("general_public_budget_revenue", 5.1), result("宁波市", 2024, "gdp", "growth", 5.5, "%", period_start=2020)],
            "no_result_of_reference",
            id="the reference is known as a five-year mean",
        ),
        pytest.param(
            [WITH_GDP, growth("general_public_budget_revenue", 5.1), result("宁波市", 2024, "gdp", "amount", 18e11, "元")],
            "no_result_of_reference",
            id="the reference is known as an amount",
        ),
        pytest.param(
            [
                relative("宁波市", 2025, "inclusive_loans", "above", "增速快于全部贷款增速", reference="全部贷款增速"),
                result("宁波市", 2025, "inclusive_loans", "growth", 9, "%"),
            ],
            "reference_unknown",
            id="nobody knows what the reference is",
        ),
        pytest.param(
            [relative("宁波市", 2024, "trade_value", "share", "保持全国占比份额", reference="全国占比份额"), growth("trade_value", 7)],
            "no_number_known",
            id="a share that is to be kept",
        ),
        pytest.param(
            [relative("宁波市", 2024, "energy_targets", "set", "完成省下达的计划目标", reference="省下达的计划目标")],
            "no_number_known",
            id="a number that the place above sets",
        ),
        pytest.param([relative("宁波市", 2024, "retail_sales", "trend", "稳中有升"), growth("retail_sales", 5)], "no_number_known", id="a tendency"),
    ],
)
def test_what_cannot_be_resolved_says_why(ask: Ask, given: list[Observation | DocumentRow], reason: str) -> None:
    assert ask(given, "select attainment, attainment_reason, arithmetic from relative_targets") == [("unknown", reason, None)]


def test_only_the_target_that_counts_is_resolved(ask: Ask) -> None:
    given = [
        WITH_GDP,
        relative("宁波市", 2024, "general_public_budget_revenue", "with", "与经济增长同步", reference="经济增长", reference_id="gdp", confidence=0.5),
    ]
    assert ask(given, "select observation_id from relative_targets") == [("row 1",)]


def test_the_comparison_shows_the_arithmetic_instead_of_a_rule(ask: Ask) -> None:
    given = [WITH_GDP, growth("general_public_budget_revenue", 5.1, status="estimate"), growth("gdp", 5.4)]
    query = """
        select plan_value, plan_text, plan_reference, result_value, result_unit, result_status, result_missing, attainment, attainment_rule, gap
        from plan_result_next
        where plan_year = 2024 and measure = 'relative'
    """
    arithmetic = "一般公共预算收入 5.1%; 地区生产总值 5.4%"
    assert ask(given, query) == [(None, "与经济增长同步", "经济增长", 5.1, "%", "estimate", None, "near", arithmetic, None)]


def test_without_its_reference_the_comparison_shows_the_target_as_written(ask: Ask) -> None:
    given = [WITH_GDP, document("宁波市", 2025)]
    query = """
        select plan_text, result_value, result_missing, attainment, attainment_reason
        from plan_result_next
        where plan_year = 2024
    """
    assert ask(given, query) == [("与经济增长同步", None, "not_stated", "unknown", "no_result")]


def test_what_resolved_a_target_is_not_told_elsewhere(ask: Ask) -> None:
    given = [WITH_GDP, growth("general_public_budget_revenue", 5.1), growth("gdp", 5.4)]
    assert ask(given, "select result_elsewhere from plan_result_next where plan_year = 2024 and measure = 'relative'") == [([],)]


def test_a_target_has_one_line_though_its_indicator_has_a_share_as_well(ask: Ask) -> None:
    given = [
        TWO_POINTS_ABOVE_INDUSTRY,
        growth("strategic_value_added", 12),
        result("宁波市", 2024, "strategic_value_added", "ratio", 30, "%"),
        growth("industrial_value_added", 7.2),
    ]
    assert ask(given, "select result_value, attainment from relative_targets") == [(12.0, "met")]


def test_a_reference_that_is_only_a_bound_settles_nothing(ask: Ask) -> None:
    given = [TWO_POINTS_ABOVE_INDUSTRY, growth("strategic_value_added", 12), growth("industrial_value_added", 7.2, comparator="ge")]
    assert ask(given, "select attainment, attainment_reason from relative_targets") == [("unknown", "reference_is_a_bound")]


def test_a_user_s_own_rule_of_about_judges_what_is_to_keep_step(ask: Ask) -> None:
    given = [WITH_GDP, growth("general_public_budget_revenue", 5.1), growth("gdp", 5.4)]
    narrow = [AttainmentRule("approx", "higher", "higher", False, 0.1, 0.05, "a narrow 左右")]
    assert ask(given, "select attainment from relative_targets", narrow) == [("missed",)]


@together(("own", "verdict"), [(9.3, "met"), (9.1, "near"), (8.6, "missed")])
def test_about_so_many_points_above_a_reference_are_near_within_the_tolerance_of_about(ask: Ask, own: float, verdict: str) -> None:
    """高于规上工业2个百分点左右."""
    given = [replace(TWO_POINTS_ABOVE_INDUSTRY, comparator="approx"), growth("strategic_value_added", own), growth("industrial_value_added", 7.2)]
    assert ask(given, "select attainment from relative_targets") == [(verdict,)]


@pytest.mark.parametrize(
    ("relation", "comparator", "own", "verdict"),
    [
        pytest.param("above", "ge", 9.2, "met", id="高于2个百分点以上"),
        pytest.param("above", "gt", 9.2, "missed", id="高于超过2个百分点"),
        pytest.param("above", "gt", 9.3, "met", id="高于超过2个百分点, and more"),
        pytest.param("above", "le", 9.0, "met", id="高于不超过2个百分点"),
        pytest.param("above", "le", 9.5, "missed", id="高于不超过2个百分点, and more"),
        pytest.param("below", "le", 6.0, "met", id="低于不超过2个百分点"),
        pytest.param("below", "le", 4.6, "missed", id="低于不超过2个百分点, and less"),
    ],
)
def test_so_many_points_are_bounded_as_the_target_says(ask: Ask, relation: str, comparator: str, own: float, verdict: str) -> None:
    given = [
        replace(TWO_POINTS_ABOVE_INDUSTRY, relation=relation, comparator=comparator),
        growth("strategic_value_added", own),
        growth("industrial_value_added", 7.2),
    ]
    assert ask(given, "select attainment from relative_targets") == [(verdict,)]


@together(("stated", "verdict"), [(2.1, "met"), (1.6, "near"), (1.4, "missed")])
def test_about_so_many_points_are_near_as_well_where_the_report_states_the_difference(ask: Ask, stated: float, verdict: str) -> None:
    about = replace(TWO_POINTS_ABOVE_INDUSTRY, comparator="approx")
    columns = {"relation": "above", "reference": "规上工业", "reference_id": "industrial_value_added"}
    given = [about, result("宁波市", 2024, "strategic_value_added", "change", stated, "百分点", **columns)]
    assert ask(given, "select attainment from relative_targets") == [(verdict,)]


@together(
    ("urban", "rural", "verdict"),
    [
        pytest.param(5.6, 6.6, "met", id="both keep step"),
        pytest.param(5.1, 6.6, "near", id="one of them nearly"),
        pytest.param(4.7, 6.6, "missed", id="one of them does not"),
        pytest.param(4.7, None, "unknown", id="only one is known"),
    ],
)
def test_what_is_said_of_two_at_once_is_judged_by_both(ask: Ask, urban: float, rural: float | None, verdict: str) -> None:
    """城乡居民收入与经济增长同步."""
    given = [
        relative("宁波市", 2024, "urban_rural_incomes", "with", "与经济增长同步", reference="经济增长", reference_id="gdp"),
        growth("urban_resident_income", urban),
        *([growth("rural_resident_income", rural)] if rural else []),
        growth("gdp", 5.4),
    ]
    assert ask(given, "select attainment from relative_targets") == [(verdict,)]


@together(
    ("urban", "answer"),
    [
        pytest.param(5.6, ("met", None), id="both parts keep step"),
        pytest.param(4.7, ("unknown", "result_is_a_bound"), id="one part does not: the whole may"),
    ],
)
def test_a_whole_of_which_only_both_parts_are_known_grows_at_least_as_the_slower(ask: Ask, urban: float, answer: tuple[str, str | None]) -> None:
    given = [
        relative("宁波市", 2024, "resident_income", "with", "与经济增长同步", reference="经济增长", reference_id="gdp"),
        growth("urban_resident_income", urban),
        growth("rural_resident_income", 6.6),
        growth("gdp", 5.4),
    ]
    assert ask(given, "select attainment, attainment_reason from relative_targets") == [answer]


def test_a_target_against_two_things_is_two_targets(ask: Ask) -> None:
    """居民收入增速高于经济增速、高于全国平均水平."""
    given = [
        relative("宁波市", 2024, "resident_income", "above", "高于经济增速", reference="经济增速", reference_id="gdp"),
        relative("宁波市", 2024, "resident_income", "above", "高于全国平均水平", reference="全国平均水平", reference_code="000000"),
        growth("resident_income", 5.2),
        growth("gdp", 5.4),
        growth("resident_income", 5.0, "000000"),
    ]
    assert ask(given, "select reference, attainment, arithmetic from relative_targets order by reference") == [
        ("全国平均水平", "met", "居民人均可支配收入 5.2%; 全国居民人均可支配收入 5.0%"),
        ("经济增速", "missed", "居民人均可支配收入 5.2%; 地区生产总值 5.4%"),
    ]


@pytest.mark.parametrize(("basis", "bases"), [(None, "nominal_against_real"), ("实际", None)])
def test_incomes_in_current_prices_against_growth_in_constant_ones_are_marked(ask: Ask, basis: str | None, bases: str | None) -> None:
    given = [
        relative("宁波市", 2024, "resident_income", "with", "与经济增长同步", reference="经济增长", reference_id="gdp"),
        growth("resident_income", 5.2, basis=basis),
        growth("gdp", 5.4),
    ]
    assert ask(given, "select bases from relative_targets") == [(bases,)]
    assert ask(given, "select attainment_note from plan_result_next where plan_year = 2024 and measure = 'relative'") == [(bases,)]


@together(
    ("relation", "points", "stated", "attainment"),
    [
        pytest.param("above", 1, ("above", 1.5), "met", id="asked for 1 point more, stated 1.5"),
        pytest.param("above", 1, ("above", 0.5), "missed", id="asked for 1 point more, stated 0.5"),
        pytest.param("above", 0, ("above", 0.1), "met", id="asked for more, stated more"),
        pytest.param("above", 0, ("below", 0.3), "missed", id="asked for more, stated less"),
        pytest.param("at_least", 0, ("below", 0.3), "missed", id="asked for no less, stated less"),
    ],
)
def test_a_difference_that_the_report_states_settles_what_no_figure_does(
    ask: Ask, relation: str, points: float, stated: tuple[str, float], attainment: str
) -> None:
    """规上工业增加值增长7%，高于全省1.5个百分点: the province's own growth is in no table."""
    told = {"reference": "全省", "reference_code": "330000"}
    given = [
        target("宁波市", 2024, "industrial_value_added", "change", points, "百分点", relation=relation, **told)
        if points
        else relative("宁波市", 2024, "industrial_value_added", relation, "高于全省", **told),
        growth("industrial_value_added", 7),
        result("宁波市", 2024, "industrial_value_added", "change", stated[1], "百分点", relation=stated[0], quote="高于全省", **told),
    ]
    query = "select stated_difference, attainment, attainment_reason, arithmetic from relative_targets"
    assert ask(given, query) == [(stated[1] if stated[0] == "above" else -stated[1], attainment, None, "高于全省")]


@pytest.mark.parametrize(
    ("own", "reference", "bases"),
    [
        pytest.param([(6, None)], [(5.3, "名义"), (5.1, "实际")], (5.3, None), id="in current prices"),
        pytest.param([(6, "实际")], [(5.3, "名义"), (5.1, "实际")], (5.1, None), id="in constant prices"),
        pytest.param([(6, None)], [(5.1, "实际")], (5.1, "nominal_against_real"), id="only the reference in constant prices"),
    ],
)
def test_both_sides_in_the_same_prices_where_they_are_told(
    ask: Ask, own: list[tuple[float, str | None]], reference: list[tuple[float, str | None]], bases: tuple[float, str | None]
) -> None:
    given = [
        relative("宁波市", 2024, "resident_income", "above", "高于全国", reference="全国", reference_code="000000"),
        *(growth("resident_income", value, basis=basis) for value, basis in own),
        *(growth("resident_income", value, place="000000", basis=basis) for value, basis in reference),
    ]
    assert ask(given, "select reference_figure, bases from relative_targets") == [bases]
