"""What is under version control: sources that hold on any machine, and nothing that was built."""

from __future__ import annotations

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


@pytest.mark.parametrize("expression", [PATH, REGISTRY], ids=["path_of_one_machine", "registry"])
def test_no_file_names_what_holds_on_one_machine_only(expression: re.Pattern[str]):
    assert [line for name in SOURCES for line in found(expression, name)] == []


def test_nothing_built_is_under_version_control():
    built = [
        name
        for name in tracked()
        for path in [PurePosixPath(name)]
        if CACHES & set(path.parts)
        or path.suffix in {".parquet", ".duckdb", ".pyc", ".arrow"}
        or (path.parts[:2] == ("data", "parquet") and path.name != ".gitkeep")
    ]
    assert built == []


def test_the_tables_have_a_place_to_be_built_in():
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert "data/parquet/*" in ignored


def test_the_package_says_the_same_licence():
    assert 'license = "Apache-2.0"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
