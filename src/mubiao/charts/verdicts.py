"""Verdicts by theme."""

from __future__ import annotations

import altair as alt
import pandas as pd

from mubiao.charts.declare import declared, headed, place_of
from mubiao.charts.frames import records
from mubiao.charts.stacked import stacked
from mubiao.charts.theme import VERDICT_COLOURS, themed

NEEDED = ("jurisdiction", "plan_year", "theme", *VERDICT_COLOURS)


@declared("attainment_summary", NEEDED, ("jurisdiction", "plan_year"), {"jurisdiction": "jurisdiction_code", "year": "plan_year"})
def verdicts(frame: pd.DataFrame) -> alt.LayerChart:
    """Verdicts by theme: how many targets were met, nearly met, missed, cannot be compared, or are unknown.

    Args:
        frame: rows of the view ``attainment_summary`` for one place and plan year.
    """
    kinds = list(VERDICT_COLOURS)
    counts = frame.drop(columns="targets", errors="ignore").melt(id_vars=["theme"], value_vars=kinds, var_name="verdict", value_name="targets")
    title = headed(place_of(records(frame.head(1))[0]), int(frame["plan_year"].iloc[0]))
    return themed(stacked(counts, "verdict", "attainment", VERDICT_COLOURS).properties(title=title), "verdicts by theme")
