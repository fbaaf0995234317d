"""Twice the text costs twice the work, whatever it holds: steps are counted, nothing is timed."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from mubiao.grammar.parse import parse
from mubiao.read.fold import fold

TIMES = 200
MOST = 2.3  # twice the text may cost a little more than twice the work


def steps(text: str) -> int:
    """Calls of functions while a text is read."""
    counted = 0

    def count(frame: object, event: str, argument: object) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        parse(text)
    finally:
        sys.setprofile(None)
    return counted


TEXTS: dict[str, Callable[[int], str]] = {
    "sentences": lambda n: "新增绿地200公顷、绿道100公里。" * n,
    "clauses": lambda n: "固定资产投资增长8%，" * n,
    "clauses of one subject": lambda n: "地区生产总值" + "增长8%，达到1500亿元，" * n,
    "items of a list": lambda n: "新增" + "绿道100公里、" * n,
    "items of a list with 分别": lambda n: "民间投资、" * n + "工业投资分别增长" + "8%、" * n + "9%。",
    "numbers behind one phrase": lambda n: "地区生产总值增长" + "8%、" * n + "9%。",
    "members with 均": lambda n: "民间投资、" * n + "工业投资均增长8%。",
    "members of a relative target": lambda n: "民间投资增速、" * n + "工业投资增速均高于全国平均水平。",
    "words without a number": lambda n: "全面推进乡村振兴" * n + "新增绿道100公里。",
    "verbs": lambda n: "新建、改造、" * n + "绿道100公里。",
    "digits": lambda n: "9" * n + "个项目",
    "digits with thousands": lambda n: "项目" + "1,000," * n + "个",
    "digits and dots": lambda n: "1." * n + "5%",
    "dashes": lambda n: "5%—" * n + "6%",
    "colons": lambda n: "三次产业结构" + "16:48.7:35.3:" * n,
    "brackets": lambda n: "示范村30个（其中省级13个）" * n,
    "open brackets": lambda n: "(" * n + "示范村30个",
    "closed brackets": lambda n: "示范村30个" + ")" * n,
    "quotation marks": lambda n: "“四好农村路”30公里、" * n,
    "open quotation marks": lambda n: "“" * n + "示范村30个",
    "commas": lambda n: "示范村30个" + "，" * n,
    "marks of a list": lambda n: "示范村" + "、" * n + "30个",
    "spaces": lambda n: "示范村" + " " * n + "30个",
    "magnitudes": lambda n: "项目3" + "万亿" * n + "个",
    "parts": lambda n: "绿道300公里" + "，其中滨水绿道10公里" * n,
    "second tiers": lambda n: "地区生产总值增长7%" + "，力争8%" * n,
    "changes": lambda n: "建成区面积由60平方公里扩大到120平方公里，" * n,
    "numbers without marks": lambda n: "固定资产投资增长8%" * n,
    "thresholds": lambda n: "10亿元以上项目40个、" * n,
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_work_grows_with_the_length_of_the_text_and_not_faster(text: Callable[[int], str]) -> None:
    once, twice = fold(text(TIMES)).text, fold(text(2 * TIMES)).text
    parse(twice)  # words are compiled when they are first asked for

    assert steps(twice) < MOST * steps(once)
