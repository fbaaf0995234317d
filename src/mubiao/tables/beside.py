"""Pieces of work that are done several at a time: what writes a file lets others work while it packs and waits."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor

AT_ONCE = 2  # each may sort a province


def all_of(work: Iterable[Callable[[], object]]) -> None:
    """Do all of it; where a piece fails, those that wait are not begun."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        try:
            for done in [pool.submit(piece) for piece in work]:
                done.result()
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise
