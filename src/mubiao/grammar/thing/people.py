"""A part of people that is called by its sex, age, nation, home or branch alone: 户籍人口162万人,其中|男性|83万人."""

from __future__ import annotations

from mubiao.grammar.thing.case import Case
from mubiao.grammar.thing.found import Found, one
from mubiao.grammar.words.things import nouns
from mubiao.lexicon.expressions import expression
from mubiao.rule import rule


@rule(
    "a part of people is of the kind of people whose parts are told",
    takes=[
        "户籍人口162万人，其中男性83万人，女性79万人。",
        "年末总人口27万人。其中，男性14万人。",
        "户籍总人口135万人，其中城镇人口25万人。",
        "就业人员62万人，其中第一产业12万人。",
        "户籍人口62万人，其中18岁以下12万人。",
        "总人口27万人，在少数民族人口中，其中：藏族19万人。",
    ],
    refuses=["户籍人口162万人，其中市区83万人。", "总人口27万人，其中城镇人口14万人。", "常住人口95万人，其中城镇人口41万人。"],
    needed="in bulletins 城镇人口25万人 that are registered would be the same as 城镇人口41万人 that live there",
)
def part_of_people(case: Case) -> Found | None:
    """户籍人口135万人,其中|城镇|人口25万人: 城镇|户籍人口; 城镇人口 that says no more lives there anyhow."""
    parts = case.state.parts
    whole = parts.named or parts.whole[1]
    if not case.named or not parts.open or not whole or not case.segment.number.in_dimension("person"):
        return None
    part = expression("part_of_people").fullmatch(case.text, *case.span)
    people = expression("kind_of_people").search(case.text, *whole[-1][:2]) if part else None
    if part is None or people is None or part["people"] == people["kind"] or (part["people"] and people["lives"]):
        return None
    return one(part.span("part"), people.span("kind"))


@rule(
    "a share of people that only a kind of workplace names is of those who work there",
    takes=["在法人单位从业人员中，内资企业占83.5%，外商投资企业占8.1%。"],
    refuses=["在法人单位中，内资企业占93.1%，外商投资企业占3.2%。", "在法人单位从业人员中，女性占41.2%。"],
    needed="in bulletins of a census 内资企业占83.5% of those who work would be the share of firms, of which 93.1% was told",
)
def share_of_people(case: Case) -> Found | None:
    """在法人单位从业人员中,|内资企业|占83.5%: 内资企业|从业人员."""
    if not case.named or not case.segment.number.of("rate") or not case.noun.endswith(tuple(nouns()["workplace"])):
        return None
    among = expression("among_people").match(case.text, *case.state.sentence)
    return one(case.span, among.span("kind")) if among else None
