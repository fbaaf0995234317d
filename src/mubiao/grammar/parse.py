"""The driver: a passage in, readings and refusals out.

>>> passage = parse("新增绿地258公顷、绿道192公里。")
>>> [(r.indicator("新增绿地258公顷、绿道192公里。"), r.number.value, r.number.unit.name) for r in passage.readings]
[('绿地', 258.0, '公顷'), ('绿道', 192.0, '公里')]
"""

from __future__ import annotations

from collections.abc import Sequence

from mubiao.grammar.clause import attributes, clauses
from mubiao.grammar.figure import relative, structure
from mubiao.grammar.figure.reading import Passage
from mubiao.grammar.numbers.number import Number
from mubiao.grammar.numbers.quotes import quoted_spans
from mubiao.grammar.numbers.refuse import refuse
from mubiao.grammar.numbers.scan import scan
from mubiao.grammar.sentence import Sentence
from mubiao.grammar.thing.state import State
from mubiao.grammar.thing.topic import topic_before
from mubiao.grammar.words.things import heads
from mubiao.lexicon.expressions import expression


def parse(text: str, start: int = 0, end: int | None = None) -> Passage:
    """Read a passage of folded text."""
    stop = len(text) if end is None else end
    passage = Passage()
    found = list(scan(text, start, stop))
    hinted = expression("relative_hint").search(text, start, stop) is not None
    if not found and not hinted:
        return passage
    quoted = quoted_spans(text, start, stop)
    kept = _quantities(text, found, quoted, passage)
    position, sentence = 0, Sentence(text, State((start, start), []), passage)
    for low, high in clauses.sentences(text, start, stop, quoted):
        first = position
        while position < len(kept) and kept[position].start < high:
            position += 1
        before = len(passage.readings)
        if first < position:
            state = _next_state(text, (low, high), sentence, quoted)
            sentence = Sentence(text, state, passage)
            topic_before(text, start, state)
            for clause in clauses.segments(text, low, high, kept[first:position], state.opaque, attributes.refuse_attributes, passage.refused):
                sentence.clause(clause)
        _add_structures(text, low, high, passage)
        if hinted:
            passage.readings.extend(relative.read(text, low, high, passage.readings[before:], quoted))
    return passage


def _quantities(text: str, found: Sequence[Number], quoted: Sequence[tuple[int, int]], passage: Passage) -> list[Number]:
    """The numbers that no rule refuses; the others go to the passage."""
    kept: list[Number] = []
    for number in found:
        number.refused = refuse(text, number, quoted)
        (passage.refused if number.refused else kept).append(number)
    return kept


def _next_state(text: str, sentence: tuple[int, int], before: Sentence, quoted: Sequence[tuple[int, int]]) -> State:
    """What a sentence begins with: behind a semicolon the subject of the one before goes on, and so do parts that opened it (其中…;…); it also
    goes on where the sentence tells its parts (其中,…) or sorts them (分产业看,…)."""
    low, high = sentence
    last = before.state
    close = last.sentence[1] == low - 1
    soft = close and text[low - 1 : low] == ";"
    state = State(sentence, [span for span in quoted if low <= span[0] < high])
    opens = expression("parts_open").match(text, low, high) is not None
    by = expression("sorted_by").match(text, low, high)
    if soft or (close and (opens or by)):
        before.heard()
        state.subject, state.head = last.parts.whole if last.parts.open else (last.subject, last.head)
        state.head_unit = last.head_unit
        state.label = last.label
        state.listed.things = list(last.listed.things)  # …增长5%,…增长6%;分别提高0.5个、0.7个百分点
        state.parts.go_on = opens or (last.parts.open and last.parts.go_on)
    if by and (measured := heads().metric.tail(text, *by.span("by"))):
        state.label = ((by.end("by") - len(measured), by.end("by")),)  # 从产品产量看,光电子器件增长4.7倍
    state.tense.estimated = expression("estimate_alone").match(text, low, high) is not None
    if soft and not state.tense.estimated:
        state.tense.estimated = last.tense.estimated and starts_estimate(text, last.sentence) and not expression("time").match(text, low, high)
    goes_on = soft and last.tense.at_end and not expression("time").match(text, low, high)  # 年末共有高中3所;初中15所
    state.tense.at_end = goes_on or expression("at_year_end").match(text, low, high) is not None
    if state.parts.go_on:
        state.read.cores = last.read.cores
        state.open_parts()
    return state


def starts_estimate(text: str, sentence: tuple[int, int]) -> bool:
    """预计全年增长5%;…: whether a sentence says at its head that it estimates."""
    return expression("estimate_opens").match(text, *sentence) is not None


def _add_structures(text: str, low: int, high: int, passage: Passage) -> None:
    """Shares of a whole; their numbers were refused one by one as a proportion."""
    found = list(structure.read(text, low, high))
    if found:
        starts = {reading.span[0] for reading in found}
        passage.refused = [number for number in passage.refused if number.start not in starts]
        passage.readings.extend(found)
