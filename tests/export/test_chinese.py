"""A workbook has Chinese heads and words, and can be read back."""

from __future__ import annotations

import re

import pandas as pd
import pytest

from mubiao.export.chinese import chinese, in_one_cell_in_chinese
from mubiao.export.comparison import sheets
from mubiao.export.files import as_sheets
from mubiao.present.heads import head, in_chinese, meaning_in_chinese
from mubiao.present.marks import HAN
from mubiao.rows import TABLES
from mubiao.tables.meanings import asked, meaning
from mubiao.warehouse import Warehouse


@pytest.fixture(scope="module")
def found(warehouse: Warehouse) -> dict[str, pd.DataFrame]:
    return sheets(warehouse, "宁波市", 2024)


def test_sheets_have_chinese_names_heads_and_words(found: dict[str, pd.DataFrame]) -> None:
    told = chinese(found)
    assert list(told) == ["对比", "目标", "结果", "来源", "数据字典", "代码表"]
    assert list(told["对比"].columns[:9]) == ["计划年", "主题", "指标", "计量方式", "计划原文", "结果原文", "结果性质", "次年目标原文", "判定"]
    growth = told["对比"][(told["对比"]["指标"] == "地区生产总值") & (told["对比"]["计量方式"] == "增速")].iloc[0]
    assert (growth["计划原文"], growth["结果数值"], growth["结果性质"], growth["判定"]) == ("6%左右", 5.4, "初步核算", "未完成")


def test_the_dictionary_and_the_codes_lead_back_to_the_comparison(found: dict[str, pd.DataFrame]) -> None:
    told = chinese(found)
    words, codes = told["数据字典"], told["代码表"]
    columns = dict(words.loc[words["表名"] == "对比", ["列名", "列代码"]].itertuples(index=False))
    back = told["对比"].rename(columns=columns)
    assert list(back.columns) == list(found["comparison"].columns)
    verdicts = dict(codes.loc[codes["列名"] == "判定", ["中文", "代码"]].itertuples(index=False))
    assert back["attainment"].map(verdicts).tolist() == found["comparison"]["attainment"].tolist()
    numbers = ["plan_value", "result_value", "next_value", "gap"]
    pd.testing.assert_frame_equal(back[numbers], found["comparison"][numbers])


def test_no_two_words_of_a_column_are_one(found: dict[str, pd.DataFrame]) -> None:
    codes = chinese(found)["代码表"]
    assert codes[codes.duplicated(["列名", "中文"])].values.tolist() == []


@pytest.mark.parametrize("name", [*TABLES, *asked()])
def test_every_column_has_a_chinese_head_of_its_own(warehouse: Warehouse, name: str) -> None:
    heads = [head(column, name) for column in warehouse.sql(f"from {name} limit 0").columns]
    assert [told for told in heads if not re.search(f"[{HAN}]", told) or heads.count(told) > 1] == []


@pytest.mark.parametrize("name", [*TABLES, *asked()])
def test_every_column_is_told_in_chinese(warehouse: Warehouse, name: str) -> None:
    meanings = [meaning(column, name) for column in warehouse.sql(f"from {name} limit 0").columns]
    assert [told for told in meanings if not re.search(f"[{HAN}]", meaning_in_chinese(told)) or meaning_in_chinese(told) == told] == []


def test_the_dictionary_is_in_the_language_of_its_heads(found: dict[str, pd.DataFrame]) -> None:
    assert found["dictionary"].set_index("column").loc["gap_unit", "meaning"].startswith("points (percentage points)")
    assert chinese(found)["数据字典"].set_index("列代码").loc["gap_unit", "含义"] == "百分点，或占目标的比例（0.4即多40%）"


def test_columns_of_a_panel_say_indicator_measure_stage_and_unit(warehouse: Warehouse) -> None:
    panel = warehouse.panel(["gdp"], level="prefecture", places=["宁波市"])
    told = chinese(as_sheets(panel, panel.attrs["labels"]), {"data": ""})
    assert {"行政区划代码", "地区", "年份", "地区生产总值增速目标（%）"} <= set(told["数据"].columns)
    row = told["数据字典"].set_index("列名").loc["地区生产总值增速目标（%）"]
    assert (row["列代码"], row["含义"]) == ("gdp_growth_target", "地区生产总值增速目标（%）")


def test_a_column_of_comparators_has_no_unit(warehouse: Warehouse) -> None:
    panel = warehouse.panel(["gdp"], level="prefecture", places=["宁波市"])
    assert panel.attrs["labels"]["gdp_growth_target_comparator"] == "地区生产总值 growth target comparator, Gross regional product"
    assert "地区生产总值增速目标比较方式" in chinese(as_sheets(panel, panel.attrs["labels"]), {"data": ""})["数据"].columns


def test_why_there_is_no_verdict_is_told_in_words(found: dict[str, pd.DataFrame]) -> None:
    told = chinese(found)["对比"]
    assert set(told["未判定原因"].dropna()) >= {"无当年目标", "没有相应文件"}
    assert [word for column in ("未判定原因", "判定备注") for word in told[column].dropna() if word.isascii()] == []


def test_a_column_that_holds_other_things_than_codes_stays_as_it_is() -> None:
    assert in_chinese(pd.DataFrame({"status": ["新口径"]})).to_dict("list") == {"性质": ["新口径"]}


def test_what_conflicts_is_told_in_words(warehouse: Warehouse) -> None:
    frame = warehouse.sql("from conflicts where jurisdiction = '宁波市'").df()
    (told,) = chinese(as_sheets(frame, {}, in_one_cell_in_chinese), {"data": "conflicts"})["数据"]["各处表述"]
    assert (told.startswith("5.4%（初步核算）（figures:"), "、≈5.5%（预计）（figures:" in told) == (True, True)


def test_what_is_true_or_false_is_yes_or_no() -> None:
    assert in_chinese(pd.DataFrame({"cumulative": [True, None, False]}))["累计"].dropna().tolist() == ["是", "否"]
