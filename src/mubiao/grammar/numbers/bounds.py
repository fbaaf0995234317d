"""What stands beside a number and belongs to it: words that bound it, its sign, and a unit that is told by other words."""

from __future__ import annotations

from functools import lru_cache

from mubiao.grammar.numbers.number import Number
from mubiao.grammar.numbers.values import by, in_dimension
from mubiao.lexicon.affix import Affixes
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import Unit, load

LOOK = 12  # characters in front of a number that may say what it counts
ENDS = ("", ",", "。", ";", "、", "\n", ")")
INDEX = Unit("", "index", 1.0)  # 指数达到88.5
MULTIPLE = Unit("", "multiple", 1.0, frozenset({"rate"}))  # 收入比缩小到1.85


@lru_cache(maxsize=1)
def bounds() -> tuple[Affixes, Affixes]:
    """Modifiers in front of a number and behind it."""
    return Affixes(load().bounds["before"]), Affixes(load().bounds["after"])


def attach_modifiers(text: str, number: Number, start: int, end: int) -> None:
    """Give a number the words that bound it, and the unit that other words tell."""
    before, after = bounds()
    number.bounded_start, number.bounded_end = number.start, number.end
    particle = expression("between_number_and_bound").match(text, number.end, end)
    stop = particle.end() if particle and after.head(text, particle.end(), end) else number.end
    word = after.head(text, stop, end)
    if word and (len(word) > 1 or stop + 1 >= end or not text[stop + 1].isalnum()):
        number.after, number.bounded_end = word, stop + len(word)
    if word := before.tail(text, start, number.start):
        number.before, number.bounded_start = word, number.start - len(word)
    if number.unit is None:
        _imply_unit(text, number)
    _sign(text, number)
    _count_by(text, number, start)


def _imply_unit(text: str, number: Number) -> None:
    """10万产业工人, 用户数近2000万 count people without a classifier; an index and an income ratio have no unit at all."""
    low = max(0, number.bounded_start - LOOK)
    if text[number.end - 1] in load().numerals["magnitude"]:
        if expression("people_behind").match(text, number.end) or expression("people_before").search(text, low, number.bounded_start):
            number.unit = in_dimension("person")
    elif text[number.end : number.end + 1] in ENDS:
        if expression("index_before").search(text, low, number.bounded_start):
            number.unit = INDEX
        elif expression("multiple_before").search(text, low, number.bounded_start):
            number.unit = MULTIPLE


def _sign(text: str, number: Number) -> None:
    """增长-3.5%: a minus behind a word."""
    minus = text[number.start - 1 : number.start] == "-" and text[number.start - 2 : number.start - 1].isalpha()
    if number.value is not None and number.unit and minus:
        number.start, number.bounded_start, number.value = number.start - 1, number.start - 1, -number.value


def _count_by(text: str, number: Number, start: int) -> None:
    """每立方米|23微克: what the unit is counted by stands in front."""
    if number.unit is None or "/" in number.unit.name:
        return
    if match := expression("per_before").search(text, max(start, number.bounded_start - 5), number.bounded_start):
        number.unit = by(number.unit, match[1])
        number.bounded_start = match.start()
