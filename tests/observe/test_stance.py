"""Figures that are neither promised nor told as facts: each rule with what it takes and what nearly is so."""

from __future__ import annotations

import pytest

from mubiao.lexicon.loader import load
from mubiao.observe.stance import RULES

from .conftest import Rows


@pytest.mark.parametrize(("name", "sentence"), [(one.name, sentence) for one in RULES for sentence in one.takes])
@pytest.mark.parametrize("part", ["review", "plan"])
def test_a_rule_takes_its_examples(refused: Rows, name: str, sentence: str, part: str) -> None:
    reasons = [reason for _, reason in refused(part, sentence)]
    assert name in reasons or (part == "plan" and name in ("budget", "superseded"))


@pytest.mark.parametrize(("name", "sentence"), [(one.name, sentence) for one in RULES for sentence in one.refuses])
def test_a_rule_leaves_what_is_only_like_them(refused: Rows, name: str, sentence: str) -> None:
    assert name not in [reason for _, reason in refused("review", sentence)]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("not_planned", "不追求工业增加值增长12%的速度。"),
        ("not_reached", "固定资产投资没有完成增长8%的任务。"),
        ("not_yet", "30条农村公路仍未通车。"),
        ("none_of", "尚无企业营收超过500亿元。"),
        ("superseded", "原计划新建学校12所。"),
        ("budget", "一般公共预算支出调整预算820亿元。"),
        ("supposed", "即使进出口增长3%，也难以完成任务。"),
        ("step", "每提高1个百分点可减少能耗2万吨。"),
        ("demand_above", "国家提出经济增长5%左右。"),
        ("model", "借鉴深圳市研发投入强度达到6%的做法。"),
        ("quoted", "有代表建议最低工资提高10%。"),
        ("reward", "对税收增长超过20%的企业予以奖励。"),
        ("turned_from", "投资由去年同期下降4%回升。"),
    ],
)
def test_siblings(refused: Rows, name: str, sentence: str) -> None:
    assert name in [reason for _, reason in refused("review", sentence)]


@pytest.mark.parametrize(
    ("sentence", "rows_wanted"),
    [
        ("主要是拥有8个产业集群。", ["result"]),
        ("停征、取消3项收费项目。", ["result"]),
        ("地区生产总值增长5.5%（计划6%左右）。", ["result", "target"]),
        ("实现了增长6.5%的预期目标。", ["target"]),
        ("比原计划多建成50个口袋公园。", ["result"]),
    ],
)
def test_what_stays_a_row(rows: Rows, sentence: str, rows_wanted: list[str]) -> None:
    assert [stage for (stage,) in rows("review", sentence, "stage")] == rows_wanted


def test_the_target_of_a_five_year_plan_is_of_its_last_year(rows: Rows) -> None:
    assert rows("review", "提前完成“十四五”规划研发投入强度3.3%的目标。", "stage year") == [("target", 2025)]


def test_figures_of_a_place_that_has_nothing_to_do_with_the_document_are_refused(refused: Rows) -> None:
    assert refused("review", "苏州地区生产总值达到2.4万亿元，杭州市今年一般公共预算收入增长4%。") == [
        ("2.4万亿元", "figure_of_another_place"), ("4%", "figure_of_another_place"),
    ]  # fmt: skip


def test_every_table_of_words_is_used() -> None:
    assert set(load().words["stance"]) == {
        "not_planned", "not_reached", "not_yet", "none_of", "superseded", "if", "step", "demand", "model", "speaker", "reward",
    }  # fmt: skip
