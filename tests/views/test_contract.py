"""The contract of the views: each says its grain and what it reads, is made after it, and reads nothing else."""

from __future__ import annotations

import re

import duckdb
import pytest

from mubiao.errors import WarehouseError
from mubiao.rows import TABLES
from mubiao.tables.database import create_views, reads, view_files

VIEWS = {name: sql for _, name, sql in view_files()}
GRAIN = re.compile(r"^-- grain: (.+)$", re.MULTILINE)
USED = re.compile(r"\b(?:from|join)\s+([a-z_]+)")
LONGEST = 100  # characters of a line


@pytest.mark.parametrize("name", VIEWS)
def test_a_view_says_its_grain_and_what_it_reads(name: str) -> None:
    sql = VIEWS[name]
    code = "\n".join(line.partition("--")[0] for line in sql.splitlines())
    own = set(re.findall(r"\b([a-z_]+) as (?:not materialized )?\(", code))
    used = {table for table in USED.findall(code) if table not in own and (table in TABLES or table in VIEWS)}
    grain, said = GRAIN.search(sql), reads(sql)
    assert grain, f"say in the head of views/{name}.sql what tells its rows apart, as: -- grain: place and year"
    assert said == used, f"say in the head of views/{name}.sql: -- reads: {', '.join(sorted(used))}"


def test_a_view_is_made_after_what_it_reads() -> None:
    made = set(TABLES)
    for name in VIEWS:
        assert reads(VIEWS[name]) <= made, name
        made.add(name)


def test_a_view_that_does_not_say_what_it_reads_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mubiao.tables.database.view_files", lambda: (("view", "theme_counts", "select theme from figures"),))
    with duckdb.connect() as connection:
        connection.execute("create table observations (jurisdiction_code varchar)")
        with pytest.raises(WarehouseError, match=r"^views/theme_counts\.sql: .*figures does not exist.*; its head names what it reads$"):
            create_views(connection)


@pytest.mark.parametrize("name", VIEWS)
def test_a_view_names_its_columns_in_lines_that_can_be_read(name: str) -> None:
    unnamed = re.search(r"select\s+(?:distinct\s+)?(?:[a-z]+\.)?\*", VIEWS[name])
    long = [line for line in VIEWS[name].splitlines() if len(line) > LONGEST]
    assert unnamed is None, "name the columns"
    assert long == [], f"lines have at most {LONGEST} characters"


def test_the_short_comparison_has_a_row_for_each_row_of_the_long_one(database: duckdb.DuckDBPyConnection) -> None:
    columns = [row[0] for row in database.execute("describe comparison").fetchall()]
    assert columns[:5] == ["jurisdiction_code", "jurisdiction", "level", "plan_year", "indicator_id"]
    assert len(columns) <= 36
