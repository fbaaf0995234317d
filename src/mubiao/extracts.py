"""From one file to everything that its documents state: read, outline, observe, correct."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from mubiao.errors import ReadError
from mubiao.model import Document, Facts
from mubiao.observe.document_rows import task_row
from mubiao.observe.guards import with_warnings
from mubiao.observe.observe import Observed, observe
from mubiao.outline.coverage import with_coverage
from mubiao.outline.outline import outline
from mubiao.read.archive import NOT_READ
from mubiao.read.document import read_documents
from mubiao.rows import TaskRow
from mubiao.tables.corrected import corrected, with_lost
from mubiao.tables.corrections import Correction
from mubiao.tables.schema import check_observations

Read = tuple[Document, list[TaskRow], Observed]


def read_and_observe(path: Path, facts: Facts, sha256: str | None = None, name: str | None = None) -> list[Read]:
    """Read one file and everything that its documents state.

    Raises:
        ReadError: it cannot be read, or nobody can tell of a document whose it is or for which year.
    """
    read, unknown = read_known(path, facts, sha256, name)
    if unknown:
        raise ReadError(unknown[0])
    return read


def read_known(
    path: Path, facts: Facts, sha256: str | None = None, name: str | None = None, corrections: Sequence[Correction] = ()
) -> tuple[list[Read], list[str]]:
    """The same for a file of several documents, of which one that nobody can book does not lose the others.

    Returns:
        What was read, and a line for each document whose place or year nobody can tell, and for each file of an archive that is not used.

    Raises:
        ReadError: the file cannot be read, or none of its documents can be booked.
    """
    told = [(document, _unknown(document, path)) for document in read_documents(path, facts, sha256, name)]
    unknown = [reason for _, reason in told if reason]
    if len(unknown) == len(told):
        raise ReadError(unknown[0])
    unread = [f"{path}: {line.removeprefix(NOT_READ)}" for document, _ in told for line in document.facts.warnings if line.startswith(NOT_READ)]
    return [_observed(document, corrections) for document, reason in told if not reason], unknown + unread


def _unknown(document: Document, path: Path) -> str:
    """What nobody can tell of a document, "" where place and year are known."""
    which = f", document {document.doc_id.partition('#')[2]}" if "#" in document.doc_id else ""
    if document.facts.jurisdiction_code is None:
        return f"{path}: cannot tell whose document it is{which}; give it a line in sources.toml, or mubiao extract --jurisdiction"
    if document.facts.year is None:
        return f"{path}: cannot tell the year{which}; give it a line in sources.toml, or mubiao extract --year"
    return ""


def _observed(document: Document, corrections: Sequence[Correction]) -> Read:
    tasks = outline(document)
    document = with_coverage(document, tasks)
    observed = observe(document, tasks)
    own = [one for one in corrections if one.doc_id == document.doc_id]
    found = corrected(document, observed.observations, own)
    observed.observations, observed.refusals = found.rows, observed.refusals + found.refusals
    document = with_lost(with_warnings(document, observed.observations), found)
    check_observations(observed.observations, {document.doc_id: document.text})
    return document, [task_row(document, number, task) for number, task in enumerate(tasks)], observed
