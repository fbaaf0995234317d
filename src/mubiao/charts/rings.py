"""Rings around the marks of figures that a person corrected by hand."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from mubiao.charts.theme import INK

SIZE = 210  # square pixels: around the largest mark


def rings(chart: alt.Chart, drawn: pd.DataFrame, **where: Any) -> list[alt.Chart]:
    """The layer of rings; none where nothing was corrected, and no note then.

    Args:
        drawn: the rows of the chart; corrected tells what a person changed.
        where: channels of the places of its marks.
    """
    if not drawn["corrected"].notna().any():
        return []
    ring: alt.Chart = chart.transform_filter("isValid(datum.corrected)").mark_point(
        shape="circle", size=SIZE, filled=False, stroke=INK, strokeWidth=1, opacity=1
    )
    return [ring.encode(**where)]
