"""What a number is measured against: another indicator, or a target that it fulfils."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from mubiao.grammar.clause.clauses import BRACKET, Segment
from mubiao.grammar.words.edges import edges
from mubiao.grammar.words.figures import comparing
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load

FULFILMENT = "fulfilment"
OF_EARLIER = "of_earlier"
CLOSING = ")"
LEVEL = 14  # characters from 比 to the end of a level that stands between
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
    if number.of("money"):
        found = compared(text, low, high, len(group))
        means = found.differs and all(expression("mean_of_place").fullmatch(reference) for reference in found.references)
        return found if means else over  # 农民人均纯收入高于全国平均水平|989元
    return share_of_its_own(text, low, high) if number.in_dimension("multiple") else over


def compared(text: str, low: int, high: int, size: int) -> Compared:
    """增速高于规上工业|2个百分点, 完成全年任务的|98%: what the words in front of a rate compare it with.

    Args:
        size: how many numbers follow.
    """
    if level := expression("above_level").search(text, max(0, low - LEVEL), high):
        below = expression("compared_below").search(text, level.end() - 1, level.end()) is not None
        return Compared(max(low, level.start()), (level["reference"],), "below" if below else "above")
    last = None
    for match in comparing().relation.finditer(text, low, high):
        bound = any(len(word) > 1 and text.startswith(word, match.start() - 1) for word in load().bounds["before"])
        last = None if bound else match  # 不低于|供应总量的70%: a floor, and no difference
    if last is not None and last.end() < high and (found := _references(text[last.end() : high], size)):
        begin = last.start() - 1 if text[max(low, last.start() - 1) : last.start()] in load().bounds["before"] else last.start()
        return Compared(begin, found, relation_of(last[0]))  # 约高于全国|2个百分点: 约 is no thing
    than = expression("compared").search(text, low, high)
    found = _references(than[1], size) if than else ()
    dated = than and (comparing().previous.match(text, than.start()) or expression("time").fullmatch(_without_distributive(than[1])))
    if than and found and (not dated or len(found) > 1):  # 较上月和上年同期分别提高|0.1个、1.2个百分点: one for each
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
    if match is None:
        return Compared(high)
    less = expression("compared_below").search(match[0]) is not None
    return Compared(match.start(), (match["reference"],), "below" if less else relation_of(match[0]))


def of_each(text: str, low: int, high: int) -> bool:
    """事故132起、死亡103人,比前两年均值分别下降|20.2%和26.4%: whether the words of a comparison hand the numbers out."""
    return any(word in text[low:high] for word in load().words["modifiers"]["distributive"] if len(word) > 1)


def plan_in_front(text: str, segment: Segment) -> str | None:
    """与2021年执行数相比,有以下变化。一是收入增加|3627万元: the plan that the changes of a paragraph are told against; 同比 is against the year."""
    begin = text.rfind("\n", 0, segment.clause[0]) + 1
    *_, last = (None, *expression("held_against_plan").finditer(text, begin, segment.clause[0]))
    return last["plan"] if last and not comparing().previous.search(text, *segment.left) else None


def beyond(text: str, segment: Segment, low: int, plan: str) -> Compared | None:
    """比计划目标3000亿元超过|1070亿元: by how much a plan was exceeded whose number stands in front; the word of passing is no bound."""
    number = segment.number
    if not plan or not expression("beyond").fullmatch(text, low, number.start):
        return None
    number.before, number.bounded_start = "", number.start
    return Compared(low, (plan,), "above")


def _without_distributive(said: str) -> str:
    """全国、全省|分别: without the word that hands numbers out."""
    said = said.strip()
    for word in load().words["modifiers"]["distributive"]:
        said = said.removesuffix(word) if len(word) > 1 else said
    return said


def _references(said: str, size: int) -> tuple[str, ...]:
    """全国、全省分别: one reference for each number; a single one for all; none where the words name something else."""
    said = _without_distributive(BRACKET.sub("", said))  # 全省(7.7%)和全国平均水平(7.0%)分别
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
