"""Whether a figure is a target or a result, and for which years: the report of 2025 reviews 2024 and plans 2025."""

from __future__ import annotations

import pytest

from .conftest import Observe, Rows

WHEN = "indicator value stage period_start year"


def test_a_review_gives_results_of_the_year_before(rows: Rows) -> None:
    assert rows("review", "地区生产总值增长6%。", WHEN) == [("地区生产总值", 6, "result", 2024, 2024)]


def test_the_shares_of_branches_are_of_the_year_that_stands_in_front_of_them(rows: Rows) -> None:
    sentence = "三次产业结构由2016年的18.6:45.2:36.2调整为2020年的14.8:38.6:46.6。"
    assert rows("review", sentence, WHEN)[0] == ("第一产业比重", 14.8, "result", 2020, 2020)


def test_a_plan_gives_targets_of_its_year(rows: Rows) -> None:
    assert rows("plan", "地区生产总值增长6%。", WHEN) == [("地区生产总值", 6, "target", 2025, 2025)]


def test_a_part_of_a_sum_of_years_is_one_of_as_many(rows: Rows) -> None:
    told = rows("review", "五年来，累计完成投资10万亿元，其中产业投资8930亿元，公路投资4478亿元。", "period_start year")
    assert told == [(2020, 2024)] * 3


@pytest.mark.parametrize(
    ("part", "sentence", "stage", "first", "last"),
    [
        pytest.param("review", "2023年，地区生产总值增长5.5%。", "result", 2023, 2023, id="a year further back"),
        pytest.param("plan", "到2027年，高新技术企业达到1500家。", "target", 2027, 2027, id="a year further ahead"),
        pytest.param("plan", "到2027年底，高新技术企业达到1500家。", "target", 2027, 2027, id="the end of a year"),
        pytest.param("plan", "2025—2027年，新增高新技术企业1500家。", "target", 2025, 2027, id="several years"),
        pytest.param("review", "2019年到2024年，工业贡献率从17.1%提升到35.1%。", "result", 2024, 2024, id="a level of the last of several"),
        pytest.param("review", "2019年到2024年，进出口总额从310亿元增加到402亿元。", "result", 2024, 2024, id="an amount of the last of several"),
        pytest.param("review", "2020年到2024年，新建绿道300公里。", "result", 2020, 2024, id="what was built in several"),
        pytest.param("review", "五年来，机械化率高于全国18.3个百分点。", "result", 2024, 2024, id="how far a level lies above another"),
        pytest.param("review", "五年来，机械化率提高18.3个百分点。", "result", 2020, 2024, id="how far a level rose"),
        pytest.param("review", "五年来，规上企业营收5万亿元。", "result", 2024, 2024, id="what is earned in each year"),
        pytest.param("review", "近3年，机械化率提高18.3个百分点。", "result", 2022, 2024, id="as many years as digits say"),
        pytest.param("review", "2021年以来累计新增绿道300公里。", "result", 2021, 2024, id="since a year"),
        pytest.param("review", "2021年以来研发投入强度达到3%。", "result", 2024, 2024, id="a level since a year"),
        pytest.param("plan", "全市现有绿道300公里。", "result", 2024, 2024, id="what there is already"),
        pytest.param("plan", "力争全市有绿道300公里。", "target", 2025, 2025, id="what there is to be"),
        pytest.param("review", "“十三五”以来累计新增绿道300公里。", "result", 2016, 2024, id="since a plan that is over"),
        pytest.param("review", "“十四五”累计新增绿道300公里。", "result", 2021, 2024, id="in all in a plan that is not over"),
        pytest.param("review", "地区生产总值由2020年的210亿元增加到312亿元。", "result", 2024, 2024, id="from a year to the one that is told of"),
        pytest.param("review", "城镇化率由2020年的62%提高到67.5%。", "result", 2024, 2024, id="a rate from a year to the one that is told of"),
        pytest.param("review", "农村公路由2020年底的210公里增加到312公里。", "result", 2024, 2024, id="from the end of a year"),
        pytest.param("review", "城镇化率由2016年的50%提高到2020年的58%。", "result", 2020, 2020, id="from a year to another"),
        pytest.param("review", "地区生产总值由“十三五”末的210亿元增加到312亿元。", "result", 2024, 2024, id="from the end of a plan"),
        pytest.param("review", "财政收入从“十三五”时期的210亿元增加到312亿元。", "result", 2024, 2024, id="from an earlier plan"),
        pytest.param("plan", "投资增速由上年的1.2%提高到5%。", "target", 2025, 2025, id="planned, from what last year was"),
        pytest.param("review", "地区生产总值是2015年的1.8倍。", "result", 2024, 2024, id="told in multiples of a year"),
        pytest.param("plan", "去年，地区生产总值增长6%。", "result", 2024, 2024, id="last year, said in a plan"),
        pytest.param("review", "固定资产投资较上年增长8%。", "result", 2024, 2024, id="compared with last year"),
        pytest.param("plan", "固定资产投资比去年增长8%。", "target", 2025, 2025, id="planned, compared with last year"),
    ],
)
def test_years_said_beside_the_number(rows: Rows, part: str, sentence: str, stage: str, first: int, last: int) -> None:
    assert rows(part, sentence, "stage period_start year") == [(stage, first, last)]


@pytest.mark.parametrize(
    ("part", "sentence", "stage", "first", "last"),
    [
        pytest.param("review", "地区生产总值年均增长6%。", "result", 2020, 2024, id="a mean"),
        pytest.param("review", "五年来，财政收入是“十二五”时期的2.4倍。", "result", 2020, 2024, id="in multiples of an earlier plan"),
        pytest.param("review", "五年来，财政收入是“十二五”末的2.4倍。", "result", 2024, 2024, id="in multiples of the end of one"),
        pytest.param("review", "五年来，年均减贫11万人。", "result", 2020, 2024, id="a mean of an amount"),
        pytest.param("review", "五年来，每年城镇新增就业40万人以上。", "result", 2024, 2024, id="so much in each year, of which one is the last"),
        pytest.param("review", "五年来，固定资产投资增长46%。", "result", 2020, 2024, id="a sum"),
        pytest.param("review", "五年来，受台风影响，全年旅游收入下降8%。", "result", 2024, 2024, id="one whole year among them"),
        pytest.param("review", "五年累计新增城镇就业120万人。", "result", 2020, 2024, id="a total"),
        pytest.param("review", "过去五年，新增绿道300公里。", "result", 2020, 2024, id="the past five years"),
        pytest.param("review", "五年来，一般公共预算收入由300亿元增加到410亿元。", "result", 2024, 2024, id="a level reached, with 共 in its name"),
        pytest.param("review", "五年来，共治理面积300万亩。", "result", 2020, 2024, id="in all"),
        pytest.param("review", "五年来，实到外资9.97亿美元。", "result", 2020, 2024, id="a sum, with 到 in its name"),
        pytest.param("plan", "地区生产总值年均增长6%。", "target", 2025, 2029, id="a mean, planned"),
    ],
)
def test_five_years_together(rows: Rows, part: str, sentence: str, stage: str, first: int, last: int) -> None:
    assert rows(part, sentence, "stage period_start year") == [(stage, first, last)]


def test_a_total_is_of_the_last_year_whatever_came_new_in_all_of_them(rows: Rows) -> None:
    told = rows("review", "五年来，新增上市公司48家、总量达122家。", "indicator value period_start year")
    assert told == [("上市公司", 48, 2020, 2024), ("上市公司总量", 122, 2024, 2024)]


def test_a_plan_that_takes_three_years_begins_with_the_year_of_the_plan(rows: Rows) -> None:
    assert rows("plan", "用三年时间培育链主企业100家，2025年培育40家。", "value period_start year") == [(100, 2025, 2027), (40, 2025, 2025)]


def test_the_next_five_years_begin_with_the_year_of_the_plan(rows: Rows) -> None:
    assert rows("plan", "今后五年，地区生产总值年均增长6%左右。", "stage period_start year") == [("target", 2025, 2029)]


@pytest.mark.parametrize(
    ("part", "sentence", "stage", "first", "last"),
    [
        pytest.param("plan", "“十五五”时期，地区生产总值年均增长5%。", "target", 2026, 2030, id="a plan to come"),
        pytest.param("plan", "到“十五五”末，研发投入强度达到4%。", "target", 2030, 2030, id="its end"),
        pytest.param("review", "“十四五”期间，新增学位3万个。", "result", 2021, 2024, id="a plan that is not over yet"),
        pytest.param("review", "“十三五”期间，新增学位3万个。", "result", 2016, 2020, id="a plan that is over"),
        pytest.param("plan", "“十四五”期末，高新技术企业达到1500家。", "target", 2025, 2025, id="the end of this plan"),
    ],
)
def test_five_year_plans(rows: Rows, part: str, sentence: str, stage: str, first: int, last: int) -> None:
    assert rows(part, sentence, "stage period_start year") == [(stage, first, last)]


def test_a_section_about_the_past_five_years_gives_means_for_all_and_levels_for_the_last(observe: Observe) -> None:
    found = observe("政府工作报告\n一、过去五年工作回顾\n地区生产总值年均增长6%，达到1.8万亿元。\n二、2025年工作安排\n民间投资增长8%。\n")

    assert [(row.indicator, row.measure, row.stage, row.period_start, row.year) for row in found.observations] == [
        ("地区生产总值", "growth", "result", 2020, 2024),
        ("地区生产总值", "amount", "result", 2024, 2024),
        ("民间投资", "growth", "target", 2025, 2025),
    ]


def test_a_section_about_the_next_five_years_plans_for_all_of_them(observe: Observe) -> None:
    found = observe("政府工作报告\n二、今后五年工作目标\n地区生产总值年均增长6%，城镇新增就业100万人。\n三、2025年工作安排\n民间投资增长8%。\n")

    assert [(row.indicator, row.stage, row.period_start, row.year) for row in found.observations] == [
        ("地区生产总值", "target", 2025, 2029),
        ("城镇新增就业", "target", 2025, 2029),
        ("民间投资", "target", 2025, 2025),
    ]


def test_a_year_in_a_section_of_five_years_is_that_year(observe: Observe) -> None:
    found = observe("政府工作报告\n一、过去五年工作回顾\n2024年，地区生产总值增长5.4%。\n二、2025年工作安排\n民间投资增长8%。\n")

    assert [(row.stage, row.period_start, row.year) for row in found.observations] == [("result", 2024, 2024), ("target", 2025, 2025)]


def test_a_level_is_of_its_year_wherever_it_started(rows: Rows) -> None:
    assert rows("review", "人均生产总值由2015年52092元提高到73182元。", WHEN) == [("人均生产总值", 73182, "result", 2024, 2024)]


def test_the_year_that_growth_starts_from_is_not_its_own(rows: Rows) -> None:
    assert rows("review", "财政收入在2020年基础上增长30%，进出口增长50%。", WHEN) == [
        ("财政收入", 30, "result", 2021, 2024),
        ("进出口", 50, "result", 2021, 2024),
    ]
    assert rows("review", "年初确定的在2012年基础上“七个翻番”目标基本实现，生产总值比2012年翻了一番，旅游总收入增长了5倍。", WHEN) == [
        ("生产总值", 100, "result", 2013, 2024),
        ("旅游总收入", 5, "result", 2013, 2024),
    ]


def test_what_a_plan_starts_from_is_a_result(rows: Rows) -> None:
    assert rows("plan", "在已建成63家老年食堂的基础上，新增30家。", f"{WHEN} cumulative") == [
        ("老年食堂", 63, "result", 2024, 2024, True),
        ("老年食堂", 30, "target", 2025, 2025, False),
    ]


def test_what_stands_behind_the_basis_is_a_target(rows: Rows) -> None:
    assert rows("plan", "在去年完成120公里的基础上，新改建农村公路300公里。", WHEN)[-1] == ("农村公路", 300, "target", 2025, 2025)


@pytest.mark.parametrize(
    "sentence",
    ["固定资产投资增长未达预期目标，仅增长2.1%。", "社会消费品零售总额未达年度目标，增长1.2%。", "工业投资没有完成年初计划，下降3.5%。"],
)
def test_a_result_behind_a_target_that_was_missed_is_a_result(rows: Rows, sentence: str) -> None:
    assert [row[0] for row in rows("review", sentence, "stage")] == ["result"]


def test_the_caption_of_a_picture_dates_no_sentence_below_it(rows: Rows) -> None:
    said = "2015-2019年社会消费品零售总额\n在限额以上商品零售额中，粮油食品类增长13.1%，饮料类增长15.7%。"
    assert {row[0] for row in rows("review", said, "period_start")} == {2024}


def test_a_year_at_the_head_of_the_text_dates_nothing_behind_a_long_statement(rows: Rows) -> None:
    said = f"2019年,回顾\n一、2024年工作回顾\n{'、'.join(['持续优化提升营商环境'] * 40)}；新建公园20个。"
    assert [row[0] for row in rows("review", said, "year")] == [2024]


def test_a_mark_passed_in_an_earlier_year_is_of_that_year_alone(rows: Rows) -> None:
    said = "地区生产总值在2022年突破千亿元关口后，今年继续较快增长，全年预计达1100亿元。"
    assert rows("review", said, "indicator year")[-1] == ("地区生产总值", 2024)


def test_a_result_told_against_its_target_gives_both(rows: Rows) -> None:
    assert rows("review", "城镇登记失业率3.91%，控制在年度目标4.5%以内。", f"{WHEN} comparator") == [
        ("城镇登记失业率", 3.91, "result", 2024, 2024, "eq"),
        ("城镇登记失业率", 4.5, "target", 2024, 2024, "le"),
    ]


def test_a_difference_to_the_target_is_a_result(rows: Rows) -> None:
    assert rows("review", "城镇登记失业率低于年度控制目标1.3个百分点。", "value stage") == [(1.3, "result")]


def test_an_estimate_looks_back(rows: Rows) -> None:
    assert rows("review", "预计地区生产总值增长6%。", "stage year status commitment") == [("result", 2024, "estimate", "预计")]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("2024年，预计实现地区生产总值230亿元；社会消费品零售总额达到96亿元。", ["estimate", "estimate"]),
        ("预计地区生产总值1255亿元；工业总产值保持千亿水平；固定资产投资720亿元。", ["estimate", "estimate"]),
        ("预计地区生产总值1255亿元。固定资产投资720亿元。", ["estimate", None]),
        ("地区生产总值920亿元（以下数据均为预计），增长9%。财政收入159亿元。", ["estimate", "estimate", "estimate"]),
        ("地区生产总值920亿元（预计），财政收入159亿元。", ["estimate", None]),
    ],
)
def test_an_estimate_at_the_head_holds_behind_semicolons(rows: Rows, text: str, status: list[str | None]) -> None:
    assert [found[0] for found in rows("review", text, "status")] == status


def test_an_estimate_holds_for_what_stands_behind_semicolons(rows: Rows) -> None:
    said = "预计地区生产总值增长6%；固定资产投资增长8%。新增绿地200公顷。"
    assert rows("review", said, "value status") == [(6, "estimate"), (8, "estimate"), (200, None)]


@pytest.mark.parametrize("opening", ["初步预计，", "预计到年底，", "预计，"])
def test_an_estimate_that_stands_alone_at_the_head_holds_for_its_sentence(rows: Rows, opening: str) -> None:
    found = rows("review", f"{opening}地区生产总值增长6%，粮食产量120万吨。城镇新增就业22万人。", "value status")
    assert found == [(6, "estimate"), (1200000, "estimate"), (220000, None)]


@pytest.mark.parametrize(
    ("sentence", "first", "last"),
    [
        ("力争三年内新建公园100个。", 2025, 2027),
        ("5年内新建公园100个。", 2025, 2029),
        ("今明两年新建公园100个。", 2025, 2026),
        ("力争用两年时间建成公园100个。", 2025, 2026),
        ("实施造绿行动，用三年左右时间，建成公园100个。", 2025, 2027),
        ("明年新建公园100个。", 2026, 2026),
    ],
)
def test_years_ahead_are_no_part_of_the_thing(rows: Rows, sentence: str, first: int, last: int) -> None:
    assert rows("plan", sentence, WHEN) == [("公园", 100, "target", first, last)]


def test_a_part_of_a_year_is_no_part_of_the_thing(rows: Rows) -> None:
    found = rows("review", "前11个月进出口增长5%，预计全年增长6%。", "indicator value part_of_year")
    assert found == [("进出口", 5, "前11个月"), ("进出口", 6, None)]


def test_an_expectation_looks_ahead(rows: Rows) -> None:
    assert rows("plan", "地区生产总值预期增长6%左右。", "stage year status commitment") == [("target", 2025, None, "预期")]


@pytest.mark.parametrize(
    ("sentence", "part_of_year"),
    [
        pytest.param("上半年地区生产总值增长5.8%。", "上半年", id="half a year"),
        pytest.param("前三季度社会消费品零售总额增长7%。", "前三季度", id="three quarters"),
        pytest.param("全年社会消费品零售总额增长7%。", None, id="the whole year"),
        pytest.param("国庆黄金周接待游客300万人次。", "黄金周", id="a holiday"),
        pytest.param("旅游旺季接待游客增长20%。", "旅游旺季", id="a season"),
        pytest.param("新雪季火热启航，全年接待游客增长20%。", None, id="a season, and then the whole year"),
    ],
)
def test_a_part_of_a_year_is_marked(rows: Rows, sentence: str, part_of_year: str | None) -> None:
    assert rows("review", sentence, "part_of_year") == [(part_of_year,)]


def test_a_season_is_a_part_for_all_that_a_list_names(rows: Rows) -> None:
    found = rows("plan", "实现新雪季接待游客人次、出游总花费增速均达到20%以上。", "value part_of_year")
    assert found == [(20, "雪季"), (20, "雪季")]


@pytest.mark.parametrize("front", ["", "分产业看，", "按经营地分，", "初步核算，"])
def test_a_part_of_a_year_holds_for_the_sentence_that_it_opens(rows: Rows, front: str) -> None:
    assert rows("review", f"{front}上半年，地区生产总值增长5.8%；工业增加值增长6%。", "part_of_year") == [("上半年",), ("上半年",)]


def test_a_mean_is_of_as_many_years_as_it_says(rows: Rows) -> None:
    found = rows("review", "地区生产总值增长8%，两年平均增长6%，年均增长5%。", "value period_start year")
    assert found == [(8, 2024, 2024), (6, 2023, 2024), (5, 2020, 2024)]


def test_a_year_that_was_counted_anew_holds_for_its_sentence(rows: Rows) -> None:
    found = rows("review", "最终核实，2023年地区生产总值972亿元，按可比价格计算，比上年增长9.6%。", "value year")
    assert found == [(97_200_000_000, 2023), (9.6, 2023)]


@pytest.mark.parametrize("until", ["截至11月底", "截至2024年11月底", "截止11月底", "截至去年11月底"])
def test_a_level_of_a_month_is_of_a_part_of_the_year(rows: Rows, until: str) -> None:
    assert rows("review", f"{until}，新建充电桩1.2万个；贷款余额2万亿元。", "year part_of_year") == [(2024, "11月底")] * 2


def test_what_runs_on_since_january_is_of_its_part_of_the_year(rows: Rows) -> None:
    assert rows("review", "1-6月，累计接待游客544万人次；累计建成充电桩1200个。", "cumulative") == [(False,), (True,)]


def test_the_end_of_the_year_is_the_year(rows: Rows) -> None:
    assert rows("review", "截至2024年底，新建充电桩1.2万个。", "year part_of_year") == [(2024, None)]


def test_a_comparison_with_an_earlier_year_is_of_growth_only(rows: Rows) -> None:
    said = "较2020年，地区生产总值增长30%，比上年增长5.5%，总量达到1.9万亿元。"
    assert rows("review", said, "value period_start year") == [(30, 2021, 2024), (5.5, 2024, 2024), (1.9e12, 2024, 2024)]


def test_a_share_of_an_earlier_year_is_of_the_year_that_is_told_of(rows: Rows) -> None:
    said = "旅游接待人次达1068万人次，恢复到2019年的118%，其中过夜游客恢复到2019年同期水平的92%。"
    assert rows("review", said, "value year reference") == [(10680000, 2024, None), (118, 2024, "2019年"), (92, 2024, "2019年同期水平")]


@pytest.mark.parametrize("this_year", ["今年", "当年"])
def test_this_year_inside_a_sentence_about_several(rows: Rows, this_year: str) -> None:
    said = f"2025—2027年，新建学位5万个，{this_year}新建2万个。"
    assert rows("plan", said, "value period_start year") == [(50000, 2025, 2027), (20000, 2025, 2025)]


def test_a_month_holds_for_what_more_is_told_of_the_thing(rows: Rows) -> None:
    sentence = "上半年，居民消费价格上涨0.3%，6月份上涨0.4%，环比下降0.1%，工业增加值增长6%。"
    assert rows("review", sentence, "value part_of_year basis") == [
        (0.3, "上半年", None),
        (0.4, "6月份", None),
        (0.1, "6月份", "环比"),
        (6, "上半年", None),
    ]


def test_a_mean_per_head_in_a_passage_on_five_years_is_of_the_last(rows: Rows) -> None:
    said = "五年来，新增城镇就业4.2万人，城镇居民人均可支配收入达4.9万元，农村居民人均可支配收入26876元。"
    assert rows("review", said, "value period_start year") == [(42000, 2020, 2024), (49000, 2024, 2024), (26876, 2024, 2024)]


def test_a_part_of_a_year_that_is_only_compared_with_is_none(rows: Rows) -> None:
    assert rows("review", "地区生产总值增长6.5%，增速比一季度提高0.2个百分点。", "value part_of_year") == [(6.5, None), (0.2, None)]


@pytest.mark.parametrize("before", ["上年同期下降2%", "上年为增长2%", "前年增长2%"])
def test_a_figure_of_the_year_before_is_no_result_of_the_year(rows: Rows, before: str) -> None:
    assert rows("review", f"进出口增长4%，{before}。", "value year") == [(4, 2024), (2, 2023)]


def test_the_last_years_in_a_plan_look_back(rows: Rows) -> None:
    assert rows("plan", "用好近三年累计投入的50亿元。", "stage period_start year") == [("result", 2022, 2024)]


@pytest.mark.parametrize(
    ("sentence", "first"),
    [
        ("实现财政收入326亿元，比上年增长14.1%，五年平均增长11%。", 2024),
        ("农民人均纯收入37800元，五年增长20%。", 2024),
        ("固定资产投资完成1898亿元，五年累计完成6033亿元。", 2024),
        ("地方财政收入66.5亿元，比“十三五”末增长1.4倍。", 2024),
        ("地方财政收入66.5亿元、增长23%，比2019年增长1.4倍。", 2024),
        ("累计完成固定资产投资6033亿元，年均增长42%。", 2020),
        ("完成固定资产投资6033亿元。", 2020),
        ("新增商事主体37.2万户，年均增长26.6%。", 2020),
    ],
)
def test_a_level_that_is_told_with_its_growth_is_of_one_year(rows: Rows, sentence: str, first: int) -> None:
    assert rows("review", f"五年来，全市砥砺奋进。{sentence}", "period_start year")[0] == (first, 2024)


def test_a_rate_in_front_of_the_change_since_an_earlier_year_is_of_one_year(rows: Rows) -> None:
    told = rows("review", "五年来，全市砥砺奋进。地方财政收入66.5亿元、增长23%，比“十三五”末增长1.4倍。", "value period_start year")
    assert told[1:] == [(23, 2024, 2024), (1.4, 2021, 2024)]


@pytest.mark.parametrize(("heading", "first"), [("过去四年工作回顾", 2021), ("过去五年工作回顾", 2020), ("2024年工作回顾", 2020)])
def test_a_mean_is_of_the_years_that_its_heading_tells_where_a_paragraph_names_the_last(observe: Observe, heading: str, first: int) -> None:
    report = f"宁波市2025年政府工作报告\n一、{heading}\n2024年，财政收入502亿元，年均增长26.4%。\n"
    assert [(row.period_start, row.year) for row in observe(report).observations] == [(2024, 2024), (first, 2024)]


def test_parts_are_of_the_year_of_the_sentence_above(rows: Rows) -> None:
    told = rows("review", "五年来，全市砥砺奋进。预计2024年全市实现生产总值709亿元。其中，农业增加值52亿元。", "period_start year")
    assert told == [(2024, 2024), (2024, 2024)]


def test_a_plan_to_bring_something_down_is_a_bound(rows: Rows) -> None:
    assert rows("plan", "商务楼宇空置率下降到21%。", "comparator modifier") == [("le", "下降到")]


def test_a_review_that_it_came_down_is_its_value(rows: Rows) -> None:
    assert rows("review", "商务楼宇空置率下降到21%。", "comparator modifier") == [("eq", None)]


@pytest.mark.parametrize(
    ("sentence", "first", "last"),
    [
        pytest.param("到2028年，规上工业增加值年均增长7%以上。", 2025, 2028, id="a mean"),
        pytest.param("到2028年，高新技术企业达到5000家。", 2028, 2028, id="a level"),
        pytest.param("到2028年，新增高新技术企业5000家。", 2025, 2028, id="a sum"),
        pytest.param("明年，地区生产总值增长5%。", 2026, 2026, id="next year"),
    ],
)
def test_what_is_planned_until_a_year(rows: Rows, sentence: str, first: int, last: int) -> None:
    assert rows("plan", sentence, "stage period_start year") == [("target", first, last)]


@pytest.mark.parametrize(
    ("sentence", "first"),
    [
        pytest.param("地区生产总值年均增长6%。", 2020, id="a mean"),
        pytest.param("固定资产投资增长46%。", 2020, id="a growth"),
        pytest.param("城镇新增就业120万人。", 2020, id="a flow"),
        pytest.param("建成绿道300公里。", 2020, id="what was built"),
        pytest.param("累计发放贷款300亿元。", 2020, id="a sum"),
        pytest.param("地区生产总值达到1.8万亿元。", 2024, id="a level of a flow"),
        pytest.param("地区生产总值突破1.8万亿元。", 2024, id="a mark passed"),
        pytest.param("常住人口城镇化率提高到80%。", 2024, id="a level of a ratio"),
        pytest.param("一般公共预算收入从310亿元增加到402亿元。", 2024, id="from a level to a level"),
        pytest.param("税收收入由210亿元扩大到302亿元。", 2024, id="another verb"),
        pytest.param("进出口总额增加到4000亿元。", 2024, id="a level that was added to"),
        pytest.param("蔬菜年产量86万吨。", 2024, id="what is made in a year"),
        pytest.param("机场年度旅客吞吐量近1200万人次。", 2024, id="what is handled in a year"),
        pytest.param("细颗粒物（PM2.5）年平均浓度不高于23微克/立方米。", 2024, id="a mean of one year"),
        pytest.param("风电装机320万千瓦。", 2024, id="what stands at the end"),
        pytest.param("开工风电项目、装机320万千瓦。", 2020, id="what was begun"),
        pytest.param("2024年，地区生产总值增长5%。", 2024, id="a year among them"),
    ],
)
def test_in_a_passage_about_five_years(rows: Rows, sentence: str, first: int) -> None:
    assert rows("review", f"五年来，全市砥砺奋进。{sentence}", "stage period_start year") == [("result", first, 2024)]


@pytest.mark.parametrize(
    "sentence",
    [
        "2025年1月10日，统计部门通报，地区生产总值增长5.4%。",
        "继2022年12月成功入选国家试点后，新增高新技术企业1200家。",
        "按2017年平均汇率计算，进出口总额增长5%。",
        "规上工业增加值较“十二五”时期增长50%。",
        "规上工业增加值年均增速高于“十二五”时期1.2个百分点。",
    ],
)
def test_a_date_in_passing_moves_no_year(rows: Rows, sentence: str) -> None:
    assert rows("review", sentence, "stage year") == [("result", 2024)]


def test_the_year_before_the_one_that_is_told_of(rows: Rows) -> None:
    assert rows("review", "地区生产总值增长5.5%，上年为3.5%。", "value stage year") == [(5.5, "result", 2024), (3.5, "result", 2023)]


def test_a_sum_of_five_years_is_a_running_total_of_all_of_them(rows: Rows) -> None:
    said = "五年累计完成固定资产投资520亿元，年均增长11%。"
    assert rows("review", said, "value cumulative period_start year") == [(5.2e10, True, 2020, 2024), (11, False, 2020, 2024)]


@pytest.mark.parametrize(
    ("part", "sentence", "years"),
    [
        pytest.param("review", "2022年、2023年财政收入分别增长5.2%和5.6%。", [2022, 2023], id="in front of the thing"),
        pytest.param("review", "财政收入2022、2023、2024年分别为5亿元、6亿元、7亿元。", [2022, 2023, 2024], id="behind it"),
        pytest.param("plan", "到2025年和2027年，森林覆盖率分别达到45%和46%。", [2025, 2027], id="planned"),
    ],
)
def test_as_many_years_as_numbers_are_handed_out(rows: Rows, part: str, sentence: str, years: list[int]) -> None:
    assert [year for (year,) in rows(part, sentence, "year")] == years


def test_growth_behind_a_multiple_is_not_of_the_year_that_it_is_told_against(rows: Rows) -> None:
    told = rows("review", "旅游收入是2015年的1.8倍，年均增长8%。", "value period_start year")
    assert told == [(1.8, 2024, 2024), (8, 2020, 2024)]


@pytest.mark.parametrize(
    "when",
    ["二季度前", "一季度末", "上半年前", "6月底前", "今冬明春", "春节前", "国庆节前"],
    ids=["quarter", "end_of_quarter", "half", "month", "winter", "feast", "long_feast"],
)
def test_until_when_it_is_to_be_done_is_no_part_of_its_name(rows: Rows, when: str) -> None:
    assert rows("plan", f"{when}完成改造道路20公里。", "indicator value") == [("道路", 20)]


DECEMBER = """政府工作报告
2024年12月28日在宁波市第十六届人民代表大会第四次会议上
一、今年工作回顾
今年，预计地区生产总值增长5.8%。
二、2025年工作安排
明年，地区生产总值增长6%。
在今年开工5所的基础上，新建学校3所。
"""


def test_a_speech_at_the_end_of_a_year_calls_that_year_this_one(observe: Observe) -> None:
    told = [(row.value, row.stage, row.year) for row in observe(DECEMBER).observations]
    assert told == [(5.8, "result", 2024), (6, "target", 2025), (5, "result", 2024), (3, "target", 2025)]


def test_a_speech_of_january_calls_the_planned_year_this_one(observe: Observe) -> None:
    told = [(row.value, row.stage, row.year) for row in observe(DECEMBER.replace("2024年12月", "2025年1月")).observations]
    assert told[0] == (5.8, "target", 2025)
    assert told[1] == (6, "target", 2026)


HALF = """关于宁波市2025年上半年国民经济和社会发展计划执行情况的报告
一、上半年计划执行情况
地区生产总值增长5.9%。去年，固定资产投资增长4%。
二、下半年工作打算
全年地区生产总值增长6.5%。
"""


def test_a_report_on_half_a_year_plans_the_rest_of_it_and_last_year_is_the_one_before(observe: Observe) -> None:
    told = [(row.value, row.stage, row.year) for row in observe(HALF, doc_type="plan_report").observations]
    assert told == [(5.9, "result", 2025), (4, "result", 2024), (6.5, "target", 2025)]


@pytest.mark.parametrize("opening", ["按照计划，今年下半年，", "下半年，", "按照年初安排，下半年，"])
def test_what_is_to_come_in_the_rest_of_the_year_is_no_result_of_its_first_half(observe: Observe, opening: str) -> None:
    text = f"{HALF.splitlines()[0]}\n一、上半年计划执行情况\n工业增加值增长5.9%。\n{opening}全市将确保完成财政收入84亿元，力争达到90亿元。\n"
    told = [(row.indicator, row.value, row.stage, row.year) for row in observe(text, doc_type="plan_report").observations]
    assert told[0] == ("工业增加值", 5.9, "result", 2025)
    assert told[1:] == [("财政收入", value, "target", 2025) for value in (8_400_000_000, 9_000_000_000)]


BULLETIN, OF_PART = "宁波市2025年国民经济和社会发展统计公报", "宁波市2025年上半年经济运行情况"


@pytest.mark.parametrize(
    ("title", "sentence", "year", "part"),
    [
        (BULLETIN, "上年末常住人口969万人。", 2024, None),
        (BULLETIN, "去年末，常住人口969万人。", 2024, None),
        (BULLETIN, "年末常住人口977万人。", 2025, None),
        (BULLETIN, "过去一年，新建学校10所。", 2025, None),
        (OF_PART, "去年新建学校10所。", 2024, None),
        (OF_PART, "新增企业3万家，去年同期2万家。", 2024, "上半年"),
        (OF_PART, "新建学校10所。", 2025, "上半年"),
        (BULLETIN, "三次产业比例由上年的12.1∶48.5∶39.4调整为12.3∶48.3∶39.4。", 2025, None),
        (BULLETIN, "税收收入上年为20亿元。", 2024, None),
        (BULLETIN, "税收收入上年为20亿元，今年为22亿元。", 2025, None),
        (BULLETIN, "工业增加值增长5%，增速高于上年2.1个百分点。", 2025, None),
        (BULLETIN, "扭转上年下降局面，出口增长4%。", 2025, None),
        (BULLETIN, "固定资产投资由上年下降3%转为增长5%。", 2025, None),
        (BULLETIN, "接待游客恢复到上年的80%。", 2025, None),
    ],
)
def test_last_year_is_the_one_before_that_of_a_report_of_results(observe: Observe, title: str, sentence: str, year: int, part: str | None) -> None:
    row = observe(f"{title}\n{sentence}", doc_type="bulletin" if title == BULLETIN else "progress_report").observations[-1]
    assert (row.stage, row.year, row.part_of_year) == ("result", year, part)


SPEECH = "政府工作报告\n——2024年12月28日在宁波市第十六届人民代表大会第五次会议上\n一、2024年工作回顾\n"


@pytest.mark.parametrize(("opening", "year"), [("今年", 2024), ("去年", 2023), ("过去一年，", 2024), ("一年来，", 2024)])
def test_a_speech_at_the_end_of_a_year_looks_back_from_it(observe: Observe, opening: str, year: int) -> None:
    (row,) = observe(f"{SPEECH}{opening}新建公园30个。").observations
    assert (row.indicator, row.year) == ("公园", year)


def test_what_a_speech_at_the_end_of_a_year_tells_of_it_among_its_plans_is_no_target(observe: Observe) -> None:
    told = observe(f"{SPEECH}新建公园30个。\n二、2025年工作安排\n今年新建桥8座，明年新建桥9座。").observations[1:]
    assert [(row.value, row.stage, row.year) for row in told] == [(8, "result", 2024), (9, "target", 2025)]


@pytest.mark.parametrize(
    ("sentence", "last"),
    [
        ("从今年起，用3年时间新建公园300个。", 2027),
        ("从2025年起，利用5年时间，新建公园300个。", 2029),
        ("用三年左右的时间，新建公园300个。", 2027),
        ("五年新建公园300个。", 2029),
        ("三年累计新建公园300个。", 2027),
        ("连续三年新建公园300个。", 2025),
        ("粮食连续五年丰收，新建公园300个。", 2025),
    ],
)
def test_years_that_a_plan_takes_begin_with_its_own(rows: Rows, sentence: str, last: int) -> None:
    assert rows("plan", sentence, "indicator stage period_start year") == [("公园", "target", 2025, last)]


@pytest.mark.parametrize(("sentence", "name"), [("三季度末，投资增长7%。", "投资"), ("2021年以来，来甬就业创业大学生30万人。", "来甬就业创业大学生")])
def test_the_end_of_a_quarter_and_since_are_no_part_of_the_thing(rows: Rows, sentence: str, name: str) -> None:
    assert rows("review", sentence, "indicator") == [(name,)]


@pytest.mark.parametrize(
    ("sentence", "years"),
    [
        pytest.param("经最终核实，2022年生产总值1308亿元；三次产业结构为19.6:31.3:49.1。", [(2022, 2022)] * 4, id="behind a semicolon"),
        pytest.param("根据统一核算制度，最终核实2022年生产总值1308亿元，增长5.5%。", [(2022, 2022)] * 2, id="behind how it was made"),
        pytest.param("与2022年相比，财政收入两年平均增长2.5%。其中，税收增长2.7%。", [(2023, 2024), (2024, 2024)], id="not what it is held against"),
        pytest.param(
            "常住人口58万人，与2020年的44万人相比，增加14万人，增长32%。", [(2024, 2024), (2021, 2024), (2021, 2024)], id="how much it was then"
        ),
    ],
)
def test_a_year_that_opens_a_sentence_holds_for_what_goes_on_in_it(rows: Rows, sentence: str, years: list[tuple[int, int]]) -> None:
    assert rows("review", sentence, "period_start year") == years


def test_months_that_open_a_report_without_a_title_are_of_its_own_year(observe: Observe) -> None:
    row = observe("1—6月，一般公共预算收入完成31亿元。", year=2021, doc_type="progress_report").observations[0]
    assert (row.stage, row.year, row.part_of_year) == ("result", 2021, "1—6月")


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        pytest.param("一产、二产较上年分别增长5%、6%。", [2024, 2024], id="said once for a list"),
        pytest.param("生产总值4977亿元，同比（下同）增长10%；财政收入1561亿元，增长9%。投资增长8%。", [2024] * 5, id="said once for a paragraph"),
        pytest.param("生产总值同比（下同）增长10%，五年年均增长8%。", [2024, 2020], id="but for a mean of years"),
        pytest.param("投资增长60%。", [2020], id="not said"),
    ],
)
def test_growth_on_the_year_before_is_of_one_year_in_a_review_of_several(observe: Observe, text: str, starts: list[int]) -> None:
    assert [row.period_start for row in observe(f"一、过去五年工作回顾\n{text}").observations] == starts
