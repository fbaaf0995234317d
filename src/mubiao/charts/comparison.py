"""Plan, result and next target side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import altair as alt
import pandas as pd

from mubiao.charts.dots import Panel, Side, dots
from mubiao.charts.frames import PERCENTAGE, both, by_theme, dimension, name_of, on_scale, require, single, value_of
from mubiao.charts.theme import QUIET, SIDE_COLOURS, SIDE_GLYPHS, SIDE_SHAPES, VERDICT_COLOURS, themed
from mubiao.errors import UsageError
from mubiao.present.cells import said
from mubiao.present.labels import en, zh

SIDES = ("plan", "result", "next")
RATES = ("growth", "ratio")
LOW = 20  # percent: lines below stand in a panel of their own, or points of growth of 0.1 would not be seen beside shares of 80 %
LIMIT = 200  # percent: what lies beyond is drawn at the edge, or the others would be squashed
HOLLOW = ("estimate", "derived")
REMARK_COLOURS = {**VERDICT_COLOURS, "near": "#3d7fb5", "not_comparable": QUIET}  # darker where the fill of bars is too light for text
NEEDED = ("jurisdiction", "plan_year", "indicator", "theme", "measure", "cumulative", "attainment", *(f"{side}_value" for side in SIDES))


def plan_result_next(frame: pd.DataFrame, theme: str | None = None) -> alt.VConcatChart:
    """Plan of a year, its result and the next target of every indicator of which two of them are known.

    Rates stand on a percent axis; amounts as a percentage of their plan (of their result where there is none), with the
    real values as text, so that units never mix. Estimates and derived values are hollow.

    Args:
        frame: what ``Warehouse.compare`` gives for one place and year.
        theme: a theme of the vocabulary (economy, industry …; other for lines without one); all where it is not given.

    Raises:
        UsageError: no line has two comparable values to draw, or the frame is of another view.
    """
    require(frame, NEEDED, "Warehouse.compare")
    single(frame, "jurisdiction", "plan_year")
    lines = by_theme(frame)
    lines = lines if theme is None else lines[lines["theme"] == theme]
    drawable: dict[str, list[dict[str, Any]]] = {code: [] for code in ("low_rates", "high_rates", "amounts", "amounts_without_plan")}
    for line in lines.to_dict("records"):
        code, values = _values(line)
        if code:
            drawable[code].append({**line, "values": values})
    place, year = str(frame["jurisdiction"].iloc[0]), int(frame["plan_year"].iloc[0])
    panels = [dots(_marks(found), _panel(code, found, year)) for code, found in drawable.items() if found]
    if not panels:
        raise UsageError(f"nothing to draw for {place} {year}{f', theme {theme}' if theme else ''}: no line has two of plan, result and next target that can be compared")
    return themed(alt.vconcat(*panels), f"{place} {year}: plan, result and target of {year + 1}")


def _values(line: Mapping[str, Any]) -> tuple[str, dict[str, float]]:
    """The panel of a line and its values there; "" where fewer than two of them can stand on one axis."""
    units = {side: value_of(line, f"{side}_unit") for side in SIDES}
    known = {side: on_scale(value_of(line, f"{side}_value"), units[side]) for side in SIDES}
    figures = {side: value for side, value in known.items() if value is not None}
    if len(figures) < 2 or line["measure"] not in (*RATES, "amount") or len({dimension(units[side]) for side in figures}) > 1 and line["measure"] != "amount":
        return "", {}
    if line["measure"] in RATES and dimension(units[next(iter(figures))]) == PERCENTAGE:
        return "low_rates" if max(map(abs, figures.values())) <= LOW else "high_rates", figures
    base = figures.get("plan", figures.get("result"))
    if not base or base < 0:
        return "", {}
    return "amounts" if "plan" in figures else "amounts_without_plan", {side: round(100 * value / base, 2) for side, value in figures.items()}


def _panel(code: str, lines: list[dict[str, Any]], year: int) -> Panel:
    sides = tuple(
        Side(side, f"{year + (side == 'next')}{zh('side', side)}", f"{en('side', side)} {year + (side == 'next')}", SIDE_COLOURS[side], SIDE_SHAPES[side], SIDE_GLYPHS[side])
        for side in SIDES
    )
    axis = {"amounts": "percent_of_plan", "amounts_without_plan": "percent_of_result"}.get(code, "percent")
    judged = any(line["attainment"] != "unknown" for line in lines)
    return Panel(code, axis, sides, 100 if axis != "percent" else None, LIMIT, "verdict" if judged else "")


def _marks(lines: list[dict[str, Any]]) -> pd.DataFrame:
    """A row for each side of each line; a line with the name of the theme before the first of each, where there are several."""
    rows: list[dict[str, Any]] = []
    several = len({line["theme"] for line in lines}) > 1
    last, number = None, 0
    for line in lines:
        if several and line["theme"] != last:
            rows.append({"line": number, "label": both("theme", line["theme"]), "side": "plan", "heading": True, "hollow": False})
            last, number = line["theme"], number + 1
        rows += [{"line": number, **mark} for mark in _line(line)]
        number += 1
    return pd.DataFrame(rows, columns=list(rows[-1]))


def _line(line: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    verdict = line["attainment"]
    for side in SIDES:
        value, status = line["values"].get(side), value_of(line, f"{side}_status")
        high = on_scale(value_of(line, f"{side}_value_high"), value_of(line, f"{side}_unit"))
        own = on_scale(value_of(line, f"{side}_value"), value_of(line, f"{side}_unit"))
        yield {
            "label": name_of(line), "side": side, "value": value, "high": round(value * high / own, 2) if high and own and value else None,
            "hollow": status in HOLLOW, "heading": False, "said": said(line, side),
            "remark": both("attainment", verdict) if verdict != "unknown" else "", "remark_colour": REMARK_COLOURS.get(verdict, QUIET),
            "indicator": name_of(line), "text": said(line, side), "comparator": zh("comparator", value_of(line, f"{side}_comparator")),
            "modifier": value_of(line, f"{side}_modifier"), "status": zh("status", status), "verdict": both("attainment", verdict),
            "rule": value_of(line, "attainment_rule"), "quote": value_of(line, f"{side}_quote"), "source": value_of(line, f"{side}_doc_id"),
        }  # fmt: skip
