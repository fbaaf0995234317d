"""How hard targets are worded."""

from __future__ import annotations

import altair as alt
import pandas as pd

from mubiao.charts.declare import declared, headed, place_of
from mubiao.charts.frames import records
from mubiao.charts.stacked import stacked
from mubiao.charts.theme import HARDNESS_COLOURS, themed

NEEDED = ("jurisdiction", "year", "theme", "hardness", "targets")


@declared("commitment_words", NEEDED, ("jurisdiction", "year"), {"jurisdiction": "jurisdiction_code", "year": "year"})
def commitment_words(frame: pd.DataFrame) -> alt.LayerChart:
    """How hard targets are worded, by theme: hard, ceilings and soft as shares of all.

    Args:
        frame: rows of the view ``commitment_words`` for one place and year.
    """
    counts = pd.DataFrame(frame.groupby(["theme", "hardness"])["targets"].sum()).reset_index()
    title = headed(place_of(records(frame.head(1))[0]), int(frame["year"].iloc[0]))
    drawn = stacked(counts, "hardness", "hardness", HARDNESS_COLOURS, normal=True).properties(title=title)
    return themed(drawn, "hardness of wording by theme")
