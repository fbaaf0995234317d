"""How a number in words is read: 千万辆, 近八成, 翻番, 百分之八, 三分之二."""

from __future__ import annotations

import re

from mubiao.grammar.numbers.number import LOOK, Number
from mubiao.grammar.numbers.values import digit, in_dimension, in_words, resolve, worth
from mubiao.grammar.words.classes import classes
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.rule import rule

TENTH = 10  # per cent
STOOD_STILL = "stood_still"


@rule(
    "a number in words behind a word that it must reach or pass",
    takes=["新能源汽车产量突破千万辆。", "海洋生产总值突破万亿。", "进出口总额超三万亿元。", "农产品加工企业近百家。"],
    refuses=["全市上下千方百计扩大就业，城镇新增就业3万人。", "深化“百千万”工程，新增和美乡村20个。"],
)
def numeral(match: re.Match[str]) -> Number:
    written, magnitude, fuzz, surface = match.groups()
    unit, ratio = resolve(surface)
    return Number(match.start(), match.end(), digit(written) * load().scale(magnitude) * ratio, None, unit, fuzz or "")


@rule(
    "tenths in words",
    takes=["民营企业进出口占比近八成。", "财政民生支出占比超七成。", "旅游总收入增长一成五。"],
    refuses=["坚持改革方向一成不变，民间投资增长8%。"],
)
def tenths(match: re.Match[str]) -> Number:
    whole, parts, half = match.groups()
    part = digit(parts) if parts else TENTH / 2 if half else 0
    return Number(match.start(), match.end(), float(TENTH * digit(whole) + part), None, load().units["%"])


@rule(
    "half in words, behind a word of share, of about or of less",
    takes=["民营经济增加值占比过半。", "新能源汽车产量占全省近半。", "逾半数社区建成养老服务站。", "办理时限压减一半以上。", "跑动次数减半。"],
    refuses=["上半年时间过半、任务过半，投资增长8%。", "近半年新增企业300家。", "对小微企业减半征收所得税，减税3亿元。"],
)
def half(match: re.Match[str]) -> Number:
    return Number(match.start(), match.end(), TENTH * TENTH / 2, None, load().units["%"])


@rule(
    "doubling is growth of 100 %, doubling twice of 300 %",
    takes=["工业总产值翻一番。", "旅游总收入翻了一番。", "城乡居民收入翻两番。", "高新技术企业数量翻番。", "机架规模实现翻倍增长。"],
    refuses=["干部轮番下沉社区300人次。"],
)
def doubling(match: re.Match[str]) -> Number:
    return Number(match.start(), match.end(), float(100 * (2 ** digit(match[1] or "") - 1)), None, load().units["%"])


@rule(
    "no growth at all is growth of 0 %; what only stood level with the year before tells no number",
    takes=["固定资产投资零增长。", "建设用地规模实现零增长。"],
    refuses=["新增零工市场3个。", "居民消费价格与上年持平。"],
    needed="零增长 would be no row, and a plan that asked for none could not be compared",
)
def no_growth(match: re.Match[str]) -> Number | None:
    number = Number(match.start(), match.end(), 0.0, None, load().units["%"])
    if match["level"]:
        number.refused = STOOD_STILL
        begin = max(0, match.start() - LOOK)
        return None if expression("like_another").search(match.string, begin, match.start()) else number
    return number


@rule(
    "a number in words with a magnitude and a unit",
    takes=[
        "全市工业总产值达到一万五千亿元。",
        "新建学校三十所。",
        "常住人口一百九十万零三千九百七十一人。",
        "居民收入增速提高两个百分点。",
        "高新技术企业数量增长近两倍。",
    ],
    refuses=["建设三所学校。", "办成一批实事。", "第三十所学校开工。", "打造百亿产业。", "出台政策三万五件。"],
)
def words(match: re.Match[str]) -> Number | None:
    written, fuzz, surface = match.groups()
    unit, ratio = resolve(surface)
    value = in_words(written)
    if value is None or unit is None:
        return None
    if len(written) == 1 and unit.dimension not in ("points", "multiple") and (value == 1 or not _counts_a_list(match)):
        return None  # 办成|一批|实事
    return Number(match.start(), match.end(), float(value) * ratio, None, unit, fuzz or "")


def _counts_a_list(match: re.Match[str]) -> bool:
    """十件|民生实事: what a report lists is counted by so few; so is what ends the text, where the span of such a row is read again."""
    return match.end() == len(match.string) or classes().lists.head(match.string, match.end(), len(match.string)) is not None


@rule(
    "parts of a hundred, a thousand or a hundred thousand in words",
    takes=["财政收入增长百分之八。", "孕产妇死亡率下降到十万分之8.5。", "研发投入强度提高到百分之一点五七。", "人口自然增长率控制在千分之六以内。"],
    refuses=["三分之二的行政村建成文化礼堂。"],
    needed="what is spoken is written in words: 增长百分之八 would be no figure",
)
def parts(match: re.Match[str]) -> Number | None:
    value = worth(match[2], 1) if match[2][0].isdecimal() else in_words(match[2])
    part = load().numerals["part"][match[1]]
    unit = next((unit for unit in load().units.values() if unit.dimension == "percentage" and unit.factor * part == 100), None)
    return None if value is None or unit is None else Number(match.start(), match.end(), float(value), None, unit)


@rule(
    "a fraction in words, as a percentage of two decimals",
    takes=["三分之二的行政村建成文化礼堂。", "办理时限压减三分之一。", "港口吞吐量占沿海港口总量四分之三以上。"],
    refuses=["财政收入增长百分之八。"],
)
def fraction_in_words(match: re.Match[str]) -> Number | None:
    of, taken = in_words(match[1]), in_words(match[2])
    if not of or not taken or taken >= of or match[1] in load().numerals["part"]:
        return None
    return Number(match.start(), match.end(), round(float(100 * taken / of), 2), None, in_dimension("percentage"))
