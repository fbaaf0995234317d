"""Tables that a web page flattened to one cell a line: rows are found again in spite of missing, empty, merged and doubled cells."""

from __future__ import annotations

from collections.abc import Callable

import pytest

BREAKDOWN = "task_breakdown"
PROJECTS = "livelihood_projects"
HEAD = ["序号", "目标任务", "牵头单位", "配合单位"]


def spaced(*cells: str) -> str:
    """Cells as the web page gives them: one a line, an empty line between."""
    return "\n\n".join(cells) + "\n"


def rows(items) -> list[tuple[str, str, list[str], list[str]]]:
    return [(item.task.item_no, item.text, *item.duty) for item in items]


def test_a_numbered_table_gives_a_task_for_each_row(items):
    table = spaced(*HEAD, "1", "财政科技经费投入增长15%以上", "区财政局", "区科技局", "2", "地区生产总值增长6%左右", "区发改局", "区统计局、区经信局")
    found = items(table, BREAKDOWN)
    assert rows(found) == [
        ("1", "财政科技经费投入增长15%以上", ["区财政局"], ["区科技局"]),
        ("2", "地区生产总值增长6%左右", ["区发改局"], ["区统计局", "区经信局"]),
    ]
    assert [item.task.kind for item in found] == ["row", "row"]


def test_cells_may_stand_without_empty_lines(items):
    table = "\n".join([*HEAD, "1", "新增绿地200公顷", "区综合执法局", "区住建局", "2", "新增绿道100公里", "区水利局", "区住建局"])
    assert rows(items(table, BREAKDOWN)) == [
        ("1", "新增绿地200公顷", ["区综合执法局"], ["区住建局"]),
        ("2", "新增绿道100公里", ["区水利局"], ["区住建局"]),
    ]


@pytest.mark.parametrize("head", ["民生实事", "实事内容", "实事名称"])
def test_a_column_of_promises_holds_tasks(items, head: str):
    table = spaced(
        "序号", head, "责任单位", "完成时限", "1", "新建2座人行天桥。", "县住建局", "9月底前", "2", "新建幼儿园2所。", "县教科局", "12月底前"
    )
    assert [(item.task.item_no, item.task.lead_units, item.task.deadline) for item in items(table, PROJECTS)] == [
        ("1", ["县住建局"], "9月底前"),
        ("2", ["县教科局"], "12月底前"),
    ]


def test_the_support_of_a_row_may_be_missing(items):
    table = spaced(*HEAD, "1", "推进“乡债县管”", "区财政局") + spaced("", "2", "新增绿地200公顷", "区住建局", "区水利局")
    assert rows(items(table, BREAKDOWN)) == [
        ("1", "推进“乡债县管”", ["区财政局"], []),
        ("2", "新增绿地200公顷", ["区住建局"], ["区水利局"]),
    ]


def test_an_empty_cell_before_the_next_row_is_an_empty_support(items):
    table = spaced(*HEAD, "1", "推进“乡债县管”", "区财政局", "区税务局", "", "2", "新增绿地200公顷", "区住建局", "区水利局")
    assert rows(items(table, BREAKDOWN))[0] == ("1", "推进“乡债县管”", ["区财政局", "区税务局"], [])


def test_a_doubled_cell_of_units_leads_too(items):
    table = spaced(*HEAD, "1", "实施生态文化示范工程2个", "东钱湖开发建设局", "东钱湖经旅湖局", "区住建局、东钱湖镇")
    assert rows(items(table, BREAKDOWN)) == [("1", "实施生态文化示范工程2个", ["东钱湖开发建设局", "东钱湖经旅湖局"], ["区住建局", "东钱湖镇"])]


def test_the_lines_of_one_cell_stay_together(items):
    table = spaced(*HEAD, "1", "新增绿地200公顷\n新增绿道100公里", "区住建局\n区水利局", "各镇(街道)")
    assert rows(items(table, BREAKDOWN)) == [("1", "新增绿地200公顷\n新增绿道100公里", ["区住建局", "区水利局"], ["各镇(街道)"])]


def test_row_numbers_may_repeat_and_jump(items):
    cells = [cell for number in ("34", "35", "33", "34") for cell in (number, f"新增绿地{number}公顷", "区住建局", "区水利局")]
    assert [row[0] for row in rows(items(spaced(*HEAD, *cells), BREAKDOWN))] == ["34", "35", "33", "34"]


def test_a_table_ends_at_the_next_heading(items):
    first = "一、区长陈兴立牵头重点工作\n\n" + spaced(*HEAD, "1", "新增绿地200公顷", "区住建局", "区水利局")
    second = "\n\n二、副区长刘学文牵头重点工作\n\n" + spaced(*HEAD, "1", "新增绿道100公里", "区水利局", "区住建局")
    assert [(item.text, item.task.section, item.task.officials) for item in items(first + second, BREAKDOWN)] == [
        ("新增绿地200公顷", ("区长陈兴立牵头重点工作",), ["陈兴立"]),
        ("新增绿道100公里", ("副区长刘学文牵头重点工作",), ["刘学文"]),
    ]


@pytest.mark.parametrize("form", [spaced, lambda *cells: "\n".join(cells)], ids=["cells_apart", "a_cell_a_line"])
def test_headings_above_numbers_part_the_rows_of_a_table(items, form: Callable[..., str]):
    head = ["序号", "重点任务", "年度目标", "牵头单位", "配合单位"]
    first = ["一、推动城市更新", "1", "增加绿地", "新增绿地200公顷,新增绿道60公里", "区住建局", "区水利局"]
    second = ["二、增进民生福祉", "2", "办好教育", "新建学校15所,新增学位8000个", "区教育局", "区住建局"]
    assert [(item.text, *item.duty, item.task.section) for item in items(form(*head, *first, *second), BREAKDOWN)] == [
        ("增加绿地\n新增绿地200公顷,新增绿道60公里", ["区住建局"], ["区水利局"], ("推动城市更新",)),
        ("办好教育\n新建学校15所,新增学位8000个", ["区教育局"], ["区住建局"], ("增进民生福祉",)),
    ]


@pytest.mark.parametrize("page", ["3", "7"])
def test_the_number_of_a_page_inside_a_row_begins_none(items, page: str):
    """Else the row would have no lead, and the unit behind the number would be a task."""
    first, second = ["1", "新增绿地200公顷", "区住建局", "区水利局"], ["2", "新增绿道100公里", page, "区水利局", "区住建局"]
    cells = [*first, *second, "3", "新建公园5个", "区住建局", "区水利局"]
    assert rows(items("\n".join([*HEAD, *cells]), BREAKDOWN)) == [
        ("1", "新增绿地200公顷", ["区住建局"], ["区水利局"]),
        ("2", "新增绿道100公里", ["区水利局"], ["区住建局"]),
        ("3", "新建公园5个", ["区住建局"], ["区水利局"]),
    ]


def test_a_text_merged_over_two_rows_is_none_of_the_second(items):
    head = ["序号", "重点任务", "年度目标", "牵头单位", "配合单位"]
    table = spaced(*head, "1", "增加绿地", "新增绿地200公顷", "区住建局", "区水利局", "2", "新增绿道100公里", "区水利局", "区住建局")
    assert rows(items(table, BREAKDOWN))[1] == ("2", "新增绿道100公里", ["区水利局"], ["区住建局"])


def test_a_row_with_wide_gaps_that_nobody_understands_is_read_cell_by_cell(items):
    """The second row lacks the text that is merged with that of the first."""
    head = "序号  重点任务  年度目标  牵头单位  完成时限"
    first = "1  增加绿地  新增绿地200公顷  区住建局  12月底前"
    table = [head, first, "2  新增绿道100公里,新建学校15所  区水利局  12月底前", first.replace("1", "3", 1)]
    assert [item.text for item in items("\n".join(table), BREAKDOWN)][3] == "新增绿道100公里,新建学校15所\n区水利局\n12月底前"


def test_a_numbered_table_may_have_officials_and_deadlines(items):
    head = ["序号", "重点任务", "完成时限", "责任单位", "责任领导"]
    (found,) = items(spaced(*head, "1", "新增绿地200公顷", "2024年11月底前", "区住建局", "陈启"), BREAKDOWN)
    assert (found.task.deadline, found.task.lead_units, found.task.officials) == ("2024年11月底前", ["区住建局"], ["陈启"])


PROJECT_HEAD = ["目标任务", "实施内容", "完成时限", "牵头领导", "牵头单位", "配合单位"]
MEALS = ["新改建老年食堂6个", "在已建成63家的基础上,新改建老年食堂6个。", "2024年11月", "陈启", "区民政局", "有关镇(街道)"]
VISITS = ["提供家院互融服务24万人次", "全年提供家院互融服务24万人次。", "2024年10月"]


def test_a_table_without_row_numbers_tells_cells_by_their_content(items):
    (found,) = items(spaced(*PROJECT_HEAD, *MEALS), PROJECTS)
    assert found.texts == MEALS[:2]
    assert (found.task.deadline, found.task.officials, *found.duty) == ("2024年11月", ["陈启"], ["区民政局"], ["有关镇(街道)"])


def test_merged_cells_of_units_hold_for_the_rows_below(items):
    found = items(spaced(*PROJECT_HEAD, *MEALS, *VISITS), PROJECTS)
    assert [(item.texts[0], item.task.deadline, item.task.officials, *item.duty) for item in found] == [
        ("新改建老年食堂6个", "2024年11月", ["陈启"], ["区民政局"], ["有关镇(街道)"]),
        ("提供家院互融服务24万人次", "2024年10月", ["陈启"], ["区民政局"], ["有关镇(街道)"]),
    ]


def test_each_row_has_its_own_deadline(items):
    found = items(spaced(*PROJECT_HEAD, *MEALS, *VISITS), PROJECTS)
    assert [item.task.deadline for item in found] == ["2024年11月", "2024年10月"]


@pytest.mark.parametrize(
    "cells",
    [["2024年11月底前"], ["塘溪学校:2024年9月;幼儿园:2024年11月"], ["1.泰康中路:2024年7月;2.梅湖路:2024年6月;", "完工项目:", "4.中惠路:2024年7月。"]],
    ids=["until_the_end_of_the_month", "by_part", "over_several_lines"],
)
def test_a_deadline_may_be_told_by_parts(items, cells: list[str]):
    (found,) = items(spaced(*PROJECT_HEAD, *MEALS[:2], *cells, *MEALS[3:]), PROJECTS)
    assert (found.task.deadline, found.task.lead_units) == ("\n\n".join(cells), ["区民政局"])


def test_three_heads_without_a_unit_or_official_are_no_table(items):
    found = items(spaced("序号", "目标任务", "备注", "1", "新增绿地200公顷"), BREAKDOWN)
    assert [item.task.kind for item in found if "绿地" in item.text] == ["task"]


def test_a_merged_cell_of_an_official_holds_for_rows_with_other_units(items):
    own = ["新增口袋公园5个", "新增口袋公园5个,面积2公顷。", "2024年11月", "区综合执法局", "区住建局"]
    found = items(spaced(*PROJECT_HEAD, *MEALS, *own), PROJECTS)
    assert [item.task.officials for item in found] == [["陈启"], ["陈启"]]


def test_a_second_table_has_a_section_of_its_own(items):
    first = spaced("八、副区长陈启牵头重点工作", *HEAD, "1", "新增绿地200公顷", "区综合执法局", "区住建局")
    found = items(first + spaced("2024年鄞州区民生实事项目责任分解", *PROJECT_HEAD, *MEALS), BREAKDOWN)
    assert [item.task.section for item in found] == [("副区长陈启牵头重点工作",), ("2024年鄞州区民生实事项目责任分解",)]
    assert found[0].duty == (["区综合执法局"], ["区住建局"])


def test_a_cell_that_reads_like_a_title_ends_no_table(items):
    table = spaced(*HEAD, "1", "办好民生实事项目10件", "区府办", "区住建局", "2", "新增绿地200公顷", "区综合执法局", "区住建局")
    assert [item.task.item_no for item in items(table, BREAKDOWN)] == ["1", "2"]


DUTIES = ["序号", "重点任务", "牵头单位", "配合单位", "完成时限"]
PLAN = "二、2025年工作安排\n今年地区生产总值增长5.5%。\n附件:重点任务分解\n"


@pytest.mark.parametrize("number", [0, 1], ids=["with_numbers", "without"])
def test_a_report_may_have_a_table_of_duties_as_annex(items, number: int):
    """Each row has its own units and deadline; what stands behind the table is text of the report again."""
    cells = ["1", "新增绿地200公顷", "市住建局", "市水利局", "12月底", "2", "新增绿道100公里", "市水利局", "市住建局", "2025年11月底前"]
    table = [*DUTIES[number:], *(cell for at, cell in enumerate(cells) if not number or at % 5)]
    found = items(PLAN + "\n".join([*table, "各地要对照任务,新增绿地50公顷。"]))
    assert [(item.text, *item.duty, item.task.deadline) for item in found[3:]] == [
        ("新增绿地200公顷", ["市住建局"], ["市水利局"], "12月底"),
        ("新增绿道100公里", ["市水利局"], ["市住建局"], "2025年11月底前"),
        ("各地要对照任务,新增绿地50公顷。", [], [], None),
    ]


def test_the_last_row_of_a_table_in_a_report_may_lack_cells(items):
    table = [*DUTIES, "1", "新增绿地200公顷", "市住建局", "市水利局", "12月底", "2", "新增绿道100公里", "市水利局"]
    found = items(PLAN + "\n".join([*table, "各地要对照任务抓好落实。"]))
    assert [(item.text, *item.duty) for item in found[-2:]] == [
        ("新增绿道100公里", ["市水利局"], []),
        ("各地要对照任务抓好落实。", [], []),
    ]


def test_other_articles_below_a_list_are_none_of_it(items):
    table = spaced(*HEAD, "1", "新增绿地200公顷", "区住建局", "区水利局") + "\n一、附则\n相关新闻\n慈溪市新增绿地300公顷\n余姚市新增绿地400公顷\n"
    found = items(table, BREAKDOWN)
    assert [(item.text, item.task.refused) for item in found if "公顷" in item.text] == [
        ("新增绿地200公顷", ""),
        ("慈溪市新增绿地300公顷", "foreign_article"),
        ("余姚市新增绿地400公顷", "foreign_article"),
    ]


def test_a_page_may_leave_the_bars_behind_cells_of_which_each_has_a_line(items):
    table = "序号 |\n目标与任务 |\n分 管 县领导 |\n牵头责任单位 |\n责任单位 |\n80 |\n新增托位数400个以上。 |\n俞 悦 |\n县教育局 |\n县各有关单位 |\n"
    found = items(table, BREAKDOWN)
    assert [(item.text, item.duty, item.task.officials) for item in found] == [("新增托位数400个以上。", (["县教育局"], ["县各有关单位"]), ["俞悦"])]


def test_a_task_merged_into_the_row_above_and_a_word_behind_the_table_are_no_units(items):
    head = spaced("序号", "民生实事", "责任单位", "完成时限")
    table = head + spaced(
        "1", "新建老年养护楼1座。", "县民政局", "5月底前", "开工建设老年大学。", "2", "新建农贸市场1个。", "县商务局", "12月底前", "分享到:"
    )
    assert [item.task.lead_units for item in items(table, PROJECTS)] == [["县民政局"], ["县商务局"]]


def test_where_texts_stand_in_front_of_units_each_text_begins_a_row(items):
    head = ["牵头领导", "重点工作", "牵头单位", "配合单位", "备注"]
    first = ["周阳市长", "1.新增停车泊位1万个。", "市府办", "各单位", "2.新建公园5个。", "市府办", "市司法局", "各单位"]
    table = spaced(*head, *first, "李强副市长", "3.新增绿地200公顷。", "市住建局", "市财政局")
    found = items(table, BREAKDOWN)
    assert [(item.text, item.duty, item.task.officials) for item in found] == [
        ("1.新增停车泊位1万个。", (["市府办"], ["各单位"]), ["周阳市长"]),
        ("2.新建公园5个。", (["市府办", "市司法局"], ["各单位"]), ["周阳市长"]),
        ("3.新增绿地200公顷。", (["市住建局"], ["市财政局"]), ["李强副市长"]),
    ]
