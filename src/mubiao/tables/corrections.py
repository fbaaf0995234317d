"""Corrections by hand that survive rebuilds: ``data/review/corrections.csv`` sets fields of rows, drops rows and adds rows.

A correction says what it expects to find. Where the expected value is gone, because the rules or the document changed, the document is
not used until somebody has looked at the correction again: a wrong correction would look like a right number.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from mubiao.errors import SourceError
from mubiao.lexicon.loader import COMPARATORS, load
from mubiao.lexicon.vocabulary import MEASURES, vocabulary
from mubiao.model import Document
from mubiao.observe import indicators
from mubiao.read.figures import parse_unit
from mubiao.read.own import NUMBER, YEARS, check_row, cut, is_date, rows_of, text_of, unseen, whole_rows
from mubiao.read.places import gazetteer
from mubiao.rows import Observation, Refusal
from mubiao.rule import Rule, Rules

FILE = "corrections.csv"
COLUMNS = ("doc_id", "char_start", "char_end", "observation_id", "field", "value", "expect", "reason", "who", "when")
DROP, ADD = "drop", "add"
FIXED = ("observation_id", "doc_id", "task_id", "jurisdiction", "indicator_key", "indicator_stem", "char_start", "char_end", "corrected",
         "signed_value", "source_kind", "confidence", "rules", "theme", "doc_type")  # fmt: skip
KINDS = {field.name: field.metadata["type"] for field in fields(Observation)}
SETTABLE = tuple(name for name in KINDS if name not in FIXED)
WORDS = {"measure": MEASURES, "comparator": COMPARATORS, "stage": ("target", "result"), "role": ("core", "sub", "stretch")}
PLACE = re.compile(r"[0-9]{1,9}")
TOLD = ("value", "value_high", "unit", "modifier")  # what the words of a figure say
SPELLED = (10_000, 100_000_000)  # magnitudes that figures are written with
NEEDED = ("indicator", "value", "unit", "stage", "year")


@dataclass(frozen=True, slots=True)
class Correction:
    """One line of the file; ``where`` names file and line."""

    where: str
    doc_id: str
    span: tuple[int, int] | None
    observation_id: str
    field: str
    value: str
    expect: str
    told: str


def read_corrections(folder: Path) -> list[Correction]:
    """The corrections in a folder; the same line twice, as when two people's files are put together, counts once.

    Raises:
        SourceError: a column is missing, or a line is wrong; names file, line and column.
    """
    path = folder / FILE
    if not path.exists():
        return []
    text = text_of(path)
    reader = rows_of(text, str(path))
    if missing := [name for name in COLUMNS if name not in (reader.fieldnames or ())]:
        raise SourceError(f"{path}: the column {missing[0]} is missing; wanted are {', '.join(COLUMNS)}")
    found: dict[tuple[str, ...], Correction] = {}
    for row in whole_rows(reader, len(text), str(path)):
        check_row(row, f"{path}, line {reader.line_num}", fewer=True)
        cells = {name: (row[name] or "").strip() for name in COLUMNS}
        one = _checked(cells, f"{FILE}, line {reader.line_num}")
        place = (one.doc_id, str(one.span), one.observation_id, one.field, one.value if one.field == ADD else "")
        if place in found and (found[place].value, found[place].expect) != (one.value, one.expect):
            raise SourceError(f"{one.where}: says otherwise than {found[place].where}; keep one")
        found.setdefault(place, one)
    return list(found.values())


def _checked(cells: dict[str, str], where: str) -> Correction:
    if not cells["doc_id"]:
        raise SourceError(f"{where}, doc_id: is empty")
    span = _span(cells, where)
    if cells["field"] not in (DROP, ADD, *SETTABLE):
        raise SourceError(f"{where}, field: {cut(cells['field'])} is none of {DROP}, {ADD}, {', '.join(SETTABLE)}")
    if (span is None) == (not cells["observation_id"]) or (cells["field"] == ADD and span is None):
        raise SourceError(f"{where}: name the row by observation_id, or by char_start and char_end; a row to add has a span")
    if not cells["reason"] or not cells["who"]:
        raise SourceError(f"{where}: a correction needs a reason and who made it")
    if not is_date(cells["when"], whole=True):
        raise SourceError(f"{where}, when: {cut(cells['when'])} is no date like 2026-01-31")
    told = f"{cells['field']}: {cells['expect']} -> {cells['value']} ({cells['who']}, {cells['when']}: {cells['reason']})"
    if cells["field"] in (DROP, ADD):
        told = f"{cells['field']} ({cells['who']}, {cells['when']}: {cells['reason']})"
    one = Correction(where, cells["doc_id"], span, cells["observation_id"], cells["field"], cells["value"], cells["expect"], told)
    if one.field == ADD:
        _fields_to_add(one)
    elif one.field != DROP:
        _typed(one.field, one.value, where)
    return one


def _span(cells: dict[str, str], where: str) -> tuple[int, int] | None:
    if not cells["char_start"] and not cells["char_end"]:
        return None
    if not (PLACE.fullmatch(cells["char_start"]) and PLACE.fullmatch(cells["char_end"])) or int(cells["char_start"]) >= int(cells["char_end"]):
        raise SourceError(f"{where}, char_start: {cut(cells['char_start'])} to {cut(cells['char_end'])} is no span")
    return int(cells["char_start"]), int(cells["char_end"])


def _typed(name: str, text: str, where: str) -> Any:
    """A value of a field as its column has it; empty is null."""
    if name in WORDS and text not in WORDS[name]:
        raise SourceError(f"{where}, value: {cut(text)} is none of {', '.join(WORDS[name])}")
    if name == "indicator" and not text.strip():
        raise SourceError(f"{where}, value: an indicator is empty")
    if sign := unseen(text) or ("\n" if len(text.splitlines()) > 1 else ""):
        raise SourceError(f"{where}, value: holds the sign U+{ord(sign):04X} in {name}, which no row has; drop it")
    if name == "indicator_id" and text and text not in vocabulary().by_id:
        raise SourceError(f"{where}, value: no indicator has the id {cut(text)}")
    if name == "jurisdiction_code" and text not in gazetteer().by_code:
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


def corrected(document: Document, rows: Sequence[Observation], corrections: Sequence[Correction]) -> tuple[list[Observation], list[Refusal]]:
    """The rows of a document with what people corrected, and the numbers whose rows they dropped.

    Raises:
        SourceError: a correction names no row, or expects a value that is not there.
    """
    result: list[Observation | None] = []  # None: dropped
    places: dict[object, list[int]] = defaultdict(list)  # id or span -> where it stands in the result
    for read in rows:
        _place(read, result, places)
    dropped: list[Refusal] = []
    for one in corrections:
        if one.field == ADD:
            _place(_added(document, one), result, places)
            continue
        met = [(at, row) for at in places[one.observation_id or one.span] if (row := result[at]) is not None]
        if len(met) != 1:
            raise SourceError(f"{one.where}: {len(met)} rows of {one.doc_id} stand there now; look at the correction again")
        ((at, row),) = met
        now = shown(getattr(row, one.field)) if one.field != DROP else shown(row.value)
        if now != one.expect and not _same_number(now, one.expect):
            raise SourceError(
                f"{one.where}: expects {cut(one.expect or 'nothing')}, but it is {cut(now or 'nothing')} now; look at the correction again"
            )
        result[at] = None if one.field == DROP else _set(row, one)
        dropped += [_dropped(row, one)] if one.field == DROP else []
    left = [row for row in result if row is not None]
    return (sorted(left, key=lambda row: row.char_start) if any(one.field == ADD for one in corrections) else left), dropped


def _place(row: Observation, result: list[Observation | None], places: Mapping[object, list[int]]) -> None:
    places[row.observation_id].append(len(result))
    places[row.char_start, row.char_end].append(len(result))
    result.append(row)


def _dropped(row: Observation, one: Correction) -> Refusal:
    """The number of a row that a person dropped, so that nothing vanishes without a word."""
    text, quote = row.value_text or row.indicator, row.quote or row.indicator
    return Refusal(row.doc_id, row.task_id, row.char_start, row.char_end, text, dropped_by_hand.name, quote, one.told)


def _same_number(now: str, expected: str) -> bool:
    try:
        return float(now) == float(expected)
    except ValueError:
        return False


def _set(row: Observation, one: Correction) -> Observation:
    changed: dict[str, Any] = {one.field: _typed(one.field, one.value, one.where), "corrected": "; ".join(filter(None, [row.corrected, one.told]))}
    if one.field == "year" and row.period_start == row.year:
        changed["period_start"] = changed["year"]  # what was told of one year is still told of one
    found = replace(row, **changed, **_following(changed), rules=list(dict.fromkeys([*row.rules, corrected_by_hand.name])))
    spelled = "value_text: " in (row.corrected or "")
    return replace(found, value_text=_written(found)) if one.field in TOLD and not spelled else found


def _written(row: Observation) -> str | None:
    """A corrected figure as people write it, so that nobody reads the old words beside the new value: 3200万元以上."""
    if row.value is None:
        return row.value_text
    figures = [row.value] if row.value_high is None else [row.value, row.value_high]
    magnitudes = sorted(((scale, word) for word, scale in load().numerals["magnitude"].items() if scale in SPELLED), reverse=True)
    scale, word = next(((scale, word) for scale, word in magnitudes if min(figures) >= scale), (1, ""))
    text = "-".join(shown(float(figure / scale)) for figure in figures) + word + (row.unit or "")
    modifier = row.modifier or ""
    return text + modifier if modifier in load().bounds["after"] else modifier + text


def _following(changed: dict[str, Any]) -> dict[str, Any]:
    """Fields that follow from those that were set."""
    found: dict[str, Any] = {}
    if "indicator" in changed:
        found |= {"indicator_key": indicators.key(changed["indicator"]), "indicator_stem": indicators.stem(changed["indicator"])}
    if "indicator_id" in changed:
        found["theme"] = vocabulary().by_id[changed["indicator_id"]].theme if changed["indicator_id"] else None
    if "jurisdiction_code" in changed:
        found["jurisdiction"] = gazetteer().by_code[changed["jurisdiction_code"]].name
    return found


def _fields_to_add(one: Correction) -> dict[str, Any]:
    try:
        given = json.loads(one.value, object_pairs_hook=_once)
    except (ValueError, RecursionError):
        given = None
    if not isinstance(given, dict) or any(name not in given for name in NEEDED) or any(name not in SETTABLE for name in given):
        raise SourceError(f"{one.where}, value: a row to add is a JSON object with {', '.join(NEEDED)} and other columns, each once")
    if odd := next((name for name, value in given.items() if not _fits(KINDS[name], value)), None):
        raise SourceError(f"{one.where}, value: {cut(given[odd])} does not fit the column {odd} ({KINDS[odd]})")
    return {name: _typed(name, shown(value), one.where) for name, value in given.items()}


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


def _added(document: Document, one: Correction) -> Observation:
    """A row that nobody read out of the text; its span is where a person saw it."""
    start, end = one.span or (0, 0)
    if end > len(document.text):
        raise SourceError(f"{one.where}: the document ends before {end}; look at the correction again")
    if one.expect and one.expect != document.text[start:end]:
        raise SourceError(
            f"{one.where}: expects {cut(one.expect)}, but {cut(document.text[start:end])} stands there now; look at the correction again"
        )
    given = _fields_to_add(one)
    place = gazetteer().by_code[given.get("jurisdiction_code") or document.facts.jurisdiction_code or ""]
    empty: dict[str, Any] = {name: [] if kind.startswith("list") else False if kind == "bool" else None for name, kind in KINDS.items()}
    empty.pop("signed_value")
    key = hashlib.blake2b(f"{document.doc_id}|{start}|{end}|{one.value}".encode(), digest_size=8).hexdigest()
    own = {"measure": "amount", "comparator": "eq", "sign": 1, "role": "core", "period_start": given["year"], "jurisdiction_code": place.code} | given
    fixed = {
        "observation_id": key, "doc_id": document.doc_id, "jurisdiction": place.name, "char_start": start, "char_end": end, "confidence": 1.0,
        "source_kind": "document", "doc_type": document.facts.doc_type, "value_text": document.text[start:end], "corrected": one.told,
        "rules": [corrected_by_hand.name],
        "quote": " ".join(document.text[max(0, start - 40) : end + 20].split()),
    }  # fmt: skip
    return Observation(**(empty | own | fixed | _following(own)))


corrected_by_hand = Rule("corrected", "a person corrected or added it (corrections.csv)", (), (), corrected)
dropped_by_hand = Rule("dropped", "a person said that its row is none (corrections.csv)", (), (), corrected)
PERSONS = Rules("source", corrected_by_hand, dropped_by_hand)
