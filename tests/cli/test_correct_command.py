"""mubiao correct writes what the next build applies, with what the row says now as expected."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

import mubiao
from mubiao.cli.main import cli
from mubiao.tables.corrections import COLUMNS

from .conftest import REPORT

SHARED = ("--reason", "misprint", "--who", "Li", "--review", "review", "--data", "out")


ADDED = ("indicator=公园", "value=3", "stage=target", "year=2025", "unit=个")


@pytest.fixture(scope="module")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a report and its tables."""
    folder = tmp_path_factory.mktemp("built")
    (folder / "raw").mkdir()
    (folder / "raw" / "report.txt").write_text(REPORT, encoding="utf-8")
    mubiao.build(folder / "raw", folder / "out")
    return folder


@pytest.fixture
def built(built_once: Path, folder: Path) -> list[tuple[object, ...]]:
    """The rows of the report, whose tables lie in the working folder."""
    shutil.copytree(built_once, folder, symlinks=True, dirs_exist_ok=True)
    return rows()


def build() -> list[tuple[object, ...]]:
    mubiao.build("raw", "out")
    return rows()


def rows() -> list[tuple[object, ...]]:
    return rows_of("select observation_id, indicator, value from observations order by char_start")


def rows_of(query: str) -> list[tuple[object, ...]]:
    with mubiao.open("out") as opened:
        return opened.sql(query).fetchall()


@pytest.mark.usefixtures("without_views")
def test_a_correction_is_written_and_applied_by_the_next_build(mubiao, built, folder: Path):
    result = mubiao("correct", str(built[-1][0]), "value=210", *SHARED)
    assert (result.status, result.stderr) == (
        0,
        "1 correction written -> review/corrections.csv; mubiao build --review with this folder applies it\n",
    )
    with (folder / "review" / "corrections.csv").open(encoding="utf-8") as file:
        (line,) = csv.DictReader(file)
    assert (line["doc_id"], line["field"], line["value"], line["expect"]) == ("report", "value", "210", "200")
    assert build()[-1][1:] == ("绿地", 210)


@pytest.mark.usefixtures("without_views")
def test_a_correction_holds_though_somebody_edits_the_document(mubiao, built, folder: Path):
    text = (folder / "raw" / "report.txt").read_text(encoding="utf-8")
    at = text.index("200公顷")
    mubiao("correct", str(built[-1][0]), "value=210", *SHARED)
    mubiao("correct", "report", "--add", str(at), str(at + 5), *ADDED, *SHARED)
    (folder / "raw" / "report.txt").write_text(text.replace("增长5.4%", "同比增长5.4%"), encoding="utf-8")
    assert {("绿地", 210), ("公园", 3)} <= {row[1:] for row in build()}


def test_a_corrected_cell_says_so_with_who_and_why(mubiao, built, folder: Path):
    mubiao("correct", str(built[-1][0]), "value=210", *SHARED)
    build()
    place, year = rows_of("select jurisdiction_code, year from observations where corrected is not null")[0]
    assert "(经更正)" in mubiao("compare", "--jurisdiction", str(place), "--year", str(year), "--data", "out").stdout
    assert rows_of("select plan_corrected from plan_result_next where plan_corrected is not null")[0][0].startswith("value: 200 -> 210 (Li, ")


@pytest.mark.usefixtures("without_views")
def test_a_row_is_dropped(mubiao, built):
    mubiao("correct", str(built[-1][0]), "--drop", *SHARED)
    assert [row[1] for row in build()] == [row[1] for row in built[:-1]]


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (("nothing", "value=1"), "no observation nothing"),
        (("nothing",), "give FIELD=VALUE, or --drop"),
        (("nothing", "colour=red"), "colour=red: wants FIELD=VALUE with a field of"),
        (("绿地", "value_high=100"), "the upper end 100 is not above the value 200"),
        (("绿地", "unit=%"), "% is no unit of an amount; set measure to growth or ratio, or change"),
        (("绿地", "value=-3"), "the value -3 is below zero; a fall has the sign -1"),
        (("绿地", "value=many"), "many is no number"),
        (("report", "--add", "1", "3", "value=1"), "a row to add needs indicator=…"),
        (("report", "--add", "1", "9999", *ADDED), "the document ends before 9999"),
        (("report", "--add", "1", "3", *ADDED[:-1], "unit=%"), "% is no unit of an amount"),
    ],
)
def test_what_is_no_correction_is_not_written(mubiao, built, folder: Path, given: tuple[str, ...], told: str):
    known = {str(row[1]): str(row[0]) for row in built}
    result = mubiao("correct", *(known.get(word, word) for word in given), *SHARED)
    assert result.status == 2
    assert told in result.stderr
    assert not (folder / "review").exists()


def test_a_line_goes_behind_those_of_a_file_that_a_person_edited(mubiao, built, folder: Path):
    """Its columns stand in another order there, one is of their own, and the last line has no end."""
    (folder / "review").mkdir()
    head = ["who", *(name for name in COLUMNS if name != "who"), "seen"]
    (folder / "review" / "corrections.csv").write_text("\ufeff" + ",".join(head), encoding="utf-8")
    mubiao("correct", str(built[-1][0]), "value=210", *SHARED)
    mubiao("correct", str(built[-1][0]), "year=2024", *SHARED)
    with (folder / "review" / "corrections.csv").open(encoding="utf-8") as file:
        assert [(line["who"], line["field"], line["value"]) for line in csv.DictReader(file)] == [("Li", "value", "210"), ("Li", "year", "2024")]


@pytest.fixture
def apart(folder: Path) -> str:
    """The id of the row of 绿地 of a folder whose tables lie in another place."""
    (folder / "my" / "texts").mkdir(parents=True)
    shutil.move(folder / "report.txt", folder / "my" / "texts")
    ((key, _),) = greens()[1]
    return str(key)


def greens(review: str | None = None) -> tuple[list[str], list[tuple[object, ...]]]:
    """What a build says of lost corrections, and id and value of its row of 绿地."""
    report = mubiao.build("my/texts", "out/tables", review=review)
    with mubiao.open("out/tables") as opened:
        return report.lost, opened.sql("select observation_id, value from observations where indicator = '绿地'").fetchall()


@pytest.mark.usefixtures("without_views")
def test_a_correction_is_written_where_the_next_build_reads_it_wherever_the_tables_are(apart: str):
    written = run("correct", apart, "value=210", *SHARED[:4], "--data", "out/tables")
    assert written == "1 correction written -> my/review/corrections.csv; the next build of these documents applies it\n"
    assert greens() == ([], [(apart, 210)])


@pytest.mark.usefixtures("without_views")
def test_the_tables_remember_the_folder_that_a_build_was_given(apart: str):
    greens("decided")
    assert "-> decided/corrections.csv" in run("correct", apart, "value=210", *SHARED[:4], "--data", "out/tables")
    assert greens("decided") == ([], [(apart, 210)])


@pytest.mark.usefixtures("without_views")
@pytest.mark.parametrize("elsewhere", ["out/review", "decided"])
def test_a_build_says_so_where_corrections_stand_in_a_folder_that_it_does_not_read(apart: str, elsewhere: str):
    greens("decided")
    run("correct", apart, "value=210", *SHARED[:4], "--review", elsewhere, "--data", "out/tables")
    lost = f"{elsewhere}: holds decisions, but my/review is read; put them there, or give --review"
    assert greens() == ([lost], [(apart, 200)])
    assert greens(elsewhere) == ([], [(apart, 210)])


def run(*words: str) -> str:
    """What a command says beside its output; it must succeed."""
    result = CliRunner().invoke(cli, words, catch_exceptions=False)
    assert result.exit_code == 0
    return result.stderr
