"""Panels: places by years, with honest blanks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mubiao.errors import PlaceError, UsageError
from mubiao.warehouse import Warehouse


@pytest.fixture(scope="module")
def tables(example_tables: Path) -> Iterator[Warehouse]:
    with Warehouse(example_tables) as opened:
        yield opened


def test_a_wide_panel_has_a_row_for_each_place_and_year(tables: Warehouse) -> None:
    panel = tables.panel(["gdp"], places=["宁波市", "鄞州区"], years=[2023, 2025])

    assert list(zip(panel["jurisdiction"], panel["year"], strict=True)) == [
        (place, year) for place in ("宁波市", "鄞州区") for year in (2023, 2024, 2025)
    ]
    ningbo = panel[(panel["jurisdiction"] == "宁波市") & (panel["year"] == 2024)].iloc[0]
    assert (ningbo["gdp_growth_target"], ningbo["gdp_growth_result"]) == (6.0, 5.4)


def test_a_panel_of_a_level_has_every_place_of_it_with_blanks(tables: Warehouse) -> None:
    panel = tables.panel(["gdp"], level="prefecture", years=[2024])

    assert len(panel) > 300
    assert panel["gdp_growth_target"].notna().sum() == 1


def test_a_panel_of_provinces_has_the_31_that_give_such_reports(tables: Warehouse) -> None:
    assert len(tables.panel(["gdp"], level="province", years=[2025])) == 31


def test_a_column_says_what_it_is_and_its_unit(tables: Warehouse) -> None:
    labels = tables.panel(["foreign_investment_used"], places=["宁波市"]).attrs["labels"]

    assert labels["foreign_investment_used_amount_target"] == "实际利用外资 amount target (美元), Foreign investment actually used"
    assert labels["foreign_investment_used_growth_target"] == "实际利用外资 growth target (%), Foreign investment actually used"


def test_new_ones_and_all_there_are_stand_in_columns_of_their_own(tables: Warehouse) -> None:
    panel = tables.panel(["高新技术企业"], places=["330200"], years=[2024])

    assert panel["high_tech_enterprises_amount_target"].tolist() == [1500.0]
    assert panel["high_tech_enterprises_amount_total_result"].tolist() == [8800.0]


def test_a_long_panel_has_the_words_and_quotes(tables: Warehouse) -> None:
    panel = tables.panel(["gdp"], places=["宁波市"], years=[2024], wide=False)
    growth = panel[panel["measure"] == "growth"].iloc[0]

    assert (growth["target"], growth["target_modifier"], growth["unit"]) == (6.0, "左右", "%")
    assert "6%左右" in growth["target_quote"]


@pytest.mark.parametrize(
    ("indicators", "message"),
    [(["gpd"], r"no indicator is called gpd; did you mean gdp \(地区生产总值\)"), (["电梯"], r"did you mean .*电梯")],
)
def test_an_unknown_indicator_is_told_with_what_is_meant(tables: Warehouse, indicators: list[str], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        tables.panel(indicators)


def test_unknown_places_and_levels_are_told(tables: Warehouse) -> None:
    with pytest.raises(PlaceError):
        tables.panel(["gdp"], places=["亚特兰蒂斯"])
    with pytest.raises(UsageError, match="no level village; there are province, prefecture, county"):
        tables.panel(["gdp"], level="village")  # type: ignore[arg-type]


def test_places_and_years_say_what_there_is(tables: Warehouse) -> None:
    assert tables.places()["jurisdiction"].tolist()[-1] == "宁夏回族自治区"
    assert {"北京市", "宁波市", "鄞州区", "慈溪市"} <= set(tables.places()["jurisdiction"])
    assert {2024, 2025} <= set(tables.years()["year"])


def test_a_ranking_says_how_its_numbers_are_bounded(tables: Warehouse) -> None:
    """6%左右 and 5.5%以上 are no exact figures, also where no word for that is held."""
    ranked = tables.rank("gdp", 2024, level="prefecture")
    assert ranked[["target_comparator", "result_comparator", "next_comparator"]].to_numpy().tolist() == [["approx", "eq", "ge"]]


def test_a_range_keeps_its_upper_end_in_rankings_and_panels(tables: Warehouse) -> None:
    """江西省 plans 5—5.5% for 2026: neither 5% nor any exact figure."""
    ranked = tables.rank("gdp", 2026).set_index("jurisdiction").loc["江西省"]
    assert (ranked["target_comparator"], ranked["target"], ranked["target_value_high"], ranked["target_unit"]) == ("range", 5.0, 5.5, "%")
    long = tables.panel(["gdp"], places=["江西省"], years=[2026], wide=False).iloc[0]
    assert (long["target"], long["target_value_high"]) == (5.0, 5.5)
    wide = tables.panel(["gdp"], places=["江西省", "北京市"], years=[2026])
    columns = ["gdp_growth_target", "gdp_growth_target_high", "gdp_growth_target_comparator"]
    told = wide.set_index("jurisdiction")[columns].astype(object)
    assert told.where(told.notna(), None).to_dict("index") == {
        "北京市": dict(zip(columns, [5.0, None, "approx"], strict=True)),
        "江西省": dict(zip(columns, [5.0, 5.5, "range"], strict=True)),
    }


def test_a_wide_panel_of_plain_numbers_has_no_columns_for_bounds(tables: Warehouse) -> None:
    panel = tables.panel(["gdp"], places=["000000"], years=[2023])
    assert [column for column in panel.columns if column.endswith(("_high", "_comparator"))] == []


def test_a_measure_that_an_indicator_is_not_told_in_is_refused_with_those_that_it_is(tables: Warehouse) -> None:
    with pytest.raises(UsageError, match="gdp is not told as speed; give growth or amount"):
        tables.rank("gdp", 2025, measure="speed")


def test_a_ranking_has_the_highest_result_first(tables: Warehouse) -> None:
    ranked = tables.rank("gdp", 2024, level="prefecture")
    assert ranked[["rank", "jurisdiction", "target", "result", "next", "attainment"]].to_numpy().tolist() == [[1, "宁波市", 6.0, 5.4, 5.5, "missed"]]
