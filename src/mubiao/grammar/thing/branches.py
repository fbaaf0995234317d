"""A branch of the economy is told of by the measure of the whole that is sorted: 固定资产投资下降0.8%。分产业看,|第二产业|下降12.6%."""

from __future__ import annotations

from mubiao.grammar.thing.case import Case
from mubiao.grammar.thing.found import Found, one
from mubiao.grammar.thing.pieces import Piece
from mubiao.grammar.words.things import heads, is_branch, nouns
from mubiao.rule import rule


@rule(
    "a branch is measured as the whole is that the sentence sorts, or of which it tells the parts",
    takes=[
        "固定资产投资下降0.8%。分产业看，第一产业增长0.1%；第二产业下降12.6%。",
        "固定资产投资（不含农户）增长6.2%。其中，制造业增长8%。",
    ],
    refuses=[
        "地区生产总值增长6%。分产业看，第二产业增长4%。",
        "固定资产投资增长6.2%。第二产业增长8%。",
        "固定资产投资增长6.2%。分领域看，工业用电量增长8%。",
    ],
    needed="in monthly articles the growth of investment in 第二产业 would be booked as that of its value added",
)
def branch_of_whole(case: Case) -> Found | None:
    """固定资产投资下降0.8%。分产业看,|第二产业|下降12.6%: of the investment in it, and not of all that it makes."""
    measure = measure_of_whole(case) if case.named and is_branch(case.text, *case.span) else None
    return one(case.span, measure) if measure else None


def measure_of_whole(case: Case) -> Piece | None:
    """固定资产|投资|…。分产业看: how the whole is measured whose branches a sentence tells, if that tells of them as well."""
    state, number = case.state, case.segment.number
    if case.phrase.action or not state.head or not (state.sorts or state.parts.open):
        return None
    low, high = state.head[-1][:2]
    bracket = case.text.find("(", low, high)
    high = bracket if bracket > low else high
    measure = heads().metric.tail(case.text, low, high)
    told = (case.phrase.grows and number.of("growth")) or (not number.of("rate") and number.unit is not None and number.unit.name == state.head_unit)
    return (high - len(measure), high) if measure and measure not in nouns()["made_by_all"] and told else None
