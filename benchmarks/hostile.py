"""Files that are made to break a reader, each in a process of its own: seconds, memory, and the line that it ends in.

At the end all of them lie in one folder with good documents, and a build shows that these keep their rows.

    python benchmarks/hostile.py
"""

from __future__ import annotations

import argparse
import subprocess
import tempfile
from pathlib import Path

from hostile_work import FILES
from measure import best_of
from mubiao.gathered import BuildReport
from mubiao.pipeline import build

SECONDS = 20
GOOD = Path(__file__).resolve().parents[1] / "data" / "raw" / "330200-ningbo-2022-work-report.txt"


def built(folder: Path, names: list[str]) -> BuildReport:
    """A build of a good document and of hostile files."""
    raw = folder / "raw"
    raw.mkdir(exist_ok=True)
    (raw / GOOD.name).write_bytes(GOOD.read_bytes())
    for name in names:
        (raw / f"{name}.dat").write_bytes(FILES[name]())
    return build(raw, folder / "out", workers=2)


def together() -> None:
    """The rows of a good document alone and beside all hostile files, and the line for each of these."""
    with tempfile.TemporaryDirectory() as work:
        alone = built(Path(work), [])
        beside = built(Path(work), list(FILES))
    kept = "kept" if beside.observations == alone.observations else "LOST"
    print(f"\nRows of a good document alone: {alone.observations}; beside {len(FILES)} hostile files: {beside.observations}.")
    print(f"The others' rows are {kept}:")
    print(*(f"- {line}" for line in beside.bad), sep="\n")


if __name__ == "__main__":
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    print("| file | seconds | MB, the making of the file included | ends with |\n|---|---:|---:|---|")
    for name in FILES:
        try:
            done = best_of("hostile_work.py", name, runs=1, limit=4 * SECONDS)
            print(f"| {name} | {done.clock:.1f} | {done.megabytes:.0f} | {done.result} |", flush=True)
        except subprocess.TimeoutExpired:
            print(f"| {name} | more than {4 * SECONDS} | | |", flush=True)
    together()
