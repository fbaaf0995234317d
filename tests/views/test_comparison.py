"""The short form of the comparison: what is written stands in one column, why nothing is in another."""

from __future__ import annotations

from .conftest import Ask, document, result, target


def test_a_value_and_the_reason_for_none_never_stand_in_one_column(ask: Ask) -> None:
    given = [target("宁波市", 2024, "gdp", "growth", 6, "%"), document("宁波市", 2025)]
    query = "select plan, plan_missing, result, result_missing, next, next_missing from comparison where plan_year = 2024"
    assert ask(given, query) == [("6%", None, None, "not_stated", None, "not_stated")]


def test_points_above_something_else_name_it(ask: Ask) -> None:
    above = {"value_text": "2个百分点", "reference": "规上工业", "relation": "above"}
    given = [target("宁波市", 2024, "strategic_value_added", "change", 2, "百分点", **above), document("宁波市", 2025)]
    assert ask(given, "select plan from comparison where plan_year = 2024") == [("规上工业+2个百分点",)]


def test_a_result_that_follows_from_others_is_told_with_its_unit(ask: Ask) -> None:
    given = [
        target("宁波市", 2024, "general_public_budget_revenue", "growth", 6, "%"),
        result("宁波市", 2023, "general_public_budget_revenue", "amount", 1000, "元"),
        result("宁波市", 2024, "general_public_budget_revenue", "amount", 1050, "元"),
    ]
    assert ask(given, "select result, result_missing from comparison where plan_year = 2024 and measure = 'growth'") == [("5.0%", None)]
