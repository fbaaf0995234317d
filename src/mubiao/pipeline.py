"""The whole path, as a table of contents: read, outline, observe, store, compare.

``extract_file`` goes through the first stages for one file, ``build`` through all for a folder.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import duckdb
import pyarrow as pa

from mubiao.assemble import Kept, Published, write_rows
from mubiao.errors import BrokenError, MubiaoError, ReadError, StorageError, UsageError
from mubiao.extracts import Make, Progress, Source, extract, extract_all, on_this_machine, read_known
from mubiao.folder import listing
from mubiao.memory import Damaged, Entry, Memory
from mubiao.model import DOCUMENT_TYPES, Facts
from mubiao.observe import published
from mubiao.read.figures import PublishedFigure
from mubiao.read.own import REVIEW
from mubiao.read.places import gazetteer
from mubiao.rows import TABLES as ROW_CLASSES
from mubiao.rows import Observation
from mubiao.rules_digest import rules_digest
from mubiao.tables.answers import FOLDER as ANSWERS_FOLDER
from mubiao.tables.attainment import read_rules
from mubiao.tables.corrections import read_corrections
from mubiao.tables.database import DATABASE, update_database, write_database
from mubiao.tables.decisions import apply_decisions, read_decisions
from mubiao.tables.package import FILE as PACKAGE
from mubiao.tables.package import write_package
from mubiao.tables.reference import ROWS_OF
from mubiao.tables.schema import to_arrow
from mubiao.tables.store import Staged, changed_provinces, write_manifest
from mubiao.tables.versions import building, current, lead, publish, staging

CACHE = ".cache"
PATHS = (*ROW_CLASSES, ANSWERS_FOLDER, DATABASE, PACKAGE)  # of each version
FIRST_YEAR, LAST_YEAR = 1949, 2100


@dataclass(slots=True)
class BuildReport:
    """What a build did.

    Attributes:
        bad: a line for each file or row that was not used.
        lost: a line for each correction by hand that was not applied.
        same: a line for each document that was there already, under another name.
        traces: where the program failed on a file.
    """

    documents: int = 0
    reused: int = 0
    observations: int = 0
    figures: int = 0
    bad: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    same: list[str] = field(default_factory=list)
    traces: list[str] = field(default_factory=list)


def given_facts(jurisdiction: str | None, year: int | None, doc_type: str | None) -> Facts:
    """Facts that a caller gives instead of a sources table.

    Raises:
        PlaceError: no such place, or several of the name.
        UsageError: no document type is called so, or no year can be meant.
    """
    if doc_type is not None and doc_type not in DOCUMENT_TYPES:
        raise UsageError(f"no document type {doc_type}; there are {', '.join(DOCUMENT_TYPES)}")
    if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        raise UsageError(f"{year} is no year that a document could plan")
    code = gazetteer().find(str(jurisdiction)).code if jurisdiction is not None else None
    return Facts(jurisdiction_code=code, year=year, doc_type=doc_type)


def extract_file(path: Path, facts: Facts) -> tuple[list[Observation], list[str]]:
    """The observations of one file, and a line for each of its documents that nobody can book.

    Raises:
        ReadError: it cannot be read, or nobody can tell of any of its documents whose it is or for which year.
    """
    read, unknown = read_known(path, facts)
    return [row for _, _, observed in read for row in observed.observations], unknown


def build(
    raw: Path,
    out: Path,
    workers: int | Make = 1,
    review: Path | None = None,
    progress: Progress | None = None,
    memory: int | None = None,
) -> BuildReport:
    """Everything from the files of a folder to Parquet tables and the DuckDB file.

    Args:
        raw: documents, ``sources.toml``, CSV files of published figures, and perhaps ``attainment_rules.csv``.
        out: where the tables are put; what was extracted before from the same file by the same rules is used again.
        workers: processes, or what extracts documents elsewhere; the tables are the same whoever does it.
        review: mappings that a person confirmed; ``review`` beside the raw folder where it is not given.
        progress: called with a file's name, how many are done and how many there are.
        memory: bytes that DuckDB may take; 768 MB, or a quarter of the machine's where that is less, where it is not given.

    Raises:
        MubiaoError: the folder or its tables of sources, rules or decisions are wrong, another build is running there, or nothing
            can be written. Bad documents and figures do not raise: they are listed in the report, and the rows of all others are kept.
    """
    with _written_to(out), building(out):
        found = listing(raw, out, read_corrections(review or raw.parent / REVIEW))
        report = BuildReport(bad=found.bad, lost=found.lost)
        rules = read_rules(raw)
        decisions = read_decisions(review or raw.parent / REVIEW)
        (out / CACHE).mkdir(exist_ok=True)
        remembered = Memory(out / CACHE)
        documents = _documents(found.documents, remembered, on_this_machine(workers) if isinstance(workers, int) else workers, progress, report)
        figures = _figures(raw, found.figures, report)
        kept = [one for _, one in documents]
        before = current(out)
        with staging(out) as folder:
            staged = Staged(folder, before)
            read = partial(_read, {one.entry.key: source for source, one in documents}, remembered)
            write_rows(staged, kept, Published(figures), read, lambda rows: apply_decisions(rows, decisions), repr(sorted(decisions.items())))
            staged.write_whole("attainment_rules", repr(rules), lambda: rules)
            digest = rules_digest(remembered.folder)
            for name, rows_of in ROWS_OF.items():
                staged.write_whole(name, digest, rows_of)
            if _completed(folder, staged, before, memory):
                publish(out, PATHS)
        lead(out, PATHS)
        try:
            remembered.forget({one.entry.key for one in kept})
        except (OSError, MemoryError, RecursionError, pa.ArrowException) as error:  # the tables are whole and new: only what nobody needs is left
            report.bad.append(f"{out / CACHE}: what was extracted before cannot be dropped ({_reason(error)}); it may be deleted at any time")
        return report


def _completed(folder: Path, staged: Staged, before: Path | None, memory: int | None) -> bool:
    """Put database, description and manifest beside the tables; False where all is as it was in the version before."""
    changed = changed_provinces(before, staged) if before else None
    if before and changed is not None and not changed:
        return False
    write_package(folder)
    if not (before and changed and update_database(folder, before, changed, memory)):
        write_database(folder, memory)
    write_manifest(staged)
    return True


@contextmanager
def _written_to(out: Path) -> Iterator[None]:
    """What goes wrong with disks and memory ends in one line; the newest version stays what it was."""
    before = current(out)
    try:
        yield
    except (OSError, MemoryError, RecursionError, duckdb.Error, pa.ArrowException) as error:
        if current(out) != before:
            raise StorageError(f"{out}: the new tables are there, but what goes with them is not ({_reason(error)}); build again") from error
        raise StorageError(f"{out}: the tables cannot be written ({_reason(error)}); the last good ones stay") from error
    except RuntimeError as error:
        if "interrupt" in str(error).lower():  # how DuckDB tells of Ctrl-C while it writes
            raise KeyboardInterrupt from error
        raise


def _reason(error: Exception) -> str:
    """What went wrong, and where, in one line."""
    if isinstance(error, OSError) and error.strerror:
        return ": ".join(str(told) for told in (error.filename2 or error.filename, error.strerror) if told)
    return " ".join(str(error).split()) or "out of memory"  # DuckDB names what is behind it last


def _read(sources: dict[str, Source], memory: Memory, entry: Entry, name: str) -> pa.Table:
    """A table of an entry; where it was damaged since, its document is read again."""
    try:
        return entry.read(name)
    except Damaged:
        again = extract(sources[entry.key], memory, rules_digest(memory.folder))
    if isinstance(again, MubiaoError):
        raise again
    if again.key != entry.key:
        raise ReadError(f"{sources[entry.key].name}: changed while the tables were built; build again")
    return again.read(name)


def _documents(sources: list[Source], memory: Memory, make: Make, progress: Progress | None, report: BuildReport) -> list[tuple[Source, Kept]]:
    """The documents whose rows come into the tables, each with its file; those that came before under another name do not."""
    found: list[tuple[Source, Kept]] = []
    first: dict[str, str] = {}
    for source, entry, remembered in extract_all(sources, memory, make, progress):
        if isinstance(entry, MubiaoError):
            report.bad.append(f"{source.name}: {_without(str(entry), source.path)}")
            report.traces += [entry.trace] if isinstance(entry, BrokenError) else []
            continue
        told = entry.about["documents"]
        report.bad += [f"{source.name}: {line}" for line in entry.about["unknown"]]
        report.lost += [f"{source.name}: {line}" for line in entry.about["lost"]]
        fresh = [one for one in told if first.setdefault(one["same"], one["id"]) == one["id"]]
        again = {one["id"]: first[one["same"]] for one in told if one not in fresh}
        report.same += [f"{source.name}: {own} is the same document as {other}; counted once" for own, other in again.items()]
        told_of = [one for one in source.corrections if one.doc_id in again]
        report.lost += [f"{one.where}: {one.doc_id} is the same document as {again[one.doc_id]}; name that one" for one in told_of]
        found += [(source, Kept(one["id"], one["place"], entry, len(told) == 1, one["rows"])) for one in fresh]
        report.documents += len(fresh)
        report.reused += remembered and bool(fresh)
        report.observations += sum(sum(one["rows"].values()) for one in fresh)
    return found


def _figures(raw: Path, paths: Sequence[Path], report: BuildReport) -> dict[str, pa.Table]:
    """Published figures as observations, and their sources as documents."""
    figures: list[PublishedFigure] = []
    for path in paths:
        try:
            found, wrong = published.read_fitting(path)
        except MubiaoError as error:
            found, wrong = [], [str(error)]
        figures += found
        report.bad += [_without(message, raw) for message in wrong]
    rows = {row.observation_id: row for row in map(published.observation, figures)}
    sources = {row.doc_id: row for row in map(published.source, figures)}
    report.figures = len(rows)
    report.observations += len(rows)
    return {"observations": to_arrow("observations", list(rows.values())), "documents": to_arrow("documents", list(sources.values()))}


def _without(message: str, path: Path) -> str:
    """A message without the folder in front of file names."""
    return message.replace(f"{path}: ", "").replace(f"{path}/", "")
