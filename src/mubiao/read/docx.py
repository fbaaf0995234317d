"""Word files: paragraphs and tables in the order of the document, notes behind them, what nobody sees left out and counted."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from typing import Any

from mubiao.errors import ReadError
from mubiao.read.package import DAMAGE, content, opened_zip, parsed_xml
from mubiao.read.page import Filled, Page, Writer
from mubiao.read.wordtext import Letters, w

OFFICE = "/officeDocument"
NOTES = ("/footnotes", "/endnotes")
PARAGRAPH, TABLE, ROW, CELL = w("p"), w("tbl"), w("tr"), w("tc")
AROUND = {w(name) for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo")}
NOTE = "normal"  # the type of notes; the lines that part notes from the text are kept as notes of other types


def read_docx(data: bytes, name: str) -> Page:
    """The page of a DOCX file.

    What was deleted with tracked changes, hidden or struck out is left out; what was inserted is read.

    Raises:
        ReadError: truncated, not a Word file, too large, or without text.
    """
    try:
        with opened_zip(data, name) as archive:
            main, notes = _names_of_parts(archive)
            body = parsed_xml(content(archive, main, name)).find(w("body"))
            told = [parsed_xml(content(archive, part, name)) for part in notes]
    except DAMAGE as error:
        raise ReadError(f"{name}: not a whole DOCX file (truncated or damaged)") from error
    if body is None:
        raise ReadError(f"{name}: not a whole DOCX file (truncated or damaged)")
    writer = Writer()
    letters = Letters(writer.left_out)
    _write(body, writer, letters, name)
    for part in told:
        for note in part:
            if note.get(w("type"), NOTE) == NOTE:
                _write_note(note, writer, letters, name)
    if not any(line.strip() for line in writer.lines):
        raise ReadError(
            f"{name}: the DOCX holds no text"
            + ("; it holds pictures: save them as PDF or PNG, and their text is recognised" if letters.pictures else "")
        )
    writer.left_out["pictures and embedded objects"] += letters.pictures
    return writer.page("docx")


def _names_of_parts(archive: zipfile.ZipFile) -> tuple[str, list[str]]:
    """Names of the main part and of the parts with notes; every part that is read is whole."""
    main = next(target for kind, target in _related(archive, "") if kind.endswith(OFFICE))
    related = _related(archive, main)
    present = set(archive.namelist())
    return main, [target for ending in NOTES for kind, target in related if kind.endswith(ending) and target in present]


def _related(archive: zipfile.ZipFile, part: str) -> list[tuple[str, str]]:
    """Kinds and names of the parts that a part points to."""
    folder, file = posixpath.split(part)
    name = posixpath.join(folder, "_rels", f"{file}.rels")
    if name not in archive.namelist():
        if part:
            return []
        raise zipfile.BadZipFile(name)
    found = parsed_xml(content(archive, name, part))
    targets = [(entry.get("Type", ""), entry.get("Target", "")) for entry in found]
    return [(kind, target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))) for kind, target in targets]


def _write(block: Any, writer: Writer, letters: Letters, name: str) -> None:
    """Write the paragraphs and tables of a body or content control."""
    for element in block:
        if element.tag == PARAGRAPH:
            writer.line(letters.paragraph(element))
            _boxes(writer, letters, name)
        elif element.tag == TABLE:
            _write_table(element, writer, letters, name)
        elif element.tag in AROUND:
            _write(element, writer, letters, name)


def _write_table(table: Any, writer: Writer, letters: Letters, name: str) -> None:
    """Write a table; one that holds others only sets out the page, and is written cell after cell."""
    inside = [cell for row in _children(table, ROW) for cell in _children(row, CELL)]
    if any(next(_children(cell, TABLE), None) is not None for cell in inside):
        for cell in inside:
            _write(cell, writer, letters, name)
    else:
        writer.table(_cells(table, letters), name)
        _boxes(writer, letters, name)


def _write_note(note: Any, writer: Writer, letters: Letters, name: str) -> None:
    """Write a note as one line, its tables behind it."""
    if text := " ".join(filter(None, (letters.paragraph(element).strip() for element in _children(note, PARAGRAPH)))):
        writer.note(text)
    for table in _children(note, TABLE):
        _write_table(table, writer, letters, name)


def _boxes(writer: Writer, letters: Letters, name: str) -> None:
    """Write the text boxes that hang on what was written last, as paragraphs behind it."""
    boxes, letters.boxes = letters.boxes, []
    for box in boxes:
        _write(box, writer, letters, name)


def _cells(table: Any, letters: Letters) -> list[Filled]:
    """The cells of a table in their places. Rows may be short, begin late, or go on with a merge that never began."""
    cells: list[Filled] = []
    open_: dict[int, int] = {}  # column -> index in cells of the cell that may go on below
    for row, element in enumerate(_children(table, ROW)):
        column = _number(element.find(f"{w('trPr')}/{w('gridBefore')}"))
        for cell in _children(element, CELL):
            shape = cell.find(w("tcPr"))
            columns = max(1, _number(shape.find(w("gridSpan")) if shape is not None else None))
            merge = shape.find(w("vMerge")) if shape is not None else None
            text = "\n".join(_text(cell, letters)).strip("\n")
            above = open_.get(column)
            if merge is not None and merge.get(w("val"), "continue") == "continue" and above is not None and not text.strip():
                old = cells[above]
                cells[above] = Filled(old.text, old.row, old.column, row - old.row + 1, old.columns)
            else:
                if merge is not None:
                    open_[column] = len(cells)
                else:
                    open_.pop(column, None)
                cells.append(Filled(text, row, column, 1, columns))
            column += columns
    return cells


def _children(block: Any, tag: str) -> Iterator[Any]:
    """Elements of a kind directly in a block or in content controls around them."""
    for element in block:
        if element.tag == tag:
            yield element
        elif element.tag in AROUND:
            yield from _children(element, tag)


def _text(block: Any, letters: Letters) -> Iterator[str]:
    """Lines of a cell or note."""
    for element in block:
        if element.tag == PARAGRAPH:
            yield letters.paragraph(element)
        elif element.tag in AROUND:
            yield from _text(element, letters)


def _number(element: Any) -> int:
    value = element.get(w("val"), "0") if element is not None else "0"
    return int(value) if value.isdigit() and len(value) < 10 else 0
