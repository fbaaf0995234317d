"""The head of a table of figures: the rows that it stands in, and the columns below it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from mubiao.lexicon.affix import pattern
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.model import Facts
from mubiao.outline.bearers import with_things
from mubiao.outline.captions import tells_of_year_before, tells_targets
from mubiao.outline.column_years import with_years
from mubiao.outline.columns import PART, YEAR, Column
from mubiao.outline.grids import BLANK, VALUE, Grid, GridCell, titles
from mubiao.outline.place_heads import columns_of_places
from mubiao.outline.unit_names import NONE
from mubiao.read.decode import HAN

HEADS = 4  # rows that the head of a table stands in
IN_WORDS = {"done": "result", "goal": "target"}  # columns that mostly tell in words what they tell


def columns_of(rows: Grid, facts: Facts, above: Sequence[str] = ()) -> tuple[int, list[Column]] | None:
    """The number of rows of the head and the columns below it; None where the table is none of figures.

    A head may stand in two rows: a column's head is what stands above it in both. A title over the whole table is none of it.

    Args:
        above: the lines that stand above the table.
    """
    top = titles(rows)
    for height in range(top + 1, min(top + HEADS, len(rows) - 1) + 1):
        if has_numbers(rows[height - 1]):
            return None
        heads = [_head(rows[top:height], at) for at in range(len(rows[0]))]
        found = by_cells(columns_of_places(heads, facts), rows[height:])
        found = with_things(with_names(found, rows[height:]), rows[height:], facts, above)
        columns = with_years(found, facts, tells_targets(above), tells_of_year_before(facts, above))
        named = [column for column in columns if column.kind in ("name", "goal")]
        if named and any(column.is_value or column.kind == "done" for column in columns) and not _head_goes_on(rows, height, columns, facts):
            return height, columns
    return None


def by_cells(columns: list[Column], rows: Grid) -> list[Column]:
    """Columns, those of words (2024年完成情况) that hold nothing but values as values where another column names what they are of.

    A duty in words without a number names it too: 新建改建公厕 | 50座 | 52座 below 目标任务 | 年度目标 | 完成情况.
    """
    told = [[cell.text for row in rows if (cell := row[one.at]) and cell.text and not NONE.fullmatch(cell.text)] for one in columns]
    goal = next((one.at for one in columns if one.kind == "goal"), None)
    columns = [
        replace(one, kind="target") if goal is not None and one.kind == "goal" and one.at > goal and texts and all(map(is_value, texts)) else one
        for one, texts in zip(columns, told, strict=True)
    ]  # of 目标任务 and 年度目标 the values
    columns = [
        replace(one, kind="done") if goal is not None and one.kind == "result" and any(map(_deed().match, texts)) else one
        for one, texts in zip(columns, told, strict=True)
    ]
    if not any(
        one.kind == "name" or (one.kind == "goal" and texts and not any(map(expression("digit").search, texts)))
        for one, texts in zip(columns, told, strict=True)
    ):
        return columns
    return [
        replace(one, kind=IN_WORDS[one.kind]) if one.kind in IN_WORDS and texts and all(map(is_value, texts)) else one
        for one, texts in zip(columns, told, strict=True)
    ]


def is_value(text: str) -> bool:
    """Whether a cell is a value, and does not say itself what is done (新建幼儿园3所)."""
    return VALUE.fullmatch(text) is not None and _deed().match(text) is None


@lru_cache(maxsize=1)
def _deed() -> re.Pattern[str]:
    """What a cell begins with that says itself what is done: a verb and its object."""
    words, so_far = load().words["actions"], pattern(load().words["periods"]["so_far"])
    return re.compile(rf"(?:{so_far})?(?:{pattern([*words['add'], *words['built'], *words['renewed'], *words['finished']])}){HAN.pattern}{{2}}")


def with_names(columns: list[Column], rows: Grid) -> list[Column]:
    """Columns, where none is of names the first that holds words as one: in front of years (年份 | 2023 | 2024), or 主要目标 without a year."""
    if any(one.kind in ("name", "goal") for one in columns):
        return columns
    corners = load().words["columns"]["corner"]
    for at, one in enumerate(columns):
        texts = [cell.text for row in rows if (cell := row[at]) and cell.text]
        if not texts or not all(HAN.search(text) and not VALUE.fullmatch(text) for text in texts):
            continue
        years = sum(1 for other in columns[at + 1 :] if YEAR.search(other.head))
        if (one.head in corners and years > 1) or (one.kind == "target" and not YEAR.search(one.head)):
            return [*columns[:at], replace(one, kind="name"), *columns[at + 1 :]]
    return columns


def has_numbers(row: Sequence[GridCell | None]) -> bool:
    """Whether a row holds values: digits that are no years."""
    return any(re.fullmatch(r"[\d.,%-]+", cell.text) and not YEAR.fullmatch(cell.text) for cell in row if cell)


def _head_goes_on(rows: Grid, height: int, columns: Sequence[Column], facts: Facts) -> bool:
    """Whether the next row is a head too: it holds no values, and a cell of the head reaches into it, or no row's name stands in it."""
    below = rows[height] if height < len(rows) else []
    if not below or has_numbers(below):
        return False
    if any(cell and not cell.own for cell in below):
        return True
    told = [BLANK.sub("", cell.text) if cell else "" for cell in below]
    if any(one.kind == "name" and text == one.head for text, one in zip(told, columns, strict=False)):
        return True
    named = any(text and one.kind in ("name", "goal") and text != one.head for text, one in zip(told, columns, strict=False))
    return not named and any(head.is_value or head.kind == PART or head.place for head in columns_of_places(told, facts))


def _head(rows: Grid, at: int) -> str:
    """What stands above a column: the texts of its heads from top to bottom, a merged one once.

    Above a head below which others stand too, the year may stand over the first of them alone.
    """
    texts: dict[str, None] = {}
    for row in rows:
        cells = [BLANK.sub("", cell.text) if cell else "" for cell in row[: at + 1]]
        text = cells[at] if at < len(cells) else ""
        if not text and row is not rows[-1] and at < len(rows[-1]) and (lower := rows[-1][at]) and lower.text:
            beside = next((cell for cell in reversed(cells) if cell), "")
            text = beside if YEAR.search(beside) else ""
        texts[text] = None
    return "".join(texts)
