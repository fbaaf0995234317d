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
    of_results = ("budget", "superseded", "only_planned")
    assert name in reasons or (part == "plan" and name in of_results) or (part == "review" and name in ("term_of_office", "still_there"))


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
        ("not_planned", "今年不把进出口增长5%作为约束性指标。"),
        ("distance_to_target", "技改投资距年度计划确定的200亿元的任务相差30亿元。"),
        ("distance_to_target", "规上工业增加值增速低于7%的年度目标1.2个百分点。"),
        ("only_planned", "拟新建的12所学校因故暂缓。"),
        ("superseded", "原计划6月建成的3条道路推迟。"),
        ("superseded", "7月，市人大常委会调整为5%。"),
        ("supposed", "只有地区生产总值增长8%以上，才能如期赶上。"),
        ("per_step", "经测算，经济每增长1个百分点，可带动新增就业2万人。"),
        ("target_of_nothing", "圆满完成全年6%左右的预期目标。"),
        ("per_step", "每引进项目10个，可新增就业500人。"),
        ("demand_above", "国务院明确，赤字率按4%安排。"),
        ("demand_above", "浙江省委省政府要求研发投入强度达到3.3%。"),
        ("quoted", "不少市民反映停车位缺口2万个。"),
        ("reward", "凡新增就业超过100人的企业，补贴20万元。"),
        ("reward", "对技改投资超过500万元的企业，按投资额的8%给予奖补。"),
        ("not_planned", "不再下达招商引资100亿元的任务。"),
        ("not_reached", "税收增速没能达到5%。"),
        ("not_yet", "还有12个村没有通公交。"),
        ("budget", "年初预算收入200亿元，实际完成185亿元。"),
        ("supposed", "只要投资增长10%，就能实现翻番。"),
        ("quoted", "一些企业家建议减税20亿元。"),
        ("quoted", "专家预计出口增长5%。"),
        ("turned_from", "出口下降12%的势头得到有效遏制。"),
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
        ("地区生产总值实现了增长6.5%的预期目标。", ["target"]),
        ("地区生产总值预期增长6%左右，实际增长5.1%。", ["target", "result"]),
        ("城镇新增就业计划8万人、完成9.3万人。", ["target", "result"]),
        ("年初确定的地区生产总值增长6%，圆满收官。", ["target"]),
        ("实施计划总投资300亿元的项目30个。", ["result"]),
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


def test_a_place_that_has_nothing_to_do_with_the_document_may_have_a_figure_of_any_kind(refused: Rows) -> None:
    said = "对标先进，苏州常住人口城镇化率达到83%；温州、金华分别增长6.3%、6.2%，港口货物吞吐量增长5%。"
    assert [text for text, reason in refused("review", said) if reason == "figure_of_another_place"] == ["83%", "6.3%", "6.2%"]


def test_a_target_that_a_result_is_compared_with_is_not_bounded_by_it(rows: Rows) -> None:
    said = "规上工业增加值增速低于7%的年度目标1.2个百分点。"
    assert rows("review", said, "value stage comparator") == [(7, "target", "eq")]


@pytest.mark.parametrize(
    ("sentence", "reference"),
    [
        ("固定资产投资增长4.1%，塌年度目标3.9个百分点。", "年度目标"),
        ("固定资产投资增长4.1%；塌目标3.9个百分点。", "目标"),
        ("固定资产投资增长4.1%，距年度目标相差3.9个百分点。", "年度目标"),
        ("固定资产投资增长4.1%，低于年度目标3.9个百分点。", "年度目标"),
    ],
)
def test_how_far_a_result_is_from_its_target_is_a_change_against_it(rows: Rows, sentence: str, reference: str) -> None:
    told = rows("review", sentence, "indicator_id stage measure value relation reference")
    assert told[1:] == [("fixed_asset_investment", "result", "change", 3.9, "below", reference)]


def test_every_table_of_words_is_used() -> None:
    assert set(load().words["stance"]) == {
        "not_planned", "not_reached", "not_yet", "none_of", "superseded", "if", "step", "demand", "model", "speaker", "reward", "abroad",
    }  # fmt: skip


def test_what_whoever_comes_will_be_given_is_no_target(refused: Rows) -> None:
    assert ("1000万元", "reward") in refused("plan", "对新引进的世界500强企业奖励1000万元。")


@pytest.mark.parametrize("opening", ["在外部环境好转的情况下，力争", "在条件允许的前提下，"])
def test_what_is_planned_on_a_condition_is_supposed_and_what_was_done_under_it_is_not(rows: Rows, refused: Rows, opening: str) -> None:
    sentence = f"{opening}新建学校10所。"
    assert refused("plan", sentence) == [("10所", "supposed")]
    assert rows("review", sentence, "indicator value") == [("学校", 10)]
    assert rows("plan", "在确保安全的前提下，新建学校10所。", "indicator value") == [("学校", 10)]


@pytest.mark.parametrize(("place", "refusal"), [("330200", []), ("330282", [("30个", "demand_above")])])
def test_what_the_city_has_set_is_above_a_county(refused: Rows, place: str, refusal: list[tuple[str, str]]) -> None:
    assert refused("plan", "市定目标新建公园30个。", place) == refusal


@pytest.mark.parametrize("set_by", ["省下达的", "省定目标", "上级定的", "省政府下达的"])
def test_who_has_set_a_task_that_is_carried_out_is_no_part_of_it(rows: Rows, set_by: str) -> None:
    assert rows("plan", f"完成{set_by}老旧小区改造30个。", "indicator value") == [("老旧小区改造", 30)]
