"""The examples of docstrings are true."""

from __future__ import annotations

import doctest
from importlib import import_module
from importlib.resources import files
from pathlib import Path

import pytest

SOURCE = Path(str(files("mubiao")))
MODULES = {
    ".".join(("mubiao", *path.relative_to(SOURCE).with_suffix("").parts)): path
    for path in sorted(SOURCE.rglob("*.py"))
    if ">>> " in path.read_text(encoding="utf-8")
}


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_a_module_are_true(name: str) -> None:
    assert doctest.testmod(import_module(name)).failed == 0
