"""What is wrong with a row of published figures: cell by cell, and what does not go together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mubiao.errors import PlaceError
from mubiao.lexicon.bounds import class_of
from mubiao.lexicon.loader import COMPARATORS, load
from mubiao.lexicon.vocabulary import vocabulary
from mubiao.read.entered_units import parse_unit, quantity
from mubiao.read.own import YEARS, cut, is_address, is_date
from mubiao.read.places import gazetteer

PLAIN = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,9})?")  # what Decimal takes besides (5_4, 1e308, ５) is a slip of the keyboard here
MOST = 100_000  # percent that anything grows by, or is a part of
IDENTIFIER = re.compile(r"[a-z][a-z0-9_]*")
ONE_LINE = ("jurisdiction", "indicator", "unit", "source_title", "source_publisher")  # what tables and charts show as names
WORDS = {
    "stage": ("target", "result"), "measure": ("amount", "growth", "ratio", "change"), "comparator": COMPARATORS,
    "status": ("", "estimate", "preliminary", "revised"),
}  # fmt: skip


def faults(row: dict[str, str]) -> Iterator[str]:
    """What is wrong with a row, cell by cell: the column, and why."""
    for name, allowed in WORDS.items():
        if row[name] not in allowed:
            yield f"{name}: {cut(row[name])} is none of {', '.join(filter(None, allowed))}"
    for name in ("jurisdiction_code", "indicator", "unit", "source_title"):
        if not row[name].strip():
            yield f"{name}: is empty"
    for name in ONE_LINE:
        if len(row[name].splitlines()) > 1:
            yield f"{name}: holds the end of a line; write it in one"
    modifier = (row.get("modifier") or "").strip()
    if modifier and class_of(modifier) != row["comparator"]:
        yield f"modifier: {cut(modifier)} does not say {row['comparator']}"
    answers = (row.get("answers") or "").strip()
    if IDENTIFIER.fullmatch(answers) and answers not in vocabulary().by_id:
        yield f"answers: {cut(answers)} is no indicator; docs/indicators.md lists them, or give the words of the plan"
    if row["source_date"].strip() and not is_date(row["source_date"].strip()):
        yield f"source_date: {cut(row['source_date'])} is no date as 2025, 2025-03 or 2025-03-20"
    if row["source_url"].strip() and not is_address(row["source_url"].strip()):
        yield f"source_url: {cut(row['source_url'])} is no address like https://www.stats.gov.cn"
    yield from _faults_of_place(row)
    if not PLAIN.fullmatch(row["year"]):
        yield f"year: {_no_number(row['year'])}"
    elif not row["year"].isdigit() or int(row["year"]) not in YEARS:
        yield f"year: {cut(row['year'])} is no year"
    yield from _faults_of_quantity(row)


def _faults_of_place(row: dict[str, str]) -> Iterator[str]:
    try:
        place = gazetteer().find(row["jurisdiction_code"])
    except PlaceError as error:
        if row["jurisdiction_code"].strip():
            yield f"jurisdiction_code: {error}"
        return
    if row["jurisdiction"].strip() not in ("", *place.names):
        yield f"jurisdiction: {cut(row['jurisdiction'])} is not {place.code}, which is {place.name}"


def _faults_of_quantity(row: dict[str, str]) -> Iterator[str]:
    """Numbers and units that are none; of those that are some, what does not go together."""
    upper = (row.get("value_high") or "").strip()
    told = [name for name in ("value", *(["value_high"] if upper else [])) if not PLAIN.fullmatch(row[name])]
    yield from (f"{name}: {_no_number(row[name])}" for name in told)
    try:
        parse_unit(row["unit"])
    except KeyError:
        if row["unit"].strip():
            yield f"unit: {cut(row['unit'])} is no unit"
        return
    if told:
        return
    value, high, unit = quantity(row["value"], upper, row["unit"])
    known = load().units.get(unit)
    traits = known.traits if known else frozenset[str]()
    shown = f"{cut(row['value'])} {cut(row['unit'])}"
    if high is not None and (high <= value or value < 0 < high):
        yield f"value_high: {cut(row['value_high'])} is no upper end of a range from {cut(row['value'])} on one side of zero"
    if high is not None and row["comparator"] in COMPARATORS and row["comparator"] != "eq":
        yield f"comparator: {row['comparator']} with value_high says two things; a range is eq"
    if value < 0 and row["measure"] == "amount" and "counted" in traits:
        yield f"value: {shown} are less than none"
    if row["measure"] == "growth" and "growth" not in traits:
        yield f"unit: {cut(row['unit'])} is no unit of growth; write %, or amount or change as the measure"
    if row["measure"] == "ratio" and "money" in traits:
        yield f"unit: {cut(row['unit'])} is a sum, no ratio; write amount as the measure"
    if known and "rate" in traits and max(abs(value), abs(high or 0)) * known.factor > MOST:
        yield f"value: {shown} is more than {MOST:,}; look at the unit"


def _no_number(text: str) -> str:
    return f"{cut(text)} is no number" if text == text.strip() or not text.strip() else f"“{cut(text)}” has blanks around it; drop them"
