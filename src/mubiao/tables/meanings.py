"""What columns mean: as the classes of rows say it, and columns.toml for columns that only views have."""

from __future__ import annotations

import tomllib
from dataclasses import fields
from functools import lru_cache
from importlib.resources import files

from mubiao.rows import TABLES


@lru_cache(maxsize=1)
def _told() -> tuple[dict[str, str], dict[str, dict[str, str]]]:
    """Meanings of the tables' columns, and those of views."""
    of_views = tomllib.loads(files(__package__).joinpath("columns.toml").read_text(encoding="utf-8"))
    return {column.name: column.metadata["doc"] for row in reversed(TABLES.values()) for column in fields(row)}, of_views


def meaning(column: str) -> str:
    """What a column of a table or view means; "" where nothing is said of it.

    >>> meaning("next_unit"), meaning("stage"), meaning("plan_b")
    ('of the target of the year after: base unit as people write it', 'target or result', '')
    """
    of_tables, of_views = _told()
    side, _, rest = column.partition("_")
    if column in of_tables or column in of_views["alone"]:
        return of_tables.get(column) or of_views["alone"][column]
    if side in of_views["sides"] and rest in of_views["of_a_side"]:
        return of_views["of_a_side"][rest].format(side=of_views["sides"][side])
    return ""
