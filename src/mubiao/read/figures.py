"""Published figures entered by hand with their sources: the CSV file that answers plans with results."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from mubiao.errors import SourceError, Wrong
from mubiao.lexicon.bounds import SIGNS, bounded
from mubiao.read.entered_units import quantity
from mubiao.read.figure_faults import faults
from mubiao.read.own import check_row, rows_of, text_of, whole_rows
from mubiao.read.places import Place, gazetteer

COLUMNS = (
    "jurisdiction_code", "jurisdiction", "year", "stage", "indicator", "measure", "comparator", "value", "unit", "status", "note",
    "source_title", "source_publisher", "source_date", "source_url",
)  # fmt: skip
OPTIONAL = ("quote", "answers", "scope", "basis", "value_high", "modifier")
LONGEST = 2000  # characters of a cell: more is a page that was pasted into it
HEAD = 400  # bytes of a file that tell whether it is one of figures
MARKS = b"\xef\xbb\xbf\xff\xfe \"'"  # in front of a head, whatever program saved it


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
    reader = rows_of(text, str(path), COLUMNS, OPTIONAL)
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
    if wrong := [f"{where}, {told}" for told in faults(row)]:
        raise SourceError(*wrong)
    quote, answers, scope, basis, upper, modifier = ((row.get(name) or "").strip() for name in OPTIONAL)
    value, high, unit = quantity(row["value"], upper, row["unit"])
    shown = "—".join(filter(None, (row["value"].strip(), upper))) + row["unit"].strip()
    return PublishedFigure(
        place=gazetteer().find(row["jurisdiction_code"]),
        year=int(row["year"]),
        stage=row["stage"],
        indicator=row["indicator"].strip(),
        measure=row["measure"],
        comparator=row["comparator"],
        value=value,
        unit=unit,
        status=row["status"],
        note=row["note"],
        source=(row["source_title"], row["source_publisher"], row["source_date"], row["source_url"]),
        value_text=bounded(shown, modifier) if modifier else SIGNS.get(row["comparator"], "") + shown,
        text=f"{row['indicator']} {shown}" + (f"（{row['note']}）" if row["note"] else ""),
        quote=quote,
        answers=answers,
        scope=scope,
        basis=basis,
        value_high=high,
        modifier=modifier,
        where=where,
    )
