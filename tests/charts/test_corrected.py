"""A figure that a person corrected is seen as such, in every chart that draws single figures."""

from __future__ import annotations

from typing import Any

import pytest

from mubiao.charts import CHARTS, target_changes

from .frames import example, moved, rows, spec, table

HOW = "value: 61 -> 6.0 (李, 2026-03-02: 漏了小数点)"
RINGED = ("plan_result_next", "target_changes", "series", "rank", "distribution", "cascade")


def found(told: Any, key: str) -> list[Any]:
    """Every value that stands under a key, however deep."""
    inner = told.values() if isinstance(told, dict) else told if isinstance(told, list) else []
    return [*([told[key]] if isinstance(told, dict) and key in told else []), *(one for part in inner for one in found(part, key))]


def filters(name: str, corrected: bool) -> tuple[set[str], str]:
    """Filters of the layers of a chart's example, and its notes; with its correction or without."""
    frame = example(CHARTS[name])
    without = frame.drop(columns=[column for column in frame if column.endswith("corrected")])
    told = spec(name) if corrected else CHARTS[name].draw(without).to_dict()
    return {str(one.get("filter")) for steps in found(told, "transform") for one in steps}, str(found(told, "subtitle"))


@pytest.mark.parametrize("name", RINGED)
def test_a_ring_and_a_note_tell_of_a_correction(name: str) -> None:
    layers, notes = filters(name, corrected=True)
    assert ("isValid(datum.corrected)" in layers, "外圈：经人工更正" in notes) == (True, True)


@pytest.mark.parametrize("name", RINGED)
def test_where_nobody_corrected_there_is_neither(name: str) -> None:
    layers, notes = filters(name, corrected=False)
    assert ("isValid(datum.corrected)" in layers, "外圈" in notes) == (False, False)


def test_the_correction_itself_is_in_the_tooltip() -> None:
    marks = rows(target_changes(table(moved("绿道", "raised", 0.1, "公里", next_corrected=HOW))), "changes_share")
    assert {mark["corrected"] for mark in marks} == {HOW}


def test_a_difference_from_the_result_does_not_rest_on_a_corrected_plan() -> None:
    marks = rows(target_changes(table(moved("地区生产总值", "lowered", -0.5, "%", against_result=0.1, plan_corrected=HOW))), "changes_points")
    assert {mark["kind"]: mark["corrected"] for mark in marks} == {"lowered": HOW, "against_result": None}


def test_a_verdict_that_rests_on_a_corrected_figure_is_marked() -> None:
    told = spec("heat")
    shown = {cell["shown"] for cells in told["datasets"].values() for cell in cells if cell["corrected"]}
    assert (shown, "※" in str(found(told, "subtitle"))) == ({"接近※"}, True)


def test_columns_are_as_wide_as_what_stands_in_them() -> None:
    words = example(CHARTS["plan_result_next"]).assign(plan_modifier="左右", plan_status="estimate", plan_corrected=HOW)
    drawn = CHARTS["plan_result_next"].draw(words, language="en").to_dict()
    widths = [layer["mark"]["limit"] for layer in drawn["vconcat"][0]["layer"] if layer["encoding"].get("text", {}).get("field") == "plan"]
    assert min(widths) > 7 * len("(estimate, corrected by hand)")
