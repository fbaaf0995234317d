"""What was made harder or easier from one year to the next, and what stands in one year only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from mubiao.charts.frames import records, signed, value_of
from mubiao.present.moves import move_of
from mubiao.report.evidence import Comparison, Evidence
from mubiao.report.words import Bilingual, say
from mubiao.warehouse import Warehouse

MOVES = ("harder", "easier", "up", "down", "kept")
KINDS = """
    select distinct c.year, d.doc_type
    from (
        select year, unnest(doc_ids) as doc_id from coverage
        where jurisdiction_code = $code and stage = 'target' and year between $year and $year + 1
    ) c
    join documents d using (doc_id)
"""
STATED_IN = """
    select f.year, coalesce(f.indicator_id, f.indicator) as thing, f.measure, f.doc_type from figures f
    where f.jurisdiction_code = $code and f.stage = 'target' and f.year between $year and $year + 1
"""


@dataclass(frozen=True)
class Change:
    """A target that stands in both years."""

    move: str
    line: Comparison
    by: Bilingual
    against_result: Bilingual | None
    modifier_changed: bool


def changes(moved: pd.DataFrame, frame: pd.DataFrame, known: Evidence) -> dict[str, list[Change]]:
    """Targets of both years by what their change means.

    Args:
        moved: ``target_changes`` of a place and year.
        frame: ``Warehouse.compare`` of the same.
    """
    rows = {_ids(row): row for row in records(frame)}
    found: dict[str, list[Change]] = {move: [] for move in MOVES}
    for row in records(moved):
        if row["change"] in ("raised", "lowered", "kept") and _ids(row) in rows:
            change = _change(row, rows[_ids(row)], known)
            found[change.move].append(change)
    return {move: sorted(held, key=lambda change: change.line.measure == "amount") for move, held in found.items() if held}


def _change(row: Mapping[str, Any], compared: Mapping[str, Any], known: Evidence) -> Change:
    falls = row["plan_value"] < 0 and row["next_value"] < 0
    line = known.line(compared)
    by, against = (_by(value_of(row, f"against_{what}"), row["difference_unit"], row) for what in ("target", "result"))
    move = move_of(row["change"], value_of(compared, "direction"), falls)
    return Change(move, line, by or Bilingual("", ""), against, bool(value_of(row, "modifier_changed")))


def _by(value: float | None, unit: str, row: Mapping[str, Any]) -> Bilingual | None:
    if value is None:
        return None
    if unit == "share":
        return say("as_is", text=signed(100 * value, "%"))
    is_rate = value_of(row, "plan_unit") in ("%", "百分点", "‰")
    return say("points", by=signed(value, "")) if is_rate else say("as_is", text=signed(value, ""))


def _ids(row: Mapping[str, Any]) -> tuple[Any, Any]:
    return value_of(row, "plan_observation_id"), value_of(row, "next_observation_id")


class Absences:
    """What it means that a target stands in one year only: 新增 and 不再列出 hold between documents of one kind.

    A list of tasks names hundreds of targets that a report to the congress leaves out: there the other year's silence tells of the
    kind of the document, not of the target.
    """

    def __init__(self, warehouse: Warehouse, code: str, year: int) -> None:
        self.year = year
        self.kinds = set(warehouse.sql(KINDS, code=code, year=year).fetchall())
        self.stated: dict[tuple[int, str, str], set[str]] = {}
        for when, thing, measure, kind in warehouse.sql(STATED_IN, code=code, year=year).fetchall():
            self.stated.setdefault((when, thing, measure), set()).add(kind)

    def of(self, row: Mapping[str, Any]) -> str:
        """dropped, new, other_kind; "" where it stands in both years or nothing can be said.

        Args:
            row: of ``target_changes``.
        """
        if row["change"] not in ("dropped", "new"):
            return ""
        own, other = (self.year, self.year + 1) if row["change"] == "dropped" else (self.year + 1, self.year)
        thing = value_of(row, "indicator_id") or row["indicator"]
        told_in = self.stated.get((own, thing, row["measure"]), set())
        return str(row["change"]) if any((other, kind) in self.kinds for kind in told_in) else "other_kind"
