"""Structures: 三次产业结构为16:48:36 gives the share of each industry.

Three numbers joined by colons, or two, are shares of a whole where they add up to a hundred and the sentence names the parts; all
other proportions (0.9:1) are refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from mubiao.grammar.clause import change
from mubiao.grammar.figure.bound import plain
from mubiao.grammar.figure.measure import share
from mubiao.grammar.figure.reading import Reading
from mubiao.grammar.numbers.number import Number
from mubiao.grammar.words.figures import wholes
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.rule import Rules, first, rule

COLON = ":"
MARKS = re.compile("[,;、]")
IN_FRONT = 40  # characters of the last statement in front, which may say of what the industries were told
ROUNDING = 0.6  # published shares are rounded: three of them may miss a hundred by so much


@rule(
    "shares of a whole told as a proportion (三次产业结构16:48:36)",
    takes=[
        "三次产业结构调整为8.4:45.1:46.5。",
        "轻、重工业比重33.5:66.5。",
        "三次产业比例由18:46:36优化为16:48:36。",
        "三次产业结构由18:46:36演进为16:48:36。",
        "三次产业比例由2016年的18:46:36，调整到2020年的16:48:36。",
    ],
    refuses=["城乡居民收入比缩小到1.7:1。", "三次产业比例达到12:33:40。", "三次产业比例与上年的9.8:42.1:48.1相比更优。"],
)
def structure(text: str, low: int, match: re.Match[str]) -> re.Match[str] | None:
    """The name of the whole whose shares a match tells."""
    shares = [float(share) for share in match.groups() if share]
    named = [name for name in wholes().name.finditer(text, low, match.start()) if len(wholes().parts[name[0]]) == len(shares)]
    total = sum(shares)
    return named[-1] if named and abs(total - 100) <= ROUNDING else None


@rule(
    "behind a structure, what moves by points is the share of a part, not the part (一产下降1.1个百分点)",
    takes=["三次产业结构为8.4:45.1:46.5，一产下降1.1个百分点。", "三次产业结构为8.4:45.1:46.5。第三产业提高0.9个百分点。"],
    refuses=[
        "三次产业结构为8.4:45.1:46.5。第一产业增长5.1%，提高1.1个百分点。",
        "一产下降1.1个百分点。",
        "三次产业结构为8.4:45.1:46.5。第一产业增长3%。",
    ],
    needed="in bulletins 1.1 points of the share would be a change of the growth of 第一产业增加值",
)
def share_moved(text: str, reading: Reading) -> str | None:
    """The name of the share that a reading behind a structure tells of."""
    number = reading.number
    if number is None or reading.measure != "change" or not number.in_dimension("points") or len(reading.pieces) != 1 or reading.reference:
        return None
    if reading.pieces[0][0] < reading.clause[0]:
        return None  # 第一产业增长5.1%,|提高1.1个百分点: its growth
    return wholes().share.get(reading.indicator(text))


STRUCTURES = Rules("number", structure)
MOVED = Rules("thing", share_moved)


def name_shares(text: str, readings: Iterable[Reading]) -> None:
    """Give what moves by points behind a structure the name of its share."""
    for reading in readings:
        if found := first(MOVED, text, reading):
            reading.pieces = ((*reading.pieces[0][:2], found[1]),)
            reading.more_rules.append(share_moved.name)


def read(text: str, low: int, high: int) -> Iterator[Reading]:
    """Readings of the structures in a sentence; a structure that a change began with is refused."""
    if text.find(COLON, low, high) < 0:
        return
    told = list(expression("structure").finditer(text, low, high))
    for match, following in zip_longest(told, told[1:]):
        if not (found := first(STRUCTURES, text, low, match)):
            continue
        _, named = found
        moves = following and _moves(text, match.end(), following.start())
        began = (moves and expression("base").search(text, low, match.start())) or expression("structure_before").match(text, match.end())
        for index, name in enumerate(wholes().parts[named[0]]):
            yield _reading(match, index, _share_of(text, low, named.end(), name), named.span(), change.base.name if began else "", (low, high))


def _moves(text: str, low: int, high: int) -> bool:
    """Whether the words between two structures move one to the other, whatever the verb (调整为, 演进为), or a comma and one that is known."""
    return not MARKS.search(text, low, high) or expression("base_to").fullmatch(text, low, high) is not None


def _share_of(text: str, low: int, at: int, name: str) -> str:
    """三次产业|投资|比重为6.8:77.3:15.9, 第三产业|投资|下降40.9%。三次产业的比重: the name of a share with what it is a share of, where that
    is no value added.

    Args:
        low: where the sentence begins; ``at``: where the name of the whole ends.
    """
    found = expression("structure_of").match(text, at) or expression("industries_in_front").search(text, max(0, low - IN_FRONT), low)
    share_word = next((word for word in load().words["nouns"]["share"] if name.endswith(word)), "")
    return f"{name.removesuffix(share_word)}{found['thing']}{share_word}" if found and share_word else name


def _reading(match: re.Match[str], index: int, name: str, whole: tuple[int, int], refused: str, sentence: tuple[int, int]) -> Reading:
    start, end = match.span(index + 1)
    number = Number(start, end, float(match[index + 1]), None, load().units["%"], bounded_start=start, bounded_end=end, rule=structure.name)
    return Reading(
        number=number, span=(start, end), pieces=((*whole, name),), clause=(whole[0], match.end()), sentence=sentence, measure="ratio",
        thing_rule=structure.name, number_rule=structure.name, bound_rule=plain.name, measure_rule=share.name, refused=refused,
    )  # fmt: skip
