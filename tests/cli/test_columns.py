"""A table on the terminal: columns as wide as what stands in them, and narrower where they do not fit beside each other."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from mubiao.cli.columns import in_columns


def shown(width: int, *rows: list[str]) -> list[str]:
    return [line for row in in_columns(rows, width) for line in row]


def test_a_chinese_character_takes_the_room_of_two_letters():
    assert shown(80, ["a", "b"], ["绿地", "200"], ["GDP", "5"]) == ["a     b", "绿地  200", "GDP   5"]


def test_the_widest_column_gives_way_and_its_text_goes_on_below():
    assert shown(12, ["地区生产总值增长", "5.5%"]) == ["地区生  5.5%", "产总值", "增长"]


def test_a_line_is_parted_between_words_where_it_can_be():
    assert shown(12, ["one two three", "yes"]) == ["one two  yes", "three"]


def test_ends_of_lines_in_a_cell_are_kept():
    assert shown(80, ["a\nb", "", "c"]) == ["a    c", "b"]


@pytest.mark.parametrize("width", [20, 40, 80])
def test_no_line_is_wider_than_the_terminal(width: int):
    assert max(map(cell_len, shown(width, ["绿地" * 30, "a word " * 9, "5", "x" * 50]))) <= width
