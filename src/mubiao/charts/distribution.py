"""How the targets of one indicator spread over places, and how they are worded."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from mubiao.charts.declare import Nothing, cell_of, declared, headed, indicator_of, label, place_of, scale_of
from mubiao.charts.frames import dimension, name_of, on_scale, records, value_of
from mubiao.charts.rings import rings
from mubiao.charts.theme import themed

NEEDED = ("jurisdiction", "plan_year", "indicator", "measure", "cumulative", "plan_value", "plan_unit", "plan_comparator")
WORDINGS = {"ge": "#4a545e", "gt": "#4a545e", "eq": "#9aa3ab", "approx": "#e0a458", "range": "#8c5aa8", "le": "#4c8c6b", "lt": "#4c8c6b"}
STEP = 16


@declared("plan_result_next", NEEDED, ("plan_year", "measure"), {"level": "level", "indicator": "indicator_id", "year": "plan_year"})
def distribution(frame: pd.DataFrame) -> alt.LayerChart:
    """Targets of one indicator: one dot a place, coloured by its wording (以上, 左右, a range up to its other end, a plain number).

    Args:
        frame: rows of the view ``plan_result_next`` for one indicator, measure and plan year.
    """
    rows = [row for row in records(frame) if value_of(row, "plan_value") is not None]
    if not rows or len({dimension(value_of(row, "plan_unit")) for row in rows}) > 1:
        raise Nothing("no_place")
    unit = value_of(rows[0], "plan_unit")
    one = on_scale(1, unit)
    worth, title = scale_of(unit, max(abs(on_scale(row["plan_value"], row["plan_unit"])) for row in rows) / one)
    dots = _dots(rows, one * worth)
    seen = [code for code in WORDINGS if (dots["code"] == code).any()]
    scale = alt.Scale(domain=[label("comparator", code) for code in seen], range=[WORDINGS[code] for code in seen])
    colour = alt.Color("wording:N", scale=scale, title=None, legend=alt.Legend(symbolOpacity=1))  # that of the bars would make it paler
    base = alt.Chart(dots).encode(
        x=alt.X("value:Q", title=title, axis=alt.Axis(tickCount=8), scale=alt.Scale(zero=False, padding=20)),
        y=alt.Y("up:Q", axis=None, scale=alt.Scale(domain=[-1, max(6, int(dots["up"].max()) + 1)])),
        tooltip=[alt.Tooltip(f"{name}:N", title=label("tooltip", name)) for name in ("place", "text")],
    )
    points = base.mark_point(filled=True, size=110, opacity=1).encode(
        color=colour, shape=alt.Shape("wording:N", title=None, scale=alt.Scale(domain=scale.domain))
    )
    ranges = base.transform_filter("isValid(datum.high)").mark_rule(strokeWidth=4, opacity=0.5)
    spans = [ranges.encode(x2=alt.X2("high:Q"), color=colour)] if dots["high"].notna().any() else []
    named = indicator_of(rows[0], name_of(rows[0]))
    year = int(rows[0]["plan_year"])
    notes = [label("mark", note) for note, there in (("range", spans), ("corrected", dots["corrected"].notna().any())) if there]
    height = STEP * max(7, int(dots["up"].max()) + 2)
    return themed(
        alt.LayerChart(
            layer=[*spans, points, *rings(base, dots)], width=520, height=height, title=alt.TitleParams(headed(named, year), subtitle=notes)
        ),
        f"{named} {year}: spread of targets",
    )


def _dots(rows: list[dict[str, Any]], scale: float) -> pd.DataFrame:
    """One line a place: its value, how it is worded, and how high it is stacked on others of the same value.

    Args:
        scale: what one on the axis is worth in the reference unit.
    """
    dots = pd.DataFrame(
        [
            {
                "value": round(on_scale(row["plan_value"], row["plan_unit"]) / scale, 6),
                "high": None if (high := value_of(row, "plan_value_high")) is None else round(on_scale(high, row["plan_unit"]) / scale, 6),
                "place": place_of(row),
                "text": cell_of(row, "plan"),
                "corrected": value_of(row, "plan_corrected"),
                "code": "range" if high is not None else str(value_of(row, "plan_comparator") or "eq"),
            }
            for row in rows
        ]
    ).sort_values(["value", "code", "place"])
    dots["wording"] = [label("comparator", code) for code in dots["code"]]
    dots["up"] = dots.groupby("value").cumcount()
    return dots
