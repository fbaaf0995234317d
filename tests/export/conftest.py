"""The tables of data/raw, opened for the exports."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from docx.document import Document

from mubiao.export.word import write_word
from mubiao.warehouse import Warehouse


@pytest.fixture(scope="session")
def warehouse(example_tables: Path) -> Iterator[Warehouse]:
    """The built tables of Ningbo, Yinzhou and Cixi."""
    with Warehouse(example_tables) as opened:
        yield opened


@pytest.fixture(scope="session")
def written(warehouse: Warehouse, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Word file, written once for all that is asked of it."""
    path = tmp_path_factory.mktemp("word") / "ningbo.docx"
    write_word(warehouse, "宁波市", 2024, path)
    return path


@pytest.fixture(scope="session")
def document(written: Path) -> Document:
    """The same, opened."""
    return docx.Document(str(written))
