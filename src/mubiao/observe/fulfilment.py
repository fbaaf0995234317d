"""What became of a goal: 新增停车泊位1万个。已建成1.1万个. A number that is told with nothing but a deed is of the thing of the goal.

The goal stands in the same item of a report of results, or in the cell beside the one that tells what was done.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mubiao.grammar.figure.reading import Reading
from mubiao.grammar.numbers.number import Number
from mubiao.lexicon.expressions import expression
from mubiao.model import Task
from mubiao.observe.told import part_of_paragraph
from mubiao.rows import Observation

OF_RESULTS = "progress_report"  # where what was planned is told for the sake of what was done
CLOSE = 12  # characters in front of a number that may tell of a deed


def tells_of(done: Task, goal: Task | None) -> bool:
    """Whether a cell of a table tells what became of the duty beside it."""
    beside = goal is not None and goal.kind == done.kind == "row" and (goal.item_no, goal.section) == (done.item_no, done.section)
    return beside and goal is not None and (goal.part, done.part) == ("plan", "review")


def is_deed(text: str, reading: Reading) -> bool:
    """Whether a reading has no thing but a deed (已完工12个, 已完成22万平方米), or takes its thing over (新增规上企业50家,已完成58家)."""
    if reading.number is None:
        return False
    begin = reading.number.bounded_start
    front = (max(reading.clause[0], begin - CLOSE), begin)
    if not reading.pieces:
        return expression("deed_in_front").search(text, *front) is not None
    taken_over = all(piece[1] <= reading.clause[0] for piece in reading.pieces) and expression("done_already").search(text, *front)
    return bool(taken_over) or expression("only_deed").fullmatch(reading.indicator(text)) is not None


def goal_of(number: Number, goals: Sequence[Observation]) -> Observation | None:
    """The one goal that is counted in the unit of a number."""
    unit = number.unit.name if number.unit else None
    alike = [goal for goal in goals if goal.measure == "amount" and goal.role == "core" and goal.unit == unit]
    return alike[0] if unit and len(alike) == 1 else None


def as_goal(row: Observation) -> Observation:
    """A figure behind which it is told what was done: the target, not the result, and of the year where only the report is of a part of it."""
    part = None if part_of_paragraph.name in row.rules else row.part_of_year
    return replace(row, stage="target", status=None, part_of_year=part)


def as_result(goal: Observation, number: Number, task_id: str, observation_id: str, span: tuple[int, int], written: str, quote: str) -> Observation:
    """What was done of a goal.

    Args:
        span, written, quote: of the number, as published.
    """
    return replace(
        goal,
        observation_id=observation_id,
        task_id=task_id,
        stage="result",
        comparator="eq",
        modifier=None,
        value=abs(number.value) if number.value is not None else None,
        value_high=number.high,
        cumulative=False,
        commitment=None,
        value_text=written,
        quote=quote,
        char_start=span[0],
        char_end=span[1],
        status=None,
    )
