"""mubiao export, tables, schema and example."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from mubiao.cli.main import cli
from mubiao.errors import UsageError


@pytest.mark.parametrize(
    ("args", "name"),
    [
        (["--jurisdiction", "宁波市", "--year", "2024"], "n.xlsx"),
        (["--jurisdiction", "宁波市", "--year", "2024"], "n.docx"),
        (["--jurisdiction", "宁波市", "--year", "2024"], "n.csv"),
        (["panel", "--indicator", "gdp", "--level", "prefecture"], "p.dta"),
        (["rank", "--indicator", "gdp", "--year", "2024", "--level", "prefecture"], "r.csv"),
        (["target_changes", "--jurisdiction", "宁波市", "--year", "2024"], "c.parquet"),
    ],
)
def test_a_file_is_written_and_named(run, data: str, tmp_path: Path, args: list[str], name: str) -> None:
    shown = run("export", *args, "--data", data, "-o", str(tmp_path / "new" / name)).stdout

    assert shown.strip() == str(tmp_path / "new" / name)
    assert [path.name for path in (tmp_path / "new").iterdir()] == [name]


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["panel"], "a panel needs indicators"),
        (["lines_of_code"], "no table or view is called lines_of_code; there are"),
        (["plan_results_next"], "no table or view is called plan_results_next; did you mean plan_result_next"),
        (["--year", "2024"], "give --jurisdiction once"),
    ],
)
def test_what_is_missing_is_told(data: str, tmp_path: Path, args: list[str], message: str) -> None:
    result = CliRunner().invoke(cli, ["export", *args, "--data", data, "-o", str(tmp_path / "x.csv")])

    assert isinstance(result.exception, UsageError)
    assert message in str(result.exception)


def test_tables_say_what_a_row_is(run, data: str) -> None:
    shown = run("tables", "--data", data).stdout
    assert "one quantity that a document states" in shown
    assert "plan_result_next" in shown


def test_a_schema_has_types_and_meanings(run, data: str) -> None:
    shown = run("schema", "observations", "--data", data).stdout
    assert "varchar" in shown
    assert "GB/T 2260 code of the place" in shown


def test_the_example_is_a_folder_that_can_be_built(run, tmp_path: Path) -> None:
    run("example", str(tmp_path / "first"))

    assert {"sources.toml", "official_figures.csv"} <= {path.name for path in (tmp_path / "first" / "raw").iterdir()}
    result = CliRunner().invoke(cli, ["example", str(tmp_path / "first")])
    assert "is there already" in str(result.exception)
