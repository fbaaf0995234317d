"""Ruled tables: from the boxes that lines draw on a page to the places of a grid."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

import pypdfium2
import pypdfium2.raw as raw

from mubiao.read.page import Filled

DRAWN_LINES = 8  # drawn lines of a page that may be those of a table
Box = tuple[float, float, float, float]  # left, top, right, bottom


def plumber(data: bytes) -> Any:
    """A PDF file as pdfplumber opens it."""
    import pdfplumber  # an extra: it brings 70 MB along

    logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it warns of every font that it cannot measure
    return pdfplumber.open(io.BytesIO(data))


def drawn(page: pypdfium2.PdfPage) -> int:
    """Lines and boxes that are drawn on a page, as far as they matter."""
    return sum(1 for _ in islice(page.get_objects(filter=(raw.FPDF_PAGEOBJ_PATH,), max_depth=3), DRAWN_LINES))


def placed(boxes: Sequence[Box], near: float) -> Iterator[tuple[Box, Filled]]:
    """Each box with the place in the grid that its edges tell, row by row; its text is not yet known.

    Args:
        near: distance between edges that are one.

    >>> [(cell.row, cell.column, cell.rows, cell.columns) for _, cell in placed([(0, 0, 20, 10), (0, 10, 10, 20), (10, 10, 20, 20)], 3)]
    [(0, 0, 1, 2), (1, 0, 1, 1), (1, 1, 1, 1)]
    """
    columns, rows = _joined_edges([box[0] for box in boxes], near), _joined_edges([box[1] for box in boxes], near)
    for box in sorted(boxes, key=lambda box: (_edge_at(rows, box[1], near), box[0])):
        left, top, right, bottom = box
        column, row = _edge_at(columns, left, near), _edge_at(rows, top, near)
        wide, high = _edge_at(columns, right - 2 * near, near) - column + 1, _edge_at(rows, bottom - 2 * near, near) - row + 1
        yield box, Filled("", row, column, max(1, high), max(1, wide))


def _joined_edges(values: Sequence[float], near: float) -> list[float]:
    """Edges of cells, those that nearly touch as one."""
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > near:
            edges.append(value)
    return edges


def _edge_at(edges: Sequence[float], value: float, near: float) -> int:
    """The last edge at or before a value."""
    return max((at for at, edge in enumerate(edges) if edge <= value + near), default=0)
