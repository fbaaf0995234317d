"""Corrections by hand that survive rebuilds, applied to the rows of a document after they were read."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from mubiao.errors import SourceError
from mubiao.lexicon.loader import load
from mubiao.lexicon.vocabulary import vocabulary
from mubiao.model import Document
from mubiao.observe import keys
from mubiao.read.own import cut
from mubiao.read.places import gazetteer
from mubiao.rows import Observation, Refusal
from mubiao.rule import Rule, Rules
from mubiao.tables.corrections import ADD, DROP, KINDS, Correction, fields_to_add, shown, typed

TOLD = {"value", "value_high", "unit", "modifier"}  # what the words of a figure say
SPELLED = (10_000, 100_000_000)  # magnitudes that figures are written with


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
    before: dict[int, Observation] = {}  # rows as they were read, of those that are set
    told: dict[int, set[str]] = defaultdict(set)  # and their fields that are set
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
        if one.field == DROP:
            result[at] = None
            dropped.append(_dropped(row, one))
            continue
        before.setdefault(at, row)
        told[at].add(one.field)
        result[at] = _set(row, one)
    for at, read in before.items():
        if (row := result[at]) is not None:
            result[at] = _made_whole(row, read, told[at])
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
    changed: dict[str, Any] = {one.field: typed(one.field, one.value, one.where), "corrected": "; ".join(filter(None, [row.corrected, one.told]))}
    return replace(row, **changed, **_following(changed), rules=list(dict.fromkeys([*row.rules, corrected_by_hand.name])))


def _made_whole(row: Observation, read: Observation, told: set[str]) -> Observation:
    """A row whose corrections leave out what goes with them: its words, and the period of a figure of one year."""
    found: dict[str, Any] = {}
    if "year" in told and "period_start" not in told and read.period_start == read.year:
        found["period_start"] = row.year
    if told & TOLD and "value_text" not in told:
        found["value_text"] = _written(row)
    return replace(row, **found)


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
        found |= {"indicator_key": keys.key(changed["indicator"]), "indicator_stem": keys.stem(changed["indicator"])}
    if "indicator_id" in changed:
        found["theme"] = vocabulary().by_id[changed["indicator_id"]].theme if changed["indicator_id"] else None
    if "jurisdiction_code" in changed:
        found["jurisdiction"] = gazetteer().by_code[changed["jurisdiction_code"]].name
    return found


def _added(document: Document, one: Correction) -> Observation:
    """A row that nobody read out of the text; its span is where a person saw it."""
    start, end = one.span or (0, 0)
    if end > len(document.text):
        raise SourceError(f"{one.where}: the document ends before {end}; look at the correction again")
    if one.expect and one.expect != document.text[start:end]:
        raise SourceError(
            f"{one.where}: expects {cut(one.expect)}, but {cut(document.text[start:end])} stands there now; look at the correction again"
        )
    given = fields_to_add(one.value, one.where)
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
