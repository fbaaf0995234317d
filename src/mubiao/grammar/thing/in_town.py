"""People of a town whose area was told in front: 县城建成区面积23.5平方公里,|常住人口|18.6万人."""

from __future__ import annotations

from mubiao.grammar.thing.case import Case
from mubiao.grammar.thing.found import Found, one
from mubiao.grammar.words.things import nouns
from mubiao.lexicon.expressions import expression
from mubiao.rule import rule


@rule(
    "people behind the area of a town are those of the town, not of the whole place",
    takes=["县城建成区面积扩大到23.5平方公里，常住人口18.6万人。", "中心城区规划面积由70平方公里增至140平方公里，人口由86万增至125万。"],
    refuses=["国土面积2350平方公里，常住人口68万人。", "县城建成区面积扩大到23.5平方公里，全县常住人口68万人。"],
    needed="18.6万人 of the county seat would be all that live in the county",
)
def in_town(case: Case) -> Found | None:
    """县城|建成区面积23.5平方公里,|常住人口|18.6万人."""
    head = case.state.head
    if not case.named or case.noun not in nouns()["townspeople"] or len(head) != 1 or head[0][0] < case.state.sentence[0]:
        return None
    town = expression("area_of_town").fullmatch(case.text, *head[0][:2])
    return one(town.span("town"), case.span) if town else None
