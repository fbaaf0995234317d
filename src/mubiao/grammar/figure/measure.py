"""Which kind of figure a number is: an ordered list of rules, the first that applies tells it."""

from __future__ import annotations

from mubiao.grammar.figure.figure import Figure, growing
from mubiao.grammar.words.figures import measures
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.rule import Rules, decided, rule

FEW = 50  # per cent; an index of prices that is told as a level stands near a hundred
NEAR = 4  # characters in which a word for “per head” begins that makes a phrase a ratio (全市|每千人…)


@rule(
    "percentage points: a change",
    takes=["森林覆盖率提高1.2个百分点。", "城镇登记失业率下降0.3个百分点。", "研发投入强度较上年提高0.15个百分点。"],
    refuses=["森林覆盖率提高到58%。"],
)
def percentage_points(figure: Figure) -> str | None:
    return "change" if figure.number.in_dimension("points") else None


@rule(
    "measured against something else: a change",
    takes=["战略性新兴产业增加值增速高于规上工业2%。", "数字经济核心产业增加值增速快于GDP增速3%。"],
    refuses=["固定资产投资增速同比提高3个百分点。", "民营企业贷款占比高于30%。"],
    name="compared",
)
def against_other(figure: Figure) -> str | None:
    return "change" if figure.compared and figure.number.unit else None


@rule(
    "a verb of adding in front of what is counted: an amount that comes new, as with 新增",
    takes=["增加中小学学位2万个。", "增加1万个错时共享停车位。"],
    refuses=["中小学学位增加2万个。", "净增高新技术企业64家。", "比上年增加项目36个。", "增加耕地2.49万亩。"],
)
def added(figure: Figure) -> str | None:
    phrase = figure.phrase
    adds = figure.number.of("counted") and figure.verb in load().words["actions"]["adding"] and "previous" not in phrase.flags
    return "amount" if adds and (phrase.action or phrase.carried or figure.ahead) else None


@rule(
    "a word of change with another unit: a change",
    takes=["高新技术企业比上年增加36个。", "贷款余额1420亿元，比年初新增98亿元。", "市场主体净增2.3万户。", "国有资产总额增加500亿元。"],
    refuses=["实施农村公路提升200公里。", "高新技术企业增加到256家。", "带动4.97万户农牧民持续增收。"],
)
def changed_by(figure: Figure) -> str | None:
    number, phrase, noun = figure.number, figure.phrase, figure.indicator
    if number.unit is None:
        return None
    if number.in_dimension("multiple") and growing(phrase) and figure.ends("multiple_of"):
        return "change"  # 收入倍差缩小0.1倍
    if number.of("rate"):
        return "change" if number.sign and figure.ends("rate_end") and not figure.ends("signed_rate") else None
    more = phrase.action_class == "add" and "previous" in phrase.flags  # 贷款余额1420亿元,比年初|新增98亿元
    whom = number.of("counted")  # 带动4.97万户农牧民增收: who they are
    changes = growing(phrase) or more or phrase.action_class == "change" or (not whom and measures().change_noun.tail(noun, 0, len(noun)))
    return "change" if changes else None


@rule(
    "a percentage with a word of growth: growth",
    takes=["数字产业总产值增长8%以上。", "单位地区生产总值能耗下降3.2%。", "单位GDP二氧化碳排放降低4%。", "一般性支出压减5%以上。"],
    refuses=["PM2.5年均浓度降至28微克/立方米。", "第二产业对经济增长的贡献率为-5.6%。"],
)
def rate_of_growth(figure: Figure) -> str | None:
    signed = figure.number.sign and not figure.ends("contribution")  # 对经济增长的贡献率为-5.6%
    return "growth" if figure.number.of("rate") and (signed or figure.grows) else None


@rule(
    "a percentage promised in one character, of what is no rate: growth",
    takes=["地区生产总值保5%争8%。", "固定资产投资保10%、力争12%。"],
    refuses=["空气优良天数比例保85%争88%。"],
    needed="a gross product of 5% would stand beside its growth",
)
def promised(figure: Figure) -> str | None:
    tier = figure.number.of("rate") and figure.phrase.commitment in load().words["modifiers"]["floor"]
    return "growth" if tier and not figure.ends("rate_noun") and not figure.ends("share") else None


@rule(
    "an index of prices in a few per cent: how far they rose",
    takes=["居民消费价格指数控制在2%。", "居民消费价格总指数3%以内。"],
    refuses=["居民消费价格指数102.1%。", "营商环境指数达到2%。"],
    needs=["price_index_before"],
    needed="prices that rose by 2% would stand at 2%",
)
def rise_of_prices(figure: Figure) -> str | None:
    number = figure.number
    few = number.of("rate") and number.value is not None and number.value < FEW
    return "growth" if few and expression("price_index_before").search(figure.indicator) else None


@rule(
    "a percentage without a word of growth: a ratio",
    takes=["商务楼宇空置率下降到21%。", "财政总收入完成年度预算的108.6%。", "固定资产投资完成年度计划的98%。"],
    refuses=["民间投资占比提高3个百分点。"],
)
def share(figure: Figure) -> str | None:
    return "ratio" if figure.number.of("rate") else None


@rule(
    "a mass by volume, or a quantity by time: an amount",
    takes=["PM2.5年均浓度下降到32微克/立方米。", "PM2.5平均浓度控制在22微克/立方米以下。", "臭氧浓度降到每立方米160微克。"],
    refuses=["港口货物吞吐量达到30万吨。"],
)
def concentration(figure: Figure) -> str | None:
    unit = figure.number.unit
    if unit is None or "/" not in unit.name:
        return None
    dimension, _, per = unit.dimension.partition("/")
    base = load().units.get(per)
    by_volume = dimension == "mass" and base is not None and base.dimension == "volume"
    return "amount" if by_volume or per in load().words["periods"]["unit_of_time"] else None


@rule(
    "counted per person or per unit: a ratio",
    takes=["每千人口托位数达到4.6个。", "亩均税收达到35万元/亩。", "全员劳动生产率达到18万元/人。", "全市万人有效发明专利拥有量达到35件。"],
    refuses=["亩均税收增长8%。", "新增发明专利35件。"],
)
def per_unit(figure: Figure) -> str | None:
    unit = figure.number.unit
    if unit is None:
        return None
    said = figure.indicator.partition("“")[0]
    return "ratio" if "/" in unit.name or any(0 <= said.find(word) < NEAR for word in load().words["particles"]["per"]) else None


@rule(
    "a mean of several years: a ratio",
    takes=["城镇新增就业年均超过70万人。", "年平均新增就业6万人。"],
    refuses=["城镇新增就业超过70万人。", "三年累计新增就业70万人。", "地区生产总值年均增长6%。", "PM2.5年均浓度32微克/立方米。"],
    needed="70万人 by the year would be the sum of five years",
)
def mean_by_year(figure: Figure) -> str | None:
    told = "mean" in figure.phrase.flags and figure.number.unit and not figure.grows
    return "ratio" if told else None


@rule(
    "everything else: an amount",
    takes=["行政审批事项压减至120项。", "院前急救平均反应时间缩短至10分钟以内。", "实际使用外资12亿美元。"],
    refuses=["固定资产投资增长8%。"],
)
def counted(figure: Figure) -> str | None:
    return "amount"


MEASURES = Rules(
    "measure", percentage_points, against_other, added, changed_by, rate_of_growth, promised, rise_of_prices, share, concentration, per_unit,
    mean_by_year, counted,
)  # fmt: skip


def measure(figure: Figure) -> tuple[str, str]:
    """The name of the rule that tells which kind of figure it is, and the kind."""
    return decided(MEASURES, figure)
