"""How targets moved from one year to the next."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt
import pandas as pd

from mubiao.charts.dots import dots
from mubiao.charts.frames import PERCENTAGE, POINTS, both, by_theme, dimension, name_of, records, require, signed, single, value_of
from mubiao.charts.layout import Column, Kind, Panel
from mubiao.charts.theme import CHANGE_COLOURS, CHANGE_SHAPES, SIDE_COLOURS, UPRIGHT, themed
from mubiao.errors import UsageError
from mubiao.present.cells import said
from mubiao.present.labels import en, zh

LIMIT = 150  # percent or points: what lies beyond is drawn at the edge
PANELS = {"changes_points": "points", "changes_share": "percent_change"}
NEEDED = ("jurisdiction", "plan_year", "indicator", "theme", "measure", "cumulative", "change", "difference_unit", "against_target", "against_result")


def target_changes(frame: pd.DataFrame) -> alt.VConcatChart:
    """Targets that were raised, lowered or kept: rates in percentage points, amounts in percent, in panels of their own.

    Args:
        frame: rows of the view ``target_changes`` for one place and plan year; what was dropped or is new, or cannot be
            compared, has no length and is left out.

    Raises:
        UsageError: no target stands in both years, or the frame is of another view or of several places or years.
    """
    require(frame, NEEDED, "the view target_changes")
    single(frame, "jurisdiction", "plan_year")
    place, year = str(frame["jurisdiction"].iloc[0]), int(frame["plan_year"].iloc[0])
    moved = by_theme(frame[frame["change"].isin(list(CHANGE_COLOURS)) & frame["against_target"].notna()])
    panels: dict[str, list[dict[str, Any]]] = {code: [] for code in PANELS}
    for row in records(moved):
        code = _panel_of(row)
        if code:
            panels[code].append(_line(row, 100 if code == "changes_share" else 1))
    drawn = [dots(sorted(found, key=lambda line: -line["by"]), _panel(code, year, found)) for code, found in panels.items() if found]
    if not drawn:
        raise UsageError(f"nothing to draw for {place} {year}: no target stands in {year} and in {year + 1}")
    return themed(alt.vconcat(*drawn), f"{place}: targets of {year + 1} against those of {year}")


def _panel_of(row: Mapping[str, Any]) -> str:
    """Differences of amounts are shares of the target; of rates points; others have units of their own and no place here."""
    if row["difference_unit"] == "share":
        return "changes_share"
    return "changes_points" if dimension(value_of(row, "plan_unit")) in (PERCENTAGE, POINTS) else ""


def _panel(code: str, year: int, lines: list[dict[str, Any]]) -> Panel:
    kinds = (
        Kind("against_result", SIDE_COLOURS["result"], UPRIGHT),
        *(Kind(change, CHANGE_COLOURS[change], CHANGE_SHAPES[change]) for change in CHANGE_COLOURS),
    )
    columns = (
        Column("plan", f"{year}{zh('side', 'plan')}", f"{en('side', 'plan')} {year}"),
        Column("next", f"{year + 1}{zh('side', 'next')}", f"{en('side', 'next')} {year + 1}"),
        Column("change", zh("axis", "change"), en("axis", "change")),
    )
    notes = ("against_result",) if any(len(line["marks"]) > 1 for line in lines) else ()
    return Panel(code, PANELS[code], kinds, columns, base=0, limit=LIMIT, apart=False, notes=notes)


def _line(row: Mapping[str, Any], scale: int) -> dict[str, Any]:
    unit = "%" if scale == 100 else ""
    by, against = (value_of(row, name) for name in ("against_target", "against_result"))
    told = {
        "indicator": name_of(row),
        "text": f"{said(row, 'plan')} → {said(row, 'next')}",
        "quote": f"{value_of(row, 'plan_quote')} → {value_of(row, 'next_quote')}",
    }
    marks = [{**told, "kind": row["change"], "value": scale * by, "side": both("tooltip", "against_target"), "difference": signed(scale * by, unit)}]
    if against is not None:
        stroke = {"kind": "against_result", "value": scale * against, "side": both("tooltip", "against_result")}
        marks.insert(0, {**told, **stroke, "difference": signed(scale * against, unit), "status": both("status", value_of(row, "result_status"))})
    return {
        "label": name_of(row),
        "group": "",
        "by": by,
        "plan": said(row, "plan"),
        "next": said(row, "next"),
        "change": f"{zh('change', row['change'])} {signed(scale * by, unit) if by else ''}",
        "change_colour": CHANGE_COLOURS[row["change"]],
        "marks": marks,
    }
