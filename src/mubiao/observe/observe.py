"""The driver of this stage: a document in, observations and refusals out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from mubiao.grammar.figure.reading import Reading
from mubiao.grammar.figure.relations import trend
from mubiao.grammar.figure.stock import said_total
from mubiao.grammar.numbers.number import Number
from mubiao.grammar.parse import parse
from mubiao.lexicon.vocabulary import vocabulary
from mubiao.model import Document, Task
from mubiao.observe import aims, fulfilment, indicators, keys, kind, table_rows, whose
from mubiao.observe.activity import activity, begun, done_to, verb_kind
from mubiao.observe.breakdown import by_place
from mubiao.observe.clauses import around, begin_of_clause
from mubiao.observe.confidence import as_recognised, confidence, hardly_judged
from mubiao.observe.refuse import Stated, Value, refuse, said_again, value_of
from mubiao.observe.sources import task_id
from mubiao.observe.stance import stance
from mubiao.observe.time import when
from mubiao.observe.told import is_stock_before
from mubiao.read.fold import as_read
from mubiao.read.places import gazetteer
from mubiao.rows import Observation, Refusal
from mubiao.rule import first

LONGEST_QUOTE = 240  # characters; no clause of the 2,186 rows of docs/thresholds.csv has more than 120
AROUND = 12  # characters of context in the quote of a refusal


@dataclass(slots=True)
class Observed:
    """What a document states, and the numbers in it that are none of its figures."""

    observations: list[Observation] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)


def observe(document: Document, tasks: Sequence[Task]) -> Observed:
    """Read every task of a document."""
    return _Observer(document).run(tasks)


class _Observer:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.folded.text
        self.facts = document.facts
        self.year = (self.facts.year or 0) + self.facts.kind.own_year
        self.own = gazetteer().by_code[document.facts.jurisdiction_code or ""]
        self.result = Observed()
        self.ids: set[str] = set()
        self.above: dict[int, str] = {}  # of the table that is being read
        self.last: Task | None = None
        self.made = 0  # how many observations there were before the last task

    def run(self, tasks: Sequence[Task]) -> Observed:
        for number, task in enumerate(tasks):
            self._task(task, task_id(self.document, number))
        self.result.observations = as_recognised(self.result.observations, self.document.doubts)
        return self.result

    def _task(self, task: Task, task_id: str) -> None:
        whole: list[Reading] = []
        said: set[Value] = set()
        ids_of: dict[Value, str] = {}
        if task.statements:
            self._statements(task, task_id)
            return
        if not fulfilment.tells_of(task, self.last):
            self.made = len(self.result.observations)
        for cell, (low, high) in enumerate(task.spans):
            passage = parse(self.text, low, high)
            by_place(self.text, passage.readings, whole)
            ids: list[str | None] = [None] * len(passage.readings)
            for number in passage.refused:
                self._refuse(number, task_id, number.refused or "")
            for index, reading in enumerate(passage.readings):
                if self._fulfil(reading, task, task_id):
                    continue
                if not task.refused and self._aim(reading, task_id):
                    continue
                reason = task.refused or reading.refused or refuse(Stated(self.text, reading, task, said if cell else set(), self.own))
                if reason:
                    if reading.number:
                        self._refuse(reading.number, task_id, reason)
                    ids[index] = ids_of.get(value_of(reading)) if reason == said_again.name else None
                    continue
                parent = ids[reading.parent] if reading.parent is not None else None
                row = self._row(reading, task, task_id, parent)
                if row:
                    ids[index] = row.observation_id
                    ids_of.setdefault(value_of(reading), row.observation_id)
                    self.result.observations.append(row)
            said |= {value_of(reading) for reading in passage.readings}
        self.last = task

    def _fulfil(self, reading: Reading, task: Task, task_id: str) -> bool:
        """Add what was done of a goal; False where no goal is known."""
        number = reading.number
        beside = fulfilment.tells_of(task, self.last)
        told = beside or self.facts.doc_type == fulfilment.OF_RESULTS or fulfilment.behind_label(self.text, reading)
        goal = fulfilment.goal_of(self.text, reading, self.result.observations[self.made :], beside) if told else None
        if goal is None or number is None:
            return False
        at = self.result.observations.index(goal)
        self.result.observations[at] = fulfilment.as_goal(goal)
        start, end = self.document.folded.span(number.start, number.end)
        written = self._value_text(number) or ""
        low = begin_of_clause(self.text, number.start)
        quote = _one_line(self.document.text[self.document.folded.source(low) : end])
        made = self._id(start, end, goal.indicator, goal.measure)
        done = fulfilment.as_result(goal, reading, number, task_id, made, (start, end), written, quote)
        self.result.observations.append(replace(done, part_of_year=when(self.text, reading, task, self.year).part))
        return True

    def _aim(self, reading: Reading, task_id: str) -> bool:
        """Add the target that a result is held against; False where the reading is none."""
        result = aims.result_of(self.text, self.document.folded, reading, self.result.observations[self.made :])
        number = reading.number
        if result is None or number is None:
            return False
        start, end = self.document.folded.span(number.start, number.end)
        made = self._id(start, end, result.indicator, result.measure)
        row = aims.as_aim(result, self.text, reading, made, (start, end), self._value_text(number), self._quote(reading))
        self.result.observations.append(row)
        return True

    def _statements(self, task: Task, task_id: str) -> None:
        stated = table_rows.read_row(
            self.document,
            task,
            task_id,
            self.above,
            lambda scratch, one: _Observer(scratch).alone(one, task_id),
            lambda row: self._id(row.char_start, row.char_end, row.indicator, row.measure),
        )
        self.result.observations += stated.observations
        self.result.refusals += stated.refusals

    def alone(self, task: Task, task_id: str) -> list[Observation]:
        """The observations of one task."""
        self._task(task, task_id)
        return self.result.observations

    def _refuse(self, number: Number, task_id: str, reason: str) -> None:
        start, end = self.document.folded.span(number.start, number.end)
        low, high = max(0, start - AROUND), end + AROUND
        text = self.document.text
        self.result.refusals.append(Refusal(self.document.doc_id, task_id, start, end, text[start:end], reason, _one_line(text[low:high])))

    def _row(self, reading: Reading, task: Task, task_id: str, parent: str | None) -> Observation | None:
        stated = self._phrase(reading)
        of_clause = whose.place_of_its_clause.apply(self.text, reading, stated, self.own)
        written = of_clause or stated
        phrase = as_read(written)
        place, rest = whose.owner(phrase, self.own, kind.is_percentage(reading))
        other = first(whose.OWNERS, place, self.own)
        if place is None or other:
            if reading.number and other:
                self._refuse(reading.number, task_id, other[0].name)
            return None
        named = self._indicator(reading, rest if place != self.own else phrase)
        known = named.id if named else None
        time = when(self.text, reading, task, self.year, vocabulary().by_id[known].nature if known else "")
        if reading.thing_rule == trend.name and known is None:
            return None
        if (reason := stance(self.text, reading, time.stage == "result", self.own)) and reading.number:
            self._refuse(reading.number, task_id, reason)
            return None
        stock_before = is_stock_before(self.text, reading)
        start, end = self.document.folded.span(*reading.span)
        number = reading.number
        comparator, modifier = kind.bound(self.text, reading, time)
        measure = kind.only_growth.apply(reading, phrase, named) or reading.measure
        unit = number.unit.name if number and number.unit else None
        counted_in = unit if measure == "amount" else None
        scope = named.scope if named else None
        if scope is None and place == self.own:
            scope = whose.part(self.text, reading.sentence[0], reading.span[0], self.own)
        above, against = whose.measured_against(reading.reference, self.own)
        return Observation(
            observation_id=self._id(start, end, written, measure),
            doc_id=self.document.doc_id,
            task_id=task_id,
            jurisdiction_code=place.code,
            jurisdiction=place.name,
            year=time.year,
            period_start=time.start,
            stage=time.stage,
            indicator_id=known,
            indicator=written,
            indicator_key=keys.key(phrase, counted_in),
            indicator_stem=keys.stem(phrase, counted_in),
            measure=measure,
            comparator=comparator,
            modifier=modifier,
            value=abs(number.value) if number and number.value is not None else None,
            value_high=number.high if number else None,
            sign=-1 if reading.sign < 0 or (number and (number.value or 0) < 0) else 1,
            unit=unit,
            cumulative=reading.cumulative or stock_before,
            reference=reading.reference,
            reference_id=against,
            reference_code=above,
            relation=reading.relation,
            action=reading.action or None,
            action_kind=verb_kind(reading.action, reading.action_kind, phrase, self._behind(reading)),
            activity=activity(reading.action) or begun(phrase) or done_to(phrase, _canonical_name(known)),
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
            value_text=self._value_text(number),
            quote=self._quote(reading),
            char_start=start,
            char_end=end,
            source_kind="document",
            confidence=confidence(reading.thing_rule, phrase, known is not None, hardly_judged(number, time.part)),
            status="estimate" if reading.estimated and time.stage == "result" else None,
            note=reading.note,
            base_value=reading.base_value,
            basis=reading.basis,
            part_of_year=time.part,
            rules=[*reading.rules, *self._further_rules(reading, measure, stock_before, of_clause is not None), *time.rules],
            theme=vocabulary().by_id[known].theme if known else None,
            doc_type=self.document.facts.doc_type,
            scope=scope,
        )

    def _phrase(self, reading: Reading) -> str:
        folded = self.document.folded
        return "".join(piece[2] if len(piece) > 2 else folded.original(self.document.text, piece[0], piece[1]) for piece in reading.pieces).strip(
            " 、，,：:"
        )

    def _indicator(self, reading: Reading, phrase: str) -> indicators.Named | None:
        adjacent = bool(reading.pieces) and bool(reading.action) and self.text.endswith(reading.action, reading.sentence[0], reading.pieces[0][0])
        unit = reading.number.unit.name if reading.number and reading.number.unit else None
        return indicators.named(phrase, reading.action or None, adjacent or reading.carried, reading.measure, unit)

    def _further_rules(self, reading: Reading, measure: str, stock_before: bool, of_clause: bool) -> Iterator[str]:
        """Rules of this stage that made the row, beside those of the grammar."""
        if of_clause:
            yield whose.place_of_its_clause.name
        if measure != reading.measure:
            yield kind.only_growth.name
        if stock_before:
            yield said_total.name
        for marker in kind.FLOORS.within(around(self.text, reading)):
            if marker.apply(self.text, reading):
                yield marker.name

    def _behind(self, reading: Reading) -> str:
        """What follows number and thing in the clause."""
        ends = [piece[1] for piece in reading.pieces if reading.clause[0] <= piece[0] < reading.clause[1]]
        return self.text[max([reading.span[1], *ends]) : reading.clause[1]]

    def _value_text(self, number: Number | None) -> str | None:
        return self.document.folded.original(self.document.text, number.bounded_start, number.bounded_end) if number else None

    def _quote(self, reading: Reading) -> str:
        low = min([reading.clause[0], *(piece[0] for piece in reading.pieces if piece[0] >= reading.sentence[0])])
        high = reading.clause[1]
        if high - low > LONGEST_QUOTE:
            low, high = max(low, reading.span[0] - LONGEST_QUOTE // 2), min(high, reading.span[1] + LONGEST_QUOTE // 2)
        start, end = self.document.folded.span(low, high)
        return _one_line(self.document.text[start:end]).strip(" 、，,。")

    def _id(self, start: int, end: int, phrase: str, measure: str) -> str:
        key = f"{self.document.doc_id}|{start}|{end}|{phrase}|{measure}"
        found = hashlib.blake2b(key.encode(), digest_size=8).hexdigest()
        while found in self.ids:
            key += "|"
            found = hashlib.blake2b(key.encode(), digest_size=8).hexdigest()
        self.ids.add(found)
        return found


def _canonical_name(known: str | None) -> str:
    return vocabulary().by_id[known].name if known else ""


def _one_line(text: str) -> str:
    return " ".join(text.split())
