"""mubiao extract and mubiao explain: the rows of one document, the derivation of one sentence."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from mubiao.rows import Observation

COLUMNS = list(Observation.__dataclass_fields__)


def test_each_line_of_jsonl_is_a_row_with_all_columns(run, folder: Path):
    rows = [json.loads(line) for line in run("extract", "report.txt").stdout.splitlines()]
    assert [list(row) for row in rows] == [COLUMNS] * 3
    assert [(row["year"], row["stage"], row["indicator"], row["value"], row["unit"], row["modifier"]) for row in rows] == [
        (2024, "result", "地区生产总值", 5.4, "%", None),
        (2025, "target", "地区生产总值", 5.5, "%", "以上"),
        (2025, "target", "绿地", 200.0, "公顷", None),
    ]


def test_a_document_of_a_sheet_that_nobody_can_book_loses_no_others(mubiao, folder: Path):
    """朝阳区 is a district of several cities."""
    body = "一、2024年工作回顾\\n地区生产总值增长5.4%。"
    (folder / "panel.csv").write_text(f'城市,年份,正文\n宁波市,2025,"{body}"\n朝阳区,2025,"{body}"\n'.replace("\\n", "\n"), encoding="utf-8")
    ended = mubiao("extract", "panel.csv")
    assert ended.status == 1
    assert [json.loads(line)["jurisdiction"] for line in ended.stdout.splitlines()] == ["宁波市"]
    assert ended.stderr.startswith("mubiao: panel.csv: cannot tell whose document it is, document ")


def test_csv_holds_the_same_rows(run, folder: Path):
    rows = list(csv.DictReader(io.StringIO(run("extract", "report.txt", "--format", "csv").stdout)))
    assert [list(row) for row in rows] == [COLUMNS] * 3
    assert [(row["year"], row["indicator"], row["value"], row["rules"]) for row in rows] == [
        ("2024", "地区生产总值", "5.4", "noun_first、digits、plain、rate_of_growth"),
        ("2025", "地区生产总值", "5.5", "noun_first、digits、bound_behind、rate_of_growth"),
        ("2025", "绿地", "200", "noun_first、digits、plain、counted"),
    ]


def test_parquet_holds_the_same_rows(run, folder: Path):
    table = pq.read_table(io.BytesIO(run("extract", "report.txt", "--format", "parquet").stdout_bytes))
    assert table.column_names == COLUMNS
    assert table.column("value").to_pylist() == [5.4, 5.5, 200.0]


def test_the_table_is_for_reading(run, folder: Path):
    head, *lines = run("extract", "report.txt", "--format", "table").stdout.splitlines()
    assert head.split() == ["stage", "year", "indicator", "measure", "value", "unit", "modifier", "indicator_id", "confidence", "quote"]
    assert lines[1].split()[:8] == ["target", "2025", "地区生产总值", "growth", "5.5", "%", "以上", "gdp"]


def test_what_the_text_does_not_say_can_be_given(run, folder: Path):
    (folder / "plan.txt").write_text("新增绿地200公顷。", encoding="utf-8")
    (row,) = run("extract", "plan.txt", "--jurisdiction", "鄞州", "--year", "2023", "--type", "livelihood_projects").stdout.splitlines()
    found = json.loads(row)
    assert (found["jurisdiction_code"], found["jurisdiction"], found["year"], found["stage"]) == ("330212", "鄞州区", 2023, "target")


def test_what_is_given_beats_what_the_text_says(run, folder: Path):
    rows = run("extract", "report.txt", "--jurisdiction", "330212", "--year", "2030").stdout.splitlines()
    assert [json.loads(row)["jurisdiction_code"] for row in rows] == ["330212"] * 3


def test_several_files_give_their_rows_one_after_the_other(run, folder: Path):
    (folder / "second.txt").write_text("宁波市2026年政府工作报告\n二、2026年主要任务\n新增绿道100公里。", encoding="utf-8")
    rows = run("extract", "second.txt", "report.txt").stdout.splitlines()
    assert [json.loads(row)["doc_id"] for row in rows] == ["second", "report", "report", "report"]


def test_a_document_without_numbers_gives_no_rows(run, folder: Path):
    (folder / "none.txt").write_text("宁波市2025年政府工作报告\n二、2025年主要任务\n加强自身建设。", encoding="utf-8")
    assert run("extract", "none.txt").stdout == ""


@pytest.mark.parametrize(
    ("sentence", "lines"),
    [
        (
            "城镇登记失业率控制在3.5%以内。",
            [
                "3.5%  =  城镇登记失业率 | ratio | le 3.5 %",
                "    phrase     城镇登记失业率",
                "    modifier   控制在…以内",
                "    action     控制在",
                "    noun_first: the noun in front of the number [城镇登记失业率]",
                "    digits: digits, with thousands, decimals and magnitudes [3.5%]",
                "    bound_behind: a word behind the number [控制在3.5%以内]",
                "    share: a percentage without a word of growth: a ratio [控制在3.5%以内]",
            ],
        ),
        ("推进轨道交通6号线建设。", ["6  is no row: name: digits that belong to a name"]),
        ("加强自身建设。", ["nothing here states a quantity or a relative target"]),
    ],
    ids=["a_row", "a_refusal", "nothing"],
)
def test_explain_prints_the_rules(run, sentence: str, lines: list[str]):
    assert run("explain", sentence).stdout.splitlines() == lines
