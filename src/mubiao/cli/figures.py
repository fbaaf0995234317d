"""mubiao figures: published figures that answer plans."""

from __future__ import annotations

import os
from pathlib import Path

import click

from mubiao.cli.output import counted
from mubiao.errors import SourceError
from mubiao.observe.published import read_fitting
from mubiao.present.visible import one_line
from mubiao.read.figures import COLUMNS, OPTIONAL


@click.group()
def figures() -> None:
    """Published figures that answer plans with results.

    \b
    Examples:
      mubiao figures columns > bulletin-2025.csv
      mubiao figures add bulletin-2025.csv
    """


@figures.command(short_help="Check a CSV file and put it beside the documents.")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE.csv")
@click.option("--raw", type=click.Path(path_type=Path), default=Path("data/raw"), show_default=True, help="Folder that mubiao build reads.")
@click.option("--replace", is_flag=True, help="Put it in place of an older file of the same name.")
def add(file: Path, raw: Path, replace: bool) -> None:
    """Check a CSV file of published figures and put it beside the documents.

    Every figure names its source. The next mubiao build takes it in. Wrong rows are told with line and column, and then
    nothing is added.

    \b
    Examples:
      mubiao figures add bulletin-2025.csv
      mubiao figures columns > empty.csv
    """
    if not file.is_file():
        raise SourceError(f"{file}: no such file")
    if file.suffix != ".csv":
        raise SourceError(f"{file}: mubiao build reads figures from *.csv only; rename it")
    found, wrong = read_fitting(file)
    for message in wrong:
        click.echo(f"mubiao: {one_line(message)}", err=True)
    if wrong:
        raise SourceError(f"nothing of {file} was added; put right what is told above")
    target = raw / file.name
    if target.exists() and not replace and target.read_bytes() != file.read_bytes():
        raise SourceError(f"{target} exists and holds something else; rename {file.name}, or give --replace")
    raw.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f".{target.name}.part")
    beside.write_bytes(file.read_bytes())
    os.replace(beside, target)
    told = f"{counted(len(found), 'figure')} of {counted(len({figure.place.code for figure in found}), 'place')}"
    click.echo(f"{told} -> {target}; run mubiao build to take them in")


@figures.command()
def columns() -> None:
    """Write the head line of such a file.

    The last five columns may be left out: the source's own sentence, the indicator or the phrase of the plan that the figure
    answers, the part that it is for, how it is measured, and the upper end of a range.

    \b
    Example:
      mubiao figures columns > bulletin-2025.csv
    """
    click.echo(",".join((*COLUMNS, *OPTIONAL)))
