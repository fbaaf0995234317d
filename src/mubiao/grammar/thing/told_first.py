"""What a sentence tells of its subject behind a first statement and 、: 5A级景区新增周村古商城、|总数|16家."""

from __future__ import annotations

from mubiao.grammar.phrase import phrases
from mubiao.grammar.phrase.phrase import LISTED
from mubiao.grammar.thing.case import Case
from mubiao.grammar.thing.found import Found, one
from mubiao.grammar.thing.pieces import WORD
from mubiao.grammar.thing.relational import relational
from mubiao.grammar.words.edges import edges
from mubiao.grammar.words.numbers import verbs
from mubiao.grammar.words.things import nouns
from mubiao.rule import rule


@rule(
    "what is told of a subject behind its first statement and 、",
    takes=["5A级景区新增周村古商城、总数达到16家。", "省级重点项目建立分层级包联机制、完成投资5000亿元以上。"],
    refuses=["5A级景区总数达到16家。", "省级重点项目完成投资5000亿元以上。", "中心城区累计建成“40桥24隧”、城市道路7000公里。"],
    needed="周村古商城 would be in the name of how many 5A级景区 there are",
)
def statement_before(case: Case) -> Found | None:
    """5A级景区|新增周村古商城、|总数|16家: the subject, without what the sentence told of it first."""
    text, (low, high) = case.text, case.span
    at = text.rfind(LISTED, low, high) if case.named and not case.phrase.action else -1
    if at < 0:
        return None
    last = phrases.strip(text, at + 1, high, False)
    needs = relational(text[last.start : last.end]) or (last.action is not None and case.said(last.action) in nouns()["inner"])
    verb = next((position for position in range(low + WORD, at - 1) if verbs().head(text, position, at)), at)
    if last.empty or not needs or verb == at or edges().inside_noun(text, low, verb, at):
        return None
    case.phrase.action, case.phrase.action_class = last.action, last.action_class
    return one((low, verb), (last.start, last.end))
