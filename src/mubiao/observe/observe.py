"""The driver of this stage: a document in, observations and refusals out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from mubiao.grammar.figure.reading import Reading
from mubiao.grammar.numbers.number import Number
from mubiao.grammar.parse import parse
from mubiao.lexicon.expressions import expression
from mubiao.model import Document, Task
from mubiao.observe import aims, firms, fulfilment, goes_on, table_rows
from mubiao.observe.by_place import by_place
from mubiao.observe.confidence import as_recognised
from mubiao.observe.document_rows import task_id
from mubiao.observe.refuse import Placed, Value, is_repeated, refuse, stated
from mubiao.observe.row import Rows
from mubiao.observe.time import when
from mubiao.rows import Observation, Refusal


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
        self.rows = Rows(document)
        self.result = Observed()
        self.above: dict[int, str] = {}  # of the table that is being read
        self.last: Task | None = None
        self.made = 0  # how many observations there were before the last task
        self.goals: list[int] = []  # where in the result those since then are that may be goals

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
        if not fulfilment.tells_of(task, self.last) and not fulfilment.is_of_item_above(self.text, task):
            self.made = len(self.result.observations)
            self.goals.clear()
        for cell, (low, high) in enumerate(task.spans):
            passage = parse(self.text, low, high)
            by_place(self.text, passage.readings, whole)
            ids: list[str | None] = [None] * len(passage.readings)
            for number in passage.refused:
                self._refuse(number, task_id, number.refused or "")
            for index, reading in enumerate(passage.readings):
                if not task.refused:
                    self._plan(reading, passage.refused)
                if self._fulfil(reading, task, task_id):
                    continue
                if not task.refused and self._aim(reading):
                    continue
                named = self._named(reading, task)
                placed = Placed(self.text, reading, task, said if cell else set(), self.rows.own, named)
                reason = task.refused or reading.refused or refuse(placed)
                if reason:
                    if reading.number:
                        self._refuse(reading.number, task_id, reason)
                    ids[index] = ids_of.get(stated(self.text, reading)) if is_repeated(reason) else None
                    continue
                parent = ids[reading.parent] if reading.parent is not None else None
                row = self.rows.row(reading, task, task_id, parent, named or "")
                if isinstance(row, str):
                    if reading.number and row:
                        self._refuse(reading.number, task_id, row)
                    continue
                row = fulfilment.as_share(row, self.document.text, self.result.observations)
                if reading.number is None:
                    self._told_after_all(row)
                ids[index] = row.observation_id
                ids_of.setdefault(stated(self.text, reading), row.observation_id)
                self._add(row)
            said |= {stated(self.text, reading) for reading in passage.readings}
        self.last = task

    def _named(self, reading: Reading, task: Task) -> str | None:
        """What a reading measures, of a class of firms with their scope; in a list, where each item is told by itself, with whose rate or
        money it is."""
        phrase, kind = self.rows.written.phrase(reading), self.document.facts.kind
        if reading.number is None:
            return phrase
        phrase = firms.named(self.text, self.document.folded.folded, reading, phrase, self.result.observations, task)
        if not (kind.is_list or kind.name == fulfilment.OF_RESULTS):
            return phrase
        return goes_on.named(self.text, self.document.folded.folded, reading, phrase, self.result.observations[self.made :], task)

    def _fulfil(self, reading: Reading, task: Task, task_id: str) -> bool:
        """Add what was done of a goal; False where no goal is known."""
        number = reading.number
        beside = fulfilment.tells_of(task, self.last)
        told = beside or self.document.facts.doc_type == fulfilment.OF_RESULTS or fulfilment.behind_label(self.text, reading)
        if number is None or not told:
            return False
        opens = beside and any(low == reading.clause[0] for low, _ in task.spans)
        goals = [self.result.observations[at] for at in self.goals]
        goal = fulfilment.goal_of(self.text, reading, goals, beside, opens)
        if goal is None:
            return False
        at = next(at for at in reversed(self.goals) if self.result.observations[at] is goal)
        if fulfilment.is_of_nearer(reading, goal, self.result.observations[at:], self.document.folded):
            return False
        until = expression("until_when").match(self.text, reading.sentence[0]) is not None
        self.result.observations[at] = fulfilment.as_goal(goal, until)
        written, span = self.rows.written, self.rows.written.span(number)
        made = self.rows.ids.new(span, goal.indicator, goal.measure)
        done = fulfilment.as_result(goal, reading, number, task_id, made, span, written.number(number), written.quote_to(number))
        told_for = when(self.text, reading, task, self.rows.year, now=self.rows.now)
        done = replace(done, part_of_year=told_for.part)
        if goal.period_start < goal.year:  # 改造3000公里（2023—2026年）。上半年已完成610公里
            done = replace(done, year=told_for.year, period_start=told_for.start)
        self.result.observations.append(done)
        return True

    def _aim(self, reading: Reading) -> bool:
        """Add the target that a result is held against; False where the reading is none."""
        result = aims.result_of(self.text, self.document.folded, reading, self.result.observations[self.made :])
        number = reading.number
        if result is None or number is None:
            return False
        written, span = self.rows.written, self.rows.written.span(number)
        made = self.rows.ids.new(span, result.indicator, result.measure)
        row = aims.as_aim(result, self.text, reading, made, span, written.number(number), written.quote(reading))
        self._add(row)
        return True

    def _plan(self, share: Reading, refused: Sequence[Number]) -> None:
        """Add how much was planned, where a reading is the share of it that was done."""
        found = aims.plan_of(self.document.folded, share, refused, self.result.observations[self.made :])
        if found is None:
            return
        plan, result = found
        written, span = self.rows.written, self.rows.written.span(plan)
        made = self.rows.ids.new(span, result.indicator, result.measure)
        row = aims.as_plan(result, plan, made, span, written.number(plan), written.quote_to(plan))
        self._told_after_all(row)
        self.result.observations.append(row)

    def _add(self, row: Observation) -> None:
        if fulfilment.is_goal(self.text, row, self.document.folded):
            self.goals.append(len(self.result.observations))
        self.result.observations.append(row)

    def _told_after_all(self, row: Observation) -> None:
        """与上年持平 is a target without a number: what was refused as one inside it is none."""
        refusals = self.result.refusals
        refusals[:] = [one for one in refusals if not (row.char_start <= one.char_start and one.char_end <= row.char_end)]

    def _statements(self, task: Task, task_id: str) -> None:
        stated = table_rows.read_row(
            self.document,
            task,
            task_id,
            self.above,
            lambda scratch, one: _Observer(scratch).alone(one, task_id),
            lambda row: self.rows.ids.new((row.char_start, row.char_end), row.indicator, row.measure),
        )
        for row in stated.observations:
            self._add(row)
        self.result.refusals += stated.refusals

    def alone(self, task: Task, task_id: str) -> list[Observation]:
        """The observations of one task."""
        self._task(task, task_id)
        return self.result.observations

    def _refuse(self, number: Number, task_id: str, reason: str) -> None:
        start, end = self.rows.written.span(number)
        written, around = self.document.text[start:end], self.rows.written.around(start, end)
        self.result.refusals.append(Refusal(self.document.doc_id, task_id, start, end, written, reason, around))
