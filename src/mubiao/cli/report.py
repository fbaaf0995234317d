"""mubiao report."""

from __future__ import annotations

from pathlib import Path

import click

from mubiao.cli.output import data_option
from mubiao.warehouse import Warehouse


@click.command()
@click.option("--jurisdiction", required=True, help="Code or name: 330200, 宁波, 宁波市.")
@click.option("--year", type=int, required=True, help="Plan year T; its results and the targets of T+1 stand beside it.")
@click.option(
    "-o", "folder", type=click.Path(path_type=Path, file_okay=False), default=Path("reports"), show_default=True, help="Folder of the file."
)
@data_option
def report(jurisdiction: str, year: int, folder: Path, data: Path) -> None:
    """Write the report of a place and year: one HTML file with charts and tables that opens without a network.

    Every figure in it leads to its quote and source. The path of the file goes to standard output.

    \b
    Examples:
      mubiao report --jurisdiction 宁波市 --year 2024
      mubiao report --jurisdiction 330212 --year 2024 -o pages
    """
    from mubiao.report import write_report  # Altair takes a second, which the other commands need not wait for

    with Warehouse(data) as warehouse:
        click.echo(write_report(warehouse, jurisdiction, year, folder))
