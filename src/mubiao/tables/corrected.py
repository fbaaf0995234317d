"""Corrections by hand that survive rebuilds, applied to the rows of a document after they were read.

A correction that no longer fits, because the rules or the document changed, is lost until somebody has looked at it again: the row that it
names is left out, since the number in it is one that a person called wrong, and everything says so; all other rows stay.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from mubiao.errors import SourceError
from mubiao.model import Document
from mubiao.read.own import cut
from mubiao.rows import Observation, Refusal
from mubiao.rule import Rule, Rules
from mubiao.tables.changed_rows import BY_HAND, impossible, made_whole, row_added, with_field
from mubiao.tables.corrections import ADD, DROP, Correction
from mubiao.tables.settable import shown

LOOK_AGAIN = "look at the correction again"
PART = {"target": "plan", "result": "review"}  # of a document, in which rows of a stage stand


@dataclass(slots=True)
class Corrected:
    """The rows of a document with what people corrected.

    Attributes:
        refusals: numbers whose rows a person dropped, or whose correction is lost.
        lost: what to say of each correction that no longer fits.
        parts: parts of the document that rows of such corrections are left out of.
    """

    rows: list[Observation]
    refusals: list[Refusal] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    parts: set[str] = field(default_factory=set)


def corrected(document: Document, rows: Sequence[Observation], corrections: Sequence[Correction]) -> Corrected:
    """Apply the corrections of a document to its rows."""
    if not corrections:
        return Corrected(list(rows))
    run = _Run(document, rows)
    for one in corrections:
        run.apply(one)
    return run.end()


def with_lost(document: Document, found: Corrected) -> Document:
    """The document, incomplete where rows of lost corrections are left out: that it says nothing of them is not what it says."""
    if not found.lost:
        return document
    facts = document.facts
    gaps = "; ".join(filter(None, [facts.gaps, *found.lost]))
    told = (*facts.warnings, *(f"{LOST}{line}" for line in found.lost))
    parts = tuple(part for part in PART.values() if part in facts.partial_parts or part in found.parts)
    return replace(document, facts=replace(facts, coverage="partial", partial_parts=parts, gaps=gaps, warnings=told))


def lost_of(document: Document) -> list[str]:
    """What is said of the lost corrections of a document."""
    return [line.removeprefix(LOST) for line in document.facts.warnings if line.startswith(LOST)]


class _Run:
    """One correction after another, each applied to what those before it left."""

    def __init__(self, document: Document, rows: Sequence[Observation]) -> None:
        self.document, self.read = document, list(rows)
        self.now: list[Observation | None] = list(rows)  # None: dropped or left out
        self.set: dict[int, list[Correction]] = defaultdict(list)
        self.found = Corrected([])
        self.added = False

    def apply(self, one: Correction) -> None:
        if one.field == ADD:
            self._add(one)
            return
        places = self._places(one)
        named = f"{len(places)} rows of {one.doc_id} {'say so' if any(one.said) else 'stand there'} now"
        named += "; name one by its observation_id" if len(places) > 1 else ""
        if one.span is None and not any(one.said):
            named = f"no row of {one.doc_id} has the id {cut(one.observation_id)} now"
        if len(places) != 1 or (row := self.now[places[0]]) is None:
            self._lose(one, places, named if len(places) != 1 else "its row is dropped by another line")
            return
        now = shown(row.value if one.field == DROP else getattr(row, one.field))
        if any(other.field == one.field and other.value == one.value for other in self.set[places[0]]):
            return  # two people say the same of one row, by its id and by its span
        if now != one.expect and not _same_number(now, one.expect):
            self._lose(one, places, f"expects {cut(one.expect or 'nothing')}, but it is {cut(now or 'nothing')} now")
        elif one.field == DROP:
            self.now[places[0]] = None
            self.found.refusals.append(_refused(row, dropped_by_hand, one.told))
        else:
            self.set[places[0]].append(one)
            self.now[places[0]] = with_field(row, one)

    def _places(self, one: Correction) -> list[int]:
        """Where the rows stand that a correction names: by their id, what they said, their span, or by thing and value where the text was edited."""
        by_id = [at for at, row in enumerate(self.read) if one.observation_id == row.observation_id]
        at_span = {at for at, row in enumerate(self.read) if one.span == (row.char_start, row.char_end)}
        if by_id or not any(one.said):
            return by_id or sorted(at_span)
        quote, indicator, value = one.said
        said = [at for at, row in enumerate(self.read) if (row.indicator, row.value_text or "") == (indicator, value)]
        whole = [at for at in said if (self.read[at].quote or "") == quote]
        quoted = [at for at, row in enumerate(self.read) if row.quote == quote]
        renamed = [at for at in at_span if at in quoted or self.read[at].value_text == value]
        return [at for at in whole if at in at_span] or whole or renamed or said or quoted

    def _add(self, one: Correction) -> None:
        try:
            row = row_added(self.document, one)
        except SourceError as error:
            self._lose(one, [], str(error))
            return
        same = [at for at, other in enumerate(self.read) if _tells_the_same(other, row)]
        if reason := "its row is read now" if same else impossible(row):
            self._lose(one, [at for at in same if (read := self.now[at]) and read.value != row.value], reason)
            return
        self.read.append(row)
        self.now.append(row)
        self.added = True

    def _lose(self, one: Correction, places: Sequence[int], reason: str) -> None:
        """Say that a correction no longer fits, and leave out the rows that it may name."""
        says = f"{one.where}: {reason}; {LOOK_AGAIN}"
        alive = [(at, row) for at in places if (row := self.now[at]) is not None]
        for at, row in alive:
            self.now[at] = None
            self.found.refusals.append(_refused(self.read[at], lost_correction, f"{one.told}: {reason}"))
            self.found.parts.add(PART[row.stage])
        if not places and one.field != ADD:
            self.found.parts.update(PART.values())  # nobody knows where it is
        self.found.lost.append(says)

    def end(self) -> Corrected:
        """The rows that are left, each with what follows from what was set."""
        for at, told in self.set.items():
            if (row := self.now[at]) is None:
                continue
            self.now[at] = whole = made_whole(row, self.read[at], {one.field for one in told})
            if reason := impossible(whole):
                self._lose(told[-1], [at], reason)
        left = [row for row in self.now if row is not None]
        self.found.rows = sorted(left, key=lambda row: row.char_start) if self.added else left
        return self.found


def _tells_the_same(read: Observation, row: Observation) -> bool:
    """Whether a row that is read now is the one that somebody added when it was not."""
    if (read.char_start, read.char_end) != (row.char_start, row.char_end) or BY_HAND in read.rules:
        return False
    return (read.indicator_key, read.measure, read.stage, read.year) == (row.indicator_key, row.measure, row.stage, row.year)


def _refused(row: Observation, by: Rule[..., object], told: str) -> Refusal:
    """The number of a row that is left out, so that nothing vanishes without a word."""
    text, quote = row.value_text or row.indicator, row.quote or row.indicator
    return Refusal(row.doc_id, row.task_id, row.char_start, row.char_end, text, by.name, quote, told)


def _same_number(now: str, expected: str) -> bool:
    try:
        return float(now) == float(expected)
    except ValueError:
        return False


corrected_by_hand = Rule(BY_HAND, "a person corrected or added it (corrections.csv)", (), (), corrected)
dropped_by_hand = Rule("dropped", "a person said that its row is none (corrections.csv)", (), (), corrected)
lost_correction = Rule("correction_lost", "a person corrected its row, but the correction no longer fits (corrections.csv)", (), (), corrected)
LOST = f"{lost_correction.name}: "
PERSONS = Rules("source", corrected_by_hand, dropped_by_hand, lost_correction)
