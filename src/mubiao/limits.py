"""What one document, one query and one build may take; ``docs/limits.md`` tells the same to users."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

DOCUMENT_SECONDS = 120.0  # of reading one document
DOCUMENT_MEMORY = 4 * 1024**3  # bytes that reading one document may add to a process of its own
SENTENCE_NUMBERS = 500  # that are read together; no sentence of the corpus has 60

QUERY_SECONDS = 30.0
QUERY_REMARKS = 2.0  # seconds for each question of ours about it: why nothing was found, what a sum takes together
QUERY_LONGEST = 86_400  # seconds: a day
QUERY_GRACE = 1.0  # seconds that DuckDB gets to hear of the end
QUERY_CHARACTERS = 50_000  # of its text: planning a longer one cannot be interrupted
QUERY_ROWS = 1_000_000
QUERY_MOST_ROWS = 10**12  # that anybody may allow
QUERY_UNCOUNTED = 1024**3  # bytes beside twice its memory: stacks of threads, and what DuckDB does not count

BUILD_MEMORY = 768 * 1024**2  # bytes that DuckDB takes at most in a build where nothing else is said, however many documents there are
THREAD_MEMORY = 128 * 1024**2  # bytes that each of its threads wants to itself, so that on a machine of many cores they are enough
SMALLEST_SHARE = 512 * 1024**2  # bytes that DuckDB gets in any case
UNKNOWN_MACHINE = 8 * 1024**3


def quarter_of_memory() -> int:
    """Bytes of a quarter of the machine's memory: what each open warehouse gives DuckDB where nothing else is said."""
    try:
        whole = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):  # Windows has no sysconf
        whole = UNKNOWN_MACHINE
    return max(whole // 4, SMALLEST_SHARE)


def memory_of_build() -> int:
    """Bytes that a build gives DuckDB where nothing else is said; DuckDB keeps what it has read for as long as it may, so that with more
    a build would take more with every document."""
    return min(quarter_of_memory(), BUILD_MEMORY)


def threads_for(memory: int) -> int:
    """Threads that so many bytes are enough for: with more, each would have too little to fill a table.

    >>> threads_for(BUILD_MEMORY), threads_for(SMALLEST_SHARE), threads_for(1)
    (6, 4, 1)
    """
    return max(1, memory // THREAD_MEMORY)


def taken() -> int:
    """Bytes of addresses that this process has (Linux)."""
    return int(Path("/proc/self/statm").read_text().split()[0]) * os.sysconf("SC_PAGE_SIZE")


@contextmanager
def no_more_than(more: int) -> Iterator[None]:
    """While it lasts this process gets so many bytes more at most (Linux), whoever asks for them; who wants more fails."""
    if sys.platform != "linux":
        yield
        return
    import resource

    before, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = min(limit for limit in (taken() + more, before, hard) if limit != resource.RLIM_INFINITY)
    resource.setrlimit(resource.RLIMIT_AS, (most, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (before, hard))
