"""Versions of the tables: each build writes a whole new one beside the last, and one pointer leads to the newest.

::

    tables/
        current -> versions/00000007     the pointer; replaced in one step
        versions/00000007/               whole tables; never changed again
        observations -> current/observations, mubiao.duckdb -> current/mubiao.duckdb, …
        .lock                            held while a build runs
        .review                          which folder of corrections the build read (people.py)
        .cache/                          extracts (mubiao.memory)

Who reads holds a version by a shared lock on a file in it; only a build drops versions, those that nobody holds.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from mubiao.errors import WarehouseError

try:
    import fcntl
except ImportError:  # Windows: there builds must not overlap, and a version is kept for one build more
    fcntl = None  # type: ignore[assignment]

CURRENT = "current"
VERSIONS = "versions"
LOCK = ".lock"
HELD = ".held"
STAGING = ".building"
NAME = re.compile(r"[0-9]{8}[0-9a-f-]*")  # of a version
TRIES = 100  # a reader that meets a build which drops the version it is about to hold looks again


@contextmanager
def building(out: Path) -> Iterator[None]:
    """The right to build into a folder.

    Raises:
        WarehouseError: another build is running there.
    """
    out.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(out / LOCK, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        if not _locked(descriptor, shared=False):
            told = os.read(descriptor, 200).decode("utf-8", "replace").strip()
            raise WarehouseError(f"{out}: another build is running ({told or 'just begun'}); wait for it, or give another folder with --out")
        os.ftruncate(descriptor, 0)
        os.write(descriptor, f"pid {os.getpid()}, since {datetime.now():%Y-%m-%d %H:%M:%S}".encode())
        yield
    finally:
        os.close(descriptor)


def current(out: Path) -> Path | None:
    """Folder of the newest whole version, None where there is none or the pointer leads anywhere else."""
    pointer = out / CURRENT
    try:
        target = Path(os.readlink(pointer) if pointer.is_symlink() else pointer.read_text(encoding="utf-8").strip())
    except (OSError, ValueError):
        return None
    return out / target if len(target.parts) == 2 and target.parts[0] == VERSIONS and NAME.fullmatch(target.name) else None


class Hold:
    """One version that stays as it is until it is let go; nothing is written for that.

    Attributes:
        folder: of the version.
    """

    def __init__(self, folder: Path, lock: BinaryIO) -> None:
        self.folder = folder
        self._lock = lock

    def release(self) -> None:
        """Let go; the next build may drop the version."""
        self._lock.close()


def hold(out: Path) -> Hold | None:
    """Hold the newest version; None where there is none."""
    for _ in range(TRIES):
        folder = current(out)
        if folder is None:
            return None
        try:
            lock = (folder / HELD).open("rb")
        except OSError:
            continue  # dropped since the pointer was read
        if _locked(lock.fileno(), shared=True) and os.fstat(lock.fileno()).st_nlink:
            return Hold(folder, lock)
        lock.close()
    return None


@contextmanager
def staging(out: Path) -> Iterator[Path]:
    """An empty folder for the next version, which is gone at the end where it was not published; so is what dead builds left."""
    versions = out / VERSIONS
    versions.mkdir(exist_ok=True)
    for left in versions.glob(".*"):
        if left.is_dir() and not left.is_symlink():  # not what systems leave everywhere (.DS_Store)
            shutil.rmtree(left)
    folder = versions / STAGING
    folder.mkdir()
    (folder / HELD).touch()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def publish(out: Path, names: tuple[str, ...]) -> None:
    """Make the staged version the newest, on disk before anybody is led to it, and drop those that nobody needs.

    Args:
        names: tables and files of a version that get a path of their own in the folder.
    """
    before = current(out)
    versions = out / VERSIONS
    folder = versions / f"{max([0, *(int(path.name) for path in versions.iterdir() if path.name.isdigit())]) + 1:08}"
    with ThreadPoolExecutor(1) as beside:  # to drop a large file takes as long as to wait for one
        dropped = beside.submit(_drop, versions, keep={versions / STAGING, before})
        for path in (*(versions / STAGING).rglob("*"), versions / STAGING):
            if path.is_dir() or path.stat().st_nlink == 1:  # what the version before has too is there
                _to_disk(path)
        dropped.result()
    os.rename(versions / STAGING, folder)
    _to_disk(versions)
    point(out / CURRENT, f"{VERSIONS}/{folder.name}")
    lead(out, names)
    _to_disk(out)


def point(pointer: Path, target: str) -> None:
    beside = pointer.with_name(f".{pointer.name}.new")
    beside.unlink(missing_ok=True)
    try:
        beside.symlink_to(target)
    except (OSError, NotImplementedError):  # a file system without links
        beside.write_text(target, encoding="utf-8")
    os.replace(beside, pointer)


def lead(out: Path, names: tuple[str, ...]) -> None:
    """Paths in the folder that always lead into the newest version; tables of older layouts that stand there go."""
    for name in names:
        path, target = out / name, f"{CURRENT}/{name}"
        if path.is_symlink() and os.readlink(path) == target:
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        path.unlink(missing_ok=True)
        with suppress(OSError, NotImplementedError):  # without links, readers follow the pointer
            path.symlink_to(target)


def _drop(versions: Path, keep: set[Path | None]) -> None:
    """Drop all versions that nobody holds but the newest and the one before, which programs without locks may still read."""
    for folder in versions.iterdir():
        if folder in keep:
            continue
        with suppress(OSError):
            descriptor = os.open(folder / HELD, os.O_RDWR)
            try:
                if _locked(descriptor, shared=False):
                    gone = folder.with_name(f".{folder.name}")
                    os.rename(folder, gone)
                    shutil.rmtree(gone)
            finally:
                os.close(descriptor)


def _locked(descriptor: int, shared: bool) -> bool:
    if fcntl is None:
        return True
    try:
        fcntl.flock(descriptor, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # a file system without locks
        return True
    return True


def _to_disk(path: Path) -> None:
    try:
        descriptor = os.open(path, os.O_RDONLY)
    except PermissionError:  # a folder on Windows
        return
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
