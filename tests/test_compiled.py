"""What mypyc cannot compile stands in no module of the compiled wheels, which ``tools/compiled.py`` builds in some minutes."""

from __future__ import annotations

import ast
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
HOOK = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]["build"]["targets"]["wheel"]["hooks"]["mypyc"]


def stars_behind_in(source: str) -> list[int]:
    """Lines with ``word in ("", *words)``: mypyc ends with an internal error."""
    asked = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Compare)]
    displays = [display for node in asked for display in node.comparators if isinstance(display, ast.Tuple | ast.List)]
    return [display.lineno for display in displays if any(isinstance(one, ast.Starred) for one in display.elts)]


@pytest.mark.parametrize("source", ['word in ("", *words)', "word not in [first, *words]"])
def test_finds_it(source: str) -> None:
    assert stars_behind_in(source) == [1]
    assert not stars_behind_in("made = (first, *words)\nword in words")


def test_no_compiled_module_has_it() -> None:
    places = [ROOT / place.removeprefix("/") for place in HOOK["include"]]
    files = [file for place in places for file in ([place] if place.suffix else sorted(place.rglob("*.py")))]
    found = {file.name: lines for file in files if (lines := stars_behind_in(file.read_text(encoding="utf-8")))}
    assert len(files) > 50
    assert not found
