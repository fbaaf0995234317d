"""One indicator through the years."""

from __future__ import annotations

import pytest

from mubiao.charts import series
from mubiao.charts.declare import EMPTY
from mubiao.errors import UsageError

from .frames import rows, table, views, year_of


def told(chart, panel: str) -> dict[tuple[int, str], float]:
    """Value on the axis by year and stage."""
    return {(mark["year"], mark["stage"]): mark["value"] for mark in rows(chart, panel)}


def test_targets_and_results_are_lines_of_their_own() -> None:
    chart = series(table(year_of(2023, None, 5.5), year_of(2024, 6.0, 5.4)))
    assert told(chart, "growth_percentage") == {(2023, "结果"): 5.5, (2024, "目标"): 6.0, (2024, "结果"): 5.4}


def test_levels_and_rates_never_share_a_panel() -> None:
    chart = series(table(year_of(2024, 6.0, 5.4), year_of(2024, None, 1.8e12, "元", measure="amount")))
    assert set(views(chart)) == {"growth_percentage", "amount_money_cny"}


def test_running_totals_and_the_own_amount_of_a_year_never_share_a_panel() -> None:
    own = year_of(2024, 150.0, None, "家", measure="amount")
    assert set(views(series(table(own, {**own, "cumulative": True})))) == {"amount_count", "amount_cumulative_count"}


def test_large_amounts_are_told_with_their_magnitude() -> None:
    chart = series(table(year_of(2024, None, 1.8e12, "元", measure="amount")))
    layer = next(layer for layer in views(chart)["amount_money_cny"]["layer"] if layer["mark"]["type"] == "point")
    assert (layer["encoding"]["y"]["title"], told(chart, "amount_money_cny")) == ("亿元", {(2024, "结果"): 18000.0})


def test_years_without_a_value_keep_their_place() -> None:
    layer = views(series(table(year_of(2021, None, 8.2), year_of(2024, 6.0, None))))["growth_percentage"]["layer"][0]
    assert layer["encoding"]["x"]["scale"]["domain"] == [2021, 2022, 2023, 2024]


def test_labels_say_how_a_number_is_bounded() -> None:
    about = year_of(2024, 6.0, 5.4, target_comparator="approx", target_modifier="左右")
    published = year_of(2025, 5.0, None, target_comparator="ge")  # only its comparator is known
    marks = rows(series(table(about, published)), "growth_percentage")
    assert [(mark["year"], mark["text"]) for mark in marks] == [(2024, "6%左右"), (2024, "5.4%"), (2025, "≥5%")]


def test_a_range_is_a_bar_up_to_its_other_end_with_its_label_above() -> None:
    chart = series(table(year_of(2026, 5.0, None, target_comparator="eq", target_value_high=5.5)))
    (mark,) = rows(chart, "growth_percentage")
    assert (mark["value"], mark["high"], mark["top"], mark["text"]) == (5.0, 5.5, 5.5, "5—5.5%")
    assert [layer["encoding"]["y2"]["field"] for layer in views(chart)["growth_percentage"]["layer"] if layer["mark"]["type"] == "rule"] == ["high"]


def test_a_target_and_a_result_that_are_the_same_have_their_labels_above_and_below() -> None:
    marks = rows(series(table(year_of(2024, 5.0, 5.0))), "growth_percentage")
    assert [mark["highest"] for mark in marks] == [True, False]


def test_estimates_are_hollow() -> None:
    chart = series(table(year_of(2024, 6.0, 5.5, result_status="estimate")))
    assert {mark["stage"]: mark["hollow"] for mark in rows(chart, "growth_percentage")} == {"目标": False, "结果": True}


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (table(year_of(2024, 6.0, None), year_of(2024, 6.0, None, indicator="绿道")), "several of indicator"),
    ],
    ids=["two indicators"],
)
def test_what_cannot_be_drawn_is_refused(found, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        series(found)


@pytest.mark.parametrize("found", [table(year_of(2024, 6.0, None)).head(0), table(year_of(2024, None, None))], ids=["no rows", "no value to draw"])
def test_nothing_to_draw_gives_a_sentence(found) -> None:
    assert series(found).name == EMPTY
