"""What is told of targets of two years."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from mubiao.report.changes import changes
from mubiao.report.evidence import Evidence
from mubiao.report.years import _years

SIDES = {f"{side}_{name}": None for side in ("plan", "result", "next") for name in ("value", "unit", "text", "missing", "status", "quote")} | {
    f"{side}_elsewhere": [] for side in ("plan", "result", "next")
}
COMPARED = SIDES | {
    "indicator": "绿道",
    "measure": "amount",
    "cumulative": False,
    "matched_by": "indicator",
    "plan_year": 2024,
    "attainment": "unknown",
    "direction": "higher",
    "plan_observation_id": "a",
    "next_observation_id": "b",
    "plan_value": 100.0,
    "plan_unit": "公里",
    "plan_quote": "新建绿道100公里以上",
    "next_value": 110.0,
    "next_unit": "公里",
    "next_quote": "新建绿道110公里",
}
MOVED = {
    "plan_observation_id": "a",
    "next_observation_id": "b",
    "change": "raised",
    "difference_unit": "share",
    "against_target": 0.1,
    "against_result": None,
    "modifier_changed": True,
    "plan_value": 100.0,
    "next_value": 110.0,
    "plan_unit": "公里",
}


def told(**more: Any) -> Any:
    """The one change of a comparison of one row."""
    ((change,),) = changes(pd.DataFrame([MOVED]), pd.DataFrame([COMPARED | more]), Evidence({}, {}, {})).values()
    return change


def test_a_change_is_told_with_what_it_means_and_by_how_much() -> None:
    assert (told().move, told().by.zh, told().against_result) == ("harder", "+10%", None)


@pytest.mark.parametrize(("known", "said"), [(True, True), (False, False), (None, False)], ids=["changed", "the same", "not known"])
def test_only_words_that_are_known_can_have_changed(known: bool | None, said: bool) -> None:
    ((change,),) = changes(pd.DataFrame([MOVED | {"modifier_changed": known}]), pd.DataFrame([COMPARED]), Evidence({}, {}, {})).values()
    assert change.modifier_changed is said


def year(when: int, target: float | None, result: float | None, **more: Any) -> dict[str, Any]:
    """A row of the view ``series``."""
    values = {
        "target": target,
        "target_figure": target,
        "result_figure": result,
        "target_unit": "%",
        "result": result,
        "result_unit": "%",
        "result_status": None,
    }
    return (
        {"indicator_id": "gdp", "indicator": "地区生产总值", "measure": "growth", "cumulative": False, "activity": None, "year": when} | values | more
    )


def test_years_stand_in_their_distance_and_estimates_are_hollow() -> None:
    drawn = _years([year(2021, None, 8.2), year(2024, 6.0, 5.4, result_status="estimate"), year(2025, 5.5, 4.9)], {"gdp": "GDP"})
    assert [(point.year, point.x, point.hollow) for point in drawn.points] == [(2021, 10.0, False), (2024, 67.0, True), (2025, 86.0, False)]


def test_only_results_of_years_that_follow_each_other_are_joined() -> None:
    drawn = _years([year(2021, None, 8.2), year(2024, None, 5.4), year(2025, None, 4.9)], {})
    assert [(x1, x2) for x1, _, x2, _ in drawn.line] == [(67.0, 86.0)]


def test_the_highest_value_stands_on_top() -> None:
    drawn = _years([year(2023, None, 5.0), year(2024, 6.0, 8.0), year(2025, None, 5.0)], {})
    assert [point.result for point in drawn.points] == [62.0, 22.0, 62.0]
