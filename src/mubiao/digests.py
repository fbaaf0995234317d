"""Digests of files, remembered for as long as nobody touches them, so that a build does not read again all that it has read before.

A file is known by its inode and believed to be what it was where its length, the time when it was written and the time when anything
of it was changed are the same to the nanosecond. The last one no program can set: who writes the old time of writing over a new
one is found out. A file of other people that was written within the last seconds is never remembered, as clocks of file systems are
coarse; one that a build itself has written is, as nobody else writes it.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISREG

SETTLED = 2_000_000_000  # nanoseconds after which the time of a file tells whether it was written again; FAT counts two seconds

TOLD = os.name != "nt"  # whether the system tells when a file was changed: Windows has the time when it was made in its place
NEVER = -1  # in the place of a time that does not tell yet


@dataclass(frozen=True, slots=True)
class Seen:
    """What is told of a file: its length, when it was written, when anything of it was changed, and the SHA-256 of what it held."""

    size: int
    written: int
    changed: int
    sha256: str

    def is_of(self, found: os.stat_result, linked: bool = False) -> bool:
        """Whether a file is what it was.

        Args:
            linked: names may have been given to it or taken from it since, which counts as a change.
        """
        return (self.size, self.written) == (found.st_size, found.st_mtime_ns) and (linked or self.changed == found.st_ctime_ns)


class Digests:
    """SHA-256 of files.

    Args:
        file: where they are remembered from build to build; None for nowhere.
    """

    def __init__(self, file: Path | None = None) -> None:
        self.file = file
        self._before = _read(file) if file else {}
        self._now: dict[int, Seen] = {}
        self._just_written: dict[int, Seen] = {}

    def of(self, path: Path) -> str:
        """Digest of a file, "" where it is none or cannot be read."""
        try:
            found = path.stat()
            if not S_ISREG(found.st_mode):
                return ""
            known = self._known(found)
            if known is None:
                changed = found.st_ctime_ns if _is_settled(found.st_ctime_ns) else NEVER
                with path.open("rb") as file:
                    known = Seen(found.st_size, found.st_mtime_ns, changed, hashlib.file_digest(file, "sha256").hexdigest())
        except OSError:
            return ""
        (self._now if _is_settled(found.st_mtime_ns) else self._just_written)[found.st_ino] = known
        return known.sha256

    def keep(self, own: Iterable[Path]) -> None:
        """Remember the digests of files that were asked for.

        Args:
            own: files that nobody but a build writes, which it gives other names.
        """
        kept = {inode: seen for inode, seen in self._now.items() if seen.changed != NEVER}
        for path in own:
            with suppress(OSError):
                found = path.stat()
                seen = self._now.get(found.st_ino) or self._just_written.get(found.st_ino)
                if seen and seen.is_of(found, linked=True):
                    kept[found.st_ino] = Seen(seen.size, seen.written, found.st_ctime_ns, seen.sha256)
        if self.file and TOLD and kept != self._before:
            beside = self.file.with_name(f".{self.file.name}.new")
            told = {inode: [one.size, one.written, one.changed, one.sha256] for inode, one in sorted(kept.items())}
            beside.write_text(json.dumps(told, separators=(",", ":")), encoding="utf-8")
            os.replace(beside, self.file)

    def _known(self, found: os.stat_result) -> Seen | None:
        """What is known of a file: in this build it may have got other names since it was asked for."""
        if not found.st_ino or not _is_settled(found.st_mtime_ns):
            return None
        now, before = self._now.get(found.st_ino), self._before.get(found.st_ino)
        if now and now.is_of(found, linked=True):
            return now
        return before if before and before.is_of(found) else None


def _is_settled(nanoseconds: int) -> bool:
    """Whether a change that comes now would have another time."""
    return time.time_ns() - nanoseconds > SETTLED


def _read(file: Path) -> dict[int, Seen]:
    """What was remembered; nothing where that cannot be read."""
    try:
        told = json.loads(file.read_text(encoding="utf-8"))
        return {int(inode): Seen(int(size), int(written), int(changed), str(digest)) for inode, (size, written, changed, digest) in told.items()}
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return {}
