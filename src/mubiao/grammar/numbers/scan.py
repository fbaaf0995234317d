"""Numbers with magnitude, range and unit: where they stand and what they are worth.

>>> number, = scan("新引进大学生26.6万人,")
>>> number.value, number.unit.name
(266000.0, '人')
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from mubiao.grammar.numbers.bounds import attach_modifiers
from mubiao.grammar.numbers.forms import FORMS
from mubiao.grammar.numbers.number import Number
from mubiao.grammar.words.numbers import openings
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.lexicon.signs import any_sign
from mubiao.rule import first

LOOK = 20  # characters in front of a number in which 分别 may hand it out


def scan(text: str, start: int = 0, end: int | None = None) -> Iterator[Number]:
    """All numbers of a passage in order, also those without a unit.

    Args:
        text: folded text.
        start, end: the passage.
    """
    stop = len(text) if end is None else end
    found = _found(text, start, stop)
    for number, following in zip(found[-2::-1], found[:0:-1], strict=True):
        _share_unit(text, number, following)
    for number in found:
        attach_modifiers(text, number, start, stop)
    for number, following in pairwise(found):
        _share_per(text, number, following)
    yield from found


def _found(text: str, start: int, stop: int) -> list[Number]:
    """The numbers of all forms, the first form where two begin at one place."""
    found: dict[int, Number] = {}
    for name, rules in FORMS.items():
        if not any_sign(name).search(text, start, stop):
            continue
        for match in _matches(name, text, start, stop):
            read = first(rules, match)
            if read and read[1] and read[1].start not in found:
                read[1].rule = read[0].name
                found[read[1].start] = read[1]
    numbers: list[Number] = []
    for at in sorted(found):
        if not numbers or at >= numbers[-1].end:  # the 1 of 2.3:1 is no number of its own
            numbers.append(found[at])
    return numbers


def _matches(name: str, text: str, start: int, stop: int) -> Iterator[re.Match[str]]:
    """The matches of an expression; one that begins with a digit is asked only where a digit stands."""
    form, begin = expression(name), openings().get(name)
    if begin is None:
        yield from form.finditer(text, start, stop)
        return
    while begins := begin.search(text, start, stop):
        if match := form.match(text, begins.start(), stop):
            yield match
        start = match.end() if match else begins.end()


def _share_unit(text: str, number: Number, following: Number) -> None:
    """高1.5个和2.5个百分点, 压缩至3个和1个工作日, 分别达1409万、1305万人次: the unit stands behind the last number of a list."""
    if following.unit is None or not expression("joined").fullmatch(text, number.end, following.start):
        return
    if following.in_dimension("points", "duration"):
        if number.unit is None or number.unit.name in text[following.start : following.end]:
            number.unit = following.unit
    elif number.unit is None and _handed_out(text, number):
        number.unit = following.unit


def _share_per(text: str, number: Number, following: Number) -> None:
    """每人每月720元、520元: by what the first of a list is counted, the others are counted as well."""
    if number.unit is None or following.unit is None or number.unit.name != f"{following.unit.name}/{number.unit.name.rpartition('/')[2]}":
        return
    if expression("joined").fullmatch(text, number.bounded_end, following.bounded_start):
        following.unit = number.unit


def _handed_out(text: str, number: Number) -> bool:
    """Whether a number without a unit is one of a list: it has a magnitude, or 分别 stands in front."""
    low = max(0, number.start - LOOK)
    return text[number.end - 1] in load().numerals["magnitude"] or expression("handed_out").search(text, low, number.start) is not None
