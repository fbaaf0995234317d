"""Expressions of numbers are asked only where a digit stands: none may begin with anything else."""

from __future__ import annotations

import pytest

from mubiao.grammar.numbers.forms import FORMS
from mubiao.grammar.words.numbers import openings
from mubiao.lexicon.expressions import entries, expression

SAID = [example for form in FORMS.values() for one in form for example in one.takes]


@pytest.mark.parametrize("name", openings())
def test_an_expression_of_numbers_begins_where_a_digit_stands(name: str):
    examples = [*SAID, *entries()[name]["takes"]]  # type: ignore[misc]
    starts = [(example, match.start()) for example in examples for match in expression(name).finditer(example)]
    assert starts, "no example shows it"
    assert all(openings()[name].match(example, start) for example, start in starts)
