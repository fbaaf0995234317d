"""Verdicts of places by indicators."""

from __future__ import annotations

from mubiao.charts import heat
from mubiao.charts.heat import MOST

from .frames import line, table


def test_of_indicators_that_as_many_places_have_those_with_a_verdict_are_drawn() -> None:
    names = [f"指标{number}" for number in range(MOST + 1)]
    held = [line(name, "growth", "%", (6.0, None, None), indicator_id=name, jurisdiction_code="330200") for name in names]
    held[-1] |= {"attainment": "met", "result_value": 6.0}
    cells = [cell for cells in heat(table(*held)).to_dict()["datasets"].values() for cell in cells]
    assert (len({cell["indicator"] for cell in cells}), f"{names[-1]}（增速）" in {cell["indicator"] for cell in cells}) == (MOST, True)
