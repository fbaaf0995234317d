"""Tables that people write beside the documents (sources, figures, corrections, decisions, rules): their text and their rows."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from mubiao.errors import SourceError

NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,15})?")  # what float takes besides (5_4, 1e308, nan, ５) is a slip of the keyboard here


def text_of(path: Path) -> str:
    """The text of a table.

    Raises:
        SourceError: a folder, pipe or device stands there, or no text in UTF-8.
    """
    if path.exists() and not path.is_file():
        raise SourceError(f"{path}: is no file")
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(f"{path}: cannot be read as UTF-8") from error


def rows_of(text: str) -> csv.DictReader[str]:
    """The rows of a CSV text by its head."""
    return csv.DictReader(io.StringIO(text))


def check_width(row: Mapping[Any, object], where: str, fewer: bool = False) -> None:
    """Refuse a row that has another number of cells than the head.

    Args:
        fewer: it may have fewer; the rest is empty.

    Raises:
        SourceError: names the line.
    """
    if None in row or (None in row.values() and not fewer):
        raise SourceError(f"{where}: has {'more' if None in row else 'fewer'} fields than the head; put quotes around commas")


def whole_rows(reader: csv.DictReader[str], size: int) -> Iterator[dict[str, str]]:
    """The rows of a text of a size, however long their cells are: what is too long can be told with its column."""
    before = csv.field_size_limit(size + 1)
    try:
        yield from reader
    finally:
        csv.field_size_limit(before)
