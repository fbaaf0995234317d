"""What is told of one place and plan year, as the sheets of a workbook: the comparison, its rows, sources and words."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import pandas as pd

from mubiao.charts.frames import records, value_of
from mubiao.export.files import Told, flat
from mubiao.present.cells import SIDES, number, said
from mubiao.present.flat import in_one_cell
from mubiao.rows import TABLES
from mubiao.tables.meanings import meaning
from mubiao.warehouse import Warehouse, code_of

SHEETS = {
    "targets": """
        select year, indicator, measure, comparator, modifier, value_text, signed_value as value, sign * value_high as value_high, unit,
            cumulative, commitment, lead_units, support_units, deadline, quote, doc_id, observation_id, confidence, corrected
        from observations
        where jurisdiction_code = $code and stage = 'target' and year between $year and $year + 1
        order by year, doc_id, char_start
    """,
    "results": """
        select year, indicator, measure, comparator, modifier, value_text, signed_value as value, sign * value_high as value_high, unit,
            cumulative, status, note, quote, doc_id, observation_id, source_kind, confidence, corrected
        from observations
        where jurisdiction_code = $code and stage = 'result' and year = $year
        order by doc_id, char_start
    """,
    "sources": """
        select doc_id, title, issuer, published, doc_type, year, coverage, gaps, url, file, sha256
        from documents
        where doc_id in (select doc_id from observations where jurisdiction_code = $code and year between $year and $year + 1)
        order by year, doc_id
    """,
}

# What people read of a row of the comparison stands first, and on paper; the other columns follow.
READ = (
    "plan_year", "theme", "indicator", "measure", "plan_text", "result_text", "result_status", "next_text", "attainment", "attainment_reason",
    "result_missing", "gap", "gap_unit", "cumulative", "plan_value", "plan_value_high", "plan_unit", "result_value",
    "result_value_high", "result_unit", "next_value", "next_value_high", "next_unit",
    "plan_quote", "result_quote", "next_quote",
)  # fmt: skip


def sheets(warehouse: Warehouse, jurisdiction: str, year: int, told: Told = in_one_cell) -> dict[str, pd.DataFrame]:
    """Name of a sheet -> its rows: comparison, targets, results, sources, dictionary.

    Args:
        jurisdiction: code or name.
        year: plan year t; targets of t + 1 stand in the comparison and among the targets.
        told: what a list or record is told as.

    Raises:
        PlaceError: no such place. WarehouseError: the tables hold nothing for it.
    """
    code = code_of(jurisdiction)
    compared = warehouse.compare(jurisdiction, year)
    for side in SIDES:
        compared[f"{side}_text"] = [_text(row, side) for row in records(compared)]
    found = {"comparison": flat(compared[[*READ, *(column for column in compared.columns if column not in READ)]], told)}
    found |= {name: flat(warehouse.sql(query, code=code, year=year).df()) for name, query in SHEETS.items()}
    return {**found, "dictionary": dictionary(found["comparison"])}


def _text(row: dict[str, Any], side: str) -> str | None:
    """What a side says, in words of its own where it is measured against something else (高于规上工业2个百分点), or was reckoned."""
    text, value = value_of(row, f"{side}_text"), value_of(row, f"{side}_value")
    if text is None:
        return None if value is None else number(value, value_of(row, f"{side}_unit"))
    plain = row | {f"{side}_status": None, f"{side}_corrected": None}
    return said(plain, side) if row["measure"] == "change" else str(text)


def dictionary(compared: pd.DataFrame) -> pd.DataFrame:
    """Every column of the comparison and of every table: its name, type and meaning."""
    rows = [("comparison", name, _kind_of_column(compared[name]), meaning(name, "plan_result_next")) for name in compared.columns]
    rows += [(table, column.name, column.metadata["type"], column.metadata["doc"]) for table, row in TABLES.items() for column in fields(row)]
    return pd.DataFrame(rows, columns=["table", "column", "type", "meaning"])


def _kind_of_column(column: pd.Series[Any]) -> str:
    return "bool" if pd.api.types.is_bool_dtype(column) else "double" if pd.api.types.is_numeric_dtype(column) else "string"
