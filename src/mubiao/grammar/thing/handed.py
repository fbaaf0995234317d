"""The members of a list that are handed out to numbers which do not stand together: 出口、进口分别增长5%和下降3%."""

from __future__ import annotations

from collections.abc import Sequence

from mubiao.grammar.clause.clauses import Segment
from mubiao.grammar.phrase import phrases
from mubiao.grammar.phrase.phrase import MOVES
from mubiao.grammar.thing import coordinate
from mubiao.grammar.thing.pieces import Pieces


def handed_out(text: str, groups: Sequence[Sequence[Segment]], opaque: Sequence[tuple[int, int]]) -> list[Pieces]:
    """出口、进口分别增长5%和下降3%: the members of the list in front where a verb of its own stands before some of their numbers."""
    size = sum(len(group) for group in groups)
    if len(groups) < 2:
        return []
    first, *rest = (phrases.strip(text, *group[0].left, True) for group in groups)
    moves = all(phrase.predicate and phrase.predicate[0][1] in MOVES for phrase in (first, *rest))
    if first.empty or "distributive" not in first.flags or not moves or not all(phrase.empty for phrase in rest):
        return []
    found = coordinate.members(text, first.start, first.end, size, opaque)
    return found if len(found) == size else []
