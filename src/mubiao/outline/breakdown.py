"""A list or table of duties: each item with who answers for it."""

from __future__ import annotations

from collections.abc import Sequence

from mubiao.model import Document, Statement, Task, Time
from mubiao.outline import damage, duties, duty_labels, flat_duties, rows
from mubiao.outline.lines import Line, body, heading, level
from mubiao.outline.periods import Periods
from mubiao.outline.table_refusals import table_left

ENDS = ("。", ";")  # of a sentence; a heading has none


class Breakdown:
    """Walks through a list of tasks with duties; what stands between two duties shares the second.

    A duty right below a heading is of all that the heading is for where no other duty is told there.

    Args:
        periods: the times of its lines, where the list tells how far its tasks have come.
    """

    def __init__(self, found: Sequence[Line], document: Document, part: str, periods: Periods | None = None) -> None:
        self.lines = found
        self.document = document
        self.part = part
        self.periods = periods
        self.first_leads = duties.first_leads_in(document.folded.text)
        self.section: list[str] = ["", ""]
        self.official: list[str] = []
        self.pending: list[Task] = []
        self.assigned: list[Task] = []
        self.above: list[duties.Duty] = []
        self.headed = 0  # level of the heading below which only duties have stood yet
        self.depth = 0  # of the heading that those above are of
        self.done: list[Task] = []

    def tasks(self) -> list[Task]:
        at = 0
        while at < len(self.lines):
            kinds = flat_duties.head_at(self.lines, at)
            if self.lines[at].rows:
                self._flush()
                self.done += [task for row in self.lines[at].rows for task in self._row(row)]
                at += 1
            elif self.lines[at].cell and table_left.apply(self.lines[at].text):
                self._flush()
                self.done.append(alone(self.lines[at], self.document, self._path(), self.part))
                at += 1
            elif kinds:
                self._flush()
                found, at = flat_duties.rows(self.lines, at, kinds)
                self.done += [task for row in found for task in self._row(row)]
            else:
                line, at = self._with_labels(at)
                self._line(line, at)
                at += 1
        self._flush()
        for task in self.done:
            task.part = task.part if task.period else self.part
        return self.done

    def _with_value(self, at: int) -> tuple[Line, int]:
        """A line, a label without its value with the next line, on which that stands; and where the last of it is."""
        label, below = self.lines[at], self.lines[at + 1 : at + 2]
        if not below or not duties.is_bare(label.text):
            return label, at
        return Line(label.start, below[0].end, label.text + below[0].text, label.gap), at + 1

    def _with_labels(self, at: int) -> tuple[Line, int]:
        """A line, one of labels with those right below it: 责任单位 says who helps where 牵头单位 stands above it."""
        line, at = self._with_value(at)
        while duties.is_of_labels(line.text) and at + 1 < len(self.lines) and not (self.lines[at + 1].rows or self.lines[at + 1].cell):
            below, last = self._with_value(at + 1)
            if not duties.is_of_labels(below.text):
                break
            line, at = Line(line.start, below.end, f"{line.text};{duties.without_number(below.text)}", line.gap), last
        return line, at

    def _row(self, row: rows.Row) -> list[Task]:
        made = rows.tasks(row, self.section, Time(0, self.part), self.document.facts)
        for task in made:
            task.officials = task.officials or list(self.official)
        return made

    def _line(self, line: Line, index: int) -> None:
        at = duties.duty_at(line.text)
        if at is not None:
            end = duties.end_of(line.text, at[1])
            if at[0]:
                self._text(Line(line.start, line.start + at[0], line.text[: at[0]], line.gap))
            duty = duties.duty_of(line.text[at[1] : end], self.first_leads)
            above = self._is_above(index)  # also in a bracket behind a heading
            if above:
                self.above, self.depth = [*self.above, duty], self.headed
            elif at[0] or duty_labels.label().match(line.text, at[1]):
                self._duty(duty, whole=at[0] == 0)
            elif self.pending and len(self.pending[-1].spans) == 1:  # 市建设局牵头, without a label: of what stands right above it
                self._duty(duty, whole=False)
            if at[0] and not above:
                self._close()
            if end < len(line.text):
                self._line(Line(line.start + end, line.end, line.text[end:], line.gap), index)
            return
        self._text(line)

    def _is_above(self, index: int) -> bool:
        """Whether a line of duties stands between a heading and the text that the heading is for, in which no other of their kind stands."""
        told, kinds = False, duties.kinds(self.lines[index].text)
        for line in self.lines[index + 1 :] if self.headed else ():
            depth = level(line.text)[0]
            if 0 < depth <= self.headed or (not depth and duty_labels.is_title(line.text)):
                break
            duty = duties.duty_at(line.text)
            told = told or not duty or duty[0] > 0
            if duty and told and kinds & duties.kinds(line.text):
                return False
        return told

    def _text(self, line: Line) -> None:
        depth, number = level(line.text)
        if 0 < depth <= self.depth:
            self._flush()
        self.headed = depth if not line.text.endswith(ENDS) else 0
        times = self.periods.see(line, self.part) if self.periods else []
        if depth == 1:
            self._flush()
            self._head(line, number, times)
            return
        if depth == 0 and duty_labels.is_title(line.text):
            self._flush()
            self.section, self.official = [line.text, ""], []
            return
        refused = damage.site_noise.name if damage.site_noise.apply(line.text) else ""
        if self.assigned or depth or not self.pending or self.pending[-1].refused != refused:
            if self.assigned:
                self._flush()
            if depth == 2:
                self.section[1] = heading(line.text)
            self.pending.append(Task([(body(line), line.end)], self._path(), number, kind="task", refused=refused, times=times))
        else:
            self.pending[-1].spans.append((line.start, line.end))
            self.pending[-1].times += times

    def _head(self, line: Line, number: str, times: list[Time]) -> None:
        """A line numbered 一、: a heading, or a task that is numbered so (一、新增停车泊位1万个。)."""
        name = heading(line.text)
        said = line.text.endswith(ENDS) or duties.duty_at(line.text) is not None
        alone = line.text.rstrip("".join(ENDS)).endswith(name)
        self.section = ["" if said and alone else name, ""]
        official = duties.official_of_heading(name)
        self.official = [official] if official else []
        if said:
            self.pending.append(Task([(body(line), line.end)], self._path(), number, kind="task", times=times))

    def _duty(self, duty: duties.Duty, whole: bool) -> None:
        """Give a duty to what it stands behind; a second line of labels (配合单位) adds to the first."""
        targets = self.assigned if whole and self.assigned else self.pending if whole else self.pending[-1:]
        for task in targets:
            self._give(task, duty)
        if whole:
            self.assigned = targets

    def _give(self, task: Task, duty: duties.Duty) -> None:
        rows.give(task, duty)
        task.officials = task.officials or list(self.official)

    def _path(self) -> tuple[str, ...]:
        return tuple(name for name in self.section if name)

    def _flush(self) -> None:
        self._close()
        self.above, self.depth = [], 0

    def _close(self) -> None:
        """Have done with the tasks that wait for a duty; those told above the text are of what follows, too."""
        for task in self.pending:
            for duty in self.above:
                self._give(task, duty)
            task.officials = task.officials or list(self.official)
        self.done += self.pending
        self.pending, self.assigned = [], []


def alone(line: Line, document: Document, path: tuple[str, ...], part: str) -> Task:
    """A number alone in a cell of a table that nobody understands."""
    span = document.folded.span(line.start, line.end)
    return Task([(line.start, line.end)], path, "", part, kind="row", statements=(Statement(span, span, refused=table_left.name),))
