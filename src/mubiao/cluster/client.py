"""The client's side: batches are handed out, and what comes back is bound to the memory of this machine."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from mubiao.cluster.address import put
from mubiao.cluster.jobs import Batches, Told, read_batch, this_version, unfit
from mubiao.errors import MubiaoError, ReadError, UsageError
from mubiao.memory import TOGETHER, Entry
from mubiao.remembered import KILLED, Make, Source

try:
    from distributed import Client, Future, as_completed
    from distributed.scheduler import KilledWorker
except ImportError as error:
    raise UsageError('--scheduler needs Dask; pip install "mubiao[cluster]"') from error

PATIENCE = 30  # seconds until the scheduler, and one of its workers, must have answered
SHARES = 4  # batches of a worker at least, so that none waits long for the last


@contextmanager
def workers_of(scheduler: str, raw: Path, cache: Path) -> Iterator[Make]:
    """Let the workers of a Dask scheduler extract documents.

    Args:
        scheduler: its address, ``tcp://host:8786``.
        raw: folder or address of the documents.
        cache: folder or address for extracts; all machines see both under these names.

    Raises:
        UsageError: no scheduler there, no worker, or one that cannot take part.
    """
    try:
        client = Client(scheduler, timeout=PATIENCE, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as error:
        raise UsageError(f"{scheduler}: no Dask scheduler answers there ({error}); start one with dask scheduler") from error
    with client:
        try:
            client.wait_for_workers(1, timeout=PATIENCE)
        except TimeoutError as error:
            raise UsageError(f"{scheduler}: the scheduler has no workers; start them with dask worker {scheduler} --nthreads 1") from error

        def make(sources: Sequence[Source], folder: Path, rules: str) -> Iterator[tuple[int, Entry | MubiaoError]]:
            task = Batches(raw, cache, rules, this_version())
            for worker, reason in client.run(unfit, task).items():
                if reason is not None:
                    raise UsageError(f"worker {worker}: {reason}")
            yield from _handed_out(client, task, sources, folder)

        yield make


def _handed_out(client: Client, task: Batches, sources: Sequence[Source], folder: Path) -> Iterator[tuple[int, Entry | MubiaoError]]:
    """Hand out all batches; where a batch died with its workers, each of its documents alone."""
    size = max(1, min(TOGETHER, len(sources) // (SHARES * max(1, len(client.nthreads())))))
    running: dict[Future[Told], range] = {}

    def submit(positions: range) -> Future[Told]:
        future = client.submit(read_batch, task, [sources[position] for position in positions], pure=False)
        running[future] = positions
        return future

    batches = [range(start, min(start + size, len(sources))) for start in range(0, len(sources), size)]
    done = as_completed([submit(positions) for positions in batches], loop=client.loop)
    for future in done:
        positions = running.pop(future)
        try:
            name, found = future.result()
        except KilledWorker:
            if len(positions) == 1:
                yield positions[0], ReadError(KILLED)
            else:
                done.update([submit(range(position, position + 1)) for position in positions])
            continue
        if folder != task.cache and any(isinstance(one, Entry) for one in found):
            put(task.cache / name, folder / name)
        for position, one in zip(positions, found, strict=True):
            yield position, replace(one, file=folder / name) if isinstance(one, Entry) else one
