"""How targets of many places spread."""

from __future__ import annotations

from mubiao.charts import distribution

from .frames import line, table


def test_a_range_is_a_bar_from_its_dot_to_its_other_end() -> None:
    about = line("地区生产总值", "growth", "%", (5.0, None, None), jurisdiction="甲省", plan_comparator="approx")
    between = line("地区生产总值", "growth", "%", (5.0, None, None), jurisdiction="乙省", plan_value_high=5.5)
    chart = distribution(table(about, between)).to_dict()
    (dots,) = chart["datasets"].values()
    assert [(dot["place"], dot["value"], dot["high"], dot["wording"]) for dot in dots] == [
        ("甲省", 5.0, None, "左右"),
        ("乙省", 5.0, 5.5, "区间"),
    ]
    assert [layer["encoding"]["x2"]["field"] for layer in chart["layer"] if layer["mark"]["type"] == "rule"] == ["high"]
    assert chart["title"]["subtitle"] == ["浅色条：区间"]


def test_without_ranges_there_are_no_bars() -> None:
    chart = distribution(table(line("地区生产总值", "growth", "%", (5.0, None, None)))).to_dict()
    assert ([layer for layer in chart["layer"] if layer["mark"]["type"] == "rule"], chart["title"]["subtitle"]) == ([], [])
