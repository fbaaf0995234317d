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


LONG = "".join(map("新建绿道{}公里，推进城乡风貌整治提升，加快海绵城市建设，不断增进民生福祉，让群众有更多获得感。\n".format, range(60)))
CALL = "让我们团结奋斗，为建设现代化新宁波而努力！\n"


@pytest.mark.parametrize(
    ("text", "gaps"),
    [
        pytest.param(REVIEW + PLAN + LONG, "no call ends it", id="no call"),
        pytest.param(REVIEW + CALL + PLAN + LONG, "no call ends it", id="a call long before the end"),
        pytest.param(REVIEW + PLAN + LONG + CALL, None, id="whole"),
        pytest.param(REVIEW + PLAN + LONG + "各位代表！奋力谱写中国式现代化浙江篇章。", None, id="a call with a full stop"),
        pytest.param(REVIEW + PLAN + LONG + CALL + "附件\n2025年民生实事\n" + LONG, None, id="an annex behind the call"),
        pytest.param(REVIEW + PLAN + "三、自身建设\n" + LONG + CALL, None, id="headings in order"),
        pytest.param(REVIEW + "三、2025年主要任务\n" + LONG + CALL, "headings follow on nothing: 三、2025年主要任务", id="a heading is missing"),
        pytest.param(REVIEW + PLAN + "(一)产业\n(二)交通\n三、自身建设\n(三)廉政\n", None, id="numbers that run on under the next heading"),
        pytest.param(REVIEW + PLAN + "一产业\n新建绿道10公里。\n(二)交通\n三廉政\n", None, id="brackets that were lost"),
        pytest.param(REVIEW + PLAN + "(一)产业\n新建绿道10公里。\n(四)交通\n", "headings follow on nothing: (四)交通", id="every third line"),
    ],
)
def test_a_report_of_which_lines_are_missing_is_partial(judged, text: str, gaps: str | None):
    coverage, _, found = judged(text)
    assert (coverage, found) == ("partial" if gaps else "full", gaps)


TASKS = "".join(map("{}.新增绿地{}00公顷。\n牵头单位：市住建局\n".format, range(1, 13), range(1, 13)))


@pytest.mark.parametrize(
    ("end", "gaps"),
    [
        pytest.param("", None, id="whole"),
        pytest.param("13.新建绿道20公里，加强", "its last task breaks off", id="a task that names nobody"),
        pytest.param("13.新建绿道20公里。\n牵头单位：市住建局、", "its last task breaks off", id="an enumeration that goes on"),
        pytest.param("13.新建绿道20公里。\n牵头单位：市住建局，各区（县、市", "its last task breaks off", id="a bracket that is not closed"),
    ],
)
def test_a_list_that_is_cut_is_partial(judged, end: str, gaps: str | None):
    assert judged(TASKS + end, "task_breakdown") == ("partial" if gaps else "full", ("plan",) if gaps else (), gaps)


NOTICE = "《2025年重点工作分解》和《2025年民生实事分解》已经市政府同意，现印发给你们。\n2025年重点工作分解\n"
ASKED = "一、民生实事\n1.新建公园10个。\n牵头单位：市住建局\n"


@pytest.mark.parametrize(
    ("text", "gaps"),
    [
        pytest.param(NOTICE + TASKS + "附件2：2025年民生实事分解\n" + ASKED, None, id="both lists"),
        pytest.param(NOTICE + TASKS, "a list that it sends round is not in it: 2025年民生实事分解", id="cut behind the first"),
        pytest.param("《2025年重点工作分解》和《2025年民生实事分解》已经印发。\n" + TASKS, None, id="titles that nobody wrote above"),
    ],
)
def test_a_list_of_several_is_partial_without_the_last(judged, text: str, gaps: str | None):
    assert judged(text, "task_breakdown")[2] == gaps


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
