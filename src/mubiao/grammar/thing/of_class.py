"""Classes of places and things: of what was told in front (村集体经济收入达到10万元,其中|50万元以上的村|28个), and what is one (超百亿元)."""

from __future__ import annotations

from mubiao.grammar.thing.case import Case
from mubiao.grammar.thing.found import Found, one
from mubiao.grammar.thing.head import is_qualifier
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.rule import rule

MONEY = "money"  # begins the dimension of what such places have


@rule(
    "places that are classed by the money that was told of them in front",
    takes=["村集体经济收入均达到10万元以上，其中50万元以上的村28个。", "村集体经济收入全部达到5万元以上，10万元以上村达80个。"],
    refuses=["村集体经济收入10万元以上的村28个。", "村集体经济收入均达到10万元以上，经济薄弱村28个。", "工业总产值突破百亿元，10亿元以上企业5家。"],
    needed="28个 would count villages above 50万元, and nobody could say of what",
)
def class_of_places(case: Case) -> Found | None:
    """村集体经济收入|50万元以上的村: what the class is a class of stands in the sentence already."""
    subject, unit = case.state.subject, load().units.get(case.state.read.unit)
    if not case.named or not subject or unit is None or not unit.dimension.startswith(MONEY) or not case.segment.number.of("counted"):
        return None
    here = subject[0][0] >= case.state.sentence[0]
    found = expression("places_above").fullmatch(case.text, *case.span) if here else None
    return one(*subject, found.span("class"), heads=False) if found else None


def is_class(text: str, start: int, end: int) -> bool:
    """Whether a span is nothing but a level, or what a class of things passes: 省级, 50亿元以上, 超百亿元."""
    sized = expression("bare_class").fullmatch(text, start, end) or expression("of_bound").fullmatch(text, start, end)
    return sized is not None or is_qualifier(text, start, end)


def passes_bound(name: str) -> bool:
    """Whether a name is that of a class by what it passes: 营收超百亿元企业."""
    return expression("class_by_bound").fullmatch(name) is not None
