"""The head that a noun takes over from what was said before: 粮食播种面积…、|产量, 国家级高新技术企业8家、|省级|20家."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mubiao.grammar.phrase.verbs import verb_at
from mubiao.grammar.thing.objects import next_statement, without_progress
from mubiao.grammar.thing.pieces import WORD, Pieces
from mubiao.grammar.thing.relational import bare_of, relational
from mubiao.grammar.words.classes import classes
from mubiao.grammar.words.edges import edges
from mubiao.grammar.words.things import heads, relating
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load


def with_head(text: str, subject: Pieces, own: tuple[int, int]) -> Pieces:
    """Put the head in front of a noun that needs one; a noun of measure takes the place of the head's own
    (粮食播种面积…、产量 -> 粮食产量), a noun of total or share stands behind it (地区生产总值…、总量)."""
    nouns, said = load().words["nouns"], text[slice(*own)]
    if len(subject[-1]) > 2:
        return (*subject, own)  # 一、二、三产业|分别实现|增加值: what a word is made of has no measure of its own to leave out
    for share in ("share_of_what", "share_of_all"):  # 民营经济增加值|占GDP的比重58%、|从业人员; 棉花产量|占全国九成、|就地转化率
        low, high = subject[-1][0], subject[-1][1]
        if of_what := expression(share).search(text, low + (len(subject) == 1), high):
            subject = (*subject[:-1], *(((low, of_what.start()),) if of_what.start() > low else ()))
    total = said in nouns["total"] and not text.endswith((*nouns["total"], said[-WORD:]), *subject[-1][:2])
    if total or said in nouns["share"] or said in nouns["share_done"]:
        return (*subject, own)
    if said in nouns["intensity"] and text.endswith(tuple(nouns["intensity_of"]), *subject[-1][:2]):
        return (*subject, own)  # 研发投入|强度
    if said in nouns["level"] and text.endswith(said, *subject[-1][:2]):
        return subject  # 各项存款余额1266亿元,…,|余额|比年初增加111亿元: the same, and not 各项余额
    if text.startswith(tuple(nouns["share_of"]), *own):
        subject = without_share(text, subject)
    for word in nouns["share_of"]:
        at = text.find(word, own[0] + 1, own[1])
        if at > 0 and text[at : own[1]] not in nouns["share"] and relational(text[own[0] : at]):
            return (*with_head(text, subject, (own[0], at)), (at, own[1]))  # 高新技术产业产值…、增加值|占GDP
    low, high = subject[-1][0], subject[-1][1]
    if text.endswith(tuple(nouns["traded"]), *own) and (dated := expression("at_year_end").match(text, low, high)):
        low = dated.end()  # 年末|生猪存栏…,出栏: no day has it
    if said in nouns["herd"] and (kept := expression("herd_in_front").match(text, low, high)):
        low = kept.end()  # 年出栏|生猪…、|存栏
    if earns_nothing(text, (low, high), own):
        return (own,)
    if said in nouns["total_of"] or said in nouns["put_in"]:
        high = _without_fate(text, low, high)
    if fate := expression("fate_behind").search(text, low + WORD, high):
        high = fate.start()
    stop = _end_of_head(text, (low, high), own, len(subject) == 1)
    if said in nouns["harvest"] and (grown := expression("ends_in_growing").search(text, low + WORD, stop)):
        stop = grown.start()  # 粮食|播种11.34万亩、|总产量, 杨梅|栽培面积11.2万亩,|产值
    if stop == high:
        return (*subject[:-1], (low, high), own)
    front = text[low:stop]
    stays = front not in ("", said) and front not in load().words["particles"]["whole"]  # 税收占比69%,|税收|增长3%
    return (*subject[:-1], *(((low, stop),) if stays else ()), own)


def _without_fate(text: str, low: int, high: int) -> int:
    """12个|项目|入选省重点,总投资: what became of things that say too little alone is counted with them, and has no money."""
    thin = max((word for word in load().words["nouns"]["thin"] if text.startswith(word, low, high)), key=len, default="")
    acts = low + len(thin)
    return acts if thin and acts < high and (next_statement(text, low, high) == acts or without_progress(text, low, high) == acts) else high


def _end_of_head(text: str, head: tuple[int, int], own: tuple[int, int], alone: bool) -> int:
    """Where a head ends once the measure is left out that its noun takes the place of.

    Args:
        alone: whether nothing but the head stands in front of the noun.
    """
    low, high = head
    base = max(own[0], own[1] - WORD)
    if text[own[0] : base] in load().words["particles"]["whole"] and text.endswith(text[base : own[1]], low, high) and high - low > WORD:
        return high - WORD  # 地铁运营里程…、总里程 -> 地铁运营总里程
    nouns, tail = load().words["nouns"], heads().metric.tail(text, low, high) or ""
    alike = tail in nouns["share"] and text.endswith(tail, *own)  # “四新”经济增加值占比…、投资占比
    relates = alike or relational(text[slice(*own)]) or text[slice(*own)] in nouns["belongs"]
    stems = nouns["relational_stem"]
    if not tail and text[slice(*own)] in stems and (stem := next((word for word in stems if text.endswith(word, low + WORD, high)), "")):
        return high - len(stem)  # 发明专利申请…、授权 -> 发明专利授权
    shared = heads().shared.head(text, *own) if relates else None
    if relates and (other := expression("measured_otherwise").search(f"{text[low:high]},{text[slice(*own)]}")):
        return low + other.start()
    if verb_at(text, *own):
        return high  # 创业担保贷款…、|带动就业: what the whole head did
    if relates and (host := host_of(text, low, high)):
        return host[1]  # A级景区接待游客…、门票收入 -> A级景区门票收入
    measures = tail and (relates or heads().metric.tail(text, *own) == text[slice(*own)])
    if relates and not alone and relational(text[low:high]):
        return low  # 新能源产业|装机规模…、发电量占比 -> 新能源产业发电量占比
    if measures and len(tail) < high - low:
        stop = _without_time(text, low, _without_sale(text, low, _without_stem(text, (low, high - len(tail)), tail, own, shared or "")))
        spare = text[stop - 1] in load().words["particles"]["whole"] or edges().new.tail(text, low, stop) == text[stop - 1]
        return stop - (spare and stop - low > WORD)  # 粮食|总|产量…、播种面积, 园区|新|入园企业…、入库税金
    if shared and text.endswith(shared, low, high) and len(shared) < high - low:
        return high - len(shared)  # 清洁能源发电装机…、装机占比 -> 清洁能源发电装机占比
    if measures and not alone:
        return low  # 渔业|受台风影响|产量…、产值 -> 渔业产值
    if relates and not tail and (begin := bare_of(text, low, high)) < high:
        if text.startswith(text[slice(*own)][:WORD], begin - 1, high):
            begin -= 1  # 空气质量优良天数…、优良率 -> 空气质量优良率
        return begin - len(relating().prefix.tail(text, low, begin) or "")  # 学前教育毛入园率…、普惠率; 生猪饲养量…、出栏量
    if relates and high - low > WORD and text.startswith(text[high - WORD : high], *own):
        return high - WORD  # 养老保险参保…、参保率 -> 养老保险参保率
    return high


def host_of(text: str, low: int, high: int) -> tuple[int, int] | None:
    """|A级景区|接待游客: who took in the guests."""
    found = expression("takes_in_guests").fullmatch(text, low, high)
    return found.span("host") if found else None


def _without_stem(text: str, head: tuple[int, int], tail: str, own: tuple[int, int], shared: str) -> int:
    """Where a head without its measure ends once what its noun says again is left out.

    Args:
        tail: the measure; ``shared``: the measure that the noun begins with, "" for none.
    """
    low, stop = head
    share = load().words["nouns"]["share"]
    if tail in share and text.endswith(tuple(share), *own) and (of := heads().shared.tail(text, low, stop)) and len(of) < stop - low:
        return stop - len(of)  # 清洁能源装机占比…、发电量占比 -> 清洁能源发电量占比
    if shared and text.endswith(shared, low, stop) and len(shared) < stop - low:
        return stop - len(shared)  # 清洁能源发电装机规模…、装机占比 -> 清洁能源发电装机占比
    return stop


def _without_sale(text: str, low: int, high: int) -> int:
    """规上工业|销售|收入…、利润 -> 规上工业利润: how the money came in is not said of what else there is."""
    found = expression("of_sale").search(text, low, high)
    return found.start() if found else high


def _without_time(text: str, low: int, high: int) -> int:
    """生猪|年末|存栏…,全年出栏: when a stock was counted is not said of what is sold."""
    found = expression("ends_at_year_end").search(text, low + WORD, high)
    return found.start() if found else high


def without_share(text: str, subject: Pieces) -> Pieces:
    """专利申请量占全市41%,|占全省36%: what is a share of another is the thing, not its first share."""
    *front, (low, high, *_) = subject
    at = min((at for word in load().words["nouns"]["share_of"] if (at := text.find(word, low, high)) >= 0), default=high)
    return (*front, (low, at)) if low < at < high else tuple(front) if at == low and front else subject


def earns_nothing(text: str, head: tuple[int, int], own: tuple[int, int]) -> bool:
    """固定资产投资…、|税收|: what money is laid out for has no earnings of its own."""
    nouns = load().words["nouns"]
    return text[slice(*own)] in nouns["earned"] and text.endswith(tuple(nouns["laid_out"]), *head)


def is_qualifier(text: str, start: int, end: int) -> bool:
    """Whether a span is nothing but a level or kind: 省级, 城市, 千亿级."""
    level = qualifier_at(text, start, end)
    rest = text[start + len(level) : end]
    return start < end and bool(level) and (not rest or rest in load().bounds["after"])


def qualifier_at(text: str, start: int, end: int) -> str:
    """The level or kind that a span begins with, "" where there is none."""
    size = expression("of_size").match(text, start, end)
    return max(heads().qualifier.head(text, start, end) or "", size[0] if size else "", key=len)


def borrow_head(text: str, start: int, end: int, before: Pieces) -> Pieces | None:
    """国家级高新技术企业8家、省级20家: the head that a bare qualifier, or a bare class (50亿元以上), takes over from the
    phrase before."""
    if not before:
        return None
    low, high = before[0][0], before[0][1]
    for of_all in ("at_year_end", "whole_place"):  # 年末A级景区15家,其中|4A级|6家
        if at := expression(of_all).match(text, low, high):
            low = at.end()
    told = expression("class_by_bound").fullmatch(text, low, high)
    if told and told["measured"] and expression("of_bound").fullmatch(text, start, end):
        thing = ((told.end("bound"), high),) if told["thing"] else ()
        return ((low, told.end("measured")), (start, end), *thing, *before[1:])  # 产值超十亿元的企业、|超百亿元的
    if is_qualifier(text, start, end):
        if text.endswith(text[low : low + WORD], start, end):
            low += WORD  # 星级酒店12家,其中|五星级|3家
        taken = len(qualifier_at(text, low, high))
        taken += max((len(word) for word in load().bounds["after"] if taken and text.startswith(word, low + taken, high)), default=0)
        if expression("of_size").fullmatch(text, start, end) and (size := expression("bare_class").match(text, low, high)):
            taken = size.end() - low  # 10亿元以上项目8个、|百亿级|1个: of one size or of the other
        if low + taken == high and len(before) > 1:  # 国家级绿色工厂3家、省级10家、|市级|25家: the level before is the item's own
            return ((start, end), *before[1:])
        if not taken and high - low == end - start == WORD and text[high - 1] == text[end - 1]:
            return None  # 男性22.9万人、|女性|21.9万人: built alike, the one is no kind of the other
    elif expression("bare_class").fullmatch(text, start, end) and (opening := _class_at(text, low, high)):
        taken = opening.end() - low
        if opening.end() == high and len(before) > 1:  # 亿元以上项目21个、10亿元以上3个、|50亿元以上|1个
            return ((start, end), *before[1:])
    elif expression("bare_class").fullmatch(text, start, end) and (inner := expression("class_inside").search(text, low + 1, high)):
        return ((low, inner.start()), (start, end), (inner.end(), high), *before[1:])  # 村集体收入|超过20万元的|村…、50万元以上
    elif expression("bare_class").fullmatch(text, start, end) and classes().class_noun.tail(text, *before[-1][:2]):
        return ((start, end), *before)  # 城建项目58个,其中|亿元以上|11个
    else:
        return None
    rest = (low + taken, high) if taken and low + taken < high else (low, high)
    return ((start, end), rest, *before[1:])


def _class_at(text: str, low: int, high: int) -> re.Match[str] | None:
    """亿元以上|项目, 百亿级|项目: the class by size that a phrase begins with."""
    return expression("bare_class").match(text, low, high) or expression("of_size").match(text, low, high)


def with_levels(text: str, members: Sequence[Pieces], before: Pieces) -> list[Pieces]:
    """居民消费价格上涨0.6%,城市、农村|均上涨0.6%: members that are nothing but a level take over the head of the phrase before."""
    return [(len(member) == 1 and borrow_head(text, *member[0][:2], before)) or member for member in members]
