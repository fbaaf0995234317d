"""What a list says once of all its items, in front of the first: 公路|客运量…, 货运量; 每千人口|执业医师…, 床位; 城镇居民|人均收入…, 人均支出."""

from __future__ import annotations

from mubiao.grammar.phrase.phrase import LISTED
from mubiao.grammar.thing.case import Case
from mubiao.grammar.thing.found import Found, one
from mubiao.grammar.words.things import heads, nouns
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.vocabulary import plain, vocabulary
from mubiao.rule import rule


@rule(
    "a modifier that the list states once",
    takes=[
        "实际利用内资42亿元、外资2600万美元。",
        "中欧班列发送旅客12万人次、货物800万吨。",
        "每千人口执业医师3.4人，床位6.1张。",
        "公路水路客运量1846万人；货运量2.5亿吨。",
        "参加职工养老保险9万人、失业保险4万人。",
        "年末全市参加职工养老保险9万人，失业保险4万人。",
    ],
    refuses=["引进内资42亿元、外资2600万美元。"],
)
def carried(case: Case) -> Found | None:
    """实际利用内资20亿元、外资1200万美元; 每千人口床位数6张、执业医师3人: a modifier that the list states once."""
    state = case.state
    if not case.named or case.phrase.action is not None:
        return None
    if case.noun in nouns()["carried_to"] and state.subject:
        said = _carried(case.text, *state.subject[0][:2])
        if said[0] < said[1]:
            return one(said, case.span)
    if case.noun in nouns()["transported"] and state.subject and (carries := expression("carries").search(case.text, *state.subject[0][:2])):
        return one((state.subject[0][0], carries.end()), case.span)
    if case.segment.number.of("rate"):
        return None  # 每万人口专利拥有量3件、|专利产业化率|42%: a share is told of no number of people
    if expression("per_head_first").match(case.text, *case.span):
        return None  # 每千名老年人拥有床位46张、|每千人口拥有托位|4.6个
    said_here = bool(state.head) and state.head[0][0] >= state.sentence[0]
    number = case.segment.number
    near = not case.segment.first or (number.of("counted") and number.value is not None and number.value % 1 != 0)  # nobody has 6.3 beds
    if said_here and near and (head := expression("per_head_first").match(case.text, *state.head[0][:2])):
        return one(head.span("head"), case.span)
    return None


def _carried(text: str, low: int, high: int) -> tuple[int, int]:
    """The modifiers that a list states once: |公路|客运量, |公路水路|客运量, |公路、水路|客运量."""
    words, at = tuple(nouns()["carried"]), low
    for opening in ("at_year_end", "whole_place"):
        if ended := expression(opening).match(text, low, high):
            low = at = ended.end()  # 年末|全市|参加|城镇职工养老保险5.9万人,失业保险2.1万人
    while word := next((word for word in words if text.startswith(word, at, high)), ""):
        at += len(word)
        if text.startswith(LISTED, at) and text.startswith(words, at + 1, high):
            at += 1
    return low, at


@rule(
    "a mean per head of those whose mean was told before",
    takes=["城镇居民人均可支配收入42356元，增长5.1%；人均消费支出26380元。"],
    refuses=["城镇居民可支配收入42356元；人均消费支出26380元。", "城镇居民医保人均财政补助标准320元，人均基本公共卫生服务经费35元。"],
    needed="in bulletins what townspeople spend would be booked as what all spend",
)
def per_head_before(case: Case) -> Found | None:
    """城镇居民|人均可支配收入…;人均消费支出: whose the mean is."""
    head = case.state.head
    if not case.named or not case.segment.number.of("money") or len(head) != 1 or not heads().per_head.head(case.text, *case.span):
        return None
    low, high = head[0][:2]
    at = next((place for place in range(low + 1, high) if heads().per_head.head(case.text, place, high)), low)
    if plain(case.noun) in vocabulary().forms and not case.text.endswith(tuple(nouns()["bearer"]), low, at):
        return None  # 城镇居民医保|人均补助标准320元,人均基本公共卫生服务经费35元
    return one((low, at), case.span) if at > low + 1 else None


@rule(
    "a mean per head of what was said before",
    takes=["公园绿地面积320万平方米，人均14.2平方米。", "公共图书馆藏书56.3万册，人均1.58册。", "地区生产总值增长6%，总量达10万亿元，人均达12万元。"],
    refuses=["公园绿地面积320万平方米，人均住房面积42平方米。"],
    needed="in bulletins 人均14.2平方米 would be a mean of nothing",
)
def mean_of_it(case: Case) -> Found | None:
    """公园绿地面积320万平方米,|人均|14.2平方米: the mean of the thing whose sum was told."""
    if not case.named or case.noun not in nouns()["per_head"] or not case.state.subject:
        return None
    *whole, last = case.state.subject
    of = whole if whole and case.said(last) in nouns()["total"] else case.state.subject  # 生产总值增长6%,总量10万亿元,|人均|12万元
    return one(case.span, *of, heads=False)
