"""Where a change began: 由60平方公里增至120平方公里. The first number is no row, and stands with the second as its base."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mubiao.grammar.clause.clauses import Segment
from mubiao.grammar.clause.comparison import of_each
from mubiao.grammar.numbers.number import Number
from mubiao.lexicon.expressions import expression
from mubiao.rule import Rules, first, rule


@dataclass(frozen=True, slots=True)
class Base:
    """Where changes began (由N1提高到N2).

    Attributes:
        numbers: the N1, one for each end; none of them is a row.
        left, start: the phrase in front of them.
        verb: span of the words of change.
        noun: span of what was counted, where it stands behind its first number (将162个|开发区|整合为123个).
    """

    numbers: tuple[Number, ...]
    left: int
    start: int
    verb: tuple[int, int]
    noun: tuple[int, int] = (0, 0)


@rule(
    "where a change began (由60平方公里增至120平方公里)",
    takes=[
        "建成区面积由60平方公里扩大到120平方公里。",
        "高新技术企业、科技型企业分别从771家、481家增加到1076家、636家。",
        "高速公路从2012年的2900公里，到2020年突破1万公里。",
        "城乡低保标准由260元分别提高到480元、320元。",
        "常住人口58万人，与2010年第六次全国人口普查的44万人相比，十年共增加14万人。",
        "将162个开发区整合为123个。",
    ],
    refuses=["建成区面积扩大到120平方公里。", "由12家单位组成的联盟引进项目30个。", "将162个厂房改造为123个园区。"],
    name="base_of_change",
)
def base(text: str, group: Sequence[Segment], following: Sequence[Segment] | None) -> Base | None:
    """分别从|771家、481家|增加到1076家、636家: the numbers that changes began with, where as many of the same units follow; all that are handed
    out began with a single one (由260元|分别|提高到320元、480元)."""
    match = expression("base").search(text, *group[0].left)
    if match is None or following is None:
        return None
    low, high = group[-1].number.bounded_end, following[0].number.bounded_start
    verb = expression("base_to").fullmatch(text, low, high)
    several = len(group) == 1 and verb is not None and of_each(text, low, high)
    begun = [segment.number for segment in group] * (len(following) if several else 1)
    if verb is None or len(begun) != len(following) or not all(map(_alike, begun, (segment.number for segment in following))):
        return None
    merged = expression("merged_into").fullmatch(text, low, high)
    if match["merged"] and not merged:
        return None  # 将12个厂房改造为5个园区
    spans = (merged.span("verb"), merged.span("noun")) if merged else (verb.span("verb"),)
    return Base(tuple(begun), group[0].left[0], match.start(), *spans)


def _alike(begun: Number, ended: Number) -> bool:
    """Whether two numbers are of one unit; by what it is counted may be said of the first only (由每人每月931元提高至1053元)."""
    if begun.unit == ended.unit or begun.unit is None or ended.unit is None:
        return begun.unit == ended.unit
    return begun.unit.name.startswith(f"{ended.unit.name}/")


BASES = Rules("refusal", base)


def began_with(text: str, group: Sequence[Segment], following: Sequence[Segment] | None) -> Base | None:
    """The numbers that changes began with, refused; None where the group is none of them."""
    found = first(BASES, text, group, following)
    if found is None:
        return None
    for number in found[1].numbers:
        number.refused = found[0].name
    return found[1]


def opens(text: str, segment: Segment) -> re.Match[str] | None:
    """由60平方公里逐步扩大…: the words in front of a number that a change began with, which is refused; None where it is none."""
    match, end = expression("base").search(text, *segment.left), segment.number.bounded_end
    if (
        match is None
        or match["merged"]
        or not (expression("base_moves").match(text, end) or (match["from"] and expression("base_until").match(text, end)))
    ):
        return None
    segment.number.refused = base.name
    return match
