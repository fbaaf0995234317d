"""Labels of responsibility: who leads, who helps, which official, by when."""

from __future__ import annotations

import pytest

from mubiao.outline.duties import Duty, duty_at, duty_of, end_of, official_of_heading
from mubiao.outline.unit_names import names


@pytest.mark.parametrize(
    ("text", "duty"),
    [
        ("牵头单位:市发改委", Duty(["市发改委"])),
        ("牵头单位:市发改委 市财政局", Duty(["市发改委", "市财政局"])),
        ("牵头单位:市发改局,配合单位:市级有关部门,各镇(街道)。", Duty(["市发改局"], ["市级有关部门", "各镇(街道)"], "市级有关部门,各镇(街道)")),
        ("配合单位:市经信局、市商务局等市级有关部门", Duty([], ["市经信局", "市商务局等市级有关部门"], "市经信局、市商务局等市级有关部门")),
        ("主办单位:市发改委 协办单位:市经信局 完成时限:2025年11月底前", Duty(["市发改委"], ["市经信局"], "市经信局", [], "2025年11月底前")),
        ("牵头领导:杨勇、徐强,责任单位:市交通局", Duty(["市交通局"], officials=["杨勇", "徐强"])),
        ("责任单位(列第一位的为牵头单位):市公安局、市住建局、市交通局", Duty(["市公安局"], ["市住建局", "市交通局"], "市住建局、市交通局")),
        ("责任单位:市住建局、市文明办(以上两家单位共同牵头)、市教育局", Duty(["市住建局", "市文明办"], ["市教育局"], "市教育局")),
        ("责任单位:市发改局、市统计局", Duty(["市发改局", "市统计局"])),
        ("责任单位:市发改局、市统计局,2025年11月底前完成", Duty(["市发改局", "市统计局"], deadline="2025年11月底前")),
        ("责任领导:杨勇,承办单位:市交通局,责任人:徐强", Duty(["市交通局"], officials=["杨勇", "徐强"])),
        ("牵头单位:市委组织部(市委人才办)", Duty(["市委组织部(市委人才办)"])),
        ("牵头单位:市发改委,责任单位:市经信局、市统计局", Duty(["市发改委"], ["市经信局", "市统计局"], "市经信局、市统计局")),
    ],
    ids=["lead", "two_leads", "lead_and_support", "support", "all_labels", "officials", "first_leads", "joint_lead", "all_lead",
         "deadline_behind_units", "two_labels_of_officials", "bracket_in_a_name",
         "others_beside_a_lead"],
)  # fmt: skip
def test_a_line_of_labels(text: str, duty: Duty):
    assert duty_of(text) == duty


def test_where_the_document_says_so_the_first_unit_leads():
    assert duty_of("责任单位:市交通局、市发改委、市财政局", first_leads=True) == Duty(["市交通局"], ["市发改委", "市财政局"], "市发改委、市财政局")


def test_the_bracket_around_the_labels_is_no_part_of_a_name():
    assert duty_of("牵头领导:徐强,责任单位:市生态环境局、市经信局)") == Duty(["市生态环境局", "市经信局"], officials=["徐强"])
    assert duty_of("责任单位:市住建局;完成时限:2025年11月底)") == Duty(["市住建局"], deadline="2025年11月底")


@pytest.mark.parametrize(
    ("text", "behind"),
    [
        ("(责任单位:城管局;配合单位:有关乡镇)。打造街头游园9个。", "打造街头游园9个。"),
        ("(责任单位:城管局(园林处))新建绿道5公里。", "新建绿道5公里。"),
        ("(牵头单位:城管局)(配合单位:住建局)。打造街头游园9个。", "打造街头游园9个。"),
        ("(责任单位:城管局)。", ""),
        ("(责任单位:城管局", ""),
        ("责任单位:城管局(园林处)、住建局", ""),
    ],
    ids=["labels", "bracket_in_a_name", "two_brackets", "nothing_behind", "never_closed", "no_bracket"],
)
def test_the_duties_of_a_bracket_end_with_it(text: str, behind: str):
    found = duty_at(text)
    assert found
    assert text[end_of(text, found[1]) :] == behind


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("市发改委、市财政局", ["市发改委", "市财政局"]),
        ("市发改委 市财政局", ["市发改委", "市财政局"]),
        ("市委改革办(市跑改办)、市政务服务办", ["市委改革办(市跑改办)", "市政务服务办"]),
        ("宁波海关,各区(县、市)政府、开发园区管委会", ["宁波海关", "各区(县、市)政府", "开发园区管委会"]),
        ("", []),
    ],
    ids=["by_marks", "by_spaces", "brackets_stay", "marks_in_brackets_part_nothing", "nothing"],
)
def test_names_of_units(text: str, found: list[str]):
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "lead", "support"),
    [
        ("市建设局牵头,市财政局配合", ["市建设局"], ["市财政局"]),
        ("市建设局、市水利局牵头,市财政局、市民政局配合", ["市建设局", "市水利局"], ["市财政局", "市民政局"]),
        ("由市民政局牵头,各区县(市)政府参与", ["市民政局"], ["各区县(市)政府"]),
        ("市住建局(牵头)、市财政局", ["市住建局"], ["市财政局"]),
        ("市发改委、市财政局(配合单位)", ["市发改委"], ["市财政局"]),
        ("牵头:市人社局;配合:市教育局", ["市人社局"], ["市教育局"]),
        ("市发展改革委牵头,市财政局等按职责分工负责", ["市发展改革委"], ["市财政局"]),
        ("市人社局、市教育局分别负责", ["市人社局", "市教育局"], []),
        ("市经信局、市水利局牵头落实", ["市经信局", "市水利局"], []),
        ("——", [], []),
        ("无", [], []),
    ],
    ids=[
        "both",
        "a_word_for_several",
        "by_whom",
        "in_a_bracket",
        "the_others_lead",
        "short_labels",
        "all_the_others_help",
        "all_lead",
        "lead_and_see_to_it",
        "dash",
        "nobody",
    ],
)
def test_a_unit_is_bare_of_the_word_that_says_what_it_does(text: str, lead: list[str], support: list[str]):
    found = duty_of(f"责任单位:{text}")
    assert (found.lead_units, found.support_units) == (lead, support)


def test_what_a_column_says_of_all_its_units_a_word_behind_one_says_better():
    assert duty_of("配合单位:市建设局牵头,市财政局") == Duty(["市建设局"], ["市财政局"], "市财政局")
    assert duty_of("牵头单位:市建设局牵头。配合单位:市财政局配合。") == Duty(["市建设局"], ["市财政局"], "市财政局")


@pytest.mark.parametrize(
    ("text", "duty"),
    [
        ("1.新增停车泊位1万个。(市建设局牵头,市财政局配合)", (["市建设局"], ["市财政局"])),
        ("1.新增停车泊位1万个。市建设局牵头,市财政局配合。", (["市建设局"], ["市财政局"])),
        ("1.新增停车泊位1万个(市建设局负责)。", (["市建设局"], [])),
        ("1.新增停车泊位1万个。党委领导、政府负责、社会协同。", ([], [])),
        ("1.新增停车泊位1万个(市区5000个)。", ([], [])),
    ],
    ids=["bracket", "sentence", "who_answers", "a_slogan", "another_bracket"],
)
def test_a_sentence_tells_who_answers_without_a_label(items, text: str, duty: tuple[list[str], list[str]]):
    (item,) = items(f"2025年政府工作报告目标任务分解\n{text}", "task_breakdown")
    assert item.duty == duty
    assert item.text.startswith("新增停车泊位1万个")


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("牵头单位:市发改委", (0, 0)),
        ("新增绿地200公顷。(责任单位:市住建局)", (10, 11)),
        ("(牵头领导:杨勇,责任单位:市交通局)", (0, 1)),
        ("(二)牵头单位:市发改委", (0, 3)),
        ("各责任单位要抓好落实", None),
        ("牵头单位", None),
    ],
    ids=["line", "bracket_behind_the_task", "bracket_alone", "numbered_line", "no_label", "no_colon"],
)
def test_where_the_labels_of_a_line_begin(text: str, where: tuple[int, int] | None):
    assert duty_at(text) == where


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("汤飞帆市长牵头重点工作", "汤飞帆"),
        ("赵海滨常务副市长牵头重点工作", "赵海滨"),
        ("常务副区长姚珂军牵头重点工作", "姚珂军"),
        ("区政府党组成员胡建涌牵头重点工作", "胡建涌"),
        ("励映忠副市长负责主抓工作", "励映忠"),
        ("2025年经济社会主要发展目标", None),
    ],
    ids=["mayor", "vice_mayor", "title_in_front", "member_of_the_party_group", "another_verb", "nobody"],
)
def test_a_heading_names_an_official(heading: str, name: str | None):
    assert official_of_heading(heading) == name


def test_a_heading_with_a_title_alone_names_nobody():
    assert official_of_heading("市长牵头重点工作") is None


def test_a_line_of_units_without_a_label_is_of_the_task_right_above_alone(items):
    title = "2025年政府工作报告目标任务分解"
    found = items(f"{title}\n1.新增绿地200公顷。\n2.新增绿道100公里。\n市水利局牵头，市财政局配合\n", "task_breakdown")
    assert [item.duty for item in found] == [([], []), (["市水利局"], ["市财政局"])]
    (several,) = items(f"{title}\n扩大投资\n新增绿地200公顷\n市水利局牵头\n", "task_breakdown")
    assert several.duty == ([], [])


LABELS = "牵头单位：市住建局\n责任单位：市水利局\n完成时限：2025年11月底\n"


@pytest.mark.parametrize(
    "text",
    [
        "1.新增绿地200公顷。\n2.新增绿道100公里。\n（一）牵头单位：市住建局\n（二）责任单位：市水利局\n（三）完成时限：2025年11月底\n",
        f"1.新增绿地200公顷。\n{LABELS}2.新增绿道100公里。\n{LABELS}",
        "一、绿化\n（一）牵头单位：市住建局\n（二）责任单位：市水利局\n（三）工作任务\n1.新增绿地200公顷。\n2.新增绿道100公里。\n"
        "（四）完成时限：2025年11月底\n",
    ],
    ids=["numbered_labels", "a_label_a_line", "a_deadline_below_what_the_others_stand_above"],
)
def test_labels_on_lines_of_their_own_tell_together_who_answers(items, text: str):
    found = items(f"2025年政府工作报告目标任务分解\n{text}", "task_breakdown")
    told = [item for item in found if "新增" in item.text]
    assert [(item.duty, item.task.deadline) for item in told] == [((["市住建局"], ["市水利局"]), "2025年11月底")] * 2


@pytest.mark.parametrize(
    "text",
    [
        "一、绿化（牵头领导：杨勇；责任单位：市住建局）\n1.新增绿地200公顷。\n2.新增绿道100公里。\n二、教育\n（一）学校（责任单位：市教育局）\n",
        "一、城建\n（一）绿化（牵头领导：杨勇；责任单位：市住建局）\n1.新增绿地200公顷。\n2.新增绿道100公里。\n（二）学校（责任单位：市教育局）\n",
        "一、绿化（牵头领导：杨勇）\n1.新增绿地200公顷。（责任单位：市住建局）\n2.新增绿道100公里。\n责任单位：市住建局\n",
    ],
    ids=["first_heading", "second_heading", "an_official_there_and_units_with_each"],
)
def test_a_bracket_behind_a_heading_tells_who_answers_for_what_stands_below(items, text: str):
    found = items(f"2025年政府工作报告目标任务分解\n{text}", "task_breakdown")
    told = [item for item in found if "新增" in item.text]
    assert [(item.duty, item.task.officials) for item in told] == [((["市住建局"], []), ["杨勇"])] * 2
