"""Counts of targets: verdicts, lead units, wording."""

from __future__ import annotations

import pytest

from mubiao.charts import attainment, commitment_words, responsibilities
from mubiao.charts.declare import EMPTY
from mubiao.errors import UsageError

from .frames import DUTY, SUMMARY, WORDS, table


def bars(chart) -> list[dict]:
    """The data of the bars of a chart."""
    spec = chart.to_dict()
    data = spec["layer"][0].get("data") or spec["data"]
    return spec["datasets"][data["name"]]


def test_verdicts_are_counted_by_theme() -> None:
    assert {row["kind"]: row["targets"] for row in bars(attainment(table(SUMMARY)))} == {"完成": 2, "接近": 1, "未知": 3}


def test_the_legend_names_only_verdicts_that_occur() -> None:
    colour = attainment(table(SUMMARY)).to_dict()["layer"][0]["encoding"]["color"]
    assert colour["scale"]["domain"] == ["完成", "接近", "未知"]


def test_wordings_of_one_hardness_are_added_up() -> None:
    chart = commitment_words(table(WORDS, {**WORDS, "targets": 3}, {**WORDS, "hardness": "hard", "targets": 1}))
    assert {row["kind"]: row["targets"] for row in bars(chart)} == {"硬目标": 1, "软目标": 5}


def test_wording_is_drawn_as_shares() -> None:
    assert commitment_words(table(WORDS)).to_dict()["layer"][0]["encoding"]["x"]["stack"] == "normalize"


def test_it_is_said_how_many_units_are_not_drawn() -> None:
    units = [{**DUTY, "unit": f"第{number}局", "targets": number} for number in (1, 2, 3)]
    assert responsibilities(table(*units), top=2).to_dict()["title"]["subtitle"] == ["共3项，画出最多的2项"]
    assert responsibilities(table(*units)).to_dict()["title"]["subtitle"] == []


def test_units_stand_in_the_order_of_their_targets() -> None:
    chart = responsibilities(table(DUTY, {**DUTY, "unit": "市农业农村局", "targets": 9}, {**DUTY, "unit": "市信访局", "targets": 0}))
    assert chart.to_dict()["layer"][0]["encoding"]["y"]["sort"] == ["市农业农村局", "市发改委"]


def test_only_the_top_units_are_drawn() -> None:
    chart = responsibilities(table(DUTY, {**DUTY, "unit": "市农业农村局", "targets": 9}), top=1)
    assert [row["unit"] for row in bars(chart)] == ["市农业农村局"]


@pytest.mark.parametrize(
    ("draw", "found"),
    [
        (attainment, table(SUMMARY).head(0)),
        (commitment_words, table(WORDS).head(0)),
        (responsibilities, table(DUTY).head(0)),
        (responsibilities, table({**DUTY, "targets": 0})),
    ],
    ids=["attainment", "commitment_words", "responsibilities", "no unit has a target"],
)
def test_nothing_to_draw_gives_a_sentence(draw, found) -> None:
    assert draw(found).name == EMPTY


@pytest.mark.parametrize(("draw", "found"), [(attainment, SUMMARY), (commitment_words, WORDS), (responsibilities, DUTY)])
def test_places_are_not_added_up(draw, found) -> None:
    with pytest.raises(UsageError, match="several of jurisdiction"):
        draw(table(found, {**found, "jurisdiction": "乙市"}))


@pytest.mark.parametrize(("draw", "row"), [(attainment, SUMMARY), (commitment_words, WORDS)], ids=["verdicts", "wording"])
def test_a_chart_says_of_which_place_and_year_it_is(draw, row) -> None:
    assert draw(table(row)).to_dict()["title"] == "甲市，2024年"
