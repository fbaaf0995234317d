"""A reading in its document becomes an observation, or is none for a reason that has a name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from mubiao.grammar.clause.comparison import FULFILMENT
from mubiao.grammar.figure.reading import Reading
from mubiao.grammar.figure.roles import part_of_total
from mubiao.lexicon.loader import load
from mubiao.lexicon.vocabulary import vocabulary
from mubiao.model import Document, Task
from mubiao.observe import indicators, keys, kind, own_budget, place_of_clause, whose, yardstick
from mubiao.observe.activity import activity, begun, done_to, gone, verb_kind, worked_on
from mubiao.observe.clauses import around
from mubiao.observe.confidence import confidence, hardly_judged
from mubiao.observe.fits import counts_all, is_for_them
from mubiao.observe.ids import Ids
from mubiao.observe.part import called_as_whole, for_each, part_named, part_told_of
from mubiao.observe.stance import stance
from mubiao.observe.time import when
from mubiao.observe.told import has_already, stock_before
from mubiao.observe.when import When
from mubiao.observe.written import Written
from mubiao.read.fold import as_read
from mubiao.read.places import Place, gazetteer
from mubiao.read.years import is_spoken_before
from mubiao.rows import Observation
from mubiao.rule import first


class Thing(NamedTuple):
    """What a reading measures, and whose it is.

    Attributes:
        written: the phrase as written, but for a place that its own clause names; ``phrase``: the same as the grammar reads it.
        named: the indicator that it names.
        rule: the rule that put the place of its own clause in, "" for none.
    """

    place: Place
    written: str
    phrase: str
    named: indicators.Named | None
    rule: str

    @property
    def known(self) -> str | None:
        """Id of its canonical indicator."""
        return self.named.id if self.named else None


class Rows:
    """Makes the rows of a document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.folded.text
        self.written = Written(document)
        self.ids = Ids(document.doc_id)
        self.year = (document.facts.year or 0) + document.facts.kind.own_year
        self.now = self.year - (document.facts.kind.own_year or is_spoken_before(self.text, self.year))
        self.own = gazetteer().by_code[document.facts.jurisdiction_code or ""]
        self.scopes: dict[str, str | None] = {}  # of the rows made so far
        self.things: dict[str, Thing] = {}  # what they measure
        self.stocks: dict[str, str | None] = {}  # ids of the stocks among them, and their units
        self.spans: dict[str, tuple[int, int]] = {}  # their first and last years

    def row(self, reading: Reading, task: Task, task_id: str, parent: str | None, stated: str) -> Observation | str:
        """The observation of a reading, or the name of the rule by which it is none.

        Args:
            parent: id of the observation of which it is a part or the second tier.
            stated: what it measures, as written.
        """
        thing = self._thing(reading, stated)
        if isinstance(thing, str):
            return thing
        if unknown := first(kind.UNKNOWN, reading, thing.known):
            return unknown[0].name
        scope = self._scope(reading, thing, task, parent)
        whole = bool(reading.reference) and thing.place == self.own and scope is None
        if whole and (itself := first(yardstick.ITSELF, reading.reference, thing.phrase, thing.known, self.own)):
            return itself[0].name
        time = when(self.text, reading, task, self.year, vocabulary().by_id[thing.known].nature if thing.known else "", self.now)
        if reason := stance(self.text, reading, time.stage == "result", self.own, scope):
            return reason
        begun, last = self.spans.get(parent or "", (time.year, 0))
        if part_of_total.name in reading.more_rules and last == time.year:  # 五年累计投资50亿元,其中产业投资20亿元
            time = time._replace(start=min(begun, time.start))
        made = self._observation(reading, task, task_id, parent, thing, time, scope)
        self.scopes[made.observation_id] = scope
        self.things[made.observation_id] = thing
        if made.cumulative:
            self.stocks[made.observation_id] = made.unit
        self.spans[made.observation_id] = (time.start, time.year)
        return made

    def _observation(
        self, reading: Reading, task: Task, task_id: str, parent: str | None, thing: Thing, time: When, scope: str | None
    ) -> Observation:
        place, phrase, known = thing.place, thing.phrase, thing.known
        span = self.document.folded.span(*reading.span)
        number = reading.number
        unit = reading.unit
        comparator, modifier = kind.bound(self.text, reading, time)
        growth = first(kind.GROWTH, reading, phrase, thing.named)
        measure = growth[1] if growth else reading.measure
        counted_in = unit if measure == "amount" else None
        above, against = yardstick.measured_against(reading.reference, self.own, place)
        of_stock = parent in self.stocks and self.stocks[parent] == unit and measure == "amount" and not reading.action_kind
        stock = stock_before(self.text, reading, has_already.name in time.rules)
        further = [thing.rule, growth[0].name if growth else "", stock, *self._marks(reading)]
        return Observation(
            observation_id=self.ids.new(span, thing.written, measure),
            doc_id=self.document.doc_id,
            task_id=task_id,
            jurisdiction_code=place.code,
            jurisdiction=place.name,
            year=time.year,
            period_start=time.start,
            stage=time.stage,
            indicator_id=known,
            indicator=thing.written,
            indicator_key=keys.key(phrase, counted_in),
            indicator_stem=keys.stem(phrase, counted_in),
            measure=measure,
            comparator=comparator,
            modifier=modifier,
            value=abs(number.value) if number and number.value is not None else None,
            value_high=number.high if number else None,
            sign=-1 if reading.sign < 0 or (number and (number.value or 0) < 0) else 1,
            unit=unit,
            cumulative=((reading.cumulative or of_stock) and not kind.made_in_year(self.text, reading, phrase, known, time)) or bool(stock),
            reference=reading.reference,
            reference_id=against,
            reference_code=above,
            relation=reading.relation,
            action=reading.action or None,
            action_kind=verb_kind(reading.action, reading.action_kind, phrase, self._behind(reading)),
            activity=None if phrase.endswith(tuple(load().words["nouns"]["rate_noun"])) else self._activity(reading, phrase, known, measure),
            commitment=reading.commitment or None,
            role=reading.role,
            parent_id=parent,
            lead_units=task.lead_units,
            support_units=task.support_units,
            support_text=task.support_text,
            officials=task.officials,
            deadline=task.deadline,
            section=list(task.section),
            item_no=task.item_no or None,
            value_text=self.written.number(number) if number else None,
            quote=self.written.quote(reading),
            char_start=span[0],
            char_end=span[1],
            source_kind="document",
            confidence=confidence(reading.thing_rule, phrase, known is not None, hardly_judged(number, time.part)),
            status="estimate" if reading.estimated and time.stage == "result" else None,
            note=reading.note,
            base_value=reading.base_value,
            basis=reading.basis,
            part_of_year=time.part,
            rules=[*reading.rules, *filter(None, further), *time.rules],
            theme=vocabulary().by_id[known].theme if known else None,
            doc_type=self.document.facts.doc_type,
            scope=scope,
        )

    def _thing(self, reading: Reading, stated: str) -> Thing | str:
        """What a reading measures; the name of the reason where it is of a place that is not told of."""
        of_clause = first(place_of_clause.OF_CLAUSE, self.text, reading, stated, self.own)
        written = of_clause[1] if of_clause else stated
        phrase = as_read(written)
        has = of_clause is not None or place_of_clause.has_it(self.text, reading, phrase, self.own)
        place, rest = whose.owner(phrase, self.own, kind.is_percentage(reading), has)
        named = self._indicator(reading, phrase if place == self.own and self._is_helped(reading) else rest)
        if other := first(whose.OWNERS, place, self.own, rest, named is not None):
            return other[0].name
        return Thing(place, written, phrase, named, of_clause[0].name if of_clause else "")

    def _is_helped(self, reading: Reading) -> bool:
        """Whether something else brings it about: 带动|陕西进出口415亿元 is not all that the place has."""
        return bool(reading.pieces) and self.text.endswith(tuple(load().words["actions"]["pivot"]), reading.sentence[0], reading.pieces[0][0])

    def _indicator(self, reading: Reading, phrase: str) -> indicators.Named | None:
        adjacent = bool(reading.pieces) and bool(reading.action) and self.text.endswith(reading.action, reading.sentence[0], reading.pieces[0][0])
        measure = "" if reading.relation == FULFILMENT else reading.measure  # 第一产业增加值…,完成年计划的98%: no share of what there is
        found = indicators.named(phrase, reading.action or None, adjacent or reading.carried, measure, reading.unit)
        return None if found and counts_all(found.id, measure) and is_for_them(self.text, reading) else found

    def _scope(self, reading: Reading, thing: Thing, task: Task, parent: str | None) -> str | None:
        """The part of the indicator, or of the place, that the figure is for."""
        scope = thing.named.scope if thing.named else None
        if scope is not None or thing.place != self.own:
            return scope and for_each(self.text, reading.sentence[0], reading.span[0]) + scope  # 每个县|建成1个|特色|产业园区
        if told := part_named(thing.phrase, self.own, short=True) or part_told_of(self.text, reading.sentence[0], reading.span[0], self.own):
            return None if told in thing.phrase[1:] else told  # 开发区…,新增国家级|开发区|1家
        whole = self.things.get(parent or "")
        if whole and thing.known == whole.known and (called := called_as_whole(thing.phrase, thing.known, whole.phrase)):
            return called
        return own_budget.scope(self.text, reading, task, thing.phrase, thing.known, parent is not None, self.scopes.get(parent or ""))

    def _activity(self, reading: Reading, phrase: str, known: str | None, measure: str) -> str | None:
        """What is done to the things counted; a rate (农村生活污水治理率) is no building work."""
        counted, behind = measure == "amount", self._behind(reading)
        told = (activity(reading.action) if counted else None) or begun(phrase) or worked_on(behind) or (gone(behind) if counted else None)
        return told or done_to(phrase, vocabulary().by_id[known].name if known else "")

    def _marks(self, reading: Reading) -> Iterator[str]:
        """Names of the rules that only mark a row."""
        return (one.name for one in kind.MARKS.within(around(self.text, reading)) if one.apply(self.text, reading))

    def _behind(self, reading: Reading) -> str:
        """What follows number and thing in the clause."""
        ends = [piece[1] for piece in reading.pieces if reading.clause[0] <= piece[0] < reading.clause[1]]
        return self.text[max([reading.span[1], *ends]) : reading.clause[1]]
