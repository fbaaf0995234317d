"""Parquet files: a folder for each place and year, the same bytes twice, and no half-written tables after a crash."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pyarrow.parquet as pq
import pytest

import mubiao
from mubiao.rows import UnitRow
from mubiao.tables.schema import to_arrow
from mubiao.tables.store import BUILDING, READY, Staging, recover


def units(*names: str):
    return to_arrow("units", [UnitRow(name, "count", 1.0) for name in names])


def stored(out: Path) -> list[str]:
    return pq.read_table(out / "units" / "part-0.parquet").column("unit").to_pylist()


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def committed(out: Path, *names: str) -> None:
    staging = Staging(out)
    staging.write("units", units(*names))
    staging.commit()


def test_a_table_is_one_file(tmp_path: Path):
    committed(tmp_path, "个", "家")
    assert list(files(tmp_path)) == ["units/part-0.parquet"]
    assert stored(tmp_path) == ["个", "家"]


def test_observations_have_a_folder_for_each_place_and_year(tmp_path: Path, row):
    rows = [row(), row(observation_id="b", year=2024), row(observation_id="c", jurisdiction_code="330212", jurisdiction="鄞州区")]
    staging = Staging(tmp_path)
    staging.write_observations(to_arrow("observations", rows))
    staging.commit()
    assert sorted(files(tmp_path)) == [
        "observations/jurisdiction_code=330200/year=2024/part-0.parquet",
        "observations/jurisdiction_code=330200/year=2025/part-0.parquet",
        "observations/jurisdiction_code=330212/year=2025/part-0.parquet",
    ]


def test_the_columns_of_the_folder_names_are_not_repeated_in_the_files(tmp_path: Path, row):
    staging = Staging(tmp_path)
    staging.write_observations(to_arrow("observations", [row()]))
    staging.commit()
    names = pq.read_schema(tmp_path / "observations/jurisdiction_code=330200/year=2025/part-0.parquet").names
    assert {"jurisdiction_code", "year"} & set(names) == set()


def test_rows_are_stored_in_the_order_of_their_documents(tmp_path: Path, row):
    rows = [row(observation_id="b", char_start=30), row(observation_id="a", char_start=30), row(observation_id="c", char_start=8)]
    staging = Staging(tmp_path)
    staging.write_observations(to_arrow("observations", rows))
    staging.commit()
    table = pq.read_table(tmp_path / "observations/jurisdiction_code=330200/year=2025/part-0.parquet")
    assert table.column("observation_id").to_pylist() == ["c", "a", "b"]


def test_the_same_rows_in_another_order_give_the_same_bytes(tmp_path: Path, row):
    rows = [row(observation_id=name, char_start=start, year=year) for name, start, year in (("a", 8, 2025), ("b", 30, 2025), ("c", 8, 2024))]
    for out, given in (("one", rows), ("two", rows[::-1])):
        staging = Staging(tmp_path / out)
        staging.write_observations(to_arrow("observations", given))
        staging.commit()
    assert files(tmp_path / "one") == files(tmp_path / "two")


def test_a_year_that_did_not_change_keeps_its_file(tmp_path: Path, row):
    path = tmp_path / "observations/jurisdiction_code=330200/year=2024/part-0.parquet"
    found = []
    for rows in ([row(year=2024)], [row(year=2024), row(observation_id="b")]):
        staging = Staging(tmp_path)
        staging.write_observations(to_arrow("observations", rows))
        staging.commit()
        found.append(path.stat().st_ino)
    assert found[0] == found[1]


def test_a_place_that_is_gone_leaves_no_file(tmp_path: Path, row):
    for rows in ([row(), row(observation_id="b", year=2024)], [row()]):
        staging = Staging(tmp_path)
        staging.write_observations(to_arrow("observations", rows))
        staging.commit()
    assert list(files(tmp_path)) == ["observations/jurisdiction_code=330200/year=2025/part-0.parquet"]


def test_a_build_that_dies_while_it_writes_leaves_the_old_tables(tmp_path: Path):
    committed(tmp_path, "个")
    Staging(tmp_path).write("units", units("家"))  # and no commit
    recover(tmp_path)
    assert stored(tmp_path) == ["个"]


def test_the_next_build_throws_away_what_a_dead_one_left(tmp_path: Path):
    Staging(tmp_path).write("units", units("家"))  # and no commit
    committed(tmp_path, "个")
    assert stored(tmp_path) == ["个"]
    assert not (tmp_path / BUILDING).exists()


def test_a_build_that_dies_before_its_first_move_is_finished_later(tmp_path: Path):
    committed(tmp_path, "个")
    Staging(tmp_path).write("units", units("家"))
    (tmp_path / BUILDING / READY).touch()
    recover(tmp_path)
    assert stored(tmp_path) == ["家"]
    assert not (tmp_path / BUILDING).exists()


def test_a_build_that_dies_between_two_moves_is_finished_later(tmp_path: Path):
    committed(tmp_path, "个")
    staging = Staging(tmp_path)
    staging.write("units", units("家"))
    staging.write("more_units", units("座"))
    (tmp_path / BUILDING / READY).touch()
    os.replace(tmp_path / BUILDING / "more_units", tmp_path / "more_units")
    recover(tmp_path)
    assert stored(tmp_path) == ["家"]
    assert (tmp_path / "more_units" / "part-0.parquet").exists()


def test_a_build_that_dies_after_it_dropped_an_old_table_is_finished_later(tmp_path: Path):
    committed(tmp_path, "个")
    Staging(tmp_path).write("units", units("家"))
    (tmp_path / BUILDING / READY).touch()
    (tmp_path / "units" / "part-0.parquet").unlink()
    (tmp_path / "units").rmdir()
    recover(tmp_path)
    assert stored(tmp_path) == ["家"]


@pytest.mark.parametrize(("ready", "rows"), [(True, 0), (False, 1)], ids=["ready", "not_ready"])
def test_who_opens_the_tables_after_a_crash_finds_whole_ones(build, tmp_path: Path, ready: bool, rows: int):
    build({"raw/宁波市2025.txt": "二、2025年主要任务\n新增绿地200公顷。"}).close()
    (tmp_path / "nothing").mkdir()
    mubiao.build(tmp_path / "nothing", tmp_path / "new")
    shutil.rmtree(tmp_path / "new" / ".cache")
    os.replace(tmp_path / "new", tmp_path / "out" / BUILDING)  # as a build of nothing leaves it that dies before it moves its tables
    if ready:
        (tmp_path / "out" / BUILDING / READY).touch()
    with mubiao.open(tmp_path / "out") as warehouse:
        assert warehouse.sql("select count(*) from observations").fetchall() == [(rows,)]
