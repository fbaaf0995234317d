"""Builds on a Dask cluster: the same bytes as from one process, workers that die or differ, tables in an object store."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from threading import Event, Thread

import dask
import duckdb
import pytest
from distributed import Client, LocalCluster
from moto.server import ThreadedMotoServer
from s3fs import S3FileSystem

from mubiao.cluster import jobs
from mubiao.cluster.address import located
from mubiao.cluster.build import build_on
from mubiao.cluster.mirror import local_copy, newest
from mubiao.errors import ReadError, UsageError
from mubiao.pipeline import build
from mubiao.remembered import KILLED, Source
from mubiao.tables.versions import current

REPORT = (
    "{place}2025年政府工作报告\n一、2024年工作回顾\n地区生产总值增长{done}%。\n二、2025年主要任务\n地区生产总值增长{plan}%以上，新增绿地200公顷。\n"
)
PLACES = ("宁波市", "杭州市", "温州市", "嘉兴市", "台州市", "南京市")


@pytest.fixture(scope="module")
def bucket() -> Iterator[str]:
    """A bucket in a local server that speaks S3."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    with pytest.MonkeyPatch.context() as patch:
        for name, value in (
            ("ENDPOINT_URL", f"http://{host}:{port}"),
            ("ACCESS_KEY_ID", "a"),
            ("SECRET_ACCESS_KEY", "b"),
            ("DEFAULT_REGION", "us-east-1"),
        ):
            patch.setenv(f"AWS_{name}", value)
        S3FileSystem().mkdir("reports")
        yield "s3://reports"
    server.stop()


@pytest.fixture(scope="module")
def scheduler(bucket: str) -> Iterator[str]:
    """A scheduler with two worker processes, which know the way to the bucket as this one does.

    They are copies of a process that has what they need: tests kill five of them, and each would import all of it anew.
    """
    with (
        dask.config.set({"distributed.scheduler.allowed-failures": 1, "distributed.worker.multiprocessing-method": "forkserver"}),
        LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster,
    ):
        yield cluster.scheduler_address


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    return reports(tmp_path)


def reports(where: Path) -> Path:
    """A folder of short reports and a file that nobody can read."""
    folder = where / "raw"
    folder.mkdir()
    for number, place in enumerate(PLACES):
        (folder / f"{place}.txt").write_text(REPORT.format(place=place, done=5 + number / 10, plan=6 + number / 10), encoding="utf-8")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7\n")
    return folder


def bytes_of(folder: Path) -> dict[str, str]:
    """Digest of every Parquet file of the newest version."""
    version = current(folder)
    assert version is not None
    return {path.relative_to(version).as_posix(): sha256(path.read_bytes()).hexdigest() for path in sorted(version.rglob("*.parquet"))}


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What one process makes of the documents."""
    folder = tmp_path_factory.mktemp("alone")
    build(reports(folder), folder / "out")
    return bytes_of(folder / "out")


def test_a_cluster_makes_the_same_bytes_as_one_process(scheduler: str, raw: Path, tmp_path: Path, expected: dict[str, str]):
    told: list[tuple[int, int]] = []
    report = build_on(scheduler, raw, tmp_path / "out", progress=lambda name, done, total: told.append((done, total)))
    assert bytes_of(tmp_path / "out") == expected
    assert told[-1] == (len(PLACES) + 1, len(PLACES) + 1)
    (bad,) = report.bad
    assert bad.startswith("broken.pdf: ")


@pytest.mark.usefixtures("without_database")
def test_what_was_read_before_is_remembered_whoever_read_it(scheduler: str, raw: Path, tmp_path: Path):
    build(raw, tmp_path / "out")
    assert build_on(scheduler, raw, tmp_path / "out").reused == len(PLACES)
    (raw / "台州市.txt").unlink()
    assert build(raw, tmp_path / "out").reused == len(PLACES) - 1


def test_a_worker_that_dies_costs_its_batch_and_nothing_else(scheduler: str, raw: Path, tmp_path: Path, expected: dict[str, str]):
    begun = Event()

    def kill() -> None:
        begun.wait()
        with Client(scheduler, set_as_default=False) as client:
            os.kill(min(client.run(os.getpid).values()), signal.SIGKILL)

    killer = Thread(target=kill)
    killer.start()
    build_on(scheduler, raw, tmp_path / "out", progress=lambda *_: begun.set())
    killer.join()
    assert bytes_of(tmp_path / "out") == expected


@pytest.mark.usefixtures("without_database")
def test_a_document_that_kills_its_workers_is_listed_and_its_neighbours_are_read(
    scheduler: str, raw: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    deadly = PLACES[2]

    def die(task: jobs.Batches, sources: Sequence[Source]) -> jobs.Told:  # defined here, it is sent to the workers as a whole
        if any(deadly in source.name for source in sources):
            os.kill(os.getpid(), signal.SIGKILL)
        return jobs.read_batch(task, sources)

    monkeypatch.setattr("mubiao.cluster.client.read_batch", die)
    monkeypatch.setattr("mubiao.cluster.client.SHARES", 1)  # several documents in a batch
    report = build_on(scheduler, raw, tmp_path / "out")
    assert report.documents == len(PLACES) - 1
    assert [line for line in report.bad if deadly in line] == [f"{deadly}.txt: {KILLED}"]


def test_a_worker_with_other_rules_is_told_in_one_line(tmp_path: Path):
    reason = jobs.unfit(jobs.Batches(tmp_path, tmp_path, "other rules", "mubiao 9.9 on Python 3.99"))
    assert reason is not None
    assert "has other rules" in reason
    assert "mubiao 9.9 on Python 3.99" in reason
    with pytest.raises(UsageError, match="has other rules"):
        jobs.read_batch(jobs.Batches(tmp_path, tmp_path, "other rules", ""), [])


def test_a_worker_that_does_not_see_the_folder_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(jobs, "rules_digest", lambda _: "same")
    assert "does not see" in str(jobs.unfit(jobs.Batches(tmp_path / "elsewhere", tmp_path, "same", "")))
    assert jobs.unfit(jobs.Batches(tmp_path, tmp_path, "same", "")) is None


def test_where_no_scheduler_answers_one_line_says_so(raw: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("mubiao.cluster.client.PATIENCE", 0.5)
    with pytest.raises(UsageError, match="no Dask scheduler answers there"):
        build_on("tcp://127.0.0.1:9", raw, tmp_path / "out")


def test_an_address_of_an_unknown_kind_is_told():
    with pytest.raises(UsageError, match="cannot be used"):
        located("nowhere://bucket/folder")


@pytest.fixture
def far(bucket: str, raw: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """Addresses of the documents and of the tables."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    base = located(f"{bucket}/{tmp_path.name}")
    for file in raw.iterdir():
        (base / "raw" / file.name).write_bytes(file.read_bytes())
    return base / "raw", base / "tables"


def test_documents_and_tables_may_lie_in_an_object_store(far: tuple[Path, Path], scheduler: str, expected: dict[str, str]):
    raw, out = far
    assert build_on(scheduler, raw, out).documents == len(PLACES)
    version = newest(out)
    assert version is not None
    found = {path.relative_to(version).as_posix(): sha256(path.read_bytes()).hexdigest() for path in version.rglob("*.parquet")}
    assert found == expected
    with duckdb.connect() as connection:  # which reads them where they lie
        connection.register_filesystem(out.fs)  # type: ignore[attr-defined]
        query = f"select count(distinct jurisdiction_code) from '{version}/observations/*.parquet'"
        assert connection.execute(query).fetchone() == (len(PLACES),)


@pytest.mark.usefixtures("without_database")
def test_another_machine_goes_on_from_what_lies_at_the_address(
    far: tuple[Path, Path], scheduler: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    raw, out = far
    build_on(scheduler, raw, out)
    first = newest(out)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "another"))
    assert build_on(scheduler, raw, out).reused == len(PLACES)
    assert newest(out) == first, "nothing changed: no new version"
    (raw / "台州市.txt").unlink()
    build_on(scheduler, raw, out)
    assert newest(out) != first
    assert sorted(path.name for path in (out / "versions").iterdir()) == sorted(path.name for path in (first, newest(out)) if path)


@pytest.mark.usefixtures("without_database")
def test_a_build_that_fails_leaves_the_address_as_it_was(far: tuple[Path, Path], scheduler: str):
    raw, out = far
    build_on(scheduler, raw, out)
    first = newest(out)
    (raw / "sources.toml").write_text("[[document]]\n", encoding="utf-8")
    with pytest.raises(Exception, match=r"sources\.toml"):
        build_on(scheduler, raw, out)
    assert newest(out) == first
    assert local_copy(out).is_dir()


def test_a_document_is_given_up_in_a_thread_too(monkeypatch: pytest.MonkeyPatch):
    from mubiao import deadline

    monkeypatch.setattr(deadline, "DOCUMENT_SECONDS", 0.05)
    ended: list[ReadError] = []

    def endless() -> None:
        try:
            with deadline.in_time():
                while True:  # as a library that takes any error for a damaged page, and goes on with the next
                    with suppress(Exception):
                        while True:
                            pass
        except ReadError as error:
            ended.append(error)

    thread = Thread(target=endless, daemon=True)
    thread.start()
    thread.join(30)
    assert "split it" in str(ended[0])
