"""A column that is looked for in the wrong place, or under another name: the message says where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

import mubiao
from mubiao.errors import WarehouseError


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("select year from comparison", "look for plan_year"),
        ("select title from observations", "title stands in documents"),
        ("select o.title from observations as o", "title stands in documents"),
        ("select unit, indicator from responsibilities", "indicator stands in observations, comparison"),
        ("select verdict from comparison", "look for attainment"),
        ("select earlier, later from target_changes", "look for plan, next to it next"),
        ("select lead_unit from tasks", "'市住建局' in lead_units"),
        ("select nothing_like_it from tasks", "mubiao schema NAME lists the columns"),
    ],
)
def test_it_is_told_where_a_column_stands(example_tables: Path, query: str, told: str) -> None:
    with mubiao.open(example_tables) as opened, pytest.raises(WarehouseError, match=told) as raised:
        opened.sql(query)
    assert "not found" in str(raised.value) or "does not have" in str(raised.value), "what DuckDB says stands in front"


def test_it_is_told_how_a_list_is_asked(example_tables: Path) -> None:
    with mubiao.open(example_tables) as opened:
        with pytest.raises(WarehouseError, match=r"array_to_string\(lead_units, ' '\) like"):
            opened.sql("from tasks where lead_units like '%住建%'")
        assert opened.sql("from tasks where array_to_string(lead_units, ' ') like '%住建%'").fetchall()


def test_other_errors_are_left_as_they_are(example_tables: Path) -> None:
    with mubiao.open(example_tables) as opened, pytest.raises(WarehouseError, match=r"did you mean|Did you mean") as raised:
        opened.sql("select * from observation")
    assert "mubiao schema" not in str(raised.value)
