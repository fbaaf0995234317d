"""One indicator in many places: plan, result and next target, ranked."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from mubiao.charts.comparison import NEEDED, sides_of, verdict_of
from mubiao.charts.declare import Nothing, above, cell_of, declared, indicator_of, label, place_of
from mubiao.charts.dots import HOLLOW, dots, room
from mubiao.charts.frames import bound_of, dimension, far_end, name_of, on_scale, records, value_of
from mubiao.charts.layout import Panel
from mubiao.charts.theme import INK, QUIET, themed
from mubiao.present.cells import SIDES

BEYOND = 1e18  # no value stands at the edge


@declared("plan_result_next", NEEDED, ("plan_year", "measure"), {"level": "level", "indicator": "indicator_id", "year": "plan_year"})
def rank(frame: pd.DataFrame) -> alt.VConcatChart:
    """Plan, result and next target of one indicator in many places, the highest plan first.

    Args:
        frame: rows of the view ``plan_result_next`` for one indicator, measure and plan year.
    """
    rows = [row for row in records(frame) if value_of(row, "plan_value") is not None or value_of(row, "result_value") is not None]
    units = {str(unit) for row in rows for side in SIDES if (unit := value_of(row, f"{side}_unit"))}
    if not rows or len({dimension(unit) for unit in units}) > 1:
        raise Nothing("no_place")
    one = on_scale(1, next(iter(sorted(units))))
    lines = sorted((_line(row, one) for row in rows), key=lambda line: -line["order"])
    year = int(frame["plan_year"].iloc[0])
    panel = Panel("rank", "percent" if "%" in units else "value", *sides_of(year, verdict=any(line["verdict"] for line in lines)), None, BEYOND)
    title = indicator_of(rows[0], name_of(rows[0]))
    return themed(
        alt.vconcat(dots(lines, panel, room(lines)), title=above(title, year)), f"{title} {year}: plan, result and target of {year + 1} by place"
    )


def _line(row: dict[str, Any], one: float) -> dict[str, Any]:
    figures = {side: on_scale(row[f"{side}_value"], row[f"{side}_unit"]) / one for side in SIDES if value_of(row, f"{side}_value") is not None}
    return {
        "label": place_of(row),
        "group": "",
        "order": figures.get("plan", figures.get("result", 0.0)),
        **{side: cell_of(row, side) for side in SIDES},
        **{f"{side}_colour": INK if side in figures else QUIET for side in SIDES},
        **verdict_of(row),
        "marks": [_mark(row, side, value) for side, value in figures.items()],
    }


def _mark(row: dict[str, Any], side: str, value: float) -> dict[str, Any]:
    return {
        "kind": side,
        "value": value,
        "value_high": far_end(row, f"{side}_", value),
        "hollow": value_of(row, f"{side}_status") in HOLLOW,
        "bound": bound_of(row, f"{side}_"),
        "corrected": value_of(row, f"{side}_corrected"),
        "place": place_of(row),
        "side": label("side", side),
        "text": cell_of(row, side),
        "comparator": label("comparator", value_of(row, f"{side}_comparator")),
        "modifier": value_of(row, f"{side}_modifier"),
        "quote": value_of(row, f"{side}_quote"),
    }
