"""Lists of tasks with their units: lines of labels, brackets, and what stands between."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mubiao.outline.outline import outline

BREAKDOWN = "task_breakdown"
PROJECTS = "livelihood_projects"


def test_each_numbered_task_gets_the_units_below_it(items):
    found = items(
        """
        一、赵海滨常务副市长牵头重点工作

        1.地区生产总值增长5.5%以上。

        牵头单位：市发改委

        配合单位：市经信局、市统计局

        2.新增绿地200公顷。

        牵头单位：市住建局 市水利局
        """,
        BREAKDOWN,
    )
    assert [(item.task.item_no, item.text, *item.duty) for item in found] == [
        ("1", "地区生产总值增长5.5%以上。", ["市发改委"], ["市经信局", "市统计局"]),
        ("2", "新增绿地200公顷。", ["市住建局", "市水利局"], []),
    ]


def test_the_heading_gives_section_and_official(items):
    found = items(
        "一、赵海滨常务副市长牵头重点工作\n1.新增绿地200公顷。\n牵头单位：市住建局\n二、杨勇副市长牵头重点工作\n1.新增绿道100公里。\n牵头单位：市水利局",
        BREAKDOWN,
    )
    assert [(item.task.section, item.task.officials) for item in found] == [
        (("赵海滨常务副市长牵头重点工作",), ["赵海滨"]),
        (("杨勇副市长牵头重点工作",), ["杨勇"]),
    ]


def test_a_paragraph_gets_lead_and_support_from_one_line(items):
    (found,) = items(
        """
        二、胡海达常务副市长负责主抓工作
        （一）实施市级重点工程120个以上，固定资产投资增长8%以上。
        牵头单位：市发改局，配合单位：市经信局、市商务局等市级有关部门，各镇（街道）。
        """,
        BREAKDOWN,
    )
    assert found.text == "实施市级重点工程120个以上,固定资产投资增长8%以上。"
    assert found.duty == (["市发改局"], ["市经信局", "市商务局等市级有关部门", "各镇(街道)"])
    assert found.task.support_text == "市经信局、市商务局等市级有关部门,各镇(街道)"


def test_an_official_of_its_own_beats_the_one_of_the_heading(items):
    (found,) = items("一、杨勇副市长牵头重点工作\n1.新增绿地200公顷。\n牵头领导：市长、副市长，责任单位：市发改局、市统计局。", BREAKDOWN)
    assert (found.task.officials, found.task.lead_units) == (["市长", "副市长"], ["市发改局", "市统计局"])


def test_lines_without_a_number_belong_to_the_task_above(items):
    (found,) = items("1.实施绿化行动。\n新增绿地200公顷。\n新增绿道100公里。\n牵头单位：市住建局", BREAKDOWN)
    assert found.texts == ["实施绿化行动。", "新增绿地200公顷。", "新增绿道100公里。"]


def test_tasks_that_share_one_line_of_labels_all_get_it(items):
    found = items("1.新增绿地200公顷。\n2.新增绿道100公里。\n牵头单位：市住建局\n3.新增停车泊位500个。\n牵头单位：市交通局", BREAKDOWN)
    assert [(item.task.item_no, item.task.lead_units) for item in found] == [("1", ["市住建局"]), ("2", ["市住建局"]), ("3", ["市交通局"])]


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("1.绿化行动\n牵头单位：市住建局\n新增绿地200公顷。\n2.绿道\n牵头单位：市水利局\n新增绿道100公里。", ["市住建局", "市水利局"]),
        ("一、绿化行动\n牵头单位：市住建局\n配合单位：市财政局\n1.新增绿地200公顷。\n2.新增绿道100公里。\n二、其他", ["市住建局", "市住建局"]),
        ("一、绿化行动\n责任领导：杨勇\n新增绿地200公顷。\n责任单位：市住建局\n新增绿道100公里。\n责任单位：市水利局", ["市住建局", "市水利局"]),
        ("一、绿化行动\n1.新增绿地200公顷\n牵头单位：市住建局\n2.新增绿道100公里\n牵头单位：市水利局", ["市住建局", "市水利局"]),
    ],
    ids=["below_the_heading_of_a_task", "below_the_heading_of_a_section", "each_has_its_own", "behind_each"],
)
def test_units_right_below_a_heading_are_of_what_stands_below_them(items, text: str, leads: list[str]):
    assert [item.task.lead_units[0] for item in items(text, BREAKDOWN) if "新增" in "".join(item.texts)] == leads


def test_projects_have_their_units_in_brackets(items):
    found = items(
        """
        2025年市民生实事项目责任分解清单
        （一）城乡道路改造提升
        新改建农村公路55公里。（牵头领导：杨勇，责任单位：市交通局）
        打造“七彩惠民路”60条。（牵头领导：杨勇，责任单位：市住建局、市文明办（以上两家单位共同牵头）、市教育局）
        """,
        PROJECTS,
    )
    assert [(item.texts[-1], item.task.officials, *item.duty) for item in found] == [
        ("新改建农村公路55公里。", ["杨勇"], ["市交通局"], []),
        ("打造“七彩惠民路”60条。", ["杨勇"], ["市住建局", "市文明办"], ["市教育局"]),
    ]
    assert found[1].task.section == ("2025年市民生实事项目责任分解清单", "城乡道路改造提升")


def test_one_remark_that_the_first_unit_leads_holds_for_all(items):
    found = items(
        """
        对30处交通堵点进行有效整治。（责任单位（除特别注明外，列第一位的为牵头单位，下同）：市公安局、市住建局）
        新改建农村公路55公里。（责任单位：市交通局、市发改委、市财政局）
        """,
        PROJECTS,
    )
    assert [item.duty for item in found] == [(["市公安局"], ["市住建局"]), (["市交通局"], ["市发改委", "市财政局"])]


def test_a_second_list_in_the_document_begins_a_section_of_its_own(items):
    found = items(
        """
        2025年政府工作报告目标任务分解清单
        一、杨勇副市长牵头重点工作
        1.新增绿地200公顷。
        牵头单位：市住建局
        2025年市民生实事项目责任分解清单
        新改建农村公路55公里。（责任单位：市交通局）
        """,
        BREAKDOWN,
    )
    assert [(item.task.section, item.task.officials) for item in found] == [
        (("杨勇副市长牵头重点工作",), ["杨勇"]),
        (("2025年市民生实事项目责任分解清单",), []),
    ]


def test_a_report_with_three_lines_of_labels_is_read_as_a_list(items):
    text = "".join(f"{number}.新增绿地{number}公顷。\n牵头单位：市住建局\n" for number in (1, 2, 3))
    assert [item.task.lead_units for item in items(text, "work_report")] == [["市住建局"]] * 3


@pytest.mark.parametrize(
    ("text", "vanished"),
    [
        (
            "2025年市民生实事项目清单\n一、新增公共停车泊位1万个以上。\n责任单位：市住建局\n二、新增绿地200公顷。\n责任单位：市综合执法局",
            "公共停车泊位1万个",
        ),
        ("一、生态环境。新增绿地200公顷。（责任单位：市住建局）", "绿地200公顷"),
    ],
    ids=["items_numbered_with_words", "text_behind_a_heading"],
)
def test_tasks_numbered_with_words_are_tasks(items, text: str, vanished: str):
    assert vanished in "\n".join(item.text for item in items(text, PROJECTS))


@pytest.mark.parametrize(
    "line",
    [
        "1.新增绿地200公顷。牵头单位：市住建局；配合单位：市财政局。",
        "1.新增绿地200公顷。［责任单位：市住建局］",
        "1.新增绿地200公顷。【责任单位：市住建局】",
    ],
    ids=["no_bracket", "square_brackets", "thick_brackets"],
)
def test_labels_in_the_line_of_the_task_are_read(items, line: str):
    assert items(line, BREAKDOWN)[0].task.lead_units == ["市住建局"]


def test_a_label_may_stand_on_a_line_of_its_own(items):
    found = items("1.新增绿地200公顷。\n牵头单位：\n市住建局\n2.新增绿道100公里。\n牵头单位：\n市水利局", BREAKDOWN)
    assert [(item.text, item.task.lead_units) for item in found] == [("新增绿地200公顷。", ["市住建局"]), ("新增绿道100公里。", ["市水利局"])]


def test_what_stands_in_a_note_is_no_target(document):
    made = document("二、2025年工作安排\n新增绿地200公顷。\n绿地:指建成区内1000平方米以上的公园。")
    found = outline(replace(made, notes=((made.text.index("绿地:"), len(made.text)),)))
    assert [task.refused for task in found] == ["", "", "glossary"]
