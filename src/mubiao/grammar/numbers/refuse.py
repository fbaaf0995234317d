"""Numbers that are no quantity: named rules that look at what stands directly beside a number.

Each rule takes the passage and a number and answers whether it refuses; :data:`RULES` lists them in order, and the first
that fires gives the refusal its name. Rules that need the whole clause (a threshold, an attribute of a project) stand in
:mod:`mubiao.grammar.clause.clauses`. Refusals are kept: ``mubiao check`` lists them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from mubiao.grammar.numbers.numbers import Number
from mubiao.lexicon.affix import Affixes
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load

MARKS = ",。;:、"
LOOK = 16  # characters to either side that a rule may see
NAME_LENGTH = 30  # a quotation longer than this is speech, not a name
QUOTED = re.compile(
    "|".join(
        rf"{opening}[^{opening}{closing}\n]{{{least},{most}}}{closing}"
        for opening, closing, least, most in (
            ("“", "”", 0, NAME_LENGTH),
            ("‘", "’", 0, NAME_LENGTH),
            ("「", "」", 0, NAME_LENGTH),
            ("《", "》", 0, 120),
            ('"', '"', 1, NAME_LENGTH),
            ("〔", "〕", 0, 12),
        )
    )
)


@lru_cache(maxsize=1)
def words() -> dict[str, Affixes]:
    """The tables of refusals.toml, ready for lookups."""
    tables = load().words["refusals"]
    ready = {name: Affixes(dict.fromkeys(entries, name)) for name, entries in tables.items()}
    ready["time_of"] = Affixes(dict.fromkeys(load().words["nouns"]["time_of"], "time_of"))
    return ready


def quoted_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of short quotations and book titles: names, whose numbers count nothing."""
    return [match.span() for match in QUOTED.finditer(text, start, end)]


def _digits_only(text: str, number: Number) -> str:
    return re.match(r"[\d.,]*", text[number.start : number.end])[0]  # type: ignore[index]


def too_many_digits(text: str, number: Number) -> bool:
    """A run of digits that no quantity has: 002969042202411618500000."""
    return number.refused == "too_many_digits"


def date(text: str, number: Number) -> bool:
    """2024年, 2021-2025年, 1月, 31日, 17:48: points of time."""
    year = expression("calendar_year")
    if year.fullmatch(text, number.start, number.end) or year.fullmatch(text, number.start, number.end + 1):
        return True
    day = expression("day_behind").match(text, number.end)
    time = expression("clock").match(text, number.start) or expression("minutes").search(text, max(0, number.start - 4), number.start)
    return number.unit is None and (day is not None or time is not None)


def ordinal(text: str, number: Number) -> bool:
    """第3批, 第二轮: ordinals."""
    return words()["ordinal"].tail(text, 0, number.start) is not None


def rank(text: str, number: Number) -> bool:
    """全球前1%, 居全国第3位, 前10强: places in a ranking."""
    if words()["not_rank"].tail(text, max(0, number.start - LOOK), number.start):
        return False
    front = words()["rank"].tail(text, max(0, number.start - LOOK), number.start)
    if front is None:
        return False
    units = words()["among" if front in words()["first"].words else "placed"].words
    return number.unit is None or number.unit.name in units


def code(text: str, number: Number) -> bool:
    """G228, PM2.5, 3A级, K3+610, 8+4: digits tied to letters and signs."""
    before, behind = text[number.start - 1 : number.start], text[number.end : number.end + 1]
    if before.isascii() and (before.isalpha() or before in "+_{#@&=*/\\") and before:
        return True
    if before == "-" and text[number.start - 2 : number.start - 1].isalnum() and text[number.start - 2].isascii():
        return True
    return number.unit is None and bool(behind) and ((behind.isascii() and behind.isalpha()) or behind in "+_}#@&=*")


def fraction(text: str, number: Number) -> bool:
    """1/4, 三分之二: shares in words, and slashed numbers."""
    return (text[number.end : number.end + 1] == "/" and text[number.end + 1 : number.end + 2].isdigit()) or (
        text[number.start - 1 : number.start] == "/" and text[number.start - 2 : number.start - 1].isdigit()
    )


def proportion(text: str, number: Number) -> bool:
    """0.9:1, 13.7:58.3:28: proportions; triples are read by :mod:`mubiao.grammar.figure.structure`."""
    after = text[number.end : number.end + 1] == ":" and text[number.end + 1 : number.end + 2].isdigit()
    return number.unit is None and (after or (text[number.start - 1 : number.start] == ":" and text[number.start - 2 : number.start - 1].isdigit()))


def anniversary(text: str, number: Number) -> bool:
    """诞辰110周年: anniversaries."""
    return words()["anniversary"].head(text, _end_of_digits(text, number), len(text)) is not None


def grade(text: str, number: Number) -> bool:
    """5万吨级泊位, 500千伏变电站, 23价疫苗: a size or class of the thing counted."""
    if number.unit is None:
        return words()["graded"].head(text, number.end, len(text)) is not None
    return number.unit.dimension == "specification" or words()["grade"].head(text, number.end, len(text)) is not None


def name(text: str, number: Number) -> bool:
    """6号线, 三期, 100强: digits that belong to a name."""
    return number.unit is None and words()["name"].head(text, number.end, len(text)) is not None


def duration(text: str, number: Number) -> bool:
    """连续7年, 用5个多月, 延长30年: lengths of time, unless a word for time is what is measured (平均反应时间10分钟)."""
    if number.unit is None:
        return False
    if number.unit.dimension != "duration" and not words()["month"].head(text, number.end - 1, len(text)):
        return False
    if words()["streak"].tail(text, max(0, number.start - LOOK), number.begin):
        return True
    begin = max(text.rfind(mark, max(0, number.start - LOOK), number.start) for mark in MARKS) + 1
    if expression("more_of_it").match(text, begin, number.begin):  # 优良天数316天,比上年增加12天
        begin = max(text.rfind(mark, max(0, begin - LOOK), begin - 1) for mark in MARKS) + 1
    return not any(word in text[max(begin, number.start - 2 * LOOK) : number.start] for word in words()["time_of"].words)


def item_number(text: str, number: Number) -> bool:
    """1. 2、 (3): the number of an item at the beginning of a line."""
    if number.unit is not None or text[number.end : number.end + 1] not in (".", "、", ")", "\n", ""):
        return False
    head = text.rfind("\n", max(0, number.start - LOOK), number.start) + 1
    return (head > 0 or number.start <= LOOK) and not text[head : number.start].strip(" (")


def range_reversed(text: str, number: Number) -> bool:
    """16-8: two numbers joined by a dash that are no range."""
    return number.refused == "range_reversed"


def no_unit(text: str, number: Number) -> bool:
    """Numbers that nothing is counted in."""
    return number.unit is None


def _end_of_digits(text: str, number: Number) -> int:
    return number.start + len(_digits_only(text, number))


Rule = Callable[[str, Number], bool]
RULES: tuple[Rule, ...] = (
    too_many_digits,
    date,
    ordinal,
    rank,
    code,
    fraction,
    proportion,
    anniversary,
    grade,
    name,
    duration,
    item_number,
    range_reversed,
    no_unit,
)


def refuse(text: str, number: Number) -> str | None:
    """Name of the first rule that refuses the number, None where it is a quantity."""
    for rule in RULES:
        if rule(text, number):
            return rule.__name__
    return None
