"""mubiao tables, schema and example: what there is to ask, and something to ask it of."""

from __future__ import annotations

import shutil
from importlib.resources import as_file, files
from pathlib import Path

import click

from mubiao.cli.output import data_option, print_table
from mubiao.errors import UsageError, unknown


@click.command()
@data_option
def tables(data: Path) -> None:
    """List the tables and views: what one row is, and how many there are.

    Views that answer questions stand before the steps that lead to them.

    \b
    Example:
      mubiao tables
    """
    from mubiao.rows import TABLES
    from mubiao.tables.grain import grains
    from mubiao.tables.meanings import asked
    from mubiao.warehouse import Warehouse

    told = grains()
    kinds = dict.fromkeys(TABLES, "table") | dict.fromkeys(asked(), "view")
    with Warehouse(data) as warehouse:
        lines = [
            [name, kinds.get(name, "step"), str(warehouse.sql(f"select count(*) from {name}").fetchall()[0][0]), told[name]]
            for name in dict.fromkeys((*kinds, *told))
        ]
    print_table(lines, ("name", "kind", "rows", "one row is"))


@click.command()
@click.argument("name")
@data_option
def schema(name: str, data: Path) -> None:
    """List the columns of a table or view, with type and meaning, below what one row of it is.

    \b
    Examples:
      mubiao schema observations
      mubiao schema plan_result_next
    """
    from mubiao.tables.grain import grains
    from mubiao.tables.meanings import meaning
    from mubiao.warehouse import Warehouse

    if name not in grains():
        raise unknown("table or view", name, grains())
    with Warehouse(data) as warehouse:
        described = warehouse.sql(f"select column_name, column_type from (describe {name})").fetchall()
    click.echo(f"one row is {grains()[name]}\n")
    print_table([[column, kind.lower(), meaning(column, name)] for column, kind in described], ("column", "type", "meaning"))


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
