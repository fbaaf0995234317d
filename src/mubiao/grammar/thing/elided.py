"""A number without a noun of its own: the subject said before, the topic in front, or the activity itself (造林18.6万亩)."""

from __future__ import annotations

import re

from mubiao.grammar.clause.clauses import Segment
from mubiao.grammar.phrase import phrases
from mubiao.grammar.phrase.edge_words import words
from mubiao.grammar.phrase.phrase import Phrase
from mubiao.grammar.thing.coordinate import Pieces
from mubiao.grammar.thing.state import State, nouns
from mubiao.lexicon.expressions import expression

LONGEST = 60  # characters of a noun in front of a bracket
NUMBERED = re.compile(r"\([^()]*\d[^()]*\)")  # a bracket with a number of its own


def elided(text: str, segment: Segment, phrase: Phrase, state: State) -> tuple[Pieces, str]:
    """No noun of its own: the subject said before, or an activity that is counted itself (造林18.6万亩)."""
    if state.handed:
        return state.handed.pop(0), "respectively_before"
    verb = phrase.last_verb
    unit = segment.number.unit.name if segment.number.unit else ""
    said = text[verb[0] : verb[1]] if verb else ""
    if verb and (said in nouns()["activity"] or (said in nouns()["activity_of"] and (not state.subject or unit != state.last_unit))):
        if state.topic and (at := text.find(said, *state.topic[0][:2])) > 0:
            return ((state.topic[0][0], at + len(said)),), "activity"
        if segment.first or not state.subject or unit == state.last_unit:
            return (verb,), "activity"
        return (*_without_verb(text, state.subject), verb), "activity"
    if state.subject:
        return state.subject, "subject_before"
    if segment.bracket:
        return _before_bracket(text, segment), "before_bracket"
    if state.topic and not (state.topic_acts and phrase.predicate):
        return state.topic, "topic"
    if phrase.action:
        return (phrase.action,), "action_only"
    return (state.heading, "heading") if state.heading else ((), "nothing")


def _without_verb(text: str, pieces: Pieces) -> Pieces:
    """河道疏浚 -> 河道."""
    low, high = pieces[-1][:2]
    word = words().actions.tail(text, low, high)
    return (*pieces[:-1], (low, high - len(word))) if word and len(word) < high - low else pieces


def _before_bracket(text: str, segment: Segment) -> Pieces:
    """志愿者(160名): the noun that the bracket stands behind."""
    stop = segment.clause[0] - 1
    low = max(0, stop - LONGEST)
    begin = max(low, *(text.rfind(mark, low, stop) + 1 for mark in ",。;:、\n"))
    begin = max([begin, *(match.end() for match in NUMBERED.finditer(text, begin, stop))])
    joint = expression("and").match(text, begin, stop)
    begin = joint.end() if joint else begin
    phrase = phrases.strip(text, begin, stop, False)
    return () if phrase.empty else ((phrase.start, phrase.end),)
