"""The door for SQL: one select at a time, on a connection of its own, to a database that nobody can write."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Timer

import duckdb

from mubiao.errors import WarehouseError
from mubiao.limits import QUERY_CHARACTERS, QUERY_LONGEST, QUERY_MOST_ROWS, QUERY_ROWS, QUERY_SECONDS, quarter_of_memory
from mubiao.tables.hints import hint

ANSWER = '"the answer"'
NAME = "mubiao"
CLOSED = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "python_enable_replacements": "false",  # no variables of the program that asks
    "temp_directory": "",  # what does not fit into memory is refused, not written to disk
    "allow_persistent_secrets": "false",
    "home_directory": "none",  # in place of the folder of who runs it, which settings and errors would tell
    "secret_directory": "none",
    "extension_directory": "none",
}
# Functions that change the database for all its queries (DuckDB 1.5 lets a select call them, and ends the program over one), or run a text
# that is put together first, in which they could stand unseen: query takes one text as it stands, and none with a query of its own, whose
# text in quotes within quotes would be told only by a parser.
CHANGING = re.compile(
    r"(?:enable|disable)_(?:logging|profiling)|truncate_duckdb_logs|json_execute_serialized_sql|external_resource"
    r"|\bquery\b\"?\s*(?:/\*|--|\((?!\s*'(?:(?!query)(?:[^']|''))*'\s*\)))",
    re.IGNORECASE,
)
BLANK = re.compile(r"[\u200b\u2060\ufeff]")  # blanks to DuckDB, none to Python
SURROGATE = re.compile(r"[\ud800-\udfff]")
DIVIDED_BY_NOTHING = ("error_on_division_by_zero", "ieee_floating_point_ops")  # off: 0 of 0 are null, not nan; DuckDB 1.5 has only one of them
LOCK = "set enable_external_access = false; set lock_configuration = true"  # no files, no network, no other databases any more


@dataclass(frozen=True, slots=True)
class Limits:
    """What one query may take.

    Attributes:
        seconds: by the clock, at most a day; None for as long as it takes.
        rows: of the answer; None for any number.
        memory: bytes of all queries of a warehouse together.

    Raises:
        WarehouseError: seconds that are none (nan, 0, infinite), or rows that nobody can count.
    """

    seconds: float | None = QUERY_SECONDS
    rows: int | None = QUERY_ROWS
    memory: int | None = None

    def __post_init__(self) -> None:
        if self.seconds is not None and not 0 < self.seconds <= QUERY_LONGEST:
            raise WarehouseError(f"SQL: {self.seconds:g} seconds; give more than 0 and at most {QUERY_LONGEST:,}")
        if self.rows is not None and not 0 < self.rows <= QUERY_MOST_ROWS:
            raise WarehouseError(f"SQL: {self.rows:,} rows; give more than 0 and at most {QUERY_MOST_ROWS:,}, or None for any number")


class Door:
    """A database file opened for reading.

    Raises:
        duckdb.Error: the file is no DuckDB database.
    """

    def __init__(self, path: Path, limits: Limits) -> None:
        self.limits = limits
        memory = f"{(limits.memory or quarter_of_memory()) // 1024}KiB"
        # Attached, not opened: of a file that one process opens twice DuckDB wants the same settings twice.
        self._database = duckdb.connect(config={**CLOSED, "memory_limit": memory})
        try:
            quiet(self._database)
            for setting in DIVIDED_BY_NOTHING:
                with suppress(duckdb.CatalogException):
                    self._database.execute(f"set global {setting} = false")
            self._database.execute("attach '{}' as {} (read_only); {}".format(str(path).replace("'", "''"), NAME, LOCK))
        except duckdb.Error:
            self._database.close()
            raise

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def ask(self, query: str, parameters: Mapping[str, object] | None = None, limits: Limits | None = None) -> duckdb.DuckDBPyRelation:
        """The answer to one select, whole: what is done with it later does not ask again.

        Columns of one name are told apart by a number (a, a_1).

        Args:
            limits: others than those of the door.

        Raises:
            WarehouseError: the query is not one select, is wrong, or takes more than it may.
        """
        limits = limits or self.limits
        select = _one_select(query)
        try:
            connection = self._database.cursor()
        except duckdb.ConnectionException as error:
            raise WarehouseError("SQL: the warehouse is closed; open it again") from error
        connection.execute(f"use {NAME}")
        timer = Timer(limits.seconds, connection.interrupt) if limits.seconds is not None else None
        if timer:
            timer.start()
        try:
            bound = f" limit {limits.rows + 1}" if limits.rows is not None else ""
            connection.execute(f"create temp table {ANSWER} as from (\n{select}\n){bound}", dict(parameters or {}) or None)
            ((found,),) = connection.execute(f"select count(*) from {ANSWER}").fetchall()
        except duckdb.InterruptException as error:
            raise WarehouseError(late(limits.seconds or 0)) from error
        except duckdb.OutOfMemoryException as error:
            raise WarehouseError("SQL: the answer needs more memory than a query may take; ask for less, or allow more memory") from error
        except duckdb.Error as error:
            raise _in_one_line(error, hint(str(error), connection, NAME)) from error
        finally:
            if timer:
                timer.cancel()
        if limits.rows is not None and found > limits.rows:
            raise WarehouseError(f"SQL: more than {limits.rows:,} rows; ask for less (limit 1000), or allow more rows")
        return connection.sql(f"from {ANSWER}")


def late(seconds: float) -> str:
    """What is said of a query that takes longer than it may."""
    return f"SQL: no answer within {seconds:g} seconds; ask for less, or allow more time"


def quiet(connection: duckdb.DuckDBPyConnection) -> None:
    """No bar of progress among the rows, which slow queries would write to standard output."""
    with suppress(duckdb.InvalidInputException):  # Jupyter without ipywidgets has no bar, and does not let it be switched off
        connection.execute("set enable_progress_bar = false")


def _one_select(query: str) -> str:
    """The text of the only statement in a query, without the sign that ends it and what stands behind."""
    if not isinstance(query, str):
        raise WarehouseError(f"SQL: a query is a text, not {type(query).__name__}")
    if len(query) > QUERY_CHARACTERS:
        raise WarehouseError(f"SQL: a query of more than {QUERY_CHARACTERS:,} characters; ask in several, or give lists as parameters")
    if SURROGATE.search(query):
        raise WarehouseError("SQL: no text in UTF-8")
    if found := CHANGING.search(BLANK.sub(" ", query)):
        raise WarehouseError(f"SQL: {' '.join(found[0].split())} cannot be asked here; query takes one text in quotes, without query in it")
    try:
        statements = duckdb.extract_statements(query)
    except duckdb.Error as error:
        raise _in_one_line(error) from error
    if len(statements) != 1:
        raise WarehouseError(f"SQL: give one select; here are {len(statements) or 'none'}")
    text = query.encode()
    ends = [at for at, kind in duckdb.tokenize(query) if kind == duckdb.token_type.operator and text[at : at + 1] == b";"]
    select = text[: ends[0] if ends else None].decode()
    if not _selects(statements[0], select):
        raise WarehouseError("SQL: only a select can be asked; the tables can be read, not changed")
    return select


def _selects(statement: duckdb.Statement, text: str) -> bool:
    try:
        kind = statement.type
    except ValueError:  # a kind of statement that DuckDB's Python side has no name for
        return False
    if kind != duckdb.StatementType.MULTI:
        return kind == duckdb.StatementType.SELECT
    try:  # a pivot that finds its columns first is of several statements: a select if it can stand where a select does
        duckdb.extract_statements(f"from (\n{text}\n)")
    except duckdb.Error:
        return False
    return True


def _in_one_line(error: duckdb.Error, more: str = "") -> WarehouseError:
    """DuckDB's message in one line, with its "Candidate bindings" and "Did you mean", without the query that follows, and what else helps."""
    lines = str(error).strip().partition("\nLINE ")[0].splitlines()
    return WarehouseError(f"SQL: {' '.join(line.strip() for line in lines if line.strip())}{more}")
