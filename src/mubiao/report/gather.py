"""The sources and quotes that the figures of a report rest on, from the tables."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pandas as pd

from mubiao.charts.frames import records, value_of
from mubiao.report.evidence import SIDES, Evidence, Source
from mubiao.report.sections import CONFLICTS, COVERAGE
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


def evidence(warehouse: Warehouse, frame: pd.DataFrame, code: str, year: int) -> Evidence:
    """What stands behind every figure of a report.

    Args:
        frame: what ``Warehouse.compare`` gives for the place and year.
        code: of the place.
    """
    told = warehouse.sql(TOLD, code=code, year=year).fetchall()
    shown = Counter(doc_id for doc_id, _ in _shown(warehouse, frame, code, year))
    asked = {doc for row in warehouse.sql(COVERAGE, code=code, year=year).fetchall() for doc in row[-1]}
    rows = records(warehouse.sql(SOURCES, ids=sorted({*shown, *asked, *(doc for *_, doc in told)})).df())
    sources = {source.doc_id: replace(source, figures=shown[source.doc_id], asked=source.doc_id in asked) for source in map(Source.of, rows)}
    names = dict(warehouse.sql("select indicator_id, name_en from indicators").fetchall())
    return Evidence(sources, names, {(stage, when, thing, text): (quote, doc) for stage, when, thing, text, quote, doc in told})


def _shown(warehouse: Warehouse, frame: pd.DataFrame, code: str, year: int) -> set[tuple[str, str]]:
    """Document and key of every figure in the comparison and the conflicts; what was derived has its quote for a key."""
    found = {
        (row[f"{side}_doc_id"], value_of(row, f"{side}_observation_id") or row[f"{side}_quote"])
        for row in records(frame)
        for side in SIDES
        if value_of(row, f"{side}_doc_id")
    }
    stated = warehouse.sql(CONFLICTS, code=code, year=year).fetchall()
    return found | {(told["doc_id"], told["observation_id"]) for row in stated for told in row[-1]}
