"""What columns mean: as the classes of rows say it, and columns.toml for columns that only views have."""

from __future__ import annotations

import tomllib
from dataclasses import fields
from functools import lru_cache
from importlib.resources import files
from typing import Any

from mubiao.rows import TABLES


@lru_cache(maxsize=1)
def _of_views() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("columns.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _of_tables() -> dict[str, dict[str, str]]:
    return {table: {column.name: column.metadata["doc"] for column in fields(row)} for table, row in TABLES.items()}


def asked() -> tuple[str, ...]:
    """Views that answer questions; the others are steps on the way to them."""
    return tuple(_of_views()["asked"])


def kind_in_words(kind: str) -> str:
    """The type of a column without what its records are made of.

    >>> kind_in_words("STRUCT(a INTEGER, b VARCHAR)[]"), kind_in_words("VARCHAR[]"), kind_in_words("SMALLINT")
    ('list of structs', 'list of varchar', 'smallint')
    """
    if kind.endswith("[]"):
        return f"list of {kind_in_words(kind.removesuffix('[]'))}" + "s" * kind.startswith("STRUCT")
    return "struct" if kind.startswith("STRUCT") else kind.lower()


def sought(column: str) -> str:
    """What a column is called here that people look for under this name; "" where nothing is known.

    >>> sought("Verdict"), sought("quote")
    ('attainment', '')
    """
    return str(_of_views()["sought"].get(column.lower(), ""))


def meaning(column: str, where: str = "") -> str:
    """What a column of a table or view means; "" where nothing is said of it.

    Args:
        where: the table or view; a name may mean another thing in each of them.

    >>> meaning("next_unit"), meaning("year", "responsibilities"), meaning("plan_b")
    ('of the target of the year after: base unit as people write it', 'year that the document plans', '')
    """
    of_tables, of_views = _of_tables(), _of_views()
    places: list[dict[str, str]] = [of_tables.get(where, {}), of_views["in"].get(where, {}), of_views["alone"], *of_tables.values()]
    found = next((told[column] for told in places if column in told), "")
    side, _, rest = column.partition("_")
    if not found and side in of_views["sides"]:
        found = of_views["of_a_side"].get(rest, "").format(side=of_views["sides"][side])
    return found
