"""What sources state in different ways for a page's years."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from mubiao.charts.frames import records, signed, spoken
from mubiao.present.marks import full_width
from mubiao.report.evidence import Evidence, Figure
from mubiao.warehouse import Warehouse

CONFLICTS = """
    select year, stage, indicator, measure, cumulative, difference, difference_unit, statements from conflicts
    where jurisdiction_code = $code and (year = $year or year = $year + 1 and stage = 'target')
    order by year, stage = 'result', indicator, measure
"""


@dataclass(frozen=True)
class Conflict:
    """A thing that is stated with different values; the first statement is the one that counts."""

    year: int
    stage: str
    indicator: str
    difference: str
    statements: tuple[Figure, ...]


def conflicts(warehouse: Warehouse, known: Evidence, code: str, year: int) -> list[Conflict]:
    """The conflicts of a place and year."""
    return [_conflict(row, known) for row in records(warehouse.sql(CONFLICTS, code=code, year=year).df())]


def _conflict(row: dict[str, Any], known: Evidence) -> Conflict:
    scale, unit = (100, "%") if row["difference_unit"] == "share" else (1, "")
    statements = tuple(
        Figure(
            full_width(spoken(told)),
            status=told["status"] or "",
            quote=told["quote"] or "",
            source=known.sources.get(told["doc_id"]),
            observation_id=told["observation_id"],
        )
        for told in row["statements"]
    )
    return Conflict(row["year"], row["stage"], row["indicator"], signed(scale * row["difference"], unit).removeprefix("+"), statements)
