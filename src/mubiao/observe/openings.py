"""The words that open the statements in front of a number's own: 2021年,…;三次产业结构为…; 2002年,…。其中,农业…."""

from __future__ import annotations

from collections.abc import Iterator

from mubiao.grammar.figure.reading import Reading
from mubiao.lexicon.expressions import expression
from mubiao.observe.told import FAR

ENDS = "。;\n"  # of the sentence above
SOFT = ";"  # parts statements of one sentence


def opening_above(text: str, reading: Reading) -> list[tuple[int, int]]:
    """2002年,…。其中,农业…: the words in front of the first comma of the sentence whose parts are told; not what one of its figures was
    held against (与2020年相比,两年平均增长2.5%。其中,农业…)."""
    begin = reading.sentence[0]
    captioned = text.startswith("\n", begin - 1) and text[begin - 2 : begin - 1] not in ENDS  # 2015-2019年零售总额|在商品零售额中,…
    low = _begin_of_statement(text, begin - 1)
    if captioned or low is None or not expression("parts_open").match(text, begin, reading.span[0]):
        return []
    comma = text.find(",", low, begin)
    above = low, comma if comma >= 0 else begin
    year = expression("said_year").search(text, *above)
    return [] if year and year["than"] else [above]


def openings_before(text: str, reading: Reading) -> Iterator[tuple[int, int]]:
    """2021年生产总值1308亿元,…;三次产业结构为…: the words that open the statements in front of its semicolon, where they name a year,
    and not one until which something lasted (到2010年,…;加固水库256座), where it began or that a figure was held against."""
    begin = reading.sentence[0]
    while begin > 0 and text[begin - 1] == SOFT:
        end = begin - 1
        if (before := _begin_of_statement(text, end)) is None:
            return
        begin = before
        front = expression("said_in_front").match(text, begin, end)
        low = front.end() if front else begin
        comma = text.find(",", low, end)
        stop = comma if comma >= 0 else end
        year = expression("said_year").search(text, low, stop)
        if year and not (year["to"] or year["than"] or year["from"]):
            yield low, stop


def _begin_of_statement(text: str, end: int) -> int | None:
    """Where the statement begins that ends at a position; None where that is too far for its words to date what follows."""
    low = max(0, end - FAR)
    found = max(text.rfind(mark, low, end) for mark in ENDS) + 1
    return found if found or not low else None
