"""How time and memory of everything but reading grow with the number of documents, and what a change costs in a large build.

No real build: a few documents are read, and the extracts of all others are made from theirs (copies.py), so that tables, database
and answers have as many rows as those of so many documents, in much less time. corpus.py makes real builds. The steps: a first build, one with
nothing changed, one document added, changed and removed. By stage, seconds of all processors and the most memory that it held.

    python benchmarks/growth.py --documents 1000 3000 10000
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import copies
from corpus_work import COPIED
from tables import table

WORK = Path(__file__).with_name("corpus_work.py")


def main() -> None:
    """Make, build, build again, for each number."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, nargs="+", default=[1000, 3000])
    for documents in parser.parse_args().documents:
        with TemporaryDirectory() as passing:
            run(Path(passing), documents)


def run(folder: Path, documents: int) -> None:
    """Print the table of one number of documents."""
    raw, out = folder / "raw", folder / "tables"
    copies.write(raw, documents + 1)
    last = max(raw.iterdir())
    text = last.read_text(encoding="utf-8")
    last.unlink()
    steps = {"first build": built(raw, out), "nothing changed": built(raw, out)}
    last.write_text(text, encoding="utf-8")
    steps["one document added"] = built(raw, out)
    last.write_text(f"{text} changed", encoding="utf-8")
    steps["one document changed"] = built(raw, out)
    last.unlink()
    steps["one document removed"] = built(raw, out)
    print(f"{documents:,} documents\n")
    stages = list(steps["first build"])
    head = ("step", "seconds by the clock", *(f"{stage}: processors, MB" for stage in stages))
    rows = []
    for step, spent in steps.items():
        whole = sum(clock for clock, _, _ in spent.values())
        rows.append([step, f"{whole:.1f}", *(f"{processors:.1f}, {megabytes:,.0f}" for _, processors, megabytes in spent.values())])
    print(table(head, rows), flush=True)
    print()


def built(raw: Path, out: Path) -> dict[str, tuple[float, float, float]]:
    """Stage -> seconds by the clock, of all processors, most MB."""
    done = subprocess.run([sys.executable, WORK, raw, out, COPIED], stdout=subprocess.PIPE, check=True)
    found: dict[str, tuple[float, float, float]] = json.loads(done.stdout)
    return found


if __name__ == "__main__":
    main()
