"""Phrases without an indicator: suggestions for a person, written to a file that keeps what was decided."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from mubiao.lexicon.vocabulary import vocabulary
from mubiao.quality.unmapped import candidates, write_unmapped

Write = Callable[..., list[dict[str, str]]]


@pytest.mark.parametrize(
    ("phrase", "first"),
    [
        ("城镇新增就业人员", "urban_new_jobs 城镇新增就业 100"),
        ("粮食播种面积总量", "grain_area 粮食播种面积 86"),
    ],
)
def test_the_likest_indicator_comes_first(phrase: str, first: str) -> None:
    assert candidates(phrase)[0] == first


def test_there_are_three_suggestions_at_most_each_indicator_once() -> None:
    ids = [told.split()[0] for told in candidates("规模以上工业企业增加值")]

    assert len(ids) == 3
    assert len(set(ids)) == 3
    assert set(ids) <= set(vocabulary().by_id)


def test_likeness_falls_from_suggestion_to_suggestion() -> None:
    figures = [int(told.split()[-1]) for told in candidates("规模以上工业企业增加值")]

    assert figures == sorted(figures, reverse=True)


def test_a_phrase_that_is_like_nothing_has_no_suggestion() -> None:
    assert candidates("乌篷船") == []


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes the file for the unmapped phrases given, each with its number of rows, and reads it."""

    def run(**phrases: int) -> list[dict[str, str]]:
        connection = duckdb.connect()
        connection.execute(
            """
            create table observations (
                indicator_id varchar, indicator_key varchar, indicator varchar, observation_id varchar, doc_id varchar, measure varchar,
                unit varchar, quote varchar, role varchar
            )
            """
        )
        for phrase, number in phrases.items():
            for at in range(number):
                connection.execute(
                    "insert into observations values (null, ?, ?, ?, 'report', 'amount', '家', ?, 'core')",
                    [phrase, phrase, f"{phrase}{at}", f"新增{phrase}3家"],
                )
        path, _ = write_unmapped(connection, tmp_path)  # type: ignore[arg-type]
        return list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))

    return run


def test_every_phrase_has_a_line_with_its_rows_and_suggestions_the_most_frequent_first(write: Write) -> None:
    lines = write(乌篷船=1, 城镇新增就业人员=2)

    assert [(line["indicator_key"], line["rows"], line["candidate_1"]) for line in lines] == [
        ("城镇新增就业人员", "2", "urban_new_jobs 城镇新增就业 100"),
        ("乌篷船", "1", ""),
    ]


def test_a_line_shows_where_the_phrase_stands(write: Write) -> None:
    (line,) = write(乌篷船=2)

    assert (line["documents"], line["measures"], line["units"], line["quote"]) == ("report", "amount", "家", "新增乌篷船3家")


def test_decisions_are_kept_when_the_file_is_written_anew(write: Write, tmp_path: Path) -> None:
    (line,) = write(城镇新增就业人员=1)
    decided = {**line, "decision": "urban_new_jobs", "who": "李雷", "when": "2026-01-31", "why": "同一指标"}
    with (tmp_path / "unmapped.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(decided))
        writer.writeheader()
        writer.writerow(decided)

    lines = write(城镇新增就业人员=1, 乌篷船=1)

    assert {row["indicator_key"]: (row["decision"], row["who"]) for row in lines} == {
        "城镇新增就业人员": ("urban_new_jobs", "李雷"),
        "乌篷船": ("", ""),
    }


def test_a_decision_stays_when_its_phrase_is_gone(write: Write, tmp_path: Path) -> None:
    decided = "indicator_key,decision,who,when,why\n城镇新增就业人员,urban_new_jobs,李雷,2026-01-31,同一指标\n"
    (tmp_path / "unmapped.csv").write_text(decided, encoding="utf-8")

    assert [(line["indicator_key"], line["decision"]) for line in write()] == [("城镇新增就业人员", "urban_new_jobs")]
