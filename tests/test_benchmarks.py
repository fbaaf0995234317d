"""The benchmarks are run by hand; what would end them at their first step is asked here."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[1] / "benchmarks"
PROGRAMS = sorted(path.name for path in FOLDER.glob("*.py") if "ArgumentParser(" in path.read_text(encoding="utf-8"))


def test_the_stages_of_a_build_are_functions_that_there_are():
    spec = spec_from_file_location("corpus_work", FOLDER / "corpus_work.py")
    assert spec is not None
    assert spec.loader is not None
    work = module_from_spec(spec)
    spec.loader.exec_module(work)
    assert [name for functions in work.STAGES.values() for module, name in functions if not hasattr(module, name)] == []


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_program_says_what_it_does_and_does_nothing_else(name: str):
    told = subprocess.run([sys.executable, FOLDER / name, "--help"], capture_output=True, encoding="utf-8", check=True, timeout=120)
    assert f"python benchmarks/{name}" in told.stdout
