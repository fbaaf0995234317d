"""Tables of figures that a page flattened: one cell a line, or one row a line with blanks between its cells.

The heads tell what stands in each column. A row is taken where every one of its cells is what its column holds; cells of other rows,
where one is missing or doubled, stay lines of text, so that no number comes into the wrong column.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from mubiao.lexicon.loader import load
from mubiao.model import Document
from mubiao.outline import columns, tables
from mubiao.outline.columns import HAN, NONE, VALUE
from mubiao.outline.grids import BLANK, Grid, GridCell
from mubiao.outline.lines import Line
from mubiao.outline.rows import ROW_NUMBER, Row

FEWEST_HEADS, MOST_HEADS = 3, 16  # columns of a table; halved, doubled and one more or less, no row of docs/thresholds.csv changes
FEWEST_ROWS = 2
LONGEST_HEAD = 30  # characters
LONGEST_NAME = 12  # characters of the head above names; a longer one, or one with a year, is the title above the table
WORD = re.compile(r"\S+")
DIGIT = re.compile(r"\d")
STOP = re.compile(r"[,;。:!?]")
ALONE = re.compile(r"[-+]?\d[\d.]*%?|[-—–/]{1,3}")
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
            placed += _parted(lines[at], document)
            at += 1
            continue
        grid, left, stop = found
        first, last = grid[0][0], grid[-1][-1]
        if first and last:
            placed.append(Line(first.start, last.end, "", lines[at].gap, tuple(rows)))
        placed += [replace(line, cell=True) for line in left]
        at = stop
    return placed


def _parted(line: Line, document: Document) -> list[Line]:
    """A line, in its cells where it is a row of a table that nobody understands: two values beside one another in no sentence."""
    if line.rows or line.cell or len(line.text) > MOST_HEADS * LONGEST_HEAD or STOP.search(line.text):
        return [line]
    words = _words(line, document)
    alone = [ALONE.fullmatch(word.text) is not None for word in words]
    if len(words) < FEWEST_HEADS or not any(map(all, pairwise(alone))) or not HAN.search(line.text):
        return [line]
    return [replace(word, cell=True) for word in words]


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
    heads = [_words(lines[at], document)]
    stop = at + 1
    below = _words(lines[stop], document) if stop < len(lines) else []
    if below and all(_kind_of(word.text) for word in below) and not _fits(below, _kinds(heads)):
        heads, stop = _in_two_rows(heads[0], below), stop + 1
    kinds = _kinds(heads)
    rows, left = [], []
    while stop < len(lines) and heads:
        words = _words(lines[stop], document)
        if _fits(words, kinds):
            rows.append(words)
        elif stop + 1 < len(lines) and _fits(_words(lines[stop + 1], document), kinds):
            left.append(lines[stop])
        else:
            break
        stop += 1
    return _made(heads, rows, left, stop, document)


def _by_cell(lines: Sequence[Line], at: int, document: Document) -> tuple[Grid, list[Line], int] | None:
    """A table with a cell a line; how many heads it has is told by the rows that fit."""
    most = at
    while most < len(lines) and most - at < MOST_HEADS and len(lines[most].text) <= LONGEST_HEAD and _kind_of(lines[most].text):
        most += 1
    for width in range(most - at, FEWEST_HEADS - 1, -1):
        heads = list(lines[at : at + width])
        spaced = all(line.gap for line in heads[1:])
        cells = list(_with_empty(tables.cells(lines[at + width :], spaced), spaced))
        end = next((place for place, head in reversed(list(enumerate(heads, 1))) if _is_year(head)), width)
        while end < width and not columns.column(heads[end].text).is_value:  # what stands behind the years and is no value has one row
            end += 1
        for form in ([heads], _in_two_rows(heads[:end], heads[end:])):
            rows, left, position = _rows_by_cell(cells, _kinds(form)) if form else ([], [], 0)
            stop = next(
                (index for index in range(at, len(lines)) if position < len(cells) and lines[index].start >= cells[position].start), len(lines)
            )
            if made := _made(form, rows, left, stop, document):
                return made
    return None


def _rows_by_cell(cells: Sequence[Line], kinds: Sequence[str]) -> tuple[list[list[Line]], list[Line], int]:
    """Rows that fit, the cells between them that fit no row, and the index of the first cell behind them."""
    rows: list[list[Line]] = []
    left: list[Line] = []
    position, width = 0, len(kinds)
    while position < len(cells):
        if _fits(cells[position : position + width], kinds):
            rows.append(list(cells[position : position + width]))
            position += width
            continue
        further = next((step for step in range(1, width + 1) if _fits(cells[position + step : position + step + width], kinds)), 0)
        if not further or (not rows and any(_kind_of(cell.text) for cell in cells[position : position + further] if cell.text)):
            break  # more heads stand in front of the first row: nobody knows which belong to which column
        if rows and not all(cell.text for cell in rows[-1]):
            left += [cell for cell in rows.pop() if cell.text]  # a cell too many behind a row with one too few: nobody knows which
        left += cells[position : position + further]
        position += further
    return rows, left, position


def _is_year(head: Line) -> bool:
    """Whether a head is a year and nothing else, below which others say what of it."""
    return columns.YEAR.search(head.text) is not None and _kind_of(head.text) == "year"


def _in_two_rows(above: Sequence[Line], below: Sequence[Line]) -> list[list[Line]]:
    """The heads of a table whose years have heads of their own below them; empty where nobody knows which belong to which year."""
    years = sum(1 for head in above if _is_year(head))
    each = len(below) // years if years else 0
    grow = [columns.column(head.text).kind == "growth" for head in below]
    if not each or len(below) != each * years or grow != grow[:each] * years or (each == 1 and years > 1):
        return []  # 实绩 and 增幅 below one year, 预期目标 and 增幅 below the next
    rows: list[list[Line]] = [[], []]
    rest = iter(below)
    for head in above:
        own = [next(rest) for _ in range(each)] if _is_year(head) else [head]
        rows[0] += [head] * len(own)
        rows[1] += own
    return rows


def _kinds(heads: Sequence[Sequence[Line]]) -> list[str]:
    return [_kind_of(head.text) for head in heads[-1]] if heads else []


def _with_empty(cells: Sequence[tables.Cell], spaced: bool) -> Iterator[Line]:
    """Cells with the empty ones between them: two more empty lines for each."""
    for cell in cells:
        for _ in range(min(cell.gap // 2, MOST_HEADS) if spaced else 0):
            yield Line(cell.start, cell.start, "", 0)
        yield Line(cell.start, cell.end, cell.text, cell.gap)


def _made(
    heads: Sequence[Sequence[Line]], rows: Sequence[Sequence[Line]], left: list[Line], stop: int, document: Document
) -> tuple[Grid, list[Line], int] | None:
    kinds = _kinds(heads)
    values = [at for at, kind in enumerate(kinds) if kind in (*columns.VALUES, "year", *UNITS)]
    things = [at for at, kind in enumerate(kinds) if kind in ("name", "goal", "task", "content")]
    if len(rows) < FEWEST_ROWS or not values or not things or things[0] > values[0]:
        return None  # what is measured stands in front of its values; else lines above the heads were taken for some
    return [[_cell(word, document) for word in row] for row in (*heads, *rows)], left, stop


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
    kind = columns.head_kind(plain)
    is_title = kind in (*TEXTS, "year") and (len(plain) > LONGEST_NAME or (kind not in ("done", "year") and columns.YEAR.search(plain)))
    return "" if is_title else kind


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
        if kind == "done" and VALUE.fullmatch(text):
            return True
        return HAN.search(text) is not None and not columns.is_unit(text) and not (VALUE.fullmatch(text) and kind == "name")
    if kind in ("deadline", "other"):
        return True
    return NONE.fullmatch(text) is not None or VALUE.fullmatch(text) is not None or text in load().words["columns"]["without_number"]
