"""What the columns of a table of figures are: names, units, and values with the stage and years that their heads tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from mubiao.lexicon.affix import pattern
from mubiao.lexicon.loader import load
from mubiao.model import Facts
from mubiao.outline.grids import BLANK, Grid, GridCell

HEADS = 4  # rows that the head of a table stands in
YEAR = re.compile(r"(?:19|20)\d\d")
BRACKET = re.compile(r"\(([^()]*)\)")
KINDS = ("attribute", "unit", "name", "done", "goal", "share", "average", "growth", "estimate", "target", "result")
VALUES = ("average", "growth", "estimate", "target", "result")
FIRST_YEAR, FIRST_PLAN, YEARS = 1981, 6, 5


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its kind, its head as written, and for values the unit, the stage and the years."""

    kind: str
    head: str
    unit: str = ""
    stage: str = ""
    first: int = 0
    last: int = 0
    grows: bool = False
    estimated: bool = False

    @property
    def is_value(self) -> bool:
        return self.kind in VALUES


@lru_cache(maxsize=1)
def _ends() -> dict[str, re.Pattern[str]]:
    """For each kind the words that a head may end with."""
    words = load().words["columns"]
    return {kind: re.compile(rf"(?:{pattern(words[kind])})(?:\([^()]*\)|%|±)*$") for kind in KINDS}


@lru_cache(maxsize=1)
def _plan() -> re.Pattern[str]:
    return re.compile(rf"({pattern(load().numerals['five_year_plan'])})")


def columns_of(rows: Grid, facts: Facts) -> tuple[int, list[Column]] | None:
    """The number of rows of the head and the columns below it; None where the table is none of figures.

    A head may stand in two rows: a column's head is what stands above it in both.
    """
    for height in range(1, min(HEADS, len(rows) - 1) + 1):
        if _has_numbers(rows[height - 1]):
            return None
        heads = [_head([row[at] if at < len(row) else None for row in rows[:height]]) for at in range(len(rows[0]))]
        columns = _with_years([_column(head) for head in heads], facts)
        named = [column for column in columns if column.kind in ("name", "goal")]
        below = [cell for cell in rows[height] if cell] if height < len(rows) else []
        if named and any(column.is_value or column.kind == "done" for column in columns) and not _head_goes_on(rows, height, below):
            return height, columns
    return None


def _has_numbers(row: Sequence[GridCell | None]) -> bool:
    """Whether a row holds values: digits that are no years."""
    return any(re.fullmatch(r"[\d.,%-]+", cell.text) and not YEAR.fullmatch(cell.text) for cell in row if cell)


def _head_goes_on(rows: Grid, height: int, below: Sequence[GridCell]) -> bool:
    """Whether the next row is a head too: it begins with a cell that began above, or holds heads only."""
    return any(not cell.own for cell in below) and all(
        not cell.own or _column(cell.text).kind or YEAR.search(cell.text) for cell in below if cell.text
    )


def _head(cells: Sequence[GridCell | None]) -> str:
    """What stands above a column: the texts of its heads from top to bottom, a merged one once."""
    texts = dict.fromkeys(BLANK.sub("", cell.text) for cell in cells if cell and cell.width < 99)
    return "".join(texts)


def _column(head: str) -> Column:
    """What a head says by itself."""
    unit = next((found for found in reversed(BRACKET.findall(head)) if is_unit(found)), "")
    kind = next((kind for kind in KINDS if _ends()[kind].search(BRACKET.sub("", head))), "")
    if not kind and (YEAR.search(head) or _plan().search(head)):
        kind = "year"
    return Column(kind, head, unit, estimated=kind == "estimate", grows=any(word in head for word in load().words["columns"]["grew"]))


def is_unit(text: str) -> bool:
    """Whether a text is a unit, with or without a magnitude: 亿元, 万吨标准煤, 万元/人, 件.

    >>> is_unit("亿元"), is_unit("不含农户")
    (True, False)
    """
    counted = text.partition("/")[0]
    return bool(counted) and any(found in load().units for found in (text, counted, counted.lstrip("".join(load().numerals["magnitude"]))))


def _with_years(columns: list[Column], facts: Facts) -> list[Column]:
    """Columns with stage and years; what a head does not say is that of the column before, or of the document."""
    year = facts.year or 0
    own = facts.kind.own_year
    said = [int(found) for column in columns for found in YEAR.findall(column.head)]
    placed: list[Column] = []
    for column in columns:
        years = [int(found) for found in YEAR.findall(column.head)]
        plan = _plan().search(column.head)
        before = next((other for other in reversed(placed) if other.is_value), None)
        if plan:
            first = FIRST_YEAR + YEARS * (load().numerals["five_year_plan"][plan[1]] - FIRST_PLAN)
            years = [first, first + YEARS - 1] if column.kind == "average" else [*years, first + YEARS - 1]
        if column.kind == "average":
            span = years if len(years) > 1 else sorted(said)
            if not span or (len(set(span)) == 1 and not plan):
                column = replace(column, kind="")
            else:
                first = span[0] if plan else span[0] + 1
                column = replace(column, stage=_stage("", span[-1], year, own), first=first, last=span[-1])
        elif column.kind == "growth" and not years and before:
            column = replace(column, stage=before.stage, first=before.last, last=before.last, estimated=before.estimated)
        elif column.kind in (*VALUES, "year"):
            stage = "target" if column.kind == "target" else "result" if column.kind in ("result", "estimate") else ""
            last = years[-1] if years else year if own or stage == "target" else year - 1
            column = replace(
                column,
                kind="result" if column.kind == "year" else column.kind,
                stage=stage or _stage(column.head, last, year, own),
                first=last,
                last=last,
            )
        placed.append(column)
    return placed


def _stage(head: str, last: int, year: int, own: bool) -> str:
    """Whether a year without a word is one to come."""
    words = load().words["columns"]
    if any(word in head for word in words["target"]):
        return "target"
    return "target" if last >= year + own else "result"
