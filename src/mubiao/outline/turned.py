"""Tables whose rows are years and whose columns are indicators."""

from __future__ import annotations

from dataclasses import replace

from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.outline.columns import VALUES, YEAR, column
from mubiao.outline.grids import BLANK, Grid, titles


def turned(rows: Grid) -> Grid:
    """A table whose rows are years and whose columns are indicators (年份 | 地区生产总值（亿元） | …) turned over; any other as it is."""
    top = titles(rows)
    body = rows[top:]
    corner = body[0][0] if body else None
    words = load().words["columns"]
    if corner is None or len(body) < 2 or BLANK.sub("", corner.text) not in words["corner"]:
        return rows
    told = [BLANK.sub("", row[0].text) if row[0] else "" for row in body[1:]]
    if any(cell and YEAR.search(cell.text) for cell in body[0]) or not any(map(YEAR.search, told)):
        return rows
    kinds = [column(head).kind for head in told]
    if not all(kind in (*VALUES, "year", "unit", "attribute") for kind in kinds):
        return rows
    if any(kind == "year" and YEAR.search(head) and not expression("only_year").match(head) for kind, head in zip(kinds, told, strict=True)):
        return rows  # 2025年公路建设(公里): a thing of the year
    over: Grid = [[row[at] for row in body] for at in range(len(body[0]))]
    over[0][0] = replace(corner, text=next(iter(words["name"])))
    title = [[row[0]] * len(body) for row in rows[:top]]
    return [*title, *([cell and replace(cell, own=not at or cell not in over[at - 1]) for cell in row] for at, row in enumerate(over))]
