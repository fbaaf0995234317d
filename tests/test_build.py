"""From a folder of documents to tables: the five documents of data/raw, builds that repeat, and bad files among good ones."""

from __future__ import annotations

import errno
import io
import os
import random
import re
import shutil
import signal
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import docx
import duckdb
import pyarrow.parquet as pq
import pytest

import mubiao
import mubiao.extracts
import mubiao.remembered
import mubiao.tables.store
from mubiao.digests import Digests
from mubiao.errors import MubiaoError, ReadError, SourceError, StorageError, WarehouseError
from mubiao.gathered import BuildReport
from mubiao.memory import Memory
from mubiao.model import Document
from mubiao.pipeline import build
from mubiao.read.figures import COLUMNS
from mubiao.read.fold import fold
from mubiao.rows import TABLES
from mubiao.rule import rulebook
from mubiao.tables.database import view_files
from mubiao.tables.schema import gives_back
from mubiao.tables.versions import building
from mubiao.warehouse import Warehouse

RAW = Path(__file__).parents[1] / "data" / "raw"
DOCUMENTS = [
    "330200-ningbo-2022-work-report",
    "330200-ningbo-2024-work-report",
    "330200-ningbo-2025-task-breakdown",
    "330212-yinzhou-2024-task-breakdown",
    "330282-cixi-2021-task-breakdown",
]
WORTH = {"": 1, "万": 10**4, "十万": 10**5, "百万": 10**6, "千万": 10**7, "亿": 10**8, "万亿": 10**12}
NUMBER = re.compile(r"\d+(?:\.\d+)?")
GOOD = "宁波市2025年政府工作报告\n一、2024年工作回顾\n地区生产总值增长5.4%。\n二、2025年主要任务\n地区生产总值增长5.5%以上，新增绿地200公顷。\n"


def built(raw: Path, out: Path, workers: int = 1) -> BuildReport:
    """A build that knows of no decisions besides those beside the raw folder of a test."""
    return build(raw, out, workers, review=raw / "no-review" if raw == RAW else None)


@pytest.fixture
def out(example_tables: Path) -> Path:
    """The tables of data/raw."""
    return example_tables


@pytest.fixture(scope="module")
def warehouse(example_tables: Path):
    with mubiao.open(example_tables) as opened:
        yield opened


@pytest.fixture(scope="module")
def texts(warehouse: Warehouse) -> dict[str, str]:
    """Key of a document -> its decoded text."""
    return dict(warehouse.sql("select doc_id, text from documents where text is not null").fetchall())


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    """A folder with one good document."""
    folder = tmp_path / "raw"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of that folder."""
    folder = tmp_path_factory.mktemp("good")
    (folder / "raw").mkdir()
    (folder / "raw" / "good.txt").write_text(GOOD, encoding="utf-8")
    built(folder / "raw", folder / "out")
    return folder / "out"


@pytest.fixture
def tables(built_once: Path, tmp_path: Path) -> Path:
    """The same for one test, which may build on."""
    return Path(shutil.copytree(built_once, tmp_path / "out", symlinks=True))


def parquet(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.parquet"))}


def rows(opened: Warehouse) -> dict[str, list[tuple[object, ...]]]:
    return {name: opened.sql(f"select * from {name}").fetchall() for name in TABLES}


# The five documents ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("table", ["documents", "tasks", "observations", "refusals"])
@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_document_gives_rows_of_every_kind(warehouse: Warehouse, document: str, table: str):
    ((found,),) = warehouse.sql(f"select count(*) from {table} where doc_id = $document", document=document).fetchall()
    assert found > 0


def test_a_report_with_both_parts_gives_targets_and_results(warehouse: Warehouse):
    found = warehouse.sql("select distinct stage from observations where doc_id = '330200-ningbo-2024-work-report' order by stage").fetchall()
    assert found == [("result",), ("target",)]


def test_the_published_figures_are_rows_with_their_source(warehouse: Warehouse):
    found = warehouse.sql("""
        select o.jurisdiction, o.year, value, unit, title
        from observations o
        join documents d using (doc_id)
        where o.source_kind = 'statistics' and indicator_id = 'pm25' and o.year = 2021 and o.jurisdiction_code = '330200'
    """).fetchall()
    assert ("宁波市", 2021, 21.0, "微克/立方米", "我市2021年国民经济和社会发展统计公报发布") in found


def test_the_span_of_every_row_gives_its_number_back(warehouse: Warehouse, texts: dict[str, str]):
    query = "select * from observations where source_kind = 'document' and value is not null"
    lost = [row.observation_id for row in warehouse.sql(query).df().itertuples() if not gives_back(_without_nan(row), texts[row.doc_id])]
    assert lost == []


def _without_nan(row):
    return row._replace(value_high=None) if row.value_high != row.value_high else row


def test_the_digits_of_every_span_are_worth_its_value(warehouse: Warehouse, texts: dict[str, str]):
    query = """
        select doc_id, char_start, char_end, value
        from observations
        where list_contains(rules, 'digits') and source_kind = 'document' and unit <> '‰'
    """
    wrong = []
    for document, start, end, value in warehouse.sql(query).fetchall():
        written = fold(texts[document][start:end]).text
        digits, magnitude = re.match(r"-?([\d.,]+)[余多几来]?((?:万亿|[十百千]?[万亿])?)", written).groups()
        if written.endswith("成"):
            magnitude, value = "", value / 10
        if Decimal(digits.replace(",", "")) * WORTH[magnitude] != Decimal(str(value)):
            wrong.append((written, value))
    assert wrong == []


def test_no_number_of_a_task_vanishes(warehouse: Warehouse, texts: dict[str, str]):
    told = warehouse.sql("select doc_id, char_start, char_end from observations union all select doc_id, char_start, char_end from refusals")
    accounted_for = {(document, at) for document, start, end in told.fetchall() for at in range(start, end)}
    vanished = [
        (document, texts[document][match.start() - 10 : match.end() + 10])
        for document, low, high in warehouse.sql("select doc_id, char_start, char_end from tasks").fetchall()
        for match in NUMBER.finditer(texts[document], low, high)
        if not any((document, at) in accounted_for for at in range(*match.span()))
    ]
    assert vanished == []


def test_every_rule_and_reason_is_explained(warehouse: Warehouse):
    rules = warehouse.sql("select distinct unnest(rules) from observations union select distinct reason from refusals").fetchall()
    assert {rule for (rule,) in rules} - set().union(*rulebook().values()) == set()


def test_every_row_stands_in_a_task_and_has_its_units(warehouse: Warehouse):
    other = warehouse.sql("""
        select observation_id
        from observations o
        left join tasks t using (task_id)
        where o.source_kind = 'document'
          and (t.task_id is null or o.lead_units <> t.lead_units or not o.char_start between t.char_start and t.char_end)
    """).fetchall()
    assert other == []


def test_parts_belong_to_rows_that_exist(warehouse: Warehouse):
    orphans = warehouse.sql("select observation_id from observations where parent_id not in (select observation_id from observations)").fetchall()
    assert orphans == []


def test_the_files_can_be_read_without_mubiao(out: Path, warehouse: Warehouse):
    table = pq.read_table(out / "observations")
    assert {"jurisdiction_code", "year", "value", "quote"} <= set(table.column_names)
    assert [(table.num_rows,)] == warehouse.sql("select count(*) from observations").fetchall()


# Builds that repeat ----------------------------------------------------------------------------------------------------


def test_another_build_by_several_processes_gives_the_same_bytes_and_rows(out: Path, warehouse: Warehouse, tmp_path: Path):
    built(RAW, tmp_path, workers=2)
    assert parquet(tmp_path) == parquet(out)
    with mubiao.open(tmp_path) as other:
        assert rows(other) == rows(warehouse)


def test_a_second_build_in_the_same_folder_gives_the_same_bytes(raw: Path, tables: Path):
    before = parquet(tables)
    built(raw, tables)
    assert parquet(tables) == before


@pytest.mark.usefixtures("without_views")
def test_only_changed_files_are_extracted_again(raw: Path, tmp_path: Path):
    (raw / "other.txt").write_text(GOOD.replace("宁波市", "杭州市"), encoding="utf-8")
    asked: list[str] = []

    def again() -> BuildReport:
        asked.clear()
        return build(raw, tmp_path / "out", progress=lambda name, done, total: asked.append(name))

    assert (again().reused, asked) == (0, ["good.txt", "other.txt"])
    assert (again().reused, asked) == (2, [])
    (raw / "good.txt").write_text(GOOD.replace("200公顷", "300公顷"), encoding="utf-8")
    assert (again().reused, asked) == (1, ["good.txt"])
    with mubiao.open(tmp_path / "out") as opened:
        assert opened.sql("select value from observations where indicator = '绿地' order by value").fetchall() == [(200.0,), (300.0,)]


@pytest.mark.usefixtures("without_database")
def test_new_facts_of_a_file_are_a_change(raw: Path, tables: Path):
    (raw / "sources.toml").write_text('[[document]]\nfile = "good.txt"\njurisdiction_code = "330212"\n', encoding="utf-8")
    assert built(raw, tables).reused == 0
    assert set(pq.read_table(tables / "observations")["jurisdiction_code"].to_pylist()) == {"330212"}


@pytest.mark.usefixtures("without_database")
def test_a_name_is_the_same_in_whatever_form_a_system_writes_it(raw: Path, tables: Path):
    """Some systems part é into e and an accent; who writes the table of sources does not see that."""
    parted, whole = "re\u0301sume\u0301", "r\u00e9sum\u00e9"
    (raw / "good.txt").rename(raw / f"{parted}.txt")
    (raw / "sources.toml").write_text(f'[[document]]\nfile = "{whole}.txt"\njurisdiction_code = "330212"\n', encoding="utf-8")
    assert built(raw, tables).bad == []
    (document,) = pq.read_table(tables / "documents").to_pylist()
    assert (document["doc_id"], document["jurisdiction_code"]) == (whole, "330212")
    (raw / f"{whole}.txt").write_text(GOOD, encoding="utf-8")
    assert built(raw, tables).bad == [f"{whole}.txt: {whole}.txt would have the same key; rename one"]


@pytest.mark.usefixtures("without_database")
def test_what_was_remembered_of_a_file_that_is_gone_is_dropped(raw: Path, tmp_path: Path):
    for place in ("杭州市", "温州市"):
        (raw / f"{place}.txt").write_text(GOOD.replace("宁波市", place), encoding="utf-8")
    built(raw, tmp_path / "out")
    for place in ("杭州市", "温州市"):
        (raw / f"{place}.txt").unlink()
    assert built(raw, tmp_path / "out").documents == 1
    assert len(Memory(tmp_path / "out" / ".cache").entries()) == 1


@pytest.mark.usefixtures("without_database")
def test_a_document_among_many_changes_only_the_tables_of_its_province(raw: Path, tmp_path: Path):
    for place in ("南京市", "成都市"):
        (raw / f"{place}.txt").write_text(GOOD.replace("宁波市", place), encoding="utf-8")
    files: list[dict[str, int]] = []
    for text in (GOOD, GOOD.replace("200公顷", "300公顷")):
        (raw / "good.txt").write_text(text, encoding="utf-8")
        built(raw, tmp_path / "out")
        version = tmp_path / "out" / "current"
        files.append({path.name: path.stat().st_ino for path in (version / "observations").iterdir()})
    before, after = ({name: inode for name, inode in found.items() if not name.startswith("330000")} for found in files)
    assert before == after
    assert len(after) == 2
    assert set(files[0]) != set(files[1])


def test_with_nothing_changed_no_version_is_written(raw: Path, tables: Path):
    built(raw, tables)
    assert [path.name for path in (tables / "versions").iterdir()] == ["00000001"]


@pytest.mark.usefixtures("without_views")
def test_a_database_that_somebody_wrote_to_is_built_anew(raw: Path, tables: Path):
    with duckdb.connect(str(tables / "mubiao.duckdb")) as connection:
        connection.execute("update observations set value = 0")
    built(raw, tables)
    assert green_space(tables) == [200.0]


@pytest.mark.usefixtures("without_views")
@pytest.mark.parametrize("at", [3, 60, -200, -1])
def test_what_was_remembered_wrongly_is_read_again(raw: Path, tables: Path, at: int):
    (file,) = (tables / ".cache").glob("*.extracts")
    data = bytearray(file.read_bytes())
    data[at] ^= 1
    file.write_bytes(data)
    shutil.rmtree(tables / "versions")
    assert built(raw, tables).observations == 3
    assert green_space(tables) == [200.0]


@pytest.mark.usefixtures("without_views")
def test_a_file_that_changes_while_it_is_read_is_remembered_for_what_was_read(raw: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    digest = Digests.of

    def changed(self: Digests, path: Path) -> str:
        found = digest(self, path)
        if path == raw / "good.txt":
            path.write_text(GOOD.replace("200公顷", "300公顷"), encoding="utf-8")
        return found

    with monkeypatch.context() as patch:
        patch.setattr(Digests, "of", changed)
        built(raw, tmp_path / "out")
    assert green_space(tmp_path / "out") == [300.0]
    (raw / "good.txt").write_text(GOOD, encoding="utf-8")
    built(raw, tmp_path / "out")
    assert green_space(tmp_path / "out") == [200.0]


@pytest.mark.usefixtures("without_views")
def test_rules_that_change_no_row_make_the_files_anew_once(raw: Path, tables: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(mubiao.remembered, "rules_digest", lambda folder: "other rules")
    built(raw, tables)
    monkeypatch.setattr(mubiao.tables.store, "_write", None)
    built(raw, tables)
    assert green_space(tables) == [200.0]


def test_a_view_that_means_something_else_is_made_anew_and_no_document_is_read_again(raw: Path, tables: Path, monkeypatch: pytest.MonkeyPatch):
    changed = tuple((kind, name, f"{sql}\nwhere false" if name == "comparison" else sql) for kind, name, sql in view_files())
    monkeypatch.setattr("mubiao.tables.store.view_files", lambda: changed)
    monkeypatch.setattr("mubiao.tables.database.view_files", lambda: changed)
    monkeypatch.setattr(mubiao.remembered, "read_known", None)
    assert built(raw, tables).reused == 1
    with mubiao.open(tables) as opened:
        assert opened.sql("select count(*) from comparison").fetchall() == [(0,)]
        assert opened.sql("select count(*) from observations").fetchall() == [(3,)]


def test_a_second_build_at_the_same_time_is_refused(raw: Path, tmp_path: Path):
    with building(tmp_path / "out"), pytest.raises(WarehouseError, match=r"another build is running \(pid \d+, since "):
        built(raw, tmp_path / "out")


def test_where_nothing_can_be_written_one_line_says_so(raw: Path, tmp_path: Path):
    (tmp_path / "out").write_text("a file", encoding="utf-8")
    with pytest.raises(StorageError, match=r"out: the tables cannot be written \(.*out: File exists\); the last good ones stay$"):
        built(raw, tmp_path / "out")


@pytest.mark.usefixtures("without_database")
def test_what_stands_in_the_way_of_the_tables_is_named(raw: Path, tmp_path: Path):
    for name in (".cache", "versions", ".cache/rules"):
        out = tmp_path / name.replace("/", "-")
        if name.endswith("rules"):
            (out / name).mkdir(parents=True)
        else:
            out.mkdir()
            (out / name).touch()
        with pytest.raises(StorageError, match=rf"the tables cannot be written \(.*{name}: (File exists|Is a directory)\); the last good ones stay$"):
            built(raw, out)


@pytest.mark.usefixtures("without_database")
def test_a_failure_behind_the_swap_does_not_say_that_the_old_tables_stay(raw: Path, tables: Path, monkeypatch: pytest.MonkeyPatch):
    (raw / "good.txt").write_text(GOOD.replace("200公顷", "300公顷"), encoding="utf-8")
    (tables / "units").unlink()
    with monkeypatch.context() as patch:
        patch.setattr("mubiao.tables.versions.lead", Mock(side_effect=OSError(errno.EIO, "Input/output error", "units")))
        with pytest.raises(StorageError, match=r"out: the new tables are there, but .* is not \(units: Input/output error\); build again$"):
            built(raw, tables)
    built(raw, tables)  # nothing changed: only the path is mended
    assert pq.read_table(tables / "units").num_rows > 0
    assert [path.name for path in (tables / "versions").iterdir()] == ["00000001", "00000002"]


DAMAGED = [["observations/330000-*.parquet"], ["views/figures/330000.parquet"], ["units/part-0.parquet", "datapackage.json", "manifest.json"]]


def test_whatever_file_of_a_version_is_not_whole_any_more_the_next_build_heals(raw: Path, tables: Path):
    """Nothing else changed: all other files are taken from the version before."""
    whole = parquet(tables / "current")
    for number, patterns in enumerate(DAMAGED):
        for pattern in patterns:
            (file,) = (tables / "current").glob(pattern)
            file.write_bytes(b"PAR1 of another time" * (number % 2))
        built(raw, tables)
        assert parquet(tables / "current") == whole, patterns
    assert green_space(tables) == [200.0]


FULL = """
import resource, sys
import mubiao, mubiao.errors
raw, *told = sys.argv[1:]
_, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
for most, out in zip(told[::2], told[1::2]):
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(most), hard))
    try:
        mubiao.build(raw, out)
    except mubiao.errors.StorageError as error:
        print(type(error).__name__)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGXFSZ"), reason="no limit of the size of files on this system")
def test_a_disk_that_is_full_leaves_the_last_good_tables(raw: Path, tables: Path, tmp_path: Path):
    """Full for extracts, or for the database; one process builds with either limit."""
    (raw / "good.txt").write_text(GOOD.replace("200公顷", "300公顷"), encoding="utf-8")
    outs = {"1_000": tables, "300_000": Path(shutil.copytree(tables, tmp_path / "other", symlinks=True))}
    ended = subprocess.run([sys.executable, "-c", FULL, raw, *(part for told in outs.items() for part in told)], capture_output=True, check=False)
    assert ended.stdout.decode().splitlines() == ["StorageError"] * 2, ended.stderr.decode()
    for out in outs.values():
        assert green_space(out) == [200.0]
        built(raw, out)
        assert green_space(out) == [300.0]


@pytest.mark.usefixtures("without_views")
def test_a_folder_that_became_read_only_keeps_the_last_good_tables(raw: Path, tables: Path, monkeypatch: pytest.MonkeyPatch):
    (raw / "good.txt").write_text(GOOD.replace("200公顷", "300公顷"), encoding="utf-8")

    def refuse(path: Path, *_: object, **__: object) -> None:  # whoever runs the tests may write everywhere
        raise OSError(errno.EROFS, "Read-only file system", str(path))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "mkdir", refuse)
        with pytest.raises(StorageError, match=r"out: the tables cannot be written \(.*: Read-only file system\); the last good ones stay$"):
            built(raw, tables)
        assert green_space(tables) == [200.0]
    built(raw, tables)
    assert green_space(tables) == [300.0]


@pytest.mark.usefixtures("without_views")
@pytest.mark.parametrize("log", [b"", b"WAL of a program that was killed"], ids=["empty", "stale"])
def test_what_another_program_left_beside_the_database_is_told_and_healed(raw: Path, tables: Path, log: bytes):
    (tables / "current" / "mubiao.duckdb.wal").write_bytes(log)
    with pytest.raises(WarehouseError, match=r"another program has written to it \(mubiao\.duckdb\.wal\); run mubiao build again$"):
        green_space(tables)
    built(raw, tables)
    assert green_space(tables) == [200.0]


def test_builds_that_die_leave_the_last_good_tables(raw: Path, tables: Path, monkeypatch: pytest.MonkeyPatch):
    (raw / "good.txt").write_text(GOOD.replace("200公顷", "300公顷"), encoding="utf-8")
    for step in ("write_rows", "write_database", "write_manifest", "publish"):
        with monkeypatch.context() as patch:
            patch.setattr(f"mubiao.pipeline.{step}", die)
            with pytest.raises(KeyboardInterrupt):
                built(raw, tables)
        assert green_space(tables) == [200.0]
    built(raw, tables)
    assert green_space(tables) == [300.0]


def die(*_: object) -> None:
    raise KeyboardInterrupt


def green_space(out: Path) -> list[float]:
    with mubiao.open(out) as opened:
        return [value for (value,) in opened.sql("select value from observations where indicator = '绿地'").fetchall()]


# What a folder may hold ------------------------------------------------------------------------------------------------


def truncated_docx() -> bytes:
    buffer = io.BytesIO()
    docx.Document().save(buffer)
    return buffer.getvalue()[:2000]


@pytest.mark.usefixtures("without_database")
def test_a_document_of_a_sheet_that_nobody_can_book_is_listed_and_the_others_are_kept(tmp_path: Path):
    (tmp_path / "raw").mkdir()
    rows = [f'{place},2025,"{GOOD.partition(chr(10))[2]}"\n' for place in ("杭州市", "朝阳区", "宁波市")]  # several cities have a 朝阳区
    (tmp_path / "raw" / "panel.csv").write_text("城市,年份,正文\n" + "".join(rows), encoding="utf-8")
    for _ in ("read", "remembered"):
        report = built(tmp_path / "raw", tmp_path / "out")
        assert (report.documents, len(report.bad)) == (2, 1)
        assert report.bad[0].startswith("panel.csv: cannot tell whose document it is, document ")


@pytest.mark.usefixtures("without_database")
@pytest.mark.parametrize("workers", [1, 2])
def test_bad_files_are_listed_one_line_each_and_all_good_rows_are_kept(raw: Path, tmp_path: Path, workers: int):
    (raw / "empty.txt").write_bytes(b"")
    (raw / "picture.txt").write_bytes(random.Random(1).randbytes(5000))
    (raw / "broken.docx").write_bytes(truncated_docx())
    (raw / "scan.pdf").write_bytes(b"%PDF-1.7")
    (raw / "nobody.txt").write_text("2025年新增绿地200公顷。", encoding="utf-8")
    (raw / "宁波市.txt").write_text("新增绿地200公顷。", encoding="utf-8")
    (raw / "changed.txt").write_text(GOOD, encoding="utf-8")
    (raw / "sources.toml").write_text(
        '[[document]]\nfile = "gone.txt"\n[[document]]\nfile = "changed.txt"\nsha256 = "' + "0" * 64 + '"\n',
        encoding="utf-8",
    )
    (raw / "a-long-one.txt").write_text(GOOD + "新增绿道100公里。\n" * 200, encoding="utf-8")  # done after the bad ones
    report = built(raw, tmp_path / "out", workers)
    assert sorted(report.bad) == [
        "broken.docx: not a whole DOCX file (truncated or damaged)",
        "changed.txt: the content is not the one in the sources table (SHA-256 differs)",
        "empty.txt: the file is empty",
        "gone.txt: named in sources.toml, line 2, but no such file",
        "nobody.txt: cannot tell whose document it is; give it a line in sources.toml, or mubiao extract --jurisdiction",
        "picture.txt: no Chinese text in UTF-8, UTF-16, GB18030 or Big5 (binary, or another encoding); save it as UTF-8",
        "scan.pdf: not a whole PDF file; save it anew",
        "宁波市.txt: cannot tell the year; give it a line in sources.toml, or mubiao extract --year",
    ]
    assert (report.documents, report.observations) == (2, 206)


@pytest.mark.usefixtures("without_database")
def test_a_document_that_the_program_fails_on_is_listed_and_the_others_are_kept(raw: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (raw / "odd.txt").write_text(GOOD, encoding="utf-8")
    read = mubiao.extracts.outline

    def fails(document: Document) -> Any:
        if document.doc_id == "good":
            return read(document)
        raise ValueError("odd\nTraceback (most recent call last): …")

    monkeypatch.setattr(mubiao.extracts, "outline", fails)
    report = built(raw, tmp_path / "out")
    assert report.bad == ["odd.txt: mubiao failed on it (ValueError: odd); --debug shows where"]
    assert report.documents == 1
    assert report.traces[0].startswith("Traceback")


STAGES = ("extracts.read_documents", "extracts.outline", "extracts.observe", "remembered.to_arrow", "memory.Memory.write")


@pytest.mark.usefixtures("without_database")
@pytest.mark.parametrize("error", [MemoryError(), RecursionError("too deep")], ids=["memory", "recursion"])
def test_whatever_a_document_does_to_a_stage_is_one_line_and_the_next_build_heals(raw: Path, tmp_path: Path, error: Exception):
    (raw / "other.txt").write_text(GOOD.replace("宁波市", "成都市"), encoding="utf-8")
    built(raw, tmp_path / "out")
    for number, stage in enumerate(STAGES, 3):
        (raw / "good.txt").write_text(GOOD.replace("200公顷", f"{number}00公顷"), encoding="utf-8")
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(f"mubiao.{stage}", Mock(side_effect=error))
            report = built(raw, tmp_path / "out")
        assert (report.documents, len(report.bad)) == (1, 1), stage
        assert report.bad[0].startswith(("good.txt: needs more memory than a document may take", "good.txt: mubiao failed on it ("))
    assert built(raw, tmp_path / "out").documents == 2


@pytest.mark.usefixtures("without_database")
def test_a_file_that_its_disk_does_not_give_is_listed_with_its_name(raw: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (raw / "other.txt").write_text(GOOD.replace("宁波市", "成都市"), encoding="utf-8")
    read = mubiao.extracts.read_documents
    broken = Mock(side_effect=lambda path, *told: read(path, *told) if path.name == "good.txt" else Path(path, "part").read_bytes())
    monkeypatch.setattr(mubiao.extracts, "read_documents", broken)
    report = built(raw, tmp_path / "out")
    assert (report.documents, report.bad) == (1, ["other.txt: cannot be read (Not a directory)"])


@pytest.mark.usefixtures("without_database")
def test_what_was_extracted_before_and_cannot_be_dropped_does_not_make_the_tables_old(raw: Path, tables: Path, monkeypatch: pytest.MonkeyPatch):
    before = parquet(tables)
    (raw / "good.txt").write_text(GOOD.replace("200公顷", "300公顷"), encoding="utf-8")
    monkeypatch.setattr("mubiao.memory.Memory.forget", Mock(side_effect=OSError(5, "Input/output error")))
    report = built(raw, tables)
    assert report.bad == [f"{tables / '.cache'}: what was extracted before cannot be dropped (Input/output error); it may be deleted at any time"]
    assert parquet(tables) != before


@pytest.mark.usefixtures("without_database")
@pytest.mark.parametrize("step", ["gathered.published.read_fitting", "write_rows", "write_package", "write_manifest", "publish"])
def test_without_memory_for_the_tables_one_line_says_so(raw: Path, tables: Path, monkeypatch: pytest.MonkeyPatch, step: str):
    before = parquet(tables)
    (raw / "figures.csv").write_text(",".join(COLUMNS), encoding="utf-8")
    (raw / "good.txt").write_text(GOOD.replace("200公顷", "300公顷"), encoding="utf-8")
    with monkeypatch.context() as patch:
        patch.setattr(f"mubiao.pipeline.{step}", Mock(side_effect=MemoryError))
        with pytest.raises(StorageError, match=r"out: the tables cannot be written \(out of memory\); the last good ones stay$"):
            built(raw, tables)
    assert parquet(tables) == before
    built(raw, tables)
    assert parquet(tables) != before


@pytest.mark.usefixtures("without_database")
def test_a_panic_of_a_package_in_rust_ends_one_document_only(raw: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    class PanicException(BaseException):
        """As pyo3 raises it: no Exception."""

    def panic(document: object) -> None:
        raise PanicException("range start index 116 out of range")

    read = mubiao.extracts.outline
    (raw / "odd.txt").write_text(GOOD.replace("200", "300"), encoding="utf-8")
    monkeypatch.setattr(mubiao.extracts, "outline", lambda document: read(document) if document.doc_id == "good" else panic(document))
    report = built(raw, tmp_path / "out")
    assert report.bad == ["odd.txt: mubiao failed on it (PanicException: range start index 116 out of range); --debug shows where"]
    assert report.documents == 1


@pytest.mark.usefixtures("without_database")
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_a_pipe_is_no_document(raw: Path, tmp_path: Path):
    os.mkfifo(raw / "pipe.txt")
    assert built(raw, tmp_path / "out").documents == 1


@pytest.mark.usefixtures("without_database")
def test_a_link_that_leads_out_of_the_folder_is_told_and_not_followed(raw: Path, tmp_path: Path):
    outside = tmp_path / "outside.txt"
    outside.write_text("宁波市2025年政府工作报告\n新增绿地200公顷。\n", encoding="utf-8")
    (raw / "outside.txt").symlink_to(outside)
    (raw / "inside.txt").symlink_to("good.txt")
    report = mubiao.build(raw, tmp_path / "out")
    assert report.bad == ["outside.txt: a link that leads out of the folder; put the file itself there"]
    assert report.same == ["inside.txt: inside is the same document as good; counted once"]


@pytest.mark.usefixtures("without_database")
def test_a_link_that_leads_nowhere_is_told(raw: Path, tmp_path: Path):
    (raw / "gone.txt").symlink_to("good-2024.txt")
    (raw / "round.txt").symlink_to("round.txt")
    report = built(raw, tmp_path / "out")
    assert (report.documents, report.bad) == (1, [f"{name}.txt: a link that leads nowhere; put the file itself there" for name in ("gone", "round")])


@pytest.mark.parametrize("name", ["raw/sources.toml", "raw/attainment_rules.csv", "review/unmapped.csv", "review/corrections.csv"])
def test_a_table_that_is_a_link_to_nowhere_is_not_taken_for_none(raw: Path, tmp_path: Path, name: str):
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).symlink_to("moved.csv")
    with pytest.raises(SourceError, match=rf"{re.escape(name)}: is no file"):
        built(raw, tmp_path / "out")


@pytest.mark.usefixtures("without_database")
def test_a_folder_with_the_name_of_a_document_is_named_and_what_lies_in_it_read(tmp_path: Path):
    (tmp_path / "raw" / "a.docx").mkdir(parents=True)
    (tmp_path / "raw" / "a.docx" / "report.txt").write_text(GOOD, encoding="utf-8")
    report = built(tmp_path / "raw", tmp_path / "out")
    assert (report.documents, report.bad) == (1, ["a.docx: a folder with the name of a file; what lies in it was read file by file"])


@pytest.mark.usefixtures("without_database")
def test_a_file_that_was_mended_is_read_the_next_time(raw: Path, tmp_path: Path):
    (raw / "empty.txt").write_bytes(b"")
    assert built(raw, tmp_path / "out").bad == ["empty.txt: the file is empty"]
    (raw / "empty.txt").write_text(GOOD.replace("宁波市", "杭州市"), encoding="utf-8")
    assert (built(raw, tmp_path / "out").bad, built(raw, tmp_path / "out").documents) == ([], 2)


@pytest.mark.usefixtures("without_views")
def test_documents_may_stand_in_folders(raw: Path, tmp_path: Path):
    for year in (2024, 2025):
        (raw / str(year)).mkdir()
        (raw / str(year) / "a.txt").write_text(f"宁波市{year}年政府工作报告\n二、{year}年主要任务\n新增绿地200公顷。\n", encoding="utf-8")
    built(raw, tmp_path / "out")
    with mubiao.open(tmp_path / "out") as opened:
        found = opened.sql("select doc_id, year, file from documents where doc_id <> 'good' order by doc_id").fetchall()
    assert found == [("2024/a", 2024, "2024/a.txt"), ("2025/a", 2025, "2025/a.txt")]


@pytest.mark.usefixtures("without_database")
def test_two_files_of_one_key_are_told(raw: Path, tmp_path: Path):
    (raw / "good.md").write_text(GOOD, encoding="utf-8")
    assert built(raw, tmp_path / "out").bad == ["good.txt: good.md would have the same key; rename one"]


@pytest.mark.usefixtures("without_database")
def test_files_that_are_no_documents_are_passed_over(raw: Path, tmp_path: Path):
    for name in ("README.md", ".hidden.txt", ".git/a.txt"):
        (raw / name).parent.mkdir(exist_ok=True)
        (raw / name).write_text(GOOD, encoding="utf-8")
    report = built(raw, tmp_path / "out")
    assert (report.documents, report.bad) == (1, [])


@pytest.mark.usefixtures("without_views")
def test_word_files_are_documents(raw: Path, tmp_path: Path):
    document = docx.Document()
    for line in GOOD.replace("宁波市", "杭州市").splitlines():
        document.add_paragraph(line)
    document.save(str(raw / "word.docx"))
    built(raw, tmp_path / "out")
    with mubiao.open(tmp_path / "out") as opened:
        found = opened.sql("select doc_id, year, stage, value from observations order by doc_id, char_start").fetchall()
    assert [row[1:] for row in found if row[0] == "word"] == [row[1:] for row in found if row[0] == "good"]


@pytest.mark.usefixtures("without_views")
def test_the_same_document_again_is_told_and_counted_once(raw: Path, tmp_path: Path):
    for name in ("a.txt", "again.md", "2025/good.txt"):
        (raw / name).parent.mkdir(exist_ok=True)
        (raw / name).write_text(GOOD.replace("\n", "\r\n\r\n"), encoding="gb18030")
    report = built(raw, tmp_path / "out")
    assert report.bad == []
    assert report.same == [
        "a.txt: a is the same document as 2025/good; counted once",
        "again.md: again is the same document as 2025/good; counted once",
        "good.txt: good is the same document as 2025/good; counted once",
    ]
    assert (report.documents, report.observations) == (1, 3)
    with mubiao.open(tmp_path / "out") as opened:
        assert opened.sql("select (select count(*) from documents), (select count(*) from observations)").fetchall() == [(1, 3)]


@pytest.mark.usefixtures("without_database")
def test_two_reports_in_one_file_are_two_documents_of_their_own_places(tmp_path: Path):
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "reports.txt").write_text(GOOD.replace("宁波", "上海") + GOOD.replace("宁波市", "云南省"), encoding="utf-8")

    built(tmp_path / "raw", tmp_path / "out")

    for table in ("documents", "tasks", "refusals", "observations"):
        rows = f"read_parquet('{tmp_path / 'out' / table / '*.parquet'}')"
        found = duckdb.sql(f"select doc_id, count(*) from {rows} group by doc_id order by doc_id").fetchall()
        assert [name for name, _ in found] == ["reports#1-上海市", "reports#2-云南省"]
        assert found[0][1] == found[1][1], table


@pytest.mark.usefixtures("without_database")
def test_the_same_text_for_two_places_is_two_documents(raw: Path, tmp_path: Path):
    (raw / "other.txt").write_text(GOOD, encoding="utf-8")
    (raw / "sources.toml").write_text('[[document]]\nfile = "other.txt"\njurisdiction_code = "330212"\n', encoding="utf-8")
    assert built(raw, tmp_path / "out").documents == 2


@pytest.mark.usefixtures("without_database")
def test_wrong_figures_are_listed_with_line_and_column_and_the_others_kept(raw: Path, tmp_path: Path):
    head = ",".join(COLUMNS)
    good = "330200,宁波市,2024,result,地区生产总值,amount,eq,18147.7,亿元,,,统计公报,宁波市统计局,2025-03-01,"
    (raw / "figures.csv").write_text("\n".join([head, good, good.replace("18147.7", "many")]), encoding="utf-8")
    report = built(raw, tmp_path / "out")
    assert (report.figures, report.bad) == (1, ["figures.csv, line 3, value: many is no number"])


@pytest.mark.usefixtures("without_database")
@pytest.mark.parametrize("name", ["2024/figures.csv", "FIGURES.CSV", "figures.txt"])
def test_figures_are_read_wherever_they_stand(raw: Path, tmp_path: Path, name: str):
    (raw / name).parent.mkdir(exist_ok=True)
    row = "330200,宁波市,2024,result,地区生产总值,amount,eq,18147.7,亿元,,,统计公报,宁波市统计局,2025-03-01,"
    (raw / name).write_text("\n".join([",".join(COLUMNS), row, row.replace("18147.7", "many")]), encoding="utf-8")
    report = built(raw, tmp_path / "out")
    assert (report.figures, report.bad) == (1, [f"{name}, line 3, value: many is no number"])


def test_a_folder_that_does_not_exist_is_told(tmp_path: Path):
    with pytest.raises(ReadError, match=r"nowhere: no such folder; give the folder of the documents with --raw$"):
        built(tmp_path / "nowhere", tmp_path / "out")


@pytest.mark.parametrize(
    ("name", "text", "error"),
    [
        ("raw/sources.toml", "[[document", SourceError),
        ("raw/sources.toml", '[[document]]\nfile = "good.txt"\ntitle = 2025\n', SourceError),
        ("raw/attainment_rules.csv", "a,b\n", SourceError),
        ("review/unmapped.csv", "indicator_key,decision,who,when,why\n绿地,nothing,a,2026-01-31,b\n", SourceError),
    ],
    ids=["sources", "fact", "rules", "decisions"],
)
def test_a_wrong_table_of_the_folder_stops_the_build_and_leaves_the_old_tables(
    raw: Path, tables: Path, tmp_path: Path, name: str, text: str, error: type[MubiaoError]
):
    before = parquet(tables)
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(error):
        built(raw, tables)
    assert parquet(tables) == before


@pytest.mark.usefixtures("without_database")
def test_a_file_with_damaged_parts_never_costs_the_others_their_rows(raw: Path, tmp_path: Path):
    document = docx.Document()
    document.add_paragraph(GOOD)
    document.save(str(raw / "word.docx"))
    data = bytearray((raw / "word.docx").read_bytes())
    start = data.index(b"word/document.xml") + 60
    data[start : start + 40] = random.Random(7).randbytes(40)
    (raw / "word.docx").write_bytes(data)
    report = built(raw, tmp_path / "out")
    assert (report.observations, report.bad) == (3, ["word.docx: not a whole DOCX file (truncated or damaged)"])


@pytest.mark.parametrize(("said", "error"), [("Query interrupted", KeyboardInterrupt), ("no such step", RuntimeError)])
def test_duckdb_tells_of_ctrl_c_by_an_error_of_its_own(
    raw: Path, tables: Path, monkeypatch: pytest.MonkeyPatch, said: str, error: type[BaseException]
):
    def ended(*_: object) -> None:
        raise RuntimeError(said)

    (raw / "good.txt").write_text(GOOD.replace("200公顷", "300公顷"), encoding="utf-8")
    with monkeypatch.context() as patch:
        patch.setattr("mubiao.pipeline.write_package", ended)
        with pytest.raises(error):
            built(raw, tables)
    assert green_space(tables) == [200.0]
