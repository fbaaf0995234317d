"""The verb at the head of a list (新增绿地200公顷、绿道100公里), for the items that have none of their own."""

from __future__ import annotations

from mubiao.grammar.clause.clauses import Segment
from mubiao.grammar.phrase.phrase import Phrase
from mubiao.grammar.thing.state import State, Verb
from mubiao.grammar.words.edges import edges
from mubiao.lexicon.loader import load

ENDS = "、,;。)"  # behind a number that counts what was named before it


def carry_verb(text: str, phrase: Phrase, segment: Segment, state: State) -> None:
    """The verb at the head of a list holds for the items behind it that have no verb of their own."""
    if phrase.action:
        state.verb = Verb(text[slice(*phrase.action)], phrase.action_class, phrase.moves, "cumulative" in phrase.flags)
    elif _goes_on(text, phrase, segment, state):
        phrase.carried, phrase.action_class, phrase.moves, total = state.verb
        phrase.flags |= {"cumulative"} if total else set()  # 累计创建绿色园区16个、绿色工厂170家
    elif state.topic.verb and segment.bracket and phrase.empty:  # 建成示范村(290个)
        phrase.carried = state.topic.verb


def _goes_on(text: str, phrase: Phrase, segment: Segment, state: State) -> bool:
    """Whether an item of a list is done as the first of it was."""
    if not state.verb.said or phrase.predicate or segment.first:
        return False
    return not _is_reached(text, phrase, segment, state) and not _comes_of_it(text, phrase, state)


def _comes_of_it(text: str, phrase: Phrase, state: State) -> bool:
    """建成饲草基地10个、|鲜草产量|32万吨, 建成扩繁场8个、|存栏种牛|3988头: what a work yields or holds was not built."""
    nouns = load().words["nouns"]
    held = text.endswith(tuple(nouns["flow_end"]), phrase.start, phrase.end) or text.startswith(tuple(nouns["level"]), phrase.start, phrase.end)
    return held and any(word in state.verb.said for word in edges().stages)


def _is_reached(text: str, phrase: Phrase, segment: Segment, state: State) -> bool:
    """净增98万户、|突破1900万户, 新增1357家、|总数突破1万家: a level that was passed, or a total, is not what came new."""
    number = segment.number
    if state.verb.kind not in ("add", "change"):
        return False
    if number.before and text.startswith(tuple(load().words["particles"]["whole"]), phrase.start, phrase.end):
        return True
    alone = phrase.empty and text[number.bounded_end : number.bounded_end + 1] in ENDS
    return number.passed and alone and number.unit is not None and number.unit.name == state.read.unit
