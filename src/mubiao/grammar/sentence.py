"""Sentence after sentence: the clauses in text order, each number with its words, and what they say to the next."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from mubiao.grammar.clause import change, comparison
from mubiao.grammar.clause.change import Base
from mubiao.grammar.clause.clauses import Clause, Segment, segments
from mubiao.grammar.clause.groups import bounded_by, groups, hands_out, is_rate, moves
from mubiao.grammar.figure import roles
from mubiao.grammar.figure.figure import growing
from mubiao.grammar.figure.made import made
from mubiao.grammar.figure.parts import BehindParts
from mubiao.grammar.figure.reading import Passage
from mubiao.grammar.numbers.number import Number
from mubiao.grammar.phrase import phrases
from mubiao.grammar.phrase.phrase import PUNCTUATION, Phrase
from mubiao.grammar.phrase.right_edge import take_done
from mubiao.grammar.thing.branches import measure_of_branches
from mubiao.grammar.thing.case import Case
from mubiao.grammar.thing.handed import handed_out
from mubiao.grammar.thing.listed_verb import THERE, carry_verb, verbs_of_each
from mubiao.grammar.thing.opening import opening
from mubiao.grammar.thing.pieces import Pieces
from mubiao.grammar.thing.state import NO_VERB, State
from mubiao.grammar.thing.things import things
from mubiao.grammar.thing.topic import heard, told_in_front
from mubiao.lexicon.expressions import expression


class Sentences:
    """Reads the sentences of a text into a passage, one after the other.

    Attributes:
        start: where the passage begins.
        quoted: its quotations and book titles.
        state: what the sentence that is read has said so far.
    """

    def __init__(self, text: str, start: int, quoted: Sequence[tuple[int, int]], passage: Passage) -> None:
        self.text, self.start, self.quoted, self.passage = text, start, quoted, passage
        self.state = State((start, start), [])

    def read(self, sentence: tuple[int, int], numbers: Sequence[Number]) -> None:
        """Read a sentence with its numbers; those that its clauses show to be no quantities are refused."""
        self.state = opening(self.text, self.start, sentence, self.state, self.quoted)
        outside = (self.state.subject, self.state.parts.open)
        for clause in segments(self.text, *sentence, numbers, self.state.opaque):
            self._clause(clause)
            if not clause.bracket:
                outside = (self.state.subject, self.state.parts.open)
            elif self.text[clause.span[1]] == ")":  # 收入10亿元(其中税收8亿元,增长3%),|增长5%
                self.state.subject, self.state.parts.open = outside

    def _clause(self, clause: Clause) -> None:
        """Read a clause; one without numbers names the topic of the next."""
        if not clause.segments:
            self.state.waiting.append(clause)
            return
        text, state = self.text, heard(self.text, self.state)
        found = list(groups(text, clause.segments))
        if roles.are_parts(self.text, clause, state, self.passage):
            state.open_parts()
        state.listed.handed = self._handed(found)
        said, state.relation = len(state.listed.things), ""
        base: Base | None = None
        for group, following in zip_longest(found, found[1:]):
            if base is None and (base := change.began_with(text, group, following)):
                continue
            self._group(group, following[0] if following else None, base)
            base = None
        state.listed.before = state.listed.things[said:]
        state.topic.said = state.topic.branch = state.modifier = ()
        holds = state.verb.moves == "fall" or state.verb == THERE
        state.verb = state.verb if holds and not clause.bracket else NO_VERB
        state.told = []
        if not clause.bracket:
            state.topic.verb = ""

    def _handed(self, found: Sequence[Sequence[Segment]]) -> list[Pieces]:
        """The things that the numbers of a clause belong to one by one: those of the clause before, or the list in front of them."""
        state = self.state
        listed = 0 if state.topic.said else state.listed.several
        if hands_out(self.text, found, len(state.listed.before), listed):
            return list(state.listed.before)
        last = state.listed.last(len(found))  # 新批项目126个,合同外资6.2亿元,到账外资3.1亿元,分别下降8%、增长12%、增长21%
        if len(set(last)) == len(last) and hands_out(self.text, found, len(last), 0):
            return last
        return handed_out(self.text, found, state.opaque)

    def _group(self, group: Sequence[Segment], following: Segment | None, base: Base | None = None) -> None:
        """One segment, or several numbers that follow one phrase (分别增长13%、20%以上).

        Args:
            base: the numbers that their changes began with.
        """
        if self._begins_change(group, following):
            return
        text, state = self.text, self.state
        low, high = (base.left, base.start) if base else group[0].left
        low = told_in_front(text, low, high, state)
        against = comparison.beyond(text, group[0], low, state.planned) or comparison.against(text, group, low, high, state.relation)
        if group[0].number.of("compared"):
            state.relation = against.relation or ""
        phrase = self._phrase(group, low, against.end, base)
        if growing(phrase) and against.relation is None and (plan := state.planned or comparison.plan_in_front(text, group[0])):
            against = comparison.Compared(against.end, (plan,), "below" if growing(phrase) == "fall" else "above")
            phrase.predicate = []
        state.planned = ""
        self._hear(phrase, group[0])
        shared = len(against.references) > 1  # 分别高于全国、全省2.2个、3.1个百分点: one thing, measured against several
        if len(group) > 1 and not shared and comparison.of_each(text, against.end, high):
            phrase.flags |= {"distributive"}
        rule, found = things(Case(text, group[:1] if shared else group, phrase, state, following))
        state.keep(found)
        measured = found.things * len(group) if shared else found.things
        verbs = verbs_of_each(text, state.sentence[0], phrase, len(group))
        of_one = not verbs and all(each == measured[0] for each in measured)
        told_of_all: str | None = None
        for index, segment in enumerate(group):
            for thing in measured[index]:
                bounded = bounded_by(group, segment, "distributive" in phrase.flags or found.handed)
                reading = made(text, segment, bounded, phrase, thing, against, state)
                if verbs:
                    reading.action = verbs[index]
                if phrase.basis and index < 2 and (pair := expression("two_bases").search(text, low, high)):
                    reading.basis = pair[index + 1]  # 环比、同比分别增长51%、15%
                if "distributive" in phrase.flags and not (phrase.basis or segment.note):
                    reading.basis = told_of_all = reading.basis or told_of_all  # 扣除价格因素,分别增长5.4%和6.2%
                if of_one:
                    reading.position, reading.among = index, len(group)
                reading.reference = against.reference(index)
                reading.base_value = base.numbers[index].value if base else None
                reading.thing_rule = rule
                roles.add(text, reading, phrase, found, state, self.passage)
        if state.parts.open and phrase.action:
            state.parts.act = True
        if len(measured[-1]) == 1 and measured[-1][0]:
            state.subject = measured[-1][0]
            state.branches = measure_of_branches(text, state.subject) or state.branches
            if group[0].number.of("counted") and not state.parts.open:
                state.counted = (state.subject, state.read.unit)
            if found.heads:
                state.head = state.subject
                state.head_unit = state.read.unit
        elif group[0].number.of("counted") and not phrase.empty:
            state.subject = ()  # 工矿商贸就业人员10万人事故死亡|1.02人,下降4.7%: what follows a name that nobody can read is of no other

    def _phrase(self, group: Sequence[Segment], low: int, high: int, base: Base | None) -> Phrase:
        """The words in front of a group taken apart, with the verb that is said elsewhere: behind the base, in a label, or at the head of a list."""
        text, state, first = self.text, self.state, group[0]
        phrase = phrases.strip(text, low, high, moves(first))
        if not moves(first) and not text[slice(*group[-1].right)].strip(PUNCTUATION):
            take_done(text, phrase)
        elif is_rate(first):
            phrases.tell_which(text, phrase)
        phrases.tell_how_long(text, phrase)
        if base:
            if phrase.empty and not phrase.action:
                phrase.start, phrase.end = base.noun
            phrase.predicate[:0] = phrases.verb_of_change(text, *base.verb)
        elif state.told and phrase.empty and not growing(phrase) and is_rate(first):
            phrase.predicate = [*phrase.predicate, *state.told]
        carry_verb(text, phrase, first, state)
        return phrase

    def _hear(self, phrase: Phrase, segment: Segment) -> None:
        """What the words in front of a number say to it and to those behind it."""
        state = self.state
        if phrase.action and phrase.action_class in ("add", "make"):
            state.tense.at_end = False  # 年末常住人口41万人;新增停车位5000个,其中医院周边800个
        if phrase.front:
            state.subject = state.head = (phrase.front,)
        if "which" in phrase.flags:
            state.open_parts()
        elif state.parts.open and not segment.bracket and BehindParts(self.text, state, self.passage, segment, phrase).is_none():
            state.close_parts()

    def _begins_change(self, group: Sequence[Segment], following: Segment | None) -> bool:
        """由60平方公里逐步扩大…: the first number is refused, and its phrase speaks of what follows."""
        opened = change.opens(self.text, group[0])
        if opened is None:
            return False
        self.state.planned = opened["plan"] or ""
        phrase = phrases.strip(self.text, group[0].left[0], opened.start(), is_rate(group[0]))
        if not phrase.empty:
            self.state.subject = self.state.head = ((phrase.start, phrase.end),)
        for rest in group[1:]:
            self._group([rest], following)
        return True
