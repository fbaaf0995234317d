"""mubiao compare and sql: questions to the built tables."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Timer
from typing import Any

import click
import pyarrow as pa

from mubiao.cli.empty import hints, nothing
from mubiao.cli.mixed import mixtures
from mubiao.cli.output import SIZE, YEAR, data_option, format_option, output_option, print_table, write
from mubiao.errors import UsageError, WarehouseError
from mubiao.limits import (
    QUERY_CHARACTERS,
    QUERY_GRACE,
    QUERY_MOST_ROWS,
    QUERY_REMARKS,
    QUERY_ROWS,
    QUERY_SECONDS,
    QUERY_UNCOUNTED,
    no_more_than,
    quarter_of_memory,
)
from mubiao.present.cells import said
from mubiao.present.labels import in_one_language, zh
from mubiao.present.visible import visible
from mubiao.tables.door import Limits, late
from mubiao.warehouse import Warehouse

UNWRITTEN = (ArithmeticError, ValueError, TypeError, NotImplementedError)  # a date of the year 5000000, an interval in Parquet, bytes in JSON
STANDARD_INPUT = Path("-")
JUDGED = ("met", "near", "missed")  # verdicts that say how it went
ONE_QUERY = "give one query, or a file that holds it: -f question.sql, -f - for standard input"


@click.command()
@click.option("--jurisdiction", required=True, help="Code or name: 330200, 宁波, 宁波市.")
@click.option("--year", type=YEAR, required=True, help="Plan year T; its results and the targets of T+1 stand beside it.")
@click.option("--judged", is_flag=True, help="Only what is met, near or missed.")
@format_option("table", "csv", "json", "parquet", default="table")
@output_option
@data_option
def compare(jurisdiction: str, year: int, judged: bool, form: str, output: Path | None, data: Path) -> None:
    """Lay the plan of a year, its result and the next year's target side by side.

    What stands in one line can be compared; an empty place says why it is empty. The other formats hold every column of
    the view plan_result_next, with quotes and sources.

    \b
    Examples:
      mubiao compare --jurisdiction 宁波市 --year 2024
      mubiao compare --jurisdiction 宁波市 --year 2024 --judged
      mubiao compare --jurisdiction 330212 --year 2024 -o yinzhou.csv
    """
    with Warehouse(data) as warehouse:
        found = warehouse.compare(jurisdiction, year)
    if judged:
        found = found[found["attainment"].isin(JUDGED)]
    table = pa.Table.from_pandas(found, preserve_index=False)
    if form != "table" or output:
        write(table, form, output)
        return
    rows = table.to_pylist()
    for matched, title in ((True, "规范指标 canonical indicators"), (False, "按措辞匹配 lined up by wording")):
        chosen = [row for row in rows if (row["matched_by"] != "wording") == matched]
        if chosen:
            click.echo(f"\n{title}")
            print_table(map(_line, chosen), ("主题", "指标", f"{year}计划", f"{year}结果", f"{year + 1}目标", "判定", "说明"))
    click.echo('\n判定规则：mubiao sql "from attainment_rules"')


def _line(row: dict[str, Any]) -> list[str]:
    kind = zh("measure", row["measure"]) + ("·累计" if row["cumulative"] else "") + (f"·{zh('activity', row['activity'])}" if row["activity"] else "")
    return [
        zh("theme", row["theme"] or "other"), f"{row['indicator']} ({kind})", said(row, "plan"), said(row, "result"), said(row, "next"),
        zh("attainment", row["attainment"]) if row["attainment"] != "unknown" else "", _why(row),
    ]  # fmt: skip


def _why(row: dict[str, Any]) -> str:
    """What a reader must know of a line: how it was judged, or what stands elsewhere and why it cannot stand here."""
    elsewhere = [(side, row[f"{side}_elsewhere"]) for side in ("plan", "result", "next")]
    told = []
    for side, ways in elsewhere:
        for way in ways:
            told.append(f"另有{ {'plan': '计划', 'result': '结果', 'next': '次年目标'}[side] } {way['value']}：{zh('reason', way['why'])}")
    if row["attainment"] in JUDGED:
        told.insert(0, in_one_language(str(row["attainment_rule"])))
    elif row["attainment"] == "unknown" and row["result_value"] is not None and row["attainment_reason"]:
        told.insert(0, zh("reason", row["attainment_reason"]))
    if row["plan_stretch_text"]:
        told.append(f"{zh('role', 'stretch')} {row['plan_stretch_text']}: {zh('attainment', row['stretch_attainment'])}")
    return "; ".join(told)


@click.command()
@click.argument("query", required=False)
@click.option(
    "-f", "--file", "source", type=click.Path(path_type=Path, dir_okay=False, allow_dash=True), help="File that holds the query; - is standard input."
)
@format_option("table", "csv", "json", "jsonl", "parquet", default="table")
@output_option
@click.option("--seconds", type=click.FloatRange(0, min_open=True), default=QUERY_SECONDS, show_default=True, help="Time that the query may take.")
@click.option("--rows", type=click.IntRange(1, QUERY_MOST_ROWS), default=QUERY_ROWS, show_default=True, help="Rows that the answer may have.")
@click.option("--memory", type=SIZE, help="Memory that the query may take: 4GB, 500MB.  [default: a quarter of the machine's]")
@data_option
def sql(query: str | None, source: Path | None, form: str, output: Path | None, seconds: float, rows: int, memory: int | None, data: Path) -> None:
    """Ask the tables and views in DuckDB SQL: one select; nothing can be written, and no file be read (docs/sql.md).

    \b
    What saves a second try:
      What there is to ask is told by mubiao tables, its columns and their codes by mubiao schema comparison.
      Plan, result and next stand side by side in comparison, by plan_year; single figures in observations, by year.
      One indicator is told in several ways: name the measure too (growth, amount, ratio).
      Values are in unit, 万 and 亿 expanded; of 7%以上 the value is a bound, which comparator tells: no average of both.
      Places and indicators have their Chinese names (宁波市, 地区生产总值); indicator_id has short ones (gdp).
      What no document planned stands in series and observations, not in comparison.
      Units of one name are others in each place (group by jurisdiction, unit); lists without any are empty, not null: len(lead_units) > 0.

    \b
    Examples:
      mubiao sql "select jurisdiction, plan, result from comparison where level = 'province' and indicator_id = 'gdp' and attainment = 'missed'"
      mubiao sql "select indicator, value, unit, quote from observations where indicator_id = 'gdp'"
      mubiao sql "from target_changes where asks_for_more" --format csv
      mubiao sql "from series where indicator_id = 'gdp'" -o gdp.xlsx
      mubiao sql -f question.sql
      echo "from conflicts" | mubiao sql
    """
    if query is None and source is None and not sys.stdin.isatty():
        source = STANDARD_INPUT  # echo "select 1" | mubiao sql
    if (query is None) == (source is None):
        raise UsageError(ONE_QUERY)
    text = _query_in(source) if source else str(query)
    if query is None and not text.strip():
        raise UsageError(ONE_QUERY)
    with Warehouse(data, Limits(seconds, rows, memory)) as warehouse:
        with no_more_than(2 * (memory or quarter_of_memory()) + QUERY_UNCOUNTED):
            with _ended_after(seconds):
                answer = warehouse.sql(text).to_arrow_table()
            for remark in _remarks(text, answer, Warehouse(data, Limits(min(seconds, QUERY_REMARKS), rows, memory))):
                click.echo(f"mubiao: {visible(remark)}", err=True)
        try:
            write(answer, form, output)
        except UNWRITTEN as error:
            told = " ".join(str(error).split())
            raise WarehouseError(f"SQL: the answer holds what {output or form} cannot hold ({told}); cast it: ::varchar") from error


def _remarks(query: str, answer: pa.Table, warehouse: Warehouse) -> Iterator[str]:
    with warehouse:
        if nothing(answer):
            yield from (f"nothing found: {hint}" for hint in hints(query, warehouse))
        else:
            yield from (f"mind: {mixture}" for mixture in mixtures(query, answer.column_names, warehouse))


@contextmanager
def _ended_after(seconds: float) -> Iterator[None]:
    """End the process where DuckDB does not look at the clock: while it plans a query, and within one call of a function."""

    def end() -> None:
        click.echo(f"mubiao: {late(seconds)}", err=True)
        os._exit(1)

    timer = Timer(seconds + QUERY_GRACE, end)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _query_in(source: Path) -> str:
    """The text of a query, no more of it than a query may have: /dev/zero never ends."""
    if source.is_char_device() or source.is_block_device():
        raise UsageError(f"{source}: is no file; give one that holds a query, or - for standard input")
    try:
        with click.open_file(str(source), encoding="utf-8") as opened:
            return str(opened.read(QUERY_CHARACTERS + 1))
    except UnicodeDecodeError as error:
        raise UsageError(f"{source}: no text in UTF-8") from error
