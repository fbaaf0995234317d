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

from mubiao.grammar.affix import Affixes, pattern
from mubiao.lexicon.loader import Unit, load

MAX_DIGITS = 15  # a longer run of digits is a code, and float64 would not hold it exactly
DIGITS = r"\d+(?:,\d{3}(?!\d))*(?:\.\d+)?"
DASH = r"(?:-{1,2}|—{1,2}|–|~|至|到)"
MAGNITUDE = r"(?:[十百千]?万亿|[十百千]?[亿万]|千(?![瓦米克伏卡焦帕])|百(?!分))"
JOINED = ("和", "、", "与", "及", ",")  # 高2.2个和3.7个百分点
LOOK = 12  # characters in front of a number that may say what it counts
ENDS = ("", ",", "。", ";", "、", "\n", ")")
SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
NUMERALS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
PER = ("人", "年", "月", "日", "天", "平方公里", "平方米", "立方米", "亩", "公顷", "公里", "小时", "吨", "万元", "亿元", "人次", "户", "度", "千瓦时", "标箱", "升")


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


@dataclass(frozen=True)
class Tools:
    """Expressions and word tables of this module, compiled once from the lexicon."""

    number: re.Pattern[str]
    numeral: re.Pattern[str]
    doubling: re.Pattern[str]
    tenths: re.Pattern[str]
    people: re.Pattern[str]
    people_before: re.Pattern[str]
    index_before: re.Pattern[str]
    per_before: re.Pattern[str]
    after: Affixes
    before: Affixes


@lru_cache(maxsize=1)
def tools() -> Tools:
    """Compile the expressions."""
    lexicon = load()
    plain = [word for word in lexicon.units if word not in lexicon.guards and not word.isascii()]
    latin = [word for word in lexicon.units if word.isascii() and word != "%"]
    guarded = [f"{re.escape(word)}(?![{chars}])" for word, chars in lexicon.guards.items()]
    unit = "(?:%|" + "|".join([pattern(plain), *guarded, rf"(?:{pattern(latin)})(?![A-Za-z])"]) + ")"
    unit += rf"(?:[/每]{pattern(PER)})?(?:\((?:间|户|只|头|套|处|个|座|名|项|次|辆|家|台|人|点|条)\))?"
    fuzz = "[" + "".join(lexicon.bounds["inside"]) + "]"
    part = rf"({DIGITS})({fuzz})?({MAGNITUDE})?({fuzz})?"
    return Tools(
        number=re.compile(rf"(?<![\d.]){part}(?:({unit})?{DASH}{part})?({unit})?"),
        numeral=re.compile(rf"(?<=[超破达近逾过约])([一二两三四五六七八九]?)({MAGNITUDE})({fuzz})?({unit})"),
        doubling=re.compile(r"翻了?([一1两2二三3]?)番"),
        tenths=re.compile(rf"([一两二三四五六七八九])成(?![{lexicon.guards['成']}不新])"),
        people=re.compile(rf"[^,。;、:\n\d]{{0,8}}?{pattern(lexicon.words['nouns']['people'])}"),
        people_before=re.compile(rf"{pattern(lexicon.words['nouns']['people'])}(?:总数|数量|数|规模)?(?:已|首次)?(?:{pattern(lexicon.words['predicates']['reach'])})?$"),
        index_before=re.compile(rf"指数(?:已|首次)?(?:{pattern(lexicon.words['predicates']['reach'])})?$"),
        per_before=re.compile(rf"每({pattern(PER)})$"),
        after=Affixes(lexicon.bounds["after"]),
        before=Affixes(lexicon.bounds["before"]),
    )


def scan(text: str, start: int = 0, end: int | None = None) -> Iterator[Number]:
    """All numbers of a passage in order, also those without a unit.

    Args:
        text: folded text.
        start, end: the passage.
    """
    kit = tools()
    stop = len(text) if end is None else end
    found = [_from_digits(match, kit) for match in kit.number.finditer(text, start, stop)]
    extra = [_from_numeral(match) for match in kit.numeral.finditer(text, start, stop)]
    extra += [_from_tenths(match) for match in kit.tenths.finditer(text, start, stop)]
    extra += [_from_doubling(match) for match in kit.doubling.finditer(text, start, stop)]
    if extra:
        taken = {number.start for number in found}
        found = sorted(found + [number for number in extra if number.start not in taken], key=lambda n: n.start)
    points = load().units["百分点"]
    for number, following in zip_longest(found, found[1:]):
        if following and following.unit == points and number.unit and number.unit.name == "个" and text[number.end : following.start] in JOINED:
            number.unit = points
        _attach_modifiers(text, number, start, stop, kit)
        yield number


def _scale(magnitude: str | None) -> int:
    scale = 1
    for char in magnitude or "":
        scale *= SCALES[char]
    return scale


def _worth(digits: str, scale: int) -> float:
    """Exact decimal arithmetic: 1.13万 is 11300, which floats miss."""
    if "." not in digits:
        return float(int(digits.replace(",", "")) * scale)
    return float(Decimal(digits.replace(",", "")) * scale)


def _resolve(surface: str | None, base: Unit | None = None) -> tuple[Unit | None, float]:
    """Unit of a surface, and what a value in the surface is multiplied with (成 -> 10 %)."""
    if not surface:
        return base, 1.0
    units = load().units
    head, slash, per = surface.split("(")[0].replace("每", "/").partition("/")
    unit = units[head]
    canonical = units.get(unit.name, unit)
    ratio = unit.factor / canonical.factor
    if slash:
        return Unit(f"{unit.name}/{per}", f"{unit.dimension}/{per}", unit.factor), ratio
    return unit, ratio


def _from_digits(match: re.Match[str], kit: Tools) -> Number:
    digits, fuzz1, magnitude, fuzz2, low_unit, upper, fuzz3, upper_magnitude, fuzz4, surface = match.groups()
    unit, ratio = _resolve(surface or low_unit)
    number = Number(match.start(), match.end(), None, None, unit, fuzz1 or fuzz2 or fuzz3 or fuzz4 or "")
    if len(digits) > MAX_DIGITS + 6 or len(upper or "") > MAX_DIGITS + 6:
        number.refused = "too_many_digits"
        return number
    low = _worth(digits, _scale(magnitude)) * ratio
    if upper is None:
        number.value = low
        return number
    high = _worth(upper, _scale(upper_magnitude)) * ratio
    shared = _worth(digits, _scale(upper_magnitude)) * ratio
    if not magnitude and shared <= high:
        low = shared
    number.value, number.high = low, high
    if low >= high:
        number.refused = "range_reversed"
    return number


def _from_numeral(match: re.Match[str]) -> Number:
    digit, magnitude, fuzz, surface = match.groups()
    unit, ratio = _resolve(surface)
    return Number(match.start(), match.end(), NUMERALS.get(digit, 1) * _scale(magnitude) * ratio, None, unit, fuzz or "")


def _from_doubling(match: re.Match[str]) -> Number:
    """翻一番 doubles: growth of 100 %; 翻两番 quadruples: 300 %."""
    times = int(match[1]) if match[1].isdigit() else NUMERALS.get(match[1], 1)
    return Number(match.start(), match.end(), float(100 * (2**times - 1)), None, load().units["%"])


def _from_tenths(match: re.Match[str]) -> Number:
    """近八成 is about 80 %."""
    return Number(match.start(), match.end(), 10.0 * NUMERALS[match[1]], None, load().units["%"])


def _imply_unit(text: str, number: Number, kit: Tools) -> None:
    """10万产业工人, 用户数近3500万 count people without a classifier; an index has no unit at all."""
    if number.unit is not None:
        return
    low = max(0, number.begin - LOOK)
    if text[number.end - 1] in SCALES and (kit.people.match(text, number.end) or kit.people_before.search(text, low, number.begin)):
        number.unit = load().units["人"]
    elif kit.index_before.search(text, low, number.begin) and text[number.end : number.end + 1] in ENDS:
        number.unit = Unit("", "index", 1.0)


def _attach_modifiers(text: str, number: Number, start: int, end: int, kit: Tools) -> None:
    number.begin, number.stop = number.start, number.end
    stop = number.end + 1 if text.startswith(("的", "(含)"), number.end) and kit.after.head(text, number.end + 1, end) else number.end
    word = kit.after.head(text, stop, end)
    if word and (len(word) > 1 or stop + 1 >= end or not text[stop + 1].isalnum()):
        number.after, number.stop = word, stop + len(word)
    if word := kit.before.tail(text, start, number.start):
        number.before, number.begin = word, number.start - len(word)
    _imply_unit(text, number, kit)
    if number.value is not None and number.unit and text[number.start - 1 : number.start] == "-" and text[number.start - 2 : number.start - 1].isalpha():
        number.start, number.begin, number.value = number.start - 1, number.start - 1, -number.value
    if number.unit and "/" not in number.unit.name and (match := kit.per_before.search(text, max(start, number.begin - 5), number.begin)):
        number.unit = Unit(f"{number.unit.name}/{match[1]}", f"{number.unit.dimension}/{match[1]}", number.unit.factor)
        number.begin = match.start()
