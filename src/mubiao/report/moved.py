"""Who made the target of an indicator harder for the next year, and who easier."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mubiao.charts.frames import records, value_of
from mubiao.present.moves import MOVES, move_of
from mubiao.report.boards import Board, Placed
from mubiao.report.words import Bilingual, say
from mubiao.warehouse import Warehouse

MOVED = """
    select c.jurisdiction_code, c.indicator_id, c.measure, c.change, c.plan_value, c.next_value, p.direction, c.plan_observation_id
    from target_changes c
    join plan_result_next p on p.plan_observation_id = c.plan_observation_id and p.plan_year = c.plan_year
    where c.plan_year = $year and p.scope is null and list_contains($places, c.jurisdiction_code) and c.change in ('raised', 'lowered', 'kept')
"""


@dataclass(frozen=True)
class Moves:
    """The places of a board by what the next target means for them."""

    name: Bilingual
    harder: tuple[Placed, ...]
    easier: tuple[Placed, ...]
    up: tuple[Placed, ...]
    down: tuple[Placed, ...]
    kept: tuple[Placed, ...]


def moves_on(warehouse: Warehouse, boards: Sequence[Board], places: Sequence[str], year: int) -> list[Moves]:
    """What the targets of the year after mean, board by board; without boards on which nothing is known of it."""
    rows = records(warehouse.sql(MOVED, year=year, places=list(places)).df())
    told = {
        str(row["plan_observation_id"]): move_of(row["change"], value_of(row, "direction"), row["plan_value"] < 0 and row["next_value"] < 0)
        for row in rows
    }
    found = []
    for held in boards:
        kinds: dict[str, list[Placed]] = {}
        for entry in held.entries:
            kinds.setdefault(told.get(entry.line.figures["plan"].observation_id, ""), []).append(entry)
        sides = [tuple(kinds.get(move, ())) for move in MOVES]
        if any(sides):
            found.append(Moves(held.name, *sides))
    return found


def in_words(told: Moves, year: int) -> Bilingual:
    """How many places made the target of an indicator harder, easier or kept it."""
    counts = {move: len(getattr(told, move)) for move in MOVES}
    parts = [say(f"moved_{move}", count=count) for move, count in counts.items() if count]
    both = Bilingual("，".join(part.zh for part in parts), ", ".join(part.en for part in parts))
    return say("boards_moves", year=year, next=year + 1, name=told.name, told=both)
