"""Scores: which rows are paired with which gold rows, what counts, and when a field is right."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from mubiao.quality.gold import Gold
from mubiao.quality.score import Score, likeness, score
from mubiao.rows import Observation

MakeGold = Callable[..., Gold]
MakeRow = Callable[..., Observation]


def counts(result: Score) -> tuple[int, int, int, int]:
    """Gold rows, those found, false rows, rows right in every field."""
    return result.gold, result.found, result.false, result.strict


# Pairing ------------------------------------------------------------------------------------------------------------------


def test_a_row_on_the_same_number_is_found_and_right(gold: MakeGold, found: MakeRow) -> None:
    assert counts(score(gold({}), [found()])) == (1, 1, 0, 1)


def test_a_row_elsewhere_is_false_and_the_gold_row_is_missed(gold: MakeGold, found: MakeRow) -> None:
    result = score(gold({}), [found(char_start=20, char_end=24)])

    assert counts(result) == (1, 0, 1, 0)
    assert result.wrong == ["false   20: 30公里 绿道", "missed  10: 30公里 绿道"]


@pytest.mark.parametrize(("start", "end", "hit"), [(13, 20, 1), (14, 20, 0), (5, 11, 1), (5, 10, 0)])
def test_spans_meet_when_they_share_a_character(gold: MakeGold, found: MakeRow, start: int, end: int, hit: int) -> None:
    assert score(gold({}), [found(char_start=start, char_end=end)]).found == hit


def test_two_rows_on_one_number_are_paired_by_their_indicators(gold: MakeGold, found: MakeRow) -> None:
    wanted = gold({"indicator": "制造业中长期贷款"}, {"indicator": "普惠小微贷款"})

    assert counts(score(wanted, [found(indicator="普惠小微贷款"), found(indicator="制造业中长期贷款")])) == (2, 2, 0, 2)


def test_a_second_row_on_a_number_with_one_gold_row_is_false(gold: MakeGold, found: MakeRow) -> None:
    assert counts(score(gold({}), [found(), found(indicator="绿地")])) == (1, 1, 1, 1)


@pytest.mark.parametrize("role", ["dup", "ignore"])
def test_rows_that_meet_only_free_gold_count_nowhere(gold: MakeGold, found: MakeRow, role: str) -> None:
    assert counts(score(gold({"role": role}), [found()])) == (0, 0, 0, 0)


@pytest.mark.parametrize("role", ["core", "sub", "stretch"])
def test_parts_and_second_tiers_are_scored(gold: MakeGold, found: MakeRow, role: str) -> None:
    assert counts(score(gold({"role": role}), [found()])) == (1, 1, 0, 1)


def test_relative_targets_are_left_out(gold: MakeGold, found: MakeRow) -> None:
    assert counts(score(gold({"role": "relative"}), [found(value=None, measure="relative")])) == (0, 0, 0, 0)


def test_rows_outside_the_judged_stretches_are_left_out(gold: MakeGold, found: MakeRow) -> None:
    assert counts(score(gold({}, spans=[(0, 20)]), [found(), found(char_start=30, char_end=34)])) == (1, 1, 0, 1)


# Fields -------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("value", 31.0),
        ("unit", "米"),
        ("comparator", "ge"),
        ("measure", "growth"),
        ("stage", "result"),
        ("year", 2024),
        ("indicator", "城市更新"),
    ],
)
def test_a_wrong_field_is_counted_and_the_row_is_not_strict(gold: MakeGold, found: MakeRow, name: str, value: object) -> None:
    result = score(gold({}), [found(**{name: value})])

    assert counts(result) == (1, 1, 0, 0)
    assert {field: result.share(field) for field in result.judged} == {field: float(field != name) for field in result.judged}


@pytest.mark.parametrize(
    ("wanted", "given"),
    [
        pytest.param({"comparator": "gt"}, {"comparator": "ge"}, id="more than and at least are one class"),
        pytest.param({"comparator": "lt"}, {"comparator": "le"}, id="less than and at most are one class"),
        pytest.param({"unit": "吨标准煤"}, {"unit": "吨标煤"}, id="two names of a unit"),
        pytest.param({"unit": "套（间）"}, {"unit": "套"}, id="a second classifier in brackets"),
        pytest.param({"unit": "％"}, {"unit": "%"}, id="full width"),
        pytest.param({"value": 0.1 + 0.2}, {"value": 0.3}, id="rounding of decimals"),
        pytest.param({"indicator": "“四好农村路”"}, {"indicator": "四好农村路"}, id="quotation marks"),
        pytest.param({"indicator": "全市口袋公园"}, {"indicator": "口袋公园"}, id="most of the letters"),
        pytest.param({"indicator": "高标准农田"}, {"indicator": "新建高标准农田"}, id="a part of it"),
    ],
)
def test_what_counts_as_the_same(gold: MakeGold, found: MakeRow, wanted: dict[str, object], given: dict[str, object]) -> None:
    assert score(gold(wanted), [found(**given)]).wrong == []


@pytest.mark.parametrize(
    ("wanted", "given"),
    [
        pytest.param({"comparator": "approx"}, {"comparator": "eq"}, id="about is not exactly"),
        pytest.param({"unit": "公里"}, {"unit": "米"}, id="units that convert"),
        pytest.param({"indicator": "绿道"}, {"indicator": "绿道建设规划实施方案"}, id="much longer"),
        pytest.param({"indicator": "存款余额"}, {"indicator": "贷款余额"}, id="half of the letters"),
    ],
)
def test_what_does_not(gold: MakeGold, found: MakeRow, wanted: dict[str, object], given: dict[str, object]) -> None:
    assert score(gold(wanted), [found(**given)]).strict == 0


def test_a_wrong_field_is_told_with_what_it_should_be(gold: MakeGold, found: MakeRow) -> None:
    assert score(gold({}), [found(year=2024)]).wrong == ["wrong   10: 30公里 year: 2024 should be 2025"]


@pytest.mark.parametrize(
    ("name", "wanted", "given", "share"),
    [
        ("lead", ["市水利局"], {"lead_units": ["市水利局"]}, 1.0),
        ("lead", ["市水利局"], {"lead_units": ["市住建局"]}, 0.0),
        ("deadline", "2025年12月底前", {"deadline": "2025年12月底前"}, 1.0),
        ("deadline", "2025年12月底前", {"deadline": None}, 0.0),
        ("cumulative", True, {"cumulative": False}, 0.0),
    ],
)
def test_duties_are_judged_apart_where_gold_has_them(
    gold: MakeGold, found: MakeRow, name: str, wanted: object, given: dict[str, object], share: float
) -> None:
    result = score(gold({name: wanted}), [found(**given)])

    assert (result.judged[name], result.share(name), result.strict) == (1, share, 1)


# Figures ------------------------------------------------------------------------------------------------------------------


def test_f1_is_the_harmonic_mean_of_precision_and_recall() -> None:
    result = Score(gold=4, found=3, false=1, strict=2)

    assert (result.detection, result.strict_row) == (0.75, 0.5)


def test_nothing_to_find_and_nothing_found_is_no_division_by_zero() -> None:
    assert (Score().detection, Score().share("unit")) == (0.0, 1.0)


def test_documents_add_up(gold: MakeGold, found: MakeRow) -> None:
    total = Score()
    total.add(score(gold({}), [found()]))
    total.add(score(gold({}, {"s": 30, "e": 34}), [found(year=2024)]))

    assert counts(total) == (3, 2, 0, 1)
    assert (total.share("year"), total.share("unit")) == (0.5, 1.0)


def test_rows_are_counted_by_the_rule_that_found_their_thing(gold: MakeGold, found: MakeRow) -> None:
    result = score(gold({}), [found(), found(char_start=30, char_end=34, rules=["number_first"])])

    assert result.rules == {"noun_first": {"rows": 1, "right": 1}, "number_first": {"rows": 1}}


@pytest.mark.parametrize(
    ("left", "right", "like"),
    [("绿道", "绿道", 1.0), ("“绿道”", "绿道", 1.0), ("绿道", "公园", 0.0), ("存款余额", "贷款余额", 2 / 3), ("路", "道路", 1.0), ("", "绿道", 0.0)],
)
def test_likeness_counts_pairs_of_letters(left: str, right: str, like: float) -> None:
    assert likeness(left, right) == pytest.approx(like)


# Other wordings -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("indicator", "right"),
    [
        ("电梯加装", 1),  # as gold lists it
        ("老旧小区既有多层房屋电梯加装", 0),  # beyond the list: no part is taken for the whole
        ("住宅电梯", 1),  # gold's own wording
    ],
)
def test_a_wording_that_gold_lists_is_as_right_as_its_own(gold: MakeGold, found: MakeRow, indicator: str, right: int) -> None:
    assert score(gold({"indicator": "住宅电梯", "also": ["电梯加装"]}), [found(indicator=indicator)]).strict == right


def test_rows_on_one_number_are_paired_by_the_likest_of_all_wordings(gold: MakeGold, found: MakeRow) -> None:
    wanted = gold({"indicator": "绿道"}, {"indicator": "慢行系统", "also": ["健身步道"]})

    assert counts(score(wanted, [found(indicator="健身步道"), found(indicator="绿道")])) == (2, 2, 0, 2)


def test_a_measure_that_gold_allows_beside_its_own_is_right(gold: MakeGold, found: MakeRow) -> None:
    assert score(gold({"also_measure": ["change"]}), [found(measure="change")]).strict == 1


@pytest.mark.parametrize("indicator", ["绿道|公里", "（2）绿道", "绿道（含驿站", "40家企业绿道"])
def test_an_indicator_that_is_malformed_is_never_right(gold: MakeGold, found: MakeRow, indicator: str) -> None:
    assert score(gold({}), [found(indicator=indicator)]).strict == 0


def test_what_gold_itself_writes_is_not_malformed(gold: MakeGold, found: MakeRow) -> None:
    assert score(gold({"indicator": "产值100亿元以上企业"}), [found(indicator="产值100亿元以上企业")]).strict == 1
