"""What the parts of a report hold; every number comes from a view."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from typing import Any

import pandas as pd

from mubiao.charts.frames import by_theme, records, signed, value_of
from mubiao.present.cells import said
from mubiao.present.labels import codes
from mubiao.report.evidence import SIDES, Evidence, Figure, Line, Source
from mubiao.warehouse import Warehouse

SOURCES = """
    select doc_id, title, issuer, published, doc_type, coverage, gaps, url from documents
    where list_contains($ids, doc_id)
    order by doc_type = 'statistics', published, doc_id
"""
TOLD = """
    select stage, year, coalesce(indicator_id, indicator) as thing, coalesce(value_text, quote) as text, quote, doc_id from figures
    where jurisdiction_code = $code and counts and year between $year and $year + 1
"""
COVERAGE = """
    select year, stage, silence, figures, published, coalesce(doc_ids, []) as doc_ids from coverage
    where jurisdiction_code = $code and (year = $year or year = $year + 1 and stage = 'target')
    order by year, stage = 'result'
"""
SUMMARY = """
    select sum(targets) as targets, sum(met) as met, sum(near) as near, sum(missed) as missed, sum(not_comparable) as not_comparable,
        sum(unknown) as unknown, sum(judged_on_estimates) as judged_on_estimates
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


def evidence(warehouse: Warehouse, frame: pd.DataFrame, code: str, year: int) -> Evidence:
    """Sources and quotes of everything that a report shows."""
    told = warehouse.sql(TOLD, code=code, year=year).fetchall()
    used = Counter(str(doc) for side in SIDES for doc in frame[f"{side}_doc_id"].dropna())
    ids = {*used, *(doc for *_, doc in told), *(doc for row in warehouse.sql(COVERAGE, code=code, year=year).fetchall() for doc in row[-1])}
    found = [Source.of(row) for row in records(warehouse.sql(SOURCES, ids=sorted(ids)).df())]
    names = dict(warehouse.sql("select indicator_id, name_en from indicators").fetchall())
    sources = {source.doc_id: replace(source, figures=used[source.doc_id]) for source in found}
    return Evidence(sources, names, {(stage, when, thing, text): (quote, doc) for stage, when, thing, text, quote, doc in told})


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
        against = [value_of(row, name) for name in ("against_target", "against_result")]
        differences = ["" if value is None else signed(scale * value, unit) for value in against]
        line = lines[tuple(value_of(row, key) for key in keys)]
        found[row["change"]].append(Change(row["change"], line, *differences, modifier_changed=bool(row["modifier_changed"])))
    return found


def conflicts(warehouse: Warehouse, known: Evidence, code: str, year: int) -> list[Conflict]:
    """What sources state in different ways for the report's years."""
    return [_conflict(row, known) for row in records(warehouse.sql(CONFLICTS, code=code, year=year).df())]


def _conflict(row: dict[str, Any], known: Evidence) -> Conflict:
    scale, unit = (100, "%") if row["difference_unit"] == "share" else (1, "")
    statements = tuple(
        Figure(
            said({f"own_{name}": value for name, value in told.items()}, "own"),
            status=told["status"] or "",
            quote=told["quote"],
            source=known.sources.get(told["doc_id"]),
            observation_id=told["observation_id"],
        )
        for told in row["statements"]
    )
    return Conflict(row["year"], row["stage"], row["indicator"], signed(scale * row["difference"], unit).removeprefix("+"), statements)
