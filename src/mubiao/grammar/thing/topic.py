"""What clauses and sentences without a number of their own say to those behind them: the topic, and whose it is."""

from __future__ import annotations

import re

from mubiao.grammar.clause.clauses import Clause
from mubiao.grammar.phrase import phrases
from mubiao.grammar.phrase.phrase import PUNCTUATION, Phrase
from mubiao.grammar.thing.pieces import WORD, Pieces
from mubiao.grammar.thing.state import Listed, State
from mubiao.grammar.words.things import is_branch
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.lexicon.vocabulary import plain, vocabulary

SHORT = 22  # a sentence in front of so many characters may name the topic of this one
STOPS = "。;\n"
LABEL = ":"  # 社会消费品零售总额:+6%
ASIDES = ("aside", "on_base")  # between a thing and its number: its rank, from where it started
# Clauses that name nothing for those behind them: 建设内容:…, 全部安排到八大工程上, 聚焦“两不愁三保障”, 各盟市要围绕重点产业制定招商方案,
# 高中教育发展加快,|办学规模继续扩大|,毛入学率…
NAMES_NOTHING = ("content_label", "money_went", "slogan_aimed_at", "told_to", "means_improve")
RELATIONS = ("is_above", "moves_with")  # what a thing was beside another one, told without a number


def topic_before(text: str, start: int, state: State) -> None:
    """第三产业发展速度加快。完成增加值…: a short sentence in front says whose value added it is.

    Args:
        start: where the passage begins.
    """
    low = state.sentence[0]
    start = max(start, low - SHORT - 2)
    begin = max(text.rfind(mark, start, low - 1) for mark in STOPS) + 1 or start
    while begin < low and text[begin] in PUNCTUATION:
        begin += 1
    if item := expression("item_opening").match(text, begin, low):
        begin = item.end()
    if not 0 < low - begin <= SHORT:
        return
    if goes := expression("how_it_goes").match(text, begin, low - 1):
        state.topic.said = state.topic.heading = (goes.span("topic"),)
    elif (record := expression("record_in_front").match(text, begin, low - 1)) is not None:
        state.topic.said = state.topic.heading = (record.span("topic"),)  # 粮食生产再创新高。总产量达到…
    elif told := expression("label_told").match(text, begin, low - 1):
        state.label = label_of(told)  # 主要产品产量保持增长。原煤产量586万吨,水泥1623万吨
    elif text[low - 1] in STOPS and plain(text[begin : low - 1]) in vocabulary().forms:
        state.subject = state.head = ((begin, low - 1),)  # ——地区生产总值。预计增长5.6%
    elif (known := _known_at(text, begin, low - 1)) > begin:
        state.topic.said = state.topic.heading = ((begin, known),)


def _known_at(text: str, low: int, high: int) -> int:
    """经营主体|稳中培优。总量…: where the indicator ends that a sentence without a number begins with, ``low`` where it begins with none."""
    if expression("digit").search(text, low, high):
        return low
    return next((end for end in range(high - WORD, low + WORD, -1) if plain(text[low:end]) in vocabulary().forms), low)


def heard(text: str, state: State) -> State:
    """The state once the clauses without numbers have said what the next speaks of."""
    for clause in state.waiting:
        _topic_of(text, clause, state)
    state.waiting.clear()
    return state


def _topic_of(text: str, clause: Clause, state: State) -> None:
    """A clause without numbers names the topic of the next: 新能源装机快速增长,|达到300万千瓦."""
    low, high = clause.span
    while low < high and text[low] in PUNCTUATION:
        low += 1
    if state.topic.said and expression("rank_only").match(text, low, high):
        return  # 粮食总产再创新高,连续10年位居全国第一,增量…: still the same topic
    if expression("shares_told").search(text, low, high):
        return  # 轻、重工业比重33.5:66.5
    if expression("sorted_by").fullmatch(text, low, high):
        return  # 按构成分:建筑工程60亿元
    if expression("opening").fullmatch(text, low, high):
        return  # 这五年,新建学校120所: when it was is no topic
    if state.topic.said and expression("paper_issued").fullmatch(text, low, high):
        return
    if any(expression(name).fullmatch(text, low, high) for name in NAMES_NOTHING):
        return
    if expression("weather_before").search(text, low, high):
        return  # 遭遇12次强降雨过程,转移群众…: what came down on people is no topic of what they did
    if field := expression("field_named").fullmatch(text, low, high):
        low, high = field.span("field")
    if base := expression("on_base").search(text, low, high):
        high = base.start()  # 生产总值|在2005年6520亿元的基础上,达到…
        if low == high:
            return
    passed = expression("passed_mark").search(text, low, high)
    phrase = phrases.strip(text, low, passed.start() if passed else high, True)
    if "which" in phrase.flags:
        state.open_parts()
    record = expression("record").search(text, phrase.start, phrase.end) is not None  # 全省进出口总值创历史新高,达到…
    _without_progress(text, phrase, high)
    if not phrase.empty and (spread := expression("spread_to").search(text, phrase.start + 1, phrase.end)):
        phrase.end = spread.start()  # 免关税政策|扩大至全岛: what it was spread to is no topic
    counted = expression("trailing_number").search(text, low, high)
    if counted:  # a number that is no quantity: what follows still speaks of its subject
        ranked = expression("ranked").search(text, low, counted.start())
        phrase = phrases.strip(text, low, ranked.start() if ranked else counted.start(), True)
        _without_progress(text, phrase, high)  # 价格指数|同比持平(100)
    elif goes := (not phrase.action and expression("how_it_goes").match(text, low, high)) or expression("most_of_all").search(text, low, high):
        phrase.start, phrase.end = goes.start("topic"), goes.end("topic")
    most = None if counted else expression("grows_most").match(text, low, high)
    if most:
        phrase = phrases.strip(text, low, most.end("grows"), True)
    joint = bool(expression("and").match(text, low, high))
    state.topic.verb = text[slice(*phrase.action)] if phrase.action else state.topic.verb if joint else ""
    if label := expression("label_measure").search(text, low, high + 1) or expression("label_scale").search(text, low, high + 1):
        state.label = label_of(label)
    elif counted and ranked and not phrase.empty:
        if text[phrase.start : phrase.end] not in load().words["nouns"]["dependent"]:
            state.subject = state.head = ((phrase.start, phrase.end),)
            state.listed = Listed()  # …;城乡居民收入均稳居全省第2,分别增长3.9%、6.9%: of none of those before
    elif not phrase.empty:
        state.topic.said, state.topic.acts = ((phrase.start, phrase.end),), phrase.action is not None
        if is_branch(text, phrase.start, phrase.end):
            state.topic.branch = state.topic.said
        listed = text.startswith(LABEL, high)
        if passed or record or (counted and state.subject) or listed:
            state.subject = state.head = state.topic.said
        state.told = phrase.predicate if listed or most else []


def label_of(found: re.Match[str]) -> Pieces:
    """限额以上单位|商品|零售额: the measure of a list, behind the scale of those that it tells of; no more than the scale (限额以上单位|中)."""
    named = found.groupdict()
    measure = "gone" if named.get("gone") else "measure"  # 淘汰落后产能:水泥120万吨
    return (*((found.span("scale"),) if named.get("scale") else ()), found.span(measure))


def _without_progress(text: str, phrase: Phrase, high: int) -> None:
    """基础设施建设9大工程|全面有序推进, 居民收入|增速快于经济增速: how it went says nothing of the topic, nor how many works it has."""
    for progress in ("goes_on_well", "came_into_use"):
        if goes := expression(progress).search(text, phrase.start, phrase.end):
            phrase.end = goes.start()
    if acts := expression("branch_acts").match(text, phrase.start, phrase.end):
        phrase.end = acts.end("branch")  # 新材料产业|重点打造化工新材料等产业链,力争产业规模…
    if named := expression("named_as").match(text, phrase.start, phrase.end):
        phrase.start = named.end()  # 我县被列为|国家黑臭水体治理试点,实施项目…
    for comparison in RELATIONS:
        if beside := expression(comparison).match(text, phrase.start, high):
            phrase.end = beside.end("thing")


def told_in_front(text: str, low: int, high: int, state: State) -> int:
    """Keep what the words in front of a number tell without one, and give where those of the number itself begin."""
    for opening in expression("new_statement").finditer(text, low, high):
        front = phrases.strip(text, low, opening.start(), True)
        if not front.empty:  # 20个项目落地、投资…: what went on is what a dependent noun belongs to
            state.topic.said = state.subject = state.head = ((front.start, front.end),)
        low = opening.end()
    for remark in ASIDES:
        for aside in expression(remark).finditer(text, low, high):
            front = phrases.strip(text, low, aside.start(), True)
            if not front.empty:  # 经济总量|稳居全国前十强、|增长5%
                state.subject = state.head = ((front.start, front.end),)
            low = aside.end()
    return low
