"""A target that a review names beside what became of it: a target of the year that is reviewed, and the result."""

from __future__ import annotations

import pytest

from .conftest import Observe

REPORT = "一、2024年工作回顾\n{}\n二、2025年工作安排\n加强管理。\n"
GDP, JOBS, INTENSITY = "地区生产总值增长6.1%", "城镇新增就业22万人", "万元GDP能耗下降3.5%"


def told(observe: Observe, said: str) -> list[tuple[str, str, float | None]]:
    """Targets with what bounds them, signed."""
    found = observe(REPORT.format(f"{said}。"), "330200", 2025).observations
    assert {row.year for row in found} == {2024}
    return [(row.indicator, row.comparator, row.signed_value) for row in found if row.stage == "target" and row.part_of_year is None]


@pytest.mark.parametrize(
    ("said", "target"),
    [
        (f"{GDP}，超额完成5.5%的预期目标", ("地区生产总值", "eq", 5.5)),
        (f"{GDP}，完成年初确定的6%目标任务", ("地区生产总值", "eq", 6)),
        (f"{GDP}，达到6%左右的预期目标，规上工业增加值增长7%", ("地区生产总值", "approx", 6)),
        (f"{GDP}，好于6%的预期", ("地区生产总值", "eq", 6)),
        (f"{GDP}，未完成7%的目标", ("地区生产总值", "eq", 7)),
        (f"上半年{GDP}，低于7%的年度目标", ("地区生产总值", "eq", 7)),
        ("居民消费价格上涨0.3%，实现低于3%的年度目标", ("居民消费价格", "lt", 3)),
        ("居民消费价格上涨0.3%，低于3%的年度目标", ("居民消费价格", "eq", 3)),
        ("居民消费价格上涨0.3%，低于3%的控制目标", ("居民消费价格", "le", 3)),
        (f"{JOBS}、超额完成省下达的20万人年度任务", ("城镇新增就业", "eq", 200000)),
        (f"{INTENSITY}，超额完成3%的年度目标", ("万元GDP能耗", "eq", -3)),
        ("一般公共预算收入1200亿元、增长9.2%，超额完成1150亿元的目标", ("一般公共预算收入", "eq", 1150e8)),
        ("居民消费价格上涨0.3%，低于控制目标3%", ("居民消费价格", "le", 3)),
        (f"{GDP}，低于年度目标8%", ("地区生产总值", "eq", 8)),
        (f"{GDP}，比目标8%少1.9个百分点", ("地区生产总值", "eq", 8)),
        ("高技术产业增加值增长12%，高于规上工业4个百分点，完成10%的目标", ("高技术产业增加值", "eq", 10)),
    ],
    ids=["passed", "set_at_the_beginning", "in_the_middle", "hoped_for", "missed", "of_the_year_though_half_is_told", "bounded", "compared",
         "a_ceiling", "set_above", "a_fall", "in_the_unit_of_the_first",
         "a_ceiling_in_front", "named_in_front", "with_what_is_missing", "behind_a_comparison"],
)  # fmt: skip
def test_a_result_is_followed_by_the_target_that_it_is_held_against(observe: Observe, said: str, target: tuple[str, str, float]) -> None:
    assert told(observe, said) == [target]


@pytest.mark.parametrize(
    "said", ["超年初目标0.5个百分点；完成投资85亿元，超额完成年度任务", "超过年初确定的目标0.5个百分点", "高于年初计划0.5个百分点"]
)
def test_a_distance_to_a_target_is_no_target(observe: Observe, said: str) -> None:
    """What was reached behind it made a target of half a point."""
    assert told(observe, f"{GDP}，{said}") == []


def test_a_list_of_targets_is_of_the_list_in_front(observe: Observe) -> None:
    found = told(observe, "地区生产总值、规上工业增加值分别增长6.1%、7%，超额完成6%、6.5%的年度目标")
    assert found == [("地区生产总值", "eq", 6), ("规上工业增加值", "eq", 6.5)]


@pytest.mark.parametrize(
    "said",
    [
        f"{GDP}，高于全国5%的预期目标",
        f"{GDP}，完成年度任务20项",
        "一般公共预算收入下降3.5%，低于3%的年度目标",
        f"完成省政府下达的15万人目标任务，{JOBS}",
        f"{GDP}，比年初目标高1个百分点",
    ],
    ids=["of_the_nation", "of_another_unit", "a_fall_against_growth", "in_front_of_the_result", "only_the_distance"],
)
def test_other_words_of_targets_give_none(observe: Observe, said: str) -> None:
    assert told(observe, said) == []


@pytest.mark.parametrize(
    ("said", "rows"),
    [
        ("规上工业增加值目标6%，实际完成6.5%", [("target", "规上工业增加值", 6), ("result", "规上工业增加值", 6.5)]),
        ("地区生产总值年度目标6%左右，实际增长6.5%", [("target", "地区生产总值", 6), ("result", "地区生产总值", 6.5)]),
        ("省下达我市GDP增长目标6%，实际完成6.5%", [("target", "GDP", 6), ("result", "GDP", 6.5)]),
        ("地区生产总值，省下达我市目标6%，实际完成6.5%", [("target", "地区生产总值", 6), ("result", "地区生产总值", 6.5)]),
        ("省下达我市目标6%，实际完成6.5%", []),
        ("省下达我市耕地保有量目标300万亩，实际完成310万亩", [("target", "耕地保有量目标", 3e6), ("result", "耕地保有量目标", 3.1e6)]),
        ("确定重点目标20个", [("result", "重点目标", 20)]),
    ],
    ids=["word_of_the_target_behind", "of_the_year", "handed_down", "topic_in_front", "of_nothing", "an_area", "counted_goals"],
)
def test_a_target_and_what_came_of_it_bear_one_name(observe: Observe, said: str, rows: list[tuple[str, str, float]]) -> None:
    found = observe(REPORT.format(f"{said}。"), "330200", 2025).observations
    assert [(row.stage, row.indicator, row.value) for row in found] == rows


@pytest.mark.parametrize(
    ("said", "target"),
    [
        ("固定资产投资634.6亿元，完成年计划710亿元的89.4%，增长5%", [("固定资产投资", "eq", 710e8)]),
        ("一般公共预算收入46.5亿元，为年初预算45亿元的103.3%", [("一般公共预算收入", "eq", 45e8)]),
        ("上半年完成投资4.5亿元，占年度计划8亿元的56.3%", [("投资", "eq", 8e8)]),
        ("固定资产投资634.6亿元，完成年计划410亿元的89.4%", []),
        ("固定资产投资634.6亿元，完成年计划89.4%", []),
    ],
    ids=["a_year", "a_budget", "of_the_year_though_half_is_told", "no_such_share", "no_number"],
)
def test_how_much_was_planned_is_the_target_of_the_result_that_is_such_a_share_of_it(observe: Observe, said: str, target: list[tuple]) -> None:
    assert told(observe, said) == target
