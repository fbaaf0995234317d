"""Targets of a place beside the targets of the places below it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt
import pandas as pd

from mubiao.charts.declare import Nothing, above, declared, indicator_of, label, place_of, spoken_of
from mubiao.charts.dots import dots, room
from mubiao.charts.frames import PERCENTAGE, bound_of, by_theme, dimension, far_end, name_of, on_scale, records, signed, value_of
from mubiao.charts.layout import Kind, Panel, TextColumn
from mubiao.charts.theme import QUIET, SIDE_COLOURS, SIDE_GLYPHS, SIDE_SHAPES, themed

LIMIT = 200  # percent
LOW = 20  # percent: as in comparison
AXES = {"low_rates": "percent", "high_rates": "percent", "amounts_below": "percent_of_parent"}
KINDS = {"parent": "plan", "below": "next"}  # level -> the colour and shape that it has
NEEDED = (
    "year",
    "parent",
    "jurisdiction",
    "indicator",
    "theme",
    "measure",
    "cumulative",
    "parent_value",
    "value",
    "difference",
    "difference_unit",
    "asks_for_more",
)


@declared("cascade", NEEDED, ("parent", "year"), {"jurisdiction": "parent_code", "year": "year"})
def cascade(frame: pd.DataFrame) -> alt.VConcatChart:
    """A place's targets and those below it: rates on percent axes, amounts as a percentage of the target above.

    Args:
        frame: rows of the view ``cascade`` for one parent and year.
    """
    first = records(frame.head(1))[0]
    parent, year = place_of(first, "parent"), int(first["year"])
    several = frame["jurisdiction"].nunique() > 1
    panels: dict[str, list[dict[str, Any]]] = {code: [] for code in AXES}
    for row in records(by_theme(frame.sort_values(["cumulative", "jurisdiction"]))):
        code, values = _values(row)
        if code:
            panels[code].append(_line(row, values, several))
    below = "" if several else place_of(first)
    labels = room(line for found in panels.values() for line in found)
    drawn = [dots(found, _panel(code, parent, below), labels) for code, found in panels.items() if found]
    if not drawn:
        raise Nothing("no_common")
    return themed(alt.vconcat(*drawn, title=above(parent, year, "cascade")), f"{year}: targets of {parent} and of the places below")


def _values(row: Mapping[str, Any]) -> tuple[str, dict[str, float]]:
    """The panel of a row and its two values there; "" where they have no axis in common."""
    if row["difference_unit"] == "share":
        share = value_of(row, "difference")
        return ("amounts_below", {"parent": 100.0, "below": round(100 * share, 2)}) if share is not None and share > 0 else ("", {})
    units = {"parent": value_of(row, "parent_unit"), "below": value_of(row, "unit")}
    if {dimension(unit) for unit in units.values()} != {PERCENTAGE}:
        return "", {}
    figures = {"parent": on_scale(row["parent_value"], units["parent"]), "below": on_scale(row["value"], units["below"])}
    return "low_rates" if max(map(abs, figures.values())) <= LOW else "high_rates", figures


def _panel(code: str, parent: str, below: str) -> Panel:
    rates = AXES[code] == "percent"
    kinds = tuple(Kind(level, SIDE_COLOURS[side], SIDE_SHAPES[side]) for level, side in KINDS.items())
    remark = "difference" if rates else "share_of_parent"
    columns = (
        TextColumn("parent", f"{SIDE_GLYPHS[KINDS['parent']]} {parent}", kinds[0].colour),
        TextColumn("below", f"{SIDE_GLYPHS[KINDS['below']]} {below or label('level', 'below')}", kinds[1].colour),
        TextColumn("remark", label("axis", remark)),
    )
    return Panel(code, AXES[code], kinds, columns, None if rates else 100, LIMIT, notes=("asks_for_more",) if rates else ())


def _line(row: Mapping[str, Any], values: Mapping[str, float], several: bool) -> dict[str, Any]:
    """One indicator and place; where there are several places, they stand under the name of the indicator."""
    remark = f"{round(values['below'], 1):g}%" if row["difference_unit"] == "share" else signed(row["difference"], "")
    return {
        "label": place_of(row) if several else indicator_of(row, name_of(row)),
        "group": indicator_of(row, name_of(row)) if several else label("theme", row["theme"]),
        "parent": _said(row, "parent"),
        "below": _said(row, "below"),
        "remark": remark,
        "remark_colour": SIDE_COLOURS["next"] if value_of(row, "asks_for_more") else QUIET,
        "marks": [_mark(row, level, value) for level, value in values.items()],
    }


def _mark(row: Mapping[str, Any], level: str, value: float) -> dict[str, Any]:
    prefix = "parent_" if level == "parent" else ""
    return {
        "kind": level,
        "value": value,
        "value_high": far_end(row, prefix, value),
        "bound": bound_of(row, prefix),
        "place": place_of(row, "parent" if level == "parent" else "jurisdiction"),
        "indicator": indicator_of(row, name_of(row)),
        "text": _said(row, level),
        "comparator": label("comparator", value_of(row, f"{prefix}comparator")),
        "modifier": value_of(row, f"{prefix}modifier"),
        "corrected": value_of(row, f"{prefix}corrected"),
        "quote": value_of(row, f"{prefix}quote"),
    }


def _said(row: Mapping[str, Any], level: str) -> str:
    prefix = "parent_" if level == "parent" else ""
    return spoken_of({name: value_of(row, f"{prefix}{name}") for name in ("value", "value_high", "unit", "comparator", "modifier", "corrected")})
