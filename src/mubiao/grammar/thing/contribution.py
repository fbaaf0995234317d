"""What one thing adds to the growth of another: no growth of that other."""

from __future__ import annotations

from mubiao.grammar.phrase import phrases
from mubiao.grammar.thing import coordinate
from mubiao.grammar.thing.case import Case
from mubiao.grammar.thing.found import Found, one
from mubiao.grammar.words.things import nouns
from mubiao.rule import rule


@rule(
    "what one thing adds to the growth of another belongs to both",
    takes=["第三产业增长5%，对GDP增长的贡献率为56.2%，拉动GDP增长3.1个百分点。"],
    refuses=["以旧换新政策拉动消费785亿元。", "GDP增长5%，占比提高3.1个百分点。"],
)
def contribution(case: Case) -> Found | None:
    """第三产业…，拉动GDP增长|3.1个百分点: no change of GDP; …，对GDP增长的贡献率|56.2%."""
    state, verb, (low, high) = case.state, case.phrase.last_verb, case.span
    if not case.alone or case.phrase.empty or not state.head:
        return None
    if verb and case.said(verb) in nouns()["contributing"] and case.segment.number.in_dimension("points"):
        return one(*state.head, (verb[0], case.segment.number.bounded_start), heads=False)
    if case.phrase.preposition in nouns()["towards"] and case.text.endswith(tuple(nouns()["contribution"]), low, high):
        return one(*state.head, (low - len(case.phrase.preposition), high), heads=False)
    return None


@rule(
    "what adds to the growth of another, each of a list its own share",
    takes=["第三产业拉动经济增长2.1个百分点。", "三次产业分别拉动GDP增长0.3、-0.2和2.8个百分点。"],
    refuses=["以旧换新政策拉动消费785亿元。", "研发投入占比提高0.3个百分点，带动创新。"],
)
def adding_to_growth(case: Case) -> Found | None:
    """三次产业|分别|拉动GDP增长|0.3、-0.2和2.8个百分点: no growth of GDP, nor of the industries."""
    text, phrase, size, number = case.text, case.phrase, len(case.group), case.segment.number
    if phrase.empty or not number.in_dimension("points"):
        return None
    for verb in nouns()["contributing"]:
        at = text.find(verb, phrase.start + 1, phrase.end)
        if at < 0:
            continue
        end = phrases.strip(text, phrase.start, at, False).end
        names = [((phrase.start, end),)] if case.alone else coordinate.members(text, phrase.start, end, size, case.state.opaque)
        if len(names) == size:
            return Found([[(*name, (at, number.bounded_start))] for name in names], heads=False, listed=size)
    return None
