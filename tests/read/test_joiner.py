"""Lines that a page broke: which are joined, and which stand by themselves."""

from __future__ import annotations

import pytest

from mubiao.read.fold import fold
from mubiao.read.joiner import joints

BROKEN = "过去一年，全年社会消费品零售总额比上年增长4.8%，城镇居民人均可\n支配收入增长4.4%，农村居民人均可支配收入增长6.3%，粮食总产量达\n到75万吨。"


def read(text: str, pages: tuple[int, ...] = ()) -> list[str]:
    return fold(text, joints(text, pages)).text.split("\n")


def test_lines_that_fill_the_page_are_joined():
    assert read(BROKEN) == [
        "过去一年,全年社会消费品零售总额比上年增长4.8%,城镇居民人均可支配收入增长4.4%,农村居民人均可支配收入增长6.3%,粮食总产量达到75万吨。"
    ]


def test_a_number_broken_by_the_line_is_whole():
    assert "增长4.8%" in "".join(read(BROKEN.replace("增长4.8%，城镇居民人均可\n", "增长4.\n8%，城镇居民人均可")))


@pytest.mark.parametrize("below", ["一、2024年工作回顾", "（一）经济发展", "1.新增绿地", "　　城镇新增就业71万人。", "责任单位：市发改委"])
def test_a_line_that_begins_something_is_not_joined(below: str):
    assert fold(below).text.strip() in [line.strip() for line in read(f"{BROKEN[:-7]}\n{below}\n{BROKEN}")]


@pytest.mark.parametrize(
    "text",
    [
        "目标任务\n新增绿地200公顷\n区综合执法局\n新增绿道100公里\n区水利局",
        "新增绿地200公顷，绿道100公里。\n新增高新技术企业100家。\n新增城镇就业3万人。",
        "宁波市2025年政府工作报告\n一、2024年工作回顾\n地区生产总值增长5.4%。",
    ],
    ids=["cells", "sentences", "headings"],
)
def test_lines_that_no_page_broke_stay(text: str):
    assert read(text) == fold(text).text.split("\n")


def test_blanks_that_line_ends_left_inside_words_go():
    assert read("新增制造 业单项冠军示范企业3家，新 增小微企业2.6万家，地区生 产总值增 长5%。") == [
        "新增制造业单项冠军示范企业3家,新增小微企业2.6万家,地区生产总值增长5%。"
    ]


def test_blanks_between_names_stay():
    assert read("责任单位：市发改委 市经信局，新 增绿地，增 长5%。") == ["责任单位:市发改委 市经信局,新 增绿地,增 长5%。"]


def test_heads_and_numbers_of_pages_go_and_the_title_stays():
    sheets = [f"安徽省政府工作报告\n增长{number}%。\n- {number} -\n" for number in (1, 2, 3)]
    text = "".join(sheets)
    assert [line for line in read(text, tuple(text.index(sheet) for sheet in sheets)) if line] == [
        "安徽省政府工作报告",
        "增长1%。",
        "增长2%。",
        "增长3%。",
    ]
