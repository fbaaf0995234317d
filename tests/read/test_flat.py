"""Tables in plain text: which rows stand below which columns."""

from __future__ import annotations

import pytest

from mubiao.read.flat import tables


def grid(text: str) -> list[list[str]]:
    (table,) = tables(text)
    return [[text[cell.start : cell.end] if cell else "" for cell in row] for row in table.grid()]


@pytest.mark.parametrize("number", ["{}", "{}.养老事项"])
def test_rows_below_a_merged_cell_that_lack_it_stand_below_their_own_columns(number: str):
    first, second, third = (number.format(at) for at in (14, 15, 16))
    text = f"类别 | 序号 | 任务 | 单位 |\n养老 | {first} | 床位300张 | 民政局 |\n{second} | 食堂5所 | 民政局 | |\n{third} | 助餐点6个 | 民政局 |\n"
    assert grid(text)[1:] == [
        ["养老", first, "床位300张", "民政局"],
        ["养老", second, "食堂5所", "民政局"],
        ["养老", third, "助餐点6个", "民政局"],
    ]


def test_a_row_that_does_not_count_on_stays_where_it_is():
    text = "类别 | 数量 | 备注 |\n养老 | 14 | 含续建 |\n16 | 5 |\n"
    assert grid(text)[1:] == [["养老", "14", "含续建"], ["16", "5", ""]]
