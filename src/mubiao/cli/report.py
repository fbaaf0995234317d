"""mubiao report."""

from __future__ import annotations

import re
from pathlib import Path

import click

from mubiao.cli.output import YEAR, data_option
from mubiao.errors import UsageError
from mubiao.warehouse import Warehouse

BETWEEN = re.compile("[,，、]")  # places


@click.command()
@click.option("--jurisdiction", help="Code or name of one place: 330200, 宁波, 宁波市.")
@click.option("--level", type=click.Choice(["province", "prefecture", "county"]), help="All places of a level beside each other.")
@click.option(
    "--places", multiple=True, help="Places beside each other, codes or names with commas: 浙江省,江苏省,山东省; may be given several times."
)
@click.option("--year", type=YEAR, required=True, help="Plan year T; its results and the targets of T+1 stand beside it.")
@click.option("-o", "output", type=click.Path(path_type=Path), default=Path("reports"), show_default=True, help="Folder of the file, or FILE.html.")
@data_option
def report(jurisdiction: str | None, level: str | None, places: tuple[str, ...], year: int, output: Path, data: Path) -> None:
    """Write the page of a place and year, or of many places: one HTML file that opens without a network.

    Every figure read from a document leads to its quote, a published figure to its source. The path of the file goes to standard output.

    \b
    Examples:
      mubiao report --jurisdiction 宁波市 --year 2024
      mubiao report --level province --year 2025
      mubiao report --places 山东省,河南省,广东省 --year 2025 -o pages
    """
    from mubiao.report import write_national, write_report  # what they need takes a second, which other commands need not wait for

    if sum(map(bool, (jurisdiction, level, places))) != 1:
        raise UsageError("give one of --jurisdiction, --level and --places")
    named = [place.strip() for place in BETWEEN.split(",".join(places)) if place.strip()]
    with Warehouse(data) as warehouse:
        if jurisdiction:
            path = write_report(warehouse, jurisdiction, year, output)
        else:
            path = write_national(warehouse, year, output, level or "province", named)
        click.echo(path)
