"""mubiao figures: a file of published figures is checked and put beside the documents."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from mubiao.cli.main import cli
from mubiao.read.figures import COLUMNS, OPTIONAL

HEAD = ",".join(COLUMNS)
GDP = "330200,宁波市,2024,result,地区生产总值,amount,eq,18147.7,亿元,,,统计公报,宁波市统计局,2025-03-01,"
JOBS = "330212,鄞州区,2024,result,城镇新增就业,amount,eq,3.2,万人,,,统计公报,鄞州区统计局,2025-03-01,"


def write(folder: Path, *lines: str) -> bytes:
    (folder / "bulletin.csv").write_text("\n".join([HEAD, *lines]) + "\n", encoding="utf-8")
    return (folder / "bulletin.csv").read_bytes()


def test_columns_writes_the_head_line(run):
    assert run("figures", "columns").stdout == ",".join((*COLUMNS, *OPTIONAL)) + "\n"


def test_add_puts_a_good_file_into_the_raw_folder(run, folder: Path):
    content = write(folder, GDP, JOBS)
    shown = run("figures", "add", "bulletin.csv", "--raw", "raw").stdout
    assert shown == "2 figures of 2 places -> raw/bulletin.csv; run mubiao build to take them in\n"
    assert (folder / "raw" / "bulletin.csv").read_bytes() == content


def test_the_next_build_takes_them_in(run, folder: Path):
    write(folder, GDP, JOBS)
    run("figures", "add", "bulletin.csv", "--raw", "raw")
    assert CliRunner().invoke(cli, ["build", "--raw", "raw", "--out", "tables"]).exit_code == 0
    shown = run("sql", "select jurisdiction, value, unit from observations order by value", "--format", "jsonl", "--data", "tables").stdout
    assert shown.splitlines() == [
        '{"jurisdiction": "鄞州区", "value": 32000.0, "unit": "人"}',
        '{"jurisdiction": "宁波市", "value": 1814770000000.0, "unit": "元"}',
    ]


def test_wrong_rows_are_listed_and_nothing_is_added(mubiao, folder: Path):
    write(folder, GDP, GDP.replace("result", "plan"), GDP.replace("18147.7", "很多"))
    result = mubiao("figures", "add", "bulletin.csv", "--raw", "raw")
    assert (result.status, result.stdout) == (1, "")
    assert result.stderr.splitlines() == [
        "mubiao: bulletin.csv, line 3, stage: plan is none of target, result",
        "mubiao: bulletin.csv, line 4, value: 很多 is no number",
        "mubiao: nothing of bulletin.csv was added; put right what is told above",
    ]
    assert not (folder / "raw").exists()


def test_an_existing_file_with_another_content_is_not_overwritten(mubiao, folder: Path):
    before = write(folder, GDP)
    mubiao("figures", "add", "bulletin.csv", "--raw", "raw")
    write(folder, JOBS)
    result = mubiao("figures", "add", "bulletin.csv", "--raw", "raw")
    assert (result.status, result.stdout) == (1, "")
    assert result.stderr == "mubiao: raw/bulletin.csv exists and holds something else; rename bulletin.csv, or give --replace\n"
    assert (folder / "raw" / "bulletin.csv").read_bytes() == before


def test_replace_overwrites_it(run, folder: Path):
    write(folder, GDP)
    run("figures", "add", "bulletin.csv", "--raw", "raw")
    after = write(folder, JOBS)
    run("figures", "add", "bulletin.csv", "--raw", "raw", "--replace")
    assert (folder / "raw" / "bulletin.csv").read_bytes() == after


def test_the_same_file_may_be_added_twice(run, folder: Path):
    write(folder, GDP)
    first = run("figures", "add", "bulletin.csv", "--raw", "raw").stdout
    assert run("figures", "add", "bulletin.csv", "--raw", "raw").stdout == first


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"a,b\n1,2\n", "bulletin.csv, line 1: the column jurisdiction_code is missing; wanted are " + ", ".join(COLUMNS)),
        ((HEAD + "\n" + GDP).encode("gb18030"), "bulletin.csv: cannot be read as UTF-8"),
    ],
    ids=["another_table", "another_encoding"],
)
def test_a_file_that_is_no_file_of_figures_is_told(mubiao, folder: Path, content: bytes, line: str):
    (folder / "bulletin.csv").write_bytes(content)
    result = mubiao("figures", "add", "bulletin.csv", "--raw", "raw")
    assert (result.status, result.stdout, result.stderr) == (1, "", f"mubiao: {line}\n")


def test_a_file_that_a_build_would_not_read_is_told(mubiao, folder: Path):
    write(folder, GDP)
    (folder / "bulletin.csv").rename(folder / "bulletin.txt")
    assert mubiao("figures", "add", "bulletin.txt", "--raw", "raw").status != 0
