"""One indicator through the years."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from mubiao.charts.declare import Nothing, declared, indicator_of, label
from mubiao.charts.dots import HOLLOW
from mubiao.charts.frames import dimension, on_scale, records, scale_of, value_of
from mubiao.charts.rings import rings
from mubiao.charts.theme import SIDE_COLOURS, SIDE_SHAPES, themed
from mubiao.present.cells import number

WIDTH, HEIGHT = 520, 200
KINDS = {"target": "next", "result": "result"}  # stage -> the colour and shape that it has in comparisons
TOLD = {
    "year": "year",
    "stage": "side",
    "text": "value",
    "comparator": "comparator",
    "modifier": "modifier",
    "status": "status",
    "corrected": "corrected",
    "quote": "quote",
}
NEEDED = ("jurisdiction", "year", "indicator", "measure", "cumulative", "target", "target_unit", "result", "result_unit")


@declared("series", NEEDED, ("jurisdiction", "indicator"), {"jurisdiction": "jurisdiction_code", "indicator": "indicator_id"})
def series(frame: pd.DataFrame) -> alt.VConcatChart:
    """Targets and results of one indicator through the years; a line joins years that follow each other.

    Rates, the year's own amounts and running totals, and units that do not convert, stand in panels of their own.

    Args:
        frame: rows of the view ``series`` for one place and one indicator.
    """
    place, indicator = str(frame["jurisdiction"].iloc[0]), indicator_of(records(frame.head(1))[0], str(frame["indicator"].iloc[0]))
    marks = [mark for row in records(frame.sort_values("year")) for stage in KINDS if (mark := _mark(row, stage))]
    if not marks:
        raise Nothing("no_year")
    years = list(range(min(mark["year"] for mark in marks), max(mark["year"] for mark in marks) + 1))
    drawn = pd.DataFrame(marks)
    drawn["run"] = drawn["year"] - drawn.groupby(["panel", "stage"]).cumcount()  # a year without a value ends a line
    panels = [_lines(rows, years) for _, rows in drawn.groupby("panel")]
    return themed(alt.vconcat(*panels, title=f"{place}  {indicator}"), f"{place}: targets and results of {indicator}")


def _mark(row: dict[str, Any], stage: str) -> dict[str, Any] | None:
    value, unit = value_of(row, stage), value_of(row, f"{stage}_unit")
    if value is None:
        return None
    return {
        "panel": f"{row['measure']}{'_cumulative' if row['cumulative'] else ''}_{dimension(unit)}",
        "title": f"{label('measure', row['measure'])} {label('flow', 'cumulative') if row['cumulative'] else ''}",
        "year": int(row["year"]),
        "stage": label("stage", stage),
        "figure": on_scale(value, unit),
        "unit": unit,
        "hollow": value_of(row, f"{stage}_status") in HOLLOW,
        "text": number(value, unit),
        "comparator": label("comparator", value_of(row, f"{stage}_comparator")),
        "modifier": value_of(row, f"{stage}_modifier"),
        "status": label("status", value_of(row, f"{stage}_status")),
        "corrected": value_of(row, f"{stage}_corrected"),
        "quote": value_of(row, f"{stage}_quote"),
    }


def _lines(rows: pd.DataFrame, years: list[int]) -> alt.LayerChart:
    """One panel, in the unit of its latest row, with the magnitude that its largest figure asks for."""
    unit = rows["unit"].iloc[-1]
    one = on_scale(1, unit)
    worth, title = scale_of(unit, rows["figure"].abs().max() / one)
    x = alt.X("year:O", title=label("axis", "year"), axis=alt.Axis(labelAngle=0), scale=alt.Scale(domain=years, padding=1))
    values = alt.Y("value:Q", title=title, scale=alt.Scale(zero=False, padding=26), axis=alt.Axis(tickCount=5))
    highest = rows["figure"] == rows.groupby("year")["figure"].transform("max")
    base = alt.Chart(rows.assign(value=rows["figure"] / one / worth, highest=highest)).encode(x=x, y=values)
    stages = [label("stage", stage) for stage in KINDS]
    colours = alt.Scale(domain=stages, range=[SIDE_COLOURS[side] for side in KINDS.values()])
    shapes = alt.Scale(domain=stages, range=[SIDE_SHAPES[side] for side in KINDS.values()])
    legend = alt.Legend(symbolOpacity=1)  # that of the line would make its colours paler
    colour, stroke = (channel("stage:N", scale=colours, title=None, legend=legend) for channel in (alt.Color, alt.Stroke))
    told = [alt.Tooltip(f"{field}:N", title=label("tooltip", title)) for field, title in TOLD.items() if rows[field].notna().any()]
    shown = {"shape": alt.Shape("stage:N", scale=shapes, title=None), "tooltip": told}
    notes = [label("mark", note) for note, there in (("hollow", rows["hollow"].any()), ("corrected", rows["corrected"].notna().any())) if there]
    layers = [
        base.mark_line(strokeWidth=1.5, opacity=0.6).encode(color=colour, detail="run:N"),
        base.transform_filter("!datum.hollow").mark_point(filled=True, size=80, opacity=1).encode(color=colour, **shown),
        base.transform_filter("datum.hollow").mark_point(fill="white", size=70, strokeWidth=2, opacity=1).encode(stroke=stroke, **shown),
        *rings(base, rows),
        base.transform_filter("datum.highest").mark_text(dy=-13, fontSize=11).encode(text="text:N", color=colour),
        base.transform_filter("!datum.highest").mark_text(dy=15, fontSize=11).encode(text="text:N", color=colour),
    ]
    return alt.LayerChart(layer=layers).properties(
        width=WIDTH, height=HEIGHT, title=alt.TitleParams(rows["title"].iloc[0], subtitle=notes), name=rows["panel"].iloc[0]
    )
