"""A job that fails ends with status 1 and one line on standard error, never with a traceback."""

from __future__ import annotations

import io
import random
import subprocess
import sys
from importlib.abc import MetaPathFinder
from pathlib import Path

import docx
import pytest

from mubiao.__main__ import main

COMPARE = ["compare", "--year", "2024", "--jurisdiction"]
NO_TABLES = "no tables there; run mubiao build, or give the folder that it wrote"


def truncated_docx() -> bytes:
    buffer = io.BytesIO()
    docx.Document().save(buffer)
    return buffer.getvalue()[:2000]


def prepare(folder: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    (folder / "random.txt").write_bytes(random.Random(1).randbytes(5000))
    (folder / "cut.txt").write_bytes((folder / "report.txt").read_bytes().strip()[:-1])
    (folder / "broken.docx").write_bytes(truncated_docx())
    (folder / "nobody.txt").write_text("2025年新增绿地200公顷。", encoding="utf-8")
    (folder / "宁波市.txt").write_text("新增绿地200公顷。", encoding="utf-8")
    (folder / "gold.jsonl").write_text('{"role": "core"', encoding="utf-8")
    (folder / "reports").mkdir()
    (folder / "broken").mkdir()
    (folder / "broken" / "mubiao.duckdb").write_text("no database", encoding="utf-8")


@pytest.mark.parametrize(
    ("args", "line"),
    [
        (["extract", "nothing.txt"], "nothing.txt: no such file"),
        (["extract", "reports"], "reports: a folder; give a file"),
        (["extract", "empty.txt"], "empty.txt: the file is empty"),
        (["extract", "random.txt"], "random.txt: no Chinese text in UTF-8, UTF-16, GB18030 or Big5 (binary, or another encoding); save it as UTF-8"),
        (["extract", "cut.txt"], "cut.txt: ends inside a character (truncated); get the whole file"),
        (["extract", "broken.docx"], "broken.docx: not a whole DOCX file (truncated or damaged)"),
        (["extract", "nobody.txt"], "nobody.txt: cannot tell whose document it is; give it a line in sources.toml, or mubiao extract --jurisdiction"),
        (["extract", "宁波市.txt"], "宁波市.txt: cannot tell the year; give it a line in sources.toml, or mubiao extract --year"),
        (
            ["extract", "report.txt", "--jurisdiction", "不存在市"],
            "no jurisdiction is called 不存在市; give a full name (宁波市, 宁波市鄞州区) or a GB/T 2260 code (330200)",
        ),
        (["extract", "report.txt", "--jurisdiction", "朝阳区"], "朝阳区 could be 北京市朝阳区 110105, 吉林省长春市朝阳区 220104; give the code"),
        ([*COMPARE, "宁波市"], f"data/parquet: {NO_TABLES}"),
        ([*COMPARE, "宁波市", "--data", "broken"], "broken/mubiao.duckdb: not a database of mubiao; run mubiao build again"),
        (["sql", "select 1", "--data", "reports"], f"reports: {NO_TABLES}"),
        (["show", "345598cda2e34a19"], f"data/parquet: {NO_TABLES}"),
        (["check"], f"data/parquet: {NO_TABLES}"),
        (["report", "--jurisdiction", "宁波市", "--year", "2024"], f"data/parquet: {NO_TABLES}"),
        (["build", "--raw", "nowhere"], "nowhere: no such folder; give the folder of the documents with --raw"),
        (["evaluate", "gold.jsonl"], "gold.jsonl, line 1: no JSON (Expecting ',' delimiter)"),
        (["evaluate", "reports/none.jsonl"], "reports/none.jsonl: no such file"),
        (["figures", "add", "nothing.csv"], "nothing.csv: no such file"),
    ],
    ids=[
        "missing_file", "folder", "empty_file", "random_bytes", "cut_text", "cut_word_file", "unknown_speaker",
        "unknown_year", "unknown_place", "ambiguous_place", "no_tables",
        "no_database", "folder_without_tables", "show_without_tables", "check_without_tables", "report_without_tables", "no_raw_folder",
        "broken_gold", "missing_gold", "missing_figures",
    ],
)  # fmt: skip
def test_a_failed_job_is_told_in_one_line(mubiao, folder: Path, args: list[str], line: str):
    prepare(folder)
    result = mubiao(*args)
    assert (result.status, result.stdout) == (1, "")
    assert result.stderr.strip() == f"mubiao: {line}"


@pytest.mark.parametrize(
    ("args", "line"),
    [
        (["extract", "report.txt", "--year", "24"], "24 is no year that a document could plan"),
        (["evaluate", "reports"], "no gold files (*.jsonl) there"),
        (
            ["chart", "rank", "--level", "province", "--indicator", "gpd", "--year", "2025", "-o", "gdp.png"],
            "no indicator is called gpd; did you mean gdp (地区生产总值)",
        ),
    ],
    ids=["year", "folder_without_gold", "indicator"],
)
def test_what_cannot_be_meant_is_wrong_usage(mubiao, folder: Path, args: list[str], line: str):
    prepare(folder)
    result = mubiao(*args)
    assert (result.status, result.stdout, result.stderr) == (2, "", f"mubiao: {line}\n")


@pytest.mark.parametrize(
    "args",
    [
        ["chart", "plan_result_next", "--jurisdiction", "宁波市", "-o", "a.png"],
        ["compare", "--jurisdiction", "宁波市"],
        ["report", "--jurisdiction", "宁波市"],
        ["export", "rank", "--indicator", "gdp", "-o", "a.csv"],
    ],
    ids=lambda args: args[0],
)
@pytest.mark.parametrize("year", ["99999999999999999999", "0", "-5", "2O24"])
def test_a_year_that_nobody_plans_is_wrong_usage(mubiao, data: str, args: list[str], year: str):
    result = mubiao(*args, "--data", data, f"--year={year}")
    assert (result.status, result.stdout) == (2, "")
    assert result.stderr.startswith(f"mubiao: Invalid value for '--year': {year!r} is " if year == "2O24" else "mubiao: Invalid value for '--year': ")
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("args", "line"),
    [
        ([*COMPARE, "杭州市"], "no targets of 杭州市 for 2024 or 2025; the tables hold 上海市, 云南省,"),
        (["compare", "--year", "1999", "--jurisdiction", "宁波市"], "no targets of 宁波市 for 1999 or 2000; there are comparisons for 2021,"),
        ([*COMPARE, "朝阳区"], "朝阳区 could be 北京市朝阳区 110105,"),
        ([*COMPARE, "330299"], "no jurisdiction has the code 330299; codes are those of GB/T 2260,"),
        (["show", "nothing"], "no observation nothing; ids stand in the column observation_id of observations and plan_result_next"),
    ],
    ids=["place_without_rows", "year_without_rows", "ambiguous_place", "unknown_code", "unknown_observation"],
)
def test_a_question_without_an_answer_says_what_there_is(mubiao, data: str, args: list[str], line: str):
    result = mubiao(*args, "--data", data)
    assert (result.status, result.stdout) == (1, "")
    assert result.stderr.startswith(f"mubiao: {line}")
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    "query",
    ["select", "select nothing from observations", "from no_table", "select 'open", "select $place", ""],
    ids=["no_columns", "unknown_column", "unknown_table", "open_quote", "parameter", "nothing"],
)
def test_wrong_sql_is_told_in_one_line(mubiao, data: str, query: str):
    result = mubiao("sql", query, "--data", data)
    assert (result.status, result.stdout) == (1, "")
    assert result.stderr.startswith("mubiao: SQL: ")
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("query", "limit", "line"),
    [
        ("from range(3)", ["--rows", "2"], "SQL: more than 2 rows; ask for less (limit 1000), or allow more rows"),
        (
            "select count(*) from range(10000000000) a, range(9999999) b",
            ["--seconds", "0.05"],
            "SQL: no answer within 0.05 seconds; ask for less, or allow more time",
        ),
    ],
    ids=["rows", "time"],
)
def test_a_query_that_takes_too_much_is_told_in_one_line(mubiao, data: str, query: str, limit: list[str], line: str):
    assert mubiao("sql", query, *limit, "--data", data) == (1, "", f"mubiao: {line}\n")


@pytest.mark.parametrize(
    "query",
    [
        "create table more as select 1",
        "create view more as select 1",
        "insert into units select * from units",
        "update observations set value = 0",
        "delete from observations",
        "drop table observations",
        "copy observations to 'rows.csv'",
        "export database 'copy'",
        "attach 'other.duckdb'",
        "install httpfs",
        "select * from read_csv('report.txt')",
        "set enable_external_access = true",
        "reset lock_configuration",
        "pragma threads = 1",
        "load httpfs",
        "create secret (type s3)",
        "select * from 'report.txt'",
        "from read_text('report.txt')",
        "from read_blob('report.txt')",
        "from glob('*')",
    ],
)
def test_sql_that_writes_or_leaves_the_tables_is_refused(mubiao, folder: Path, data: str, query: str):
    result = mubiao("sql", query, "--data", data)
    assert (result.status, result.stdout) == (1, "")
    assert result.stderr.startswith("mubiao: SQL: ")
    assert len(result.stderr.splitlines()) == 1
    assert [path.name for path in folder.iterdir()] == ["report.txt"]


def test_a_bad_file_does_not_keep_the_rows_of_the_others_back(mubiao, folder: Path):
    prepare(folder)
    result = mubiao("extract", "empty.txt", "report.txt")
    assert (result.status, result.stderr) == (1, "mubiao: empty.txt: the file is empty\n")
    assert len(result.stdout.splitlines()) == 3


def test_a_build_with_bad_files_lists_them_and_ends_with_status_1(mubiao, folder: Path):
    prepare(folder)
    result = mubiao("build", "--raw", ".", "--out", "tables")
    assert (result.status, result.stdout) == (1, "")
    assert [line for line in result.stderr.splitlines() if line.strip()] == [
        "1 document (0 unchanged), 3 observations, of which 0 published figures -> tables",
        "  not used: broken.docx: not a whole DOCX file (truncated or damaged)",
        "  not used: cut.txt: ends inside a character (truncated); get the whole file",
        "  not used: empty.txt: the file is empty",
        "  not used: gold.jsonl: not whole JSON lines; write an object a line",
        "  not used: nobody.txt: cannot tell whose document it is; give it a line in sources.toml, or mubiao extract --jurisdiction",
        "  not used: random.txt: no Chinese text in UTF-8, UTF-16, GB18030 or Big5 (binary, or another encoding); save it as UTF-8",
        "  not used: 宁波市.txt: cannot tell the year; give it a line in sources.toml, or mubiao extract --year",
        "mubiao: 7 files or lines were not used; all others are in the tables",
    ]


def test_the_script_ends_a_failed_job_with_status_1(shell, folder: Path):
    assert shell("extract", "nothing.txt") == (1, "", "mubiao: nothing.txt: no such file\n")


def test_the_script_ends_a_good_job_with_status_0(shell, folder: Path):
    result = shell("extract", "report.txt")
    assert (result.status, len(result.stdout.splitlines()), result.stderr) == (0, 3, "")


def test_a_reader_that_leaves_a_pipe_early_is_no_error(script: Path, data: str):
    command = [script, "sql", "select * from observations", "--format", "jsonl", "--data", data]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.close()
        assert process.stderr.read() == b""


def test_a_build_that_fails_writes_one_line_only(mubiao, folder: Path):
    assert len(mubiao("build", "--raw", "nowhere").stderr.splitlines()) == 1


def test_ctrl_c_while_a_command_is_loaded_ends_in_one_word(monkeypatch: pytest.MonkeyPatch):
    class Interrupted(MetaPathFinder):
        def find_spec(self, name: str, *_: object) -> None:
            if name == "mubiao.cli.main":
                raise KeyboardInterrupt

    monkeypatch.delitem(sys.modules, "mubiao.cli.main")
    monkeypatch.setattr(sys, "meta_path", [Interrupted(), *sys.meta_path])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == "interrupted"
