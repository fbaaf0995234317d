"""Web pages: the article and its tables are read; menus, counters, related news and footers are left out and counted."""

from __future__ import annotations

from pathlib import Path

import pytest

from mubiao.errors import ReadError
from mubiao.read.document import read_documents
from mubiao.read.html import read_html
from mubiao.read.limits import MAX_DEPTH, MAX_ELEMENTS
from mubiao.read.page import Page

PORTAL = """<html><head><meta charset="{charset}"><title>慈溪市2025年政府工作报告目标任务分解_慈溪市人民政府</title>
<meta name="ArticleTitle" content="慈溪市2025年政府工作报告目标任务分解"><meta name="PubDate" content="2025-02-20 10:12">
<style>p {{ color: red }}</style><script>var visits = 12345;</script></head><body>
<div class="header"><ul class="nav"><li><a href="/">首页</a></li><li><a href="/zwgk">政务公开</a></li><li><a href="/zmhd">政民互动</a></li></ul></div>
<div class="position">您的位置：<a href="/">首页</a> &gt; <a href="/zwgk">政务公开</a></div>
<table class="xxgk"><tr><td>索引号</td><td>002967330/2025-12345</td><td>发布机构</td><td>慈溪市人民政府办公室</td></tr>
<tr><td>发文字号</td><td>慈政发〔2025〕1号</td><td>成文日期</td><td>2025年2月20日</td></tr></table>
<div id="zoom"><h1>慈溪市2025年政府工作报告目标任务分解</h1>
<p>　　地区生产总值增长5.5%以上，新增高新技术
企业100家<sup>[1]</sup>，绿地面积达到3.5km<sup>2</sup>。</p>
<p style="display:none">内部：增长9%。</p><p><del>新增公园8个。</del>新增公园6个。</p>
<table><tr><th rowspan="2">序号</th><th rowspan="2">目标任务</th><th colspan="2">单位</th></tr><tr><th>责任单位</th><th>配合单位</th></tr>
<tr><td>1</td><td>新增托位800个</td><td rowspan="2">市卫健局</td><td>&nbsp;</td></tr>
<tr><td>2</td><td>新增床位200张</td><td>市民政局</td></tr></table></div>
<div class="related"><h3>相关新闻</h3><ul><li><a href="/1">余姚市新增托位900个</a></li></ul></div>
<div>访问量 1234567人次</div><div class="footer">版权所有：慈溪市人民政府 浙ICP备05000001号</div></body></html>"""


def portal(charset: str = "utf-8") -> Page:
    return read_html(PORTAL.format(charset=charset).encode("gb18030" if charset == "gb2312" else charset), "page.html")


def html(body: str) -> Page:
    return read_html(f"<html><body>{body}</body></html>".encode(), "page.html")


def cells(page: Page, table: int = 0) -> list[list[str | None]]:
    return [[page.text[cell.start : cell.end] if cell else None for cell in row] for row in page.tables[table].grid()]


def test_the_article_is_read_and_what_stands_around_it_left_out():
    lines = [line for line in portal().text.split("\n") if line]
    assert "地区生产总值增长5.5%以上，新增高新技术企业100家，绿地面积达到3.5km2。" in lines
    assert not any(word in portal().text for word in ("首页", "余姚", "1234567", "版权", "12345;", "color"))


def test_what_is_left_out_is_counted():
    kinds = {remark.split(": ")[1].partition(" (")[0] for remark in portal().remarks}
    assert kinds == {"menus", "facts of the portal", "counters and buttons", "hidden text", "struck text", "marks of notes"}


def test_hidden_and_struck_text_is_left_out():
    assert "新增公园6个。" in portal().text
    assert "9%" not in portal().text
    assert "8个" not in portal().text


def test_the_fields_of_the_portal_are_facts():
    facts = portal().facts
    assert facts.index_number == "002967330/2025-12345"
    assert (facts.title, facts.issuer, facts.number, facts.published) == (
        "慈溪市2025年政府工作报告目标任务分解", "慈溪市人民政府办公室", "慈政发〔2025〕1号", "2025-02-20",
    )  # fmt: skip


def test_cells_over_rows_and_columns_stand_in_each_place_of_the_grid():
    assert cells(portal(), -1) == [
        ["序号", "目标任务", "单位", "单位"],
        ["序号", "目标任务", "责任单位", "配合单位"],
        ["1", "新增托位800个", "市卫健局", ""],
        ["2", "新增床位200张", "市卫健局", "市民政局"],
    ]


@pytest.mark.parametrize("charset", ["utf-8", "gb2312", "gbk"])
def test_a_page_is_read_in_the_encoding_that_it_declares(charset: str):
    assert "新增公园6个。" in portal(charset).text


def test_a_page_that_declares_another_encoding_than_its_own_is_read():
    assert "新增公园6个。" in read_html(PORTAL.format(charset="gb2312").encode(), "page.html").text


def test_a_table_that_only_sets_out_the_page_is_no_table():
    page = html(
        "<table><tr><td><table><tr><td>指标</td><td>目标</td></tr><tr><td>绿地</td><td>200公顷</td></tr></table></td><td>说明</td></tr></table>"
    )
    assert [len(table.grid()) for table in page.tables] == [2]


def test_a_cell_that_claims_more_columns_than_there_are_goes_over_those_that_are_there():
    page = html("<table><tr><td colspan=100000000>目标</td></tr><tr><td>绿地</td><td>200公顷</td></tr></table>")
    assert cells(page) == [["目标", "目标"], ["绿地", "200公顷"]]


def test_cells_over_rows_of_different_height_push_those_below_to_the_right():
    page = html(
        "<table><tr><td rowspan=3>甲</td><td>1</td><td rowspan=2>乙</td><td>2</td></tr>"
        "<tr><td>3</td><td>4</td></tr><tr><td>5</td><td>6</td></tr></table>"
    )
    assert cells(page) == [["甲", "1", "乙", "2"], ["甲", "3", "乙", "4"], ["甲", "5", "6", None]]


@pytest.mark.parametrize("body", ["<table><tr><td rowspan=99999999 colspan=3>甲</td></tr><tr><td>乙</td></tr></table>", "<p>" + "<b>" * 50 + "绿地"])
def test_what_claims_too_much_is_cut_to_what_is_there(body: str):
    assert html(body).text


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("<table><tr>" + "<td>甲</td>" * 300 + "</tr></table>", "no document has such a table"),
        (("<table><tr>" + "<td rowspan=65534>甲</td>" * 250 + "</tr>" + "<tr></tr>" * 1500 + "</table>") * 2, "no document has such tables"),
        ("<p>绿地</p>" * (MAX_ELEMENTS + 1), "a web page of more than 250000 elements"),
        ("<div>" * (MAX_DEPTH + 5) + "绿地", "elements inside one another"),
        ("<div></div><!-- 绿地 -->", "holds no text"),
    ],
)
def test_a_page_that_cannot_be_read_is_told_in_one_line(body: str, told: str):
    with pytest.raises(ReadError, match=told):
        html(body)


@pytest.mark.parametrize(
    ("block", "issuer", "number", "published"),
    [
        ("<p>发布日期：2025年02月12日　信息来源：市府办　文号：甬政发〔2025〕3号　点击数：345</p>", "市府办", "甬政发〔2025〕3号", "2025-02-12"),
        ("<p>发布时间：2025-02-12 09:30 文号： 来源：宁波市人民政府</p>", "宁波市人民政府", None, "2025-02-12"),
        ("<p>成文日期：2025-02-10</p><p>来源：新华社</p><p>发布机构：市府办</p><p>发文日期：2025-02-12</p>", "市府办", None, "2025-02-12"),
        ("<p>成文日期：2025-02-10</p>", None, None, "2025-02-10"),
    ],
    ids=["one_line", "an_empty_label", "the_surest_label_of_each", "the_only_one"],
)
def test_labels_of_a_portal(block: str, issuer: str | None, number: str | None, published: str | None):
    page = read_html(f"<html><body>{block}<p>新增绿地200公顷。</p></body></html>".encode(), "a.html")
    assert (page.facts.issuer, page.facts.number, page.facts.published) == (issuer, number, published)


LAYOUTS = {
    "cells": "<table><tr><td><b>索 引 号：</b></td><td>{index}</td><td>主题分类：</td><td>综合</td></tr><tr><td>发文机关：</td><td>{issuer}</td>"
    "<td>文　　号：</td><td>{number}</td><td>发布日期：</td><td>{date}</td></tr></table>",
    "heads": "<table><tr><th>索引号</th><td>{index}</td><th>发布机构</th><td>{issuer}</td></tr><tr><th>发文字号</th><td>{number}</td>"
    "<th>发布日期</th><td>{date}</td></tr></table>",
    "one_cell": "<table><tr><td><span>索引号：</span>{index}<span>文号：</span>{number}"
    "<span>发布机构：</span>{issuer}<span>发布日期：</span>{date}</td></tr></table>",
    "terms": "<dl><dt>索引号：</dt><dd>{index}</dd><dt>发布机构：</dt><dd>{issuer}</dd><dt>发文字号：</dt><dd>{number}</dd>"
    "<dt>发布日期：</dt><dd>{date}</dd></dl>",
    "items": "<ol><li>[发文机构] <span>{issuer}</span></li><li>[发文字号] <span>{number}</span></li><li>[发布日期]<span>{date}</span></li>"
    "<li>[索引号]<span>{index}</span></li></ol>",
    "spans": "<div><span>索引号：</span><span>{index}</span><span>主题分类：</span><span>综合</span>"
    "<span>发布机构：</span><span>{issuer}</span></div>"
    "<div><span>文号：</span><span>{number}</span><span>发布日期：</span><span>{date}</span></div>",
    "lines": "<p>索 引 号：{index}<br>发布机构：{issuer}<br>文号：{number}<br>发布日期：{date} 浏览次数：88</p>",
    "blocks": "<div><div>索引号:</div><span>{index}</span></div><div><div>发布机构:</div><span>{issuer}</span></div>"
    "<div><div>发文字号:</div><span>{number}</span></div><div><div>成文日期:</div><span>2025-02-10</span></div><div><div>发布日期:</div><span>{date}</span></div>",
}


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_the_facts_of_a_portal_end_where_the_next_begins(layout: str):
    told = {"index": "002967330/2025-12345", "issuer": "慈溪市人民政府", "number": "慈政发〔2025〕1号", "date": "2025-02-20"}
    facts = html(layout.format(**told) + "<p>新增绿地200公顷。</p>").facts
    assert (facts.index_number, facts.issuer, facts.number, facts.published) == tuple(told.values())


def test_a_portal_that_says_there_is_no_number_tells_none():
    facts = html("<table><tr><td>文号：</td><td>无</td><td>发布机构：</td><td></td><td>索引号：</td><td>1/2025-1</td></tr></table><p>绿地</p>").facts
    assert (facts.number, facts.issuer, facts.index_number) == (None, None, "1/2025-1")


ARTICLE = "<p>新增绿地200公顷。</p><p>改造老旧小区30个。</p><p>城镇新增就业20万人，新增高新技术企业100家，新建改建农村公路50公里。</p>"
MENU = "<ul>" + "<li><a href='/'>政务公开栏目</a></li>" * 30 + "</ul>"


@pytest.mark.parametrize(
    ("body", "left_out"),
    [
        (
            "<table><tr><td><table><tr><td>来源：市府办</td><td>浏览：88次</td></tr></table></td></tr><tr><td>{}</td></tr></table>",
            "counters and buttons",
        ),
        ("<table><tr><td>来源：市府办</td><td>浏览：88次</td></tr><tr><td colspan=2>{}</td></tr></table>", "counters and buttons"),
        ("<table><tr><td>点击：88次</td></tr><tr><td>{}</td></tr></table>", "counters and buttons"),
        ("<div>字号 大 中 小</div>{}<div>阅读(1234)</div>", "counters and buttons"),
        (
            "{}<table><tr><td>·<a href='/1'>余姚市新增托位900个</a></td><td>2025-02-10</td></tr></table>",
            "menus",
        ),
        (f"<div>{MENU}<div>{{}}</div></div>", "menus"),
        (f"<table><tr><td>{MENU}</td><td>{{}}</td></tr></table>", "menus"),
        (
            "<table><tr><td>索引号</td><td>1/2025-1</td><td>公开方式</td><td>主动公开</td></tr>"
            "<tr><td>发布机构：</td><td>市府办</td><td>浏览</td><td>88次</td></tr></table>{}",
            "facts of the portal",
        ),
    ],
    ids=["nested_table", "row_above_the_article", "cell_above_it", "blocks", "other_articles", "menu_in_a_block", "menu_beside_it", "facts"],
)
def test_what_stands_around_the_article_in_tables_and_blocks_is_left_out_and_said(body: str, left_out: str):
    page = html(body.format(ARTICLE))
    assert page.text == html(ARTICLE).text
    assert [remark.partition(" (")[0] for remark in page.remarks] == [f"left out: {left_out}"]


def test_pictures_of_the_article_are_counted_those_of_menus_are_none_of_it():
    page = html(f"<div class=nav><img src=a.png>首页</div>{ARTICLE}<p><img src=b.png></p>")
    assert page.remarks == ("left out: menus (2)", "left out: pictures (1)")


def test_a_table_of_duties_whose_cells_hold_paragraphs_is_no_layout():
    page = html(
        f"<table><tr><td>目标任务</td><td>责任单位</td></tr><tr><td>{ARTICLE}</td><td>市住建局、市人力社保局、市科技局、市交通局、市财政局</td></tr></table>"
    )
    assert len(page.tables) == 1


WORD_NOTE = (
    '<p>新增绿地200公顷<a style=\'mso-footnote-id:ftn1\' href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a>。</p>'
    "<div style='mso-element:footnote-list'><hr size=1><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText>"
    '<a href="#_ftnref1" name="_ftn1"><span class=MsoFootnoteReference>[1]</span></a> 绿地：含2024年的550公顷。</p></div></div>'
)


@pytest.mark.parametrize(
    "body",
    [
        WORD_NOTE,
        WORD_NOTE.replace(" style='mso-element:footnote-list'", "").replace(" style='mso-element:footnote'", ""),
        WORD_NOTE.replace("ftn", "edn").replace("footnote", "endnote"),
        '<p>新增绿地200公顷<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>。</p><div id="sdfootnote1"><p>'
        '<a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>绿地：含2024年的550公顷。</p></div>',
    ],
    ids=["word", "word_filtered", "word_endnotes", "libreoffice"],
)
def test_notes_of_a_page_saved_from_a_word_processor_stand_apart_from_the_text(body: str):
    page = html(body)
    assert [page.text[start:end] for start, end in page.notes] == ["绿地：含2024年的550公顷。"]
    assert page.text.split("\n") == ["新增绿地200公顷。", "绿地：含2024年的550公顷。"]


def test_comments_of_a_page_saved_from_word_are_left_out_and_counted():
    page = html(
        "<p>新增绿地200公顷<span class=MsoCommentReference><a href='#_msocom_1' name='_msoanchor_1'>[L1]</a></span>。</p>"
        "<div style='mso-element:comment-list'><div style='mso-element:comment'><div id='_com_1' class=msocomtxt><p>原为300公顷</p></div></div></div>"
    )
    assert (page.text, page.remarks) == ("新增绿地200公顷。", ("left out: marks of notes (4)", "left out: comments (7)"))


def test_a_link_to_another_article_is_no_mark_and_an_anchor_no_link():
    assert html('<p>新增绿地<a href="/a#zoom">200公顷</a>。</p><p><a name="all">新增绿道100公里，新增公园6个。</a></p>').text.count("\n") == 1


@pytest.mark.parametrize("title", ["余姚市2025年政府工作报告_余姚市人民政府", "余姚市2025年政府工作报告 - 政务公开", "余姚市2025年政府工作报告"])
def test_the_title_of_a_page_is_what_it_calls_itself_without_its_site(title: str):
    page = read_html(f"<html><head><title>{title}</title></head><body><p>新建口袋公园50个。</p></body></html>".encode(), "a.html")
    assert page.called == ("余姚市2025年政府工作报告",)


def test_a_page_is_booked_by_its_title_where_text_and_file_name_tell_no_place(tmp_path: Path):
    head = "<html><head><meta charset=utf-8><title>余姚市2025年政府工作报告</title></head>"
    (tmp_path / "a.html").write_text(head + "<body><p>2025年新建口袋公园50个。</p></body></html>", encoding="utf-8")
    (document,) = read_documents(tmp_path / "a.html")
    assert (document.facts.jurisdiction_code, document.facts.title) == ("330281", "余姚市2025年政府工作报告")


def test_the_indent_of_a_cell_that_is_a_part_stays():
    """What the source was indented by is none of it."""
    page = html("<table><tr><td>\n   指标</td><td>2024年</td></tr><tr><td>\n  &emsp;住宅</td><td>150</td></tr></table>")
    assert [page.text[cell.start : cell.end] for cell in page.tables[0].cells] == ["指标", "2024年", "\u2003住宅", "150"]
