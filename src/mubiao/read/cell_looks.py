"""What the cells of an XLSX file look like: which show percentages, hold formulas alone or are hidden; whether one is as large as people write."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field

from mubiao.errors import ReadError
from mubiao.read.limits import MAX_SHEET_CELLS
from mubiao.read.package import content, opened_zip, parsed_xml

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
MAX_WIDTH = 16384  # columns that a sheet can have
PERCENT = (9, 10)  # formats that every sheet knows: 0% and 0.00%
CELL = re.compile(rb'<(?:\w+:)?c\b[^>]*?\br="([A-Z]{1,3})(\d{1,7})"([^>]*)>')
HIDDEN = re.compile(rb'<(?:\w+:)?(row|col)\b(?=[^<>]*?\bhidden="(?:1|true)")([^<>]*)>')
NUMBERS = re.compile(rb'\b(r|min|max)="(\d{1,7})"')
STYLE = re.compile(rb'\bs="(\d+)"')
# What stands in a cell whose formula was never calculated: programs that write sheets leave its value to those that show them.
FORMULA_ALONE = re.compile(
    rb"\s*<(?:\w+:)?f\b(?:[^<>]*/>|[^<>]*>[^<]*</(?:\w+:)?f>)\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)


@dataclass(slots=True)
class Looks:
    """Of a sheet: row and column of the cells that show a percentage, the names (B4) of those that hold a formula without its value, and the
    rows and columns that nobody sees."""

    percent: set[tuple[int, int]] = field(default_factory=set)
    formulas: list[str] = field(default_factory=list)
    rows: set[int] = field(default_factory=set)
    columns: set[int] = field(default_factory=set)

    @classmethod
    def of_old(cls, percent: Sequence[Sequence[int]], rows: Sequence[int], columns: Sequence[int]) -> Looks:
        """Of a sheet of an old workbook, as the process that reads it tells."""
        return cls({(row, column) for row, column in percent}, [], set(rows), set(columns))

    def hides(self, row: int, column: int, size: tuple[int, int]) -> bool:
        """Whether nobody sees a cell: of a merged one every row or every column is hidden."""
        high, wide = size
        return all(at in self.rows for at in range(row, row + high)) or all(at in self.columns for at in range(column, column + wide))


def looks(data: bytes, name: str) -> dict[str, Looks]:
    """How the cells of each sheet look, by its name; empty for old workbooks, which are no ZIP files and are asked in a process of their own.

    Raises:
        ReadError: a sheet reaches further than any that people write.
        zipfile.BadZipFile, KeyError …: damaged.
    """
    if not data.startswith(b"PK"):
        return {}
    with opened_zip(data, name) as archive:
        styles = _percent_styles(archive, name)
        return {title: _cells(content(archive, part, name), styles, name) for title, part in _sheets(archive, name).items()}


def _sheets(archive: zipfile.ZipFile, name: str) -> dict[str, str]:
    """Name of a sheet -> its part in the archive."""
    entries = set(archive.namelist())
    related = {
        entry.get("Id"): "xl/" + (entry.get("Target") or "").removeprefix("/xl/")
        for entry in parsed_xml(content(archive, "xl/_rels/workbook.xml.rels", name))
    }
    book = parsed_xml(content(archive, "xl/workbook.xml", name))
    found = {sheet.get("name"): related.get(sheet.get(LINK), "") for sheet in book.iter(f"{MAIN}sheet")}
    return {title: part for title, part in found.items() if part in entries}


def _percent_styles(archive: zipfile.ZipFile, name: str) -> set[int]:
    """Numbers of the styles that show percentages."""
    if "xl/styles.xml" not in archive.namelist():
        return set()
    root = parsed_xml(content(archive, "xl/styles.xml", name))
    own = {int(entry.get("numFmtId", 0)) for entry in root.iter(f"{MAIN}numFmt") if "%" in (entry.get("formatCode") or "")}
    formats = root.find(f"{MAIN}cellXfs")
    return {at for at, entry in enumerate(formats if formats is not None else ()) if int(entry.get("numFmtId", 0)) in {*PERCENT, *own}}


def _cells(xml: bytes, styles: set[int], name: str) -> Looks:
    found = Looks()
    height = width = 0
    for match in CELL.finditer(xml):
        row, column = int(match[2]), _column(match[1])
        height, width = max(height, row), max(width, column)
        if (style := STYLE.search(match[0])) and int(style[1]) in styles:
            found.percent.add((row - 1, column - 1))
        if not match[3].endswith(b"/") and FORMULA_ALONE.match(xml, match.end()):
            found.formulas.append(f"{match[1].decode()}{row}")
    for match in HIDDEN.finditer(xml):
        told = {name: int(number) for name, number in NUMBERS.findall(match[2])}
        if match[1] == b"row" and b"r" in told:
            found.rows.add(told[b"r"] - 1)
        elif match[1] == b"col":
            found.columns.update(range(told.get(b"min", 1) - 1, min(told.get(b"max", 0), MAX_WIDTH)))
    if height * width > MAX_SHEET_CELLS:
        raise ReadError(f"{name}: a sheet of {height} rows and {width} columns; save what is needed as CSV")
    return found


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
