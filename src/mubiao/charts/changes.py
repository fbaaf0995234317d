"""How targets moved from one year to the next."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt
import pandas as pd

from mubiao.charts.declare import Nothing, above, cell_of, dated, declared, indicator_of, label, place_of
from mubiao.charts.dots import dots, room
from mubiao.charts.frames import by_theme, name_of, records, signed, value_of
from mubiao.charts.layout import Kind, Panel, TextColumn
from mubiao.charts.theme import CHANGE_COLOURS, CHANGE_SHAPES, SIDE_COLOURS, UPRIGHT, themed
from mubiao.lexicon.vocabulary import vocabulary
from mubiao.present.moves import move_of

LIMIT = 150  # percent or points: what lies beyond is drawn at the edge
PANELS = {"changes_points": "points", "changes_share": "percent_change"}
NEEDED = ("jurisdiction", "plan_year", "indicator", "theme", "measure", "cumulative", "change", "difference_unit", "against_target", "against_result")


@declared("target_changes", NEEDED, ("jurisdiction", "plan_year"), {"jurisdiction": "jurisdiction_code", "year": "plan_year"})
def target_changes(frame: pd.DataFrame) -> alt.VConcatChart:
    """Targets that were raised, lowered or kept: rates in percentage points, amounts in percent, in panels of their own.

    Args:
        frame: rows of the view ``target_changes`` for one place and plan year; what was dropped or is new, or cannot be
            compared, has no length and is left out.
    """
    first = records(frame.head(1))[0]
    place, year = place_of(first), int(first["plan_year"])
    moved = by_theme(frame[frame["change"].isin(list(CHANGE_COLOURS)) & frame["against_target"].notna()])
    panels: dict[str, list[dict[str, Any]]] = {code: [] for code in PANELS}
    for row in records(moved):
        is_share = row["difference_unit"] == "share"
        panels["changes_share" if is_share else "changes_points"].append(_line(row, 100 if is_share else 1))
    labels = room(line for found in panels.values() for line in found)
    drawn = [dots(sorted(found, key=lambda line: -line["by"]), _panel(code, year, found), labels) for code, found in panels.items() if found]
    if not drawn:
        raise Nothing("no_change")
    head = above(place, year + 1, "target_changes")
    return themed(alt.vconcat(*drawn, title=head), f"{place}: targets of {year + 1} against those of {year}")


def _panel(code: str, year: int, lines: list[dict[str, Any]]) -> Panel:
    kinds = (
        Kind("against_result", SIDE_COLOURS["result"], UPRIGHT),
        *(Kind(change, CHANGE_COLOURS[change], CHANGE_SHAPES[change]) for change in CHANGE_COLOURS),
    )
    columns = (
        TextColumn("plan", dated(year, label("side", "plan"))),
        TextColumn("next", dated(year + 1, label("side", "next"))),
        TextColumn("change", label("axis", "change")),
    )
    notes = ("against_result",) if any(len(line["marks"]) > 1 for line in lines) else ()
    return Panel(code, PANELS[code], kinds, columns, base=0, limit=LIMIT, apart=False, notes=notes)


def _line(row: Mapping[str, Any], scale: int) -> dict[str, Any]:
    unit = "%" if scale == 100 else ""
    by, against = (value_of(row, name) for name in ("against_target", "against_result"))
    told = {
        "indicator": indicator_of(row, name_of(row)),
        "text": f"{cell_of(row, 'plan')} → {cell_of(row, 'next')}",
        "corrected": _corrected(row, "plan", "next"),
        "quote": " → ".join(quote for side in ("plan", "next") if (quote := value_of(row, f"{side}_quote"))) or None,
    }
    marks = [{**told, "kind": row["change"], "value": scale * by, "side": label("tooltip", "against_target"), "difference": signed(scale * by, unit)}]
    if against is not None:
        stroke = {"kind": "against_result", "value": scale * against, "side": label("tooltip", "against_result")}
        stroke["corrected"] = _corrected(row, "result", "next")
        marks.insert(0, {**told, **stroke, "difference": signed(scale * against, unit), "status": label("status", value_of(row, "result_status"))})
    return {
        "label": indicator_of(row, name_of(row)),
        "group": "",
        "by": by,
        "plan": cell_of(row, "plan"),
        "next": cell_of(row, "next"),
        "change": f"{label('move', _move(row))} {signed(scale * by, unit) if by else ''}",
        "change_colour": CHANGE_COLOURS[row["change"]],
        "marks": marks,
    }


def _corrected(row: Mapping[str, Any], *sides: str) -> str | None:
    """What people corrected of the figures that a difference stands between."""
    return "; ".join(told for side in sides if (told := value_of(row, f"{side}_corrected"))) or None


def _move(row: Mapping[str, Any]) -> str:
    known = vocabulary().by_id.get(str(value_of(row, "indicator_id")))
    falls = (value_of(row, "plan_value") or 0) < 0 and (value_of(row, "next_value") or 0) < 0
    return move_of(row["change"], known.direction if known else None, falls)
