"""Of which firms a figure is: a branch of industry, or firms of a kind, that a sentence sorts out of those above a size."""

from __future__ import annotations

import pytest

from .conftest import Rows


@pytest.mark.parametrize(
    ("text", "last"),
    [
        pytest.param(
            "规模以上工业增加值增长9%。分经济类型看，国有控股企业增加值增长7%。",
            ("规模以上工业国有控股企业增加值", "industrial_value_added", "国有控股企业"),
            id="firms of a kind, by an owner",
        ),
        pytest.param(
            "规上工业增加值增长9%。\n分三大门类看，全市采矿业增加值增长2%，制造业增长10%。",
            ("规上制造业增加值", "industrial_value_added", "制造业"),
            id="a branch of industry, in the next paragraph",
        ),
        pytest.param(
            "规模以上工业中，轻工业增加值下降4.5%。", ("规模以上轻工业增加值", "industrial_value_added", "轻工业"), id="the sentence names the whole"
        ),
        pytest.param(
            "规模以上工业增加值增长9%。其中，装备制造业增加值增长8%。",
            ("规模以上装备制造业增加值", "equipment_mfg_value_added", None),
            id="an indicator by itself",
        ),
        pytest.param(
            "规模以上工业增加值增长9%。制造业增加值增长8%。",
            ("制造业增加值", "manufacturing_value_added", None),
            id="no part of what stands in front",
        ),
        pytest.param(
            "规模以上工业增加值增长9%。全部工业增加值增长8%。其中，制造业增加值增长7%。",
            ("制造业增加值", "manufacturing_value_added", None),
            id="another whole stands nearer",
        ),
        pytest.param(
            "规模以上工业增加值增长9%。分行业看，建筑业增加值增长8%。", ("建筑业增加值", "construction_value_added", None), id="no branch of industry"
        ),
    ],
)
def test_what_a_class_of_firms_makes_is_of_the_scope_of_the_whole_that_is_sorted(rows: Rows, text: str, last: tuple[str, str, str | None]) -> None:
    assert rows("review", text, "indicator indicator_id scope")[-1] == last
