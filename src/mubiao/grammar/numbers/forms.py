"""How a number in digits is read, and all forms of numbers: rules that take a match of an expression and give the number."""

from __future__ import annotations

import re
from collections.abc import Mapping

from mubiao.grammar.numbers.number import Number
from mubiao.grammar.numbers.spelled import doubling, fraction_in_words, half, no_growth, numeral, parts, tenths, words
from mubiao.grammar.numbers.values import in_dimension, resolve, worth
from mubiao.lexicon.loader import load
from mubiao.rule import Rules, rule

MAX_DIGITS = 21  # a longer run of digits is a code
TOO_MANY = "too_many_digits"
REVERSED = "range_reversed"


@rule(
    "two numbers joined by a dash: kept as low and high, never as a mean",
    takes=["地区生产总值增长5%—5.5%。", "规上工业增加值增长4.5-5%。", "规上工业增加值增长4.5至5%。"],
    refuses=["地区生产总值增长4.5%、5%。", "建成幼儿园3所、小学5所。"],
    name="range",
)
def span(match: re.Match[str]) -> Number | None:
    digits, fuzz1, magnitude, fuzz2, low_unit, upper, fuzz3, upper_magnitude, fuzz4, surface = match.groups()
    if upper is None:
        return None
    unit, ratio = resolve(surface or low_unit)
    number = Number(match.start(), match.end(), None, None, unit, fuzz1 or fuzz2 or fuzz3 or fuzz4 or "")
    if len(digits) > MAX_DIGITS or len(upper) > MAX_DIGITS:
        number.refused = TOO_MANY
        return number
    low = worth(digits, load().scale(magnitude)) * ratio
    high = worth(upper, load().scale(upper_magnitude)) * ratio
    shared = worth(digits, load().scale(upper_magnitude)) * ratio
    if not magnitude and shared <= high:
        low = shared
    number.value, number.high = low, high
    if low >= high:
        number.refused = REVERSED
    return number


@rule(
    "digits, with thousands, decimals and magnitudes",
    takes=["新引进大学生26.6万人。", "新增贷款5000亿元。", "兑付惠企资金1,065.4亿元。", "淘汰落后产能120百万吨。", "筹资1千余万元。"],
    refuses=["工业机器人产量突破百万台。"],
)
def digits(match: re.Match[str]) -> Number:
    written, fuzz1, magnitude, fuzz2, _, _, _, _, _, surface = match.groups()
    unit, ratio = resolve(surface)
    inside = "".join(sign for sign in magnitude or "" if sign not in load().numerals["magnitude"])  # 1千|余|万元
    number = Number(match.start(), match.end(), None, None, unit, fuzz1 or inside or fuzz2 or "")
    if len(written) > MAX_DIGITS:
        number.refused = TOO_MANY
    else:
        number.value = worth(written, load().scale(magnitude)) * ratio
    return number


@rule(
    "a fraction in digits, as a percentage of two decimals",
    takes=["造船出口规模占全国1/4以上。", "新增上市公司占全省增量的1/3。", "新能源汽车产量占全省产量近1/2。"],
    refuses=["审批材料共5/4页。"],
)
def slashed(match: re.Match[str]) -> Number | None:
    taken, of = int(match[1]), int(match[2])
    return Number(match.start(), match.end(), round(100 * taken / of, 2), None, in_dimension("percentage")) if 0 < taken < of else None


@rule(
    "so many times another, told as N:1, or so many for a hundred of another",
    takes=["城乡居民收入比缩小到2.3:1。", "出生人口性别比为105.2:100。", "农产品加工业产值与农业总产值之比提高到2.8:1。", "城乡居民收入比2.16:1。"],
    refuses=["三次产业结构为3.1:45.6:51.3。", "比分为1:12。"],
)
def to_one(match: re.Match[str]) -> Number:
    return Number(match.start(), match.end(), worth(match[1] or match[2], 1), None, None)


# Expression that finds a number -> the rules that may read it; where two expressions find one, the first is kept.
FORMS: Mapping[str, Rules[[re.Match[str]], Number | None]] = {
    "to_one": Rules("number", to_one),
    "slashed": Rules("number", slashed),
    "number": Rules("number", span, digits),
    "numeral": Rules("number", numeral),
    "in_words": Rules("number", words),
    "per_cent_in_words": Rules("number", parts),
    "fraction_in_words": Rules("number", fraction_in_words),
    "tenths": Rules("number", tenths),
    "half": Rules("number", half),
    "doubling": Rules("number", doubling),
    "no_growth": Rules("number", no_growth),
}
