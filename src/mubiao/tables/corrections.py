"""The lines of ``data/review/corrections.csv``, which set fields of rows, drop rows and add rows; corrected.py applies them.

A correction says what it expects to find. Where that is gone, because the rules or the document changed, it is not applied: a wrong
correction would look like a right number. Who likes a file of their own puts it into the folder ``corrections`` beside.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from mubiao.errors import SourceError
from mubiao.lexicon.loader import COMPARATORS
from mubiao.lexicon.vocabulary import MEASURES, vocabulary
from mubiao.read.figures import parse_unit
from mubiao.read.own import NUMBER, YEARS, Wrong, check_row, composed, cut, is_date, rows_of, text_of, unseen, whole_rows
from mubiao.read.places import gazetteer
from mubiao.rows import Observation

FILE = "corrections.csv"
FOLDER = "corrections"  # of files like it, as one for each person
COLUMNS = ("doc_id", "char_start", "char_end", "observation_id", "field", "value", "expect", "reason", "who", "when")
SAID = ("quote", "indicator", "value_text")  # columns that a file may have besides: what the row said, by which it is found where its place changed
DROP, ADD = "drop", "add"
FIXED = ("observation_id", "doc_id", "task_id", "jurisdiction", "indicator_key", "indicator_stem", "char_start", "char_end", "corrected",
         "signed_value", "source_kind", "confidence", "rules", "theme", "doc_type")  # fmt: skip
KINDS = {field.name: field.metadata["type"] for field in fields(Observation)}
SETTABLE = tuple(name for name in KINDS if name not in FIXED)
WORDS = {"measure": MEASURES, "comparator": COMPARATORS, "stage": ("target", "result"), "role": ("core", "sub", "stretch"),
         "status": ("", "estimate", "preliminary", "revised"), "action_kind": ("", "add", "make", "change", "reach"),
         "activity": ("", "started", "finished", "mixed", "renewed", "extended"),
         "relation": ("", "with", "above", "below", "at_least", "at_most", "set", "share", "trend", "fulfilment", "of_earlier")}  # fmt: skip
PLACE = re.compile(r"[0-9]{1,9}")
NEEDED = ("indicator", "value", "unit", "stage", "year")


@dataclass(frozen=True, slots=True)
class Correction:
    """One line of the file; ``where`` names file and line, ``said`` what its row said (:data:`SAID`)."""

    where: str
    doc_id: str
    span: tuple[int, int] | None
    observation_id: str
    field: str
    value: str
    expect: str
    told: str
    said: tuple[str, ...] = ()


def read_corrections(folder: Path) -> list[Correction]:
    """The corrections in a folder; the same line twice, as when two people's files are put together, counts once.

    Raises:
        SourceError: a column is missing, or a line is wrong; names file, line and column of each.
    """
    found: dict[tuple[str, ...], Correction] = {}
    for path in [folder / FILE, *sorted((folder / FOLDER).glob("*.csv"))]:
        if path.exists():
            _take(path, path.relative_to(folder).as_posix(), found)
    return list(found.values())


def together(corrections: Iterable[Correction]) -> None:
    """Whether corrections may stand beside one another.

    Raises:
        SourceError: two say different things of one field of a row.
    """
    found: dict[tuple[str, ...], Correction] = {}
    for one in corrections:
        _put(one, found)


def _take(path: Path, name: str, found: dict[tuple[str, ...], Correction]) -> None:
    """Take in the corrections of a file."""
    text = text_of(path)
    reader = rows_of(text, str(path))
    if missing := [column for column in COLUMNS if column not in (reader.fieldnames or ())]:
        raise SourceError(f"{path}: the column {missing[0]} is missing; wanted are {', '.join(COLUMNS)}")
    wrong = Wrong(path)
    with wrong:
        for row in whole_rows(reader, len(text), str(path)):
            with wrong:
                check_row(row, f"{path}, line {reader.line_num}", fewer=True)
                _put(checked(row, f"{name}, line {reader.line_num}"), found)
    wrong.end()


def _put(one: Correction, found: dict[tuple[str, ...], Correction]) -> None:
    place = (one.doc_id, one.observation_id or str(one.span), one.field, one.value if one.field == ADD else "")
    first = found.setdefault(place, one)
    if (first.value, first.expect) != (one.value, one.expect):
        raise SourceError(f"{one.where}: says otherwise than {first.where}; keep one")


def checked(row: Mapping[str, str | None], where: str) -> Correction:
    """A correction out of the cells of its line.

    Raises:
        SourceError: some of them are wrong; names the column of each.
    """
    cells = {name: (row.get(name) or "").strip() for name in (*COLUMNS, *SAID)}
    cells["doc_id"] = composed(cells["doc_id"])
    wrong, span = Wrong(), None
    with wrong:
        if empty := [name for name in ("doc_id", "reason", "who") if not cells[name]]:
            raise SourceError(*(f"{where}, {name}: is empty" for name in empty))
    with wrong:
        span = _span(cells, where)
        if (span is None and not cells["observation_id"]) or (cells["field"] == ADD and (span is None or cells["observation_id"])):
            raise SourceError(f"{where}: name the row by observation_id, or by char_start and char_end; a row to add has a span alone")
    with wrong:
        if not is_date(cells["when"], whole=True):
            raise SourceError(f"{where}, when: {cut(cells['when'])} is no date like 2026-01-31")
    with wrong:
        if cells["field"] not in (DROP, ADD, *SETTABLE):
            raise SourceError(f"{where}, field: {cut(cells['field'])} is none of {DROP}, {ADD}, {', '.join(SETTABLE)}")
        if cells["field"] == ADD:
            fields_to_add(cells["value"], where)
        elif cells["field"] != DROP:
            typed(cells["field"], cells["value"], where)
    wrong.end()
    told = f"{cells['field']}: {cells['expect']} -> {cells['value']} ({cells['who']}, {cells['when']}: {cells['reason']})"
    if cells["field"] in (DROP, ADD):
        told = f"{cells['field']} ({cells['who']}, {cells['when']}: {cells['reason']})"
    said = tuple(cells[name] for name in SAID)
    return Correction(where, cells["doc_id"], span, cells["observation_id"], cells["field"], cells["value"], cells["expect"], told, said)


def _span(cells: dict[str, str], where: str) -> tuple[int, int] | None:
    if not cells["char_start"] and not cells["char_end"]:
        return None
    if not (PLACE.fullmatch(cells["char_start"]) and PLACE.fullmatch(cells["char_end"])) or int(cells["char_start"]) >= int(cells["char_end"]):
        raise SourceError(f"{where}, char_start: {cut(cells['char_start'])} to {cut(cells['char_end'])} is no span")
    return int(cells["char_start"]), int(cells["char_end"])


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
    if name == "unit" and text and not _is_unit(text):
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


def _is_unit(text: str) -> bool:
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
