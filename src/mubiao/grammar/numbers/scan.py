"""Numbers with magnitude, range and unit: where they stand and what they are worth.

>>> number, = scan("新引进大学生26.6万人,")
>>> number.value, number.unit.name
(266000.0, '人')
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from mubiao.grammar.numbers.bounds import attach_modifiers
from mubiao.grammar.numbers.forms import FORMS
from mubiao.grammar.numbers.number import Number
from mubiao.lexicon.expressions import expression
from mubiao.rule import first


def scan(text: str, start: int = 0, end: int | None = None) -> Iterator[Number]:
    """All numbers of a passage in order, also those without a unit.

    Args:
        text: folded text.
        start, end: the passage.
    """
    stop = len(text) if end is None else end
    for number, following in zip_longest(found := _found(text, start, stop), found[1:]):
        if following and following.in_dimension("points") and expression("joined").fullmatch(text, number.end, following.start):
            _share_points(text, number, following)
        attach_modifiers(text, number, start, stop)
        yield number


def _found(text: str, start: int, stop: int) -> list[Number]:
    """The numbers of all forms, the first form where two begin at one place."""
    found: dict[int, Number] = {}
    for name, rules in FORMS.items():
        for match in expression(name).finditer(text, start, stop):
            read = first(rules, match)
            if read and read[1] and read[1].start not in found:
                read[1].rule = read[0].name
                found[read[1].start] = read[1]
    return [found[at] for at in sorted(found)]


def _share_points(text: str, number: Number, following: Number) -> None:
    """高1.5个和2.5个百分点: the first has only the beginning of the unit, or nothing, and means points too."""
    if number.unit is None or number.unit.name in text[following.start : following.end]:
        number.unit = following.unit
