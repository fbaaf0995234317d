"""Refusals of dates, anniversaries and lengths of time."""

from __future__ import annotations

import re

from mubiao.grammar.numbers.number import LOOK, Number
from mubiao.grammar.words.numbers import refusals
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.rule import rule

MARKS = ",。;:、"


@rule(
    "a date, a year or a time of day",
    takes=[
        "2024年1月15日，全市社会消费品零售总额增长6%。",
        "2021—2025年，地区生产总值年均增长6%。",
        "2025年底，完成农村公路改造120公里。",
        "会议定于9:30开始。",
        "2026年02月10日 07时41分",
    ],
    refuses=["惠及居民2024户。", "举办惠民演出2025场。"],
    needs=["calendar_year", "day_behind", "hour_before", "clock", "minutes"],
)
def date(text: str, number: Number) -> bool:
    year = expression("calendar_year")
    if year.fullmatch(text, number.start, number.end) or year.fullmatch(text, number.start, number.end + 1):
        return True
    front = max(0, number.start - 4)
    if number.unit is not None:
        return number.in_dimension("score") and expression("hour_before").search(text, front, number.start) is not None
    day = expression("day_behind").match(text, number.end)
    time = expression("clock").match(text, number.start) or expression("minutes").search(text, front, number.start)
    return day is not None or time is not None


@rule(
    "an anniversary",
    takes=["纪念建市40周年。", "举办诞辰110周年纪念活动。"],
    refuses=["审批时限压缩到2周。"],
    needs=["refusals.anniversary"],
)
def anniversary(text: str, number: Number) -> bool:
    return refusals()["anniversary"].head(text, _end_of_digits(text, number), len(text)) is not None


@rule(
    "a length of time, where no time is what is measured",
    takes=[
        "制造业单项冠军数量连续7年居全国第一。",
        "土地承包到期后再延长30年。",
        "为65岁以上老年人发放优待证3万张。",
        "每千人口3岁以下婴幼儿托位数达5.1个。",
        "用5个多月完成征迁任务。",
        "打造15分钟便民生活圈20个。",
        "安全生产考核连续3次获评优秀。",
    ],
    refuses=["企业开办时间压缩到1天。", "人均预期寿命达到81.5岁。", "空气质量优良天数达到330天。"],
)
def duration(text: str, number: Number) -> bool:
    if number.unit is None:
        return False
    is_time = number.unit.dimension.partition("/")[0] == "duration" or refusals()["month"].head(text, number.end - 1, len(text)) is not None
    if not is_time and refusals()["repeated"].tail(text, number.start, number.end) is None:
        return False
    if refusals()["streak"].tail(text, max(0, number.start - LOOK), number.bounded_start) is not None:
        return True
    if not is_time:
        return False
    begin = max(text.rfind(mark, max(0, number.start - LOOK), number.start) for mark in MARKS) + 1
    if any(expression(name).match(text, begin, number.bounded_start) for name in ("more_of_it", "reached_alone")):
        begin = _mark_before(text, begin)  # 优良天数316天,比上年增加12天; 预期寿命提高1.16岁、达到79.72岁
    if begin == number.bounded_start and text[begin - 1] == "、":
        begin = _mark_before(text, begin)  # 在园幼儿占比、平均受教育年限分别提高到58%、11.8年
    return not any(word in text[max(begin, number.start - 2 * LOOK) : number.start] for word in load().words["nouns"]["time_of"])


def _mark_before(text: str, begin: int) -> int:
    """Where the clause begins that stands in front of another."""
    return max(text.rfind(mark, max(0, begin - LOOK), begin - 1) for mark in MARKS) + 1


def _end_of_digits(text: str, number: Number) -> int:
    return re.compile(r"[\d.,]*").match(text, number.start, number.end).end()  # type: ignore[union-attr]
