"""What a worker does: read a batch of documents and put their rows, in one file, where the client finds them."""

from __future__ import annotations

import platform
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

from mubiao.cluster.address import put
from mubiao.errors import MubiaoError, UsageError
from mubiao.memory import SUFFIX, Entry, Memory
from mubiao.remembered import Source, extract
from mubiao.rules_digest import rules_digest


@dataclass(frozen=True, slots=True)
class Batches:
    """What all batches of a build have in common.

    Attributes:
        raw: folder or address of the documents.
        cache: folder or address that takes the rows; client and workers see both under the same name.
        rules: digest of the client's rules.
        version: the client's, for people.
    """

    raw: Path
    cache: Path
    rules: str
    version: str


Told = tuple[str, list[Entry | MubiaoError]]
"""Name of the file in the cache, and what became of each document; the entries lie in that file."""


def this_version() -> str:
    """Versions that a person compares when rules differ."""
    return f"mubiao {version('mubiao')} on Python {platform.python_version()}"


def unfit(task: Batches) -> str | None:
    """Why a worker cannot take part, None where it can."""
    with TemporaryDirectory() as scratch:
        if rules_digest(Path(scratch)) != task.rules:
            return f"has other rules ({this_version()}) than this machine ({task.version}); install the same mubiao, packages and Python there"
    for folder in (task.raw, task.cache):
        if isinstance(folder, Path) and not folder.is_dir():
            return f"does not see {folder}; give a folder that all machines share, or an address (s3://bucket/folder)"
    try:
        task.raw.is_dir()
    except Exception as error:  # of an address; each kind of store has errors of its own
        return f"cannot read {task.raw} ({error})"
    return None


def read_batch(task: Batches, sources: Sequence[Source]) -> Told:
    """Read the documents of a batch.

    Raises:
        UsageError: the worker cannot take part (it joined after the others had been asked), or cannot write.
    """
    if (reason := unfit(task)) is not None:
        raise UsageError(f"worker on {platform.node()}: {reason}")
    with TemporaryDirectory() as scratch:
        memory = Memory(Path(scratch))
        found = [extract(source, memory, task.rules) for source in sources]
        name = f"{uuid4().hex}{SUFFIX}"
        for written in Path(scratch).glob(f"*{SUFFIX}"):  # one at most: a batch is what fits into a file
            try:
                put(written, task.cache / name)
            except Exception as error:  # likewise
                raise UsageError(f"worker on {platform.node()}: cannot write to {task.cache} ({error})") from error
        return name, found
