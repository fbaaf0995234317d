"""Versions of the tables: readers see one whole version from open to close, builds never meet, nothing is left lying around."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from mubiao.errors import WarehouseError
from mubiao.tables.versions import LOCK, VERSIONS, building, current, hold, publish, staging

NAMES = ("units", "mubiao.duckdb")


def published(out: Path, text: str) -> None:
    out.mkdir(exist_ok=True)
    with staging(out) as folder:
        (folder / "units").mkdir()
        (folder / "units" / "part-0.parquet").write_text(text, encoding="utf-8")
        (folder / "mubiao.duckdb").write_text(text, encoding="utf-8")
        publish(out, NAMES)


def read(folder: Path | None) -> str:
    assert folder is not None
    return (folder / "units" / "part-0.parquet").read_text(encoding="utf-8")


def kept(out: Path) -> list[str]:
    return sorted(path.name for path in (out / VERSIONS).iterdir())


def test_a_folder_without_a_build_has_no_version(tmp_path: Path):
    assert current(tmp_path) is None
    assert hold(tmp_path) is None
    assert list(tmp_path.iterdir()) == []


def test_what_was_published_last_is_the_newest(tmp_path: Path):
    for text in ("one", "two"):
        published(tmp_path, text)
    assert read(current(tmp_path)) == "two"


def test_every_table_has_a_path_that_stays(tmp_path: Path):
    for text in ("one", "two"):
        published(tmp_path, text)
        assert (tmp_path / "units" / "part-0.parquet").read_text(encoding="utf-8") == text
        assert (tmp_path / "mubiao.duckdb").read_text(encoding="utf-8") == text


def test_tables_of_an_older_layout_give_way(tmp_path: Path):
    (tmp_path / "units" / "year=2024").mkdir(parents=True)
    (tmp_path / "mubiao.duckdb").write_text("old", encoding="utf-8")
    published(tmp_path, "new")
    assert (tmp_path / "mubiao.duckdb").read_text(encoding="utf-8") == "new"
    assert [path.name for path in (tmp_path / "units").iterdir()] == ["part-0.parquet"]


def test_a_version_that_is_held_stays_whole(tmp_path: Path):
    published(tmp_path, "0")
    held = hold(tmp_path)
    for number in range(1, 5):
        published(tmp_path, str(number))
    assert held is not None
    assert read(held.folder) == "0"
    assert kept(tmp_path) == ["00000001", "00000004", "00000005"]
    held.release()
    published(tmp_path, "5")
    assert kept(tmp_path) == ["00000005", "00000006"]


def test_who_reads_writes_nothing(tmp_path: Path):
    published(tmp_path, "one")
    before = {path: path.lstat().st_mtime_ns for path in tmp_path.rglob("*")}
    held = hold(tmp_path)
    assert held is not None
    held.release()
    assert {path: path.lstat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_a_build_that_dies_while_it_writes_leaves_the_last_version(tmp_path: Path):
    published(tmp_path, "one")
    with staging(tmp_path) as folder:
        (folder / "units").mkdir()
        os.rename(folder, folder.with_name(".dead"))  # as it is after a kill
    assert read(current(tmp_path)) == "one"
    published(tmp_path, "two")
    assert kept(tmp_path) == ["00000001", "00000002"]


@pytest.mark.parametrize("told", ["", "nowhere", "versions/../..", "versions/a", "/etc", "../out/versions/00000001", "\0", b"\xff", None], ids=str)
def test_a_pointer_that_leads_elsewhere_is_none_and_the_next_build_heals(tmp_path: Path, told: str | bytes | None):
    out = tmp_path / "out"
    published(out, "one")
    (out / "current").unlink()
    if isinstance(told, bytes):
        (out / "current").write_bytes(told)
    elif told is not None:
        (out / "current").write_text(told, encoding="utf-8")
    assert current(out) is None
    assert hold(out) is None
    published(out, "two")
    assert read(current(out)) == "two"


def test_a_path_that_leads_elsewhere_leads_into_the_newest_version_again(tmp_path: Path):
    out = tmp_path / "out"
    published(out, "one")
    (out / "units").unlink()
    (out / "units").symlink_to(tmp_path)
    published(out, "two")
    assert (out / "units" / "part-0.parquet").read_text(encoding="utf-8") == "two"
    assert out.is_dir()


def test_a_build_that_dies_before_it_turns_the_pointer_leaves_the_last_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    published(tmp_path, "one")
    with monkeypatch.context() as patch:
        patch.setattr("mubiao.tables.versions.point", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            published(tmp_path, "two")
    assert read(current(tmp_path)) == "one"
    published(tmp_path, "three")
    assert read(current(tmp_path)) == "three"
    assert kept(tmp_path) == ["00000001", "00000003"]


class Died(BaseException):
    """A process ends here."""


def dies_at(step: int, patch: pytest.MonkeyPatch) -> None:
    """Let the process end before its n-th change of the disk; what it would tidy up then stays as it is."""
    left = step

    def counted(does: Callable[..., object]) -> Callable[..., object]:
        def instead(*given: object, **named: object) -> object:
            nonlocal left
            left -= 1
            if left < 0:
                raise Died
            return does(*given, **named)

        return instead

    for owner, name in ((os, "rename"), (os, "replace"), (os, "fsync"), (Path, "symlink_to"), (Path, "unlink"), (Path, "mkdir"), (shutil, "rmtree")):
        patch.setattr(owner, name, counted(getattr(owner, name)))


def test_wherever_a_build_dies_readers_see_one_whole_version_and_the_next_build_heals(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(os, "fsync", lambda _: None)  # slow disks would only wait
    for text in ("one", "two", "three"):
        published(tmp_path / "before", text)
    seen = set()
    for step in range(40):
        out = tmp_path / str(step)
        shutil.copytree(tmp_path / "before", out, symlinks=True)
        with pytest.MonkeyPatch.context() as patch:
            dies_at(step, patch)
            with suppress(Died):
                published(out, "four")
        found = read(current(out))
        assert found == (out / "mubiao.duckdb").read_text(encoding="utf-8") == (out / "units" / "part-0.parquet").read_text(encoding="utf-8")
        seen.add(found)
        published(out, "five")
        assert read(current(out)) == "five"
        assert [name for name in kept(out) if name.startswith(".")] == []
    assert seen == {"three", "four"}


def test_where_there_are_no_links_the_pointer_is_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def refuse(*_: object) -> None:
        raise OSError("no links here")

    monkeypatch.setattr(Path, "symlink_to", refuse)
    for text in ("one", "two"):
        published(tmp_path, text)
    assert not (tmp_path / "current").is_symlink()
    assert read(current(tmp_path)) == "two"


def test_a_second_build_is_told_of_the_first(tmp_path: Path):
    with building(tmp_path), pytest.raises(WarehouseError) as error, building(tmp_path):
        pass
    told = (tmp_path / LOCK).read_text(encoding="utf-8")
    assert told.startswith(f"pid {os.getpid()}, since ")
    assert str(error.value) == f"{tmp_path}: another build is running ({told}); wait for it, or give another folder with --out"


def test_after_a_build_another_may_begin(tmp_path: Path):
    for _ in range(2):
        with building(tmp_path):
            pass


def test_a_stray_file_among_the_versions_stops_no_build(tmp_path: Path):
    (tmp_path / VERSIONS).mkdir()
    (tmp_path / VERSIONS / ".DS_Store").touch()
    with staging(tmp_path) as folder:
        assert folder.is_dir()
