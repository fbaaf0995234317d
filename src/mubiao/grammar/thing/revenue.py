"""Public revenue that was told in front: who collected it (税务部门|完成1.4亿元), and what is spent of the same budget (支出|安排178亿元)."""

from __future__ import annotations

import re

from mubiao.grammar.thing.case import Case
from mubiao.grammar.thing.found import Found, one
from mubiao.lexicon.expressions import expression
from mubiao.rule import rule

FAR = 400  # characters in front in which the revenue is told


@rule(
    "who collects revenue has collected of what was told in front",
    takes=["一般公共预算收入2.9亿元。其中：税务部门完成1.4亿元，财政部门完成1.5亿元。"],
    refuses=["税务部门完成投资1.4亿元。", "增值税2亿元。税务部门完成1.4亿元。"],
    needs=["collector"],
    needed="1.4亿元 would be a tax office",
)
def collected_by(case: Case) -> Found | None:
    """一般公共预算收入2.9亿元。从征收部门看,|税务部门|完成1.4亿元: of that revenue."""
    if not case.named or case.segment.number.of("counted") or not expression("collector").fullmatch(case.noun):
        return None
    told = _told(case)
    return one(case.span, told.span("revenue")) if told else None


@rule(
    "expenditure is of the budget whose revenue was told in front",
    takes=[
        "一般公共预算收入70亿元，增长3%。支出安排178亿元，增长2.1%。",
        "一般公共预算收入70亿元。支出年初预算合计178亿元，支出预算调整为190亿元，实际完成185亿元。",
    ],
    refuses=["教育支出12亿元。", "居民人均可支配收入3万元。支出2万元。", "一般公共预算收入70亿元。争取资金18亿元，支出17亿元。"],
    needs=["expenditure_alone"],
    needed="178亿元 would be spent by nobody",
)
def spent_of_it(case: Case) -> Found | None:
    """市本级一般公共预算收入70亿元。|支出|安排178亿元: of the same budget, at the beginning of a sentence, or where that is told anew."""
    if not case.named or case.segment.number.of("counted") or not expression("expenditure_alone").fullmatch(case.noun):
        return None
    opens = expression("expenditure_alone").match(case.text, case.state.sentence[0])
    if not opens or (case.span[0] > opens.start() and case.noun == opens["side"]):
        return None
    told = _told(case)
    return one(told.span("fund"), (case.span[0], case.span[0] + len(opens["side"]))) if told and told["fund"] else None


def _told(case: Case) -> re.Match[str] | None:
    """The public revenue that was told last."""
    *_, last = (None, *expression("revenue_told").finditer(case.text, max(0, case.span[0] - FAR), case.span[0]))
    return last
