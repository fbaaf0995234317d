"""Tables of figures that a page flattened: one cell a line, or one row a line with blanks between its cells.

The heads tell what stands in each column. A row is taken where every one of its cells is what its column holds; cells of other rows,
where one is missing or doubled, stay lines of text, so that no number comes into the wrong column.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from mubiao.model import Document
from mubiao.outline import columns, flat_duties
from mubiao.outline.flat_cells import cells_of, rows_by_cell, with_empty
from mubiao.outline.flat_columns import (
    FEWEST_HEADS,
    LONGEST_HEAD,
    MOST_HEADS,
    UNITS,
    ends_of_upper,
    fits,
    in_two_rows,
    is_year,
    kind_of,
    kinds_in,
    kinds_of,
)
from mubiao.outline.grids import Grid, GridCell
from mubiao.outline.lines import Line
from mubiao.outline.rows import Row
from mubiao.read.decode import HAN
from mubiao.read.printed import wide_cells

FEWEST_ROWS = 2
WORD = re.compile(r"\S+")
CELL = re.compile(r"[^\s](?:[^\t\n]*[^\s])?")  # between tabs
STOP = re.compile(r"[,;。:!?]")
FIGURE = re.compile(r"[-+≥≤<>]?\d[\d.,]*([^\d\s]{0,6})")  # a value with its unit and bound (5%左右)
ALONE = re.compile(r"[-+]?\d[\d.]*%?|[-—–/]{1,3}")


def with_tables(lines: Sequence[Line], document: Document, rows_of: Callable[[Grid, list[str]], list[Row]]) -> list[Line]:
    """Lines, those of a flattened table as one line that holds its rows.

    Args:
        rows_of: the rows of a grid with the lines above it; none where nobody understands it.
    """
    placed: list[Line] = []
    at = 0
    while at < len(lines):
        if known := flat_duties.head_at(lines, at):  # a table of duties, whose rows may lack cells
            placed += lines[at : at + len(known)]
            at += len(known)
            continue
        found = None if lines[at].rows or lines[at].cell else _table(lines, at, document)
        rows = rows_of(found[0], [line.text for line in placed[-2:]]) if found else []
        if not found or not rows:
            placed += _in_cells(lines[at], document)
            at += 1
            continue
        grid, left, stop = found
        first, last = grid[0][0], grid[-1][-1]
        if first and last:
            placed.append(Line(first.start, last.end, "", lines[at].gap, tuple(rows)))
        placed += [replace(part, cell=True) for line in left for part in _in_cells(line, document)]
        at = stop
    return placed


def _in_cells(line: Line, document: Document) -> list[Line]:
    """A line, in its cells where it is a row of a table that nobody understands: two values beside one another in no sentence, or wide gaps."""
    if line.rows or line.cell:
        return [line]
    low, high = document.folded.span(line.start, line.end)
    written = document.text[low:high]
    if "\n" not in written and (cells := wide_cells(written)):  # a paragraph that a page broke into lines is none
        return [replace(_line_of(document, low + begin, low + end), cell=True) for begin, end in cells]
    if len(line.text) > MOST_HEADS * LONGEST_HEAD or STOP.search(line.text):
        return [line]
    words = _words(line, document)
    beside = any(_are_cells(first.text, second.text) for first, second in pairwise(words))
    if len(words) < FEWEST_HEADS or not beside or not HAN.search(line.text):
        return [line]
    return [replace(word, cell=True) for word in words]


def _are_cells(first: str, second: str) -> bool:
    """Whether two words beside one another are two values, as no sentence has them: without a unit, or of one unit.

    >>> _are_cells("4.8%", "5%左右"), _are_cells("15.2万人次", "12万人次"), _are_cells("2025年", "5个")
    (True, True, False)
    """
    alone = [ALONE.fullmatch(text) is not None for text in (first, second)]
    figures = [found for text in (first, second) if (found := FIGURE.fullmatch(text))]
    return all(alone) or (len(figures) == 2 and (any(alone) or figures[1][1].startswith(figures[0][1])))


def _table(lines: Sequence[Line], at: int, document: Document) -> tuple[Grid, list[Line], int] | None:
    """The table that begins at a line: its grid, the lines in it that fit no row, and the index of the line behind it."""
    if len(lines[at].text) > MOST_HEADS * LONGEST_HEAD or not _kind(WORD.match(lines[at].text)) or _is_below_years(lines, at, document):
        return None
    words = _words(lines[at], document)
    if len(words) >= FEWEST_HEADS:
        return _by_line(lines, at, document) if all(kinds_in(words)) else None
    return _by_cell(lines, at, document)


def _is_below_years(lines: Sequence[Line], at: int, document: Document) -> bool:
    """Whether heads stand right above a line, years among them, of which nobody knew which belong to which of these (2024年 above 计划 and 完成)."""
    for line in reversed(lines[max(0, at - MOST_HEADS) : at]):
        words = [] if line.rows or len(line.text) > MOST_HEADS * LONGEST_HEAD else _words(line, document)
        if not words or not all(kind_of(word.text) for word in words):
            return False
        if any(map(is_year, words)):
            return True
    return False


def _by_line(lines: Sequence[Line], at: int, document: Document) -> tuple[Grid, list[Line], int] | None:
    """A table with a row a line."""
    heads = [_words(lines[at], document)]
    stop = at + 1
    below = _words(lines[stop], document) if stop < len(lines) else []
    if below and all(kind_of(word.text) for word in below) and not fits(below, kinds_of(heads)):
        heads, stop = in_two_rows(heads[0], below), stop + 1
    kinds = kinds_of(heads)
    rows, left = [], []
    while stop < len(lines) and heads:
        words = _words(lines[stop], document)
        if fits(words, kinds):
            rows.append(words)
        elif words and not columns.is_first_head(words[0].text) and stop + 1 < len(lines) and fits(_words(lines[stop + 1], document), kinds):
            left.append(lines[stop])
        else:
            break
        stop += 1
    return _made_grid(heads, rows, left, stop, document)


def _by_cell(lines: Sequence[Line], at: int, document: Document) -> tuple[Grid, list[Line], int] | None:
    """A table with a cell a line; how many heads it has is told by the rows that fit."""
    kinds = kinds_in(lines[at : at + MOST_HEADS])
    most = next((width for width, kind in enumerate(kinds) if not kind), len(kinds))
    for width in range(most, FEWEST_HEADS - 1, -1):
        heads = list(lines[at : at + width])
        spaced = all(line.gap for line in heads[1:])
        cells = list(with_empty(cells_of(lines[at + width :], spaced), spaced))
        for form in ([heads], *(in_two_rows(heads[:end], heads[end:]) for end in ends_of_upper(heads))):
            rows, left, position = rows_by_cell(cells, kinds_of(form)) if form else ([], [], 0)
            stop = next(
                (index for index in range(at, len(lines)) if position < len(cells) and lines[index].start >= cells[position].start), len(lines)
            )
            if made := _made_grid(form, rows, left, stop, document):
                return made
    return None


def _made_grid(
    heads: Sequence[Sequence[Line]], rows: Sequence[Sequence[Line]], left: list[Line], stop: int, document: Document
) -> tuple[Grid, list[Line], int] | None:
    kinds = kinds_of(heads)
    values = [at for at, kind in enumerate(kinds) if kind in (*columns.VALUES, "year", "place", *UNITS)]
    things = [at for at, kind in enumerate(kinds) if kind in ("name", "goal", "task", "content")]
    if len(rows) < FEWEST_ROWS or not values or not things or things[0] > values[0]:
        return None  # what is measured stands in front of its values; else lines above the heads were taken for some
    return [[_grid_cell(word, document) for word in row] for row in (*heads, *rows)], left, stop


def _grid_cell(word: Line, document: Document) -> GridCell:
    return GridCell(word.text, word.start, word.end, document.folded.span(word.start, word.end), True, 1)


def _words(line: Line, document: Document) -> list[Line]:
    """The parts of a line between blanks, or between tabs where it has some (指  标<tab>年末数), as published: folding takes blanks in front
    of numbers for those of a line's end."""
    low, high = document.folded.span(line.start, line.end)
    cell = CELL if "\t" in document.text[low:high] else WORD
    return [_line_of(document, *match.span()) for match in cell.finditer(document.text, low, high)]


def _line_of(document: Document, low: int, high: int) -> Line:
    """What stands in a span of the text as published."""
    start, end = document.folded.folded(low), document.folded.folded(high)
    return Line(start, end, document.folded.text[start:end], 1)


def _kind(match: re.Match[str] | None) -> str:
    return kind_of(match[0]) if match else ""
