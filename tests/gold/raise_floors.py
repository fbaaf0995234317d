"""Write the floors of the gold gate anew, each as high as today's figure: python tests/gold/raise_floors.py

A floor never falls, unless --allow-regression says that it may: then say in the commit why.
"""

from __future__ import annotations

import argparse
import sys
from math import floor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.test_gold import ELSEWHERE, GOLD, NAMES, figure_of, fingerprint, floors, scored

from mubiao.quality.score import DUTIES, FIELDS

HEADS = {
    "floors.toml": "# Floors of the figures on gold rows: the tests fail when a figure falls under its floor, or rises far above it.",
    "floors-elsewhere.toml": "# Floors of the figures on reports of other places, which are no part of the project.",
}
SYNTAX = """#
# Syntax: one table per document (all: together); figure = floor. Figures as mubiao evaluate prints them, rounded down.
# gold is a fingerprint of the gold rows that they were measured on. Made by tests/gold/raise_floors.py.
"""


def table(name: str, last: dict[str, float | str], allow: bool) -> str:
    """The floors of one document."""
    result = scored(name)
    figures = ["detection", "strict", *FIELDS, *(figure for figure in DUTIES if result.judged[figure])]
    lines = [f'["{name}"]', f'gold = "{fingerprint(name)}"']
    for figure in figures:
        today, before = floor(figure_of(result, figure) * 1000 + 1e-9) / 1000, float(last.get(figure, 0))
        lines.append(f"{figure} = {today if allow else max(today, before):.3f}")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Write both files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--allow-regression", action="store_true")
    allow = parser.parse_args().allow_regression
    for file, names in (("floors.toml", ["all", *NAMES]), ("floors-elsewhere.toml", list(ELSEWHERE))):
        last = floors(file)
        tables = [table(name, last.get(name, {}), allow) for name in names]
        (GOLD / file).write_text(f"{HEADS[file]}\n{SYNTAX}\n" + "\n".join(tables), encoding="utf-8")


if __name__ == "__main__":
    main()
