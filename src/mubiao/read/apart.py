"""What libraries find in a workbook, asked in a process of its own: a damaged one can make them want any memory, which ends the process.

calamine reads the values; how the cells of an old workbook (.xls) look it does not tell, but xlrd does.

Run by its path, without the rest of mubiao: ``python apart.py CELLS BYTES`` takes a workbook and gives JSON.
"""

from __future__ import annotations

import io
import json
import sys
from datetime import date, datetime
from typing import Any

import xlrd
from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

OLD = bytes.fromhex("d0cf11e0a1b11ae1")  # how a workbook begins that is no ZIP file
PANIC = "PanicException"  # how code in Rust ends where it did not expect damage: no Exception, and its class has no name to import


def main(cells: int, memory: int) -> None:
    """Standard input to standard output; nothing for a workbook that is not whole."""
    if sys.platform == "linux":
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (memory if hard == resource.RLIM_INFINITY else min(memory, hard), hard))
    try:
        told = _shown_sheets(sys.stdin.buffer.read(), cells)
    except (CalamineError, xlrd.XLRDError, ValueError, OSError, MemoryError):
        return
    except BaseException as error:
        if type(error).__name__ != PANIC:
            raise
        return
    json.dump(told, sys.stdout, default=_for_json)


def _shown_sheets(data: bytes, cells: int) -> dict[str, Any]:
    """The sheets that are shown: title, merged ranges and values, or their size where that is too large."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    names = [sheet.name for sheet in book.sheets_metadata if sheet.visible == SheetVisibleEnum.Visible]
    sheets = {name: book.get_sheet_by_name(name) for name in names}
    for sheet in sheets.values():
        if sheet.total_height * sheet.total_width > cells:
            return {"size": (sheet.total_height, sheet.total_width)}
    told = [(name, sheet.merged_cell_ranges or [], sheet.to_python(skip_empty_area=False)) for name, sheet in sheets.items()]
    return {"hidden": len(book.sheet_names) - len(names), "sheets": told, "looks": _old_looks(data) if data.startswith(OLD) else {}}


def _old_looks(data: bytes) -> dict[str, dict[str, list[Any]]]:
    """Of each sheet of an old workbook row and column of the cells that show a percentage, and the rows and columns that nobody sees."""
    book = xlrd.open_workbook(file_contents=data, formatting_info=True, logfile=sys.stderr)
    percent = {at for at, style in enumerate(book.xf_list) if "%" in book.format_map[style.format_key].format_str}
    return {
        sheet.name: {
            "percent": [(row, at) for row in range(sheet.nrows) for at in range(sheet.ncols) if sheet.cell_xf_index(row, at) in percent],
            "rows": [row for row, told in sheet.rowinfo_map.items() if told.hidden],
            "columns": [column for column, told in sheet.colinfo_map.items() if told.hidden],
        }
        for sheet in book.sheets()
    }


def _for_json(value: object) -> str:
    """A value that JSON does not know: dates without the time of day."""
    return value.isoformat()[:10] if isinstance(value, datetime | date) else str(value)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
