"""What every row carries of its source: spans of the text as published, the clause, the words of the number."""

from __future__ import annotations

import pytest

from mubiao.observe.kind import trend_of_unknown
from mubiao.observe.yardstick import against_itself

from .conftest import Observe, Rows

REPORT = """政府工作报告
一、2024年工作回顾
地区生产总值增长６．５％。规上工业增加值增速高于全国平均水平。
全市新增绿地200公顷、绿道100公里。
全市新增绿地200公顷、绿道100公里。
二、2025年工作安排
地区生产总值增长6%左右、力争达到7%；新增公园30个，其中口袋公园12个。
名词解释
1.“百千万”工程：建设和美乡村100个。
"""


def test_a_row_points_to_its_number_in_the_text_as_published(observe: Observe) -> None:
    row = observe(REPORT).observations[0]

    assert REPORT[row.char_start : row.char_end] == "６．５％"
    assert (row.value, row.value_text, row.quote) == (6.5, "６．５％", "地区生产总值增长６．５％")


def test_the_words_that_bound_a_number_stand_in_its_text_and_not_in_its_span(observe: Observe) -> None:
    row = next(row for row in observe(REPORT).observations if row.modifier == "左右")

    assert (row.value_text, REPORT[row.char_start : row.char_end]) == ("6%左右", "6%")


def test_a_relative_target_points_to_its_phrase(rows: Rows) -> None:
    assert rows("plan", "规上工业增加值增速高于全国平均水平。", "measure value unit value_text quote") == [
        ("relative", None, None, None, "规上工业增加值增速高于全国平均水平")
    ]


def test_parts_and_second_tiers_name_their_row(observe: Observe) -> None:
    found = {row.value: row for row in observe(REPORT).observations if row.stage == "target"}

    assert (found[7].role, found[7].parent_id) == ("stretch", found[6].observation_id)
    assert (found[12].role, found[12].parent_id) == ("sub", found[30].observation_id)


def test_keys_are_the_same_each_time_and_differ_from_row_to_row(observe: Observe) -> None:
    first, second = ([row.observation_id for row in observe(REPORT).observations] for _ in range(2))

    assert first == second
    assert len(set(first)) == len(first)


def test_headings_above_a_row_are_its_section(rows: Rows) -> None:
    assert rows("plan", "地区生产总值增长6%。", "section") == [(["2025年工作安排"],)]


def test_numbers_that_are_no_row_are_kept_with_the_reason(observe: Observe) -> None:
    assert [(number.text, number.reason) for number in observe(REPORT).refusals] == [
        ("2024年", "date"),
        ("200公顷", "repeated_passage"),
        ("100公里", "repeated_passage"),
        ("2025年", "date"),
        ("100个", "glossary"),
    ]


def test_a_relative_target_in_a_review_is_no_row(observe: Observe) -> None:
    assert [row.indicator for row in observe(REPORT).observations if row.measure == "relative"] == []


def test_a_trend_is_a_row_only_where_its_indicator_is_known(rows: Rows) -> None:
    assert [rows("plan", text, "measure relation") for text in trend_of_unknown.takes] == [[]]
    assert [rows("plan", text, "measure relation") for text in trend_of_unknown.refuses] == [[("relative", "trend")]]


def test_what_is_held_against_its_own_whole_is_asked_of_parts_of_it(rows: Rows) -> None:
    assert [rows("plan", text, "indicator") for text in against_itself.takes] == [[]]
    assert [len(rows("plan", text, "indicator")) for text in against_itself.refuses] == [1, 1, 1, 1]


def test_of_a_part_the_whole_place_is_a_yardstick(rows: Rows) -> None:
    columns = "indicator jurisdiction_code reference_code"
    assert rows("plan", "鄞州区经济增速高于全市水平。", columns) == [("鄞州区经济", "330212", "330200")]
    assert rows("plan", "经济增速高于全省水平。", columns) == [("经济", "330200", "330000")]


def test_a_fall_has_its_sign_in_a_column_of_its_own(rows: Rows) -> None:
    assert rows("plan", "单位地区生产总值能耗下降3.2%。", "value sign measure") == [(3.2, -1, "growth")]


def test_a_minus_is_the_same_fall(rows: Rows) -> None:
    assert rows("review", "规上工业增加值增长-2.5%。", "value sign measure") == [(2.5, -1, "growth")]


def test_two_numbers_parted_by_a_comma_do_not_lose_the_document(rows: Rows) -> None:
    assert rows("review", "恩格尔系数降至0.31，234个行政村集体经济收入达标。", "value unit") == [(0.31, ""), (234, "个")]


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        pytest.param("粮食总产量连续9年稳定在1300亿斤以上。", True, id="for nine years"),
        pytest.param("每年新增口袋公园10个。", True, id="every year"),
        pytest.param("粮食总产量稳定在1300亿斤以上。", False, id="this year"),
    ],
)
def test_what_holds_every_year_is_marked(observe: Observe, text: str, standing: bool) -> None:
    (row,) = observe(f"一、2024年工作回顾\n{text}").observations
    assert ("standing" in row.rules) == standing


def test_a_number_that_the_end_of_a_line_broke_is_whole(observe: Observe):
    """Its span holds the line break, as published."""
    text = "　　全年社会消费品零售总额增长4.8%，粮食总产量稳定，一般公共预算总收入595\n5.6亿元，增长0.8%。\n　　城镇新增就业71万人。"
    found = observe(f"政府工作报告\n一、2024年工作回顾\n{text}\n").observations
    assert 595_560_000_000 in [row.value for row in found]


@pytest.mark.parametrize(
    ("text", "bases"),
    [
        pytest.param("居民人均可支配收入实际增长5.1%。", ["实际"], id="in constant prices"),
        pytest.param("居民人均可支配收入名义增长5.3%、实际增长5.1%。", ["名义", "实际"], id="both"),
        pytest.param("城镇、农村居民人均可支配收入分别实际增长5.1%和6.2%。", ["实际", "实际"], id="of two things"),
        pytest.param("居民收入预期增长6%，实际增长7.2%。", [None, None], id="what was reached, told against what was planned"),
        pytest.param("主要预期目标是：生产总值增长6%，居民收入实际增长7%。", [None, "实际"], id="a list of aims tells of prices"),
        pytest.param("财政收入预期增长6%，同口径增长7%。", [None, "同口径"], id="like for like is never what was reached"),
        pytest.param("一般公共预算收入扣除留抵退税因素后增长3.2%，自然口径下降6.1%。", ["扣除留抵退税因素后", "自然口径"], id="like for like"),
        pytest.param("一般公共预算收入（同口径）完成3亿元，增长3.2%。", ["同口径", "同口径"], id="behind the name"),
        pytest.param("一般公共预算收入同口径完成3亿元，同口径增长3.2%。", ["同口径", "同口径"], id="of a sum"),
        pytest.param("投资计划5亿元，实际完成3亿元。", [None, None], id="what was really done"),
        pytest.param("扣除房地产开发投资后，固定资产投资增长3.1%，工业投资增长6%。", ["扣除房地产开发投资后", None], id="a part taken out in front"),
        pytest.param("固定资产投资扣除房地产开发投资后增长3.1%。", ["扣除房地产开发投资后"], id="a part taken out behind"),
        pytest.param("实际利用外资增长5%。", [None], id="part of a name"),
        pytest.param(
            "城镇居民收入2万元，农村居民收入1万元，扣除价格因素，分别增长5.4%和6.2%。",
            [None, None, "扣除价格因素", "扣除价格因素"],
            id="said once for two",
        ),
    ],
)
def test_growth_says_in_which_prices_it_is_told(observe: Observe, text: str, bases: list[str | None]) -> None:
    assert [row.basis for row in observe(f"一、2024年工作回顾\n{text}").observations] == bases


@pytest.mark.parametrize(
    ("text", "bases"),
    [
        pytest.param("按户籍人口计算，人均GDP为63525元，增长8.7%。", ["按户籍人口计算"] * 2, id="of those registered"),
        pytest.param("按户籍人口计算，人均GDP为6万元；按常住人口计算，人均GDP为7万元。", ["按户籍人口计算", "按常住人口计算"], id="both"),
        pytest.param("按常住人口计算，人均GDP为6万元，按户籍人口计算，人均GDP为7万元。", ["按常住人口计算", "按户籍人口计算"], id="both, the nearer"),
        pytest.param("按户籍人口计算，人均GDP为6万元；地区生产总值增长5%。", ["按户籍人口计算", None], id="a sum is no mean"),
        pytest.param("按户籍人口计算，人均GDP为6万元。人均水资源量300立方米。", ["按户籍人口计算", None], id="the next sentence"),
        pytest.param("人均GDP27711元，按2021年平均汇率计算为4295美元。", [None, "按2021年平均汇率计算"], id="in other money"),
    ],
)
def test_a_mean_says_by_which_people_it_is_told(observe: Observe, text: str, bases: list[str | None]) -> None:
    assert [row.basis for row in observe(f"一、2024年工作回顾\n{text}").observations] == bases


@pytest.mark.parametrize("part", ["review", "plan"])
def test_no_growth_is_growth_of_nothing(rows: Rows, part: str) -> None:
    assert rows(part, "建设用地规模零增长。", "indicator measure value unit value_text") == [("建设用地规模", "growth", 0, "%", "零增长")]


def test_what_stood_still_is_told_of_in_a_review_and_a_target_in_a_plan(observe: Observe) -> None:
    found = observe("政府工作报告\n一、2024年工作回顾\n居民消费价格持平。\n二、2025年工作安排\n单位能耗与上年持平。\n")

    assert [(row.indicator, row.measure) for row in found.observations] == [("单位能耗", "relative")]
    assert [(refusal.text, refusal.reason) for refusal in found.refusals if refusal.reason == "stood_still"] == [("持平", "stood_still")]


def test_what_a_stock_is_made_of_are_stocks(observe: Observe) -> None:
    rows = observe(
        "宁波市2022年国民经济和社会发展统计公报\n全市拥有营运车辆1430辆，其中：货车358辆；班线车272辆；出租车722辆。\n", "330200"
    ).observations
    assert [(row.indicator, row.role, row.cumulative) for row in rows] == [
        ("营运车辆", "core", True),
        ("货车", "sub", True),
        ("班线车", "sub", True),
        ("出租车", "sub", True),
    ]


def test_what_is_booked_by_the_year_is_no_running_total_where_one_year_is_added_up(rows: Rows) -> None:
    assert rows("review", "地区生产总值累计完成246亿元。", "cumulative") == [(False,)]
    assert rows("review", "五年来，累计实现财政收入246亿元。", "cumulative period_start") == [(True, 2020)]
    assert rows("review", "累计完成固定资产投资246亿元。", "cumulative") == [(True,)]


@pytest.mark.parametrize(
    ("text", "total"),
    [
        pytest.param("累计接待游客544万人次，同比增长8%。", False, id="held against the year before"),
        pytest.param("累计接待游客544万人次，住宿业营业额增长8%。", True, id="growth of something else"),
        pytest.param("五年累计完成固定资产投资320亿元，同比增长8%。", True, id="of several years"),
        pytest.param("存款余额累计达320亿元，同比增长8%。", True, id="a level"),
    ],
)
def test_a_sum_that_is_held_against_last_year_is_of_one_year(observe: Observe, text: str, total: bool) -> None:
    row, *_ = observe(f"一、2024年工作回顾\n{text}").observations
    assert row.cumulative == total
