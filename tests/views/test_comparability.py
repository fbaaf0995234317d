"""plan_result_next: what stands in one line, what is kept apart, and what an empty place says."""

from __future__ import annotations

from typing import Any

import pytest

from mubiao.rows import DocumentRow, Observation

from .conftest import Ask, document, published, result, target
from .together import together

PLAN_2024 = [document("宁波市", 2024), document("宁波市", 2025)]


def test_plan_result_and_next_target_stand_in_one_line_with_their_words_and_quotes(ask: Ask) -> None:
    given = [
        target("宁波市", 2024, "gdp", "growth", 6, "%", comparator="approx", modifier="左右", quote="地区生产总值增长6%左右", doc_id="report 2024"),
        published("宁波市", 2024, "gdp", "growth", 5.4, "%", status="preliminary", quote="地区生产总值 5.4%"),
        target("宁波市", 2025, "gdp", "growth", 5.5, "%", comparator="ge", modifier="以上", quote="地区生产总值增长5.5%以上", doc_id="list 2025"),
    ]
    query = """
        select
            jurisdiction, plan_year, indicator_id, indicator, theme, matched_by, match_score, measure, cumulative, activity, direction,
            plan_comparator, plan_modifier, plan_value, plan_unit, plan_text, plan_missing, plan_quote, plan_observation_id, plan_doc_id,
            result_comparator, result_value, result_unit, result_status, result_source, result_text, result_missing, result_quote,
            result_observation_id, result_doc_id,
            next_comparator, next_modifier, next_value, next_unit, next_text, next_missing, next_quote, next_observation_id, next_doc_id,
        from plan_result_next
        where plan_year = 2024
    """
    assert ask(given, query) == [
        (
            "宁波市", 2024, "gdp", "地区生产总值", "economy", "indicator", 1.0, "growth", False, None, "higher",
            "approx", "左右", 6.0, "%", "6%", None, "地区生产总值增长6%左右", "row 1", "report 2024",
            "eq", 5.4, "%", "preliminary", "statistics", "5.4%", None, "地区生产总值 5.4%", "row 2", "bulletin",
            "ge", "以上", 5.5, "%", "5.5%", None, "地区生产总值增长5.5%以上", "row 3", "list 2025",
        )
    ]  # fmt: skip


def test_each_target_has_a_line_as_plan_and_a_line_as_the_next_year_s_target(ask: Ask) -> None:
    given = [target("宁波市", 2024, "gdp", "growth", 6, "%"), target("宁波市", 2025, "gdp", "growth", 5.5, "%")]
    assert ask(given, "select plan_year, plan_value, next_value from plan_result_next order by plan_year") == [
        (2023, None, 6.0),
        (2024, 6.0, 5.5),
        (2025, 5.5, None),
    ]


def test_a_result_without_a_target_has_no_line(ask: Ask) -> None:
    assert ask([result("宁波市", 2024, "gdp", "growth", 5.4, "%")], "select plan_year from plan_result_next") == []


def test_values_stand_as_stated_and_are_compared_in_the_reference_unit(ask: Ask) -> None:
    given = [
        target("宁波市", 2024, "grain_output", "amount", 14.3e8, "斤", comparator="ge"),
        result("宁波市", 2024, "grain_output", "amount", 72e4, "吨"),
        target("宁波市", 2025, "grain_output", "amount", 7.25e8, "公斤"),
    ]
    query = """
        select
            plan_value, plan_unit, result_value, result_unit, next_value, next_unit,
            plan_figure, result_figure, next_figure, attainment, gap, gap_unit,
        from plan_result_next
        where plan_year = 2024
    """
    assert ask(given, query) == [(14.3e8, "斤", 72e4, "吨", 7.25e8, "公斤", 7.15e8, 7.2e8, 7.25e8, "met", 0.006993, "share")]


@together(
    ("plan", "told", "elsewhere"),
    [
        pytest.param(
            target("宁波市", 2024, "nev_output", "amount", 40e4, "辆"),
            result("宁波市", 2024, "nev_output", "growth", 100, "%"),
            "measure_differs: 100%",
            id="an amount and a growth rate",
        ),
        pytest.param(
            target("宁波市", 2024, "gdp", "growth", 6, "%"),
            result("宁波市", 2024, "gdp", "amount", 18147.7e8, "元", value_text="18147.7亿元"),
            "measure_differs: 18147.7亿元",
            id="a growth rate and an amount",
        ),
        pytest.param(
            target("宁波市", 2024, "high_tech_enterprises", "amount", 1500, "家", action="新增", action_kind="add"),
            result("宁波市", 2024, "high_tech_enterprises", "amount", 8800, "家", cumulative=True, value_text="8800家"),
            "running_total: 8800家",
            id="1500 new ones and a total",
        ),
        pytest.param(
            target("宁波市", 2024, "valid_inventions", "amount", 55e3, "件", value_text="5.5万件"),
            result("宁波市", 2024, "valid_inventions", "amount", 9500, "件", action="新增", action_kind="add"),
            "running_total: 9500件",
            id="a stock and what is new",
        ),
        pytest.param(
            target("宁波市", 2024, "future_communities", "amount", 110, "个", activity="mixed"),
            result("宁波市", 2024, "future_communities", "amount", 65, "个", activity="finished"),
            "activity_differs: 65个",
            id="begun and finished work",
        ),
        pytest.param(
            target("宁波市", 2024, "old_communities", "amount", 30, "个"),
            result("宁波市", 2024, "old_communities", "amount", 1e6, "平方米", value_text="100万平方米"),
            "unit_differs: 100万平方米",
            id="things and square metres",
        ),
        pytest.param(
            target("宁波市", 2024, "甬江奖", "amount", 30, "家"),
            result("宁波市", 2024, "甬江奖", "amount", 30, "项"),
            "unit_differs: 30项",
            id="two classifiers of a phrase without an indicator",
        ),
    ],
)
def test_what_cannot_be_compared_says_why_and_how_it_is_told(ask: Ask, plan: Observation, told: Observation, elsewhere: str) -> None:
    query = """
        select result_value, result_missing, list_transform(result_elsewhere, lambda way: [way.why, way.value, way.quote]), attainment_reason, gap
        from plan_result_next
        where plan_year = 2024 and attainment = 'not_comparable'
    """
    why, _, value = elsewhere.partition(": ")
    assert ask([plan, told, *PLAN_2024], query) == [(None, "not_comparable", [[why, value, told.quote]], why, None)]


def test_a_target_that_is_told_in_another_way_next_year_has_two_lines(ask: Ask) -> None:
    """实际利用外资50亿美元以上, then 增长10%以上."""
    given = [
        target("宁波市", 2024, "foreign_investment_used", "amount", 50e8, "美元", value_text="50亿美元"),
        target("宁波市", 2025, "foreign_investment_used", "growth", 10, "%"),
        *PLAN_2024,
    ]
    query = """
        select measure, plan_value, plan_missing, plan_elsewhere, next_value, next_missing, next_elsewhere, attainment
        from plan_result_next
        where plan_year = 2024
        order by measure
    """

    def way(value: str, quote: str) -> dict[str, str]:
        return {"place": "report", "value": value, "why": "measure_differs", "quote": quote}

    assert ask(given, query) == [
        ("amount", 50e8, None, [], None, "not_comparable", [way("10%", "实际利用外资10%")], "unknown"),
        ("growth", None, "not_comparable", [way("50亿美元", "实际利用外资5e+09美元")], 10.0, None, [], "unknown"),
    ]


@together(
    "told",
    [
        pytest.param(result("宁波市", 2024, "gdp", "growth", 6.2, "%", period_start=2020), id="a five-year mean"),
        pytest.param(result("宁波市", 2024, "gdp", "growth", 33.6, "%", period_start=2020), id="a sum of five years"),
        pytest.param(result("宁波市", 2024, "gdp", "ratio", 114.2, "%", relation="fulfilment"), id="a share of the target"),
        pytest.param(result("宁波市", 2023, "gdp", "growth", 5.5, "%"), id="the result of the year before"),
    ],
)
def test_nothing_else_stands_in_for_the_year_s_result(ask: Ask, told: Observation) -> None:
    given = [target("宁波市", 2024, "gdp", "growth", 6, "%"), told, *PLAN_2024]
    query = "select result_value, result_missing, attainment from plan_result_next where plan_year = 2024"
    assert ask(given, query) == [(None, "not_stated", "unknown")]


def test_the_result_and_the_report_of_another_place_stand_in_for_nothing(ask: Ask) -> None:
    given = [target("宁波市", 2024, "gdp", "growth", 6, "%"), result("浙江省", 2024, "gdp", "growth", 5.5, "%"), document("鄞州区", 2025)]
    query = "select result_value, result_missing, attainment from plan_result_next where jurisdiction = '宁波市' and plan_year = 2024"
    assert ask(given, query) == [(None, "no_document", "unknown")]


@together(
    "told",
    [
        pytest.param(target("宁波市", 2029, "gdp", "growth", 5, "%", period_start=2025), id="a five-year plan"),
        pytest.param(target("宁波市", 2026, "gdp", "growth", 5, "%"), id="the target two years on"),
        pytest.param(target("宁波市", 2025, "gdp", "growth", 6, "%", role="stretch", parent_id="row 1"), id="the second tier of a target"),
    ],
)
def test_nothing_else_stands_in_for_the_next_year_s_target(ask: Ask, told: Observation) -> None:
    given = [target("宁波市", 2024, "gdp", "growth", 6, "%"), told, *PLAN_2024]
    assert ask(given, "select next_value, next_missing from plan_result_next where plan_year = 2024") == [(None, "not_stated")]


@together(
    ("sources", "missing"),
    [
        pytest.param([], "no_document", id="no source of the next year"),
        pytest.param([document("宁波市", 2025)], "not_stated", id="the next report is silent"),
        pytest.param([document("宁波市", 2025, coverage="partial", partial_parts=["review"])], "partial", id="the next report lacks its review"),
        pytest.param(
            [document("宁波市", 2025, coverage="partial", partial_parts=["plan"])], "not_stated", id="the next report lacks another part only"
        ),
        pytest.param([document("宁波市", 2025, "task_breakdown")], "no_document", id="a list of tasks tells of no results"),
        pytest.param([document("宁波市", 2024, "bulletin")], "not_stated", id="the year's bulletin is silent"),
        pytest.param([document("宁波市", 2024)], "no_document", id="the year's own report tells of the year before"),
    ],
)
def test_what_silence_about_a_result_means(ask: Ask, sources: list[DocumentRow], missing: str) -> None:
    given = [target("宁波市", 2024, "gdp", "growth", 6, "%"), *sources]
    query = "select result_value, result_missing, attainment, attainment_reason from plan_result_next where plan_year = 2024"
    assert ask(given, query) == [(None, missing, "unknown", None)]


@together(
    ("sources", "missing"),
    [
        pytest.param([], "no_document", id="no source of the next year"),
        pytest.param([document("宁波市", 2025, "task_breakdown")], "not_stated", id="the next list is silent"),
        pytest.param([document("宁波市", 2025, coverage="partial", partial_parts=["plan"])], "partial", id="the next report lacks its plan"),
        pytest.param(
            [document("宁波市", 2025, coverage="partial", partial_parts=["review"])], "not_stated", id="the next report lacks its review only"
        ),
        pytest.param([document("宁波市", 2025, "bulletin")], "no_document", id="a bulletin plans nothing"),
        pytest.param([document("宁波市", 2025, "statistics", coverage="partial")], "no_document", id="single figures are no plan"),
    ],
)
def test_what_silence_about_the_next_target_means(ask: Ask, sources: list[DocumentRow], missing: str) -> None:
    given = [target("宁波市", 2024, "gdp", "growth", 6, "%"), *sources]
    assert ask(given, "select next_value, next_missing from plan_result_next where plan_year = 2024") == [(None, missing)]


@together(
    ("sources", "missing"),
    [
        pytest.param([], "no_document", id="no source of the year"),
        pytest.param([document("宁波市", 2024)], "not_stated", id="the year's report is silent"),
        pytest.param([document("宁波市", 2024, coverage="partial", partial_parts=["review", "plan"])], "partial", id="the year's report has gaps"),
    ],
)
def test_what_silence_about_the_plan_means(ask: Ask, sources: list[DocumentRow], missing: str) -> None:
    given = [target("宁波市", 2025, "gdp", "growth", 5.5, "%"), *sources]
    query = "select plan_value, plan_missing, next_value, attainment, attainment_reason from plan_result_next where plan_year = 2024"
    assert ask(given, query) == [(None, missing, 5.5, "unknown", "no_plan")]


def test_an_estimate_stays_marked_as_one(ask: Ask) -> None:
    given = [target("宁波市", 2024, "gdp", "growth", 6, "%"), result("宁波市", 2024, "gdp", "growth", 6.1, "%", status="estimate")]
    query = "select result_value, result_status, attainment from plan_result_next where plan_year = 2024"
    assert ask(given, query) == [(6.1, "estimate", "met")]


def test_an_estimate_is_beaten_by_the_later_bulletin(ask: Ask) -> None:
    given = [
        target("宁波市", 2024, "gdp", "growth", 5.5, "%"),
        result("宁波市", 2024, "gdp", "growth", 5.5, "%", status="estimate"),
        published("宁波市", 2024, "gdp", "growth", 5.4, "%", status="preliminary"),
    ]
    query = "select result_value, result_status, result_source, attainment from plan_result_next where plan_year = 2024"
    assert ask(given, query) == [(5.4, "preliminary", "statistics", "missed")]


def test_a_published_figure_beats_the_report(ask: Ask) -> None:
    given = [
        target("宁波市", 2024, "retail_sales", "growth", 6.5, "%"),
        result("宁波市", 2024, "retail_sales", "growth", 6.5, "%"),
        published("宁波市", 2024, "retail_sales", "growth", 6.4, "%"),
    ]
    query = "select result_value, result_source, attainment from plan_result_next where plan_year = 2024"
    assert ask(given, query) == [(6.4, "statistics", "missed")]


def test_a_second_tier_does_not_take_part(ask: Ask) -> None:
    """地区生产总值增长7%以上、力争达到8%: judged against 7%."""
    given = [
        target("宁波市", 2024, "gdp", "growth", 7, "%", comparator="ge", id="first tier"),
        target("宁波市", 2024, "gdp", "growth", 8, "%", commitment="力争", role="stretch", parent_id="first tier"),
        result("宁波市", 2024, "gdp", "growth", 7.5, "%"),
    ]
    query = "select plan_value, result_value, attainment from plan_result_next where plan_year = 2024"
    assert ask(given, query) == [(7.0, 7.5, "met")]


def test_a_part_does_not_take_part_but_a_part_that_is_an_indicator_does(ask: Ask) -> None:
    given = [
        target("宁波市", 2025, "childcare_places", "amount", 1150, "个", id="whole"),
        target("宁波市", 2025, "childcare_places", "amount", 300, "个", role="sub", parent_id="whole"),
        target("宁波市", 2025, "inclusive_childcare_places", "amount", 850, "个", role="sub", parent_id="whole"),
        result("宁波市", 2025, "childcare_places", "amount", 1200, "个"),
        result("宁波市", 2025, "inclusive_childcare_places", "amount", 800, "个"),
    ]
    query = "select indicator, plan_value, result_value, attainment from plan_result_next where plan_year = 2025 order by plan_value"
    assert ask(given, query) == [("普惠托位", 850.0, 800.0, "missed"), ("托位", 1150.0, 1200.0, "met")]


def firms(of: type, year: int, value: float, kind: str | None, text: str = "", **columns: Any) -> Observation:
    """Firms of a kind that has no canonical indicator: whether they are new or all there are, only the verb says."""
    return of("宁波市", year, "绿色工厂联盟企业", "amount", value, "家", action_kind=kind, value_text=text or f"{value:g}家", **columns)


@together(
    ("plan", "told", "why"),
    [
        pytest.param("add", "add", None, id="new and new"),
        pytest.param("make", "add", None, id="made and new"),
        pytest.param("reach", "reach", None, id="all and all"),
        pytest.param(None, None, None, id="told in the same way"),
        pytest.param("add", "reach", "running_total", id="新认定1300家 and 突破4500家"),
        pytest.param("reach", "make", "running_total", id="突破4500家 and 培育1300家"),
        pytest.param("add", None, "new_or_total_unsaid", id="新认定1300家 and 4500家"),
        pytest.param(None, "reach", "new_or_total_unsaid", id="4500家 and 突破4500家"),
    ],
)
def test_the_verb_tells_new_from_total(ask: Ask, plan: str | None, told: str | None, why: str | None) -> None:
    query = "select attainment_reason from plan_result_next where plan_year = 2024 and plan_value is not null"
    given = [firms(target, 2024, 1300, plan, comparator="ge"), firms(result, 2024, 4500, told), *PLAN_2024]
    assert ask(given, query) == [(why,)]


@together(
    ("columns", "why"),
    [
        pytest.param({"scope": "市本级"}, "scope_differs", id="a part of the place"),
        pytest.param({"basis": "同口径"}, "basis_differs", id="like for like"),
        pytest.param({"basis": "扣除房地产开发投资后"}, "basis_differs", id="what is left when a part is taken out"),
        pytest.param({"basis": "名义"}, None, id="current prices, as revenue is told anyway"),
    ],
)
def test_scope_and_basis_keep_apart(ask: Ask, columns: dict[str, str], why: str | None) -> None:
    given = [
        target("宁波市", 2024, "general_public_budget_revenue", "growth", 5, "%"),
        result("宁波市", 2024, "general_public_budget_revenue", "growth", 6, "%", **columns),
        *PLAN_2024,
    ]
    assert ask(given, "select attainment_reason from plan_result_next where plan_year = 2024 and plan_value is not null") == [(why,)]


@together(
    ("plan", "told", "value", "why"),
    [
        pytest.param(
            {"part_of_year": "雪季", "scope": "新雪季"}, {"part_of_year": "雪季", "scope": "上雪季"}, 21.0, None, id="a season and the same"
        ),
        pytest.param({"part_of_year": "上半年"}, {"part_of_year": "上半年"}, 21.0, None, id="half a year and the same half"),
        pytest.param({"part_of_year": "上半年"}, {"part_of_year": "三季度"}, None, None, id="two parts of a year are two things"),
        pytest.param({"part_of_year": "雪季"}, {}, None, "scope_differs", id="a season and the year"),
        pytest.param({}, {"part_of_year": "前三季度"}, None, "scope_differs", id="the year and three quarters of it"),
    ],
)
def test_a_part_of_a_year_is_held_against_the_same_part_only(
    ask: Ask, plan: dict[str, str], told: dict[str, str], value: float | None, why: str | None
) -> None:
    given = [target("宁波市", 2024, "visitors", "growth", 20, "%", **plan), result("宁波市", 2024, "visitors", "growth", 21, "%", **told), *PLAN_2024]
    query = "select result_value, attainment_reason from plan_result_next where plan_year = 2024 and plan_value is not null"
    assert ask(given, query) == [(value, why)]


@together(
    ("plan", "told", "why"),
    [
        pytest.param("growth_of_new", "growth_of_new", None, id="the new ones grow"),
        pytest.param("growth_of_new", "rate_of_growth", "running_total", id="新登记市场主体增长8% and 市场主体增长5%"),
    ],
)
def test_the_growth_of_new_ones_is_not_that_of_all(ask: Ask, plan: str, told: str, why: str | None) -> None:
    given = [
        target("宁波市", 2024, "market_entities", "growth", 8, "%", rules=[plan]),
        result("宁波市", 2024, "market_entities", "growth", 9, "%", rules=[told]),
        *PLAN_2024,
    ]
    assert ask(given, "select attainment_reason from plan_result_next where plan_year = 2024 and plan_value is not null") == [(why,)]


def test_growth_in_constant_prices_needs_no_word_for_it(ask: Ask) -> None:
    given = [target("宁波市", 2024, "gdp", "growth", 5, "%"), result("宁波市", 2024, "gdp", "growth", 6, "%", basis="按可比价格计算")]
    assert ask(given, "select attainment from plan_result_next where plan_year = 2024") == [("met",)]


@together("unit", ["家", "个", "户"])
def test_units_that_count_whatever_they_stand_with_keep_nothing_apart(ask: Ask, unit: str) -> None:
    given = [target("宁波市", 2024, "社区食堂", "amount", 30, "个"), result("宁波市", 2024, "社区食堂", "amount", 31, unit)]
    assert ask(given, "select result_value from plan_result_next where plan_year = 2024") == [(31.0,)]


def test_people_are_not_counted_against_projects(ask: Ask) -> None:
    """引进支持顶尖人才10人以上, and 9个 projects."""
    given = [target("宁波市", 2024, "top_talent", "amount", 10, "人"), result("宁波市", 2024, "top_talent", "amount", 9, "个")]
    query = "select result_value, attainment, attainment_reason from plan_result_next where plan_year = 2024"
    assert ask(given, query) == [(9.0, "unknown", "unit_differs")]


def test_what_holds_every_year_is_marked_and_gives_way_to_the_figure_of_the_year(ask: Ask) -> None:
    """粮食总产量连续9年稳定在1300亿斤以上."""
    floor = result("河南省", 2024, "grain_output", "amount", 1300e8, "斤", comparator="ge", rules=["standing"])
    plan = target("河南省", 2024, "grain_output", "amount", 1300e8, "斤", comparator="ge")
    query = "select result_value, result_status, attainment from plan_result_next where plan_year = 2024"
    assert ask([plan, floor], query) == [(1300e8, "standing", "met")]
    assert ask([plan, floor, result("河南省", 2024, "grain_output", "amount", 1344e8, "斤", confidence=0.5)], query) == [(1344e8, None, "met")]


def test_statements_are_counted_and_those_that_differ_leave_no_verdict(ask: Ask) -> None:
    given = [
        target("宁波市", 2024, "gdp", "growth", 6, "%"),
        target("宁波市", 2024, "gdp", "growth", 6, "%", doc_id="list"),
        result("宁波市", 2024, "gdp", "growth", 5.4, "%"),
        result("宁波市", 2024, "gdp", "growth", 6.4, "%", doc_id="another"),
        target("宁波市", 2025, "gdp", "growth", 5.5, "%"),
    ]
    query = """
        select plan_statements, result_statements, next_statements, attainment, attainment_reason
        from plan_result_next where plan_year = 2024
    """
    assert ask(given, query) == [(2, 2, 1, "unknown", "several_values")]


@together(
    ("plan", "told", "answer"),
    [
        pytest.param((12200e8, "12200亿元"), (12000e8, "1.2万亿元"), ("unknown", "result_is_rounded"), id="the last digit hides it"),
        pytest.param((12600e8, "12600亿元"), (12000e8, "1.2万亿元"), ("missed", None), id="more than half of the last digit"),
        pytest.param((11900e8, "11900亿元"), (12000e8, "1.2万亿元"), ("met", None), id="met as it is told"),
        pytest.param((12200e8, "12200亿元"), (12190e8, "12190亿元"), ("missed", None), id="told as finely as planned"),
    ],
)
def test_a_result_that_is_rounded_more_coarsely_than_its_plan_misses_nothing(
    ask: Ask, plan: tuple[float, str], told: tuple[float, str], answer: tuple[str, str | None]
) -> None:
    given = [
        target("宁波市", 2024, "trade_value", "amount", plan[0], "元", value_text=plan[1]),
        result("宁波市", 2024, "trade_value", "amount", told[0], "元", value_text=told[1]),
    ]
    assert ask(given, "select attainment, attainment_reason from plan_result_next where plan_year = 2024") == [answer]


@together(
    ("plan", "told", "missing"),
    [("市本级", "城区", "not_matched"), ("市本级", None, "not_comparable"), ("市级", None, "not_comparable"), ("市级", "市级", None)],
)
def test_two_parts_are_two_things_and_a_part_and_its_whole_are_told_in_two_ways(ask: Ask, plan: str, told: str | None, missing: str | None) -> None:
    """What a government has in its own budget (市级) is not what the whole place has."""
    given = [
        target("宁波市", 2024, "general_public_budget_revenue", "growth", 5, "%", scope=plan),
        result("宁波市", 2024, "general_public_budget_revenue", "growth", 6, "%", scope=told),
        document("宁波市", 2025),
    ]
    assert ask(given, "select result_missing from plan_result_next where plan_year = 2024 and plan_value is not null") == [(missing,)]


WORK = "select attainment, attainment_reason from plan_result_next where plan_year = 2024 and plan_value is not null"


def work(stage: str, value: float, **columns: Any) -> Observation:
    """Pipes that a plan or a review counts."""
    say = target if stage == "target" else result
    return say("宁波市", 2024, "underground_pipes", "amount", value, "公里", **columns)


@together(
    ("plan", "told", "verdict"),
    [
        (
            {"activity": "extended", "action": "新建改造", "action_kind": "make"},
            {"activity": "renewed", "action": "改造", "action_kind": "make"},
            "met",
        ),
        ({"activity": "extended", "action": "新建续建", "action_kind": "add"}, {"action": "建设", "action_kind": "make"}, "met"),
        ({"activity": "renewed", "action": "治理", "action_kind": "make"}, {}, "met"),
        ({"activity": "renewed", "action": "改造", "action_kind": "make"}, {"action": "新建", "action_kind": "add"}, "not_comparable"),
        ({"activity": "extended", "action": "新改建", "action_kind": "make"}, {"action": "新建", "action_kind": "add"}, "not_comparable"),
    ],
)
def test_one_kind_of_work_at_a_time_is_one_line(ask: Ask, plan: dict[str, Any], told: dict[str, Any], verdict: str) -> None:
    """新建和改造 and 改造 of one thing are one plan and its result; 新建 alone is not what was renewed."""
    assert [row[0] for row in ask([work("target", 100, **plan), work("result", 110, **told), *PLAN_2024], WORK)] == [verdict]


def test_work_of_which_a_year_tells_both_kinds_is_kept_apart(ask: Ask) -> None:
    renewed, both = {"activity": "renewed", "action": "改造"}, {"activity": "extended", "action": "新建改造"}
    given = [work("target", 100, **both), work("result", 110, **renewed), work("result", 150, **both)]
    query = "select result_value from plan_result_next where plan_year = 2024"
    assert ask([*given, *PLAN_2024], query) == [(150.0,)]


@together(
    ("plan", "told", "verdict"),
    [
        ("市级", None, "met"),
        ("自治区级", "省级", "met"),
        ("省级以上", "省级及以上", "met"),
        ("重点", "市级重点", "met"),
        ("数字经济核心", "数字经济核心产业", "met"),
        ("国家级", None, "not_comparable"),
        ("省级", None, "not_comparable"),
        ("省级服务业", "服务业", "met"),
        ("国家级", "省级", "unknown"),
        ("市区", None, "not_comparable"),
        ("市本级", "市级", "not_comparable"),
    ],
)
def test_a_level_that_is_left_out_or_said_otherwise_parts_nothing(ask: Ask, plan: str | None, told: str | None, verdict: str) -> None:
    given = [
        target("宁波市", 2024, "green_factories", "amount", 10, "家", action="新增", action_kind="add", scope=plan),
        result("宁波市", 2024, "green_factories", "amount", 12, "家", action="新增", action_kind="add", scope=told),
    ]
    assert [row[0] for row in ask([*given, *PLAN_2024], WORK)] == [verdict]


def test_two_levels_of_one_thing_in_one_year_are_two_lines(ask: Ask) -> None:
    given = [
        target("宁波市", 2024, "green_factories", "amount", 10, "家", action="新增", action_kind="add"),
        result("宁波市", 2024, "green_factories", "amount", 12, "家", action="新增", action_kind="add"),
        result("宁波市", 2024, "green_factories", "amount", 90, "家", action="新增", action_kind="add", scope="市级"),
    ]
    assert ask(given, "select result_value, result_statements from plan_result_next where plan_year = 2024") == [(12.0, 1)]


@together(
    ("columns", "attainment"),
    [
        ({"action": "加工", "action_kind": "make"}, "met"),
        ({"action": "达到", "action_kind": "reach"}, "met"),
        ({"commitment": "力争"}, "met"),
        ({}, "unknown"),
    ],
)
def test_more_than_was_promised_to_be_done_is_met(ask: Ask, columns: dict[str, Any], attainment: str) -> None:
    """Of an indicator without a better side only a plain level stays open."""
    given = [
        target("吉林省", 2025, "cattle_processed", "amount", 80e4, "头", **columns),
        result("吉林省", 2025, "cattle_processed", "amount", 82e4, "头"),
    ]
    assert ask(given, "select attainment from plan_result_next where plan_year = 2025") == [(attainment,)]


@together(
    ("share", "plan", "answer"),
    [
        pytest.param(118.2, {}, ("met", None), id="more than the whole"),
        pytest.param(98, {}, ("unknown", "share_of_plan"), id="less: perhaps of a plan of several years"),
        pytest.param(118.2, {"indicator": "cpi"}, ("not_comparable", "share_of_plan"), id="a thing of which more is not better"),
        pytest.param(118.2, {"measure": "growth"}, ("unknown", None), id="no amount was planned"),
    ],
)
def test_a_result_that_is_told_as_a_share_of_its_plan(ask: Ask, share: float, plan: dict[str, str], answer: tuple[str, str | None]) -> None:
    """城镇新增就业完成年计划的118.2%: the number stays unknown, the verdict does not."""
    thing = plan.get("indicator", "urban_new_jobs")
    given = [
        target("江西省", 2024, thing, plan.get("measure", "amount"), 100, "人"),
        result("江西省", 2024, thing, "ratio", share, "%", relation="fulfilment"),
        document("江西省", 2025),
    ]
    told = "result_value, result_missing, result_elsewhere[1].why"
    silence = (None, "not_comparable", "share_of_plan") if plan.get("measure") != "growth" else (None, "not_stated", None)
    assert ask(given, f"select attainment, attainment_reason, {told} from plan_result_next where plan_value is not null") == [(*answer, *silence)]
