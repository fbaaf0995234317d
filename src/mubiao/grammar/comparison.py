"""What a number is measured against: another indicator, a target that it fulfils, or where a change began."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from mubiao.grammar import relative
from mubiao.grammar.clauses import Segment
from mubiao.lexicon.affix import pattern
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load

FULFILMENT = "fulfilment"


@dataclass(frozen=True, slots=True)
class Compared:
    """What stands in front of a number once the comparison is taken off.

    Attributes:
        end: where the phrase of the thing ends.
        reference, relation: what it is measured against and how; None where nothing is.
    """

    end: int
    reference: str | None = None
    relation: str | None = None

    @property
    def differs(self) -> bool:
        """Whether the number is a difference to something else."""
        return self.relation not in (None, FULFILMENT)


@lru_cache(maxsize=1)
def _expressions() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Comparisons (高于, 快于), and times that are no comparison (比上年)."""
    words = load().words
    previous = [word for word in words["modifiers"]["previous"] if word[0] in words["particles"]["than"]]
    return re.compile(pattern(words["predicates"]["relation"])), re.compile(pattern({word[1:] for word in previous}))


def compared(text: str, low: int, high: int) -> Compared:
    """增速高于规上工业|2个百分点, 完成全年任务的|98%: what the words in front of a rate compare it with."""
    comparing, previous = _expressions()
    last = None
    for match in comparing.finditer(text, low, high):
        last = match
    if last is not None and last.end() < high and not expression("no_reference").search(text, last.end(), high):
        return Compared(last.start(), text[last.end() : high].strip(), relative.relation_of(last[0]))
    than = expression("compared").search(text, low, high)
    if than and not previous.match(than[1]) and not expression("time").fullmatch(than[1]):
        return Compared(than.start(), than[1], "below" if expression("compared_below").search(text, low, high) else "above")
    if fulfilled := expression("fulfilment").search(text, low, high):
        return Compared(fulfilled.start(), fulfilled["reference"], FULFILMENT)
    return Compared(high)


def base(text: str, segment: Segment) -> re.Match[str] | None:
    """由|70平方公里增至140平方公里: the words that say that a number is only where a change began."""
    match = expression("base").search(text, *segment.left)
    return match if match and expression("base_moves").match(text, segment.number.stop) else None
