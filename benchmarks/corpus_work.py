"""One build with the time of its stages, for corpus.py: ``python benchmarks/corpus_work.py RAW OUT WORKERS`` prints them as JSON."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from mubiao import pipeline
from mubiao.tables import database

# Functions of these modules, by the stage that they are; a stage inside another is counted once, as itself.
STAGES = {
    "reading": [(pipeline, "_documents")],
    "files of the tables": [(pipeline, "write_rows")],
    "database": [(pipeline, "write_database"), (pipeline, "update_database")],
    "answers of the views": [(database, "write_answers")],
    "to disk": [(pipeline, "publish")],
}


class Clock:
    """Seconds by stage: of the clock, and of all processors."""

    def __init__(self) -> None:
        self.spent = dict.fromkeys(STAGES, (0.0, 0.0))
        self._inside: list[str] = []
        self._last = _now()

    @contextmanager
    def during(self, stage: str) -> Iterator[None]:
        """Count what passes as time of a stage."""
        self._book()
        self._inside.append(stage)
        try:
            yield
        finally:
            self._book()
            self._inside.pop()

    def timed(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function, whose time is counted."""

        def counted(*given: Any, **named: Any) -> Any:
            with self.during(stage):
                return function(*given, **named)

        return counted

    def _book(self) -> None:
        now = _now()
        if self._inside:
            clock, processors = self.spent[self._inside[-1]]
            self.spent[self._inside[-1]] = (clock + now[0] - self._last[0], processors + now[1] - self._last[1])
        self._last = now


def _now() -> tuple[float, float]:
    used = os.times()  # with those of workers that have ended
    return time.perf_counter(), used.user + used.system + used.children_user + used.children_system


def main() -> None:
    """Build."""
    raw, out, workers = sys.argv[1:]
    clock = Clock()
    with ExitStack() as stack:
        for stage, functions in STAGES.items():
            for module, name in functions:
                stack.enter_context(patch.object(module, name, clock.timed(stage, getattr(module, name))))
        pipeline.build(Path(raw), Path(out), workers=int(workers))
    json.dump(clock.spent, sys.stdout)


if __name__ == "__main__":
    main()
