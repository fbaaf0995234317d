"""mubiao compare, sql and show: questions to the tables of data/raw."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

from mubiao.cli.main import cli
from mubiao.export.inert import read_back

COMPARE = ["compare", "--jurisdiction", "宁波市", "--year", "2024", "--data"]
GDP = ("地区生产总值", "growth", 6.0, 5.4, 5.5, "missed")  # 6%左右 planned, 5.4 % reached, 5.5%以上 planned for 2025
IDENTIFY = "select observation_id from observations where doc_id = '330200-ningbo-2025-task-breakdown' and indicator_id = 'gdp'"


def gdp(rows) -> tuple[object, ...]:
    (found,) = [row for row in rows if row["indicator_id"] == "gdp" and row["measure"] == "growth"]
    return tuple(found[name] for name in ("indicator", "measure", "plan_value", "result_value", "next_value", "attainment"))


def test_compare_shows_plan_result_and_next_target_in_one_line(run, data: str):
    lines = run(*COMPARE, data).stdout.splitlines()
    (line,) = [line for line in lines if "地区生产总值 (增速)" in line]
    assert line.split()[:8] == ["综合经济", "地区生产总值", "(增速)", "6%左右", "5.4%", "(初步核算)", "5.5%以上", "未完成"]


def test_compare_shows_the_rule_of_a_verdict_in_one_language_and_where_all_stand(run, data: str):
    shown = run(*COMPARE, data).stdout
    assert re.search(r"5\.5%以上 +未完成 +左右：达到或高于目标数为完成，低不超过0\.5个百分点（数量为5%）为接近\n", shown)
    assert 'mubiao sql "from attainment_rules"' in shown


def test_compare_shows_only_what_was_judged(run, data: str):
    verdicts = {row["attainment"] for row in json.loads(run(*COMPARE, data, "--judged", "--format", "json").stdout)}
    assert verdicts == {"met", "near", "missed"}


def test_compare_keeps_canonical_indicators_apart_from_wordings(run, data: str):
    shown = run(*COMPARE, data).stdout
    assert shown.index("规范指标 canonical indicators") < shown.index("按措辞匹配 lined up by wording")


def test_compare_as_json(run, data: str):
    assert gdp(json.loads(run(*COMPARE, data, "--format", "json").stdout)) == GDP


def test_compare_as_csv(run, data: str):
    rows = list(csv.DictReader(io.StringIO(run(*COMPARE, data, "--format", "csv").stdout)))
    assert gdp(rows) == ("地区生产总值", "growth", "6", "5.4", "5.5", "missed")


def test_compare_as_parquet(run, data: str):
    assert gdp(pq.read_table(io.BytesIO(run(*COMPARE, data, "--format", "parquet").stdout_bytes)).to_pylist()) == GDP


@pytest.mark.parametrize("place", ["330200", "宁波", "宁波市", "浙江省宁波市"], ids=["code", "short_name", "name", "path"])
def test_a_place_is_given_by_code_or_name(run, data: str, place: str):
    shown = run("compare", "--jurisdiction", place, "--year", "2024", "--data", data, "--format", "json").stdout
    assert gdp(json.loads(shown)) == GDP


QUERY = "select stage, year, value from observations where doc_id = '330200-ningbo-2025-task-breakdown' and indicator_id = 'gdp'"


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        ("csv", '"stage","year","value"\n"target",2025,5.5\n'),
        ("jsonl", '{"stage": "target", "year": 2025, "value": 5.5}\n'),
        ("json", '[\n {\n  "stage": "target",\n  "year": 2025,\n  "value": 5.5\n }\n]\n'),
    ],
)
def test_sql_in_every_format(run, data: str, form: str, shown: str):
    assert run("sql", QUERY, "--format", form, "--data", data).stdout == shown


def test_sql_as_a_table(run, data: str):
    assert [line.split() for line in run("sql", QUERY, "--data", data).stdout.splitlines()] == [["stage", "year", "value"], ["target", "2025", "5.5"]]


def test_sql_as_parquet(run, data: str):
    found = pq.read_table(io.BytesIO(run("sql", QUERY, "--format", "parquet", "--data", data).stdout_bytes))
    assert found.to_pylist() == [{"stage": "target", "year": 2025, "value": 5.5}]


def test_lists_are_joined_where_a_format_has_none(run, data: str):
    query = "select ['市发改委', '市统计局'] as units, null as nothing, 0.5::double as half"
    assert run("sql", query, "--format", "csv", "--data", data).stdout == '"units","nothing","half"\n"市发改委、市统计局",,0.5\n'
    assert run("sql", query, "--data", data).stdout.split() == ["units", "nothing", "half", "市发改委、市统计局", "0.5"]


@pytest.mark.parametrize("query", ["show tables", "from target_changes limit 1", "describe observations", "summarize units"])
def test_sql_may_use_what_only_reads(run, data: str, query: str):
    assert run("sql", query, "--format", "csv", "--data", data).stdout


def test_columns_of_one_name_keep_their_values_in_every_format(run, data: str):
    query = "select 1 as a, 2 as a"
    assert run("sql", query, "--format", "csv", "--data", data).stdout == '"a","a_1"\n1,2\n'
    assert run("sql", query, "--format", "jsonl", "--data", data).stdout == '{"a": 1, "a_1": 2}\n'


def test_text_in_square_brackets_is_no_markup(run, data: str):
    assert run("sql", "select '[bold]增长[/bold]' as quote", "--data", data).stdout.split() == ["quote", "[bold]增长[/bold]"]


def test_show_marks_the_number_in_its_passage(run, data: str):
    (row,) = run("sql", IDENTIFY, "--format", "jsonl", "--data", data).stdout.splitlines()
    shown = run("show", json.loads(row)["observation_id"], "--data", data).stdout
    assert "1.地区生产总值增长【5.5%】以上。" in shown
    assert "宁波市人民政府办公厅" in shown


def test_show_tells_the_source_of_a_published_figure(run, data: str):
    query = "select observation_id from observations where source_kind = 'statistics' and indicator_id = 'pm25' and year = 2021 order by 1 limit 1"
    (row,) = run("sql", query, "--format", "jsonl", "--data", data).stdout.splitlines()
    shown = run("show", json.loads(row)["observation_id"], "--data", data).stdout
    assert "statistics" in shown
    assert "【" not in shown


@pytest.mark.parametrize("text", ["=cmd|' /C calc'!A1", "+1", "-2+3", "@SUM(A1)", "\tx", "'already", "绿道30公里"])
def test_a_spreadsheet_runs_no_cell_and_mubiao_reads_it_back(run, data: str, text: str):
    query = f"select '{text.replace(chr(39), chr(39) * 2)}' as cell, -2.5 as number"
    ((_, _), (cell, number)) = csv.reader(io.StringIO(run("sql", query, "--format", "csv", "--data", data).stdout))
    assert cell[0] not in "=+-@\t"
    assert (read_back(cell), number) == (text, "-2.5")


def test_csv_writes_large_values_out(run, data: str):
    assert run("sql", "select 1814770000000::double as value", "--format", "csv", "--data", data).stdout == '"value"\n1814770000000\n'


def test_json_holds_nothing_that_json_does_not_know(run, data: str):
    shown = run("sql", "select 'inf'::double as x", "--format", "json", "--data", data).stdout
    json.loads(shown, parse_constant=lambda name: pytest.fail(f"{name} is no JSON"))


def test_show_rounds_the_confidence(run, folder: Path):
    (row, *_) = run("extract", "report.txt").stdout.splitlines()
    confidence = json.loads(row)["confidence"]
    assert confidence == round(confidence, 3)


# Queries from files, answers to files --------------------------------------------------------------------------------------


def test_a_query_comes_from_a_file_or_standard_input(run, data: str, tmp_path: Path) -> None:
    (tmp_path / "q.sql").write_text("select count(*) as places from jurisdictions where jurisdiction = '宁波市'", encoding="utf-8")
    assert run("sql", "-f", str(tmp_path / "q.sql"), "--data", data, "--format", "csv").stdout.split() == ['"places"', "1"]
    asked = CliRunner().invoke(cli, ["sql", "-f", "-", "--data", data, "--format", "csv"], input="select 1 as one")
    assert asked.stdout.split() == ['"one"', "1"]


def test_no_more_of_a_file_is_read_than_a_query_may_have(data: str, tmp_path: Path) -> None:
    (tmp_path / "long.sql").write_text("select 1 --" + "-" * 1_000_000, encoding="utf-8")
    (tmp_path / "gbk.sql").write_bytes("select '宁波'".encode("gb18030"))
    says = {
        "long.sql": "a query of more than 50,000 characters",
        "gbk.sql": "no text in UTF-8",
        "/dev/zero": "is no file; give one",
        "/dev/null": "is no file",
    }
    for name, line in says.items():
        if (tmp_path / name).exists():
            result = CliRunner().invoke(cli, ["sql", "-f", str(tmp_path / name), "--data", data])
            assert line in str(result.exception)


def test_a_query_comes_through_a_pipe(data: str) -> None:
    result = CliRunner().invoke(cli, ["sql", "--format", "csv", "--data", data], input="select count(*) as n from documents where false")
    assert result.stdout.splitlines() == ['"n"', "0"]


def test_the_comparison_tells_the_level_of_its_places(run, data: str) -> None:
    shown = run("sql", "select distinct level from comparison join target_changes using (level)", "--format", "csv", "--data", data).stdout
    assert set(shown.split()) == {'"level"', '"province"', '"prefecture"', '"county"'}


def test_no_query_is_told(data: str) -> None:
    result = CliRunner().invoke(cli, ["sql", "--data", data])
    assert "give one query, or a file that holds it" in str(result.exception)


@pytest.mark.parametrize("ending", ["xlsx", "dta", "csv", "parquet", "json"])
def test_an_answer_goes_to_a_file(run, data: str, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"x.{ending}"
    shown = run("sql", "select indicator, lead_units, value from observations limit 5", "--data", data, "-o", str(path))
    assert shown.stdout.strip() == str(path)
    assert path.stat().st_size > 100


@pytest.mark.parametrize(
    ("query", "told"),
    [("select valu from observations", 'Candidate bindings: "value"'), ("from observation", 'Did you mean "observations"?')],
)
def test_a_wrong_name_is_told_with_the_one_that_was_meant(data: str, query: str, told: str) -> None:
    result = CliRunner().invoke(cli, ["sql", query, "--data", data])
    assert told in str(result.exception)
    assert "\n" not in str(result.exception)


@pytest.mark.parametrize(
    ("query", "where"),
    [
        ("select date '5000000-01-01' as day", ["--format", "csv"]),
        ("select interval 3 month as time", ["-o", "x.parquet"]),
        ("select 'ff'::blob || '\\xFF'::blob as bytes", ["-o", "x.json"]),
        ("select union_value(k := 1) as one", ["-o", "x.xlsx"]),
    ],
    ids=["date", "interval", "bytes", "union"],
)
def test_what_a_form_cannot_hold_is_told_in_one_line(data: str, tmp_path: Path, query: str, where: list[str]) -> None:
    where = [str(tmp_path / word) if word.startswith("x.") else word for word in where]
    result = CliRunner().invoke(cli, ["sql", query, *where, "--data", data])
    assert re.fullmatch(r"SQL: the answer holds what .* cannot hold \(.*\); cast it: ::varchar", str(result.exception))
    assert not list(tmp_path.iterdir())
