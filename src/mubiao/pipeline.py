"""The whole path, as a table of contents: read, outline, observe, store, compare.

``extract_file`` goes through the first stages for one file, ``build`` through all for a folder.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from threading import Lock

import pyarrow as pa

from mubiao import gathered
from mubiao.assemble import Published, write_rows
from mubiao.digests import Digests
from mubiao.errors import MubiaoError, ReadError, UsageError
from mubiao.extracts import read_known
from mubiao.folder import listing
from mubiao.gathered import BuildReport
from mubiao.memory import Damaged, Entry, Memory
from mubiao.model import DOCUMENT_TYPES, Facts
from mubiao.read.own import REVIEW
from mubiao.read.places import gazetteer
from mubiao.remembered import Make, Progress, Source, extract, on_this_machine
from mubiao.rows import TABLES as ROW_CLASSES
from mubiao.rows import Observation
from mubiao.rules_digest import rules_digest
from mubiao.tables.answers import FOLDER as ANSWERS_FOLDER
from mubiao.tables.attainment import read_rules
from mubiao.tables.corrections import read_corrections
from mubiao.tables.database import DATABASE, begin_update, update_database, write_database
from mubiao.tables.datapackage import FILE as PACKAGE
from mubiao.tables.datapackage import write_package
from mubiao.tables.decisions import apply_decisions, read_decisions
from mubiao.tables.people import left_behind, remember
from mubiao.tables.reference import ROWS_OF
from mubiao.tables.store import Staged, changed_provinces, manifest, write_manifest
from mubiao.tables.unwritten import reason, written_to
from mubiao.tables.versions import building, current, lead, publish, staging

CACHE = ".cache"
DIGESTS = "digests"  # in it
PATHS = (*ROW_CLASSES, ANSWERS_FOLDER, DATABASE, PACKAGE)  # of each version
MENDING = Lock()  # files are written several at a time, a memory by one
FIRST_YEAR, LAST_YEAR = 1949, 2100


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
        review: corrections and mappings of people; ``review`` beside the raw folder where it is not given. Decisions that stand beside the
            tables instead, or where the build before read them, are told as lost then.
        progress: called with a file's name, how many are done and how many there are.
        memory: bytes that DuckDB may take; 768 MB, or a quarter of the machine's where that is less, where it is not given.

    Raises:
        MubiaoError: the folder or its tables of sources, rules or decisions are wrong, another build is running there, or nothing
            can be written. Bad documents and figures do not raise: they are listed in the report, and the rows of all others are kept.
    """
    with written_to(out), building(out):
        people = review or raw.parent / REVIEW
        found = listing(raw, out, read_corrections(people))
        report = BuildReport(bad=found.bad, lost=found.lost if review else [*found.lost, *left_behind(out, people)])
        rules = read_rules(raw)
        decisions = read_decisions(people)
        (out / CACHE).mkdir(exist_ok=True)
        remembered = Memory(out / CACHE)
        make = on_this_machine(workers) if isinstance(workers, int) else workers
        digests = Digests(out / CACHE / DIGESTS)
        documents = gathered.documents(found.documents, remembered, make, progress, digests, report)
        figures = gathered.figures(raw, found.figures, report)
        kept = [one for _, one in documents]
        before = current(out)
        with staging(out) as folder:
            staged = Staged(folder, before, digests)
            read = partial(_table_of, {one.entry.key: source for source, one in documents}, remembered)
            write_rows(staged, kept, Published(figures), read, lambda rows: apply_decisions(rows, decisions), repr(sorted(decisions.items())))
            staged.write_whole("attainment_rules", repr(rules), lambda: rules)
            digest = rules_digest(remembered.folder)
            for name, rows_of in ROWS_OF.items():
                staged.write_whole(name, digest, rows_of)
            staged.write_waiting(partial(begin_update, folder, before))
            if _completed(folder, staged, before, memory):
                publish(out, PATHS)
        lead(out, PATHS)
        remember(out, people)
        try:
            remembered.forget({one.entry.key for one in kept})
            version = current(out)
            digests.keep(version.rglob("*") if version else ())
        except (OSError, MemoryError, RecursionError, pa.ArrowException) as error:  # the tables are whole and new: only what nobody needs is left
            report.bad.append(f"{out / CACHE}: what was extracted before cannot be dropped ({reason(error)}); it may be deleted at any time")
        return report


def _completed(folder: Path, staged: Staged, before: Path | None, memory: int | None) -> bool:
    """Put database, description and manifest beside the tables; False where all is as it was in the version before."""
    changed = changed_provinces(before, staged) if before else None
    if before and changed == set() and manifest(before)["parts"] == staged.parts:  # else the next build would make the files again
        return False
    write_package(folder)
    if not (before and changed is not None and update_database(folder, before, changed, memory, staged.finish)):
        write_database(folder, memory)
    write_manifest(staged)
    return True


def _table_of(sources: dict[str, Source], memory: Memory, entry: Entry, name: str) -> pa.Table:
    """A table of an entry; where it was damaged since, its document is read again."""
    try:
        return entry.read(name)
    except Damaged:
        with MENDING:
            again = extract(sources[entry.key], memory, rules_digest(memory.folder))
    if isinstance(again, MubiaoError):
        raise again
    if again.key != entry.key:
        raise ReadError(f"{sources[entry.key].name}: changed while the tables were built; build again")
    return again.read(name)
