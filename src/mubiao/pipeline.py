"""The whole path, as a table of contents: read, outline, observe, store, compare.

``extract_file`` goes through the first stages for one file, ``build`` through all for a folder.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

import pyarrow as pa
import pyarrow.feather as feather

from mubiao.errors import MubiaoError, ReadError
from mubiao.lexicon.loader import load, read_toml
from mubiao.lexicon.vocabulary import vocabulary
from mubiao.model import Document, Facts
from mubiao.rows import AttainmentRule, DocumentRow, IndicatorRow, JurisdictionRow, Observation, TaskRow, UnitRow
from mubiao.observe import published
from mubiao.observe.observe import Observed, observe
from mubiao.outline.outline import outline
from mubiao.read.document import SUFFIXES, read_document
from mubiao.read.figures import Figure, is_figures, read_figures
from mubiao.read.places import gazetteer
from mubiao.read.sources import read_sources
from mubiao.tables.database import write_database
from mubiao.tables.rules import read_rules
from mubiao.tables.schema import check_observations, schema, to_arrow
from mubiao.tables.store import Staging

PER_DOCUMENT = ("documents", "tasks", "observations", "refusals")
CACHE = ".cache"


@dataclass(slots=True)
class Source:
    """A file of the raw folder with what the sources table says of it."""

    path: Path
    facts: Facts
    sha256: str | None


@dataclass(slots=True)
class BuildReport:
    """What a build did."""

    documents: int = 0
    reused: int = 0
    observations: int = 0
    figures: int = 0
    bad: list[str] = field(default_factory=list)


def read_and_observe(path: Path, facts: Facts, sha256: str | None = None) -> tuple[Document, list[TaskRow], Observed]:
    """Read one file and everything that it states.

    Raises:
        ReadError: it cannot be read, or nobody can tell whose it is or for which year.
    """
    document = read_document(path, facts, sha256)
    if document.facts.jurisdiction_code is None:
        raise ReadError(f"{path}: cannot tell whose document it is; give --jurisdiction, or a line in sources.toml")
    if document.facts.year is None:
        raise ReadError(f"{path}: cannot tell the year; give --year, or a line in sources.toml")
    tasks = outline(document)
    observed = observe(document, tasks)
    check_observations(observed.observations, {document.doc_id: document.text})
    return document, [_task_row(document, number, task) for number, task in enumerate(tasks)], observed


def extract_file(path: Path, facts: Facts) -> list[Observation]:
    """The observations of one file."""
    return read_and_observe(path, facts)[2].observations


def build(raw: Path, out: Path, workers: int = 1, progress: Callable[[str, int, int], None] | None = None) -> BuildReport:
    """Everything from the files of a folder to Parquet tables and the DuckDB file.

    Args:
        raw: documents, ``sources.toml``, CSV files of published figures, and perhaps ``attainment_rules.csv``.
        out: where the tables are put; what was extracted before from the same file by the same rules is used again.
        workers: processes; the tables are the same whatever their number.
        progress: called with a file's name, how many are done and how many there are.

    Raises:
        MubiaoError: the folder or its tables of sources or rules are wrong. Bad documents and figures do not raise: they
            are listed in the report, and the rows of all others are kept.
    """
    report = BuildReport()
    sources = _sources(raw, report)
    rules = read_rules(raw)
    (out / CACHE).mkdir(parents=True, exist_ok=True)
    tables: dict[str, list[pa.Table]] = {name: [] for name in PER_DOCUMENT}
    for source, extract in _extracts(sources, out / CACHE, workers, report, progress):
        if isinstance(extract, MubiaoError):
            report.bad.append(f"{source.path.name}: {_without(str(extract), source.path)}")
            continue
        for name in PER_DOCUMENT:
            tables[name].append(extract[name])
        report.documents += 1
    _add_figures(raw, tables, report)
    staging = Staging(out)
    merged = {name: pa.concat_tables([schema(name).empty_table(), *parts]) for name, parts in tables.items()}
    staging.write_observations(merged["observations"])
    staging.write("documents", merged["documents"].sort_by("doc_id"))
    staging.write("tasks", merged["tasks"].sort_by("task_id"))
    staging.write("refusals", merged["refusals"].sort_by([("doc_id", "ascending"), ("char_start", "ascending"), ("reason", "ascending")]))
    for name, rows in _reference_tables(rules).items():
        staging.write(name, to_arrow(name, rows))
    write_database(staging.folder)
    staging.commit()
    report.observations = merged["observations"].num_rows
    _forget(out / CACHE, sources)
    return report


def _sources(raw: Path, report: BuildReport) -> list[Source]:
    if not raw.is_dir():
        raise ReadError(f"{raw}: no such folder; give the folder of the documents with --raw")
    known = read_sources(raw)
    found = [path for path in sorted(raw.iterdir()) if path.suffix.lower() in SUFFIXES and path.is_file()]
    names = {path.name for path in found}
    report.bad += [f"{name}: named in sources.toml, but no such file" for name in known if name not in names]
    seen: set[str] = set()
    sources = []
    for path in found:
        if path.name.lower() in ("readme.md", "readme.txt"):
            continue
        if path.stem in seen:
            report.bad.append(f"{path.name}: another file is called {path.stem} too; rename one")
            continue
        seen.add(path.stem)
        facts, digest = known.get(path.name, (Facts(), None))
        sources.append(Source(path, facts, digest))
    return sources


Extract = dict[str, pa.Table]


def _extracts(sources: list[Source], cache: Path, workers: int, report: BuildReport, progress: Callable[[str, int, int], None] | None) -> Iterator[tuple[Source, Extract | MubiaoError]]:
    """Extracts of all sources in their order, from the cache or made anew."""
    done: dict[int, Extract | MubiaoError] = {}
    waiting = []
    for index, source in enumerate(sources):
        kept = _cached(cache / _key(source))
        if kept is None:
            waiting.append(index)
        else:
            done[index] = kept
            report.reused += 1
    finished = len(done)
    for index, extract in _made([(index, sources[index], cache) for index in waiting], workers):
        done[index] = extract
        finished += 1
        if progress:
            progress(sources[index].path.name, finished, len(sources))
    for index, source in enumerate(sources):
        yield source, done[index]


def _made(jobs: list[tuple[int, Source, Path]], workers: int) -> Iterator[tuple[int, Extract | MubiaoError]]:
    if workers <= 1 or len(jobs) <= 1:
        for index, source, cache in jobs:
            yield index, _make(source, cache)
        return
    with ProcessPoolExecutor(max_workers=min(workers, len(jobs))) as pool:
        futures: dict[Future, int] = {pool.submit(_make, source, cache): index for index, source, cache in jobs}
        for future in as_completed(futures):
            yield futures[future], future.result()


def _make(source: Source, cache: Path) -> Extract | MubiaoError:
    """Extract one source and put the result into the cache; an error is returned, so that others go on."""
    try:
        document, tasks, observed = read_and_observe(source.path, source.facts, source.sha256)
        extract = {
            "documents": to_arrow("documents", [_document_row(document)]),
            "tasks": to_arrow("tasks", tasks),
            "observations": to_arrow("observations", observed.observations),
            "refusals": to_arrow("refusals", observed.refusals),
        }
    except MubiaoError as error:
        return error
    folder = cache / _key(source)
    folder.mkdir(parents=True, exist_ok=True)
    for name, table in extract.items():
        feather.write_feather(table, folder / f"{name}.arrow", compression="zstd")
    (folder / "whole").touch()
    return extract


def _cached(folder: Path) -> Extract | None:
    if not (folder / "whole").exists():
        return None
    return {name: feather.read_table(folder / f"{name}.arrow", memory_map=False) for name in PER_DOCUMENT}


@lru_cache(maxsize=1)
def rules_digest() -> str:
    """Hash of the code and words that rows depend on."""
    digest = hashlib.sha256()
    package = files("mubiao")
    for stage in ("grammar", "lexicon", "lexicon/indicators", "observe", "outline", "read"):
        for entry in sorted(package.joinpath(stage).iterdir(), key=lambda item: item.name):
            if entry.name.endswith((".py", ".toml")):
                digest.update(entry.read_bytes())
    digest.update(package.joinpath("model.py").read_bytes())
    return digest.hexdigest()


def _key(source: Source) -> str:
    """A document's rows depend on its file, its facts and the rules alone."""
    digest = hashlib.sha256(rules_digest().encode())
    digest.update(repr((source.path.name, source.facts, source.sha256)).encode())
    digest.update(source.path.read_bytes())
    return digest.hexdigest()[:32]


def _forget(cache: Path, sources: list[Source]) -> None:
    """Drop extracts of files and rules that are gone."""
    keep = {_key(source) for source in sources}
    for folder in cache.iterdir():
        if folder.name not in keep:
            for entry in folder.iterdir():
                entry.unlink()
            folder.rmdir()


def _add_figures(raw: Path, tables: dict[str, list[pa.Table]], report: BuildReport) -> None:
    figures: list[Figure] = []
    for path in sorted(raw.glob("*.csv")):
        if is_figures(path):
            try:
                figures += read_figures(path)
            except MubiaoError as error:
                report.bad.append(_without(str(error), path.parent))
    rows = {row.observation_id: row for row in map(published.observation, figures)}
    sources = {row.doc_id: row for row in map(published.source, figures)}
    tables["observations"].append(to_arrow("observations", list(rows.values())))
    tables["documents"].append(to_arrow("documents", list(sources.values())))
    report.figures = len(rows)


def _reference_tables(rules: list[AttainmentRule]) -> dict[str, list]:
    constant = read_toml("real_growth.toml")["constant_prices"]
    index = gazetteer()
    return {
        "indicators": [
            IndicatorRow(
                found.id, found.name, found.name_en, found.theme, list(found.measures), found.unit or None, found.nature, found.direction, found.id in constant,
                found.parent or None, list(found.aliases), list(found.confused_with), found.definition, found.source or None, found.example,
            )
            for found in vocabulary().by_id.values()
        ],
        "jurisdictions": [
            JurisdictionRow(place.code, place.name, index.full_name(place), list(place.names), place.level, place.parent or None)
            for place in index.by_code.values()
        ],
        "units": [UnitRow(*entry) for entry in sorted({(unit.name, unit.dimension, load().units.get(unit.name, unit).factor) for unit in load().units.values()})],
        "attainment_rules": rules,
    }  # fmt: skip


def _document_row(document: Document) -> DocumentRow:
    facts = document.facts
    place = gazetteer().by_code[facts.jurisdiction_code or ""]
    year = facts.year or 0
    return DocumentRow(
        document.doc_id, facts.title, facts.issuer, facts.number, facts.published, facts.doc_type or "work_report", place.code, place.name,
        gazetteer().code_in_year(place, year), year, facts.coverage, list(facts.partial_parts), facts.gaps, facts.url, document.path, document.sha256,
        document.encoding, list(facts.inferred), document.text,
    )  # fmt: skip


def _task_row(document: Document, number: int, task) -> TaskRow:  # type: ignore[no-untyped-def]
    start, end = document.folded.span(task.spans[0][0], task.spans[-1][1])
    return TaskRow(
        f"{document.doc_id}:{number:04d}", document.doc_id, document.facts.jurisdiction_code or "", document.facts.year or 0, task.kind, task.part,
        list(task.section), task.item_no or None, document.text[start:end], task.lead_units, task.support_units, task.support_text, task.officials,
        task.deadline, start, end, task.refused or None,
    )  # fmt: skip


def _without(message: str, path: Path) -> str:
    """A message without the folder in front of file names."""
    return message.replace(f"{path}: ", "").replace(f"{path}/", "")


