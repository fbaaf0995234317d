"""plan_result_next: the second tier of a target (确保15%、力争20%) stands beside it and is judged apart."""

from __future__ import annotations

import pytest

from mubiao.rows import AttainmentRule, Observation

from .conftest import Ask, result, target

STRETCH = "select attainment, plan_stretch_text, stretch_attainment from plan_result_next where plan_year = 2024"


def two_tiers(indicator: str, measure: str, first: float, second: float, unit: str, **columns: object) -> list[Observation]:
    return [
        target("宁波市", 2024, indicator, measure, first, unit, id="first", **columns),
        target("宁波市", 2024, indicator, measure, second, unit, role="stretch", parent_id="first", **columns),
    ]


@pytest.mark.parametrize(
    ("reached", "answer"),
    [
        pytest.param(7.0, ("met", "8%", "missed"), id="between the two"),
        pytest.param(8.0, ("met", "8%", "met"), id="the second"),
        pytest.param(5.0, ("missed", "8%", "missed"), id="neither"),
    ],
)
def test_both_tiers_are_judged(ask: Ask, reached: float, answer: tuple[str, str, str]) -> None:
    given = [*two_tiers("gdp", "growth", 6, 8, "%"), result("宁波市", 2024, "gdp", "growth", reached, "%")]
    assert ask(given, STRETCH) == [answer]


def test_where_less_is_better_the_second_tier_lies_below(ask: Ask) -> None:
    given = [
        *two_tiers("surveyed_unemployment_rate", "ratio", 5.5, 5, "%", comparator="le"),
        result("宁波市", 2024, "surveyed_unemployment_rate", "ratio", 5.2, "%"),
    ]
    assert ask(given, STRETCH) == [("met", "5%", "missed")]


def test_a_second_tier_that_must_be_passed_is_not_met_by_its_number(ask: Ask) -> None:
    given = [*two_tiers("gdp", "growth", 6, 8.5, "%", comparator="gt"), result("宁波市", 2024, "gdp", "growth", 8.5, "%")]
    assert ask(given, STRETCH) == [("met", "8.5%", "missed")]


def test_without_a_result_the_second_tier_is_open(ask: Ask) -> None:
    assert ask(two_tiers("gdp", "growth", 6, 8, "%"), STRETCH) == [("unknown", "8%", "unknown")]


def test_a_target_of_one_tier_says_nothing_of_a_second(ask: Ask) -> None:
    assert ask([target("宁波市", 2024, "gdp", "growth", 6, "%")], STRETCH) == [("unknown", None, None)]


NARROW = [AttainmentRule("approx", "higher", "higher", False, 0.1, 0.05, "a narrow 左右")]


@pytest.mark.parametrize(
    ("rules", "verdict"), [pytest.param(None, "near", id="the rules of the package"), pytest.param(NARROW, "missed", id="a user's own")]
)
def test_one_rule_judges_both_tiers(ask: Ask, rules: list[AttainmentRule] | None, verdict: str) -> None:
    """增长6%左右、力争7%左右: 5.8 % is as far from the first as 6.8 % from the second."""
    plan = two_tiers("gdp", "growth", 6, 7, "%", comparator="approx")
    first = ask([*plan, result("宁波市", 2024, "gdp", "growth", 5.8, "%")], "select attainment from plan_result_next where plan_year = 2024", rules)
    second = ask([*plan, result("宁波市", 2024, "gdp", "growth", 6.8, "%")], STRETCH, rules)
    assert (first, [row[2] for row in second]) == ([(verdict,)], [verdict])
