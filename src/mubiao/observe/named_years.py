"""Years and five-year plans that are named in front of a number: 2023年, 2025—2027年, “十四五”期间."""

from __future__ import annotations

import re

from mubiao.grammar.clause.clauses import BRACKET
from mubiao.grammar.numbers.quotes import inside, quoted_spans
from mubiao.lexicon.expressions import expression
from mubiao.observe.when import When, Words
from mubiao.read.years import plan_years
from mubiao.rule import rule


@rule(
    "a five-year plan: all its years, or its last",
    takes=[
        "“十四五”期间，新增学位3万个。",
        "“十三五”以来，新增学位3万个。",
        "“十四五”累计新增学位3万个。",
        "“十三五”新建校舍30万平方米。",
        "到“十五五”末，研发投入强度达到4%。",
    ],
    refuses=["规上工业增加值较“十二五”时期增长50%。", "地区生产总值由“十二五”末的6557亿元增加到9017亿元。"],
    needs=["said_plan"],
)
def five_year_plan(of: Words) -> When | None:
    """Of a plan that is not over a review tells the years so far; since a plan (“十三五”以来) goes on beyond its end."""
    match = next((match for match in expression("said_plan").finditer(of.text) if not match["than"]), None)
    if match is None:
        return None
    begin, last = plan_years(match["name"])
    if match["whole"] is None:
        return When("target" if last >= of.year else "result", last, last)
    stage = "result" if last < of.year else "target" if begin >= of.year else of.base.stage
    until = last if stage == "target" else of.year - 1 if match["since"] is not None else min(last, of.base.year)
    return When(stage, until, min(begin, until) if of.whole else until)


@rule(
    "held against the end of a five-year plan: the years since",
    takes=["规上工业企业比“十三五”末增加138家。", "地方财政收入较“十三五”期末增长1.4倍。"],
    refuses=["规上工业增加值较“十二五”时期增长50%。", "地区生产总值由“十三五”末的6557亿元增加到9017亿元。"],
    needs=["said_plan"],
    needed="138家 of five years would be of one",
)
def since_five_year_plan(of: Words) -> When | None:
    *_, match = (None, *(found for found in expression("said_plan").finditer(of.text) if found["than"] and not found["whole"]))
    last = plan_years(match["name"])[1] if match and not of.level else of.base.year
    return When(of.base.stage, of.base.year, last + 1) if last < of.base.year else None


@rule(
    "as many years as numbers: one for each",
    takes=["2022年、2023年，财政收入分别增长5.2%和5.6%。", "到2025年和2027年，森林覆盖率分别达到45%和46%。"],
    refuses=["2022年、2023年，财政收入累计增长15%。", "2024年，进出口、出口分别增长5%和6%。"],
    needs=["years_listed"],
    needed="5.2% and 5.6% would be of one year",
)
def year_handed_out(of: Words) -> When | None:
    if of.among == 1:
        return None
    listed = [match for match in expression("years_listed").finditer(of.text) if len(expression("year_of_list").findall(match[0])) == of.among]
    if not listed:
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
    if _told_anew(behind):
        return True
    if expression("day_of_event").match(behind) or expression("after_event").search(of.text, 0, match.start()):
        return not match["to"]
    if expression("by_yardstick").search(of.text, 0, match.start()) and expression("yardstick").match(behind):
        return True
    return of.base.stage == "result" and int(match["year"]) > of.base.year and expression("month_behind").match(behind) is not None


def _told_anew(behind: str) -> bool:
    """在2021年突破千亿元后,…达1100亿元; 2021年突破千亿元,今年达1100亿元: what was passed in an earlier year, or this year is named behind it."""
    if expression("passed_then").match(behind):
        return True
    return any(expression("this_year").match(behind, at + 1) for at, mark in enumerate(behind) if mark == ",")


def _from_year(match: re.Match[str], of: Words) -> When:
    base, named = of.base, int(match["year"])
    if match["from"] and match["its"] is not None and of.level:
        return When(base.stage, base.year, base.year)  # 由2020年的210亿元增加到312亿元
    if match["behind"] and not of.whole:
        return When(base.stage, base.year, base.year)  # 2021年以来,研发投入强度达到3%: a level is of the last
    if match["than"] or match["from"] or match["behind"]:
        later = bool(match["than"]) or match["its"] is not None  # 比2020年增长60%, 由2020年的210亿元…,年均增长8%: from the year behind it
        return When(base.stage, base.year, min(named + later, base.year))
    start = int(match["first"]) if match["first"] and of.whole else named  # 2020年到2024年,贡献率从17%提升到35%: a level is of the last
    if named >= of.year and not (base.stage == "result" and named <= base.year):
        return When("target", named, min(of.year, named) if match["to"] and of.whole and not match["first"] else min(start, named))
    return When("result", named, min(start, named))
