"""What stands beside a number in its clause, for the rules that ask whether it only describes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from mubiao.grammar.numbers.number import Number
from mubiao.grammar.phrase import phrases
from mubiao.grammar.words.classes import classes
from mubiao.grammar.words.edges import edges
from mubiao.grammar.words.numbers import verbs
from mubiao.lexicon.expressions import expression

OPENS, CLOSES = "()"
LOOK = 24  # characters in front of a number that may say what it counts


class Beside:
    """A number of a clause, with the noun behind it.

    Args:
        low, high: the clause.
        numbers: all numbers of the clause; ``index``: which of them is looked at.
    """

    def __init__(self, text: str, low: int, high: int, numbers: Sequence[Number], index: int) -> None:
        self.text, self.low, self.high = text, low, high
        self.number = numbers[index]
        self.before = numbers[index - 1] if index else None
        self.following = numbers[index + 1] if index + 1 < len(numbers) else None
        self.front = self.number.bounded_start
        bounded = _past_note(text, self.number.bounded_end, high)
        self.begin = bounded + len(classes().of.head(text, bounded, high) or "")
        self.of = self.begin > bounded  # 50亿元|的|项目
        limit = self.following.bounded_start if self.following else high
        mark = expression("mark").search(text, self.begin, limit)
        self.end = mark.start() if mark else limit
        self.noun = text[self.begin : self.end]
        self.counted_behind = self.following is not None and self.end == self.following.bounded_start

    @property
    def after_count(self) -> bool:
        """2座|35万千瓦: directly behind a count of things."""
        before = self.before
        return before is not None and before.refused is None and before.of("counted") and before.bounded_end == self.front and not self.of

    @cached_property
    def nothing_behind(self) -> bool:
        """Whether what follows is no thing, or only carries the number (8%的目标)."""
        carrier = classes().carrier.head(self.text, self.begin, self.high)
        if carrier and len(edges().protected.head(self.text, self.begin, self.high) or "") <= len(carrier):
            return True  # 8%的|目标, but not 500万元以上|规模企业
        return not verbs().head(self.text, self.begin, self.end) and phrases.strip(self.text, self.begin, self.end, True).empty


def _past_note(text: str, position: int, high: int) -> int:
    """4800亿元左右|(预计数,下同): where it ends what a bracket notes of a number, which is no thing behind it."""
    return text.find(CLOSES, position, high) + 1 or position if text.startswith(OPENS, position) else position
