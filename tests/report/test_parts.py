"""Bars, sentences, changes and titles: the parts of a page."""

from __future__ import annotations

import pytest

from mubiao.present.moves import move_of
from mubiao.report.bars import PLAN, Spot, bar
from mubiao.report.passages import sentence
from mubiao.report.words import Bilingual, listed, say
from mubiao.report.years import Point

RATE = {"measure": "growth", "plan_figure": 6.0, "plan_dimension": "percentage", "result_figure": 5.4, "result_dimension": "percentage"}


@pytest.mark.parametrize(
    ("result", "place"),
    [(6.0, Spot(PLAN)), (3.0, Spot(33.33)), (12.0, Spot(100.0, "high")), (-2.0, Spot(0.0, "low")), (0.0, Spot(0.0))],
    ids=["at the plan", "half of it", "beyond the track", "below zero", "zero"],
)
def test_all_rows_have_one_scale_on_which_the_plan_is_one_hundred(result: float, place: Spot) -> None:
    drawn = bar(RATE | {"result_figure": result})
    assert drawn is not None
    assert drawn.result == place


@pytest.mark.parametrize(
    "row",
    [
        {"plan_figure": -3.0},
        {"plan_figure": 0.0},
        {"plan_figure": None},
        {"result_figure": None},
        {"measure": "relative"},
        {"result_dimension": "money_cny"},
    ],
    ids=["a planned fall", "zero", "no number", "no result", "relative", "another unit"],
)
def test_what_cannot_stand_on_the_scale_has_no_bar(row: dict) -> None:
    assert bar(RATE | row) is None


def test_a_range_has_its_other_end() -> None:
    drawn = bar(RATE | {"plan_figure_high": 6.6})
    assert drawn is not None
    assert drawn.plan_to == Spot(73.33)


@pytest.mark.parametrize(("status", "hollow"), [("estimate", True), ("derived", True), ("preliminary", False), (None, False)])
def test_estimates_are_hollow(status: str | None, hollow: bool) -> None:
    drawn = bar(RATE | {"result_status": status})
    assert drawn is not None
    assert drawn.hollow is hollow


@pytest.mark.parametrize(
    ("change", "direction", "falls", "move"),
    [
        ("raised", "higher", False, "harder"),
        ("lowered", "higher", False, "easier"),
        ("lowered", "lower", False, "harder"),
        ("lowered", "ceiling", False, "harder"),
        ("raised", "floor", False, "harder"),
        ("raised", "lower", True, "harder"),
        ("lowered", "lower", True, "easier"),
        ("lowered", "band", False, "down"),
        ("raised", None, False, "up"),
        ("lowered", "none", False, "down"),
        ("kept", "lower", False, "kept"),
    ],
    ids=[
        "GDP up",
        "GDP down",
        "PM2.5 down",
        "unemployment down",
        "a floor up",
        "a deeper fall",
        "a smaller fall",
        "prices down",
        "no side, up",
        "no side, down",
        "kept",
    ],
)
def test_harder_and_easier_are_told_by_the_better_side(change: str, direction: str | None, falls: bool, move: str) -> None:
    assert move_of(change, direction, falls) == move


def test_a_sentence_that_goes_on_says_so() -> None:
    passage = sentence("增" * 9, "6%", "左" * 9, is_cut=True, goes_on=True)
    assert (passage.before[0], passage.after[-1]) == ("…", "…")


def test_a_sentence_begins_behind_the_line_before() -> None:
    assert sentence("二、目标\n增长", "6%", "左右\n三").before == "增长"


def test_long_lists_of_names_end_with_others() -> None:
    assert listed([Bilingual(name, name) for name in "甲乙丙丁"]) == ("甲、乙、丙等", "甲, 乙, 丙 and others")


def test_each_language_has_its_own_words() -> None:
    assert say("plan_is", why=Bilingual("未提及", "not stated")) == ("计划：未提及", "plan: not stated")


def test_english_is_escaped_in_its_attribute() -> None:
    assert Bilingual("<甲>", '"a"').__html__() == '<span data-en="&#34;a&#34;">&lt;甲&gt;</span>'


@pytest.mark.parametrize(
    ("name", "parted"),
    [
        ("社会消费品零售总额（增速）", "社会消费品<wbr>零售总额（增速）"),
        ("城镇居民人均可支配收入", "城镇居民<wbr>人均<wbr>可支配收入"),  # not the 居民人均可支配收入 in it
        ("甲<乙", "甲&lt;乙"),
    ],
)
def test_a_long_name_breaks_between_its_words_only(name: str, parted: str) -> None:
    assert str(Bilingual(name, name).parted) == parted


@pytest.mark.parametrize(("target", "height"), [(30.0, 57.0), (10.0, 31.0), (50.0, 31.0), (None, 31.0)], ids=["close above", "far", "below", "none"])
def test_the_label_of_a_result_never_stands_on_the_stroke_of_the_target(target: float | None, height: float) -> None:
    assert Point(2024, 50.0, target, 40.0, "6%", "5.4%", hollow=False).text_height == height
