"""Folders that are not on this machine: addresses of object stores and the like, used as if they were paths."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import cast

from mubiao.errors import UsageError

SCHEME = "://"


def is_remote(text: str) -> bool:
    """Whether a text is an address (s3://bucket/folder) rather than a path."""
    return SCHEME in text


def located(text: str) -> Path:
    """A folder on this machine, or at an address; of the methods of a path those for reading and writing are there.

    Raises:
        UsageError: the packages for addresses are missing, or nobody knows such addresses.
    """
    if not is_remote(text):
        return Path(text)
    try:
        from upath import UPath
    except ImportError as error:
        raise UsageError(f'{text}: addresses need more packages; pip install "mubiao[cluster]"') from error
    try:
        path = UPath(text)
        path.fs  # noqa: B018 - the package for this kind of address is loaded here
    except (ImportError, ValueError) as error:
        raise UsageError(f"{text}: such addresses cannot be used ({error})") from error
    return cast("Path", path)


def put(file: Path, target: Path) -> None:
    """Copy a file to where others may be reading; they see all of it or nothing.

    In a folder it gets its name at the end; in an object store it appears when all of it has been sent.
    """
    local = isinstance(target, Path)
    written = target.with_name(f".{target.name}.new") if local else target
    with file.open("rb") as source, written.open("wb") as sink:
        shutil.copyfileobj(source, sink, 1 << 20)
    if local:
        os.replace(written, target)
