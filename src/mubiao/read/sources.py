"""The sources table beside the documents: title, issuer, number, dates, type, jurisdiction, coverage, hash."""

from __future__ import annotations

import tomllib
from dataclasses import fields
from pathlib import Path
from typing import Any

from mubiao.errors import SourceError
from mubiao.model import DOCUMENT_TYPES, Facts

FILE = "sources.toml"
COVERAGE = ("full", "partial")
OWN = {field.name for field in fields(Facts)} - {"inferred"} | {"file", "sha256"}


def read_sources(folder: Path) -> dict[str, tuple[Facts, str | None]]:
    """File name -> facts and SHA-256, from ``sources.toml`` in a folder; empty where there is none.

    Raises:
        SourceError: not TOML, a field that does not exist, or a value that is not allowed; names file and entry.
    """
    path = folder / FILE
    if not path.exists():
        return {}
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8")).get("document", [])
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SourceError(f"{path}: {error}") from error
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise SourceError(f"{path}: wants one [[document]] for each file")
    known = {str(entry.get("file")): _entry(path, entry) for entry in entries}
    if len(known) < len(entries):
        raise SourceError(f"{path}: a file has two entries")
    return known


def _entry(path: Path, entry: dict[str, Any]) -> tuple[Facts, str | None]:
    where = f"{path}, {entry.get('file', 'an entry without file')}"
    if "file" not in entry:
        raise SourceError(f"{where}: every [[document]] needs a file")
    if unknown := sorted(set(entry) - OWN):
        raise SourceError(f"{where}: unknown field {unknown[0]}; known are {', '.join(sorted(OWN))}")
    if entry.get("doc_type", "work_report") not in DOCUMENT_TYPES:
        raise SourceError(f"{where}: doc_type must be one of {', '.join(DOCUMENT_TYPES)}")
    if entry.get("coverage", "full") not in COVERAGE:
        raise SourceError(f"{where}: coverage must be full or partial")
    if not isinstance(entry.get("year", 0), int):
        raise SourceError(f"{where}: year must be a number")
    if not set(entry.get("partial_parts", [])) <= {"review", "plan"}:
        raise SourceError(f"{where}: partial_parts may hold review and plan")
    known: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in entry.items() if name not in ("file", "sha256")
    }
    return Facts(**known), entry.get("sha256")
