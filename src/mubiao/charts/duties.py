"""Lead units by the number of their targets."""

from __future__ import annotations

import altair as alt
import pandas as pd

from mubiao.charts.declare import Nothing, declared, headed, label, place_of
from mubiao.charts.frames import records
from mubiao.charts.stacked import STEP, WIDTH, whole_numbers
from mubiao.charts.theme import BAR, themed
from mubiao.present.marks import full_width

NEEDED = ("jurisdiction", "year", "unit", "targets", "quantified_tasks")


@declared("responsibilities", NEEDED, ("jurisdiction", "year"), {"jurisdiction": "jurisdiction_code", "year": "year"})
def responsibilities(frame: pd.DataFrame, top: int = 15) -> alt.LayerChart:
    """Lead units by the number of quantified targets.

    Args:
        frame: rows of the view ``responsibilities`` for one place and year.
        top: so many units.
    """
    leading = frame[frame["targets"] > 0].sort_values(["targets", "unit"], ascending=[False, True])
    led = leading.head(top)
    led = led.assign(unit=led["unit"].map(full_width))
    if led.empty:
        raise Nothing("no_lead")
    units = [
        alt.Tooltip(f"{column}:{kind}", title=label("tooltip", told))
        for column, kind, told in (("unit", "N", "unit"), ("targets", "Q", "targets"), ("quantified_tasks", "Q", "tasks"))
    ]
    y = alt.Y("unit:N", sort=led["unit"].tolist(), title=None, axis=alt.Axis(domain=False, ticks=False, labelPadding=8))
    base = alt.Chart(led[["unit", "targets", "quantified_tasks"]]).encode(
        x=alt.X("targets:Q", title=label("axis", "targets"), axis=whole_numbers(led["targets"].max())), y=y, tooltip=units
    )
    bars, numbers = base.mark_bar(color=BAR, height={"band": 0.62}), base.mark_text(align="left", dx=5).encode(text=alt.Text("targets:Q"))
    notes = [label("mark", "first_of").format(first=top, all=len(leading))] if len(leading) > top else []
    title = alt.TitleParams(headed(place_of(records(frame.head(1))[0]), int(frame["year"].iloc[0])), subtitle=notes)
    drawn = alt.LayerChart(layer=[bars, numbers], width=WIDTH, height=STEP * len(led), title=title)
    return themed(drawn, "lead units by number of quantified targets")
