"""Documents and tasks -> their rows beside the observations."""

from __future__ import annotations

from mubiao.model import Document, Task
from mubiao.read.places import gazetteer
from mubiao.rows import DocumentRow, TaskRow


def task_id(document: Document, number: int) -> str:
    """Key of the task that stands at a place in a document's list of tasks."""
    return f"{document.doc_id}:{number:04d}"


def document_row(document: Document) -> DocumentRow:
    """The row of a document whose jurisdiction, year and type are known."""
    facts = document.facts
    place = gazetteer().by_code[facts.jurisdiction_code or ""]
    year = facts.year or 0
    return DocumentRow(
        doc_id=document.doc_id,
        title=facts.title,
        issuer=facts.issuer,
        number=facts.number,
        published=facts.published,
        doc_type=facts.doc_type or "",
        jurisdiction_code=place.code,
        jurisdiction=place.name,
        code_in_year=gazetteer().code_in_year(place, year),
        year=year,
        coverage=facts.coverage or "full",
        partial_parts=list(facts.partial_parts),
        gaps=facts.gaps,
        url=facts.url,
        file=document.path,
        sha256=document.sha256,
        encoding=document.encoding,
        inferred=list(facts.inferred),
        text=document.text,
        warnings=list(facts.warnings),
        index_number=facts.index_number,
        found_in=list(facts.found_in),
    )


def task_row(document: Document, number: int, task: Task) -> TaskRow:
    """The row of a task; its text runs from its first cell to its last."""
    start, end = document.folded.span(task.spans[0][0], task.spans[-1][1])
    return TaskRow(
        task_id=task_id(document, number),
        doc_id=document.doc_id,
        jurisdiction_code=document.facts.jurisdiction_code or "",
        year=document.facts.year or 0,
        kind=task.kind,
        part=task.part,
        section=list(task.section),
        item_no=task.item_no or None,
        text=document.text[start:end],
        lead_units=task.lead_units,
        support_units=task.support_units,
        support_text=task.support_text,
        officials=task.officials,
        deadline=task.deadline,
        char_start=start,
        char_end=end,
        refused=task.refused or None,
        jurisdiction=gazetteer().by_code[document.facts.jurisdiction_code or ""].name,
    )
