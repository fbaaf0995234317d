"""What the tables know of a place: figures by year and kind, and what silence means there."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from mubiao.charts.declare import declared, label, place_of
from mubiao.charts.frames import records
from mubiao.charts.theme import BAR, INK, LINE, QUIET, themed

NEEDED = ("jurisdiction", "year", "stage", "silence", "figures")
FILLS = {"stated": BAR, "partial": "#dde3e8", "no_document": "#ffffff"}
CELL = 62


@declared("coverage", NEEDED, ("jurisdiction",), {"jurisdiction": "jurisdiction_code"})
def coverage(frame: pd.DataFrame) -> alt.LayerChart:
    """How many figures the tables hold for each year, targets and results; pale where a document has gaps, blank where there is none.

    Args:
        frame: rows of the view ``coverage`` for one place.
    """
    cells = pd.DataFrame(
        [
            {
                "year": int(row["year"]),
                "stage": label("stage", row["stage"]),
                "silence": label("silence", row["silence"]),
                "figures": int(row["figures"]),
                "text": str(int(row["figures"])) if row["figures"] else "—",
            }
            for row in records(frame.sort_values(["stage", "year"], ascending=[False, True]))
        ]
    )
    codes = [code for code in FILLS if (frame["silence"] == code).any()]
    scale = alt.Scale(domain=[label("silence", code) for code in codes], range=[FILLS[code] for code in codes])
    base = alt.Chart(cells).encode(
        x=alt.X("year:O", title=None, axis=alt.Axis(orient="top", labelAngle=0, domain=False, ticks=False)),
        y=alt.Y("stage:N", sort=None, title=None, axis=alt.Axis(domain=False, ticks=False, labelPadding=8)),
        tooltip=[alt.Tooltip(f"{name}:N", title=label("axis", name)) for name in ("year", "stage", "silence", "figures")],
    )
    legend = alt.Legend(direction="vertical", labelLimit=500, symbolStrokeColor=LINE, symbolStrokeWidth=1)  # white is a meaning too
    fills = base.mark_rect(stroke=LINE).encode(color=alt.Color("silence:N", scale=scale, title=None, legend=legend))
    texts = base.mark_text(color=INK).encode(text=alt.Text("text:N"), color=alt.condition("datum.figures > 0", alt.value(INK), alt.value(QUIET)))
    size: dict[str, Any] = {
        "title": place_of(records(frame.head(1))[0]),
        "width": CELL * cells["year"].nunique(),
        "height": 40 * cells["stage"].nunique(),
    }
    return themed(alt.LayerChart(layer=[fills, texts], **size), "figures by year and kind")
