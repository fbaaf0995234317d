"""From one file to the rows of its four tables, remembered as long as the file, its facts and the rules stay the same."""

from __future__ import annotations

import hashlib
import traceback
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

import pyarrow as pa
import pyarrow.feather as feather

from mubiao.errors import BrokenError, MubiaoError, ReadError
from mubiao.model import Document, Facts
from mubiao.observe.observe import Observed, observe
from mubiao.observe.sources import document_row, task_row
from mubiao.outline.coverage import with_coverage
from mubiao.outline.outline import outline
from mubiao.read.document import read_documents
from mubiao.rows import TaskRow
from mubiao.tables.schema import check_observations, to_arrow

TABLES = ("documents", "tasks", "observations", "refusals")
WHOLE = "whole"  # marks an extract that was written to its end
STAGES = ("grammar", "lexicon", "observe", "outline", "read", "tables")
CODE = (".py", ".toml")

Extract = dict[str, pa.Table]
Read = tuple[Document, list[TaskRow], Observed]
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Source:
    """A file of the raw folder, by its path in it, with what the sources table says of it."""

    path: Path
    name: str
    facts: Facts
    sha256: str | None


def read_and_observe(path: Path, facts: Facts, sha256: str | None = None, name: str | None = None) -> list[Read]:
    """Read one file and everything that its documents state.

    Raises:
        ReadError: it cannot be read, or nobody can tell of a document whose it is or for which year.
    """
    return [_observed(document, path) for document in read_documents(path, facts, sha256, name)]


def _observed(document: Document, path: Path) -> Read:
    which = f", document {document.doc_id.partition('#')[2]}" if "#" in document.doc_id else ""
    if document.facts.jurisdiction_code is None:
        raise ReadError(f"{path}: cannot tell whose document it is{which}; give --jurisdiction, or a line in sources.toml")
    if document.facts.year is None:
        raise ReadError(f"{path}: cannot tell the year{which}; give --year, or a line in sources.toml")
    tasks = outline(document)
    document = with_coverage(document, tasks)
    observed = observe(document, tasks)
    check_observations(observed.observations, {document.doc_id: document.text})
    return document, [task_row(document, number, task) for number, task in enumerate(tasks)], observed


def extract_all(sources: Sequence[Source], cache: Path, workers: int, progress: Progress | None) -> Iterator[tuple[Extract | MubiaoError, bool]]:
    """For each source in order its extract, or the error that it ended in, and whether it was remembered."""
    done: dict[int, Extract | MubiaoError] = {}
    for index, source in enumerate(sources):
        if (kept := _remembered(cache / _key(source))) is not None:
            done[index] = kept
    remembered = frozenset(done)
    waiting = [index for index in range(len(sources)) if index not in done]
    for index, extract in _made([(index, sources[index], cache) for index in waiting], workers):
        done[index] = extract
        if progress:
            progress(sources[index].name, len(done), len(sources))
    for index in range(len(sources)):
        yield done[index], index in remembered


def forget(cache: Path, sources: Sequence[Source]) -> None:
    """Drop the extracts of files and rules that are gone."""
    keep = {_key(source) for source in sources}
    for folder in cache.iterdir():
        if folder.name not in keep:
            for entry in folder.iterdir():
                entry.unlink()
            folder.rmdir()


def _made(jobs: Sequence[tuple[int, Source, Path]], workers: int) -> Iterator[tuple[int, Extract | MubiaoError]]:
    if workers <= 1 or len(jobs) <= 1:
        for index, source, cache in jobs:
            yield index, _make(source, cache)
        return
    with ProcessPoolExecutor(max_workers=min(workers, len(jobs))) as pool:
        futures: dict[Future[Extract | MubiaoError], int] = {pool.submit(_make, source, cache): index for index, source, cache in jobs}
        for future in as_completed(futures):
            yield futures[future], future.result()


def _make(source: Source, cache: Path) -> Extract | MubiaoError:
    """Extract one source and remember the result; an error is returned, so that the others go on."""
    try:
        extract = _tables(read_and_observe(source.path, source.facts, source.sha256, source.name))
    except MubiaoError as error:
        return error
    except Exception as error:  # whatever one document does to the program, the others go on
        return BrokenError(f"mubiao failed on it ({type(error).__name__}: {error}); --debug shows where", traceback.format_exc())
    folder = cache / _key(source)
    folder.mkdir(parents=True, exist_ok=True)
    for name, table in extract.items():
        feather.write_feather(table, folder / f"{name}.arrow", compression="zstd")
    (folder / WHOLE).touch()
    return extract


def _tables(read: Sequence[Read]) -> Extract:
    """The four tables of a file's documents."""
    rows: dict[str, list[object]] = {name: [] for name in TABLES}
    for document, tasks, observed in read:
        found: tuple[Sequence[object], ...] = ([document_row(document)], tasks, observed.observations, observed.refusals)
        for name, one in zip(TABLES, found, strict=True):
            rows[name].extend(one)
    return {name: to_arrow(name, found) for name, found in rows.items()}


def _remembered(folder: Path) -> Extract | None:
    if not (folder / WHOLE).exists():
        return None
    return {name: feather.read_table(folder / f"{name}.arrow", memory_map=False) for name in TABLES}


@lru_cache(maxsize=1)
def _rules_digest() -> str:
    """Hash of the code and words that rows depend on."""
    digest = hashlib.sha256()
    package = Path(str(files("mubiao")))
    entries = [entry for stage in STAGES for entry in sorted(package.joinpath(stage).rglob("*"))]
    for entry in (*entries, package / "model.py", package / "rows.py"):
        if entry.suffix in CODE:
            digest.update(entry.read_bytes())
    return digest.hexdigest()


def _key(source: Source) -> str:
    """A document's rows depend on its file, its facts and the rules alone."""
    digest = hashlib.sha256(_rules_digest().encode())
    digest.update(repr((source.name, source.facts, source.sha256)).encode())
    digest.update(source.path.read_bytes() if source.path.is_file() else b"")
    return digest.hexdigest()[:32]
