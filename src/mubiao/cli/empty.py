"""Why an answer may be empty: what a condition asks for and its column never holds (未完成 where the code is missed, 宁波 where it is 宁波市)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

import pyarrow as pa
from rapidfuzz import fuzz, process

from mubiao.errors import PlaceError, WarehouseError
from mubiao.present.labels import codes, en, zh
from mubiao.present.places import code_of_english
from mubiao.read.places import gazetteer
from mubiao.tables.grain import grains
from mubiao.warehouse import Warehouse

LITERAL = r"'(?:[^']|'')*'|-?\d+(?:\.\d+)?"
CONDITION = re.compile(
    rf'\b(\w+)\b"?\s*(?:(==?|i?like\b)\s*({LITERAL})|in\s*\(([^()]*)\)|(between\s+(?:{LITERAL})\s+and\s+(?:{LITERAL})))', re.IGNORECASE
)
SIDES = ("plan_", "result_", "next_", "target_", "stretch_")
KINDS = {"level": "level_of_place", "reason": "reason"} | {
    kind: kind
    for kind in ("attainment", "change", "comparator", "doc_type", "hardness", "matched_by", "measure", "missing", "stage", "status", "theme")
}
STANDS = "select table_name, data_type from duckdb_columns() where database_name = 'mubiao' and lower(column_name) = $column"
NAMED = """
    select distinct name, indicator_id from indicators
    where lower($word) in (indicator_id, lower(name)) or contains(lower(name_en), lower($word)) or contains(name, $word)
        or list_contains(aliases, $word)
    order by length(name), name
"""
MOST_VALUES = 5000  # of a column that are looked through: of one with more, as of quotes, none is named
FEW = 12  # values that are all named
LONGEST = 30  # characters of a value that are shown
MOST_NAMED = 5  # of those that a word may mean
NEAR = 60  # how like a value must be that is named instead, in percent


@dataclass(frozen=True, slots=True)
class Condition:
    """What a query asks of a column: ``test`` is put behind it (like '宁波%'), ``word`` is what it looks for, without quotes and signs."""

    column: str
    test: str
    word: str


def nothing(answer: pa.Table) -> bool:
    """Whether an answer tells nothing: no row, or one of nulls and noughts, which is what sum and count make of no rows.

    >>> nothing(pa.table({"count": [0], "mean": [0.0]})), nothing(pa.table({"count": [0], "level": ["county"]}))
    (True, False)
    """
    return not answer.num_rows or (answer.num_rows == 1 and all(_is_nothing(column) for column in answer.columns))


def _is_nothing(column: pa.ChunkedArray) -> bool:
    is_number = pa.types.is_integer(column.type) or pa.types.is_floating(column.type) or pa.types.is_decimal(column.type)
    return is_number and not column[0].as_py()


def hints(query: str, warehouse: Warehouse) -> list[str]:
    """A line for each condition that no row fulfils; where there is none, for each without which there would be an answer.

    Args:
        query: whose answer is empty.
    """
    found = [hint for condition in _conditions(query) for hint in _of(condition, query, warehouse)]
    return list(dict.fromkeys(found)) or list(_without(query, warehouse))


def _conditions(query: str) -> Iterator[Condition]:
    """What a query asks of columns, each member of a list by itself.

    >>> [(one.test, one.word) for one in _conditions("from t where place ilike '%宁波%' and year in (2023, 2024) and x between 1 and 2")]
    [("ilike '%宁波%'", '宁波'), ('= 2023', '2023'), ('= 2024', '2024'), ('between 1 and 2', '')]
    """
    for column, sign, literal, members, between in CONDITION.findall(query):
        if between:
            yield Condition(column.lower(), between, "")
        for one in re.findall(LITERAL, literal or members):
            word = one.strip("'").replace("''", "'")
            yield Condition(column.lower(), f"{sign or '='} {one}", word.strip("%_") if "like" in sign.lower() else word)


def _of(condition: Condition, query: str, warehouse: Warehouse) -> Iterator[str]:
    asked = {word.lower() for word in re.findall(r"\w+", query)}
    stands = [(name, type_) for name, type_ in warehouse.sql(STANDS, column=condition.column).fetchall() if name in asked and name in grains()]
    if not stands:
        return
    for table, _ in stands:
        try:
            if warehouse.sql(f"select 1 from {table} where {condition.column} {condition.test} limit 1").fetchall():
                return
        except WarehouseError:  # a list, which no word is like
            return
    yield from _never(condition, *stands[0], warehouse)


def _never(condition: Condition, table: str, type_: str, warehouse: Warehouse) -> Iterator[str]:
    """What a column holds instead of what it never holds."""
    column, word = condition.column, condition.word
    if type_ != "VARCHAR":
        ((low, high),) = warehouse.sql(f"select min({column}), max({column}) from {table}").fetchall()
        yield f"{column} is never {condition.test.removeprefix('= ')} in {table}; it is from {low} to {high}"
        return
    values = [value for (value,) in warehouse.sql(f"select distinct {column} from {table} where {column} is not null limit {MOST_VALUES}").fetchall()]
    if not values:
        yield f"{column} is empty in every row of {table}"
        return
    kind = _kind(column)
    meant = (
        list(MEANINGS[column](word, warehouse)) if column in MEANINGS else [code for code in codes(kind) if _told(kind, code, word)] if kind else []
    )
    here = [value for value in meant if value in values][:MOST_NAMED]
    if here:
        yield f"{column} is '{here[0]}' here, not '{word}'" if len(here) == 1 else f"{column} is never '{word}'; there are {_listed(here)}"
        return
    others = [value for value in meant if value != word][:MOST_NAMED]
    there = codes(kind) if kind else [] if meant else sorted(values) if len(values) <= FEW else _near(word, values)
    yield (
        f"{column} is never {condition.test.removeprefix('= ')} in {table}"
        + (f", nor {_listed(others)}" if others else "")
        + (f"; there are {_listed(there)}" if there else "")
    )


def _near(word: str, values: list[str]) -> list[str]:
    return [value for value, _, _ in process.extract(word, values, scorer=fuzz.WRatio, score_cutoff=NEAR, limit=3)] if word else []


def _listed(values: list[str]) -> str:
    """Values in quotes, long ones cut.

    >>> _listed(["市发改委", "1.泰康中路:2024年7月;2.梅湖路:2024年6月;3.紫城路:2024年9月。"])
    "'市发改委', '1.泰康中路:2024年7月;2.梅湖路:2024年6月;3…'"
    """
    return ", ".join(f"'{value}'" if len(value) <= LONGEST else f"'{value[:LONGEST]}…'" for value in values)


def _place(word: str, _: Warehouse) -> Iterator[str]:
    """The name of a place, given by a short, former or English one or by code.

    >>> [next(_place(word, None), "") for word in ("宁波", "Zhejiang", "ningbo", "330200", "桃花源")]
    ['宁波市', '浙江省', '宁波市', '宁波市', '']
    """
    with suppress(PlaceError):
        yield gazetteer().find(code_of_english(word) or word).name


def _place_code(word: str, warehouse: Warehouse) -> Iterator[str]:
    """The code of a place, given by a name or by the beginning of its code.

    >>> [next(_place_code(word, None), "") for word in ("宁波", "3302", "33")]
    ['330200', '330200', '330000']
    """
    for name in _place(word.ljust(6, "0") if word.isdigit() else word, warehouse):
        yield gazetteer().find(name).code


def _indicator(word: str, warehouse: Warehouse) -> Iterator[str]:
    yield from (name for name, _ in warehouse.sql(NAMED, word=word).fetchall())


def _indicator_id(word: str, warehouse: Warehouse) -> Iterator[str]:
    yield from (code for _, code in warehouse.sql(NAMED, word=word).fetchall())


MEANINGS = {"jurisdiction": _place, "jurisdiction_code": _place_code, "indicator": _indicator, "indicator_id": _indicator_id}


def _kind(column: str) -> str:
    """Which codes a column holds; "" where it holds none.

    >>> _kind("plan_comparator"), _kind("level"), _kind("quote")
    ('comparator', 'level_of_place', '')
    """
    side = next((side for side in SIDES if column.startswith(side)), "")
    return KINDS.get(column.removeprefix(side), "")


def _told(kind: str, code: str, word: str) -> bool:
    """Whether a code is told by a word, itself or one of its labels: missed by 未完成."""
    return word.lower() in (zh(kind, code), en(kind, code).lower(), code.lower())


def _without(query: str, warehouse: Warehouse) -> Iterator[str]:
    """Conditions that each hold for some rows: those without which there is an answer."""
    conditions = list(CONDITION.finditer(query))
    for found in conditions if len(conditions) > 1 else []:
        left = query[: found.start()] + " true " + query[found.end() :].strip().rstrip(";")
        with suppress(WarehouseError):
            if not nothing(warehouse.sql(f"from (\n{left}\n) limit 2").to_arrow_table()):
                yield f"there is an answer without {found[0]}"
