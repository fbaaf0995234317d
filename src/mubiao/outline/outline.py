"""The driver of this stage: a document's tasks in text order."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from mubiao.lexicon.expressions import expression
from mubiao.model import Document, Facts, Task, Time
from mubiao.outline import damage, duties, duty_labels, flat_duties, rows
from mubiao.outline.breakdown import Breakdown, alone
from mubiao.outline.lines import Line, body, heading, level
from mubiao.outline.periods import Periods
from mubiao.outline.placed import placed_lines
from mubiao.outline.review_or_plan import ReviewOrPlan, glossary, part_of_heading
from mubiao.outline.table_refusals import table_left
from mubiao.read.places import gazetteer
from mubiao.read.titles import sums_up
from mubiao.read.years import counted_up_to, dated_within, is_spoken_before, planned_together

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
    periods = _periods(document)
    tasks = _report(found[:begin], document, periods) if begin else []
    stop = max(begin, min(end, damage.behind_links(found)))
    listed = Breakdown(found[begin:stop], document, part, periods if document.facts.kind.own_year else None).tasks()
    _of_title(listed, document.facts)
    tasks += listed
    tasks += [Task([(line.start, line.end)], part=part, refused=damage.foreign_article.name) for line in found[stop:end]]
    return tasks + (_report(found[end:], document, periods) if end < len(found) else [])


def _begin_of_list(found: Sequence[Line], document: Document) -> int:
    """The line where a list of tasks with duties begins: 0 where the document is one, behind the last line where it holds none."""
    if document.facts.kind.is_list:
        return 0
    given = [at for at, line in enumerate(found) if duties.duty_at(line.text)]
    if len(given) < DUTIES:
        return len(found)
    first = given[0]
    for at in range(first, max(-1, first - ABOVE), -1):
        if duty_labels.is_title(found[at].text) or expression("annex").match(found[at].text):
            return at - 1 if at and expression("annex").fullmatch(found[at - 1].text) else at
    head = next((at for at in range(first, -1, -1) if level(found[at].text)[0] == 1), 0)
    told = any(part_of_heading(line, document.facts.year) == "review" for line in found[:head])
    return head if told else 0


def _report(found: Sequence[Line], document: Document, periods: Periods | None) -> list[Task]:
    found = flat_duties.in_report(found)
    notes = [(document.folded.folded(low), document.folded.folded(high)) for low, high in document.notes]
    parts = _parts(found, document.facts)
    refused = damage.refused_lines(found, _below(document.facts.jurisdiction_code))
    section: list[str] = ["", ""]
    tasks = []
    for line, reason in zip(found, refused, strict=True):
        if line.rows:
            time = periods.of_table(line.start, parts.part) if periods else Time(line.start, parts.part)
            tasks += [task for row in line.rows for task in rows.tasks(row, section, time, document.facts)]
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
            reason = glossary.name if parts.in_glossary else damage.site_noise.name if noise else ""
        path = tuple(name for name in section if name)
        if line.cell and not reason and table_left.apply(line.text):
            tasks.append(alone(line, document, path, parts.part))
            continue
        times = periods.see(line, parts.part) if periods and not reason else []
        first = times[0] if times else Time(line.start, parts.part)
        tasks.append(Task([(body(line), line.end)], path, number, first.part, first.years, refused=reason, times=times))
    return tasks


def _parts(found: Sequence[Line], facts: Facts) -> ReviewOrPlan:
    """Which lines look back: what an office sums up and plans in one tells first what was done, whatever its headings are called."""
    if facts.year and sums_up(facts.title or ""):
        return ReviewOrPlan(facts.year - 1, list(found), True)
    return ReviewOrPlan(facts.year, list(found), facts.kind.own_year or _is_of_part(facts))


def _periods(document: Document) -> Periods | None:
    """The times of a document's paragraphs: what a report of results or of a part of a year reviews is its own year."""
    facts = document.facts
    if facts.year is None:
        return None
    title = facts.title or ""
    dated = title if expression("year_of_heading").search(title) else f"{title} {document.doc_id}"  # the file says what a headline does not
    named = expression("part_of_title").search(dated)
    part_of_year = named[0] if named else None
    if facts.kind.own_year:
        told = part_of_year or dated_within(document.text, facts.year) or counted_up_to(dated, document.folded.text, facts.year)
        return Periods(facts.year + 1, facts.year, told, now=facts.year, results=True)
    if part_of_year:
        return Periods(facts.year, facts.year, part_of_year)
    if (together := planned_together(title)) and together[0] == facts.year:
        first, last = together
        return Periods(first, first - 1, None, {"plan": (first, last), "review": (first - last + first - 1, first - 1)})
    return Periods(facts.year, facts.year - 1, now=facts.year - is_spoken_before(document.folded.text, facts.year))


def _of_title(listed: Sequence[Task], facts: Facts) -> None:
    """Give the tasks of a list the years that its title plans together, or the part of its year (2025年四季度工作计划)."""
    title = facts.title or ""
    if not facts.kind.is_list:
        return
    together, of_part = planned_together(title), expression("part_of_title").search(title)
    for task in listed:
        if together and together[0] == facts.year:
            task.period = task.period or together
        elif of_part and not task.times:
            task.times = [Time(0, task.part, task.period, of_part[0])]


def _is_of_part(facts: Facts) -> bool:
    """Whether it reports on a part of its year, and may go on to the rest: as a report of results it plans only where it says so."""
    return len(facts.kind.parts) > 1 and expression("part_of_title").search(facts.title or "") is not None


@lru_cache(maxsize=8)
def _below(code: str | None) -> frozenset[str]:
    """Full names of the jurisdictions directly below one."""
    return frozenset(place.name for place in gazetteer().by_code.values() if code and place.parent == code)
