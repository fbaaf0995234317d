"""What the words in front of a number say of its time: a year, a five-year plan, 去年, 今后五年. The first rule that applies decides."""

from __future__ import annotations

import re
from typing import NamedTuple

from mubiao.grammar.clause.clauses import BRACKET
from mubiao.grammar.numbers.quotes import inside, quoted_spans
from mubiao.lexicon.expressions import expression, patterns
from mubiao.lexicon.loader import load
from mubiao.read.years import plan_years
from mubiao.rule import Rules, first, rule

YEARS = 5  # 年均 without more is told of so many: a term of office, and a five-year plan
TEN = 10  # 十年来
CLOSE = 12  # characters in front of a number that may call it a target


class When(NamedTuple):
    """Time of a reading: stage, first and last year, the part of a year as written, and the rules that said so."""

    stage: str
    year: int
    start: int
    part: str | None = None
    rules: tuple[str, ...] = ()


class Words(NamedTuple):
    """Words that may say of the time of a number.

    Attributes:
        text: the words, up to the number or its comma.
        base: the time that is known from what stands around.
        year: the year that the document plans.
        compared: the number is told against something (低于年度控制目标1.3个百分点), which may be a target without being its own.
        whole: of several years it would be for all.
        level: the number is no growth and no change, so that what it is compared with does not say when it began (较2020年增长60%,达到600亿元).
        position, among: which of the numbers that are told of one thing it is, from 0, and how many they are.
    """

    text: str
    base: When
    year: int
    compared: bool
    whole: bool
    level: bool
    position: int = 0
    among: int = 1


def said(of: Words, passage: str) -> tuple[str, When] | None:
    """The rule that applies and the time that it tells.

    Args:
        passage: holds the words.
    """
    found = first(SAID.within(passage), of)
    return (found[0].name, found[1]) if found else None


@rule(
    "a five-year plan: all its years, or its last",
    takes=["“十四五”期间，新增学位3万个。", "到“十五五”末，研发投入强度达到4%。"],
    refuses=["规上工业增加值较“十二五”时期增长50%。"],
    needs=["said_plan"],
)
def five_year_plan(of: Words) -> When | None:
    """Of a plan that is not over a review tells the years so far."""
    match = next((match for match in expression("said_plan").finditer(of.text) if not match["than"]), None)
    if match is None:
        return None
    begin, last = plan_years(match["name"])
    if not match["whole"]:
        return When("target" if last >= of.year else "result", last, last)
    stage = "result" if last < of.year else "target" if begin >= of.year else of.base.stage
    until = last if stage == "target" else min(last, of.base.year)
    return When(stage, until, min(begin, until) if of.whole else until)


@rule(
    "as many years as numbers: one for each",
    takes=["2022年、2023年，财政收入分别增长5.2%和5.6%。", "到2025年和2027年，森林覆盖率分别达到45%和46%。"],
    refuses=["2022年、2023年，财政收入累计增长15%。", "2024年，进出口、出口分别增长5%和6%。"],
    needs=["years_listed"],
)
def year_handed_out(of: Words) -> When | None:
    listed = [match for match in expression("years_listed").finditer(of.text) if len(expression("year_of_list").findall(match[0])) == of.among]
    if of.among == 1 or not listed:
        return None
    year = int(expression("year_of_list").findall(listed[-1][0])[of.position])
    return When("target" if year >= of.year else "result", year, year)


@rule(
    "a year, or years from one to another",
    takes=["2023年，地区生产总值增长5.5%。", "2025—2027年，新增高新技术企业1500家。", "到2027年，高新技术企业达到1500家。"],
    refuses=["2025年1月10日，统计部门通报，地区生产总值增长5.4%。", "按2017年平均汇率计算，进出口总额增长5%。", "“2027年行动”新增高新技术企业15家。"],
    needs=["said_year"],
)
def year_named(of: Words) -> When | None:
    years = list(expression("said_year").finditer(of.text))
    names = sorted([*quoted_spans(of.text, 0, len(of.text)), *(match.span() for match in BRACKET.finditer(of.text))]) if years else []
    for match in reversed(years):
        if not inside(match.start("year"), names) and not _in_passing(match, of) and not (of.level and match["than"]):
            return _from_year(match, of)
    return None


def _in_passing(match: re.Match[str], of: Words) -> bool:
    """A date that only tells of an event or a yardstick: 2025年1月10日通报, 继2022年12月入选…后, 按2017年平均汇率."""
    behind = of.text[match.end() :]
    earlier = expression("of_earlier").search(of.text)
    if earlier and earlier.start() <= match.start():
        return True  # 恢复到2019年同期的92%
    if expression("of_earlier").search(of.text, 0, match.end()) and expression("of_its_own").match(of.text, match.end()):
        return True  # 是2015年的1.8倍,年均增长8%
    if expression("day_of_event").match(behind) or expression("after_event").search(of.text, 0, match.start()):
        return not match["to"]
    if expression("by_yardstick").search(of.text, 0, match.start()) and expression("yardstick").match(behind):
        return True
    return of.base.stage == "result" and int(match["year"]) > of.base.year and expression("month_behind").match(behind) is not None


def _from_year(match: re.Match[str], of: Words) -> When:
    base, named = of.base, int(match["year"])
    if match["from"] and match["its"] and of.level:
        return When(base.stage, base.year, base.year)  # 由2020年的210亿元增加到312亿元
    if match["than"] or match["from"] or match["behind"]:
        return When(base.stage, base.year, min(named + bool(match["than"]), base.year))
    start = int(match["first"]) if match["first"] else named
    if named >= of.year and not (base.stage == "result" and named <= base.year):
        return When("target", named, min(of.year, named) if match["to"] and of.whole and not match["first"] else min(start, named))
    return When("result", named, min(start, named))


@rule(
    "words right in front of the number call it a target",
    takes=["城镇登记失业率3.91%，控制在年度目标4.5%以内。"],
    refuses=["城镇登记失业率低于年度控制目标1.3个百分点。"],
    needs=["periods.target_of"],
)
def called_target(of: Words) -> When | None:
    asked = of.base.stage == "result" and not of.compared
    close = asked and patterns("periods")["target_of"].search(of.text, max(0, len(of.text) - CLOSE))
    return When("target", of.base.year, of.base.start) if close else None


@rule(
    "the year before the one that is told of, right in front of the number",
    takes=["进出口增长4%，上年为增长2%。", "进出口增长4%，前年增长2%。"],
    refuses=["进出口比上年增长4%。"],
    needs=["year_before"],
)
def year_before(of: Words) -> When | None:
    match = expression("year_before").search(of.text)
    if match is None:
        return None
    told = of.base.year - 1 if of.base.stage == "result" else of.year - 1 - bool(match["two"])
    return When("result", told, told)


@rule(
    "last year: a result, also in a plan",
    takes=["去年，地区生产总值增长6%。"],
    refuses=["固定资产投资比去年增长8%。", "投资增速由上年的1.2%提高到5%。"],
    needs=["periods.last_year"],
)
def last_year(of: Words) -> When | None:
    match = patterns("periods")["last_year"].search(of.text)
    if match is None or expression("than_before").search(of.text, 0, match.start()) or expression("of_last_year_before").search(of.text):
        return None
    return When("result", of.year - 1, of.year - 1) if of.base.stage == "target" else of.base


@rule(
    "the year after the planned one, or two",
    takes=["明年，地区生产总值增长5%。", "到明年年底，新增床位2000张。", "明后两年，新建学校10所。"],
    refuses=["今年，地区生产总值增长5%。"],
    needs=["next_year"],
)
def next_year(of: Words) -> When | None:
    match = expression("next_year").match(of.text) if of.base.stage == "target" else None
    if match is None:
        return None
    last = of.year + 1 + bool(match["both"])
    return When("target", last, of.year + 1 if of.whole else last)


@rule(
    "the planned year, among several",
    takes=["今年，地区生产总值增长5%。", "当年新建学位2万个。"],
    refuses=["明年，地区生产总值增长5%。"],
    needs=["periods.this_year"],
)
def this_year(of: Words) -> When | None:
    planned = of.base.stage == "target" and patterns("periods")["this_year"].match(of.text)
    return When("target", of.year, of.year) if planned else None


@rule(
    "several years together, up to the one that is told of or from the planned one",
    takes=["用好近三年累计投入的50亿元。", "今后五年，地区生产总值年均增长6%左右。", "力争三年内新建公园100个。"],
    refuses=["实施五年行动计划，新增学位3万个。"],
    needs=["several_years"],
)
def several_years(of: Words) -> When | None:
    """近三年 ends with the year that is spoken of, 今后五年 begins with the year that is planned."""
    match = expression("several_years").search(of.text)
    if match is None:
        return None
    digits, base = load().numerals["digit"], of.base
    within = match["within"] or match["both"]
    if within and base.stage == "result":
        return None
    if match["ahead"] or within:
        count = match["coming"] or within
        last = of.year + (int(count) if count.isdigit() else digits[count]) - 1
        return When("target", last, of.year if of.whole else last)
    past = match["past"] or match["since"]
    if past and base.stage == "target":  # 近三年 in a plan looks back
        base = When("result", of.year - 1, of.year - 1)
    return When(base.stage, base.year, base.year - (digits.get(past, TEN) if past else YEARS) + 1 if of.whole else base.year)


SAID = Rules(
    "time", five_year_plan, year_handed_out, year_named, called_target, year_before, last_year, next_year, this_year, several_years
)  # fmt: skip
