"""Time and memory of a piece of work in a process of its own, so that nothing is warm that would not be."""

from __future__ import annotations

import json
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
STATUS = Path("/proc/self/status")
RUNS = 3  # the best counts: other work on the machine only ever slows
SLOW = 20  # seconds; what takes longer is run once


@dataclass(frozen=True)
class Measured:
    """What a process reported: seconds of processor time of the work, seconds by the clock, start-up, peak memory, the result."""

    seconds: float
    clock: float
    start: float
    megabytes: float
    result: Any


def best_of(script: str, *arguments: object, runs: int = RUNS, limit: float | None = None) -> Measured:
    """Run a script of this folder several times; the fastest run, with the largest peak of memory of all.

    Raises:
        subprocess.TimeoutExpired: a run took longer than ``limit`` seconds.
    """
    found: list[Measured] = []
    while len(found) < runs and (not found or found[0].clock < SLOW):
        done = subprocess.run([sys.executable, str(HERE / script), *map(str, arguments)], stdout=subprocess.PIPE, check=True, timeout=limit)
        found.append(Measured(**json.loads(done.stdout)))
    fastest = min(found, key=lambda one: one.seconds)
    return replace(fastest, megabytes=max(one.megabytes for one in found))


def report(prepare: Callable[[], object], work: Callable[[], object]) -> None:
    """The other side of :func:`best_of`: do the work after a start-up that is told apart, and print what it took.

    Processor time of all threads is what one core would take, and hardly depends on what else the machine does.
    """
    prepare()
    start = time.process_time()  # since the process began: the interpreter, imports and word lists
    begin = time.perf_counter()
    result = work()
    seconds, clock = time.process_time() - start, time.perf_counter() - begin
    json.dump({"seconds": seconds, "clock": clock, "start": start, "megabytes": _peak(), "result": result}, sys.stdout)


def _peak() -> float:
    """Most memory ever held, in MB.

    Linux counts what the parent held into the child's ru_maxrss; the high-water mark begins anew with the program.
    """
    if STATUS.exists() and (mark := re.search(r"VmHWM:\s*(\d+)", STATUS.read_text())):
        return int(mark[1]) / 1000
    kilobyte = 1000 if sys.platform == "darwin" else 1
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / kilobyte / 1000
