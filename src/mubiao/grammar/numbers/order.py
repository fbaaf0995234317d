"""Refusals of numbers that count a place in an order: ordinals, ranks, items."""

from __future__ import annotations

from mubiao.grammar.numbers.number import LOOK, Number
from mubiao.grammar.words.numbers import refusals
from mubiao.lexicon.expressions import expression
from mubiao.rule import rule

BASIS = 5  # characters behind a number that say that it was where another began (的高基础上)


@rule(
    "an ordinal",
    takes=["获评第3批国家产教融合试点城市。", "经济总量居全国第12位。", "按照省委十一届十一次全会部署。"],
    refuses=["推出3批惠民项目。"],
    needs=["refusals.ordinal", "session"],
)
def ordinal(text: str, number: Number) -> bool:
    return refusals()["ordinal"].tail(text, 0, number.start) is not None or expression("session").match(text, number.end - 1) is not None


@rule(
    "a place in a ranking",
    takes=[
        "临床医学进入ESI全球前1%。",
        "进入全国百强县前10名。",
        "营商环境排名前10位。",
        "新增国家卫生城镇数量居全省前3位。",
        "学科进入全球前1‰。",
        "营商环境排名提升7位。",
        "综合实力全国百强县前移4位。",
        "营商环境评价位居全省第3位，较上年提升5位。",
        "空气质量在168个重点城市中排名第12位。",
        "36个县域生态变好占比居全国第1位。",
        "税收占比居全市6县市第1位。",
    ],
    refuses=["目前10个项目开工建设。", "居民消费价格上涨2%。", "提前10天完成征迁任务。", "新增院士3位。"],
    needs=["rank_moved", "refusals.rank", "cities_ranked"],
)
def rank(text: str, number: Number) -> bool:
    if number.of("counted") and expression("cities_ranked").match(text, number.end):
        return True
    if number.unit is not None and number.unit.name in refusals()["placed"].words and expression("rank_moved").search(text, *_front(number)):
        return True
    if refusals()["not_rank"].tail(text, max(0, number.start - LOOK), number.start):
        return False
    front = refusals()["rank"].tail(text, max(0, number.start - LOOK), number.start)
    if front is None:
        return False
    units = (refusals()["among"] if front in refusals()["first"].words else refusals()["placed"]).words
    return number.unit is None or number.unit.name in units


@rule(
    "how much the year before made of it, from where it went on",
    takes=["财政收入在上年增长20%的基础上增长15%。"],
    refuses=["财政收入在去年增长20%的基础上增长15%。", "在已建成63家的基础上，新增30家老年食堂。"],
    needed="20% of the year before would be a result of this one",
)
def grown_before(text: str, number: Number) -> bool:
    if not number.of("rate"):
        return False
    found = expression("grown_before").search(text, max(0, number.start - LOOK), number.end + BASIS)
    return found is not None and found.start() < number.start < found.end()


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


def _front(number: Number) -> tuple[int, int]:
    return max(0, number.bounded_start - LOOK), number.bounded_start


@rule(
    "the level of another place, or of an earlier time, in a bracket behind what a figure is measured against, or between it and how far it is above",
    takes=[
        "增速比全省（7.7%）和全国平均水平（7.0%）分别高0.7、1.4个百分点。",
        "增幅高于全国平均水平（5.2%）1.4个百分点。",
        "投资增幅较1-2月（-0.6%）提高18个百分点。",
        "上线率为44.1%，比上年（上线441人、29.2%）增长14.9个百分点。",
        "生产总值增长6%，比全国5%的平均水平高1个百分点。",
    ],
    refuses=["规上工业增加值（7.7%）低于预期。", "建成全国示范村（12个）。", "上半年（7.7%）低于预期。", "生产总值增速高于全国2.2个百分点。"],
    needed="in reports of a half-year 7.7% of the province would be a result of this place",
)
def level_of_other(text: str, number: Number) -> bool:
    level = expression("above_level").search(text, max(0, number.start - LOOK), number.end + LOOK) if number.of("rate") else None
    if level and level.start() < number.start < level.end():
        return True
    if text[number.bounded_end : number.bounded_end + 1] not in ("、", ")") or number.unit is None:
        return False
    return expression("other_before_bracket").search(text, max(0, number.bounded_start - 2 * LOOK), number.bounded_start) is not None
