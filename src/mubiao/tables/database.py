"""The DuckDB file: the tables, and over them the views of :mod:`mubiao.views`."""

from __future__ import annotations

import shutil
from contextlib import suppress
from dataclasses import fields
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

import duckdb

from mubiao.limits import quarter_of_memory
from mubiao.rows import TABLES
from mubiao.tables.answers import write_answers
from mubiao.tables.door import Door
from mubiao.tables.schema import VERSION, to_arrow

DATABASE = "mubiao.duckdb"
ORDER = "order.txt"
BATCH = 500_000
STORAGE = "v1.3.0"  # of the file: any DuckDB from 1.3 on reads it, whichever wrote it
WAITING = ".waiting"


@lru_cache(maxsize=1)
def view_files() -> tuple[tuple[str, str, str], ...]:
    """Kind (table or view), name and SQL of every file of :mod:`mubiao.views`, in the order in which they are made."""
    folder = files("mubiao.views")
    lines = folder.joinpath(ORDER).read_text(encoding="utf-8").splitlines()
    named = [line.split() for line in lines if line.strip() and not line.startswith("#")]
    return tuple((kind, name, folder.joinpath(f"{name}.sql").read_text(encoding="utf-8")) for kind, name in named)


def create_views(connection: duckdb.DuckDBPyConnection, batch: int = BATCH) -> None:
    """Make what the SQL files describe, over tables that exist in the connection.

    Args:
        batch: observations that one step of filling a table may read; places are never parted. It bounds the memory that
            the tables of many places take.
    """
    spans = _spans(connection, batch)
    for kind, name, sql in view_files():
        if kind == "view" or len(spans) < 2:
            connection.execute(f"create or replace {kind} {name} as {sql}")
            continue
        connection.execute(f"create or replace table {name} as from ({sql}) limit 0")
        for first, last in spans:
            connection.execute(f"insert into {name} from ({sql}) where jurisdiction_code between $first and $last", {"first": first, "last": last})


def _spans(connection: duckdb.DuckDBPyConnection, batch: int) -> list[tuple[str, str]]:
    """First and last code of the places that one step takes, in order."""
    query = """
        select min(jurisdiction_code), max(jurisdiction_code)
        from (
            select jurisdiction_code, (sum(count(*)) over (order by jurisdiction_code) - 1) // $batch as step
            from observations group by jurisdiction_code
        )
        group by step order by step
    """
    return connection.execute(query, {"batch": batch}).fetchall()


def write_database(folder: Path, memory: int | None = None) -> None:
    """Make the database of the tables in a folder, and the answers of its views as files.

    Args:
        folder: holds one sub-folder of Parquet files for each table.
        memory: bytes that DuckDB may take; what does not fit waits on disk, in the folder.
    """
    path = folder / DATABASE
    path.unlink(missing_ok=True)
    limit = f"{(memory or quarter_of_memory()) // 1024}KiB"
    with duckdb.connect(config={"memory_limit": limit, "temp_directory": str(folder / WAITING)}) as connection:
        with suppress(duckdb.InvalidInputException):  # Jupyter without ipywidgets has no bar, and does not let it be switched off
            connection.execute("set enable_progress_bar = false")
        connection.execute("attach '{}' as mubiao (storage_version '{}'); use mubiao".format(str(path).replace("'", "''"), STORAGE))
        for table in TABLES:
            _load(connection, folder, table)
        create_views(connection)
        write_answers(connection, folder)
        connection.execute("create table build_info (tables_version varchar)")
        connection.execute("insert into build_info values ($version)", {"version": VERSION})
        connection.execute("use memory; detach mubiao")
    shutil.rmtree(folder / WAITING, ignore_errors=True)


def version_of(door: Door) -> str:
    """Version of the tables in a database."""
    rows = door.ask("select tables_version from build_info").fetchall()
    return str(rows[0][0]) if rows else "unknown"


def _load(connection: duckdb.DuckDBPyConnection, folder: Path, table: str) -> None:
    columns = ", ".join(field.name for field in fields(TABLES[table]))
    found = sorted(str(path) for path in (folder / table).rglob("*.parquet"))
    if not found:
        empty = to_arrow(table, [])  # noqa: F841 - DuckDB finds the Arrow table by its name
        connection.execute(f"create table {table} as select {columns} from empty")
        return
    connection.execute(f"create table {table} as select {columns} from read_parquet($found, hive_partitioning = false)", {"found": found})
