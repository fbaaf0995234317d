"""What sources state in different ways for a page's years."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from mubiao.charts.frames import records, signed, spoken
from mubiao.present.marks import full_width
from mubiao.report.comparison import ToldFigure
from mubiao.report.evidence import Evidence
from mubiao.report.words import Bilingual, say
from mubiao.warehouse import Warehouse

CONFLICTS = """
    select year, stage, indicator_id, indicator, measure, cumulative, activity, difference, difference_unit, statements from conflicts
    where jurisdiction_code = $code and (year = $year or year = $year + 1 and stage = 'target')
    order by year, stage = 'result', indicator, measure
"""


@dataclass(frozen=True)
class Conflict:
    """A thing that is stated with different values; the first statement is the one that counts."""

    year: int
    stage: str
    indicator: Bilingual
    difference: Bilingual  # empty where the values agree
    statements: tuple[ToldFigure, ...]


def conflicts(warehouse: Warehouse, known: Evidence, code: str, year: int) -> list[Conflict]:
    """The conflicts of a place and year."""
    return [_conflict(row, known) for row in records(warehouse.sql(CONFLICTS, code=code, year=year).df())]


def _conflict(row: dict[str, Any], known: Evidence) -> Conflict:
    statements = tuple(
        ToldFigure(
            full_width(spoken(told)),
            english=spoken(told, "en"),
            status=told["status"] or "",
            quote=told["quote"] or "",
            source=known.sources.get(told["doc_id"]),
            observation_id=told["observation_id"],
        )
        for told in row["statements"]
    )
    return Conflict(row["year"], row["stage"], known.name(row), _difference(row), statements)


def _difference(row: dict[str, Any]) -> Bilingual:
    by, unit = row["difference"], row["difference_unit"]
    if not by:
        return Bilingual("", "")
    if unit == "points":
        return say("points", by=signed(by, "").removeprefix("+"))
    return say("as_is", text=signed(100 * by, "%").removeprefix("+"))
