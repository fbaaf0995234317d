"""Where the clause of a figure begins."""

from __future__ import annotations

ENDS = ",;。\n"  # in folded text


def begin_of_clause(text: str, at: int) -> int:
    """Where the clause that holds a position of folded text begins.

    >>> begin_of_clause("进出口增长8%,我市增长9%", 12)
    8
    """
    return max(text.rfind(mark, 0, at) for mark in ENDS) + 1
