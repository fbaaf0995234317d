"""What depends on the thresholds of reading: docs/thresholds.csv, which stands beside each number that a module compares with.

A threshold is lowered and raised (halved and doubled; small ones by one, shares by a fifth), every document read again, and the
rows counted that come out otherwise; a line of the file whose threshold is still what it was is kept::

    python tools/thresholds.py data/raw ../reports      # a few seconds a threshold and ten documents

Where no row changes, no text of these documents comes near the threshold: it is a guard against running on, not a tuned number.
"""

from __future__ import annotations

import ast
import csv
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import astuple
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import NamedTuple
from unittest.mock import patch

import mubiao.pipeline
from mubiao.errors import MubiaoError
from mubiao.extracts import read_and_observe
from mubiao.model import Facts
from mubiao.read.sources import FILE as SOURCES
from mubiao.read.sources import read_sources

FILE = Path(__file__).parents[1] / "docs" / "thresholds.csv"
HEAD = ("module", "threshold", "value", "lower", "changed_by_lower", "higher", "changed_by_higher", "rows")
READ = (".txt", ".docx")
STAGES = ("grammar", "observe", "outline")
# Modules of read/ that texts go through.
PAGES = (
    "apart",
    "document",
    "flat_lines",
    "gaps",
    "identify",
    "joiner",
    "named_places",
    "page_ends",
    "printed",
    "several",
    "speaker",
    "titles",
    "years",
)
BY_ONE = 3  # up to here a threshold is varied by one
KEPT = ("PHRASES", "FIRST_YEAR", "FIRST_PLAN")  # what is remembered, and dates: no thresholds


class Threshold(NamedTuple):
    """A number that a module compares with."""

    module: str
    name: str
    value: float


def thresholds() -> list[Threshold]:
    """Every named number of the modules that read text."""
    package = Path(mubiao.pipeline.__file__).parent
    paths = [path for stage in STAGES for path in (package / stage).rglob("*.py")] + [package / "read" / f"{name}.py" for name in PAGES]
    found = []
    for path in sorted(paths):
        module = ".".join(("mubiao", *path.relative_to(package).with_suffix("").parts))
        for name in _named(path):
            value = getattr(import_module(module), name)
            if type(value) in (int, float) and name not in KEPT:
                found.append(Threshold(module, name, value))
    return found


def _named(path: Path) -> Iterator[str]:
    """Names in capitals that a module gives a value."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign):
            yield from (one.id for target in node.targets for one in ast.walk(target) if isinstance(one, ast.Name) and one.id.isupper())


def varied(value: float) -> tuple[float, float]:
    """A threshold lowered and raised."""
    if isinstance(value, float):
        return round(value * 0.8, 4), round(value * 1.2, 4)
    return (value - 1, value + 1) if value <= BY_ONE else (value // 2, value * 2)


def _modules() -> list[ModuleType]:
    return [module for name, module in sorted(sys.modules.items()) if name.startswith("mubiao.")]


@cache
def _borrowed(module: str) -> dict[str, str]:
    """Names that a module takes from others of the package, and where from."""
    path = import_module(module).__file__ or ""
    nodes = (node for node in ast.walk(ast.parse(Path(path).read_text(encoding="utf-8"))) if isinstance(node, ast.ImportFrom))
    return {alias.name: node.module for node in nodes for alias in node.names if node.module}


def rows(paths: Sequence[Path], of: Threshold | None = None, value: float = 0) -> Counter[tuple[object, ...]]:
    """The rows of the documents, with a threshold at another value."""
    memories = [one for module in _modules() for one in vars(module).values() if hasattr(one, "cache_clear")]
    with ExitStack() as stack:
        for module in _modules() if of else ():
            if of and (module.__name__ == of.module or _borrowed(module.__name__).get(of.name) == of.module):
                stack.enter_context(patch.object(module, of.name, value))
        for one in memories if of else ():
            if one.__module__ not in (
                "mubiao.read.places",
                "mubiao.lexicon.vocabulary",
                "mubiao.lexicon.layers",
                "mubiao.lexicon.loader",
                "mubiao.lexicon.expressions",
            ):
                one.cache_clear()
        found = Counter(row for path in paths for row in _rows(path))
    for one in memories if of else ():
        if one.__module__.startswith(("mubiao.grammar", "mubiao.observe", "mubiao.outline")):
            one.cache_clear()
    return found


def _rows(path: Path) -> Iterator[tuple[object, ...]]:
    known = _sources(path.parent)
    try:
        for document, _, observed in read_and_observe(path, known[path.name][0] if path.name in known else Facts()):
            for row in observed.observations:
                yield (document.doc_id, *map(str, astuple(row)))
    except MubiaoError:
        return


@cache
def _sources(folder: Path) -> dict[str, tuple[Facts, object]]:
    return read_sources(folder) if (folder / SOURCES).exists() else {}  # type: ignore[return-value]


def main(folders: Sequence[str]) -> None:
    """Vary every threshold that is not measured yet, and write the file."""
    paths = sorted(path for folder in folders for path in Path(folder).rglob("*") if path.suffix in READ)
    if not paths:
        raise SystemExit(f"no documents in {', '.join(folders) or 'no folder'}")
    measured = {tuple(line[:3]): line for line in _lines()}
    before = rows(paths)
    lines = []
    for one in thresholds():
        key = (one.module.removeprefix("mubiao."), one.name, str(one.value))
        lines.append(measured.get(key) or [*key, *map(str, _measured(one, paths, before))])
        with FILE.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([HEAD, *lines])


def _lines() -> list[list[str]]:
    with FILE.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))[1:]


def _measured(one: Threshold, paths: Sequence[Path], before: Counter[tuple[object, ...]]) -> list[float]:
    """What a line of the file says behind the value."""
    told: list[float] = []
    for value in varied(one.value):
        after = rows(paths, one, value)
        told += [value, max((before - after).total(), (after - before).total())]
    return [*told, before.total()]


if __name__ == "__main__":
    main(sys.argv[1:])
