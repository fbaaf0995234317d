"""Files for Stata: names within its limits, what a column is in words as its label, codes as labelled values."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any, Literal

import pandas as pd

from mubiao.present.labels import codes, en, zh

CODED = ("attainment", "change", "measure", "stage", "direction", "level", "theme", "doc_type", "role", "silence")  # columns of codes
OF_A_SIDE = ("comparator", "status", "missing")  # also behind a side: plan_comparator
LONGEST_NAME, LONGEST_LABEL = 32, 80  # characters that Stata allows
LONGEST_TEXT = 2045  # of a text that is no long string
END, NAMED = "\0", "[U+0000]"  # ends a text of Stata, wherever it stands
MOMENT = pd.Timestamp("2000-01-01").to_pydatetime()  # same rows, same bytes: no time of writing
UNICODE: Literal[118] = 118  # version of the format that holds UTF-8


def write_stata(frame: pd.DataFrame, path: Path, labels: Mapping[str, str]) -> None:
    """Write a table for Stata 14 and later.

    Args:
        frame: cells are numbers, booleans, texts or nothing.
        labels: column -> what it is in words; shortened to what Stata keeps.
    """
    names = names_within_limits(list(frame.columns))
    columns: dict[str, pd.Series[Any]] = {}
    coded: dict[str, dict[float, str]] = {}
    for name, short in names.items():
        column = frame[name]
        if (kind := _kind(name)) and column.dropna().isin(codes(kind)).all():
            numbered = {code: number for number, code in enumerate(codes(kind), 1)}
            columns[short] = column.map(numbered).astype("float64")
            coded[short] = {number: f"{zh(kind, code)} {en(kind, code)}" for code, number in numbered.items()}
        elif pd.api.types.is_bool_dtype(column):
            columns[short] = column.astype("float64" if column.isna().any() else "int8")
        elif pd.api.types.is_numeric_dtype(column):
            columns[short] = column.astype("float64") if column.dtype.kind == "f" or column.isna().any() else column.astype("int32")
        else:
            columns[short] = column.map(lambda value: "" if _nothing(value) else str(value).replace(END, NAMED)).astype(object)
    written = pd.DataFrame(columns, index=frame.index)
    long = [name for name, column in columns.items() if column.dtype == object and column.map(lambda text: len(text.encode())).max() > LONGEST_TEXT]
    written.to_stata(
        path,
        write_index=False,
        version=UNICODE,
        time_stamp=MOMENT,
        data_label="mubiao",
        variable_labels={short: (labels.get(name) or name)[:LONGEST_LABEL] for name, short in names.items()},
        value_labels=coded,
        convert_strl=long,
    )


def _kind(column: str) -> str:
    """Which codes a column holds; "" for none.

    >>> _kind("measure"), _kind("gdp_growth_target_comparator"), _kind("text")
    ('measure', 'comparator', '')
    """
    last = column.rpartition("_")[2]
    return column if column in CODED else last if last in OF_A_SIDE else ""


def names_within_limits(names: Sequence[str]) -> dict[str, str]:
    """Column -> a name that Stata takes; a long one is cut and ends in a hash, so that two never become one.

    >>> names_within_limits(["gdp_growth_target", "2024年"])
    {'gdp_growth_target': 'gdp_growth_target', '2024年': '_2024_'}
    """
    result: dict[str, str] = {}
    for name in names:
        short = re.sub(r"[^A-Za-z0-9_]", "_", name)
        short = f"_{short}" if short[:1].isdigit() else short
        if len(short) > LONGEST_NAME or short in result.values():
            short = f"{short[: LONGEST_NAME - 5]}_{blake2b(name.encode(), digest_size=2).hexdigest()}"
        result[name] = short
    return result


def _nothing(value: object) -> bool:
    return value is None or value is pd.NA or value != value
