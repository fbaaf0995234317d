"""A build on a cluster: its documents are read by many machines, its tables are put together on this one."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path

from mubiao.cluster.client import workers_of
from mubiao.cluster.mirror import mirrored
from mubiao.gathered import BuildReport
from mubiao.pipeline import CACHE, build
from mubiao.remembered import Progress


def build_on(
    scheduler: str, raw: Path, out: Path, review: Path | None = None, progress: Progress | None = None, memory: int | None = None
) -> BuildReport:
    """Like :func:`mubiao.pipeline.build`, with the same tables to the byte, but documents are read by the workers of a Dask scheduler.

    Args:
        scheduler: its address, ``tcp://host:8786``.
        raw: documents; a folder that all machines share, or an address (``s3://bucket/folder``) as :func:`located` makes it.
        out: where the tables are put; likewise.

    Raises:
        MubiaoError: as ``build``; also where no scheduler answers, or one of its workers has other rules or does not see the folders.
    """
    if isinstance(raw, Path):
        raw = raw.resolve()  # under this name the others see it
    if isinstance(out, Path):
        out = out.resolve()
        (out / CACHE).mkdir(parents=True, exist_ok=True)
    with nullcontext(out) if isinstance(out, Path) else mirrored(out) as folder, workers_of(scheduler, raw, out / CACHE) as make:
        return build(raw, folder, make, review, progress, memory)
