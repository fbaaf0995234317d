"""How sure a row is: a share between 0 and 1 by the rule that found its thing, surer where the indicator is known."""

from __future__ import annotations

import pytest

from mubiao.observe.confidence import confidence, table
from mubiao.rule import rulebook

from .conftest import Rows


@pytest.mark.parametrize(
    ("phrase", "mapped"),
    [
        pytest.param("地区生产总值", True, id="known"),
        pytest.param("服务业领军企业", False, id="unknown"),
        pytest.param("点", False, id="short"),
        pytest.param("长" * 40, False, id="long"),
    ],
)
def test_confidence_lies_between_0_and_1(phrase: str, mapped: bool) -> None:
    rules = [*rulebook()["thing"], "a rule that nobody measured"]
    assert [rule for rule in rules if not 0 < confidence(rule, phrase, mapped) <= 1] == []


@pytest.mark.parametrize("group", ["rules", "signs", "kinds"])
def test_measured_shares_lie_between_0_and_1(group: str) -> None:
    assert {name: share for name, share in table()[group].items() if not 0 < share <= 1} == {}


def test_a_known_indicator_is_surer_than_an_unknown_phrase(rows: Rows) -> None:
    ((known,), (unknown,)) = rows("plan", "地区生产总值增长6%，夜间经济增长6%。", "confidence")

    assert known > unknown


def test_a_very_short_phrase_is_less_sure(rows: Rows) -> None:
    ((short,), (long,)) = rows("plan", "新建桥30座，新建人行天桥30座。", "confidence")

    assert short < long


def test_a_part_of_a_year_and_a_written_minus_are_no_surer_than_what_was_seen_of_them(rows: Rows) -> None:
    ((year,), (part,)) = rows("review", "地区生产总值增长6%。一季度，进出口总额增长7%。", "confidence")
    ((minus,),) = rows("review", "一般公共预算收入增长-3.5%。", "confidence")

    assert year > 0.9 > max(part, minus)
