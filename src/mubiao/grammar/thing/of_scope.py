"""What firms of a statistical scope made that were counted in front: 规模以上工业企业486家,完成|工业总产值|1286亿元."""

from __future__ import annotations

from mubiao.grammar.thing.case import Case
from mubiao.grammar.thing.found import Found, one
from mubiao.grammar.thing.pieces import WORD
from mubiao.grammar.words.things import heads
from mubiao.lexicon.expressions import expression
from mubiao.rule import rule


@rule(
    "what the firms of a statistical scope made, who were counted just in front, is of that scope",
    takes=["规模以上工业企业486家，完成工业总产值1286亿元。", "具有资质等级的建筑企业286家，完成建筑业总产值182亿元。"],
    refuses=["工业企业486家，完成工业总产值1286亿元。", "规模以上工业企业486家，完成固定资产投资86亿元。"],
    needed="in bulletins of counties what firms above a size make would be booked as what all make",
)
def made_by_scope(case: Case) -> Found | None:
    """规模以上|工业企业8户,实现|工业总产值|6.8亿元,增长48%;实现|工业增加值|2.2亿元: what is told next of the branch is of the scope, too."""
    head = case.state.head
    if not case.made_money or not head or not heads().metric.tail(case.text, *case.span):
        return None
    firms = expression("firms_of_scope").fullmatch(case.text, *head[-1][:2])
    if firms:
        return one(firms.span("scope"), case.span) if case.noun.startswith(firms["branch"]) else None
    told = len(head) > 1 and expression("scope_of_firms").fullmatch(case.text, *head[0][:2])
    return one(head[0], case.span) if told and case.noun[:WORD] == case.said(head[-1])[:WORD] else None
