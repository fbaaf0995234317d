"""What has no canonical indicator is lined up by its wording, with a score and apart from canonical indicators."""

from __future__ import annotations

import pytest

from mubiao.rows import Observation

from .conftest import Ask, document, result, target
from .together import together

NEXT = """
    select indicator, matched_by, match_score, plan_value, next_value
    from plan_result_next
    where plan_year = 2024
    order by plan_value is null, indicator
"""


def count(year: int, phrase: str, value: float, unit: str = "家", **columns: object) -> Observation:
    """A target for a number of things."""
    return target("宁波市", year, phrase, "amount", value, unit, **columns)


def test_the_same_words_are_one_line_with_full_score(ask: Ask) -> None:
    given = [count(2024, "绿波带", 100, "公里"), count(2025, "绿波带", 120, "公里")]
    assert ask(given, NEXT) == [("绿波带", "wording", 1.0, 100.0, 120.0)]


def test_quotes_and_brackets_do_not_matter_but_take_off_some_of_the_score(ask: Ask) -> None:
    given = [count(2024, "“七彩惠民路”", 60, "条"), count(2025, "七彩惠民路", 50, "条")]
    assert ask(given, NEXT) == [("“七彩惠民路”", "wording", 0.714, 60.0, 50.0)]


def test_one_level_may_be_left_out(ask: Ask) -> None:
    """服务业领军企业10家, the year after 省级服务业领军企业10家."""
    given = [count(2024, "服务业领军企业", 10), count(2025, "省级服务业领军企业", 10)]
    assert ask(given, NEXT) == [("服务业领军企业", "wording", 0.778, 10.0, 10.0)]


def test_two_levels_are_two_lines(ask: Ask) -> None:
    given = [count(2024, "省级服务业领军企业", 10), count(2025, "国家级服务业领军企业", 2)]
    assert ask(given, NEXT) == [
        ("省级服务业领军企业", "wording", 1.0, 10.0, None),
        ("国家级服务业领军企业", "wording", 1.0, None, 2.0),
    ]


def test_a_phrase_without_a_level_joins_none_of_two_levels(ask: Ask) -> None:
    given = [count(2024, "服务业领军企业", 12), count(2025, "省级服务业领军企业", 10), count(2025, "国家级服务业领军企业", 2)]
    assert ask(given, NEXT) == [
        ("服务业领军企业", "wording", 1.0, 12.0, None),
        ("国家级服务业领军企业", "wording", 1.0, None, 2.0),
        ("省级服务业领军企业", "wording", 1.0, None, 10.0),
    ]


def test_another_place_s_level_changes_nothing(ask: Ask) -> None:
    given = [
        count(2024, "服务业领军企业", 10),
        count(2025, "省级服务业领军企业", 10),
        target("鄞州区", 2025, "国家级服务业领军企业", "amount", 2, "家"),
    ]
    query = "select plan_value, next_value from plan_result_next where jurisdiction = '宁波市' and plan_year = 2024"
    assert ask(given, query) == [(10.0, 10.0)]


def test_a_whole_and_its_part_of_one_level_in_one_document_are_two_lines(ask: Ask) -> None:
    given = [count(2024, "创新园", 50), count(2024, "省级创新园", 10)]
    assert ask(given, "select indicator, plan_value from plan_result_next where plan_year = 2024 order by plan_value") == [
        ("省级创新园", 10.0),
        ("创新园", 50.0),
    ]


@together(
    "following",
    [
        pytest.param(count(2025, "绿波带", 100, "条"), id="another unit"),
        pytest.param(target("宁波市", 2025, "绿波带", "growth", 10, "%"), id="another measure"),
        pytest.param(count(2025, "绿波带", 900, "公里", cumulative=True), id="a running total"),
        pytest.param(count(2025, "绿波带", 100, "公里", activity="started"), id="begun work"),
    ],
)
def test_the_same_words_for_another_thing_are_kept_apart_with_the_reason(ask: Ask, following: Observation) -> None:
    given = [count(2024, "绿波带", 100, "公里"), following, document("宁波市", 2025)]
    query = "select next_value, next_missing from plan_result_next where plan_year = 2024 and plan_value is not null"
    assert ask(given, query) == [(None, "not_comparable")]


def test_other_words_are_another_thing_however_alike(ask: Ask) -> None:
    given = [count(2024, "产业工程师学院", 5, "个"), count(2025, "卓越工程师学院", 2, "个"), document("宁波市", 2025)]
    assert ask(given, "select next_value, next_missing from plan_result_next where plan_value = 5") == [(None, "not_matched")]


def test_a_phrase_and_an_indicator_never_share_a_line(ask: Ask) -> None:
    given = [
        count(2024, "greenways", 100, "公里"),
        count(2025, "绿道", 110, "公里", indicator_id=None),
        result("宁波市", 2024, "greenways", "amount", 90, "公里"),
    ]
    query = (
        "select indicator_id, matched_by, match_score, plan_value, result_value, next_value from plan_result_next where plan_year = 2024 order by 1"
    )
    assert ask(given, query) == [
        ("greenways", "indicator", 1.0, 100.0, 90.0, None),
        (None, "wording", 1.0, None, None, 110.0),
    ]
