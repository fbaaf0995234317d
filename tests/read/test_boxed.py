"""What stands in the cells of a PDF table: lines that the cell broke are whole, paragraphs and blanks stay."""

from __future__ import annotations

import pytest

from mubiao.read.boxed import Sign, boxed
from mubiao.read.page import Filled
from mubiao.read.paged import Paged

SIZE = 10.0


def cell(*lines: str, columns: float, gap: float = 0.0) -> str:
    """The text of a cell of some columns, whose lines begin 5 points from its edge; a blank moves what is behind it by a third of a sign."""
    signs = []
    for row, line in enumerate(lines):
        left = 5.0
        for char in line:
            if char != " ":
                signs.append(Sign(char, left, 12 * row, left + SIZE, 12 * row + SIZE))
            left += SIZE / 3 if char == " " else SIZE + gap
    return boxed(signs, (0, 0, columns * SIZE + 10, 12 * len(lines)))


@pytest.mark.parametrize(
    ("lines", "columns", "text"),
    [
        (("新增高新技", "术企业100", "家。"), 5, "新增高新技术企业100家。"),
        (("市水利局", "市住建局", "市综合执法局"), 8, "市水利局\n市住建局\n市综合执法局"),
        (("争创省", "级“领跑者", "”企业"), 5, "争创省级“领跑者”企业"),
        (("控制在目标", "值。PM2.5浓", "度"), 8, "控制在目标值。PM2.5浓度"),
        (("市发改委 市财政局",), 9, "市发改委 市财政局"),
    ],
    ids=["broken", "paragraphs", "quotes_bind_what_is_beside_them", "a_full_stop_binds_too", "a_gap_is_a_blank"],
)
def test_lines_of_a_cell(lines: tuple[str, ...], columns: float, text: str):
    assert cell(*lines, columns=columns) == text


def test_a_line_that_is_spread_over_its_cell_has_no_blanks():
    assert cell("市场监管局", columns=9, gap=SIZE) == "市场监管局"


def test_signs_that_the_file_gives_in_another_order_are_read_from_left_to_right():
    """Quotation marks of another font come behind the others."""
    signs = [Sign(char, 10.0 * at, 0, 10.0 * at + 10, 10) for at, char in enumerate("新增“三首”产品")]
    assert boxed(sorted(signs, key=lambda sign: sign.text in "“”"), (0, 0, 80, 12)) == "新增“三首”产品"


NUMBERED = [["序号", "目标任务", "责任单位"], ["1", "规上工业增加值增", "市经信局"]]
PLAIN = [["目标任务", "责任单位"], ["新增绿地200公顷", "市住建局"], ["规上工业增加值增", "市经信局"]]


@pytest.mark.parametrize(
    ("rows", "below", "last"),
    [
        (NUMBERED, ["", "长8%。", ""], ["1", "规上工业增加值增长8%。", "市经信局"]),
        (NUMBERED, ["2", "新增绿地200公顷", "市住建局"], ["2", "新增绿地200公顷", "市住建局"]),
        (PLAIN, ["长8%。", ""], ["规上工业增加值增长8%。", "市经信局"]),
        (PLAIN, ["新增绿道100公里", "市水利局"], ["新增绿道100公里", "市水利局"]),
    ],
    ids=["its_number_is_missing", "a_row_of_its_own", "a_cell_is_missing", "all_cells_are_there"],
)
def test_a_row_that_a_page_cut_is_one(rows: list[list[str]], below: list[str], last: list[str]):
    def page(rows: list[list[str]]) -> dict[tuple[float, float, float, float], str]:
        return {(40.0 * at, 20.0 * row, 40.0 * at + 40, 20.0 * row + 20): text for row, texts in enumerate(rows) for at, text in enumerate(texts)}

    cells: list[Filled] = Paged([page(rows), page([below])]).cells(3)
    bottom = max(cell.row for cell in cells)
    assert [cell.text for cell in cells if cell.row == bottom] == last
