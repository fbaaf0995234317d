"""Firms and the size of an industry that the sentence has named: 生物医药产业规模突破3000亿元,|企业数量|超过2000家."""

from __future__ import annotations

from mubiao.grammar.thing.case import Case
from mubiao.grammar.thing.found import Found, one
from mubiao.lexicon.expressions import expression
from mubiao.rule import rule


@rule(
    "firms by themselves are those of the industry that the sentence is about",
    takes=[
        "生物医药产业规模突破3000亿元，企业数量超过2000家。",
        "预制菜产业产值突破800亿元，规上企业达260家。",
        "先进制造业集群加快壮大，产值突破2万亿元，规上企业达3200家。",
    ],
    refuses=[
        "规上工业增加值增长8%，规上企业达3200家。",
        "生物医药产业规模突破3000亿元，新增规上企业260家。",
        "生物医药产业规模突破3000亿元，外资企业达260家。",
    ],
    needed="规上企业达260家 would be all that the place has",
)
def firms_of_industry(case: Case) -> Found | None:
    """预制菜产业|产值突破800亿元,|规上企业|达260家."""
    if not case.named or case.phrase.action_class or not case.segment.first or not case.segment.number.of("counted"):
        return None
    industry = _industry(case) if expression("firms_alone").fullmatch(case.noun) else None
    return one(industry, case.span) if industry else None


def _industry(case: Case) -> tuple[int, int] | None:
    """The industry that opens the head or the topic of the sentence, the nearer first."""
    told = [said for said in (case.state.head, case.state.topic.said) if said and said[0][0] >= case.state.sentence[0]]
    for said in sorted(told, key=lambda pieces: -pieces[0][0]):
        if found := expression("industry_first").match(case.text, *said[0][:2]):
            return found.span()
    return None
