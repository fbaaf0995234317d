"""The same documents built by one process, by two, by a Dask cluster of two worker processes, and by one of which a worker is killed.

Prints the time of each and whether its Parquet files are the same to the byte.

    python benchmarks/cluster.py --documents 300
"""

from __future__ import annotations

import argparse
import logging
import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread

from distributed import Client, LocalCluster

from corpus import made
from mubiao.cluster.build import build_on
from mubiao.pipeline import build
from mubiao.remembered import Progress
from mubiao.tables.versions import current
from tables import table

Build = Callable[[Path, Path], object]


def main() -> None:
    """Make the documents, build them four times."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=300)
    given = parser.parse_args()
    with TemporaryDirectory() as folder, workers() as scheduler:
        raw = Path(folder) / "raw"
        raw.mkdir()
        for name, text in islice(made(), given.documents):
            (raw / name).write_text(text, encoding="utf-8")
        ways: dict[str, Build] = {
            "one process": lambda raw, out: build(raw, out),
            "two processes": lambda raw, out: build(raw, out, 2),
            "Dask, two workers": lambda raw, out: build_on(scheduler, raw, out),
            "Dask, one of them killed": lambda raw, out: killing(scheduler, raw, out, given.documents // 2),
        }
        measured = {way: timed(make, raw, Path(folder) / f"tables{number}") for number, (way, make) in enumerate(ways.items())}
    first = next(iter(measured.values()))[1]
    print(f"{given.documents:,} documents\n")
    print(
        table(
            ("way", "seconds", "same bytes"),
            ([way, f"{seconds:.1f}", "yes" if found == first else "NO"] for way, (seconds, found) in measured.items()),
        )
    )


@contextmanager
def workers() -> Iterator[str]:
    """Address of a scheduler with two worker processes of one thread."""
    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=logging.CRITICAL) as cluster:
        yield cluster.scheduler_address


def timed(make: Build, raw: Path, out: Path) -> tuple[float, dict[str, str]]:
    """Seconds of a build, and the digest of each Parquet file."""
    begin = time.perf_counter()
    make(raw, out)
    seconds = time.perf_counter() - begin
    version = current(out)
    assert version is not None
    return seconds, {path.relative_to(version).as_posix(): sha256(path.read_bytes()).hexdigest() for path in sorted(version.rglob("*.parquet"))}


def killing(scheduler: str, raw: Path, out: Path, after: int) -> None:
    """Build; when so many documents are done, kill a worker."""
    reached = Event()

    def kill() -> None:
        reached.wait()
        with Client(scheduler, set_as_default=False) as client:
            os.kill(min(client.run(os.getpid).values()), signal.SIGKILL)

    def tell(name: str, done: int, total: int) -> None:
        if done >= after:
            reached.set()

    watch: Progress = tell
    killer = Thread(target=kill)
    killer.start()
    build_on(scheduler, raw, out, progress=watch)
    killer.join()


if __name__ == "__main__":
    main()
