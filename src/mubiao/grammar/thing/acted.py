"""A doer, what it did, and to what, in one phrase in front of a number: 湘江科学城|新引进|研发平台|30个, 改革优化支出结构、|清收|资金|5亿元."""

from __future__ import annotations

from mubiao.grammar.phrase import phrases
from mubiao.grammar.phrase.phrase import LISTED
from mubiao.grammar.phrase.verbs import verb_at
from mubiao.grammar.thing.case import Case
from mubiao.grammar.thing.found import Found, one
from mubiao.grammar.thing.pieces import WORD
from mubiao.grammar.thing.relational import relational
from mubiao.grammar.words.edges import edges
from mubiao.grammar.words.things import heads
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.vocabulary import plain, vocabulary
from mubiao.rule import rule


@rule(
    "the verb between who did it and what is counted is the action",
    takes=["湘江科学城新引进研发平台30个。", "雄安新区开工重点项目240个。", "“双招双引”行动突破重大技术254项。", "南海深海考古累计提取文物928件。"],
    refuses=["城镇新增就业50万人。", "园区签约项目30个。", "新引进研发平台30个。", "市场化引进机构新设企业30家。"],
)
def acted(case: Case) -> Found | None:
    """湘江科学城|新引进|研发平台: whose they are and what, without what was done; not where all is one name (城镇新增就业)."""
    if not case.named or case.segment.number.of("rate") or case.phrase.action or plain(case.noun) in vocabulary().forms:
        return None
    low, high = case.span
    did = expression("did").search(case.text, low + 1, high)
    if did is None:
        return None
    case.phrase.action = case.phrase.last_verb = did.span("running" if did["running"] else "verb")
    case.phrase.action_class = "make"
    return one((low, did.start()), (did.end(), high))


@rule(
    "who helped a figure is left out",
    takes=["页岩油全国重点实验室助力页岩油年产量突破100万吨。", "政策组合拳助力民营企业贷款余额增长12%。"],
    refuses=["助力农户1.2万户。", "科技特派员助力农户1.2万户。"],
    needed="the output would be told of the laboratory that helped it",
)
def helped(case: Case) -> Found | None:
    """全国重点实验室|助力|页岩油年产量: what is measured, where that is known or ends in a measure."""
    match = expression("helped").search(case.text, *case.span) if case.named else None
    if match is None or match.end() >= case.span[1]:
        return None
    low, high = match.end(), case.span[1]
    measured = plain(case.said((low, high))) in vocabulary().forms or heads().metric.tail(case.text, low + 1, high) is not None
    return one((low, high)) if measured else None


@rule(
    "behind what somebody did first, the verb behind 、 says what is counted",
    takes=[
        "零基预算改革优化支出结构、清收各类资金515亿元。",
        "市场监管部门强化执法、查办案件1.2万件。",
        "民政部门健全救助体系、累计保障低保对象120万人。",
    ],
    refuses=["市场监管部门强化执法、案件1.2万件。", "完善园区配套、改造老旧小区30个。", "老旧小区改造、改造道路30条。"],
    needed="优化支出结构 would be in the name of the money that was collected",
)
def done_next(case: Case) -> Found | None:
    """市场监管部门强化执法、|查办|案件: what was done last, and no more of what was done first than that it stands in front."""
    low, high = case.span
    at = case.text.rfind(LISTED, low, high) if case.named and not (case.phrase.action or case.segment.number.of("rate")) else -1
    if at < 0:
        return None
    last = phrases.strip(case.text, at + 1, high, False)
    short = last.empty or last.end - last.start < WORD or relational(case.text[last.start : last.end])
    if short or last.action is None or not _tells(case.text, low, at):
        return None
    case.phrase.action, case.phrase.last_verb, case.phrase.action_class = last.action, last.last_verb, last.action_class
    case.phrase.moves, case.phrase.flags = last.moves, case.phrase.flags | last.flags
    return one((last.start, last.end))


def _tells(text: str, low: int, high: int) -> bool:
    """市场监管部门|强化|执法: whether a span is somebody, a verb and what it was done to."""
    places = range(low + WORD, high - WORD)
    return any((verb := verb_at(text, at, high)) and at + len(verb) + WORD <= high and not edges().inside_noun(text, low, at, high) for at in places)
