"""Counts as stacked bars: verdicts and wordings by theme."""

from __future__ import annotations

import altair as alt
import pandas as pd

from mubiao.charts.declare import label
from mubiao.charts.frames import by_theme
from mubiao.charts.theme import INK, QUIET, across
from mubiao.present.labels import codes

WIDTH, STEP = 520, 26
ROOM = 0.02  # of the width: what a number needs
DARK = ("met", "missed", "hard", "ceiling")  # fills on which numbers stand in white


def stacked(counts: pd.DataFrame, field: str, labels: str, colours: dict[str, str], normal: bool = False) -> alt.LayerChart:
    """A bar for each theme, stacked by a field of codes; its parts have their counts where there is room, its end the total.

    Args:
        counts: a row for each theme and code, with ``targets``.
        field: column of the codes.
        labels: kind of their labels (present/labels.toml), in whose order they stand.
        colours: by code; others are not drawn.
        normal: shares instead of counts.
    """
    kinds = [code for code in codes(labels) if code in colours and counts.loc[counts[field] == code, "targets"].sum()]
    shown = by_theme(counts[counts[field].isin(kinds)].assign(indicator="")).drop(columns="indicator")
    total = shown.groupby("theme")["targets"].transform("sum")
    widest = total if normal else pd.Series(total.max(), index=total.index)
    shown = shown.assign(
        theme=[label("theme", code) for code in shown["theme"]],
        kind=[label(labels, code) for code in shown[field]],
        place=shown[field].map(kinds.index),
        total=total,
        inside=[f"{count:g}" if ROOM * room < count < whole else "" for count, whole, room in zip(shown["targets"], total, widest, strict=True)],
        ink=["white" if code in DARK else INK for code in shown[field]],
    )
    y = alt.Y("theme:N", sort=None, title=None, axis=alt.Axis(domain=False, ticks=False, labelPadding=8))
    told = [
        alt.Tooltip(f"{column}:N", title=label("tooltip", title)) for column, title in (("theme", "theme"), ("kind", field), ("targets", "targets"))
    ]
    axis = alt.Axis(format="%", tickCount=5) if normal else whole_numbers(total.max())
    title = label("axis", "share_of_targets" if normal else "targets")
    x = alt.X("targets:Q", stack="normalize" if normal else "zero", title=title, axis=axis)
    scale = alt.Scale(domain=[label(labels, code) for code in kinds], range=[colours[code] for code in kinds])
    base = alt.Chart(shown).encode(x=x, y=y, order=alt.Order("place:Q"), tooltip=told)
    bars = base.mark_bar(height={"band": 0.66}).encode(color=alt.Color("kind:N", scale=scale, title=label("axis", field)))
    numbers = base.mark_text().encode(x=x.bandPosition(0.5), text=alt.Text("inside:N"), color=alt.Color("ink:N", scale=None))
    ends = alt.Chart(shown.drop_duplicates("theme")).mark_text(align="left", dx=5, color=QUIET)
    totals = ends.encode(x=across(WIDTH) if normal else alt.X("total:Q"), y=y, text=alt.Text("total:Q"))
    return alt.LayerChart(layer=[bars, numbers, totals], width=WIDTH, height=STEP * shown["theme"].nunique())


def whole_numbers(largest: int) -> alt.Axis:
    """An axis of counts: no ticks between whole numbers."""
    return alt.Axis(tickCount=min(6, int(largest)), format="d")
