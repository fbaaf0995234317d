"""What rows are whose fields people set, and rows that they add."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Any

from mubiao.errors import SourceError
from mubiao.lexicon.bounds import bounded
from mubiao.lexicon.loader import load
from mubiao.lexicon.vocabulary import vocabulary
from mubiao.model import Document
from mubiao.observe import fits, keys
from mubiao.read.own import cut
from mubiao.read.places import gazetteer
from mubiao.rows import Observation
from mubiao.tables.corrections import Correction
from mubiao.tables.schema import fault
from mubiao.tables.settable import fields_to_add, shown, typed

BY_HAND = "corrected"  # the rule of rows that a person corrected or added
TOLD = {"value", "value_high", "unit", "modifier"}  # what the words of a figure say
SPELLED = (10_000, 100_000_000)  # magnitudes that figures are written with
COMPARED = "compared"  # trait of units of shares and points


def impossible(row: Observation) -> str:
    """Why no figure can be what people made of a row; "" for nothing.

    The same holds for published figures that people enter (:mod:`mubiao.read.figures`).
    """
    known = load().units.get(row.unit or "")
    traits = known.traits if known else frozenset[str]()
    value, high = row.value or 0, row.value_high
    if min(value, high or 0) < 0:
        return f"the value {min(value, high or 0):g} is below zero; a fall has the sign -1"
    if high is not None and high <= value:
        return f"the upper end {high:g} is not above the value {value:g}"
    if high is not None and row.comparator != "eq":
        return f"the comparator {row.comparator} with an upper end says two things; a range is eq"
    if row.measure == "amount" and COMPARED in traits:
        return f"{row.unit} is no unit of an amount; set measure to growth or ratio, or change"
    if row.measure == "growth" and "growth" not in traits:
        return f"{row.unit or 'no unit'} is no unit of growth; set unit to %, or measure to amount or change"
    if row.measure == "amount" and row.sign < 0 and value and "counted" in traits:
        return f"-{value:g} {row.unit} are less than none"
    if row.indicator_id and (usual := fits.unit_instead(row.indicator_id, row.measure, row.unit)):
        name = vocabulary().by_id[row.indicator_id].name
        return f"{row.unit} is no unit of {name}, which is told in {usual}; set unit or indicator_id"
    return fault(row)


def with_field(row: Observation, one: Correction) -> Observation:
    changed: dict[str, Any] = {one.field: typed(one.field, one.value, one.where), "corrected": "; ".join(filter(None, [row.corrected, one.told]))}
    return replace(row, **changed, **_following(changed), rules=list(dict.fromkeys([*row.rules, BY_HAND])))


def made_whole(row: Observation, read: Observation, told: set[str]) -> Observation:
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
    return bounded(text, row.modifier or "")


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


def row_added(document: Document, one: Correction) -> Observation:
    """A row that nobody read out of the text; its span is where a person saw it.

    Raises:
        SourceError: the text ends before its span, or does not say there what the correction expects.
    """
    start, end = _span_of_number(document.text, one)
    if end > len(document.text):
        raise SourceError(f"the document ends before {end}")
    if one.expect and one.expect != document.text[start:end]:
        raise SourceError(f"expects {cut(one.expect)}, but {cut(document.text[start:end])} stands there now")
    given = fields_to_add(one.value, one.where)
    place = gazetteer().by_code[given.get("jurisdiction_code") or document.facts.jurisdiction_code or ""]
    key = hashlib.blake2b(f"{document.doc_id}|{start}|{end}|{one.value}".encode(), digest_size=8).hexdigest()
    plain: dict[str, Any] = {"measure": "amount", "comparator": "eq", "sign": 1, "cumulative": False, "role": "core"}
    own: dict[str, Any] = plain | {"period_start": given["year"], "jurisdiction_code": place.code} | given
    fixed = {
        "observation_id": key, "doc_id": document.doc_id, "jurisdiction": place.name, "char_start": start, "char_end": end, "confidence": 1.0,
        "source_kind": "document", "doc_type": document.facts.doc_type, "value_text": document.text[start:end], "corrected": one.told,
        "rules": [BY_HAND],
        "quote": " ".join(document.text[max(0, start - 40) : end + 20].split()),
    }  # fmt: skip
    return Observation(**(own | fixed | _following(own)))


def _span_of_number(text: str, one: Correction) -> tuple[int, int]:
    """Where the number of a row to add stands: where a person saw it, else in the words that stood around it, where those stand once."""
    start, end = one.span or (0, 0)
    around = next(iter(one.said), "")
    if text[start:end] == one.expect or around.count(one.expect) != 1 or text.count(around) != 1:
        return start, end
    begin = text.index(around) + around.index(one.expect)
    return begin, begin + len(one.expect)
