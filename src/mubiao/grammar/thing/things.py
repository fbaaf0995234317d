"""What a number measures: named rules that turn a segment into the pieces of its indicator(s)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mubiao.grammar.clause.clauses import Segment
from mubiao.grammar.clause.groups import is_rate
from mubiao.grammar.phrase.edge_words import words
from mubiao.grammar.phrase.phrase import Phrase
from mubiao.grammar.thing import coordinate, objects
from mubiao.grammar.thing.coordinate import Piece, Pieces
from mubiao.grammar.thing.elided import elided
from mubiao.grammar.thing.noun_first import noun_first
from mubiao.grammar.thing.state import State, nouns
from mubiao.lexicon.expressions import expression

SHORT = 3  # a noun of so few characters needs what stands in front of the number (西延等5条|高铁)
DIGIT = re.compile(r"\d")


def things(text: str, group: Sequence[Segment], phrase: Phrase, state: State, following: Segment | None) -> tuple[list[list[Pieces]], str]:
    """For each number of a group the thing(s) it measures, and the name of the rule that found them."""
    if len(group) > 1:
        return _several_numbers(text, group, phrase, state)
    state.respectively = 0
    found, rule = _one_number(text, group[0], phrase, state, following)
    thing = found[0][0]
    stands_alone = phrase.preposition or (thing and objects.meets_fate(text, thing[-1][1], group[0].right[1]))
    if not stands_alone and len(found[0]) == 1 and len(thing) == 1 and _says_too_little(text, thing[0], state.topic):
        return [[(*state.topic, *thing)]], "thin"
    return found, rule


def _says_too_little(text: str, noun: Piece, topic: Pieces) -> bool:
    """开展提质行动,开工|项目|: a noun so general that the topic goes in front, unless that begins with it (学校布局调整,新建学校)."""
    word = text[noun[0] : noun[1]]
    return bool(topic) and word in nouns()["thin"] and not text.startswith(word, topic[0][0])


def _one_number(text: str, segment: Segment, phrase: Phrase, state: State, following: Segment | None) -> tuple[list[list[Pieces]], str]:
    noun = objects.behind(text, segment, phrase)
    if noun[0] < noun[1]:
        thing = _number_first(text, segment, phrase, noun)
        if len(thing) > 1 and not DIGIT.search(text, *thing[0][:2]):
            state.modifier = thing[:1]
        elif state.modifier and phrase.empty and not phrase.action:
            thing = (*state.modifier, *thing)
        return [[(*thing, *_shared_head(text, noun, following))]], "number_first"
    both = state.said_last if "distributive" in phrase.flags and len(state.said_last) > 1 and segment.first else []
    if phrase.empty:
        if both and not state.handed:
            return [both], "each"
        thing, rule = elided(text, segment, phrase, state)
        return [[thing]], rule
    if both and text[phrase.start : phrase.end] in nouns()["dependent"]:
        return [[coordinate.with_head(text, thing, (phrase.start, phrase.end)) for thing in both]], "each"
    if "distributive" in phrase.flags or _all_rates(text, phrase, segment):
        found = coordinate.members(text, phrase.start, phrase.end, None, state.opaque)
        if len(found) > 1:
            return [found], "each"
    thing, rule = noun_first(text, segment, phrase, state)
    return [[thing]], rule


def _shared_head(text: str, noun: tuple[int, int], following: Segment | None) -> Pieces:
    """3个国家级、20个省级培训基地: a bare qualifier takes the head of the next item."""
    if following is None or not coordinate.is_qualifier(text, *noun):
        return ()
    low, high = objects.trimmed(text, *following.right)
    own = coordinate.words()["qualifier"].head(text, low, high) or ""
    return ((low + len(own), high),) if low + len(own) < high else ()


def _several_numbers(text: str, group: Sequence[Segment], phrase: Phrase, state: State) -> tuple[list[list[Pieces]], str]:
    """分别增长13%、20%以上: one phrase, several numbers."""
    size = len(group)
    if not phrase.empty and state.respectively == size and text[phrase.start : phrase.end] in nouns()["dependent"]:
        return [[coordinate.with_head(text, thing, (phrase.start, phrase.end))] for thing in state.recent[-size:]], "respectively_before"
    if not phrase.empty:
        found = coordinate.members(text, phrase.start, phrase.end, size, state.opaque)
        if len(found) == size:
            state.respectively = size
            if phrase.last_verb and text[slice(*phrase.last_verb)] in nouns()["activity_of"]:
                found[0] = found[0][:1]  # 接待|游客、旅游总花费分别增长: what an activity is done for is complete
            return [[thing] for thing in found], "respectively"
        low, high = objects.behind(text, group[-1], phrase)
        behind: Pieces = ((low, high),) if low < high else ()
        return [[((phrase.start, phrase.end), *behind)] for _ in group], "several_numbers"
    rates = bool(phrase.predicate) and len(set(state.recent[-size:])) == size and all(is_rate(segment) for segment in group)
    if len(state.recent) >= size and ("distributive" in phrase.flags or state.respectively == size or rates):
        return [[thing] for thing in state.recent[-size:]], "respectively_before"
    return [[state.subject] for _ in group], "subject_before"


def _all_rates(text: str, phrase: Phrase, segment: Segment) -> bool:
    """入户率和办结率达100%: two rates share one percentage without 均."""
    if not segment.number.of("rate") or not phrase.predicate:
        return False
    parts = expression("and").split(text[phrase.start : phrase.end])
    return len(parts) > 1 and all(part.endswith(tuple(nouns()["rate_end"])) for part in parts)


def _number_first(text: str, segment: Segment, phrase: Phrase, right: tuple[int, int]) -> Pieces:
    """20个片区更新: the noun stands behind its number; a modifier in front of the number is kept."""
    low, high = phrase.start, phrase.end
    if low >= high or expression("ends_in_joint").search(text, low, high) or words().actions.tail(text, low, high):
        return (right,)
    if words().joint.tail(text, low, high) and high - low > right[1] - right[0] > SHORT:
        return (right,)  # a long list of examples says less than the noun that they are examples of
    return ((low, high), right)
