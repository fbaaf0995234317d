"""mubiao report."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from mubiao.cli.main import cli
from mubiao.errors import MubiaoError, UsageError


def test_the_path_of_the_file_is_printed(copied: Path, tmp_path: Path) -> None:
    result = CliRunner().invoke(cli, ["report", "--jurisdiction", "宁波市", "--year", "2024", "-o", str(tmp_path / "pages"), "--data", str(copied)])
    assert Path(result.stdout.strip()).read_text(encoding="utf-8").startswith("<!doctype html>")


def test_the_file_may_be_named(copied: Path, tmp_path: Path) -> None:
    named = tmp_path / "new" / "宁波.html"
    CliRunner().invoke(cli, ["report", "--jurisdiction", "宁波市", "--year", "2024", "-o", str(named), "--data", str(copied)], catch_exceptions=False)
    assert [path.name for path in named.parent.iterdir()] == ["宁波.html"]


@pytest.mark.parametrize("given", [["--places", "宁波市、鄞州区"], ["--places", "宁波市", "--places", "鄞州区"]], ids=["in one", "one by one"])
def test_places_are_named_in_one_or_one_by_one(given: list[str]) -> None:
    result = CliRunner().invoke(cli, ["report", *given, "--year", "2024", "--data", "nowhere"])
    assert "nowhere" in str(result.exception)  # both are understood: what is missing is the tables


def test_a_year_must_be_given() -> None:
    assert CliRunner().invoke(cli, ["report", "--jurisdiction", "宁波市"]).exit_code == 2


@pytest.mark.parametrize("given", [[], ["--jurisdiction", "宁波市", "--level", "province"]], ids=["nothing", "two"])
def test_one_place_a_level_or_places_must_be_given(given: list[str]) -> None:
    assert isinstance(CliRunner().invoke(cli, ["report", "--year", "2024", *given]).exception, UsageError)


@pytest.mark.parametrize(
    "given", [["--jurisdiction", "无此市", "--year", "2024"], ["--jurisdiction", "宁波市", "--year", "1990"]], ids=["place", "year"]
)
def test_an_unknown_place_or_year_is_an_error_of_one_line(copied: Path, given: list[str]) -> None:
    error = CliRunner().invoke(cli, ["report", *given, "--data", str(copied)]).exception
    assert (isinstance(error, MubiaoError), "\n" in str(error)) == (True, False)


def test_no_file_is_left_behind_by_an_error(copied: Path, tmp_path: Path) -> None:
    CliRunner().invoke(cli, ["report", "--jurisdiction", "宁波市", "--year", "1990", "-o", str(tmp_path / "pages"), "--data", str(copied)])
    assert not (tmp_path / "pages").exists()
