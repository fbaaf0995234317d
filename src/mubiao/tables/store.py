"""Parquet files: the same rows give the same bytes, and a build that dies leaves the last good tables.

All files of a build are written beside the tables first. Then a mark is set, and the tables are moved into place; who
opens the folder after a crash finishes the moves that were left.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from hashlib import sha256
from itertools import groupby
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

BUILDING = ".building"
READY = "READY"
PARTITIONS = ("jurisdiction_code", "year")
ORDER = (*PARTITIONS, "doc_id", "char_start", "char_end", "observation_id")


class Staging:
    """A place beside the tables where a build writes."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self.folder = out / BUILDING
        out.mkdir(parents=True, exist_ok=True)
        recover(out)
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir()

    def write(self, name: str, table: pa.Table) -> None:
        """One table as one file."""
        (self.folder / name).mkdir()
        _write(table, self.folder / name / "part-0.parquet")

    def write_observations(self, table: pa.Table) -> None:
        """Observations, one file for each jurisdiction and year; a file that would hold the same is kept as it is."""
        (self.folder / "observations").mkdir()
        ordered = table.sort_by([(name, "ascending") for name in ORDER])
        for (code, year), low, high in _runs(ordered):
            name = Path("observations") / f"jurisdiction_code={code}" / f"year={year}" / "part-0.parquet"
            (self.folder / name).parent.mkdir(parents=True)
            _write(ordered.slice(low, high - low).drop_columns(list(PARTITIONS)), self.folder / name)
            _keep_if_same(self.out / name, self.folder / name)

    def commit(self) -> None:
        """Put the new tables in place of the old ones."""
        (self.folder / READY).touch()
        recover(self.out)


def recover(out: Path) -> None:
    """Finish the moves of a build that was ready when it died; drop one that was not."""
    folder = out / BUILDING
    if not (folder / READY).exists():
        return
    for entry in sorted(folder.iterdir()):
        if entry.name == READY:
            continue
        target = out / entry.name
        if target.is_dir():
            shutil.rmtree(target)
        os.replace(entry, target)
    shutil.rmtree(folder)


def _runs(table: pa.Table) -> Iterator[tuple[tuple[str, int], int, int]]:
    """Keys and row ranges of the partitions of an ordered table."""
    keys = list(zip(table["jurisdiction_code"].to_pylist(), table["year"].to_pylist(), strict=True))
    low = 0
    for key, run in groupby(keys):
        high = low + sum(1 for _ in run)
        yield key, low, high
        low = high


def _write(table: pa.Table, path: Path) -> None:
    pq.write_table(table, path, compression="zstd", use_dictionary=True, write_statistics=True, store_schema=True)


def _keep_if_same(old: Path, new: Path) -> None:
    """A later step adds years without touching the rest."""
    if old.exists() and _digest(old) == _digest(new):
        new.unlink()
        os.link(old, new)


def _digest(path: Path) -> bytes:
    return sha256(path.read_bytes()).digest()
