"""Tables at an address: a folder of this machine holds a copy of the newest version, in which the next one is built.

::

    s3://bucket/tables/
        current                          text: versions/00000007-1c3fa09b; written last
        versions/00000007-1c3fa09b/      whole tables; never changed again
        .cache/                          extracts, written by the workers

The name of a version holds a digest of its content: of two builds that end at once each stays whole, and readers see the later one.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from mubiao.cluster.address import put
from mubiao.memory import SUFFIX
from mubiao.pipeline import CACHE
from mubiao.tables.store import manifest
from mubiao.tables.versions import CURRENT, HELD, VERSIONS, current, point


def local_copy(address: Path) -> Path:
    """Folder of this machine for the tables of an address; it may be deleted at any time, and is filled again."""
    base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return base / "mubiao" / sha256(str(address).encode()).hexdigest()[:16]


@contextmanager
def mirrored(address: Path) -> Iterator[Path]:
    """The folder in which to build; what a build leaves there is brought to the address when all went well."""
    folder = local_copy(address)
    for name in (VERSIONS, CACHE):
        (folder / name).mkdir(parents=True, exist_ok=True)
    _pull(address, folder)
    yield folder
    _push(address, folder)


def newest(address: Path) -> Path | None:
    """The newest version at an address, None where there is none."""
    try:
        return address / (address / CURRENT).read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        return None


def _pull(address: Path, folder: Path) -> None:
    for file in _files(address / CACHE):
        copy = folder / CACHE / file.name
        if file.suffix == SUFFIX and not _same_size(file, copy):
            put(file, copy)
    version = newest(address)
    if version is None:
        return
    copy = folder / VERSIONS / version.name.partition("-")[0]
    if current(folder) == copy and _name(copy) == version.name:
        return
    for file in _files(version):
        target = copy / file.relative_to(version).as_posix()
        target.parent.mkdir(parents=True, exist_ok=True)
        put(file, target)
    (copy / HELD).touch()
    point(folder / CURRENT, f"{VERSIONS}/{copy.name}")


def _push(address: Path, folder: Path) -> None:
    version, before = current(folder), newest(address)
    assert version is not None
    target = address / VERSIONS / _name(version)
    if before is None or before.name != target.name:
        for file in _files(version):
            if file.name != HELD:
                put(file, target / file.relative_to(version).as_posix())
        (address / CURRENT).write_text(f"{VERSIONS}/{target.name}", encoding="utf-8")
        _drop(address, keep={target.name, before.name if before else ""})
    mine = {file.name for file in _files(folder / CACHE) if file.suffix == SUFFIX}
    theirs = {file.name: file for file in _files(address / CACHE) if file.suffix == SUFFIX}
    for name in mine - set(theirs):
        put(folder / CACHE / name, address / CACHE / name)
    for name in set(theirs) - mine:
        theirs[name].unlink()


def _drop(address: Path, keep: set[str]) -> None:
    """Drop what is older than the versions that are kept, the newest and the one before for those who still read it; one that another build is
    bringing is newer."""
    oldest = min(name for name in keep if name)
    for file in _files(address / VERSIONS):
        if file.relative_to(address / VERSIONS).parts[0] < oldest:
            file.unlink()


def _name(version: Path) -> str:
    return f"{version.name}-{manifest(version).get('whole', '')[:8]}"


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else []


def _same_size(file: Path, copy: Path) -> bool:
    return copy.is_file() and copy.stat().st_size == file.stat().st_size
