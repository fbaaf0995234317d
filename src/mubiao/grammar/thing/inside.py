"""The noun in front of a number with something taken out of it or put in front: 房地产|完成|投资, 对|国省道|实施路面提升."""

from __future__ import annotations

from mubiao.grammar.phrase import phrases
from mubiao.grammar.phrase.phrase import LISTED, Phrase
from mubiao.grammar.phrase.right_edge import strip_right, time_before
from mubiao.grammar.thing.case import Case
from mubiao.grammar.thing.found import Found, one
from mubiao.grammar.thing.head import is_qualifier
from mubiao.grammar.thing.pieces import WORD, Pieces
from mubiao.grammar.words.classes import classes
from mubiao.grammar.words.edges import edges
from mubiao.grammar.words.things import heads, nouns
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.rule import rule

BETWEEN = 6  # characters between a verb inside a phrase and its noun of measure (社会消费品|零售额)


@rule(
    "the kind stands behind the verb",
    takes=["低保标准分别提高到城市每月780元、农村每月600元。"],
    refuses=["低保标准提高到每月780元。"],
    needed="the thing would be 低保标准分别提高到城市, which nobody finds again",
)
def qualifier_behind(case: Case) -> Found | None:
    """低保标准分别提高到|城市|每月780元: the kind stands behind the verb, the thing in front of it."""
    if not case.named:
        return None
    low, high = case.span
    match = expression("reached_by_kind").search(case.text, low, high)
    if match is None or not is_qualifier(case.text, match.end(), high):
        return None
    thing = phrases.strip(case.text, low, match.start(), True)
    return None if thing.empty else one((match.end(), high), (thing.start, thing.end))


@rule(
    "why a figure is as it is, inside a phrase, is left out",
    takes=["种植业受粮食结构调整影响产值实现308.2亿元。"],
    refuses=["受理群众诉求308件。"],
    needed="a thing would hold why it is as it is, and would never be the same as next year's",
)
def influenced(case: Case) -> Found | None:
    """种植业|受粮食结构调整影响|产值."""
    if not case.named:
        return None
    match = expression("influence").search(case.text, *case.span)
    return one((case.span[0], match.start()), (match.end(), case.span[1])) if match and match.end() < case.span[1] else None


@rule(
    "the verb inside a phrase is taken out",
    takes=["房地产完成投资300亿元。", "规上企业实现利润120亿元。", "规模以上工业实现工业增加值34亿元。"],
    refuses=["完成房地产投资300亿元。"],
)
def inner_verb(case: Case) -> Found | None:
    """房地产|完成|投资: the verb in front of what is measured."""
    if not case.named:
        return None
    low, high = case.span
    inner = _inner(case.text, low, high)
    if inner is None:
        return None
    at, behind = inner
    whose = _without_promise(case.text, low, at)
    whose -= len(time_before(case.text, low, whose))  # 省重点项目|1-5月|完成投资
    whose -= expression("in_all").match(case.text, whose - 1, whose) is not None  # 动力电池产业|共|实现产值
    whose = _without_running(case.text, low, whose)
    front = (low, whose)
    if case.text.startswith(case.text[whose - WORD : whose], behind, high - WORD):
        behind += WORD  # 规模以上工业|实现|工业|增加值
    return _said_twice(case.text, *front, heads().metric.tail(case.text, low, high) or "") or one(front, (behind, high))


def _inner(text: str, low: int, high: int) -> tuple[int, int] | None:
    """房地产|完成|投资: where the verb in front of what is measured stands."""
    metric = heads().metric.tail(text, low, high)
    stop = high - len(metric or "")
    for verb in nouns()["inner"] if metric else ():
        at = text.rfind(verb, low + 1, stop)
        if at > low + 1 and stop - at - len(verb) <= BETWEEN:
            return at, at + len(verb)
    return None


def without_inner(text: str, things: list[Pieces]) -> list[Pieces]:
    """规上工业|实现|销售收入、利税分别增长: whose they are without the verb, which the first of a list says for all."""
    low, high = things[0][0][:2]
    inner = _inner(text, low, high)
    if inner is None:
        return things
    made: list[Pieces] = []
    for (begin, end, *of_word), *rest in things:
        behind = ((inner[1], end),) if inner[1] < end else ()
        told = (low, inner[0]), *behind
        made.append((*(told if begin == low and end >= inner[1] else ((begin, end, *of_word),)), *rest))
    return made


@rule(
    "that it is done, planned or promised, inside a phrase, is left out",
    takes=[
        "“文化惠民项目”计划二季度完成公益演出20场。",
        "农村安全饮水问题已完成建设工程1处。",
        "船山区已完成农村公路改善工程18.4公里。",
        "各县已将农村低保标准提高到3000元。",
        "重点项目要确保一季度开工率达到90%以上。",
        "裘皮小镇共入驻服装企业60余家。",
    ],
    refuses=["已完成农村公路改善工程18.4公里。", "农村公路改善工程已完成18.4公里。"],
    needs=["done_inside"],
    needed="in reports on tasks 农村安全饮水问题已完成建设工程 would be what there is one of",
)
def done_inside(case: Case) -> Found | None:
    """船山区|已完成|农村公路改善工程: whose it is and what, without that it is done or planned; 各县已将|低保标准|提高: only what."""
    if not case.named:
        return None
    low, high = case.span
    done = expression("done_inside").search(case.text, low + 1, high - 1)
    if done is None:
        return None
    return one((done.end(), high)) if done["taken"] else one((low, done.start()), (done.end(), high))


def _said_twice(text: str, low: int, high: int, metric: str) -> Found | None:
    """固定资产投资|五年累计完成投资: the measure that the words in front of the verb end with already."""
    front = Phrase(low, high)
    strip_right(text, front, False)
    return one((front.start, front.end)) if text.endswith(metric, front.start, front.end) and front.end - front.start > len(metric) else None


@rule(
    "what a doer or an owner is said of goes on behind 、",
    takes=["省属企业完成投资553亿元、研发投入133亿元。", "市属企业净资产增长8.9%、研发投入增长34.4%。"],
    refuses=["省属企业完成投资553亿元，研发投入133亿元。", "民间投资增长8.9%、研发投入增长34.4%。"],
    needed="研发投入 of some enterprises would be that of the whole place, and stand beside its target",
)
def same_doer(case: Case) -> Found | None:
    """省属企业|完成投资553亿元、|研发投入|133亿元: not of the whole place; a verb behind who did it says so, or who it is that owns."""
    head, text = case.state.head, case.text
    if not case.named or case.noun not in nouns()["of_doer"] or not head or text[case.segment.left[0] - 1] != LISTED or case.phrase.action:
        return None
    low, high = head[0][:2]
    did = len(head) > 1 and text.startswith(tuple(nouns()["inner"]), high)
    owner = expression("owner").match(text, low, high)
    whose = (low, high) if did else owner.span() if owner and (len(head) > 1 or owner.end() < high) else None
    return one(whose, case.span) if whose else None


def _without_running(text: str, low: int, high: int) -> int:
    """规上工业|累计|完成产值, 重点项目|全年累计|完成投资: where the words in front of a verb end, without that it tells a running total."""
    word = edges().tail.tail(text, low + 1, high) or ""
    return high - len(word) if word.endswith(tuple(load().words["modifiers"]["running"])) else high


def _without_promise(text: str, low: int, high: int) -> int:
    """每个工业园区|力争|完成…: where the words in front of a verb end, without what was promised of it."""
    word = edges().tail.tail(text, low, high)
    return high - len(word) if word and edges().tail.words[word] == "commitment" and high - len(word) > low + 1 else high


@rule(
    "for whom a service is that is counted by persons",
    takes=["为全市残疾人提供免费康复服务3万人次。", "为新就业残疾人开展技能培训2000人次。"],
    refuses=["为全市企业开展技能培训2000人次。", "为残疾人家庭配备护理员300人。"],
)
def served(case: Case) -> Found | None:
    """为|残疾人|提供免费康复服务3万人次: whom the service is for belongs to what is counted."""
    whom = case.phrase.served
    if not case.named or whom is None or not case.segment.number.in_dimension("visit", "person"):
        return None
    if classes().person.tail(case.text, *case.span):
        return None
    place = edges().head.head(case.text, *whom)
    low = whom[0] + len(place) if place and edges().head.words[place] == "place" else whom[0]
    return one((low, whom[1]), case.span)


@rule(
    "what is worked on and what is done to it",
    takes=["对国省道实施路面提升40公里。"],
    refuses=["为中小学配备心理教师300名。"],
    needed="路面提升40公里 would be of any road",
)
def disposed(case: Case) -> Found | None:
    """对国省道实施路面提升40公里: what is worked on and what is done to it."""
    extra = case.phrase.extra
    return one(extra, case.span, modifier=(extra,)) if case.named and extra else None


@rule(
    "what a clause says once for all items of its list",
    takes=["对国省道实施路面提升40公里、隐患整治25处。"],
    refuses=["实施国省道路面提升40公里、隐患整治25处。"],
)
def modifier_before(case: Case) -> Found | None:
    """What a clause says once for all items of its list."""
    if not case.named or not case.state.modifier or case.phrase.action is not None or case.phrase.predicate:
        return None
    return one(*case.state.modifier, case.span)
