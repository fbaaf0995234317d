"""The answers of the views as Parquet files: what other programs read is what the views say."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest

import mubiao
from mubiao.tables.answers import ANSWERS

REPORTS = {
    "宁波市2024.txt": "一、2024年主要目标\n地区生产总值增长6%左右，新增绿地200公顷。",
    "宁波市2025.txt": "一、2024年工作回顾\n地区生产总值增长5.4%。新增绿地210公顷。\n二、2025年主要目标\n地区生产总值增长5.5%以上，新增绿地220公顷。",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Tables of two reports."""
    raw, out = tmp_path_factory.mktemp("raw"), tmp_path_factory.mktemp("out")
    for name, text in REPORTS.items():
        (raw / name).write_text(text, encoding="utf-8")
    mubiao.build(raw, out)
    return out


@pytest.mark.parametrize("name", ANSWERS)
def test_a_file_holds_what_its_view_says(built: Path, name: str) -> None:
    with mubiao.open(built) as opened:
        said = opened.sql(f"from {name} order by all")
        assert duckdb.read_parquet(str(built / "views" / name / "*.parquet")).order("all").fetchall() == said.fetchall()


def test_a_program_that_knows_no_duckdb_reads_the_verdict(built: Path) -> None:
    rows = pq.read_table(built / "views" / "plan_result_next").to_pylist()
    assert {row["attainment"] for row in rows if (row["indicator_id"], row["plan_year"]) == ("gdp", 2024)} == {"missed"}


def test_the_same_documents_give_the_same_files(built: Path, tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    for name, text in REPORTS.items():
        (raw / name).write_text(text, encoding="utf-8")
    mubiao.build(raw, tmp_path / "out")
    one, two = ({path.relative_to(out): path.read_bytes() for path in (out / "views").rglob("*.parquet")} for out in (built, tmp_path / "out"))
    assert one == two
    assert {path.parts[1] for path in one} == set(ANSWERS)


def test_a_new_version_stands_at_the_same_path(built: Path) -> None:
    assert (built / "views").is_symlink()
    assert (built / "views").resolve().is_relative_to((built / "current").resolve())
