"""A number, its thing and the words around it put together: one reading."""

from __future__ import annotations

from mubiao.grammar.clause.clauses import Segment
from mubiao.grammar.clause.comparison import Compared
from mubiao.grammar.figure import measure
from mubiao.grammar.figure.bound import BoundCase, bound
from mubiao.grammar.figure.figure import Figure, growing, grows_behind
from mubiao.grammar.figure.reading import Reading
from mubiao.grammar.figure.stock import cumulative, reached_level
from mubiao.grammar.numbers.number import Number
from mubiao.grammar.phrase.phrase import MOVES, Phrase
from mubiao.grammar.thing.listed_verb import REACHED
from mubiao.grammar.thing.newly import as_new
from mubiao.grammar.thing.pieces import Pieces
from mubiao.grammar.thing.state import State
from mubiao.grammar.words.edges import edges
from mubiao.lexicon.bounds import class_of
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load

PRICES = 80  # characters in front of a number that tell of its prices, or that it is told against a target


def made(text: str, segment: Segment, bounded: Number, phrase: Phrase, thing: Pieces, against: Compared, state: State) -> Reading:
    """The reading of a number that measures a thing.

    Args:
        bounded: the number whose modifier holds.
        phrase: the words in front, stripped.
        against: what it is measured against.
        state: what the sentence has said so far; it is told where the number is an estimate.
    """
    number = segment.number
    reading = Reading(number, (number.start, number.end), thing, segment.clause, state.sentence)
    indicator = reading.indicator(text)
    reading.action = _action(text, number, phrase) or _in_front(text, number, phrase, thing)
    at_end = state.tense.at_end or expression("at_year_end").match(indicator) is not None
    figure = Figure(
        number, phrase, indicator, against.differs, grows_behind(text, number.bounded_end), at_end, reading.action,
        bool(thing) and thing[-1][0] >= number.end,
    )  # fmt: skip
    reading.measure_rule, reading.measure = measure.measure(figure)
    if reading.measure == "growth":
        reading.pieces = as_new(text, thing, state.sentence[0], number.bounded_start)
        if phrase.action:  # 接待游客|增长|20%
            reading.action = next((word for word, kind in phrase.predicate if kind in MOVES), reading.action)
    if reading.measure_rule == measure.added.name:
        phrase.action_class = "add"
    reading.number_rule = number.rule
    reading.bound_rule, found = bound(BoundCase(number, bounded, phrase))
    reading.comparator, reading.modifier = found.comparator, found.literal
    reading.told = (phrase.end if phrase.predicate and phrase.end < number.start else number.bounded_start, number.bounded_end)
    if total := cumulative(figure, reading.measure):
        reading.cumulative = True
        reading.more_rules.append(total)
    if total == reached_level.name and number.of("counted") and not state.verb.said:
        state.verb = REACHED  # 重大科技基础设施达到8个、|新型研发机构547家
    reading.relation = against.relation
    reading.action_kind = phrase.action_class
    reading.carried = not phrase.action and bool(phrase.carried)
    reading.commitment = phrase.commitment
    state.tense.estimated = state.tense.estimated or phrase.commitment in load().words["modifiers"]["estimate"]
    reading.estimated = state.tense.estimated or expression("estimate_behind").match(text, number.bounded_end) is not None
    reading.sign = -1 if growing(phrase) == "fall" or number.sign < 0 else 1
    reading.fallen = any(kind == "fallen" for _, kind in phrase.predicate)
    reading.flags = phrase.flags & {"previous", "span", "each"}
    _annotate(text, reading, segment, phrase.basis)
    return reading


def _annotate(text: str, reading: Reading, segment: Segment, basis: str) -> None:
    """How a figure was measured, as the phrase, a bracket or the words around it say; a bracket that says something else is a note.

    Args:
        basis: what the phrase says of it.
    """
    note = text[slice(*segment.note)] if segment.note else None
    told = note if note and expression("basis").search(note) else None
    in_front = _taken_out(text, segment, reading.sentence[0]) or _by_people(text, reading)
    named = expression("basis_in_name").search(reading.indicator(text))  # 一般公共预算收入(同口径)|完成3亿元
    reading.basis = basis or told or (named["basis"] if named else None) or in_front or _prices(text, segment.number, reading)
    reading.note = note if note != reading.basis else None


def _taken_out(text: str, segment: Segment, low: int) -> str | None:
    """扣除房地产开发投资后,固定资产投资增长3%: the clause in front says what was left out of the figure."""
    begin = segment.clause[0]
    found = expression("taken_out").search(text, max(0, low - 1), begin) if segment.first else None
    return found["basis"] if found else None


def _by_people(text: str, reading: Reading) -> str | None:
    """按户籍人口计算,人均生产总值63525元,增长8.7%: by which people a mean is told, and its growth."""
    if not reading.indicator(text).startswith(tuple(load().words["nouns"]["per_head"])):
        return None
    found = expression("by_people").search(text, max(0, reading.sentence[0] - 1), reading.span[0])
    return found["basis"] if found else None


def _prices(text: str, number: Number, reading: Reading) -> str | None:
    """Constant or current prices, as the word of growth says (实际增长5.1%), or like for like (同口径完成3亿元); not where it is told against a
    target (预期6%，实际增长5.1%)."""
    low = max(reading.sentence[0], number.bounded_start - PRICES)
    found = expression("prices").search(text, low, number.bounded_start) if reading.measure in ("growth", "amount") else None
    if found and (found["level"] is None) != (reading.measure == "growth"):
        return None
    if found and found["or_reached"] and expression("told_against").search(text, low, found.start()):
        return None
    return found["prices"] if found else None


def _action(text: str, number: Number, phrase: Phrase) -> str:
    """The verb of the commitment: its own, that of the list, the word of growth or reaching, or the word in front."""
    if phrase.action:
        return text[slice(*phrase.action)]
    before = number.before if number.before.isalpha() and number.bounded_start < number.start else ""
    if len(before) == 1 and class_of(before) == "approx":
        before = ""  # 近 and 约 do nothing
    return phrase.carried or (phrase.predicate[0][0] if phrase.predicate else before)


def _in_front(text: str, number: Number, phrase: Phrase, thing: Pieces) -> str:
    """沈阳浑南科技城|落户|87个项目: the verb behind who does it, in front of a number whose noun follows; none where the noun has a verb
    of its own (法治政府|建设|10项主要指标全部达标)."""
    if not thing or thing[-1][0] < number.end:
        return ""
    verb, (low, high) = edges().actions.tail(text, phrase.start, phrase.end) or "", thing[-1][:2]
    named = any(piece[0] < phrase.end < piece[1] + len(verb) for piece in thing)
    return "" if named or any(edges().actions.head(text, at, high) for at in range(low, high)) else verb
