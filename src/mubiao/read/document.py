"""Read one file into a Document."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path, PurePosixPath

from mubiao.errors import ReadError
from mubiao.model import Document, Facts
from mubiao.read import identify
from mubiao.read.decode import MAX_BYTES, decode
from mubiao.read.docx import read_docx
from mubiao.read.fold import fold
from mubiao.read.places import gazetteer

SUFFIXES = (".txt", ".text", ".md", ".docx")
NOT_READ = (".pdf", ".doc", ".wps", ".rtf", ".odt", ".html", ".htm", ".xls", ".xlsx")  # documents, but of kinds that nobody here can read yet


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


def read_document(path: Path, facts: Facts | None = None, sha256: str | None = None, name: str | None = None) -> Document:
    """Read, decode, fold and identify a document.

    Args:
        path: a text or DOCX file.
        name: its path inside the raw folder; the name of the file where not given. The key of the document is made of it.
        facts: what is known already; the rest is read from the text and the file name and listed in ``inferred``.
        sha256: what the content must hash to, None where nobody wrote it down.

    Raises:
        ReadError: the file cannot be read, or is not the one that the sources table describes.
    """
    data = read_bytes(path)
    digest = hashlib.sha256(data).hexdigest()
    if sha256 and digest != sha256.lower():
        raise ReadError(f"{path}: the content is not the one in the sources table (SHA-256 differs)")
    if path.suffix.lower() == ".docx" or data.startswith(b"PK\x03\x04"):
        text, encoding = read_docx(data, str(path)), "docx"
    else:
        text, encoding = decode(data, str(path))
    folded = fold(text)
    inside = PurePosixPath(name or path.name)
    known = identified(folded.text, str(inside), facts or Facts())
    return Document(str(inside.with_suffix("")), str(inside), text, folded, encoding, digest, known)


def identified(text: str, name: str, facts: Facts) -> Facts:
    """Facts with the gaps filled from title, speech line, headings, file name and text.

    What is given always holds; where the document itself says otherwise, that is a warning.
    """
    kind = None if facts.doc_type else identify.doc_type(text, name)
    year, place = identify.year(text, name), identify.place(text, name)
    found: dict[str, object] = {}
    told: dict[str, str] = {}
    for field, given, read in (("doc_type", facts.doc_type, kind), ("year", facts.year, year), ("jurisdiction_code", facts.jurisdiction_code, place)):
        if given is None and read is not None:
            found[field] = read.value.code if field == "jurisdiction_code" else read.value
            told[field] = read.where
    if facts.title is None:
        found["title"] = identify.title(text, name)
    if facts.jurisdiction_code is not None and facts.jurisdiction_code not in gazetteer().by_code:
        raise ReadError(f"{name}: no jurisdiction has the code {facts.jurisdiction_code}")
    return replace(
        facts,
        **found,  # type: ignore[arg-type]
        inferred=tuple(sorted(found)),
        found_in=tuple(f"{field}: {where}" for field, where in sorted(told.items())),
        warnings=identify.doubts(facts, name, year, place),
    )
