"""Ruled tables: from the boxes that lines draw on a page to the places of a grid."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mubiao.read.page import Filled

Box = tuple[float, float, float, float]  # left, top, right, bottom


def placed(boxes: Sequence[Box], near: float) -> Iterator[tuple[Box, Filled]]:
    """Each box with the place in the grid that its edges tell, row by row; its text is not yet known.

    Args:
        near: distance between edges that are one.

    >>> [(cell.row, cell.column, cell.rows, cell.columns) for _, cell in placed([(0, 0, 20, 10), (0, 10, 10, 20), (10, 10, 20, 20)], 3)]
    [(0, 0, 1, 2), (1, 0, 1, 1), (1, 1, 1, 1)]
    """
    columns, rows = _edges([box[0] for box in boxes], near), _edges([box[1] for box in boxes], near)
    for box in sorted(boxes, key=lambda box: (_place(rows, box[1], near), box[0])):
        left, top, right, bottom = box
        column, row = _place(columns, left, near), _place(rows, top, near)
        wide, high = _place(columns, right - 2 * near, near) - column + 1, _place(rows, bottom - 2 * near, near) - row + 1
        yield box, Filled("", row, column, max(1, high), max(1, wide))


def _edges(values: Sequence[float], near: float) -> list[float]:
    """Edges of cells, those that nearly touch as one."""
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > near:
            edges.append(value)
    return edges


def _place(edges: Sequence[float], value: float, near: float) -> int:
    """The last edge at or before a value."""
    return max((at for at, edge in enumerate(edges) if edge <= value + near), default=0)
