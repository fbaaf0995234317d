"""What a reading is beside those before it: a part (其中), a second tier (力争达到8%), a mark passed on the way."""

from __future__ import annotations

from mubiao.grammar.clause.clauses import Clause
from mubiao.grammar.figure import measure
from mubiao.grammar.figure.reading import Passage, Reading
from mubiao.grammar.phrase.phrase import Phrase
from mubiao.grammar.thing import coordinate
from mubiao.grammar.thing.found import Found
from mubiao.grammar.thing.state import State
from mubiao.lexicon.loader import load

NEAR = 8  # wholes of a sentence that a part may belong to


def place(text: str, reading: Reading, phrase: Phrase, found: Found, state: State, passage: Passage) -> None:
    """Give a reading its role and add it to the passage; readings that turn out to be none get the name of the reason."""
    previous = passage.readings[state.last] if state.last is not None else None
    if previous and _second_tier(previous, reading, phrase):
        reading.role, reading.parent = "stretch", state.last
    elif previous and found.goes_on and _goes_on(previous, reading, phrase):
        reading.measure, reading.measure_rule = previous.measure, "same_as_before"
        if phrase.commitment in load().words["modifiers"]["stretch"]:
            reading.role, reading.parent = "stretch", state.last
    if previous and _passes_mark(previous, reading, phrase):
        previous.refused = "milestone"
    whole = _whole(reading, state, passage) if state.sub and reading.role == "core" else None
    if whole is not None and not (found.handed and _is_whole_again(reading, state, passage)):
        reading.role, reading.parent = "sub", whole
    reading.refused = _refused(text, reading)
    passage.readings.append(reading)
    state.last = len(passage.readings) - 1
    state.last_unit = _unit(reading)
    if reading.role == "core":
        state.cores.append(state.last)
    state.recent.append(reading.pieces)


def _whole(reading: Reading, state: State, passage: Passage) -> int | None:
    """The whole of a part: the last that is counted in the same unit, else the last."""
    wholes = state.cores[-NEAR:]
    alike = [index for index in wholes if _unit(passage.readings[index]) == _unit(reading)]
    return next(reversed(alike or wholes), None)


def _is_whole_again(reading: Reading, state: State, passage: Passage) -> bool:
    """进出口12亿美元,其中出口9亿美元,分别增长21%和18%: the first share is told of the whole."""
    return any(passage.readings[index].pieces == reading.pieces for index in state.cores[-NEAR:])


def are_parts(text: str, clause: Clause, state: State, passage: Passage) -> bool:
    """改造老旧小区126个(中心城区80个、县城46个): a bracket that tells of parts without 其中; a single part says by its level that it is one."""
    whole = passage.readings[state.last].number if state.last is not None else None
    parts = [segment.number for segment in clause.segments]
    if not clause.bracket or not parts or whole is None or whole.value is None or whole.bounded_end + 1 != clause.span[0]:
        return False
    if len(parts) == 1 and not coordinate.is_qualifier(text, *clause.segments[0].left):
        return False
    named = all(part.unit == whole.unit and segment.left[0] < segment.left[1] for part, segment in zip(parts, clause.segments, strict=True))
    return named and sum(part.value or 0 for part in parts) <= whole.value


def _unit(reading: Reading) -> str:
    return reading.number.unit.name if reading.number and reading.number.unit else ""


def _refused(text: str, reading: Reading) -> str:
    """Name of the rule that finds a reading to be no quantity after all, "" where none does."""
    if not reading.pieces:
        return "nothing"
    unit = reading.number.unit if reading.number else None
    told_in_multiples = tuple(load().words["nouns"]["multiple_of"])
    if unit and unit.dimension == "multiple" and reading.measure == "ratio" and not reading.indicator(text).endswith(told_in_multiples):
        return "multiple_of_other"
    return ""


def _goes_on(previous: Reading, reading: Reading, phrase: Phrase) -> bool:
    """Whether a number without a noun and verb of its own, or behind 力争达到, goes on with the measure of the one before."""
    if previous.number is None or reading.number is None or previous.number.unit != reading.number.unit or reading.relation:
        return False
    return not phrase.predicate or (phrase.commitment in load().words["modifiers"]["stretch"] and not measure.growing(phrase))


def _second_tier(previous: Reading, reading: Reading, phrase: Phrase) -> bool:
    """确保增长15%、力争增长20%: the same thing and measure, with a bolder promise."""
    before, number = previous.number, reading.number
    if before is None or number is None or before.value is None or number.value is None or not measure.growing(phrase):
        return False
    same = reading.pieces == previous.pieces and reading.measure == previous.measure and before.unit == number.unit
    stretch = load().words["modifiers"]["stretch"]
    return same and phrase.commitment in stretch and previous.commitment not in stretch and number.value > before.value


def _passes_mark(previous: Reading, reading: Reading, phrase: Phrase) -> bool:
    """突破600亿元,达到620亿元: the first only tells of a mark passed, the second is the figure."""
    before, number = previous.number, reading.number
    if before is None or number is None or before.value is None or number.value is None or previous.pieces != reading.pieces:
        return False
    passed = bool(before.before) and load().bounds["before"][before.before] in ("gt", "ge")
    reached = any(kind in ("reach", "risen") for _, kind in phrase.predicate) and not phrase.action
    return passed and reached and before.unit == number.unit and number.value >= before.value
