"""Targets of a place beside the targets of the places below it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt
import pandas as pd

from mubiao.charts.dots import Column, Kind, Panel, dots
from mubiao.charts.frames import PERCENTAGE, both, by_theme, dimension, name_of, on_scale, require, single, value_of
from mubiao.charts.theme import QUIET, SIDE_COLOURS, SIDE_GLYPHS, SIDE_SHAPES, themed
from mubiao.errors import UsageError
from mubiao.present.cells import said
from mubiao.present.labels import en, zh

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


def cascade(frame: pd.DataFrame) -> alt.VConcatChart:
    """A place's targets and those below it: rates on percent axes, amounts as a percentage of the target above.

    Args:
        frame: rows of the view ``cascade`` for one parent and year.

    Raises:
        UsageError: no rows that can be drawn, or rows of another view or of several parents or years.
    """
    require(frame, NEEDED, "the view cascade")
    single(frame, "parent", "year")
    parent, year = str(frame["parent"].iloc[0]), int(frame["year"].iloc[0])
    several = frame["jurisdiction"].nunique() > 1
    panels: dict[str, list[dict[str, Any]]] = {code: [] for code in AXES}
    for row in by_theme(frame).to_dict("records"):
        code, values = _values(row)
        if code:
            panels[code].append(_line(row, values, several))
    below = "" if several else str(frame["jurisdiction"].iloc[0])
    drawn = [dots(found, _panel(code, parent, below)) for code, found in panels.items() if found]
    if not drawn:
        raise UsageError(f"nothing to draw: no target of {parent} for {year} can stand on one axis with one below")
    return themed(alt.vconcat(*drawn), f"{year}: targets of {parent} and of the places below")


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
    kinds = tuple(Kind(level, SIDE_COLOURS[side], SIDE_SHAPES[side]) for level, side in KINDS.items())
    columns = (
        Column("parent", f"{SIDE_GLYPHS[KINDS['parent']]} {parent}", en("level", "parent"), kinds[0].colour),
        Column("below", f"{SIDE_GLYPHS[KINDS['below']]} {below or zh('level', 'below')}", en("level", "below"), kinds[1].colour),
        Column("remark", "", ""),
    )
    return Panel(code, AXES[code], kinds, columns, None if AXES[code] == "percent" else 100, LIMIT)


def _line(row: Mapping[str, Any], values: Mapping[str, float], several: bool) -> dict[str, Any]:
    """One indicator and place; where there are several places, they stand under the name of the indicator."""
    sides = {"parent": row, "below": {f"below_{name}": row.get(name) for name in ("value", "unit", "comparator", "modifier", "quote")}}
    texts = {level: said(side, level) for level, side in sides.items()}
    more = value_of(row, "asks_for_more")
    marks = [
        {
            "kind": level, "value": value, "indicator": name_of(row), "place": row["parent"] if level == "parent" else row["jurisdiction"], "text": texts[level],
            "comparator": both("comparator", value_of(sides[level], f"{level}_comparator")), "modifier": value_of(sides[level], f"{level}_modifier"),
            "quote": value_of(sides[level], f"{level}_quote"),
        }
        for level, value in values.items()
    ]  # fmt: skip
    return {
        "label": str(row["jurisdiction"]) if several else name_of(row), "group": name_of(row) if several else both("theme", row["theme"]), **texts,
        "remark": both("axis", "asks_for_more") if more else "", "remark_colour": SIDE_COLOURS["next"] if more else QUIET, "marks": marks,
    }  # fmt: skip
