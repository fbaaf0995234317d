"""Which boards the page of many places holds, and in which order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from mubiao.charts.frames import value_of
from mubiao.report.boards import Board, board
from mubiao.report.comparison import Comparison
from mubiao.report.evidence import Evidence
from mubiao.report.words import Bilingual

MOST, ROOM = 8, 165  # boards, and rows in them: with whole reports of all provinces, quotes and all, the page stays below 600 kB


def chosen(rows: list[dict[str, Any]], known: Mapping[str, Evidence], fewest: int) -> tuple[list[Board], list[Bilingual]]:
    """Boards of the indicators of which most places speak, in the order in which they are read; the names of those that find no room."""
    held: dict[str, list[tuple[dict[str, Any], Comparison]]] = {}
    for row in rows:
        held.setdefault(str(row["indicator_id"]), []).append((row, known[str(row["jurisdiction_code"])].line(row)))
    plans = {code: sum(value_of(row, "plan_value") is not None for row, _ in told) for code, told in held.items()}
    wide = [code for code in held if plans[code] >= fewest]
    widest = _widest(wide, plans, {code: len(told) for code, told in held.items()})
    return [board(code, held[code]) for code in wide if code in widest], [held[code][0][1].short for code in wide if code not in widest]


def _widest(codes: Sequence[str], plans: Mapping[str, int], rows: Mapping[str, int]) -> set[str]:
    """Indicators for which the page has room: those with most plans, the first of them in any case.

    >>> sorted(_widest(["gdp", "cpi", "pm25"], {"gdp": 31, "cpi": 20, "pm25": 10}, {"gdp": 100, "cpi": 80, "pm25": 60}))
    ['gdp', 'pm25']
    """
    chosen: set[str] = set()
    room = ROOM
    for code in sorted(codes, key=lambda code: -plans[code])[:MOST]:
        if not chosen or rows[code] <= room:
            chosen.add(code)
            room -= rows[code]
    return chosen
