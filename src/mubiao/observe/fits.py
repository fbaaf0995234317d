"""Whether a figure can be of an indicator: by its unit, its measure and the verb in front of it."""

from __future__ import annotations

from functools import lru_cache

from mubiao.grammar.figure.reading import Reading
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.lexicon.vocabulary import vocabulary

PASSENGERS = {"person", "visit"}  # those of a year are told in both: 客运量412万人, 客运量412万人次


def of_its_share(indicator_id: str, measure: str, unit: str | None) -> bool:
    """Whether a percentage, or points that it rises by (农村卫生户厕提高3个百分点), can only be told of the share of the indicator."""
    usual = vocabulary().by_id[indicator_id].measures
    if measure == "change" and unit is not None and _dimension(unit, True) == "points":
        return not {"ratio", "growth", "change"}.intersection(usual)
    multiple = unit is not None and _dimension(unit, True) == "multiple"  # 服务业增加值是2006年的1.8倍: no share of anything
    return measure == "ratio" and not multiple and "ratio" not in usual


def only_counted(indicator_id: str, unit: str | None) -> bool:
    """Whether an indicator is nothing but a number of things, of which a percentage tells something else (标准化村卫生室达到95%)."""
    known = vocabulary().by_id[indicator_id]
    percentage = unit is not None and _dimension(unit, True) == "percentage"
    return percentage and is_counted(known.unit) and list(known.measures) == ["amount"]


def serves(action: str | None, indicator_id: str, measure: str) -> bool:
    """惠及经营主体10.4万户 tells for how many something was done, not how many there are."""
    return counts_all(indicator_id, measure) and action in load().words["actions"]["serves"]


def counts_all(indicator_id: str, measure: str) -> bool:
    """Whether a figure of an indicator is how many there are."""
    return measure == "amount" and vocabulary().by_id[indicator_id].nature in ("stock", "count")


def is_for_them(text: str, reading: Reading) -> bool:
    """为|473户|市场主体办理延期还本付息69.6亿元, 21.6万户市场主体|享受税收优惠, 12家上市公司|实现再融资: for how many it was done, or how many did
    something, is not how many there are."""
    number = reading.number
    if number is None or not reading.pieces or reading.pieces[0][0] < number.bounded_end:
        return False
    served = text.endswith(tuple(load().words["modifiers"]["serving"]), reading.clause[0], number.bounded_start)
    behind = reading.pieces[-1][1]
    acts = not reading.action and expression("does_something").match(text, behind) is not None
    return served or acts or expression("receives").match(text, behind) is not None


def agrees(indicator_id: str, measure: str, unit: str | None, strictly: bool = False) -> bool:
    """Whether an amount, or a difference of counts or money, is told in what the indicator is counted in; else the phrase means something
    else. Of a rate may be left out what it is told per: 全员劳动生产率18.5万元.

    Args:
        indicator_id, measure, unit: of the figure.
        strictly: people, households and things are not the same either.
    """
    known = vocabulary().by_id[indicator_id]
    if measure not in ("amount", "change") or unit is None:
        return True
    if not known.unit:  # a standard (基础养老金) is told in money: nobody is counted by it
        return measure == "change" or known.nature != "rate" or _dimension(unit, True) not in PASSENGERS
    dimension, usual = _dimension(unit, strictly), _dimension(known.unit, strictly)
    if measure == "change" and dimension not in ("count", "household", "person", "visit", "money"):
        return True
    if known.nature == "flow" and {dimension, usual} == PASSENGERS:
        return True
    if _dimension(unit, True) in PASSENGERS and _dimension(known.unit, True) == "count":
        return False  # 全民健身工程惠及|2300万人次: people are no works
    return dimension == usual or (known.nature == "rate" and dimension == usual.partition("/")[0])


def unit_instead(indicator_id: str, measure: str, unit: str | None) -> str:
    """What an indicator is told in where a figure that a person enters is told in something else; "" where it can be of the indicator.

    A ratio that is no percentage (批次/千人) is counted like an amount, or in so much of it per something.

    >>> unit_instead("pm25", "amount", "元/家"), unit_instead("gdp", "growth", "%"), unit_instead("foodtests", "ratio", "批次/千人")
    ('微克/立方米', '', '')
    """
    known = load().units.get(unit or "")
    if measure not in ("amount", "ratio") or (measure == "ratio" and known and "rate" in known.traits):
        return ""
    ways = [unit, unit.partition("/")[0]] if measure == "ratio" and unit else [unit]
    return "" if any(agrees(indicator_id, "amount", way) for way in ways) else vocabulary().by_id[indicator_id].unit


def usual_measure(indicator_id: str | None, measure: str) -> str:
    """Growth where a percentage can only be that: 地区生产总值6%左右, 居民消费价格2%."""
    if indicator_id is None or measure != "ratio":
        return measure
    usual = vocabulary().by_id[indicator_id].measures
    return "growth" if "growth" in usual and "ratio" not in usual else measure


def is_counted(unit: str | None) -> bool:
    return unit is not None and _dimension(unit, False) == "count"


def is_money(unit: str | None) -> bool:
    return unit is not None and _dimension(unit, False) == "money"


@lru_cache(maxsize=512)
def _dimension(unit: str, strictly: bool) -> str:
    head, slash, per = unit.partition("/")
    found = load().units.get(head)
    counted = ("count", "household", "person", "visit", "duration")
    dimension = (
        "count"
        if found and found.dimension in counted and not strictly
        else "money"
        if found and found.dimension.startswith("money")
        else found.dimension
        if found
        else head
    )
    return f"{dimension}/{per}" if slash else dimension
