"""Where plan, result and next target stand on the one scale of all rows: the plan is 100, the track ends at 150."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from mubiao.charts.dots import HOLLOW
from mubiao.charts.frames import dimension, on_scale, value_of

END = 150.0  # percent of the plan at which the track ends
PLAN = round(100 / END * 100, 2)  # where the plan stands, in percent of the track


@dataclass(frozen=True)
class Place:
    """A point of the track in percent of its length; beyond says at which end it would leave it: "", low or high."""

    at: float
    beyond: str = ""


@dataclass(frozen=True)
class Bar:
    """One row's marks; the plan stands at :data:`PLAN`."""

    result: Place | None
    next: Place | None
    plan_to: Place | None  # upper end of a plan that is a range
    hollow: bool  # the result is an estimate or was derived


def bar(row: Mapping[str, Any]) -> Bar | None:
    """The marks of a row of ``plan_result_next``; None where there is no result to draw, or no plan above zero to measure by.

    >>> bar({"measure": "growth", "plan_value": 6.0, "plan_unit": "%", "result_value": 5.4, "result_unit": "%"}).result
    Place(at=60.0, beyond='')
    """
    plan = _figure(row, "plan_value", "plan_unit")
    if plan is None or plan <= 0 or row["measure"] in ("relative", "change"):
        return None
    same = dimension(value_of(row, "plan_unit"))
    places = {
        name: _place(value, plan)
        for name, unit in (("result_value", "result_unit"), ("next_value", "next_unit"), ("plan_value_high", "plan_unit"))
        if (value := _figure(row, name, unit)) is not None and dimension(value_of(row, unit)) == same
    }
    if "result_value" not in places:
        return None
    return Bar(places["result_value"], places.get("next_value"), places.get("plan_value_high"), value_of(row, "result_status") in HOLLOW)


def _figure(row: Mapping[str, Any], name: str, unit: str) -> float | None:
    value = value_of(row, name)
    return None if value is None else on_scale(value, value_of(row, unit))


def _place(value: float, plan: float) -> Place:
    share = 100 * value / plan
    if share < 0:
        return Place(0.0, "low")
    return Place(100.0, "high") if share > END else Place(round(share / END * 100, 2))
