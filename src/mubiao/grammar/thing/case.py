"""What the rules of a thing are asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from mubiao.grammar.clause.clauses import Segment
from mubiao.grammar.phrase import phrases
from mubiao.grammar.phrase.phrase import Phrase
from mubiao.grammar.thing import objects
from mubiao.grammar.thing.coordinate import Piece
from mubiao.grammar.thing.relational import relational
from mubiao.grammar.thing.state import State
from mubiao.grammar.words.classes import classes


@dataclass(frozen=True)
class Case:
    """A number, or several that follow one phrase, with the words that may name what it measures.

    Attributes:
        text: the passage.
        group: the number, or the numbers that follow one phrase.
        phrase: the words in front of it, stripped.
        state: what the sentence has said so far; rules only read it.
        following: the segment behind the group.
    """

    text: str
    group: Sequence[Segment]
    phrase: Phrase
    state: State
    following: Segment | None

    @property
    def segment(self) -> Segment:
        """The first number with its words."""
        return self.group[0]

    @property
    def alone(self) -> bool:
        """Whether it is one number."""
        return len(self.group) == 1

    @cached_property
    def span(self) -> tuple[int, int]:
        """The noun in front of the number, without 的."""
        low, high = self.phrase.start, self.phrase.end
        return low, high - len(classes().of.tail(self.text, low, high) or "")

    @cached_property
    def noun(self) -> str:
        """The same, in words."""
        return self.text[self.span[0] : self.span[1]]

    @cached_property
    def behind(self) -> tuple[int, int]:
        """The noun behind the (last) number, empty where there is none."""
        low, high = objects.behind(self.text, self.group[-1], self.phrase)
        if self.following and high == self.following.number.bounded_start and low < high:  # 18个|专业镇营业收入|分别增长15.6%
            high = phrases.without_predicate(self.text, low, high)
        return low, high

    @property
    def depends(self) -> bool:
        """Whether the phrase is a noun that needs a head."""
        return relational(self.text[self.phrase.start : self.phrase.end])

    def said(self, piece: Piece) -> str:
        """The words of a piece of the text."""
        return self.text[piece[0] : piece[1]]
