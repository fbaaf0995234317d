"""Arrow schemas, made from the row classes of :mod:`mubiao.rows`, and the checks at the table boundary."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from functools import lru_cache
from operator import attrgetter

import pyarrow as pa

from mubiao.errors import WarehouseError
from mubiao.grammar.numbers.scan import scan
from mubiao.lexicon.loader import COMPARATORS
from mubiao.lexicon.vocabulary import MEASURES
from mubiao.read.fold import fold
from mubiao.rows import TABLES, Observation

TYPES = {
    "string": pa.string(), "double": pa.float64(), "float": pa.float32(), "bool": pa.bool_(),
    "int8": pa.int8(), "int16": pa.int16(), "int32": pa.int32(), "list<string>": pa.list_(pa.string()),
}  # fmt: skip
VERSION = "3"  # of the tables; a reader refuses others


@lru_cache(maxsize=16)
def schema(table: str) -> pa.Schema:
    """Arrow schema of a table; the meaning of each column stands in its field metadata."""
    columns = []
    for field in fields(TABLES[table]):
        nullable = "None" in str(field.type)
        columns.append(pa.field(field.name, TYPES[field.metadata["type"]], nullable, {"doc": field.metadata["doc"]}))
    return pa.schema(columns, {"mubiao.table": table, "mubiao.version": VERSION})


def to_arrow(table: str, rows: Sequence[object]) -> pa.Table:
    """Rows of one class as an Arrow table.

    Raises:
        WarehouseError: a row does not fit the schema; names table and column.
    """
    target = schema(table)
    if not rows:
        return pa.Table.from_batches([], target)  # empty_table() loads pandas
    columns = []
    for field, values in zip(target, zip(*map(attrgetter(*target.names), rows), strict=True), strict=True):  # all fields of a row at once: fast
        try:
            column = pa.array(values, field.type)
        except (pa.ArrowInvalid, pa.ArrowTypeError, OverflowError) as error:
            raise WarehouseError(f"{table}.{field.name}: {error}") from error
        if not field.nullable and column.null_count:
            raise WarehouseError(f"{table}.{field.name}: must not be empty")
        columns.append(column)
    return pa.Table.from_arrays(columns, schema=target)


def check_observations(rows: Sequence[Observation], texts: dict[str, str]) -> None:
    """What must hold for every observation, whatever the rules: allowed words, and spans that give the number back.

    Raises:
        WarehouseError: a row breaks it; names document and quote.
    """
    for row in rows:
        where = f"observation {row.observation_id} of {row.doc_id} ({(row.quote or row.indicator)[:40]})"
        if row.corrected:
            where += f", corrected by hand ({row.corrected})"
        if reason := fault(row):
            raise WarehouseError(f"{where}: {reason}")
        if row.source_kind == "document" and row.value is not None and not row.corrected and not gives_back(row, texts[row.doc_id]):
            raise WarehouseError(f"{where}: the span does not give the number back")


def fault(row: Observation) -> str:
    """Why no figure can be so, whatever the rules and whoever says it; "" for nothing."""
    if row.measure not in MEASURES or row.comparator not in COMPARATORS or row.stage not in ("target", "result"):
        return "measure, comparator or stage is none of the allowed words"
    if row.period_start > row.year:
        return "its period begins after it ends"
    if (row.value is None) != (row.measure == "relative"):
        return "only relative targets have no value"
    if row.value_high is not None and row.value_high < (row.value or 0):
        return "range is reversed"
    return ""


def gives_back(row: Observation, text: str) -> bool:
    """Whether the text in the row's span reads as the row's number."""
    if row.value_text and text[row.char_start : row.char_end] in row.value_text and _reads_as(row, row.value_text, whole=False):
        return True  # a cell of a table, whose unit stands in the head
    before = max(0, row.char_start - 2)  # 突破千万台: a bare magnitude counts only behind such a word
    spans = [text[low : row.char_end] for low in (row.char_start, before)]
    broken = [[line.strip() for line in span.split("\n")] for span in spans if "\n" in span]
    spans += ["".join(span.split()) for span in spans if " " in span or "\n" in span]  # by a word processor, or by the end of a line
    spans += [lines[0] + lines[-1] for lines in broken if len(lines) > 2]  # by the end of a page, with its number and head
    return any(_reads_as(row, span) for span in spans)


def _reads_as(row: Observation, text: str, whole: bool = True) -> bool:
    return any(value == row.value and high == row.value_high and (last or not whole) for value, high, last in _numbers_in(text))


@lru_cache(maxsize=4096)
def _numbers_in(text: str) -> tuple[tuple[float, float | None, bool], ...]:
    """The numbers that a text reads as, without sign, with the upper ends of ranges, and whether they are the last of it."""
    folded = fold(text).text
    found = [number for number in scan(folded) if number.value is not None]
    return tuple((abs(number.value or 0), number.high, number.end == len(folded)) for number in found)
