"""What a cell of a column of values states."""

from __future__ import annotations

from dataclasses import replace

from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.model import Statement
from mubiao.outline.columns import Column
from mubiao.outline.grids import GridCell
from mubiao.outline.row_names import says_growth, stripped
from mubiao.outline.table_refusals import ROWS, table_units
from mubiao.outline.units import is_unit
from mubiao.read.fold import as_read
from mubiao.read.years import PLAN_LASTS
from mubiao.rule import first

AROUND = "〔〕[]【】[]() \n"
TOTAL = "〔【["
LEVELS = 2  # values of single years that a sum over the years between them has none of


def asked_in(name: str) -> tuple[int, int] | None:
    """Where the one number stands by which a goal that names a row asks for something.

    >>> asked_in("新增4000张养老床位"), asked_in("65岁及以上人口"), asked_in("新增1.2万户")
    ((2, 6), None, None)
    """
    found = list(expression("counted_goal").finditer(as_read(name)))
    return found[0].span("asked") if len(found) == 1 else None


def statement(shared: Statement, cell: GridCell, column: Column, source: str, levels: int) -> Statement:
    """
    Args:
        levels: how many values of single years stand in the row; beside two of them 〔0.9〕 is by how much they differ, and no sum.
    """
    low, high = stripped(source, *cell.published)
    total = source[low:high][:1] in TOTAL
    percent = "%" in cell.text
    name = source[slice(*shared.name)]
    named_growth = says_growth(name)
    unit = shared.unit or column.unit if total else column.unit or shared.unit
    summed = total and unit != "%" and (column.kind != "average" or levels < LEVELS)
    grows = shared.grew or column.kind == "growth" or (column.kind == "average" and not total and (column.grows or (percent and unit != "%")))
    of_plan = total and column.first == column.last  # five-year plans end in 2025, 2030
    found = first(ROWS, name, cell.text, column, summed, grows or named_growth)
    refused = found[0].name if found else "" if total or grows or not table_units.apply(shared.unit, column.unit) else table_units.name
    begin = column.last - (column.last - 1) % PLAN_LASTS if of_plan else column.first
    general = column.thing in load().words["columns"]["thing"]  # 发电量 needs no 产量
    more = column.thing.removeprefix(name)  # 规模以上工业 among its branches, whose title tells 规模以上工业增加值
    thing = column.part + ("" if name.endswith(column.thing[-1:] if general else column.thing) else more)
    return replace(
        shared,
        cell=_inside(source, low, high),
        thing=thing,
        place=column.place,
        part=shared.part or bool(column.part),
        stretch=column.stretch,
        whole=column.whole,
        unit=_of_growth(column) if grows else unit,
        caption=shared.caption if not grows and may_be(shared.caption, name + thing) else "",
        grew=grows and not named_growth,
        stage=column.stage,
        first=begin,
        last=column.last,
        estimated=column.estimated,
        part_of_year=column.part_of_year,
        cumulative=summed or (unit != "%" and not grows and _runs_on(column)),
        head=column.head,
        refused=refused,
    )


def _of_growth(column: Column) -> str:
    """The unit of what grew: per cent, where the head does not tell another (同比（百分点）)."""
    return column.unit if column.kind == "growth" and column.unit else "%"


def _runs_on(column: Column) -> bool:
    """Whether a column tells what has come together since something began (累计完成投资), and not in a year or a part of one."""
    return column.kind != "average" and not column.part_of_year and expression("running_head").search(column.head) is not None


def may_be(unit: str, name: str) -> bool:
    """Whether a unit that stands above the table can be that of a row: 亿元 is none of 城镇登记失业率 or of 户数."""
    return bool(unit) and not name.endswith(tuple(load().words["columns"]["of_another_unit"])) and not says_growth(name)


def unit_of(cell: GridCell | None) -> str:
    return cell.text if cell and is_unit(cell.text) else ""


def _inside(source: str, low: int, high: int) -> tuple[int, int]:
    """A value without the brackets around it."""
    while low < high and source[low] in AROUND:
        low += 1
    while high > low and source[high - 1] in AROUND:
        high -= 1
    return low, high
