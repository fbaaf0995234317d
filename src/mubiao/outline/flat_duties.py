"""Tables of duties that a web page flattened to one cell a line, with missing, empty, merged and doubled cells."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from mubiao.lexicon.expressions import expression
from mubiao.outline import duties, duty_labels
from mubiao.outline.duty_cells import is_deed, kind_of_cell, may_hold, names_units
from mubiao.outline.flat_cells import FlatCell, cells_of
from mubiao.outline.grids import BLANK
from mubiao.outline.lines import Line, heading, level
from mubiao.outline.rows import ROW_NUMBER, Row

TEXTS = ("task", "content")
DUTIES = ("lead", "support", "official", "deadline")
MOST_HEADS = 12
NEAR = 3  # lines between a title and the head of its table


def head_at(lines: Sequence[Line], index: int) -> list[str]:
    """Kinds of the columns whose heads begin at a line; empty where there is no table head."""
    kinds: list[str] = []
    heads = [BLANK.sub("", line.text) for line in lines[index : index + MOST_HEADS]]
    for head in heads:
        kind = duty_labels.kinds_by_head().get(head) or duty_labels.kind_by_end(head)
        if not kind:
            break
        kinds.append(kind)
    kinds = duty_labels.beside(kinds, heads[: len(kinds)])
    return kinds if len(kinds) >= 3 and "task" in kinds and ({"lead", "official"} & set(kinds)) else []


def rows(lines: Sequence[Line], index: int, kinds: Sequence[str]) -> tuple[list[Row], int]:
    """The rows below a head of ``kinds`` at line ``index``, and the index of the first line behind the table."""
    begin = index + len(kinds)
    stop = next((at for at in range(begin, len(lines)) if _ends_before(lines, at, kinds)), len(lines))
    spaced = any(line.gap for line in lines[index + 1 : begin])
    found = cells_of(lines[begin:stop], spaced)
    if "number" in kinds:
        return _numbered(_without_pages(found), [kind for kind in kinds if kind != "number"]), stop
    return _typed(found, _openers(kinds)), stop


def _openers(kinds: Sequence[str]) -> set[str]:
    """What the first cell of a row can be, where the texts of all rows stand in front of their units; empty where units tell no end of a row."""
    units = min((at for at, kind in enumerate(kinds) if kind in ("lead", "support")), default=0)
    texts = [at for at, kind in enumerate(kinds) if kind in TEXTS]
    if "deadline" in kinds or not texts or texts[-1] > units:
        return set()
    return {"text", "official"} if "official" in kinds[: texts[0]] else {"text"}


def in_report(lines: Sequence[Line]) -> list[Line]:
    """Lines of a report, each table of duties in it as one line that holds its rows: it ends with what its last row tells of a duty."""
    placed: list[Line] = []
    at = 0
    while at < len(lines):
        kinds = head_at(lines, at)
        stop = _last_of(lines, at, kinds) if kinds else at
        if stop == at:
            placed.append(lines[at])
            at += 1
            continue
        found, _ = rows(lines[:stop], at, kinds)
        placed.append(Line(lines[at].start, lines[stop - 1].end, "", lines[at].gap, tuple(found)))
        at = stop
    return placed


def _last_of(lines: Sequence[Line], at: int, kinds: Sequence[str]) -> int:
    """The index behind the last line of a table that tells a duty, ``at`` where none does."""
    begin = at + len(kinds)
    stop = next((below for below in range(begin, len(lines)) if _ends_before(lines, below, kinds)), len(lines))
    if "number" in kinds:  # the last row has no more cells than columns
        last = max((below for below in range(begin, stop) if ROW_NUMBER.fullmatch(lines[below].text)), default=begin)
        stop = min(stop, last + len(kinds))
    duties = [below for below in range(begin, stop) if kind_of_cell(lines, below) != "text"]
    return duties[-1] + 1 if duties else at


def _ends_before(lines: Sequence[Line], at: int, kinds: Sequence[str]) -> bool:
    """Whether a table ends in front of a line: a heading, the head of another table, or the title that stands above one.

    A heading right above the number of a row parts the rows of a table.
    """
    titled = duty_labels.is_title(lines[at].text) and any(head_at(lines, below) for below in range(at + 1, at + 1 + NEAR))
    inside = "number" in kinds and at + 1 < len(lines) and ROW_NUMBER.fullmatch(lines[at + 1].text) is not None
    return titled or (level(lines[at].text)[0] == 1 and not inside) or bool(head_at(lines, at))


def _without_pages(cells: Sequence[FlatCell]) -> list[FlatCell]:
    """Cells without the numbers of pages inside a row: units follow, and the number of the next row counts on from that of the row itself."""
    numbers = [(at, int(cell.text)) for at, cell in enumerate(cells) if ROW_NUMBER.fullmatch(cell.text)]
    before = [at for at, _ in numbers if at + 1 < len(cells) and kind_of_cell(cells, at + 1) == "units"]
    rows = [(at, number) for at, number in numbers if at not in before]
    counted = [(low, high) for (low, number), (high, after) in pairwise(rows) if after == number + 1]
    pages = {at for at in before if any(low < at < high for low, high in counted)}
    return [cell for at, cell in enumerate(cells) if at not in pages]


def _numbered(cells: Sequence[FlatCell], kinds: Sequence[str]) -> list[Row]:
    """Rows that begin with a number of their own; numbers may repeat or jump. A heading stands right above the number of a row."""
    starts = [at for at, cell in enumerate(cells) if ROW_NUMBER.fullmatch(cell.text)]
    result = []
    section = ""
    for begin, stop in pairwise([*starts, len(cells)]):
        above = cells[begin - 1] if begin else None
        section = above.text if above and level(above.text)[0] == 1 else section
        headed = stop < len(cells) and level(cells[stop - 1].text)[0] == 1
        own = list(cells[begin + 1 : stop - headed])
        empty_end = stop < len(cells) and cells[stop - headed].gap > 1
        if own:
            row = _fill(cells[begin].text, own, kinds, empty_end)
            row.section = heading(section)
            result.append(row)
    return result


def _fill(number: str, cells: list[FlatCell], kinds: Sequence[str], empty_end: bool) -> Row:
    """Give the cells of a row to its columns: each to its own where none is missing or doubled, else text columns first."""
    row = Row(number)
    if len(cells) == len(kinds) and not empty_end and all(may_hold(kind, cells, at) for at, kind in enumerate(kinds)):
        for kind, cell in zip(kinds, cells, strict=True):
            _set(row, kind, cell)
        return row
    for at in range(sum(1 for kind in kinds if kind in TEXTS)):
        if cells and (at == 0 or kind_of_cell(cells, 0) == "text"):  # a text merged over several rows stands in the first of them
            _set(row, "content", cells.pop(0))
    told = [kind_of_cell(cells, at) for at in range(len(cells))]
    for kind, cell in zip(told, cells, strict=True):
        if kind == "deadline" or (kind == "official" and kind in kinds):
            _set(row, kind, cell)
        elif kind == "text" and (expression("digit").search(cell.text) or is_deed(cell.text)):  # what a page tells more of the duty: it names no unit
            _set(row, "content", cell)
    units = [cell for kind, cell in zip(told, cells, strict=True) if names_units(kind, cell, kinds)]
    if units and "support" in kinds and (len(units) > 1 or "lead" not in kinds) and not empty_end:
        _set(row, "support", units.pop())
    for cell in units:
        duties.share(row.duty, "lead", cell.text)
    return row


def _set(row: Row, kind: str, cell: FlatCell) -> None:
    """Give a cell to the column of its kind; one that says nothing of who does what is text of the row, whose numbers are told."""
    if kind in DUTIES:
        duties.give(row.duty, kind, cell.text)
    elif kind in TEXTS or expression("digit").search(cell.text):
        row.spans.append((cell.start, cell.end))


def _typed(cells: Sequence[FlatCell], openers: set[str]) -> list[Row]:
    """Rows without numbers: what a cell is is told by its content; merged cells hold for the rows below.

    Args:
        openers: kinds of cells that begin a row behind the units of another.
    """
    result: list[Row] = []
    row = Row()
    kinds: list[str] = []
    for at, cell in enumerate(cells):
        kind = kind_of_cell(cells, at)
        if (kind == "text" and "deadline" in kinds) or (kind in openers and "units" in kinds):
            result.append(row)
            row, kinds = Row(), []
        if kind == "text":
            row.spans.append((cell.start, cell.end))
        elif kind == "deadline":
            row.duty.deadline = f"{row.duty.deadline}\n\n{cell.text}" if row.duty.deadline else cell.text
        elif kind == "official":
            duties.give(row.duty, kind, cell.text)
        elif "units" not in kinds:
            duties.share(row.duty, "lead", cell.text)
        else:
            if kinds.count("units") > 1:
                row.duty.lead_units += row.duty.support_units
                row.duty.support_text, row.duty.support_units = None, []
            duties.share(row.duty, "support", cell.text)
        kinds.append(kind)
    if row.spans:
        result.append(row)
    for above, below in pairwise(result):
        if not below.duty.lead_units and not below.duty.officials:
            below.duty.lead_units = above.duty.lead_units
            below.duty.support_text, below.duty.support_units = above.duty.support_text, above.duty.support_units
        below.duty.officials = below.duty.officials or above.duty.officials
    return result
