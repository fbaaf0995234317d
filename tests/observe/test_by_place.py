"""Totals broken down by place: towns take over what the whole counts in the same unit."""

from __future__ import annotations

from .conftest import Observe

BREAKDOWN = """2025年政府工作报告目标任务分解
1.完成河道疏浚50公里、清淤25万方。
姜山镇30公里、15万方；云龙镇20公里、10万方。
牵头单位：市水利局
"""


def test_towns_take_over_what_the_whole_counts_in_the_same_unit(observe: Observe) -> None:
    found = observe(BREAKDOWN, doc_type="task_breakdown").observations

    assert [(row.indicator, row.value, row.unit, row.role, row.rules[-1]) for row in found] == [
        ("河道疏浚", 50, "公里", "core", "counted"),
        ("河道清淤", 250_000, "方", "core", "counted"),
        ("姜山镇河道疏浚", 30, "公里", "sub", "by_place"),
        ("姜山镇河道清淤", 150_000, "方", "sub", "by_place"),
        ("云龙镇河道疏浚", 20, "公里", "sub", "by_place"),
        ("云龙镇河道清淤", 100_000, "方", "sub", "by_place"),
    ]


def test_a_place_without_a_whole_in_its_unit_keeps_its_own_name(observe: Observe) -> None:
    text = "2025年政府工作报告目标任务分解\n1.完成河道疏浚50公里。\n姜山镇30座。\n牵头单位：市水利局\n"
    found = observe(text, doc_type="task_breakdown").observations

    assert [(row.indicator, row.unit, row.role) for row in found] == [("河道疏浚", "公里", "core"), ("姜山镇", "座", "core")]


def test_a_whole_without_words_gives_its_parts_nothing(observe: Observe) -> None:
    found = observe("2025年政府工作报告\n二、2025年主要任务\n全年完成10个、慈溪市3个。", doc_type="work_report")

    assert found.observations == []
    assert ("3个", "place_alone") in [(number.text, number.reason) for number in found.refusals]


def test_the_same_value_said_again_in_another_cell_is_no_second_row(observe: Observe) -> None:
    text = "2025年政府工作报告目标任务分解\n1.新增城市绿地200公顷。\n完成新增绿地200公顷，建成口袋公园30个。\n牵头单位：市综合执法局\n"
    found = observe(text, doc_type="task_breakdown")

    assert [(row.indicator, row.value) for row in found.observations] == [("城市绿地", 200), ("口袋公园", 30)]
    assert [(number.text, number.reason) for number in found.refusals] == [("200公顷", "said_again")]


def test_rows_of_a_breakdown_carry_who_is_responsible(observe: Observe) -> None:
    found = observe(BREAKDOWN, doc_type="task_breakdown").observations

    assert {(row.item_no, *row.lead_units) for row in found} == {("1", "市水利局")}


def test_towns_that_are_counted_are_no_places(observe: Observe) -> None:
    text = "2025年政府工作报告\n一、2024年工作回顾\n建成示范社区30个，中心镇达到12个，培育18个康养特色镇。"
    found = observe(text, doc_type="work_report").observations

    assert [(row.indicator, row.value, row.role) for row in found] == [("示范社区", 30, "core"), ("中心镇", 12, "core"), ("康养特色镇", 18, "core")]


def test_each_bracket_of_a_paragraph_is_of_what_stands_in_front_of_it(observe: Observe) -> None:
    text = """2025年政府工作报告目标任务分解
1.一期工程年底前完成。(牵头单位：水利局；配合单位：有关乡镇)。打造街头游园9个。(牵头单位：城管局；配合单位：住建局)。新建绿道5公里。(牵头单位：交通局)
"""
    found = observe(text, doc_type="task_breakdown").observations

    assert [(row.indicator, row.value, row.lead_units, row.support_units) for row in found] == [
        ("街头游园", 9, ["城管局"], ["住建局"]),
        ("绿道", 5, ["交通局"], []),
    ]


def test_counties_of_two_characters_and_zones_behind_a_part_take_over_what_the_whole_counts(observe: Observe) -> None:
    text = "2008年目标任务分解\n1.新建通村水泥路1500公里，其中郧县260公里、房县230公里、武当山旅游经济特区30公里。\n牵头单位：市交通局\n"
    found = observe(text, place="420300", year=2008, doc_type="task_breakdown").observations

    assert [(row.indicator, row.value, row.role) for row in found] == [
        ("通村水泥路", 1500, "core"),
        ("郧县通村水泥路", 260, "sub"),
        ("房县通村水泥路", 230, "sub"),
        ("武当山旅游经济特区通村水泥路", 30, "sub"),
    ]


def test_zones_that_are_counted_are_no_places(observe: Observe) -> None:
    text = "2025年政府工作报告目标任务分解\n1.新建载体30个，其中鄞州区5个、国家级高新区3个。\n牵头单位：市科技局\n"
    found = observe(text, doc_type="task_breakdown").observations

    assert [(row.indicator, row.value) for row in found] == [("载体", 30), ("鄞州区载体", 5), ("国家级高新区", 3)]
