"""Sheets: XLSX and XLS. Rows that are documents give a page each, all other sheets are tables."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from mubiao.errors import ReadError
from mubiao.model import Facts
from mubiao.read import panel
from mubiao.read.aside import BROKEN_SHEET, asked
from mubiao.read.cell_looks import Looks, looks
from mubiao.read.package import DAMAGE
from mubiao.read.page import Filled, Page, Writer, remarks_on
from mubiao.read.sheet_facts import Sheet, facts_of, kind, of_title

DECIMALS, LARGEST_ROUNDED = 10, 10**15  # what a cell shows of a number: 0.1 + 0.2 is 0.3; larger ones have no such tails
FORMULAS = "left out: formulas without a saved value ({}), the first in {}; open the file in the program that shows sheets, and save it there"
HALF = re.compile("[\ud800-\udfff]")  # of a character, as JSON may write it by itself (\\ud83d): no file could hold it
Rows = list[list[str]]
Merged = Mapping[tuple[int, int], tuple[int, int]]  # first place of a merged cell -> its rows and columns
NOTHING: Mapping[str, Merged] = {}


def read_workbook(data: bytes, name: str) -> list[Page]:
    """The pages of an XLSX or XLS file; values of formulas as they were saved, macros never run.

    Raises:
        ReadError: damaged, locked, larger than any sheet that people write, or empty.
    """
    try:
        cells_of = looks(data, name)
    except DAMAGE as error:
        raise ReadError(f"{name}: {BROKEN_SHEET}") from error
    told = asked(data, name)
    if "size" in told:
        raise ReadError("{}: a sheet of {} rows and {} columns; save what is needed as CSV".format(name, *told["size"]))
    cells_of |= {title: Looks.of_old(**look) for title, look in told["looks"].items()}
    merged = {title: dict(_merged_cells(ranges)) for title, ranges, _ in told["sheets"]}
    read = {}
    unseen = 0
    for title, _, rows in told["sheets"]:
        look = cells_of.get(title, Looks())
        read[title] = [[shown(value, (row, column) in look.percent) for column, value in enumerate(cells)] for row, cells in enumerate(rows)]
        unseen += _without_hidden(read[title], look, merged[title])
    empty = [f"{title}!{cell}" for title in read for cell in cells_of.get(title, Looks()).formulas]
    remarks = [
        *remarks_on({"hidden sheets": told["hidden"], "cells of hidden rows and columns": unseen}),
        *([FORMULAS.format(len(empty), empty[0])] if empty else []),
    ]
    return pages_of(read, "sheet", name, remarks, merged)


def _without_hidden(rows: Rows, look: Looks, merged: Merged) -> int:
    """Empty the cells that nobody sees; how many there were."""
    if not look.rows and not look.columns:
        return 0
    found = [
        (row, at) for row, cells in enumerate(rows) for at, text in enumerate(cells) if text and look.hides(row, at, merged.get((row, at), (1, 1)))
    ]
    for row, at in found:
        rows[row][at] = ""
    return len(found)


def _merged_cells(ranges: Sequence[tuple[tuple[int, int], tuple[int, int]]]) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """First place of each merged cell -> its rows and columns."""
    for (top, left), (bottom, right) in ranges:
        yield (top, left), (bottom - top + 1, right - left + 1)


def pages_of(
    sheets: dict[str, Rows],
    encoding: str,
    name: str,
    remarks: Sequence[str],
    merged: Mapping[str, Merged] = NOTHING,
) -> list[Page]:
    """The pages of sheets: documents a row, and one page of all sheets that are tables.

    Raises:
        ReadError: all are empty.
    """
    found: list[Page] = []
    tables: list[tuple[Sheet, Rows, Merged]] = []
    used: Counter[str] = Counter()  # keys of documents
    for title, rows in sheets.items():
        kept = [at for at, row in enumerate(rows) if any(cell.strip() for cell in row)]
        filled = [rows[at] for at in kept]
        if not filled:
            continue
        begin = next((at for at, row in enumerate(filled) if sum(map(bool, row)) > 1), 0)  # a title may stand above
        head, *below = _even(filled[begin:])
        lines = tuple(cell.strip() for row in filled[:begin] for cell in row if cell.strip())
        sheet = Sheet(title, lines, tuple(cell.strip() for cell in head))
        if panel.columns_of(head, below):
            found += panel.pages(head, below, encoding, used, of_title(sheet, name))
        else:
            places = {(bisect_left(kept, row), column): size for (row, column), size in merged.get(title, {}).items()}
            tables.append((sheet, filled, places))
    found += _of_tables(tables, encoding, name, remarks, apart=bool(found))
    if not found:
        raise ReadError(f"{name}: the sheet is empty")
    return found


def _of_tables(tables: Sequence[tuple[Sheet, Rows, Merged]], encoding: str, name: str, remarks: Sequence[str], apart: bool) -> Iterator[Page]:
    """The pages of sheets that are tables: one of all, or one of each where they tell that they are of other years or places.

    Args:
        apart: other sheets of the file are documents of their own.
    """
    facts = facts_of([sheet for sheet, *_ in tables], name)
    groups = [tables] if facts is None else [[one] for one in tables]
    for number, group in enumerate(groups if tables else ()):
        writer = Writer()
        called: list[str] = []
        for sheet, rows, merged in group:
            called += [sheet.name, *(text for row in rows if len(told := [cell.strip() for cell in row if cell.strip()]) == 1 for text in told)]
            _table(sheet.name, rows, merged, writer, name)
        own = facts[number] if facts else kind(group[0][0], name) if len(group) == 1 else Facts()
        page = replace(writer.page(encoding, own, [*remarks, f"read as tables ({len(group)})"]), called=tuple(called))
        yield replace(page, part=(group[0][0].name or f"sheet-{number + 1}") if facts else "tables" if apart else "")


def _even(rows: Rows) -> Rows:
    """Rows of the same number of cells."""
    width = max(map(len, rows), default=0)
    return [row + [""] * (width - len(row)) for row in rows]


def _table(title: str, rows: Rows, merged: Merged, writer: Writer, name: str) -> None:
    """Write a sheet: rows of one cell above it are lines, as its title; what follows is a table."""
    if title and not title.lower().startswith("sheet"):
        writer.line(title)
    at = 0
    while at < len(rows) and sum(1 for cell in rows[at] if cell.strip()) == 1:
        writer.line(next(cell.strip() for cell in rows[at] if cell.strip()))
        at += 1
    width = max((len(row) for row in rows[at:]), default=0)
    cells: list[Filled] = []
    covered: set[tuple[int, int]] = set()
    for row, texts in enumerate(rows[at:]):
        for column, text in enumerate(texts):
            high, wide = merged.get((row + at, column), (1, 1))
            high, wide = min(high, len(rows) - at - row), min(wide, width - column)
            if (row, column) not in covered:
                cells.append(Filled(text.rstrip() if text.strip() else "", row, column, high, wide))
                covered.update((below, beside) for below in range(row, row + high) for beside in range(column, column + wide))
    writer.table(cells, name)


def shown(value: Any, percent: bool = False) -> str:
    """A value as the sheet shows it: 5 for 5.0, 5.4% for 0.054 in a cell of percentages."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, float | int):
        exact = Decimal(repr(value)) * (100 if percent else 1)
        number = (round(exact, DECIMALS) if abs(exact) < LARGEST_ROUNDED else exact).normalize()  # of no more digits than Decimal has
        return f"{number:f}{'%' if percent else ''}"
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    return HALF.sub("\ufffd", str(value))
