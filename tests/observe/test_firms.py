"""Of which firms a figure is: a branch of industry, or firms of a kind, that a sentence sorts out of those above a size; what only firms have."""

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
            "规上工业增加值增长9%。重点行业增势较好。煤炭开采和洗选业增长7%。",
            ("规上煤炭开采和洗选业增加值", "industrial_value_added", "煤炭开采和洗选业"),
            id="a branch that only grows",
        ),
        pytest.param(
            "规上工业增加值增长9%。固定资产投资增长7%。制造业增长8%。",
            ("制造业", "manufacturing_value_added", None),
            id="a branch behind something else",
        ),
        pytest.param(
            "规上工业增加值增长9%。装备制造业增加值增长8%。分经济类型看，私营企业增加值增长7%。",
            ("规上工业私营企业增加值", "industrial_value_added", "私营企业"),
            id="behind a branch told by itself",
        ),
        pytest.param(
            "规上工业增加值5亿元。轻工业2亿元，重工业3亿元。", ("规上重工业增加值", "industrial_value_added", "重工业"), id="industry, sorted"
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


@pytest.mark.parametrize(
    ("text", "last"),
    [
        pytest.param("规模以上工业企业发电量131亿千瓦时；综合能源消费量193万吨标准煤。", "规模以上工业企业综合能源消费量", id="the firms in front"),
        pytest.param("规模以上工业企业实现工业总产值20亿元；实现工业增加值6亿元。", "规模以上工业增加值", id="of their branch"),
        pytest.param("规上工业企业营业收入14亿元；亏损企业亏损额0.6亿元；实现利润0.8亿元。", "规上工业企业利润", id="not of those that lose money"),
        pytest.param("资质以上建筑业企业9家。本年新签合同额8.8亿元。", "资质以上建筑业企业新签合同额", id="a contract, of those that build"),
        pytest.param("高新技术企业284家，实现工业总产值79亿元，增长8%。", "高新技术企业工业总产值", id="a class that was counted"),
        pytest.param("新增高新技术企业30家，完成工业总产值79亿元。", "工业总产值", id="not those that are new"),
        pytest.param("高新技术企业达30家，工业增加值增长9%。", "工业增加值", id="nor where nothing says that they made it"),
        pytest.param("规模以上工业企业发电量131亿千瓦时。综合能源消费量193万吨标准煤。", "综合能源消费量", id="another sentence"),
    ],
)
def test_what_only_firms_have_is_of_those_that_were_told_of(rows: Rows, text: str, last: str) -> None:
    assert rows("review", text, "indicator")[-1] == (last,)
