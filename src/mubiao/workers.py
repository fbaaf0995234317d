"""Many jobs in several processes: one that dies is replaced, and its jobs are tried once more, each alone."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import connection, parent_process
from typing import TypeVar

from mubiao.limits import DOCUMENT_MEMORY, taken

Job = TypeVar("Job")
Result = TypeVar("Result")
AHEAD = 2  # jobs that wait for each process: what is lost with a process is little


class Killed(Exception):
    """A process died over the job twice."""


def cores() -> int:
    """Cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def in_processes(work: Callable[[Job], Result], jobs: Sequence[Job], workers: int) -> Iterator[tuple[int, Result | Killed]]:
    """Position of each job and its result, in the order in which they are done.

    Args:
        work: a function of a module, which another process can find.
    """
    waiting = deque(range(len(jobs)))
    while waiting:
        lost: list[int] = []
        for index, result in _until_one_dies(work, jobs, waiting, workers):
            if isinstance(result, Killed):
                lost.append(index)
            else:
                yield index, result
        for index in sorted(lost):
            yield from _until_one_dies(work, jobs, deque([index]), 1)


def _until_one_dies(work: Callable[[Job], Result], jobs: Sequence[Job], waiting: deque[int], workers: int) -> Iterator[tuple[int, Result | Killed]]:
    """Take jobs from those that wait; where a process dies, those that were under way end as killed and the rest is left."""
    running: dict[Future[Result], int] = {}
    with _pool(min(workers, len(waiting))) as pool:
        broken = False
        while running or (waiting and not broken):
            while waiting and not broken and len(running) < AHEAD * workers:
                try:
                    running[pool.submit(work, jobs[waiting[0]])] = waiting[0]
                except BrokenProcessPool:
                    broken = True
                    break
                waiting.popleft()
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                index = running.pop(future)
                try:
                    yield index, future.result()
                except BrokenProcessPool:
                    broken = True
                    yield index, Killed()


@contextmanager
def _pool(processes: int) -> Iterator[ProcessPoolExecutor]:
    """Processes that end at once, in the middle of a document, when somebody has had enough (Ctrl-C)."""
    enough, end = connection.Pipe(duplex=False)
    pool = ProcessPoolExecutor(max_workers=processes, initializer=_begin, initargs=(enough,))
    try:
        yield pool
    except BaseException:
        end.send_bytes(b"enough")
        raise
    finally:
        pool.shutdown(cancel_futures=True)
        enough.close()
        end.close()


def _begin(enough: connection.Connection) -> None:
    """In a new process: end with the one that began it or when that says so, and take no more memory than a document may."""
    threading.Thread(target=_end_with_parent, args=(enough,), daemon=True).start()
    signal.signal(signal.SIGINT, lambda *_: None)  # Ctrl-C reaches all processes of a terminal; one of them answers
    if sys.platform == "linux":
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        if hard == resource.RLIM_INFINITY:
            resource.setrlimit(resource.RLIMIT_AS, (taken() + DOCUMENT_MEMORY, hard))


def _end_with_parent(enough: connection.Connection) -> None:
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel, enough])  # nobody reads what comes there, so that every process sees it
        os._exit(1)
