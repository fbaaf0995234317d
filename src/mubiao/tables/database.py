"""The DuckDB file: the tables, and over them the views of :mod:`mubiao.views`."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from functools import lru_cache
from graphlib import TopologicalSorter
from importlib.resources import files
from pathlib import Path

import duckdb

from mubiao.errors import WarehouseError
from mubiao.limits import memory_of_build, threads_for
from mubiao.rows import TABLES
from mubiao.tables.answers import write_answers
from mubiao.tables.changes import RATES, answers_changed, columns, measuring_against, remember_rates, remember_warnings, replace_rows, spans
from mubiao.tables.door import Door, quiet
from mubiao.tables.schema import VERSION, to_arrow

DATABASE = "mubiao.duckdb"
READS = re.compile(r"^-- reads: (.+)$", re.MULTILINE)
TABLE = re.compile(r"^-- made: table$", re.MULTILINE)
BATCH = 100_000
STORAGE = "v1.4.0"  # of the file: DuckDB from 1.4 on reads it, whichever wrote it; 1.3 opens files of its own version and tells wrong counts
WAITING = ".waiting"


def reads(sql: str) -> set[str]:
    """The tables and views that the head of a view names."""
    found = READS.search(sql)
    return set(found[1].split(", ")) if found else set()


@lru_cache(maxsize=1)
def view_files() -> tuple[tuple[str, str, str], ...]:
    """Kind (table or view), name and SQL of every file of :mod:`mubiao.views`, each behind those that it reads."""
    found = sorted((path for path in files("mubiao.views").iterdir() if path.name.endswith(".sql")), key=lambda path: path.name)
    texts = {path.name.removesuffix(".sql"): path.read_text(encoding="utf-8") for path in found}
    order = TopologicalSorter({name: sorted(reads(sql) & texts.keys()) for name, sql in texts.items()}).static_order()
    return tuple(("table" if TABLE.search(texts[name]) else "view", name, texts[name]) for name in order)


def create_views(connection: duckdb.DuckDBPyConnection, batch: int = BATCH) -> None:
    """Make what the SQL files describe, over tables that exist in the connection.

    Args:
        batch: observations that one step of filling a table may read; places are never parted. It bounds the memory that
            the tables of many places take.

    Raises:
        WarehouseError: a view names what is not there, or what is made after it.
    """
    steps = _steps(connection, batch)
    for kind, name, sql in view_files():
        at_once = kind == "view" or len(steps) < 2
        try:
            connection.execute(f"create or replace {kind} {name} as {sql if at_once else f'from ({sql}) limit 0'}")
        except (duckdb.CatalogException, duckdb.BinderException) as error:
            raise WarehouseError(f"views/{name}.sql: {' '.join(str(error).split())}; its head names what it reads") from error
        for first, last in () if at_once else steps:
            connection.execute(f"insert into {name} from ({sql}) where jurisdiction_code between $first and $last", {"first": first, "last": last})


def _steps(connection: duckdb.DuckDBPyConnection, batch: int) -> list[tuple[str, str]]:
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
    (folder / DATABASE).unlink(missing_ok=True)
    with _opened(folder, memory) as connection:
        for table in TABLES:
            _load(connection, folder, table)
        create_views(connection)
        write_answers(connection, folder)
        connection.execute("create table build_info (tables_version varchar, replaced bigint)")
        connection.execute("insert into build_info values ($version, 0)", {"version": VERSION})


def begin_update(folder: Path, before: Path | None) -> None:
    """Put the database of the version before into a folder."""
    if before:
        with suppress(FileNotFoundError):  # then it is written whole
            shutil.copyfile(before / DATABASE, folder / DATABASE)


def update_database(folder: Path, before: Path, provinces: set[str], memory: int | None, done: Callable[[Path], object]) -> bool:
    """Make the database of the one before: rows of the places that differ anew, all others as they are.

    What stands behind the rest, and the room that replaced rows leave in the file, is why a database is written whole now and then.

    Args:
        folder: holds one sub-folder of Parquet files for each table, and the database of the version before.
        before: folder of the version before; all its tables are those of the folder but for the rows of these provinces.
        done: called with the file as soon as it is whole, while the answers are written.

    Returns:
        Whether it was done; not where writing the whole is less work.
    """
    with _opened(folder, memory) as connection:
        connection.execute("begin")
        remember_warnings(connection)
        places = {place for code in sorted(provinces) for place in replace_rows(connection, folder, code)}
        again = sum(_rows_held(connection, span) for span in spans(places))
        rows, replaced = connection.execute("select count(*), any_value(replaced) from observations, build_info").fetchall()[0]
        if replaced is None or (replaced + again) * 2 > rows:
            connection.execute("rollback")
            return False
        remember_rates(connection, places)
        for kind, name, sql in view_files():
            for first, last in spans(places) if kind == "table" else []:
                within = f"jurisdiction_code between '{first}' and '{last}'"
                connection.execute(f"delete from {name} where {within}")
                connection.execute(f"insert into {name} from ({sql}) where {within}")
            if name == RATES:
                places |= measuring_against(connection, places)
        connection.execute("update build_info set replaced = replaced + $again", {"again": again})
        connection.execute("commit")
        connection.execute("checkpoint mubiao")  # else the file would change when it is closed
        with ThreadPoolExecutor(1) as beside:
            beside.submit(done, folder / DATABASE)
            write_answers(connection, folder, before, answers_changed(connection, {code[:2] for code in provinces | places}))
    return True


def _rows_held(connection: duckdb.DuckDBPyConnection, span: tuple[str, str]) -> int:
    asked = "select count(*) from observations where jurisdiction_code between $first and $last"
    ((found,),) = connection.execute(asked, dict(zip(("first", "last"), span, strict=True))).fetchall()
    return int(found)


@contextmanager
def _opened(folder: Path, memory: int | None) -> Iterator[duckdb.DuckDBPyConnection]:
    """The database of a folder that is being written; what does not fit into memory waits beside it."""
    memory = memory or memory_of_build()
    path = str(folder / DATABASE).replace("'", "''")
    with duckdb.connect(config={"memory_limit": f"{memory // 1024}KiB", "temp_directory": str(folder / WAITING)}) as connection:
        quiet(connection)
        connection.execute("set threads = least(current_setting('threads'), $enough)", {"enough": threads_for(memory)})
        connection.execute(f"attach '{path}' as mubiao (storage_version '{STORAGE}'); use mubiao")
        yield connection
        connection.execute("use memory; detach mubiao")
    shutil.rmtree(folder / WAITING, ignore_errors=True)


def version_of(door: Door) -> str:
    """Version of the tables in a database."""
    rows = door.ask("select tables_version from build_info").fetchall()
    return str(rows[0][0]) if rows else "unknown"


def _load(connection: duckdb.DuckDBPyConnection, folder: Path, table: str) -> None:
    empty = to_arrow(table, [])  # noqa: F841 - DuckDB finds the Arrow table by its name
    connection.execute(f"create table {table} as select {columns(table)} from empty")
    if found := sorted(str(path) for path in (folder / table).rglob("*.parquet")):
        _insert(connection, table, found)


def _insert(connection: duckdb.DuckDBPyConnection, table: str, found: list[str]) -> None:
    connection.execute(f"insert into {table} select {columns(table)} from read_parquet($found, hive_partitioning = false)", {"found": found})
