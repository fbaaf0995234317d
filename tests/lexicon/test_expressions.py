"""The expressions of expressions.toml: word tables filled in, and each checked against its own examples."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from mubiao.errors import LexiconError
from mubiao.lexicon.expressions import entries, expression

Add = Callable[[str, str], None]


def test_every_expression_keeps_its_own_examples():
    """All in one test, as everywhere where each takes less time than a test of its own would."""
    asked = [(name, kind, example) for name, entry in entries().items() for kind in ("takes", "refuses") for example in entry[kind]]
    assert [one for one in asked if bool(expression(one[0]).search(one[2])) != (one[1] == "takes")] == []


def test_every_expression_says_what_it_finds_and_shows_an_example():
    assert [name for name, entry in entries().items() if not (entry["rule"] and entry["takes"])] == []


def test_a_placeholder_stands_for_any_word_of_a_table(add: Add):
    add("expressions.toml", "[lead]\nrule = 'x'\nexpression = '''^{duties.lead}:'''\ntakes = ['牵头单位:市发改委']\nrefuses = ['配合单位:市发改委']")
    assert expression("lead").match("责任单位:市住建局")[0] == "责任单位:"


def test_a_placeholder_stands_for_another_expression(add: Add):
    add("expressions.toml", "[two]\nrule = 'x'\nexpression = '''^{digits}和{digits}$'''\ntakes = ['66和17']\nrefuses = ['66']")
    assert expression("two").match("1,234和5.5")


def test_unit_stands_for_any_unit_that_its_guard_allows(add: Add):
    add("expressions.toml", "[counted]\nrule = 'x'\nexpression = '''^{digits}{unit}'''\ntakes = ['3亩', '20户']\nrefuses = ['3万户']")
    assert expression("counted").match("3户农家")
    assert expression("counted").match("3户籍人口") is None


def test_guards_stand_for_the_characters_that_may_not_follow(add: Add):
    add("expressions.toml", "[person]\nrule = 'x'\nexpression = '''人(?![{guards.人}])'''\ntakes = ['2万人']\nrefuses = ['2万人才']")
    assert expression("person").search("20万人。")


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("expression = '''(绿地'''\ntakes = ['绿地']\nrefuses = []", "missing )"),
        ("expression = '''绿地'''\ntakes = ['公园']\nrefuses = []", "does not take 公园"),
        ("expression = '''绿地'''\ntakes = ['绿地']\nrefuses = ['城市绿地']", "takes 城市绿地"),
        ("expression = '''{nothing}'''\ntakes = ['绿地']\nrefuses = []", "no expression is called nothing"),
        ("expression = '''{duties.nothing}'''\ntakes = ['绿地']\nrefuses = []", "no table nothing in duties.toml"),
        ("expression = '''{nothing.lead}'''\ntakes = ['绿地']\nrefuses = []", "no table lead in nothing.toml"),
        ("expression = '''{wrong}'''\ntakes = ['绿地']\nrefuses = []", "the expressions name one another in a circle"),
        ("expression = '''绿地'''\ntakes = ['绿地']", "wants rule, expression, takes and refuses"),
        ("expression = '''绿地'''\ntakes = ['绿地']\nrefuses = []\nnote = 'x'", "wants rule, expression, takes and refuses"),
    ],
    ids=[
        "no_regular_expression", "misses_an_example", "takes_what_it_refuses", "unknown_expression", "unknown_table", "unknown_file", "circle",
        "field_missing", "unknown_field",
    ],
)  # fmt: skip
def test_a_wrong_expression_is_told_by_its_name(add: Add, lines: str, message: str):
    add("expressions.toml", f"[wrong]\nrule = 'x'\n{lines}")
    with pytest.raises(LexiconError) as error:
        expression("wrong")
    assert str(error.value).startswith(f"expressions.toml [wrong]: {message}")


def test_a_circle_over_two_expressions_is_told(add: Add):
    add("expressions.toml", "[one]\nrule = 'x'\nexpression = '''{two}'''\ntakes = ['绿地']\nrefuses = []")
    add("expressions.toml", "[two]\nrule = 'x'\nexpression = '''{one}'''\ntakes = ['绿地']\nrefuses = []")
    with pytest.raises(LexiconError, match="name one another in a circle"):
        expression("one")


def test_an_expression_that_does_not_exist_is_told():
    with pytest.raises(LexiconError, match=r"^expressions\.toml \[no_such\]: "):
        expression("no_such")
