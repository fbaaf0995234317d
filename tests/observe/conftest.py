"""Short documents: a text in, the rows that mubiao makes of it out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mubiao.extracts import read_and_observe
from mubiao.model import Facts
from mubiao.observe.observe import Observed

NINGBO = "330200"  # 宁波市, whose report of 2025 is read where a test says nothing else
HEADINGS = {"review": "一、{}年工作回顾", "plan": "二、{}年工作安排"}

Observe = Callable[..., Observed]
Rows = Callable[..., list[tuple[Any, ...]]]


@pytest.fixture
def observe(tmp_path: Path) -> Observe:
    """Reads a whole document, given as text."""

    def run(text: str, place: str = NINGBO, year: int = 2025, doc_type: str = "work_report") -> Observed:
        path = tmp_path / "report.txt"
        path.write_text(text, encoding="utf-8")
        return read_and_observe(path, Facts(jurisdiction_code=place, year=year, doc_type=doc_type))[0][2]

    return run


@pytest.fixture
def rows(observe: Observe) -> Rows:
    """Reads one paragraph of a report's review or plan and gives some columns of its rows."""

    def run(part: str, text: str, columns: str, place: str = NINGBO, year: int = 2025) -> list[tuple[Any, ...]]:
        heading = HEADINGS[part].format(year - (part == "review"))
        found = observe(f"政府工作报告\n{heading}\n{text}\n", place, year).observations
        return [tuple(getattr(row, name) for name in columns.split()) for row in found]

    return run


@pytest.fixture
def refused(observe: Observe) -> Rows:
    """Reads one paragraph of a report's review or plan and gives the numbers that are no row, with the reason."""

    def run(part: str, text: str, place: str = NINGBO, year: int = 2025) -> list[tuple[Any, ...]]:
        heading = HEADINGS[part].format(year - (part == "review"))
        found = observe(f"政府工作报告\n{heading}\n{text}\n", place, year).refusals
        return [(row.text, row.reason) for row in found if row.text != f"{year - (part == 'review')}年"]

    return run
