"""What the page of a place and year holds; every number comes from a view."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import pandas as pd

from mubiao.charts.frames import JUDGED, records, value_of
from mubiao.present.labels import codes
from mubiao.report.changes import Change, changes
from mubiao.report.comparison import Comparison
from mubiao.report.conflicts import Conflict, conflicts
from mubiao.report.finding import Finding, finding
from mubiao.report.gather import evidence
from mubiao.report.peers import Among, Below, below, peers
from mubiao.report.sources import Cited
from mubiao.report.words import Bilingual, full_name, label, listed, place_name, say
from mubiao.report.years import Years, years
from mubiao.warehouse import Warehouse, code_of

ABSENT = ("new", "dropped", "other_kind")  # changes of what stands in one year only
CHANGES = "from target_changes where jurisdiction_code = $code and plan_year = $year"
COVERAGE = """
    select year, stage, silence, figures, published, doc_ids from coverage
    where jurisdiction_code = $code and (year = $year or year = $year + 1 and stage = 'target')
    order by year, stage = 'result'
"""


@lru_cache(maxsize=1)
def headlines() -> tuple[str, ...]:
    """Identifiers of the headline indicators, in the order in which they are read."""
    lines = files(__package__).joinpath("headlines.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


@dataclass(frozen=True)
class PlacePage:
    """What place.html.j2 and a Word document show; every line is a row of the comparison, and stands in one of the four lists.

    Attributes:
        code, place, full_name: of the place; the full name with those of the places above it.
        year: plan year t.
        judged: targets whose result is known, missed ones first.
        unanswered: other targets of the year.
        newcomers: what only the year after asks for.
        results_only: what only the result tells.
        absences: what it means that a target stands in one year only, by the key of its line: new, dropped or other_kind.
        changes: targets of both years, by what their change means.
        peers, below: how the places of its level, and those below it, do on the same indicators.
        duties: units with the lines that they lead, those with most first.
        duties_from: the documents that name these units.
        units, themes: what lines can be chosen by; themes with their codes.
        sources: those that the page cites.
        by_id: all by doc_id.
        coverage: rows of the view of that name, of both years.
        rules: rows of attainment_rules.
    """

    code: str
    year: int
    place: Bilingual
    full_name: Bilingual
    finding: Finding
    judged: list[Comparison]
    unanswered: list[Comparison]
    newcomers: list[Comparison]
    results_only: list[Comparison]
    absences: dict[str, str]
    changes: dict[str, list[Change]]
    years: list[Years]
    peers: list[Among]
    below: list[Below]
    duties: list[tuple[str, list[Comparison]]]
    duties_from: list[Bilingual]
    units: list[Bilingual]
    themes: list[tuple[str, Bilingual]]
    sources: list[Cited]
    by_id: Mapping[str, Cited]
    coverage: list[dict[str, Any]]
    conflicts: list[Conflict]
    rules: list[dict[str, Any]]


def place_page(warehouse: Warehouse, jurisdiction: str, year: int) -> PlacePage:
    """The page of a place and plan year.

    Args:
        jurisdiction: code or name.
        year: plan year t.

    Raises:
        PlaceError: no such place, or several of the name.
        WarehouseError: the tables hold nothing for it; says which places and years they hold.
    """
    frame = warehouse.compare(jurisdiction, year)
    code = code_of(jurisdiction)
    known = evidence(warehouse, frame, code, year)
    moved: pd.DataFrame = warehouse.sql(CHANGES, code=code, year=year).df()
    lines = [known.line(row) for row in records(frame)]
    order, names = list(headlines()), dict(known.names)
    return PlacePage(
        code=code,
        year=year,
        place=place_name(code, str(frame["jurisdiction"].iloc[0])),
        full_name=full_name(code),
        finding=finding(in_order([line for line in lines if line.is_judged]) + [line for line in lines if not line.is_judged], year),
        judged=in_order([line for line in lines if line.is_judged]),
        unanswered=by_theme([line for line in lines if line.figures["plan"].text and not line.is_judged]),
        newcomers=by_theme([line for line in lines if not line.figures["plan"].text and line.figures["next"].text]),
        results_only=by_theme([line for line in lines if not line.figures["plan"].text and not line.figures["next"].text]),
        absences=absences(moved, lines, frame),
        changes=changes(moved, frame, known),
        years=years(warehouse, code, year, order, names),
        peers=peers(warehouse, code, year, order, names),
        below=below(warehouse, code, year, order, names),
        duties=duties(lines),
        duties_from=duties_from(lines, year),
        units=[Bilingual(unit, unit) for unit, _ in duties(lines)],
        themes=[(theme, label("theme", theme)) for theme in codes("theme") if any(line.theme == theme for line in lines)],
        sources=[source for source in known.sources.values() if source.figures or source.asked],
        by_id=known.sources,
        coverage=records(warehouse.sql(COVERAGE, code=code, year=year).df()),
        conflicts=conflicts(warehouse, known, code, year),
        rules=records(warehouse.sql("from attainment_rules order by comparator, direction").df()),
    )


def in_order(lines: list[Comparison]) -> list[Comparison]:
    """Missed first, then near and met; headline indicators before others."""
    order = {code: place for place, code in enumerate(headlines())}
    return sorted(lines, key=lambda line: (JUDGED.index(line.verdict), order.get(line.indicator_id, len(order))))


def by_theme(lines: list[Comparison]) -> list[Comparison]:
    """Lines in the order of themes; headline indicators before others."""
    themes = codes("theme")
    order = {code: place for place, code in enumerate(headlines())}
    return sorted(lines, key=lambda line: (themes.index(line.theme), order.get(line.indicator_id, len(order))))


def absences(moved: pd.DataFrame, lines: list[Comparison], frame: pd.DataFrame) -> dict[str, str]:
    """What it means that a line's target stands in one year only, by the line's key: new, dropped or other_kind."""
    ids = ("plan_observation_id", "next_observation_id")
    found = {tuple(value_of(row, key) for key in ids): row["change"] for row in records(moved) if row["change"] in ABSENT}
    keyed = zip(records(frame), lines, strict=True)
    return {line.key: kind for row, line in keyed if (kind := found.get(tuple(value_of(row, key) for key in ids), ""))}


def duties(lines: list[Comparison]) -> list[tuple[str, list[Comparison]]]:
    """Units with the lines that they lead, those with most first."""
    found: dict[str, list[Comparison]] = {}
    for line in lines:
        for unit in line.units:
            found.setdefault(unit, []).append(line)
    return sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))


def duties_from(lines: list[Comparison], year: int) -> list[Bilingual]:
    """Which documents name the units: those of the plan year, and where these name none, those of the year after, which is said."""
    told = {side: [line.figures[side].source for line in lines if line.units and line.units_side == side] for side in ("plan", "next")}
    titles = {side: listed([title_of(source) for source in found if source], most=8) for side, found in told.items() if found}
    own = [say("duties_plan", year=year, titles=titles["plan"])] if "plan" in titles else []
    return own + ([say("duties_next", year=year, next=year + 1, titles=titles["next"])] if "next" in titles else [])


def title_of(source: Cited) -> Bilingual:
    """The title of a document as it stands in a sentence."""
    return Bilingual(f"《{source.title}》", source.title)
