"""The lines of ``data/review/corrections.csv``, which set fields of rows, drop rows and add rows; corrected.py applies them.

A correction says what it expects to find. Where that is gone, because the rules or the document changed, it is not applied: a wrong
correction would look like a right number. Who likes a file of their own puts it into the folder ``corrections`` beside.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from mubiao.errors import SourceError, Wrong
from mubiao.read.own import check_row, composed, cut, is_date, is_there, rows_of, text_of, whole_rows
from mubiao.tables.settable import SETTABLE, fields_to_add, typed

FILE = "corrections.csv"
FOLDER = "corrections"  # of files like it, as one for each person
COLUMNS = ("doc_id", "char_start", "char_end", "observation_id", "field", "value", "expect", "reason", "who", "when")
SAID = ("quote", "indicator", "value_text")  # columns that a file may have besides: what the row said, by which it is found where its place changed
DROP, ADD = "drop", "add"
PLACE = re.compile(r"[0-9]{1,9}")


@dataclass(frozen=True, slots=True)
class Correction:
    """One line of the file; ``where`` names file and line, ``said`` what its row said (:data:`SAID`)."""

    where: str
    doc_id: str
    span: tuple[int, int] | None
    observation_id: str
    field: str
    value: str
    expect: str
    told: str
    said: tuple[str, ...] = ()


def read_corrections(folder: Path) -> list[Correction]:
    """The corrections in a folder; the same line twice, as when two people's files are put together, counts once.

    Raises:
        SourceError: a column is missing, or a line is wrong; names file, line and column of each.
    """
    found: dict[tuple[str, ...], Correction] = {}
    for path in [folder / FILE, *sorted((folder / FOLDER).glob("*.csv"))]:
        if is_there(path):
            _take(path, path.relative_to(folder).as_posix(), found)
    return list(found.values())


def together(corrections: Iterable[Correction]) -> None:
    """Whether corrections may stand beside one another.

    Raises:
        SourceError: two say different things of one field of a row.
    """
    found: dict[tuple[str, ...], Correction] = {}
    for one in corrections:
        _keep(one, found)


def _take(path: Path, name: str, found: dict[tuple[str, ...], Correction]) -> None:
    """Take in the corrections of a file."""
    text = text_of(path)
    reader = rows_of(text, str(path), COLUMNS, SAID)
    wrong = Wrong(path)
    with wrong:
        for row in whole_rows(reader, len(text), str(path)):
            with wrong:
                check_row(row, f"{path}, line {reader.line_num}", fewer=True)
                _keep(checked(row, f"{name}, line {reader.line_num}"), found)
    wrong.end()


def _keep(one: Correction, found: dict[tuple[str, ...], Correction]) -> None:
    place = (one.doc_id, one.observation_id or str(one.span), one.field, one.value if one.field == ADD else "")
    first = found.setdefault(place, one)
    if (first.value, first.expect) != (one.value, one.expect):
        raise SourceError(f"{one.where}: says otherwise than {first.where}; keep one")


def checked(row: Mapping[str, str | None], where: str) -> Correction:
    """A correction out of the cells of its line.

    Raises:
        SourceError: some of them are wrong; names the column of each.
    """
    cells = {name: (row.get(name) or "").strip() for name in (*COLUMNS, *SAID)}
    cells["doc_id"] = composed(cells["doc_id"])
    wrong, span = Wrong(), None
    with wrong:
        if empty := [name for name in ("doc_id", "reason", "who") if not cells[name]]:
            raise SourceError(*(f"{where}, {name}: is empty" for name in empty))
    with wrong:
        span = _entered_span(cells, where)
        if (span is None and not cells["observation_id"]) or (cells["field"] == ADD and (span is None or cells["observation_id"])):
            raise SourceError(f"{where}: name the row by observation_id, or by char_start and char_end; a row to add has a span alone")
    with wrong:
        if not is_date(cells["when"], whole=True):
            raise SourceError(f"{where}, when: {cut(cells['when'])} is no date like 2026-01-31")
    with wrong:
        if cells["field"] not in (DROP, ADD, *SETTABLE):
            raise SourceError(f"{where}, field: {cut(cells['field'])} is none of {DROP}, {ADD}, {', '.join(SETTABLE)}")
        if cells["field"] == ADD:
            fields_to_add(cells["value"], where)
        elif cells["field"] != DROP:
            typed(cells["field"], cells["value"], where)
    wrong.end()
    told = f"{cells['field']}: {cells['expect']} -> {cells['value']} ({cells['who']}, {cells['when']}: {cells['reason']})"
    if cells["field"] in (DROP, ADD):
        told = f"{cells['field']} ({cells['who']}, {cells['when']}: {cells['reason']})"
    said = tuple(cells[name] for name in SAID)
    return Correction(where, cells["doc_id"], span, cells["observation_id"], cells["field"], cells["value"], cells["expect"], told, said)


def _entered_span(cells: dict[str, str], where: str) -> tuple[int, int] | None:
    if not cells["char_start"] and not cells["char_end"]:
        return None
    if not (PLACE.fullmatch(cells["char_start"]) and PLACE.fullmatch(cells["char_end"])) or int(cells["char_start"]) >= int(cells["char_end"]):
        raise SourceError(f"{where}, char_start: {cut(cells['char_start'])} to {cut(cells['char_end'])} is no span")
    return int(cells["char_start"]), int(cells["char_end"])
