"""What the rules of a thing are asked."""

from __future__ import annotations

from collections.abc import Sequence

from mubiao.grammar.clause.clauses import Segment
from mubiao.grammar.phrase import phrases
from mubiao.grammar.phrase.phrase import Phrase
from mubiao.grammar.thing import objects
from mubiao.grammar.thing.found import Found
from mubiao.grammar.thing.head import with_head
from mubiao.grammar.thing.pieces import Piece, Pieces, words_of
from mubiao.grammar.thing.relational import relational
from mubiao.grammar.thing.state import State
from mubiao.grammar.words.classes import classes
from mubiao.grammar.words.edges import edges
from mubiao.grammar.words.things import nouns
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.lexicon.vocabulary import plain, vocabulary

LOOK = 16  # characters in front of a phrase that may be a number


class Case:
    """A number, or several that follow one phrase, with the words that may name what it measures.

    Attributes:
        text: the passage.
        group: the number, or the numbers that follow one phrase.
        phrase: the words in front of it, stripped.
        state: what the sentence has said so far.
        following: the segment behind the group.
        segment: the first number with its words.
        alone: whether it is one number.
        named: whether it is one number with a noun in front that is its own.
        unnamed: whether it is one number without a noun, in front or behind.
        asked: what the rules asked so far found.
        span, noun: the noun in front of the number, without 的, and its words.
        behind: the noun behind the (last) number, empty where there is none.
        within: whether nothing but what the number before counted stands in front (127个|国家和地区的|555个港口).
    """

    def __init__(self, text: str, group: Sequence[Segment], phrase: Phrase, state: State, following: Segment | None) -> None:
        self.text, self.group, self.phrase, self.state, self.following = text, group, phrase, state, following
        low, high = phrase.start, phrase.end
        self.asked: dict[str, Found | None] = {}
        self.segment = group[0]
        self.alone = len(group) == 1
        self.named = self.alone and low < high and not state.listed.handed
        self.span = (low, high - len(classes().of.tail(text, low, high) or ""))
        self.noun = text[self.span[0] : self.span[1]]
        self.behind = self._behind()
        self.unnamed = self.alone and low >= high and self.behind[0] >= self.behind[1]

    def _behind(self) -> tuple[int, int]:
        low, high = objects.noun_behind(self.text, self.group[-1], self.phrase)
        if self.following and high == self.following.number.bounded_start and low < high:  # 18个|专业镇营业收入|分别增长15.6%
            high = phrases.without_predicate(self.text, low, high)
        measured = self.following and (self.following.number.of("rate") or self.following.number.of("money"))
        if measured and low < high and self.segment.number.of("counted"):
            high = objects.without_measure(self.text, low, high)
        return low, high

    @property
    def within(self) -> bool:
        """Whether the words in front are those behind the number before, with 的."""
        if not self.alone or self.segment.first or not self.segment.number.of("counted"):
            return False
        (low, high), text = self.segment.left, self.text
        return classes().of.tail(text, low, high) is not None and expression("number_before").search(text, max(0, low - LOOK), low) is not None

    @property
    def counts_a_rate(self) -> bool:
        """动工率99.5%,其中已竣工|5.26万人, 优良天数比例77%、增加|13天: whether a count follows a rate, which nobody counts."""
        ends, number = tuple(load().words["nouns"]["rate_noun"]), self.segment.number
        return (number.of("counted") or number.in_dimension("duration")) and any(
            self.text.endswith(ends, *piece[:2]) for piece in self.state.subject[-1:]
        )

    @property
    def counts_the_head(self) -> bool:
        """新签约项目500个、总投资3000亿元,新开工|100个: whether it counts what was counted before, not what was measured in between."""
        state, number = self.state, self.segment.number
        unit = number.unit.name if number.unit else ""
        return bool(self.alone and state.head) and number.of("counted") and unit == state.head_unit != state.read.unit

    @property
    def depends(self) -> bool:
        """Whether the phrase is a noun that needs a head."""
        return relational(self.text[self.phrase.start : self.phrase.end])

    @property
    def needs_head(self) -> bool:
        """Whether its noun only relates to something (总投资, 占全省, 产值占全省比重)."""
        fronts = (self.noun.partition(word) for word in nouns()["share_of"])
        share_of = any(share and (not front or relational(front)) for front, share, _ in fronts)
        return relational(self.noun) or (share_of and plain(self.noun) not in vocabulary().forms)  # 税收占比 says of what

    @property
    def made_money(self) -> bool:
        """实现|工业总产值|6.8亿元: whether it is money that a verb says was made, or done."""
        verb = self.phrase.last_verb
        return self.named and verb is not None and self.said(verb) in edges().inner and self.segment.number.of("money")

    @property
    def topic_nearer(self) -> bool:
        """…;开展环境整治,完成投资25亿元: whether the topic of its own sentence is nearer than the head of the one before, or than
        that of a statement before (新增学位1800个,建设一中新校区,完成投资1.5亿元)."""
        topic, head, begin = self.state.topic, self.state.head, self.state.sentence[0]
        if not (topic.said and head) or topic.said[0][0] < begin:
            return False
        return head[0][0] < begin or (topic.acts and head[0][0] < topic.said[0][0])

    def headed(self, found: list[Pieces]) -> list[Pieces]:
        """办理建议186件,|办结率、满意率|均达100%: members of a list that all only relate, behind the head that the sentence told."""
        head, topic, begin = self.state.head, self.state.topic.said, self.state.sentence[0]
        if not all(relational(words_of(self.text, thing)) for thing in found):
            return found
        if head and head[0][0] >= begin:
            return [with_head(self.text, head, thing[0][:2]) for thing in found]
        if topic and topic[0][0] >= begin:
            return [(*topic, *thing) for thing in found]  # 民营经济快速发展,|销售收入、增加值|分别增长
        return found

    def said(self, piece: Piece) -> str:
        """The words of a piece of the text."""
        return self.text[piece[0] : piece[1]]
