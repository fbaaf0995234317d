"""What somebody made or earns is of who acted: 7家|投产企业|完成工业总产值, 工业园区|完成基础设施投资,实现|主营业务收入."""

from __future__ import annotations

from mubiao.grammar.phrase.phrase import LISTED
from mubiao.grammar.thing.case import Case
from mubiao.grammar.thing.found import Found, one
from mubiao.grammar.thing.head import with_head
from mubiao.grammar.thing.pieces import Pieces
from mubiao.grammar.words.edges import edges
from mubiao.grammar.words.things import heads, nouns
from mubiao.lexicon.expressions import expression
from mubiao.rule import rule


@rule(
    "what those that were counted just in front made is theirs, not that of the whole place",
    takes=["7家投产企业完成工业总产值17.67亿元、工业增加值1.47亿元。", "33个建制镇完成基础设施建设投资4700万元。"],
    refuses=["新增规上企业30家，完成工业总产值17.67亿元。", "实施项目58个，完成固定资产投资18.29亿元。"],
)
def made_by_counted(case: Case) -> Found | None:
    """7家|投产企业|完成工业总产值17.67亿元、|工业增加值|1.47亿元: the noun behind a count acts, and so it does behind 、."""
    state, verb, begin = case.state, case.phrase.last_verb, case.segment.left[0]
    if not case.named or not state.head or not case.segment.number.of("money") or not heads().metric.tail(case.text, *case.span):
        return None
    acts = verb is not None and case.said(verb) in edges().inner and state.head[-1][1] == begin
    goes_on = case.text[begin - 1] == LISTED and state.subject[:-1] == state.head and case.phrase.action is None
    return one(*with_head(case.text, state.head, case.span), heads=False) if acts or goes_on else None


def earner(case: Case) -> Pieces:
    """工业园区|完成|基础设施投资26亿元,实现|主营业务收入|: what somebody earns is of who acted, and not of what was done."""
    head = case.state.head
    if case.noun not in nouns()["earned"]:
        return head
    if zone := expression("zone_takes_in").match(case.text, *head[0][:2]):
        return (zone.span("zone"),)  # 大路工业园区|落户项目28个,|产值|220亿元
    acted = len(head) > 1 and case.text.startswith(tuple(nouns()["inner"]), head[0][1])
    return head[:1] if acted else head
