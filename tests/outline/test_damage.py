"""What a page holds besides the document: repeated passages, articles of others, glossaries, navigation."""

from __future__ import annotations

import pytest

RESEARCH = "支持关键核心技术攻关100项以上，攻克一批标志性成果。"
TALENT = "推进顶尖人才集聚行动，新引进大学生20万人，引育高技能人才5万人。"
TRADE = "打造宁波科技大市场3.0版，实现技术交易额320亿元。"


def refused(items) -> list[str]:
    return [item.task.refused for item in items]


def test_a_passage_that_is_printed_twice_counts_once(items):
    assert refused(items("\n".join([RESEARCH, TALENT, RESEARCH]))) == ["", "", "repeated_passage"]


def test_a_short_line_may_come_twice_on_purpose(items):
    assert refused(items("牵头抓好落实。\n牵头抓好落实。")) == ["", ""]


def test_an_article_with_a_byline_is_foreign(items):
    page = f"【紧接第3版】{RESEARCH}\n新建垃圾分类点300个，覆盖小区200个。\n（记者 王小明 通讯员 李雷）"
    assert refused(items(page))[-2:] == ["foreign_article", "foreign_article"]


@pytest.mark.parametrize("headline", ["宁波通商银行精心搭建科技金融生态圈", "北仑区扎实推进生活垃圾分类工作"], ids=["a_bank", "a_district"])
def test_an_article_under_a_headline_about_others_is_foreign(items, headline: str):
    page = f"【紧接第3版】{RESEARCH}\n{headline}\n贷款余额增长20%，服务企业300家。"
    assert refused(items(page)) == ["", "foreign_article", "foreign_article"]


def test_the_title_of_the_report_ends_a_foreign_article(items):
    page = f"【紧接第3版】{RESEARCH}\n宁波通商银行精心搭建科技金融生态圈\n贷款余额增长20%。\n政府工作报告\n{TRADE}"
    assert refused(items(page)) == ["", "foreign_article", "foreign_article", "", ""]


def test_a_page_that_is_no_newspaper_has_no_foreign_articles(items):
    assert refused(items(f"{RESEARCH}\n宁波通商银行精心搭建科技金融生态圈\n{TRADE}")) == ["", "", ""]


@pytest.mark.parametrize("title", ["名词解释", "名词解释：", "有关用语说明"], ids=["title", "title_with_colon", "another_title"])
def test_a_glossary_counts_nothing(items, title: str):
    report = f"二、2025年主要任务\n新增绿地200公顷。\n{title}\n1.单项冠军：指长期专注于1个领域的企业。"
    assert refused(items(report)) == ["", "", "glossary", "glossary"]


@pytest.mark.parametrize(
    "line",
    ["索引号 002969042/2024-116185", "发布时间：2024-02-02 17:48", "当前位置：主页 > 政策 > 正文", "浏览次数：1200", "扫一扫在手机打开当前页"],
    ids=["index_number", "time_of_publication", "path_of_the_page", "number_of_visits", "code_to_scan"],
)
def test_the_navigation_of_a_web_page_counts_nothing(items, line: str):
    assert refused(items(f"{line}\n二、主要任务\n新增绿地200公顷。")) == ["site_noise", "", ""]


def test_the_navigation_around_a_list_of_tasks_counts_nothing(items):
    found = items("索引号 002969042/2024-116185\n1.新增绿地200公顷。\n牵头单位：市住建局", "task_breakdown")
    assert [(item.text, item.task.refused) for item in found] == [("索引号 002969042/2024-116185", "site_noise"), ("新增绿地200公顷。", "")]


def test_a_line_of_navigation_above_sentences_of_a_list_takes_none_of_them_with_it(items):
    found = items("发布时间：2024-06-12 来源：市民生办\n今年新增绿地200公顷。\n改造老旧小区30个。", "livelihood_projects")
    assert [item.task.refused for item in found] == ["site_noise", ""]


def test_refused_items_keep_their_text(items):
    assert items("\n".join([TALENT, TALENT]))[1].text == TALENT.replace("，", ",")
