"""The sources, sentences and units that the figures of a page rest on, from the tables."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pandas as pd

from mubiao.charts.frames import records, value_of
from mubiao.present.cells import SIDES
from mubiao.report.comparison import SecondSource
from mubiao.report.evidence import Evidence
from mubiao.report.passages import REACH, passages
from mubiao.report.sources import sources
from mubiao.warehouse import Warehouse

ASKED = """
    select distinct unnest(doc_ids) from coverage
    where jurisdiction_code = $code and (year = $year or year = $year + 1 and stage = 'target')
"""
STATED = """
    select doc.doc_id, doc.observation_id
    from (
        select unnest(statements) as doc from conflicts
        where jurisdiction_code = $code and (year = $year or year = $year + 1 and stage = 'target')
    )
"""
JUDGES = """
    select observation_id, attainment_rule from relative_targets
    where jurisdiction_code = $code and year = $year and margin is not null and attainment_rule is not null
"""
# Sources that bear a published figure out: the first row of each that does not differ from it.
SECONDS = """
    select f.observation_id, arg_min(d.observation_id, d.char_start) as second, d.doc_id, arg_min(d.quote, d.char_start) as quote
    from figures f
    join figures d using (jurisdiction_code, series_key, year, stage)
    where f.jurisdiction_code = $code and list_contains($ids, f.observation_id) and f.source_kind = 'statistics'
        and d.doc_id <> f.doc_id and not d.differs and d.quote <> ''
    group by f.observation_id, d.doc_id
    order by f.observation_id, d.doc_id
"""
UNITS = "select observation_id, lead_units from observations where list_contains($ids, observation_id) and len(lead_units) > 0"


def evidence(warehouse: Warehouse, frame: pd.DataFrame, code: str, year: int, reach: int = REACH) -> Evidence:
    """What stands behind every figure of a page.

    Args:
        frame: what ``Warehouse.compare`` gives for the place and year.
        code: of the place.
        reach: characters of its sentence that are shown to either side of a number.
    """
    rows = records(frame)
    ids = {str(row[f"{side}_observation_id"]) for row in rows for side in SIDES if value_of(row, f"{side}_observation_id")}
    asked = {doc_id for (doc_id,) in warehouse.sql(ASKED, code=code, year=year).fetchall()}
    agreeing: list[tuple[str, str, str, str]] = warehouse.sql(SECONDS, code=code, ids=sorted(ids)).fetchall()
    stated = (
        _shown_figures(rows) | set(warehouse.sql(STATED, code=code, year=year).fetchall()) | {(doc_id, second) for _, second, doc_id, _ in agreeing}
    )
    shown = Counter(doc_id for doc_id, _ in stated)
    known = sources(warehouse, {*shown, *asked, *_elsewhere(frame)})
    told = passages(warehouse, ids | {second for _, second, _, _ in agreeing}, reach)
    seconds: dict[str, tuple[SecondSource, ...]] = {}
    for key, second, doc_id, quote in agreeing:
        seconds[key] = (*seconds.get(key, ()), SecondSource(quote, told.get(second), known.get(doc_id)))
    return Evidence(
        {doc_id: replace(source, figures=shown[doc_id], asked=doc_id in asked) for doc_id, source in known.items()},
        dict(warehouse.sql("select indicator_id, name_en from indicators").fetchall()),
        told,
        {key: tuple(units) for key, units in warehouse.sql(UNITS, ids=sorted(ids)).fetchall()},
        seconds,
        dict(warehouse.sql(JUDGES, code=code, year=year).fetchall()),
    )


def _elsewhere(frame: pd.DataFrame) -> set[str]:
    """Documents that tell a figure of the comparison in another way."""
    ways = (way for side in SIDES for told in frame[f"{side}_elsewhere"] for way in told)
    return {way["place"] for way in ways}


def _shown_figures(rows: list[dict[str, object]]) -> set[tuple[str, str]]:
    """Document and key of every figure of the comparison; what was derived has its formula for a key."""
    return {
        (str(row[f"{side}_doc_id"]), str(value_of(row, f"{side}_observation_id") or row[f"{side}_quote"]))
        for row in rows
        for side in SIDES
        if value_of(row, f"{side}_doc_id")
    }
