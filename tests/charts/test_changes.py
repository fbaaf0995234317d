"""Raised, lowered and kept targets."""

from __future__ import annotations

import pytest

from mubiao.charts import target_changes
from mubiao.charts.declare import EMPTY

from .frames import moved, rows, table, values, views

RATE = moved("地区生产总值", "lowered", -0.5, "%", against_result=0.1)
AMOUNT = moved("绿道", "raised", 0.1, "公里")


def test_rates_change_by_points_and_amounts_by_percent_in_panels_of_their_own() -> None:
    chart = target_changes(table(RATE, AMOUNT))
    assert (values(chart, "changes_points")["地区生产总值（增速）", "lowered"], values(chart, "changes_share")) == (-0.5, {("绿道", "raised"): 10.0})


def test_the_last_result_is_a_mark_of_its_own() -> None:
    assert values(target_changes(table(RATE)), "changes_points")["地区生产总值（增速）", "against_result"] == 0.1


def test_no_note_tells_of_results_where_there_are_none() -> None:
    assert views(target_changes(table(AMOUNT)))["changes_share"]["title"]["subtitle"] == []


def test_published_targets_have_no_words_that_nobody_wrote() -> None:
    chart = target_changes(table(moved("绿道", "raised", 0.1, "公里", plan_quote=None, next_quote="绿道110公里")))
    assert {mark["quote"] for mark in rows(chart, "changes_share")} == {"绿道110公里"}


def test_the_largest_raise_stands_first() -> None:
    chart = target_changes(table(AMOUNT, moved("绿地", "raised", 0.4, "公顷")))
    assert [mark["indicator"] for mark in sorted(rows(chart, "changes_share"), key=lambda mark: mark["line"])] == ["绿地", "绿道"]


@pytest.mark.parametrize("change", ["new", "dropped", "other_kind", "unknown"])
def test_what_has_no_length_is_left_out(change: str) -> None:
    chart = target_changes(table(AMOUNT, moved("口袋公园", change, None, "个")))
    assert {indicator for indicator, _ in values(chart, "changes_share")} == {"绿道"}


@pytest.mark.parametrize(
    "found",
    [table(RATE).head(0), table(moved("口袋公园", "new", None, "个"))],
    ids=["no rows", "only new ones"],
)
def test_nothing_to_draw_gives_a_sentence(found) -> None:
    assert target_changes(found).name == EMPTY


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (moved("PM2.5平均浓度", "lowered", -0.04, "微克/立方米", indicator_id="pm25"), "要求提高 −4%"),
        (moved("地区生产总值", "lowered", -0.5, "%", indicator_id="gdp"), "要求放宽 −0.5"),
        (moved("驿站", "raised", 0.1, "个"), "数值调高 +10%"),
    ],
    ids=["less is better", "more is better", "no better side"],
)
def test_harder_and_easier_are_told_apart_from_higher_and_lower(row: dict, told: str) -> None:
    texts = target_changes(table(row)).to_dict()["datasets"].values()
    assert told in {line.get("change") for data in texts for line in data}
