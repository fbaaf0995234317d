"""figures: which observations can be compared, in which line they stand, and which of several statements counts."""

from __future__ import annotations

import pytest

from mubiao.rows import Observation

from .conftest import Ask, document, published, result, target

LINES = "select count(distinct series_key) from figures"
COUNTED = "select observation_id from figures where counts"


def test_a_plain_target_is_a_figure_in_the_reference_unit(ask: Ask) -> None:
    given = [target("宁波市", 2024, "粮食产量", "amount", 14.3e8, "斤", comparator="ge", modifier="以上")]
    query = """
        select jurisdiction, year, stage, indicator_id, indicator, measure, comparator, modifier, value, unit, dimension, figure, matched_by, counts
        from figures
    """
    assert ask(given, query) == [
        ("宁波市", 2024, "target", None, "粮食产量", "amount", "ge", "以上", 14.3e8, "斤", "mass", 7.15e8, "wording", True)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("value", "unit", "figure", "dimension"),
    [
        pytest.param(14.3e8, "斤", 7.15e8, "mass", id="斤 to 公斤"),
        pytest.param(836.9e5, "吨", 836.9e8, "mass", id="吨 to 公斤"),
        pytest.param(30.0, "亩", 20_000.0, "area", id="亩 to 平方米"),
        pytest.param(2.0, "公顷", 20_000.0, "area", id="公顷 to 平方米"),
        pytest.param(1.5, "公里", 1500.0, "length", id="公里 to 米"),
        pytest.param(165.2e4, "标箱", 165.2e4, "container", id="标箱"),
        pytest.param(18147.7e8, "元", 18147.7e8, "money_cny", id="元"),
        pytest.param(60.0, "万千瓦时", 60.0, "万千瓦时", id="a unit that no table knows stays itself"),
        pytest.param(21.0, "微克/立方米", 21.0, "微克/立方米", id="a unit per another unit stays itself"),
    ],
)
def test_units_are_converted_within_their_dimension(ask: Ask, value: float, unit: str, figure: float, dimension: str) -> None:
    given = [target("宁波市", 2024, "甬江工程", "amount", value, unit)]
    assert ask(given, "select figure, dimension from figures") == [(pytest.approx(figure), dimension)]


def test_a_fall_is_a_figure_below_zero(ask: Ask) -> None:
    given = [target("宁波市", 2024, "energy_intensity", "growth", 3, "%", sign=-1, value_high=3.5)]
    assert ask(given, "select value, sign, low, high from figures") == [(3.0, -1, -3.5, -3.0)]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(target("宁波市", 2030, "gdp", "growth", 5, "%", period_start=2026), id="a five-year mean"),
        pytest.param(result("宁波市", 2024, "gdp", "growth", 33.6, "%", period_start=2020), id="a sum of five years"),
        pytest.param(result("宁波市", 2024, "gdp", "ratio", 114.2, "%", relation="fulfilment"), id="a share of a target fulfilled"),
        pytest.param(target("宁波市", 2024, "gdp", "growth", 8, "%", role="stretch", parent_id="whole"), id="the second tier of a target"),
        pytest.param(target("宁波市", 2024, "gdp", "growth", 7, "%", role="sub", parent_id="whole"), id="a part of the same indicator"),
        pytest.param(target("宁波市", 2024, "其中农村", "amount", 2000, "个", role="sub", parent_id="whole"), id="a part that is no indicator"),
    ],
)
def test_what_is_no_whole_figure_of_a_single_year_is_no_figure(ask: Ask, other: Observation) -> None:
    given = [target("宁波市", 2024, "gdp", "growth", 6, "%", id="whole"), other]
    assert ask(given, "select observation_id from figures") == [("whole",)]


def test_a_part_that_is_an_indicator_of_its_own_is_a_figure(ask: Ask) -> None:
    """全市新增婴幼儿托位1150个,其中普惠托位不少于850个."""
    given = [
        target("宁波市", 2025, "childcare_places", "amount", 1150, "个", id="whole"),
        target("宁波市", 2025, "inclusive_childcare_places", "amount", 850, "个", comparator="ge", role="sub", parent_id="whole"),
    ]
    assert ask(given, "select indicator, comparator, value from figures order by value desc") == [
        ("托位", "eq", 1150.0),
        ("普惠托位", "ge", 850.0),
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            target("宁波市", 2024, "green_space", "amount", 200, "公顷"),
            target("宁波市", 2025, "green_space", "amount", 3000, "亩"),
            id="亩 and 公顷",
        ),
        pytest.param(
            target("宁波市", 2024, "grain_output", "amount", 14.3e8, "斤"),
            target("宁波市", 2025, "grain_output", "amount", 7.2e8, "公斤"),
            id="斤 and 公斤",
        ),
        pytest.param(
            target("宁波市", 2024, "greenways", "amount", 100, "公里"), target("宁波市", 2025, "greenways", "amount", 110e3, "米"), id="公里 and 米"
        ),
        pytest.param(
            target("宁波市", 2024, "elevators_added", "amount", 200, "台"),
            target("宁波市", 2025, "elevators_added", "amount", 50, "部"),
            id="two words that count the things of one indicator",
        ),
        pytest.param(
            target("宁波市", 2024, "top_talent", "amount", 10, "人"), target("宁波市", 2025, "top_talent", "amount", 8, "名"), id="人 and 名"
        ),
        pytest.param(
            target("宁波市", 2024, "urban_roads", "amount", 10, "条", action="新建"),
            target("宁波市", 2025, "urban_roads", "amount", 8, "条", action="新增", action_kind="add"),
            id="two verbs for new ones",
        ),
        pytest.param(
            target("宁波市", 2024, "gdp", "growth", 6, "%"), result("宁波市", 2024, "gdp", "growth", 5.4, "%"), id="a target and its result"
        ),
        pytest.param(
            target("宁波市", 2024, "gdp", "growth", 6, "%"), result("宁波市", 2024, "gdp", "growth", 0.6, "%", sign=-1), id="a rise and a fall"
        ),
        pytest.param(
            target("宁波市", 2024, "natural_growth_rate", "ratio", 6, "‰"),
            result("宁波市", 2024, "natural_growth_rate", "ratio", 0.5, "%"),
            id="‰ and %",
        ),
    ],
)
def test_one_line(ask: Ask, one: Observation, other: Observation) -> None:
    assert ask([one, other], LINES) == [(1,)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(target("宁波市", 2024, "gdp", "growth", 6, "%"), target("宁波市", 2024, "gdp", "amount", 18e11, "元"), id="growth and amount"),
        pytest.param(
            target("宁波市", 2024, "strategic_value_added", "growth", 6, "%"),
            target("宁波市", 2024, "strategic_value_added", "ratio", 20, "%"),
            id="growth and share",
        ),
        pytest.param(
            target("宁波市", 2024, "urbanization_rate", "ratio", 81.2, "%"),
            target("宁波市", 2024, "urbanization_rate", "change", 1, "百分点"),
            id="level and change",
        ),
        pytest.param(
            target("宁波市", 2024, "high_tech_enterprises", "amount", 1500, "家", action="新增", action_kind="add"),
            target("宁波市", 2024, "high_tech_enterprises", "amount", 1e4, "家", action="突破", cumulative=True),
            id="1500 new ones and a total of 1万家",
        ),
        pytest.param(
            target("宁波市", 2024, "valid_inventions", "amount", 9500, "件", action="新增", action_kind="add"),
            target("宁波市", 2024, "valid_inventions", "amount", 5.5e4, "件", action="达"),
            id="new ones and the stock, though no word says total",
        ),
        pytest.param(
            target("宁波市", 2024, "future_communities", "amount", 65, "个", activity="finished"),
            target("宁波市", 2024, "future_communities", "amount", 65, "个", activity="started"),
            id="finished and begun work",
        ),
        pytest.param(
            target("宁波市", 2024, "future_communities", "amount", 65, "个", activity="finished"),
            target("宁波市", 2024, "future_communities", "amount", 110, "个", activity="mixed"),
            id="finished work, and finished and begun work together",
        ),
        pytest.param(
            target("宁波市", 2024, "old_communities", "amount", 30, "个"),
            target("宁波市", 2024, "old_communities", "amount", 1e6, "平方米"),
            id="a number of things and their area",
        ),
        pytest.param(target("宁波市", 2024, "甬江奖", "amount", 9, "家"), target("宁波市", 2024, "甬江奖", "amount", 9, "项"), id="家 and 项"),
        pytest.param(
            target("宁波市", 2024, "foreign_investment_used", "amount", 50e8, "美元"),
            target("宁波市", 2024, "foreign_investment_used", "amount", 350e8, "元"),
            id="two currencies",
        ),
        pytest.param(
            target("宁波市", 2024, "trade_value", "growth", 2, "倍"), target("宁波市", 2024, "trade_value", "growth", 200, "%"), id="倍 and %"
        ),
        pytest.param(
            target("宁波市", 2024, "resident_income", "growth", 5, "%"),
            target("宁波市", 2024, "urban_resident_income", "growth", 5, "%"),
            id="two indicators",
        ),
        pytest.param(target("宁波市", 2024, "gdp", "growth", 6, "%"), target("鄞州区", 2024, "gdp", "growth", 6, "%"), id="two places"),
        pytest.param(
            target("宁波市", 2024, "urban_roads", "amount", 31, "条", action="新建续建", activity="started"),
            target("宁波市", 2024, "urban_roads", "amount", 12, "条", action="建成", activity="finished"),
            id="roads being built and roads finished",
        ),
        pytest.param(
            target("宁波市", 2024, "public_rental_households", "amount", 6e4, "户"),
            target("宁波市", 2024, "public_rental_households", "amount", 16e4, "人"),
            id="households and persons",
        ),
        pytest.param(
            target("宁波市", 2024, "快速路", "amount", 60, "车道公里"),
            target("宁波市", 2024, "快速路", "amount", 15, "公里"),
            id="lane kilometres and kilometres",
        ),
        pytest.param(
            target("宁波市", 2024, "出口带宽", "amount", 2000, "Gbps"),
            target("宁波市", 2024, "出口带宽", "amount", 2000, "TB"),
            id="bandwidth and amount of data",
        ),
    ],
)  # fmt: skip
def test_never_in_one_line(ask: Ask, one: Observation, other: Observation) -> None:
    assert ask([one, other], LINES) == [(2,)]


@pytest.mark.parametrize(
    ("row", "cumulative"),
    [
        pytest.param(target("宁波市", 2024, "high_tech_enterprises", "amount", 1500, "家"), False, id="a count is new unless a word says total"),
        pytest.param(target("宁波市", 2024, "high_tech_enterprises", "amount", 1e4, "家", cumulative=True), True, id="a count with a word for total"),
        pytest.param(target("宁波市", 2024, "loans_balance", "amount", 3e12, "元"), True, id="a stock is a total without a word"),
        pytest.param(
            target("宁波市", 2024, "loans_balance", "amount", 5e11, "元", action="新增", action_kind="add"), False, id="what is new in a stock"
        ),
        pytest.param(target("宁波市", 2024, "urbanization_rate", "ratio", 81, "%", cumulative=True), False, id="a rate is never a total"),
        pytest.param(target("宁波市", 2024, "loans_balance", "growth", 12, "%", cumulative=True), False, id="a growth rate is never a total"),
    ],
)
def test_what_is_a_running_total(ask: Ask, row: Observation, cumulative: bool) -> None:
    assert ask([row], "select cumulative from figures") == [(cumulative,)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param({}, {"status": "estimate"}, id="a final figure before an estimate"),
        pytest.param({"status": "preliminary"}, {"status": "estimate"}, id="a preliminary figure before an estimate"),
        pytest.param({}, {"status": "preliminary"}, id="a final figure before a preliminary one"),
        pytest.param({"status": "revised"}, {"status": "preliminary"}, id="a revised figure before a preliminary one"),
        pytest.param({"source_kind": "statistics"}, {}, id="a published figure before a report"),
        pytest.param({}, {"source_kind": "statistics", "status": "estimate"}, id="a report before a published estimate"),
        pytest.param({"source_kind": "statistics", "status": "preliminary"}, {}, id="a published preliminary figure before a report"),
        pytest.param({"doc_id": "later"}, {"doc_id": "earlier"}, id="a later source before an earlier one"),
        pytest.param({"confidence": 0.9}, {"confidence": 0.6}, id="a surer row before a doubtful one"),
        pytest.param({"char_start": 100}, {"char_start": 900}, id="what is said first before what is said later"),
    ],
)
@pytest.mark.parametrize("turned", [pytest.param(False, id="in this order"), pytest.param(True, id="in the other order")])
def test_which_of_two_statements_counts(ask: Ask, first: dict[str, object], second: dict[str, object], turned: bool) -> None:
    given = [
        result("宁波市", 2024, "gdp", "growth", 5.4, "%", id="b first" if turned else "a first", **first),
        result("宁波市", 2024, "gdp", "growth", 5.5, "%", id="a second" if turned else "b second", **second),
    ]
    sources = [document("宁波市", 2024, doc_id="earlier", published="2025-01"), document("宁波市", 2024, doc_id="later", published="2025-03-20")]
    assert ask([*reversed(given), *sources] if turned else [*given, *sources], COUNTED) == [(given[0].observation_id,)]


def test_every_line_year_and_stage_has_one_statement_that_counts(ask: Ask) -> None:
    given = [
        target("宁波市", 2024, "gdp", "growth", 6, "%", id="target"),
        result("宁波市", 2024, "gdp", "growth", 5.5, "%", id="estimate", status="estimate"),
        published("宁波市", 2024, "gdp", "growth", 5.4, "%", id="bulletin", status="preliminary"),
        result("宁波市", 2023, "gdp", "growth", 5.5, "%", id="last year"),
    ]
    assert ask(given, f"{COUNTED} order by observation_id") == [("bulletin",), ("last year",), ("target",)]


def test_a_mapping_that_a_person_confirmed_is_marked_as_reviewed(ask: Ask) -> None:
    given = [
        target("宁波市", 2024, "gdp", "growth", 6, "%"),
        target("宁波市", 2024, "retail_sales", "growth", 6, "%", rules=["noun_first", "reviewed"]),
        target("宁波市", 2024, "甬江奖", "growth", 6, "%"),
    ]
    assert ask(given, "select indicator, matched_by from figures order by observation_id") == [
        ("地区生产总值", "indicator"),
        ("社会消费品零售总额", "review"),
        ("甬江奖", "wording"),
    ]
