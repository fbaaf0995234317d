"""A house told in the unit of what the whole counts has of the same: 医疗卫生机构床位2.4万张,其中|医院|1.8万张."""

from __future__ import annotations

from mubiao.grammar.thing.case import Case
from mubiao.grammar.thing.found import Found, one
from mubiao.grammar.words.things import nouns
from mubiao.lexicon.expressions import expression
from mubiao.rule import rule


@rule(
    "a house among the parts of what is not counted in houses has of the same",
    takes=["医疗卫生机构床位2.4万张，其中医院1.8万张。", "在校学生6.2万人，其中小学3.4万人。", "专业技术人员12000人，其中企业4721人。"],
    refuses=[
        "学校389所，其中小学294所。",
        "卫生机构386个，其中服务站56个，卫生室304个。",
        "经营主体86万户，其中企业23万户。",
        "卫生技术人员3126人，其中注册护士1456人。",
        "在校学生6.2万人，小学3.4万人。",
        "引进项目20个，其中高中9所；初中29所。",
        "养老机构81个，收养4264人。其中，公办养老机构35个，收养2329人。",
    ],
    needed="1.8万张 would be of hospitals, and 985张 of 乡镇卫生院 the number of these",
)
def in_house(case: Case) -> Found | None:
    """床位3256张,其中|医院|2156张: beds, and not hospitals."""
    text, state, number = case.text, case.state, case.segment.number
    unit, houses = number.unit, (*nouns()["house"], *(nouns()["workplace"] if number.in_dimension("person") else ()))
    whole = (state.parts.unit and state.parts.whole[0]) or state.head  # 中学51所,招生1万人。其中,|公办中学|20所: the unit is that of the head
    if not (case.named and state.parts.open and whole and number.of("counted")) or case.phrase.action:
        return None
    if unit is None or unit.name != (state.parts.unit or state.head_unit) or not case.noun.endswith(houses):
        return None
    low, high = whole[-1][:2]
    for of_all in ("at_year_end", "whole_place"):
        if told := expression(of_all).match(text, low, high):
            low = told.end()
    if unit.name in nouns()["counts_houses"]:
        return None  # 投资5亿元,其中高中9所;|初中|29所
    begin = max([low, *(at + len(house) for house in houses if (at := text.rfind(house, low, high)) >= 0)])
    if begin >= high or text[begin] == "(" or (text.endswith(tuple(nouns()["people_there"]), begin, high) and not number.in_dimension("person")):
        return None  # 卫生机构(含诊所)946个,其中|医院|108个; 在校学生3万人,其中高中9所,…;|初中|29所: the houses themselves
    return one(case.span, (begin, high))
