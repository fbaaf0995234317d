"""Parquet files: the same rows give the same bytes, and a part that would hold the same is taken from the version before.

A table of documents has a file for each province, sorted, with row groups small enough that a question about one place or year
reads little; the digest of its content stands in its name, so that files of two versions are never taken for one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from mubiao.digests import Digests
from mubiao.tables.answers import ANSWERS, taken_over
from mubiao.tables.beside import all_of
from mubiao.tables.database import view_files
from mubiao.tables.schema import VERSION, schema, to_arrow

MANIFEST = "manifest.json"
PART = {"made_of", "file", "digest", "bytes"}  # what is written down of each
ALL = "part-0"  # the part of a table that is one file
ORDER = ("jurisdiction_code", "year", "doc_id", "char_start", "char_end", "observation_id")
GROUP = 20_000  # rows of a row group at most
WORD = re.compile(r"'[^']*'|--[^\n]*|[^\s'-]+|-")  # of SQL: a text, a comment, whatever else stands between blanks
SHOWN = 12  # digits of a digest in names of files and in the manifest
TOGETHER = 64_000_000  # bytes of rows that are written at once


def province(code: str) -> str:
    """Code of the province of a place: 330282 -> 330000."""
    return f"{code[:2]}0000"


def prefecture(code: str) -> str:
    """Code of the prefecture of a place: 330282 -> 330200."""
    return f"{code[:4]}00"


class Staged:
    """The files of a version that is being written.

    Args:
        folder: where it is written.
        before: folder of the newest version, None for none.
        digests: of files that were read before.

    Attributes:
        parts: table and part -> what is written down of its file.
        damaged: files of the version before that are not what was written.
    """

    def __init__(self, folder: Path, before: Path | None, digests: Digests | None = None) -> None:
        self.folder = folder
        self.digests = digests or Digests()
        self.before = before
        self.parts: dict[str, dict[str, Any]] = {}
        self.damaged: list[str] = []
        self._waiting: list[Callable[[], None]] = []
        self._finished: dict[str, list[int | str] | None] = {}
        self._old = manifest(before).get("parts", {}) if before else {}

    def write(self, table: str, rows: pa.Table) -> None:
        """One table as one file."""
        self.write_part(table, ALL, "", [rows])

    def write_whole(self, table: str, made_of: str, rows_of: Callable[[], Sequence[object]]) -> None:
        """The same; a file of the version before that was made of the same is used again, and no rows are asked for."""

        def late() -> Iterator[pa.Table]:
            yield to_arrow(table, rows_of())

        self.write_part(table, ALL, repr((VERSION, pa.__version__, made_of)), late())

    def write_part(self, table: str, part: str, made_of: str, chunks: Iterable[pa.Table]) -> None:
        """One file of a table; it is there after :meth:`write_waiting`.

        Args:
            made_of: digest of what the rows are made of; a file of the version before that was made of the same is used again.
            chunks: the rows in order, taken only where they are needed.
        """
        (self.folder / table).mkdir(exist_ok=True)
        name = f"{table}/{part}"
        old = self._old.get(name)
        if old and self._is_whole(old) and made_of and old["made_of"] == made_of and self._linked(old["file"]):
            self.parts[name] = old
        else:
            self._waiting.append(partial(self._write_part, table, part, made_of, chunks))

    def write_waiting(self, *beside: Callable[[], object]) -> None:
        """Write the files that could not be taken over, several at a time.

        Args:
            beside: what else is to be done where there are any.
        """
        if self._waiting:
            all_of([*beside, *self._waiting])
        self.parts = dict(sorted(self.parts.items()))

    def _write_part(self, table: str, part: str, made_of: str, chunks: Iterable[pa.Table]) -> None:
        path = self.folder / table / f"{part}.parquet"
        _write(path, schema(table), chunks)
        digest = self.digests.of(path)[:SHOWN]
        if made_of and part != ALL:
            path = path.rename(path.with_name(f"{part}-{digest}.parquet"))
        file = path.relative_to(self.folder).as_posix()
        self.parts[f"{table}/{part}"] = {"made_of": made_of, "file": file, "digest": digest, "bytes": path.stat().st_size}

    def _is_whole(self, old: dict[str, Any]) -> bool:
        """Whether a file of the version before is still what was written."""
        assert self.before is not None
        if self.seen(self.before / old["file"]) == [old["bytes"], old["digest"]]:
            return True
        self.damaged.append(old["file"])
        return False

    def seen(self, path: Path) -> list[int | str] | None:
        """Length and digest of a file, by which it is told whether it is still what was written; None where it is no file, or cannot be read."""
        digest = self.digests.of(path)[:SHOWN]
        return [path.stat().st_size, digest] if digest else None

    def finish(self, path: Path) -> None:
        """Take the digest of a file that will not be written any more, while other files still are."""
        self._finished[path.relative_to(self.folder).as_posix()] = self.seen(path)

    def rest(self) -> dict[str, list[int | str] | None]:
        """What is seen of the files that are no parts."""
        names = sorted(files_of(self.folder) - {part["file"] for part in self.parts.values()})
        return {name: self._finished.get(name) or self.seen(self.folder / name) for name in names}

    def _linked(self, file: str) -> bool:
        assert self.before is not None
        return taken_over(self.before / file, self.folder / file)


def manifest(folder: Path) -> dict[str, Any]:
    """What a build wrote down of a version: its parts and what they were made of; empty where that cannot be read."""
    try:
        found = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        whole = all(part.keys() == PART and isinstance(part["file"], str) for part in found["parts"].values())
    except (OSError, ValueError, RecursionError, KeyError, TypeError, AttributeError):
        return {}
    return found if whole else {}


def write_manifest(staged: Staged) -> None:
    """Write that down, last of all."""
    told = {"views": _views(), "parts": staged.parts, "files": staged.rest()}
    told["whole"] = sha256(repr(told).encode()).hexdigest()
    (staged.folder / MANIFEST).write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def changed_provinces(before: Path, staged: Staged) -> set[str] | None:
    """Provinces whose rows are not those of the version before; None where more than rows of provinces may differ, or it is not whole any more."""
    told = manifest(before)
    try:
        old, new = ({name: part["digest"] for name, part in parts.items()} for parts in (told["parts"], staged.parts))
        there = {part["file"] for part in told["parts"].values()} | told["files"].keys() | {MANIFEST}
        if staged.damaged or told.get("views") != _views() or files_of(before) != there:  # more: a log of another program's changes
            return None
        if any(staged.seen(before / name) != seen for name, seen in told["files"].items()):
            return None
    except (OSError, KeyError, TypeError, AttributeError):
        return None
    changed = {name.partition("/")[2] for name in old.keys() | new.keys() if old.get(name) != new.get(name)}
    return None if ALL in changed else changed


def files_of(folder: Path) -> set[str]:
    """The files of a version, by their paths in it."""
    found = (path for path in folder.rglob("*") if not path.name.startswith(".") and not path.is_dir())
    return {path.relative_to(folder).as_posix() for path in found}


def _views() -> str:
    """Digest of everything besides rows that the database is made of: of the words of the SQL, so that a comment changes nothing."""
    views = [(kind, name, [word for word in WORD.findall(sql) if not word.startswith("--")]) for kind, name, sql in view_files()]
    return sha256(repr((VERSION, duckdb.__version__, views, ANSWERS)).encode()).hexdigest()


def in_order(observations: pa.Table) -> pa.Table:
    """Observations by place, year, document and position."""
    return observations.sort_by([(name, "ascending") for name in ORDER])


def _write(path: Path, columns: pa.Schema, chunks: Iterable[pa.Table]) -> None:
    with pq.ParquetWriter(path, columns, compression="zstd", use_dictionary=True, write_statistics=True, store_schema=True) as writer:
        waiting: list[pa.Table] = []
        held = 0
        for chunk in chunks:
            waiting.append(chunk)
            held += chunk.nbytes
            if held >= TOGETHER:
                writer.write_table(pa.concat_tables(waiting), row_group_size=GROUP)
                waiting, held = [], 0
        writer.write_table(pa.concat_tables([pa.Table.from_batches([], columns), *waiting]), row_group_size=GROUP)  # empty_table() loads pandas
