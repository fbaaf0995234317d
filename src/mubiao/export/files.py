"""One table to one file, in the form that the ending of its name says."""

from __future__ import annotations

import csv
import os
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from mubiao.errors import UsageError
from mubiao.export.inert import inert
from mubiao.export.stata import write_stata
from mubiao.export.workbook import write_workbook
from mubiao.present.flat import in_one_cell

Labels = Mapping[str, str]
Told = Callable[[object], object]


def save(frame: pd.DataFrame, path: Path, labels: Labels | None = None) -> None:
    """Write a table; the file is there whole or not at all.

    Args:
        frame: any table; lists of texts become one text, parted by 、, where the form knows no lists.
        path: ends in .csv, .xlsx, .dta, .parquet, .json or .jsonl.
        labels: column -> what it is in words, for forms that keep such labels.

    Raises:
        UsageError: the ending is none of these.
    """
    if path.suffix.lower() not in FORMS:
        raise UsageError(f"{path.name}: cannot write this kind; the name must end in {', '.join(FORMS)}")
    whole(path, lambda part: FORMS[path.suffix.lower()](frame, part, labels or frame.attrs.get("labels", {})))


def whole(path: Path, write: Callable[[Path], None]) -> None:
    """Let a file be written beside its place and moved there when it is whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=path.suffix)
    os.close(handle)
    try:
        write(Path(name))
        os.chmod(name, 0o644)
        os.replace(name, path)
    finally:
        Path(name).unlink(missing_ok=True)


def flat(frame: pd.DataFrame, told: Told = in_one_cell) -> pd.DataFrame:
    """The table with lists and records told as one text each, and nothing as nothing."""
    flattened: pd.DataFrame = frame.apply(_flat, told=told)
    return flattened


def _flat(column: pd.Series[Any], told: Told) -> pd.Series[Any]:
    if column.dtype == "float32":  # 0.992 as it is written, not 0.9919999837875366
        return column.astype(str).astype("float64")
    return column.map(told) if column.dtype == object or isinstance(column.dtype, pd.StringDtype) else column


def _csv(frame: pd.DataFrame, path: Path, _: Labels) -> None:
    """With a byte order mark, without which Excel takes Chinese for another encoding."""
    harmless = flat(frame).map(lambda value: inert(value) if isinstance(value, str) else value)
    harmless.columns = [inert(str(name)) for name in frame.columns]
    broken = harmless.map(lambda value: isinstance(value, str) and "\r" in value).to_numpy().any()  # which would end the row
    harmless.to_csv(path, index=False, encoding="utf-8-sig", lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC if broken else csv.QUOTE_MINIMAL)


def _parquet(frame: pd.DataFrame, path: Path, labels: Labels) -> None:
    table = pa.Table.from_pandas(frame, preserve_index=False)
    schema = pa.schema([field.with_metadata({"label": labels[field.name]} if field.name in labels else {}) for field in table.schema])
    pq.write_table(table.cast(schema), path, compression="zstd")


def _json(frame: pd.DataFrame, path: Path, _: Labels) -> None:
    frame.to_json(path, orient="records", force_ascii=False, indent=1)


def _jsonl(frame: pd.DataFrame, path: Path, _: Labels) -> None:
    frame.to_json(path, orient="records", force_ascii=False, lines=True)


def _xlsx(frame: pd.DataFrame, path: Path, labels: Labels) -> None:
    write_workbook(as_sheets(frame, labels), path)


def as_sheets(frame: pd.DataFrame, labels: Labels, told: Told = in_one_cell) -> dict[str, pd.DataFrame]:
    """A table as the sheets of a workbook: its rows, and what its columns are in words.

    Args:
        told: what a list or record is told as.
    """
    words = pd.DataFrame(list(labels.items()), columns=["column", "meaning"])
    return {"data": flat(frame, told), **({"dictionary": words} if labels else {})}


def _dta(frame: pd.DataFrame, path: Path, labels: Labels) -> None:
    write_stata(flat(frame), path, labels)


FORMS: dict[str, Callable[[pd.DataFrame, Path, Labels], None]] = {
    ".csv": _csv,
    ".xlsx": _xlsx,
    ".dta": _dta,
    ".parquet": _parquet,
    ".json": _json,
    ".jsonl": _jsonl,
}
