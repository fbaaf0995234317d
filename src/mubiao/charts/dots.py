"""Rows of marks on one axis, with the values as text beside them: the part that comparisons are made of."""

from __future__ import annotations

import math
from dataclasses import dataclass

import altair as alt
import pandas as pd

from mubiao.charts.frames import both
from mubiao.charts.theme import INK, LINE, QUIET
from mubiao.present.labels import en, zh

PLOT, LABELS, COLUMN, STEP = 300, 210, 112, 26  # widths of plot, labels and text columns, height of a row, in pixels
GAP = 14  # between the plot and the texts to either side
TOLD = ("indicator", "place", "year", "side", "text", "comparator", "modifier", "commitment", "status", "verdict", "rule", "quote", "source")


@dataclass(frozen=True)
class Side:
    """One kind of mark, with the column of text that says its values."""

    code: str
    title: str
    title_en: str
    colour: str
    shape: str
    glyph: str


@dataclass(frozen=True)
class Panel:
    """What one panel shows.

    Attributes:
        code, axis: labels of its title and of its axis, in present/labels.toml.
        sides: kinds of marks, in the order of their columns.
        base: value at which an upright line stands (100 for percentages of something), None for none.
        limit: values beyond it are drawn at the edge.
        remark: label of the last column of text, "" for no such column.
    """

    code: str
    axis: str
    sides: tuple[Side, ...]
    base: float | None
    limit: float
    remark: str


def dots(marks: pd.DataFrame, panel: Panel) -> alt.LayerChart:
    """A panel of marks.

    Args:
        marks: a row for each line and side: line (a number that orders them), label, side, value, high (NaN but for a
            range), hollow, said, remark, remark_colour, heading (True for a line that only names a group), and the
            columns of the tooltip (TOLD).
    """
    low, high = _domain(marks, panel)
    beyond = marks["value"].where(marks["value"] > panel.limit)
    marks = marks.assign(
        drawn=marks["value"].clip(upper=high), drawn_high=marks["high"].clip(upper=high), beyond=beyond.map(lambda value: f"→ {value:,.0f}", na_action="ignore")
    )
    notes = [both("mark", code) for code, there in (("hollow", marks["hollow"].any()), ("clipped", beyond.notna().any())) if there]
    x = alt.X("drawn:Q", scale=alt.Scale(domain=[low, high], nice=False), title=both("axis", panel.axis), axis=alt.Axis(tickCount=6))
    return alt.layer(*_under(panel), *_marks(marks, panel, x), *_texts(marks, panel), data=marks).properties(
        width=PLOT, height=STEP * marks["line"].nunique(), name=panel.code,
        title=alt.TitleParams(f"{zh('panel', panel.code)}  {en('panel', panel.code)}", subtitle=notes, offset=34),
    )  # fmt: skip


def _domain(marks: pd.DataFrame, panel: Panel) -> tuple[float, float]:
    """Ends of the axis: all values up to the limit, with the base and some room to either side."""
    values = pd.concat([marks["value"], marks["high"]]).dropna().clip(upper=panel.limit).tolist() + ([panel.base] if panel.base is not None else [])
    low, high = min(values), max(values)
    room = max(0.08 * (high - low), 0.04 * abs(high), 0.2)
    low = 0.0 if 0 <= low < 0.6 * high else low - room
    return math.floor(low * 10) / 10, math.ceil((high + room) * 10) / 10


def _under(panel: Panel) -> list[alt.Chart]:
    """What lies under the marks: the base, and a thin rule through the marks of each line."""
    base = [alt.Chart().mark_rule(color=QUIET, strokeDash=[2, 3]).encode(x=alt.datum(panel.base))] if panel.base is not None else []
    joined = alt.Chart().mark_rule(color=LINE, strokeWidth=1.5).encode(x="min(drawn):Q", x2="max(drawn):Q", y=_y())
    return [*base, joined]


def _marks(marks: pd.DataFrame, panel: Panel, x: alt.X) -> list[alt.Chart]:
    sides = [side.code for side in panel.sides]
    colours, shapes = (alt.Scale(domain=sides, range=[getattr(side, name) for side in panel.sides]) for name in ("colour", "shape"))
    placed = {"x": x, "y": _y(), "yOffset": alt.YOffset("side:N", scale=alt.Scale(domain=sides, paddingOuter=0.7))}
    told = [alt.Tooltip(f"{column}:N", title=both("tooltip", column)) for column in TOLD if column in marks.columns]
    drawn = {"shape": alt.Shape("side:N", scale=shapes, legend=None), "tooltip": told, **placed}
    colour = {"scale": colours, "legend": None}
    return [
        alt.Chart().transform_filter("isValid(datum.drawn_high)").mark_rule(strokeWidth=4, opacity=0.5).encode(x2="drawn_high:Q", color=alt.Color("side:N", **colour), **placed),
        alt.Chart().transform_filter("!datum.hollow").mark_point(filled=True, size=80, opacity=1).encode(color=alt.Color("side:N", **colour), **drawn),
        alt.Chart().transform_filter("datum.hollow").mark_point(fill="white", size=70, strokeWidth=2, opacity=1).encode(stroke=alt.Stroke("side:N", **colour), **drawn),
        alt.Chart().transform_filter("isValid(datum.beyond)").mark_text(align="right", dx=-9, fontSize=10).encode(text="beyond:N", **placed),
    ]  # fmt: skip


def _texts(marks: pd.DataFrame, panel: Panel) -> list[alt.Chart]:
    """Labels to the left, one column of values for each side to the right, and their heads above."""
    first, line = panel.sides[0].code, marks["line"].min()
    layers = [
        _text(f"!datum.heading && datum.side === '{first}'", "label", -GAP, align="right", limit=LABELS),
        _text(f"datum.heading && datum.side === '{first}'", "label", -GAP - LABELS, align="left", fontSize=11, color=QUIET),
    ]
    for place, side in enumerate(panel.sides):
        x = PLOT + GAP + place * COLUMN
        layers.append(_text(f"datum.side === '{side.code}'", "said", x, align="left", limit=COLUMN - 10))
        for text, dy in ((f"{side.glyph} {side.title}", -22), (side.title_en, -8)):
            head = alt.Chart().transform_filter(f"datum.line === {line} && datum.side === '{side.code}'")
            layers.append(head.mark_text(text=text, align="left", dx=0, color=side.colour).encode(x=alt.value(x), y=alt.value(dy)))
    if panel.remark:
        x = PLOT + GAP + len(panel.sides) * COLUMN
        remark = _text(f"datum.side === '{first}'", "remark", x, align="left")
        layers.append(remark.encode(color=alt.Color("remark_colour:N", scale=None)))
        for text, dy in ((zh("axis", panel.remark), -22), (en("axis", panel.remark), -8)):
            head = alt.Chart().transform_filter(f"datum.line === {line} && datum.side === '{first}'")
            layers.append(head.mark_text(text=text, align="left", color=QUIET).encode(x=alt.value(x), y=alt.value(dy)))
    return layers


def _text(chosen: str, field: str, x: int, **look: object) -> alt.Chart:
    return alt.Chart().transform_filter(chosen).mark_text(baseline="middle", **look).encode(x=alt.value(x), y=_y(), text=f"{field}:N")


def _y() -> alt.Y:
    return alt.Y("line:O", axis=None)
