"""Signs: characters without which an expression finds nothing."""

from __future__ import annotations

import pytest

from mubiao.lexicon.expressions import entries
from mubiao.lexicon.loader import load
from mubiao.lexicon.signs import any_of, signs


@pytest.mark.parametrize("name", sorted(entries()))
def test_what_an_expression_takes_holds_one_of_its_signs(name: str):
    assert [example for example in entries()[name]["takes"] if signs(name) and signs(name).isdisjoint(example)] == []


@pytest.mark.parametrize("table", sorted(load().words["stance"]))
def test_each_word_of_a_table_holds_one_of_its_signs(table: str):
    assert [word for word in load().words["stance"][table] if signs(f"stance.{table}").isdisjoint(word)] == []


def test_of_a_word_the_rarest_character_is_its_sign():
    assert signs("record") == {"创"}


def test_a_character_is_its_own_sign_and_digits_have_none():
    assert signs("/") == {"/"}
    assert signs("digits") == frozenset()


def test_several_have_signs_together_only_where_each_has_some():
    assert any_of(["/", ":"]) == {"/", ":"}
    assert any_of(["/", "digits"]) == frozenset()
