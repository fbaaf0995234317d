"""The tables of data/raw, opened for the exports."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from mubiao.pipeline import build
from mubiao.warehouse import Warehouse

RAW = Path(__file__).parents[2] / "data" / "raw"


@pytest.fixture(scope="session")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Warehouse]:
    """The built tables of Ningbo, Yinzhou and Cixi."""
    out = tmp_path_factory.mktemp("tables")
    build(RAW, out, review=out / "no-review")
    with Warehouse(out) as opened:
        yield opened


@pytest.fixture(scope="session")
def copied(warehouse: Warehouse, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same tables for commands of this process: DuckDB has a file open only once, with one configuration."""
    return Path(shutil.copytree(warehouse.folder, tmp_path_factory.mktemp("copied") / "tables"))
