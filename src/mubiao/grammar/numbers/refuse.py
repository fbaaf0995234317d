"""Numbers that are no quantity: named rules that look at what stands directly beside a number.

Each rule takes the passage and a number and answers whether it refuses; :data:`RULES` lists them in order, and the first
that fires gives the refusal its name. Rules that need the whole clause (a threshold, an attribute of a project) stand in
:mod:`mubiao.grammar.clause.clauses`. Refusals are kept: ``mubiao check`` lists them.
"""

from __future__ import annotations

import re
from functools import lru_cache

from mubiao.grammar.numbers.number import Number
from mubiao.lexicon.affix import Affixes
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.rule import first, rule

MARKS = ",。;:、"
LOOK = 16  # characters to either side that a rule may see
FEW = 5  # phases of a work are fewer: 3期 of a district, but 20期 of courses
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


@rule(
    "a run of digits that no quantity has",
    takes=["项目代码2024033021200000000001。"],
    refuses=["地区生产总值12345678900元。"],
)
def too_many_digits(text: str, number: Number) -> bool:
    return number.refused == "too_many_digits"


@rule(
    "a date, a year or a time of day",
    takes=[
        "2024年1月15日，全市社会消费品零售总额增长6%。",
        "2021—2025年，地区生产总值年均增长6%。",
        "2025年底，完成农村公路改造120公里。",
        "会议定于9:30开始。",
    ],
    refuses=["惠及居民2024户。", "举办惠民演出2025场。"],
)
def date(text: str, number: Number) -> bool:
    year = expression("calendar_year")
    if year.fullmatch(text, number.start, number.end) or year.fullmatch(text, number.start, number.end + 1):
        return True
    day = expression("day_behind").match(text, number.end)
    time = expression("clock").match(text, number.start) or expression("minutes").search(text, max(0, number.start - 4), number.start)
    return number.unit is None and (day is not None or time is not None)


@rule(
    "an ordinal",
    takes=["获评第3批国家产教融合试点城市。", "经济总量居全国第12位。", "按照省委十一届十一次全会部署。"],
    refuses=["推出3批惠民项目。"],
)
def ordinal(text: str, number: Number) -> bool:
    return words()["ordinal"].tail(text, 0, number.start) is not None or expression("session").match(text, number.end - 1) is not None


@rule(
    "a place in a ranking",
    takes=["临床医学进入ESI全球前1%。", "进入全国百强县前10名。", "营商环境排名前10位。", "新增国家卫生城镇数量居全省前3位。", "学科进入全球前1‰。"],
    refuses=["目前10个项目开工建设。", "居民消费价格上涨2%。", "提前10天完成征迁任务。"],
)
def rank(text: str, number: Number) -> bool:
    if words()["not_rank"].tail(text, max(0, number.start - LOOK), number.start):
        return False
    front = words()["rank"].tail(text, max(0, number.start - LOOK), number.start)
    if front is None:
        return False
    units = words()["among" if front in words()["first"].words else "placed"].words
    return number.unit is None or number.unit.name in units


@rule(
    "digits tied to letters or signs: a code",
    takes=["完成G228国道改造30公里。", "PM2.5浓度下降5%。", "打造3A级景区村庄20个。", "新建5G基站1500个。", "构建8+4现代产业体系。"],
    refuses=["新增光伏装机300MW。"],
)
def code(text: str, number: Number) -> bool:
    before, behind = text[number.start - 1 : number.start], text[number.end : number.end + 1]
    if before.isascii() and (before.isalpha() or before in "+_{#@&=*/\\") and before:
        return True
    if before == "-" and text[number.start - 2 : number.start - 1].isalnum() and text[number.start - 2].isascii():
        return True
    return number.unit is None and bool(behind) and ((behind.isascii() and behind.isalpha()) or behind in "+_}#@&=*")


@rule(
    "a slashed number",
    takes=["完成1/4的任务。", "4/5的行政村建成文化礼堂。"],
    refuses=["亩均增加值达到180万元/亩。"],
)
def fraction(text: str, number: Number) -> bool:
    return (text[number.end : number.end + 1] == "/" and text[number.end + 1 : number.end + 2].isdigit()) or (
        text[number.start - 1 : number.start] == "/" and text[number.start - 2 : number.start - 1].isdigit()
    )


@rule(
    "a proportion",
    takes=["城乡居民收入比缩小到1.7:1。", "职业教育师生比达到0.06:1。"],
    refuses=["三次产业结构为3.1:45.6:51.3。"],
)
def proportion(text: str, number: Number) -> bool:
    after = text[number.end : number.end + 1] == ":" and text[number.end + 1 : number.end + 2].isdigit()
    return number.unit is None and (after or (text[number.start - 1 : number.start] == ":" and text[number.start - 2 : number.start - 1].isdigit()))


@rule(
    "an anniversary",
    takes=["纪念建市40周年。", "举办诞辰110周年纪念活动。"],
    refuses=["审批时限压缩到2周。"],
)
def anniversary(text: str, number: Number) -> bool:
    return words()["anniversary"].head(text, _end_of_digits(text, number), len(text)) is not None


@rule(
    "a size or class of the thing counted",
    takes=["新建5万吨级泊位3个。", "建成110千伏变电工程2项。", "建设12英寸晶圆生产线1条。", "接种23价肺炎疫苗3万剂。"],
    refuses=["港口货物吞吐量突破5万吨。"],
)
def grade(text: str, number: Number) -> bool:
    if number.unit is None:
        return words()["graded"].head(text, number.end, len(text)) is not None
    return number.unit.dimension == "specification" or words()["grade"].head(text, number.end, len(text)) is not None


@rule(
    "digits that belong to a name",
    takes=["开通地铁6号线。", "落户世界500强企业投资项目5个。", "推进姚江新区3期建设。", "上线政务服务2.0版。"],
    refuses=["新增6家企业。"],
)
def name(text: str, number: Number) -> bool:
    if number.unit is None:
        return words()["name"].head(text, number.end, len(text)) is not None
    phase = words()["phase"].tail(text, number.start, number.end) is not None and (number.value or 0) < FEW
    return phase and words()["held"].tail(text, max(0, number.bounded_start - LOOK), number.bounded_start) is None


@rule(
    "a length of time, where no time is what is measured",
    takes=[
        "制造业单项冠军数量连续7年居全国第一。",
        "土地承包到期后再延长30年。",
        "为65岁以上老年人发放优待证3万张。",
        "用5个多月完成征迁任务。",
        "打造15分钟便民生活圈20个。",
    ],
    refuses=["企业开办时间压缩到1天。", "人均预期寿命达到81.5岁。", "空气质量优良天数达到330天。"],
)
def duration(text: str, number: Number) -> bool:
    if number.unit is None:
        return False
    if number.unit.dimension != "duration" and not words()["month"].head(text, number.end - 1, len(text)):
        return False
    if words()["streak"].tail(text, max(0, number.start - LOOK), number.bounded_start):
        return True
    begin = max(text.rfind(mark, max(0, number.start - LOOK), number.start) for mark in MARKS) + 1
    if expression("more_of_it").match(text, begin, number.bounded_start):  # 优良天数316天,比上年增加12天
        begin = max(text.rfind(mark, max(0, begin - LOOK), begin - 1) for mark in MARKS) + 1
    return not any(word in text[max(begin, number.start - 2 * LOOK) : number.start] for word in words()["time_of"].words)


@rule(
    "the number of an item at the head of a line",
    takes=["3.加强城市管理。", "（12）加强社会治理。"],
    refuses=["3.5万名职工。"],
)
def item_number(text: str, number: Number) -> bool:
    if number.unit is not None or text[number.end : number.end + 1] not in (".", "、", ")", "\n", ""):
        return False
    head = text.rfind("\n", max(0, number.start - LOOK), number.start) + 1
    return (head > 0 or number.start <= LOOK) and not text[head : number.start].strip(" (")


@rule(
    "two numbers joined by a dash that are no range",
    takes=["完成16-8标段建设。"],
    refuses=["完成8-16公里管网改造。"],
)
def range_reversed(text: str, number: Number) -> bool:
    return number.refused == "range_reversed"


@rule(
    "nothing is counted in it",
    takes=["全市行政事业单位共有230。", "实施亩均论英雄改革3.0。"],
    refuses=["全市行政事业单位共有230家。"],
)
def no_unit(text: str, number: Number) -> bool:
    return number.unit is None


def _end_of_digits(text: str, number: Number) -> int:
    return number.start + len(_digits_only(text, number))


RULES = (
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
    found = first(RULES, text, number)
    return found[0].name if found else None
