"""Tables of duties whose cells are known: a task for each row, with its units, officials and deadline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from mubiao.lexicon.affix import Affixes
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.model import Facts
from mubiao.outline import duties, duty_labels
from mubiao.outline.column_years import with_years
from mubiao.outline.columns import VALUES, YEAR, Column, column, head_kind
from mubiao.outline.grids import BLANK, Grid, GridCell, is_title_row
from mubiao.outline.heads import by_cells, with_names
from mubiao.outline.rows import ROW_NUMBER, Row
from mubiao.outline.table_refusals import table_column
from mubiao.outline.target_tables import Figures
from mubiao.outline.units import caption_unit

HEADS = 4  # rows that the head of a table stands in
LONGEST_NAME = 24  # characters of a text that names what another column counts
SENTENCE = re.compile(r"(?<![A-Za-z\d.])\d[\d.]*(?![A-Za-z\d.])|[。;,:]")  # 5G基站 and PM2.5浓度 are names
# A number with its unit, perhaps with a verb or a bound in front (60家, 完成40个, ≥90%).
QUANTITY = re.compile(r"[\u4e00-\u9fff]{0,2}[^\d\u4e00-\u9fff]?\d[\d.,]*(?:[-—~]\d[\d.,]*)?[\u4e00-\u9fff%/(、)]{0,6}")
DUTIES = {"lead", "support", "official", "deadline"}
UNITS = ("lead", "support")
KINDS = (*DUTIES, "number", "task", "content", "other")


def head_of(rows: Grid) -> tuple[int, list[str], list[str]] | None:
    """The last row of the head, the kinds of the columns and their heads; None where the table is none of duties.

    A head below a head says more of its column: 责任单位 above 牵头单位 and 配合单位; beside 牵头单位 it tells who helps.
    """
    for at, row in enumerate(rows[:HEADS]):
        heads = _heads(row)
        told = with_names([replace(column(head), at=place) for place, head in enumerate(heads)], rows[at + 1 :])
        kinds = _of_duties(["name" if one.kind == "name" else _kind_of_duty(one.head) for one in told])
        if {"task", "content"} & set(kinds) and {"lead", "support", "official"} & set(kinds):
            while at + 1 < len(rows) and _is_second_head(rows[at + 1], kinds, heads):
                at += 1
                below = _heads(rows[at])
                kinds = [_kind_below(head, kind, upper) for head, kind, upper in zip(below, kinds, heads, strict=True)]
                heads = [_both(upper, head) for head, upper in zip(below, heads, strict=True)]
            kinds = _of_duties(kinds)
            return at, duty_labels.beside(kinds, heads), heads
    return None


def _heads(row: Sequence[GridCell | None]) -> list[str]:
    return [BLANK.sub("", cell.text) if cell else "" for cell in row]


def _kind_of_duty(head: str) -> str:
    """What a column holds as a duty knows it: "" for values and whatever else says nothing of who does what."""
    found = head_kind(head)
    return found if found in (*KINDS, "name") else ""


def _of_duties(kinds: Sequence[str]) -> list[str]:
    """Kinds of columns; what is measured (指标) is the task where no other column tells one."""
    names = "task" if "task" not in kinds else ""
    return [names if kind == "name" else kind for kind in kinds]


def _is_second_head(row: Sequence[GridCell | None], kinds: Sequence[str], above: Sequence[str]) -> bool:
    """Whether the row below a head is a head too: it says more of the columns of units, or all that is new in it are heads."""
    if _heads(row) == list(above):
        return False
    told = zip(row, kinds, above, strict=True)
    new = [(cell.label, kind) for cell, kind, upper in told if cell and cell.own and cell.text and BLANK.sub("", cell.text) != upper]
    return bool(new) and all(_is_below(head, kind) for head, kind in new)


def _is_below(head: str, kind: str) -> bool:
    """Whether a head may stand below another: it tells what its column holds, who of the units leads, or a part or the sum of what stands above."""
    words = load().words["columns"]
    return bool(head_kind(head)) or head in words["below"] | words["sum"] or (kind in UNITS and bool(duty_labels.kind_below(head)))


def _kind_below(head: str, kind: str, above: str) -> str:
    """What a column holds by two heads: 目标任务 above 指标名称 and 目标值, 责任单位 above 牵头 and 配合."""
    if not head or head == above:
        return kind
    if kind in UNITS and (found := duty_labels.kind_below(head)):
        return found
    found = head_kind(head)
    return "" if found in (*VALUES, "unit", "attribute") else _kind_of_duty(head) or kind


def _both(above: str, below: str) -> str:
    """The head that a column has of two; a year above is the year of what stands below it."""
    return f"{above if YEAR.search(above) and above != below else ''}{below or above}"


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
    planned = any(column(head).kind == "done" for head in heads)
    figures = _Beside(kinds, with_years(columns, facts), facts, source, caption_unit(above))
    result, section = [], ""
    for row in rows[at + 1 :]:
        if name := _section(row, kinds):
            section = name
        elif not _is_repeated_head(row):
            made = _row(row, kinds, heads, first_leads)
            made.section, made.planned = section, planned
            made.done = next(
                ((cell.start, cell.end) for cell, one in zip(row, columns, strict=True) if cell and cell.own and one.kind == "done"), None
            )
            figures.add(made, row)
            result.append(made)
    return result


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
        columns, moved = list(self.columns), set()
        for at, (cell, kind) in enumerate(zip(cells, self.kinds, strict=True)):
            if kind == "content" and named and cell and cell is not named and QUANTITY.fullmatch(cell.text):
                columns[at] = replace(self.goal, at=at, head=columns[at].head)
                moved.add((cell.start, cell.end))
        beside = [(cell, one) for cell, one in zip(cells, columns, strict=True) if cell and cell.text]
        if not beside:
            return
        sure, named = named, named or beside[0][0]
        told = Figures(columns, self.source, self.caption).statements(beside, named)
        names = sure is not None and _can_name(sure) and not any(cell.text[:1] > "\u4dff" for cell, _ in beside if (cell.start, cell.end) in moved)
        row.statements = [one if one.refused or names else replace(one, refused=table_column.name) for one in told]
        row.spans = [span for span in row.spans if span not in moved]
        own = [cell for cell, _ in beside if cell.own]
        row.extent = (min(cell.start for cell in own), max(cell.end for cell in own)) if row.statements else None

    def _named(self, cells: Sequence[GridCell | None]) -> GridCell | None:
        """The text of a row that names what its other cells count: that of a column of names, else the last that says what is done, else the task.

        Nobody knows it where that is followed by another that may name something (扩大消费 | 促消费活动 | 500场).
        """
        if own := next((cell for cell, one in zip(cells, self.columns, strict=True) if cell and cell.text and one.kind == "name"), None):
            return own
        texts = [cell for cell, kind in zip(cells, self.kinds, strict=True) if cell and cell.text and kind in ("task", "content")]
        texts = [cell for cell in texts if not QUANTITY.fullmatch(cell.text)]
        acting = [cell for cell in texts if _can_name(cell) and _actions().head(cell.text, 0, len(cell.text))]
        if not acting:
            return next(iter(texts), None)
        behind = texts[texts.index(acting[-1]) + 1 :]
        return None if any(map(_can_name, behind)) else acting[-1]


def _can_name(cell: GridCell) -> bool:
    return len(cell.text) <= LONGEST_NAME and not SENTENCE.search(cell.text)


@lru_cache(maxsize=1)
def _actions() -> Affixes:
    return Affixes({word: "action" for words in load().words["actions"].values() for word in words})


def _is_repeated_head(row: list[GridCell | None]) -> bool:
    """Whether a head comes again, as on each page of a long table."""
    return sum(1 for cell in row if cell and (cell.label in duty_labels.kinds_by_head() or duty_labels.kind_below(cell.label))) >= 2


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
