"""The tables of one small report, for what charts read."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import mubiao
from mubiao.warehouse import Warehouse

REPORT = "宁波市政府工作报告\n\n一、2024年工作回顾\n\n地区生产总值增长5.4%。\n\n二、2025年工作\n\n地区生产总值增长5.5%左右，城镇新增就业20万人。\n"


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("charted")
    (folder / "raw").mkdir()
    (folder / "raw" / "report.txt").write_text(REPORT, encoding="utf-8")
    told = '[[document]]\nfile = "report.txt"\ntitle = "报告"\ndoc_type = "work_report"\njurisdiction_code = "330200"\nyear = 2025\n'
    (folder / "raw" / "sources.toml").write_text(told, encoding="utf-8")
    assert mubiao.build(folder / "raw", folder / "parquet").bad == []
    return folder / "parquet"


@pytest.fixture(scope="session")
def warehouse(built: Path) -> Warehouse:
    """The tables, opened."""
    return mubiao.open(built)


@pytest.fixture
def tables(built: Path, tmp_path: Path) -> Path:
    """The tables for a command of the same process: DuckDB has a file open only once, with one configuration."""
    return Path(shutil.copytree(built, tmp_path / "copied"))
