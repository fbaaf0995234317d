"""Workbooks for Excel: numbers as numbers, a filter and a header that stays, and no text that runs."""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite
from pathlib import Path
from typing import Any

import pandas as pd
import xlsxwriter

from mubiao.present.visible import visible

WIDEST, NARROWEST = 48, 8  # characters of a column
PROSE = "meaning"  # the column whose sentences are read whole, in several lines
SAMPLE = 200  # rows that the width of a column is taken from
CREATED = pd.Timestamp("2000-01-01").to_pydatetime()  # same rows, same bytes: no time of writing
PRINTED = 23  # columns that can be read on a sheet of paper
LONGEST_NAME = 31  # of a sheet, as Excel allows


def write_workbook(sheets: Mapping[str, pd.DataFrame], path: Path) -> None:
    """Write a workbook.

    Args:
        sheets: name of a sheet -> its rows; cells are numbers, booleans, texts or nothing.
    """
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(str(path), options) as book:
        book.set_properties({"created": CREATED, "title": "mubiao"})
        head = book.add_format({"bold": True, "bg_color": "#EEF1F5", "bottom": 1, "valign": "top"})
        prose = book.add_format({"text_wrap": True, "valign": "top"})
        for name, frame in sheets.items():
            _sheet(book.add_worksheet(name[:LONGEST_NAME]), frame, head, prose)


def _sheet(sheet: Any, frame: pd.DataFrame, head: Any, prose: Any) -> None:
    for at, name in enumerate(frame.columns):
        sheet.write_string(0, at, visible(str(name)), head)
        values = frame[name].tolist()
        for row, value in enumerate(values, 1):
            _cell(sheet, row, at, value)
        sheet.set_column(
            at, at, _width([str(name), *(str(value) for value in values[:SAMPLE] if value is not None)]), prose if name == PROSE else None
        )
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)  # all columns on one sheet of paper
    sheet.repeat_rows(0)
    if len(frame.columns):
        sheet.print_area(0, 0, len(frame), min(PRINTED, len(frame.columns)) - 1)
        sheet.autofilter(0, 0, max(len(frame), 1), len(frame.columns) - 1)


def _cell(sheet: Any, row: int, column: int, value: Any) -> None:
    if value is None or value is pd.NA or value is pd.NaT or (isinstance(value, float) and not isfinite(value)):
        return
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif isinstance(value, int | float):
        sheet.write_number(row, column, value)
    else:
        sheet.write_string(row, column, visible(str(value)))


def _width(texts: list[str]) -> int:
    """Characters that the longest text takes; a Chinese character is two wide."""
    return min(WIDEST, max(NARROWEST, *(sum(1 + (ord(sign) > 0x2E7F) for sign in text[:WIDEST]) + 2 for text in texts)))
