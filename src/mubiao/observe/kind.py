"""What the place of a reading adds to its kind of figure: growth that needs no word, floors of every year, bounds of a fall."""

from __future__ import annotations

from functools import lru_cache

from mubiao.grammar.figure.reading import Reading
from mubiao.grammar.figure.stock import said_total
from mubiao.grammar.thing.newly import says_new
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.lexicon.vocabulary import vocabulary
from mubiao.observe import fits, indicators
from mubiao.observe.when import When
from mubiao.rule import Rules, rule

PERCENT = "%"


@rule(
    "a percentage of an indicator that is never a share: growth (地区生产总值6%左右)",
    takes=["地区生产总值6%左右。", "地区生产总值只有3%。"],
    refuses=[
        "地区生产总值增长6%左右。",
        "城镇调查失业率5%左右。",
        "民生支出保持在70%以上。",
        "把八成左右的财政支出用于民生。",
        "过夜游客占三成以上。",
        "固定资产投资完成90%。",
    ],
    needed="a target told as 地区生产总值6%左右 would be a share, and never meet its result",
)
def only_growth(reading: Reading, phrase: str, named: indicators.Named | None) -> str | None:
    """Shares of a plan (投资完成90%) and levels of an index are none, nor is what a part of the indicator is told of."""
    if not is_percentage(reading) or named is None or named.scope or reading.relation is not None or expression("index_before").search(phrase):
        return None
    in_front = bool(reading.pieces) and reading.number is not None and reading.number.start < reading.pieces[0][0]  # 八成的财政支出
    if in_front or _is_kept_level(reading, named.id) or expression("share_told").match(reading.action):
        return None
    usual = fits.usual_measure(named.id, reading.measure)
    return usual if usual != reading.measure else None


@rule(
    "what is kept at a percentage, of an indicator that is never a growth: the word of growth in front is the other member's",
    takes=["城镇调查失业率、居民消费价格涨幅分别控制在5%和3%以内。"],
    refuses=["居民消费价格涨幅控制在3%以内。", "城镇调查失业率控制在5%以内。", "每万人口发明专利拥有量实现翻番。"],
    needed="5% would be growth of 城镇调查失业率, and never meet its result",
)
def only_share(reading: Reading, phrase: str, named: indicators.Named | None) -> str | None:
    if not is_percentage(reading) or named is None or reading.measure != "growth" or not reading.action.endswith(_levels()):
        return None
    known = vocabulary().by_id[named.id]
    return "ratio" if known.unit == PERCENT and "ratio" in known.measures and "growth" not in known.measures else None


def made_in_year(text: str, reading: Reading, phrase: str, known: str | None, time: When) -> bool:
    """1-6月累计接待游客544万人次, 地区生产总值累计完成246亿元, 累计接待游客544万人次,|同比增长8%: no running total, but what was made in the
    year or a part of it."""
    if known is None or vocabulary().by_id[known].nature != "flow":
        return False
    grown = expression("grown_behind").match(text, reading.number.bounded_end) if reading.number else None
    held = grown is not None and not (grown["mean"] and said_total.name in reading.more_rules)  # 累计完成3860亿元,|年均增长38.6%: of all years
    of_one_year = time.start == time.year and (held or expression("year_account").search(phrase) is not None)
    return time.part is not None or of_one_year


def _is_kept_level(reading: Reading, indicator_id: str) -> bool:
    """What is kept at a percentage or reaches one, of a thing whose levels are amounts, is a share: 财政民生支出保持在70%以上."""
    words = load().words["comparable"]
    reaches = reading.action.endswith(tuple(words["reaching"])) and reading.action not in words["possesses"]
    return reaches and "amount" in vocabulary().by_id[indicator_id].measures


@rule(
    "a floor or a duty of every year, not the figure of one: 连续9年稳定在1300亿斤以上, 每年办好10件实事",
    takes=["粮食产量连续9年稳定在1300亿斤以上。", "每年新建口袋公园50个。"],
    refuses=["粮食产量稳定在1300亿斤以上。"],
    needs=["standing"],
)
def standing(text: str, reading: Reading) -> bool:
    return expression("standing").search(text, reading.clause[0], reading.span[0]) is not None


@rule(
    "a count behind the names of some of what it counts: another list of the same document has its own (加快光谷等5500个重大项目建设)",
    takes=["加快光谷、楚能新能源二期等5500个重大项目建设。"],
    refuses=["加快5500个重大项目建设。", "5500个重大项目等建设加快。"],
    needs=["examples_end"],
)
def exemplified(text: str, reading: Reading) -> bool:
    return reading.number is not None and expression("examples_end").search(text, reading.clause[0], reading.number.bounded_start) is not None


@rule(
    "the growth of what is new of a stock, which is not that of the stock",
    takes=["新登记市场主体增长13.5%。", "新设外资企业520家、增长27.5%。"],
    refuses=["市场主体增长13.5%。", "新设外资企业520家。", "外资企业新增520家、总数增长5%。"],
)
def growth_of_new(text: str, reading: Reading) -> bool:
    return reading.measure == "growth" and bool(reading.pieces) and (reading.action_kind == "add" or says_new(text, *reading.pieces[0][:2]))


@rule(
    "what only rises or falls, without a number, where it is no canonical indicator: nothing can be held against it",
    takes=["行业差距持续缩小。"],
    refuses=["城乡居民收入倍差持续缩小。"],
    needed="what nothing can be held against (行业差距持续缩小) would be a target",
)
def trend_of_unknown(reading: Reading, known: str | None) -> bool:
    return reading.relation == "trend" and known is None


UNKNOWN = Rules("refusal", trend_of_unknown)
GROWTH = Rules("measure", only_growth, only_share)
MARKS = Rules("measure", standing, exemplified, growth_of_new)


@lru_cache(maxsize=1)
def _levels() -> tuple[str, ...]:
    """Words behind which a level stands: 控制在, 保持在, 达到."""
    return tuple(load().table("predicates", "reach", "hold", "limit"))


def is_percentage(reading: Reading) -> bool:
    return reading.unit == PERCENT


def bound(text: str, reading: Reading, time: When) -> tuple[str, str | None]:
    """A plan to bring something down to a number is a bound; a review that it fell to it is its value.

    What is compared with a target does not bound it: 低于7%的年度目标.
    """
    if reading.number and reading.comparator in ("lt", "gt") and expression("compared_with_aim").match(text, reading.number.bounded_start):
        return "eq", None
    if reading.fallen and reading.comparator == "eq" and time.stage == "target":
        return "le", reading.action
    return reading.comparator, reading.modifier
