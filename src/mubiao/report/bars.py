"""Where plan, result and next target stand on the one scale of all rows: the plan is 100, the track ends at 150."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from mubiao.charts.dots import HOLLOW
from mubiao.charts.frames import value_of

END = 150.0  # percent of the plan at which the track ends
MARKS = (  # columns of figures, and of what their units count
    ("result_figure", "result_dimension"),
    ("next_figure", "next_dimension"),
    ("plan_figure_high", "plan_dimension"),
    ("next_figure_high", "next_dimension"),
)
PLAN = round(100 / END * 100, 2)  # where the plan stands, in percent of the track


@dataclass(frozen=True)
class Spot:
    """A point of the track in percent of its length; beyond says at which end it would leave it: "", low or high."""

    at: float
    beyond: str = ""


@dataclass(frozen=True)
class Bar:
    """One row's marks; the plan stands at :data:`PLAN`."""

    result: Spot | None
    next: Spot | None
    plan_to: Spot | None  # upper end of a plan that is a range
    next_to: Spot | None  # the same of the next target
    hollow: bool  # the result is an estimate or was derived


def bar(row: Mapping[str, Any]) -> Bar | None:
    """The marks of a row of ``plan_result_next``; None where there is no result to draw, or no plan above zero to measure by.

    >>> bar({"measure": "growth", "plan_figure": 6.0, "plan_dimension": "percentage", "result_figure": 5.4, "result_dimension": "percentage"}).result
    Spot(at=60.0, beyond='')
    """
    plan = value_of(row, "plan_figure")
    if plan is None or plan <= 0 or row["measure"] in ("relative", "change"):
        return None
    same = value_of(row, "plan_dimension")
    places = {name: _spot(value, plan) for name, counted in MARKS if (value := value_of(row, name)) is not None and value_of(row, counted) == same}
    if "result_figure" not in places:
        return None
    return Bar(
        result=places["result_figure"],
        next=places.get("next_figure"),
        plan_to=places.get("plan_figure_high"),
        next_to=places.get("next_figure_high"),
        hollow=value_of(row, "result_status") in HOLLOW,
    )


def _spot(value: float, plan: float) -> Spot:
    share = 100 * value / plan
    if share < 0:
        return Spot(0.0, "low")
    return Spot(100.0, "high") if share > END else Spot(round(share / END * 100, 2))
