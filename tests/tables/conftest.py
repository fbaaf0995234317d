"""A row of every table to change in one place, and small builds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

import mubiao
from mubiao.model import Facts
from mubiao.pipeline import extract_file
from mubiao.rows import Observation
from mubiao.warehouse import Warehouse

TEXT = "地区生产总值增长6%左右。"
FACTS = Facts(jurisdiction_code="330200", year=2025, doc_type="task_breakdown")


@pytest.fixture(scope="session")
def observation(tmp_path_factory: pytest.TempPathFactory) -> Observation:
    """What mubiao reads in 地区生产总值增长6%左右。"""
    path = tmp_path_factory.mktemp("raw") / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    ((found,), _) = extract_file(path, FACTS)
    return replace(found, observation_id="0123456789abcdef")


@pytest.fixture
def row(observation: Observation) -> Callable[..., Observation]:
    """row(value=7.0, …): that observation with some fields changed."""
    return lambda **changes: replace(observation, **changes)


@pytest.fixture
def build(tmp_path: Path) -> Callable[..., Warehouse]:
    """build({file: text}) -> the tables of these files; a second call adds to the first."""

    def build_from(files: dict[str, str]) -> Warehouse:
        for name, text in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        report = mubiao.build(tmp_path / "raw", tmp_path / "out")
        assert report.bad == []
        return mubiao.open(tmp_path / "out")

    return build_from
