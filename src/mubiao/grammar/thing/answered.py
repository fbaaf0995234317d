"""Rates at which papers were answered that a list counts by kinds: 建议186件、提案200件,|办结率|100%."""

from __future__ import annotations

from mubiao.grammar.thing import coordinate
from mubiao.grammar.thing.case import Case
from mubiao.grammar.thing.found import Found
from mubiao.grammar.thing.head import with_head
from mubiao.grammar.thing.relational import relational
from mubiao.grammar.words.things import nouns
from mubiao.rule import rule

MOST = 8  # things in front among which the papers of a sentence stand


@rule(
    "a rate of answering is of each kind of papers that the sentence counts",
    takes=[
        "办理人大代表建议186件、政协提案200件，办结率100%。",
        "办理人大代表建议186件，政协提案200件，办复率100%，满意率98%。",
        "办理人大代表建议186件、政协提案200件，办结率、满意率均为100%。",
    ],
    refuses=[
        "受理人大代表建议216件，办结率100%。",
        "受理群众诉求216件、政协提案200件，参与率100%。",
        "办理人大代表建议186件、政协提案200件，热线受理诉求12万件、办结率99%。",
    ],
    needed="办结率 would be of 政协提案 alone",
)
def answered(case: Case) -> Found | None:
    """人大代表建议186件、政协提案200件,|办结率|100%."""
    state, low, high = case.state, case.phrase.start, case.phrase.end
    if not case.alone or low >= high or not case.segment.number.of("rate"):
        return None
    here = (thing for thing in state.listed.things[-MOST:] if thing and thing[0][0] >= state.sentence[0])
    papers = [thing for thing in here if case.said(thing[-1]).endswith(tuple(nouns()["paper"]))]
    rates = [rate[0][:2] for rate in coordinate.members(case.text, low, high, None, state.opaque)]
    nearer = papers and state.head and "," in case.text[papers[-1][-1][1] : state.head[0][0]]  # 热线受理诉求12万件、|按时办结率|: of these
    if len(papers) < 2 or nearer or not all(relational(case.text[slice(*rate)]) for rate in rates):
        return None
    return Found([[with_head(case.text, paper, rate) for rate in rates for paper in papers]])
