"""Whom a thing reaches: 惠企政策兑付资金77.7亿元、|惠及企业|2.6万家."""

from __future__ import annotations

from mubiao.grammar.phrase.verbs import verb_at
from mubiao.grammar.thing.case import Case
from mubiao.grammar.thing.found import Found, one
from mubiao.grammar.thing.pieces import Pieces
from mubiao.grammar.thing.topic import LABEL
from mubiao.grammar.words.things import nouns
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.rule import rule


@rule(
    "whom a thing reaches takes the thing in front",
    takes=[
        "惠企政策兑付资金77.7亿元、惠及企业2.6万家。",
        "实施学前免费教育政策，惠及1.6万儿童。",
        "建成充电站860座、覆盖95%以上乡镇。",
        "落实种粮补贴1860万元，惠及农户5.2万户。",
        "老旧小区改造项目完成投资0.7亿元，惠及群众3.1万户。",
        "“桂惠贷”新增贷款2317亿元，惠及经营主体10.4万户。",
    ],
    refuses=[
        "培育企业2.6万家。",
        "覆盖95%以上乡镇。",
        "带动消费7亿元，惠及消费者1.6万人。",
        "完成投资0.7亿元，惠及群众3.1万户。",
        "边民补助提标扩面，惠及边民3万人。",
    ],
)
def reaching(case: Case) -> Found | None:
    """惠企政策|惠及|企业: who reaches, the verb, and whom it reaches, in front of their number or behind it."""
    state, verb = case.state, case.phrase.last_verb
    whom = case.span if case.named else case.behind
    whole = state.parts.open and case.segment.first  # 龙头企业8家,其中自治区级3家,|带动农牧户|1.8万户
    topic = () if state.topic.said and case.text.startswith(LABEL, state.topic.said[-1][1]) else state.topic.said  # 完成情况:改造小区25个、惠及居民
    doer = _mover(case) or _without_money(case.text, topic or (state.parts.whole[1] if whole else state.head))
    if not case.alone or state.listed.handed or verb is None or not doer or case.said(verb) not in nouns()["reached"]:
        return None
    share = case.segment.number.of("rate")
    if (share and (case.named or case.said(verb) not in nouns()["covering"])) or (not case.named and not case.phrase.empty):
        return None
    if doer[0][0] < state.sentence[0] or case.text.endswith(tuple(nouns()["rate_noun"]), *doer[-1][:2]):
        return None
    if verb_at(case.text, *doer[0][:2]) or (not share and expression("digit").search(case.text, *doer[0][:2])):
        return None  # 带动消费790亿元,惠及消费者…: what was done reaches nobody by itself
    unit = case.segment.number.unit
    household = case.named and unit is not None and case.noun.endswith(unit.name)  # 惠及|农户|5.2万户
    serves = case.said(verb) in load().words["actions"]["serves"] and case.said(whom) not in case.said(doer[-1][:2])  # 边民|惠及|边民
    known = share or household or serves or case.said(whom) in nouns()["thin"] or case.said(whom) in nouns()["people"]
    return one(*doer, verb, whom, heads=False) if known else None


def _mover(case: Case) -> Pieces:
    """以旧换新|,带动消费791亿元,惠及|消费者|: what moved the spending that was told last reaches whom it reaches."""
    said = case.state.subject
    moves = len(said) > 1 and said[0][0] >= case.state.sentence[0] and case.text.startswith(tuple(nouns()["moving"]), said[-1][0])
    return said[:-1] if moves else ()


def _without_money(text: str, doer: Pieces) -> Pieces:
    """Who reaches somebody, without the money that was spent on it (老旧小区改造项目|投资); nobody where only money is told."""
    if not doer:
        return doer
    low, high = doer[-1][:2]
    if expression("only_rate_or_money").fullmatch(text, low, high):
        return doer[:-1]
    money = expression("money_of_item").search(text, low, high)
    return (*doer[:-1], (low, money.start())) if money else doer
