"""What holds for all tests: the same inputs every time, so that a change is judged and not luck."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

try:
    import fcntl
except ImportError:  # Windows: each process builds its own
    fcntl = None  # type: ignore[assignment]

settings.register_profile("same", derandomize=True, deadline=None)  # how long an example takes says nothing here
settings.register_profile("search", max_examples=2000, deadline=None)  # HYPOTHESIS_PROFILE=search looks for what nobody has seen yet
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """No garbage is looked for among the cases while they are made, which takes longer than making them, nor later: they stay until the end.

    Among what tests keep, expressions above all, it is looked for less often than Python does.
    """
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.set_threshold(50_000, 20, 50)
        gc.enable()


@pytest.fixture(scope="session")
def example_tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of the tables of data/raw: built by the first process that asks for them, and only read."""
    from mubiao.pipeline import build  # settings come first: what is imported may hold properties

    def make(out: Path) -> None:
        assert build(Path(__file__).parents[1] / "data" / "raw", out, review=out / "no-review").bad == []

    return _once(tmp_path_factory, "example-tables", make)


@pytest.fixture(scope="session")
def example_pages(example_tables: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of pages of these tables, three of places and one of many: written as the tables are."""
    import mubiao
    from mubiao.report import write_national, write_report

    def make(out: Path) -> None:
        with mubiao.open(example_tables) as opened:
            for place, year in (("宁波市", 2024), ("鄞州区", 2024), ("慈溪市", 2021)):
                write_report(opened, place, year, out)
            write_national(opened, 2025, out)

    return _once(tmp_path_factory, "example-pages", make)


def _once(folders: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """A folder that one of all processes makes; whoever comes second waits until it is whole."""
    own = folders.getbasetemp()
    one_of_several = fcntl is not None and "PYTEST_XDIST_WORKER" in os.environ
    out = (own.parent if one_of_several else own) / name
    with out.with_suffix(".lock").open("a+") as lock:
        if one_of_several:
            fcntl.flock(lock, fcntl.LOCK_EX)
        if lock.tell() == 0:  # nobody wrote that it is made
            make(out)
            lock.write("made")
    return out


@pytest.fixture(scope="session", autouse=True)
def _without_waiting_for_disks() -> Iterator[None]:
    """No test pulls the plug: a small build asks the disk eighty times whether its files have arrived, which is most of its time on a slow one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda _: None)
        yield


@pytest.fixture(scope="session", autouse=True)
def _pictures_recognised_once() -> Iterator[None]:
    """The same page is read by the tests of every reader, of archives, tables and builds, and takes a second each time."""
    from mubiao.read import recognise

    known: dict[tuple[object, bytes], list[object]] = {}
    lines = recognise.lines

    def lines_once(picture: Any) -> list[Any]:
        key = (picture.shape, picture.tobytes())
        if key not in known:
            known[key] = lines(picture)
        return list(known[key])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(recognise, "lines", lines_once)
        yield


@pytest.fixture
def without_database(monkeypatch: pytest.MonkeyPatch) -> None:
    """Builds whose report or Parquet files are asked, and not their database, which takes most of the time of a small one."""
    monkeypatch.setattr("mubiao.pipeline.update_database", lambda *_: False)
    monkeypatch.setattr("mubiao.pipeline.write_database", lambda folder, _: (folder / "mubiao.duckdb").touch())


@pytest.fixture
def without_views(monkeypatch: pytest.MonkeyPatch) -> None:
    """Builds of whose database only tables are asked: its views take most of the time of a small one."""
    monkeypatch.setattr("mubiao.pipeline.update_database", lambda *_: False)
    monkeypatch.setattr("mubiao.tables.database.view_files", tuple)
    monkeypatch.setattr("mubiao.tables.answers.ANSWERS", ())
