"""The tables of data/raw, opened for the exports."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mubiao.warehouse import Warehouse


@pytest.fixture(scope="session")
def warehouse(example_tables: Path) -> Iterator[Warehouse]:
    """The built tables of Ningbo, Yinzhou and Cixi."""
    with Warehouse(example_tables) as opened:
        yield opened
