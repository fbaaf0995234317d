"""Small frames as the views give them, and what a finished chart holds."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import altair as alt
import pandas as pd

from mubiao.charts import CHARTS, Declared

EXAMPLES = tomllib.loads(Path(__file__).with_name("examples.toml").read_text(encoding="utf-8"))

SIDES = ("plan", "result", "next")


def example(of: Declared) -> pd.DataFrame:
    """A small frame as the view of a chart gives it; what a row leaves out is empty."""
    assert of.name in EXAMPLES, f"give {of.name} a small frame in tests/charts/examples.toml"
    rows = pd.DataFrame(EXAMPLES[of.name])
    return rows.reindex(columns=[*dict.fromkeys([*rows.columns, *of.columns])])


@cache
def drawn(name: str) -> alt.TopLevelMixin:
    """The chart of its small frame, drawn once for all who only look at it: that takes up to half a second."""
    return CHARTS[name].draw(example(CHARTS[name]))


@cache
def spec(name: str) -> dict[str, Any]:
    """The same as Vega-Lite, which is not to be changed."""
    return drawn(name).to_dict()


def line(indicator: str, measure: str, unit: str, values: tuple[float | None, float | None, float | None], **more: Any) -> dict[str, Any]:
    """A row of ``Warehouse.compare``: plan, result and next target in one unit, None for what is not known."""
    row: dict[str, Any] = {
        "jurisdiction": "甲市",
        "plan_year": 2024,
        "indicator": indicator,
        "theme": "economy",
        "measure": measure,
        "cumulative": False,
        "activity": None,
        "attainment": "unknown",
        "attainment_rule": None,
    }
    for side, value in zip(SIDES, values, strict=True):
        row |= {
            f"{side}_value": value,
            f"{side}_unit": None if value is None else unit,
            f"{side}_value_high": None,
            f"{side}_text": None,
            f"{side}_comparator": "eq",
            f"{side}_missing": "no_document" if value is None else None,
            f"{side}_status": None,
            f"{side}_quote": f"{indicator}的原文",
            f"{side}_doc_id": f"doc-{side}",
        }
    return row | more


def moved(indicator: str, change: str, by: float | None, unit: str, **more: Any) -> dict[str, Any]:
    """A row of the view ``target_changes``; amounts change by a share, rates by points."""
    share = unit not in ("%", "百分点")
    return {
        "jurisdiction": "甲市",
        "plan_year": 2024,
        "indicator": indicator,
        "theme": "economy",
        "measure": "amount" if share else "growth",
        "cumulative": False,
        "activity": None,
        "change": change,
        "difference_unit": "share" if share else "points",
        "against_target": by,
        "against_result": None,
        "plan_value": 10.0,
        "plan_unit": unit,
        "next_value": 12.0,
        "next_unit": unit,
        "plan_quote": "旧",
        "next_quote": "新",
        "result_status": None,
    } | more


def year_of(year: int, target: float | None, result: float | None, unit: str = "%", **more: Any) -> dict[str, Any]:
    """A row of the view ``series``."""
    return {
        "jurisdiction": "甲市",
        "year": year,
        "indicator": "地区生产总值",
        "measure": "growth",
        "cumulative": False,
        "target": target,
        "target_unit": unit if target is not None else None,
        "result": result,
        "result_unit": unit if result is not None else None,
        "target_quote": "目标原文",
        "result_quote": "结果原文",
        "result_status": None,
    } | more


def below(indicator: str, measure: str, unit: str, values: tuple[float, float], **more: Any) -> dict[str, Any]:
    """A row of the view ``cascade``: the target of a city and that of a district."""
    above, lower = values
    amount = measure == "amount"
    return {
        "year": 2024,
        "parent": "甲市",
        "jurisdiction": "乙区",
        "indicator": indicator,
        "theme": "economy",
        "measure": measure,
        "cumulative": False,
        "activity": None,
        "parent_value": above,
        "parent_unit": unit,
        "value": lower,
        "unit": unit,
        "difference": lower / above if amount else lower - above,
        "difference_unit": "share" if amount else "points",
        "asks_for_more": None if amount else lower > above,
        "parent_quote": "市原文",
        "quote": "区原文",
    } | more


VERDICTS = {"met": 2, "near": 1, "missed": 0, "not_comparable": 0, "unknown": 3}
SUMMARY = {"jurisdiction": "甲市", "plan_year": 2024, "theme": "economy", "targets": 6, **VERDICTS}
WORDS = {"jurisdiction": "甲市", "year": 2024, "theme": "economy", "hardness": "soft", "targets": 2}
DUTY = {"jurisdiction": "甲市", "year": 2024, "unit": "市发改委", "targets": 3, "quantified_tasks": 2}


def views(chart: alt.TopLevelMixin) -> dict[str, dict[str, Any]]:
    """The panels of a chart by name."""
    return {view["name"]: view for view in chart.to_dict()["vconcat"]}


def rows(chart: alt.TopLevelMixin, panel: str, mark: str = "point") -> list[dict[str, Any]]:
    """The data of the first layer of a panel that draws such marks."""
    spec = chart.to_dict()
    view = next(view for view in spec["vconcat"] if view["name"] == panel)
    layer = next(layer for layer in view["layer"] if layer["mark"]["type"] == mark)
    data = layer.get("data") or view.get("data") or spec["data"]
    found: list[dict[str, Any]] = spec["datasets"][data["name"]]
    return found


def values(chart: alt.TopLevelMixin, panel: str) -> dict[tuple[str, str], float]:
    """What stands on the axis of a panel: value by indicator and kind of mark."""
    return {(mark["indicator"], mark["kind"]): mark["value"] for mark in rows(chart, panel)}


def table(*found: dict[str, Any]) -> pd.DataFrame:
    """Rows as a frame."""
    return pd.DataFrame(list(found))
