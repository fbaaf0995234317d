"""The DuckDB file: all tables and views in it, and which version it is."""

from __future__ import annotations

import shutil
import struct
from hashlib import sha256
from pathlib import Path

import duckdb
import pytest

import mubiao
from mubiao.errors import WarehouseError
from mubiao.read.figures import COLUMNS
from mubiao.rows import TABLES
from mubiao.tables.database import DATABASE, create_views, update_database, view_files
from mubiao.tables.store import manifest
from mubiao.tables.versions import current
from mubiao.warehouse import Warehouse

FILLED = [name for kind, name, _ in view_files() if kind == "table"]
STORAGE_OF_1_4 = 67  # of a file that DuckDB 1.4 and later read, as its head tells
REPORT = "二、2025年主要任务\n地区生产总值增长5.5%左右，新增绿地200公顷。"


def values(opened: Warehouse) -> list[float]:
    return [value for (value,) in opened.sql("select value from observations order by char_start").fetchall()]


@pytest.fixture(scope="module")
def of_one_report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one short report and its tables: built once."""
    folder = tmp_path_factory.mktemp("one")
    (folder / "raw").mkdir()
    (folder / "raw" / "宁波市2025.txt").write_text(REPORT, encoding="utf-8")
    mubiao.build(folder / "raw", folder / "out")
    return folder


@pytest.fixture(scope="module")
def warehouse(of_one_report: Path):
    """Its tables, opened."""
    with mubiao.open(of_one_report / "out") as opened:
        yield opened


@pytest.fixture
def out(of_one_report: Path, tmp_path: Path) -> Path:
    """Its tables for one test, which may build on, with the report beside them."""
    shutil.copytree(of_one_report, tmp_path, symlinks=True, dirs_exist_ok=True)
    return tmp_path / "out"


@pytest.mark.parametrize("table", TABLES)
def test_every_table_can_be_asked(warehouse, table: str):
    columns = warehouse.sql(f"select * from {table}").columns
    assert list(columns) == list(TABLES[table].__dataclass_fields__)


@pytest.mark.parametrize("view", [name for _, name, _ in view_files()])
def test_every_view_can_be_asked(warehouse, view: str):
    assert len(warehouse.sql(f"from {view}").columns) > 0


@pytest.mark.parametrize("view", [name for _, name, _ in view_files()])
def test_every_view_can_be_asked_by_place(warehouse, view: str):
    assert warehouse.sql(f"select * from {view} where jurisdiction_code = '110000'").fetchall() == []


def test_a_verdict_is_joined_to_its_line_by_series_and_year(warehouse):
    joined = "select jurisdiction_code from verdicts join lines using (jurisdiction_code, series_key, plan_year)"
    assert warehouse.sql(joined).fetchall() == []  # no result to judge yet


@pytest.mark.parametrize("view", [name for _, name, _ in view_files()])
def test_every_view_says_first_what_a_row_is(view: str):
    (sql,) = [text for _, name, text in view_files() if name == view]
    assert sql.startswith("-- One row is one ")


@pytest.mark.parametrize("view", [name for _, name, _ in view_files()])
def test_every_view_is_one_select(view: str):
    (sql,) = [text for _, name, text in view_files() if name == view]
    assert len(duckdb.extract_statements(sql)) == 1


def test_the_promised_views_exist(warehouse):
    promised = {"plan_result_next", "target_changes", "conflicts", "responsibilities", "cascade"}
    assert promised <= {name for (name,) in warehouse.sql("show tables").fetchall()}


@pytest.mark.parametrize(
    ("table", "key"),
    [("observations", "observation_id"), ("units", "unit"), ("indicators", "indicator_id"), ("jurisdictions", "jurisdiction_code")],
)
def test_keys_are_unique(warehouse, table: str, key: str):
    assert warehouse.sql(f"select {key} from {table} group by {key} having count(*) > 1").fetchall() == []


def test_tables_without_rows_exist_too(tmp_path: Path):
    (tmp_path / "raw").mkdir()
    mubiao.build(tmp_path / "raw", tmp_path / "out")
    with mubiao.open(tmp_path / "out") as empty:
        assert empty.sql("select * from observations").fetchall() == []
        assert empty.sql("select * from plan_result_next").fetchall() == []


def test_a_duckdb_that_would_tell_wrong_counts_cannot_open_the_database(of_one_report: Path):
    """Of views that DuckDB 2 has written 1.3 counts a part of the rows, without an error."""
    (version,) = struct.unpack("<Q", (of_one_report / "out" / DATABASE).read_bytes()[12:20])
    assert version >= STORAGE_OF_1_4


def test_tables_of_another_version_are_refused(out: Path):
    with duckdb.connect(str(out / DATABASE)) as connection:
        connection.execute("update build_info set tables_version = '0'")
    with pytest.raises(WarehouseError, match=r"mubiao\.duckdb: tables of version 0, this mubiao reads 3; run mubiao build again$"):
        mubiao.open(out)


@pytest.mark.parametrize("content", [b"", "地区生产总值".encode()], ids=["empty", "text"])
def test_a_file_that_is_no_database_is_refused(tmp_path: Path, content: bytes):
    (tmp_path / DATABASE).write_bytes(content)
    with pytest.raises(WarehouseError, match=r"mubiao\.duckdb: not a database of mubiao; run mubiao build again$"):
        mubiao.open(tmp_path)


def test_a_folder_without_tables_is_told(tmp_path: Path):
    with pytest.raises(WarehouseError, match=r": no tables there; run mubiao build, or give the folder that it wrote$"):
        mubiao.open(tmp_path / "nowhere")


def test_the_folder_of_the_tables_may_have_any_name(tmp_path: Path):
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "宁波市2025.txt").write_text(REPORT, encoding="utf-8")
    mubiao.build(tmp_path / "raw", tmp_path / "zhang's 表 格-[2025]")
    with mubiao.open(tmp_path / "zhang's 表 格-[2025]") as warehouse:
        assert warehouse.sql("select count(*) from observations").fetchall() == [(2,)]


def test_the_tables_may_be_opened_twice(out: Path):
    with mubiao.open(out) as first, mubiao.open(out) as second:
        assert (values(first), values(second)) == ([5.5, 200.0], [5.5, 200.0])


def test_who_opens_after_another_build_sees_its_rows_while_the_old_ones_are_open(out: Path, build):
    with mubiao.open(out) as before, build({"raw/宁波市2025.txt": "二、2025年主要任务\n新增绿地300公顷。"}) as after:
        assert (values(before), values(after)) == ([5.5, 200.0], [300.0])


def test_tables_filled_in_steps_of_few_places_are_the_same(tmp_path: Path):
    (tmp_path / "raw").mkdir()
    for place in ("宁波市", "杭州市", "温州市"):
        (tmp_path / "raw" / f"{place}2025.txt").write_text(REPORT, encoding="utf-8")
    mubiao.build(tmp_path / "raw", tmp_path / "out")
    with duckdb.connect(str(tmp_path / "out" / DATABASE)) as connection:

        def filled() -> dict[str, list[tuple[object, ...]]]:
            return {table: connection.execute(f"select * from {table} order by all").fetchall() for table in FILLED}

        at_once = filled()
        create_views(connection, batch=1)
        assert filled() == at_once


NINGBO = """宁波市2025年政府工作报告
一、2024年工作回顾
地区生产总值增长5.4%，新增绿地210公顷。
二、2025年主要任务
居民收入增长5.5%以上，地区生产总值增速高于全国平均水平，新增绿地220公顷。
"""
NATIONAL = f"""{",".join(COLUMNS)}
000000,全国,2025,result,地区生产总值,growth,eq,5.0,%,,,公报,国家统计局,2026-01-17,
"""
PADDING = "坚持稳中求进、久久为功。\n" * 160
PLACES = {
    "宁波市": NINGBO + PADDING,
    "宁波市2024": NINGBO.replace("2025年", "2024年").replace("2024年工作", "2023年工作") + PADDING,
    "杭州市": NINGBO.replace("宁波", "杭州"),
    "成都市": NINGBO.replace("宁波", "成都"),
    "苏州市": NINGBO.replace("宁波", "苏州") + PADDING,
    # One row where others have five: odd as soon as there are five long documents, whatever province the fifth is of.
    "武汉市": f"武汉市2025年政府工作报告\n二、2025年主要任务\n新增绿地220公顷。\n{PADDING}",
}


def everything(out: Path) -> dict[str, object]:
    """All rows of the database's tables, from which its views follow, and the bytes of all Parquet files, those of the answers among them."""
    version = current(out)
    assert version is not None
    files: dict[str, object] = {path.relative_to(version).as_posix(): path.read_bytes() for path in version.rglob("*.parquet")}
    with mubiao.open(out) as opened:
        return files | {name: opened.sql(f"select * from {name} order by all").fetchall() for name in [*TABLES, *FILLED]}


@pytest.fixture(scope="module")
def of_six_reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the reports of PLACES and their tables: built once."""
    folder = tmp_path_factory.mktemp("places")
    (folder / "raw").mkdir()
    for name, text in PLACES.items():
        (folder / "raw" / f"{name}.txt").write_text(text, encoding="utf-8")
    mubiao.build(folder / "raw", folder / "out")
    return folder


@pytest.fixture
def raw(of_six_reports: Path, tmp_path: Path) -> Path:
    """The reports of PLACES, copied with the tables that stand beside them."""
    shutil.copytree(of_six_reports, tmp_path, symlinks=True, dirs_exist_ok=True)
    return tmp_path / "raw"


def is_as_written_down(database: Path) -> bool:
    """Whether a database did not change any more after its digest was taken, while the answers were written."""
    return sha256(database.read_bytes()).hexdigest().startswith(manifest(database.parent)["files"][DATABASE][1])


@pytest.mark.parametrize("step", ["added", "changed", "removed", "of_a_new_province"])
def test_a_database_of_which_a_province_is_replaced_is_the_same_as_a_whole_one(raw: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str):
    if step == "removed":
        (raw / "宁波市2024.txt").unlink()
    elif step == "changed":
        (raw / "成都市.txt").write_text(PLACES["成都市"].replace("5.4%", "5.6%").replace("210", "230"), encoding="utf-8")
    else:
        (raw / "new.txt").write_text(NINGBO.replace("宁波", "绍兴" if step == "added" else "长沙") + PADDING, encoding="utf-8")
    with monkeypatch.context() as patch:
        patch.setattr("mubiao.pipeline.write_database", lambda *_: 1 / 0)
        mubiao.build(raw, tmp_path / "out")
    assert is_as_written_down(tmp_path / "out" / "current" / DATABASE)
    mubiao.build(raw, tmp_path / "fresh")
    assert everything(tmp_path / "out") == everything(tmp_path / "fresh")
    with mubiao.open(tmp_path / "out") as opened:
        odd = opened.sql("select jurisdiction from warnings where name = 'rows_per_character'").fetchall()
    assert odd == ([("武汉市",)] if step in ("added", "of_a_new_province") else [])


def test_what_is_measured_against_a_place_that_changes_is_judged_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    raw = tmp_path / "raw"
    raw.mkdir()
    for name, text in PLACES.items():
        (raw / f"{name}.txt").write_text(text if name == "成都市" else text.replace("速高于全国平均水平", "长6%"), encoding="utf-8")
    (raw / "national.csv").write_text(NATIONAL, encoding="utf-8")
    mubiao.build(raw, tmp_path / "out")
    before = everything(tmp_path / "out")["relative_targets"]
    (raw / "national.csv").write_text(NATIONAL.replace("5.0", "5.2"), encoding="utf-8")
    with monkeypatch.context() as patch:
        patch.setattr("mubiao.pipeline.write_database", lambda *_: 1 / 0)
        mubiao.build(raw, tmp_path / "out")
    mubiao.build(raw, tmp_path / "fresh")
    after = everything(tmp_path / "out")
    assert len(before) == len(after["relative_targets"]) == 1
    assert after["relative_targets"] != before
    assert after == everything(tmp_path / "fresh")


def test_a_database_of_which_much_was_replaced_is_written_whole(raw: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    updated = []

    def update(*given: object) -> bool:
        updated.append(update_database(*given))
        return updated[-1]

    monkeypatch.setattr("mubiao.pipeline.update_database", update)
    for number in range(4):
        (raw / "成都市.txt").write_text(PLACES["成都市"].replace("210", f"{300 + number}"), encoding="utf-8")
        mubiao.build(raw, tmp_path / "out")
    assert updated[0]
    assert not all(updated)
