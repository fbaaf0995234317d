"""Refusals of digits that are no number: codes, fractions, proportions."""

from __future__ import annotations

from mubiao.grammar.numbers.forms import slashed, to_one
from mubiao.grammar.numbers.number import LOOK, Number
from mubiao.grammar.numbers.spelled import STOOD_STILL, fraction_in_words
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.rule import rule

TIMES = "×"  # 2×100万千瓦
UNREADABLE = "\u25a0\u25a1\ufffd"  # a full and an empty square, and what decoding puts for a byte
INNER = ".,"  # signs within a number
STEP = 5  # characters in front of a number that may say that it is a step


@rule(
    "a run of digits that no quantity has",
    takes=["项目代码2024033021200000000001。"],
    refuses=["地区生产总值12345678900元。"],
    needed="a code, or digits that a file ran together, would be a quantity",
)
def too_many_digits(text: str, number: Number) -> bool:
    return number.refused == "too_many_digits"


@rule(
    "digits tied to letters or signs: a code",
    takes=["完成G228国道改造30公里。", "PM2.5浓度下降5%。", "打造3A级景区村庄20个。", "新建5G基站1500个。", "构建8+4现代产业体系。"],
    refuses=["新增光伏装机300MW。", "人均GDP136063元。"],
)
def code(text: str, number: Number) -> bool:
    before, behind = text[number.start - 1 : number.start], text[number.end : number.end + 1]
    if before == TIMES:
        return True
    if not number.before and before.isascii() and (before.isalpha() or before in "+_{#@&=*/\\") and before:
        return number.unit is None or expression("letters_of_measure").search(text, max(0, number.start - LOOK), number.start) is None
    if before == "-" and text[number.start - 2 : number.start - 1].isalnum() and text[number.start - 2].isascii():
        return True
    return number.unit is None and bool(behind) and ((behind.isascii() and behind.isalpha()) or behind in "+_}#@&=*×")


@rule(
    "a sign beside its digits stands for one that could not be read",
    takes=["粮食产量达到8□1.6亿斤。", "最低工资标准年均增幅□.□4%。", "建设高标准农田\ufffd10万亩。"],
    refuses=["□新建公园10个。", "粮食产量达到871.6亿斤□。"],
    needs=list(UNREADABLE),
    needed="1.6亿斤 of 8□1.6亿斤, of which a digit could not be read, would be a result",
)
def torn_digits(text: str, number: Number) -> bool:
    """Squares at the beginning of a line are bullets (■10个项目开工)."""
    line = text[text.rfind("\n", 0, number.start) + 1 : number.start].strip()
    before = line.rstrip(INNER)
    return len(before) > 1 and before[-1] in UNREADABLE


@rule(
    "a sum behind a comma that parts no thousands: a digit is missing or too many",
    takes=["社会保险基金支出比上年增加542,62万元。", "一般公共预算收入1,2345万元。"],
    refuses=["社会保险基金支出比上年增加54,262万元。", "经济总量居全省第3，62亿元项目开工。", "水质优良率居全国前2，62个项目开工。"],
    needs=["broken_thousands"],
    needed="62万元 of 542,62万元 would be a result",
)
def broken_thousands(text: str, number: Number) -> bool:
    return number.in_dimension("money_cny") and expression("broken_thousands").search(text, max(0, number.start - STEP), number.start) is not None


@rule(
    "a slashed number, but a share of what is said in front",
    takes=["完成1/4的任务。", "4/5的行政村建成文化礼堂。"],
    refuses=["亩均增加值达到180万元/亩。", "造船出口规模占全国1/4以上。"],
    needs=["/"],
)
def fraction(text: str, number: Number) -> bool:
    if number.rule == slashed.name:
        return expression("share_before").search(text, max(0, number.bounded_start - LOOK), number.bounded_start) is None
    return (text[number.end : number.end + 1] == "/" and text[number.end + 1 : number.end + 2].isdigit()) or (
        text[number.start - 1 : number.start] == "/" and text[number.start - 2 : number.start - 1].isdigit()
    )


@rule(
    "a fraction in words that says of itself that it is only about so much",
    takes=["港口吞吐量占全省总量三分之二强。"],
    refuses=["港口吞吐量占全省总量三分之二。", "港口吞吐量占全省总量10%强。"],
    needed="三分之二强, more than two thirds, would be 66.67%",
)
def rough_fraction(text: str, number: Number) -> bool:
    return number.rule == fraction_in_words.name and number.after in load().words["particles"]["roughly"]


@rule(
    "a proportion",
    takes=["职业教育师生比达到0.06:1。"],
    refuses=["三次产业结构为3.1:45.6:51.3。", "城乡居民收入比缩小到1.7:1。"],
    needs=[":"],
)
def proportion(text: str, number: Number) -> bool:
    after = text[number.end : number.end + 1] == ":" and text[number.end + 1 : number.end + 2].isdigit()
    before = text[number.start - 1 : number.start] == ":" and text[number.start - 2 : number.start - 1].isdigit()
    return number.unit is None and (number.rule == to_one.name or after or before)


@rule(
    "the share of a tax that a government keeps, in a bracket behind the name of the tax (增值税（50%部分）)",
    takes=["增值税收入（50%部分）67.3亿元。", "企业所得税（40%留成部分）44.2亿元。"],
    refuses=["增值税收入（占50%）67.3亿元。", "50%部分由企业承担。"],
    needs=["share_kept"],
    needed="in budgets 50% would be a result of 增值税收入, beside its sum",
)
def share_kept(text: str, number: Number) -> bool:
    return text[number.start - 1 : number.start] == "(" and expression("share_kept").match(text, number.end) is not None


@rule(
    "two numbers joined by a dash that are no range",
    takes=["完成16-8标段建设。"],
    refuses=["完成8-16公里管网改造。"],
    needed="16-8标段 would be a range, and half of a name a quantity",
)
def range_reversed(text: str, number: Number) -> bool:
    return number.refused == "range_reversed"


@rule(
    "a step of a reckoning",
    takes=["研发投入占比每高出1个百分点加2分。", "经济每增长1个百分点带动就业2万人。", "每新增1家高新技术企业给予奖励。"],
    refuses=["经济增长1个百分点以上。", "每年新增1家高新技术企业。"],
    needs=["step"],
    needed="1个百分点 for which an assessor gives a point would be a target",
)
def step(text: str, number: Number) -> bool:
    return expression("step").search(text, max(0, number.start - STEP), number.start) is not None


@rule(
    "for how many there is one of another",
    takes=["平均每7个人拥有1家企业。", "每5户家庭拥有2辆汽车。", "全国每出口4辆汽车就有1辆本地制造。"],
    refuses=["每个镇拥有1家医院。", "每年新增7个项目。"],
    needs=["for_so_many"],
)
def for_so_many(text: str, number: Number) -> bool:
    return expression("for_so_many").search(text, max(0, number.bounded_start - LOOK), number.bounded_start) is not None


@rule(
    "told to stand level with the year before: at which level, no number says",
    takes=["居民消费价格与上年持平。", "城镇调查失业率5.2%，与上年持平。"],
    refuses=["居民收入与经济增长持平。", "固定资产投资零增长。"],
)
def stood_still(text: str, number: Number) -> bool:
    return number.refused == STOOD_STILL
