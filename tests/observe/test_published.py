"""Published figures become rows beside those of documents, with the same indicators and signs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mubiao.observe import published
from mubiao.read.figures import PublishedFigure, read_figures

HEAD = (
    "jurisdiction_code,jurisdiction,year,stage,indicator,measure,comparator,value,unit,status,note,"
    "source_title,source_publisher,source_date,source_url"
)
SOURCE = "2021年统计公报,市统计局,2022-02-24,https://example.org/2021"


@pytest.fixture
def figure(tmp_path: Path) -> Callable[..., PublishedFigure]:
    """Reads one line of a file of figures, given without its source; further columns by name."""

    def read(line: str, **more: str) -> PublishedFigure:
        path = tmp_path / "figures.csv"
        path.write_text(f"{','.join([HEAD, *more])}\n{','.join([line, SOURCE, *more.values()])}\n", encoding="utf-8")
        found, wrong = read_figures(path)
        assert wrong == []
        return found[0]

    return read


def test_a_figure_is_a_row_of_its_place_and_year(figure: Callable[[str], PublishedFigure]) -> None:
    row = published.observation(figure("330200,宁波市,2021,result,一般公共预算收入,amount,eq,1723.1,亿元,,"))

    assert (row.jurisdiction, row.year, row.stage, row.indicator_id) == ("宁波市", 2021, "result", "general_public_budget_revenue")
    assert (row.value, row.unit, row.measure, row.comparator) == (172_310_000_000, "元", "amount", "eq")
    assert (row.source_kind, row.rules, row.confidence) == ("statistics", ["published"], 1.0)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("330200,宁波市,2021,result,固定资产投资,growth,eq,-3.2,%,,", {"value": 3.2, "sign": -1}, id="a fall"),
        pytest.param("330200,宁波市,2021,result,年末常住人口,amount,eq,954.4,万人,,", {"cumulative": True}, id="a level"),
        pytest.param("330200,宁波市,2021,result,高新技术企业,amount,eq,3919,家,,累计", {"cumulative": True}, id="a running total by its note"),
        pytest.param("330200,宁波市,2021,result,地区生产总值,growth,eq,8.2,%,preliminary,", {"status": "preliminary"}, id="a preliminary figure"),
        pytest.param("330200,宁波市,2021,result,新增贷款,amount,eq,3000,亿元,,", {"indicator_id": "new_loans", "action": "新增"}, id="verb and noun"),
        pytest.param("330200,宁波市,2021,result,高新技术企业,amount,eq,5000,元,,", {"indicator_id": None}, id="a unit that does not agree"),
        pytest.param("330200,宁波市,2021,target,地区生产总值,growth,ge,6,%,,", {"stage": "target", "comparator": "ge"}, id="a target"),
        pytest.param("330200,宁波市,2023,result,常住人口自然增长率,ratio,eq,-0.6,‰,,", {"measure": "growth", "sign": -1}, id="never a share"),
        pytest.param(
            "330200,宁波市,2025,result,一般公共预算收入完成调整预算,ratio,eq,98.3,%,,",
            {
                "indicator_id": "general_public_budget_revenue",
                "indicator": "一般公共预算收入",
                "measure": "ratio",
                "relation": "fulfilment",
                "reference": "调整预算",
            },
            id="a share of what was planned is no growth",
        ),
        pytest.param("330200,宁波市,2023,result,完成年度目标,ratio,eq,98,%,,", {"measure": "ratio", "relation": None}, id="a share of nothing"),
    ],
)
def test_what_a_line_says_of_a_figure(figure: Callable[[str], PublishedFigure], line: str, expected: dict[str, object]) -> None:
    row = published.observation(figure(line))

    assert {name: getattr(row, name) for name in expected} == expected


def test_a_figure_has_no_quote_unless_its_file_gives_one(figure: Callable[..., PublishedFigure]) -> None:
    line = "330200,宁波市,2021,result,一般公共预算收入,amount,eq,1723.1,亿元,,"
    assert published.observation(figure(line)).quote is None
    assert published.observation(figure(line, quote="全市一般公共预算收入1723.1亿元")).quote == "全市一般公共预算收入1723.1亿元"


def test_a_figure_says_of_which_part_it_is_and_how_it_is_measured(figure: Callable[..., PublishedFigure]) -> None:
    row = published.observation(figure("330200,宁波市,2021,result,一般公共预算收入,growth,eq,5,%,,", scope="市本级", basis="同口径"))
    assert (row.scope, row.basis) == ("市本级", "同口径")


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        pytest.param("", {"indicator_id": None, "indicator_key": "新来甬大学生", "action_kind": None}, id="nothing"),
        pytest.param("graduates_attracted", {"indicator_id": "graduates_attracted", "action_kind": None, "scope": None}, id="an indicator"),
        pytest.param("新引进大学生", {"indicator_id": "graduates_attracted", "action_kind": "add"}, id="the words of a plan"),
        pytest.param("建设甬城驿站", {"indicator_id": None, "indicator_key": "甬城驿站", "action_kind": "make"}, id="words that nobody knows"),
    ],
)
def test_a_figure_stands_beside_the_plan_that_it_answers(figure: Callable[..., PublishedFigure], answers: str, expected: dict[str, object]) -> None:
    row = published.observation(figure("330200,宁波市,2024,result,新来甬大学生,amount,gt,35,万人,,", answers=answers))
    assert row.indicator == "新来甬大学生"
    assert {name: getattr(row, name) for name in expected} == expected


def test_its_source_is_a_document_of_which_only_single_figures_are_known(figure: Callable[[str], PublishedFigure]) -> None:
    found = figure("330200,宁波市,2021,result,一般公共预算收入,amount,eq,1723.1,亿元,,")
    document = published.source(found)

    assert (document.title, document.issuer, document.published, document.url) == tuple(SOURCE.split(","))
    assert (document.doc_type, document.coverage, document.text) == ("statistics", "partial", None)
    assert document.doc_id == published.observation(found).doc_id


@pytest.mark.parametrize(
    ("line", "answers", "told"),
    [
        ("PM2.5平均浓度,amount,eq,21,微克/立方米", "", None),
        ("PM2.5平均浓度,amount,eq,21,元/家", "", "元/家 is no unit of PM2.5平均浓度; PM2.5平均浓度 is told in 微克/立方米"),
        ("PM2.5平均浓度,ratio,eq,21,元/家", "", "元/家 is no unit of PM2.5平均浓度; PM2.5平均浓度 is told in 微克/立方米"),
        ("PM2.5平均浓度,growth,eq,-3,%", "", None),
        ("地区生产总值,amount,eq,5,家", "", "家 is no unit of 地区生产总值; 地区生产总值 is told in 元"),
        ("出口,amount,eq,5,亿美元", "", None),
        ("全年产值,amount,eq,5,公里", "gdp", "公里 is no unit of gdp; 地区生产总值 is told in 元"),
        ("某种新产品,amount,eq,5,公里", "", None),
    ],
)
def test_an_amount_is_counted_in_what_its_indicator_is_counted_in(tmp_path: Path, line: str, answers: str, told: str | None) -> None:
    path = tmp_path / "figures.csv"
    path.write_text(f"{HEAD},answers\n330200,宁波市,2021,result,{line},,,{SOURCE},{answers}\n", encoding="utf-8")
    found, wrong = published.read_fitting(path)
    assert (len(found), wrong) == ((1, []) if told is None else (0, [f"{path}, line 2, unit: {told}"]))
