"""The sources table beside the documents: title, issuer, number, dates, type, jurisdiction, coverage, hash."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any

from mubiao.errors import SourceError
from mubiao.model import DOCUMENT_TYPES, Facts
from mubiao.read.own import YEARS, cut, is_address, is_date, text_of, unseen

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
LONGEST = 10_000  # characters of a line
NESTED = re.compile(r"(?:\.\s*[\w\"'-]+\s*){20}")  # a.b.c…: of 4,000 such names a line takes the parser a tenth of a second
NOTES = {"licence", "retrieved"}  # for people who use the files again; no table holds them
OWN = {field.name for field in fields(Facts)} - {"inferred", "found_in", "warnings"} | {"file", "sha256"} | NOTES


def read_sources(folder: Path) -> dict[str, tuple[Facts, str | None]]:
    """File name -> facts and SHA-256, from ``sources.toml`` in a folder; empty where there is none.

    Raises:
        SourceError: not TOML, a table or field that does not exist, or a value that is not allowed; names file and entry.
    """
    path = folder / FILE
    if not path.exists():
        return {}
    text = text_of(path)
    for number, line in enumerate(text.splitlines(), 1):
        if len(line) > LONGEST:
            raise SourceError(f"{path}, line {number}: has {len(line):,} characters; at most {LONGEST:,}")
        if line.count(".") >= 20 and NESTED.search(line):
            raise SourceError(f"{path}, line {number}: names nested too deep")
    try:
        tables = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise SourceError(f"{path}: {str(error) or 'nested too deep'}") from error
    if other := sorted(set(tables) - {"document"}):
        raise SourceError(f"{path}: unknown table {cut(other[0])}; wants one [[document]] for each file")
    entries = tables.get("document", [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise SourceError(f"{path}: wants one [[document]] for each file")
    known: dict[str, tuple[Facts, str | None]] = {}
    for entry in entries:
        facts = _entry(path, entry)
        if known.setdefault(entry["file"], facts) is not facts:
            raise SourceError(f"{path}: {cut(entry['file'])} has two entries; keep one")
    return known


def _entry(path: Path, entry: dict[str, Any]) -> tuple[Facts, str | None]:
    where = f"{path}, {cut(entry.get('file', 'an entry without file'))}"
    if "file" not in entry:
        raise SourceError(f"{where}: every [[document]] needs a file")
    if unknown := sorted(set(entry) - OWN):
        raise SourceError(f"{where}: unknown field {cut(unknown[0])}; known are {', '.join(sorted(OWN))}")
    for name, value in entry.items():
        if name not in ("year", "partial_parts") and not isinstance(value, str):
            raise SourceError(f"{where}: {name} must be a text in quotes")
        if isinstance(value, str) and (sign := unseen(value)):
            raise SourceError(f"{where}: {name} holds the sign U+{ord(sign):04X}, which nobody sees; drop it")
    if entry.get("doc_type", "work_report") not in DOCUMENT_TYPES:
        raise SourceError(f"{where}: doc_type must be one of {', '.join(DOCUMENT_TYPES)}")
    if entry.get("coverage", "full") not in COVERAGE:
        raise SourceError(f"{where}: coverage must be full or partial")
    if "year" in entry and (type(entry["year"]) is not int or entry["year"] not in YEARS):
        raise SourceError(f"{where}: year must be a number from {YEARS[0]} to {YEARS[-1]}")
    if not CODE.fullmatch(entry.get("jurisdiction_code", "330200")):
        raise SourceError(f"{where}: jurisdiction_code must be a GB/T 2260 code like 330200")
    for name, (is_so, what) in FORMS.items():
        if name in entry and not is_so(entry[name]):
            raise SourceError(f"{where}: {name} {cut(entry[name])} is {what}")
    parts = entry.get("partial_parts", [])
    if not isinstance(parts, list) or not all(part in PARTS for part in parts):
        raise SourceError(f"{where}: partial_parts is a list that may hold {' and '.join(PARTS)}")
    known: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in entry.items() if name not in ("file", "sha256", *NOTES)
    }
    return Facts(**known), entry.get("sha256")
