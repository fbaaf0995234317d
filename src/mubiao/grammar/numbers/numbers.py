"""Numbers with magnitude, range and unit: where they stand and what they are worth.

>>> number, = scan("新引进大学生26.6万人,")
>>> number.value, number.unit.name
(266000.0, '人')
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import zip_longest

from mubiao.lexicon.affix import Affixes
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import Unit, load

MAX_DIGITS = 21  # a longer run of digits is a code
SHARES = ("percentage", "points", "multiple")  # dimensions of rates
LOOK = 12  # characters in front of a number that may say what it counts
ENDS = ("", ",", "。", ";", "、", "\n", ")")


@dataclass(slots=True)
class Number:
    """A number as it stands in a text.

    Attributes:
        start, end: span of digits, magnitude and unit, modifiers left out.
        value, high: worth in ``unit``; ``high`` is the upper end of a range, else None.
        unit: None where no unit follows.
        fuzzy: 余, 多, 几 or 来 between digits and unit (140余个), else "".
        before, after: modifier in front (不低于) and behind (以上), "" where there is none.
        begin, stop: the span with these modifiers.
        refused: name of the rule that says that this is no quantity, or None.
        rule: name of the rule that read it.
    """

    start: int
    end: int
    value: float | None
    high: float | None
    unit: Unit | None
    fuzzy: str = ""
    before: str = ""
    after: str = ""
    begin: int = 0
    stop: int = 0
    refused: str | None = None
    rule: str = "digits"


@lru_cache(maxsize=1)
def bounds() -> tuple[Affixes, Affixes]:
    """Modifiers in front of a number and behind it."""
    return Affixes(load().bounds["before"]), Affixes(load().bounds["after"])


def scan(text: str, start: int = 0, end: int | None = None) -> Iterator[Number]:
    """All numbers of a passage in order, also those without a unit.

    Args:
        text: folded text.
        start, end: the passage.
    """
    stop = len(text) if end is None else end
    found = [_from_digits(match) for match in expression("number").finditer(text, start, stop)]
    extra = [_from_numeral(match) for match in expression("numeral").finditer(text, start, stop)]
    extra += [_from_tenths(match) for match in expression("tenths").finditer(text, start, stop)]
    extra += [_from_doubling(match) for match in expression("doubling").finditer(text, start, stop)]
    if extra:
        taken = {number.start for number in found}
        found = sorted(found + [number for number in extra if number.start not in taken], key=lambda n: n.start)
    for number, following in zip_longest(found, found[1:]):
        if (
            following
            and following.unit
            and following.unit.dimension == "points"
            and expression("joined").fullmatch(text, number.end, following.start)
        ):
            _share_points(text, number, following)
        _attach_modifiers(text, number, start, stop)
        yield number


def _share_points(text: str, number: Number, following: Number) -> None:
    """高1.5个和2.5个百分点: the first has only the beginning of the unit, or nothing, and means points too."""
    if number.unit is None or number.unit.name in text[following.start : following.end]:
        number.unit = following.unit


def _worth(digits: str, factor: int) -> float:
    """Exact decimal arithmetic: 1.13万 is 11300, which floats miss."""
    if "." not in digits:
        return float(int(digits.replace(",", "")) * factor)
    return float(Decimal(digits.replace(",", "")) * factor)


def _resolve(surface: str | None) -> tuple[Unit | None, float]:
    """Unit of a surface, and what a value in the surface is multiplied with (成 -> 10 %)."""
    if not surface:
        return None, 1.0
    units = load().units
    head, per = surface if surface in units else surface.partition("(")[0], ""
    if match := expression("counted_by").search(head):
        head, per = head[: match.start()], match[1]
    unit = units[head]
    canonical = units.get(unit.name, unit)
    ratio = unit.factor / canonical.factor
    return (by(unit, per) if per else unit), ratio


def by(unit: Unit, per: str) -> Unit:
    """微克 by 立方米: 微克/立方米."""
    return Unit(f"{unit.name}/{per}", f"{unit.dimension}/{per}", unit.factor)


def _from_digits(match: re.Match[str]) -> Number:
    digits, fuzz1, magnitude, fuzz2, low_unit, upper, fuzz3, upper_magnitude, fuzz4, surface = match.groups()
    unit, ratio = _resolve(surface or low_unit)
    number = Number(match.start(), match.end(), None, None, unit, fuzz1 or fuzz2 or fuzz3 or fuzz4 or "")
    if len(digits) > MAX_DIGITS or len(upper or "") > MAX_DIGITS:
        number.refused = "too_many_digits"
        return number
    low = _worth(digits, load().scale(magnitude)) * ratio
    if upper is None:
        number.value = low
        return number
    high = _worth(upper, load().scale(upper_magnitude)) * ratio
    shared = _worth(digits, load().scale(upper_magnitude)) * ratio
    if not magnitude and shared <= high:
        low = shared
    number.value, number.high, number.rule = low, high, "range"
    if low >= high:
        number.refused = "range_reversed"
    return number


def _digit(surface: str) -> int:
    return int(surface) if surface.isdigit() else load().numerals["digit"].get(surface, 1)


def _from_numeral(match: re.Match[str]) -> Number:
    digit, magnitude, fuzz, surface = match.groups()
    unit, ratio = _resolve(surface)
    return Number(match.start(), match.end(), _digit(digit) * load().scale(magnitude) * ratio, None, unit, fuzz or "", rule="numeral")


def _from_doubling(match: re.Match[str]) -> Number:
    """翻一番 doubles: growth of 100 %; 翻两番 quadruples: 300 %."""
    return Number(match.start(), match.end(), float(100 * (2 ** _digit(match[1]) - 1)), None, load().units["%"], rule="doubling")


def _from_tenths(match: re.Match[str]) -> Number:
    """近八成 is about 80 %."""
    return Number(match.start(), match.end(), 10.0 * _digit(match[1]), None, load().units["%"], rule="tenths")


def _imply_unit(text: str, number: Number) -> None:
    """10万产业工人, 用户数近2000万 count people without a classifier; an index and an income ratio have no unit at all."""
    low = max(0, number.begin - LOOK)
    if text[number.end - 1] in load().numerals["magnitude"]:
        if expression("people_behind").match(text, number.end) or expression("people_before").search(text, low, number.begin):
            number.unit = next(unit for unit in load().units.values() if unit.dimension == "person")
    elif text[number.end : number.end + 1] in ENDS:
        if expression("index_before").search(text, low, number.begin):
            number.unit = Unit("", "index", 1.0)
        elif expression("multiple_before").search(text, low, number.begin):
            number.unit = Unit("", "multiple", 1.0)


def _attach_modifiers(text: str, number: Number, start: int, end: int) -> None:
    before, after = bounds()
    number.begin, number.stop = number.start, number.end
    particle = expression("between_number_and_bound").match(text, number.end, end)
    stop = particle.end() if particle and after.head(text, particle.end(), end) else number.end
    word = after.head(text, stop, end)
    if word and (len(word) > 1 or stop + 1 >= end or not text[stop + 1].isalnum()):
        number.after, number.stop = word, stop + len(word)
    if word := before.tail(text, start, number.start):
        number.before, number.begin = word, number.start - len(word)
    if number.unit is None:
        _imply_unit(text, number)
    if (
        number.value is not None
        and number.unit
        and text[number.start - 1 : number.start] == "-"
        and text[number.start - 2 : number.start - 1].isalpha()
    ):
        number.start, number.begin, number.value = number.start - 1, number.start - 1, -number.value
    if number.unit and "/" not in number.unit.name and (match := expression("per_before").search(text, max(start, number.begin - 5), number.begin)):
        number.unit = by(number.unit, match[1])
        number.begin = match.start()
