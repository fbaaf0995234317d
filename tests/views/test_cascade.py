"""cascade: a place's target beside the same target of the places below it, and whether they ask for more (层层加码)."""

from __future__ import annotations

import pytest

from mubiao.rows import Observation

from .conftest import Ask, relative, result, target


def test_a_city_s_target_stands_beside_its_district_s(ask: Ask) -> None:
    given = [
        target("宁波市", 2024, "retail_sales", "growth", 6.5, "%", quote="社会消费品零售总额增长6.5%"),
        target("鄞州区", 2024, "retail_sales", "growth", 8, "%", comparator="ge", modifier="以上", quote="社会消费品零售总额增长8%以上"),
    ]
    query = """
        select
            year, parent_code, parent, jurisdiction_code, jurisdiction, indicator_id, indicator, theme, matched_by, measure, cumulative,
            parent_value, parent_unit, parent_comparator, parent_modifier, value, unit, comparator, modifier,
            difference, difference_unit, asks_for_more, parent_quote, quote, parent_observation_id, observation_id,
        from cascade
    """
    assert ask(given, query) == [
        (
            2024, "330200", "宁波市", "330212", "鄞州区", "retail_sales", "社会消费品零售总额", "consumption", "indicator", "growth", False,
            6.5, "%", "eq", None, 8.0, "%", "ge", "以上",
            1.5, "points", True, "社会消费品零售总额增长6.5%", "社会消费品零售总额增长8%以上", "row 1", "row 2",
        )
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("indicator", "measure", "above", "below", "more"),
    [
        pytest.param("gdp", "growth", 6, 6.5, True, id="more growth"),
        pytest.param("gdp", "growth", 6, 6, False, id="as much growth"),
        pytest.param("gdp", "growth", 6, 5.5, False, id="less growth"),
        pytest.param("registered_unemployment_rate", "ratio", 3.5, 2.5, True, id="a lower ceiling"),
        pytest.param("registered_unemployment_rate", "ratio", 3.5, 4, False, id="a higher ceiling"),
        pytest.param("urban_rural_income_ratio", "ratio", 1.7, 1.6, True, id="a lower value where less is better"),
        pytest.param("private_loan_share", "ratio", 50, 30, False, id="a lower floor"),
        pytest.param("government_fund_revenue", "growth", 2, 3, None, id="nobody knows which side is better"),
    ],
)
def test_who_asks_for_more_depends_on_the_direction(ask: Ask, indicator: str, measure: str, above: float, below: float, more: bool | None) -> None:
    given = [target("宁波市", 2024, indicator, measure, above, "%"), target("鄞州区", 2024, indicator, measure, below, "%")]
    assert ask(given, "select asks_for_more from cascade") == [(more,)]


@pytest.mark.parametrize(
    ("fall", "more"),
    [pytest.param(4, True, id="a deeper fall"), pytest.param(3, False, id="as deep a fall"), pytest.param(2, False, id="a smaller fall")],
)
def test_a_deeper_fall_asks_for_more_where_less_is_better(ask: Ask, fall: float, more: bool) -> None:
    given = [
        target("宁波市", 2024, "energy_intensity", "growth", 3, "%", sign=-1),
        target("鄞州区", 2024, "energy_intensity", "growth", fall, "%", sign=-1),
    ]
    assert ask(given, "select asks_for_more from cascade") == [(more,)]


def test_amounts_are_shares_of_the_whole_and_nobody_asks_for_more(ask: Ask) -> None:
    given = [target("宁波市", 2024, "urban_new_jobs", "amount", 20e4, "人"), target("鄞州区", 2024, "urban_new_jobs", "amount", 3e4, "人")]
    assert ask(given, "select difference, difference_unit, asks_for_more from cascade") == [(0.15, "share", None)]


def test_each_place_stands_beside_the_one_directly_above_it(ask: Ask) -> None:
    given = [target(place, 2024, "gdp", "growth", value, "%") for place, value in (("浙江省", 5.5), ("宁波市", 6), ("鄞州区", 6), ("慈溪市", 6.5))]
    assert ask(given, "select parent, jurisdiction, difference from cascade order by parent_code, jurisdiction_code") == [
        ("浙江省", "宁波市", 0.5),
        ("宁波市", "鄞州区", 0.0),
        ("宁波市", "慈溪市", 0.5),
    ]


@pytest.mark.parametrize(
    "below",
    [
        pytest.param(target("鄞州区", 2025, "gdp", "growth", 6, "%"), id="another year"),
        pytest.param(target("鄞州区", 2024, "gdp", "amount", 3e11, "元"), id="another measure"),
        pytest.param(target("合肥市", 2024, "gdp", "growth", 6, "%"), id="a place elsewhere"),
        pytest.param(result("鄞州区", 2024, "gdp", "growth", 6, "%"), id="a result"),
        pytest.param(relative("鄞州区", 2024, "gdp", "with", "与全市同步", reference_code="330200"), id="no number"),
        pytest.param(target("鄞州区", 2024, "gdp", "growth", 6, "%", part_of_year="一季度"), id="a quarter"),
        pytest.param(target("鄞州区", 2024, "gdp", "growth", 6, "%", role="stretch"), id="a second tier"),
    ],
)
def test_only_the_same_target_of_the_same_year_stands_beside_it(ask: Ask, below: Observation) -> None:
    assert ask([target("宁波市", 2024, "gdp", "growth", 6, "%"), below], "select difference from cascade") == []


def test_new_ones_and_totals_do_not_stand_side_by_side(ask: Ask) -> None:
    given = [
        target("宁波市", 2024, "high_tech_enterprises", "amount", 1e4, "家", cumulative=True),
        target("鄞州区", 2024, "high_tech_enterprises", "amount", 200, "家"),
    ]
    assert ask(given, "select difference from cascade") == []


def test_phrases_without_an_indicator_stand_side_by_side_marked_as_such(ask: Ask) -> None:
    given = [target("宁波市", 2024, "城市会客厅", "amount", 30, "个"), target("鄞州区", 2024, "城市会客厅", "amount", 3, "个")]
    assert ask(given, "select matched_by, difference from cascade") == [("wording", 0.1)]
