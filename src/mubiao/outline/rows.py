"""A row of a table, and the tasks that it makes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from mubiao.model import Facts, Statement, Task, Time
from mubiao.outline import duties

ROW_NUMBER = re.compile(r"\d{1,3}")


@dataclass(slots=True)
class Row:
    """A table row: spans of its text cells in folded text, its duty, and the heading above it inside the table.

    Attributes:
        done: spans of the cells that tell what became of the duty.
        planned: other cells tell in numbers what became of the duty, whose text so is what was planned.
        statements: what its cells state that are figures; ``extent`` is the span of the row then.
    """

    number: str = ""
    spans: list[tuple[int, int]] = field(default_factory=list)
    duty: duties.Duty = field(default_factory=duties.Duty)
    section: str = ""
    done: list[tuple[int, int]] = field(default_factory=list)
    planned: bool = False
    statements: list[Statement] = field(default_factory=list)
    extent: tuple[int, int] | None = None


def tasks(row: Row, section: Sequence[str], time: Time, facts: Facts) -> list[Task]:
    """The tasks of a row, all with its duty: one of its texts, one more where a cell tells what became of it, and one of its figures.

    Args:
        time: for which the table speaks: review or plan as its section, or the paragraph above it, says.
    """
    part, period = time.part, time.years
    path = tuple(name for name in (*section, row.section) if name)
    made = [Task([row.extent], path, row.number, part, period, kind="row", statements=tuple(row.statements))] if row.extent else []
    if row.done or (row.planned and row.spans):
        year = (facts.year or 0) - (part == "review" and not facts.kind.own_year)
        told = [("plan", row.spans), ("review", row.done)]
        made = [Task(spans, path, row.number, stage, (year, year), kind="row") for stage, spans in told if spans] + made
    elif row.spans:
        made = [Task(row.spans, path, row.number, part, period, kind="row"), *made]
    for task in made:
        give(task, row.duty)
    return made


def give(task: Task, duty: duties.Duty) -> None:
    """Say of a task who answers for it; what a duty leaves out stays as it was."""
    task.lead_units = duty.lead_units or task.lead_units
    task.support_units = duty.support_units or task.support_units
    task.support_text = duty.support_text or task.support_text
    task.officials = duty.officials or task.officials
    task.deadline = duty.deadline or task.deadline
