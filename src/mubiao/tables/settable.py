"""Which fields of rows people may set, and to what: a value as its column has it, out of a cell or of JSON."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any

from mubiao.errors import SourceError, Wrong
from mubiao.lexicon.loader import COMPARATORS
from mubiao.lexicon.vocabulary import MEASURES, vocabulary
from mubiao.read.entered_units import parse_unit
from mubiao.read.own import NUMBER, YEARS, cut, unseen
from mubiao.read.places import gazetteer
from mubiao.rows import Observation

FIXED = ("observation_id", "doc_id", "task_id", "jurisdiction", "indicator_key", "indicator_stem", "char_start", "char_end", "corrected",
         "signed_value", "source_kind", "confidence", "rules", "theme", "doc_type")  # fmt: skip
KINDS = {field.name: field.metadata["type"] for field in fields(Observation)}
SETTABLE = tuple(name for name in KINDS if name not in FIXED)
WORDS = {"measure": MEASURES, "comparator": COMPARATORS, "stage": ("target", "result"), "role": ("core", "sub", "stretch"),
         "status": ("", "estimate", "preliminary", "revised"), "action_kind": ("", "add", "make", "change", "reach"),
         "activity": ("", "started", "finished", "mixed", "renewed", "extended"),
         "relation": ("", "with", "above", "below", "at_least", "at_most", "set", "share", "trend", "fulfilment", "of_earlier")}  # fmt: skip
NEEDED = ("indicator", "value", "unit", "stage", "year")


def typed(name: str, text: str, where: str) -> Any:
    """A value of a field as its column has it; empty is null."""
    if name in WORDS and text not in WORDS[name]:
        raise SourceError(f"{where}, value: {cut(text)} is none of {', '.join(filter(None, WORDS[name]))}")
    if name == "indicator" and not text.strip():
        raise SourceError(f"{where}, value: an indicator is empty")
    if sign := unseen(text) or ("\n" if len(text.splitlines()) > 1 else ""):
        raise SourceError(f"{where}, value: holds the sign U+{ord(sign):04X} in {name}, which no row has; drop it")
    if name in ("indicator_id", "reference_id") and text and text not in vocabulary().by_id:
        raise SourceError(f"{where}, value: no indicator has the id {cut(text)}")
    if (name == "jurisdiction_code" or (name == "reference_code" and text)) and text not in gazetteer().by_code:
        raise SourceError(f"{where}, value: no jurisdiction has the code {cut(text)}")
    if name == "unit" and text and not _is_told_in(text):
        raise SourceError(f"{where}, value: {cut(text)} is no unit that rows are told in; put its magnitude into the value")
    kind = KINDS[name]
    if text and kind.startswith(("int", "double")) and not NUMBER.fullmatch(text):
        raise SourceError(f"{where}, value: {cut(text)} is no number")
    if name in ("year", "period_start") and not (text.isdigit() and int(text) in YEARS):
        raise SourceError(f"{where}, value: {cut(text)} is no year")
    if name == "sign" and text not in ("1", "-1"):
        raise SourceError(f"{where}, value: {cut(text)} is no sign; write 1 or -1")
    try:
        if kind.startswith("list"):
            return [part.strip() for part in text.split(";") if part.strip()]
        if kind == "bool":
            return {"true": True, "false": False}[text.lower()]
        if kind.startswith("int"):
            return int(text)
        return (float(text) if text else None) if kind == "double" else text or None
    except (ValueError, KeyError) as error:
        raise SourceError(f"{where}, value: {cut(text)} does not fit the column {name} ({kind})") from error


def _is_told_in(text: str) -> bool:
    """Whether rows are told in a unit: 元, %, 元/月, but not 亿元."""
    try:
        scale, unit = parse_unit(text)
    except KeyError:
        return False
    return scale == 1 and unit == text


def shown(value: Any) -> str:
    """A field's value as the file writes it.

    >>> shown(5.0), shown(None), shown(["市发改委", "市统计局"]), shown(True)
    ('5', '', '市发改委;市统计局', 'true')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return f"{value:.15g}"
    return ";".join(value) if isinstance(value, list) else str(value)


def fields_to_add(text: str, where: str) -> dict[str, Any]:
    """The columns of a row to add, as the JSON of its line gives them.

    Raises:
        SourceError: no object with the columns that a row needs, a column twice, or a value that is none of its column.
    """
    try:
        given = json.loads(text, object_pairs_hook=_once)
    except (ValueError, RecursionError):
        given = None
    if not isinstance(given, dict) or any(name not in given for name in NEEDED) or any(name not in SETTABLE for name in given):
        raise SourceError(f"{where}, value: a row to add is a JSON object with {', '.join(NEEDED)} and other columns, each once")
    if odd := next((name for name, value in given.items() if not _fits(KINDS[name], value)), None):
        raise SourceError(f"{where}, value: {cut(given[odd])} does not fit the column {odd} ({KINDS[odd]})")
    found, wrong = {}, Wrong()
    for name, value in given.items():
        with wrong:
            found[name] = typed(name, shown(value), where)
    wrong.end()
    return found


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object of which no name stands twice, where the last would win in silence."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a name stands twice")
    return found


def _fits(kind: str, value: object) -> bool:
    """Whether a value of JSON can be one of a column: no list or object in the place of a text."""
    if kind.startswith("list"):
        return isinstance(value, list) and all(isinstance(part, str) and ";" not in part for part in value)
    return value is None or isinstance(value, str | int | float)
