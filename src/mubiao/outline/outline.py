"""The driver of this stage: a document's tasks in text order."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from mubiao.lexicon.expressions import expression
from mubiao.model import Document, Statement, Task, Time
from mubiao.outline import damage, labels, rows, tables
from mubiao.outline.lines import Line, body, heading, level
from mubiao.outline.parts import ReviewOrPlan, glossary, part_of_heading
from mubiao.outline.periods import Periods
from mubiao.outline.placed import placed_lines
from mubiao.outline.table_refusals import table_left
from mubiao.read.places import gazetteer
from mubiao.read.years import plan_years

ENDS = ("。", ";")  # of a sentence; a heading has none
DUTIES = 3  # so many lines of duties make a list of duties
ABOVE = 15  # lines between the title of a list and its first duty


def outline(document: Document) -> list[Task]:
    """Cut a document into tasks.

    Lists and tables of responsibilities give one task for each item or row, reports one for each paragraph. A report may
    have such a list as an annex, and a list a glossary. Lines that belong to somebody else are kept with the name of the
    reason in ``refused``, so that their numbers are listed too.
    """
    found = placed_lines(document)
    begin = _begin_of_list(found, document)
    end = next((at for at in range(begin, len(found)) if glossary.apply(found[at].text)), len(found))
    part = document.facts.kind.parts[-1]
    tasks = _report(found[:begin], document) if begin else []
    stop = max(begin, min(end, damage.behind_links(found)))
    tasks += _Breakdown(found[begin:stop], document, part).tasks()
    tasks += [Task([(line.start, line.end)], part=part, refused=damage.foreign_article.name) for line in found[stop:end]]
    return tasks + (_report(found[end:], document) if end < len(found) else [])


def _begin_of_list(found: Sequence[Line], document: Document) -> int:
    """The line where a list of tasks with duties begins: 0 where the document is one, behind the last line where it holds none."""
    if document.facts.kind.is_list:
        return 0
    duties = [at for at, line in enumerate(found) if labels.duty_at(line.text)]
    if len(duties) < DUTIES:
        return len(found)
    first = duties[0]
    for at in range(first, max(-1, first - ABOVE), -1):
        if labels.is_title(found[at].text) or expression("annex").match(found[at].text):
            return at - 1 if at and expression("annex").fullmatch(found[at - 1].text) else at
    head = next((at for at in range(first, -1, -1) if level(found[at].text)[0] == 1), 0)
    told = any(part_of_heading(line, document.facts.year) == "review" for line in found[:head])
    return head if told else 0


def _report(found: Sequence[Line], document: Document) -> list[Task]:
    found = tables.in_report(found)
    notes = [(document.folded.folded(low), document.folded.folded(high)) for low, high in document.notes]
    parts = ReviewOrPlan(document.facts.year, list(found))
    periods = _periods(document)
    refused = damage.refusals(found, _below(document.facts.jurisdiction_code))
    section: list[str] = ["", ""]
    tasks = []
    for line, reason in zip(found, refused, strict=True):
        if line.rows:
            part = "review" if document.facts.kind.own_year else parts.part if parts.part != glossary.name else "plan"
            tasks += [task for row in line.rows for task in rows.tasks(row, section, part, document.facts)]
            continue
        noise = damage.site_noise.apply(line.text)
        if any(low <= line.start < high for low, high in notes):
            reason = glossary.name
        if not reason and not noise:
            parts.see(line)
        depth, number = level(line.text)
        if depth in (1, 2) and not reason:
            section = [heading(line.text), ""] if depth == 1 else [section[0], heading(line.text)]
        if not reason:
            reason = glossary.name if parts.part == glossary.name else damage.site_noise.name if noise else ""
        part = "review" if document.facts.kind.own_year else parts.part if parts.part != glossary.name else "plan"
        path = tuple(name for name in section if name)
        if line.cell and not reason and table_left.apply(line.text):
            tasks.append(_left(line, document, path, part))
            continue
        times = periods.see(line, part) if periods and not reason else []
        first = times[0] if times else Time(line.start, part)
        tasks.append(Task([(body(line), line.end)], path, number, first.part, first.years, refused=reason, times=times))
    return tasks


def _left(line: Line, document: Document, path: tuple[str, ...], part: str) -> Task:
    """A number alone in a cell of a table that nobody understands."""
    span = document.folded.span(line.start, line.end)
    return Task([(line.start, line.end)], path, "", part, kind="row", statements=(Statement(span, span, refused=table_left.name),))


def _periods(document: Document) -> Periods | None:
    """The times of a document's paragraphs: what a report of results or of a part of a year reviews is its own year."""
    facts = document.facts
    if facts.year is None:
        return None
    title = facts.title or ""
    part_of_year = expression("part_of_year").search(title)
    if facts.kind.own_year:
        return Periods(facts.year + 1, facts.year, part_of_year[0] if part_of_year else None)
    if part_of_year:
        return Periods(facts.year, facts.year, part_of_year[0])
    named = expression("plan_of_title").search(title)
    if named and plan_years(named["name"])[0] == facts.year:
        first, last = plan_years(named["name"])
        return Periods(first, first - 1, None, {"plan": (first, last), "review": (first - last + first - 1, first - 1)})
    return Periods(facts.year, facts.year - 1)


@lru_cache(maxsize=8)
def _below(code: str | None) -> frozenset[str]:
    """Full names of the jurisdictions directly below one."""
    return frozenset(place.name for place in gazetteer().by_code.values() if code and place.parent == code)


class _Breakdown:
    """Walks through a list of tasks with duties; what stands between two duties shares the second."""

    def __init__(self, found: Sequence[Line], document: Document, part: str) -> None:
        self.lines = found
        self.document = document
        self.part = part
        self.first_leads = labels.phrases()["first_leads"].search(document.folded.text) is not None
        self.section: list[str] = ["", ""]
        self.official: list[str] = []
        self.pending: list[Task] = []
        self.assigned: list[Task] = []
        self.done: list[Task] = []

    def tasks(self) -> list[Task]:
        at = 0
        while at < len(self.lines):
            kinds = tables.head_at(self.lines, at)
            if self.lines[at].rows:
                self._flush()
                self.done += [task for row in self.lines[at].rows for task in self._row(row)]
                at += 1
            elif self.lines[at].cell and table_left.apply(self.lines[at].text):
                self._flush()
                self.done.append(_left(self.lines[at], self.document, self._path(), self.part))
                at += 1
            elif kinds:
                self._flush()
                found, at = tables.rows(self.lines, at, kinds)
                self.done += [task for row in found for task in self._row(row)]
            else:
                label, below = self.lines[at], self.lines[at + 1 : at + 2]
                if below and labels.is_bare(label.text):  # the value stands on the next line
                    label = Line(label.start, below[0].end, label.text + below[0].text, label.gap)
                    at += 1
                self._line(label)
                at += 1
        self._flush()
        for task in self.done:
            task.part = task.part if task.period else self.part
        return self.done

    def _row(self, row: rows.Row) -> list[Task]:
        made = rows.tasks(row, self.section, self.part, self.document.facts)
        for task in made:
            task.officials = task.officials or list(self.official)
        return made

    def _line(self, line: Line) -> None:
        at = labels.duty_at(line.text)
        if at is not None:
            if at[0]:
                self._text(Line(line.start, line.start + at[0], line.text[: at[0]], line.gap))
            self._duty(labels.parse(line.text[at[1] :], self.first_leads), whole=at[0] == 0)
            if at[0]:
                self._flush()
            return
        self._text(line)

    def _text(self, line: Line) -> None:
        depth, number = level(line.text)
        if depth == 1:
            self._flush()
            self._head(line, number)
            return
        if depth == 0 and labels.is_title(line.text):
            self._flush()
            self.section, self.official = [line.text, ""], []
            return
        if self.assigned or depth or not self.pending:
            if self.assigned:
                self._flush()
            if depth == 2:
                self.section[1] = heading(line.text)
            refused = damage.site_noise.name if damage.site_noise.apply(line.text) else ""
            self.pending.append(Task([(body(line), line.end)], self._path(), number, kind="task", refused=refused))
        else:
            self.pending[-1].spans.append((line.start, line.end))

    def _head(self, line: Line, number: str) -> None:
        """A line numbered 一、: a heading, or a task that is numbered so (一、新增停车泊位1万个。)."""
        name = heading(line.text)
        said = line.text.endswith(ENDS) or labels.duty_at(line.text) is not None
        alone = line.text.rstrip("".join(ENDS)).endswith(name)
        self.section = ["" if said and alone else name, ""]
        official = labels.official_of_heading(name)
        self.official = [official] if official else []
        if said:
            self.pending.append(Task([(body(line), line.end)], self._path(), number, kind="task"))

    def _duty(self, duty: labels.Duty, whole: bool) -> None:
        """Give a duty to what it stands behind; a second line of labels (配合单位) adds to the first."""
        targets = self.assigned if whole and self.assigned else self.pending if whole else self.pending[-1:]
        for task in targets:
            self._give(task, duty)
        if whole:
            self.assigned = targets

    def _give(self, task: Task, duty: labels.Duty) -> None:
        rows.give(task, duty)
        task.officials = task.officials or list(self.official)

    def _path(self) -> tuple[str, ...]:
        return tuple(name for name in self.section if name)

    def _flush(self) -> None:
        for task in self.pending:
            task.officials = task.officials or list(self.official)
        self.done += self.pending
        self.pending, self.assigned = [], []
