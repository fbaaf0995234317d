"""Tables of figures: what each row states in each column of values.

A row is named by its cell of names; unit, stage and years come from the heads (see :mod:`mubiao.outline.columns`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from mubiao.lexicon.affix import Affixes, pattern
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.model import Facts, Statement
from mubiao.outline.columns import YEARS, Column, caption_unit, columns_of, is_unit, turned
from mubiao.outline.grids import BLANK, Grid, GridCell, is_title_row
from mubiao.outline.rows import ROW_NUMBER, Row
from mubiao.rule import Rules, first, rule

NUMBER = re.compile(r"^\s*(?:[(（]?\d{1,2}[)）.、．]|[①-⑳])\s*")
AROUND = "〔〕[]【】[]() \n"
TOTAL = "〔【["
DIGIT = re.compile(r"\d")
LAST_BRACKET = re.compile(r"[(（]([^()（）]*)[)）]\s*$")
NO_VALUES = ("name", "goal", "done", "unit", "attribute", "duty")
INDENTED = " "
BLANKS = (" ", "\u3000")
ALONE = re.compile(r"[-+]?\d[\d,]*(?:\.\d+)?%?")
LONGEST_VALUE = 24  # characters of a value with its bounds and unit; a longer cell is a sentence


def rows_of(rows: Grid, facts: Facts, source: str, above: Sequence[str] = ()) -> list[Row]:
    """The rows below the head with what they state; empty where the table is none of figures.

    Args:
        source: the text as published.
        above: the lines that stand above the table; one may tell the unit of all values.
    """
    rows = turned(rows)
    found = columns_of(rows, facts)
    if not found:
        return []
    height, columns = found
    table = Figures(columns, source, caption_unit([*above, *(cell.text for row in rows[:height] for cell in row if cell and cell.own)]))
    result: list[Row] = []
    section = ""
    for row in rows[height:]:
        filled = [cell for cell in row if cell and cell.text]
        if is_title_row(row) or (len(filled) == 1 and filled[0].own and not DIGIT.search(filled[0].text)):
            section = filled[0].text if filled else section
            continue
        made = table.row(row)
        made.section = section
        result.append(made)
    return result


class Figures:
    """Reads one row after another; which are parts depends on the rows above."""

    def __init__(self, columns: Sequence[Column], source: str, caption: str) -> None:
        self.columns, self.source, self.caption = columns, source, caption
        self.named = next((column.at for column in columns if column.kind in ("name", "goal")), 0)  # numbers of rows stand in front of it
        self.whole = ""  # how the last row that is no part is set out
        self.plain = False  # whether a row that is no part had no number and stood at the left, as one behind a part may too
        self.parts = False  # whether parts of it follow

    def row(self, row: Sequence[GridCell | None]) -> Row:
        result = Row()
        cells = [(cell, column) for cell, column in zip(row, self.columns, strict=True) if cell and self._written(cell).strip()]
        by_kind = {column.kind: cell for cell, column in reversed(cells)}
        if number := next((cell for cell, column in cells if not column.kind and column.at < self.named and ROW_NUMBER.fullmatch(cell.text)), None):
            result.number = number.text
        names = [cell for cell, column in cells if column.kind == "name" and not ROW_NUMBER.fullmatch(cell.text)]
        goal, done = by_kind.get("goal"), by_kind.get("done")
        if goal and not names and any(column.is_value for column in self.columns) and not DIGIT.search(goal.text):
            names = [goal]
        elif goal and goal.own:
            result.spans.append((goal.start, goal.end))
        if done and done.own:
            result.done = (done.start, done.end)
        if names:
            result.statements = self.statements(cells, names[-1])
        elif values := [cell for cell, column in cells if column.is_value]:
            result.statements = [replace(one, refused="table_cell") for one in self.statements(cells, values[0])]
        if result.statements:
            own = [cell for cell, _ in cells if cell.own]  # one merged over several rows stands in the first of them
            result.extent = (min(cell.start for cell in own), max(cell.end for cell in own))
        return result

    def _written(self, cell: GridCell) -> str:
        """A cell as published: folding takes 〔17〕 for the mark of a note."""
        return self.source[slice(*cell.published)]

    def _is_part(self, named: GridCell) -> bool:
        """Whether a row is a part of the last one that is none: 其中, or below it and set out less (no number, indented)."""
        low, high = named.published
        set_out = _set_out(self.source[low - (self.source[low - 1 : low] in BLANKS) : high])
        if _part().match(NUMBER.sub("", self._written(named).strip())):
            self.parts = True
        elif not self.parts or set_out == self.whole or (not set_out and self.plain) or set_out not in ("", INDENTED) or self.whole == INDENTED:
            self.whole, self.parts = set_out, False
            self.plain = self.plain or (not set_out and not self._is_sum(named))
        return self.parts

    def _is_sum(self, named: GridCell) -> bool:
        return BLANK.sub("", self._written(named)) in load().words["columns"]["sum"]

    def statements(self, cells: Sequence[tuple[GridCell, Column]], named: GridCell) -> list[Statement]:
        """What the cells of a row state; numbers in columns that tell no target or result are refused."""
        by_kind = {column.kind: cell for cell, column in reversed(cells)}
        name, unit = _named(named, self.source)
        attribute = by_kind.get("attribute")
        shown = [cell.published for cell, _ in cells if cell.own or cell is named]  # one merged over several rows stands in the first of them
        shared = Statement(
            name=name,
            cell=named.published,
            unit=_unit(by_kind.get("unit")) or unit,
            caption=self.caption if _may_be(self.caption, self.source[slice(*name)]) else "",
            attribute=attribute.text if attribute else None,
            quote=(min(low for low, _ in shown), max(high for _, high in shown)),
            part=self._is_part(named),
        )
        told: list[Statement] = []
        for cell, column in cells:
            written = self._written(cell)
            if not cell.own or column.kind in NO_VALUES or not DIGIT.search(written):
                continue
            if not table_column.apply(column, written):
                told.append(replace(_statement(shared, cell, column, self.source), column=column.at))
            elif column.kind or column.at > self.named or not ROW_NUMBER.fullmatch(cell.text):
                told.append(replace(shared, cell=cell.published, refused=table_column.name))
        return told


@rule(
    "stands in a column of a table that tells no target or result (排名, 完成率)",
    takes=["| 指标 | 单位 | 2025年目标 | 排名 |\n|---|---|---|---|\n| 口袋公园 | 个 | 50 | 3 |"],
    refuses=["| 指标 | 单位 | 2025年目标 |\n|---|---|---|\n| 口袋公园 | 个 | 50 |"],
)
def table_column(column: Column, written: str) -> bool:
    return not column.is_value or len(written) > LONGEST_VALUE


@rule(
    "the sum of a table's rows, which does not say of what (合计)",
    takes=["| 项目 | 2025年计划投资（亿元） |\n|---|---|\n| 公路建设 | 50 |\n| 合计 | 50 |"],
    refuses=["| 项目 | 2025年计划投资（亿元） |\n|---|---|\n| 公路建设 | 50 |"],
)
def table_sum(name: str, column: Column, total: bool, grows: bool) -> bool:
    return name in load().words["columns"]["sum"]


@rule(
    "a mean of several years that may be a growth rate or points, or the points by which a share changed in them (〔0.6〕)",
    takes=[
        "| 指标 | 2020年 | 2025年 | 年均 |\n|---|---|---|---|\n| 森林覆盖率（%） | 57 | 58 | 0.2 |",
        "| 指标 | 2020年 | 2025年 | 累计 |\n|---|---|---|---|\n| 森林覆盖率（%） | 57 | 58 | 〔1〕 |",
    ],
    refuses=[
        "| 指标 | 2020年 | 2025年 | 年均增长 |\n|---|---|---|---|\n| 地区生产总值（亿元） | 15000 | 20000 | 6% |",
        "| 指标 | 2020年 | 2025年 | 累计 |\n|---|---|---|---|\n| 城镇新增就业（万人） | - | - | 〔100〕 |",
    ],
)
def table_mean(name: str, column: Column, total: bool, grows: bool) -> bool:
    """total: the value is in the brackets of a sum over all years, and of something that is counted."""
    return column.kind == "average" and not total and not grows


@rule(
    "a number alone in a cell of a table that nobody understands, or that fits none of its rows",
    takes=["| 地区 | 增速（%） |\n|---|---|\n| 海曙区 | 5.5 |\n| 慈溪市 | 6 |"],
    refuses=["| 指标 | 2025年目标 |\n|---|---|\n| 口袋公园（个） | 50 |\n| 绿地（公顷） | 60 |"],
)
def table_left(text: str) -> bool:
    return ALONE.fullmatch(text) is not None


COLUMNS = Rules("refusal", table_column)
LEFT = Rules("refusal", table_left)
ROWS = Rules("refusal", table_sum, table_mean)


def _statement(shared: Statement, cell: GridCell, column: Column, source: str) -> Statement:
    low, high = _stripped(source, *cell.published)
    total = source[low:high][:1] in TOTAL
    percent = "%" in cell.text
    name = source[slice(*shared.name)]
    says_growth = _says_growth(name)
    unit = column.unit or shared.unit
    grows = column.kind == "growth" or (column.kind == "average" and not total and (column.grows or (percent and unit != "%")))
    begin = column.last - YEARS + 1 if total and column.first == column.last else column.first
    things = [word for word in load().words["columns"]["thing"] if column.head.startswith(word) and not name.endswith(word[-1])]
    return replace(
        shared,
        cell=_inside(source, low, high),
        thing=things[0] if things else "",
        unit="%" if grows else unit,
        caption="" if grows else shared.caption,
        grew=grows and not says_growth,
        stage=column.stage,
        first=begin,
        last=column.last,
        estimated=column.estimated,
        part_of_year=column.part_of_year,
        cumulative=unit != "%" and total,
        head=column.head,
        refused=found[0].name if (found := first(ROWS, name, column, total and unit != "%", grows or says_growth)) else "",
    )


def _may_be(unit: str, name: str) -> bool:
    """Whether a unit that stands above the table can be that of a row: 亿元 is none of 城镇登记失业率 or of 户数."""
    return bool(unit) and not name.endswith(tuple(load().words["columns"]["of_another_unit"])) and not _says_growth(name)


def _set_out(written: str) -> str:
    """How the name of a row is set out: its kind of number, indented, or ""."""
    if match := NUMBER.match(written) or expression("heading_1").match(written):
        return re.sub(r"\w", "1", match[0].strip())
    return INDENTED if written[:1].isspace() else ""


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
