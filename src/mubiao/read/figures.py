"""Published figures entered by hand with their sources: the CSV file that answers plans with results."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

from mubiao.errors import PlaceError, SourceError
from mubiao.lexicon.bounds import bounded, class_of
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import COMPARATORS, load
from mubiao.lexicon.vocabulary import vocabulary
from mubiao.read.fold import fold
from mubiao.read.own import YEARS, Wrong, check_row, cut, is_address, is_date, rows_of, text_of, whole_rows
from mubiao.read.places import Place, gazetteer

COLUMNS = (
    "jurisdiction_code", "jurisdiction", "year", "stage", "indicator", "measure", "comparator", "value", "unit", "status", "note",
    "source_title", "source_publisher", "source_date", "source_url",
)  # fmt: skip
OPTIONAL = ("quote", "answers", "scope", "basis", "value_high", "modifier")
LONGEST = 2000  # characters of a cell: more is a page that was pasted into it
PLAIN = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,9})?")  # what Decimal takes besides (5_4, 1e308, ５) is a slip of the keyboard here
PER = re.compile(r"[^\W_]{1,10}")  # behind the stroke of 元/亩
MOST = 100_000  # percent that anything grows by, or is a part of
HEAD = 400  # bytes of a file that tell whether it is one of figures
MARKS = b"\xef\xbb\xbf\xff\xfe \"'"  # in front of a head, whatever program saved it
IDENTIFIER = re.compile(r"[a-z][a-z0-9_]*")
SIGNS = {"ge": "≥", "gt": ">", "le": "≤", "lt": "<", "approx": "≈"}
ONE_LINE = ("jurisdiction", "indicator", "unit", "source_title", "source_publisher")  # what tables and charts show as names
WORDS = {
    "stage": ("target", "result"), "measure": ("amount", "growth", "ratio", "change"), "comparator": COMPARATORS,
    "status": ("", "estimate", "preliminary", "revised"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class PublishedFigure:
    """One published figure. ``value`` is in ``unit`` with 万 and 亿 expanded, as is ``value_high``, the upper end of a range; ``value_text``
    and ``text`` are what the file says.

    ``quote`` is the source's own sentence, ``answers`` the indicator or the phrase of the plan that it is the result of; both
    are "" where the file does not give them, as are ``scope``, ``basis`` and ``modifier``, the words that made the comparator (左右).
    ``where`` names file and line.
    """

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
    quote: str = ""
    answers: str = ""
    scope: str = ""
    basis: str = ""
    value_high: float | None = None
    modifier: str = ""
    where: str = ""

    @property
    def doc_id(self) -> str:
        """Key of its source, one for each title, publisher, date and address."""
        return "figures:" + hashlib.blake2b("|".join(self.source).encode(), digest_size=6).hexdigest()


def read_figures(path: Path) -> tuple[list[PublishedFigure], list[str]]:
    """All figures of a file, and a message for each cell that is wrong, up to a hundred: it names file, line and column.

    Raises:
        SourceError: the file cannot be read as UTF-8, or a column is missing or stands twice.
    """
    text = text_of(path)
    reader = rows_of(text, str(path))
    if missing := [name for name in COLUMNS if name not in (reader.fieldnames or ())]:
        raise SourceError(f"{path}: the column {missing[0]} is missing; wanted are {', '.join(COLUMNS)}")
    figures, wrong = [], Wrong(path)
    with wrong:  # behind a quotation mark that is not closed nothing can be told apart
        for row in whole_rows(reader, len(text), str(path)):
            with wrong:
                figures.append(_figure(row, f"{path}, line {reader.line_num}"))
    return figures, wrong.told()


def is_figures(path: Path) -> bool:
    """Whether a file begins like one of figures, in whatever encoding and whatever its cells are parted by: so it is told what is wrong with it."""
    if not path.is_file():  # a pipe would be waited for
        return False
    try:
        with path.open("rb") as file:
            head = file.read(HEAD).replace(b"\0", b"").lstrip(MARKS)  # UTF-16 has a zero beside each letter
    except OSError:
        return False
    return tuple(name.strip(MARKS).decode("ascii", "replace") for name in re.split(rb"[,;\t|]", head)[:4]) == COLUMNS[:4]


def _figure(row: dict[str, str], where: str) -> PublishedFigure:
    check_row(row, where, longest=LONGEST)
    if wrong := [f"{where}, {told}" for told in _wrong(row)]:
        raise SourceError(*wrong)
    place, year = gazetteer().find(row["jurisdiction_code"]), int(row["year"])
    value, high, unit = _quantity(row)
    quote, answers, scope, basis, upper, modifier = ((row.get(name) or "").strip() for name in OPTIONAL)
    shown = "—".join(filter(None, (row["value"].strip(), upper))) + row["unit"].strip()
    return PublishedFigure(
        place, year, row["stage"], row["indicator"].strip(), row["measure"], row["comparator"],
        value, unit, row["status"], row["note"],
        (row["source_title"], row["source_publisher"], row["source_date"], row["source_url"]),
        bounded(shown, modifier) if modifier else SIGNS.get(row["comparator"], "") + shown,
        f"{row['indicator']} {shown}" + (f"（{row['note']}）" if row["note"] else ""),
        quote, answers, scope, basis, high, modifier, where,
    )  # fmt: skip


def _wrong(row: dict[str, str]) -> Iterator[str]:
    """What is wrong with a row, cell by cell: the column, and why."""
    for name, allowed in WORDS.items():
        if row[name] not in allowed:
            yield f"{name}: {cut(row[name])} is none of {', '.join(filter(None, allowed))}"
    for name in ("indicator", "unit", "source_title"):
        if not row[name].strip():
            yield f"{name}: is empty"
    for name in ONE_LINE:
        if len(row[name].splitlines()) > 1:
            yield f"{name}: holds the end of a line; write it in one"
    modifier = (row.get("modifier") or "").strip()
    if modifier and class_of(modifier) != row["comparator"]:
        yield f"modifier: {cut(modifier)} does not say {row['comparator']}"
    answers = (row.get("answers") or "").strip()
    if IDENTIFIER.fullmatch(answers) and answers not in vocabulary().by_id:
        yield f"answers: {cut(answers)} is no indicator; docs/indicators.md lists them, or give the words of the plan"
    if row["source_date"].strip() and not is_date(row["source_date"].strip()):
        yield f"source_date: {cut(row['source_date'])} is no date as 2025, 2025-03 or 2025-03-20"
    if row["source_url"].strip() and not is_address(row["source_url"].strip()):
        yield f"source_url: {cut(row['source_url'])} is no address like https://www.stats.gov.cn"
    yield from _wrong_place(row)
    if not PLAIN.fullmatch(row["year"]):
        yield f"year: {_no_number(row['year'])}"
    elif not row["year"].isdigit() or int(row["year"]) not in YEARS:
        yield f"year: {cut(row['year'])} is no year"
    yield from _wrong_quantity(row)


def _wrong_place(row: dict[str, str]) -> Iterator[str]:
    try:
        place = gazetteer().find(row["jurisdiction_code"])
    except PlaceError as error:
        yield f"jurisdiction_code: {error}"
        return
    if row["jurisdiction"].strip() not in ("", *place.names):
        yield f"jurisdiction: {cut(row['jurisdiction'])} is not {place.code}, which is {place.name}"


def _wrong_quantity(row: dict[str, str]) -> Iterator[str]:
    """Numbers and units that are none; of those that are some, what does not go together."""
    told = [name for name in ("value", *(["value_high"] if (row.get("value_high") or "").strip() else [])) if not PLAIN.fullmatch(row[name])]
    yield from (f"{name}: {_no_number(row[name])}" for name in told)
    try:
        parse_unit(row["unit"])
    except KeyError:
        if row["unit"].strip():
            yield f"unit: {cut(row['unit'])} is no unit"
        return
    if told:
        return
    value, high, unit = _quantity(row)
    known = load().units.get(unit)
    traits = known.traits if known else frozenset[str]()
    shown = f"{cut(row['value'])} {cut(row['unit'])}"
    if high is not None and (high <= value or value < 0 < high):
        yield f"value_high: {cut(row['value_high'])} is no upper end of a range from {cut(row['value'])} on one side of zero"
    if high is not None and row["comparator"] in COMPARATORS and row["comparator"] != "eq":
        yield f"comparator: {row['comparator']} with value_high says two things; a range is eq"
    if value < 0 and row["measure"] == "amount" and "counted" in traits:
        yield f"value: {shown} are less than none"
    if row["measure"] == "growth" and "growth" not in traits:
        yield f"unit: {cut(row['unit'])} is no unit of growth; write %, or amount or change as the measure"
    if row["measure"] == "ratio" and "money" in traits:
        yield f"unit: {cut(row['unit'])} is a sum, no ratio; write amount as the measure"
    if known and "rate" in traits and max(abs(value), abs(high or 0)) * known.factor > MOST:
        yield f"value: {shown} is more than {MOST:,}; look at the unit"


def _quantity(row: dict[str, str]) -> tuple[float, float | None, str]:
    """Value, upper end of a range, and unit, with 万 and 亿 expanded."""
    scale, unit = parse_unit(row["unit"])
    high = (row.get("value_high") or "").strip()
    return float(Decimal(row["value"]) * scale), float(Decimal(high) * scale) if high else None, unit


def _no_number(text: str) -> str:
    return f"{cut(text)} is no number" if text == text.strip() or not text.strip() else f"“{cut(text)}” has blanks around it; drop them"


@lru_cache(maxsize=1000)
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
    if slash and not PER.fullmatch(per):
        raise KeyError(text)
    return f"{load().units[head].name}{slash}{per}"
