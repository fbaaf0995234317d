"""How fast whole documents become rows with all their fields, how that grows with length, and how much memory it takes.

Everything is measured in processes of its own, in seconds of processor time (what one core takes), the best of three; word
lists are read before the time begins (start-up). Speeds are set against the alternatives in the same run where these are
installed (alternatives.py), and against data/raw itself.

    python benchmarks/speed.py
    python benchmarks/speed.py FOLDER... --leave-out WORD     # other documents too, text or DOCX
"""

from __future__ import annotations

import argparse
import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import finders
import inputs
import made
import measure
from tables import table

MOST = 500  # MB that a document of 10 MB may take; an endless list of rows takes what its rows take
PATIENCE = 100  # seconds that any document may take before it is given up


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="*", help="more folders of documents")
    inputs.add_leave_out(parser)
    given = parser.parse_args()
    leave_out = ("--leave-out", *given.leave_out) if given.leave_out else ()
    works = {folder.name: measure.best_of("extraction.py", folder, *leave_out) for folder in (inputs.RAW, *given.folders)}
    own = works[inputs.RAW.name]
    print("Whole documents, all fields:\n")
    print(table(("folder", "documents", "characters", "rows", "seconds", "characters/s", "start-up s", "peak MB"), map(_line, works, works.values())))
    print("\nAgainst other ways of reading data/raw, none of which gives more than number, unit and noun:\n")
    print(table(("", "characters/s", "mubiao is faster by"), _against(own)))
    print(f"\nLong and hard documents (real text of 10 MB may take {MOST} MB):\n")
    print(table(("document", "characters", "seconds", "times the shorter", "characters/s", "of data/raw", "peak MB", "rows"), _growth(own)))


def _speed(work: measure.Measured) -> float:
    return float(work.result["characters"]) / work.seconds


def _line(name: str, work: measure.Measured) -> list[str]:
    counts = [f"{work.result[key]:,}" for key in ("documents", "characters", "rows")]
    return [name, *counts, f"{work.seconds:.2f}", f"{_speed(work):,.0f}", f"{work.start:.1f}", f"{work.megabytes:.0f}"]


def _against(own: measure.Measured) -> Iterator[list[str]]:
    """The speed of each alternative on the same texts, already decoded for it."""
    yield ["mubiao", f"{_speed(own):,.0f}", "1"]
    with TemporaryDirectory() as folder:
        path = Path(folder, "texts.json")
        path.write_text(json.dumps([entry.read().text for entry in inputs.documents([inputs.RAW])]), encoding="utf-8")
        for name in finders.installed():
            speed = own.result["characters"] / measure.best_of("finders.py", name, path).seconds
            yield [name, f"{speed:,.0f}", f"{_speed(own) / speed:.2g}"]


def _growth(own: measure.Measured) -> Iterator[list[str]]:
    """Each made document in four lengths; time that grows with the length doubles from line to line."""
    with TemporaryDirectory() as folder:
        for kind, paths in made.write_all(Path(folder)).items():
            before = None
            for part, path in zip(made.PARTS, paths, strict=True):
                name = kind if part == 1 else f"1/{part} of: {kind}"
                try:
                    work = measure.best_of("extraction.py", path, limit=PATIENCE)
                except subprocess.TimeoutExpired:
                    yield [name, "", f"over {PATIENCE}", *[""] * 5]
                    break
                yield [name, *_made(work, before, _speed(own), MOST if "text" in kind else None)]
                before = work.seconds


def _made(work: measure.Measured, before: float | None, usual: float, most: float | None) -> list[str]:
    times = f"{work.seconds / before:.2f}" if before else ""
    peak = f"{work.megabytes:.0f}" + (" TOO MUCH" if most and work.megabytes > most else "")
    speed = _speed(work)
    return [f"{work.result['characters']:,}", f"{work.seconds:.2f}", times, f"{speed:,.0f}", f"{speed / usual:.2f}", peak, f"{work.result['rows']:,}"]


if __name__ == "__main__":
    main()
