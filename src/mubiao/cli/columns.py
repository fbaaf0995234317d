"""Rows under the heads of their columns, as wide as the terminal allows: texts that are wider than their column go on below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from rich.cells import cell_len, chop_cells

BETWEEN = 2  # spaces between columns


def in_columns(rows: Sequence[Sequence[str]], width: int) -> Iterator[list[str]]:
    """Lines of each row of a table; a table of twenty columns and thousands of rows takes a second, of which most is to know how wide Chinese is.

    Args:
        rows: cells of each row, the heads first.
        width: of a line, in cells of a terminal, of which a Chinese character takes two.

    >>> list(in_columns([["indicator", "value"], ["地区生产总值", "5.5%"]], width=80))
    [['indicator     value'], ['地区生产总值  5.5%']]
    >>> list(in_columns([["indicator", "value"], ["地区生产总值", "5.5%"]], width=14))
    [['indicat  value', 'or'], ['地区生   5.5%', '产总值']]
    """
    cells = [[cell.splitlines() or [""] for cell in row] for row in rows]
    widest = [max(cell_len(line) for cell in column for line in cell) for column in zip(*cells, strict=True)]
    widths = _narrowed(widest, width - BETWEEN * (len(widest) - 1))
    for row in cells:
        folded = [_folded(cell, room) for cell, room in zip(row, widths, strict=True)]
        yield [_joined(parts, widths) for parts in zip_longest(*folded, fillvalue="")]


def _joined(parts: Sequence[str], widths: Sequence[int]) -> str:
    return (" " * BETWEEN).join(part + " " * (room - cell_len(part)) for part, room in zip(parts, widths, strict=True)).rstrip(" ")


def _narrowed(widths: Sequence[int], room: int) -> list[int]:
    """Widths that fit together: the widest columns give way, all to the same width, and the others stay as wide as they are."""
    left = room
    for number, width in enumerate(sorted(widths)):
        cap, spare = divmod(max(left, 2 * (len(widths) - number)), len(widths) - number)  # a Chinese character has its place
        if width > cap:
            wider = [at for at, one in enumerate(widths) if one > cap][:spare]
            return [min(one, cap + (at in wider)) for at, one in enumerate(widths)]
        left -= width
    return list(widths)


def _folded(lines: Sequence[str], width: int) -> list[str]:
    """Lines parted where they reach the edge of their column: between words where they can be."""
    return [part for line in lines for part in ([line] if cell_len(line) <= width else _wrapped(line, width))]


def _wrapped(line: str, width: int) -> Iterator[str]:
    held = ""
    for word in line.split(" "):
        joined = f"{held} {word}" if held else word
        if cell_len(joined) <= width:
            held = joined
            continue
        if held:
            yield held
        *full, held = chop_cells(word, width) or [""]
        yield from full
    yield held
