"""commitment_words: how hard the targets of a place, year and theme are worded."""

from __future__ import annotations

import pytest

from mubiao.rows import Observation

from .conftest import Ask, published, relative, result, target


def gdp(**columns: object) -> Observation:
    """A target for the growth of gross product."""
    return target("宁波市", 2024, "gdp", "growth", 6, "%", **columns)


def test_targets_are_counted_by_theme_modifier_and_commitment(ask: Ask) -> None:
    given = [
        gdp(comparator="approx", modifier="左右"),
        target("宁波市", 2024, "per_capita_gdp", "growth", 5, "%", comparator="approx", modifier="左右"),
        target("宁波市", 2024, "urbanization_rate", "ratio", 81, "%", commitment="力争"),
        target("宁波市", 2024, "甬江奖", "amount", 30, "家", comparator="ge", modifier="以上", commitment="确保"),
    ]
    query = """
        select jurisdiction, year, theme, modifier, commitment, comparator, hardness, targets, examples
        from commitment_words
        order by theme, comparator
    """
    assert ask(given, query) == [
        ("宁波市", 2024, "economy", "左右", None, "approx", "soft", 2, ["地区生产总值", "人均地区生产总值"]),
        ("宁波市", 2024, "economy", None, "力争", "eq", "soft", 1, ["常住人口城镇化率"]),
        ("宁波市", 2024, "other", "以上", "确保", "ge", "hard", 1, ["甬江奖"]),
    ]


@pytest.mark.parametrize(
    ("columns", "hardness"),
    [
        pytest.param({}, "hard", id="6%"),
        pytest.param({"comparator": "ge", "modifier": "以上"}, "hard", id="6%以上"),
        pytest.param({"comparator": "gt", "modifier": "突破"}, "hard", id="突破6%"),
        pytest.param({"comparator": "approx", "modifier": "左右"}, "soft", id="6%左右"),
        pytest.param({"comparator": "le", "modifier": "以内"}, "ceiling", id="6%以内"),
        pytest.param({"comparator": "lt", "modifier": "低于"}, "ceiling", id="低于6%"),
        pytest.param({"commitment": "确保"}, "hard", id="确保6%"),
        pytest.param({"commitment": "力争"}, "soft", id="力争6%"),
        pytest.param({"commitment": "争取", "comparator": "ge", "modifier": "以上"}, "soft", id="争取6%以上"),
        pytest.param({"commitment": "力争", "comparator": "le", "modifier": "以内"}, "soft", id="力争6%以内"),
        pytest.param({"commitment": "确保", "comparator": "approx", "modifier": "左右"}, "soft", id="确保6%左右"),
        pytest.param({"commitment": "确保", "comparator": "le", "modifier": "以内"}, "ceiling", id="确保6%以内"),
    ],
)
def test_how_hard_a_target_is_worded(ask: Ask, columns: dict[str, str], hardness: str) -> None:
    assert ask([gdp(**columns)], "select hardness from commitment_words") == [(hardness,)]


def test_results_and_targets_without_a_number_are_left_out(ask: Ask) -> None:
    given = [
        gdp(id="a target"),
        result("宁波市", 2024, "gdp", "growth", 5.4, "%"),
        relative("宁波市", 2024, "resident_income", "with", "与经济增长同步", reference="经济增长", reference_id="gdp"),
    ]
    assert ask(given, "select modifier, targets from commitment_words") == [(None, 1)]


def test_a_target_that_two_sources_give_is_counted_once(ask: Ask) -> None:
    given = [
        target("鄞州区", 2024, "gdp", "growth", 6, "%", comparator="approx", modifier="左右"),
        published("鄞州区", 2024, "gdp", "growth", 6, "%", stage="target", comparator="approx"),
    ]
    assert ask(given, "select modifier, targets from commitment_words") == [("左右", 1)]
