"""What the changed files of a province change in the database: the rows of some places, and what hangs on them.

A place is what is replaced, in every table: its rows where they differ, its figures and its verdicts. Beyond the place reaches only
what is measured against one of its rates (高于全省平均水平), what is usual for a kind of document, and who stands below a place.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from itertools import groupby
from pathlib import Path

import duckdb

from mubiao.rows import TABLES
from mubiao.tables.answers import ANSWERS

RATES = "rates"
WARNED = ("warnings", "coverage")  # views in which warnings stand
CASCADE = "cascade"
FRESH, DIFFERING, BEFORE, WARNINGS_BEFORE = "temp.fresh", "temp.differing", "temp.rates_before", "temp.warnings_before"
DOCUMENT, PLACE = "doc_id", "jurisdiction_code"
ODD = f"""
    select distinct left(jurisdiction_code, 2)
    from ((from warnings except from {WARNINGS_BEFORE}) union all (from {WARNINGS_BEFORE} except from warnings))
"""
BELOW = "select distinct left(jurisdiction_code, 2) from jurisdictions where left(parent_code, 2) in (select unnest($changed))"
CONTENT = "select {key}, sum(hash(r)::hugeint) as content from {rows} as r group by {key}"
DIFFERENCE = """
    create or replace temp table differing as
    select {key} from ({old}) as old full join ({new}) as new using ({key})
    where old.content is distinct from new.content
"""


def replace_rows(connection: duckdb.DuckDBPyConnection, folder: Path, province: str) -> set[str]:
    """Put the rows of a province's files in the place of those that differ from them.

    Rows are compared document by document, and replaced so; observations place by place.

    Returns:
        Places whose figures, or targets by unit, may not be what they were: those of rows and documents that differ, of rows from
        such documents, and of the documents that differing rows stand in.
    """
    places: set[str] = set()
    within = f"jurisdiction_code between '{province[:2]}0000' and '{province[:2]}9999'"
    told = f"select jurisdiction_code from {{}} where doc_id in (select doc_id from {DIFFERING})"
    of_documents = f"doc_id in (select doc_id from documents where {within})"
    for table in ("tasks", "refusals"):  # while the documents that they stood in are there
        _compare(connection, folder, province, table, DOCUMENT, of_documents)
        places |= _codes(connection, told.format("documents"))
        _put(connection, table, DOCUMENT)
    _compare(connection, folder, province, "documents", DOCUMENT, within)
    places |= _codes(connection, told.format("documents"))
    _put(connection, "documents", DOCUMENT)
    places |= _codes(connection, f"{told.format('documents')} union {told.format('observations')}")
    _compare(connection, folder, province, "observations", f"{DOCUMENT}, {PLACE}", within)
    places |= _codes(connection, f"{told.format('documents')} union select jurisdiction_code from {DIFFERING}")
    _put(connection, "observations", PLACE)
    return places


def spans(places: Iterable[str]) -> list[tuple[str, str]]:
    """For each province the first and the last of the places, between which all is made anew.

    >>> spans({"330282", "330200", "510100"})
    [('330200', '330282'), ('510100', '510100')]
    """
    found = [list(codes) for _, codes in groupby(sorted(places), key=lambda code: code[:2])]
    return [(codes[0], codes[-1]) for codes in found]


def remember_rates(connection: duckdb.DuckDBPyConnection, places: Iterable[str]) -> None:
    """Keep what the rates of places are before they are made anew."""
    connection.execute(f"create or replace temp table rates_before as {_content(RATES, 'jurisdiction_code', _within(places))}")


def measuring_against(connection: duckdb.DuckDBPyConnection, places: Iterable[str]) -> set[str]:
    """Places with a target that is measured against a rate of these places which is not what it was."""
    now = _content(RATES, "jurisdiction_code", _within(places))
    connection.execute(DIFFERENCE.format(key="jurisdiction_code", old=f"from {BEFORE}", new=now))
    return _codes(connection, f"select distinct jurisdiction_code from measured_targets where reference_code in (from {DIFFERING})")


def remember_warnings(connection: duckdb.DuckDBPyConnection) -> None:
    """Keep what the warnings are before anything is replaced."""
    connection.execute("create or replace temp table warnings_before as from warnings")


def answers_changed(connection: duckdb.DuckDBPyConnection, changed: set[str]) -> dict[str, set[str]]:
    """For each view the first digits of the provinces in which it may answer otherwise.

    Beyond the provinces that changed, a warning tells what is usual elsewhere, and a county stands beside the place above it.
    """
    answers = {name: set(changed) for name in ANSWERS}
    odd = _codes(connection, ODD)
    for name in WARNED:
        answers[name] |= odd
    answers[CASCADE] |= {code for (code,) in connection.execute(BELOW, {"changed": sorted(changed)}).fetchall()}
    return answers


def columns(table: str) -> str:
    """Names of the columns of a table, for a select."""
    return ", ".join(field.name for field in fields(TABLES[table]))


def _compare(connection: duckdb.DuckDBPyConnection, folder: Path, province: str, table: str, key: str, within: str) -> None:
    """The rows of the file, which are not copied to be compared, and the keys whose rows in the table are others."""
    files = [str(path).replace("'", "''") for path in (folder / table).glob(f"{province}-*.parquet")]
    rows = [f"select {columns(table)} from read_parquet('{file}', hive_partitioning = false)" for file in files]
    connection.execute(f"create or replace temp view fresh as {' union all '.join(rows) or f'from {table} limit 0'}")
    old, new = _content(table, key, within), _content(FRESH, key, "true")
    connection.execute(DIFFERENCE.format(key=key, old=old, new=new))


def _put(connection: duckdb.DuckDBPyConnection, table: str, key: str) -> None:
    differing = f"{key} in (select {key} from {DIFFERING})"
    connection.execute(f"delete from {table} where {differing}")
    connection.execute(f"insert into {table} from {FRESH} where {differing}")


def _content(table: str, key: str, within: str) -> str:
    return CONTENT.format(key=key, rows=f"(from {table} where {within})")


def _within(places: Iterable[str]) -> str:
    return " or ".join(f"jurisdiction_code between '{first}' and '{last}'" for first, last in spans(places)) or "false"


def _codes(connection: duckdb.DuckDBPyConnection, query: str) -> set[str]:
    return {code for (code,) in connection.execute(query).fetchall()}
