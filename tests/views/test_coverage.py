"""coverage: which sources speak of a place, year and stage, and what their silence means."""

from __future__ import annotations

import pytest

from mubiao.rows import DocumentRow

from .conftest import Ask, document, published, result, target


def test_every_year_from_the_one_before_to_the_one_after_is_told_of(ask: Ask) -> None:
    given = [
        target("宁波市", 2024, "gdp", "growth", 6, "%"),
        target("宁波市", 2024, "甬江奖", "amount", 5, "家"),
        published("宁波市", 2024, "gdp", "growth", 5.4, "%"),
        document("宁波市", 2024, doc_id="report"),
        document("宁波市", 2024, "livelihood_projects", doc_id="list"),
    ]
    query = """
        select jurisdiction, year, stage, silence, figures, mapped, published, doc_ids
        from coverage
        order by year, stage desc
    """
    assert ask(given, query) == [
        ("宁波市", 2023, "target", "no_document", 0, 0, 0, []),
        ("宁波市", 2023, "result", "stated", 0, 0, 0, ["report"]),
        ("宁波市", 2024, "target", "stated", 2, 1, 0, ["list", "report"]),
        ("宁波市", 2024, "result", "no_document", 1, 1, 1, []),
        ("宁波市", 2025, "target", "no_document", 0, 0, 0, []),
        ("宁波市", 2025, "result", "no_document", 0, 0, 0, []),
    ]


@pytest.mark.parametrize(
    ("doc_type", "spoken"),
    [
        pytest.param("work_report", [(2023, "result"), (2024, "target")], id="a work report reviews and plans"),
        pytest.param("plan_report", [(2023, "result"), (2024, "target")], id="a plan report reviews and plans"),
        pytest.param("task_breakdown", [(2024, "target")], id="a list of tasks plans"),
        pytest.param("livelihood_projects", [(2024, "target")], id="a list of livelihood projects plans"),
        pytest.param("bulletin", [(2024, "result")], id="a bulletin tells of its year"),
        pytest.param("statistics", [], id="single figures cover nothing"),
    ],
)
def test_what_a_source_speaks_of(ask: Ask, doc_type: str, spoken: list[tuple[int, str]]) -> None:
    given = [target("宁波市", 2024, "gdp", "growth", 6, "%"), document("宁波市", 2024, doc_type)]
    assert ask(given, "select year, stage from coverage where silence = 'stated' order by year, stage") == spoken


@pytest.mark.parametrize(
    ("sources", "silence"),
    [
        pytest.param([], "no_document", id="no source"),
        pytest.param([document("宁波市", 2024)], "stated", id="a whole source"),
        pytest.param([document("宁波市", 2024, coverage="partial", partial_parts=["plan"])], "partial", id="a source whose plan has gaps"),
        pytest.param([document("宁波市", 2024, coverage="partial", partial_parts=["review"])], "stated", id="a source whose review has gaps"),
        pytest.param(
            [document("宁波市", 2024, coverage="partial", partial_parts=["plan"]), document("宁波市", 2024, "task_breakdown")],
            "stated",
            id="a whole source beside one with gaps",
        ),
        pytest.param(
            [
                document("宁波市", 2024, coverage="partial", partial_parts=["plan"]),
                document("宁波市", 2024, "task_breakdown", coverage="partial", partial_parts=["plan"]),
            ],
            "partial",
            id="two sources with gaps",
        ),
    ],
)
def test_what_silence_about_a_target_means(ask: Ask, sources: list[DocumentRow], silence: str) -> None:
    given = [result("宁波市", 2024, "gdp", "growth", 5.4, "%"), *sources]
    assert ask(given, "select silence from coverage where year = 2024 and stage = 'target'") == [(silence,)]


def test_a_bulletin_with_gaps_is_partial(ask: Ask) -> None:
    given = [
        target("宁波市", 2024, "gdp", "growth", 6, "%"),
        document("宁波市", 2024, "bulletin", coverage="partial", partial_parts=["review"]),
    ]
    assert ask(given, "select silence from coverage where year = 2024 and stage = 'result'") == [("partial",)]
