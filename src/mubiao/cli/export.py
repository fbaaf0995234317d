"""mubiao export: tables for Excel, Stata, Word and statistical programs; the ending of the file decides."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from mubiao.cli.output import YEAR, data_option
from mubiao.errors import UsageError, unknown

if TYPE_CHECKING:
    import pandas as pd

    from mubiao.charts.declare import Language
    from mubiao.warehouse import Warehouse

T = TypeVar("T")
ENDINGS = ".xlsx, .dta, .csv, .parquet, .json, .jsonl or .docx"


@click.command()
@click.argument("what", default="comparison", metavar="[comparison|panel|rank|TABLE|VIEW]")
@click.option("-o", "output", type=click.Path(path_type=Path, dir_okay=False), required=True, help=f"File to write: {ENDINGS}.")
@click.option("--jurisdiction", "--place", "places", multiple=True, help="Code or name; a panel may have several.")
@click.option("--year", "years", multiple=True, type=YEAR, help="Plan year; of a panel the first and the last.")
@click.option("--indicator", "indicators", multiple=True, help="Id or Chinese name (gdp, 居民消费价格); may be given several times.")
@click.option("--level", type=click.Choice(["province", "prefecture", "county"]), default="province", show_default=True, help="All places of it.")
@click.option("--long", is_flag=True, help="A panel with a row for each figure, its words and quotes.")
@click.option(
    "--language",
    type=click.Choice(["zh", "en"]),
    default="zh",
    show_default=True,
    help="Of heads and codes in .xlsx (en: as in the tables), and of the words of a .docx.",
)
@data_option
def export(
    what: str,
    output: Path,
    places: tuple[str, ...],
    years: tuple[int, ...],
    indicators: tuple[str, ...],
    level: str,
    long: bool,
    language: Language,
    data: Path,
) -> None:
    """Write a comparison, a panel, a ranking, or a whole table or view to a file.

    A comparison without a place is the view of that name, for all places. That of a place as .xlsx has sheets for the comparison,
    its targets and results, sources and a dictionary; as .docx it is a report in words. A panel has a row for each place and year
    and a column for each indicator. Sheets have Chinese heads and words, and a dictionary that leads back to columns and codes;
    with --language en they have the columns and codes themselves.

    \b
    Examples:
      mubiao export --jurisdiction 宁波市 --year 2024 -o ningbo.xlsx
      mubiao export --jurisdiction 宁波市 --year 2024 -o ningbo.docx
      mubiao export panel --indicator gdp --indicator cpi --level province -o panel.dta
      mubiao export rank --indicator gdp --year 2025 -o rank.csv
      mubiao export comparison -o all.csv
      mubiao export target_changes -o changes.parquet
    """
    from mubiao.warehouse import Warehouse

    with Warehouse(data) as warehouse:
        if what == "comparison" and (places or output.suffix.lower() == ".docx"):
            if indicators:
                raise UsageError("a comparison has all indicators; leave out --indicator")
            _comparison(warehouse, _one(places, "--jurisdiction"), _one(years, "--year"), output, language)
        elif what == "panel":
            if not indicators:
                raise UsageError("a panel needs indicators: --indicator gdp --indicator cpi")
            found = warehouse.panel(indicators, level, places or None, years or None, wide=not long)  # type: ignore[arg-type]
            _save(found, output, language)
        elif what == "rank":
            if places:
                raise UsageError("a ranking has all places of a level; leave out --jurisdiction")
            _save(warehouse.rank(_one(indicators, "--indicator"), _one(years, "--year"), level=level), output, language)  # type: ignore[arg-type]
        else:
            found = _asked_for(warehouse, what, places, years, indicators)
            _save(found, output, language, what)
    click.echo(output)


def _one(given: tuple[T, ...], option: str) -> T:
    if len(given) != 1:
        raise UsageError(f"give {option} once")
    return given[0]


def _comparison(warehouse: Warehouse, place: str, year: int, output: Path, language: Language) -> None:
    from mubiao.export.chinese import chinese, in_one_cell_in_chinese
    from mubiao.export.comparison import sheets
    from mubiao.export.files import whole
    from mubiao.export.word import write_word
    from mubiao.export.workbook import write_workbook

    ending = output.suffix.lower()
    if ending == ".xlsx":
        if language == "zh":
            found = chinese(sheets(warehouse, place, year, in_one_cell_in_chinese))
        else:
            found = sheets(warehouse, place, year)
        whole(output, lambda part: write_workbook(found, part, language))
    elif ending == ".docx":
        whole(output, lambda part: write_word(warehouse, place, year, part, language))
    else:
        _save(warehouse.compare(place, year), output, language, "plan_result_next")


def _save(frame: pd.DataFrame, output: Path, language: str, where: str = "") -> None:
    """Write a table; a workbook under Chinese heads where it is asked for.

    Args:
        where: the table or view that it was taken from.
    """
    from mubiao.export.chinese import chinese, in_one_cell_in_chinese  # pandas and its writers take a second
    from mubiao.export.files import as_sheets, save, whole
    from mubiao.export.workbook import write_workbook

    labels = frame.attrs.get("labels") or _labels(frame, where)
    if output.suffix.lower() == ".xlsx" and language == "zh":
        whole(output, lambda part: write_workbook(chinese(as_sheets(frame, labels, in_one_cell_in_chinese), {"data": where}), part, language))
    else:
        save(frame, output, labels)


def _labels(frame: pd.DataFrame, where: str) -> dict[str, str]:
    """What the columns of a table or view mean, for forms that keep it beside them (Stata, Excel)."""
    from mubiao.tables.meanings import meaning

    return {name: meaning(name, where) for name in frame.columns}


def _asked_for(warehouse: Warehouse, name: str, places: tuple[str, ...], years: tuple[int, ...], indicators: tuple[str, ...]) -> pd.DataFrame:
    """A table or view, of some places, years and indicators where they are given.

    Raises:
        UsageError: nothing is called so, or it cannot be asked for what is given.
    """
    from mubiao.asked import indicator_ids
    from mubiao.warehouse import code_of

    known = {row[0] for row in warehouse.sql("select table_name from information_schema.tables where table_schema = 'main'").fetchall()}
    if name not in known:
        raise unknown("table or view", name, sorted(known))
    columns = set(warehouse.sql(f"from {name} limit 0").columns)
    year = "plan_year" if "plan_year" in columns else "year"
    where = ["true"]
    given: dict[str, object] = {}
    for option, column, condition, values in (
        ("--jurisdiction", "jurisdiction_code", "list_contains($jurisdiction_code, jurisdiction_code)", [code_of(place) for place in places]),
        ("--indicator", "indicator_id", "list_contains($indicator_id, indicator_id)", indicator_ids(indicators)),
        ("--year", year, f"{year} between list_min(${year}) and list_max(${year})", list(years)),
    ):
        if values and column not in columns:
            raise UsageError(f"{name} has no column {column}; leave out {option}")
        if values:
            where.append(condition)
            given[column] = values
    found: pd.DataFrame = warehouse.sql(f"from {name} where {' and '.join(where)}", **given).df()
    return found
