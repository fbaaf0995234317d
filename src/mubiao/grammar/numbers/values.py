"""What digits, magnitudes and units are worth."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import Unit, load

MYRIAD = 10**4  # from here on magnitudes are counted themselves: 五千万


def worth(digits: str, factor: int) -> float:
    """Exact decimal arithmetic, which floats miss.

    >>> worth("1.13", 10000)
    11300.0
    """
    if "." not in digits:
        return float(int(digits.replace(",", "")) * factor)
    return float(Decimal(digits.replace(",", "")) * factor)


def digit(surface: str) -> int:
    """A digit in figures or in words; 1 where there is none (翻番)."""
    return int(surface) if surface.isdigit() else load().numerals["digit"].get(surface, 1)


def resolve(surface: str | None) -> tuple[Unit | None, float]:
    """Unit of a surface, and what a value in the surface is multiplied with (成 -> 10 %)."""
    if not surface:
        return None, 1.0
    units = load().units
    head, per = surface if surface in units else _without_other_classifiers(surface), ""
    if match := expression("counted_by").search(head):
        head, per = head[: match.start()], units[match[1]].name if match[1] in units else match[1]
    unit = units[head]
    canonical = units.get(unit.name, unit)
    ratio = unit.factor / canonical.factor
    return (by(unit, per) if per else unit), ratio


def _without_other_classifiers(surface: str) -> str:
    """套(间) and 套/间 count 套, 辆(艘、架、列)次 counts 辆次: other classifiers in brackets or behind a slash are left out."""
    head, _, others = expression("other_classifier").sub("", surface).partition("(")
    return head + others.partition(")")[2]


def in_words(written: str) -> Decimal | None:
    """What a number in words is worth, None where the words are none or leave a magnitude unsaid (三万五).

    >>> in_words("一百九十万零三千九百七十一"), in_words("一点五七"), in_words("百千")
    (Decimal('1903971'), Decimal('1.57'), None)
    """
    numerals = load().numerals
    magnitudes = numerals["magnitude"]
    whole, point, decimals = written.partition(next(iter(numerals["point"])))
    marks = [word for word, size in magnitudes.items() if size >= MYRIAD][::-1]
    front = decimals.rstrip("".join(marks))  # 二百三十五点六|亿
    values = {**numerals["digit"], **numerals["zero"]}
    counted = _whole_number(whole, marks)
    if counted is None or (point and not front) or any(sign not in values for sign in front):
        return None
    return Decimal(f"{counted}.{''.join(str(values[sign]) for sign in front) or 0}").normalize() * load().scale(decimals[len(front) :])


def _whole_number(written: str, marks: Sequence[str]) -> int | None:
    """一万五千亿: what stands in front of the largest mark counts it, what stands behind is added."""
    numerals = load().numerals
    for at, mark in enumerate(marks):
        front, found, rest = written.rpartition(mark)
        if not found:
            continue
        times, more = _whole_number(front, marks[at:] if mark in front else marks[at + 1 :]), _whole_number(rest, marks[at + 1 :]) if rest else 0
        unsaid = len(rest) == 1
        return None if not times or more is None or unsaid else times * numerals["magnitude"][mark] + more
    return _below_myriad(written)


def _below_myriad(written: str) -> int | None:
    """二千二百二十五, 十二, 一百零五."""
    numerals = load().numerals
    total, digit, zero, last = 0, None, False, MYRIAD  # last: the magnitude that was said last; the next is smaller
    for sign in written:
        if sign in numerals["zero"]:
            zero = True
        elif sign in numerals["digit"]:
            if digit is not None:
                return None
            digit = numerals["digit"][sign]
        else:
            size = numerals["magnitude"][sign]
            if size >= last or (digit is None and (size > 10 or total)):
                return None
            total, digit, last = total + (digit or 1) * size, None, size
    if not written or (digit is not None and not zero and 10 < last < MYRIAD):
        return None
    return total + (digit or 0)


def by(unit: Unit, per: str) -> Unit:
    """微克 by 立方米: 微克/立方米; a sum by head may be a threshold as a sum may."""
    return Unit(f"{unit.name}/{per}", f"{unit.dimension}/{per}", unit.factor, unit.traits & {"scale"})


def in_dimension(dimension: str) -> Unit:
    """The first unit of a dimension, which its other units are told in."""
    return next(unit for unit in load().units.values() if unit.dimension == dimension)
