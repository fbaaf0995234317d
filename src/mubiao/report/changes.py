"""What was made harder or easier from one year to the next, and what stands in one year only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from mubiao.charts.frames import records, signed, value_of
from mubiao.present.moves import MOVES, move_of
from mubiao.report.comparison import Comparison
from mubiao.report.evidence import Evidence
from mubiao.report.words import Bilingual, say


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
    by, against = (_by(value_of(row, f"against_{what}"), row["difference_unit"]) for what in ("target", "result"))
    move = move_of(row["change"], value_of(compared, "direction"), falls)
    return Change(move, line, by or Bilingual("", ""), against, bool(value_of(row, "modifier_changed")))


def _by(difference: float | None, unit: str) -> Bilingual | None:
    """A difference in words; its unit is share or points, as the view has judged."""
    if difference is None:
        return None
    return say("as_is", text=signed(100 * difference, "%")) if unit == "share" else say("points", by=signed(difference, ""))


def _ids(row: Mapping[str, Any]) -> tuple[Any, Any]:
    return value_of(row, "plan_observation_id"), value_of(row, "next_observation_id")
