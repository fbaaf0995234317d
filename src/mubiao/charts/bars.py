"""Counts of targets as bars: verdicts, lead units, wording."""

from __future__ import annotations

import altair as alt
import pandas as pd

from mubiao.charts.frames import both, by_theme, require, single
from mubiao.charts.theme import BAR, HARDNESS_COLOURS, INK, QUIET, VERDICT_COLOURS, themed
from mubiao.errors import UsageError
from mubiao.present.labels import codes

WIDTH, STEP = 520, 26
ROOM = 0.02  # of the width: what a number needs
DARK = ("met", "missed", "hard", "ceiling")  # fills on which numbers stand in white


def attainment(frame: pd.DataFrame) -> alt.LayerChart:
    """Verdicts by theme: how many targets were met, nearly met, missed, cannot be compared, or are unknown.

    Args:
        frame: rows of the view ``attainment_summary`` for one place and plan year.

    Raises:
        UsageError: no rows, or rows of another view or of several places or years.
    """
    verdicts = list(VERDICT_COLOURS)
    require(frame, ("jurisdiction", "plan_year", "theme", *verdicts), "the view attainment_summary")
    single(frame, "jurisdiction", "plan_year")
    counts = frame.drop(columns="targets", errors="ignore").melt(id_vars=["theme"], value_vars=verdicts, var_name="verdict", value_name="targets")
    return themed(_stacked(counts, "verdict", "attainment", VERDICT_COLOURS), "verdicts by theme")


def commitment_words(frame: pd.DataFrame) -> alt.LayerChart:
    """How hard targets are worded, by theme: hard, ceilings and soft as shares of all.

    Args:
        frame: rows of the view ``commitment_words`` for one place and year.

    Raises:
        UsageError: no rows, or rows of another view or of several places or years.
    """
    require(frame, ("jurisdiction", "year", "theme", "hardness", "targets"), "the view commitment_words")
    single(frame, "jurisdiction", "year")
    counts = pd.DataFrame(frame.groupby(["theme", "hardness"])["targets"].sum()).reset_index()
    return themed(_stacked(counts, "hardness", "hardness", HARDNESS_COLOURS, normal=True), "hardness of wording by theme")


def responsibilities(frame: pd.DataFrame, top: int = 15) -> alt.LayerChart:
    """Lead units by the number of quantified targets.

    Args:
        frame: rows of the view ``responsibilities`` for one place and year.
        top: so many units.

    Raises:
        UsageError: no unit leads a quantified target, or rows of another view or of several places or years.
    """
    require(frame, ("jurisdiction", "year", "unit", "targets", "quantified_tasks"), "the view responsibilities")
    single(frame, "jurisdiction", "year")
    led = frame[frame["targets"] > 0].sort_values(["targets", "unit"], ascending=[False, True]).head(top)
    if led.empty:
        raise UsageError("nothing to draw: no unit of the frame leads a task with quantified targets")
    units = [
        alt.Tooltip(f"{column}:{kind}", title=both("tooltip", told))
        for column, kind, told in (("unit", "N", "unit"), ("targets", "Q", "targets"), ("quantified_tasks", "Q", "tasks"))
    ]
    y = alt.Y("unit:N", sort=led["unit"].tolist(), title=None, axis=alt.Axis(domain=False, ticks=False, labelPadding=8))
    base = alt.Chart(led[["unit", "targets", "quantified_tasks"]]).encode(
        x=alt.X("targets:Q", title=both("axis", "targets"), axis=_whole_numbers(led["targets"].max())), y=y, tooltip=units
    )
    bars, numbers = base.mark_bar(color=BAR, height={"band": 0.62}), base.mark_text(align="left", dx=5).encode(text="targets:Q")
    return themed(alt.LayerChart(layer=[bars, numbers]).properties(width=WIDTH, height=STEP * len(led)), "lead units by number of quantified targets")


def _stacked(counts: pd.DataFrame, field: str, labels: str, colours: dict[str, str], normal: bool = False) -> alt.LayerChart:
    """A bar for each theme, stacked by a field of codes; its parts have their counts where there is room, its end the total."""
    kinds = [code for code in codes(labels) if code in colours and counts.loc[counts[field] == code, "targets"].sum()]
    shown = by_theme(counts[counts[field].isin(kinds)].assign(indicator="")).drop(columns="indicator")
    total = shown.groupby("theme")["targets"].transform("sum")
    widest = total if normal else pd.Series(total.max(), index=total.index)
    shown = shown.assign(
        theme=[both("theme", code) for code in shown["theme"]],
        kind=[both(labels, code) for code in shown[field]],
        place=shown[field].map(kinds.index),
        total=total,
        inside=[f"{count:g}" if ROOM * room < count < whole else "" for count, whole, room in zip(shown["targets"], total, widest, strict=True)],
        ink=["white" if code in DARK else INK for code in shown[field]],
    )
    y = alt.Y("theme:N", sort=None, title=None, axis=alt.Axis(domain=False, ticks=False, labelPadding=8))
    told = [
        alt.Tooltip(f"{column}:N", title=both("tooltip", title)) for column, title in (("theme", "theme"), ("kind", field), ("targets", "targets"))
    ]
    axis = alt.Axis(format="%", tickCount=5) if normal else _whole_numbers(total.max())
    title = both("axis", "share_of_targets" if normal else "targets")
    x = alt.X("targets:Q", stack="normalize" if normal else "zero", title=title, axis=axis)
    scale = alt.Scale(domain=[both(labels, code) for code in kinds], range=[colours[code] for code in kinds])
    base = alt.Chart(shown).encode(x=x, y=y, order="place:Q", tooltip=told)
    bars = base.mark_bar(height={"band": 0.66}).encode(color=alt.Color("kind:N", scale=scale, title=both("axis", field)))
    numbers = base.mark_text().encode(x=x.bandPosition(0.5), text="inside:N", color=alt.Color("ink:N", scale=None))
    ends = alt.Chart(shown.drop_duplicates("theme")).mark_text(align="left", dx=5, color=QUIET)
    totals = ends.encode(x=alt.value(WIDTH) if normal else alt.X("total:Q"), y=y, text="total:Q")
    return alt.LayerChart(layer=[bars, numbers, totals]).properties(width=WIDTH, height=STEP * shown["theme"].nunique())


def _whole_numbers(largest: int) -> alt.Axis:
    """An axis of counts: no ticks between whole numbers."""
    return alt.Axis(tickCount=min(6, int(largest)), format="d")
