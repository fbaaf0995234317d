"""What comes into the tables of a build, each document once, and what the build says of the rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa

from mubiao.assemble import Kept
from mubiao.digests import Digests
from mubiao.errors import BrokenError, MubiaoError
from mubiao.memory import Memory
from mubiao.observe import published
from mubiao.read.figures import PublishedFigure
from mubiao.remembered import Make, Progress, Source, extract_all
from mubiao.tables.schema import to_arrow


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


def documents(
    sources: list[Source], memory: Memory, make: Make, progress: Progress | None, digests: Digests, report: BuildReport
) -> list[tuple[Source, Kept]]:
    """The documents whose rows come into the tables, each with its file; those that came before under another name do not."""
    found: list[tuple[Source, Kept]] = []
    first: dict[str, str] = {}
    for source, entry, remembered in extract_all(sources, memory, make, progress, digests):
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


def figures(raw: Path, paths: Sequence[Path], report: BuildReport) -> dict[str, pa.Table]:
    """Published figures as observations, and their sources as documents."""
    told: list[PublishedFigure] = []
    for path in paths:
        try:
            found, wrong = published.read_fitting(path)
        except MubiaoError as error:
            found, wrong = [], [str(error)]
        told += found
        report.bad += [_without(message, raw) for message in wrong]
    rows = {row.observation_id: row for row in map(published.observation, told)}
    sources = {row.doc_id: row for row in map(published.source, told)}
    report.figures = len(rows)
    report.observations += len(rows)
    return {"observations": to_arrow("observations", list(rows.values())), "documents": to_arrow("documents", list(sources.values()))}


def _without(message: str, path: Path) -> str:
    """A message without the folder in front of file names."""
    return message.replace(f"{path}: ", "").replace(f"{path}/", "")
