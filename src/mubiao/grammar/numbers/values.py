"""What digits, magnitudes and units are worth."""

from __future__ import annotations

from decimal import Decimal

from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import Unit, load


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
    head, per = surface if surface in units else surface.partition("(")[0], ""
    if match := expression("counted_by").search(head):
        head, per = head[: match.start()], match[1]
    unit = units[head]
    canonical = units.get(unit.name, unit)
    ratio = unit.factor / canonical.factor
    return (by(unit, per) if per else unit), ratio


def by(unit: Unit, per: str) -> Unit:
    """微克 by 立方米: 微克/立方米; a sum by head may be a threshold as a sum may."""
    return Unit(f"{unit.name}/{per}", f"{unit.dimension}/{per}", unit.factor, unit.traits & {"scale"})


def in_dimension(dimension: str) -> Unit:
    """The first unit of a dimension, which its other units are told in."""
    return next(unit for unit in load().units.values() if unit.dimension == dimension)
