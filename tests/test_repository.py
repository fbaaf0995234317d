"""What is under version control: sources that hold on any machine, and nothing that was built."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from functools import lru_cache
from pathlib import Path, PurePosixPath

import pytest

ROOT = Path(__file__).parents[1]
PATH = re.compile(r"(?<![\w.~$}/-])/(?:tmp|work|root|home)(?:/|\b)")  # of a machine; a word or folder before it makes it another path
REGISTRY = re.compile(r"pypi\.org|pythonhosted\.org|registry\.npmjs")
CACHES = {"__pycache__", ".pytest_cache", ".ruff_cache", ".mypy_cache", ".hypothesis", ".ipynb_checkpoints", ".venv", "build", "dist", "reports"}
TEXT = {".py", ".md", ".toml", ".sql", ".txt", ".csv", ".ipynb", ".css", ".js", ".j2", ".jsonl", ".json", ".yml", ".yaml", ".cfg", ""}


@lru_cache(maxsize=1)
def tracked() -> tuple[str, ...]:
    """Files under version control; none where this is no checkout."""
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        return ()
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, encoding="utf-8").stdout
    return tuple(name for name in listed.split("\0") if name and (ROOT / name).is_file())


SOURCES = [name for name in tracked() if PurePosixPath(name).suffix in TEXT and name != "tests/test_repository.py"]


def found(expression: re.Pattern[str], name: str) -> list[str]:
    """Lines of a file that hold an expression."""
    lines = (ROOT / name).read_text(encoding="utf-8", errors="replace").splitlines()
    return [f"{name}:{number}: {line.strip()[:120]}" for number, line in enumerate(lines, 1) if expression.search(line)]


@pytest.mark.parametrize("name", SOURCES)
def test_no_file_names_a_path_of_one_machine(name: str):
    assert found(PATH, name) == []


@pytest.mark.parametrize("name", SOURCES)
def test_no_file_names_a_registry(name: str):
    assert found(REGISTRY, name) == []


@pytest.mark.parametrize("name", tracked())
def test_nothing_built_is_under_version_control(name: str):
    path = PurePosixPath(name)
    assert not CACHES & set(path.parts)
    assert path.suffix not in {".parquet", ".duckdb", ".pyc", ".arrow"}
    assert path.parts[:2] != ("data", "parquet") or path.name == ".gitkeep"


@pytest.mark.parametrize("name", [name for name in tracked() if name.endswith(".ipynb")])
def test_notebooks_hold_no_outputs(name: str):
    cells = json.loads((ROOT / name).read_text(encoding="utf-8"))["cells"]
    assert [cell["outputs"] for cell in cells if cell.get("outputs") or cell.get("execution_count")] == []


def test_the_tables_have_a_place_to_be_built_in():
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert "data/parquet/*" in ignored


def test_the_licence_is_apache_2():
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert text.split()[:6] == ["Apache", "License", "Version", "2.0,", "January", "2004"]
    assert "END OF TERMS AND CONDITIONS" in text


def test_the_package_says_the_same_licence():
    assert 'license = "Apache-2.0"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
