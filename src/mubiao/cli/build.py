"""mubiao build."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from contextlib import nullcontext
from pathlib import Path

import click
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from mubiao.cli.output import LOCATION, SIZE, console, counted
from mubiao.cluster.mirror import local_copy
from mubiao.errors import MubiaoError, UsageError
from mubiao.gathered import BuildReport
from mubiao.pipeline import build as build_tables
from mubiao.present.heads import in_words
from mubiao.present.visible import one_line, visible
from mubiao.read.archive import NOT_READ
from mubiao.read.kinds import kind
from mubiao.tables.corrected import lost_correction
from mubiao.warehouse import Warehouse
from mubiao.workers import cores

# Documents by the kind of their files: html, docx …, and text for those that tell nothing but an encoding.
READ = """
    with kinds as (select split_part(encoding, ',', 1) as kind from documents where encoding is not null)
    select case when kind like 'utf-%' or kind = 'gb18030' then 'text' else kind end as kind, count(*) from kinds group by 1
"""
SAME = re.compile(r"(?<=: ).* is the same document as (.*); counted once$")
MOST = 64  # processes

MANY, REASONS, NAMED = 20, 20, 3  # of more lines than a screen holds, the reasons are counted, with the first files of each


@click.command()
@click.option("--raw", type=LOCATION, default="data/raw", show_default=True, help="Folder of documents, sources.toml and figures.")
@click.option("-o", "--out", type=LOCATION, default="data/parquet", show_default=True, help="Folder for the tables.")
@click.option("--review", type=click.Path(path_type=Path), help="Folder of corrections and mappings.  [default: review beside the raw folder]")
@click.option(
    "--workers", type=click.IntRange(1, MOST), default=lambda: min(MOST, cores()), show_default="cores", help="Processes; the tables are the same."
)
@click.option("--scheduler", metavar="ADDRESS", help="Read the documents on the workers of this Dask scheduler: tcp://host:8786.")
@click.option("--memory", type=SIZE, help="Memory for DuckDB: 4GB, 500MB.  [default: 768 MB, or a quarter of the machine's where that is less]")
@click.option("--debug", is_flag=True, help="List every file that was not used, and show where the program failed on one.")
def build(raw: Path, out: Path, review: Path | None, workers: int, scheduler: str | None, memory: int | None, debug: bool) -> None:
    """Build the tables and the DuckDB file from a folder of documents.

    Only what changed is extracted again. Bad files are listed and skipped; the rows of all others are kept, and the
    command ends with status 1. The same document under another name is counted once, which is no error.

    \b
    Examples:
      mubiao build
      mubiao build --raw my/reports --out my/tables --workers 2
      mubiao build --raw s3://bucket/reports --out s3://bucket/tables --scheduler tcp://10.0.0.5:8786
    """
    if scheduler is None and (far := next((str(folder) for folder in (raw, out) if not isinstance(folder, Path)), None)):
        raise UsageError(f"{far}: an address is for the workers of a cluster; give --scheduler, or a folder")
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    screen = console(stderr=True)
    progress = Progress(*columns, console=screen, transient=True)
    with progress if screen.is_terminal else nullcontext():
        bar = progress.add_task("extracting", total=None)

        def tell(name: str, done: int, total: int) -> None:
            progress.update(bar, description=name, completed=done, total=total)

        if scheduler is None:
            report = build_tables(raw, out, workers, review, tell, memory)
        else:
            from mubiao.cluster.build import build_on

            report = build_on(scheduler, raw, out, review, tell, memory)
    here = out if isinstance(out, Path) else local_copy(out)
    _warn(here, debug)
    _tell(report, out, debug)
    if max(len(report.bad), report.documents) > MANY:
        _by_kind(report, raw, here)
    if unused := len(report.bad) + len(report.lost):
        raise MubiaoError(f"{counted(unused, 'file or line was', 'files or lines were')} not used; all others are in the tables")


def _warn(out: Path, debug: bool) -> None:
    """Name the documents that may be misread as a whole; lost corrections and files of archives that were not used are told at the end."""
    with Warehouse(out) as warehouse:
        found = warehouse.sql(
            "select doc_id, name, says from warnings where name not in ($lost, $unread) order by doc_id, name",
            lost=lost_correction.name,
            unread=NOT_READ.rstrip(": "),
        ).fetchall()
    if len(found) <= MANY or debug:
        for doc_id, name, says in found:
            click.echo(one_line(f"  look at {doc_id}: {name}{': ' if says else ''}{in_words('gap', says, 'en') or says}"), err=True)
        return
    named: dict[str, list[str]] = defaultdict(list)
    for doc_id, name, _ in found:
        named[name].append(doc_id)
    for name, documents in sorted(named.items()):
        click.echo(one_line(f"  look at {len(documents)} x {name}: {_some(documents)}; mubiao check lists them"), err=True)


def _tell(report: BuildReport, out: Path, debug: bool) -> None:
    documents = f"{counted(report.documents, 'document')} ({report.reused} unchanged)"
    rows = f"{counted(report.observations, 'observation')}, of which {counted(report.figures, 'published figure')}"
    click.echo(f"{documents}, {rows} -> {out}", err=True)
    for what, lines in (("counted once", [SAME.sub(r"the same document as \1", line) for line in report.same]), ("not used", report.bad)):
        if len(lines) <= MANY or debug:
            for line in lines:
                click.echo(f"  {what}: {one_line(line)}", err=True)
        else:
            _by_reason(what, lines)
    for line in report.lost:
        click.echo(f"  not applied: {one_line(line)}", err=True)
    for trace in report.traces if debug else []:
        click.echo(visible(trace), err=True)


def _by_reason(what: str, lines: list[str]) -> None:
    """Of more lines than a screen holds, the reasons with the first files of each."""
    files: dict[str, list[str]] = defaultdict(list)
    for line in lines:
        name, _, reason = line.partition(": ")
        files["the same as another" if what == "counted once" else reason or line].append(name)
    ranked = sorted(files.items(), key=lambda one: -len(one[1]))
    for reason, names in ranked[:REASONS]:
        click.echo(f"  {what}: {len(names)} x {one_line(reason)}: {one_line(_some(names))}", err=True)
    if more := sum(len(names) for _, names in ranked[REASONS:]):
        click.echo(f"  {what}: {more} more, for {len(ranked) - REASONS} other reasons", err=True)
    click.echo(f"  mubiao build --debug lists all {len(lines)}", err=True)


def _some(names: list[str]) -> str:
    return ", ".join(names[:NAMED]) + " …" * (len(names) > NAMED)


def _by_kind(report: BuildReport, raw: Path, out: Path) -> None:
    """Count documents and unused files by what they really are, whatever their names say."""
    with Warehouse(out) as warehouse:
        read = Counter(dict(warehouse.sql(READ).fetchall()))
    files = {raw / line.partition(": ")[0] for line in report.bad} if isinstance(raw, Path) else set()
    unused = Counter(kind(path.read_bytes(), path.name) for path in files if path.is_file())
    for what, kinds in (("read", read), ("not used", unused)):
        told = sorted(kinds.items(), key=lambda one: (-one[1], one[0]))
        if told:
            click.echo(f"  {what}: {', '.join(f'{count} {name}' for name, count in told)}", err=True)
