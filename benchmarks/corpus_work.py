"""One build with time and memory of its stages, for corpus.py and growth.py, as JSON: ``python benchmarks/corpus_work.py RAW OUT WORKERS``.

With ``copied`` in the place of the workers nothing is read: extracts are made by copies.py.
"""

from __future__ import annotations

import json
import os
import re
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from mubiao import gathered, pipeline
from mubiao.tables import database, store

# Functions of these modules and classes, by the stage that they are; a stage inside another is counted once, as itself.
STAGES = {
    "reading": [(gathered, "documents")],
    "files of the tables": [(pipeline, "write_rows"), (store.Staged, "write_waiting")],
    "database": [(pipeline, "write_database"), (pipeline, "update_database")],
    "answers of the views": [(database, "write_answers")],
    "to disk": [(pipeline, "publish")],
}
REST = "the rest"
COPIED = "copied"
STATUS, RESET = Path("/proc/self/status"), Path("/proc/self/clear_refs")


class Clock:
    """By stage: seconds of the clock and of all processors, and the most memory that this process held, in MB."""

    def __init__(self) -> None:
        self.spent = dict.fromkeys((*STAGES, REST), (0.0, 0.0, 0.0))
        self._inside: list[str] = []
        self._last = _now()

    @contextmanager
    def during(self, stage: str) -> Iterator[None]:
        """Count what passes as time of a stage."""
        self.book()
        self._inside.append(stage)
        try:
            yield
        finally:
            self.book()
            self._inside.pop()

    def timed(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function, whose time is counted."""

        def counted(*given: Any, **named: Any) -> Any:
            with self.during(stage):
                return function(*given, **named)

        return counted

    def book(self) -> None:
        """Count what has passed."""
        now, peak = _now(), _peak()
        stage = self._inside[-1] if self._inside else REST
        clock, processors, megabytes = self.spent[stage]
        self.spent[stage] = (clock + now[0] - self._last[0], processors + now[1] - self._last[1], max(megabytes, peak))
        self._last = now


def _now() -> tuple[float, float]:
    used = os.times()  # with those of workers that have ended
    return time.perf_counter(), used.user + used.system + used.children_user + used.children_system


def _peak() -> float:
    """Most memory held since it was asked last; 0 where the system does not say."""
    if not (STATUS.exists() and RESET.exists()):
        return 0.0
    mark = re.search(r"VmHWM:\s*(\d+)", STATUS.read_text())
    RESET.write_text("5")
    return int(mark[1]) / 1000 if mark else 0.0


def main() -> None:
    """Build."""
    raw, out, workers = sys.argv[1:]
    clock = Clock()
    with ExitStack() as stack:
        for stage, functions in STAGES.items():
            for module, name in functions:
                stack.enter_context(patch.object(module, name, clock.timed(stage, getattr(module, name))))
        if workers == COPIED:
            from copies import copied

            pipeline.build(Path(raw), Path(out), workers=copied)
        else:
            pipeline.build(Path(raw), Path(out), workers=int(workers))
    clock.book()
    json.dump(clock.spent, sys.stdout)


if __name__ == "__main__":
    main()
