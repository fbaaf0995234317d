"""A branch of the economy is told of by the measure of the whole that is sorted: 固定资产投资下降0.8%。分产业看,|第二产业|下降12.6%."""

from __future__ import annotations

from mubiao.grammar.thing.case import Case
from mubiao.grammar.thing.found import Found, one
from mubiao.grammar.thing.pieces import Pieces
from mubiao.grammar.thing.relational import told_by_itself
from mubiao.grammar.words.things import heads, is_branch, nouns
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.vocabulary import plain, vocabulary
from mubiao.rule import rule


@rule(
    "a branch is measured as the whole is that the sentence sorts, or of which it tells the parts",
    takes=[
        "固定资产投资下降0.8%。分产业看，第一产业增长0.1%；第二产业下降12.6%。",
        "固定资产投资（不含农户）增长6.2%。其中，制造业增长8%。",
        "固定资产投资80亿元。按构成分：建筑工程60亿元，设备购置20亿元。按产业分：第一产业5亿元。",
        "规上工业增加值增长9%，增长面达到74%。其中，纺织业增长8.6%。",
    ],
    refuses=[
        "地区生产总值增长6%。分产业看，第二产业增长4%。",
        "固定资产投资增长6.2%。第二产业增长8%。",
        "固定资产投资增长6.2%。分领域看，工业用电量增长8%。",
        "规上工业增加值增长9%。新增企业36家。其中，纺织业增长8.6%。",
    ],
    needed="in monthly articles the growth of investment in 第二产业 would be booked as that of its value added",
)
def branch_of_whole(case: Case) -> Found | None:
    """固定资产投资下降0.8%。分产业看,|第二产业|下降12.6%: of the investment in it, and not of all that it makes."""
    measure = measure_told(case) if case.named and (is_branch(case.text, *case.span) or _sum_sorted(case)) else ()
    return one(case.span, *measure) if measure else None


def _sum_sorted(case: Case) -> bool:
    """固定资产投资80亿元。按构成分:|建筑工程|60亿元: whether a sum of what a sentence sorts has no measure of its own."""
    bare = heads().metric.tail(case.text, *case.span) is None and plain(case.noun) not in vocabulary().forms
    return case.state.sorts and case.segment.number.of("money") and bare


def measure_told(case: Case) -> Pieces:
    """The measure of the branches that a sentence tells of, () where nothing says it."""
    return _of_whole(case) or _as_branches(case)


def _as_branches(case: Case) -> Pieces:
    """规上工业增加值增长9%。38个行业大类中,36个行业实现增长。其中,|纺织业|增长8.6%: branches were counted, and are told as they were before."""
    state = case.state
    if not (state.sorts or state.parts.open) or not state.head or not case.phrase.grows or case.phrase.action:
        return ()
    of_firms = len(state.subject) > 1 and state.subject[0] == state.head[-1]  # 2963家|规上工业企业|实现增加值900亿元。其中,|轻工业|增长5%
    counted = expression("counted_branches").search(case.text, *state.head[-1][:2])
    return state.branches if of_firms or counted else ()


def measure_of_branches(text: str, thing: Pieces) -> Pieces:
    """规上工业|增加值: how a branch of the economy is measured, () where a thing is none."""
    if not is_of_branches(text, thing):
        return ()
    low, high = thing[-1][:2]
    measure = heads().metric.tail(text, low, high)
    return ((high - len(measure), high),) if measure else ()


def is_of_branches(text: str, head: Pieces) -> bool:
    """Whether a branch of the economy is measured, or several together: 采矿业|增加值, 规上工业|利润, and no 一般公共预算|收入."""
    low, high = head[-1][:2]
    whose = (low, high - len(heads().metric.tail(text, low, high) or ""))
    if whose[0] == whose[1] and len(head) > 1:
        whose = head[-2][:2]  # 采矿业增加值…,制造业|增长7%,|建筑业|增长6%
    return is_branch(text, *whose)


def _of_whole(case: Case) -> Pieces:
    """固定资产|投资|…。分产业看: how the whole is measured whose branches a sentence tells, if that tells of them as well."""
    state, number = case.state, case.segment.number
    if case.phrase.action or not state.head or not (state.sorts or state.parts.open):
        return ()
    if state.sorts and not state.parts.open and told_by_itself(case.text, state.head, state.sentence[0]):
        return ()  # 按产业分:第一产业4亿元;一般公共预算收入100亿元,|服务业|20亿元
    low, high = state.head[-1][:2]
    bracket = case.text.find("(", low, high)
    high = bracket if bracket > low else high
    measure = heads().metric.tail(case.text, low, high)
    told = (case.phrase.grows and number.of("growth")) or (not number.of("rate") and number.unit is not None and number.unit.name == state.head_unit)
    return ((high - len(measure), high),) if measure and measure not in nouns()["made_by_all"] | nouns()["total"] and told else ()
