"""Lines of marks on one axis, with their values as text beside them: the part that comparisons are made of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import altair as alt
import pandas as pd

from mubiao.charts.declare import label
from mubiao.charts.layout import Panel, broken, domain_of, placed_lines
from mubiao.charts.rings import rings
from mubiao.charts.theme import LINE, QUIET, across, down

PLOT, LABELS, COLUMN, STEP = 280, 204, 128, 28  # widths of plot and, at least, of labels and text columns, height of a line, in pixels
HAN, LETTER = 12.2, 7  # pixels of a Chinese and of another character
CROSS = "M-1,-1L1,1M-1,1L1,-1"
SIGN = 24  # pixels to the right of a mark that the sign of its bound and half of another mark take
GAP = 14  # between the plot and the texts to either side
HOLLOW = ("estimate", "derived")  # status of values that are no final figures
TOLD = ("place", "indicator", "side", "text", "comparator", "modifier", "commitment", "status", "corrected", "verdict", "rule", "difference",
        "quote", "source")  # fmt: skip


def dots(lines: list[dict[str, Any]], panel: Panel, labels: int) -> alt.LayerChart:
    """A panel of lines.

    Args:
        lines: each with label, group (lines of one group stand under its name; "" for none), the fields of the
            columns, and marks: dicts with kind, value, perhaps value_high (of a range), bound (its sign), hollow, unlike (cannot be held
            against the others of its line), corrected, and tooltip fields (TOLD).
        labels: pixels for the labels beside the plot; with those of all panels of a picture their titles begin at one edge.
    """
    placed, marks = placed_lines(lines)
    low, high = domain_of(marks, panel)
    beyond = marks["value"].where(marks["value"] > panel.limit)
    drawn = marks.assign(
        drawn=marks["value"].clip(upper=high),
        drawn_high=marks["value_high"].clip(upper=high),
        beyond=beyond.map(lambda value: f"{value:,.0f} →", na_action="ignore"),
    )
    said = {
        "hollow": marks["hollow"],
        "range": marks["value_high"].notna(),
        "bound": marks["bound"] != "",
        "unlike": marks["unlike"],
        "corrected": marks["corrected"].notna(),
        "clipped": beyond.notna(),
    }
    notes = [code for code, there in said.items() if there.any()]
    title = alt.TitleParams(
        label("panel", panel.code),
        subtitle=[label("mark", note) for note in (*notes, *panel.notes)],
        dx=-labels - GAP,
        offset=4,
    )
    layers = [*_under(drawn[~drawn["unlike"]], panel), *_marks(drawn, panel, [low, high]), *_texts(placed, panel, labels)]
    return alt.LayerChart(layer=layers, width=PLOT, height=STEP * len(placed), name=panel.code, title=title)


def _under(drawn: pd.DataFrame, panel: Panel) -> list[alt.Chart]:
    """What lies under the marks: the base, and a thin line through the marks of each line."""
    based = pd.concat([drawn, drawn.assign(drawn=panel.base)]) if panel.base is not None else drawn
    spans = based.groupby("line")["drawn"].agg(low="min", high="max").reset_index()
    joined = alt.Chart(spans).mark_rule(color=LINE, strokeWidth=1.5).encode(x=alt.X("low:Q"), x2=alt.X2("high:Q"), y=_y())
    base = alt.Chart(_nothing()).mark_rule(color=QUIET, strokeDash=[2, 3]).encode(x=alt.XDatum(panel.base))
    return [joined] if panel.base is None else [base, joined]


def _marks(drawn: pd.DataFrame, panel: Panel, domain: list[float]) -> list[alt.Chart]:
    kinds = [kind.code for kind in panel.kinds]
    colours, shapes = (alt.Scale(domain=kinds, range=[getattr(kind, name) for kind in panel.kinds]) for name in ("colour", "shape"))
    x = alt.X("drawn:Q", scale=alt.Scale(domain=domain, nice=False), title=label("axis", panel.axis), axis=alt.Axis(tickCount=6, grid=True))
    where: dict[str, Any] = {"x": x, "y": _y()}
    if panel.apart:
        where["yOffset"] = alt.YOffset("kind:N", scale=alt.Scale(domain=kinds, paddingOuter=0.7))
    colour: dict[str, Any] = {"shorthand": "kind:N", "scale": colours, "legend": None}
    told = [alt.Tooltip(f"{field}:N", title=label("tooltip", field)) for field in TOLD if field in drawn and drawn[field].notna().any()]
    shown = {"shape": alt.Shape("kind:N", scale=shapes, legend=None), "tooltip": told, **where}
    chart, like = alt.Chart(drawn), alt.Chart(drawn[~drawn["unlike"]])
    layers = [
        like.transform_filter("!datum.hollow").mark_point(filled=True, size=80, opacity=1).encode(color=alt.Color(**colour), **shown),
        like.transform_filter("datum.hollow")
        .mark_point(fill="white", size=70, strokeWidth=2, opacity=1)
        .encode(stroke=alt.Stroke(**colour), **shown),
        *rings(chart, drawn, **where),
        *_crosses(drawn[drawn["unlike"]], {"stroke": alt.Stroke(**colour), "tooltip": told, **where}),
        *_bounds(drawn, PLOT / (domain[1] - domain[0]), where),
    ]
    if drawn["drawn_high"].notna().any():
        layers.insert(
            0,
            chart.transform_filter("isValid(datum.drawn_high)")
            .mark_rule(strokeWidth=4, opacity=0.5)
            .encode(x2=alt.X2("drawn_high:Q"), color=alt.Color(**colour), **where),
        )
    if drawn["beyond"].notna().any():
        layers.append(
            chart.transform_filter("isValid(datum.beyond)")
            .mark_text(align="right", dx=-8, dy=-8, fontSize=11)
            .encode(text=alt.Text("beyond:N"), **where)
        )
    return layers


def _crosses(unlike: pd.DataFrame, channels: dict[str, Any]) -> list[alt.Chart]:
    """Crosses for what cannot be held against the other marks of its line; no line leads to them."""
    crosses: alt.Chart = alt.Chart(unlike).mark_point(shape=CROSS, size=50, strokeWidth=1.5, filled=False, opacity=1)
    return [crosses.encode(**channels)] if len(unlike) else []


def _bounds(drawn: pd.DataFrame, scale: float, where: dict[str, Any]) -> list[alt.Chart]:
    """Signs beside the marks of values that are bounds, or about a number: to the right, or to the left where another mark of the line stands.

    Args:
        scale: pixels of one unit of the axis.
    """
    bound = drawn[drawn["bound"] != ""]
    if bound.empty:
        return []
    taken = bound.apply(lambda mark: ((drawn[drawn["line"] == mark["line"]]["drawn"] - mark["drawn"]) * scale).between(1, SIGN).any(), axis=1)
    signs = []
    if (~taken).any():
        signs.append(alt.Chart(bound[~taken]).mark_text(align="left", dx=7, fontSize=10, color=QUIET))
    if taken.any():
        signs.append(alt.Chart(bound[taken]).mark_text(align="right", dx=-7, fontSize=10, color=QUIET))
    return [sign.encode(text=alt.Text("bound:N"), **where) for sign in signs]


def _texts(placed: pd.DataFrame, panel: Panel, labels: int) -> list[alt.Chart]:
    """Labels to the left, columns of text to the right, and their heads above.

    Marks of text on the lines' own axis, as Vega-Lite draws tables: it has none, and text in a chart beside it would not keep to the lines.
    """
    plain, headings = placed[~placed["heading"]], placed[placed["heading"]]
    layers = [
        _text(
            plain, "label", -GAP, align="right", limit=labels, lineBreak="\n", lineHeight=13, dy=alt.expr("indexof(datum.label, '\\n') > 0 ? -6 : 0")
        )
    ]
    if len(headings):
        layers.append(_text(headings, "label", -GAP - labels, align="left", fontSize=11, color=QUIET))
    x = PLOT + GAP
    for column in panel.columns:
        wide = max(COLUMN - 8, *(_long(text) for text in plain[column.field].dropna()))
        text = _text(plain, column.field, x, align="left", limit=wide)
        coloured = f"{column.field}_colour" in plain
        layers.append(text.encode(color=alt.Color(f"{column.field}_colour:N", scale=None)) if coloured else text)
        head = alt.Chart(_nothing()).mark_text(text=column.head, align="left", color=column.colour, lineHeight=15)
        layers.append(head.encode(x=across(x), y=down(-22)))
        x += wide + 8
    return layers


def room(lines: Iterable[dict[str, Any]]) -> int:
    """Pixels that the labels of lines, and the names of their groups, take beside a plot."""
    return max((LABELS, *(_long(part) for line in lines for part in (line["group"], *broken(line["label"]).split("\n")))))


def _long(text: str) -> int:
    """Pixels that a text takes."""
    return round(sum(LETTER if sign.isascii() else HAN for sign in text))


def _text(lines: pd.DataFrame, field: str, x: int, **look: Any) -> alt.Chart:
    shown = alt.Chart(lines[["line", *(name for name in (field, f"{field}_colour") if name in lines)]])
    text: alt.Chart = shown.mark_text(**look).encode(x=across(x), y=_y(), text=alt.Text(f"{field}:N"))
    return text


def _y() -> alt.Y:
    return alt.Y("line:O", axis=None)


def _nothing() -> alt.InlineData:
    """One empty row, for marks that stand once."""
    return alt.InlineData(values=[{}])
