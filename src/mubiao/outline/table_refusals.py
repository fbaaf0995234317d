"""Numbers of tables that are no targets or results, by rules with names."""

from __future__ import annotations

import re

from mubiao.lexicon.loader import load
from mubiao.outline.columns import Column
from mubiao.rule import Rules, rule

ALONE = re.compile(r"[-+]?\d[\d,]*(?:\.\d+)?%?")
LONGEST_VALUE = 24  # characters of a value with its bounds and unit; a longer cell is a sentence


@rule(
    "stands in a column of a table that tells no target or result (排名, 完成率)",
    takes=["| 指标 | 单位 | 2025年目标 | 排名 |\n|---|---|---|---|\n| 口袋公园 | 个 | 50 | 3 |"],
    refuses=["| 指标 | 单位 | 2025年目标 |\n|---|---|---|\n| 口袋公园 | 个 | 50 |"],
    needed="a place in a ranking would be a target",
)
def table_column(column: Column, written: str) -> bool:
    return not column.is_value or len(written) > LONGEST_VALUE


@rule(
    "the sum of a table's rows, which does not say of what (合计)",
    takes=["| 项目 | 2025年计划投资（亿元） |\n|---|---|\n| 公路建设 | 50 |\n| 合计 | 50 |"],
    refuses=["| 项目 | 2025年计划投资（亿元） |\n|---|---|\n| 公路建设 | 50 |"],
    needed="the sum of a table would be a target of nothing beside its parts",
)
def table_sum(name: str, cell: str, column: Column, total: bool, grows: bool) -> bool:
    return name in load().words["columns"]["sum"]


@rule(
    "a mean of several years that may be a growth rate or points, or by how much a share or a level changed in them (〔0.6〕)",
    takes=[
        "| 指标 | 2020年 | 2025年 | 年均 |\n|---|---|---|---|\n| 森林覆盖率（%） | 57 | 58 | 0.2 |",
        "| 指标 | 2020年 | 2025年 | 累计 |\n|---|---|---|---|\n| 森林覆盖率（%） | 57 | 58 | 〔1〕 |",
    ],
    refuses=[
        "| 指标 | 2020年 | 2025年 | 年均增长 |\n|---|---|---|---|\n| 地区生产总值（亿元） | 15000 | 20000 | 6% |",
        "| 指标 | 2020年 | 2025年 | 累计 |\n|---|---|---|---|\n| 城镇新增就业（万人） | - | - | 〔100〕 |",
    ],
    needed="a mean of years in points would be read as per cent of growth",
)
def table_mean(name: str, cell: str, column: Column, total: bool, grows: bool) -> bool:
    """total: the value is in the brackets of a sum over all years, and of something that is counted."""
    return column.kind == "average" and not total and not grows


@rule(
    "what grew or shrank in a column that does not say by what (增减): per cent, points or units",
    takes=["| 产品名称 | 单位 | 2024年 | 比上年增减 |\n|---|---|---|---|\n| 粮食 | 万吨 | 66.2 | 0.3 |\n| 蔬菜 | 万吨 | 290 | 2 |"],
    refuses=["| 产品名称 | 单位 | 2024年 | 比上年增减（%） |\n|---|---|---|---|\n| 粮食 | 万吨 | 66.2 | 0.3 |\n| 蔬菜 | 万吨 | 290 | 2 |"],
    needed="万吨 by which something grew would be read as per cent",
)
def table_difference(name: str, cell: str, column: Column, total: bool, grows: bool) -> bool:
    return column.kind == "growth" and "%" not in column.head + cell and column.head.endswith(tuple(load().words["columns"]["differs"]))


@rule(
    "a number alone in a cell of a table that nobody understands, or that fits none of its rows",
    takes=["| 地区 | 增速（%） |\n|---|---|\n| 海曙区 | 5.5 |\n| 慈溪市 | 6 |"],
    refuses=["| 指标 | 2025年目标 |\n|---|---|\n| 口袋公园（个） | 50 |\n| 绿地（公顷） | 60 |"],
    needed="a number alone in a cell would be lost in silence, or get a unit that stands elsewhere",
)
def table_left(text: str) -> bool:
    return ALONE.fullmatch(text) is not None


@rule(
    "a cell whose row and column tell different units",
    takes=["| 指标 | 单位 | 全年目标（亿元） |\n|---|---|---|\n| 地区生产总值增速 | % | 6 |\n| 一般公共预算收入 | 亿元 | 600 |"],
    refuses=["| 指标 | 单位 | 全年目标 |\n|---|---|---|\n| 地区生产总值增速 | % | 6 |\n| 一般公共预算收入 | 亿元 | 600 |"],
    needed="6% would be 6亿元 by which something grows",
)
def table_units(of_row: str, of_column: str) -> bool:
    return bool(of_row and of_column) and of_row != of_column


COLUMNS = Rules("refusal", table_column)
LEFT = Rules("refusal", table_left)
UNITS = Rules("refusal", table_units)
ROWS = Rules("refusal", table_sum, table_mean, table_difference)
