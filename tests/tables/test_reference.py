"""The tables that depend on no document: indicators, jurisdictions, units, rules of attainment, kinds of commitment."""

from __future__ import annotations

import pytest

from mubiao.lexicon.vocabulary import vocabulary
from mubiao.rows import CommitmentKind, JurisdictionRow, UnitRow
from mubiao.tables.attainment import read_rules
from mubiao.tables.reference import ROWS_OF
from mubiao.tables.schema import to_arrow


@pytest.fixture(scope="module")
def tables() -> dict[str, list[object]]:
    return {"attainment_rules": read_rules(), **{name: list(rows()) for name, rows in ROWS_OF.items()}}


@pytest.mark.parametrize("table", ["indicators", "jurisdictions", "units", "attainment_rules", "commitment_kinds"])
def test_the_rows_fit_their_table(tables, table: str):
    assert to_arrow(table, tables[table]).num_rows == len(tables[table]) > 0


def test_every_indicator_of_the_vocabulary_is_a_row(tables):
    assert [row.indicator_id for row in tables["indicators"]] == list(vocabulary().by_id)


def test_an_indicator_says_what_it_is(tables):
    (gdp,) = [row for row in tables["indicators"] if row.indicator_id == "gdp"]
    assert (gdp.name, gdp.unit, gdp.nature, gdp.direction, gdp.parent) == ("地区生产总值", "元", "flow", "higher", None)


def test_growth_in_constant_prices_is_marked(tables):
    marked = {row.indicator_id: row.real_growth for row in tables["indicators"]}
    assert (marked["gdp"], marked["industrial_value_added"], marked["general_public_budget_revenue"]) == (True, True, False)


@pytest.mark.parametrize(
    "place",
    [
        JurisdictionRow("330000", "浙江省", "浙江省", ["浙江", "浙江省"], "province", None),
        JurisdictionRow("330282", "慈溪市", "浙江省宁波市慈溪市", ["慈溪", "慈溪县", "慈溪市"], "county", "330200"),
        JurisdictionRow("330212", "鄞州区", "浙江省宁波市鄞州区", ["鄞县", "鄞州", "鄞州区"], "county", "330200"),
    ],
    ids=lambda place: place.jurisdiction_code,
)
def test_a_place_has_all_its_names_and_the_place_above(tables, place: JurisdictionRow):
    assert place in tables["jurisdictions"]


@pytest.mark.parametrize(
    ("unit", "other", "factor"), [("公斤", "斤", 2), ("公顷", "亩", 15), ("公里", "米", 1000), ("吨", "公斤", 1000), ("‰", "%", 0.1)]
)
def test_units_of_one_dimension_convert_into_each_other(tables, unit: str, other: str, factor: float):
    found = {row.unit: row for row in tables["units"]}
    assert found[unit].dimension == found[other].dimension
    assert found[unit].factor / found[other].factor == pytest.approx(factor)


def test_a_unit_that_several_words_share_is_one_row(tables):
    assert [row for row in tables["units"] if row.unit == "百分点"] == [UnitRow("百分点", "points", 1.0, counts=False, classifier=False)]


def test_the_rules_of_attainment_are_those_that_were_given(tables):
    assert tables["attainment_rules"] == read_rules()


@pytest.mark.parametrize(("word", "kind"), [("确保", "hard"), ("力争", "soft"), ("争取", "soft")])
def test_words_of_commitment_are_hard_or_soft(tables, word: str, kind: str):
    assert CommitmentKind(word, kind) in tables["commitment_kinds"]
