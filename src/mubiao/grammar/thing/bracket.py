"""A number that opens a bracket: 志愿者(160名)."""

from __future__ import annotations

import re

from mubiao.grammar.clause.clauses import Segment
from mubiao.grammar.phrase import phrases
from mubiao.grammar.thing.case import Case
from mubiao.grammar.thing.found import Found, one
from mubiao.grammar.thing.pieces import Pieces
from mubiao.lexicon.expressions import expression
from mubiao.rule import rule

LONGEST = 60  # characters of a noun in front of a bracket
NUMBERED = re.compile(r"\([^()]*\d[^()]*\)")  # a bracket with a number of its own


@rule(
    "the noun that the bracket stands behind",
    takes=["优秀志愿者（160名）受到表彰。", "公园6个、广场3个、图书馆（2座）、剧院（1座）全部建成。"],
    refuses=["选派优秀志愿者160名（其中青年志愿者90名）。"],
    needed="160名 would be people of nothing, or people of the noun before",
)
def before_bracket(case: Case) -> Found | None:
    """志愿者(160名): the noun that the bracket stands behind."""
    if not case.unnamed or not case.segment.bracket:
        return None
    return one(*_before_bracket(case.text, case.segment))


def stands_behind_noun(case: Case) -> bool:
    """学校(3所)、医院(1所): whether the number opens a bracket that stands behind a noun, not behind a number, and does not tell what there was
    before (增速有所提升|(同期为下降3%))."""
    opening = case.segment.clause[0] - 1
    first = case.segment.bracket and case.segment.first and case.text.startswith("(", opening) and case.state.read.last is not None
    if case.state.subject and case.state.subject[-1][1] == opening:
        return False
    if expression("year_before").search(case.text, opening, case.segment.number.bounded_start):
        return False
    return first and not expression("number_before").search(case.text, max(0, opening - LONGEST), opening)


def _before_bracket(text: str, segment: Segment) -> Pieces:
    stop = segment.clause[0] - 1
    low = max(0, stop - LONGEST)
    begin = max(low, *(text.rfind(mark, low, stop) + 1 for mark in ",。;:、\n"))
    begin = max([begin, *(match.end() for match in NUMBERED.finditer(text, begin, stop))])
    joint = expression("and").match(text, begin, stop)
    begin = joint.end() if joint else begin
    phrase = phrases.strip(text, begin, stop, False)
    return () if phrase.empty else ((phrase.start, phrase.end),)
