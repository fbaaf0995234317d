"""Every rule shows itself: the sentences that it takes give its name, those that it refuses do not."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from mubiao.grammar.rulebook import RULES, rulebook
from mubiao.rule import Rule, first, rule

from .conftest import read

ALL = [one for rules in RULES.values() for one in rules]


@pytest.mark.parametrize(("one", "sentence"), [pytest.param(one, text, id=f"{one.name}-{text}") for one in ALL for text in one.takes])
def test_a_sentence_that_a_rule_takes_gives_its_name(one: Rule[Any, Any], sentence: str) -> None:
    assert one.name in read(sentence).rules


@pytest.mark.parametrize(("one", "sentence"), [pytest.param(one, text, id=f"{one.name}-{text}") for one in ALL for text in one.refuses])
def test_a_sentence_that_a_rule_refuses_does_not(one: Rule[Any, Any], sentence: str) -> None:
    assert one.name not in read(sentence).rules


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.name)
def test_a_rule_says_what_it_does_and_shows_where_it_ends(one: Rule[Any, Any]) -> None:
    assert all((one.says, one.takes, one.refuses))


def test_no_name_stands_for_two_rules() -> None:
    named = Counter(name for names in rulebook().values() for name in names)

    assert [name for name, times in named.items() if times > 1] == []


@rule("an even number", takes=["4"], refuses=["5"])
def even(number: int) -> bool:
    return number % 2 == 0


@rule("half of a large number", takes=["40"], refuses=["4"], name="large")
def half(number: int) -> int | None:
    return number // 2 if number > 9 else None


def test_the_first_rule_of_a_list_that_applies_is_told_with_what_it_found() -> None:
    assert first([half, even], 40) == (half, 20)  # type: ignore[list-item]
    assert first([half, even], 4) == (even, True)  # type: ignore[list-item]
    assert first([half, even], 5) is None  # type: ignore[list-item]


def test_a_rule_is_called_like_its_function_or_by_a_name_of_its_own() -> None:
    assert (even.name, half.name) == ("even", "large")
