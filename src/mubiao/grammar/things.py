"""What a number measures: named rules that turn a segment into the pieces of its indicator(s)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from mubiao.grammar import attributes, coordinate, objects, phrases
from mubiao.grammar.clauses import Segment
from mubiao.grammar.coordinate import Pieces
from mubiao.grammar.edge_words import words
from mubiao.grammar.numbers import SHARES
from mubiao.grammar.phrases import Phrase
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load

SHORT = 3  # a noun of so few characters needs what stands in front of the number (西延等5条|高铁)
ALIKE = 2  # characters that two items end with where they are built alike
LONGEST = 60  # characters of a noun in front of a bracket
OVERLAP = 2  # characters that two nouns share where one goes on with the other
DIGIT = re.compile(r"\d")
COUNTED = re.compile(r"\([^()]*\d[^()]*\)")  # a bracket with a number of its own


@dataclass(slots=True)
class State:
    """What a sentence has said so far.

    Attributes:
        subject: pieces that an elided subject refers to; ``head``: what a dependent noun (总投资) belongs to.
        modifier: what a clause says once for all items of its list (对国省道…, 杭甬“双城记”…).
        heading: topic of a short sentence in front (经济发展贡献新担当。…全年增长4.8%).
        topic: noun of the last clause without a number; ``topic_acts`` where a verb stood in front of it.
        action, action_class: verb that a list states once (新增绿地200公顷、绿道100公里).
        topic_action: its verb, for the numbers in a bracket behind it.
        recent: things measured so far, for a 分别 that looks back; ``said_last``: those of the last clause with numbers.
        handed: things that the numbers of this clause belong to one by one.
        relation: how the number before in the clause is compared with something (高于全国3.2个、全省1.5个百分点).
        respectively: how many things the last list of things and numbers had (分别达到8万元和5万元，增长6%、7%).
        sub: inside 其中; ``whole``: subject and head in front of it.
        estimated: the sentence has said 预计.
        cores, last: indices of the wholes and of the last reading.
    """

    sentence: tuple[int, int]
    opaque: list[tuple[int, int]]
    subject: Pieces = ()
    head: Pieces = ()
    modifier: Pieces = ()
    action: str = ""
    action_class: str = ""
    heading: Pieces = ()
    topic: Pieces = ()
    topic_acts: bool = False
    topic_action: str = ""
    recent: list[Pieces] = field(default_factory=list)
    said_last: list[Pieces] = field(default_factory=list)
    handed: list[Pieces] = field(default_factory=list)
    relation: str = ""
    respectively: int = 0
    sub: bool = False
    whole: tuple[Pieces, Pieces] = ((), ())
    estimated: bool = False
    cores: list[int] = field(default_factory=list)
    last: int | None = None
    last_unit: str = ""

    def open_parts(self) -> None:
        """其中: what follows is a part; the whole is kept for the sentence behind the semicolon."""
        if not self.sub:
            self.sub, self.whole = True, (self.subject, self.head)


@lru_cache(maxsize=1)
def nouns() -> dict[str, frozenset[str]]:
    """Tables of nouns.toml and actions.toml that the rules ask."""
    lexicon = load()
    actions = {name: lexicon.words["actions"][name] for name in ("activity", "activity_of", "inner")}
    return {**lexicon.words["nouns"], **actions, "towards": lexicon.words["modifiers"]["towards"]}


def things(text: str, group: Sequence[Segment], phrase: Phrase, state: State, following: Segment | None) -> tuple[list[list[Pieces]], str]:
    """For each number of a group the thing(s) it measures, and the name of the rule that found them."""
    if len(group) > 1:
        return _several_numbers(text, group, phrase, state)
    state.respectively = 0
    found, rule = _one_number(text, group[0], phrase, state, following)
    thing = found[0][0]
    stands_alone = phrase.preposition or (thing and objects.meets_fate(text, thing[-1][1], group[0].right[1]))
    if not stands_alone and len(found[0]) == 1 and len(thing) == 1 and state.topic and text[thing[0][0] : thing[0][1]] in nouns()["thin"]:
        return [[(*state.topic, *thing)]], "thin"
    return found, rule


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
        thing, rule = _elided(text, segment, phrase, state)
        return [[thing]], rule
    if both and text[phrase.start : phrase.end] in nouns()["dependent"]:
        return [[coordinate.with_head(text, thing, (phrase.start, phrase.end)) for thing in both]], "each"
    if "distributive" in phrase.flags or _all_rates(text, phrase, segment):
        found = coordinate.members(text, phrase.start, phrase.end, None, state.opaque)
        if len(found) > 1:
            return [found], "each"
    thing, rule = _noun_first(text, segment, phrase, state)
    return [[thing]], rule


def _shared_head(text: str, noun: tuple[int, int], following: Segment | None) -> Pieces:
    """3个国家级、20个省级培训基地: a bare qualifier takes the head of the next item."""
    kit = coordinate.words()["qualifier"]
    if following is None or kit.head(text, *noun) != text[noun[0] : noun[1]]:
        return ()
    low, high = objects.trimmed(text, *following.right)
    own = kit.head(text, low, high) or ""
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
    if len(state.recent) >= size and ("distributive" in phrase.flags or state.respectively == size):
        return [[thing] for thing in state.recent[-size:]], "respectively_before"
    return [[state.subject] for _ in group], "subject_before"


def _all_rates(text: str, phrase: Phrase, segment: Segment) -> bool:
    """入户率和办结率达100%: two rates share one percentage without 均."""
    unit = segment.number.unit
    if unit is None or unit.dimension not in SHARES or not phrase.predicate:
        return False
    parts = expression("and").split(text[phrase.start : phrase.end])
    return len(parts) > 1 and all(part.endswith(tuple(nouns()["rate_end"])) for part in parts)


def _noun_first(text: str, segment: Segment, phrase: Phrase, state: State) -> tuple[Pieces, str]:
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
    kit = coordinate.words()["qualifier"]
    if match is None or kit.head(text, match.end(), high) != text[match.end() : high]:
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


def _elided(text: str, segment: Segment, phrase: Phrase, state: State) -> tuple[Pieces, str]:
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


def _number_first(text: str, segment: Segment, phrase: Phrase, right: tuple[int, int]) -> Pieces:
    """20个片区更新: the noun stands behind its number; a modifier in front of the number is kept."""
    low, high = phrase.start, phrase.end
    if low >= high or expression("ends_in_joint").search(text, low, high) or words().actions.tail(text, low, high):
        return (right,)
    if words().joint.tail(text, low, high) and high - low > right[1] - right[0] > SHORT:
        return (right,)  # a long list of examples says less than the noun that they are examples of
    return ((low, high), right)


def _before_bracket(text: str, segment: Segment) -> Pieces:
    """志愿者(160名): the noun that the bracket stands behind."""
    stop = segment.clause[0] - 1
    low = max(0, stop - LONGEST)
    begin = max(low, *(text.rfind(mark, low, stop) + 1 for mark in ",。;:、\n"))
    begin = max([begin, *(match.end() for match in COUNTED.finditer(text, begin, stop))])
    joint = expression("and").match(text, begin, stop)
    begin = joint.end() if joint else begin
    phrase = phrases.strip(text, begin, stop, False)
    return () if phrase.empty else ((phrase.start, phrase.end),)
