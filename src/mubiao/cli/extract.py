"""mubiao extract: what documents give."""

from __future__ import annotations

from pathlib import Path

import click
import pyarrow as pa

from mubiao.cli.output import format_option, output_option, write
from mubiao.errors import MubiaoError
from mubiao.model import DOCUMENT_TYPES
from mubiao.pipeline import extract_file, given_facts
from mubiao.present.visible import visible
from mubiao.rows import Observation
from mubiao.tables.schema import to_arrow

COLUMNS = ("stage", "year", "indicator", "measure", "value", "unit", "modifier", "indicator_id", "confidence", "quote")


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE…")
@click.option("--jurisdiction", help="Code or name of the government (330200, 宁波市); read from the text where not given.")
@click.option("--year", type=int, help="Year that the document plans; read from the text where not given.")
@click.option("--type", "doc_type", type=click.Choice(DOCUMENT_TYPES), help="Kind of document; read from the text where not given.")
@format_option("jsonl", "csv", "parquet", "table", default="jsonl")
@output_option
def extract(files: tuple[Path, ...], jurisdiction: str | None, year: int | None, doc_type: str | None, form: str, output: Path | None) -> None:
    """Write the rows of any documents to standard output.

    A bad file gets one line on standard error; the rows of the others are written, and the command ends with status 1.

    \b
    Examples:
      mubiao extract report.docx --format table
      mubiao extract 2024.txt 2025.txt --jurisdiction 宁波市 -o rows.xlsx
    """
    facts = given_facts(jurisdiction, year, doc_type)
    rows: list[Observation] = []
    bad = 0
    for path in files:
        try:
            found, wrong = extract_file(path, facts)
        except MubiaoError as error:
            found, wrong = [], [str(error)]
        rows += found
        bad += len(wrong)
        for line in wrong:
            click.echo(f"mubiao: {visible(line)}", err=True)
    if rows or not bad:
        _write(to_arrow("observations", rows), form, output)
    if bad:
        raise click.exceptions.Exit(1)


def _write(rows: pa.Table, form: str, output: Path | None) -> None:
    write(rows.select(list(COLUMNS)) if form == "table" and not output else rows, form, output)
