"""Targets of a city beside those of its districts."""

from __future__ import annotations

import pytest

from mubiao.charts import cascade
from mubiao.charts.declare import EMPTY
from mubiao.errors import UsageError

from .frames import below, table, values

RATE = below("社会消费品零售总额", "growth", "%", (6.5, 8.0))
AMOUNT = below("城镇新增就业", "amount", "人", (200_000, 30_000), modifier="以上", comparator="ge")


def test_rates_stand_as_they_are_and_amounts_as_percentages_of_the_target_above() -> None:
    chart = cascade(table(RATE, AMOUNT))
    rates, amounts = values(chart, "low_rates"), values(chart, "amounts_below")
    assert (list(rates.values()), list(amounts.values())) == ([6.5, 8.0], [100, 15])


def test_what_asks_for_more_stands_out() -> None:
    data = cascade(table(RATE, below("失业率", "ratio", "%", (3.5, 3.5)))).to_dict()["datasets"].values()
    remarks = {row["remark"]: row["remark_colour"] for rows in data for row in rows if row.get("remark")}
    assert remarks["+1.5"] != remarks["0"]


def test_a_bound_is_told_once() -> None:
    texts = [row.get("below") for rows in cascade(table(AMOUNT)).to_dict()["datasets"].values() for row in rows]
    assert "3万人以上" in texts


def test_several_places_stand_under_the_name_of_the_indicator() -> None:
    data = cascade(table(RATE, {**RATE, "jurisdiction": "丙县"})).to_dict()["datasets"].values()
    assert {"社会消费品零售总额（增速）", "乙区", "丙县"} <= {row.get("label") for rows in data for row in rows}


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (table(RATE, {**RATE, "year": 2025}), "several of year"),
    ],
    ids=["two years"],
)
def test_what_cannot_be_drawn_is_refused(found, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        cascade(found)


@pytest.mark.parametrize("found", [table(RATE).head(0), table(below("养老床位", "ratio", "张", (50, 55)))], ids=["no rows", "no value to draw"])
def test_nothing_to_draw_gives_a_sentence(found) -> None:
    assert cascade(found).name == EMPTY
