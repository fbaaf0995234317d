"""What the page of many places holds: one year of all places of a level, or of those that are named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from mubiao.asked import check_level
from mubiao.charts.frames import records, value_of
from mubiao.errors import WarehouseError
from mubiao.panels import WITHOUT
from mubiao.report.boards import WORDINGS, Board, Placed, Spread, spread
from mubiao.report.chosen_boards import chosen
from mubiao.report.evidence import Evidence
from mubiao.report.gather import evidence
from mubiao.report.moved import Moves, in_words, moves_on
from mubiao.report.place import headlines
from mubiao.report.sources import Cited
from mubiao.report.words import Bilingual, listed, place_name, say
from mubiao.warehouse import Warehouse, code_of

FEWEST, FEWEST_NAMED = 3, 2  # places that make a board: of a level, and where somebody names those that are to be compared
AROUND = 30  # characters of its sentence to either side of a number: there are hundreds of rows
PLACES = "select jurisdiction_code, jurisdiction from jurisdictions where level = $level order by jurisdiction_code"
# One way of telling each indicator, the one that most places use; one row for each place.
ROWS = """
    with told as (
        select *, count(plan_value) over (partition by indicator_id, measure) as plans
        from plan_result_next
        where plan_year = $year and list_contains($places, jurisdiction_code) and list_contains($order, indicator_id)
          and measure in ('growth', 'ratio', 'amount') and not cumulative and activity is null and scope is null
          and (plan_value is not null or next_value is not null)
    )
    select * from told
    qualify dense_rank() over (partition by indicator_id order by plans desc, measure) = 1
        and row_number() over (partition by indicator_id, jurisdiction_code, measure order by plan_value is null, plan_observation_id) = 1
    order by list_position($order, indicator_id), jurisdiction_code
"""
# Places of which a whole document tells what it does not state; of others only single figures are known.
TELLING = """
    select jurisdiction_code from coverage
    where year = $year and stage = 'target' and silence = 'stated' and list_contains($places, jurisdiction_code)
"""


@dataclass(frozen=True)
class NationalPage:
    """What national.html.j2 shows.

    Attributes:
        level: province, prefecture or county; "places" where they are named.
        title, lead: what is known of the first board, and whose reports are not there.
        boards: one for each indicator, in the order in which they are read.
        left_out: names of indicators that find no room.
        choices: identifier and name of each board's indicator.
        spreads: how the targets of a board spread; of boards that have any.
        wordings: how a target may be worded, in the order of columns.
        places: names of all places by code, also of those that tell nothing.
        telling: codes of places of which a whole document tells what it does not state.
        cells: what a place has on a board, by its code and the board's indicator.
        rules: rows of attainment_rules.
    """

    year: int
    level: str
    title: Bilingual
    lead: list[Bilingual]
    boards: list[Board]
    left_out: list[Bilingual]
    choices: list[tuple[str, Bilingual]]
    spreads: list[Spread]
    wordings: tuple[str, ...]
    moves: list[Moves]
    places: dict[str, Bilingual]
    telling: set[str]
    cells: dict[tuple[str, str], Placed]
    sources: list[Cited]
    rules: list[dict[str, Any]]


def national_page(warehouse: Warehouse, year: int, level: str = "province", places: Sequence[str] = ()) -> NationalPage:
    """The page of a year.

    Args:
        level: province, prefecture or county; all its places that the tables speak of.
        places: codes or names, instead of a level.

    Raises:
        PlaceError: no such place, or several of the name.
        UsageError: no such level.
        WarehouseError: fewer than three places of a level, or two of those that are named, have targets for the year.
    """
    check_level(level)
    wanted = _wanted(warehouse, level, places)
    rows = records(warehouse.sql(ROWS, year=year, places=list(wanted), order=list(headlines())).df())
    spoken = {str(row["jurisdiction_code"]) for row in rows}
    fewest = FEWEST_NAMED if places else FEWEST
    if len(spoken) < fewest:
        raise WarehouseError(
            f"fewer than {fewest} of the places have targets of headline indicators for {year} or {year + 1}; nothing to lay side by side"
        )
    known = {code: _known(warehouse, rows, code, year) for code in sorted(spoken)}
    boards, left_out = chosen(rows, known, fewest)
    if not boards:  # figures of the year after alone
        raise WarehouseError(f"fewer than {fewest} of the places have targets of one headline indicator for {year}; nothing to lay side by side")
    moves = moves_on(warehouse, boards, list(wanted), year)
    silent = [place_name(code, name) for code, name in wanted.items() if code not in spoken]
    title, lead = _finding(boards, moves, year, level, silent)
    return NationalPage(
        year=year,
        level=level if not places else "places",
        title=title,
        lead=lead,
        boards=boards,
        left_out=left_out,
        choices=[(held.indicator_id, held.name) for held in boards],
        spreads=[spread(held, _unit(rows, held.indicator_id)) for held in boards if any(entry.plan is not None for entry in held.entries)],
        wordings=WORDINGS,
        moves=moves,
        places={code: place_name(code, name) for code, name in wanted.items() if code in spoken or level == "province" or places},
        telling={code for (code,) in warehouse.sql(TELLING, year=year, places=list(wanted)).fetchall()},
        cells={(entry.code, held.indicator_id): entry for held in boards for entry in held.entries},
        sources=_sources(known),
        rules=records(warehouse.sql("from attainment_rules order by comparator, direction").df()),
    )


def _wanted(warehouse: Warehouse, level: str, places: Sequence[str]) -> dict[str, str]:
    """Names by code: of the places that are named, else of all of a level."""
    if not places:
        return {code: name for code, name in warehouse.sql(PLACES, level=level).fetchall() if code not in WITHOUT}
    codes = [code_of(place) for place in places]
    names = dict(warehouse.sql("select jurisdiction_code, jurisdiction from jurisdictions").fetchall())
    return {code: names[code] for code in codes}


def _known(warehouse: Warehouse, rows: list[dict[str, Any]], code: str, year: int) -> Evidence:
    """What a place's rows rest on."""
    own = pd.DataFrame([row for row in rows if row["jurisdiction_code"] == code])
    return evidence(warehouse, own, code, year, reach=AROUND)


def _finding(boards: list[Board], moves: list[Moves], year: int, level: str, silent: list[Bilingual]) -> tuple[Bilingual, list[Bilingual]]:
    """Title and lead: what is known of the first indicator, and whose reports are not there."""
    judged = [held for held in boards if held.judged]
    if not judged:
        title = say("boards_none", year=year)
    else:
        first = judged[0]
        counts = {verdict: first.count(verdict) for verdict in ("missed", "near", "met")}
        title = say("boards_title", year=year, judged=first.judged, name=first.name, **counts)
    lead = []
    if moves:
        lead.append(in_words(moves[0], year))
    if silent and level == "province":
        lead.append(say("boards_silent", count=len(silent), names=listed(silent, most=40)))
    return title, lead


def _unit(rows: list[dict[str, Any]], indicator_id: str) -> str:
    return next(str(row["plan_unit"]) for row in rows if row["indicator_id"] == indicator_id and value_of(row, "plan_unit"))


def _sources(known: Mapping[str, Evidence]) -> list[Cited]:
    """Sources of all places, each once."""
    found: dict[str, Cited] = {}
    for held in known.values():
        for doc_id, source in held.sources.items():
            before = found.get(doc_id)
            found[doc_id] = replace(source, figures=source.figures + before.figures) if before else source
    return [source for source in found.values() if source.figures]
