"""series: the target and the result of every year side by side, for lines through the years."""

from __future__ import annotations

from .conftest import Ask, published, relative, result, target


def test_targets_and_results_of_all_years_stand_side_by_side(ask: Ask) -> None:
    given = [
        target("宁波市", 2024, "gdp", "growth", 6, "%", comparator="approx", modifier="左右"),
        published("宁波市", 2024, "gdp", "growth", 5.4, "%", status="preliminary"),
        target("宁波市", 2025, "gdp", "growth", 5.5, "%", comparator="ge", modifier="以上"),
        published("宁波市", 2023, "gdp", "growth", 5.5, "%"),
    ]
    query = """
        select
            jurisdiction, year, indicator, measure, cumulative, matched_by,
            target_comparator, target_modifier, target, target_unit, result_comparator, result, result_unit, result_status,
            target_observation_id, result_observation_id,
        from series
        order by year
    """
    assert ask(given, query) == [
        ("宁波市", 2023, "地区生产总值", "growth", False, "indicator", None, None, None, None, "eq", 5.5, "%", None, None, "row 4"),
        ("宁波市", 2024, "地区生产总值", "growth", False, "indicator", "approx", "左右", 6.0, "%", "eq", 5.4, "%", "preliminary", "row 1", "row 2"),
        ("宁波市", 2025, "地区生产总值", "growth", False, "indicator", "ge", "以上", 5.5, "%", None, None, None, None, "row 3", None),
    ]  # fmt: skip


def test_only_the_statement_that_counts_stands_in_a_line(ask: Ask) -> None:
    given = [
        result("宁波市", 2024, "gdp", "growth", 5.5, "%", status="estimate"),
        published("宁波市", 2024, "gdp", "growth", 5.4, "%"),
    ]
    assert ask(given, "select year, result from series") == [(2024, 5.4)]


def test_values_keep_their_unit_and_figures_share_one(ask: Ask) -> None:
    given = [
        result("宁波市", 2023, "grain_output", "amount", 14e8, "斤"),
        result("宁波市", 2024, "grain_output", "amount", 71.5e4, "吨"),
    ]
    assert ask(given, "select year, result, result_unit, result_figure from series order by year") == [
        (2023, 14e8, "斤", 7e8),
        (2024, 71.5e4, "吨", 7.15e8),
    ]


def test_a_range_keeps_its_other_end_in_its_unit_and_in_the_reference_unit(ask: Ask) -> None:
    given = [target("江西省", 2026, "grain_output", "amount", 440e8, "斤", value_high=450e8)]
    query = "select target_comparator, target, target_value_high, target_figure, target_figure_high, result_value_high from series"
    assert ask(given, query) == [("eq", 440e8, 450e8, 220e8, 225e8, None)]


def test_a_fall_is_below_zero(ask: Ask) -> None:
    given = [result("福建省", 2024, "cpi", "growth", 0.1, "%", sign=-1, value_text="0.1%")]
    assert ask(given, "select result, result_figure from series") == [(-0.1, -0.1)]


def test_a_growth_rate_and_an_amount_are_two_lines(ask: Ask) -> None:
    given = [result("宁波市", 2024, "gdp", "growth", 5.4, "%"), result("宁波市", 2024, "gdp", "amount", 18147.7e8, "元")]
    assert ask(given, "select measure, result from series order by measure") == [("amount", 18147.7e8), ("growth", 5.4)]


def test_targets_without_a_number_have_no_line(ask: Ask) -> None:
    given = [relative("宁波市", 2024, "retail_sales", "with", "与经济增长同步", reference="经济增长", reference_id="gdp")]
    assert ask(given, "select year from series") == []


def test_begun_and_finished_work_can_be_told_apart(ask: Ask) -> None:
    """小微企业园新开建1个、建成2个以上."""
    given = [
        target("慈溪市", 2021, "小微企业园", "amount", 1, "个", activity="started"),
        target("慈溪市", 2021, "小微企业园", "amount", 2, "个", activity="finished", comparator="ge"),
    ]
    assert ask(given, "select activity, target from series order by activity") == [("started", 1.0), (None, 2.0)]
