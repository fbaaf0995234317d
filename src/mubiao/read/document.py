"""Read one file into its documents."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path, PurePosixPath

from mubiao.errors import ReadError
from mubiao.model import Document, Facts
from mubiao.read import identify, speaker
from mubiao.read.doubts import doubts
from mubiao.read.flat_doubts import flat_doubts
from mubiao.read.fold import as_read, fold
from mubiao.read.identify import Fact
from mubiao.read.limits import MAX_BYTES
from mubiao.read.own import composed
from mubiao.read.page import Page
from mubiao.read.places import gazetteer
from mubiao.read.readers import read_pages

TOLD = ("title", "issuer", "number", "published", "index_number", "jurisdiction_code", "year", "doc_type", "url")  # what a file may tell of itself


def read_bytes(path: Path) -> bytes:
    """Content of a file.

    Raises:
        ReadError: missing, a folder, unreadable or too large.
    """
    if path.is_dir():
        raise ReadError(f"{path}: a folder; give a file")
    try:
        if path.stat().st_size > MAX_BYTES:
            raise ReadError(f"{path}: larger than {MAX_BYTES // 1_000_000} MB; split it")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise ReadError(f"{path}: no such file") from error
    except OSError as error:
        raise ReadError(f"{path}: cannot be read ({error.strerror})") from error


def read_documents(path: Path, facts: Facts | None = None, sha256: str | None = None, name: str | None = None) -> list[Document]:
    """Read, fold and identify the documents of a file: one, or one for each row of a sheet whose rows are documents.

    Args:
        path: a file of any kind in :data:`mubiao.read.readers.READERS`.
        name: its path inside the raw folder; the name of the file where not given. The keys of its documents are made of it.
        facts: what is known already; the rest is taken from what the file tells of itself, or read from its text and name, and listed
            in ``inferred``. Of several documents in one file each keeps the place and year that the file gives it.
        sha256: what the content must hash to, None where nobody wrote it down.

    Raises:
        ReadError: the file cannot be read, or is not the one that the sources table describes.
    """
    data = read_bytes(path)
    digest = hashlib.sha256(data).hexdigest()
    if sha256 and digest != sha256.lower():
        raise ReadError(f"{path}: the content is not the one in the sources table (SHA-256 differs)")
    inside = PurePosixPath(composed(name or path.name))
    return [_document(page, inside, digest, facts or Facts()) for page in read_pages(data, str(path))]


def _document(page: Page, inside: PurePosixPath, digest: str, facts: Facts) -> Document:
    folded = fold(page.text, page.joints)
    key = f"{inside.with_suffix('')}#{page.part}" if page.part else str(inside.with_suffix(""))
    known = identified(folded.text, as_read(_name(page, inside)), _with_own_facts(facts, page))
    known = replace(known, warnings=(*known.warnings, *page.remarks, *flat_doubts(page.text, page.joints, [table.span for table in page.tables])))
    return Document(key, str(inside), page.text, folded, page.encoding, digest, known, page.tables, page.notes, page.doubts)


def _name(page: Page, inside: PurePosixPath) -> str:
    """The name that tells most of a document: of its file, or, where that names no place, what the file calls itself."""
    own = page.part or str(inside)
    return own if page.part or speaker.names_place(own) else next(filter(speaker.names_place, page.called), own)


def _with_own_facts(facts: Facts, page: Page) -> Facts:
    """Facts with the gaps filled from what the file tells of itself."""
    own = {name: value for name in TOLD if (value := getattr(page.facts, name)) and (page.part or not getattr(facts, name))}
    where = tuple(f"{name}: the file's own fields" for name in own)
    return replace(facts, **own, inferred=tuple(sorted({*facts.inferred, *own})), found_in=(*facts.found_in, *where))


def identified(text: str, name: str, facts: Facts) -> Facts:
    """Facts with the gaps filled from title, speech line, headings, file name and text.

    What is given always holds; where the document itself says otherwise, that is a warning.
    """
    kind = None if facts.doc_type else identify.doc_type(text, name)
    year, place = identify.year(text, name), speaker.place(text, name)
    code = Fact(place.value.code, place.where) if place else None
    found: dict[str, object] = {}
    told: dict[str, str] = {}
    for field, given, read in (("doc_type", facts.doc_type, kind), ("year", facts.year, year), ("jurisdiction_code", facts.jurisdiction_code, code)):
        if given is None and read is not None:
            found[field], told[field] = read
    if facts.title is None:
        found["title"] = identify.title(text, name)
    if facts.jurisdiction_code is not None and facts.jurisdiction_code not in gazetteer().by_code:
        raise ReadError(f"{name}: no jurisdiction has the code {facts.jurisdiction_code}")
    return replace(
        facts,
        **found,  # type: ignore[arg-type]
        inferred=tuple(sorted({*facts.inferred, *found})),
        found_in=tuple(sorted((*facts.found_in, *(f"{field}: {where}" for field, where in told.items())))),
        warnings=(*facts.warnings, *doubts(text, facts, name, year, place)),
    )
