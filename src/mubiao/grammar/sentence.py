"""One sentence: its clauses in text order, each number with its words, and what they say to the next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import zip_longest

from mubiao.grammar.clause import comparison
from mubiao.grammar.clause.clauses import Clause, Segment
from mubiao.grammar.clause.comparison import Base, Compared, compared, goes_on
from mubiao.grammar.clause.groups import bounded_by, groups, hands_out, is_rate, moves
from mubiao.grammar.figure import roles
from mubiao.grammar.figure.made import made
from mubiao.grammar.figure.reading import Passage, Reading
from mubiao.grammar.numbers.number import Number
from mubiao.grammar.phrase import phrases
from mubiao.grammar.phrase.phrase import PUNCTUATION, Phrase
from mubiao.grammar.phrase.right_edge import take_done
from mubiao.grammar.thing.case import Case
from mubiao.grammar.thing.pieces import Pieces
from mubiao.grammar.thing.relational import relational, without_total
from mubiao.grammar.thing.several import handed_out
from mubiao.grammar.thing.state import NO_VERB, State, Verb
from mubiao.grammar.thing.things import things
from mubiao.grammar.thing.topic import topic_of
from mubiao.grammar.words.things import fused, heads, nouns
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.lexicon.vocabulary import vocabulary

SAID = 2  # figures of a whole that its parts may be told like
ENDS = "、,;。)"  # behind a number that counts what was named before it


class Sentence:
    """Reads the clauses of one sentence into a passage."""

    def __init__(self, text: str, state: State, passage: Passage) -> None:
        self.text = text
        self.state = state
        self.passage = passage
        self.waiting: list[Clause] = []  # clauses without numbers since the last that has one; those behind the last say nothing to anybody

    def heard(self) -> State:
        """The state once the clauses without numbers have said what the next speaks of."""
        for clause in self.waiting:
            topic_of(self.text, clause, self.state)
        self.waiting.clear()
        return self.state

    def clause(self, clause: Clause) -> None:
        """Read a clause; one without numbers names the topic of the next."""
        if not clause.segments:
            self.waiting.append(clause)
            return
        text, state = self.text, self.heard()
        found = list(groups(text, clause.segments))
        before = (state.subject, state.parts.open)
        if roles.are_parts(self.text, clause, state, self.passage):
            state.open_parts()
        state.listed.handed = self._handed(found)
        said, state.relation = len(state.listed.things), ""
        base: Base | None = None
        for group, following in zip_longest(found, found[1:]):
            if base is None and (base := comparison.base.apply(text, group, following)):
                self._refuse_base(base.numbers)
                continue
            self._group(group, following[0] if following else None, base)
            base = None
        state.listed.before = state.listed.things[said:]
        state.topic.said = state.modifier = ()
        state.verb = NO_VERB
        state.told = []
        if clause.bracket:
            state.subject, state.parts.open = before
        else:
            state.topic.verb = ""

    def _handed(self, found: Sequence[Sequence[Segment]]) -> list[Pieces]:
        """The things that the numbers of a clause belong to one by one: those of the clause before, or the list in front of them."""
        state = self.state
        listed = 0 if state.topic.said else state.listed.several
        if hands_out(self.text, found, len(state.listed.before), listed):
            return list(state.listed.before)
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
        for opening in expression("new_statement").finditer(text, low, high):
            front = phrases.strip(text, low, opening.start(), True)
            if not front.empty:  # 20个项目落地、投资…: what went on is what a dependent noun belongs to
                state.topic.said = state.subject = state.head = ((front.start, front.end),)
            low = opening.end()
        for aside in expression("aside").finditer(text, low, high):
            front = phrases.strip(text, low, aside.start(), True)
            if not front.empty:  # 经济总量|稳居全国前十强、|增长5%
                state.subject = state.head = ((front.start, front.end),)
            low = aside.end()
        against = Compared(high)
        if group[0].number.of("compared"):
            against = goes_on(text, group[0], state.relation) or compared(text, low, high, len(group))
            state.relation = against.relation or ""
        elif group[0].number.in_dimension("multiple"):
            against = comparison.share_of_its_own(text, low, high)
        else:
            against = comparison.exceeded(text, low, high)
        phrase = phrases.strip(text, low, against.end, moves(group[0]))
        if not moves(group[0]) and not text[slice(*group[-1].right)].strip(PUNCTUATION):
            take_done(text, phrase)
        if base:
            phrase.predicate[:0] = phrases.verb_of_change(text, *base.verb)
        elif state.told and phrase.empty and not phrase.predicate and is_rate(group[0]):
            phrase.predicate = state.told
        if phrase.action_class in ("add", "make"):
            state.tense.at_end = False  # 年末常住人口41万人;新增停车位5000个,其中医院周边800个
        self._carry_action(phrase, group[0])
        if phrase.front:
            state.subject = state.head = (phrase.front,)
        if "which" in phrase.flags:
            state.open_parts()
        elif state.parts.open and not group[0].bracket and self._ends_parts(group[0], phrase):
            state.close_parts()
        shared = len(against.references) > 1  # 分别高于全国、全省2.2个、3.1个百分点: one thing, measured against several
        rule, found = things(Case(text, group[:1] if shared else group, phrase, state, following))
        state.keep(found)
        measured = found.things * len(group) if shared else found.things
        of_one = all(each == measured[0] for each in measured)
        for index, segment in enumerate(group):
            for thing in measured[index]:
                bounded = bounded_by(group, segment, "distributive" in phrase.flags or found.handed)
                reading = made(text, segment, bounded, phrase, thing, against, state)
                if of_one:
                    reading.position, reading.among = index, len(group)
                reading.reference = against.reference(index)
                reading.base_value = base.numbers[index].value if base else None
                reading.thing_rule = rule
                roles.place(text, reading, phrase, found, state, self.passage)
        if state.parts.open and phrase.action:
            state.parts.act = True
        if len(measured[-1]) == 1 and measured[-1][0]:
            state.subject = measured[-1][0]
            if found.heads:
                state.head = state.subject
                state.head_unit = state.read.unit

    def _ends_parts(self, segment: Segment, phrase: Phrase) -> bool:
        """其中农村2000个,|新增停车位3万个: a new verb ends the parts, where they had none, in another unit, or in a sentence of its own;
        so does a sentence that measures another thing (工业投资…。其中…;|贷款余额…), and a total (其中企业2100户,|总量4.6万户)."""
        text, state = self.text, self.state
        if text[phrase.start : phrase.end] in nouns()["total"] or text.endswith(tuple(nouns()["of_all"]), phrase.start, phrase.end):
            return True  # 其中制造业投资增长15%,|规上工业增加值|增长8%
        cores = [self.passage.readings[index] for index in state.read.cores[-SAID:]]
        told = [core.number for core in cores if core.pieces == cores[-1].pieces]  # 产量268万吨,增长1.8%: the same thing in two units
        said = self.passage.readings[-1] if self.passage.readings else None
        part = said if said is not None and said.role == "sub" else None
        if part and state.parts.act:
            told.append(part.number)  # 其中新开工28个、|竣工|15个
        alike = any(number.unit == segment.number.unit for number in told if number)
        opens = said is None or said.sentence != state.sentence
        begins = segment.left[0] == state.sentence[0]
        noun = text[phrase.start : phrase.end]  # 其中人工造林2万亩,|森林覆盖率提高到38%, but not |占比40%
        known = noun in vocabulary().forms
        rate = segment.first and segment.number.of("rate") and not alike and (known or not relational(noun))
        another = self._measures_another(phrase, part) or (rate and known)
        other = (opens and not alike) or ((opens or rate) and another) or self._leaves_list(segment, phrase, part)
        return other or (phrase.action is not None and (begins or not alike or not state.parts.act))

    def _leaves_list(self, segment: Segment, phrase: Phrase, part: Reading | None) -> bool:
        """其中医院36个、卫生院22个,|床位8123张: what is counted in another unit behind a list of parts is told of the whole; behind a
        single part (其中医院36个,床位8123张) it may be told of the part."""
        number, before = segment.number, self.passage.readings[-2:]
        if part is None or part.number is None or number.of("rate") or phrase.empty or not segment.first or number.unit == part.number.unit:
            return False
        listed = all(reading.role == "sub" and reading.number and reading.number.unit == part.number.unit for reading in before)
        return listed and expression("joined").search(self.text, before[0].span[1], before[1].span[0]) is not None

    def _measures_another(self, phrase: Phrase, part: Reading | None) -> bool:
        """工业投资…。其中技改投资…;|贷款余额…: whether a noun measures what neither the whole nor its last part does."""
        text, state = self.text, self.state
        own = heads().metric.tail(text, phrase.start, phrase.end)
        whole = text[slice(*state.parts.whole[1][-1][:2])] if state.parts.whole[1] else ""
        if own is None or not whole or own in whole + without_total(whole) or (part and part.indicator(text).endswith(own)):
            return False
        if expression("parts_open").match(text, *state.sentence):
            return False  # 生产总值…。其中,第一产业增加值…
        return not any(word in whole and own in shares for word, shares in fused().items())  # 进出口…。其中,出口…;进口…

    def _begins_change(self, group: Sequence[Segment], following: Segment | None) -> bool:
        """由60平方公里逐步扩大…: the first number is refused, and its phrase speaks of what follows."""
        stop = comparison.began(self.text, group[0])
        if stop is None:
            return False
        phrase = phrases.strip(self.text, group[0].left[0], stop, is_rate(group[0]))
        if not phrase.empty:
            self.state.subject = self.state.head = ((phrase.start, phrase.end),)
        self._refuse_base([group[0].number])
        for rest in group[1:]:
            self._group([rest], following)
        return True

    def _refuse_base(self, numbers: Iterable[Number]) -> None:
        for number in numbers:
            number.refused = comparison.base.name
            self.passage.refused.append(number)

    def _carry_action(self, phrase: Phrase, segment: Segment) -> None:
        """The verb at the head of a list holds for the items behind it that have no verb of their own."""
        state = self.state
        if phrase.action:
            state.verb = Verb(self.text[slice(*phrase.action)], phrase.action_class, phrase.moves, "cumulative" in phrase.flags)
        elif state.verb.said and not phrase.predicate and not segment.first and not self._is_reached(phrase, segment):
            phrase.carried, phrase.action_class, phrase.moves, total = state.verb
            phrase.flags |= {"cumulative"} if total else set()  # 累计创建绿色园区16个、绿色工厂170家
        elif state.topic.verb and segment.bracket and phrase.empty:  # 建成示范村(290个)
            phrase.carried = state.topic.verb

    def _is_reached(self, phrase: Phrase, segment: Segment) -> bool:
        """净增98万户、|突破1900万户, 新增1357家、|总数突破1万家: a level that was passed, or a total, is not what came new."""
        text, state, number = self.text, self.state, segment.number
        if state.verb.kind not in ("add", "change"):
            return False
        if number.before and text.startswith(tuple(load().words["particles"]["whole"]), phrase.start, phrase.end):
            return True
        alone = phrase.empty and text[number.bounded_end : number.bounded_end + 1] in ENDS
        return number.passed and alone and number.unit is not None and number.unit.name == state.read.unit
