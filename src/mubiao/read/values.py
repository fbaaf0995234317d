"""Lists of values: CSV, JSON lines, Parquet. Like sheets they hold a document a row, or a table."""

from __future__ import annotations

import csv
import io
import json

import pyarrow as pa
import pyarrow.parquet as parquet

from mubiao.errors import ReadError
from mubiao.read import panel
from mubiao.read.decode import decode
from mubiao.read.limits import MAX_BYTES, MAX_SHEET_CELLS, MAX_UNPACKED
from mubiao.read.page import Page
from mubiao.read.sheets import pages_of, shown

SEPARATORS = ",\t;"
NEITHER = "a list of values, but neither documents a row (with a column of texts and one of places) nor a table"


def read_csv(data: bytes, name: str) -> list[Page]:
    """The pages of a file of separated values."""
    text, encoding = decode(data, name)
    csv.field_size_limit(MAX_BYTES)
    try:
        rows = list(csv.reader(io.StringIO(text), delimiter=_separator(text)))
    except csv.Error as error:
        raise ReadError(f"{name}: not a file of separated values ({error}); save it anew as CSV") from error
    return pages_of({"": rows}, encoding, name, [])


def is_of_documents(text: str) -> bool:
    """Whether a text, whatever its file is called, begins with the head of a file of separated values whose rows are documents of places and years.

    >>> is_of_documents("城市,年份,内容\\n"), is_of_documents("城市、年份、内容\\n")
    (True, False)
    """
    head = text.lstrip("\ufeff").partition("\n")[0].replace('"', "").strip()
    return "year" in panel.columns_of(head.split(_separator(text)))


def _separator(text: str) -> str:
    return max(SEPARATORS, key=text.partition("\n")[0].count)


def read_jsonl(data: bytes, name: str) -> list[Page]:
    """The pages of JSON lines, or of one JSON list, of objects."""
    text, encoding = (data.decode(), "utf-8") if data.isascii() else decode(data, name)  # "\\u57ce" is Chinese too
    try:
        found = json.loads(text) if text.lstrip().startswith("[") else [json.loads(line) for line in text.split("\n") if line.strip()]
    except (ValueError, RecursionError) as error:
        raise ReadError(f"{name}: not whole JSON lines; write an object a line") from error
    if not found or not all(isinstance(entry, dict) for entry in found):
        raise ReadError(f"{name}: {NEITHER}")
    keys = list(dict.fromkeys(key for entry in found for key in entry))
    head = [shown(key) for key in keys]
    rows = [head, *([shown(entry.get(key)) for key in keys] for entry in found)]
    if not panel.columns_of(head, rows[1:]):
        raise ReadError(f"{name}: {NEITHER}")
    return pages_of({"": rows}, encoding, name, [])


def read_parquet(data: bytes, name: str) -> list[Page]:
    """The pages of a Parquet file whose rows are documents."""
    try:
        file = parquet.ParquetFile(io.BytesIO(data))
        size = sum(file.metadata.row_group(group).total_byte_size for group in range(file.metadata.num_row_groups))
        if size > MAX_UNPACKED or file.metadata.num_rows * file.metadata.num_columns > MAX_SHEET_CELLS:
            raise ReadError(f"{name}: unpacks to more than {MAX_UNPACKED // 1_000_000} MB; split it")
        table = file.read()
        table.validate(full=True)  # also of texts that are no UTF-8
    except (pa.ArrowException, OSError, ValueError) as error:
        raise ReadError(f"{name}: not a whole Parquet file") from error
    head = list(table.column_names)
    columns = [[shown(value) for value in table.column(at).to_pylist()] for at in range(len(head))]
    rows = [head, *map(list, zip(*columns, strict=True))]
    if not panel.columns_of(head, rows[1:]):
        raise ReadError(f"{name}: {NEITHER}")
    return pages_of({"": rows}, "parquet", name, [])
