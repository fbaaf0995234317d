"""What the words in front of a number say of its time: a year, a five-year plan, 去年, 今后五年. The first rule that applies decides."""

from __future__ import annotations

from mubiao.grammar.clause.clauses import BRACKET
from mubiao.lexicon.expressions import expression, patterns
from mubiao.observe.named_years import five_year_plan, since_five_year_plan, year_handed_out, year_named
from mubiao.observe.when import CLOSE, YEARS, When, Words
from mubiao.read.years import digit
from mubiao.rule import Rules, first, rule


def said(of: Words) -> tuple[str, When] | None:
    """The rule that applies and the time that it tells."""
    found = first(SAID.within(of.text), of)
    return (found[0].name, found[1]) if found else None


@rule(
    "words right in front of the number call it a target",
    takes=["城镇登记失业率3.91%，控制在年度目标4.5%以内。"],
    refuses=[
        "城镇登记失业率低于年度控制目标1.3个百分点。",
        "固定资产投资增长未达预期目标，仅增长2.1%。",
        "重点项目年度计划投资同比增长36%。",
    ],
    needs=["periods.target_of"],
    needed="4.5% that was set would be a result beside 3.91%",
)
def called_target(of: Words) -> When | None:
    asked = of.base.stage == "result" and not of.compared and of.near
    close = patterns("periods")["target_of"].search(of.text, max(0, len(of.text) - CLOSE)) if asked else None
    if close is None or any(char.isdigit() for char in of.text[close.end() :]):  # 年度目标6%左右,实际增长6.5%: that of another number
        return None
    if patterns("modifiers")["previous"].search(of.text, close.end()):
        return None  # 总投资和年度计划投资同比分别增长150%、136%
    return When("target", of.base.year, of.base.start)


@rule(
    "the year before the one that is told of, right in front of the number",
    takes=["进出口增长4%，上年为增长2%。", "进出口增长4%，前年增长2%。", "投资下降11.7%（同期为下降9.8%、去年全年下降5%）。"],
    refuses=["进出口比上年增长4%。", "项目投资增长22.2%，分别高于上年同期、上年全年6.2和5.6个百分点。"],
    needs=["year_before"],
    needed="2% of the year before would be a result of this one",
)
def year_before(of: Words) -> When | None:
    match = expression("year_before").search(of.text)
    if match is None or of.compared:
        return None
    told = of.base.year - 1 if of.base.stage == "result" else of.year - 1 - bool(match["two"])
    return When("result", told, told)


@rule(
    "last year: a result, also in a plan",
    takes=["去年，地区生产总值增长6%。", "五年来，新建公园50个；去年新建公园10个。", "过去一年，地区生产总值增长6%。"],
    refuses=[
        "固定资产投资比去年增长8%。",
        "投资增速由上年的1.2%提高到5%。",
        "居民消费价格指数100.3（上年=100），商品零售价格指数99.8。",
        "市场主体120万户（含去年注销），居民消费价格上涨2%。",
        "二、2025年工作安排\n上年结余0.6亿元，调入资金8亿元。",
    ],
    needs=["periods.last_year", "last_year_opens", "last_year_left"],
)
def last_year(of: Words) -> When | None:
    text = BRACKET.sub("", of.text)  # 市场主体1200户(上年为1000户),…: a bracket that is closed says nothing to those behind it
    years = patterns("periods")["last_year"].finditer(text)
    match = next((one for one in years if not expression("last_year_left").match(text[one.end() :])), None)
    if match is None or expression("than_before").search(text, 0, match.start()) or expression("of_last_year_before").search(text):
        return None
    just_over = of.base.stage == "result" and of.base.year < of.year  # half a year is told of in its own
    told = of.now - 1 if expression("last_year_named").match(match[0]) else of.base.year if just_over else of.year - 1
    if of.base.stage == "result" and told != of.base.year and not expression("last_year_opens").search(text):
        return None  # 增速高于上年2.1个百分点 in a bulletin
    return When("result", told, told)


@rule(
    "the year after the planned one, or two",
    takes=["明年，地区生产总值增长5%。", "到明年年底，新增床位2000张。", "明后两年，新建学校10所。", "一、2024年工作回顾\n明年，新建学校10所。"],
    refuses=["今年，地区生产总值增长5%。"],
    needs=["next_year"],
    needed="5% of the next year would be a target of this one",
)
def next_year(of: Words) -> When | None:
    match = expression("next_year").match(of.text)
    if match is None:
        return None
    coming = of.now + 1
    last = coming + bool(match["both"])
    return When("target", last, coming if of.whole else last)


@rule(
    "the planned year, among several",
    takes=[
        "今后五年，新建公园50个，今年新建公园10个。",
        "当年新建学位2万个。",
        "到2027年，新建公园200个，其中今年新建20个。",
        "一、2024年工作回顾\n今年前两个月，进出口增长8%。",
    ],
    refuses=["明年，地区生产总值增长5%。"],
    needs=["this_year"],
)
def this_year(of: Words) -> When | None:
    """Its first months are over when a report on the year before is read."""
    if of.base.stage == "result" and of.now == of.year and expression("this_year_begun").match(of.text):
        return When("result", of.now, of.now)
    if not expression("this_year").match(of.text) or (of.base.stage == "result" and of.now == of.year):
        return None
    just_over = of.base.stage == "result" or of.now not in (of.year, of.base.year)  # in December the year that is called so is told of
    return When("result" if just_over else "target", of.now, of.now)


@rule(
    "several years together, up to the one that is told of or from the planned one",
    takes=[
        "用好近三年累计投入的50亿元。",
        "今后五年，地区生产总值年均增长6%左右。",
        "力争三年内新建公园100个。",
        "三年累计新增学位2万个。",
        "5年民生领域投入160亿元。",
    ],
    refuses=["实施五年行动计划，新增学位3万个。", "三年任务两年完成，新建公路300公里。"],
    needs=["several_years"],
)
def several_years(of: Words) -> When | None:
    """近三年 ends with the year that is spoken of, 今后五年 begins with the year that is planned."""
    match = expression("several_years").search(of.text)
    if match is None or (match["alone"] and not of.near):  # 三年任务两年完成,新建公路300公里
        return None
    base = of.base
    within = match["within"] or match["both"]
    if within and base.stage == "result":
        return None
    if match["ahead"] or within:
        count = match["coming"] or within
        last = of.year + digit(count) - 1
        return When("target", last, of.year if of.whole else last)
    past = match["past"] or match["since"]
    if past and base.stage == "target":  # 近三年 in a plan looks back
        base = When("result", of.year - 1, of.year - 1)
    summed = match["sum"] or match["alone"]
    many = digit(past or summed) if past or summed else YEARS
    if base.stage == "target" and base.year == of.year:  # 五年新增学位5万个 in a plan of one year
        return When("target", of.year + many - 1, of.year if of.whole else of.year + many - 1)
    return When(base.stage, base.year, base.year - many + 1 if of.whole else base.year)


SAID = Rules(
    "time", five_year_plan, since_five_year_plan, year_handed_out, year_named, called_target, year_before, last_year, next_year, this_year,
    several_years,
)  # fmt: skip
