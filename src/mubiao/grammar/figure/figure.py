"""A number with what tells which kind of figure it is, and whether it grows."""

from __future__ import annotations

from typing import NamedTuple

from mubiao.grammar.numbers.number import Number
from mubiao.grammar.numbers.spelled import doubling, no_growth
from mubiao.grammar.phrase.phrase import MOVES, Phrase
from mubiao.grammar.words.figures import measures
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load

OTHER = {"rise": "fall", "fall": "rise"}


def growing(phrase: Phrase) -> str:
    """rise or fall where the words in front of the number, or the verb in front of the noun, tell of it, else ""; a fall that grows
    smaller (降幅|收窄) is a rise, one that grows larger a fall."""
    told = [(word, kind) for word, kind in phrase.predicate if kind in MOVES]
    if len(told) > 1 and any(kind == "fall" and word in measures().rate.words for word, kind in told[1:]):
        return OTHER[told[0][1]]
    return told[0][1] if told else phrase.moves


def grows_behind(text: str, position: int) -> bool:
    """保持30%以上增长: the word of growth stands behind the number."""
    return expression("growth_behind").match(text, position) is not None


class Figure(NamedTuple):
    """A number with what tells which kind of figure it is.

    Attributes:
        phrase: the words in front; ``indicator``: what it measures.
        compared: whether it is measured against something else.
        behind: whether a word of growth stands behind it.
        at_end: whether the sentence tells how things stand at the end of the year.
        verb: of the commitment, or what tells how it moves; ``ahead``: whether the number stands in front of its noun.
    """

    number: Number
    phrase: Phrase
    indicator: str
    compared: bool
    behind: bool
    at_end: bool = False
    verb: str = ""
    ahead: bool = False

    @property
    def grows(self) -> bool:
        """Whether a word tells of growth or of a fall."""
        phrase, noun = self.phrase, self.indicator
        said = growing(phrase) or self.behind or "previous" in phrase.flags
        of_change = measures().rate.tail(noun, 0, len(noun)) or measures().change_noun.tail(noun, 0, len(noun))
        return bool(said or of_change) or self.number.rule in (doubling.name, no_growth.name)

    def ends(self, table: str) -> bool:
        """Whether the indicator, or what stands in it in front of a bracket at its end, ends with a word of a table of nouns."""
        words = tuple(load().words["nouns"][table])
        return self.indicator.endswith(words) or self.indicator.partition("(")[0].endswith(words)
