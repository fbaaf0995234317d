"""What goes wrong with disks and memory while tables are written, told in one line."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pyarrow as pa

from mubiao.errors import StorageError
from mubiao.tables.versions import current


@contextmanager
def written_to(out: Path) -> Iterator[None]:
    """What goes wrong ends in one line; the newest version stays what it was."""
    before = current(out)
    try:
        yield
    except (OSError, MemoryError, RecursionError, duckdb.Error, pa.ArrowException) as error:
        if current(out) != before:
            raise StorageError(f"{out}: the new tables are there, but what goes with them is not ({reason(error)}); build again") from error
        raise StorageError(f"{out}: the tables cannot be written ({reason(error)}); the last good ones stay") from error
    except RuntimeError as error:
        if "interrupt" in str(error).lower():  # how DuckDB tells of Ctrl-C while it writes
            raise KeyboardInterrupt from error
        raise


def reason(error: Exception) -> str:
    """What went wrong, and where, in one line."""
    if isinstance(error, OSError) and error.strerror:
        return ": ".join(str(told) for told in (error.filename2 or error.filename, error.strerror) if told)
    return " ".join(str(error).split()) or "out of memory"  # DuckDB names what is behind it last
