"""The benchmarks are run by hand; what would end them at their first step is asked here."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[1] / "benchmarks"
PROGRAMS = sorted(path.name for path in FOLDER.glob("*.py") if "ArgumentParser(" in path.read_text(encoding="utf-8"))
ALL = """
import contextlib, io, json, runpy, sys, traceback
folder, *names = sys.argv[1:]
sys.path.insert(0, folder)
told = {}
for name in names:
    sys.argv = [name, "--help"]
    with contextlib.redirect_stdout(io.StringIO()) as said:
        try:
            runpy.run_path(f"{folder}/{name}", run_name="__main__")
            told[name] = "goes on behind its help"
        except SystemExit as end:
            told[name] = said.getvalue() if not end.code else f"ends with {end.code}"
        except Exception:
            told[name] = traceback.format_exc()
print(json.dumps(told))
"""


def test_the_stages_of_a_build_are_functions_that_there_are():
    spec = spec_from_file_location("corpus_work", FOLDER / "corpus_work.py")
    assert spec is not None
    assert spec.loader is not None
    work = module_from_spec(spec)
    spec.loader.exec_module(work)
    assert [name for functions in work.STAGES.values() for module, name in functions if not hasattr(module, name)] == []


@pytest.fixture(scope="module")
def told() -> dict[str, str]:
    """What each program says of itself, all in one process: most of the time goes into what they all import."""
    ended = subprocess.run([sys.executable, "-c", ALL, FOLDER, *PROGRAMS], capture_output=True, encoding="utf-8", check=True, timeout=120)
    return dict(json.loads(ended.stdout))


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_program_says_what_it_does_and_does_nothing_else(name: str, told: dict[str, str]):
    assert f"python benchmarks/{name}" in told[name]
