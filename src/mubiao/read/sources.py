"""The sources table beside the documents: title, issuer, number, dates, type, jurisdiction, coverage, hash."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

from mubiao.errors import SourceError
from mubiao.lexicon.layers import parsed
from mubiao.model import DOCUMENT_TYPES, PARTS, Facts
from mubiao.read.own import YEARS, Wrong, composed, cut, is_address, is_date, text_of, unseen

FILE = "sources.toml"
COVERAGE = ("full", "partial")
CODE = re.compile(r"[1-9][0-9]{5}")
OUTSIDE = re.compile(r"^(?:[/\\]|~/|[A-Za-z]:[/\\])|(?:^|[/\\])\.\.(?:[/\\]|$)")  # of a path
HEAD = "[[document]]"
HEADS = re.compile(r"\s*\[\[\s*[\"']?document[\"']?\s*\]\]")
FIELD = re.compile(r"\s*[\"']?([\w-]+)[\"']?\s*=")
MARKS = re.compile(r"\"{3}|'{3}")  # around a text of several lines
DIGEST = re.compile(r"[0-9a-fA-F]{64}")
FORMS: dict[str, tuple[Callable[[str], object], str]] = {
    "sha256": (DIGEST.fullmatch, "no SHA-256"),
    "published": (is_date, "no date like 2026-01-31"),
    "url": (is_address, "no address like https://www.ningbo.gov.cn"),
}
NOTES = {"licence", "retrieved"}  # for people who use the files again; no table holds them
OWN = {field.name for field in fields(Facts)} - {"inferred", "found_in", "warnings"} | {"file", "sha256"} | NOTES


def read_sources(folder: Path) -> dict[str, tuple[Facts, str | None]]:
    """File name (composed, NFC) -> facts and SHA-256, from ``sources.toml`` in a folder; empty where there is none.

    Raises:
        SourceError: not TOML, a table or field that does not exist, or a value that is not allowed; names file, line and entry of each.
    """
    path = folder / FILE
    if not path.exists():
        return {}
    text = text_of(path)
    try:
        tables = parsed(text)
    except ValueError as error:
        raise SourceError(f"{path}: {error}") from error
    if other := sorted(set(tables) - {"document"}):
        raise SourceError(f"{path}: unknown table {cut(other[0])}; wants one [[document]] for each file")
    entries = tables.get("document", [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise SourceError(f"{path}: wants one [[document]] for each file")
    known: dict[str, tuple[Facts, str | None]] = {}
    wrong = Wrong(path)
    for number, (entry, lines) in enumerate(zip(entries, _lines(text, len(entries)), strict=True), 1):
        with wrong:
            named = cut(entry.get("file", f"entry {number} without file"))
            if faults := list(_wrong(entry)):
                raise SourceError(*(f"{path}{lines.get(field, lines[HEAD])}, {named}: {message}" for field, message in faults))
            if known.setdefault(composed(entry["file"]), facts := _facts(entry)) is not facts:
                raise SourceError(f"{path}{lines.get('file', lines[HEAD])}: {named} has two entries; keep one")
    wrong.end()
    return known


def _lines(text: str, entries: int) -> Iterator[dict[str, str]]:
    """Of each entry where its head and its fields stand (", line 3"), as far as that can be told: the parser of TOML does not tell."""
    found: list[dict[str, str]] = []
    within = ""  # a text of several lines
    for number, line in enumerate(text.splitlines(), 1):
        if not within and HEADS.match(line):
            found.append({HEAD: f", line {number}"})
        elif not within and found and (field := FIELD.match(line)):
            found[-1].setdefault(field[1], f", line {number}")
        for mark in MARKS.findall(line):
            within = mark if not within else "" if mark == within else within
    yield from found if len(found) == entries else [{HEAD: ""}] * entries


def _facts(entry: dict[str, Any]) -> tuple[Facts, str | None]:
    known: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in entry.items() if name not in ("file", "sha256", *NOTES)
    }
    return Facts(**known), entry.get("sha256")


def _wrong(entry: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Field and what is wrong with it, for each of an entry; of one that is no text, or is not known, nothing more is asked."""
    if "file" not in entry:
        yield "file", "every [[document]] needs a file"
    for name in sorted(set(entry) - OWN):
        yield name, f"unknown field {cut(name)}; known are {', '.join(sorted(OWN))}"
    texts = {name: value for name, value in entry.items() if name in OWN and name not in ("year", "partial_parts")}
    for name, value in list(texts.items()):
        if not isinstance(value, str):
            yield name, f"{name} must be a text in quotes"
            del texts[name]
        elif sign := unseen(value):
            yield name, f"{name} holds the sign U+{ord(sign):04X}, which nobody sees; drop it"
            del texts[name]
    if OUTSIDE.search(texts.get("file", "")):
        yield "file", "file leads out of the folder; name it by its path in there, like 2024/report.txt"
    if texts.get("doc_type", "work_report") not in DOCUMENT_TYPES:
        yield "doc_type", f"doc_type must be one of {', '.join(DOCUMENT_TYPES)}"
    if texts.get("coverage", "full") not in COVERAGE:
        yield "coverage", "coverage must be full or partial"
    if "year" in entry and (type(entry["year"]) is not int or entry["year"] not in YEARS):
        yield "year", f"year must be a number from {YEARS[0]} to {YEARS[-1]}"
    if not CODE.fullmatch(texts.get("jurisdiction_code", "330200")):
        yield "jurisdiction_code", "jurisdiction_code must be a GB/T 2260 code like 330200"
    for name, (is_so, what) in FORMS.items():
        if name in texts and not is_so(texts[name]):
            yield name, f"{name} {cut(texts[name])} is {what}"
    parts = entry.get("partial_parts", [])
    if not isinstance(parts, list) or not all(part in PARTS for part in parts):
        yield "partial_parts", f"partial_parts is a list that may hold {' and '.join(PARTS)}"
