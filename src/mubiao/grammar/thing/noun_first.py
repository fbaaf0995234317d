"""The noun in front of a number, with what it takes over from the item before: 粮食播种面积172万亩、|产量|14.3亿斤."""

from __future__ import annotations

from mubiao.grammar.clause import attributes
from mubiao.grammar.clause.clauses import Segment
from mubiao.grammar.phrase import phrases
from mubiao.grammar.phrase.phrase import Phrase
from mubiao.grammar.thing import coordinate
from mubiao.grammar.thing.coordinate import Pieces
from mubiao.grammar.thing.state import State, nouns
from mubiao.lexicon.expressions import expression

ALIKE = 2  # characters that two items end with where they are built alike
OVERLAP = 2  # characters that two nouns share where one goes on with the other


def noun_first(text: str, segment: Segment, phrase: Phrase, state: State) -> tuple[Pieces, str]:
    """What the noun of a phrase measures, and the name of the rule that found it: the first that applies, in this order."""
    low, high = phrase.start, phrase.end
    high -= len(attributes.words()["of"].tail(text, low, high) or "")
    noun = text[low:high]
    if borrowed := coordinate.borrow_head(text, low, high, state.subject):
        return borrowed, "head_before"
    if noun in nouns()["dependent"] or noun.startswith(tuple(nouns()["share_of"])):
        if state.head:
            return coordinate.with_head(text, state.head, (low, high)), "dependent"
        if state.topic:
            return (*state.topic, (low, high)), "topic"
    if (parallel := _parallel(text, low, high, state.head)) is not None:
        return parallel, "parallel"
    if phrase.preposition in nouns()["towards"] and phrase.predicate and state.sub and state.head:
        return ((low - len(phrase.preposition), high), *state.head), "towards"
    if noun in nouns()["carried_to"] and phrase.action is None and state.subject and (word := _carried(text, state.subject)):
        return ((state.subject[0][0], state.subject[0][0] + len(word)), (low, high)), "carried"
    if overlap := () if segment.first else _overlap(text, low, high, phrase, state):
        return overlap, "overlap"
    if behind := _qualifier_behind(text, low, high):
        return behind, "qualifier_behind"
    if inner := _inner_verb(text, low, high):
        return ((low, inner[0]), (inner[1], high)), "inner_verb"
    if tail := _list_tail(text, low, high, phrase, state):
        return ((low, high), tail), "tail_before"
    if state.head and not segment.first and not phrase.action and (each := expression("per_head").match(text, *state.head[0][:2])):
        return (each.span(), (low, high)), "carried"
    if phrase.extra:
        state.modifier = (phrase.extra,)
        return (phrase.extra, (low, high)), "disposed"
    if state.modifier and phrase.action is None and not phrase.predicate:
        return (*state.modifier, (low, high)), "modifier_before"
    return ((low, high),), "noun_first"


def _parallel(text: str, low: int, high: int, head: Pieces) -> Pieces | None:
    """年末金融机构存款余额…, 年末贷款余额…: the other of a pair takes the place of the first."""
    for word, other in coordinate.parallels().items():
        rest = text[low : high - len(word)]
        if text.endswith(word, low, high) and head and text.endswith(other, *head[-1][:2]) and text.startswith(rest, head[0][0]):
            begin, stop = head[-1][:2]
            return (*head[:-1], (begin, stop - len(other)), (high - len(word), high))
    return None


def _overlap(text: str, low: int, high: int, phrase: Phrase, state: State) -> Pieces:
    """土地出让30宗、出让收益60亿元: a noun that begins as the one before ends goes on with it."""
    if phrase.action or not state.head or high - low <= OVERLAP:
        return ()
    begin, stop = state.head[-1][:2]
    if stop - begin <= OVERLAP or text[stop - OVERLAP : stop] != text[low : low + OVERLAP]:
        return ()
    return (*state.head[:-1], (begin, stop - OVERLAP), (low, high))


def _list_tail(text: str, low: int, high: int, phrase: Phrase, state: State) -> tuple[int, int] | None:
    """养老保险参保人数9万人、失业保险4万人; 城镇居民人均可支配收入增长5%,农村居民增长6%: an item built like the one before
    takes over what that ends with."""
    if phrase.action or not state.head:
        return None
    begin, stop = state.head[0][:2]
    metric = coordinate.words()["metric"]
    if len(state.head) == 2 and text[stop - ALIKE : stop] == text[high - ALIKE : high]:
        return state.head[1][:2]  # the item before has taken it over, too
    alike = text.rfind(text[high - ALIKE : high], begin + 1, stop - ALIKE) + ALIKE
    if high - low < 3 or alike <= ALIKE or metric.tail(text, low, high):
        return None
    rest = metric.tail(text, alike, stop)
    bearer = text[low:high].endswith(tuple(nouns()["bearer"]))
    return (alike, stop) if rest and (bearer if phrase.predicate else len(rest) == stop - alike) else None


def _carried(text: str, subject: Pieces) -> str | None:
    return next((word for word in nouns()["carried"] if text.startswith(word, subject[0][0])), None)


def _qualifier_behind(text: str, low: int, high: int) -> Pieces:
    """低保标准分别提高到|城市|每月780元: the kind stands behind the verb, the thing in front of it."""
    match = expression("reached_by_kind").search(text, low, high)
    if match is None or not coordinate.is_qualifier(text, match.end(), high):
        return ()
    thing = phrases.strip(text, low, match.start(), True)
    return () if thing.empty else ((match.end(), high), (thing.start, thing.end))


def _inner_verb(text: str, low: int, high: int) -> tuple[int, int] | None:
    """房地产|完成|投资: the verb in front of what is measured."""
    metric = coordinate.words()["metric"].tail(text, low, high)
    if metric is None:
        return None
    stop = high - len(metric)
    for verb in nouns()["inner"]:
        at = text.rfind(verb, low + 1, stop)
        if at > low and stop - at - len(verb) <= 2:
            return at, at + len(verb)
    return None
