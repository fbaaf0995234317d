"""Workbooks for Excel: numbers as numbers, a filter and a header that stays, and no text that runs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate
from math import isfinite
from pathlib import Path
from typing import Any

import pandas as pd
import xlsxwriter

from mubiao.present.visible import visible

WIDEST, NARROWEST = 48, 8  # characters of a column
WRAPPED = {
    "meaning": 90,
    "含义": 90,
    "title": 48,
    "标题": 48,
    "indicator": 48,
    "指标": 48,
}  # columns that are read whole, in several lines: characters
SAMPLE = 200  # rows that the width of a column is taken from
MANY = 10_000
CREATED = pd.Timestamp("2000-01-01").to_pydatetime()  # same rows, same bytes: no time of writing
LEFT_OUT = {"zh": "第1至{printed}列，共{all}列", "en": "columns 1 to {printed} of {all}"}  # on paper
PRINTED = 190  # characters of the columns, from the left, that can be read across a sheet of paper
HEAD = {"bold": True, "bg_color": "#EEF1F5", "bottom": 1, "valign": "vcenter"}
TEXTS = {"valign": "vcenter"}
FIGURES = TEXTS | {"align": "right", "indent": 1}  # do not touch the text beside them
LARGE = FIGURES | {"num_format": "#,##0"}  # whole numbers of five digits and more; years have four
ROW = 18.0  # points of a line: Chinese characters are taller than letters
LONGEST_NAME = 31  # of a sheet, as Excel allows
LONGEST_TEXT, CUT = 32_767, "… [cut]"  # of a cell, as Excel allows: the text of a whole report is longer


def write_workbook(sheets: Mapping[str, pd.DataFrame], path: Path, language: str = "en") -> None:
    """Write a workbook.

    Args:
        sheets: name of a sheet -> its rows; cells are numbers, booleans, texts or nothing.
        language: of the line below printed pages, zh or en.
    """
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(str(path), options) as book:
        book.set_properties({"created": CREATED, "title": "mubiao"})
        looks = _Looks(*(book.add_format(told) for told in (HEAD, HEAD | FIGURES, TEXTS, FIGURES, LARGE, TEXTS | {"text_wrap": True})))
        for name, frame in sheets.items():
            _sheet(book.add_worksheet(name[:LONGEST_NAME]), frame, looks, LEFT_OUT[language])


@dataclass(frozen=True)
class _Looks:
    """Formats of cells: head of texts and of numbers, texts, numbers, long whole numbers, sentences."""

    head: Any
    figures_head: Any
    texts: Any
    figures: Any
    large: Any
    prose: Any


def _sheet(sheet: Any, frame: pd.DataFrame, looks: _Looks, left_out: str) -> None:
    widths = []
    sheet.set_default_row(ROW)
    for at, name in enumerate(frame.columns):
        is_number = pd.api.types.is_numeric_dtype(frame[name]) and not pd.api.types.is_bool_dtype(frame[name])
        sheet.write_string(0, at, visible(str(name)), looks.figures_head if is_number else looks.head)
        values = frame[name].tolist()
        for row, value in enumerate(values, 1):
            _write_cell(sheet, row, at, value, looks)
        widths.append(_room_of([str(name), *(str(value) for value in values[:SAMPLE] if value is not None)], WRAPPED.get(str(name), WIDEST)))
        sheet.set_column(at, at, widths[-1], looks.figures if is_number else looks.prose if name in WRAPPED else looks.texts)
    for row, lines in enumerate(_heights(frame), 1):
        if lines > 1:
            sheet.set_row(row, ROW * lines)
    sheet.freeze_panes(1, 0)
    if widths:
        sheet.autofilter(0, 0, max(len(frame), 1), len(widths) - 1)
        _paper(sheet, len(frame), widths, left_out)


def _paper(sheet: Any, rows: int, widths: list[int], left_out: str) -> None:
    """A4 across, the head on every sheet, and below it the name, the page and which columns did not fit."""
    printed = max(1, sum(total <= PRINTED for total in accumulate(widths)))
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.print_area(0, 0, rows, printed - 1)
    sheet.set_footer("&L&8&A&C&8&P / &N" + (f"&R&8{left_out.format(printed=printed, all=len(widths))}" if printed < len(widths) else ""))


def _write_cell(sheet: Any, row: int, column: int, value: Any, looks: _Looks) -> None:
    if value is None or value is pd.NA or value is pd.NaT or (isinstance(value, float) and not isfinite(value)):
        return
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif isinstance(value, int | float):
        sheet.write_number(row, column, value, *([looks.large] if abs(value) >= MANY and float(value).is_integer() else []))
    else:
        text = visible(str(value))
        sheet.write_string(row, column, text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - len(CUT)] + CUT)


def _heights(frame: pd.DataFrame) -> list[int]:
    """Lines that each row takes, with room for words that do not break."""
    wrapped = [(frame[name].tolist(), wide) for name, wide in WRAPPED.items() if name in frame]
    return [max((-(-_long(str(texts[row])) * 9 // (8 * wide)) for texts, wide in wrapped), default=1) for row in range(len(frame))]


def _long(text: str) -> int:
    return sum(1 + (ord(sign) > 0x2E7F) for sign in text)


def _room_of(texts: list[str], widest: int) -> int:
    """Characters that the longest text takes; a Chinese character is two wide."""
    return min(widest, max(NARROWEST, *(_long(text[:widest]) + 2 for text in texts)))
