"""How far a clause without a number speaks: to the next that has one, over a semicolon, not over a full stop."""

from __future__ import annotations

import pytest

from mubiao.grammar.parse import parse
from mubiao.grammar.thing.shared_ends import shared_end


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("工业投资增长5%,进出口总额创历史新高,达到300亿元。", ["工业投资", "进出口总额"]),
        ("工业投资增长5%,进出口总额创历史新高;达到300亿元。", ["工业投资", "进出口总额"]),
        ("工业投资增长5%,进出口总额创历史新高。达到300亿元。", ["工业投资", ""]),
        ("工业投资增长5%,进出口总额创历史新高。", ["工业投资"]),
    ],
)
def test_a_clause_without_a_number_names_what_the_next_number_measures(text: str, said: list[str]) -> None:
    assert [reading.indicator(text) for reading in parse(text).readings] == said


def test_a_last_member_shorter_than_the_others_shares_no_end_though_the_text_ends_with_it() -> None:
    assert shared_end("供水管道、热", [(0, 4), (5, 6)], counted=True) is None


@pytest.mark.parametrize(
    ("text", "estimated"),
    [
        ("预计财政收入增长5%;工业投资增长6%;出口增长7%。进口增长8%。", [True, True, True, False]),
        ("财政收入增长5%;预计工业投资增长6%;出口增长7%。", [False, True, True]),
        ("地区生产总值(预计,下同)7100亿元;财政收入468亿元。固定资产投资增长7%。", [True, True, True]),
        ("地区生产总值1330亿元(预计数,下同),增长5%。固定资产投资增长7%。", [True, True, True]),
        ("地区生产总值1330亿元(预计数),增长5%。固定资产投资增长7%。", [True, False, False]),
    ],
)
def test_an_estimate_holds_behind_semicolons_and_for_all_that_follows_where_it_says_so(text: str, estimated: list[bool]) -> None:
    assert [reading.estimated for reading in parse(text).readings] == estimated
