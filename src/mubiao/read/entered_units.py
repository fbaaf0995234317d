"""Units as people enter them beside a number: 亿元, 万人次, 元/亩."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.read.fold import fold

PER = re.compile(r"[^\W_]{1,10}")  # behind the stroke of 元/亩


@lru_cache(maxsize=1000)
def parse_unit(text: str) -> tuple[Decimal, str]:
    """What a value is multiplied with, and the unit that it is in then: 亿元 -> (100000000, 元), 成 -> (10, %).

    Raises:
        KeyError: nobody knows the unit.
    """
    surface = fold(text).text.replace(" ", "")
    units = load().units
    if surface in units:
        unit = units[surface]
        return Decimal(str(unit.factor)) / Decimal(str(units.get(unit.name, unit).factor)), unit.name
    match = expression("scaled_unit").match(surface)
    if match is None or match[1] is None:
        return Decimal(1), _known(surface)
    return Decimal(load().scale(match[1])), _known(match[2])


def _known(text: str) -> str:
    head, slash, per = text.partition("/")
    if slash and not PER.fullmatch(per):
        raise KeyError(text)
    return f"{load().units[head].name}{slash}{per}"


def quantity(value: str, high: str, unit: str) -> tuple[float, float | None, str]:
    """A number as entered, the upper end of a range ("" where there is none) and their unit, with 万 and 亿 expanded.

    >>> quantity("1.5", "2", "万人")
    (15000.0, 20000.0, '人')

    Raises:
        KeyError: nobody knows the unit.
    """
    scale, name = parse_unit(unit)
    return float(Decimal(value) * scale), float(Decimal(high) * scale) if high else None, name
