"""Numbers that those reached or passed who are counted, or of whom a share is told: 95%的村超过|10万元, 3个镇财政收入超|亿元."""

from __future__ import annotations

from mubiao.grammar.clause.beside import Beside
from mubiao.grammar.words.edges import edges
from mubiao.lexicon.expressions import expression
from mubiao.rule import rule


@rule(
    "what those reach of whom a share is told",
    takes=["95%以上的村集体经营性收入超过10万元。", "60%的行政村集体收入达到30万元以上。"],
    refuses=["村集体经营性收入超过10万元。", "以8%的增速达到500亿元。", "60%的企业完成改造30亿元。"],
    needs=["share_of_them"],
    needed="10万元, which 95% of them reach, would be a figure of its own",
)
def reached_by_share(case: Beside) -> bool:
    before, number = case.before, case.number
    if before is None or before.refused or not before.of("rate") or not case.nothing_behind:
        return False
    if not expression("share_of_them").search(case.text, case.low, case.front):
        return False
    return bool(number.before or number.after) or edges().predicates.tail(case.text, case.low, case.front) is not None


@rule(
    "what each of those passed that are counted in front",
    takes=[
        "3个镇财政收入超亿元。",
        "新增2家企业产值突破百亿元。",
        "5个县一般公共预算收入超10亿元。",
        "8个市县投资增速超过50%。",
        "322个村集体经济收入均达到5万元以上。",
    ],
    refuses=["2家企业完成产值100亿元。", "镇财政收入超亿元。"],
    needs=["each_passes"],
    needed="100亿元, which each of them passed, would be the output of all",
)
def passed_by_each(case: Beside) -> bool:
    before = case.before
    if before is None or before.refused is not None or not before.of("counted"):
        return False
    found = expression("each_passes").match(case.text, before.bounded_end, case.high + 1)
    return found is not None and max(found.start("level"), found.start("rate")) == case.number.start
