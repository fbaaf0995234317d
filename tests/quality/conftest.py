"""Small rows to score: one value differs from one test to the next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from typing import Any

import pytest

from mubiao.quality.gold import Gold
from mubiao.rows import Observation

GOLD_ROW = {
    "s": 10, "e": 14, "number": "30公里", "indicator": "绿道", "role": "core", "value": 30, "unit": "公里", "comparator": "eq",
    "measure": "amount", "stage": "target", "year": 2025,
}  # fmt: skip
FOUND_ROW = {
    "char_start": 10, "char_end": 14, "value_text": "30公里", "indicator": "绿道", "value": 30.0, "unit": "公里", "comparator": "eq",
    "measure": "amount", "sign": 1, "stage": "target", "year": 2025, "cumulative": False, "rules": ["noun_first", "digits"], "lead_units": [],
}  # fmt: skip


@pytest.fixture
def gold() -> Callable[..., Gold]:
    """Makes the gold rows of a document: each given as what differs from 绿道30公里."""

    def make(*rows: dict[str, Any], spans: list[tuple[int, int]] | None = None) -> Gold:
        return Gold("document", [{**GOLD_ROW, **row} for row in rows], spans, None)

    return make


@pytest.fixture
def found() -> Callable[..., Observation]:
    """Makes a row that was found: what differs from 绿道30公里."""

    def make(**values: Any) -> Observation:
        empty = dict.fromkeys(field.name for field in fields(Observation) if field.init)
        return Observation(**{**empty, **FOUND_ROW, **values})

    return make
