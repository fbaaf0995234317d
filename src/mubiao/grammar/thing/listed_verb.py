"""The verb at the head of a list (新增绿地200公顷、绿道100公里), for the items that have none of their own."""

from __future__ import annotations

from mubiao.grammar.clause.clauses import Segment
from mubiao.grammar.phrase.phrase import LISTED, Phrase
from mubiao.grammar.thing.state import State, Verb
from mubiao.grammar.words.edges import edges
from mubiao.grammar.words.things import heads
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load

RUNNING = 2  # characters of the word for a running total, which may end the words that belong to the number in front
ENDS = "、,;。)"  # behind a number that counts what was named before it
THERE = Verb("", "", "", True)  # nothing is done to what is said to be there
REACHED = Verb("", "", "reach", True)  # nor to what has come to so many, which holds in its own clause


def carry_verb(text: str, phrase: Phrase, segment: Segment, state: State) -> None:
    """The verb at the head of a list holds for the items behind it that have no verb of their own."""
    _tell_total(text, phrase, segment, state)
    if phrase.action:
        state.verb = Verb(text[slice(*phrase.action)], phrase.action_class, phrase.moves, "cumulative" in phrase.flags)
    elif _is_there(text, phrase, segment, state):
        phrase.flags |= {"cumulative"}  # 拥有驰名商标73件、著名商标120件
        state.verb = THERE
    elif _goes_on(text, phrase, segment, state):
        phrase.carried, phrase.action_class, phrase.moves, total = state.verb
        phrase.flags |= {"cumulative"} if total else set()  # 累计创建绿色园区16个、绿色工厂170家
    elif state.topic.verb and segment.bracket and phrase.empty:  # 建成示范村(290个)
        phrase.carried = state.topic.verb


def verbs_of_each(text: str, low: int, phrase: Phrase, size: int) -> list[str]:
    """开工、投产|项目分别达19个、5个: what was done to those that each number counts; [] where nothing is handed out.

    Args:
        low: where the sentence begins.
        size: how many numbers there are.
    """
    if size < 2 or "distributive" not in phrase.flags or not phrase.action:
        return []
    found = expression("stages_listed").search(text, low, phrase.start)
    verbs = expression("member_mark").split(found[0]) if found else []
    return verbs if len(verbs) == size else []


def _tell_total(text: str, phrase: Phrase, segment: Segment, state: State) -> None:
    """自贸试验区|累计|推出259项成果, and 累计引进品牌2000个、|培育|老字号31个: a running total, told behind who does it or once for several verbs."""
    number, low = segment.number, segment.left[0]
    if number.of("rate") or "cumulative" in phrase.flags:
        return
    goes_on = state.verb.total and phrase.action is not None and phrase.action_class != "add" and text[low - 1] == LISTED
    begin = max(segment.clause[0], low - RUNNING)  # 13个园区累计|建成面积48平方公里
    if goes_on or expression("running_inside").search(text, begin, number.bounded_start):
        phrase.flags |= {"cumulative"}


def _is_there(text: str, phrase: Phrase, segment: Segment, state: State) -> bool:
    """拥有|驰名商标73件、|著名商标120件: whether a list of things that are counted says, here or at its head, that they are there."""
    number = segment.number
    if phrase.predicate or number.of("rate"):
        return False
    if phrase.empty:  # 拥有2所九年一贯制学校、|6所|初级中学
        return state.verb in (THERE, REACHED) and not segment.first and number.of("counted") and text[segment.left[0] - 1] == LISTED
    nouns = load().words["nouns"]
    of_the_year = (
        number.of("money")
        or number.in_dimension("visit")  # 拥有景区12个、年接待游客500万人次
        or text.endswith((*nouns["traded"], *nouns["flow_end"]), phrase.start, phrase.end)  # 共有中学22所,|毕业生|6408人
    )
    per_head = expression("per_head_first").match(text, phrase.start, phrase.end) is not None  # 有病床2万张,|每千人病床|6张
    had = state.verb == THERE and (not segment.first or number.of("stock"))  # 拥有公交线路186条,|公交车辆2864台
    listed = had or (state.verb == REACHED and not segment.first)
    return "cumulative" in phrase.flags or (listed and not of_the_year and not per_head)


def _goes_on(text: str, phrase: Phrase, segment: Segment, state: State) -> bool:
    """Whether an item of a list is done as the first of it was."""
    if not state.verb.said or phrase.predicate or (segment.first and not _cut_as_well(text, phrase, segment, state)):
        return False
    return not _is_reached(text, phrase, segment, state) and not _comes_of_it(text, phrase, state)


def _cut_as_well(text: str, phrase: Phrase, segment: Segment, state: State) -> bool:
    """削减化学需氧量132吨,|氨氮|103吨: a verb of falling holds over the comma for what is measured in its unit, told with nothing but a noun;
    a level (压减粗钢50万吨,|生铁产量|90万吨) fell only where the first is one."""
    number = segment.number
    alike = number.unit is not None and number.unit.name == state.read.unit and not (number.of("counted") or number.of("money"))
    if state.verb.moves != "fall" or not alike or number.before or phrase.empty or phrase.flags or phrase.commitment or segment.bracket:
        return False
    level = heads().metric.tail(text, phrase.start, phrase.end)
    return level is None or (state.subject != () and text.endswith(level, *state.subject[-1][:2]))


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
