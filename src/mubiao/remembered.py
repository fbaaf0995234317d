"""The rows of a file's documents as tables, remembered as long as the file, its facts and the rules stay the same."""

from __future__ import annotations

import hashlib
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pyarrow as pa

from mubiao.deadline import in_time
from mubiao.digests import Digests
from mubiao.errors import BrokenError, MubiaoError, ReadError, StorageError
from mubiao.extracts import Read, read_known
from mubiao.memory import Entry, Memory
from mubiao.model import Document, Facts
from mubiao.observe.document_rows import document_row
from mubiao.observe.observe import Observed
from mubiao.rules_digest import rules_digest
from mubiao.tables.corrected import lost_of
from mubiao.tables.corrections import Correction
from mubiao.tables.schema import to_arrow
from mubiao.workers import Killed, in_processes

TABLES = ("documents", "tasks", "observations", "refusals")

Progress = Callable[[str, int, int], None]
KILLED = "ended the process that read it, twice; it may need more memory than there is"


@dataclass(frozen=True, slots=True)
class Source:
    """A file of the raw folder, by its path in it, with what the sources table says of it."""

    path: Path
    name: str
    facts: Facts
    sha256: str | None
    corrections: tuple[Correction, ...] = ()


Make = Callable[[Sequence[Source], Path, str], Iterator[tuple[int, Entry | MubiaoError]]]
"""Sources, folder of the memory, digest of the rules -> position of each source and its entry or error, in any order."""


def extract_all(
    sources: Sequence[Source], memory: Memory, make: Make, progress: Progress | None, digests: Digests
) -> Iterator[tuple[Source, Entry | MubiaoError, bool]]:
    """Each source in order with its entry, or the error that it ended in, and whether it was remembered.

    Args:
        make: extracts those that are not remembered.

    Raises:
        StorageError: extracts cannot be written.
    """
    rules, known = rules_digest(memory.folder), memory.entries()
    found: dict[int, Entry | MubiaoError] = {}
    for index, source in enumerate(sources):
        if (entry := known.get(entry_key(source, digests.of(source.path), rules))) is not None:
            found[index] = entry
    remembered = frozenset(found)
    waiting = [index for index in range(len(sources)) if index not in found]
    for position, entry_or_error in make([sources[index] for index in waiting], memory.folder, rules):
        if isinstance(entry_or_error, StorageError):
            raise entry_or_error
        found[waiting[position]] = entry_or_error
        if progress:
            progress(sources[waiting[position]].name, len(found), len(sources))
    for index, source in enumerate(sources):
        yield source, found[index], index in remembered


def extract(source: Source, memory: Memory, rules: str) -> Entry | MubiaoError:
    """Extract one source and remember the result; an error is returned, so that the others go on."""
    try:
        with in_time():
            read, unknown = read_known(source.path, source.facts, source.sha256, source.name, source.corrections)
            tables = _tables(read)
        about = {
            "documents": [_about(document, observed) for document, _, observed in read],
            "unknown": [line.removeprefix(f"{source.path}: ") for line in unknown],
            "lost": [line for document, _, _ in read for line in lost_of(document)],
        }
        return _remembered(memory, entry_key(source, read[0][0].sha256, rules), about, tables)
    except MubiaoError as error:
        return error
    except MemoryError:
        return ReadError("needs more memory than a document may take; split it")
    except OSError as error:  # of its disk, or of the folder for what is unpacked
        return ReadError(f"cannot be read ({error.strerror or error})")
    except (KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except BaseException as error:  # whatever one document does to the program, the others go on; a panic of Rust is no Exception
        told = str(error).partition("\n")[0]  # some libraries put all lines of where they failed into it
        return BrokenError(f"mubiao failed on it ({type(error).__name__}: {told}); --debug shows where", traceback.format_exc())


def _remembered(memory: Memory, known_as: str, about: dict[str, object], tables: dict[str, pa.Table]) -> Entry:
    try:
        return memory.write(known_as, about, tables)
    except OSError as error:
        raise StorageError(f"{memory.folder}: cannot be written ({error.strerror or error})") from error


def entry_key(source: Source, content: str, rules: str) -> str:
    """A document's rows depend on its content, its name, its facts and the rules alone."""
    return hashlib.sha256(repr((rules, source.name, source.facts, source.sha256, source.corrections, content)).encode()).hexdigest()[:32]


def _tables(read: Sequence[Read]) -> dict[str, pa.Table]:
    """The four tables of a file's documents."""
    rows: dict[str, list[object]] = {name: [] for name in TABLES}
    for document, tasks, observed in read:
        found: tuple[Sequence[object], ...] = ([document_row(document)], tasks, observed.observations, observed.refusals)
        for name, one in zip(TABLES, found, strict=True):
            rows[name].extend(one)
    return {name: to_arrow(name, found) for name, found in rows.items()}


def _about(document: Document, observed: Observed) -> dict[str, object]:
    """What a build must know of a document without its rows: which and whose it is, what makes it the same as another, rows by place."""
    facts = document.facts
    told = "".join(document.folded.text.split())
    same = hashlib.sha256(repr((told, facts.jurisdiction_code, facts.year, facts.doc_type)).encode()).hexdigest()[:32]
    rows = Counter(row.jurisdiction_code for row in observed.observations)
    return {"id": document.doc_id, "place": facts.jurisdiction_code, "same": same, "rows": rows}


_Job = tuple[Source, Path, str]
_memories: dict[Path, Memory] = {}


def on_this_machine(workers: int) -> Make:
    """Extract in processes of this machine, or in this one."""
    return partial(_made, workers=workers)


def _made(sources: Sequence[Source], folder: Path, rules: str, workers: int) -> Iterator[tuple[int, Entry | MubiaoError]]:
    if workers <= 1 or len(sources) <= 1:
        memory = Memory(folder)
        yield from enumerate(map(partial(extract, memory=memory, rules=rules), sources))
        return
    for index, found in in_processes(_job, [(source, folder, rules) for source in sources], workers):
        if isinstance(found, Killed):
            yield index, ReadError(KILLED)
        else:
            yield index, found


def _job(job: _Job) -> Entry | MubiaoError:
    """In a worker, which writes all its entries through one memory."""
    source, folder, rules = job
    return extract(source, _memories.setdefault(folder, Memory(folder)), rules)
