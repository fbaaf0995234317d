"""A copy of the word lists that a test may spoil."""

from __future__ import annotations

import shutil
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path

import pytest

from mubiao.lexicon import expressions, layers, loader, vocabulary

_loads = cache(tomllib.loads)  # of the files of a copy all but one are as they were
CACHES = (loader.load, expressions.entries, expressions.expression, vocabulary.vocabulary)


@pytest.fixture(autouse=True)
def _parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tomllib, "loads", _loads)


@pytest.fixture
def word_lists(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The data files of the lexicon in a folder of their own, read instead of those of the package."""
    folder = tmp_path / "lexicon"
    with as_file(files("mubiao.lexicon")) as source:
        shutil.copytree(source, folder, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    monkeypatch.setattr(layers, "files", lambda package: folder)
    _forget()
    yield folder
    _forget()


@pytest.fixture
def add(word_lists: Path) -> Callable[[str, str], None]:
    """Put lines at the end of a data file of the copy."""

    def add_to(name: str, lines: str) -> None:
        path = word_lists / name
        path.write_text(f"{path.read_text(encoding='utf-8')}\n{lines}\n", encoding="utf-8")

    return add_to


def _forget() -> None:
    for cached in CACHES:
        cached.cache_clear()
