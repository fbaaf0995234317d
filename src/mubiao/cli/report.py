"""mubiao report."""

from __future__ import annotations

from pathlib import Path

import click

from mubiao.cli.output import YEAR, data_option
from mubiao.errors import UsageError
from mubiao.warehouse import Warehouse


@click.command()
@click.option("--jurisdiction", help="Code or name of one place: 330200, 宁波, 宁波市.")
@click.option("--level", type=click.Choice(["province", "prefecture", "county"]), help="All places of a level beside each other.")
@click.option("--places", help="Places beside each other, codes or names with commas: 浙江省,江苏省,山东省.")
@click.option("--year", type=YEAR, required=True, help="Plan year T; its results and the targets of T+1 stand beside it.")
@click.option(
    "-o", "folder", type=click.Path(path_type=Path, file_okay=False), default=Path("reports"), show_default=True, help="Folder of the file."
)
@data_option
def report(jurisdiction: str | None, level: str | None, places: str | None, year: int, folder: Path, data: Path) -> None:
    """Write the page of a place and year, or of many places: one HTML file that opens without a network.

    Every figure in it leads to its quote and source. The path of the file goes to standard output.

    \b
    Examples:
      mubiao report --jurisdiction 宁波市 --year 2024
      mubiao report --level province --year 2025
      mubiao report --places 山东省,河南省,广东省 --year 2025 -o pages
    """
    from mubiao.report import write_national, write_report  # what they need takes a second, which other commands need not wait for

    if sum(given is not None for given in (jurisdiction, level, places)) != 1:
        raise UsageError("give one of --jurisdiction, --level and --places")
    with Warehouse(data) as warehouse:
        if jurisdiction:
            path = write_report(warehouse, jurisdiction, year, folder)
        else:
            named = [place.strip() for place in (places or "").replace("，", ",").split(",") if place.strip()]
            path = write_national(warehouse, year, folder, level or "province", named)
        click.echo(path)
