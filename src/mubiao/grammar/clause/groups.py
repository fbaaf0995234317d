"""Numbers that belong together: those that follow one phrase, and those that are handed out to the things before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mubiao.grammar.clause.clauses import Segment
from mubiao.grammar.numbers.number import Number
from mubiao.grammar.phrase import phrases
from mubiao.grammar.phrase.phrase import MOVES, trimmed
from mubiao.grammar.words.classes import classes
from mubiao.lexicon.expressions import expression


def groups(text: str, segments: Sequence[Segment]) -> Iterator[Sequence[Segment]]:
    """Numbers that follow one phrase together (分别增长13%、20%以上), each other number by itself."""
    index = 0
    while index < len(segments):
        stop = index + 1
        first = segments[index]
        while stop < len(segments) and segments[stop].joined and _follows(text, first, segments[stop]):
            stop += 1
        if stop - index > 1 and _has_own_noun(text, segments[index], segments[stop - 1]):
            stop -= 1
        yield segments[index:stop]
        index = stop


def _follows(text: str, first: Segment, second: Segment) -> bool:
    """Whether a number joined to another follows its phrase.

    分别达到|45.6%、2300万立方米 does: what is handed out may be of any kind. 净增98万户、|突破1900万户 does not: a level that was passed is
    not what came new.
    """
    phrase = phrases.strip(text, *first.left, True)
    handed_out = "distributive" in phrase.flags
    if is_rate(first):
        return handed_out or is_rate(second)
    passed = second.number.passed and not first.number.before and first.number.unit == second.number.unit
    comes_new = not phrase.empty and any(kind == "rise" for _, kind in phrase.predicate)
    return handed_out or not (passed and comes_new)


def _has_own_noun(text: str, first: Segment, last: Segment) -> bool:
    """建成幼儿园3所、5所|小学: the first number has its noun in front, the last behind."""
    phrase = phrases.strip(text, *first.left, False)
    low, high = trimmed(text, *last.right)
    parted = first.number.bounded_end < last.number.bounded_start and not classes().of.head(text, last.number.bounded_end, high)
    if expression("base_moves").match(text, last.number.bounded_end):  # 从771家、481家|增加到1076家
        return False
    return (
        parted
        and low < high
        and not phrase.empty
        and not phrase.flags
        and not phrase.predicate
        and not last.number.after
        and last.number.of("counted")
    )


def hands_out(text: str, groups: Sequence[Sequence[Segment]], things: int, listed: int) -> bool:
    """A、B, 分别提升2.1个百分点、下降9.7%: each of the numbers, with a verb of its own, belongs to one of the things before.

    Args:
        things: how many were measured in the clause in front.
        listed: how many of them were a list that got a number each (分别完成56亿元、320亿元,|增长5%、下降3%).
    """
    if not len(groups) == things > 1 or any(len(group) > 1 for group in groups):
        return False
    found = [phrases.strip(text, *group[0].left, True) for group in groups]
    listed_moves = listed == things and all(phrase.predicate and phrase.predicate[0][1] in MOVES for phrase in found)
    return ("distributive" in found[0].flags or listed_moves) and all(phrase.empty and phrase.predicate for phrase in found)


def bounded_by(group: Sequence[Segment], segment: Segment, shared: bool) -> Number:
    """The number whose modifier holds: 分别增长13%、20%以上 closes the group, 不低于740元和485元 opens it.

    Args:
        shared: whether the numbers belong to the members of one list.
    """
    own = segment.number
    if own.after or own.before or (len(group) == 1 and not shared):
        return own
    last, first = group[-1].number, group[0].number
    return last if last.after and shared else first if first.before else own


def is_rate(segment: Segment) -> bool:
    """Whether a number is a percentage, percentage points or a multiple."""
    return segment.number.of("rate")


def moves(segment: Segment) -> bool:
    """Whether a word of growth in front of the number speaks of it (标准提高30元), not of a noun (农村公路提升20条)."""
    return is_rate(segment) or segment.number.of("money")
