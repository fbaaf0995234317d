"""What makes it likely that a whole document was misread: each guard with a document that it names and one that it leaves alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from mubiao.extracts import read_and_observe
from mubiao.model import Facts

HEAD = "宁波市2025年政府工作报告\n"
LIST = ["绿道{}公里", "公园{}个", "停车泊位{}个", "幼儿园{}所", "老年食堂{}家"]
TEN = [sentence.format(number) for number in (10, 20) for sentence in LIST]
REVIEW = "一、2024年工作回顾\n" + "\n".join(f"建成{said}。" for said in TEN) + "\n"
PLAN = "二、2025年工作安排\n" + "\n".join(f"新建{said}。" for said in TEN) + "\n"
ALONE = PLAN.replace("二、", "一、")


def warnings(tmp_path: Path, text: str, **facts: object) -> list[str]:
    path = tmp_path / "report.txt"
    path.write_text(text, encoding="utf-8")
    [(document, _, _)] = read_and_observe(path, Facts(**facts))  # type: ignore[arg-type]
    return [warning.partition(":")[0] for warning in document.facts.warnings]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        pytest.param(HEAD + REVIEW + PLAN, [], id="a whole report"),
        pytest.param(HEAD + REVIEW, ["no_targets"], id="only its review"),
        pytest.param(HEAD + ALONE, ["no_results"], id="only its plan"),
        pytest.param(HEAD + PLAN + REVIEW + "各项事业稳步发展，" * 80, ["targets_in_front", "incomplete"], id="a plan where reports look back"),
        pytest.param(HEAD + "二、2025年工作安排\n新建绿道10公里。", [], id="too short to say"),
        pytest.param(HEAD + REVIEW + PLAN + "地区生产总值增长5%。今年地区生产总值增长6%。", ["two_targets"], id="two targets for one headline"),
        pytest.param(HEAD + REVIEW + PLAN + "地区生产总值增长5%，力争增长6%。", [], id="two tiers of one target"),
        pytest.param(HEAD + REVIEW + PLAN.replace("新建", "2027年，新建"), ["other_year"], id="targets of another year"),
        pytest.param("德清县2025年国民经济和社会发展计划\n" + ALONE, [], id="a plan that is handed on tells no results"),
        pytest.param("关于宁波市2025年上半年国民经济和社会发展计划执行情况的报告\n" + REVIEW, [], id="a report on half a year need not plan"),
        pytest.param("关于宁波市2024年国民经济和社会发展计划执行情况与2025年计划草案的报告\n" + ALONE, ["no_results"], id="half a plan report"),
        pytest.param(
            "宁波市国民经济和社会发展第十五个五年规划纲要\n" + ALONE.replace("2025年工作安排", "主要目标").replace("新建", "到2030年，新建"),
            [],
            id="five years have targets of their last",
        ),
        pytest.param("慈溪市2024年民生实事完成情况\n" + REVIEW, [], id="a report of results plans nothing"),
        pytest.param(HEAD + (REVIEW + PLAN).replace("0", "□"), ["unreadable_signs"], id="digits lost in recognition"),
        pytest.param(HEAD + REVIEW + "推动绿色发展" * 400 + "\n" + PLAN, ["no_full_stops", "incomplete"], id="full stops lost"),
        pytest.param(HEAD + REVIEW + PLAN + "（送审稿）\n" + REVIEW + PLAN, ["said_twice"], id="two versions in one file"),
        pytest.param(HEAD + REVIEW + PLAN.replace("二", "三"), ["incomplete"], id="a section is missing"),
        pytest.param(HEAD + REVIEW + PLAN + "推动绿色发展，促进社会和谐。" * 200, ["targets_in_front", "incomplete"], id="its end is missing"),
    ],
)
def test_a_guard_names_what_is_odd(tmp_path: Path, text: str, named: list[str]) -> None:
    assert warnings(tmp_path, text) == named


def test_a_guard_names_the_kind_of_a_document_in_words(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(HEAD + REVIEW, encoding="utf-8")
    [(document, _, _)] = read_and_observe(tmp_path / "report.txt", Facts())
    assert document.facts.warnings == ("no_targets: a work report without targets: 10 results",)


def test_what_reading_says_stands_in_front(tmp_path: Path) -> None:
    assert warnings(tmp_path, HEAD + REVIEW, year=2024)[:2] == ["year_differs", "no_targets"]


@pytest.mark.parametrize(("text", "part"), [(HEAD + PLAN, "review"), (HEAD + REVIEW, "plan")])
def test_nobody_wonders_at_a_part_that_the_sources_table_calls_missing(tmp_path: Path, text: str, part: str) -> None:
    assert warnings(tmp_path, text, coverage="partial", partial_parts=(part,)) == []
