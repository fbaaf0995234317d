"""What a sum goes to, where 用于 stands in front of the noun: 用于产业发展的比例|60%, 用于民生的支出|186亿元."""

from __future__ import annotations

from mubiao.grammar.thing.case import Case
from mubiao.grammar.thing.found import Found, one
from mubiao.grammar.words.things import nouns
from mubiao.lexicon.loader import load
from mubiao.rule import rule


@rule(
    "the share of a sum that goes to one use is of that sum",
    takes=["安排衔接资金35亿元以上，其中用于产业发展的比例不低于60%。"],
    refuses=["安排衔接资金35亿元以上，其中用于产业发展20亿元。", "财政支出用于民生的比例达到80%。"],
    needed="60% would be a share that 产业发展 has of something",
)
def share_for_use(case: Case) -> Found | None:
    """衔接资金35亿元,其中|用于产业发展的比例|60%: which use it is belongs to the name."""
    used, head = _used(case), case.state.head
    return one(*head, used) if used and head and case.segment.number.of("rate") and case.noun.endswith(tuple(nouns()["share"])) else None


@rule(
    "what is spent on a use says on which",
    takes=["用于民生的支出186亿元。"],
    refuses=["用于民生的支出增长8%。", "用于产业发展20亿元。"],
    needed="186亿元 would be the outlay of 民生",
)
def spent_on(case: Case) -> Found | None:
    """|用于民生的支出|186亿元: the use with its 用于 is the name of what was spent."""
    used = _used(case)
    return one(used) if used and case.segment.number.of("money") and case.noun.endswith(tuple(nouns()["spent"])) else None


def _used(case: Case) -> tuple[int, int] | None:
    """|用于|产业发展的比例: the phrase with the 用于 in front of it."""
    use = case.phrase.preposition
    return (case.span[0] - len(use), case.span[1]) if case.named and use in load().words["modifiers"]["for_use"] else None
