"""mubiao check and mubiao evaluate: what to look at by hand, and how good the rows are."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

import mubiao
from mubiao.cli.main import cli

GOLD = {
    "role": "core", "s": 35, "e": 39, "number": "5.4%", "indicator": "地区生产总值", "value": 5.4, "unit": "%",
    "comparator": "eq", "measure": "growth", "stage": "result", "year": 2024,
}  # fmt: skip
REVIEW = [[0, 41]]  # the judged stretch of report.txt: title and review


def write_gold(folder: Path, *rows: dict[str, object]) -> None:
    (folder / "gold").mkdir(exist_ok=True)
    (folder / "gold" / "report.jsonl").write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def scores(shown: str) -> dict[str, str]:
    head, line = shown.splitlines()
    return dict(zip(head.split(), line.split(), strict=False))


@pytest.mark.parametrize(
    "line",
    [
        "documents: few rows for their length point to a bad scan or an unknown layout; inferred facts may be wrong",
        "low confidence: rows of these kinds were wrong most often on gold rows (docs/confidence.md)",
        "conflicts: sources state the same thing with different values or bounds",
        "refusals: numbers that are no rows, by the rule that refused them; the table refusals lists each",
        "unmapped: phrases without a canonical indicator; mubiao check --unmapped writes them with suggestions to a file",
    ],
    ids=lambda line: line.partition(":")[0],
)
def test_check_lists_every_kind_of_doubt(run, data: str, line: str):
    assert line in run("check", "--data", data).stdout.splitlines()


def test_a_doubt_of_which_there_is_none_says_so_in_one_line(run, data: str):
    assert "corrections: none\n\nunmapped: " in run("check", "--data", data).stdout


def test_check_shows_two_sources_that_say_different_things(run, data: str):
    lines = run("check", "--data", data, "--limit", "100").stdout.splitlines()
    (line,) = [line.split() for line in lines if line.startswith("宁波市") and " 2024 " in line and " 地区生产总值 " in line]
    assert line[:6] == ["宁波市", "2024", "result", "地区生产总值", "growth", "0.1"]


def test_check_says_how_much_it_left_out(run, data: str):
    assert "… 4 more\n" in run("check", "--limit", "1", "--data", data).stdout  # of the five documents


def build() -> None:
    assert CliRunner().invoke(cli, ["build", "--raw", "raw", "--out", "tables", "--review", "review"]).exit_code == 0


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a report and its tables, with a phrase that no alias knows."""
    folder = tmp_path_factory.mktemp("built")
    (folder / "raw").mkdir()
    (folder / "raw" / "宁波市2025.txt").write_text("二、2025年主要任务\n新增甬漫廊道100公里，新增绿地200公顷。", encoding="utf-8")
    mubiao.build(folder / "raw", folder / "tables")
    return folder


@pytest.fixture
def tables(built: Path, folder: Path) -> str:
    """The same for one test, which may build on."""
    shutil.copytree(built, folder, symlinks=True, dirs_exist_ok=True)
    return "tables"


def unmapped() -> list[dict[str, str]]:
    with Path("review/unmapped.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def decide(**decision: str) -> None:
    rows = [{**row, **decision} for row in unmapped()]
    with Path("review/unmapped.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)


def check(run, tables: str) -> str:
    return run("check", "--unmapped", "--review", "review", "--data", tables).stdout


def indicator(run, tables: str) -> str:
    return run("sql", "select indicator_id from observations where indicator = '甬漫廊道'", "--format", "jsonl", "--data", tables).stdout.strip()


def test_unmapped_phrases_go_to_a_file_with_suggestions(run, tables: str):
    assert check(run, tables) == "1 phrase waits for a decision -> review/unmapped.csv\n"
    (row,) = unmapped()
    assert (row["indicator_key"], row["rows"], row["units"], row["quote"]) == ("甬漫廊道", "1", "公里", "新增甬漫廊道100公里")
    assert row["decision"] == row["who"] == row["when"] == row["why"] == ""


def test_a_decision_is_kept_when_the_file_is_written_again(run, tables: str):
    check(run, tables)
    decide(decision="greenways", who="李雷", when="2026-01-31", why="与绿道口径一致")
    assert check(run, tables) == "0 phrases wait for a decision -> review/unmapped.csv\n"
    (row,) = unmapped()
    assert (row["decision"], row["who"], row["when"], row["why"]) == ("greenways", "李雷", "2026-01-31", "与绿道口径一致")


def test_a_build_applies_the_decision_and_the_next_check_keeps_it(run, tables: str):
    check(run, tables)
    decide(decision="greenways", who="李雷", when="2026-01-31", why="与绿道口径一致")
    build()
    assert indicator(run, tables) == '{"indicator_id": "greenways"}'
    check(run, tables)
    assert [(row["indicator_key"], row["decision"]) for row in unmapped()] == [("甬漫廊道", "greenways")]


def test_the_decision_that_none_fits_no_longer_waits(run, tables: str):
    check(run, tables)
    decide(decision="-", who="李雷", when="2026-01-31", why="无对应指标")
    build()
    assert indicator(run, tables) == '{"indicator_id": null}'
    assert check(run, tables) == "0 phrases wait for a decision -> review/unmapped.csv\n"


def test_evaluate_counts_rows_that_are_right_in_every_field(run, folder: Path):
    write_gold(folder, {"spans": REVIEW}, GOLD)
    found = scores(run("evaluate", "gold", "--raw", ".").stdout)
    assert (found["document"], found["gold"], found["rows"], found["detection"], found["strict"]) == ("report", "1", "1", "1.000", "1.000")


def test_evaluate_shows_what_is_wrong(run, folder: Path):
    write_gold(folder, {"spans": REVIEW}, {**GOLD, "value": 5.5})
    shown = run("evaluate", "gold", "--raw", ".", "--show", "5").stdout
    assert shown.splitlines()[0] == "report: wrong   35: 5.4% value: 5.4 should be 5.5"


def test_evaluate_tells_the_share_of_each_rule(run, folder: Path):
    write_gold(folder, {"spans": REVIEW}, GOLD)
    shown = run("evaluate", "gold", "--raw", ".", "--rules").stdout
    assert shown.splitlines()[-1].split() == ["noun_first", "1", "1.000"]


@pytest.mark.parametrize(
    ("rows", "line"),
    [
        ([{**GOLD, "role": "main"}], "gold/report.jsonl, line 1: role must be one of core, sub, stretch, dup, ignore, relative"),
        ([{name: value for name, value in GOLD.items() if name != "s"}], "gold/report.jsonl, line 1: s is missing"),
        ([GOLD, {name: value for name, value in GOLD.items() if name != "unit"}], "gold/report.jsonl, line 2: unit is missing"),
        ([{**GOLD, "e": 35}], "gold/report.jsonl, line 1: the span is empty"),
        ([{"spans": REVIEW}, {**GOLD, "s": 34}], "report: the row 34-39 should hold 5.4%, but the document has '长5.4%' there"),
        ([{"spans": REVIEW, "sha256": "00"}, GOLD], "report.txt: not the text that the gold rows were made of (SHA-256 differs)"),
    ],
    ids=["role", "no_start", "no_unit", "empty_span", "span_elsewhere", "other_text"],
)
def test_a_wrong_gold_file_is_told_in_one_line(mubiao, folder: Path, rows: list[dict[str, object]], line: str):
    write_gold(folder, *rows)
    result = mubiao("evaluate", "gold", "--raw", ".")
    assert (result.status, result.stdout, result.stderr) == (1, "", f"mubiao: {line}\n")


def test_the_line_of_a_wrong_row_is_right_below_empty_lines(mubiao, folder: Path):
    write_gold(folder, {"spans": REVIEW}, GOLD, {**GOLD, "role": "main"})
    path = folder / "gold" / "report.jsonl"
    path.write_text(path.read_text(encoding="utf-8").replace("\n", "\n\n"), encoding="utf-8")
    assert mubiao("evaluate", "gold", "--raw", ".").stderr.startswith("mubiao: gold/report.jsonl, line 5: role must be one of")


def test_a_gold_file_without_its_document_is_told(mubiao, folder: Path):
    write_gold(folder, GOLD)
    result = mubiao("evaluate", "gold", "--raw", "gold")
    assert (result.status, result.stderr) == (1, "mubiao: report: no such document in gold; give its folder with --raw\n")
