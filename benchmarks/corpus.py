"""A whole build of N documents, made of those in data/raw with other places and years: time, memory, files and bytes.

Every document is read, not copied from extracts. The steps: a first build, a build with nothing changed, one with a document added,
and one with a document changed. Memory is the peak of all processes together, sampled five times a second.

    python benchmarks/corpus.py --documents 1000
    python benchmarks/corpus.py --documents 10000 --workers 2 --folder FOLDER      # the corpus and tables are kept there
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import inputs
from mubiao.read.places import gazetteer
from mubiao.workers import cores
from tables import table

YEARS = range(2005, 2026)
YEAR = re.compile(r"20[012]\d")
OWN = re.compile("宁波|鄞州|慈溪")
CODE = re.compile(r"\d{6}-[a-z]+-(\d{4})")
RUN = "import sys, mubiao.pipeline as p; from pathlib import Path; p.build(Path(sys.argv[1]), Path(sys.argv[2]), workers=int(sys.argv[3]))"


@dataclass(frozen=True)
class Measured:
    """What a step took."""

    seconds: float
    megabytes: float


def main() -> None:
    """Make, build, build again."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--workers", type=int, default=cores())
    parser.add_argument("--folder", type=Path, help="keep the corpus and the tables there, and use what is there")
    given = parser.parse_args()
    with TemporaryDirectory() as passing:
        run(given.folder or Path(passing), given.documents, given.workers)


def run(folder: Path, documents: int, workers: int) -> None:
    """Print the table."""
    raw, out = folder / "raw", folder / "tables"
    raw.mkdir(parents=True, exist_ok=True)
    characters = 0
    for name, text in islice(made(), documents):
        (raw / name).write_text(text, encoding="utf-8")
        characters += len(text)
    steps = {"first build": built(raw, out, workers)}
    steps["nothing changed"] = built(raw, out, workers)
    name, text = next(islice(made(), documents, None))
    (raw / name).write_text(text, encoding="utf-8")
    steps["one document added"] = built(raw, out, workers)
    (raw / name).write_text(text.replace("增长", "提高"), encoding="utf-8")
    steps["one document changed"] = built(raw, out, workers)
    print(f"{documents:,} documents, {characters:,} characters, {workers} workers\n")
    print(
        table(("step", "seconds", "peak MB of all processes"), ([name, f"{one.seconds:.1f}", f"{one.megabytes:,.0f}"] for name, one in steps.items()))
    )
    lying = {"tables": (out / "current").resolve(), "extracts": out / ".cache"}
    found = {name: [path.stat().st_size for path in place.rglob("*") if path.is_file()] for name, place in lying.items()}
    sizes = [[name, f"{len(files):,}", f"{sum(files) / 1e6:,.0f}"] for name, files in found.items()]
    print("\n" + table(("on disk", "files", "MB"), sizes))


def made() -> Iterator[tuple[str, str]]:
    """Names and texts, always in the same order."""
    texts = {path.name: path.read_text(encoding="utf-8") for path in sorted(inputs.RAW.glob("*.txt"))}
    places = [place for place in gazetteer().by_code.values() if not place.code.endswith("0000")]
    for year in YEARS:
        for number, place in enumerate(places):
            name, text = list(texts.items())[number % len(texts)]
            shift = year - int(CODE.match(name)[1])  # type: ignore[index]
            moved = YEAR.sub(lambda found, by=shift: str(int(found[0]) + by), OWN.sub(place.name.rstrip("市县区"), text))
            yield f"{place.code}-{year}.txt", f"{gazetteer().full_name(place)}{year}年政府工作报告\n\n{moved}"


def built(raw: Path, out: Path, workers: int) -> Measured:
    """A build in processes of its own."""
    begin, peak = time.perf_counter(), 0.0
    with subprocess.Popen([sys.executable, "-c", RUN, raw, out, str(workers)]) as process:
        while process.poll() is None:
            peak = max(peak, sum(_resident(pid) for pid in _family(process.pid)))
            time.sleep(0.2)
    if process.returncode:
        sys.exit(process.returncode)
    return Measured(time.perf_counter() - begin, peak / 1e3)


def _family(pid: int) -> Iterator[int]:
    yield pid
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            children = task.read_text().split()
        except OSError:
            continue
        for child in children:
            yield from _family(int(child))


def _resident(pid: int) -> float:
    """Kilobytes that a process holds and shares with no other."""
    try:
        found = re.search(r"^Pss:\s*(\d+)", Path(f"/proc/{pid}/smaps_rollup").read_text(), re.MULTILINE)
    except OSError:
        return 0.0
    return float(found[1]) if found else 0.0


if __name__ == "__main__":
    main()
