"""For which time the paragraphs of a document speak: headings start it, the openings of paragraphs and sentences change it."""

from __future__ import annotations

from itertools import groupby

import pytest

FIVE, NEXT = (2020, 2024), (2025, 2029)
REVIEW = "一、2024年工作回顾\n"
PLAN = "一、2024年工作回顾\n地区生产总值增长5%。\n二、2025年工作安排\n"


def time_of(items, text: str, words: str, **facts):
    """Part, years and part of the year that hold where some words stand."""
    for item in items(text, **facts):
        if words in item.text:
            start = item.task.spans[0][0] + item.texts[0].index(words)
            found = item.task.time(start)
            return found.part, found.years, found.of_year
    raise AssertionError(words)


@pytest.mark.parametrize(
    ("before", "years"),
    [
        ("五年来，我们砥砺奋进。\n经济实力显著增强。", FIVE),
        ("——这五年，综合实力大幅跃升。", FIVE),
        ("各位代表！过去五年，我们砥砺奋进。", FIVE),
        ("这是经济实力持续提升的五年。", FIVE),
        ("2013年以来，全市上下砥砺奋进。\n（一）创新发展。", (2013, 2024)),
        ("“十三五”时期是极不平凡的五年。", (2016, 2020)),
        ("五年来，我们砥砺奋进。\n刚刚过去的2024年，我们砥砺奋进。", None),
        ("五年来，我们砥砺奋进。\n各位代表！刚刚过去的2024年，我们砥砺奋进。新增就业55万人。\n（二）城乡更加协调。", None),
        ("五年来，我们砥砺奋进。\n各位代表！一年来，我们砥砺奋进，新增就业55万人。\n（一）产业更强。", None),
        ("各位代表！过去五年，新增就业55万人。\n（一）产业更强。", FIVE),
        ("五年来，我们砥砺奋进。\n过去一年，我们砥砺奋进。", None),
        ("五年来，我们砥砺奋进。\n2024年，我们重点做了以下工作。", None),
        ("五年来，我们砥砺奋进。\n2024年，地区生产总值增长5%。", FIVE),
        ("过去一年，我们砥砺奋进。", None),
        ("地区生产总值增长5%。这为未来五年打下基础。", None),
    ],
)
def test_a_paragraph_opens_the_time_of_those_behind_it(items, before: str, years: tuple[int, int] | None):
    assert time_of(items, f"{REVIEW}{before}\n新增企业300家。", "新增企业300家") == ("review", years, None)


@pytest.mark.parametrize(
    ("sentence", "years"),
    [
        ("五年来，实施重大项目600项。", FIVE),
        ("回望“十三五”，全市砥砺奋进。", (2016, 2020)),
        ("两年来，实施重大项目600项。", None),
    ],
)
def test_inside_a_paragraph_a_sentence_opens_the_time_of_those_behind_it(items, sentence: str, years: tuple[int, int] | None):
    text = f"{REVIEW}地区生产总值增长5%。{sentence}新增企业300家。\n新增公园20个。"
    assert time_of(items, text, "新增企业300家") == ("review", years, None)
    assert time_of(items, text, "新增公园20个") == ("review", None, None)


@pytest.mark.parametrize(
    ("before", "years"),
    [
        ("到2027年，要实现以下目标。", (2025, 2027)),
        ("展望2035年，全面建成现代化滨海大都市。届时，", (2025, 2035)),
        ("力争用三年时间，实现以下目标。", (2025, 2027)),
        ("今后五年，", NEXT),
        ("到2027年，数字经济增加值达到5000亿元。", None),
        ("到2025年底，全面完成整治。", None),
        ("今后五年，要砥砺奋进。今年，", None),
    ],
)
def test_years_to_come_hold_where_they_announce_what_follows(items, before: str, years: tuple[int, int] | None):
    assert time_of(items, f"{PLAN}{before}新增企业300家。", "新增企业300家") == ("plan", years, None)


def test_a_year_that_the_heading_names_beside_several_speaks_for_the_paragraphs_behind_it(items):
    text = "一、过去五年及2024年工作回顾\n五年来，生产总值翻一番。\n2024年，生产总值增长5%。\n（一）产业发展。新增企业300家。"
    assert time_of(items, text, "生产总值翻一番") == ("review", FIVE, None)
    assert time_of(items, text, "新增企业300家") == ("review", None, None)


def test_years_to_come_end_with_their_paragraph_in_a_part_about_one_year(items):
    assert time_of(items, PLAN + "“十五五”时期是关键时期。\n新增企业300家。", "新增企业300家") == ("plan", None, None)
    assert time_of(items, PLAN + "今后五年的奋斗目标：\n——经济。新增企业300家。", "新增企业300家") == ("plan", NEXT, None)


def test_paragraphs_part_a_section_that_looks_back_and_ahead(items):
    text = "二、“十三五”时期发展成就和“十五五”时期主要目标任务\n“十三五”时期，新增企业300家。\n“十五五”时期是关键时期。\n新增公园20个。"
    assert time_of(items, text, "新增企业300家") == ("review", (2016, 2020), None)
    assert time_of(items, text, "新增公园20个") == ("plan", (2026, 2030), None)


def test_sections_under_a_heading_without_a_number_keep_its_time(items):
    text = "“十三五”时期工作回顾\n一、综合实力跃升\n新增企业300家。\n二、城市更美\n新增公园20个。\n2025年工作安排\n一、做强经济\n新增绿道8公里。"
    assert time_of(items, text, "新增公园20个") == ("review", (2016, 2020), None)
    assert time_of(items, text, "新增绿道8公里") == ("plan", None, None)


@pytest.mark.parametrize(
    ("before", "of_year"),
    [
        ("1—11月，进出口增长3%；", "1—11月"),
        ("上半年，我们迎难而上。", "上半年"),
        ("前三季度，进出口增长3%。全年，", None),
        ("上半年，进出口增长3%。", None),
    ],
)
def test_a_part_of_a_year_holds_for_its_statement_or_what_it_announces(items, before: str, of_year: str | None):
    assert time_of(items, f"{REVIEW}{before}新增企业300家。", "新增企业300家") == ("review", None, of_year)


def test_a_report_of_half_a_year_tells_of_its_own_year(items):
    text = "慈溪市2025年上半年国民经济和社会发展计划执行情况的报告\n一、上半年计划执行情况\n新增企业300家。\n二、下半年工作安排\n全年新增公园20个。"
    facts = {"doc_type": "plan_report", "title": text.split("\n")[0]}
    assert time_of(items, text, "新增企业300家", **facts) == ("review", (2025, 2025), "上半年")
    assert time_of(items, text, "新增公园20个", **facts) == ("plan", None, None)


def test_a_heading_about_half_a_year_makes_a_work_report_tell_of_its_own_year(items):
    text = "一、上半年工作回顾\n新增企业300家。\n二、下半年工作安排\n新增公园20个。"
    assert time_of(items, text, "新增企业300家") == ("review", (2025, 2025), "上半年")
    assert time_of(items, text, "新增公园20个") == ("plan", None, "下半年")


def test_a_heading_about_half_of_the_year_before_stays_with_it(items):
    assert time_of(items, "一、2024年上半年工作回顾\n新增企业300家。", "新增企业300家")[1] in (None, (2024, 2024))


@pytest.mark.parametrize(
    "title",
    ["关于2025年上半年工作情况和下半年工作安排的报告", "慈溪市2025年上半年工作总结和下半年工作打算", "慈溪市2025年一季度工作总结及二季度工作计划"],
)
def test_a_title_that_names_both_halves_opens_with_what_was_done(items, title: str):
    text = f"{title}\n今年以来，新增企业300家。\n一、主要做法\n新增绿道8公里。"
    facts = {"doc_type": "progress_report", "title": title}
    assert time_of(items, text, "新增企业300家", **facts)[0] == "review"


def test_a_part_of_a_year_among_several_years_is_of_the_year_of_its_part(items):
    text = REVIEW + "未来三年，新增公园20个。上半年新增企业300家。"
    assert time_of(items, text, "新增公园20个") == ("plan", (2025, 2027), None)
    assert time_of(items, text, "新增企业300家") == ("review", None, "上半年")


@pytest.mark.parametrize(
    ("heading", "year", "of_year"),
    [
        ("一、2024年决算情况", 2024, None),
        ("一、关于2024年财政收支决算的主要情况", 2024, None),
        ("一、2025年上半年预算执行情况", 2025, "上半年"),
        ("一、贯彻落实2024年中央经济工作会议精神情况", 2025, "上半年"),
        ("一、预算执行情况", 2025, "上半年"),
    ],
)
def test_a_heading_that_opens_with_an_earlier_year_tells_of_that_year(items, heading: str, year: int, of_year: str | None):
    text = f"慈溪市2024年决算和2025年上半年预算执行情况的报告\n{heading}\n税收收入增长3%。\n二、上半年预算执行情况\n税收收入增长5%。"
    facts = {"doc_type": "plan_report", "title": text.split("\n")[0]}
    assert time_of(items, text, "税收收入增长3%", **facts) == ("review", (year, year), of_year)
    assert time_of(items, text, "税收收入增长5%", **facts) == ("review", (2025, 2025), "上半年")


@pytest.mark.parametrize(
    "opening", ["下一步，我市将建设现代农业园。", "下阶段，", "接下来我们将再接再厉。", "下一步工作：", "新增学校9所，下一步", "下步将再接再厉；"]
)
def test_the_next_step_in_a_review_is_planned_up_to_the_end_of_its_paragraph(items, opening: str):
    text = f"{REVIEW}新增公园20个。{opening}新增企业300家。改造道路8公里。\n新增床位30张。"
    assert time_of(items, text, "新增公园20个") == ("review", None, None)
    assert time_of(items, text, "新增企业300家") == time_of(items, text, "改造道路8公里") == ("plan", None, None)
    assert time_of(items, text, "新增床位30张") == ("review", None, None)


def test_a_list_of_how_far_tasks_have_come_has_times_too(items):
    text = """
        （一）学校
        牵头单位：市教育局
        截至5月底，新建学校10所。下一步，新建学校30所。
        （二）道路
        牵头单位：市交通局
        改造道路8公里。
        （三）卫生
        牵头单位：市卫健委
        新增床位30张。
    """
    times = [(time.part, time.of_year) for item in items(text, "progress_report") for time in item.task.times]
    assert [time for time, _ in groupby(times)] == [("review", None), ("review", "5月底"), ("later", None), ("review", None)]


def test_a_heading_about_the_next_step_holds_up_to_the_next_of_its_level(items):
    text = f"{REVIEW}（一）交通\n新增公园20个。\n（二）下一步工作\n新增企业300家。\n（三）教育\n新增床位30张。"
    parts = [time_of(items, text, words)[0] for words in ("新增公园20个", "新增企业300家", "新增床位30张")]
    assert parts == ["review", "plan", "review"]


@pytest.mark.parametrize("opening", ["为下一步工作打下基础。", "下一阶段性任务启动。"])
def test_words_about_a_next_step_do_not_plan(items, opening: str):
    assert time_of(items, f"{REVIEW}{opening}新增企业300家。", "新增企业300家") == ("review", None, None)


HALF, WHOLE = "慈溪市2025年上半年经济运行情况", "慈溪市2025年重点工作完成情况"


@pytest.mark.parametrize(
    ("title", "heading", "time"),
    [
        (HALF, "二、下半年工作安排", ("plan", (2025, 2025))),
        (HALF, "二、下一步工作打算", ("plan", (2025, 2025))),
        (HALF, "二、2026年工作打算", ("plan", (2026, 2026))),
        (HALF, "二、下半年展望", ("plan", (2025, 2025))),
        (HALF, "二、目标任务完成情况", ("review", None)),
        (WHOLE, "二、明年工作思路", ("plan", (2026, 2026))),
        (WHOLE, "二、2026年工作安排", ("plan", (2026, 2026))),
        (WHOLE, "二、下半年工作安排", ("plan", (2025, 2025))),
        (WHOLE, "二、下一步工作打算", ("later", None)),
        (WHOLE, "二、重点工作", ("review", None)),
    ],
)
def test_a_report_of_results_plans_only_where_a_heading_says_so(items, title: str, heading: str, time: tuple):
    text = f"{title}\n一、主要目标任务\n新增企业300家。\n{heading}\n新增公园20个。\n三、存在的问题\n关停企业8家。"
    facts = {"doc_type": "progress_report", "title": title}
    assert time_of(items, text, "新增公园20个", **facts)[:2] == time
    assert time_of(items, text, "新增企业300家", **facts)[:2] == time_of(items, text, "关停企业8家", **facts)[:2] == ("review", None)


@pytest.mark.parametrize("opening", ["年内", "到年底，"])
def test_within_the_year_ends_a_part_of_it_and_is_to_come_in_a_report_on_a_part(items, opening: str):
    text = f"{REVIEW}二季度，投资增长5%。{opening}新增企业300家。新增公园20个。"
    assert time_of(items, text, "投资增长5%") == ("review", None, "二季度")
    assert time_of(items, text, "新增企业300家") == time_of(items, text, "新增公园20个") == ("review", None, None)
    half = {"doc_type": "progress_report", "title": HALF}
    assert time_of(items, f"{HALF}\n投资增长5%。{opening}新增企业300家。", "新增企业300家", **half) == ("plan", (2025, 2025), None)


@pytest.mark.parametrize(
    ("until", "part"), [("（截至6月底）", "截至6月底"), ("（截至2025年9月30日）", "截至2025年9月"), ("（截至12月底）", None), ("", None)]
)
def test_a_title_says_up_to_which_month_it_counts(items, until: str, part: str | None):
    title = f"慈溪市2025年重点工作推进情况{until}"
    assert (
        time_of(items, f"{title}\n新增企业300家。", "新增企业300家", doc_type="progress_report", title=title.replace("（", "(").replace("）", ")"))[2]
        == part
    )


@pytest.mark.parametrize(
    ("day", "part"),
    [("2025年7月15日", "2025年7月15日"), ("慈溪市人民政府办公室 2025年7月15日", "2025年7月15日"), ("2025年12月20日", None), ("2026年1月8日", None)],
)
def test_a_report_of_results_that_is_dated_within_its_year_tells_of_a_part_of_it(items, day: str, part: str | None):
    title = "慈溪市2025年民生实事项目推进情况"
    text = f"{title}\n新增企业300家。\n改造道路8公里，于2025年3月20日完工。\n{day}"
    assert time_of(items, text, "新增企业300家", doc_type="progress_report", title=title)[2] == part


def test_a_report_of_results_whose_first_line_names_a_part_of_a_year_is_of_its_own_year(items):
    text = "1至6月，新开工项目112个。\n新增企业300家。"
    facts = {"doc_type": "progress_report", "year": 2025, "title": "慈溪市2025年民生实事进展情况"}
    assert time_of(items, text, "新增企业300家", **facts) == ("review", (2025, 2025), "1至6月")


def test_the_sums_since_january_hold_on_in_a_section_of_a_report_on_a_month(items):
    title = "慈溪市2025年10月经济运行情况"
    text = f"{title}\n一、消费\n1-10月，零售额增长5%。\n汽车类增长6%。\n二、价格\n10月份，消费价格上涨1%。\n食品价格上涨2%。"
    facts = {"doc_type": "progress_report", "title": title}
    assert time_of(items, text, "汽车类增长6%", **facts)[2] == "1-10月"
    assert time_of(items, text, "食品价格上涨2%", **facts)[2] == "10月"


@pytest.mark.parametrize("doc_type", ["task_breakdown", "plan_report"])
def test_a_title_that_names_years_together_plans_all_of_them(items, doc_type: str):
    title = "慈溪市数字经济三年行动计划(2025—2027年)"
    text = f"{title}\n一、工作目标\n1.新增企业300家。"
    assert time_of(items, text, "新增企业300家", doc_type=doc_type, title=title)[:2] == ("plan", (2025, 2027))
    assert time_of(items, text, "新增企业300家", doc_type=doc_type, title="慈溪市2025年行动计划")[:2] == ("plan", None)


def test_a_paragraph_of_a_bulletin_looks_back_for_itself(items):
    text = "地区生产总值增长7%。\n“十四五”时期，地区生产总值年均增长5%。财政收入增长6%。\n新增企业300家。"
    facts = {"doc_type": "bulletin", "year": 2025, "title": "慈溪市2025年国民经济和社会发展统计公报"}
    assert time_of(items, text, "财政收入增长6%", **facts)[1] == (2021, 2025)
    assert time_of(items, text, "新增企业300家", **facts)[1] is None


def test_a_five_year_plan_plans_all_of_them(items):
    text = "一、发展基础\n“十三五”时期，新增企业300家。\n二、主要目标\n新增公园20个。"
    facts = {"doc_type": "plan_report", "year": 2021, "title": "慈溪市国民经济和社会发展第十四个五年规划纲要"}
    assert time_of(items, text, "新增企业300家", **facts) == ("review", (2016, 2020), None)
    assert time_of(items, text, "新增公园20个", **facts) == ("plan", (2021, 2025), None)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("上半年，地区生产总值增长5%。其中，一季度增长5.5%；二季度增长4.1%。新增企业300家。", "上半年"),
        ("工业增加值增长8.1%；6月当月增长9.5%。新增企业300家。", "上半年"),
        ("工业增加值增长8.1%。1—5月，企业利润增长9.5%。其中，外资企业增长2%。新增企业300家。", "上半年"),
        ("用电量增长3%。6月末，存款余额增长9.5%。新增企业300家。", "6月末"),
    ],
)
def test_a_part_of_a_year_that_only_tells_more_of_a_thing_does_not_hold_on(items, text: str, part: str):
    half = {"doc_type": "progress_report", "title": HALF}
    assert time_of(items, f"{HALF}\n{text}", "新增企业300家", **half)[2] == part


@pytest.mark.parametrize("opening", ["2025年主要预期目标：地区生产总值增长7%；", "2025年，地区生产总值增长7%。", "今年，地区生产总值增长7%。"])
def test_a_plan_without_headings_begins_where_a_paragraph_names_its_year(items, opening: str):
    text = f"德清县2025年国民经济和社会发展计划\n2024年，地区生产总值增长5%。\n{opening}新增企业300家。"
    assert time_of(items, text, "新增企业300家", doc_type="plan_report", year=2025)[0] == "plan"


def test_a_heading_that_plans_ends_what_paragraphs_have_opened(items):
    text = "第一章 发展成就\n“十四五”时期，我们砥砺奋进。\n2025年，我们砥砺奋进。\n第二章 主要目标\n新增企业300家。"
    assert time_of(items, text, "新增企业300家", year=2026)[0] == "plan"


@pytest.mark.parametrize("heading", ["（二）2024年工作回顾", "（二）2024年主要工作"])
def test_a_heading_of_the_second_level_that_names_the_year_ends_the_one_about_several(items, heading: str):
    text = f"一、工作回顾\n（一）过去五年\n五年来，新增公园20个。\n{heading}\n新增企业300家。"
    assert time_of(items, text, "新增公园20个") == ("review", FIVE, None)
    assert time_of(items, text, "新增企业300家") == ("review", None, None)
    assert time_of(items, text.replace(heading, "（二）产业发展"), "新增企业300家") == ("review", FIVE, None)


def test_a_year_amid_several_holds_behind_semicolons_up_to_the_full_stop(items):
    text = "一、本届政府工作回顾\n五年来，经济实力显著增强。2024年，生产总值340亿元；财政收入26亿元。新建学校20所。"
    assert time_of(items, text, "财政收入26亿元") == ("review", None, None)
    assert time_of(items, text, "新建学校20所") == ("review", FIVE, None)
