"""Tables of figures: what each row states in each column of values.

A row is named by its cell of names; unit, stage and years come from the heads (see :mod:`mubiao.outline.columns`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from mubiao.lexicon.affix import Affixes, pattern
from mubiao.lexicon.loader import load
from mubiao.model import Facts, Statement
from mubiao.outline.columns import YEARS, Column, columns_of, is_unit
from mubiao.outline.grids import Grid, GridCell, is_title_row
from mubiao.outline.rows import ROW_NUMBER, Row
from mubiao.rule import Rules, rule

NUMBER = re.compile(r"^\s*(?:[(（]?\d{1,2}[)）.、．]|[①-⑳])\s*")
AROUND = "〔〕[]【】[]() \n"
TOTAL = "〔【["
DIGIT = re.compile(r"\d")
LAST_BRACKET = re.compile(r"[(（]([^()（）]*)[)）]\s*$")
LONGEST_VALUE = 24  # characters of a value with its bounds and unit; a longer cell is a sentence


def rows_of(rows: Grid, facts: Facts, source: str) -> list[Row]:
    """The rows below the head with what they state; empty where the table is none of figures.

    Args:
        source: the text as published.
    """
    found = columns_of(rows, facts)
    if not found:
        return []
    height, columns = found
    result: list[Row] = []
    section = ""
    for row in rows[height:]:
        filled = [cell for cell in row if cell and cell.text]
        if is_title_row(row) or (len(filled) == 1 and filled[0].own and not DIGIT.search(filled[0].text)):
            section = filled[0].text if filled else section
            continue
        made = _row(row, columns, source)
        made.section = section
        result.append(made)
    return result


def _row(row: Sequence[GridCell | None], columns: Sequence[Column], source: str) -> Row:
    result = Row()
    cells = [(cell, column) for cell, column in zip(row, columns, strict=True) if cell and source[slice(*cell.published)].strip()]
    by_kind = {column.kind: cell for cell, column in reversed(cells)}
    if first := next((cell for cell, column in cells if not column.kind and ROW_NUMBER.fullmatch(cell.text)), None):
        result.number = first.text
    names = [cell for cell, column in cells if column.kind == "name" and not ROW_NUMBER.fullmatch(cell.text)]
    goal, done = by_kind.get("goal"), by_kind.get("done")
    if goal and not names:
        if any(column.is_value for column in columns) and not DIGIT.search(goal.text):
            names = [goal]
        elif goal.own:
            result.spans.append((goal.start, goal.end))
    if done and done.own:
        result.done = (done.start, done.end)
    if names:
        result.statements = _statements(cells, names[-1], source)
        result.spans = [(min(cell.start for cell, _ in cells), max(cell.end for cell, _ in cells))] if result.statements else []
    return result


def _statements(cells: Sequence[tuple[GridCell, Column]], named: GridCell, source: str) -> list[Statement]:
    """What the cells of a row state; numbers in columns that tell no target or result are refused."""
    by_kind = {column.kind: cell for cell, column in reversed(cells)}
    name, unit = _named(named, source)
    attribute = by_kind.get("attribute")
    shared = Statement(
        name=name,
        cell=named.published,
        unit=_unit(by_kind.get("unit")) or unit,
        attribute=attribute.text if attribute else None,
        quote=(min(cell.published[0] for cell, _ in cells), max(cell.published[1] for cell, _ in cells)),
        part=_part().match(named.text) is not None,
    )
    told: list[Statement] = []
    for cell, column in cells:
        written = source[slice(*cell.published)]  # folding takes 〔17〕 for the mark of a note
        if not cell.own or column.kind in ("name", "goal", "done", "unit", "attribute") or not DIGIT.search(written):
            continue
        if table_column.apply(column, written):
            if column.kind or not ROW_NUMBER.fullmatch(cell.text):
                told.append(replace(shared, cell=cell.published, refused=table_column.name))
        else:
            told.append(_statement(shared, cell, column, source))
    return told


@rule(
    "stands in a column of a table that tells no target or result (排名, 完成率)",
    takes=["| 指标 | 单位 | 2025年目标 | 排名 |\n|---|---|---|---|\n| 口袋公园 | 个 | 50 | 3 |"],
    refuses=["| 指标 | 单位 | 2025年目标 |\n|---|---|---|\n| 口袋公园 | 个 | 50 |"],
)
def table_column(column: Column, written: str) -> bool:
    return not column.is_value or len(written) > LONGEST_VALUE


@rule(
    "a mean of several years that may be a growth rate or points",
    takes=["| 指标 | 2020年 | 2025年 | 年均 |\n|---|---|---|---|\n| 森林覆盖率（%） | 57 | 58 | 0.2 |"],
    refuses=["| 指标 | 2020年 | 2025年 | 年均增长 |\n|---|---|---|---|\n| 地区生产总值（亿元） | 15000 | 20000 | 6% |"],
)
def table_mean(column: Column, total: bool, grows: bool) -> bool:
    return column.kind == "average" and not total and not grows


COLUMNS = Rules("refusal", table_column, table_mean)


def _statement(shared: Statement, cell: GridCell, column: Column, source: str) -> Statement:
    low, high = _stripped(source, *cell.published)
    total = source[low:high][:1] in TOTAL
    percent = "%" in cell.text
    says_growth = _says_growth(source[slice(*shared.name)])
    unit = column.unit or shared.unit
    grows = column.kind == "growth" or (column.kind == "average" and not total and (column.grows or (percent and unit != "%")))
    first, last = (column.last - YEARS + 1, column.last) if total and column.first == column.last else (column.first, column.last)
    return replace(
        shared,
        cell=_inside(source, low, high),
        thing=next((word for word in load().words["columns"]["thing"] if column.head.startswith(word)), ""),
        unit="%" if grows else unit,
        grew=grows and not says_growth,
        stage=column.stage,
        first=first,
        last=last,
        estimated=column.estimated,
        cumulative=unit != "%" and total,
        head=column.head,
        refused=table_mean.name if table_mean.apply(column, total, grows or says_growth) else "",
    )


def _says_growth(name: str) -> bool:
    """Whether a name ends with a verb or noun of growth of its own: 地区生产总值增速, 排放降低."""
    return _ends_with_growth().tail(name, 0, len(name)) is not None


@lru_cache(maxsize=1)
def _ends_with_growth() -> Affixes:
    words = load().words["predicates"]
    return Affixes(dict.fromkeys(words["rise"] | words["fall"] | words["rate"], "growth"))


@lru_cache(maxsize=1)
def _part() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{pattern(load().words['columns']['part'])})[::]?\s*")


def _named(cell: GridCell, source: str) -> tuple[tuple[int, int], str]:
    """Span of the name as published without number, unit and 其中, and the unit in its bracket."""
    low, high = cell.published
    text = source[low:high]
    begin = NUMBER.match(text).end() if NUMBER.match(text) else 0  # type: ignore[union-attr]
    if found := _part().match(text, begin):
        begin = found.end()
    unit = ""
    end = len(text.rstrip())
    if (bracket := LAST_BRACKET.search(text, begin)) and is_unit(bracket[1].strip()):
        unit, end = bracket[1].strip(), bracket.start()
    return _stripped(source, low + begin, low + end), unit


def _unit(cell: GridCell | None) -> str:
    return cell.text if cell and is_unit(cell.text) else ""


def _stripped(source: str, low: int, high: int) -> tuple[int, int]:
    text = source[low:high]
    low += len(text) - len(text.lstrip())
    return low, low + len(text.strip())


def _inside(source: str, low: int, high: int) -> tuple[int, int]:
    """A value without the brackets around it."""
    while low < high and source[low] in AROUND:
        low += 1
    while high > low and source[high - 1] in AROUND:
        high -= 1
    return low, high
