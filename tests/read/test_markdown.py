"""Markdown: what is read is the text without its marks, and tables in pipes or HTML are tables."""

from __future__ import annotations

import pytest

from mubiao.read.page import Page
from mubiao.read.text import read_text


def read(text: str, name: str = "a.md") -> Page:
    return read_text(text.encode(), name)


@pytest.mark.parametrize(
    ("line", "plain"),
    [
        ("## 二、2025年工作安排", "二、2025年工作安排"),
        ("**新增绿地**200公顷，*改造老旧小区*30个。", "新增绿地200公顷，改造老旧小区30个。"),
        ("* 新建口袋公园`12`个", "新建口袋公园12个"),
        ("1\\. [新增托位](http://www.cixi.gov.cn/a)800个", "1. 新增托位800个"),
        (r"地区生产总值增长$5.5\%$左右，就业$20 \sim 22$万人", "地区生产总值增长5.5%左右，就业20~22万人"),
        ("<u>城镇新增就业</u>2万人", "城镇新增就业2万人"),
        ("面积为3*4米，*不含绿道", "面积为3*4米，*不含绿道"),
    ],
    ids=["heading", "emphasis", "item_and_code", "escape_and_link", "formulas", "letters_in_html", "signs_that_are_no_marks"],
)
def test_a_line_is_read_without_its_marks(line: str, plain: str):
    assert read(line).text == plain


def test_pictures_and_marks_of_notes_are_left_out_and_counted_and_notes_stand_apart():
    page = read("新增绿地200公顷[^1]，新增绿道5公里<sup>[2]</sup>。![](a.png)\n\n[^1]: 含2024年的550公顷。")
    assert page.text == "新增绿地200公顷，新增绿道5公里。\n\n含2024年的550公顷。"
    assert [page.text[low:high] for low, high in page.notes] == ["含2024年的550公顷。"]
    assert page.remarks == ("left out: pictures (1)", "left out: marks of notes (2)")


def test_struck_text_and_comments_are_left_out_and_counted():
    page = read("新增绿地~~100公顷~~200公顷。<!-- 新建学校\n7所 -->\n改造小区 <!-- 30个。")
    assert page.text == "新增绿地200公顷。\n改造小区 <!-- 30个。"
    assert page.remarks == ("left out: comments (1)", "left out: struck text (1)")


def test_what_stands_above_a_text_tells_facts_and_is_no_text():
    page = read("---\ntitle: '宁波市2025年政府工作报告'\ndate: 2025-01-20\ntags:\n  - 报告\n---\n新增绿地200公顷。\n")
    assert page.text.strip() == "宁波市2025年政府工作报告\n新增绿地200公顷。"
    assert (page.facts.title, page.facts.published) == ("宁波市2025年政府工作报告", "2025-01-20")


def test_a_rule_above_a_text_is_no_front():
    assert read("---\n新增绿地200公顷。\n---\n新增绿道5公里。").text == "新增绿地200公顷。\n新增绿道5公里。"


def test_lines_of_a_cell_stand_in_one_line_of_a_table_in_pipes():
    page = read("| 任务 | 单位 |\n|---|---|\n| 绿道5公里 | 市水利局<br>市住建局 |\n| 绿地2公顷 | 市住建局 |")
    assert [[page.text[cell.start : cell.end] for cell in row if cell] for row in page.tables[0].grid()][1] == ["绿道5公里", "市水利局 市住建局"]


def test_tables_in_pipes_and_in_html_are_tables():
    markup = "<table><tr><td>任务</td><td>单位</td></tr><tr><td>增长$6\\%$</td><td rowspan=2>市发改局</td></tr><tr><td>绿地200公顷</td></tr></table>"
    page = read(f"# 任务分解\n\n{markup}\n\n| 任务 | 单位 |\n|---|---|\n| **绿道**5公里 | 市水利局 |\n")
    assert [[[page.text[cell.start : cell.end] for cell in row if cell] for row in table.grid()] for table in page.tables] == [
        [["任务", "单位"], ["增长6%", "市发改局"], ["绿地200公顷", "市发改局"]],
        [["任务", "单位"], ["绿道5公里", "市水利局"]],
    ]


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("# 报告\n新增**绿地**200公顷。", True), ("新增绿地200公顷。\n* 不含绿道\n#1号楼", False), ("共<table>份", False)],
)
def test_a_text_of_another_name_is_markdown_by_its_marks(text: str, is_one: bool):
    assert (read(text, "a.txt").text != text) is is_one
