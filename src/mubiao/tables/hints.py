"""Where a column stands that a query looked for in the wrong place, or under another name, and how lists are asked."""

from __future__ import annotations

import re

import duckdb

from mubiao.rows import TABLES
from mubiao.tables.meanings import asked, sought

MISSING = re.compile(r"Referenced column \"([^\"]+)\" not found|does not have a column named \"([^\"]+)\"")
LISTS = re.compile(r"argument types '[^']*VARCHAR\[\]")
OF_LISTS = "; a list is asked by 'word' in lead_units, or array_to_string(lead_units, ' ') like '%word%'"
STANDS = "select distinct table_name from duckdb_columns() where database_name = $database and lower(column_name) = lower($column)"
MOST = 6  # tables and views that are named


def hint(message: str, connection: duckdb.DuckDBPyConnection, database: str) -> str:
    """What to add to DuckDB's message on a column that is not there, or that holds lists; "" where nothing helps.

    Args:
        message: of DuckDB.
        connection: to the tables.
        database: name under which they are attached.
    """
    found = MISSING.search(message)
    if not found:
        return OF_LISTS if LISTS.search(message) else ""
    column = found[1] or found[2]
    there = {name for (name,) in connection.execute(STANDS, {"database": database, "column": column}).fetchall()}
    named = [name for name in (*TABLES, *asked()) if name in there][:MOST]
    told = [f"look for {other}" if (other := sought(column)) else "", f"{column} stands in {', '.join(named)}" if named else ""]
    return "".join(f"; {part}" for part in told if part) or "; mubiao schema NAME lists the columns of a table or view"
