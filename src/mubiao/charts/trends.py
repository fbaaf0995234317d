"""One indicator through the years."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from mubiao.charts.declare import Nothing, declared, indicator_of, label, place_of, scale_of, spoken_of
from mubiao.charts.dots import HOLLOW
from mubiao.charts.frames import dimension, on_scale, records, value_of
from mubiao.charts.rings import rings
from mubiao.charts.theme import SIDE_COLOURS, SIDE_SHAPES, themed

WIDTH, HEIGHT = 520, 200
HALO = 4  # pixels of white around a label, so that no line runs through it
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

    Rates, the year's own amounts and running totals, and units that do not convert, stand in panels of their own. A range is a
    bar up to its other end; labels keep the words that bound a number (6%左右).

    Args:
        frame: rows of the view ``series`` for one place and one indicator.
    """
    first = records(frame.head(1))[0]
    place, indicator = place_of(first), indicator_of(first, str(first["indicator"]))
    marks = [mark for row in records(frame.sort_values("year")) for stage in KINDS if (mark := _mark(row, stage))]
    if not marks:
        raise Nothing("no_year")
    years = list(range(min(mark["year"] for mark in marks), max(mark["year"] for mark in marks) + 1))
    drawn = pd.DataFrame(marks)
    drawn["run"] = drawn["year"] - drawn.groupby(["panel", "stage"]).cumcount()  # a year without a value ends a line
    panels = [_panel_of_lines(rows, years) for _, rows in drawn.groupby("panel")]
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
        "figure_high": None if (high := value_of(row, f"{stage}_value_high")) is None else on_scale(high, unit),
        "unit": unit,
        "hollow": value_of(row, f"{stage}_status") in HOLLOW,
        "text": spoken_of({"value": value, **{name: value_of(row, f"{stage}_{name}") for name in ("value_high", "unit", "comparator", "modifier")}}),
        "comparator": label("comparator", value_of(row, f"{stage}_comparator")),
        "modifier": value_of(row, f"{stage}_modifier"),
        "status": label("status", value_of(row, f"{stage}_status")),
        "corrected": value_of(row, f"{stage}_corrected"),
        "quote": value_of(row, f"{stage}_quote"),
    }


def _panel_of_lines(rows: pd.DataFrame, years: list[int]) -> alt.LayerChart:
    """One panel, in the unit of its latest row, with the magnitude that its largest figure asks for."""
    unit = rows["unit"].iloc[-1]
    one = on_scale(1, unit)
    worth, title = scale_of(unit, rows["figure"].abs().max() / one)
    x = alt.X("year:O", title=label("axis", "year"), axis=alt.Axis(labelAngle=0), scale=alt.Scale(domain=years, padding=1))
    values = alt.Y("value:Q", title=title, scale=alt.Scale(zero=False, padding=26), axis=alt.Axis(tickCount=5))
    far = rows["figure_high"].fillna(rows["figure"])
    highest = rows["figure"].groupby(rows["year"]).rank(method="first", ascending=False) == 1
    drawn = rows.assign(
        value=rows["figure"] / one / worth,
        high=rows["figure_high"] / one / worth,
        top=pd.concat([rows["figure"], far], axis=1).max(axis=1) / one / worth,
        foot=pd.concat([rows["figure"], far], axis=1).min(axis=1) / one / worth,
        highest=highest,
    )
    base = alt.Chart(drawn).encode(x=x, y=values)
    stages = [label("stage", stage) for stage in KINDS]
    colours = alt.Scale(domain=stages, range=[SIDE_COLOURS[side] for side in KINDS.values()])
    shapes = alt.Scale(domain=stages, range=[SIDE_SHAPES[side] for side in KINDS.values()])
    legend = alt.Legend(symbolOpacity=1)  # that of the line would make its colours paler
    colour, stroke = (channel("stage:N", scale=colours, title=None, legend=legend) for channel in (alt.Color, alt.Stroke))
    told = [alt.Tooltip(f"{field}:N", title=label("tooltip", title)) for field, title in TOLD.items() if rows[field].notna().any()]
    shown = {"shape": alt.Shape("stage:N", scale=shapes, title=None), "tooltip": told}
    said = {"hollow": rows["hollow"], "range": rows["figure_high"].notna(), "corrected": rows["corrected"].notna()}
    notes = [label("mark", note) for note, there in said.items() if there.any()]
    layers = [
        base.mark_line(strokeWidth=1.5, opacity=0.6).encode(color=colour, detail=alt.Detail("run:N")),
        base.transform_filter("!datum.hollow").mark_point(filled=True, size=80, opacity=1).encode(color=colour, **shown),
        base.transform_filter("datum.hollow").mark_point(fill="white", size=70, strokeWidth=2, opacity=1).encode(stroke=stroke, **shown),
        *rings(base, rows),
    ]
    for those, end, dy in (("datum.highest", "top:Q", -13), ("!datum.highest", "foot:Q", 15)):
        labels = base.transform_filter(those).encode(y=alt.Y(end), text=alt.Text("text:N"))
        layers += [labels.mark_text(dy=dy, fontSize=11, stroke="white", strokeWidth=HALO), labels.mark_text(dy=dy, fontSize=11).encode(color=colour)]
    if drawn["high"].notna().any():
        ranges = base.transform_filter("isValid(datum.high)").mark_rule(strokeWidth=4, opacity=0.5)
        layers.insert(1, ranges.encode(y2=alt.Y2("high:Q"), color=colour, detail=alt.Detail("stage:N")))
    return alt.LayerChart(
        layer=layers, width=WIDTH, height=HEIGHT, title=alt.TitleParams(rows["title"].iloc[0], subtitle=notes), name=rows["panel"].iloc[0]
    )
