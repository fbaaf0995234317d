"""What one thing adds to another: no growth of that other, and no spending without what moved it."""

from __future__ import annotations

from itertools import pairwise

from mubiao.grammar.phrase import phrases
from mubiao.grammar.thing import coordinate
from mubiao.grammar.thing.case import Case
from mubiao.grammar.thing.found import Found, one
from mubiao.grammar.thing.head import without_share
from mubiao.grammar.thing.pieces import Piece, Pieces
from mubiao.grammar.thing.relational import relational
from mubiao.grammar.words.things import nouns
from mubiao.lexicon.expressions import expression
from mubiao.rule import rule


@rule(
    "what one thing adds to the growth of another belongs to both",
    takes=[
        "第三产业增长5%，对GDP增长的贡献率为56.2%，拉动GDP增长3.1个百分点。",
        "第三产业加快发展，对经济增长的贡献率提高4.8个百分点。",
        "第二产业贡献率40%，拉动GDP增长4个百分点。",
    ],
    refuses=["以旧换新政策拉动消费785亿元。", "GDP增长5%，占比提高3.1个百分点。"],
    needed="56.2% would be told of nobody's share of growth, and 3.1 points would be growth of GDP",
)
def contribution(case: Case) -> Found | None:
    """第三产业…，拉动GDP增长|3.1个百分点: no change of GDP; …，对GDP增长的贡献率|56.2%."""
    state, added = case.state, _added(case)
    head = state.subject if state.parts.open else state.head  # 其中|制造业|增长6%,拉动工业增长3个百分点
    if case.topic_nearer or not head:
        head = state.topic.said  # 第三产业|加快发展,对经济增长的贡献率提高4.8个百分点
    return one(*_contributor(case.text, head), added, heads=False) if case.alone and head and added else None


def _contributor(text: str, head: Pieces) -> Pieces:
    """主导产业增加值|占GDP…, 科技进步|对工业经济的贡献率…: who adds to the growth of another, without what was told of it before."""
    adds = (*nouns()["contributing"], *nouns()["towards"])
    if len(head) > 1 and text.startswith(adds, *head[-1][:2]):
        head = head[:-1]  # 其中制造业增长6%,拉动工业增长3个百分点,|对工业增长的贡献率为|60%
    *front, (low, high, *_) = without_share(text, head)
    told = max((len(word) for word in nouns()["contribution"] if text.endswith(word, low, high)), default=0)
    bare = high - told if told < high - low else high  # 第二产业|贡献率|40%,拉动GDP增长4个百分点
    at = min((at for word in nouns()["towards"] if told and (at := text.find(word, low + 1, high)) > 0), default=bare)
    return (*front, (low, at))


def _added(case: Case) -> Piece | None:
    """The words that tell what is added to the growth of another."""
    verb, phrase, number, (low, high) = case.phrase.last_verb, case.phrase, case.segment.number, case.span
    if phrase.empty:
        return None
    if verb and case.said(verb) in nouns()["contributing"] and number.in_dimension("points"):
        return None if case.text.endswith(tuple(nouns()["rate_noun"]), low, high) else (verb[0], number.bounded_start)  # 带动|本地配套率|提高
    towards = phrase.preposition in nouns()["towards"] and case.text.endswith(tuple(nouns()["contribution"]), low, high)
    return (low - len(phrase.preposition), high) if towards else None


@rule(
    "what each of the things named in one word, or told one after the other, adds to the growth of another",
    takes=[
        "三次产业结构为8:42:50，对经济增长的贡献率分别为6%、41.4%、52.6%，分别拉动GDP增长0.7个、5.1个、6.5个百分点。",
        "工业增加值增长3%，建筑业增加值增长5%，对经济增长的贡献率分别为10%和40%。",
    ],
    refuses=["三次产业结构为8:42:50，对经济增长的贡献率提高6个百分点。", "工业、服务业对经济增长的贡献率分别为41.4%、52.6%。"],
    needed="in bulletins the three shares of growth would be shares of GDP, told three times",
)
def added_by_each(case: Case) -> Found | None:
    """三次产业…,对经济增长的贡献率分别为|6%、41.4%、52.6%: those of the word in front, which is a list by itself; else of the things told last."""
    added, size = None if case.alone else _added(case), len(case.group)
    if added is None:
        return None
    names: list[Pieces] = [(name,) for name in coordinate.shares(case.text, case.state.sentence[0], case.phrase.start, size)]
    told = case.state.listed.last(size)
    if not names and "distributive" in case.phrase.flags and len(told) == len(set(told)) == size and all(told):
        names = [_contributor(case.text, thing) for thing in told]
    return Found([[(*name, added)] for name in names], heads=False, listed=len(names)) if names else None


@rule(
    "what adds to the growth of another, each of a list its own share",
    takes=["第三产业拉动经济增长2.1个百分点。", "三次产业分别拉动GDP增长0.3、-0.2和2.8个百分点。"],
    refuses=["以旧换新政策拉动消费785亿元。", "研发投入占比提高0.3个百分点，带动创新。"],
    needed="in bulletins 0.3 points of the first industry would be growth of the economy",
)
def adding_to_growth(case: Case) -> Found | None:
    """三次产业|分别|拉动GDP增长|0.3、-0.2和2.8个百分点: no growth of GDP, nor of the industries."""
    text, phrase, size, number = case.text, case.phrase, len(case.group), case.segment.number
    if phrase.empty or not number.in_dimension("points"):
        return None
    for verb in nouns()["contributing"]:
        at = text.find(verb, phrase.start + 1, phrase.end)
        if at < 0:
            continue
        end = phrases.strip(text, phrase.start, at, False).end
        names = [((phrase.start, end),)] if case.alone else coordinate.members(text, phrase.start, end, size, case.state.opaque)
        if len(names) == size:
            return Found([[(*name, (at, number.bounded_start))] for name in names], heads=False, listed=size)
    return None


@rule(
    "spending or investment that was moved takes what moved it",
    takes=[
        "发放家电补贴6.7亿元、拉动消费78亿元。",
        "实施家电下乡行动，直接带动消费33亿元。",
        "汽车、家电以旧换新分别达2万辆、3万台，拉动消费50亿元。",
        "发放家电补贴6.7亿元、带动销售金额78亿元。",
        "争取中央资金600亿元，带动新增投资1500亿元。",
    ],
    refuses=["家电下乡政策拉动消费33亿元。", "举办活动30场，市民消费5亿元。"],
)
def moved(case: Case) -> Found | None:
    """发放补贴66亿元、|拉动|消费|785亿元: whatever was said last in the sentence moved it."""
    if not case.named or not case.segment.number.of("money"):
        return None
    low, high = case.span
    last = case.phrase.last_verb
    if last and case.said(last) in nouns()["moving"] and relational(case.noun) and (doer := _doer(case)):
        return one(*doer, last, case.span, heads=False)  # 发放补贴122亿元、|带动|销售金额|905亿元
    action = case.phrase.action
    if action and case.noun in nouns()["alone"] and case.text.startswith(tuple(nouns()["moving"]), action[0]) and (doer := _doer(case)):
        return one(*doer, action, case.span, heads=False)  # 争取资金600亿元,|带动新增|投资|1500亿元
    verb = next((word for word in nouns()["moving"] if case.text.startswith(word, low, high)), "")
    if not verb or case.text[low + len(verb) : high] not in nouns()["alone"] or not (doer := _doer(case)):
        return None
    case.phrase.action = case.phrase.last_verb = (low, low + len(verb))
    return one(*doer, case.span, heads=False)


def _doer(case: Case) -> Pieces:
    """What the sentence said last: the topic of the clause in front, all members of a list that each have a number, or the thing counted."""
    state, start = case.state, case.state.sentence[0]
    listed = state.listed.before if len(state.listed.before) == state.listed.several > 1 else []
    doer = (case.segment.first and state.topic.said) or (((listed[0][0][0], listed[-1][-1][1]),) if listed else state.head)
    if not doer or doer[0][0] < start or case.text.endswith(tuple(nouns()["rate_noun"]), *doer[-1][:2]):
        return ()
    return doer


@rule(
    "the share that a thing gives of a whole belongs to both",
    takes=["民营经济贡献了全省60%的税收，提供了全省80%的就业岗位。", "进出口总额9万亿元，贡献了全国38.7%的贸易增量。"],
    refuses=["民营经济税收占全省60%。", "民营经济贡献了60亿元税收。"],
)
def giving_share(case: Case) -> Found | None:
    """进出口总额…,贡献了全国|24.1%的增量: no share of the whole itself; who gives it stands in front, or was said before."""
    text, (low, high) = case.text, case.segment.left
    given = expression("gives_share").search(text, low, high) if case.alone and case.segment.number.of("rate") else None
    if given is None or case.behind[0] >= case.behind[1]:
        return None
    front = phrases.strip(text, low, given.start(), False)
    giver = _giver(case) if front.empty else ((front.start, front.end),)
    share = (*giver, given.span("gives"), given.span("of"))
    return Found([[(*share, case.behind)]], modifier=share, heads=False)


def _giver(case: Case) -> Pieces:
    """The last thing of the sentence, or who gave a share of another just in front; () where that was a list."""
    state = case.state
    said = state.subject if state.listed.several < 2 else ()
    if not said or said[0][0] < state.sentence[0]:
        return ()
    pairs = enumerate(pairwise(said))
    return next((said[:at] for at, (gives, of) in pairs if expression("gives_share").fullmatch(case.text, gives[0], of[1])), said)
