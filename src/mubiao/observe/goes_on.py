"""Whose rate or money a figure of a list is that says no more: 改造小区20个。已开工18个,|开工率|90%, 完成|投资|3亿元 are of the 小区,
and so is what says no more than that it was done: 改造公路20条。|完成建设|40公里."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import takewhile

from mubiao.grammar.figure.reading import Reading
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.model import Task
from mubiao.observe.clauses import begin_of_line, begin_of_sentence
from mubiao.read.fold import as_read
from mubiao.rows import Observation

MONEY = "money_cny"
WORD = 2  # characters, and more, that are not said twice: 价格补贴|补贴标准, 项目竣工|项目竣工率


def named(text: str, folded: Callable[[int], int], reading: Reading, phrase: str, rows: Sequence[Observation], task: Task) -> str | None:
    """The phrase of a reading, with whose it is in front where it says nothing alone; None where nobody tells.

    Args:
        text: folded text.
        folded: from a place in the text as published to the one in the folded text.
        phrase: what the reading measures, as published.
        rows: what its item has stated so far.
    """
    if this := expression("this_project").fullmatch(as_read(phrase)):
        project = _title(text, reading.span[0])
        return project + this["rest"] if project else None
    begin = begin_of_sentence(text, reading.span[0])
    said = list(takewhile(lambda row: folded(row.char_start) >= begin, reversed(rows)))  # the last first
    piece = _last_piece(text, reading, [folded(row.char_start) for row in said]) or phrase
    found = expression("only_rate_or_money").fullmatch(as_read(piece))
    if found is None and expression("only_deed").fullmatch(as_read(piece)) is None:
        return phrase
    alone = found["said"] if found else ""
    owner: str | None
    if owners := list(_owners(said, alone)):
        owner = owners[min(reading.among - reading.position, len(owners)) - 1 if reading.among > 1 else 0]
    elif title := next(filter(None, (expression("title_of_project").fullmatch(one) for one in reversed(task.section))), None):
        owner = title["name"]
    else:
        owner = next(_owners(reversed(rows), alone), None) or _title(text, reading.span[0]) or _line_above(text, reading.span[0]) or None
    return None if owner is None else owner + alone


def _title(text: str, at: int) -> str:
    """(一)|老旧小区改造工程|。该工程…: the project that opens the paragraph of a position."""
    line = text.rfind("\n", 0, at) + 1
    title = expression("title_of_project").match(text, line, at)
    return title["name"] if title and text.startswith("。", title.end()) else ""


def _line_above(text: str, at: int) -> str:
    """城市交通缓堵保畅: what the item of a position is called in a line of its own above it."""
    end = max(0, begin_of_line(text, at) - 1)
    above = text[begin_of_line(text, end) : end].strip()
    found = expression("name_of_item").fullmatch(above)
    return found["name"] if found else ""


def _last_piece(text: str, reading: Reading, told: Sequence[int]) -> str:
    """涉及|居民|2.1万户,已完工149个,|完工率: what stands in the clause itself, where a figure stands between it and the words put in front of it."""
    if len(reading.pieces) < 2 or not any(reading.pieces[0][1] < at < reading.pieces[-1][0] for at in told[:-1]):
        return ""
    return text[slice(*reading.pieces[-1][:2])]


def _owners(rows: Iterable[Observation], alone: str) -> Iterator[str]:
    """What may have a rate or money, in their order: things that are counted, and money without its last word."""
    units = load().units
    for row in rows:
        unit = units.get(row.unit or "")
        if row.measure != "amount" or unit is None or expression("reaches_people").search(row.indicator):
            continue
        name = row.indicator
        while unit.dimension == MONEY and (end := expression("money_of_item").search(name)):
            name = name[: end.start()]
        if name and not expression("only_rate_or_money").fullmatch(as_read(name)):
            twice = next((alone[:size] for size in range(len(alone), WORD - 1, -1) if name.endswith(alone[:size])), "")
            yield name.removesuffix(twice)
