"""Places that take in guests, and what else is told of them: A级景区|接待游客、|门票收入, 乡村旅游接待游客…,实现|综合收入."""

from __future__ import annotations

from mubiao.grammar.thing.case import Case
from mubiao.grammar.thing.found import Found, one
from mubiao.grammar.thing.head import host_of
from mubiao.grammar.thing.pieces import Pieces
from mubiao.lexicon.expressions import expression
from mubiao.rule import rule


@rule(
    "what those earned who took in guests is theirs",
    takes=["重点监测景区接待游客120万人次，实现经营收入3亿元。", "乡村旅游接待游客1200万人次，实现综合收入80亿元。"],
    refuses=["全市接待游客1200万人次，实现旅游收入80亿元。", "重点监测景区接待游客120万人次，完成投资3亿元。"],
    needed="经营收入 would be nobody's, or that of the whole place",
)
def earned_by_host(case: Case) -> Found | None:
    """重点监测景区接待游客120万人次,实现|经营收入|3亿元."""
    head, begin = case.state.head, case.state.sentence[0]
    if not case.made_money or not head or head[0][0] < begin or not expression("earned_from_guests").fullmatch(case.noun):
        return None
    host = host_of(case.text, *head[-1][:2])
    return one(host, case.span) if host else None


def of_host(text: str, things: list[Pieces]) -> list[Pieces]:
    """A级景区|接待游客、门票收入分别增长: the host is said once, in front of the first."""
    first, *rest = things
    host = host_of(text, *first[0][:2])
    return [first[:1], *((host, *thing) for thing in rest)] if host else things
