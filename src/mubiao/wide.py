"""A wide panel: a column for each indicator, measure and stage."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from mubiao.lexicon.vocabulary import vocabulary

if TYPE_CHECKING:
    import pandas as pd

STAGES = ("target", "result")
PLACE_AND_YEAR = ["jurisdiction_code", "year"]
PLAIN = "eq"  # comparator of a number without a bound


class Way(NamedTuple):
    """One way of telling an indicator."""

    indicator_id: str
    indicator: str
    measure: str
    cumulative: bool
    activity: str
    unit: str


def a_column_for_each(long: pd.DataFrame, grid: pd.DataFrame) -> pd.DataFrame:
    """A column for each way of telling an indicator; its unit joins the name where one way is told in several.

    Where it holds a range, its other ends stand beside it (gdp_growth_target_high), and where a number is bounded (6%左右, 5%以上)
    the comparators do: 5 to 5.5 and at least 5 are not 5.
    """
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
            held = rows.dropna(subset=[stage]).drop_duplicates(PLACE_AND_YEAR)
            for column, ending in _columns(held, stage).items():
                name = "_".join((*parts, stage, *ending))
                result = result.merge(held[[*PLACE_AND_YEAR, column]].rename(columns={column: name}), on=PLACE_AND_YEAR, how="left")
                counted = way._replace(unit="") if column.endswith("_comparator") else way
                ways_of[name] = (*counted, column)
                how = [way.measure, *(["running total"] if way.cumulative else []), *([way.activity] if way.activity else []), stage, *ending]
                unit = f" ({counted.unit})" if counted.unit else ""
                labels[name] = f"{way.indicator} {' '.join(how)}{unit}, {_english(way)}".removesuffix(", ")
    result.attrs["labels"] = {"jurisdiction_code": "code of the place (GB/T 2260)", "jurisdiction": "name of the place", "year": "year", **labels}
    result.attrs["ways"] = ways_of
    return result


def _english(way: Way) -> str:
    """English name of the indicator, last in a label: Stata cuts labels."""
    known = vocabulary().by_id.get(way.indicator_id)
    return known.name_en if known else ""


def _columns(rows: pd.DataFrame, stage: str) -> dict[str, tuple[str, ...]]:
    """Columns of a stage that are worth one in the panel, with what their names end in."""
    found: dict[str, tuple[str, ...]] = {stage: ()}
    if rows[f"{stage}_value_high"].notna().any():
        found[f"{stage}_value_high"] = ("high",)
    if (rows[f"{stage}_comparator"] != PLAIN).any():
        found[f"{stage}_comparator"] = ("comparator",)
    return found
