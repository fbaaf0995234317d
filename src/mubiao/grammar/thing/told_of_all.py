"""What is told of places, bodies and persons that are counted, once behind the last of their list: 100所|学校、50家医院|周边环境整治."""

from __future__ import annotations

from mubiao.grammar.phrase.phrase import LISTED
from mubiao.grammar.thing import objects
from mubiao.grammar.thing.case import Case
from mubiao.grammar.thing.pieces import LITTLE, Pieces
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.vocabulary import plain, vocabulary

CLOSING = ")"
BEARERS = ("places", "bodies", "persons")  # in the order in which a word may be each


def last_listed(case: Case) -> tuple[int, int] | None:
    """The words behind the last number of a list that goes on behind what is counted, None where it does not."""
    end, stop = _whole(case)[1], case.segment.clause[1]
    last = None
    while item := expression("next_item").match(case.text, end, stop):
        last = item.span("noun")
        end = last[1]
    return last


def told_of_all(case: Case) -> Pieces:
    """10个|乡镇|、120个村|生活污水治理: what a member that only says where or who takes from the last; () where it is known by itself."""
    text, span = case.text, _whole(case)
    kinds = [name for name in BEARERS if expression(name).fullmatch(text, *span)]
    last = last_listed(case) if kinds else None
    if last is None:
        return ()
    for name in (*kinds, "any"):
        if told := expression(f"told_of_{name}").match(text, *last):
            known = name == BEARERS[-1] and span[1] - span[0] > LITTLE and plain(case.said(span)) in vocabulary().forms
            return () if known else (_said(case, *told.span("told")),)
    return ()


def _said(case: Case, low: int, high: int) -> tuple[int, int]:
    """…124个镇|获评全国百强区、百强县、千强镇: with all that it lists, without how it goes (改扩建|进展顺利)."""
    stop = case.segment.clause[1]
    if case.text.startswith(LISTED, high) and not expression("digit").search(case.text, high, stop):
        high = stop
    return low, objects.without_progress(case.text, low, high)


def _whole(case: Case) -> tuple[int, int]:
    """20个|县(市、区): what stands behind the number, with the bracket closed."""
    low, high = case.behind
    return low, high + case.text.startswith(CLOSING, high)
