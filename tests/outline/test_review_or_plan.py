"""Which part of a report looks back and which looks ahead, with headings and without."""

from __future__ import annotations

from pathlib import Path

import pytest

import mubiao


def parts(items) -> list[tuple[str, str]]:
    return [(item.task.part, item.text) for item in items]


def test_headings_part_review_and_plan(items):
    report = """
        一、2024年工作回顾
        地区生产总值增长5.4%。
        二、2025年工作安排
        地区生产总值增长5.5%左右。
    """
    assert parts(items(report)) == [
        ("review", "2024年工作回顾"),
        ("review", "地区生产总值增长5.4%。"),
        ("plan", "2025年工作安排"),
        ("plan", "地区生产总值增长5.5%左右。"),
    ]


@pytest.mark.parametrize(
    "heading",
    ["一、工作回顾", "一、过去一年的工作", "一、2024年经济社会发展情况", "一、发展基础与面临形势", "一、2024年国民经济和社会发展计划执行情况"],
)
def test_a_heading_opens_the_review(items, heading: str):
    assert items(f"{heading}\n地区生产总值增长5.4%。")[-1].task.part == "review"


@pytest.mark.parametrize(
    "heading", ["二、主要任务", "二、今年工作的总体要求", "二、2025年经济社会发展目标", "二、2025年重点抓好以下工作", "2025年目标任务"]
)
def test_a_heading_opens_the_plan(items, heading: str):
    assert items(f"一、工作回顾\n地区生产总值增长5.4%。\n{heading}\n地区生产总值增长5.5%左右。")[-1].task.part == "plan"


def test_a_sentence_opens_the_plan_where_no_heading_does(items):
    report = """
        过去一年，我们成功应对困难挑战，地区生产总值增长5.4%，获批了一批重大项目。
        今年经济社会发展的主要预期目标是：地区生产总值增长5.5%左右。
        新增绿地100公顷。
    """
    assert [item.task.part for item in items(report)] == ["review", "plan", "plan"]
    assert items(report.replace("今年经济社会发展的主要预期目标", "经济发展预期目标"))[-1].task.part == "plan"


def test_a_paragraph_that_comes_to_what_is_planned_opens_the_plan_behind_it(items):
    report = """
        过去一年，我们成功应对困难挑战，地区生产总值增长5.4%，获批了一批重大项目。
        成绩来之不易。按照市委部署，今年政府工作的总体要求是：稳中求进、以进促稳。
        （一）打赢攻坚战。新增绿地100公顷。
    """
    assert items(report)[-1].task.part == "plan"
    assert items(report.replace("今年政府工作的总体要求是", "圆满完成了年初确定的今年政府工作的主要目标，要求是"))[-1].task.part == "review"


BOTH = "宁波市2024年上半年工作总结及下半年工作安排"
QUARTERS = "宁波市2024年前三季度工作总结和四季度工作计划"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"{BOTH}\n一、上半年主要工作\n新增绿地100公顷。\n二、下半年重点工作\n新增绿地120公顷。", [("result", "上半年"), ("target", "下半年")]),
        (f"{BOTH}\n一、重点工作推进\n新增绿地100公顷。\n二、下一步工作\n新增绿地120公顷。", [("result", "上半年"), ("target", None)]),
        (f"{BOTH}\n新增绿地100公顷。\n下半年，将做好以下工作：\n一是新增绿地120公顷。", [("result", "上半年"), ("target", "下半年")]),
        (f"{BOTH}\n一、主要工作\n新增绿地100公顷。\n下半年，我们将狠抓落实。\n新增绿地120公顷。", [("result", "上半年"), ("target", "下半年")]),
        (f"{BOTH}\n一、全年目标任务\n新增绿地100公顷。\n二、完成情况\n新增绿地120公顷。", [("target", None), ("result", "上半年")]),
        (f"{QUARTERS}\n一、前三季度工作\n新增绿地100公顷。\n二、四季度工作计划\n新增绿地120公顷。", [("result", "前三季度"), ("target", "四季度")]),
        (
            "宁波市2024年1—6月工作情况及7—12月工作安排\n一、1—6月工作\n新增绿地100公顷。\n二、7—12月工作安排\n新增绿地120公顷。",
            [("result", "1—6月"), ("target", "7—12月")],
        ),
        (
            "宁波市2024年第一季度工作总结及第二季度工作计划\n一、主要工作\n新增绿地100公顷。\n二、第二季度工作计划\n新增绿地120公顷。",
            [("result", "一季度"), ("target", "二季度")],
        ),
    ],
)
def test_a_report_on_a_part_of_its_year_may_plan_the_rest_of_it(tmp_path: Path, text: str, told: list):
    (tmp_path / "report.txt").write_text(text, encoding="utf-8")
    rows = mubiao.extract(tmp_path / "report.txt")
    assert list(zip(rows["stage"], rows["part_of_year"].replace({float("nan"): None}), strict=True)) == told
    assert rows["year"].tolist() == [2024, 2024]


@pytest.mark.parametrize(
    "text",
    [
        "宁波市2024年工作总结和2025年工作计划\n一、主要工作\n新增绿地100公顷。\n二、2025年工作计划\n新增绿地120公顷。",
        "宁波市2024年工作总结及下一步工作打算\n今年以来,城市更绿。\n一、重点任务\n今年新增绿地100公顷。\n二、工作打算\n明年,新增绿地120公顷。",
    ],
)
def test_an_office_that_sums_up_its_year_and_plans_the_next_tells_what_was_done_first(tmp_path: Path, text: str):
    (tmp_path / "report.txt").write_text(text, encoding="utf-8")
    rows = mubiao.extract(tmp_path / "report.txt")
    assert list(zip(rows["stage"], rows["year"], strict=True)) == [("result", 2024), ("target", 2025)]


def test_a_text_without_headings_that_tells_of_results_is_a_review(items):
    assert items("完成了绿道建设100公里，获批了国家级平台3个，城镇新增就业首次超过20万人。")[0].task.part == "review"


def test_a_text_without_headings_that_tells_of_intentions_is_a_plan(items):
    assert items("加快建设绿道100公里，力争新增就业20万人，确保增长5.5%，推进改革，深化开放，打造平台。")[0].task.part == "plan"


@pytest.mark.parametrize("head", ["2021年", "指标 单位 2021年 2022年"])
def test_a_year_below_a_plan_without_headings_makes_no_review_of_it(items, head: str):
    """Of a page torn out of a report, with a table at its end: 62 targets of 2022 became results of 2021."""
    page = f"推动制造业提质登高，规上工业增加值增长8.5%，新增百亿以上企业5家。\n加强廉政建设，坚持过紧日子。\n{head}"
    assert items(page, year=2022)[0].task.part == "plan"


def test_what_stands_before_the_first_plan_is_the_review(items):
    report = "获评国家级示范区2个。\n二、2025年主要任务\n新增绿地200公顷。"
    assert [item.task.part for item in items(report)] == ["review", "plan", "plan"]


def test_a_part_about_five_years_says_which(items):
    report = """
        一、过去五年工作回顾
        地区生产总值年均增长6%。
        二、今后五年的奋斗目标
        地区生产总值突破2万亿元。
        三、2025年主要任务
        地区生产总值增长5.5%。
    """
    assert [(item.task.part, item.task.period) for item in items(report)[1::2]] == [
        ("review", (2020, 2024)),
        ("plan", (2025, 2029)),
        ("plan", None),
    ]


def test_headings_of_two_levels_make_the_path(items):
    report = "二、2025年主要任务\n（一）强化科技创新\n研发投入强度达到3.5%。\n（二）推动绿色发展\n新增绿地200公顷。\n三、加强自身建设\n压减支出5%。"
    assert [(item.task.section, item.text) for item in items(report) if "%" in item.text or "公顷" in item.text] == [
        (("2025年主要任务", "强化科技创新"), "研发投入强度达到3.5%。"),
        (("2025年主要任务", "推动绿色发展"), "新增绿地200公顷。"),
        (("加强自身建设",), "压减支出5%。"),
    ]


def test_numbered_paragraphs_keep_their_number(items):
    found = items("二、2025年主要任务\n1.新增绿地200公顷。\n2.新增绿道100公里。")
    assert [(item.task.item_no, item.text) for item in found[1:]] == [("1", "新增绿地200公顷。"), ("2", "新增绿道100公里。")]


@pytest.mark.parametrize("title", ["2025年宁波市政府工作报告", "2025年1月17日在宁波市第十六届人民代表大会第四次会议上"])
def test_the_year_in_the_title_says_nothing_of_the_part_below(items, title: str):
    report = f"{title}\n过去一年，我们完成了绿道建设100公里，地区生产总值增长5.4%。\n今年主要预期目标是：地区生产总值增长5.5%左右。"
    assert [item.task.part for item in items(report)][1:] == ["review", "plan"]


def test_a_bulletin_tells_results(items):
    bulletin = "2024年宁波市国民经济和社会发展统计公报\n一、综合\n全市实现地区生产总值18147.7亿元，比上年增长5.4%。"
    assert items(bulletin, "bulletin", 2024)[-1].task.part == "review"


def test_site_noise_does_not_change_the_part(items):
    report = "二、2025年主要任务\n新增绿地200公顷。\n上一篇：2024年政府工作报告\n新增绿道100公里。"
    assert items(report)[-1].task.part == "plan"


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("一、2024年主要工作", "review"),
        ("一、2024年主要工作和“十四五”以来的成就", "review"),
        ("一、二〇二四年主要工作", "review"),
        ("一、去年主要工作", "review"),
        ("一、上年度目标任务完成情况", "review"),
        ("一、市十二届人大一次会议确定的目标任务完成情况", "review"),
        ("一、重点工作推进情况", "review"),
        ("二、今年主要工作", "plan"),
        ("一、“十四五”时期发展成就和2024年重点工作完成情况", "review"),
        ("二、“十五五”时期主要目标和2025年重点工作", "plan"),
        ("三、贯彻落实2024年中央经济工作会议精神的主要任务", "plan"),
    ],
)
def test_the_years_in_a_heading_decide_before_its_other_words(items, heading: str, part: str):
    assert items(f"{heading}\n新增绿地200公顷。")[-1].task.part == part


REPORT_WITH_ANNEX = """
    一、2024年工作回顾
    新增绿地100公顷。
    二、2025年工作安排
    新增绿地200公顷。
    {annex}
"""


@pytest.mark.parametrize(
    "annex",
    [
        "附件\n2025年10件惠民实事\n一、稳定就业\n新增就业20万人。\n主办单位:市人社局\n二、扩大养老\n新增床位300张。\n主办单位:市民政局\n三、便民\n加装电梯50台。\n主办单位:市住建局",
        "附件2:2025年重点工作分工\n1.新增就业20万人。(牵头单位:市人社局)\n2.新增床位300张。(牵头单位:市民政局)\n3.加装电梯50台。(牵头单位:市住建局)",
    ],
    ids=["lines_of_duties", "duties_in_brackets"],
)
def test_a_list_of_duties_at_its_end_leaves_a_report_a_report(items, annex: str):
    found = items(REPORT_WITH_ANNEX.format(annex=annex))
    assert [item.task.part for item in found if "公顷" in item.text] == ["review", "plan"]
    assert [bool(item.task.lead_units) for item in found if "床位" in item.text] == [True]


def test_duties_all_over_make_a_list_of_a_document_without_a_title(items):
    found = items("一、扩大就业\n新增就业20万人。\n牵头单位:市人社局\n新增床位300张。\n牵头单位:市民政局\n加装电梯50台。\n牵头单位:市住建局")
    assert {item.task.part for item in found} == {"plan"}


@pytest.mark.parametrize("title", ["《政府工作报告》名词解释", "附件:名词解释", "附件2 名词解释", "《政府工作报告》有关内容名词注释"])
def test_a_glossary_is_known_by_longer_titles(items, title: str):
    found = items(f"二、2025年主要任务\n新增绿地200公顷。\n{title}\n一、2024年工作回顾\n1.“1+3”:指1个中心、3个基地。")
    assert [item.task.refused for item in found][-2:] == ["glossary", "glossary"]


def test_a_glossary_in_a_list_of_contents_ends_nothing(items):
    found = items("2025年政府工作报告\n附件:名词解释\n各位代表:\n一、2024年工作回顾\n新增绿地100公顷。")
    assert (found[-1].task.part, found[-1].task.refused) == ("review", "")


def test_a_list_behind_a_glossary_counts(items):
    found = items("二、2025年主要任务\n新增绿地200公顷。\n名词解释\n1.零碳园区:1个园区。\n附件\n2025年民生实事\n1.加装电梯50台。")
    assert [item.task.refused for item in found if "电梯" in item.text] == [""]


@pytest.mark.parametrize("kind", ["bulletin", "progress_report"])
def test_documents_of_results_plan_nothing(items, kind: str):
    assert {item.task.part for item in items("一、主要目标\n新增绿地200公顷。", kind)} == {"review"}
