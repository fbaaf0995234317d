"""Rows on standard output: table, CSV, JSON, JSON lines, Parquet; and the options that many commands share."""

from __future__ import annotations

import io
import json
import math
import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mubiao.cluster.address import located
from mubiao.errors import UsageError
from mubiao.export.inert import inert
from mubiao.present.flat import in_one_cell
from mubiao.present.visible import visible
from mubiao.read.own import YEARS
from mubiao.tables import BUILT

if TYPE_CHECKING:  # the commands that need none of these start without them
    import pyarrow as pa
    from rich.console import Console

Command = Callable[..., Any]
WIDEST = 400  # columns of a table that goes to a file or pipe


def format_option(*allowed: str, default: str) -> Callable[[Command], Command]:
    """``--format`` with the formats that a command knows."""
    return click.option("--format", "form", type=click.Choice(allowed), default=default, show_default=True, help="How rows are written.")


class _Size(click.ParamType[int]):
    """Bytes, as people write them: 500MB, 4GB."""

    name = "size"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        found = re.fullmatch(r"(\d{1,6}) ?([MG])B", str(value).strip().upper())
        if not found or not int(found[1]):
            self.fail(f"{value} is no size; write 500MB or 4GB", param, ctx)
        return int(found[1]) * {"M": 10**6, "G": 10**9}[found[2]]


SIZE = _Size()
YEAR = click.IntRange(YEARS[0], YEARS[-1])


class _Location(click.ParamType["Path"]):
    """A folder of this machine, or an address."""

    name = "folder"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        return value if isinstance(value, Path) else located(str(value))


LOCATION = _Location()


def data_option(command: Command) -> Command:
    """``--data``: the folder of the built tables."""
    folder = click.Path(path_type=Path)
    return click.option("--data", type=folder, default=BUILT, show_default=True, help="Folder of the built tables.")(command)


def review_option(command: Command) -> Command:
    """``--review``: the folder of what people decide; the tables remember which one their build read."""
    folder = click.Path(path_type=Path)
    return click.option("--review", type=folder, help="Folder of corrections and mappings.  [default: the one that the build read]")(command)


def output_option(command: Command) -> Command:
    """``-o``: a file instead of standard output; the ending of its name says how rows are written."""
    file = click.Path(path_type=Path, dir_okay=False)
    return click.option("-o", "output", type=file, help="File to write: .csv, .xlsx, .dta, .parquet, .json, .jsonl.")(command)


def counted(number: int, what: str, several: str = "") -> str:
    """A number of things in words.

    >>> counted(1, "document"), counted(2, "file or line", "files or lines")
    ('1 document', '2 files or lines')
    """
    return f"{number} {what if number == 1 else several or what + 's'}"


def console(stderr: bool = False) -> Console:
    """A console that is as wide as the terminal, or wide enough for whole rows where there is none."""
    from rich.console import Console

    stream = sys.stderr if stderr else sys.stdout
    return Console(file=stream, width=None if stream.isatty() else WIDEST, highlight=False)


def write(rows: pa.Table, form: str, output: Path | None = None) -> None:
    """Write an Arrow table to standard output, or to a file whose ending says how.

    Args:
        form: csv, json, jsonl, parquet or table.
        output: the file; its path then goes to standard output.

    Raises:
        UsageError: Parquet would be written to a terminal.
    """
    if output:
        from mubiao.export.files import save  # its writers take a second, which a table on the screen need not wait for

        save(short(rows).to_pandas(), output)
        click.echo(output)
        return
    if form != "parquet":
        rows = short(rows)
    if form == "parquet":
        if sys.stdout.isatty():
            raise UsageError("Parquet is no text; send it to a file: mubiao … --format parquet > rows.parquet")
        import pyarrow.parquet as pq

        buffer = io.BytesIO()
        pq.write_table(rows, buffer, compression="zstd")
        sys.stdout.buffer.write(buffer.getvalue())
    elif form == "csv":
        lines = [rows.column_names, *(row.values() for row in rows.to_pylist())]
        sys.stdout.write("".join(",".join(map(_csv, line)) + "\n" for line in lines))
    elif form == "json":
        click.echo(json.dumps(_finite(rows.to_pylist()), ensure_ascii=False, indent=1, default=str))
    elif form == "jsonl":
        for row in rows.to_pylist():
            click.echo(json.dumps(_finite(row), ensure_ascii=False, default=str))
    else:
        print_table([[_cell(value) for value in row.values()] for row in rows.to_pylist()], rows.column_names)


def print_table(rows: Iterable[Sequence[str]], columns: Sequence[str]) -> None:
    """A table for reading; what comes from documents is never taken for markup."""
    from mubiao.cli.columns import in_columns

    head, *lines = in_columns([[visible(cell) for cell in row] for row in (columns, *rows)], console().width)
    click.secho("\n".join(head), bold=True)
    for line in lines:
        click.echo("\n".join(line))


def short(rows: pa.Table) -> pa.Table:
    """Numbers of four bytes as they are written, 0.98, and not as eight bytes tell them, 0.9800000190734863."""
    import pyarrow as pa

    for index, field in enumerate(rows.schema):
        if pa.types.is_float32(field.type):
            rows = rows.set_column(index, field.name, rows.column(index).cast(pa.string()).cast(pa.float64()))
    return rows


def _csv(value: Any) -> str:
    """A cell of a CSV file: text in quotes that no spreadsheet runs, numbers written out, nothing where there is nothing.

    By hand: no library at hand writes all of it. ``csv`` tells empty text from nothing only from Python 3.12 on (QUOTE_STRINGS),
    pyarrow writes 3000亿 as 3e+11, DuckDB 5 as 5.0, and pandas takes a second to load. Files (``-o``) are written by pandas (export/files.py).
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return f"{value:.0f}" if isinstance(value, float) and value.is_integer() else repr(value)
    text = _cell(value)
    return '"' + (inert(text) if isinstance(value, str | list | dict) else text).replace('"', '""') + '"'


def _finite(value: Any) -> Any:
    """A value as JSON knows it: nothing in the place of infinity."""
    if isinstance(value, Mapping):
        return {name: _finite(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_finite(item) for item in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _cell(value: Any) -> str:
    if isinstance(value, float):
        return f"{value:.10g}" if abs(value) < 1e6 or not value.is_integer() else f"{value:.0f}"
    return "" if value is None else str(in_one_cell(value))
