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
