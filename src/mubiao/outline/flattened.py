"""Tables of figures that a page flattened: one cell a line, or one row a line with blanks between its cells.

The heads tell what stands in each column. A row is taken where every one of its cells is what its column holds; cells of other rows,
where one is missing or doubled, stay lines of text, so that no number comes into the wrong column.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from mubiao.lexicon.loader import load
from mubiao.model import Document
from mubiao.outline import columns, labels, tables
from mubiao.outline.grids import BLANK, NOTE_BEHIND, Grid, GridCell
from mubiao.outline.lines import Line
from mubiao.outline.rows import ROW_NUMBER, Row

FEWEST_HEADS, MOST_HEADS = 3, 16
FEWEST_ROWS = 2
LONGEST_HEAD = 30  # characters
WORD = re.compile(r"\S+")
HAN = re.compile(r"[\u4e00-\u9fff]")
DIGIT = re.compile(r"\d")
NONE = re.compile(r"[-—–/]{1,3}")
VALUE = re.compile(r"[^\dA-Za-z]{0,6}[-+]?\d[\d,.]*%?(?:\s*[-—~]\s*\d[\d,.]*)?\D{0,6}")
TEXTS = ("name", "goal", "done", "task", "content")
UNITS = ("lead", "support", "official")


def with_tables(lines: Sequence[Line], document: Document, rows_of: Callable[[Grid, list[str]], list[Row]]) -> list[Line]:
    """Lines, those of a flattened table as one line that holds its rows.

    Args:
        rows_of: the rows of a grid with the lines above it; none where nobody understands it.
    """
    placed: list[Line] = []
    at = 0
    while at < len(lines):
        if known := tables.head_at(lines, at):  # a table of duties, whose rows may lack cells
            placed += lines[at : at + len(known)]
            at += len(known)
            continue
        found = None if lines[at].rows else _table(lines, at, document)
        rows = rows_of(found[0], [line.text for line in placed[-2:]]) if found else []
        if not found or not rows:
            placed.append(lines[at])
            at += 1
            continue
        grid, left, stop = found
        first, last = grid[0][0], grid[-1][-1]
        if first and last:
            placed.append(Line(first.start, last.end, "", lines[at].gap, tuple(rows)))
        placed += left
        at = stop
    return placed


def _table(lines: Sequence[Line], at: int, document: Document) -> tuple[Grid, list[Line], int] | None:
    """The table that begins at a line: its grid, the lines in it that fit no row, and the index of the line behind it."""
    if len(lines[at].text) > MOST_HEADS * LONGEST_HEAD or not _kind(WORD.match(lines[at].text)):
        return None
    words = _words(lines[at], document)
    if len(words) >= FEWEST_HEADS:
        return _by_line(lines, at, document) if all(_kind_of(word.text) for word in words) else None
    return _by_cell(lines, at, document)


def _by_line(lines: Sequence[Line], at: int, document: Document) -> tuple[Grid, list[Line], int] | None:
    """A table with a row a line."""
    heads = _words(lines[at], document)
    kinds = [_kind_of(head.text) for head in heads]
    rows, left = [heads], []
    stop = at + 1
    while stop < len(lines):
        words = _words(lines[stop], document)
        if _fits(words, kinds):
            rows.append(words)
        elif stop + 1 < len(lines) and _fits(_words(lines[stop + 1], document), kinds):
            left.append(lines[stop])
        else:
            break
        stop += 1
    return _made(rows, left, stop, kinds, document)


def _by_cell(lines: Sequence[Line], at: int, document: Document) -> tuple[Grid, list[Line], int] | None:
    """A table with a cell a line; how many heads it has is told by the rows that fit."""
    most = at
    while most < len(lines) and most - at < MOST_HEADS and len(lines[most].text) <= LONGEST_HEAD and _kind_of(lines[most].text):
        most += 1
    for width in range(most - at, FEWEST_HEADS - 1, -1):
        heads = list(lines[at : at + width])
        kinds = [_kind_of(head.text) for head in heads]
        spaced = all(line.gap for line in heads[1:])
        rows, left = [heads], []
        cells = list(_with_empty(tables.cells(lines[at + width :], spaced), spaced))
        position = 0
        while position < len(cells):
            if _fits(cells[position : position + width], kinds):
                rows.append(cells[position : position + width])
                position += width
                continue
            further = next((step for step in range(1, width + 1) if _fits(cells[position + step : position + step + width], kinds)), 0)
            if not further:
                break
            if len(rows) > 1 and not all(cell.text for cell in rows[-1]):
                left += [cell for cell in rows.pop() if cell.text]  # a cell too many behind a row with one too few: nobody knows which
            left += cells[position : position + further]
            position += further
        end = cells[position].start if position < len(cells) else None
        stop = next((index for index in range(at, len(lines)) if end is not None and lines[index].start >= end), len(lines))
        if made := _made(rows, left, stop, kinds, document):
            return made
    return None


def _with_empty(cells: Sequence[tables.Cell], spaced: bool) -> Iterator[Line]:
    """Cells with the empty ones between them: two more empty lines for each."""
    for cell in cells:
        for _ in range(min(cell.gap // 2, MOST_HEADS) if spaced else 0):
            yield Line(cell.start, cell.start, "", 0)
        yield Line(cell.start, cell.end, cell.text, cell.gap)


def _made(rows: list[list[Line]], left: list[Line], stop: int, kinds: Sequence[str], document: Document) -> tuple[Grid, list[Line], int] | None:
    values = [at for at, kind in enumerate(kinds) if kind in (*columns.VALUES, "year", *UNITS)]
    things = [at for at, kind in enumerate(kinds) if kind in ("name", "goal", "task", "content")]
    if len(rows) <= FEWEST_ROWS or not values or not things or things[0] > values[0]:
        return None  # what is measured stands in front of its values; else lines above the heads were taken for some
    return [[_cell(word, document) for word in row] for row in rows], left, stop


def _cell(word: Line, document: Document) -> GridCell:
    return GridCell(word.text, word.start, word.end, document.folded.span(word.start, word.end), True, 1)


def _words(line: Line, document: Document) -> list[Line]:
    """The parts of a line between blanks, as published: folding takes blanks in front of numbers for those of a line's end."""
    low, high = document.folded.span(line.start, line.end)
    found = []
    for match in WORD.finditer(document.text, low, high):
        start, end = document.folded.folded(match.start()), document.folded.folded(match.end())
        found.append(Line(start, end, document.folded.text[start:end], 1))
    return found


def _kind(match: re.Match[str] | None) -> str:
    return _kind_of(match[0]) if match else ""


def _kind_of(head: str) -> str:
    """What a head says of its column, "" where it is none."""
    plain = BLANK.sub("", head)
    if len(plain) > LONGEST_HEAD:
        return ""
    return labels.columns().get(NOTE_BEHIND.sub("", plain)) or columns.column(plain).kind


def _fits(cells: Sequence[Line], kinds: Sequence[str]) -> bool:
    """Whether each cell of a row is what its column holds."""
    return len(cells) == len(kinds) and all(_holds(kind, cell.text) for kind, cell in zip(kinds, cells, strict=True))


def _holds(kind: str, text: str) -> bool:
    if not text:
        return kind not in ("name", "goal", "task", "number")
    if kind == "number":
        return ROW_NUMBER.fullmatch(text) is not None
    if kind == "unit":
        return columns.is_unit(text) or NONE.fullmatch(text) is not None
    if kind in UNITS:
        return not DIGIT.search(text) and not columns.is_unit(text)
    if kind == "attribute":
        return not DIGIT.search(text) and HAN.search(text) is not None
    if kind in TEXTS:
        return HAN.search(text) is not None and not columns.is_unit(text) and not (VALUE.fullmatch(text) and kind == "name")
    if kind in ("deadline", "other"):
        return True
    return NONE.fullmatch(text) is not None or VALUE.fullmatch(text) is not None or text in load().words["columns"]["without_number"]
