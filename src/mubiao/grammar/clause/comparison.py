"""What a number is measured against: another indicator, a target that it fulfils, or where a change began."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from mubiao.grammar.clause.clauses import Segment
from mubiao.grammar.numbers.number import Number
from mubiao.grammar.words.edges import edges
from mubiao.grammar.words.figures import comparing
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.rule import Rules, rule

FULFILMENT = "fulfilment"
OF_EARLIER = "of_earlier"
CLOSING = ")"
FAR = 60  # characters in front of the words behind a bracket in which it may open


class Compared(NamedTuple):
    """What stands in front of a number once the comparison is taken off.

    Attributes:
        end: where the phrase of the thing ends.
        references, relation: what it is measured against and how; several where each number has its own (分别高于全国、
            全省2.2个、3.1个百分点).
    """

    end: int
    references: tuple[str, ...] = ()
    relation: str | None = None

    @property
    def differs(self) -> bool:
        """Whether the number is a difference to something else."""
        return self.relation not in (None, FULFILMENT, OF_EARLIER)

    def reference(self, index: int) -> str | None:
        """What the number at a place of its group is measured against, None where nothing is."""
        return self.references[min(index, len(self.references) - 1)] if self.references else None


def relation_of(said: str) -> str:
    """below, at_least or at_most where the text holds a word of them, else above.

    >>> relation_of("增速不低于全国平均水平")
    'at_least'
    """
    kit = comparing().stands
    found = (kit.head(said, position, len(said)) for position in range(len(said)))
    return next((kit.words[word] for word in found if word), "above")


def against(text: str, group: Sequence[Segment], low: int, high: int, relation: str) -> Compared:
    """What the numbers of a group are measured against, by the kind of their unit.

    Args:
        low, high: the words in front of them.
        relation: how the number before is compared with something.
    """
    number = group[0].number
    if (over := exceeded(text, low, high)).references:
        return over  # 固定资产投资超年度计划|28%: no growth
    if number.of("compared"):
        return goes_on(text, group[0], relation) or compared(text, low, high, len(group))
    return share_of_its_own(text, low, high) if number.in_dimension("multiple") else over


def compared(text: str, low: int, high: int, size: int) -> Compared:
    """增速高于规上工业|2个百分点, 完成全年任务的|98%: what the words in front of a rate compare it with.

    Args:
        size: how many numbers follow.
    """
    last = None
    for match in comparing().relation.finditer(text, low, high):
        last = match
    if last is not None and last.end() < high and (found := _references(text[last.end() : high], size)):
        return Compared(last.start(), found, relation_of(last[0]))
    than = expression("compared").search(text, low, high)
    dated = than and (comparing().previous.match(text, than.start()) or expression("time").fullmatch(_without_distributive(than[1])))
    if than and not dated and (found := _references(than[1], size)):
        return Compared(than.start(), found, "below" if expression("compared_below").search(text, low, high) else "above")
    if short := expression("short_of").search(text, low, high):
        return Compared(short.start(), (short["reference"] or short["aim"],), "below")
    if mean := expression("of_mean").search(text, low, high):
        return Compared(mean.start(), (mean["reference"],), OF_EARLIER)
    return share_of_its_own(text, low, high)


def share_of_its_own(text: str, low: int, high: int) -> Compared:
    """完成全年任务的|98%, 恢复到2019年同期的|92%, 是2020年的|2.3倍: of what was planned, or of what there was in an earlier time.

    How much was planned may stand in a bracket between: 占年度计划(2亿元)的|60%.
    """
    begin = max(0, low - FAR) if text.startswith(CLOSING, low - 1) or text.startswith(CLOSING, low) else low
    for relation in (FULFILMENT, OF_EARLIER):
        if match := expression(relation).search(text, begin, high):
            return Compared(max(low, match.start()), (match["reference"],), relation)
    return Compared(high)


def exceeded(text: str, low: int, high: int) -> Compared:
    """财政支出超出预算|3亿元: a difference to what was planned, in the unit of the thing."""
    match = expression("exceeds").search(text, low, high)
    return Compared(match.start(), (match["reference"],), relation_of(match[0])) if match else Compared(high)


def _without_distributive(said: str) -> str:
    """全国、全省|分别: without the word that hands numbers out."""
    said = said.strip()
    for word in load().words["modifiers"]["distributive"]:
        said = said.removesuffix(word) if len(word) > 1 else said
    return said


def _references(said: str, size: int) -> tuple[str, ...]:
    """全国、全省分别: one reference for each number; a single one for all; none where the words name something else."""
    said = _without_distributive(said)
    ending = edges().predicates.tail(said, 0, len(said))
    if ending and edges().predicates.words[ending] in ("reach", "hold", "limit"):
        return ()  # 好于Ⅲ类水体比例|达到|90%: a word of reaching ends a thing, not what it is compared with
    parts = tuple(part for part in expression("joined").split(said) if part)
    if len(parts) == size > 1:
        return parts
    return () if expression("no_reference").search(said) else (said,)


def goes_on(text: str, segment: Segment, relation: str) -> Compared | None:
    """高于全国3.2个百分点、|全省|1.5个百分点: the comparison of the number before, with another place."""
    said = text[slice(*segment.left)]
    place = expression("whole_place").fullmatch(said) or expression("of_the_nation").fullmatch(said)
    return Compared(segment.left[0], (said,), relation) if relation and place and not segment.first else None


@dataclass(frozen=True, slots=True)
class Base:
    """Where changes began (由N1提高到N2).

    Attributes:
        numbers: the N1, one for each end; none of them is a row.
        left, start: the phrase in front of them.
        verb: span of the words of change.
    """

    numbers: tuple[Number, ...]
    left: int
    start: int
    verb: tuple[int, int]


@rule(
    "where a change began (由60平方公里增至120平方公里)",
    takes=["建成区面积由60平方公里扩大到120平方公里。", "高新技术企业、科技型企业分别从771家、481家增加到1076家、636家。"],
    refuses=["建成区面积扩大到120平方公里。", "由12家单位组成的联盟引进项目30个。"],
    name="base_of_change",
)
def base(text: str, group: Sequence[Segment], following: Sequence[Segment] | None) -> Base | None:
    """分别从|771家、481家|增加到1076家、636家: the numbers that changes began with, where as many of the same units follow."""
    match = expression("base").search(text, *group[0].left)
    if match is None or following is None or len(following) != len(group):
        return None
    low, high = group[-1].number.bounded_end, following[0].number.bounded_start
    alike = all(_alike(one.number, other.number) for one, other in zip(group, following, strict=True))
    if not alike or not (verb := expression("base_to").fullmatch(text, low, high)):
        return None
    return Base(tuple(segment.number for segment in group), group[0].left[0], match.start(), verb.span("verb"))


def _alike(begun: Number, ended: Number) -> bool:
    """Whether two numbers are of one unit; by what it is counted may be said of the first only (由每人每月931元提高至1053元)."""
    if begun.unit == ended.unit or begun.unit is None or ended.unit is None:
        return begun.unit == ended.unit
    return begun.unit.name.startswith(f"{ended.unit.name}/")


BASES = Rules("refusal", base)


def began(text: str, segment: Segment) -> int | None:
    """由60平方公里逐步扩大…: where the phrase in front of a number ends that a change began with, None where it is none."""
    match = expression("base").search(text, *segment.left)
    return match.start() if match and expression("base_moves").match(text, segment.number.bounded_end) else None
