"""Signs: characters without which an expression finds nothing."""

from __future__ import annotations

from mubiao.lexicon.expressions import entries
from mubiao.lexicon.loader import load
from mubiao.lexicon.signs import any_of, signs


def test_what_an_expression_takes_holds_one_of_its_signs():
    asked = [(name, example) for name, entry in entries().items() if signs(name) for example in entry["takes"]]
    assert [(name, example) for name, example in asked if signs(name).isdisjoint(example)] == []


def test_each_word_of_a_table_holds_one_of_its_signs():
    asked = [(table, word) for table, words in load().words["stance"].items() for word in words]
    assert [(table, word) for table, word in asked if signs(f"stance.{table}").isdisjoint(word)] == []


def test_of_a_word_the_rarest_character_is_its_sign():
    assert signs("record") == {"创"}


def test_a_character_is_its_own_sign_and_digits_have_none():
    assert signs("/") == {"/"}
    assert signs("digits") == frozenset()


def test_several_have_signs_together_only_where_each_has_some():
    assert any_of(["/", ":"]) == {"/", ":"}
    assert any_of(["/", "digits"]) == frozenset()
