"""Sentences read into the form of the examples: lists that a reader can check by eye."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from mubiao.grammar.figure.reading import Passage, Reading
from mubiao.grammar.parse import parse
from mubiao.read.fold import fold

PLAIN = {  # what an example leaves out where it is so
    "high": None, "modifier": None, "action": "", "commitment": "", "cumulative": False, "reference": None, "relation": None, "sign": 1,
    "role": "core", "of": None,
}  # fmt: skip


@dataclass(frozen=True)
class Read:
    """What came of a sentence: rows, relative targets and refusals as examples write them, and the rules that fired."""

    rows: list[list[Any]]
    relative: list[list[Any]]
    refused: list[list[str]]
    rules: set[str]


def read(sentence: str) -> Read:
    """Read a sentence."""
    text = fold(sentence).text
    passage = parse(text)
    kept = [reading for reading in passage.readings if not reading.refused]
    refused = [(number.start, number.end, number.refused or "") for number in passage.refused]
    refused += [(*reading.span, reading.refused) for reading in passage.readings if reading.refused]
    return Read(
        rows=[_row(text, reading, passage) for reading in kept if reading.number],
        relative=[_relative(text, reading) for reading in kept if not reading.number],
        refused=[[text[start:end], rule] for start, end, rule in sorted(refused)],
        rules={rule for reading in kept for rule in reading.rules} | {rule for _, _, rule in refused},
    )


def _row(text: str, reading: Reading, passage: Passage) -> list[Any]:
    number = reading.number
    assert number is not None
    whole = passage.readings[reading.parent].indicator(text) if reading.parent is not None else None
    told = {
        "high": number.high, "modifier": reading.modifier, "action": reading.action, "commitment": reading.commitment,
        "cumulative": reading.cumulative, "reference": reading.reference, "relation": reading.relation, "sign": reading.sign,
        "role": reading.role, "of": whole,
    }  # fmt: skip
    row = [reading.indicator(text), number.value, number.unit.name if number.unit else "", reading.comparator, reading.measure]
    more = {name: value for name, value in told.items() if value != PLAIN[name]}
    return [*row, more] if more else row


def _relative(text: str, reading: Reading) -> list[Any]:
    target = [reading.indicator(text), reading.relation, reading.reference, reading.action]
    return [*target, {"commitment": reading.commitment}] if reading.commitment else target


@pytest.fixture(name="read")
def reader() -> Callable[[str], Read]:
    """The function that reads a sentence."""
    return read
