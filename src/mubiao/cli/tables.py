"""mubiao tables, schema and example: what there is to ask, and something to ask it of."""

from __future__ import annotations

import shutil
from importlib.resources import as_file, files
from pathlib import Path

import click

from mubiao.cli.output import data_option, print_table
from mubiao.errors import UsageError


@click.command()
@data_option
def tables(data: Path) -> None:
    """List the tables and views: what one row is, and how many there are.

    Views that answer questions stand before the steps that lead to them.

    \b
    Example:
      mubiao tables
    """
    from mubiao.tables.described import named
    from mubiao.warehouse import Warehouse

    with Warehouse(data) as warehouse:
        lines = [[name, kind, str(warehouse.sql(f"select count(*) from {name}").fetchall()[0][0]), one_row] for name, kind, one_row in named()]
    print_table(lines, ("name", "kind", "rows", "one row is"))


@click.command()
@click.argument("name", metavar="TABLE|VIEW|COLUMN")
@data_option
def schema(name: str, data: Path) -> None:
    """List the columns of a table or view, with type and meaning, below what one row of it is; of a column, where it stands.

    \b
    Examples:
      mubiao schema observations
      mubiao schema plan_result_next
      mubiao schema gap
    """
    from mubiao.tables.described import described
    from mubiao.tables.grain import grains
    from mubiao.warehouse import Warehouse

    with Warehouse(data) as warehouse:
        heads, lines = described(name, warehouse.sql)
    if name in grains():
        click.echo(f"one row is {grains()[name]}\n")
    print_table(lines, [head.replace("_", " ") for head in heads])


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=Path("mubiao-example"))
def example(folder: Path) -> None:
    """Copy the example documents (five of Ningbo and its districts, and published figures) to a folder.

    \b
    Example:
      mubiao example data
      mubiao build                                      # data/raw -> data/parquet
      mubiao report --jurisdiction 宁波市 --year 2024
    """
    target = folder / "raw"
    if target.exists():
        raise UsageError(f"{target} is there already; name another folder")
    with as_file(files("mubiao").joinpath("example")) as packed:
        # A checkout has the documents beside the sources, an installed package inside.
        source = packed if packed.is_dir() else Path(__file__).parents[3] / "data" / "raw"
        shutil.copytree(source, target)
    click.echo(f"{target}\nmubiao build --raw {target} --out {folder / 'parquet'}")
