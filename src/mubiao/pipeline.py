"""The whole path, as a table of contents: read, outline, observe, store, compare.

``extract_file`` goes through the first stages for one file, ``build`` through all for a folder.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa

from mubiao.errors import BrokenError, MubiaoError, ReadError, UsageError
from mubiao.extracts import TABLES, Extract, Progress, Source, extract_all, forget, read_and_observe
from mubiao.model import DOCUMENT_TYPES, Facts
from mubiao.observe import published
from mubiao.read.figures import Figure, is_figures, read_figures
from mubiao.read.kinds import may_be_document
from mubiao.read.places import gazetteer
from mubiao.read.sources import FILE as SOURCES_FILE
from mubiao.read.sources import read_sources
from mubiao.rows import Observation
from mubiao.tables.database import write_database
from mubiao.tables.package import write_package
from mubiao.tables.reference import reference_tables
from mubiao.tables.review import apply_decisions, read_decisions
from mubiao.tables.rules import FILE as RULES_FILE
from mubiao.tables.rules import read_rules
from mubiao.tables.schema import schema, to_arrow
from mubiao.tables.store import Staging

CACHE = ".cache"
REVIEW = "review"
OWN_TABLES = (SOURCES_FILE, RULES_FILE)  # what the raw folder holds beside documents and figures
ABOUT = ("readme.md", "readme.txt")  # files that tell of the folder
FIRST_YEAR, LAST_YEAR = 1949, 2100
ORDER = {"documents": ("doc_id",), "tasks": ("task_id",), "refusals": ("doc_id", "char_start", "reason")}


@dataclass(slots=True)
class BuildReport:
    """What a build did: counts, one line for each file or row that was not used, and where the program failed on a file."""

    documents: int = 0
    reused: int = 0
    observations: int = 0
    figures: int = 0
    bad: list[str] = field(default_factory=list)
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


def extract_file(path: Path, facts: Facts) -> list[Observation]:
    """The observations of one file.

    Raises:
        ReadError: it cannot be read, or nobody can tell whose it is or for which year.
    """
    return [row for _, _, observed in read_and_observe(path, facts) for row in observed.observations]


def build(raw: Path, out: Path, workers: int = 1, review: Path | None = None, progress: Progress | None = None) -> BuildReport:
    """Everything from the files of a folder to Parquet tables and the DuckDB file.

    Args:
        raw: documents, ``sources.toml``, CSV files of published figures, and perhaps ``attainment_rules.csv``.
        out: where the tables are put; what was extracted before from the same file by the same rules is used again.
        workers: processes; the tables are the same whatever their number.
        review: mappings that a person confirmed; ``review`` beside the raw folder where it is not given.
        progress: called with a file's name, how many are done and how many there are.

    Raises:
        MubiaoError: the folder or its tables of sources, rules or decisions are wrong. Bad documents and figures do not
            raise: they are listed in the report, and the rows of all others are kept.
    """
    report = BuildReport()
    sources = _sources(raw, out, report)
    rules = read_rules(raw)
    decisions = read_decisions(review or raw.parent / REVIEW)
    (out / CACHE).mkdir(parents=True, exist_ok=True)
    tables = _document_tables(sources, out / CACHE, workers, progress, report)
    _add_figures(raw, tables, report)
    merged = {name: pa.concat_tables([schema(name).empty_table(), *parts]) for name, parts in tables.items()}
    merged["observations"] = apply_decisions(merged["observations"], decisions)
    staging = Staging(out)
    staging.write_observations(merged.pop("observations"))
    for name, table in merged.items():
        staging.write(name, table.sort_by([(column, "ascending") for column in ORDER[name]]))
    for name, rows in reference_tables(rules).items():
        staging.write(name, to_arrow(name, rows))
    write_package(staging.folder)
    write_database(staging.folder)
    staging.commit()
    forget(out / CACHE, sources)
    return report


def _sources(raw: Path, out: Path, report: BuildReport) -> list[Source]:
    if not raw.is_dir():
        raise ReadError(f"{raw}: no such folder; give the folder of the documents with --raw")
    known = read_sources(raw)
    found = {
        path.relative_to(raw).as_posix(): path
        for path in sorted(raw.rglob("*"))
        if not _hidden(path.relative_to(raw)) and path.is_file() and not path.is_relative_to(out)  # no folder, pipe or device
    }
    report.bad += [f"{name}: named in sources.toml, but no such file" for name in known if name not in found]
    sources: dict[str, Source] = {}
    for name, path in found.items():
        if path.name.lower() in ABOUT or name in OWN_TABLES or is_figures(path) or not may_be_document(path):
            continue
        key = name.removesuffix(path.suffix)
        if key in sources:
            report.bad.append(f"{name}: {sources[key].name} would have the same key; rename one")
        else:
            sources[key] = Source(path, name, *known.get(name, (Facts(), None)))
    return list(sources.values())


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _document_tables(sources: list[Source], cache: Path, workers: int, progress: Progress | None, report: BuildReport) -> dict[str, list[pa.Table]]:
    tables: dict[str, list[pa.Table]] = {name: [] for name in TABLES}
    for source, (extract, remembered) in zip(sources, extract_all(sources, cache, workers, progress), strict=True):
        if isinstance(extract, MubiaoError):
            report.bad.append(f"{source.name}: {_without(str(extract), source.path)}")
            report.traces += [extract.trace] if isinstance(extract, BrokenError) else []
        else:
            _add(tables, extract)
            report.documents += extract["documents"].num_rows
            report.reused += remembered
            report.observations += extract["observations"].num_rows
    return tables


def _add(tables: dict[str, list[pa.Table]], extract: Extract) -> None:
    for name, table in extract.items():
        tables[name].append(table)


def _add_figures(raw: Path, tables: dict[str, list[pa.Table]], report: BuildReport) -> None:
    figures: list[Figure] = []
    for path in sorted(raw.glob("*.csv")):
        if is_figures(path):
            try:
                found, wrong = read_figures(path)
            except MubiaoError as error:
                found, wrong = [], [str(error)]
            figures += found
            report.bad += [_without(message, path.parent) for message in wrong]
    rows = {row.observation_id: row for row in map(published.observation, figures)}
    sources = {row.doc_id: row for row in map(published.source, figures)}
    _add(tables, {"observations": to_arrow("observations", list(rows.values())), "documents": to_arrow("documents", list(sources.values()))})
    report.figures = len(rows)
    report.observations += len(rows)


def _without(message: str, path: Path) -> str:
    """A message without the folder in front of file names."""
    return message.replace(f"{path}: ", "").replace(f"{path}/", "")
