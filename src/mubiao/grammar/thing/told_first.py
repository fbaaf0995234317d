"""What is told behind a first statement: of its subject, behind 、 (5A级景区新增周村古商城、|总数|16家), or of what a clause named."""

from __future__ import annotations

from mubiao.grammar.phrase import phrases
from mubiao.grammar.phrase.phrase import LISTED, Phrase
from mubiao.grammar.thing.case import Case
from mubiao.grammar.thing.found import Found, one
from mubiao.grammar.thing.head import with_head
from mubiao.grammar.thing.pieces import WORD, Pieces
from mubiao.grammar.thing.relational import relational
from mubiao.grammar.words.edges import edges
from mubiao.grammar.words.numbers import verbs
from mubiao.grammar.words.things import heads, nouns
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.lexicon.vocabulary import plain, vocabulary
from mubiao.rule import rule


@rule(
    "what is told of a subject behind its first statement and 、",
    takes=["5A级景区新增周村古商城、总数达到16家。", "省级重点项目建立分层级包联机制、完成投资5000亿元以上。"],
    refuses=["5A级景区总数达到16家。", "省级重点项目完成投资5000亿元以上。", "中心城区累计建成“40桥24隧”、城市道路7000公里。"],
    needed="周村古商城 would be in the name of how many 5A级景区 there are",
)
def statement_before(case: Case) -> Found | None:
    """5A级景区|新增周村古商城、|总数|16家: the subject, without what the sentence told of it first."""
    text, (low, high) = case.text, case.span
    at = text.rfind(LISTED, low, high) if case.named and not case.phrase.action else -1
    if at < 0:
        return None
    last = phrases.strip(text, at + 1, high, False)
    needs = relational(text[last.start : last.end]) or (last.action is not None and case.said(last.action) in nouns()["inner"])
    verb = next((position for position in range(low + WORD, at - 1) if verbs().head(text, position, at)), at)
    if last.empty or not needs or verb == at or edges().inside_noun(text, low, verb, at):
        return None
    case.phrase.action, case.phrase.action_class = last.action, last.action_class
    return one((low, verb), (last.start, last.end))


@rule(
    "what stands behind a statement without a number and 、",
    takes=[
        "机场旅客吞吐量再次破亿、入境游客增长86%。",
        "支持科技创新和制造业发展、减税降费及退税超1500亿元。",
        "完成园区转供电改造、用户电费成本降低10%。",
    ],
    refuses=["支持固定资产投资、减税降费及退税1500亿元。", "接待国内游客、入境游客86万人次。", "完成园区转供电改造、老旧小区改造10个。"],
    needed="科技创新和制造业发展 would be in the name of how much tax was remitted",
)
def another_behind(case: Case) -> Found | None:
    """旅客吞吐量再次破亿、|入境游客|增长86%, 支持制造业发展、|减税降费及退税|1500亿元: an indicator by itself, behind what was helped."""
    text, (low, high) = case.text, case.span
    at = text.rfind(LISTED, low, high) if case.named else -1
    if at < 0:
        return None
    first, action = text[low:at], case.phrase.action
    if told := expression("statement_told").search(text, low, at):
        whose = () if told["general"] else ((low, told.start()),)
        return _behind_what_was_told(case, whose, phrases.strip(text, at + 1, high, False))
    done = expression("statement_done").search(text, low, at)
    begins = text[slice(*action)] if action else text[low:at]
    helped = case.segment.number.of("money") and begins.startswith(tuple(load().words["actions"]["pivot"]))
    helped = helped and plain(text[at + 1 : high]) in vocabulary().forms
    verbs_at_end = [edges().actions.tail(text, *part) is not None for part in ((low, at), (at + 1, high))]
    worked = case.phrase.grows and action is not None and verbs_at_end == [True, False]  # 完成供电改造、|电费成本|降低10%
    if not done and not worked and (not helped or plain(first) in vocabulary().forms or heads().metric.tail(text, low, at)):
        return None
    case.phrase.action = None
    return one((at + 1, high))


def _behind_what_was_told(case: Case, whose: Pieces, last: Phrase) -> Found | None:
    """三文鱼品牌|正式发布、|出口|增长12倍: of what the statement told of; but 招商工作|成效明显、|出口|增长12%."""
    if last.empty or case.phrase.action:
        return None
    case.phrase.action, case.phrase.last_verb, case.phrase.action_class = last.action, last.last_verb, last.action_class
    return one(*whose, (last.start, last.end))


@rule(
    "the clause in front names what this one speaks of",
    takes=[
        "第三产业发展速度加快。完成增加值320亿元，增长9%。",
        "转型升级步伐加快，占比达到35%。",
        "提质发展金属新材料产业，推进昊宾新材料等项目建设，产值增长10%以上。",
        "数字经济蓬勃发展，核心产业增加值增长10%。",
        "海洋经济提质增效，生产总值突破1.2万亿元。",
    ],
    refuses=["第三产业增加值完成320亿元，增长9%。", "数字经济蓬勃发展，工业增加值增长10%。"],
)
def topic(case: Case) -> Found | None:
    """新能源装机快速增长，达到300万千瓦: the clause in front names what this one speaks of."""
    state, phrase = case.state, case.phrase
    if not case.alone or not state.topic.said:
        return None
    if phrase.empty:
        return one(*_without_programme(case)) if case.unnamed and not (state.topic.acts and phrase.predicate) else None
    if state.topic.acts and phrase.predicate and case.noun in nouns()["put_in"] and case.segment.number.of("rate"):
        return None  # 健全投资增长机制,投资增长5%: of all that there is
    if expression("only_label").fullmatch(case.said(state.topic.said[0])):
        return None  # 完成情况:完成投资2亿元
    if case.noun in nouns()["put_in"] and case.text.endswith(tuple(nouns()["set_of_rules"]), *state.topic.said[-1][:2]):
        return None  # 完善工作保障体系,完成投资200亿元
    known = _known_with_topic(case)
    if known:
        return one(known, case.span)
    if not case.needs_head or (state.head and not case.topic_nearer):
        return None
    made = state.topic.branch if case.noun in nouns()["output"] else ()  # 发展金属新材料产业,推进昊宾新材料等项目建设,|产值|增长10%
    return one(*with_head(case.text, made or state.topic.said, case.span))


def _without_programme(case: Case) -> Pieces:
    """深化|中欧班列|市场化运营改革,开行|3000列: the indicator that a topic begins with, where what is done with it makes no number."""
    topic, forms = case.state.topic.said, vocabulary().forms
    if len(topic) > 1 or case.phrase.action is None or not expression("reform").search(case.text, *topic[0][:2]):
        return topic
    low, high = topic[0][:2]
    known = next((end for end in range(high - WORD, low + WORD, -1) if plain(case.text[low:end]) in forms), high)
    return ((low, known),)


def _known_with_topic(case: Case) -> tuple[int, int] | None:
    """数字经济|蓬勃发展,核心产业增加值, 海洋|经济…,生产总值: what begins the topic and makes an indicator of a noun that is none, or another."""
    forms, noun, topic = vocabulary().forms, case.noun, case.state.topic.said
    near = len(topic) == 1 and topic[0][0] >= case.state.sentence[0] and (not case.state.head or case.topic_nearer)
    if not near or case.phrase.action or (plain(noun) in forms and noun not in nouns()["of_branch"]):
        return None
    low, high = topic[0][:2]
    return next(((low, end) for end in range(high, low + WORD - 1, -1) if plain(case.text[low:end] + noun) in forms), None)


@rule(
    "the short sentence in front says what it speaks of",
    takes=["对外贸易工作成效显著。面对复杂严峻的外部环境，增长4.8%。"],
    refuses=["对外贸易工作成效显著。面对复杂严峻的外部环境，进出口增长4.8%。", "发展态势回稳向好。四季度全面回升，当季增长6%。"],
    needed="what a short sentence in front names would be refused as nothing",
)
def heading(case: Case) -> Found | None:
    """经济发展贡献新担当。…全年增长4.8%: the short sentence in front says what it speaks of."""
    told = case.state.topic.heading if case.unnamed else ()
    says = len(told) > 1 or (bool(told) and case.said(told[0][:2]) not in load().words["nouns"]["topic_noun"])  # 发展|态势回稳向好
    return one(*told) if says else None
