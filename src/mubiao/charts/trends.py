"""One indicator through the years."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from mubiao.charts.dots import HOLLOW
from mubiao.charts.frames import both, dimension, on_scale, require, scale_of, single, value_of
from mubiao.charts.theme import SIDE_COLOURS, SIDE_SHAPES, themed
from mubiao.errors import UsageError
from mubiao.present.cells import number
from mubiao.present.labels import zh

WIDTH, HEIGHT = 520, 200
KINDS = {"target": "next", "result": "result"}  # stage -> the colour and shape that it has in comparisons
NEEDED = ("jurisdiction", "year", "indicator", "measure", "cumulative", "target", "target_unit", "result", "result_unit")


def series(frame: pd.DataFrame) -> alt.VConcatChart:
    """Targets and results of one indicator through the years.

    Rates, the year's own amounts and running totals, and units that do not convert, stand in panels of their own.

    Args:
        frame: rows of the view ``series`` for one place and one indicator.

    Raises:
        UsageError: no rows, or rows of another view or of several places or indicators.
    """
    require(frame, NEEDED, "the view series")
    single(frame, "jurisdiction", "indicator")
    place, indicator = str(frame["jurisdiction"].iloc[0]), str(frame["indicator"].iloc[0])
    marks = [mark for row in frame.sort_values("year").to_dict("records") for stage in KINDS if (mark := _mark(row, stage))]
    if not marks:
        raise UsageError(f"nothing to draw: no year of {place} has a value of {indicator}")
    panels = pd.DataFrame(marks).groupby("panel", sort=True)
    return themed(alt.vconcat(*(_lines(rows) for _, rows in panels)), f"{place}: targets and results of {indicator}").properties(
        title=f"{place}  {indicator}"
    )


def _mark(row: dict[str, Any], stage: str) -> dict[str, Any] | None:
    value, unit = value_of(row, stage), value_of(row, f"{stage}_unit")
    if value is None:
        return None
    status = value_of(row, f"{stage}_status")
    return {
        "panel": f"{row['measure']}{' cumulative' if row['cumulative'] else ''} {dimension(unit)}", "measure": row["measure"], "cumulative": bool(row["cumulative"]),
        "year": int(row["year"]), "stage": both("stage", stage), "figure": on_scale(value, unit), "unit": unit, "hollow": status in HOLLOW,
        "text": number(value, unit), "comparator": both("comparator", value_of(row, f"{stage}_comparator")), "modifier": value_of(row, f"{stage}_modifier"),
        "status": both("status", status), "quote": value_of(row, f"{stage}_quote"),
    }  # fmt: skip


def _lines(rows: pd.DataFrame) -> alt.LayerChart:
    """One panel, in the unit of its latest row, with the magnitude that its largest figure asks for."""
    first = rows.iloc[0]
    unit = rows.sort_values("year")["unit"].iloc[-1]
    worth, title = scale_of(unit, rows["figure"].abs().max() / (on_scale(1, unit) or 1))
    rows = rows.assign(value=rows["figure"] / (on_scale(1, unit) or 1) / worth)
    kinds = [both("stage", stage) for stage in KINDS]
    colour = alt.Scale(domain=kinds, range=[SIDE_COLOURS[side] for side in KINDS.values()])
    shape = alt.Scale(domain=kinds, range=[SIDE_SHAPES[side] for side in KINDS.values()])
    told = [
        alt.Tooltip(f"{column}:N", title=both("tooltip", name))
        for column, name in (("year", "year"), ("stage", "side"), *((same, same) for same in ("text", "comparator", "modifier", "status", "quote")))
    ]
    kind = {"scale": colour, "title": None}
    base = alt.Chart(rows).encode(
        x=alt.X("year:O", title=both("axis", "year"), axis=alt.Axis(labelAngle=0)),
        y=alt.Y("value:Q", title=title, scale=alt.Scale(zero=False, padding=18)),
    )
    line = base.mark_line(strokeWidth=1.5, opacity=0.6).encode(color=alt.Color("stage:N", **kind))
    points = [
        base.transform_filter("!datum.hollow").mark_point(filled=True, size=80, opacity=1).encode(color=alt.Color("stage:N", **kind), shape=alt.Shape("stage:N", scale=shape, title=None), tooltip=told),
        base.transform_filter("datum.hollow").mark_point(fill="white", size=70, strokeWidth=2, opacity=1).encode(stroke=alt.Stroke("stage:N", legend=None, **kind), shape=alt.Shape("stage:N", scale=shape, title=None), tooltip=told),
    ]  # fmt: skip
    text = base.mark_text(dy=-12, fontSize=11).encode(text="text:N", color=alt.Color("stage:N", **kind))
    flow = f" {both('flow', 'cumulative')}" if first["cumulative"] else ""
    return alt.layer(line, *points, text).properties(
        width=WIDTH, height=HEIGHT, title=f"{both('measure', first['measure'])}{flow}", name=str(first["panel"]).replace(" ", "_")
    )
