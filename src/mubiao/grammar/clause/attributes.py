"""Numbers that only say which class of thing is counted, refused by rules that look at the clause around them.

10亿元以上先进制造业项目40个: the sum is a threshold, 40个 is the quantity. :data:`RULES` lists the rules in order; the first that
applies gives the refusal its name.
"""

from __future__ import annotations

from collections.abc import Sequence

from mubiao.grammar.clause.beside import Beside
from mubiao.grammar.clause.enumerations import (
    kinds,
    kinds_measured,
    list_count,
    names_counted,
    one_of_them,
    policy_count,
    requirement,
    steps,
    weather,
)
from mubiao.grammar.clause.passed import passed_by_each, reached_by_share
from mubiao.grammar.clause.sizes import attribute, share_it_has, threshold
from mubiao.grammar.numbers.number import Number
from mubiao.lexicon.expressions import expression
from mubiao.rule import Rules, first, rule


@rule(
    "how much was planned, in front of the share of it that was done",
    takes=[
        "新增学位2.36万个，完成年计划2万个的118%。",
        "完成投资4.5亿元，占年度计划8亿元的56.3%。",
        "完成新区下达147.4亿元收入预算目标的103.4%。",
    ],
    refuses=["完成年度计划2万个的任务。", "完成计划开工项目20个的方案3个。"],
    needs=["plan_in_front", "plan_around"],
    needed="8亿元 that were planned would be what was invested",
)
def planned(case: Beside) -> bool:
    if not case.counted_behind or case.following is None or not case.following.of("rate"):
        return False
    in_front = case.of and not case.noun and expression("plan_in_front").search(case.text, case.low, case.front)
    return bool(in_front or expression("plan_around").search(case.text, case.low, case.end))


CLASSES = (threshold.name, attribute.name)  # that may be shared with the number in front
RULES = Rules(
    "refusal",
    kinds,
    kinds_measured,
    requirement,
    steps,
    list_count,
    names_counted,
    one_of_them,
    weather,
    policy_count,
    share_it_has,
    reached_by_share,
    passed_by_each,
    planned,
    threshold,
    attribute,
)


def refuse_attributes(text: str, low: int, high: int, numbers: Sequence[Number]) -> list[Number]:
    """The numbers of a clause that are quantities; the others get the name of their refusal."""
    kept: list[Number] = []
    rules = RULES.within(text[low : high + 1])
    for index, number in enumerate(numbers):
        found = first(rules, Beside(text, low, high, numbers, index))
        number.refused = found[0].name if found else None
        if number.refused is None:
            kept.append(number)
        elif number.refused in CLASSES and kept and kept[-1] is numbers[index - 1] and _shares_threshold(text, kept[-1], number):
            kept.pop().refused = threshold.name
    return kept


def _shares_threshold(text: str, before: Number, number: Number) -> bool:
    """总收入120万元以上、经营性收入50万元以上行政村, 120万吨以上和30万吨以下煤矿: a threshold joined to the next is one too; 收益超10万元、超30万元村
    占比分别: and so is one that a word in front bounds, where what follows is told of each."""
    joined = expression("and").match(text, before.bounded_end) or text.startswith("、", before.bounded_end)
    each = before.before and number.bounded_start == before.bounded_end + 1 and expression("class_of_each").match(text, number.bounded_end)
    return bool(before.after or each) and before.unit == number.unit and bool(joined) and (bool(each) or number.refused == threshold.name)
