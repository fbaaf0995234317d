"""Targets that a review names beside what became of them: 增长6.1%,超额完成5.5%的预期目标.

The number has no thing of its own: it is of what the result in front of it is of. A target with its own thing
(城镇调查失业率控制在5.5%的目标以内) is a matter of :mod:`mubiao.observe.time`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from mubiao.grammar.clause.attributes import planned
from mubiao.grammar.clause.comparison import FULFILMENT
from mubiao.grammar.figure.reading import Reading
from mubiao.grammar.numbers.number import Number
from mubiao.lexicon.expressions import expression
from mubiao.model import Folded
from mubiao.observe.clauses import around, begin_of_clause
from mubiao.observe.fulfilment import ROUNDED
from mubiao.rows import Observation
from mubiao.rule import Rules, first, rule

FAR = 24  # characters in front of a number that may hold it against a target


@rule(
    "the target that the result in front of it is held against, without a thing of its own",
    takes=[
        "地区生产总值增长6.1%，超额完成5.5%的预期目标。",
        "城镇新增就业22万人，完成年初确定的20万人的目标任务。",
        "规上工业增加值增长6.5%，低于7%的年度目标。",
        "规上工业增加值增长4.1%，低于年度目标8%。",
    ],
    refuses=[
        "地区生产总值增长6.1%，高于全国5%的预期目标。",
        "地区生产总值增长6.1%，完成年度任务20项。",
        "地区生产总值增长6.1%，超年度目标0.1个百分点。",
    ],
    needs=["aim_told_behind", "aim_named_before"],
    needed="5.5% that the result is held against would be a result, or a target of nothing",
)
def aim_of_result(text: str, reading: Reading) -> re.Match[str] | None:
    """The words in front that hold it against a target, where those behind call it one; or name it (低于年度目标|8%), where it is a rate."""
    number = reading.number
    if number is None:
        return None
    low = max(reading.sentence[0], number.bounded_start - FAR)
    if expression("aim_told_behind").match(text, number.bounded_end):
        return expression("aim_told_before").search(text, low, number.start)
    return expression("aim_named_before").search(text, low, number.bounded_start) if number.of("rate") else None


AIMS = Rules("time", aim_of_result)


def result_of(text: str, folded: Folded, reading: Reading, rows: Sequence[Observation]) -> Observation | None:
    """The one result that a target is told of: in the clause in front, in its unit; None where several or none are."""
    held = first(AIMS.within(around(text, reading)), text, reading)
    number = reading.number
    if held is None or number is None or number.unit is None or (said := held[1]) is None:
        return None
    low, high = folded.source(reading.sentence[0]), folded.source(said.start())
    near = [row for row in rows if low <= row.char_start and row.char_end <= high and row.role == "core" and row.value is not None]
    last = next((row for row in reversed(near) if row.unit == number.unit.name), None)
    if last is None or any(row.indicator != last.indicator for row in near[near.index(last) :]):
        return None
    if any(near[-1].char_end < folded.source(piece[0]) and piece[1] <= said.start() for piece in reading.pieces):
        return None  # a thing of its own stands between
    begin = begin_of_clause(text, folded.folded(last.char_start))
    alone = sum(folded.folded(row.char_start) >= begin and row.unit == last.unit for row in near) == 1
    fallen = last.sign < 0 and reading.sign > 0 and not _made(said)  # 下降3.5%,低于3%的年度目标: a fall is held against growth
    if said.re is expression("aim_named_before") and not _on_its_side(said, near, last, number):
        return None
    return last if alone and last.stage == "result" and not fallen else None


def plan_of(folded: Folded, share: Reading, refused: Sequence[Number], rows: Sequence[Observation]) -> tuple[Number, Observation] | None:
    """How much was planned, which stands in front of the share of it that was done (完成年计划|710亿元|的89.4%), and the result that it is of.

    That is the last of its sentence in the unit of the plan that is so much of it; nobody knows it where none is.
    """
    done = share.number
    if share.relation != FULFILMENT or done is None or done.value is None:
        return None
    plan = next((one for one in reversed(refused) if one.refused == planned.name and share.clause[0] <= one.start < done.start), None)
    if plan is None or plan.unit is None or not plan.value:
        return None
    low, high = folded.source(share.sentence[0]), folded.source(plan.start)
    for row in reversed(rows):
        of_it = row.stage == "result" and row.measure == "amount" and row.unit == plan.unit.name and low <= row.char_start < high
        if of_it and row.value is not None and abs(100 * row.value / plan.value - done.value) <= ROUNDED:
            return plan, row
    return None


def as_plan(result: Observation, plan: Number, observation_id: str, span: tuple[int, int], written: str, quote: str) -> Observation:
    """How much of a result was planned, for the whole of its year."""
    return replace(
        result,
        observation_id=observation_id,
        stage="target",
        comparator="eq",
        modifier=None,
        value=plan.value,
        value_high=None,
        value_text=written,
        quote=quote,
        char_start=span[0],
        char_end=span[1],
        status=None,
        note=None,
        base_value=None,
        basis=None,
        part_of_year=None,
        rules=[*result.rules, planned.name],
    )


def _made(said: re.Match[str]) -> bool:
    """Whether the words in front say that the target was reached, so that what stands beside it bounds it."""
    return bool(said.groupdict().get("made"))


def _on_its_side(said: re.Match[str], near: Sequence[Observation], last: Observation, number: Number) -> bool:
    """增长4.1%,低于年度目标|8%: a target that was missed lies above its result, one that was passed below it; elsewhere, and where a sum
    stands beside the rate (投资50亿元、增长35%,超年度计划|28%), the number may be a difference."""
    if last.value is None or number.value is None or any(row.unit != last.unit for row in near):
        return False
    return number.value <= last.value if said["above"] else number.value > last.value


def as_aim(
    result: Observation, text: str, reading: Reading, observation_id: str, span: tuple[int, int], written: str | None, quote: str
) -> Observation:
    """The target of a result. What it is compared with does not bound it (低于7%的年度目标), but for what it says itself (低于3%的|控制|目标).

    Args:
        span, written, quote: of the number, as published.
    """
    said, number = aim_of_result.apply(text, reading), reading.number
    if said is None or number is None:
        raise AssertionError("only what the rule takes is asked for")
    bound = (reading.comparator, reading.modifier) if _made(said) or not number.before else ("eq", None)
    if ceiling := (expression("ceiling_behind").match(text, number.bounded_end) or said).groupdict().get("ceiling"):
        bound = ("le", ceiling)
    return replace(
        result,
        observation_id=observation_id,
        stage="target",
        comparator=bound[0],
        modifier=bound[1],
        value=number.value,
        value_high=number.high,
        value_text=written,
        quote=quote,
        char_start=span[0],
        char_end=span[1],
        status=None,
        note=reading.note,
        base_value=None,
        basis=reading.basis,
        part_of_year=None,
        rules=[*reading.rules, aim_of_result.name],
    )
