"""Documents, their items and the numbers in them that are no quantities."""

from __future__ import annotations

from dataclasses import dataclass

from mubiao.rows.column import column, optional


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
    corrected: str | None = optional("string", "which correction by hand dropped its row; null where a rule refused it")


@dataclass(slots=True, kw_only=True)
class TaskRow:
    """One item of a document, with who is responsible; one row of the table ``tasks``."""

    task_id: str = column("string", "stable key")
    doc_id: str = column("string", "document in which it stands")
    jurisdiction_code: str = column("string", "GB/T 2260 code of the document's government")
    year: int = column("int16", "year that the document plans")
    kind: str = column("string", "task (item of a list), row (of a table) or paragraph")
    part: str = column("string", "review or plan")
    section: list[str] = optional("list<string>", "headings above it")
    item_no: str | None = optional("string", "number as written")
    text: str = column("string", "its text as published")
    lead_units: list[str] = optional("list<string>", "units that lead; an empty list, not null, where none is told")
    support_units: list[str] = optional("list<string>", "units that help")
    support_text: str | None = optional("string", "supporting units as written")
    officials: list[str] = optional("list<string>", "leading officials as written")
    deadline: str | None = optional("string", "deadline as written")
    char_start: int = column("int32", "first character in the decoded text")
    char_end: int = column("int32", "end of the span, half-open")
    refused: str | None = optional("string", "why its numbers do not count: repeated_passage, foreign_article, glossary, site_noise")
    jurisdiction: str | None = optional("string", "name of the place, as of today's list")


@dataclass(slots=True, kw_only=True)
class DocumentRow:
    """One source; one row of the table ``documents``."""

    doc_id: str = column("string", "stable key: the file name without its ending; figures:… for a source of published figures")
    title: str | None = optional("string", "title")
    issuer: str | None = optional("string", "who issued it")
    number: str | None = optional("string", "document number: 鄞政办发〔2024〕2号")
    published: str | None = optional("string", "date of publication, ISO 8601 as far as known")
    doc_type: str = column("string", "work_report, task_breakdown, livelihood_projects, plan_report, bulletin, progress_report or statistics")
    jurisdiction_code: str = column("string", "GB/T 2260 code as of today's list")
    jurisdiction: str = column("string", "name as of today's list")
    code_in_year: str = column("string", "code of its time: 330222 for 慈溪县 of 1985")
    year: int = column("int16", "year that it plans (for statistics: that it tells of)")
    coverage: str = column(
        "string", "full or partial: whether all of the document is there; what a place tells in a year stands in the view coverage"
    )
    partial_parts: list[str] = optional("list<string>", "parts that are incomplete: review, plan; silence there says nothing")
    gaps: str | None = optional("string", "what is missing")
    url: str | None = optional("string", "where it was published")
    file: str | None = optional("string", "file name")
    sha256: str | None = optional("string", "SHA-256 of the file")
    encoding: str | None = optional("string", "encoding that it was read in")
    inferred: list[str] = optional("list<string>", "facts read from title, text or file name instead of the sources table")
    text: str | None = optional("string", "decoded text, line ends made LF; spans count its characters")
    warnings: list[str] = optional("list<string>", "what is odd about it as a whole, each with its name in front (docs/guards.md)")
    found_in: list[str] = optional("list<string>", "where each inferred fact was found: year: title; doc_type: speech")
    index_number: str | None = optional("string", "number under which a portal files it: 索引号")
