"""Tables of duties whose cells are known: a task for each row, with its units, officials and deadline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from mubiao.lexicon.expressions import expression
from mubiao.model import Facts
from mubiao.outline import duties
from mubiao.outline.column_years import with_years
from mubiao.outline.columns import Column, column
from mubiao.outline.duty_cells import is_deed
from mubiao.outline.duty_heads import DUTIES, head_of, is_repeated
from mubiao.outline.grids import Grid, GridCell, is_title_row
from mubiao.outline.heads import by_cells, is_value
from mubiao.outline.rows import ROW_NUMBER, Row
from mubiao.outline.table_refusals import table_column
from mubiao.outline.target_tables import Figures
from mubiao.outline.units import caption_unit
from mubiao.read.decode import HAN

LONGEST_NAME = 24  # characters of a text that names what another column counts
TEXTS = ("task", "content")
IN_WORDS = {"target": "goal", "result": "done", "year": "done"}  # what columns of values are whose cells are words
SENTENCE = re.compile(r"(?<![A-Za-z\d.])\d[\d.]*(?![A-Za-z\d.])|[。;,:]")  # 5G基站 and PM2.5浓度 are names
# A number with its unit, perhaps with a verb or a bound in front (60家, 完成40个, ≥90%).
QUANTITY = re.compile(r"[\u4e00-\u9fff]{0,2}[^\d\u4e00-\u9fff]?\d[\d.,]*(?:[-—~]\d[\d.,]*)?[\u4e00-\u9fff%/(、)]{0,6}")


def rows_of(rows: Grid, first_leads: bool, facts: Facts, source: str, above: Sequence[str] = ()) -> list[Row]:
    """The rows below the head; empty where the table is none of duties.

    Args:
        first_leads: the document says that the first of the 责任单位 leads.
        source: the text as published.
        above: the lines that stand above the table; one may tell the unit of all values.
    """
    found = head_of(rows)
    if not found:
        return []
    at, kinds, heads = found
    columns = by_cells([replace(column(head), at=at) for at, head in enumerate(heads)], rows[at + 1 :])
    told = [IN_WORDS.get(one.kind, "") if not kind and _in_words(one, rows[at + 1 :]) else "" for kind, one in zip(kinds, columns, strict=True)]
    kinds = ["content" if deed == "goal" else kind for kind, deed in zip(kinds, told, strict=True)]
    columns = [replace(one, kind=deed or one.kind) for one, deed in zip(columns, told, strict=True)]
    planned = any(column(head).kind == "done" for head in heads)
    figures = _Beside(kinds, with_years(columns, facts), facts, source, caption_unit(above))
    result, section = [], ""
    for row in rows[at + 1 :]:
        if name := _section(row, kinds):
            section = name
        elif not is_repeated(row):
            made = _row(row, kinds, heads, first_leads)
            made.section, made.planned = section, planned
            made.done = [(cell.start, cell.end) for cell, one in zip(row, columns, strict=True) if cell and cell.own and one.kind == "done"]
            figures.add(made, row)
            result.append(made)
    return result


def _in_words(told: Column, rows: Grid) -> bool:
    """Whether a column tells no value but what is to be or was done (2022年度任务目标: 新建幼儿园5所，改造3所)."""
    texts = [cell.text for row in rows if (cell := row[told.at]) and cell.own and cell.text]
    return any(map(HAN.search, texts)) and not any(is_value(text) for text in texts if not text.endswith("。"))


def _section(row: Sequence[GridCell | None], kinds: Sequence[str]) -> str:
    """The heading that a row is: its only cell, over all columns or in none of duties, without a number that would be told of; "" for other rows."""
    filled = [(cell, kind) for cell, kind in zip(row, kinds, strict=True) if cell and cell.text]
    alone = len(filled) == 1 and filled[0][1] in ("number", "") and not expression("digit").search(filled[0][0].text)
    return filled[0][0].text if filled and (alone or is_title_row(row)) else ""


class _Beside:
    """The figures that stand in other columns than the text of a duty (目标值: 60家, 总投资: 3亿元)."""

    def __init__(self, kinds: Sequence[str], told: Sequence[Column], facts: Facts, source: str, caption: str) -> None:
        year = facts.year or 0
        self.goal = Column("target", "", stage="target", first=year, last=year)
        self.columns = [replace(one, kind="duty") if kind and kind != "other" else one for one, kind in zip(told, kinds, strict=True)]
        self.kinds = kinds
        self.source, self.caption = source, caption

    def add(self, row: Row, cells: Sequence[GridCell | None]) -> None:
        """Add to a row what its other cells state; only a short text without a number of its own names what they count."""
        named = self._named(cells)
        columns = self._by_values(cells, named)
        moved = {(cell.start, cell.end) for cell, one, own in zip(cells, columns, self.columns, strict=True) if cell and one is not own}
        beside = [(cell, one) for cell, one in zip(cells, columns, strict=True) if cell and cell.text]
        if not beside:
            return
        sure, named = named, named or beside[0][0]
        stated = Figures(columns, self.source, self.caption).statements(beside, named)
        names = sure is not None and _can_name(sure) and not any(cell.text[:1] > "\u4dff" for cell, _ in beside if (cell.start, cell.end) in moved)
        row.statements = [one if one.refused or names else replace(one, refused=table_column.name) for one in stated]
        row.spans = [span for span in row.spans if span not in moved]
        row.done = [span for span in row.done if span not in moved]
        own = [cell for cell, _ in beside if cell.own]
        row.extent = (min(cell.start for cell in own), max(cell.end for cell in own)) if row.statements else None

    def _by_values(self, cells: Sequence[GridCell | None], named: GridCell | None) -> list[Column]:
        """The columns as the cells of a row say: of what is to be or was done the values, and what share of it (完成情况: 100%)."""
        columns = list(self.columns)
        targets = [cell.text for cell, kind in zip(cells, self.kinds, strict=True) if cell and kind in TEXTS]
        for at, (cell, kind) in enumerate(zip(cells, self.kinds, strict=True)):
            if not named or not cell or cell is named or not QUANTITY.fullmatch(cell.text):
                continue
            one = columns[at]
            if column(one.head).kind == "done" and cell.text.endswith("%") and not any("%" in text for text in targets):
                columns[at] = replace(one, kind="share")
            elif one.kind == "done" and not HAN.match(cell.text):
                columns[at] = replace(one, kind="result")
            elif kind in TEXTS:
                columns[at] = replace(self.goal, at=at, head=one.head)
        return columns

    def _named(self, cells: Sequence[GridCell | None]) -> GridCell | None:
        """The text of a row that names what its other cells count: that of a column of names, else the last that says what is done, else the task.

        Nobody knows it where that is followed by another that may name something (扩大消费 | 促消费活动 | 500场).
        """
        if own := next((cell for cell, one in zip(cells, self.columns, strict=True) if cell and cell.text and one.kind == "name"), None):
            return own
        texts = [cell for cell, kind in zip(cells, self.kinds, strict=True) if cell and cell.text and kind in TEXTS]
        texts = [cell for cell in texts if not QUANTITY.fullmatch(cell.text)]
        acting = [cell for cell in texts if _can_name(cell) and is_deed(cell.text)]
        if not acting:
            return next(iter(texts), None)
        behind = texts[texts.index(acting[-1]) + 1 :]
        return None if any(map(_can_name, behind)) else acting[-1]


def _can_name(cell: GridCell) -> bool:
    return len(cell.text) <= LONGEST_NAME and not SENTENCE.search(cell.text)


def _row(row: list[GridCell | None], kinds: list[str], heads: list[str], first_leads: bool) -> Row:
    found = Row()
    for cell, kind, head in zip(row, kinds, heads, strict=True):
        if cell is None or not cell.text:
            continue
        if kind == "number" and ROW_NUMBER.fullmatch(cell.text):
            found.number = cell.text
        elif kind in ("number", "task", "content"):
            if cell.own and (cell.start, cell.end) not in found.spans:
                found.spans.append((cell.start, cell.end))
        elif kind in DUTIES and (cell.start, cell.end) not in found.spans:  # a duty that reaches into the columns of units names none
            if duties.duty_at(cell.text) is not None:  # 牵头:市发改委;配合:市经信局 in one cell
                duties.duty_of(cell.text, first_leads, found.duty)
            else:
                duties.give(found.duty, kind, cell.text, head, first_leads)
    return found
