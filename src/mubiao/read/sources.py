"""The sources table beside the documents: title, issuer, number, dates, type, jurisdiction, coverage, hash."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

from mubiao.errors import SourceError, Wrong
from mubiao.lexicon.written import Section, parsed, sections
from mubiao.model import DOCUMENT_TYPES, PARTS, Facts
from mubiao.read.own import YEARS, composed, cut, is_address, is_date, is_there, text_of, unseen
from mubiao.read.places import gazetteer

FILE = "sources.toml"
COVERAGE = ("full", "partial")
CODE, EXAMPLE = re.compile(r"[1-9][0-9]{5}"), "330200"
OUTSIDE = re.compile(r"^(?:[/\\]|~/|[A-Za-z]:[/\\])|(?:^|[/\\])\.\.(?:[/\\]|$)")  # of a path
TABLE = "document"
DIGEST = re.compile(r"[0-9a-fA-F]{64}")
FORMS: dict[str, tuple[Callable[[str], object], str]] = {
    "sha256": (DIGEST.fullmatch, "no SHA-256"),
    "published": (is_date, "no date like 2026-01-31"),
    "url": (is_address, "no address like https://www.ningbo.gov.cn"),
}
LONG = ("gaps", "licence")  # texts of several lines
NOTES = {"licence", "retrieved"}  # for people who use the files again; no table holds them
OWN = {field.name for field in fields(Facts)} - {"inferred", "found_in", "warnings"} | {"file", "sha256"} | NOTES


def read_sources(folder: Path) -> dict[str, tuple[Facts, str | None]]:
    """File name (composed, NFC) -> facts and SHA-256, from ``sources.toml`` in a folder; empty where there is none.

    Raises:
        SourceError: not TOML, a table or field that does not exist, or a value that is not allowed; names file, line and entry of each.
    """
    path = folder / FILE
    if not is_there(path):
        return {}
    text = text_of(path)
    try:
        tables, again = parsed(text)
    except ValueError as error:
        raise SourceError(f"{path}, {error}") from error
    wrong = Wrong(path)
    wrong.lines += [f"{path}, line {line}: {cut(key)} stands twice in an entry; keep one" for line, key in again]
    heads = sections(text)
    for other in sorted(set(tables) - {TABLE}):
        line = next((one.line for one in heads if one.name.partition(".")[0] == other), heads[0].keys.get(other, 1))
        wrong.lines.append(f"{path}, line {line}: unknown table {cut(other)}; wants one [[document]] for each file")
    entries = tables.get(TABLE, [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        line = next((one.line for one in heads if one.name == TABLE), heads[0].keys.get(TABLE, 1))
        raise SourceError(*wrong.lines, f"{path}, line {line}: wants one [[document]] for each file")
    known: dict[str, tuple[Facts, str | None]] = {}
    for number, (entry, stands) in enumerate(zip(entries, _stand(heads, len(entries)), strict=True), 1):
        with wrong:
            named = cut(entry.get("file", f"entry {number} without file"))
            if faults := list(_faults(entry)):
                raise SourceError(*(f"{path}{stands(field)}, {named}: {message}" for field, message in faults))
            if known.setdefault(composed(entry["file"]), facts := _facts(entry)) is not facts:
                raise SourceError(f"{path}{stands('file')}: {named} has two entries; keep one")
    wrong.end()
    return known


def where_named(folder: Path) -> dict[str, str]:
    """File name -> where the sources table names it: file and line."""
    text = text_of(folder / FILE)
    entries = parsed(text)[0].get(TABLE, [])
    return {composed(entry["file"]): FILE + stands("file") for entry, stands in zip(entries, _stand(sections(text), len(entries)), strict=True)}


def _stand(heads: Sequence[Section], entries: int) -> list[Callable[[str], str]]:
    """For each entry what tells where a field of it stands (", line 3"), as far as that can be told; else where the entry begins."""
    own = [head for head in heads if head.name == TABLE]
    if len(own) != entries:
        return [lambda _: ""] * entries
    return [lambda field, head=head: f", line {head.keys.get(field, head.line)}" for head in own]  # type: ignore[misc]


def _facts(entry: dict[str, Any]) -> tuple[Facts, str | None]:
    known: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in entry.items() if name not in ("file", "sha256", *NOTES)
    }
    return Facts(**known), entry.get("sha256")


def _faults(entry: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Field and what is wrong with it, for each of an entry; of one that is no text, or is not known, nothing more is asked."""
    if "file" not in entry or entry["file"] == "":
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
        elif name not in LONG and len(value.splitlines()) > 1:
            yield name, f"{name} holds the end of a line; write it in one"
            del texts[name]
    if OUTSIDE.search(texts.get("file", "")):
        yield "file", "file leads out of the folder; name it by its path in there, like 2024/report.txt"
    if texts.get("doc_type", "work_report") not in DOCUMENT_TYPES:
        yield "doc_type", f"doc_type must be one of {', '.join(DOCUMENT_TYPES)}"
    if texts.get("coverage", "full") not in COVERAGE:
        yield "coverage", "coverage must be full or partial"
    if "year" in entry and (type(entry["year"]) is not int or entry["year"] not in YEARS):
        yield "year", f"year must be a number from {YEARS[0]} to {YEARS[-1]}"
    code = texts.get("jurisdiction_code", EXAMPLE)
    if not CODE.fullmatch(code):
        yield "jurisdiction_code", f"jurisdiction_code must be a GB/T 2260 code like {EXAMPLE}"
    elif code not in gazetteer().by_code:
        yield "jurisdiction_code", f"no jurisdiction has the code {code}; a former code is told by the code of today"
    for name, (is_so, what) in FORMS.items():
        if name in texts and not is_so(texts[name]):
            yield name, f"{name} {cut(texts[name])} is {what}"
    parts = entry.get("partial_parts", [])
    if not isinstance(parts, list) or not all(part in PARTS for part in parts):
        yield "partial_parts", f"partial_parts is a list that may hold {' and '.join(PARTS)}"
