"""What stands behind a figure."""

from __future__ import annotations

from pathlib import Path

import pytest

from mubiao.lexicon.vocabulary import vocabulary
from mubiao.report.comparison import SecondSource
from mubiao.report.evidence import Evidence
from mubiao.report.gather import evidence
from mubiao.report.passages import Excerpt
from mubiao.report.place import headlines
from mubiao.report.sources import Cited
from mubiao.warehouse import Warehouse

EMPTY = {f"{side}_{name}": None for side in ("plan", "result", "next") for name in ("value", "unit", "text", "missing", "status", "quote")} | {
    f"{side}_elsewhere": [] for side in ("plan", "result", "next")
}
ROW = EMPTY | {
    "indicator": "高新技术企业",
    "indicator_id": "high_tech_enterprises",
    "theme": "innovation",
    "measure": "amount",
    "cumulative": False,
    "activity": None,
    "matched_by": "indicator",
    "match_score": 1.0,
    "plan_year": 2024,
    "attainment": "not_comparable",
    "attainment_reason": "running_total",
    "plan_value": 1500.0,
    "plan_unit": "家",
    "plan_text": "1500家",
    "result_missing": "not_comparable",
    "result_elsewhere": [{"place": "review", "value": "8800家", "why": "running_total", "quote": "累计8800家"}],
    "next_missing": "no_document",
}
RATE = {"measure": "growth", "plan_value": 6.0, "result_value": 5.4, "plan_unit": "%", "result_unit": "%", "gap": -0.6, "gap_unit": "points"}
AMOUNT = {"plan_value": 200000.0, "result_value": 260000.0, "plan_unit": "人", "result_unit": "人", "gap": 0.3, "gap_unit": "share"}
REVIEW = Cited("review", "报告", "市政府", "2025", "work_report", "full", "", "")


@pytest.fixture
def known() -> Evidence:
    return Evidence({"review": REVIEW}, {"high_tech_enterprises": "High-tech enterprises"})


def test_what_is_told_in_another_way_stands_beside_the_lines_own_value(known: Evidence) -> None:
    assert known.line(ROW).figures["result"].elsewhere[0].pair == (
        "1500家（当年新增）↔ 8800家（累计）",
        "1,500 (of the year) ↔ 8800家 (running total)",
    )


def test_what_is_told_in_another_way_has_its_quote_and_source(known: Evidence) -> None:
    way = known.line(ROW).figures["result"].elsewhere[0]
    assert (way.quote, way.source) == ("累计8800家", REVIEW)


def test_a_running_total_is_the_other_way_round(known: Evidence) -> None:
    assert known.line(ROW | {"cumulative": True}).figures["result"].elsewhere[0].pair.zh == "1500家（累计）↔ 8800家（当年新增）"


def test_who_else_says_the_same_stands_behind_a_published_figure() -> None:
    stated = {"result_value": 35.1, "result_unit": "万人", "result_missing": None, "result_observation_id": "b"}
    agreeing = SecondSource("新引进大学生35.1万人", Excerpt("新引进大学生", "35.1万人", "。"), REVIEW)
    assert Evidence({}, {}, seconds={"b": (agreeing,)}).line(ROW | stated).figures["result"].seconds == (agreeing,)


def test_a_missing_figure_has_its_reason_and_no_text(known: Evidence) -> None:
    figure = known.line(ROW).figures["next"]
    assert (figure.text, figure.missing) == ("", "no_document")


@pytest.mark.parametrize(
    ("row", "arithmetic"),
    [
        (RATE, "5.4% − 6% = −0.6个百分点"),
        (AMOUNT, "26万人 ÷ 20万人 − 1 = +30%"),
        ({}, ""),
    ],
    ids=["rates by points", "amounts by a share", "no gap"],
)
def test_arithmetic_is_that_of_the_view(known: Evidence, row: dict, arithmetic: str) -> None:
    assert known.line(ROW | row).arithmetic.zh == arithmetic


def test_a_target_that_is_measured_against_something_else_has_its_arithmetic_its_rule_and_what_to_mind() -> None:
    row = {"attainment": "met", "measure": "relative", "attainment_rule": "甲 12%; 乙 7%", "attainment_note": "nominal_against_real"}
    line = Evidence({}, {}, judges={"a": "高于才完成 · met above the number"}).line(ROW | row | {"plan_observation_id": "a"})
    assert (line.arithmetic.zh, line.rule, line.note and line.note.zh) == (
        "甲 12%; 乙 7%",
        "高于才完成 · met above the number",
        "一方按现价、一方按不变价",
    )


@pytest.mark.parametrize(("matched_by", "score"), [("wording", 0.93), ("indicator", None)])
def test_only_lines_that_were_matched_by_wording_have_a_score(known: Evidence, matched_by: str, score: float | None) -> None:
    row = ROW | {"matched_by": matched_by, "match_score": 0.93, "plan_observation_id": "a", "next_observation_id": "b"}
    assert known.line(row).score == score


@pytest.mark.parametrize(("url", "kept"), [("https://a.cn/x", "https://a.cn/x"), ("javascript:alert(1)", ""), ("data:text/html,x", ""), (None, "")])
def test_only_web_addresses_become_links(url: str | None, kept: str) -> None:
    assert Cited.of({"doc_id": "a", "url": url}).url == kept


@pytest.mark.parametrize(
    ("line", "chinese", "english"),
    [
        ("year_from_text: only sentences tell the year 2024", "年份只从正文句子读出，请核对", "only sentences tell the year 2024"),
        ("two_documents: the same place, year and kind as b", "同一地区、年份和类别有另一份文件", "the same place, year and kind as b"),
        ("left out: hidden text (17 characters)", "读取时有略去或存疑之处", "left out: hidden text (17 characters)"),
    ],
    ids=["by its code", "beside another document", "another line"],
)
def test_warnings_of_a_document_are_told_in_two_languages(line: str, chinese: str, english: str) -> None:
    assert Cited.of({"doc_id": "a", "warnings": [line]}).warnings == ((chinese, english),)


@pytest.mark.parametrize(
    ("gaps", "chinese", "english"),
    [
        ("只有回顾 · only the review", "只有回顾", "only the review"),
        ("no plan; headings follow on nothing: 三、民生", "没有计划部分；标题序号不连续：三、民生", "no plan; headings follow on nothing: 三、民生"),
    ],
    ids=["of the sources table", "as reading tells it"],
)
def test_gaps_of_a_document_are_told_in_two_languages(gaps: str, chinese: str, english: str) -> None:
    assert Cited.of({"doc_id": "a", "gaps": gaps}).gaps == (chinese, english)


@pytest.mark.parametrize("indicator", headlines())
def test_headlines_are_indicators_of_the_vocabulary(indicator: str) -> None:
    assert indicator in vocabulary().by_id


PUBLISHED = {"result_missing": None, "result_value": 1600.0, "result_unit": "家", "result_doc_id": "review", "result_observation_id": "x"}


def test_a_published_figure_has_no_words_that_nobody_wrote(known: Evidence) -> None:
    figure = known.line(ROW | PUBLISHED).figures["result"]
    assert (figure.text, figure.quote, figure.passage, figure.source) == ("1600家", "", None, REVIEW)


def test_a_published_figure_that_quotes_its_source_has_those_words(known: Evidence) -> None:
    assert known.line(ROW | PUBLISHED | {"result_quote": "全年新增1600家"}).figures["result"].quote == "全年新增1600家"


def test_what_was_derived_is_a_formula_and_no_quote(known: Evidence) -> None:
    derived = PUBLISHED | {"result_status": "derived", "result_quote": "18000 ÷ 17000 − 1", "result_observation_id": None}
    figure = known.line(ROW | derived).figures["result"]
    assert (figure.quote, figure.derived) == ("", "18000 ÷ 17000 − 1")


def test_a_figure_of_a_document_stands_in_its_sentence() -> None:
    known = Evidence({}, {}, {"x": Excerpt("新增", "1600家", "。")})
    assert known.line(ROW | PUBLISHED).figures["result"].passage == Excerpt("新增", "1600家", "。")


def test_a_document_bears_out_the_published_figure_that_beats_it(example_tables: Path) -> None:
    with Warehouse(example_tables) as warehouse:
        known = evidence(warehouse, warehouse.compare("宁波市", 2023), "330200", 2023)
        told = [second.passage.before + second.passage.marked for held in known.seconds.values() for second in held if second.passage]
    assert any(words.endswith("海铁联运达165.2万标箱") for words in told)
