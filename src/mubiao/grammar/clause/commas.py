"""Commas that part no clauses: inside a change (从1.1亿元,提高到2.1亿元), inside a list (电气机械和器材制造业,汽车制造业产值分别…) and
between numbers that are handed out (分别增长22.2%,16%)."""

from __future__ import annotations

from collections.abc import Iterator

from mubiao.lexicon.expressions import expression

ENDS = ",;:"  # a clause may begin behind them
MARK = ","


def parting_nothing(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Their spans."""
    yield from _of_changes(text, start, end)
    yield from _of_lists(text, start, end)
    yield from (match.span("comma") for match in expression("handed_over_comma").finditer(text, start, end))


def _of_changes(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """从2005年的1.1亿元|,|提高到2.1亿元."""
    for comma in expression("change_goes_on").finditer(text, start, end):
        clause = max(text.rfind(mark, start, comma.start()) for mark in ENDS)
        if expression("began_in_clause").search(text, max(start, clause + 1), comma.start()):
            yield comma.span()


def _of_lists(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """电气机械和器材制造业|,|汽车制造业产值分别增长4%、6%."""
    for listed in expression("listed_over_commas").finditer(text, start, end):
        yield from ((at, at + 1) for at in range(*listed.span()) if text[at] == MARK)
