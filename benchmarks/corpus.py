"""A whole build of N documents, made of real ones with other places, years and figures: time by stage, memory, files and bytes.

Every document is read, not copied from extracts. The steps: a first build, a build with nothing changed, one with a document added,
one with a document changed, and one with a document removed. Each place has a document for each of 21 years; places are drawn from
all provinces. Memory is the peak of all processes together, sampled five times a second; processor time says what the stages take
also where the machine does other things.

    python benchmarks/corpus.py --documents 1000
    python benchmarks/corpus.py --documents 10000 --workers 2 --folder FOLDER      # the corpus and tables are kept there
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import inputs
from made import SHIFTED
from mubiao.read.places import Place, gazetteer
from mubiao.workers import cores
from tables import table

YEARS = range(2005, 2026)
YEAR = re.compile(r"20[012]\d")
OWN = re.compile("宁波|鄞州|慈溪")
CODE = re.compile(r"\d{6}-[a-z]+-(\d{4})")
# Numbers that are no years, dates, or numbers of lists and documents.
FIGURE = re.compile(r"(?<![\d.〔])(?!20[0-4]\d(?!\d))\d+(?:\.\d+)?(?![\d.、年月日号届〕])")
WORK = Path(__file__).with_name("corpus_work.py")
Stages = dict[str, tuple[float, float, float]]


@dataclass(frozen=True)
class Measured:
    """What a step took: seconds by the clock, peak of memory, and the seconds of each stage by the clock and of all processors."""

    seconds: float
    megabytes: float
    stages: Stages


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
    (raw / name).unlink()
    steps["one document removed"] = built(raw, out, workers)
    print(f"{documents:,} documents, {characters:,} characters, {workers} workers\n")
    head = ("step", "seconds", "peak MB of all processes", *(f"{stage}: clock, processors" for stage in steps["first build"].stages))
    print(table(head, ([name, f"{one.seconds:.1f}", f"{one.megabytes:,.0f}", *_told(one.stages)] for name, one in steps.items())))
    lying = {"tables": (out / "current").resolve(), "extracts": out / ".cache"}
    found = {name: [path.stat().st_size for path in place.rglob("*") if path.is_file()] for name, place in lying.items()}
    sizes = [[name, f"{len(files):,}", f"{sum(files) / 1e6:,.0f}"] for name, files in found.items()]
    print("\n" + table(("on disk", "files", "MB"), sizes))


def made() -> Iterator[tuple[str, str]]:
    """Names and texts, always in the same order: all years of one place, then those of another one anywhere in the country."""
    texts = {path.name: path.read_text(encoding="utf-8") for path in sorted(inputs.RAW.glob("*.txt"))}
    for number, place in enumerate(places()):
        for year in YEARS:
            name, text = list(texts.items())[(number + year) % len(texts)]
            shift = year - int(CODE.match(name)[1])  # type: ignore[index]
            digits = SHIFTED[(number * 7 + year) % len(SHIFTED)]
            moved = YEAR.sub(lambda found, by=shift: str(int(found[0]) + by), OWN.sub(place.name.rstrip("市县区"), text))
            moved = FIGURE.sub(lambda found, digits=digits: found[0].translate(digits), moved)
            yield f"{place.code}-{year}.txt", f"{gazetteer().full_name(place)}{year}年政府工作报告\n\n{moved}"


def places() -> list[Place]:
    """All places below provinces, in an order that spreads the first ones over the country."""
    found = (place for place in gazetteer().by_code.values() if not place.code.endswith("0000"))
    return sorted(found, key=lambda place: sha256(place.code.encode()).digest())


def built(raw: Path, out: Path, workers: int) -> Measured:
    """A build in processes of its own."""
    begin, peak = time.perf_counter(), 0.0
    with subprocess.Popen([sys.executable, WORK, raw, out, str(workers)], stdout=subprocess.PIPE) as process:
        while process.poll() is None:
            peak = max(peak, sum(_resident(pid) for pid in _family(process.pid)))
            time.sleep(0.2)
        seconds = time.perf_counter() - begin
        if process.returncode:
            sys.exit(process.returncode)
        return Measured(seconds, peak / 1e3, json.load(process.stdout))  # type: ignore[arg-type]


def _told(stages: Stages) -> list[str]:
    return [f"{clock:.1f}, {processors:.1f}" for clock, processors, _ in stages.values()]


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
