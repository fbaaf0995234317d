"""What there is to ask: the tables and views, their columns, and where a column stands."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from mubiao.errors import unknown
from mubiao.rows import TABLES
from mubiao.tables.grain import grains
from mubiao.tables.meanings import asked, kind_in_words, meaning

NAMED = ("name", "kind", "one_row_is")
DESCRIBED = ("column", "type", "meaning")
HOLDERS = """
    select table_name, data_type from duckdb_columns() where database_name = 'mubiao' and not internal and lower(column_name) = $column
"""


def named() -> list[tuple[str, str, str]]:
    """Name, kind (table, view, or step on the way to a view) and what one row is; views that answer questions stand before steps."""
    kinds = dict.fromkeys(TABLES, "table") | dict.fromkeys(asked(), "view")
    told = grains()
    return [(name, kinds.get(name, "step"), told[name]) for name in dict.fromkeys((*kinds, *told))]


def described(name: str, ask: Callable[..., Any]) -> tuple[tuple[str, ...], list[tuple[str, str, str]]]:
    """Heads and lines: the columns of a table or view with type and meaning, or of a column the tables and views that hold it.

    Args:
        ask: a query and its parameters -> its answer.

    Raises:
        UsageError: nothing is called so.
    """
    if name in grains():
        found = ask(f"select column_name, column_type from (describe {name})").fetchall()
        return DESCRIBED, [(column, kind_in_words(kind), meaning(column, name)) for column, kind in found]
    column = name.lower()
    holders = dict(ask(HOLDERS, column=column).fetchall())
    if not holders:
        raise unknown("table, view or column", name, (*TABLES, *asked()))
    lines = [(one, kind_in_words(holders[one]), meaning(column, one)) for one, _, _ in named() if one in holders]
    return ("stands_in", *DESCRIBED[1:]), lines
