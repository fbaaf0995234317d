"""What became of a goal: 新增停车泊位1万个。已建成1.1万个. A number that is told with nothing but a deed is of the thing of the goal.

The goal stands in the same item of a report of results, or in the cell beside the one that tells what was done.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mubiao.grammar.clause.comparison import FULFILMENT
from mubiao.grammar.figure.reading import Reading
from mubiao.grammar.numbers.number import Number
from mubiao.lexicon.expressions import expression
from mubiao.model import Folded, Task
from mubiao.observe.activity import activity
from mubiao.observe.part_of_year import part_of_paragraph
from mubiao.read.fold import as_read
from mubiao.rows import Observation

OF_RESULTS = "progress_report"  # where what was planned is told for the sake of what was done
OPENING = ("(", "（")
GOAL_AND_DONE = 2  # rows in front of such a share
ROUNDED = 0.6  # points by which a share may differ from what the two make
SHORTEST = 2  # characters of the end that names a goal
CLOSE = 12  # characters in front of a number that may tell of a deed


def tells_of(done: Task, goal: Task | None) -> bool:
    """Whether a cell of a table tells what became of the duty beside it."""
    beside = goal is not None and goal.kind == done.kind == "row" and (goal.item_no, goal.section) == (done.item_no, done.section)
    return beside and goal is not None and (goal.part, done.part) == ("plan", "review")


def is_of_item_above(text: str, task: Task) -> bool:
    """Whether a paragraph only tells of the one in front what was done (进展情况:…, 已建成12个), or who does it."""
    labels = (expression("label_of_deed"), expression("label_of_unit"), expression("deed_opens"))
    return bool(task.spans) and any(label.match(text, task.spans[0][0]) for label in labels)


def is_deed(text: str, reading: Reading, beside: bool, opens: bool) -> bool:
    """Whether a reading has no thing but a deed (已完工12个, 已完成22万平方米), or takes its thing over (新增规上企业50家,已完成58家).

    Args:
        beside: it stands in a cell that tells what became of the one beside it, where no more is said than that (改造305户).
        opens: it opens such a cell, which then need not even name a deed (增长5.8%, 9.5万人).
    """
    if reading.number is None:
        return False
    begin = reading.number.bounded_start
    front = (max(reading.clause[0], begin - CLOSE), begin)
    if behind_label(text, reading):
        return expression("deed_behind_label").search(text, max(0, begin - 2 * CLOSE), begin) is not None
    done = expression("deed_in_front").search(text, *front) is not None
    if not reading.pieces:
        return done or opens
    taken_over = all(piece[1] <= reading.clause[0] for piece in reading.pieces)
    if taken_over and (expression("done_already").search(text, *front) or (beside and done)):
        return True
    return expression("only_deed").fullmatch(reading.indicator(text)) is not None


def is_goal(text: str, row: Observation, folded: Folded) -> bool:
    """Whether a row may be a goal: it is not done already (已动工2.65万户,其中已竣工|1.42万户), and is more than a mere deed (|竣工|1.77万套)."""
    at = folded.folded(row.char_start)
    done = expression("done_already").search(text, max(0, at - CLOSE), at) is not None
    return not done and expression("only_deed").fullmatch(row.indicator) is None


def behind_label(text: str, reading: Reading) -> bool:
    """Whether a reading has no thing but the label of what was done (落实情况:全年增长5.8%)."""
    return expression("only_label").fullmatch(reading.indicator(text)) is not None


def goal_of(text: str, reading: Reading, goals: Sequence[Observation], beside: bool, opens: bool) -> Observation | None:
    """The one goal that is measured as a reading is, in its unit, if the reading says no more than that it was done, or names it in short."""
    unit = reading.unit
    if not goals:
        return None
    alike = [goal for goal in goals if goal.measure == reading.measure and goal.role == "core" and goal.unit == unit and goal.value is not None]
    known = reading.measure == "amount" or (reading.measure == "growth" and reading.reference is None)
    if alike and alike[-1] is goals[-1] and known and unit and _done_of(text, reading, goals[-1]):
        return goals[-1]
    if not unit or not known or len(alike) != 1:
        return None
    told = is_deed(text, reading, beside, opens) or _in_part_of_year(text, reading, alike[0]) or _in_short(text, reading, alike[0])
    return alike[0] if told else None


def is_of_nearer(reading: Reading, goal: Observation, since: Sequence[Observation], folded: Folded) -> bool:
    """寄宿制学校开工199所,|完工|102所: whether its own sentence counts another thing in the unit of the goal, which stands further in front."""
    begin = reading.sentence[0]
    return folded.folded(goal.char_start) < begin and any(
        folded.folded(one.char_start) >= begin and (one.measure, one.unit) == (goal.measure, goal.unit) and one.indicator != goal.indicator
        for one in since
    )


def _in_part_of_year(text: str, reading: Reading, goal: Observation) -> bool:
    """Whether a bare growth in a part of the year is told of a goal: 增长6%左右。一季度增长5.3%; 增长5.4%。二季度增长5.1% are two results."""
    opens = expression("opens_part_of_year").match(text, reading.clause[0])
    return not reading.pieces and opens is not None and goal.comparator != "eq"


def _done_of(text: str, reading: Reading, goal: Observation) -> bool:
    """126条黑臭水体治理已完成120条: whether the number in front counts the same thing, of which so much is done."""
    begin = reading.number.bounded_start if reading.number else reading.span[0]
    done = expression("done_already").search(text, max(reading.clause[0], begin - CLOSE), begin) is not None
    return done and as_read(goal.indicator) == as_read(reading.indicator(text))


def _in_short(text: str, reading: Reading, goal: Observation) -> bool:
    """Whether what stands behind the label of a deed names a goal by its end: 改造老旧小区20个。完成情况:改造22个小区."""
    begin = text.rfind("\n", 0, reading.span[0]) + 1
    labelled = goal.stage == "target" and expression("label_of_deed").search(text, begin, reading.span[0]) is not None
    short = as_read(reading.indicator(text))
    return labelled and len(short) >= SHORTEST and as_read(goal.indicator).endswith(short)


def as_goal(row: Observation, until: bool) -> Observation:
    """A figure behind which it is told what was done: the target, not the result, and of the year where only the report is of a part of it.

    Args:
        until: its sentence opens with until when something was done.
    """
    part = None if until or part_of_paragraph.name in row.rules else row.part_of_year
    return replace(row, stage="target", status=None, part_of_year=part)


def as_share(row: Observation, text: str, rows: Sequence[Observation]) -> Observation:
    """15个站点建设已完成8个(53%): a percentage in a bracket right behind what was done, which is such a share of what was to be."""
    if row.measure != "ratio" or row.value is None or text[row.char_start - 1 : row.char_start] not in OPENING or len(rows) < GOAL_AND_DONE:
        return row
    goal, done = rows[-GOAL_AND_DONE:]
    of_goal = (goal.stage, done.stage, goal.indicator, goal.unit) == ("target", "result", done.indicator, done.unit)
    if not of_goal or done.char_end != row.char_start - 1 or not goal.value or done.value is None:
        return row
    share = abs(100 * done.value / goal.value - row.value) <= ROUNDED
    return replace(row, relation=FULFILMENT) if share else row


def as_result(
    goal: Observation, reading: Reading, number: Number, task_id: str, observation_id: str, span: tuple[int, int], written: str, quote: str
) -> Observation:
    """What was done of a goal.

    Args:
        span, written, quote: of the number, as published.
    """
    return replace(
        goal,
        observation_id=observation_id,
        task_id=task_id,
        stage="result",
        activity="started" if activity(reading.action) == "started" else goal.activity,  # 改造40个,已开工30个
        comparator="eq",
        modifier=None,
        value=abs(number.value) if number.value is not None else None,
        value_high=number.high,
        sign=-1 if reading.sign < 0 else 1,
        cumulative=False,
        commitment=None,
        value_text=written,
        quote=quote,
        char_start=span[0],
        char_end=span[1],
        status="estimate" if reading.estimated else None,
    )
