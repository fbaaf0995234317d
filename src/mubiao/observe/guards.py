"""A document looked at as a whole, after it was read: what makes it likely that it was misread.

Each guard names what it saw; nothing is changed or left out for it. What needs the other documents of a build (two for one
place, year and kind; far fewer rows than the rest) stands in the view ``warnings``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from mubiao.grammar.numbers.codes import UNREADABLE
from mubiao.lexicon.expressions import expression
from mubiao.model import Document
from mubiao.outline.coverage import TORN
from mubiao.rows import Observation
from mubiao.rule import Rules, rule

FEW = 10  # rows: with fewer, nothing can be said of a document as a whole
FIRST, MOST = 0.3, 0.25  # of a work report: the part that looks back, and the share of targets that is too many there
LOST = 0.002  # of the signs of a text: more unreadable ones are no accident
ROUNDED = 0.05  # share of an amount by which a round one (1.4万亿元) may lie beside the exact one
LONG, FEWEST = 2000, 0.02  # characters, and marks for each: the reports at hand have 0.051 or more (one with line breaks for stops 0.023)
HEADLINES = (
    "gdp", "industrial_value_added", "fixed_asset_investment", "retail_sales", "trade_value", "exports", "general_public_budget_revenue", "cpi",
    "urban_new_jobs", "surveyed_unemployment_rate", "resident_income", "urban_resident_income", "rural_resident_income", "grain_output",
)  # fmt: skip


def _looks_both_ways(document: Document) -> bool:
    return len(document.facts.kind.parts) > 1


def _expects(document: Document, part: str) -> bool:
    """Whether such a document has a part: a plan that is not reported on has no review, and a report on half a year need not plan."""
    title, of_plan = document.facts.title or "", document.facts.doc_type == "plan_report"
    lacks = of_plan and bool(expression("part_of_year").search(title) if part == "plan" else not expression("carried_out").search(title))
    return _looks_both_ways(document) and not lacks and not _known_to_miss(document, part)


def _known_to_miss(document: Document, part: str) -> bool:
    """The sources table says that a part is not there, so that nobody wonders at its absence."""
    facts = document.facts
    return part in facts.partial_parts and "coverage" not in facts.inferred


def _kind_in_words(document: Document) -> str:
    """The kind of a document in words: work report."""
    return (document.facts.doc_type or "").replace("_", " ")


@rule(
    "a report that looks back and ahead, but tells no result",
    takes=["二、2025年工作安排\n" + "新建绿道10公里。\n" * 10],
    refuses=["一、2024年工作回顾\n" + "建成绿道10公里。\n" * 10 + "二、2025年工作安排\n" + "新建绿道10公里。\n" * 10],
    needed="a report whose review was taken for a plan would look like any other",
)
def no_results(document: Document, rows: Sequence[Observation]) -> str:
    missing = _expects(document, "review") and len(rows) >= FEW and all(row.stage == "target" for row in rows)
    return f"a {_kind_in_words(document)} without results: {len(rows)} targets" if missing else ""


@rule(
    "a report that looks back and ahead, but plans nothing",
    takes=["一、2024年工作回顾\n" + "建成绿道10公里。\n" * 10],
    refuses=["一、2024年工作回顾\n" + "建成绿道10公里。\n" * 10 + "二、2025年工作安排\n" + "新建绿道10公里。\n" * 10],
)
def no_targets(document: Document, rows: Sequence[Observation]) -> str:
    missing = _expects(document, "plan") and len(rows) >= FEW and all(row.stage == "result" for row in rows)
    return f"a {_kind_in_words(document)} without targets: {len(rows)} results" if missing else ""


@rule(
    "a work report whose first third plans: its review was read as a plan",
    takes=["二、2025年工作安排\n" + "新建绿道10公里。\n" * 10 + "一、2024年工作回顾\n" + "建成绿道10公里。\n" * 10 + "各项事业稳步发展，" * 99],
    refuses=["一、2024年工作回顾\n" + "建成绿道10公里。\n" * 10 + "二、2025年工作安排\n" + "新建绿道10公里。\n" * 10],
    needed="a report whose review was taken for a plan would look like any other",
)
def targets_in_front(document: Document, rows: Sequence[Observation]) -> str:
    first = [row for row in rows if row.char_start < FIRST * len(document.text)]
    planned = sum(row.stage == "target" for row in first)
    expected = document.facts.doc_type == "work_report" and not _known_to_miss(document, "review")
    odd = expected and len(first) >= FEW and planned >= MOST * len(first)
    return f"{planned} of {len(first)} rows of its first third are targets" if odd else ""


@rule(
    "most targets are of another year than the document plans",
    takes=["一、2024年工作回顾\n" + "建成绿道10公里。\n" * 10 + "二、2025年工作安排\n" + "2027年建桥9座。\n" * 10],
    refuses=["一、2024年工作回顾\n" + "建成绿道10公里。\n" * 10 + "二、2025年工作安排\n" + "新建绿道10公里。\n" * 10],
    needed="a report that was booked to a wrong year would look like any other",
)
def other_year(document: Document, rows: Sequence[Observation]) -> str:
    years = [row.year for row in rows if row.stage == "target" and row.year == row.period_start]
    most = max(sorted(set(years)), key=years.count, default=None)
    several = expression("plan_of_title").search(document.facts.title or "") is not None
    odd = len(years) >= FEW and most != document.facts.year and _looks_both_ways(document) and not several
    return f"most of its targets are of {most}, but it plans {document.facts.year}" if odd else ""


@rule(
    "one headline series with two targets for the year",
    takes=["二、2025年工作安排\n" + "新建绿道10公里。\n" * 10 + "地区生产总值增长5%。今年地区生产总值增长6%。"],
    refuses=["二、2025年工作安排\n" + "新建绿道10公里。\n" * 10 + "地区生产总值增长5%，力争增长6%。"],
    needed="a comparison would be made with one of two targets, and nobody would know",
)
def two_targets(document: Document, rows: Sequence[Observation]) -> str:
    of_year = [row for row in rows if row.stage == "target" and row.year == document.facts.year and row.measure in ("growth", "ratio")]
    found = _in_two_ways(document, of_year)
    return f"two targets for one headline: {'; '.join(found)}" if found else ""


@rule(
    "one headline series with two results for one year",
    takes=["一、2024年工作回顾\n" + "建成绿道10公里。\n" * 10 + "进出口100亿元，去年80亿元，增长5%。"],
    refuses=[
        "一、2024年工作回顾\n" + "建成绿道10公里。\n" * 10 + "进出口突破90亿元，达到100亿元，上年80亿元。",
        "一、2024年工作回顾\n" + "建成绿道10公里。\n" * 10 + "地区生产总值增速高于全国0.4个百分点、高于全省0.2个百分点。",
        "一、2024年工作回顾\n" + "建成绿道10公里。\n" * 10 + "城镇居民人均可支配收入增长5%，实际增长4.8%。",
    ],
    needed="a level of another year (去年80亿元) would be booked on this one, and nobody would know",
)
def two_results(document: Document, rows: Sequence[Observation]) -> str:
    found = _in_two_ways(document, [row for row in rows if row.stage == "result" and row.comparator == "eq" and row.value_high is None])
    return f"two results for one headline: {'; '.join(found)}" if found else ""


def _in_two_ways(document: Document, rows: Sequence[Observation]) -> list[str]:
    """The headlines of its own place for which rows tell two values of one year, measured alike and against the same: gdp 5% and 6%."""
    stated: dict[tuple[str | None, ...], set[float]] = defaultdict(set)
    for row in rows:
        own = row.jurisdiction_code == document.facts.jurisdiction_code and row.scope is None and row.role == "core" and not row.cumulative
        of_one_year = row.year == row.period_start and row.part_of_year is None
        if own and of_one_year and row.signed_value and row.indicator_id in HEADLINES:
            stated[row.indicator_id, row.measure, row.unit or "", str(row.year), row.basis, row.reference].add(row.signed_value)
    return sorted(
        f"{indicator} {' and '.join(f'{value:g}{unit}' for value in sorted(values))}"
        for (indicator, measure, unit, *_), values in stated.items()
        if len(values) > 1 and max(values) > min(values) * (1 + ROUNDED * (measure == "amount"))
    )


@rule(
    "signs that stand for what could not be read",
    takes=["二、2025年工作安排\n" + "新建绿道1□公里，增长□.5%。\n" * 20],
    refuses=["二、2025年工作安排\n" + "新建绿道10公里，增长1.5%。\n" * 20],
    needed="digits that stand for others, or are lost, would look like those of any text",
)
def unreadable_signs(document: Document, rows: Sequence[Observation]) -> str:
    signs = sum(document.text.count(sign) for sign in UNREADABLE)
    odd = signs >= FEW and signs >= LOST * len(document.text)
    return f"{signs} signs stand for what could not be read" if odd else ""


@rule(
    "a text that has lost its full stops, so that sentences run into one another",
    takes=["二、2025年工作安排\n" + "新建绿道10公里改造道路20公里提升公园品质推动绿色发展" * 99],
    refuses=["二、2025年工作安排\n" + "新建绿道10公里，改造道路20公里，提升公园品质，推动绿色发展。" * 99],
    needed="what runs over from one sentence into the next would look like one thing",
)
def no_full_stops(document: Document, rows: Sequence[Observation]) -> str:
    marks = sum(document.folded.text.count(mark) for mark in "。;,")
    running = document.facts.doc_type == "work_report" and len(document.text) >= LONG and len(rows) >= FEW
    return f"{marks} full stops, semicolons and commas in {len(document.text)} characters" if running and marks < FEWEST * len(document.text) else ""


@rule(
    "a passage that the document says twice: two versions of it, or a file joined to itself",
    takes=[("一、2024年工作回顾\n" + "".join(map("建成绿道{}公里，全市各项事业取得新的进展。\n".format, range(11, 41)))) * 2],
    refuses=["一、2024年工作回顾\n" + "".join(map("建成绿道{}公里，全市各项事业取得新的进展。\n".format, range(11, 41)))],
    needed="two versions in one file would be counted twice",
)
def said_twice(document: Document, rows: Sequence[Observation]) -> str:
    lines = [line for line in document.text.split("\n") if len(line) >= FEW]
    again = len(lines) - len(set(lines))
    return f"{again} of its {len(lines)} longer lines stand in it twice" if again >= FEW and again >= MOST * len(lines) else ""


@rule(
    "lines of it are missing: its end, or what stood between two headings",
    takes=["一、2024年工作回顾\n建成绿道10公里。\n三、2025年工作安排\n" + "新建绿道10公里。\n" * 10],
    refuses=["一、2024年工作回顾\n建成绿道10公里。\n二、2025年工作安排\n" + "新建绿道10公里。\n" * 10],
)
def incomplete(document: Document, rows: Sequence[Observation]) -> str:
    asked = "coverage" in document.facts.inferred and len(rows) >= FEW
    return "; ".join(gap for gap in (document.facts.gaps or "").split("; ") if asked and gap.startswith(TORN))


GUARDS = Rules(
    "guard", no_results, no_targets, targets_in_front, other_year, two_targets, two_results, unreadable_signs, no_full_stops, said_twice, incomplete,
)  # fmt: skip


def with_warnings(document: Document, rows: Sequence[Observation]) -> Document:
    """The document with what the guards say of it behind what reading has said already."""
    told = [f"{guard.name}: {said}" for guard in GUARDS if (said := guard.apply(document, rows))]
    return replace(document, facts=replace(document.facts, warnings=(*document.facts.warnings, *told)))
