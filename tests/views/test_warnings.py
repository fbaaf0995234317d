"""warnings: what is odd about a document as a whole, alone or beside the others of a build."""

from __future__ import annotations

import pytest

from .conftest import Ask, document, result, target

QUERY = "select doc_id, name from warnings order by doc_id, name"
LONG = "新" * 4000


def test_what_reading_said_of_a_document_is_told(ask: Ask) -> None:
    given = [document("宁波市", 2024, doc_id="a", text="x", warnings=["no_targets: a work report without targets: 72 results"])]
    assert ask(given, "select doc_id, name, says from warnings") == [("a", "no_targets", "a work report without targets: 72 results")]


def test_two_documents_for_one_place_year_and_kind_name_each_other(ask: Ask) -> None:
    given = [
        document("宁波市", 2024, doc_id="a", text="x"),
        document("宁波市", 2024, doc_id="b", text="x"),
        document("宁波市", 2025, doc_id="c", text="x"),
        document("宁波市", 2024, "bulletin", doc_id="d", text="x"),
    ]
    assert ask(given, QUERY) == [("a", "two_documents"), ("b", "two_documents")]


def test_a_document_with_far_fewer_rows_than_the_others_of_its_kind_is_named(ask: Ask) -> None:
    given = [document("宁波市", year, doc_id=f"d{year}", text=LONG) for year in range(2015, 2021)]
    rows = [
        target("宁波市", year, "gdp", "growth", value, "%", doc_id=f"d{year}", id=f"{year}-{value}")
        for year in range(2015, 2020)
        for value in range(8)
    ]
    assert ask([*given, *rows], QUERY) == [("d2020", "rows_per_character")]


def test_a_document_with_far_more_rows_than_the_others_of_its_kind_is_named(ask: Ask) -> None:
    given = [document("宁波市", year, doc_id=f"d{year}", text=LONG) for year in range(2015, 2021)]
    rows = [
        target("宁波市", year, "gdp", "growth", value, "%", doc_id=f"d{year}", id=f"{year}-{value}")
        for year in range(2015, 2021)
        for value in range(40 if year == 2020 else 8)
    ]
    assert ask([*given, *rows], QUERY) == [("d2020", "rows_per_character")]


@pytest.mark.parametrize(("growth", "named"), [(5.2, []), (52, ["growth_against_levels"])])
def test_a_growth_that_the_levels_of_two_years_contradict_is_named(ask: Ask, growth: float, named: list[str]) -> None:
    given = [
        document("宁波市", 2024, doc_id="a", text="x"),
        document("宁波市", 2025, doc_id="b", text="x"),
        result("宁波市", 2023, "gdp", "amount", 1.6e12, "元", doc_id="a"),
        result("宁波市", 2024, "gdp", "amount", 1.7e12, "元", doc_id="b"),
        result("宁波市", 2024, "gdp", "growth", growth, "%", doc_id="b"),
    ]
    assert ask(given, "select name from warnings where doc_id = 'b'") == [(name,) for name in named]


@pytest.mark.parametrize(
    ("indicator", "growth", "named"),
    [("retail_sales", 5, []), ("retail_sales", 12, ["growth_against_levels"]), ("gdp", 12, []), ("gdp", 18, ["growth_against_levels"])],
)
def test_what_one_document_tells_of_two_years_must_agree_more_closely(ask: Ask, indicator: str, growth: float, named: list[str]) -> None:
    """The growth of gdp leaves prices out, that of sales does not."""
    given = [
        document("宁波市", 2025, doc_id="b", text="x"),
        result("宁波市", 2023, indicator, "amount", 1.6e12, "元", doc_id="b"),
        result("宁波市", 2024, indicator, "amount", 1.7e12, "元", doc_id="b"),
        result("宁波市", 2024, indicator, "growth", growth, "%", doc_id="b"),
    ]
    assert ask(given, "select name from warnings") == [(name,) for name in named]


def test_few_documents_say_nothing_of_what_is_usual(ask: Ask) -> None:
    given = [document("宁波市", year, doc_id=f"d{year}", text=LONG) for year in (2015, 2016)]
    rows = [target("宁波市", 2015, "gdp", "growth", value, "%", doc_id="d2015", id=f"{value}") for value in range(8)]
    assert ask([*given, *rows], QUERY) == []


def test_coverage_carries_the_warnings_of_its_sources(ask: Ask) -> None:
    given = [
        document("宁波市", 2024, doc_id="a", text="x", warnings=["no_results: odd"]),
        target("宁波市", 2024, "gdp", "growth", 5, "%", doc_id="a"),
    ]
    query = "select stage, warnings from coverage where year = 2024 or (year = 2023 and stage = 'result') order by year, stage desc"
    assert ask(given, query) == [("result", ["no_results: odd"]), ("target", ["no_results: odd"]), ("result", [])]
