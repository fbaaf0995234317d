"""The sources table beside the documents: title, issuer, number, dates, type, jurisdiction, coverage, hash."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

from mubiao.errors import SourceError
from mubiao.lexicon.loader import parsed
from mubiao.model import DOCUMENT_TYPES, Facts
from mubiao.read.own import YEARS, Wrong, cut, is_address, is_date, text_of, unseen

FILE = "sources.toml"
COVERAGE = ("full", "partial")
PARTS = ("review", "plan")
CODE = re.compile(r"[1-9][0-9]{5}")
DIGEST = re.compile(r"[0-9a-fA-F]{64}")
FORMS: dict[str, tuple[Callable[[str], object], str]] = {
    "sha256": (DIGEST.fullmatch, "no SHA-256"),
    "published": (is_date, "no date like 2026-01-31"),
    "url": (is_address, "no address like https://www.ningbo.gov.cn"),
}
NOTES = {"licence", "retrieved"}  # for people who use the files again; no table holds them
OWN = {field.name for field in fields(Facts)} - {"inferred", "found_in", "warnings"} | {"file", "sha256"} | NOTES


def read_sources(folder: Path) -> dict[str, tuple[Facts, str | None]]:
    """File name -> facts and SHA-256, from ``sources.toml`` in a folder; empty where there is none.

    Raises:
        SourceError: not TOML, a table or field that does not exist, or a value that is not allowed; names file and entry of each.
    """
    path = folder / FILE
    if not path.exists():
        return {}
    try:
        tables = parsed(text_of(path))
    except ValueError as error:
        raise SourceError(f"{path}: {error}") from error
    if other := sorted(set(tables) - {"document"}):
        raise SourceError(f"{path}: unknown table {cut(other[0])}; wants one [[document]] for each file")
    entries = tables.get("document", [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise SourceError(f"{path}: wants one [[document]] for each file")
    known: dict[str, tuple[Facts, str | None]] = {}
    wrong = Wrong(path)
    for number, entry in enumerate(entries, 1):
        with wrong:
            facts = _entry(f"{path}, {cut(entry.get('file', f'entry {number} without file'))}", entry)
            if known.setdefault(entry["file"], facts) is not facts:
                raise SourceError(f"{path}: {cut(entry['file'])} has two entries; keep one")
    wrong.end()
    return known


def _entry(where: str, entry: dict[str, Any]) -> tuple[Facts, str | None]:
    if wrong := list(_wrong(entry)):
        raise SourceError(*(f"{where}: {message}" for message in wrong))
    known: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in entry.items() if name not in ("file", "sha256", *NOTES)
    }
    return Facts(**known), entry.get("sha256")


def _wrong(entry: dict[str, Any]) -> Iterator[str]:
    """What is wrong with an entry, field by field; of one that is no text, or is not known, nothing more is asked."""
    if "file" not in entry:
        yield "every [[document]] needs a file"
    for name in sorted(set(entry) - OWN):
        yield f"unknown field {cut(name)}; known are {', '.join(sorted(OWN))}"
    texts = {name: value for name, value in entry.items() if name in OWN and name not in ("year", "partial_parts")}
    for name, value in list(texts.items()):
        if not isinstance(value, str):
            yield f"{name} must be a text in quotes"
            del texts[name]
        elif sign := unseen(value):
            yield f"{name} holds the sign U+{ord(sign):04X}, which nobody sees; drop it"
            del texts[name]
    if texts.get("doc_type", "work_report") not in DOCUMENT_TYPES:
        yield f"doc_type must be one of {', '.join(DOCUMENT_TYPES)}"
    if texts.get("coverage", "full") not in COVERAGE:
        yield "coverage must be full or partial"
    if "year" in entry and (type(entry["year"]) is not int or entry["year"] not in YEARS):
        yield f"year must be a number from {YEARS[0]} to {YEARS[-1]}"
    if not CODE.fullmatch(texts.get("jurisdiction_code", "330200")):
        yield "jurisdiction_code must be a GB/T 2260 code like 330200"
    for name, (is_so, what) in FORMS.items():
        if name in texts and not is_so(texts[name]):
            yield f"{name} {cut(texts[name])} is {what}"
    parts = entry.get("partial_parts", [])
    if not isinstance(parts, list) or not all(part in PARTS for part in parts):
        yield f"partial_parts is a list that may hold {' and '.join(PARTS)}"
