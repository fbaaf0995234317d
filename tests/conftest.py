"""What holds for all tests: the same inputs every time, so that a change is judged and not luck."""

from __future__ import annotations

import gc
import os
from collections.abc import Generator, Iterator
from pathlib import Path

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
    """No garbage is looked for among the cases while they are made, which takes longer than making them, nor later: they stay until the end."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


@pytest.fixture(scope="session")
def example_tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of the tables of data/raw: built by the first process that asks for them, and only read."""
    from mubiao.pipeline import build  # settings come first: what is imported may hold properties
    from mubiao.tables.versions import current

    own = tmp_path_factory.getbasetemp()
    one_of_several = fcntl is not None and "PYTEST_XDIST_WORKER" in os.environ
    out = (own.parent if one_of_several else own) / "example-tables"
    with out.with_suffix(".lock").open("w") as lock:
        if one_of_several:
            fcntl.flock(lock, fcntl.LOCK_EX)  # whoever comes second waits for whole tables
        if current(out) is None:
            assert build(Path(__file__).parents[1] / "data" / "raw", out, review=out / "no-review").bad == []
    return out


@pytest.fixture(scope="session", autouse=True)
def _without_waiting_for_disks() -> Iterator[None]:
    """No test pulls the plug: a small build asks the disk eighty times whether its files have arrived, which is most of its time on a slow one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda _: None)
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
