"""Plan, result and next target side by side."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt
import pandas as pd

from mubiao.charts.declare import Nothing, above, cell_of, dated, declared, indicator_of, label, place_of
from mubiao.charts.dots import HOLLOW, dots, room
from mubiao.charts.frames import JUDGED, PERCENTAGE, bound_of, by_theme, dimension, far_end, name_of, on_scale, records, value_of
from mubiao.charts.layout import Kind, Panel, TextColumn
from mubiao.charts.theme import INK, QUIET, SIDE_COLOURS, SIDE_GLYPHS, SIDE_SHAPES, VERDICT_TEXTS, themed
from mubiao.present.cells import SIDES

RATES = ("growth", "ratio")
LOW = 20  # percent: lines below stand in a panel of their own, or 0.6 points of growth would not be seen beside shares of 80 %
LIMIT = 200  # percent: what lies beyond is drawn at the edge, or the others would be squashed
AXES = {"low_rates": "percent", "high_rates": "percent", "amounts": "percent_of_plan", "amounts_without_plan": "percent_of_result"}
NEEDED = ("jurisdiction", "plan_year", "indicator", "theme", "measure", "cumulative", "attainment", *(f"{side}_value" for side in SIDES))


@declared("plan_result_next", NEEDED, ("jurisdiction", "plan_year"), {"jurisdiction": "jurisdiction_code", "year": "plan_year"})
def plan_result_next(frame: pd.DataFrame, theme: str | None = None) -> alt.VConcatChart:
    """Plan of a year, its result and the next target of every indicator of which two of them are known.

    Rates stand on percent axes; amounts as a percentage of their plan (of their result where there is none), with the
    real values as text, so that units never mix. Estimates and derived values are hollow, ranges bars; bounds have their sign
    beside them, and what counts people where its plan counts things is a cross that no line leads to.

    Args:
        frame: what ``Warehouse.compare`` gives for one place and year.
        theme: a theme of the vocabulary (economy, industry …; other for lines without one); all where it is not given.
    """
    first = records(frame.head(1))[0]
    place, year = place_of(first), int(first["plan_year"])
    lines = by_theme(frame)
    panels: dict[str, list[dict[str, Any]]] = {code: [] for code in AXES}
    rows = records(lines[(lines["theme"] == theme) | (theme is None)])
    shown = []
    for row in rows:
        code, values = _values(row)
        if code:
            shown.append(row)
            panels[code].append({**_line(row, values), "group": "" if theme else label("theme", row["theme"])})
    labels = room(line for found in panels.values() for line in found)
    drawn = [dots(found, _panel(code, year, found), labels) for code, found in panels.items() if found]
    if not drawn:
        raise Nothing("no_pair")
    head = above(place, year, "plan_result_next", _how_many_shown(rows, shown))
    return themed(alt.vconcat(*drawn, title=head), f"{place} {year}: plan, result and target of {year + 1}")


def _how_many_shown(rows: list[dict[str, Any]], shown: list[dict[str, Any]]) -> list[str]:
    """How many targets of the year, and how many verdicts, the picture shows of all that there are; nothing where it shows all of them."""
    targets, drawn = ([row for row in which if value_of(row, "plan_missing") is None] for which in (rows, shown))
    judged, seen = (sum(row["attainment"] in JUDGED for row in which) for which in (targets, drawn))
    told = label("mark", "targets_of").format(drawn=len(drawn), targets=len(targets), seen=seen, judged=judged)
    return [told] if len(drawn) < len(targets) else []


def _values(row: Mapping[str, Any]) -> tuple[str, dict[str, float]]:
    """The panel of a row and its values on that axis; "" where fewer than two of them can stand there."""
    units = {side: value_of(row, f"{side}_unit") for side in SIDES if value_of(row, f"{side}_value") is not None}
    figures = {side: on_scale(row[f"{side}_value"], unit) for side, unit in units.items()}
    if len(figures) < 2 or row["measure"] not in (*RATES, "amount"):
        return "", {}
    if row["measure"] in RATES and {dimension(unit) for unit in units.values()} == {PERCENTAGE}:
        return "low_rates" if max(map(abs, figures.values())) <= LOW else "high_rates", figures
    base = figures.get("plan", figures.get("result", 0))
    if base <= 0:
        return "", {}
    return "amounts" if "plan" in figures else "amounts_without_plan", {side: round(100 * figure / base, 2) for side, figure in figures.items()}


def sides_of(year: int, verdict: bool) -> tuple[tuple[Kind, ...], tuple[TextColumn, ...]]:
    """Kinds of marks and columns of text for plan, result and next target.

    Args:
        verdict: a column of verdicts as well.
    """
    kinds = tuple(Kind(side, SIDE_COLOURS[side], SIDE_SHAPES[side]) for side in SIDES)
    columns = [TextColumn(side, f"{SIDE_GLYPHS[side]} {dated(year + (side == 'next'), label('side', side))}", SIDE_COLOURS[side]) for side in SIDES]
    return kinds, (*columns, TextColumn("verdict", label("axis", "verdict"))) if verdict else tuple(columns)


def _panel(code: str, year: int, lines: list[dict[str, Any]]) -> Panel:
    sides = sides_of(year, verdict=any(line["verdict"] for line in lines))
    return Panel(code, AXES[code], *sides, None if AXES[code] == "percent" else 100, LIMIT)


def verdict_of(row: Mapping[str, Any]) -> dict[str, str]:
    """The verdict of a line and its colour; where plan and result are known and nothing is judged, why."""
    verdict = row["attainment"]
    if verdict != "unknown":
        return {"verdict": label("attainment", verdict), "verdict_colour": VERDICT_TEXTS[verdict]}
    both = all(value_of(row, f"{side}_value") is not None for side in ("plan", "result"))
    return {"verdict": label("reason", value_of(row, "attainment_reason")) if both else "", "verdict_colour": QUIET}


def _unlike(row: Mapping[str, Any], side: str, base: str) -> bool:
    """Whether a value counts people where the one that it is drawn against counts things, or the other way round."""
    counted = [value_of(row, f"{which}_dimension") for which in (side, base)]
    return None not in counted and counted.count("person") == 1


def _line(row: Mapping[str, Any], values: Mapping[str, float]) -> dict[str, Any]:
    base = "plan" if "plan" in values else "result"
    return {
        "label": indicator_of(row, name_of(row)), **{side: cell_of(row, side) for side in SIDES},
        **{f"{side}_colour": INK if value_of(row, f"{side}_text") or side in values else QUIET for side in SIDES},
        **verdict_of(row), "marks": [{**_mark(row, side, value), "unlike": _unlike(row, side, base)} for side, value in values.items()],
    }  # fmt: skip


def _mark(row: Mapping[str, Any], side: str, value: float) -> dict[str, Any]:
    status = value_of(row, f"{side}_status")
    return {
        "kind": side, "value": value, "value_high": far_end(row, f"{side}_", value), "hollow": status in HOLLOW,
        "bound": bound_of(row, f"{side}_"), "indicator": indicator_of(row, name_of(row)),
        "side": dated(int(row["plan_year"]) + (side == "next"), label("side", side)),
        "text": cell_of(row, side),
        "comparator": label("comparator", value_of(row, f"{side}_comparator")), "modifier": value_of(row, f"{side}_modifier"),
        "commitment": value_of(row, f"{side}_commitment"), "status": label("status", status), "corrected": value_of(row, f"{side}_corrected"),
        "verdict": label("attainment", row["attainment"]),
        "rule": value_of(row, "attainment_rule"), "quote": value_of(row, f"{side}_quote"), "source": value_of(row, f"{side}_doc_id"),
    }  # fmt: skip
