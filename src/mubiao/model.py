"""The values that pass from stage to stage."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from mubiao.read.fold import Folded

DOCUMENT_TYPES = ("work_report", "task_breakdown", "livelihood_projects", "plan_report", "bulletin")


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a document besides its text; None where it is not.

    Attributes:
        inferred: names of the facts that were read from title, text or file name instead of the sources table.
    """

    title: str | None = None
    issuer: str | None = None
    number: str | None = None
    published: str | None = None
    doc_type: str | None = None
    jurisdiction_code: str | None = None
    year: int | None = None
    coverage: str = "full"
    gaps: str | None = None
    url: str | None = None
    inferred: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A document as read: text as published and folded, and its facts."""

    doc_id: str
    path: str
    text: str
    folded: Folded
    encoding: str
    sha256: str
    facts: Facts


@dataclass(slots=True)
class Task:
    """One item of a document: a numbered task, a table row or a paragraph of a report. Spans are of the folded text.

    Attributes:
        spans: passages to read, in order; in a table row one for each cell.
        section: headings above it.
        item_no: its number as written, "" where it has none.
        part: review or plan.
        period: first and last year where its section speaks of several years, else None.
        lead_units, support_units: responsible units; support_text and deadline as written.
        officials: leading officials as written.
        refused: name of the reason why none of its numbers counts (repeated_passage, foreign_article, glossary), or "".
    """

    spans: list[tuple[int, int]]
    section: tuple[str, ...] = ()
    item_no: str = ""
    part: str = "plan"
    period: tuple[int, int] | None = None
    lead_units: list[str] = field(default_factory=list)
    support_units: list[str] = field(default_factory=list)
    support_text: str | None = None
    officials: list[str] = field(default_factory=list)
    deadline: str | None = None
    kind: str = "paragraph"
    refused: str = ""


def column(kind: str, doc: str, **default: object) -> Any:
    """A column of a table: Arrow type and meaning, from which schema and data dictionary are made."""
    return field(metadata={"type": kind, "doc": doc}, **default)  # type: ignore[call-overload]


@dataclass(slots=True)
class Observation:
    """One quantity that a document states; one row of the table ``observations``."""

    observation_id: str = column("string", "stable key, from document, span, indicator and measure")
    doc_id: str = column("string", "document in which it stands")
    task_id: str | None = column("string", "item of the document in which it stands")
    jurisdiction_code: str = column("string", "GB/T 2260 code of the place that the figure is of, as of today's list")
    jurisdiction: str = column("string", "name of the place, as of today's list")
    year: int = column("int16", "year that the value is for; the last year of a longer period")
    period_start: int = column("int16", "first year of the period; equals year except for figures of several years")
    stage: str = column("string", "target or result")
    indicator_id: str | None = column("string", "canonical indicator, null where none is known")
    indicator: str = column("string", "as written, with what coordination left out put back")
    measure: str = column("string", "amount, growth, ratio, change or relative")
    comparator: str = column("string", "eq, ge, gt, le, lt or approx")
    modifier: str | None = column("string", "the literal word(s) that made the comparator: 以上, 左右, 控制在…以内")
    value: float | None = column("double", "in unit, 万 and 亿 expanded, without sign; the lower end of a range; null for relative")
    value_high: float | None = column("double", "upper end of a range")
    sign: int = column("int8", "-1 where the verb tells of a fall (下降5%), else 1; sign * value is the figure with its sign")
    unit: str | None = column("string", "base unit as people write it")
    cumulative: bool = column("bool", "a stock or running total rather than the year's own flow")
    reference: str | None = column("string", "what a relative target or a difference is measured against")
    action: str | None = column("string", "verb: 新增, 建成, 控制在")
    commitment: str | None = column("string", "strength of the promise: 确保, 力争, 争取, 预计")
    role: str = column("string", "core; sub (a part: 其中…); stretch (second tier of a two-tier target)")
    parent_id: str | None = column("string", "observation of which it is a part or the second tier")
    lead_units: list[str] = column("list<string>", "units that lead the task")
    support_units: list[str] = column("list<string>", "units that help")
    support_text: str | None = column("string", "supporting units as written")
    officials: list[str] = column("list<string>", "leading officials as written")
    deadline: str | None = column("string", "deadline as written")
    section: list[str] = column("list<string>", "headings above it")
    item_no: str | None = column("string", "number of the item as written")
    value_text: str | None = column("string", "the number as written with its modifiers")
    quote: str = column("string", "the clause")
    char_start: int = column("int32", "span of number and unit in the decoded text (of the phrase for relative): first character")
    char_end: int = column("int32", "end of the span, half-open")
    source_kind: str = column("string", "document (extracted) or statistics (a published figure entered with its source)")
    confidence: float = column("float", "0 to 1: share of gold rows of its kind that are right in every field (docs/confidence.md)")
    status: str | None = column("string", "estimate (预计), preliminary (初步核算) or revised; null for a final figure")
    part_of_year: str | None = column("string", "the part of a year that it is for (上半年), as written; such rows are not compared")
    rules: list[str] = column("list<string>", "names of the grammar rules that made it")


@dataclass(slots=True)
class Refusal:
    """One number that is no quantity of this government; one row of the table ``refusals``."""

    doc_id: str = column("string", "document in which it stands")
    task_id: str | None = column("string", "item of the document in which it stands")
    char_start: int = column("int32", "first character in the decoded text")
    char_end: int = column("int32", "end of the span, half-open")
    text: str = column("string", "the number as written")
    reason: str = column("string", "name of the rule that refused it")
    quote: str = column("string", "the words around it")
