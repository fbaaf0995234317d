"""mubiao chart."""

from __future__ import annotations

from pathlib import Path

import click

from mubiao.asked import indicator_ids
from mubiao.cli.output import YEAR, data_option
from mubiao.errors import UsageError, unknown
from mubiao.warehouse import Warehouse, code_of

LEVEL = "jurisdiction_code in (select jurisdiction_code from jurisdictions where level = $level)"
OPTIONS = ("jurisdiction", "level", "indicator", "year")
# One way of telling an indicator, the one that most places use: growth for GDP, an amount for grain; one row for each place.
USUAL = """
    with told as (
        select *, count(plan_value) over (partition by measure, cumulative, activity) as plans from {view} where {where}
    )
    select * exclude (plans) from told
    qualify dense_rank() over (order by plans desc, measure, cumulative, activity) = 1
        and row_number() over (partition by jurisdiction_code, plans, measure, cumulative, activity order by plan_observation_id) = 1
    order by jurisdiction_code
"""

# One thing through the years: the whole rather than a part of it, and of kinds of building work the one that most years tell.
ONE = """
    with told as (select *, count(*) over (partition by scope, activity) as years from {view} where {where})
    select * exclude (years) from told
    qualify dense_rank() over (order by scope is not null, years desc, scope, activity) = 1
"""


class Listing(click.Command):
    """A command whose help lists the charts, as they declare themselves."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Name the charts, each with what it asks for."""
        from mubiao.charts import CHARTS

        with formatter.section("Charts and what they ask for"):
            formatter.write_dl([(held.name, " ".join(f"--{option}" for option in held.asks)) for held in CHARTS.values()])


@click.command(cls=Listing)
@click.argument("name", metavar="NAME")
@click.option("--jurisdiction", help="Code or name of the place.")
@click.option("--level", type=click.Choice(["province", "prefecture", "county"]), help="All places of a level: for rank, heat and distribution.")
@click.option("--indicator", help="Identifier or name of an indicator (gdp): for series, rank and distribution.")
@click.option("--year", type=YEAR, help="Year of the targets.")
@click.option("--language", type=click.Choice(["zh", "en"]), default="zh", show_default=True, help="Language of the labels.")
@click.option("-o", "file", type=click.Path(path_type=Path, dir_okay=False), required=True, help="Picture: FILE.png, FILE.svg or FILE.pdf.")
@data_option
def chart(name: str, file: Path, language: str, data: Path, **asked: str | int | None) -> None:
    """Draw a chart of the tables into a file.

    \b
    Examples:
      mubiao chart plan_result_next --jurisdiction 宁波市 --year 2024 -o ningbo.png
      mubiao chart rank --level province --indicator gdp --year 2025 --language en -o gdp.pdf
    """
    from mubiao import charts  # Altair takes a second, which the other commands need not wait for

    if name not in charts.CHARTS:
        raise unknown("chart", name, charts.CHARTS)
    told = charts.CHARTS[name]
    missing = [f"--{option}" for option in told.asks if asked[option] is None]
    needless = [f"--{option}" for option in OPTIONS if option not in told.asks and asked[option] is not None]
    if missing or needless:
        raise UsageError(f"{name} asks for {', '.join(f'--{option}' for option in told.asks)}; {_wrong(missing, needless)}")
    given = {option: _meant(option, asked[option]) for option in told.asks}
    where = " and ".join(LEVEL if option == "level" else f"{column} = ${option}" for option, column in told.asks.items())
    chosen = "from {view} where {where}" if "indicator" not in told.asks else USUAL if "level" in told.asks else ONE
    with Warehouse(data) as warehouse:
        frame = warehouse.sql(chosen.format(view=told.view, where=where), **given).df()
    click.echo(charts.save(told.draw(frame, language=language), file))


def _meant(option: str, value: str | int | None) -> str | int | None:
    """What an option is called in the tables."""
    if option == "jurisdiction":
        return code_of(str(value))
    return indicator_ids([str(value)])[0] if option == "indicator" else value


def _wrong(missing: list[str], needless: list[str]) -> str:
    return "; ".join([*([f"give {', '.join(missing)}"] if missing else []), *([f"leave out {', '.join(needless)}"] if needless else [])])
