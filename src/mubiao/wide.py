"""A wide panel: a column for each indicator, measure and stage."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import pandas as pd

STAGES = ("target", "result")


class Way(NamedTuple):
    """One way of telling an indicator."""

    indicator_id: str
    indicator: str
    measure: str
    cumulative: bool
    activity: str
    unit: str


def in_columns(long: pd.DataFrame, grid: pd.DataFrame) -> pd.DataFrame:
    """A column for each way of telling an indicator; its unit joins the name where one way is told in several."""
    ways = long.assign(activity=long["activity"].fillna(""), unit=long["unit"].fillna(""))
    told = ways[list(Way._fields)].drop_duplicates()
    labels: dict[str, str] = {}
    ways_of: dict[str, tuple[Any, ...]] = {}
    result = grid
    for way in map(Way._make, told.itertuples(index=False)):
        alike = told[(told["indicator_id"] == way.indicator_id) & (told["measure"] == way.measure) & (told["cumulative"] == way.cumulative)]
        parts = [way.indicator_id, way.measure, *(["total"] if way.cumulative else []), *([way.activity] if way.activity else [])]
        if len(alike[alike["activity"] == way.activity]) > 1:
            parts.append(f"unit{1 + sorted(alike['unit']).index(way.unit)}")
        rows = ways[(ways[list(told.columns)] == list(way)).all(axis=1)]
        for stage in STAGES:
            name = "_".join((*parts, stage))
            column = rows[["jurisdiction_code", "year", stage]].dropna(subset=[stage]).drop_duplicates(["jurisdiction_code", "year"])
            result = result.merge(column.rename(columns={stage: name}), on=["jurisdiction_code", "year"], how="left")
            ways_of[name] = (*way, stage)
            labels[name] = f"{way.indicator} {way.measure} {stage}" + (f" ({way.unit})" if way.unit else "")
    result.attrs["labels"] = {"jurisdiction_code": "GB/T 2260", "jurisdiction": "place", "year": "year", **labels}
    result.attrs["ways"] = ways_of
    return result
