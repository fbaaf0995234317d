"""The driver: a passage in, readings and refusals out.

>>> passage = parse("新增绿地258公顷、绿道192公里。")
>>> [(r.indicator("新增绿地258公顷、绿道192公里。"), r.number.value, r.number.unit.name) for r in passage.readings]
[('绿地', 258.0, '公顷'), ('绿道', 192.0, '公里')]
"""

from __future__ import annotations

import re
from functools import lru_cache

from mubiao.grammar import attributes, clauses, measure, numbers, phrases, refuse, relative, structure
from mubiao.lexicon.affix import pattern
from mubiao.lexicon.expressions import expression
from mubiao.grammar.clauses import Segment
from mubiao.grammar.coordinate import Pieces
from mubiao.grammar.reading import Passage, Reading
from mubiao.grammar.things import State, things
from mubiao.lexicon.loader import load

SHORT_SENTENCE = 22


@lru_cache(maxsize=1)
def expressions() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Comparisons (高于, 快于), and times that are no comparison (比上年)."""
    words = load().words
    previous = [word for word in words["modifiers"]["previous"] if word[0] in words["particles"]["than"]]
    return re.compile(pattern(words["predicates"]["relation"])), re.compile(pattern({word[1:] for word in previous}))


def parse(text: str, start: int = 0, end: int | None = None) -> Passage:
    """Read a passage of folded text."""
    stop = len(text) if end is None else end
    passage = Passage()
    found = list(numbers.scan(text, start, stop))
    if not found and not expression("relative_hint").search(text, start, stop):
        return passage
    quoted = refuse.quoted_spans(text, start, stop)
    kept = []
    for number in found:
        number.refused = "name_in_quotes" if clauses.inside(number.start, quoted) else refuse.refuse(text, number)
        (passage.refused if number.refused else kept).append(number)
    position = 0
    state = State((start, start), [])
    for low, high in clauses.sentences(text, start, stop, quoted):
        first = position
        while position < len(kept) and kept[position].start < high:
            position += 1
        before = len(passage.readings)
        if first < position:
            soft = text[low - 1 : low] == ";" and state.sentence[1] == low - 1
            state = State((low, high), [span for span in quoted if low <= span[0] < high], subject=state.subject if soft else (), head=state.head if soft else ())
            _topic_before(text, low, start, state)
            for clause in clauses.segments(text, low, high, kept[first:position], state.opaque, attributes.refuse_attributes, passage.refused):
                _read_clause(text, clause, state, passage)
        _add_structures(text, low, high, passage)
        taken = [reading.span for reading in passage.readings[before:]]
        passage.readings.extend(relative.read(text, low, high, taken, quoted))
    return passage


def _add_structures(text: str, low: int, high: int, passage: Passage) -> None:
    """Shares of a whole; their numbers were refused one by one as a proportion."""
    found = list(structure.read(text, low, high))
    if found:
        starts = {reading.span[0] for reading in found}
        passage.refused = [number for number in passage.refused if number.start not in starts]
        passage.readings.extend(found)


def _read_clause(text: str, clause: clauses.Clause, state: State, passage: Passage) -> None:
    if not clause.segments:
        _note_topic(text, clause, state)
        return
    before = (state.subject, state.sub)
    index, segments = 0, clause.segments
    while index < len(segments):
        stop = index + 1
        while stop < len(segments) and segments[stop].joined and (not _percent(segments[index]) or _percent(segments[stop])):
            stop += 1
        _read_group(text, segments[index:stop], state, passage, segments[stop] if stop < len(segments) else None)
        index = stop
    state.topic = state.modifier = ()
    state.action = state.action_class = ""
    if clause.bracket:
        state.subject, state.sub = before


def _note_topic(text: str, clause: clauses.Clause, state: State) -> None:
    """A clause without a number names what the next one speaks of."""
    low, high = clause.span
    passed = expression("passed_mark").search(text, low, high)
    phrase = phrases.strip(text, low, passed.start() if passed else high, True)
    state.sub = state.sub or "which" in phrase.flags
    counted = expression("trailing_number").search(text, low, high)
    if counted:  # a number that is no quantity: what follows still speaks of its subject
        phrase = phrases.strip(text, low, counted.start(), True)
    elif goes := expression("how_it_goes").match(text, low, high):
        phrase.start, phrase.end = goes.start("topic"), goes.end("topic")
    if not phrase.empty:
        state.topic, state.topic_acts = ((phrase.start, phrase.end),), phrase.action is not None
        if passed or counted and state.subject:
            state.subject = state.head = state.topic


def _topic_before(text: str, low: int, start: int, state: State) -> None:
    """第三产业发展速度加快。完成增加值…: a short sentence in front says whose value added it is."""
    begin = max(text.rfind(mark, start, low - 1) for mark in "。;\n") + 1 or start
    while begin < low and text[begin] in phrases.PUNCTUATION:
        begin += 1
    if 0 < low - begin <= SHORT_SENTENCE and (goes := expression("how_it_goes").match(text, begin, low - 1)):
        state.topic = state.heading = (goes.span("topic"),)


def _read_group(text: str, group: list[Segment], state: State, passage: Passage, following: Segment | None) -> None:
    """One segment, or several numbers that follow one phrase (分别增长13%、20%以上)."""
    head = group[0]
    low, high = head.left
    for opening in expression("new_promise").finditer(text, low, high):
        low = opening.end()
    percent = _percent(head)
    if match := _base(text, head):
        phrase = phrases.strip(text, low, match.start(), percent)
        if not phrase.empty:
            state.subject = state.head = ((phrase.start, phrase.end),)
        head.number.refused = "base_of_change"
        passage.refused.append(head.number)
        for rest in group[1:]:
            _read_group(text, [rest], state, passage, following)
        return
    reference, relation = None, None
    if head.number.unit and head.number.unit.dimension in ("percentage", "points"):
        low, high, reference, relation = _relation(text, low, high)
        if relation is None and (fulfilled := expression("fulfilment").search(text, low, high)):
            high, reference, relation = fulfilled.start(), fulfilled["reference"], "fulfilment"
    phrase = phrases.strip(text, low, high, percent)
    _carry_action(text, phrase, head, state)
    state.sub = state.sub or "which" in phrase.flags
    found, rule = things(text, group, phrase, state, following)
    for index, segment in enumerate(group):
        for thing in found[index]:
            reading = _reading(text, segment, _bounded(group, segment, phrase), phrase, thing, relation not in (None, "fulfilment"))
            reading.rules, reading.reference, reading.relation, reading.sentence = [rule, *reading.rules], reference, relation, state.sentence
            _place(text, reading, phrase, state, passage)
    if len(found[-1]) == 1 and found[-1][0]:
        state.subject = found[-1][0]
        if rule not in ("dependent", "subject_before"):
            state.head = state.subject


def _carry_action(text: str, phrase: phrases.Phrase, segment: Segment, state: State) -> None:
    """The verb at the head of a list holds for the items behind it that have no verb of their own."""
    if phrase.action:
        state.action, state.action_class = text[phrase.action[0] : phrase.action[1]], phrase.action_class
    elif state.action and not phrase.predicate and not segment.first:
        phrase.carried, phrase.action_class = state.action, state.action_class


def _percent(segment: Segment) -> bool:
    return segment.number.unit is not None and segment.number.unit.dimension in measure.SHARES


def _base(text: str, segment: Segment) -> re.Match[str] | None:
    """由70平方公里增至140平方公里: the first number is where it came from."""
    match = expression("base").search(text, *segment.left)
    return match if match and expression("base_moves").match(text, segment.number.stop) else None


def _relation(text: str, low: int, high: int) -> tuple[int, int, str | None, str | None]:
    """增速高于规上工业2个百分点: the subject stands before the comparison, the reference behind it."""
    comparing, previous = expressions()
    last = None
    for match in comparing.finditer(text, low, high):
        last = match
    if last is not None and last.end() < high and not expression("no_reference").search(text, last.end(), high):
        return low, last.start(), text[last.end() : high].strip(), relative.relation_of(last[0])
    compared = expression("compared").search(text, low, high)
    if compared and not previous.match(compared[1]) and not expression("time").fullmatch(compared[1]):
        return low, compared.start(), compared[1], "below" if expression("compared_below").search(text, low, high) else "above"
    return low, high, None, None


def _bounded(group: list[Segment], segment: Segment, phrase: phrases.Phrase) -> numbers.Number:
    """The number whose modifier holds: 分别增长13%、20%以上 closes the group, 不低于740元和485元 opens it."""
    own = segment.number
    if own.after or own.before or len(group) == 1 and "distributive" not in phrase.flags:
        return own
    last, first = group[-1].number, group[0].number
    return last if last.after and "distributive" in phrase.flags else first if first.before else own


def _reading(text: str, segment: Segment, bounded: numbers.Number, phrase: phrases.Phrase, thing: Pieces, related: bool) -> Reading:
    number = segment.number
    reading = Reading(number, (number.start, number.end), thing, segment.clause, segment.clause)
    indicator = reading.indicator(text)
    measured = measure.measure(number, phrase, indicator, related, measure.grows_behind(text, number.stop))
    reading.measure = measure.MEASURES[measured]
    reading.comparator, reading.modifier, bound = measure.comparator(bounded, phrase)
    reading.rules = [number.rule, bound if bounded is number else "bound_of_group", measured]
    reading.cumulative = measure.cumulative(number, phrase, indicator, reading.measure)
    if phrase.action:
        reading.action = text[phrase.action[0] : phrase.action[1]]
    elif phrase.carried:
        reading.action, reading.carried = phrase.carried, True
    elif phrase.predicate:
        reading.action = phrase.predicate[0][0]
    else:
        reading.action = number.before
    reading.commitment = phrase.commitment
    reading.sign = -1 if measure.growing(phrase) == "fall" else 1
    reading.fallen = any(kind == "fallen" for _, kind in phrase.predicate)
    reading.flags = phrase.flags & {"previous", "span", "each"}
    reading.times = list(phrase.time)
    return reading


def _passes_mark(previous: Reading, reading: Reading, phrase: phrases.Phrase) -> bool:
    """突破200亿元,达到212.18亿元: the first only tells of a mark passed, the second is the figure."""
    before, number = previous.number, reading.number
    if before is None or number is None or before.value is None or number.value is None or previous.pieces != reading.pieces:
        return False
    passed = bool(before.before) and load().bounds["before"][before.before] in ("gt", "ge")
    reached = any(kind in ("reach", "risen") for _, kind in phrase.predicate) and not phrase.action
    return passed and reached and before.unit == number.unit and number.value >= before.value


def _same_measure(phrase: phrases.Phrase) -> bool:
    """Whether a number without a verb of its own, or behind 力争达到, goes on with the measure of the one before."""
    return not phrase.predicate or phrase.commitment in load().words["modifiers"]["stretch"] and not measure.growing(phrase)


def _place(text: str, reading: Reading, phrase: phrases.Phrase, state: State, passage: Passage) -> None:
    """Give the reading its role among those before it."""
    number = reading.number
    unit = number.unit.name if number and number.unit else ""
    previous = passage.readings[state.last] if state.last is not None else None
    if previous and previous.number and reading.rules[0] == "subject_before" and _same_measure(phrase) and number and number.unit == previous.number.unit:
        reading.measure, reading.rules[3] = previous.measure, "same_as_before"
        if phrase.commitment in load().words["modifiers"]["stretch"]:
            reading.role, reading.parent = "stretch", state.last
    if previous and _passes_mark(previous, reading, phrase):
        previous.refused = "milestone"
    if number and number.unit and number.unit.dimension == "multiple" and reading.measure == "ratio" and not reading.indicator(text).endswith(tuple(load().words["nouns"]["multiple_of"])):
        reading.refused = "multiple_of_other"
    if state.sub and reading.role == "core":
        reading.role, reading.parent = "sub", state.core
    if number and not reading.pieces:
        reading.refused = "nothing"
    passage.readings.append(reading)
    state.last = len(passage.readings) - 1
    state.last_unit = unit
    if reading.role == "core":
        state.core = state.last
    state.recent.append(reading.pieces)
