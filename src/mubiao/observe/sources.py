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
        document.doc_id, facts.title, facts.issuer, facts.number, facts.published, facts.doc_type or "", place.code, place.name,
        gazetteer().code_in_year(place, year), year, facts.coverage or "full", list(facts.partial_parts), facts.gaps, facts.url, document.path, document.sha256,
        document.encoding, list(facts.inferred), document.text,
    )  # fmt: skip


def task_row(document: Document, number: int, task: Task) -> TaskRow:
    """The row of a task; its text runs from its first cell to its last."""
    start, end = document.folded.span(task.spans[0][0], task.spans[-1][1])
    return TaskRow(
        task_id(document, number), document.doc_id, document.facts.jurisdiction_code or "", document.facts.year or 0, task.kind, task.part,
        list(task.section), task.item_no or None, document.text[start:end], task.lead_units, task.support_units, task.support_text, task.officials,
        task.deadline, start, end, task.refused or None,
    )  # fmt: skip
