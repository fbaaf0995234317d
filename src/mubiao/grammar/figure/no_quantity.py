"""Readings that are refused once thing and measure are known: of nothing, a multiple of another, a mark passed, a change of a change."""

from __future__ import annotations

from mubiao.grammar.clause.comparison import FULFILMENT, OF_EARLIER
from mubiao.grammar.figure.reading import Reading
from mubiao.grammar.phrase.phrase import Phrase
from mubiao.lexicon.loader import load
from mubiao.rule import Rules, rule


@rule(
    "nothing names what is counted",
    takes=["全市完成300个。", "较上年增长8%。"],
    refuses=["全市完成项目300个。"],
)
def nothing(text: str, reading: Reading) -> bool:
    return not reading.pieces


@rule(
    "a multiple of something else (是全国平均的2倍)",
    takes=["人均水资源量是全国平均水平的2.3倍。"],
    refuses=["城乡居民收入倍差为1.7倍。", "数字经济规模增长1.2倍。", "数字经济规模是2020年的2.3倍。", "新启动改造项目21个，是计划任务的2.1倍。"],
)
def multiple_of_other(text: str, reading: Reading) -> bool:
    if reading.relation in (FULFILMENT, OF_EARLIER):
        return False
    told_in_multiples = tuple(load().words["nouns"]["multiple_of"])
    multiple = reading.number is not None and reading.number.in_dimension("multiple") and reading.measure == "ratio"
    return multiple and not reading.indicator(text).endswith(told_in_multiples)


@rule(
    "a mark passed on the way to the figure that follows",
    takes=["财政收入突破300亿元，达到316.5亿元。", "进出口总额跨上600亿元大关，达到620亿元。"],
    refuses=["财政收入突破200亿元，增长12%。", "财政收入突破300亿元，税收收入达到316.5亿元。"],
)
def milestone(previous: Reading, reading: Reading, phrase: Phrase) -> bool:
    before, number = previous.number, reading.number
    if before is None or number is None or before.value is None or number.value is None or previous.pieces != reading.pieces:
        return False
    passed = bool(before.before) and load().bounds["before"][before.before] in ("gt", "ge")
    reached = any(kind in ("reach", "risen") for _, kind in phrase.predicate) and not phrase.action
    return passed and reached and before.unit == number.unit and number.value >= before.value


@rule(
    "by how much a change was more or less than that of the year before",
    takes=["存款余额26亿元，比年初增加6亿元，同比少增0.8亿元。", "存款余额26亿元，比年初增加6亿元，比上年多增0.8亿元。"],
    refuses=["新增贷款186亿元，同比多增12亿元。", "存款余额26亿元，比年初增加6亿元，同比增加3亿元。"],
    needed="a balance that grew by less than it did the year before would have fallen",
)
def change_of_change(previous: Reading, reading: Reading) -> bool:
    same = reading.pieces == previous.pieces and reading.unit == previous.unit
    return same and reading.measure == previous.measure == "change" and reading.action in load().words["predicates"]["more_change"]


@rule(
    "by how much something made a whole grow, where nothing says what did",
    takes=["贡献率达到33.5%。拉动GDP增长3.4个百分点。"],
    refuses=["第三产业拉动GDP增长3.4个百分点。", "第三产业增长5%，拉动GDP增长3.4个百分点。", "推进产业协作，带动本地配套率提高6个百分点。"],
    needed="3.4 points of the growth that one industry made would be a change of GDP",
)
def moved_by_nothing(text: str, reading: Reading) -> bool:
    nouns = load().words["nouns"]
    moved = reading.action in nouns["contributing"] and reading.number is not None and reading.number.in_dimension("points")
    return moved and len(reading.pieces) == 1 and not text.endswith(tuple(nouns["rate_noun"]), *reading.pieces[0][:2])


MARKS = Rules("refusal", milestone)
TWICE = Rules("refusal", change_of_change)
NO_QUANTITY = Rules("refusal", nothing, multiple_of_other, moved_by_nothing)
