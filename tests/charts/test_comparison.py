"""Plan, result and next target: which values stand on which axis."""

from __future__ import annotations

import pytest

from mubiao.charts import plan_result_next
from mubiao.charts.declare import EMPTY
from mubiao.charts.dots import CROSS
from mubiao.errors import UsageError

from .frames import line, rows, table, values, views

GROWTH = line("地区生产总值", "growth", "%", (6.0, 5.4, 5.5), result_status="estimate", attainment="missed", plan_modifier="左右")
SHARE = line("城镇化率", "ratio", "%", (80.0, 80.9, 81.2))
LENGTH = line("绿道", "amount", "公里", (100.0, 120.0, None), theme="urban")
MONEY = line("引进内资", "amount", "元", (2.2e11, None, 2.3e11), theme="opening")


def test_rates_stand_on_a_percent_axis_as_they_are() -> None:
    chart = plan_result_next(table(GROWTH, LENGTH))
    assert values(chart, "low_rates") == {
        ("地区生产总值（增速）", "plan"): 6.0,
        ("地区生产总值（增速）", "result"): 5.4,
        ("地区生产总值（增速）", "next"): 5.5,
    }


def test_high_rates_do_not_squash_low_ones() -> None:
    chart = plan_result_next(table(GROWTH, SHARE))
    assert {indicator for indicator, _ in values(chart, "high_rates")} == {"城镇化率"}


def test_amounts_stand_as_percentages_of_their_plans_so_that_units_never_mix() -> None:
    chart = plan_result_next(table(GROWTH, LENGTH, MONEY))
    assert values(chart, "amounts") == {("绿道", "plan"): 100, ("绿道", "result"): 120, ("引进内资", "plan"): 100, ("引进内资", "next"): 104.55}


def test_real_values_stand_beside_as_text() -> None:
    texts = plan_result_next(table(MONEY)).to_dict()["datasets"].values()
    assert {"2200亿元", "2300亿元", "（没有相应文件）"} <= {row.get(side) for data in texts for row in data for side in ("plan", "result", "next")}


def test_units_of_one_dimension_are_converted() -> None:
    chart = plan_result_next(table(line("绿道", "amount", "公里", (100.0, 120_000.0, None), result_unit="米")))
    assert values(chart, "amounts")["绿道", "result"] == 120


def test_an_amount_without_a_plan_is_measured_against_its_result() -> None:
    chart = plan_result_next(table(line("高新技术企业", "amount", "家", (None, 8000.0, 10_000.0), cumulative=True)))
    assert values(chart, "amounts_without_plan") == {("高新技术企业（累计）", "result"): 100, ("高新技术企业（累计）", "next"): 125}


def test_a_line_with_one_known_value_is_left_out() -> None:
    chart = plan_result_next(table(GROWTH, line("出口", "growth", "%", (3.0, None, None))))
    assert {indicator for indicator, _ in values(chart, "low_rates")} == {"地区生产总值（增速）"}


def test_estimates_are_hollow_and_final_figures_are_not() -> None:
    chart = plan_result_next(table(GROWTH))
    assert {mark["kind"]: mark["hollow"] for mark in rows(chart, "low_rates")} == {"plan": False, "result": True, "next": False}


def test_a_bound_has_its_sign_beside_its_mark_as_it_holds_on_the_axis() -> None:
    fall = line("单位能耗", "growth", "%", (-3.0, -2.0, None), plan_comparator="ge", plan_modifier="以上")
    about = line("地区生产总值", "growth", "%", (6.0, 5.4, None), plan_comparator="approx", plan_modifier="左右")
    chart = plan_result_next(table(about, fall))
    signs = {mark["indicator"]: mark["bound"] for mark in rows(chart, "low_rates") if mark["kind"] == "plan"}
    assert signs == {"地区生产总值（增速）": "≈", "单位能耗（增速）": "≤"}
    assert "界限或约数" in " ".join(views(chart)["low_rates"]["title"]["subtitle"])


def test_what_cannot_be_compared_is_a_cross_that_no_line_leads_to_and_the_reason_stands_beside_it() -> None:
    """引进顶尖人才10人, and 9个 came: these may be projects."""
    told = {"plan_dimension": "person", "result_dimension": "count", "next_dimension": "person", "attainment_reason": "unit_differs"}
    chart = plan_result_next(table(line("顶尖人才", "amount", "人", (10.0, 9.0, 8.0), result_unit="个", **told)))
    assert {mark["kind"] for mark in rows(chart, "amounts")} == {"plan", "next"}
    spans = [(row["low"], row["high"]) for data in chart.to_dict()["datasets"].values() for row in data if "low" in row]
    assert spans == [(80.0, 100.0)]
    crosses = [layer for layer in views(chart)["amounts"]["layer"] if layer["mark"].get("shape") == CROSS]
    assert [[mark["kind"] for mark in chart.to_dict()["datasets"][layer["data"]["name"]]] for layer in crosses] == [["result"]]
    assert "计量单位不能换算" in {row.get("verdict") for data in chart.to_dict()["datasets"].values() for row in data}


def test_hollow_marks_are_drawn_without_a_fill() -> None:
    layers = views(plan_result_next(table(GROWTH)))["low_rates"]["layer"]
    fills = {layer["transform"][0]["filter"]: layer["mark"].get("fill") for layer in layers if layer["mark"]["type"] == "point"}
    assert fills == {"datum.hollow": "white", "!datum.hollow": None}


def test_the_three_sides_differ_in_shape_and_in_colour() -> None:
    point = next(layer for layer in views(plan_result_next(table(GROWTH)))["low_rates"]["layer"] if layer["mark"]["type"] == "point")
    assert [len(set(point["encoding"][channel]["scale"]["range"])) for channel in ("shape", "color")] == [3, 3]


def test_a_value_twenty_times_the_plan_stands_at_the_edge_with_its_value() -> None:
    chart = plan_result_next(table(line("绿地", "amount", "公顷", (200.0, 4000.0, None)), LENGTH))
    mark = next(mark for mark in rows(chart, "amounts") if mark["value"] == 2000)
    assert (mark["beyond"], mark["drawn"] < 250) == ("2,000 →", True)


def test_a_note_tells_of_values_at_the_edge() -> None:
    chart = plan_result_next(table(line("绿地", "amount", "公顷", (200.0, 4000.0, None))))
    assert "超出坐标的点" in views(chart)["amounts"]["title"]["subtitle"][0]


def test_tooltips_lead_to_quote_source_and_verdict() -> None:
    mark = rows(plan_result_next(table(GROWTH)), "low_rates")[0]
    assert (mark["quote"], mark["source"], mark["verdict"], mark["modifier"]) == ("地区生产总值的原文", "doc-plan", "未完成", "左右")


def test_themes_stand_in_their_order_whatever_the_order_of_rows() -> None:
    labels = rows(plan_result_next(table(LENGTH, MONEY)), "amounts", "rule")
    texts = plan_result_next(table(LENGTH, MONEY)).to_dict()["datasets"].values()
    headings = next([row["label"] for row in data] for data in texts if any("城乡" in str(row.get("label")) for row in data))
    assert (headings, len(labels) > 0) == (["开放与物流", "城乡建设"], True)


def test_titles_of_all_panels_begin_at_one_edge() -> None:
    long = line("集体经济经营性收入50万元以上行政村占比", "ratio", "%", (70.0, None, 75.0))
    assert len({view["title"]["dx"] for view in views(plan_result_next(table(GROWTH, long))).values()}) == 1


def test_a_theme_is_chosen() -> None:
    assert set(views(plan_result_next(table(GROWTH, LENGTH), theme="urban"))) == {"amounts"}


def test_lines_without_a_theme_are_of_the_theme_other() -> None:
    chart = plan_result_next(table(GROWTH, line("新来甬大学生", "amount", "人", (None, 35.0, 40.0), theme=None)), theme="other")
    assert set(views(chart)) == {"amounts_without_plan"}


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (table(GROWTH).drop(columns="plan_value"), "no column plan_value"),
        (table(GROWTH, {**GROWTH, "jurisdiction": "乙市"}), "several of jurisdiction"),
    ],
    ids=["another view", "two places"],
)
def test_what_cannot_be_drawn_is_refused(found, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        plan_result_next(found)


@pytest.mark.parametrize(
    "found",
    [table(line("出口", "growth", "%", (3.0, None, None))), table(line("新兴产业", "change", "百分点", (2.0, 12.0, 2.0), result_unit="%"))],
    ids=["one value", "points beside percent"],
)
def test_lines_without_two_values_on_one_axis_give_a_sentence(found) -> None:
    assert plan_result_next(found).name == EMPTY
