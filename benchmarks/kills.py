"""Builds that are killed at random moments, or run through, with readers that never may see torn or mixed tables.

Two documents are rewritten for each build so that all values of a version are the same number; readers (mubiao, pandas on the Parquet files
behind the pointer, another DuckDB) look all the time, and their numbers never fall. In the end one build runs through and must hold the
last number; whoever failed, a reader or a build, ends the command with an error.

    python benchmarks/kills.py --kills 200
    python benchmarks/kills.py --kills 0 --builds 20 --readers mubiao pandas
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from multiprocessing.process import BaseProcess
from pathlib import Path
from tempfile import TemporaryDirectory

import mubiao
import mubiao.tables.versions
from mubiao.errors import MubiaoError
from mubiao.tables.versions import current

TOLD = 20  # kills between two lines that say how far it is
PLACES = ("宁波市", "成都市")
TEXT = "{place}2025年政府工作报告\n二、2025年主要任务\n新增绿地{number}公顷，新增绿道{number}公里。\n"
READERS = {
    "mubiao": "values = [value for (value,) in mubiao.open(out).sql('select value from observations').fetchall()]",
    "pandas": "values = pd.read_parquet(os.path.realpath(f'{out}/current') + '/observations')['value'].tolist()",
    "duckdb": """
    with duckdb.connect(f'{out}/mubiao.duckdb', read_only=True) as other:
        values = [value for (value,) in other.execute('select value from observations').fetchall()]
    """,
}
READER = """
import os, sys, time, duckdb, mubiao, pandas as pd
out, looks, last, seen = sys.argv[1], 0, 0, set()
while not os.path.exists(out + '/stop'):
    {look}
    assert len(values) == 4 and len(set(values)) == 1 and values[0] >= last, (last, values)
    last = values[0]
    seen.add(last)
    looks += 1
    time.sleep(0.1)  # leaves the cores to the builds
print(f"{{looks}} looks at {{len(seen)}} versions")
"""


def main() -> None:
    """Kill builds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--builds", type=int, default=0, help="builds after them that nobody kills")
    parser.add_argument("--readers", nargs="+", choices=READERS, default=list(READERS))
    parser.add_argument("--longest", type=float, help="seconds until a kill; where it is not given, those of the last builds that came through")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    builds = multiprocessing.get_context("forkserver")  # each build is a process that has imported everything, so that kills meet its work
    builds.set_forkserver_preload(["__main__", "mubiao.pipeline", "mubiao.tables.database"])
    with TemporaryDirectory() as folder:
        raw, out = Path(folder) / "raw", Path(folder) / "tables"
        raw.mkdir()
        written(raw, 1)
        mubiao.build(raw, out)
        readers = {
            name: subprocess.Popen([sys.executable, "-c", READER.format(look=READERS[name]), out], stdout=subprocess.PIPE, encoding="utf-8")
            for name in given.readers
        }
        failed = 0
        try:
            met = killed(builds.Process, raw, out, given.kills, given.longest, random.Random(given.seed))
            last = given.kills + given.builds + 2
            for number in range(given.kills + 2, last + 1):
                written(raw, number)
                build = builds.Process(target=mubiao.build, args=(raw, out, 2))
                build.start()
                build.join()
                failed += build.exitcode != 0
        finally:
            (out / "stop").touch()
            saw = {name: reader.communicate()[0].strip() or "FAILED" for name, reader in readers.items()}
        with mubiao.open(out) as opened:
            held = {value for (value,) in opened.sql("select value from observations").fetchall()}
        left = [path.name for path in (out / "versions").iterdir() if path.name.startswith(".")]
    print(f"{given.kills} kills, while builds were {', '.join(f'{step}: {count}' for step, count in sorted(met.items()))}")
    print(f"{given.builds} builds more ({failed} failed)")
    print(f"readers: {saw}; held: {held}, left behind: {left}")
    sys.exit("FAILED" in saw.values() or bool(failed) or held != {float(last)} or bool(left))


def killed(process: Callable[..., BaseProcess], raw: Path, out: Path, kills: int, longest: float | None, chance: random.Random) -> Counter[str]:
    """Kill builds at random moments within the time that one takes, which is learnt from those that come through; what they were doing."""
    met: Counter[str] = Counter()
    takes = longest or 60.0
    for number in range(2, kills + 2):
        written(raw, number)
        before = current(out)
        build = process(target=mubiao.build, args=(raw, out, 2))
        begin = time.perf_counter()
        build.start()
        build.join(takes if number == 2 else chance.uniform(0, takes))
        ended = build.exitcode is not None
        build.kill()
        build.join()
        if longest is None:
            spent = time.perf_counter() - begin
            takes = spent if number == 2 else (takes + spent) / 2 if ended else takes * 1.03
        met["done" if ended else doing(out, before)] += 1
        finished(out)
        if met.total() % TOLD == 0:
            print(f"{met.total()} of {kills} kills", flush=True)
    return met


def doing(out: Path, before: Path | None) -> str:
    """What a dead build was doing, by what it left."""
    if current(out) != before:
        return "publishing, behind the swap"
    versions = {path.name for path in (out / "versions").iterdir() if path.name.isdigit()}
    if max(versions) > (before.name if before else ""):
        return "publishing, before the swap"
    left = out / "versions" / ".building"
    if (left / "manifest.json").exists():
        return "publishing, on its way to disk"
    if (left / "mubiao.duckdb").exists():
        return "writing the database"
    return "writing rows" if left.exists() else "reading"


def written(raw: Path, number: int) -> None:
    """Both documents with one number."""
    for place in PLACES:
        (raw / f"{place}.new").write_text(TEXT.format(place=place, number=number), encoding="utf-8")
    for place in PLACES:
        os.replace(raw / f"{place}.new", raw / f"{place}.txt")


def finished(out: Path) -> None:
    """Wait until the workers of a dead build have gone, which takes a moment; a build must be possible then."""
    for _ in range(100):
        try:
            with mubiao.tables.versions.building(out):
                return
        except MubiaoError:
            time.sleep(0.1)
    raise SystemExit("the lock of a dead build stays")


if __name__ == "__main__":
    main()
