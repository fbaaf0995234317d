"""An item built like the one before: it takes over what that ends with, or goes on with it (养老保险参保人数9万人、|失业保险|4万人)."""

from __future__ import annotations

from mubiao.grammar.thing.case import Case
from mubiao.grammar.thing.found import Found, one
from mubiao.grammar.thing.pieces import Pieces
from mubiao.grammar.words.edges import edges
from mubiao.grammar.words.things import heads, nouns, parallels
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.lexicon.vocabulary import plain, vocabulary
from mubiao.rule import rule

ALIKE = 2  # characters that two items end with where they are built alike
KIND = 8  # characters of a noun that names a kind (蔬菜, 住宅)
STEM = 3  # characters of a short noun that may be of the kind of the one before; it may have one more
OVERLAP = 2  # characters that two nouns share where one goes on with the other
BULK = {"mass", "volume"}  # dimensions of fuels


@rule(
    "the other of a pair takes the head of the first",
    takes=["年末金融机构存款余额1560亿元，贷款余额980亿元。"],
    refuses=["年末金融机构存款余额1560亿元，不良贷款率1.2%。"],
)
def parallel(case: Case) -> Found | None:
    """年末金融机构存款余额…, 年末贷款余额…: the other of a pair takes the place of the first."""
    head = case.state.head
    if not case.named or not head:
        return None
    text, (low, high) = case.text, case.span
    for word, other in parallels().items():
        rest = text[low : high - len(word)]
        if text.endswith(word, low, high) and text.endswith(other, *head[-1][:2]) and text.startswith(rest, head[0][0]):
            begin, stop = head[-1][:2]
            return one(*head[:-1], (begin, stop - len(other)), (high - len(word), high))
    return None


@rule(
    "a noun that begins as the one before ends goes on with it",
    takes=["采矿权出让26宗、出让收益8.5亿元。"],
    refuses=["采矿权出让26宗、土地收益8.5亿元。", "新增高新技术企业30家、企业研发机构40家。"],
    needed="8.5亿元 would be of any 出让, not of that of 采矿权",
)
def overlap(case: Case) -> Found | None:
    """土地出让30宗、出让收益60亿元: a noun that begins as the one before ends goes on with it."""
    head, (low, high), unit = case.state.head, case.span, case.segment.number.unit
    if not case.named or case.segment.first or case.phrase.action or not head or high - low <= OVERLAP:
        return None
    if case.segment.number.of("counted") and unit and unit.name == case.state.head_unit:
        return None  # 高新技术企业30家、|企业研发机构|40家: counted beside it
    begin, stop = head[-1][:2]
    if stop - begin <= OVERLAP or case.text[stop - OVERLAP : stop] != case.text[low : low + OVERLAP]:
        return None
    return one(*head[:-1], (begin, stop - OVERLAP), (low, high))


@rule(
    "a noun that begins as the topic in front ends goes on with it",
    takes=["边民补助提标扩面，补助标准提高到167元。", "边民服务提质增效，服务人口达到3200人。"],
    refuses=["边民补助提标扩面，低保标准提高到167元。"],
    needed="167元 would be of any 补助, not of that of 边民",
)
def overlaps_topic(case: Case) -> Found | None:
    """边民补助提标扩面,|补助标准: what a clause without a number spoke of."""
    topic, (low, high) = case.state.topic.said, case.span
    opens = case.segment.first or low == case.segment.clause[0]  # in front of where a change began, too
    if not case.named or not opens or case.phrase.action or len(topic) != 1 or high - low <= OVERLAP:
        return None
    begin, stop = topic[0][:2]
    alike = stop - begin > OVERLAP and case.text[stop - OVERLAP : stop] == case.text[low : low + OVERLAP]
    if not alike or "、" in case.said(topic[0]) or plain(case.noun) in vocabulary().forms:
        return None
    return one((begin, stop - OVERLAP), (low, high))


@rule(
    "an item built like the one before takes over its end",
    takes=[
        "职工医保参保人数7万人、居民医保4.6万人。",
        "第二产业增加值320亿元，第三产业450亿元。",
        "采矿业增加值增长5%，制造业增长7%。",
        "探明石油储量3000万吨、天然气200亿立方米。",
    ],
    refuses=["职工医保参保人数7万人、基金支出5.9亿元。", "工业企业营业收入增长15.6%；省级认定的高新技术企业300家。"],
)
def tail_before(case: Case) -> Found | None:
    """养老保险参保人数9万人、失业保险4万人; 城镇居民人均可支配收入增长5%,农村居民增长6%: an item built like the one before
    takes over what that ends with."""
    if not case.named or case.phrase.action or not case.state.head:
        return None
    rates = case.segment.number.of("rate")
    if not rates and case.text.endswith(tuple(nouns()["rate_noun"]), *case.state.head[-1][:2]):
        return None  # 研发投入占比1.26%、高新技术企业8200家
    unit = case.segment.number.unit
    if case.segment.number.of("counted") and unit and unit.name != case.state.head_unit:
        return None  # 企业营业收入增长15.6%;…认定的企业300家: what is counted is not what was measured in another unit
    tail = _list_tail(case, case.state.head) or _same_kind(case, case.state.head) or _of_sector(case, case.state.head)
    return one(case.span, tail) if tail else None


@rule(
    "a short noun that begins like the one before is of the same kind",
    takes=["新增省级休闲农业示范镇3个、示范点5个。"],
    refuses=["新增省级休闲农业示范镇3个、旅游示范点5个。"],
    needed="示范点5个 would be of any kind, not 省级",
)
def same_stem(case: Case) -> Found | None:
    """省级休闲农业示范镇3个、|示范点|5个: of the same kind, at another place."""
    head, (low, high), unit = case.state.head, case.span, case.segment.number.unit
    if not case.named or case.segment.first or case.phrase.action or not head or not STEM <= high - low <= STEM + 1:
        return None
    begin, stop = head[-1][:2]
    cut = stop - (high - low)
    alike = cut > begin and case.text[cut : stop - 1] == case.text[low : high - 1] and case.text[stop - 1] != case.text[high - 1]
    return one(*head[:-1], (begin, cut), case.span) if alike and unit and unit.name == case.state.head_unit else None


@rule(
    "things told at one stage after another are the same things",
    takes=["招商引资新签约项目215个，新开工项目88个，新投产项目34个。"],
    refuses=["招商引资新签约项目215个，新开工重点项目88个。", "在建项目215个，竣工项目88个。", "招商引资新签约项目215个，新增企业88家。"],
    needed="开工88个 would be 88 of any 项目, not of those of 招商引资",
)
def at_next_stage(case: Case) -> Found | None:
    """招商引资新签约项目215个,新开工|项目|88个: whose projects they are was said of those before."""
    head, verb, unit = case.state.head, case.phrase.last_verb, case.segment.number.unit
    if not case.named or verb is None or not head or case.noun not in nouns()["thin"] or not _is_stage(case.said(verb)):
        return None
    low, high = head[-1][:2]
    cut = high - len(case.noun)
    if not case.text.endswith(case.noun, low, high) or not unit or unit.name != case.state.head_unit:
        return None
    if cut == low:
        return one(*head[:-1], case.span) if len(head) > 1 else None
    while cut > low and (word := edges().actions.tail(case.text, low, cut) or edges().new.tail(case.text, low, cut)):
        cut -= len(word)
    stage = expression("stage_of_work").match(case.text, low, high)  # 在建|项目223个,竣工项目60个: the one is none of the other
    return one(*head[:-1], (low, cut), case.span) if cut > (stage.end() if stage else low) else None


def _is_stage(verb: str) -> bool:
    """新开工, 投产: whether a verb tells how far things went."""
    return any(verb.endswith(word) for word in edges().stages)


def _same_kind(case: Case, head: Pieces) -> tuple[int, int] | None:
    """粮食产量650万吨;蔬菜120万吨; 商品房销售面积…,其中住宅443万平方米: what is measured by weight or area like the one before is
    measured in the same way."""
    number, (low, high) = case.segment.number, head[-1][:2]
    bears = number.of("money") and case.noun.endswith(tuple(nouns()["bearer"]))
    made = case.text.endswith(tuple(nouns()["flow_end"]), low, high)  # 整车产量200万辆、新能源汽车140万辆
    part = number.of("money") and case.state.parts.open and not case.segment.bracket  # 房地产开发投资310亿元,其中|住宅|240亿元
    weighed = bears or made or part or (number.of("scale") and not number.of("counted") and not number.of("money"))
    if not weighed or not _same_unit(case) or _fixed(case) or len(case.noun) > KIND:
        return None
    tail = heads().metric.tail(case.text, low, high)
    has_it = case.noun.endswith(case.text[high - ALIKE : high])  # 到位资金600亿元,其中|省外资金|450亿元
    return (high - len(tail), high) if tail and not has_it and (len(tail) < high - low or len(head) > 1) else None


def _same_unit(case: Case) -> bool:
    """石油储量3000万吨、|天然气|200亿立方米: gases are told by volume beside what is weighed."""
    unit, before = case.segment.number.unit, load().units.get(case.state.head_unit)
    if unit is None or before is None or unit.name == before.name:
        return unit is not None and unit.name == case.state.head_unit
    return {unit.dimension, before.dimension} == BULK and len(case.noun) > ALIKE and case.noun.endswith(tuple(nouns()["by_volume"]))


def _of_sector(case: Case, head: Pieces) -> tuple[int, int] | None:
    """采矿业增加值增长5%,|制造业|增长7%: a sector grows by the measure of the sector before."""
    low, high = head[-1][:2]
    ends = tuple(nouns()["sector_end"])
    grown = any(kind in ("rise", "fall") for _, kind in case.phrase.predicate)
    tail = heads().metric.tail(case.text, low, high) if grown and case.noun.endswith(ends) and len(case.noun) > ALIKE else None
    whose = (low, high - len(tail or ""))
    if tail and whose[0] == whose[1] and len(head) > 1:
        whose = head[-2][:2]  # 采矿业增加值…,制造业|增长7%,|建筑业|增长6%
    if not tail or not case.text.endswith(ends, *whose):
        return None
    known = vocabulary().forms  # 农林牧渔业总产值增长5%、|第一产业|增长4.8%: known by itself, and not by that measure
    alone = plain(case.noun) in known and plain(case.noun + tail) not in known
    return None if alone else (high - len(tail), high)


def _fixed(case: Case) -> bool:
    """Whether a noun says by itself how it is measured, or a word of growth stands behind it."""
    grown = any(kind in ("rise", "fall", "limit") for _, kind in case.phrase.predicate)
    made = expression("made_by").search(case.text, *case.span) is not None  # 水稻年产|15万吨
    return grown or made or heads().metric.tail(case.text, *case.span) is not None or heads().end.tail(case.text, *case.span) is not None


def _list_tail(case: Case, head: Pieces) -> tuple[int, int] | None:
    text, (low, high) = case.text, case.span
    begin, stop = head[0][:2]
    metric = heads().metric
    own = metric.tail(text, low, high)
    if len(head) == 2 and not own and text[stop - ALIKE : stop] == text[high - ALIKE : high]:
        return head[1][:2]  # the item before has taken it over, too
    alike = text.rfind(text[high - ALIKE : high], begin + 1, stop - ALIKE) + ALIKE
    if high - low < 3 or alike <= ALIKE or own:
        return None
    rest = metric.tail(text, alike, stop)
    bearer = text[low:high].endswith(tuple(nouns()["bearer"]))
    whole = len(rest or "") == stop - alike or heads().per_head.head(text, alike, stop) is not None  # 居民|人均生活消费支出
    return (alike, stop) if rest and (bearer if case.phrase.predicate else whole) else None
