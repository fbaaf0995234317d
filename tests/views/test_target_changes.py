"""target_changes: raised, lowered, kept, dropped or new, against the last target and against the last result."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mubiao.rows import DocumentRow, Observation, TaskRow

from .conftest import Ask, document, published, relative, result, target, task
from .together import together

CHANGE = "select change, change_reason from target_changes where plan_year = 2024"
TOLD_IN = document("宁波市", 2024, doc_id="report")  # of the targets below


def growth(year: int, value: float, **columns: object) -> Observation:
    """A target for the growth of gross product."""
    return target("宁波市", year, "gdp", "growth", value, "%", **columns)


@together(
    ("following", "change", "difference"),
    [
        pytest.param(6.5, "raised", 0.5, id="more than the last target"),
        pytest.param(5.5, "lowered", -0.5, id="less than the last target"),
        pytest.param(6.0, "kept", 0.0, id="the same number"),
    ],
)
def test_a_target_is_raised_lowered_or_kept(ask: Ask, following: float, change: str, difference: float) -> None:
    query = "select plan_value, next_value, change, change_reason, against_target, difference_unit from target_changes where plan_year = 2024"
    assert ask([growth(2024, 6), growth(2025, following)], query) == [(6.0, following, change, None, difference, "points")]


def test_a_cut_against_the_last_target_can_be_a_raise_against_the_last_result(ask: Ask) -> None:
    """6%左右 was planned, 5.4% came out, 5.5%以上 is planned: lowered by 0.5 points, 0.1 points above the result."""
    given = [
        growth(2024, 6, comparator="approx", modifier="左右"),
        published("宁波市", 2024, "gdp", "growth", 5.4, "%", status="preliminary"),
        growth(2025, 5.5, comparator="ge", modifier="以上"),
    ]
    query = """
        select change, against_target, against_result, difference_unit, result_value, result_status, plan_modifier, next_modifier, modifier_changed
        from target_changes
        where plan_year = 2024
    """
    assert ask(given, query) == [("lowered", -0.5, 0.1, "points", 5.4, "preliminary", "左右", "以上", True)]


def test_amounts_differ_by_shares(ask: Ask) -> None:
    given = [
        target("宁波市", 2024, "urban_new_jobs", "amount", 20e4, "人"),
        result("宁波市", 2024, "urban_new_jobs", "amount", 25e4, "人"),
        target("宁波市", 2025, "urban_new_jobs", "amount", 22e4, "人"),
    ]
    query = "select change, against_target, against_result, difference_unit from target_changes where plan_year = 2024"
    assert ask(given, query) == [("raised", 0.1, -0.12, "share")]


def test_a_target_in_another_unit_can_be_the_same_target(ask: Ask) -> None:
    given = [
        target("宁波市", 2024, "grain_output", "amount", 14e8, "斤"),
        target("宁波市", 2025, "grain_output", "amount", 70e4, "吨"),
    ]
    query = "select plan_unit, next_unit, change, against_target from target_changes where plan_year = 2024"
    assert ask(given, query) == [("斤", "吨", "kept", 0.0)]


def test_the_same_number_with_another_word_is_kept_and_the_word_is_told(ask: Ask) -> None:
    given = [growth(2024, 6, comparator="approx", modifier="左右"), growth(2025, 6, comparator="ge", modifier="以上")]
    assert ask(given, "select change, modifier_changed from target_changes where plan_year = 2024") == [("kept", True)]


@together(
    ("last", "following", "changed"),
    [
        pytest.param({}, {}, False, id="plain numbers"),
        pytest.param({"comparator": "approx"}, {"comparator": "ge"}, True, id="bounds of two kinds, whatever their words"),
        pytest.param({"comparator": "approx"}, {"comparator": "approx"}, None, id="about a number twice, in words that nobody entered"),
        pytest.param({"comparator": "ge"}, {"comparator": "ge", "modifier": "以上"}, None, id="words of one side only"),
        pytest.param({"comparator": "ge", "modifier": "以上"}, {"comparator": "ge", "modifier": "不低于"}, True, id="other words"),
    ],
)
def test_whether_the_words_changed_is_told_only_where_they_are_known(ask: Ask, last: dict, following: dict, changed: bool | None) -> None:
    assert ask([growth(2024, 5, **last), growth(2025, 5, **following)], "select modifier_changed from target_changes where plan_year = 2024") == [
        (changed,)
    ]


def test_the_words_of_a_target_that_is_not_there_have_not_stayed(ask: Ask) -> None:
    assert ask([growth(2024, 5)], "select modifier_changed from target_changes where plan_year = 2024") == [(None,)]


@together(
    ("sources", "answer"),
    [
        pytest.param([document("宁波市", 2025)], ("dropped", "not_stated"), id="a whole report is silent"),
        pytest.param(
            [document("宁波市", 2025, "task_breakdown")],
            ("other_kind", "not_stated"),
            id="a list is silent, which names other things than a report",
        ),
        pytest.param(
            [document("宁波市", 2025), document("宁波市", 2025, "task_breakdown")],
            ("dropped", "not_stated"),
            id="a report and a list are silent",
        ),
        pytest.param(
            [document("宁波市", 2025, coverage="partial", partial_parts=["plan"])],
            ("unknown", "partial"),
            id="a report whose plan has gaps is silent",
        ),
        pytest.param([], ("unknown", "no_document"), id="there is no source"),
    ],
)
def test_a_target_is_dropped_only_where_silence_means_something(ask: Ask, sources: list[DocumentRow], answer: tuple[str, str]) -> None:
    assert ask([growth(2024, 6), TOLD_IN, *sources], CHANGE) == [answer]


@together(
    ("sources", "answer"),
    [
        pytest.param([document("宁波市", 2024)], ("new", "not_stated"), id="a whole report was silent"),
        pytest.param(
            [document("宁波市", 2024, coverage="partial", partial_parts=["plan"])],
            ("unknown", "partial"),
            id="a report whose plan has gaps was silent",
        ),
        pytest.param([document("宁波市", 2024, "task_breakdown")], ("other_kind", "not_stated"), id="a list was silent"),
        pytest.param([], ("unknown", "no_document"), id="there was no source"),
    ],
)
def test_a_target_is_new_only_where_silence_meant_something(ask: Ask, sources: list[DocumentRow], answer: tuple[str, str]) -> None:
    assert ask([growth(2025, 5.5), replace(TOLD_IN, year=2025), *sources], CHANGE) == [answer]


@together(
    "following",
    [
        pytest.param(target("宁波市", 2025, "gdp", "amount", 19e11, "元"), id="as an amount"),
        pytest.param(relative("宁波市", 2025, "gdp", "above", "高于全国平均水平", reference="全国平均水平"), id="without a number"),
    ],
)
def test_a_target_that_is_told_in_another_way_is_neither_dropped_nor_changed(ask: Ask, following: Observation) -> None:
    given = [growth(2024, 6), following, document("宁波市", 2025)]
    assert ask(given, f"{CHANGE} and measure = 'growth'") == [("unknown", "not_comparable")]


def words(year: int, text: str, part: str = "plan") -> TaskRow:
    """A paragraph of a report."""
    return task("宁波市", year, "report:0001", doc_id="report", kind="paragraph", part=part, text=text)


@together(
    ("following", "answer"),
    [
        pytest.param(
            words(2025, "扩大内需，居民消费价格保持基本稳定。"), ("unknown", "no_number", "居民消费价格保持基本稳定"), id="the plan names it"
        ),
        pytest.param(words(2025, "居民消费价格基本稳定。", "review"), ("dropped", None, None), id="only the review does"),
        pytest.param(words(2025, "提振居民消费。"), ("dropped", None, None), id="other words"),
    ],
)
def test_a_target_that_goes_on_in_words_was_not_dropped(ask: Ask, following: TaskRow, answer: tuple[str, str | None, str | None]) -> None:
    """居民消费价格涨幅2%左右, and the year after 保持基本稳定: one may not be held against the other."""
    given = [target("宁波市", 2024, "cpi", "growth", 2, "%"), TOLD_IN, document("宁波市", 2025), following]
    query = """
        select change, next_elsewhere[1].why, next_elsewhere[1].value
        from target_changes
        inner join plan_result_next using (jurisdiction_code, plan_year)
        where plan_year = 2024
    """
    assert ask(given, query) == [answer]


def test_a_target_that_was_there_in_words_is_not_new(ask: Ask) -> None:
    given = [target("宁波市", 2025, "cpi", "growth", 2, "%"), replace(TOLD_IN, year=2025), document("宁波市", 2024)]
    assert ask([*given, words(2024, "居民消费价格平稳。")], CHANGE) == [("unknown", "not_comparable")]


def test_what_a_plan_names_without_a_number_says_nothing_of_a_part(ask: Ask) -> None:
    given = [target("宁波市", 2024, "exports", "growth", 6, "%", scope="集成电路"), TOLD_IN, document("宁波市", 2025), words(2025, "稳定出口。")]
    assert ask(given, CHANGE) == [("not_matched", "not_matched")]


def test_targets_without_a_number_are_left_out(ask: Ask) -> None:
    given = [
        relative("宁波市", 2024, "retail_sales", "with", "与经济增长同步", reference="经济增长", reference_id="gdp"),
        relative("宁波市", 2025, "retail_sales", "with", "与经济增长同步", reference="经济增长", reference_id="gdp"),
    ]
    assert ask(given, "select change from target_changes") == []


def test_a_range_that_loses_its_upper_half_is_not_kept(ask: Ask) -> None:
    assert ask([growth(2024, 5, value_high=5.5), growth(2025, 5)], "select change from target_changes where plan_year = 2024") == [("lowered",)]


@together(
    ("last", "following", "change"),
    [
        pytest.param((5, None, "ge"), (5, 5.5, "eq"), "kept", id="5%以上, 5%—5.5%"),
        pytest.param((5, 6, "eq"), (5, None, "ge"), "kept", id="5%—6%, 5%以上"),
        pytest.param((5.5, None, "ge"), (5, 5.5, "eq"), "lowered", id="5.5%以上, 5%—5.5%"),
        pytest.param((2, 3, "eq"), (3, None, "le"), "kept", id="2%—3%, 3%以内"),
        pytest.param((5, None, "approx"), (5, 5.5, "eq"), "raised", id="5%左右, 5%—5.5%"),
        pytest.param((-4, -3, "eq"), (-3, None, "ge"), "kept", id="下降3%—4%, 下降3%以上"),
    ],
)
def test_a_bound_is_held_against_the_end_of_a_range_that_it_speaks_of(
    ask: Ask, last: tuple[float, float | None, str], following: tuple[float, float | None, str], change: str
) -> None:
    given = [growth(year, value, value_high=high, comparator=comparator) for year, (value, high, comparator) in ((2024, last), (2025, following))]
    assert ask(given, "select change from target_changes where plan_year = 2024") == [(change,)]


@together(
    ("indicator", "change"), [pytest.param("greenways", "dropped", id="an indicator"), pytest.param("甬城驿站", "not_matched", id="only a wording")]
)
def test_only_an_indicator_is_called_dropped(ask: Ask, indicator: str, change: str) -> None:
    given = [target("宁波市", 2024, indicator, "amount", 100, "公里"), TOLD_IN, document("宁波市", 2025)]
    assert ask(given, "select change from target_changes where plan_year = 2024") == [(change,)]


def test_a_part_of_an_indicator_is_neither_dropped_nor_new_and_stands_with_its_name(ask: Ask) -> None:
    """稀土产业产值 may go on as 稀土全产业链产值."""
    given = [target("宁波市", 2024, "exports", "growth", 6, "%", scope="集成电路"), growth(2025, 5)]
    query = "select indicator, change from target_changes where plan_year = 2024 and indicator_id = 'exports'"
    assert ask([*given, document("宁波市", 2025)], query) == [("货物出口总额（集成电路）", "not_matched")]


def test_people_and_things_are_never_harder_or_easier(ask: Ask) -> None:
    """引进顶尖人才10人, and the year after 8个: these may be projects."""
    given = [target("宁波市", 2024, "top_talent", "amount", 10, "人"), target("宁波市", 2025, "top_talent", "amount", 8, "个")]
    query = "select change, change_reason, against_target from target_changes where plan_year = 2024"
    assert ask(given, query) == [("unknown", "unit_differs", None)]


@pytest.mark.parametrize(
    ("indicator", "measure", "planned", "following", "more"),
    [
        pytest.param("gdp", "growth", 6, 6.5, True, id="more growth"),
        pytest.param("gdp", "growth", 6, 6, False, id="as much growth"),
        pytest.param("gdp", "growth", 6, 5.5, False, id="less growth"),
        pytest.param("registered_unemployment_rate", "ratio", 5.5, 5.7, False, id="a raised ceiling"),
        pytest.param("urban_rural_income_ratio", "ratio", 1.7, 1.6, True, id="a lower value where less is better"),
        pytest.param("energy_intensity", "growth", -3, -4, True, id="a deeper fall where less is better"),
        pytest.param("government_fund_revenue", "growth", 2, 3, None, id="nobody knows which side is better"),
    ],
)
def test_what_asks_for_more_depends_on_the_direction(
    ask: Ask, indicator: str, measure: str, planned: float, following: float, more: bool | None
) -> None:
    signs = [{"sign": -1} if value < 0 else {} for value in (planned, following)]
    given = [
        target("宁波市", 2024, indicator, measure, abs(planned), "%", **signs[0]),
        target("宁波市", 2025, indicator, measure, abs(following), "%", **signs[1]),
    ]
    assert ask(given, "select asks_for_more from target_changes where plan_year = 2024") == [(more,)]


def test_nothing_asks_for_more_than_what_is_not_told(ask: Ask) -> None:
    assert ask([growth(2024, 6), TOLD_IN], "select asks_for_more from target_changes where plan_year = 2024") == [(None,)]
