"""A comparison as a table for Jupyter."""

from __future__ import annotations

import pandas as pd

from mubiao.present.table import readable

LINE = {
    "indicator": "地区生产总值", "measure": "growth", "attainment": "missed",
    "plan_value": 6.0, "plan_unit": "%", "plan_text": "6%左右", "plan_comparator": "approx", "plan_modifier": "左右", "plan_quote": "增长6%左右",
    "result_value": 5.4, "result_unit": "%", "result_text": None, "result_comparator": "eq", "result_quote": None,
    "next_value": None, "next_missing": "no_document", "next_text": None, "next_quote": None,
}  # fmt: skip


def html(**changes: object) -> str:
    return readable(pd.DataFrame([{**LINE, **changes}])).to_html()


def test_a_figure_opens_to_its_quote() -> None:
    assert "<details><summary>6%左右</summary><small>“增长6%左右”</small></details>" in html()


def test_a_figure_without_words_has_nothing_to_open() -> None:
    assert ">5.4%</td>" in html()


def test_a_verdict_is_told_in_words_and_colour() -> None:
    assert "未完成 missed" in html()
    assert "background-color: #fbdccb" in html()


def test_text_of_documents_runs_nowhere() -> None:
    shown = html(plan_quote="<script>alert(1)</script>", indicator="<b>绿地</b>")
    assert "<script>" not in shown
    assert "<b>" not in shown


def test_the_same_rows_give_the_same_bytes() -> None:
    assert html() == html() != html(attainment="met")
