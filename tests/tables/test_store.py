"""Parquet files: one for each province, sorted, the same bytes for the same rows, used again where nothing changed."""

from __future__ import annotations

import os
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from mubiao.rows import UnitRow
from mubiao.tables.schema import schema, to_arrow
from mubiao.tables.store import Staged, changed_provinces, in_order, manifest, prefecture, province, write_manifest


def units(*names: str) -> pa.Table:
    return to_arrow("units", [UnitRow(name, "count", 1.0, True, False) for name in names])


def stored(folder: Path) -> list[str]:
    return pq.read_table(folder / "units").column("unit").to_pylist()


def staged(folder: Path, before: Path | None = None, made_of: str = "x", rows: pa.Table | None = None) -> Staged:
    """A version with one part; rows of None must not be asked for."""
    folder.mkdir()
    found = Staged(folder, before)
    found.write_part("units", "330000", made_of, never() if rows is None else [rows])
    found.write_waiting()
    write_manifest(found)
    return found


def written(folder: Path, *chunks: pa.Table) -> None:
    found = Staged(folder, None)
    found.write_part("units", "part-0", "", chunks)
    found.write_waiting()


def never():
    raise AssertionError("these rows are known already")
    yield


@pytest.mark.parametrize(("place", "above", "top"), [("330282", "330200", "330000"), ("330200", "330200", "330000"), ("110105", "110100", "110000")])
def test_codes_say_where_a_place_lies(place: str, above: str, top: str):
    assert (prefecture(place), province(place)) == (above, top)


def test_a_table_is_one_file(tmp_path: Path):
    written(tmp_path, units("个", "家"))
    assert [path.name for path in (tmp_path / "units").iterdir()] == ["part-0.parquet"]
    assert stored(tmp_path) == ["个", "家"]


def test_a_part_has_the_digest_of_its_content_in_its_name(tmp_path: Path):
    folders = [staged(tmp_path / name, rows=units(unit)).folder / "units" for name, unit in (("a", "个"), ("b", "个"), ("c", "家"))]
    names = [next(folder.iterdir()).name for folder in folders]
    assert names[0] == names[1] != names[2]
    assert names[0].startswith("330000-")


def test_a_part_that_is_made_of_the_same_is_the_same_file(tmp_path: Path):
    staged(tmp_path / "one", rows=units("个"))
    staged(tmp_path / "two", before=tmp_path / "one")
    (first,), (second,) = ((tmp_path / name / "units").iterdir() for name in ("one", "two"))
    assert first.stat().st_ino == second.stat().st_ino


@pytest.mark.parametrize("damage", ["other", "cut", "emptied", "flipped", "gone", "pipe", "no_manifest"])
def test_a_part_that_is_not_whole_or_made_of_something_else_is_written_anew(tmp_path: Path, damage: str):
    staged(tmp_path / "one", rows=units("个"))
    (part,) = (tmp_path / "one" / "units").iterdir()
    if damage == "cut":
        part.write_bytes(part.read_bytes()[:-1])
    elif damage == "emptied":
        part.write_bytes(b"")
    elif damage == "flipped":
        part.write_bytes(part.read_bytes()[:40] + b"?" + part.read_bytes()[41:])
    elif damage == "gone":
        part.unlink()
    elif damage == "pipe":
        part.unlink()
        os.mkfifo(part)
    elif damage == "no_manifest":
        (tmp_path / "one" / "manifest.json").write_text("[", encoding="utf-8")
    staged(tmp_path / "two", before=tmp_path / "one", made_of="y" if damage == "other" else "x", rows=units("家"))
    assert stored(tmp_path / "two") == ["家"]


def test_a_version_says_which_provinces_differ_from_another(tmp_path: Path):
    staged(tmp_path / "one", rows=units("个"))
    assert changed_provinces(tmp_path / "one", staged(tmp_path / "two", rows=units("个"))) == set()
    assert changed_provinces(tmp_path / "one", staged(tmp_path / "three", rows=units("家"))) == {"330000"}


def test_a_version_whose_database_was_changed_is_not_the_same(tmp_path: Path):
    first = tmp_path / "one"
    first.mkdir()
    found = Staged(first, None)
    (first / "mubiao.duckdb").write_bytes(b"whole")
    write_manifest(found)
    assert changed_provinces(first, found) == set()
    kept = (first / "mubiao.duckdb").stat()
    (first / "mubiao.duckdb").write_bytes(b"torn!")
    os.utime(first / "mubiao.duckdb", ns=(kept.st_atime_ns, kept.st_mtime_ns))
    assert changed_provinces(first, found) is None


def test_a_version_with_a_file_that_no_build_wrote_is_not_the_same(tmp_path: Path):
    found = staged(tmp_path / "one", rows=units("个"))
    (tmp_path / "one" / "units" / "more.parquet").write_bytes(b"rows that a reader of the folder would take in")
    assert changed_provinces(tmp_path / "one", found) is None


@pytest.mark.parametrize("told", ["[]", '{"parts": []}', '{"parts": {"units/330000": 1}}', '{"parts": {"units/330000": {"file": 1}}}', "[" * 100_000])
def test_a_manifest_that_no_build_wrote_tells_nothing(tmp_path: Path, told: str):
    (tmp_path / "manifest.json").write_text(told, encoding="utf-8")
    assert manifest(tmp_path) == {}


@pytest.mark.parametrize(
    ("sql", "same"),
    [
        ("-- in words\nselect  '1 -- one'\n", True),
        ("select '1 -- two'", False),
        ("select '1  -- one'", False),
        ("select", False),
    ],
)
def test_only_what_the_views_mean_makes_a_version_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sql: str, same: bool):
    (tmp_path / "one").mkdir()
    found = Staged(tmp_path / "one", None)
    monkeypatch.setattr("mubiao.tables.store.view_files", lambda: [("view", "one", "select '1 -- one'")])
    write_manifest(found)
    monkeypatch.setattr("mubiao.tables.store.view_files", lambda: [("view", "one", sql)])
    assert changed_provinces(tmp_path / "one", found) == (set() if same else None)


def test_a_folder_without_a_manifest_tells_nothing(tmp_path: Path):
    assert manifest(tmp_path) == {}


def test_observations_stand_by_place_year_document_and_position(row):
    rows = [row(observation_id="c", year=2024), row(observation_id="b", char_start=30), row(observation_id="a"), row(jurisdiction_code="330100")]
    found = in_order(to_arrow("observations", rows)).select(["jurisdiction_code", "year", "observation_id"]).to_pylist()
    assert [tuple(one.values()) for one in found] == [
        ("330100", 2025, "0123456789abcdef"),
        ("330200", 2024, "c"),
        ("330200", 2025, "a"),
        ("330200", 2025, "b"),
    ]


def test_rows_that_come_in_pieces_give_the_same_bytes(tmp_path: Path):
    rows = units(*(f"个{number}" for number in range(1000)))
    for name, pieces in (("one", [rows]), ("two", [rows.slice(at, 100) for at in range(0, 1000, 100)])):
        (tmp_path / name).mkdir()
        written(tmp_path / name, *pieces)
    one, two = (next((tmp_path / name / "units").iterdir()).read_bytes() for name in ("one", "two"))
    assert one == two


def test_a_part_without_rows_has_its_columns(tmp_path: Path):
    written(tmp_path, units())
    assert pq.read_table(tmp_path / "units").schema.names == schema("units").names
