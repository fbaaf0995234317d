"""How much of a document is there: a missing part, an excerpt, a text that breaks off."""

from __future__ import annotations

import pytest

from mubiao.outline.coverage import with_coverage
from mubiao.outline.outline import outline

REVIEW = "一、2024年工作回顾\n地区生产总值增长5.4%，城镇新增就业首次超过20万人，建成绿道100公里，创历史新高。\n"
PLAN = "二、2025年主要任务\n地区生产总值增长5.5%左右，城镇新增就业20万人以上，新增绿地200公顷、绿道100公里，口袋公园50个。\n"


@pytest.fixture
def judged(document):
    """judged(text, …) -> coverage, incomplete parts and gaps."""

    def judge(text: str, *args: str, **facts: object) -> tuple[str | None, tuple[str, ...], str | None]:
        made = document(text, *args, **facts)
        found = with_coverage(made, outline(made)).facts
        return found.coverage, found.partial_parts, found.gaps

    return judge


def test_a_report_with_both_parts_is_whole(judged):
    assert judged(REVIEW + PLAN) == ("full", (), None)


def test_a_report_without_review_is_partial(judged):
    assert judged(PLAN) == ("partial", ("review",), "no review")


def test_a_report_without_plan_is_partial(judged):
    assert judged(REVIEW) == ("partial", ("plan",), "no plan")


def test_a_list_of_tasks_needs_no_review(judged):
    assert judged("1.新增绿地200公顷。\n牵头单位：市住建局", "task_breakdown") == ("full", (), None)


@pytest.mark.parametrize(
    "facts", [{"name": "宁波市-2025-政府工作报告-节选.txt"}, {"title": "宁波市政府工作报告（摘要）"}], ids=["file_name", "title"]
)
def test_an_excerpt_is_partial_in_both_parts(judged, facts: dict[str, str]):
    assert judged(REVIEW + PLAN, **facts) == ("partial", ("review", "plan"), "an excerpt")


def test_a_text_that_breaks_off_is_partial_in_its_last_part(judged):
    assert judged(REVIEW + PLAN + "推进城乡风貌整治提升，加快海绵城市建设，改造供水管网300公里，盘活闲置农房2000幢，建设未来社") == (
        "partial",
        ("plan",),
        "breaks off in mid-sentence",
    )


def test_a_signature_at_the_end_is_no_break(judged):
    assert judged(REVIEW + PLAN + "宁波市人民政府\n2025年1月17日") == ("full", (), None)


def test_several_gaps_are_told_together(judged):
    assert judged(PLAN, name="宁波市-节选.txt") == ("partial", ("review", "plan"), "an excerpt; no review")


def test_what_the_sources_table_says_stands(document):
    made = document(PLAN, coverage="full")
    assert with_coverage(made, outline(made)) is made


def test_inferred_coverage_is_marked(document):
    made = document(REVIEW + PLAN, inferred=("year",))
    assert with_coverage(made, outline(made)).facts.inferred == ("coverage", "year")
