"""What was won, and at which event: 在|世界技能大赛|上勇夺13块|金牌."""

from __future__ import annotations

from mubiao.grammar.thing.case import Case
from mubiao.grammar.thing.found import Found, one
from mubiao.lexicon.expressions import expression
from mubiao.rule import rule


@rule(
    "what was won is of the event at which it was won",
    takes=["我省选手在世界技能大赛上获得13块金牌。", "运动员在全运会获金牌35枚。"],
    refuses=["获得世界技能大赛金牌13块。", "在世界技能大赛上，13块金牌首次来自一个省。"],
)
def won_at(case: Case) -> Found | None:
    """我省选手在|世界技能大赛|上勇夺13块|金牌: who won says less than where."""
    won = expression("won_at").search(case.text, *case.segment.left) if case.alone and case.segment.number.of("counted") else None
    if won is None:
        return None
    noun = case.behind if won.end() == case.segment.left[1] else (won.end(), case.span[1])
    event = won.span("event")
    case.phrase.action = case.phrase.last_verb = won.span("verb")  # and not 评选 of the event
    return one(event, noun, modifier=(event,)) if noun[0] < noun[1] else None
