"""What kinds of documents there are, and what each tells."""

from __future__ import annotations

from dataclasses import dataclass

PARTS = ("review", "plan")  # of a document: what was done, and what is to be done


@dataclass(frozen=True, slots=True)
class DocumentType:
    """A kind of document; the words of its titles stand in lexicon/doctypes.toml, its label in present/labels.toml.

    Attributes:
        name: as the column doc_type has it.
        parts: review where it looks back, plan where it looks ahead; silence in a part says something.
        own_year: what it tells of is the year in its title, and not the year before.
        is_list: every item is a task with who is responsible.
    """

    name: str
    parts: tuple[str, ...] = PARTS
    own_year: bool = False
    is_list: bool = False


# Most special first: of two kinds that a title names, the one that stands first is meant.
DOCUMENT_TYPES = {
    kind.name: kind
    for kind in (
        DocumentType("bulletin", parts=("review",), own_year=True),
        DocumentType("progress_report", parts=("review",), own_year=True),
        DocumentType("task_breakdown", parts=("plan",), is_list=True),
        DocumentType("livelihood_projects", parts=("plan",), is_list=True),
        DocumentType("plan_report"),
        DocumentType("work_report"),
    )
}
DEFAULT_TYPE = "work_report"  # of a document that does not say what it is
