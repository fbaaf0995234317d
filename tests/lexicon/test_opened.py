"""What an expression may begin with, put in front of it."""

from __future__ import annotations

import re

import pytest

from mubiao.lexicon.opened import opened


@pytest.mark.parametrize("source", ["力争", "[今本]年", "(?:增长|下降)", "(?:(?:增长)|下降)?", "[^,]{1,3}年", "(?i:PM)|年", r".年|月"])
def test_an_expression_stays_that_python_sees_through_or_that_may_begin_with_anything(source: str):
    assert opened(source) == source


@pytest.mark.parametrize(
    ("source", "begin"),
    [
        ("(?:力争)?完成|每年", "[力完每]"),
        (r"(?<!\d)\d{1,2}月|同比", r"[同\d]"),
        ("(?:[一-三]|十)季度|年", "[十年一-三]"),
        (r"(?P<from>(?:19|20)\d\d)年|(?:今年)", "[今12]"),
    ],
)
def test_what_it_may_begin_with_stands_in_front_and_it_finds_the_same(source: str, begin: str):
    look, rest = opened(source).split(")", 1)
    assert sorted(look.removeprefix("(?=")) == sorted(begin)
    assert rest == f"(?:{source})"
    text = "力争今年同比增长5%,12月完成2024年十季度每年二季度"
    assert [match.span() for match in re.finditer(opened(source), text)] == [match.span() for match in re.finditer(source, text)]
