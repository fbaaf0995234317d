"""Published figures entered by hand with their sources: the CSV file that answers plans with results."""

from __future__ import annotations

import csv
import hashlib
import io
from codecs import BOM_UTF8
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from math import isinf
from pathlib import Path

from mubiao.errors import PlaceError, SourceError
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import COMPARATORS, load
from mubiao.read.fold import fold
from mubiao.read.places import Place, gazetteer

COLUMNS = (
    "jurisdiction_code", "jurisdiction", "year", "stage", "indicator", "measure", "comparator", "value", "unit", "status", "note",
    "source_title", "source_publisher", "source_date", "source_url",
)  # fmt: skip
SIGNS = {"ge": "≥", "gt": ">", "le": "≤", "lt": "<", "approx": "≈"}
STATUS = ("", "estimate", "preliminary", "revised")


@dataclass(frozen=True, slots=True)
class Figure:
    """One published figure. ``value`` is in ``unit`` with 万 and 亿 expanded; ``value_text`` and ``text`` are what the file says."""

    place: Place
    year: int
    stage: str
    indicator: str
    measure: str
    comparator: str
    value: float
    unit: str
    status: str
    note: str
    source: tuple[str, str, str, str]
    value_text: str
    text: str

    @property
    def doc_id(self) -> str:
        """Key of its source, one for each title, publisher, date and address."""
        return "figures:" + hashlib.blake2b("|".join(self.source).encode(), digest_size=6).hexdigest()


def read_figures(path: Path) -> tuple[list[Figure], list[str]]:
    """All figures of a file, and one message for each row that is wrong: it names file, line and column.

    Raises:
        SourceError: the file cannot be read as UTF-8, or a column is missing.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(f"{path}: cannot be read as UTF-8") from error
    reader = csv.DictReader(io.StringIO(text))
    if missing := [name for name in COLUMNS if name not in (reader.fieldnames or ())]:
        raise SourceError(f"{path}: the column {missing[0]} is missing; wanted are {', '.join(COLUMNS)}")
    figures, wrong = [], []
    for row in reader:
        try:
            figures.append(_figure(row, f"{path}, line {reader.line_num}"))
        except SourceError as error:
            wrong.append(str(error))
    return figures, wrong


def is_figures(path: Path) -> bool:
    """Whether a CSV file begins like a file of figures, in whatever encoding."""
    head = ",".join(COLUMNS[:4]).encode()
    try:
        with path.open("rb") as file:
            return file.read(len(BOM_UTF8 + head)).removeprefix(BOM_UTF8).startswith(head)
    except OSError:
        return False


def _figure(row: dict[str, str], where: str) -> Figure:
    if None in row or None in row.values():
        raise SourceError(f"{where}: has {'more' if None in row else 'fewer'} fields than the head; put quotes around commas")
    try:
        place = gazetteer().find(row["jurisdiction_code"])
    except PlaceError as error:
        raise SourceError(f"{where}, jurisdiction_code: {error}") from error
    _among(row, "stage", ("target", "result"), where)
    _among(row, "measure", ("amount", "growth", "ratio", "change"), where)
    _among(row, "comparator", COMPARATORS, where)
    _among(row, "status", STATUS, where)
    for name in ("indicator", "unit", "source_title"):
        if not row[name].strip():
            raise SourceError(f"{where}, {name}: is empty")
    if row["jurisdiction"].strip() not in ("", *place.names):
        raise SourceError(f"{where}, jurisdiction: {row['jurisdiction']} is not {place.code}, which is {place.name}")
    year = _number(row, "year", where)
    if year not in range(1949, 2101):
        raise SourceError(f"{where}, year: {row['year']} is no year")
    scale, unit = _unit(row["unit"], where)
    shown = row["value"].strip() + row["unit"].strip()
    return Figure(
        place, int(year), row["stage"], row["indicator"].strip(), row["measure"], row["comparator"],
        float(_number(row, "value", where) * scale), unit, row["status"], row["note"],
        (row["source_title"], row["source_publisher"], row["source_date"], row["source_url"]),
        SIGNS.get(row["comparator"], "") + shown, f"{row['indicator']} {shown}" + (f"（{row['note']}）" if row["note"] else ""),
    )  # fmt: skip


def _among(row: dict[str, str], name: str, allowed: Sequence[str], where: str) -> None:
    if row[name] not in allowed:
        raise SourceError(f"{where}, {name}: {row[name] or 'empty'} is none of {', '.join(filter(None, allowed))}")


def _number(row: dict[str, str], name: str, where: str) -> Decimal:
    try:
        value = Decimal(row[name].strip())
    except InvalidOperation:
        value = Decimal("nan")
    if not value.is_finite() or isinf(float(value)):  # 1e400 fits no float
        raise SourceError(f"{where}, {name}: {row[name] or 'empty'} is no number")
    return value


def parse_unit(text: str) -> tuple[Decimal, str]:
    """What a value is multiplied with, and the unit that it is in then: 亿元 -> (100000000, 元), 成 -> (10, %).

    Raises:
        KeyError: nobody knows the unit.
    """
    surface = fold(text).text.replace(" ", "")
    units = load().units
    if surface in units:
        unit = units[surface]
        return Decimal(str(unit.factor)) / Decimal(str(units.get(unit.name, unit).factor)), unit.name
    match = expression("scaled_unit").match(surface)
    if match is None or match[1] is None:
        return Decimal(1), _known(surface)
    return Decimal(load().scale(match[1])), _known(match[2])


def _known(text: str) -> str:
    head, slash, per = text.partition("/")
    return f"{load().units[head].name}{slash}{per}"


def _unit(text: str, where: str) -> tuple[Decimal, str]:
    try:
        return parse_unit(text)
    except KeyError as error:
        raise SourceError(f"{where}, unit: {text} is no unit") from error
