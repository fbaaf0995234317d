"""attainment_summary: how many targets of a place, year and theme were met, and which gaps were best and worst."""

from __future__ import annotations

from .conftest import Ask, published, relative, result, target

PLACE_2024 = [
    target("宁波市", 2024, "gdp", "growth", 6, "%", comparator="approx"),
    published("宁波市", 2024, "gdp", "growth", 5.8, "%"),
    target("宁波市", 2024, "urbanization_rate", "ratio", 81, "%"),
    result("宁波市", 2024, "urbanization_rate", "ratio", 82.5, "%", status="estimate"),
    target("宁波市", 2024, "tertiary_value_added", "growth", 7, "%"),
    result("宁波市", 2024, "tertiary_value_added", "growth", 5, "%"),
    target("宁波市", 2024, "marine_value_added", "amount", 3e11, "元"),
    target("宁波市", 2024, "per_capita_gdp", "growth", 5, "%"),
    result("宁波市", 2024, "per_capita_gdp", "amount", 186379, "元"),
    target("宁波市", 2025, "gdp", "growth", 5.5, "%"),
    target("宁波市", 2024, "甬江奖", "amount", 30, "家", comparator="ge"),
    result("宁波市", 2024, "甬江奖", "amount", 33, "家"),
]


def test_targets_are_counted_by_theme_with_their_verdicts(ask: Ask) -> None:
    query = """
        select jurisdiction, plan_year, theme, targets, met, near, missed, not_comparable, unknown, judged_on_estimates, share_met
        from attainment_summary
        where plan_year = 2024
        order by theme
    """
    assert ask(PLACE_2024, query) == [
        ("宁波市", 2024, "economy", 5, 1, 1, 1, 1, 1, 1, 0.333),
        ("宁波市", 2024, "other", 1, 1, 0, 0, 0, 0, 0, 1.0),
    ]


def test_the_best_and_the_worst_gap_are_named(ask: Ask) -> None:
    query = """
        select best_gap_points, best_gap_indicator, worst_gap_points, worst_gap_indicator
        from attainment_summary
        where plan_year = 2024 and theme = 'economy'
    """
    assert ask(PLACE_2024, query) == [(1.5, "常住人口城镇化率", -2.0, "第三产业增加值")]


def test_a_year_without_verdicts_has_no_share(ask: Ask) -> None:
    query = "select targets, unknown, share_met, best_gap_points from attainment_summary where plan_year = 2025"
    assert ask(PLACE_2024, query) == [(1, 1, None, None)]


def test_a_target_without_a_number_is_counted_too(ask: Ask) -> None:
    given = [
        relative("宁波市", 2024, "resident_income", "with", "与经济增长同步", reference="经济增长", reference_id="gdp"),
        result("宁波市", 2024, "resident_income", "growth", 5, "%"),
        result("宁波市", 2024, "gdp", "growth", 5, "%"),
    ]
    assert ask(given, "select theme, targets, met from attainment_summary") == [("employment", 1, 1)]


def test_where_less_is_better_the_best_margin_is_what_was_left_below_the_target(ask: Ask) -> None:
    given = [
        target("宁波市", 2024, "surveyed_unemployment_rate", "ratio", 5.5, "%", comparator="le"),
        result("宁波市", 2024, "surveyed_unemployment_rate", "ratio", 4.7, "%"),
        target("宁波市", 2024, "registered_unemployment_rate", "ratio", 3.5, "%", comparator="le"),
        result("宁波市", 2024, "registered_unemployment_rate", "ratio", 3.6, "%"),
    ]
    query = "select best_gap_points, best_gap_indicator, worst_gap_points, worst_gap_indicator from attainment_summary"
    assert ask(given, query) == [(0.8, "城镇调查失业率", -0.1, "城镇登记失业率")]
