"""mubiao sql reads the tables and nothing else: it changes no table, no file and no setting, and opens no other file."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as some

from mubiao.cli.main import cli
from mubiao.errors import MubiaoError
from mubiao.tables.database import DATABASE

FORBIDDEN = [
    "insert into units select * from units",
    "update units set factor = 0",
    "delete from units",
    "truncate units",
    "drop table units",
    "alter table units add column more integer",
    "create table more as select 1",
    "create or replace table units as select 1",
    "create view more as select 1",
    "create schema more",
    "create sequence more",
    "create macro more() as 1",
    "copy units to 'more.csv'",
    "copy (select 1) to 'more.parquet' (format parquet)",
    "copy units from 'units.csv'",
    "export database 'more'",
    "attach 'more.duckdb' as more",
    "set threads = 1",
    "set temp_directory = 'more'",
    "set enable_external_access = false",
    "set lock_configuration = true",
    "reset threads",
    "pragma threads = 1",
    "from read_csv('units.csv')",
    "select content from read_text('units.csv')",
    "select content from read_blob('units.csv')",
    "from sniff_csv('units.csv')",
    "from read_parquet('units.parquet')",
    "from glob('*')",
    "from 'units.csv'",
]


@pytest.fixture(scope="module")
def around(data: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A working folder with the units as files."""
    folder = tmp_path_factory.mktemp("around")
    with duckdb.connect(str(Path(data) / DATABASE), read_only=True) as connection:
        connection.execute(f"copy units to '{folder}/units.csv'")
        connection.execute(f"copy units to '{folder}/units.parquet' (format parquet)")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        yield folder


def state(*folders: Path | str) -> dict[str, tuple[int, int]]:
    """Size and time of the last change of every file."""
    return {str(path): (path.stat().st_size, path.stat().st_mtime_ns) for folder in folders for path in Path(folder).rglob("*")}


def outside_quotes(statement: str, change: Callable[[str], str]) -> str:
    """A statement whose letters outside of quotes are changed: SELECT 'a'."""
    return re.sub(r"'[^']*'|[^']+", lambda match: match[0] if match[0].startswith("'") else change(match[0]), statement)


@pytest.mark.parametrize("statement", FORBIDDEN)
def test_any_other_database_would_do_it(around: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, statement: str):
    shutil.copytree(around, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    with duckdb.connect() as connection:
        connection.execute("create table units as from 'units.csv'")
        assert connection.execute(statement).fetchall() is not None


@settings(max_examples=60, deadline=None)
@given(
    statement=some.sampled_from(FORBIDDEN),
    before=some.sampled_from(
        ["", "\n\t", "/* a comment */ ", "-- a comment\n", "select 1; ", "begin; ", "explain analyze ", "prepare p as select 1; "]
    ),
    after=some.sampled_from(["", ";", "; select 1", " -- a comment"]),
    change=some.sampled_from([str.lower, str.upper, str.title]),
)
def test_mubiao_does_not(around: Path, data: str, statement: str, before: str, after: str, change: Callable[[str], str]):
    before_it = state(around, data)
    result = CliRunner().invoke(cli, ["sql", "--data", data, "--", before + outside_quotes(statement, change) + after])
    assert isinstance(result.exception, MubiaoError)
    assert "\n" not in str(result.exception)
    assert result.stdout == ""
    assert state(around, data) == before_it


def test_a_query_that_is_planned_without_end_ends_with_its_process(shell, data: str):
    """Each name is written out twice in the next, and DuckDB does not look at the clock while it plans."""
    names = ", ".join(f"x{at + 1} as not materialized (from x{at} union all from x{at})" for at in range(40))
    ended = shell("sql", f"with x0 as (select 1), {names} from x40", "--seconds", "0.1", "--data", data)
    assert ended == (1, "", "mubiao: SQL: no answer within 0.1 seconds; ask for less, or allow more time\n")


@pytest.mark.skipif(sys.platform != "linux", reason="a bound to what a process takes")
def test_memory_that_duckdb_does_not_count_is_bounded_too(data: str):
    """A list of a thousand million numbers is made in one call of one function."""
    result = CliRunner().invoke(cli, ["sql", "select len(range(1000000000))", "--memory", "100MB", "--data", data])
    assert str(result.exception) == "SQL: the answer needs more memory than a query may take; ask for less, or allow more memory"
