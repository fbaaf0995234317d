"""What the parts of a report hold; every number comes from a view."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import pandas as pd

from mubiao.charts.frames import by_theme, records, signed, spoken, value_of
from mubiao.present.labels import codes
from mubiao.report.evidence import Evidence, Figure, Line
from mubiao.warehouse import Warehouse

COVERAGE = """
    select year, stage, silence, figures, published, coalesce(doc_ids, []) as doc_ids from coverage
    where jurisdiction_code = $code and (year = $year or year = $year + 1 and stage = 'target')
    order by year, stage = 'result'
"""
SUMMARY = """
    select coalesce(sum(columns(['targets', 'met', 'near', 'missed', 'not_comparable', 'unknown', 'judged_on_estimates'])), 0)::integer
    from attainment_summary where jurisdiction_code = $code and plan_year = $year
"""
UNKNOWN = """
    select coalesce(attainment_reason, result_missing) as why, attainment_reason is not null as is_reason, count(*) as targets
    from plan_result_next
    where jurisdiction_code = $code and plan_year = $year and plan_observation_id is not null and attainment = 'unknown'
    group by all order by targets desc, why
"""
CONFLICTS = """
    select year, stage, indicator, measure, cumulative, difference, difference_unit, statements from conflicts
    where jurisdiction_code = $code and (year = $year or year = $year + 1 and stage = 'target')
    order by year, stage = 'result', indicator, measure
"""


@dataclass(frozen=True)
class Change:
    """A row of ``target_changes`` beside the line that it compares."""

    change: str
    line: Line
    against_target: str
    against_result: str
    modifier_changed: bool
    reason: str  # why it is unknown


@dataclass(frozen=True)
class Conflict:
    """A thing that is stated with different values; the first statement is the one that counts."""

    year: int
    stage: str
    indicator: str
    difference: str
    statements: tuple[Figure, ...]


@lru_cache(maxsize=1)
def headlines() -> tuple[str, ...]:
    """Identifiers of the headline indicators, in the order in which they are read."""
    lines = files(__package__).joinpath("headlines.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


def headline_lines(frame: pd.DataFrame, known: Evidence) -> dict[str, list[Line]]:
    """Lines of the headline indicators, by theme."""
    order = {code: place for place, code in enumerate(headlines())}
    chosen = frame[frame["indicator_id"].isin(list(order))]
    return _by_theme(known.line(row) for row in records(chosen.sort_values("indicator_id", key=lambda column: column.map(order), kind="stable")))


def theme_lines(frame: pd.DataFrame, known: Evidence, wording: bool) -> dict[str, list[Line]]:
    """All lines of each theme: those of canonical indicators, or those that were lined up by their wording."""
    return _by_theme(known.line(row) for row in records(by_theme(frame[(frame["matched_by"] == "wording") == wording])))


def _by_theme(lines: Iterable[Line]) -> dict[str, list[Line]]:
    found: dict[str, list[Line]] = {code: [] for code in codes("theme")}
    for line in lines:
        found[line.theme].append(line)
    return {theme: lines for theme, lines in found.items() if lines}


def changes(moved: pd.DataFrame, frame: pd.DataFrame, known: Evidence) -> dict[str, list[Change]]:
    """Rows of ``target_changes`` by kind of change, each with its line of the comparison."""
    keys = ["plan_observation_id", "next_observation_id"]
    lines = {tuple(value_of(row, key) for key in keys): known.line(row) for row in records(frame)}
    found: dict[str, list[Change]] = {code: [] for code in codes("change")}
    for row in records(by_theme(moved)):
        unit, scale = ("%", 100) if row["difference_unit"] == "share" else ("", 1)
        target, result = (value_of(row, name) for name in ("against_target", "against_result"))
        by, against = ("" if value is None else signed(scale * value, unit) for value in (target, result))
        line = lines[tuple(value_of(row, key) for key in keys)]
        found[row["change"]].append(Change(row["change"], line, by, against, bool(row["modifier_changed"]), value_of(row, "change_reason") or ""))
    return found


def conflicts(warehouse: Warehouse, known: Evidence, code: str, year: int) -> list[Conflict]:
    """What sources state in different ways for the report's years."""
    return [_conflict(row, known) for row in records(warehouse.sql(CONFLICTS, code=code, year=year).df())]


def _conflict(row: dict[str, Any], known: Evidence) -> Conflict:
    scale, unit = (100, "%") if row["difference_unit"] == "share" else (1, "")
    statements = tuple(
        Figure(
            spoken(told),
            status=told["status"] or "",
            quote=told["quote"] or "",
            source=known.sources.get(told["doc_id"]),
            observation_id=told["observation_id"],
        )
        for told in row["statements"]
    )
    return Conflict(row["year"], row["stage"], row["indicator"], signed(scale * row["difference"], unit).removeprefix("+"), statements)
