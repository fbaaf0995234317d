"""A document that takes longer than it may is given up, in whatever thread it is read."""

from __future__ import annotations

import ctypes
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from mubiao.errors import ReadError
from mubiao.limits import DOCUMENT_SECONDS


class TooLong(ReadError):
    """A document takes more time than it may; made anew with its argument where it comes from another process."""

    def __init__(self, message: str = f"takes longer than {DOCUMENT_SECONDS:g} seconds; split it") -> None:
        super().__init__(message)


class _TimeIsOver(BaseException):
    """The time is over; no Exception, which libraries catch and go on, or make another of."""


@contextmanager
def in_time() -> Iterator[None]:
    """End what takes too long: by the clock of the system in the thread that may set it, by one of our own in others.

    Raises:
        TooLong: it did.
    """
    try:
        with _watched():
            yield
    except _TimeIsOver:
        raise TooLong from None


@contextmanager
def _watched() -> Iterator[None]:
    main = threading.current_thread() is threading.main_thread()
    if not main or not hasattr(signal, "setitimer"):
        with _in_time_of(threading.get_ident()):
            yield
        return
    if signal.getitimer(signal.ITIMER_REAL)[0]:  # somebody else's clock
        yield
        return
    before = signal.signal(signal.SIGALRM, _late)
    signal.setitimer(signal.ITIMER_REAL, DOCUMENT_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _late(*_: object) -> None:
    raise _TimeIsOver


@contextmanager
def _in_time_of(thread: int) -> Iterator[None]:
    """The same where signals do not reach, as in the threads of a cluster's workers: the interpreter raises in the thread."""
    running = threading.Lock()  # taken by whoever comes first: the end of the work, or of the time

    def late() -> None:
        if running.acquire(blocking=False):
            ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(_TimeIsOver))

    timer = threading.Timer(DOCUMENT_SECONDS, late)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        running.acquire(blocking=False)
        timer.cancel()
