"""As many things, told in front, as there are numbers that 分别 hands out."""

from __future__ import annotations

from mubiao.grammar.thing import coordinate
from mubiao.grammar.thing.case import Case
from mubiao.grammar.thing.found import Found, one
from mubiao.grammar.thing.pieces import Pieces
from mubiao.grammar.words.things import nouns
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.rule import rule

ENDS = "。\n"  # of the sentence, over its semicolons


def share_of_each(case: Case) -> bool:
    """粮食面积1500万亩、产量98亿斤,分别|占全省|12%、13%: whether the shares of as many things told in front follow."""
    return "distributive" in case.phrase.flags and case.noun.startswith(tuple(nouns()["share_of"]))


def clause_in_front(case: Case) -> list[Pieces]:
    """新增高速公路1317公里、一级公路2667公里,总里程|分别达4246公里、3166公里: as many things, told in the clause in front; more were told only of
    the same (小学50所,中学19所;教职工分别有2460人、3264人;在校学生分别有…), or as the whole of them (学校69所,其中小学50所,中学19所;…)."""
    text, things, before, size, stop = case.text, case.state.listed.things, case.state.listed.before, len(case.group), case.segment.left[0]
    if "distributive" not in case.phrase.flags:
        return []
    begin = max(text.rfind(mark, 0, stop) for mark in ENDS) + 1
    part = max(begin - 1, *(text.rfind(word, begin, stop) for word in load().words["modifiers"]["which"] if len(word) > 1))
    told = [thing for thing in things if thing and thing[0][0] > part]  # 一本上线1286人,本科上线4862人,上线率分别为
    first = {thing[0]: thing for thing in reversed(told)}
    if len(first) == size:
        return [first[piece] for piece in dict.fromkeys(thing[0] for thing in told)]
    return things[-size:] if len(before) == size and things[-size:] == before else []


def counted_in_front(case: Case) -> bool:
    """10个省级、20个市级重点项目|分别完成投资9亿元、30亿元: whether as many things were counted just in front."""
    things, verb = case.state.listed.things, case.phrase.action
    if verb is None or len(things) < len(case.group) or not things[-1]:
        return False
    return case.text[things[-1][-1][1] : verb[0]] in load().words["modifiers"]["distributive"]


def counted_list(case: Case) -> Found | None:
    """法律援助、技能培训|等2项|完成率分别达|38%、64%: the members of the list whose number was just told."""
    things = case.state.listed.things
    if not things or len(things[-1]) != 1 or things[-1][0][0] < case.segment.clause[0]:
        return None
    found = coordinate.members(case.text, *things[-1][0][:2], len(case.group), case.state.opaque)
    return Found([[thing] for thing in found], listed=len(case.group)) if len(found) == len(case.group) else None


@rule(
    "the shares that two things told in front have, each of a whole of its own",
    takes=[
        "入社耕地2375万亩、农户69万户，分别占耕地面积的74.5%和农户总数的79.1%。",
        "新增企业300家、税收2亿元，分别占全市的12%和全县税收的8%。",
    ],
    refuses=["入社耕地2375万亩、农户69万户，分别占全省的12%和8%。", "税收收入80亿元，占财政收入的64%和总量的8%。"],
    needed="农户总数 would be 79.1%, and 农户 so much of the land",
)
def share_of_own_whole(case: Case) -> Found | None:
    """入社耕地2375万亩、农户69万户,|分别占耕地面积的|74.5%|和农户总数的|79.1%."""
    clause = case.segment.clause
    found = expression("shares_of_two").match(case.text, *clause) if case.alone and case.segment.number.of("rate") else None
    if found is None:
        return None
    told = list(dict.fromkeys(thing for thing in case.state.listed.things if thing and thing[-1][1] <= clause[0]))[-2:]
    if len(told) < 2:
        return None
    second = case.segment.number.start > found.start("second")
    return one(*told[second], found.span("of"), found.span("second" if second else "first"))
