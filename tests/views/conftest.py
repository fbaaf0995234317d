"""Rows given to the views, written shortly, and what a view answers to them.

``target("宁波市", 2024, "gdp", "growth", 6, "%", comparator="approx")`` is a whole observation: every column that is not
named has the value that a plain statement of a report has.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb
import pytest

import mubiao
from mubiao.lexicon.vocabulary import vocabulary
from mubiao.observe.keys import key, stem
from mubiao.read.places import gazetteer
from mubiao.rows import TABLES, AttainmentRule, DocumentRow, Observation, TaskRow
from mubiao.tables.attainment import read_rules
from mubiao.tables.database import reads, view_files
from mubiao.tables.reference import ROWS_OF
from mubiao.tables.schema import to_arrow
from mubiao.warehouse import Warehouse

Ask = Callable[..., list[tuple[Any, ...]]]
WORD = re.compile(r"\w+")


def target(place: str, year: int, indicator: str, measure: str, value: float | None = None, unit: str | None = None, **columns: Any) -> Observation:
    """A target of a report.

    Args:
        indicator: id of a canonical indicator, or any other phrase.
        columns: what differs from a plain statement; ``id`` is short for ``observation_id``.
    """
    return _observation("target", place, year, indicator, measure, value, unit, columns)


def result(place: str, year: int, indicator: str, measure: str, value: float | None = None, unit: str | None = None, **columns: Any) -> Observation:
    """A result that a report tells of."""
    return _observation("result", place, year, indicator, measure, value, unit, columns)


def published(place: str, year: int, indicator: str, measure: str, value: float, unit: str, **columns: Any) -> Observation:
    """A result that was entered from a statistical source."""
    return result(place, year, indicator, measure, value, unit, **{"source_kind": "statistics", "doc_id": "bulletin", "confidence": 1.0, **columns})


def relative(place: str, year: int, indicator: str, relation: str, action: str, **columns: Any) -> Observation:
    """A target that names no number: 与经济增长同步."""
    return target(place, year, indicator, "relative", relation=relation, action=action, value_text=None, **columns)


def document(place: str, year: int, doc_type: str = "work_report", **columns: Any) -> DocumentRow:
    """A source that plans a year, without gaps."""
    found = gazetteer().find(place)
    row = DocumentRow(
        doc_id=f"{place} {year} {doc_type}", doc_type=doc_type, jurisdiction_code=found.code, jurisdiction=found.name, code_in_year=found.code,
        year=year, coverage="full",
    )  # fmt: skip
    return replace(row, **columns)


def task(place: str, year: int, task_id: str, *lead_units: str, **columns: Any) -> TaskRow:
    """A task of a list and the units that lead it."""
    row = TaskRow(
        task_id=task_id, doc_id="list", jurisdiction_code=gazetteer().find(place).code, year=year, kind="task", part="plan",
        text="", lead_units=list(lead_units), char_start=0, char_end=0,
    )  # fmt: skip
    return replace(row, **columns)


def _observation(
    stage: str, place: str, year: int, indicator: str, measure: str, value: float | None, unit: str | None, columns: dict[str, Any]
) -> Observation:
    found, known = gazetteer().find(place), vocabulary().by_id.get(indicator)
    phrase = known.name if known else indicator
    text = None if value is None else f"{value:g}{unit}"
    row = Observation(
        observation_id=columns.pop("id", ""), doc_id="report", jurisdiction_code=found.code, jurisdiction=found.name, year=year,
        period_start=columns.pop("period_start", year), stage=stage, indicator_id=known.id if known else None, indicator=phrase,
        indicator_key=key(phrase), indicator_stem=stem(phrase), measure=measure,
        comparator="eq", value=value, sign=1, unit=unit, cumulative=False, role="core", value_text=text,
        quote=f"{phrase}{text or columns.get('action', '')}", char_start=0, char_end=0, source_kind="document", confidence=0.9,
        rules=["said_total"] if columns.get("cumulative") else [],
    )  # fmt: skip
    return replace(row, **columns)


@pytest.fixture(scope="session")
def database() -> Iterator[duckdb.DuckDBPyConnection]:
    """A database in memory with the tables that depend on no document, and every view as a table, to be filled for each question."""
    with duckdb.connect(config={"threads": 1}) as connection:
        known = {"attainment_rules": read_rules(), **{name: rows() for name, rows in ROWS_OF.items()}}
        for name in TABLES:
            columns = ", ".join(TABLES[name].__dataclass_fields__)
            rows = to_arrow(name, list(known.get(name, [])))  # noqa: F841 - DuckDB finds the Arrow table by its name
            connection.execute(f"create table {name} as select {columns} from rows")
        for _, name, sql in view_files():
            connection.execute(f"create table {name} as from ({sql}) limit 0")
        connection.execute("pragma disable_optimizer")  # over a handful of rows a better plan takes longer than the answer
        for _, name, sql in view_files():  # behind all tables: one that came later would have every plan made anew
            connection.execute(f"prepare fill_{name} as insert into {name} {sql}")  # planned once, and run for each question
        yield connection


@pytest.fixture
def ask(database: duckdb.DuckDBPyConnection) -> Ask:
    """A function: what a query answers when the tables hold the given rows and no others."""

    def answer(given: list[Observation | DocumentRow | TaskRow], query: str, rules: list[AttainmentRule] | None = None) -> list[tuple[Any, ...]]:
        statements = [row for row in given if isinstance(row, Observation)]
        _put(database, "observations", [replace(row, observation_id=row.observation_id or f"row {n}") for n, row in enumerate(statements, 1)])
        _put(database, "documents", [row for row in given if isinstance(row, DocumentRow)])
        _put(database, "tasks", [row for row in given if isinstance(row, TaskRow)])
        _put(database, "attainment_rules", list(rules or read_rules()))
        needed = _needed(query)
        for _, name, _ in view_files():
            if name in needed:
                database.execute(f"delete from {name}")
                database.execute(f"execute fill_{name}")
        return database.execute(query).fetchall()

    return answer


def _needed(query: str) -> set[str]:
    """The views that a query names, and those that they read, as their heads say: filling the others takes half a second a question."""
    needed: set[str] = set()
    asked = set(WORD.findall(query))
    for _, name, sql in reversed(view_files()):  # a view reads only views in front of it
        if name in asked:
            needed.add(name)
            asked.update(reads(sql))
    return needed


def _put(connection: duckdb.DuckDBPyConnection, name: str, rows: list[object]) -> None:
    given = to_arrow(name, rows)  # noqa: F841 - DuckDB finds the Arrow table by its name
    columns = ", ".join(TABLES[name].__dataclass_fields__)
    connection.execute(f"delete from {name}")
    connection.execute(f"insert into {name} select {columns} from given")


@pytest.fixture(scope="session")
def five_documents(example_tables: Path) -> Iterator[Warehouse]:
    """The tables of the five documents and the published figures of data/raw."""
    with mubiao.open(example_tables) as warehouse:
        yield warehouse
