"""mubiao export, tables, schema and example."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from pathlib import Path

import openpyxl
import pandas as pd
import pyreadstat
import pytest
from click.testing import CliRunner

from mubiao.cli.main import cli
from mubiao.errors import UsageError
from mubiao.tables.meanings import asked, meaning
from mubiao.warehouse import Warehouse


@pytest.mark.parametrize(
    ("args", "name"),
    [
        (["--jurisdiction", "宁波市", "--year", "2024"], "n.xlsx"),
        (["--jurisdiction", "宁波市", "--year", "2024"], "n.docx"),
        (["--jurisdiction", "宁波市", "--year", "2024"], "n.csv"),
        (["panel", "--indicator", "gdp", "--level", "prefecture"], "p.dta"),
        (["rank", "--indicator", "gdp", "--year", "2024", "--level", "prefecture"], "r.csv"),
        (["comparison", "--year", "2024"], "all.csv"),
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
        (["--jurisdiction", "宁波市"], "give --year once"),
        (["--jurisdiction", "宁波市", "--year", "2024", "--indicator", "gdp"], "a comparison has all indicators; leave out --indicator"),
        (["rank", "--indicator", "gdp", "--year", "2024", "--jurisdiction", "宁波市"], "a ranking has all places of a level; leave out"),
        (["units", "--jurisdiction", "宁波市"], "units has no column jurisdiction_code; leave out --jurisdiction"),
        (["coverage", "--indicator", "gdp"], "coverage has no column indicator_id; leave out --indicator"),
    ],
)
def test_what_is_missing_is_told(data: str, tmp_path: Path, args: list[str], message: str) -> None:
    result = CliRunner().invoke(cli, ["export", *args, "--data", data, "-o", str(tmp_path / "x.csv")])

    assert isinstance(result.exception, UsageError)
    assert message in str(result.exception)


def test_a_view_is_written_for_what_is_asked(run, data: str, tmp_path: Path) -> None:
    asked = ["--jurisdiction", "宁波市", "--indicator", "地区生产总值", "--year", "2024", "--year", "2025"]
    run("export", "series", *asked, "--data", data, "-o", str(tmp_path / "x.csv"))
    rows = pd.read_csv(tmp_path / "x.csv")
    assert [set(rows[name]) for name in ("jurisdiction", "indicator_id", "year")] == [{"宁波市"}, {"gdp"}, {2024, 2025}]


def test_tables_say_what_a_row_is(run, data: str) -> None:
    shown = run("tables", "--data", data).stdout
    assert "one quantity that a document states" in shown
    assert "plan_result_next" in shown
    assert "高于规上工业2个百分点" in shown  # broken over two lines in its file


def test_a_schema_has_types_and_meanings(run, data: str) -> None:
    shown = run("schema", "observations", "--data", data).stdout
    assert shown.startswith("one row is one quantity that a document states")
    assert "varchar" in shown
    assert "GB/T 2260 code of the place" in shown


def test_a_schema_is_no_wider_than_what_it_says(run, data: str) -> None:
    """The type of a list of records would take two hundred characters of every line."""
    shown = run("schema", "conflicts", "--data", data).stdout
    assert re.search(r"^statements +list of structs +all statements with document", shown, re.MULTILINE)


def test_a_schema_of_a_column_says_where_it_stands(run, data: str) -> None:
    head, *lines = run("schema", "gap", "--data", data).stdout.splitlines()
    assert head.split() == ["stands", "in", "type", "meaning"]
    assert [line.split()[0] for line in lines[:2]] == ["comparison", "plan_result_next"]


def test_python_asks_the_same(data: str) -> None:
    with Warehouse(Path(data)) as opened:
        assert list(opened.schema("conflicts").columns) == ["column", "type", "meaning"]
        assert opened.schema("gap").stands_in.iloc[0] == "comparison"
        assert opened.tables().query("kind == 'view'").name.tolist() == list(asked())
        with pytest.raises(UsageError, match="no table, view or column is called gaps_in; there are observations, "):
            opened.schema("gaps_in")


def test_the_example_is_a_folder_that_can_be_built(run, tmp_path: Path) -> None:
    run("example", str(tmp_path / "first"))

    assert {"sources.toml", "official_figures.csv"} <= {path.name for path in (tmp_path / "first" / "raw").iterdir()}
    result = CliRunner().invoke(cli, ["example", str(tmp_path / "first")])
    assert "is there already" in str(result.exception)


@pytest.mark.parametrize(
    ("args", "column", "label"),
    [
        (["comparison", "--jurisdiction", "宁波市", "--year", "2024"], "attainment", "met, near, missed, not_comparable or unknown"),
        (["responsibilities"], "unit", "leading unit as written; another one in each place (group by jurisdiction too)"),
    ],
)
def test_a_file_for_stata_says_what_its_columns_are(run, data: str, tmp_path: Path, args: list[str], column: str, label: str) -> None:
    run("export", *args, "--data", data, "-o", str(tmp_path / "x.dta"))
    _, about = pyreadstat.read_dta(tmp_path / "x.dta", metadataonly=True)
    assert about.column_names_to_labels[column] == label
    assert [name for name in about.column_names if not about.column_names_to_labels[name]] == []


def columns(data: str, view: str) -> list[str]:
    with Warehouse(data) as opened:
        return [name for (name,) in opened.sql(f"select column_name from (describe {view})").fetchall()]


@pytest.mark.parametrize("view", asked())
def test_every_column_of_a_view_that_people_ask_has_a_meaning(data: str, view: str) -> None:
    assert [name for name in columns(data, view) if not meaning(name, view)] == []


@pytest.mark.parametrize(
    "view", tomllib.loads(files("mubiao.tables").joinpath("columns.toml").read_text(encoding="utf-8"))["in"].items(), ids=lambda view: view[0]
)
def test_meanings_are_told_of_columns_that_are_there(data: str, view: tuple[str, dict[str, str]]) -> None:
    name, told = view
    assert told.keys() - set(columns(data, name)) == set()


def test_a_name_that_means_another_thing_in_a_view_says_so() -> None:
    assert meaning("published", "coverage") == "how many of them are published figures, entered with their source"
    assert meaning("published", "documents") == "date of publication, ISO 8601 as far as known"


def test_views_that_answer_questions_stand_before_the_steps_to_them(run, data: str) -> None:
    kinds = [line.split()[1] for line in run("tables", "--data", data).stdout.splitlines()[1:] if line.split()[1] in ("table", "view", "step")]
    assert kinds == sorted(kinds, key=["table", "view", "step"].index)
    assert {"table", "view", "step"} == set(kinds)


def test_a_row_tells_the_kind_of_its_document(data: str) -> None:
    with Warehouse(data) as opened:
        query = "select count(*) from observations join documents d using (doc_id) where observations.doc_type is distinct from d.doc_type"
        assert opened.sql(query).fetchall() == [(0,)]


@pytest.mark.parametrize(("language", "first"), [("zh", "计划年"), ("en", "plan_year")])
def test_a_workbook_has_chinese_heads_or_the_columns_themselves(run, data: str, tmp_path: Path, language: str, first: str) -> None:
    run("export", "--jurisdiction", "宁波市", "--year", "2024", "--language", language, "--data", data, "-o", str(tmp_path / "x.xlsx"))
    assert openpyxl.load_workbook(tmp_path / "x.xlsx", read_only=True).worksheets[0]["A1"].value == first
