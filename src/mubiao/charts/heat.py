"""Verdicts of places by indicators, as a table of colours and words."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from mubiao.charts.declare import Nothing, declared, headed, indicator_of, label, place_of
from mubiao.charts.frames import JUDGED, name_of, records, value_of
from mubiao.charts.theme import INK, VERDICT_COLOURS, themed

NEEDED = ("jurisdiction_code", "jurisdiction", "plan_year", "indicator_id", "indicator", "measure", "cumulative", "plan_value", "attainment")
MOST = 12  # indicators
WIDE, HIGH, LETTER = 74, 24, 6.2  # pixels of a cell, and of a letter of the longest verdict
LONGEST = 460  # pixels of the name of an indicator, in English
WHITE_ON = ("met", "missed")
RESTS_ON = ("plan", "result")  # the sides that a verdict is reached from


@declared("plan_result_next", NEEDED, ("plan_year",), {"level": "level", "year": "plan_year"})
def heat(frame: pd.DataFrame) -> alt.LayerChart:
    """Verdicts of places by the indicators that most of them have targets of, judged ones first; a blank cell has no target.

    Args:
        frame: rows of the view ``plan_result_next`` for one plan year.
    """
    rows = [row for row in records(frame) if value_of(row, "indicator_id") and value_of(row, "plan_value") is not None]
    cells = pd.DataFrame([{**_verdict(row), "code": str(row["jurisdiction_code"])} for row in rows])
    if cells.empty:
        raise Nothing("no_place")
    cells = cells.drop_duplicates(["code", "indicator"])
    often = cells.assign(judged=cells["verdict"].isin(JUDGED)).groupby("indicator", sort=False)["judged"].agg(["size", "sum"])
    wide = often.sort_values(["size", "sum"], ascending=False, kind="stable").head(MOST).index.tolist()
    cells = cells[cells["indicator"].isin(wide)].sort_values(["code", "indicator"])
    codes = [code for code in VERDICT_COLOURS if (cells["verdict"] == code).any()]
    scale = alt.Scale(domain=[label("attainment", code) for code in codes], range=[VERDICT_COLOURS[code] for code in codes])
    axis = alt.Axis(orient="top", labelAngle=-35, domain=False, ticks=False, labelAlign="left", labelLimit=LONGEST)
    told = ["corrected"] if cells["corrected"].notna().any() else []
    base = alt.Chart(cells).encode(
        x=alt.X("indicator:N", sort=wide, title=None, axis=axis),
        y=alt.Y("place:N", sort=None, title=None, axis=alt.Axis(domain=False, ticks=False, labelPadding=8)),
        tooltip=[alt.Tooltip(f"{name}:N", title=label("tooltip", name)) for name in ("place", "indicator", "said", *told)],
    )
    fills = base.mark_rect(stroke="white", strokeWidth=2).encode(color=alt.Color("said:N", scale=scale, title=None))
    texts = base.mark_text(fontSize=11).encode(text=alt.Text("shown:N"), color=alt.Color("ink:N", scale=None))
    size: dict[str, Any] = {"width": max(WIDE, LETTER * cells["shown"].str.len().max()) * len(wide), "height": HIGH * cells["code"].nunique()}
    notes = [
        label("mark", "blank"),
        *(label("mark", "corrected_cell") for _ in told),
        *([label("mark", "first_of").format(first=MOST, all=len(often))] if len(often) > MOST else []),
    ]
    title = alt.TitleParams(headed(label("panel", "heat"), int(rows[0]["plan_year"])), subtitle=notes)
    return themed(alt.LayerChart(layer=[fills, texts], **size, title=title), "verdicts by place and indicator")


def _verdict(row: dict[str, object]) -> dict[str, str | None]:
    verdict = str(row["attainment"])
    corrected = "; ".join(told for side in RESTS_ON if (told := value_of(row, f"{side}_corrected")))
    return {
        "place": place_of(row),
        "indicator": indicator_of(row, name_of(row)),
        "verdict": verdict,
        "said": label("attainment", verdict),
        "shown": label("attainment", verdict) + ("※" if corrected else ""),
        "corrected": corrected or None,
        "ink": "white" if verdict in WHITE_ON else INK,
    }
