"""Lines of a document: what counts as one, its level, number and heading."""

from __future__ import annotations

import pytest

from mubiao.outline.lines import FLAT_LINE, Line, body, heading, level, lines


def test_lines_are_stripped_and_know_the_empty_lines_in_front():
    assert lines("  一、总体要求\n\n\n增长5%。  \n新增绿地200公顷。") == [
        Line(start=2, end=8, text="一、总体要求", gap=0),
        Line(start=11, end=16, text="增长5%。", gap=2),
        Line(start=19, end=29, text="新增绿地200公顷。", gap=0),
    ]


def test_spans_of_lines_lead_back_to_the_text():
    text = " 一、总体要求 \n\n增长5%。\n"
    assert [text[line.start : line.end] for line in lines(text)] == ["一、总体要求", "增长5%。"]


@pytest.mark.parametrize("text", ["", "\n \n\t\n"], ids=["nothing", "only_spaces"])
def test_an_empty_text_has_no_lines(text: str):
    assert lines(text) == []


def test_a_text_without_line_breaks_is_cut_behind_full_stops():
    first, second = "甲" * FLAT_LINE + "。", "乙" * 10 + "。"
    assert [line.text for line in lines(f"{first} {second}")] == [first, second]


def test_a_short_line_with_spaces_stays_whole():
    assert [line.text for line in lines("增长5%。 新增绿地200公顷。")] == ["增长5%。 新增绿地200公顷。"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1.新增就业5万人。(牵头单位:省人社厅)2.新建公园3个。", ["1.新增就业5万人。(牵头单位:省人社厅)", "2.新建公园3个。"]),
        ("一、新增就业5万人。(区人社局负责)二、新建公园3个。", ["一、新增就业5万人。(区人社局负责)", "二、新建公园3个。"]),
        ("1.新增床位(含续建)4.5万张。(牵头单位:省民政厅)", ["1.新增床位(含续建)4.5万张。(牵头单位:省民政厅)"]),
    ],
    ids=["label", "without_a_label", "no_other_item"],
)
def test_an_item_behind_the_units_of_the_one_before_is_a_line(text: str, found: list[str]):
    assert [line.text for line in lines(text)] == found


@pytest.mark.parametrize(
    ("text", "depth", "number"),
    [
        ("一、总体要求", 1, "一"),
        ("十二、加强自身建设", 1, "十二"),
        ("第二部分 今年工作", 1, "第二部分"),
        ("(一)强化科技创新", 2, "(一)"),
        ("(十二)推动绿色发展", 2, "(十二)"),
        ("1.地区生产总值增长5.5%以上。", 3, "1"),
        ("12、新增绿地200公顷", 3, "12"),
        ("(3)新增绿道100公里", 3, "(3)"),
        ("新增绿地200公顷", 0, ""),
        ("1.5亿元用于绿化", 0, ""),
        ("5000个停车泊位", 0, ""),
        ("2025年目标任务", 0, ""),
        ("一是新增绿地200公顷", 0, ""),
    ],
    ids=[
        "first_level", "first_level_above_ten", "part", "second_level", "second_level_above_ten", "item", "item_with_comma", "item_in_brackets",
        "text", "decimal_number", "number", "year", "enumeration_in_words",
    ],
)  # fmt: skip
def test_the_level_of_a_line_and_its_number(text: str, depth: int, number: str):
    assert level(text) == (depth, number)


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("一、2024年工作回顾", "2024年工作回顾"),
        ("(一)强化科技创新。研发投入强度达到3.5%。", "强化科技创新"),
        ("二、总体要求 坚持稳中求进", "总体要求"),
        ("新增绿地200公顷", "新增绿地200公顷"),
    ],
    ids=["numbered", "before_a_stop", "before_a_space", "without_number"],
)
def test_the_heading_of_a_line_ends_at_the_first_stop_or_space(text: str, head: str):
    assert heading(text) == head


@pytest.mark.parametrize(
    ("text", "rest"), [("1.新增绿地", "新增绿地"), ("(一)新增绿地", "新增绿地"), ("一、新增绿地", "新增绿地"), ("新增绿地", "新增绿地")]
)
def test_the_body_of_a_line_begins_behind_its_number(text: str, rest: str):
    assert text[body(Line(0, len(text), text, 0)) :] == rest
