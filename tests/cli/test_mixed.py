"""Sums and averages over what is of several kinds: said on standard error, the answer stands as it is."""

from __future__ import annotations

import pytest

GROWTH = "indicator_id = 'gdp' and measure = 'growth'"


@pytest.mark.parametrize(
    ("query", "told"),
    [
        (
            "select sum(value) from observations where indicator_id = 'gdp' and stage = 'result'",
            ["unit together (%, 元)", "measure together (amount, growth)"],
        ),
        (f"select round(avg(o.value), 1) as mean from observations o where {GROWTH}", ["stage together (result, target)"]),
        ("with means as (select theme, avg(plan_value) as mean from comparison group by 1) from means", ["plan_unit together", "measure together"]),
        ("select unit, sum(tasks) from responsibilities group by unit", ["jurisdiction together"]),
        ("select avg(gap) from comparison", ["gap_unit together (points, share)"]),
    ],
)
def test_an_aggregate_over_several_kinds_is_told(mubiao, data: str, query: str, told: list[str]) -> None:
    answered = mubiao("sql", query, "--data", data)
    lines = answered.stderr.splitlines()
    assert (answered.status, len(lines)) == (0, len(told))
    assert [part for part, line in zip(told, lines, strict=True) if part not in line] == []


@pytest.mark.parametrize(
    "query",
    [
        f"select avg(value) from observations where {GROWTH} and stage = 'target'",
        "select unit, measure, stage, sum(value) from observations group by all",
        f"select avg(result) from series where {GROWTH}",
        "select jurisdiction, sum(tasks) from responsibilities group by all",
        "select sum(tasks) from responsibilities",  # of all units together
        "select max(tasks) from responsibilities",
        "select sum(value) over (partition by unit) from observations",
    ],
)
def test_nothing_is_told_of_others(run, data: str, query: str) -> None:
    run("sql", query, "--data", data)  # without a word on standard error
