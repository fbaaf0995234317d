"""responsibilities: the tasks that a unit leads, how many of them hold quantified targets, and their verdicts."""

from __future__ import annotations

from .conftest import Ask, document, published, result, target, task

COUNTS = "select unit, tasks, quantified_tasks, targets, met, near, missed from responsibilities order by unit"


def test_a_unit_s_tasks_targets_and_verdicts_are_counted(ask: Ask) -> None:
    given = [
        task("宁波市", 2024, "t1", "市发改委"),
        task("宁波市", 2024, "t2", "市发改委"),
        task("宁波市", 2024, "t3", "市发改委"),
        task("宁波市", 2024, "t4", "市商务局"),
        target("宁波市", 2024, "gdp", "growth", 6, "%", comparator="approx", task_id="t1"),
        published("宁波市", 2024, "gdp", "growth", 5.8, "%"),
        target("宁波市", 2024, "fixed_asset_investment", "growth", 10, "%", task_id="t2"),
        result("宁波市", 2024, "fixed_asset_investment", "growth", 4, "%"),
        target("宁波市", 2024, "cpi", "growth", 3, "%", task_id="t2"),
        result("宁波市", 2024, "cpi", "growth", 0.2, "%"),
        target("宁波市", 2024, "retail_sales", "growth", 6.5, "%", task_id="t4"),
    ]
    query = (
        "select jurisdiction_code, jurisdiction, year, unit, tasks, quantified_tasks, targets, met, near, missed from responsibilities order by unit"
    )
    assert ask(given, query) == [
        ("330200", "宁波市", 2024, "市发改委", 3, 2, 3, 1, 1, 1),
        ("330200", "宁波市", 2024, "市商务局", 1, 1, 1, 0, 0, 0),
    ]


def test_every_leading_unit_of_a_task_has_its_targets(ask: Ask) -> None:
    given = [
        task("宁波市", 2025, "t1", "市自然资源规划局", "市农业农村局"),
        target("宁波市", 2025, "high_standard_farmland", "amount", 10e4, "亩", task_id="t1"),
    ]
    assert ask(given, COUNTS) == [("市农业农村局", 1, 1, 1, 0, 0, 0), ("市自然资源规划局", 1, 1, 1, 0, 0, 0)]


def test_units_that_only_help_are_left_out(ask: Ask) -> None:
    given = [task("宁波市", 2025, "t1", "市财政局", support_units=["市住建局"])]
    assert ask(given, COUNTS) == [("市财政局", 1, 0, 0, 0, 0, 0)]


def test_parts_second_tiers_and_results_in_a_task_are_no_targets_of_the_unit(ask: Ask) -> None:
    given = [
        task("鄞州区", 2024, "t1", "区教育局"),
        target("鄞州区", 2024, "学校", "amount", 40, "所", task_id="t1", id="whole"),
        target("鄞州区", 2024, "学校", "amount", 20, "所", task_id="t1", role="sub", parent_id="whole"),
        target("鄞州区", 2024, "学校", "amount", 45, "所", task_id="t1", role="stretch", parent_id="whole"),
        result("鄞州区", 2023, "学校", "amount", 38, "所", task_id="t1"),
    ]
    assert ask(given, COUNTS) == [("区教育局", 1, 1, 1, 0, 0, 0)]


def test_tasks_of_the_review_are_left_out(ask: Ask) -> None:
    assert ask([task("宁波市", 2024, "t1", "市财政局", part="review")], COUNTS) == []


def test_a_target_that_another_statement_outranks_has_no_verdict_of_its_own(ask: Ask) -> None:
    given = [
        task("宁波市", 2024, "t1", "市商务局"),
        task("宁波市", 2024, "t2", "市发改委"),
        document("宁波市", 2024, doc_id="later", published="2024-02-01"),
        document("宁波市", 2024, doc_id="earlier", published="2024-01-01"),
        target("宁波市", 2024, "retail_sales", "growth", 6.5, "%", task_id="t1", doc_id="later"),
        target("宁波市", 2024, "retail_sales", "growth", 6, "%", task_id="t2", doc_id="earlier"),
        result("宁波市", 2024, "retail_sales", "growth", 7, "%"),
    ]
    assert ask(given, COUNTS) == [("市发改委", 1, 1, 1, 0, 0, 0), ("市商务局", 1, 1, 1, 1, 0, 0)]


def test_targets_of_places_below_and_of_later_years_are_the_unit_s_too(ask: Ask) -> None:
    given = [
        task("宁波市", 2024, "t1", "市教育局"),
        target("鄞州区", 2025, "gdp", "growth", 6, "%", task_id="t1"),
        published("鄞州区", 2025, "gdp", "growth", 6.2, "%"),
    ]
    assert ask(given, COUNTS) == [("市教育局", 1, 1, 1, 1, 0, 0)]
