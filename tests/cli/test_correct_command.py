"""mubiao correct writes what the next build applies, with what the row says now as expected."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest

import mubiao

from .conftest import REPORT

SHARED = ("--reason", "misprint", "--who", "Li", "--review", "review", "--data", "out")


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


def test_a_correction_is_written_and_applied_by_the_next_build(mubiao, built, folder: Path):
    result = mubiao("correct", str(built[-1][0]), "value=210", *SHARED)
    assert (result.status, result.stderr) == (0, "1 corrections written -> review/corrections.csv; mubiao build applies them\n")
    with (folder / "review" / "corrections.csv").open(encoding="utf-8") as file:
        (line,) = csv.DictReader(file)
    assert (line["doc_id"], line["field"], line["value"], line["expect"]) == ("report", "value", "210", "200")
    assert build()[-1][1:] == ("绿地", 210)


def test_a_corrected_cell_says_so_with_who_and_why(mubiao, built, folder: Path):
    mubiao("correct", str(built[-1][0]), "value=210", *SHARED)
    build()
    place, year = rows_of("select jurisdiction_code, year from observations where corrected is not null")[0]
    assert "(经更正)" in mubiao("compare", "--jurisdiction", str(place), "--year", str(year), "--data", "out").stdout
    assert rows_of("select plan_corrected from plan_result_next where plan_corrected is not null")[0][0].startswith("value: 200 -> 210 (Li, ")


def test_a_row_is_dropped(mubiao, built):
    mubiao("correct", str(built[-1][0]), "--drop", *SHARED)
    assert [row[1] for row in build()] == [row[1] for row in built[:-1]]


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (("nothing", "value=1"), "no observation nothing"),
        (("nothing",), "give FIELD=VALUE, or --drop"),
        (("nothing", "colour=red"), "colour=red: wants FIELD=VALUE with a field of"),
        (("report", "--add", "1", "3", "value=1"), "a row to add needs indicator=…"),
    ],
)
def test_what_is_no_correction_is_not_written(mubiao, built, folder: Path, given: tuple[str, ...], told: str):
    result = mubiao("correct", *given, *SHARED)
    assert result.status == 2
    assert told in result.stderr
    assert not (folder / "review").exists()
