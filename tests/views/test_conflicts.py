"""conflicts: what sources state with different values or bounds, all statements kept."""

from __future__ import annotations

from typing import Any

import pytest

from mubiao.rows import Observation

from .conftest import Ask, published, relative, result, target

CONFLICTS = "select indicator, year, stage, values_differ, bounds_stated, difference, difference_unit from conflicts"


def test_an_estimate_and_the_later_bulletin_are_both_kept_the_one_that_counts_first(ask: Ask) -> None:
    given = [
        result("宁波市", 2024, "gdp", "growth", 5.5, "%", comparator="approx", modifier="左右", status="estimate", quote="预计增长5.5%左右"),
        published("宁波市", 2024, "gdp", "growth", 5.4, "%", status="preliminary", quote="地区生产总值增长5.4%"),
    ]
    query = """
        select
            jurisdiction, year, stage, indicator_id, measure, cumulative,
            values_differ, bounds_stated, difference, difference_unit, has_estimate, statements,
        from conflicts
    """
    said = ("observation_id", "doc_id", "value", "value_high", "unit", "comparator", "modifier", "status", "note", "quote")
    statements = [
        dict(zip(said, ("row 2", "bulletin", 5.4, None, "%", "eq", None, "preliminary", None, "地区生产总值增长5.4%"), strict=True)),
        dict(zip(said, ("row 1", "report", 5.5, None, "%", "approx", "左右", "estimate", None, "预计增长5.5%左右"), strict=True)),
    ]
    assert ask(given, query) == [("宁波市", 2024, "result", "gdp", "growth", False, True, 2, 0.1, "points", True, statements)]


def test_two_lists_that_ask_for_different_amounts_are_in_conflict(ask: Ask) -> None:
    """新增保障性租赁住房7500套 in the list of tasks, 筹建4000套 in the list of livelihood projects."""
    given = [
        target("鄞州区", 2024, "affordable_rental_housing", "amount", 7500, "套"),
        target("鄞州区", 2024, "affordable_rental_housing", "amount", 4000, "套"),
    ]
    assert ask(given, CONFLICTS) == [("保障性租赁住房", 2024, "target", True, 1, 0.466667, "share")]


def bound(value: float, comparator: str, **columns: Any) -> Observation:
    """A result for newly certified firms that is perhaps only a bound."""
    told = {"measure": "amount", "action_kind": "add", "comparator": comparator, **columns}
    return result("宁波市", 2024, "high_tech_enterprises", told.pop("measure"), value, "家", **told)


@pytest.mark.parametrize(
    ("one", "other", "in_conflict"),
    [
        pytest.param(bound(1e4, "eq"), bound(1e4, "ge"), False, id="1万 and 1万以上"),
        pytest.param(bound(1.2e4, "eq"), bound(1e4, "gt"), False, id="1.2万 and 超1万"),
        pytest.param(bound(0.9e4, "eq"), bound(1e4, "gt"), True, id="9000 and 超1万"),
        pytest.param(bound(1e4, "ge"), bound(2e4, "gt"), False, id="1万以上 and 超2万"),
        pytest.param(bound(1e4, "le"), bound(2e4, "gt"), True, id="1万以内 and 超2万"),
        pytest.param(bound(12345, "eq", value_text="12345家"), bound(12300, "eq", value_text="1.23万家"), False, id="12345 and 1.23万"),
        pytest.param(bound(12345, "eq", value_text="12345家"), bound(12500, "eq", value_text="1.25万家"), True, id="12345 and 1.25万"),
        pytest.param(bound(100, "eq", quote="甲100家、乙90家"), bound(90, "eq", quote="甲100家、乙90家"), False, id="two values in one clause"),
        pytest.param(bound(100, "eq", action="认定"), bound(90, "eq", action="淘汰"), False, id="two acts in one document"),
        pytest.param(bound(100, "eq", action="认定"), bound(90, "eq", action="新认定", doc_id="list"), True, id="two documents"),
        pytest.param(bound(100, "eq", quote="甲100家"), bound(90, "eq", quote="甲100家、乙90家"), False, id="the clause and a part of it"),
        pytest.param(bound(100, "eq"), bound(4500, "gt", action_kind="reach"), False, id="new and all there are"),
        pytest.param(bound(100, "eq"), bound(90, "eq", scope="市本级"), False, id="a part of the place"),
        pytest.param(bound(100, "eq"), bound(400, "eq", period_start=2020), False, id="five years"),
        pytest.param(bound(100, "eq"), bound(20, "eq", measure="change"), False, id="the change"),
    ],
)
def test_only_what_cannot_all_be_true_is_in_conflict(ask: Ask, one: Observation, other: Observation, in_conflict: bool) -> None:
    assert [name for (name,) in ask([one, other], "select indicator from conflicts")] == ["高新技术企业"] * in_conflict


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(target("宁波市", 2024, "greenways", "amount", 100, "公里", doc_id="list"), id="the same said twice"),
        pytest.param(target("宁波市", 2024, "greenways", "amount", 100e3, "米", doc_id="list"), id="the same in another unit"),
        pytest.param(target("宁波市", 2025, "greenways", "amount", 110, "公里"), id="another year"),
        pytest.param(result("宁波市", 2024, "greenways", "amount", 110, "公里"), id="the result"),
        pytest.param(target("鄞州区", 2024, "greenways", "amount", 10, "公里"), id="another place"),
        pytest.param(target("宁波市", 2024, "greenways", "amount", 900, "公里", cumulative=True), id="the total"),
        pytest.param(target("宁波市", 2024, "greenways", "growth", 10, "%"), id="another measure"),
        pytest.param(target("宁波市", 2024, "greenways", "amount", 120, "公里", role="stretch"), id="a second tier"),
        pytest.param(target("宁波市", 2024, "greenways", "amount", 50, "公里", part_of_year="上半年"), id="half a year"),
        pytest.param(relative("宁波市", 2024, "greenways", "trend", "稳中有升"), id="no number"),
    ],
)
def test_what_is_no_conflict(ask: Ask, other: Observation) -> None:
    assert ask([target("宁波市", 2024, "greenways", "amount", 100, "公里"), other], CONFLICTS) == []


def test_the_same_area_in_another_unit_is_no_conflict(ask: Ask) -> None:
    given = [
        target("宁波市", 2024, "green_space", "amount", 1.08, "公顷"),
        target("宁波市", 2024, "green_space", "amount", 16.2, "亩", doc_id="list"),
    ]
    assert ask(given, CONFLICTS) == []


def test_a_range_and_its_lower_end_alone_are_in_conflict(ask: Ask) -> None:
    given = [target("福建省", 2025, "gdp", "growth", 5, "%", value_high=5.5), target("福建省", 2025, "gdp", "growth", 5, "%", doc_id="plan report")]
    assert ask(given, "select indicator from conflicts") == [("地区生产总值",)]


@pytest.mark.parametrize(
    ("columns", "in_conflict"),
    [
        pytest.param({"doc_id": "list"}, True, id="another document, the same verb"),
        pytest.param({}, False, id="the same document: one of them has lost its subject"),
        pytest.param({"doc_id": "list", "action": "投产"}, False, id="another verb"),
    ],
)
def test_wordings_are_in_conflict_across_documents_and_with_one_verb_only(ask: Ask, columns: dict[str, str], in_conflict: bool) -> None:
    given = [
        result("宁波市", 2024, "重点项目", "amount", 130, "个", action="开工"),
        result("宁波市", 2024, "重点项目", "amount", 88, "个", **{"action": "开工", **columns}),
    ]
    assert ask(given, "select times_stated from conflicts") == [(2,)] * in_conflict
    assert ask(given, "select count(*) filter (other_thing) from figures") == [(int(not in_conflict),)]


@pytest.mark.parametrize("doc_id", ["report", "list"])
def test_two_lists_of_projects_in_one_document_are_two_things(ask: Ask, doc_id: str) -> None:
    """加快光谷等5500个重大项目建设, and further down 加快三峡水运新通道等3100个重大项目建设: neither is all of them."""
    given = [
        target("湖北省", 2025, "major_projects", "amount", 5500, "个", action="加快", rules=["exemplified"]),
        target("湖北省", 2025, "major_projects", "amount", 3100, "个", action="加快", rules=["exemplified"], doc_id=doc_id),
    ]
    assert ask(given, "select times_stated from conflicts") == [(2,)] * (doc_id == "list")
