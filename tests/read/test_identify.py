"""Whose document it is, of which year and kind, read from title, speech line, text and file name."""

from __future__ import annotations

from pathlib import Path

import pytest

from mubiao.errors import ReadError
from mubiao.model import Facts
from mubiao.read import identify, speaker
from mubiao.read.document import identified, read_documents
from mubiao.read.fold import fold

# The heads of the documents that the tests speak of, as fold() gives them.
SPEECH = "政府工作报告\n——2025年1月17日在宁波市第十六届人民代表大会第四次会议上\n市长 汤飞帆\n各位代表:"
NOTICE = "宁波市鄞州区人民政府办公室关于印发2024年政府工作报告目标任务责任分解的通知\n各镇政府、街道办事处:"
BODY = "新增绿地200公顷。"


@pytest.mark.parametrize(
    ("text", "name", "year"),
    [
        ("宁波市2025年政府工作报告\n" + BODY, "report.txt", 2025),
        ("2024年鄞州区民生实事项目清单\n" + BODY, "report.txt", 2024),
        (NOTICE, "report.txt", 2024),
        (SPEECH, "report.txt", 2025),
        ("政府工作报告\n(2008年1月17日在金华市第五届人民代表大会第三次会议上)", "report.txt", 2008),
        ("一、2008年工作回顾\n" + BODY, "report.txt", 2009),
        ("回顾2023年,我们迎难而上。", "report.txt", 2024),
        ("二、2010年主要任务\n" + BODY, "report.txt", 2010),
        (BODY, "宁波市-2025-政府工作报告.txt", 2025),
        (BODY, "330212-yinzhou-2024-task-breakdown.txt", 2024),
        (BODY, "2024/330200.txt", 2024),
        ("关于分解落实《政府工作报告》的通知\n各乡镇:\n2018年是新一届政府开局的第一年,也是关键的一年。", "report.txt", 2018),
        ("政府工作报告\n各位代表:\n2018年是本届政府开局的第一年,也是关键的一年。", "report.txt", 2019),
        (SPEECH, "宁波市-2019.txt", 2025),
        ("2024年政府工作报告\n" + SPEECH + "\n一、2024年工作回顾\n" + BODY, "report.txt", 2025),
        ("2025年政府工作报告\n" + SPEECH + "\n一、2024年工作回顾\n" + BODY, "report.txt", 2025),
        ("2024年政府工作报告\n一、2024年工作回顾\n二、2025年工作安排\n" + BODY, "report.txt", 2025),
        ("2024年政府工作报告\n一、2024年工作回顾\n" + BODY, "report.txt", 2025),
        ("2024年政府工作报告\n一、2024年工作回顾\n二、2024年工作安排\n" + BODY, "report.txt", 2024),
        ("教育局2024年工作总结及下一步工作计划\n" + BODY, "report.txt", 2025),
        ("教育局工作总结及下一步工作计划\n" + BODY, "宁波市2024.txt", 2025),
        ("教育局2024年工作总结\n" + BODY, "report.txt", 2024),
    ],
    ids=[
        "title", "title_of_projects", "title_of_a_notice", "speech", "speech_in_brackets", "review_heading", "review_in_text", "plan_heading",
        "file_name", "file_name_with_code", "folder_name", "year_of_a_list", "year_of_a_report", "text_before_file_name",
        "title_of_the_year_reviewed", "title_of_the_year_planned", "headings_of_both_years", "review_of_the_year_titled",
        "review_and_plan_of_the_year_titled", "summary_and_plan", "summary_and_plan_without_a_year", "summary",
    ],
)  # fmt: skip
def test_the_year_that_a_document_plans(text: str, name: str, year: int):
    assert identify.year(text, name).value == year


@pytest.mark.parametrize("name", ["report.txt", "330200.txt", "197.txt", "宁波市.txt"])
def test_no_year_is_read_where_none_is_written(name: str):
    assert identify.year(BODY, name) is None


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        (SPEECH, "report.txt", "330200"),
        ("政府工作报告\n——2025年1月14日在浙江省第十四届人民代表大会第三次会议上", "report.txt", "330000"),
        ("政府工作报告\n——2025年1月19日在重庆市第六届人民代表大会第三次会议上", "report.txt", "500000"),
        ("政府工作报告\n——1986年3月1日在慈溪县第八届人民代表大会第三次会议上", "report.txt", "330282"),
        (NOTICE, "report.txt", "330212"),
        ("慈溪市人民政府办公室关于印发2021年政府工作报告目标任务责任分解", "report.txt", "330282"),
        (BODY, "宁波市鄞州区2024年政府工作报告.txt", "330212"),
        (BODY, "鄞州2024.txt", "330212"),
        (BODY, "330212-yinzhou-2024-task-breakdown.txt", "330212"),
        (BODY, "2024/330200.txt", "330200"),
        (BODY, "慈溪市-2021.txt", "330282"),
        ("大庆经济稳中向好,大庆人民团结奋斗,建设美好大庆。", "report.txt", "230600"),
        (SPEECH, "杭州市.txt", "330200"),
        ("绍兴市人民政府\n当前位置:首页\n浙江省人民政府工作报告\n" + BODY, "report.txt", "330000"),
        ("公报(2012年)\n昌邑市统计局\n" + BODY, "report.txt", "370786"),
    ],
    ids=[
        "speech", "speech_of_a_province", "speech_of_a_municipality", "speech_of_a_former_county", "title", "title_of_a_county_level_city",
        "path_in_file_name", "short_name_in_file_name", "code_in_file_name", "code_behind_a_folder", "file_name", "most_often_in_the_text",
        "speech_before_file_name", "title_before_the_name_of_the_site", "publisher",
    ],
)  # fmt: skip
def test_the_place_that_speaks(text: str, name: str, code: str):
    assert speaker.place(text, name).value.code == code


@pytest.mark.parametrize(
    ("date", "year"),
    [
        ("温岭市统计局 2025年10月28日", 2025),
        ("发布日期:2025-10-28", 2025),
        ("发布时间:2025-10-28 来源:温岭市统计局", 2025),
        ("温岭市统计局 2026年1月28日", None),
    ],
)
def test_a_report_on_a_part_of_a_year_is_of_the_year_of_its_date(date: str, year: int | None):
    """What January tells of is not said to be of its own year."""
    found = identify.year(f"前三季度全市经济运行情况\n{date}\n前三季度,地区生产总值增长5.6%。1-9月,工业增加值增长7.5%。", "report.txt")
    assert (found and found.value) == year


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2023年,全县实施民生实事12件。根据时间安排,截至三季度末,已完成投资3.2亿元。", 2023),
        ("2023年,全县实施民生实事12件。", None),
    ],
)
def test_a_paragraph_that_opens_with_a_year_and_tells_of_a_part_of_it_tells_the_year(text: str, year: int | None):
    found = identify.year(f"前三季度重点项目加快推进\n{text}", "report.txt")
    assert (found and found.value) == year


def test_a_number_that_is_no_code_names_no_place():
    assert speaker.place(BODY, "report-123456-2024.txt") is None


def test_no_place_is_read_where_none_is_named():
    assert speaker.place(BODY, "report.txt") is None


def test_words_for_parts_of_any_city_name_no_place():
    assert speaker.place("城区绿化率提高。郊区农民增收。城区改造。城区更新。郊区发展。郊区振兴。", "report.txt") is None


def test_a_line_of_nothing_but_a_name_below_the_title_is_who_speaks():
    assert speaker.place("关于2025年上半年民生实事项目进展情况的通报\n德清县\n" + BODY, "report.txt").value.code == "330521"


def test_names_that_stand_alone_in_several_lines_are_rows_of_a_table():
    rows = "海曙区\n320\n江北区\n280\n"
    assert speaker.place(f"各区县2025年主要目标\n{rows}", "宁波市2025年主要目标.txt").value.code == "330200"
    assert speaker.place("各镇2025年主要目标\n海曙区\n320\n", "2025年主要目标.txt").value.code == "330203"


def test_what_is_planned_is_told_behind_the_report_on_what_was_done():
    titles = ["2024年重点工作任务落实情况", "2024年工作完成情况和重点工作"]
    assert [identify.doc_type(title + "\n" + BODY, "report.txt").value for title in titles] == ["progress_report", "plan_report"]


def test_of_several_places_of_one_name_the_one_inside_the_place_in_front_is_meant():
    assert speaker.place("重庆市江北区2025年政府工作报告", "report.txt").value.code == "500105"


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("2025年前三季度温州经济运行情况", "330300"),
        ("2024年浙江经济运行情况", "330000"),
        ("宁波市2025年1—9月固定资产投资情况", "330200"),
        ("宁波市人民代表大会常务委员会关于批准2024年市级决算的决议", "330200"),
        ("2024年鄞州经济运行情况", None),
        ("浙江省温州2025年政府工作报告", "330300"),
        ("浙江省慈溪2025年政府工作报告", "330282"),
        ("浙江省温州人2025年创业情况", "330000"),
        ("浙江省各市2025年政府工作报告汇编", None),
    ],
)
def test_a_title_tells_the_place_and_may_call_a_city_or_province_by_its_short_name(title: str, code: str | None):
    found = speaker.place(f"{title}\n增长5%。", "report.txt")
    assert (found.value.code if found else None) == code


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (SPEECH, "report.txt", "work_report"),
        ("关于宁波市2024年决算的报告", "report.txt", "progress_report"),
        ("关于宁波市2024年财政决算(草案)的报告", "report.txt", "progress_report"),
        ("关于宁波市2024年财政决算草案的报告", "report.txt", "progress_report"),
        (NOTICE, "report.txt", "task_breakdown"),
        ("2025年市民生实事项目清单", "report.txt", "livelihood_projects"),
        ("关于宁波市2024年国民经济和社会发展计划执行情况的报告", "report.txt", "plan_report"),
        ("2024年宁波市国民经济和社会发展统计公报", "report.txt", "bulletin"),
        (BODY, "2025年重点工作分工.txt", "task_breakdown"),
        ("县人民政府关于分解落实《政府工作报告》的通知", "report.txt", "task_breakdown"),
        ("2024年十件民生实事1-10月实施进度", "report.txt", "progress_report"),
        ("上半年民生实事有序推进", "report.txt", "progress_report"),
        (BODY, "report.txt", "work_report"),
    ],
    ids=[
        "speech",
        "final_account",
        "draft_of_final_account",
        "draft_without_brackets",
        "notice",
        "projects",
        "plan",
        "bulletin",
        "file_name",
        "shared_out",
        "progress",
        "part_of_a_year",
        "nothing_said",
    ],
)
def test_the_kind_of_a_document(text: str, name: str, kind: str):
    assert identify.doc_type(text, name).value == kind


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("宁波日报\n宁波市政府工作报告\n各位代表:", "宁波市政府工作报告"),
        ("现在,我代表市人民政府向大会作工作报告。\n" + BODY, "report"),
        (BODY, "report"),
    ],
    ids=["line_of_the_opening", "a_sentence_is_no_title", "file_name"],
)
def test_the_title(text: str, title: str):
    assert identify.title(text, "report.txt") == title


def test_facts_that_were_read_are_listed_as_inferred():
    facts = identified(SPEECH, "report.txt", Facts(year=2026, doc_type="work_report"))
    assert (facts.year, facts.jurisdiction_code, facts.title) == (2026, "330200", "政府工作报告")
    assert facts.inferred == ("jurisdiction_code", "title")


def test_a_code_that_nobody_has_is_told():
    with pytest.raises(ReadError, match=r"^report\.txt: no jurisdiction has the code 339999$"):
        identified(SPEECH, "report.txt", Facts(jurisdiction_code="339999"))


def test_the_key_of_a_document_is_its_path_in_the_raw_folder(tmp_path: Path):
    path = tmp_path / "a.txt"
    path.write_text(BODY, encoding="utf-8")
    assert read_documents(path, name="2024/a.txt")[0].doc_id == "2024/a"


def test_a_speech_without_a_title_is_what_its_file_is_called():
    speech = "——2020年7月28日在宁波市第十五届人民代表大会常务委员会第三十次会议上\n主任、各位副主任:\n请审议。\n"
    found = identified(speech, "宁波市2019年度市级预算执行和其他财政收支的审计工作报告.txt", Facts())
    assert (found.doc_type, found.year) == ("progress_report", 2019)


def test_a_plan_report_plans_the_later_year_of_its_title():
    title = "关于宁波市2024年国民经济和社会发展计划执行情况与2025年国民经济和社会发展计划草案的报告"
    assert identify.year(title, "report.txt").value == 2025


def test_a_bulletin_is_identified_by_its_title():
    title = "2024年宁波市国民经济和社会发展统计公报"
    found = identified(title + "\n宁波市统计局", "report.txt", Facts())
    assert (found.title, found.year, found.jurisdiction_code) == (title, 2024, "330200")


def test_of_several_places_of_one_name_the_one_that_the_file_name_tells_is_meant():
    text = "政府工作报告\n——2025年1月14日在朝阳区第十九届人民代表大会第五次会议上"
    assert speaker.place(text, "长春市朝阳区-2025.txt").value.code == "220104"


def test_a_name_of_several_places_alone_does_not_tell_the_place():
    assert speaker.place("政府工作报告\n——2025年1月14日在朝阳区第十九届人民代表大会第五次会议上", "report.txt") is None


BODY_OF_A_REPORT = "各位代表:\n过去一年,我们统筹推进市级民生实事项目,2023年各项任务的完成,标志着开局良好。\n一、2024年工作回顾\n"


@pytest.mark.parametrize(
    ("head", "where"),
    [
        ("政府工作报告\n——2025年1月17日在宁波市第十六届人民代表大会第四次会议上", ("title", "speech", "speech")),
        ("2025年宁波市政府工作报告", ("title", "title", "title")),
        ("", ("speech", "headings", "file name")),
    ],
    ids=["speech", "title", "neither"],
)
def test_sentences_of_a_report_are_asked_for_nothing_that_its_head_tells(head: str, where: tuple[str, ...]):
    """A sentence about livelihood projects makes no list of them, one about the tasks of a year no title."""
    facts = identified(f"{head}\n{BODY_OF_A_REPORT}", "宁波市.txt", Facts())
    assert (facts.doc_type, facts.year, facts.jurisdiction_code) == ("work_report", 2025, "330200")
    assert facts.found_in == tuple(
        f"{field}: {found}" for field, found in zip(("doc_type", "jurisdiction_code", "year"), (where[0], where[2], where[1]), strict=True)
    )


@pytest.mark.parametrize(
    ("title", "kind", "year"),
    [
        ("关于2024年度民生实事完成情况的公示", "progress_report", 2024),
        ("慈溪市2024年政府工作报告目标任务分解落实情况", "progress_report", 2024),
        ("慈溪市2024年工作总结", "progress_report", 2024),
        ("宁波市“十四五”教育事业发展规划", "plan_report", 2021),
        ("宁波市教育发展规划(2021-2025年)", "plan_report", 2021),
        ("慈溪市2024年工作总结和2025年工作计划", "plan_report", 2025),
        ("慈溪市2025年1-6月经济运行情况", "progress_report", 2025),
        ("关于慈溪市2024年预算执行情况和2025年预算草案的报告", "plan_report", 2025),
        ("咸阳市2023年国民经济和社会发展计划", "plan_report", 2023),
        ("关于咸阳市2023年国民经济和社会发展计划执行情况的报告", "plan_report", 2024),
        ("关于咸阳市2023年上半年国民经济和社会发展计划执行情况的报告", "plan_report", 2023),
        ("关于慈溪市2024年国民经济和社会发展\n计划执行情况与2025年国民经济和社会发展\n计划草案的报告", "plan_report", 2025),
        ("慈溪市国民经济和社会发展统计公报(2012年)", "bulletin", 2012),
        ("慈溪市2024年国民经济和社会发展统计公报(2025年3月)", "bulletin", 2024),
        ("关于印发慈溪市2025年重点工作清单的通知", "task_breakdown", 2025),
        ("慈溪市国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要", "plan_report", 2021),
        ("慈溪市国民经济和社会发展“十三五”规划纲要", "plan_report", 2016),
        ("慈溪市 2025 年政府工作报告", "work_report", 2025),
        ("慈溪市二〇一二年政府工作报告", "work_report", 2012),
        ("慈溪市2025年10件惠民实事", "livelihood_projects", 2025),
        ("关于慈溪市2023年民生实事项目完成情况和2024年民生实事项目安排的报告", "plan_report", 2024),
        ("慈溪市2023年为民办实事办理情况及2024年候选项目", "plan_report", 2024),
        ("慈溪市人民政府关于2023年度法治政府建设情况的报告", "progress_report", 2023),
        ("澳门特别行政区2024年财政年度施政报告", "work_report", 2024),
        ("慈溪市2025年政府工作报告重点任务清单", "task_breakdown", 2025),
        ("慈溪市2025年《政府工作报告》重点工作任务责任分工", "task_breakdown", 2025),
        ("慈溪市2025年《政府工作报告》重点工作责任分工方案", "task_breakdown", 2025),
        ("慈溪市2025年度城建重点工程计划", "task_breakdown", 2025),
        ("慈溪市2025年重点建设项目计划", "task_breakdown", 2025),
        ("慈溪市2025年度“民生微实事”清单", "livelihood_projects", 2025),
        ("慈溪市2024年为民办实事项目执行情况的报告", "progress_report", 2024),
        ("慈溪市“十四五”规划纲要中期评估报告(2021—2023年)", "progress_report", 2023),
        ("关于慈溪市2023年“十四五”规划纲要中期评估情况的报告", "progress_report", 2023),
        ("关于2024年度十大民生实事项目实施结果的通报", "progress_report", 2024),
        ("慈溪市2024年法治政府建设年度报告", "progress_report", 2024),
        ("关于2025年政府工作报告半年度执行情况的汇报", "plan_report", 2025),
        ("云和县国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要(2021年2月5日县第十六届人大第五次会议通过)", "plan_report", 2021),
        ("慈溪市2024年1-9月重点行业情况", "progress_report", 2024),
        ("国民经济和社会发展统计公报\n(2019年)\n昆山市统计局", "bulletin", 2019),
        ("慈溪市国民经济和社会发展第十三个五年规划纲要\n(2016—2020年)", "plan_report", 2016),
        ("政府工作报告\n(二〇二五年一月八日)\n慈溪市市长 某某", "work_report", 2025),
        ("政府工作报告\n(2024年12月28日)\n慈溪市市长 某某", "work_report", 2025),
        ("在全市经济工作会议上的讲话\n(2025年1月3日)\n慈溪市市长 某某", "work_report", 2025),
        ("慈溪市数字经济三年行动计划(2025—2027年)", "task_breakdown", 2025),
    ],
)
def test_kind_and_year_of_a_title(title: str, kind: str, year: int):
    facts = identified(fold(title + "\n\n" + BODY).text, "a.txt", Facts())
    assert (facts.doc_type, facts.year, facts.jurisdiction_code) == (kind, year, facts.jurisdiction_code)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("宁波市2025年工作计划", "task_breakdown"),
        ("宁波市2025年下半年工作安排", "task_breakdown"),
        ("宁波市人民政府关于做好2025年四季度经济工作的通知", "task_breakdown"),
        ("宁波市2025年一季度稳增长若干政策", "task_breakdown"),
        ("宁波市2025年上半年工作总结及下半年工作安排", "plan_report"),
        ("宁波市2025年上半年经济运行", "progress_report"),
        ("2024年工作回顾\n2025年工作安排", "work_report"),
    ],
)
def test_a_title_that_only_plans_a_year_or_a_part_of_it_is_a_list_of_tasks(title: str, kind: str):
    assert identify.doc_type(f"{title}\n新增绿地200公顷。", "").value == kind


def test_a_notice_has_the_title_of_its_plan_below():
    notice = """明政办〔2018〕57号
各县(市、区)人民政府,市直各单位:
《2018年民生基础设施补短板实施方案》已经市政府同意,现印发给你们。
三明市人民政府办公室
2018年6月28日
2018年民生基础设施补短板实施方案
一、主要目标"""
    facts = identified(notice, "a.txt", Facts())
    assert (facts.doc_type, facts.year, facts.jurisdiction_code, facts.title) == (
        "task_breakdown", 2018, "350400", "2018年民生基础设施补短板实施方案",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("政府工作报告\n——2024年12月28日在慈溪市第十八届人民代表大会第四次会议上", 2025),
        ("各位代表:\n2018年:铆足干劲抓落实\n过去一年,成绩来之不易。\n2019年:奋力开创新局面", 2019),
        ("各位代表:\n一、“十一五”时期工作回顾\n五年来,成绩来之不易。", 2011),
        ("各位代表:\n2012年是撤地设市后的第一年,成绩来之不易。", 2013),
        ("各位代表:\n今年是“十二五”开局之年,任务繁重。", 2011),
        ("各位代表:\n一、五年来政府工作回顾\n预计2002年全市实现国内生产总值709亿元。", 2003),
        ("各位代表:\n一、过去五年工作\n2006年,预计全县生产总值80亿元。", 2007),
    ],
    ids=["congress_in_december", "mottoes", "five_year_plan", "year_told", "plan_begins", "year_estimated", "estimate_behind_the_year"],
)
def test_the_year_of_a_report_without_a_title(text: str, year: int):
    assert identify.year(text, "report.txt").value == year


@pytest.mark.parametrize("head", ["| 指标 | 2024年完成 | 2025年目标 |", "指标 2024年完成 2025年目标"])
def test_the_head_of_a_table_tells_no_year_against_the_name_of_its_file(head: str):
    """Of 2024年完成 beside 2025年目标 no heading is made that plans 2024."""
    assert identify.year(f"{head}\n| 口袋公园（个） | 40 | 50 |", "宁波市2025年计划.md").value == 2025


def test_a_title_says_who_publishes_in_brackets():
    assert speaker.place("2024年浙江省政府工作报告(宁波市政府网站转载)\n" + BODY, "report.txt").value.code == "330000"


BOTH = "一、2024年工作回顾\n新建绿道10公里。\n二、2025年工作安排\n新建绿道20公里。"


@pytest.mark.parametrize(
    "opening",
    [
        "鄞州区邱隘镇2025年政府工作报告",
        "宁波市鄞州区下应街道2025年工作总结",
        "政府工作报告\n——2025年1月5日在安吉县天荒坪镇第十六届人民代表大会上",
    ],
    ids=["a_town", "a_street", "its_speech"],
)
def test_a_town_is_not_the_county_that_it_lies_in(opening: str):
    assert speaker.place(opening + "\n" + BOTH, "report.txt") is None


def test_a_town_that_does_not_name_itself_is_not_the_county_that_the_file_names():
    assert speaker.place("政府工作报告\n各位代表:\n我代表镇人民政府,向大会报告工作。\n" + BOTH, "苍南县2025年政府工作报告.txt") is None


def test_a_city_whose_short_name_ends_as_that_of_a_town_speaks_for_itself():
    assert speaker.place("政府工作报告\n" + BOTH, "河南省新乡2025年政府工作报告.txt").value.name == "新乡市"


@pytest.mark.parametrize("name", ["慈溪市周巷镇2025年政府工作报告.txt", "北仑区郭巨街道.txt"])
def test_a_town_that_only_the_file_name_tells_is_not_its_county_either(name: str):
    assert speaker.place("政府工作报告\n" + BOTH, name) is None
    assert speaker.place("宁波市2025年政府工作报告\n" + BOTH, name).value.name == "宁波市"


def test_a_line_of_another_kind_above_a_report_does_not_make_it_one():
    text = "2024年民生实事项目\n宁波市政府工作报告\n" + BOTH
    assert (identify.doc_type(text, "report.txt").value, identify.year(text, "report.txt")) == ("work_report", (2025, "headings"))


@pytest.mark.parametrize(
    ("text", "name", "given", "warnings"),
    [
        (SPEECH, "宁波市2025.txt", Facts(), []),
        (SPEECH, "宁波市2024.txt", Facts(), ["year_differs"]),
        (SPEECH, "关于宁波市2024年计划执行情况与2025年计划草案的报告.txt", Facts(), []),
        (SPEECH, "report.txt", Facts(year=2024), ["year_differs"]),
        ("宁波市2024年政府工作报告\n" + SPEECH, "report.txt", Facts(), ["year_differs"]),
        (SPEECH, "330282-2025.txt", Facts(), ["place_differs"]),
        (SPEECH, "report.txt", Facts(jurisdiction_code="330000"), ["place_differs"]),
        (SPEECH, "report.txt", Facts(doc_type="bulletin"), ["kind_differs"]),
        (SPEECH, "report.txt", Facts(doc_type="work_report"), []),
        ("2025年宁波市政府工作报告\n" + SPEECH, "宁波市2025年国民经济和社会发展计划.txt", Facts(), ["kind_differs"]),
        ("一、2024年工作回顾\n我市增长。我市稳定。我市和谐。", "浙江省2025.txt", Facts(), ["place_differs"]),
        ("一、2024年工作回顾\n我区增长。我区稳定。我区和谐。", "宁夏回族自治区2025.txt", Facts(), []),
        ("回顾2024年,宁波稳步发展。宁波更强。宁波更美。", "report.txt", Facts(), ["year_from_text", "place_from_text"]),
        ("回顾2024年,宁波稳步发展。宁波更强。宁波更美。" + "新建区级文化馆3个。" * 9, "report.txt", Facts(), ["year_from_text", "place_from_text"]),
        ("2024年民生实事项目\n宁波市政府工作报告\n" + BOTH, "report.txt", Facts(), ["kind_unsure"]),
        ("2024年民生实事项目\n宁波市政府工作报告\n" + BOTH, "report.txt", Facts(doc_type="work_report"), []),
        ("宁波市2025年民生实事项目\n" + BOTH, "report.txt", Facts(), ["kind_unsure"]),
        ("宁波市2023年政府工作报告\n" + BOTH, "report.txt", Facts(), ["year_differs"]),
        ("宁波市2025年民生实事项目\n一、2025年工作安排", "report.txt", Facts(), []),
        (SPEECH + "\n一、2024年工作回顾\n二、2026年工作安排", "宁波市2025.txt", Facts(), ["year_differs"]),
        (SPEECH + "\n一、2024年工作回顾\n二、2025年工作安排\n三、到2027年主要目标", "宁波市2025.txt", Facts(), []),
        ("关于宁波市2024年度水利工作的报告\n新建绿道10公里。", "report.txt", Facts(), ["kind_unsure"]),
    ],
    ids=[
        "all_agree",
        "file_of_another_year",
        "file_of_both_years",
        "given_another_year",
        "title_of_another_year_than_the_speech",
        "file_of_another_place",
        "given_another_place",
        "given_another_kind",
        "given_its_kind",
        "file_of_another_kind",
        "a_city_filed_as_its_province",
        "a_region_filed_as_such",
        "only_sentences",
        "a_verb_that_is_the_name_of_a_district",
        "a_line_of_another_kind_above",
        "a_line_of_another_kind_above_the_given_one",
        "a_list_that_looks_back_and_ahead",
        "title_of_another_year_than_its_headings",
        "a_list_that_plans",
        "a_plan_of_another_year_below_the_speech",
        "a_plan_of_its_year_and_one_of_a_year_to_come",
        "a_title_of_no_kind",
    ],
)
def test_what_is_odd_about_where_facts_were_found_is_a_warning(text: str, name: str, given: Facts, warnings: list[str]):
    assert [warning.partition(":")[0] for warning in identified(text, name, given).warnings] == warnings


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("永州市道县2024年国民经济和社会发展统计公报", "431124"),
        ("道县2025年政府工作报告", "431124"),
        ("沛县《政府工作报告》任务分解表(2025年度)", "320322"),
        ("2019年萧县政府工作报告", "341322"),
        ("政 府 工 作 报 告\n——2020年5月13日在正镶白旗第十五届\n人 民 代 表 大 会 第 三 次 会 议 上", "152529"),
        ("永州市各县2025年政府工作报告", "431100"),
        ("凉山州2024年民生实事办理情况", "513400"),
        ("景宁县2025年政府工作报告", "331127"),
        ("政府工作报告\n——2025年1月10日在锡林郭勒盟行政公署工作会议上\n锡林郭勒盟盟长 某某", "152500"),
        ("2025年全市经济工作会议上的讲话\n普洱市市长 某某", "530800"),
        ("2025年全县经济工作会议上的讲话\n中共安吉县委书记 某某", "330523"),
    ],
    ids=[
        "a_county_of_two_characters",
        "alone",
        "in_front_of_a_title",
        "behind_a_year",
        "speech_line_with_blanks",
        "counties_of_a_city",
        "short_prefecture",
        "short_county",
        "league",
        "who_speaks",
        "secretary",
    ],
)
def test_places_are_known_by_the_names_that_titles_give_them(text: str, code: str):
    assert speaker.place(f"{text}\n{BODY}", "report.txt").value.code == code


@pytest.mark.parametrize("title", ["广州经济技术开发区管委会2024年工作总结", "雄安新区2025年政府工作报告", "白云区2025年政府工作报告"])
def test_a_zone_is_not_the_city_around_it_and_one_name_of_several_places_tells_none(title: str):
    assert speaker.place(f"{title}\n{BODY}", "report.txt") is None


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("政府工作报告\n——二0二五年一月十五日在龙游县第十八届人民代表大会第四次会议上", 2025),
        ("政府工作报告\n——二0二四年十二月二十日在龙游县第十八届人民代表大会第四次会议上", 2025),
        ("一季度余姚市经济运行平稳开局\n2024年一季度,全市地区生产总值300亿元。", 2024),
        ("“十三五”规划执行情况和“十四五”规划纲要的报告", 2021),
        ("慈溪市“十四五”规划中期评估报告\n截至2023年6月,新建绿道20公里。", 2023),
    ],
    ids=["in_words", "late_in_the_year_in_words", "part_of_a_year_in_text", "two_plans", "plan_under_way"],
)
def test_the_year_is_read_from_words_parts_of_a_year_and_plans(text: str, year: int):
    assert identify.year(f"{text}\n{BODY}", "report.txt").value == year


def test_how_far_a_plan_was_carried_out_tells_no_year():
    assert identify.year(f"慈溪市“十四五”规划实施情况中期评估报告\n{BODY}", "report.txt") is None
    assert identify.year(f"慈溪市“十四五”规划实施情况中期评估报告\n{BODY}2025年目标为300公顷。", "report.txt") is None
