"""What was extracted before: the rows of many documents in few files, each with its key and its checksum.

A file is a run of entries; an entry is a head of fixed length, a description in JSON and the four tables as Arrow streams.
Whatever cannot be read, a torn end or a flipped bit, counts as not remembered.
"""

from __future__ import annotations

import json
import os
import shutil
import struct
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import pyarrow as pa

SUFFIX = ".extracts"
HEAD = struct.Struct("<8sIQ32s")  # mark, length of the description, of the tables, checksum of the description
MARK = b"mubiao3\n"
CODEC = "zstd"  # over a whole stream: column by column it takes four times as long and more room
TOGETHER = 50  # entries of one file


class Damaged(Exception):
    """An entry is not what was written."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Where the rows of one document lie.

    Attributes:
        about: what whoever wrote it says of it.
        tables: name -> first byte, length and checksum.
    """

    key: str
    file: Path
    about: dict[str, Any]
    tables: dict[str, tuple[int, int, str]]

    def read(self, name: str) -> pa.Table:
        """One of the tables.

        Raises:
            Damaged: the bytes are not those that were written.
        """
        start, length, checksum = self.tables[name]
        try:
            with self.file.open("rb") as file:
                file.seek(start)
                data = file.read(length)
        except OSError as error:
            raise Damaged(str(error)) from error
        if sha256(data).hexdigest() != checksum:
            raise Damaged(f"{self.file}: {self.key}")
        return pa.ipc.open_stream(pa.CompressedInputStream(pa.BufferReader(data), CODEC)).read_all()


class Memory:
    """A folder of entries; each process writes files of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._file: Path | None = None
        self._written = 0
        self._read: dict[Path, tuple[int, list[Entry]]] = {}  # file -> its size, and what stood in it

    def entries(self) -> dict[str, Entry]:
        """Key -> entry, of all whose description is whole."""
        return {entry.key: entry for file in sorted(self.folder.glob(f"*{SUFFIX}")) for entry in self._entries(file)}

    def _entries(self, file: Path) -> list[Entry]:
        """The entries of a file, which is read again where it is not as long as it was; none of a link to nowhere or a pipe."""
        if not file.is_file():
            return []
        size = file.stat().st_size
        if self._read.get(file, (-1, []))[0] != size:
            self._read[file] = size, list(_scan(file))
        return self._read[file][1]

    def write(self, key: str, about: Mapping[str, Any], tables: Mapping[str, pa.Table]) -> Entry:
        """Remember the tables of one document."""
        streams = {name: _stream(table) for name, table in tables.items()}
        return self._append(key, about, streams)

    def forget(self, keep: set[str]) -> None:
        """Drop the entries that are not kept: files of which less than half is kept are written anew, without the rest."""
        for file in self.folder.iterdir():
            if file.is_dir() and not file.is_symlink():
                shutil.rmtree(file)  # what an older mubiao remembered in another way
                continue
            if file.suffix != SUFFIX:
                continue
            found = self._entries(file)
            kept = [entry for entry in found if entry.key in keep]
            if len(kept) * 2 < len(found) or not kept:
                for entry in kept:
                    self._copy(entry)
                file.unlink()

    def _copy(self, entry: Entry) -> None:
        try:
            streams = {name: _stream(entry.read(name)) for name in entry.tables}
        except Damaged:
            return
        self._append(entry.key, entry.about, streams)

    def _append(self, key: str, about: Mapping[str, Any], streams: Mapping[str, bytes]) -> Entry:
        lengths = {name: (len(data), sha256(data).hexdigest()) for name, data in streams.items()}
        described = json.dumps({"key": key, "about": about, "tables": lengths}, ensure_ascii=False).encode()
        payload = b"".join(streams.values())
        head = HEAD.pack(MARK, len(described), len(payload), sha256(described).digest())
        if self._file is None or self._written >= TOGETHER or not self._file.exists():
            self._file, self._written = self.folder / f"{time.time_ns():020}-{os.getpid()}{SUFFIX}", 0
        with self._file.open("ab") as file:
            start = file.tell()
            file.write(head + described + payload)
        self._written += 1
        return _entry(self._file, start, described)


def _stream(table: pa.Table) -> bytes:
    sink = pa.BufferOutputStream()
    with pa.CompressedOutputStream(sink, CODEC) as packed, pa.ipc.new_stream(packed, table.schema) as writer:
        writer.write_table(table.combine_chunks())
    return bytes(sink.getvalue())


def _scan(path: Path) -> Iterator[Entry]:
    """The entries of a file, up to the first that is torn; one whose description is damaged is passed over."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            start = 0
            while start + HEAD.size <= size:
                file.seek(start)
                mark, about, tables, checksum = HEAD.unpack(file.read(HEAD.size))
                end = start + HEAD.size + about + tables
                if mark != MARK or end > size:
                    return
                described = file.read(about)
                if sha256(described).digest() == checksum:
                    with suppress(ValueError, KeyError, TypeError, AttributeError):  # whole, but of another form
                        yield _entry(path, start, described)
                start = end
    except OSError:
        return


def _entry(file: Path, start: int, described: bytes) -> Entry:
    told = json.loads(described)
    at = start + HEAD.size + len(described)
    tables = {}
    for name, (length, checksum) in told["tables"].items():
        tables[name] = (at, length, checksum)
        at += length
    return Entry(told["key"], file, told["about"], tables)
