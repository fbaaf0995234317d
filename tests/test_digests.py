"""Digests of files are remembered while nobody touches the files, and never believed of one that somebody may have touched."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from mubiao import digests
from mubiao.digests import Digests

ONE, OTHER = b"first", b"other"


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that counts as written long ago."""
    monkeypatch.setattr(digests, "SETTLED", -1)
    path = tmp_path / "report.txt"
    path.write_bytes(ONE)
    return path


def digest(data: bytes) -> str:
    return sha256(data).hexdigest()


def remembered(path: Path, own: bool = False) -> Digests:
    """What the next build knows of a file that was read."""
    memory = path.with_name("digests")
    first = Digests(memory)
    assert first.of(path) == digest(path.read_bytes())
    first.keep([path] if own else [])
    return Digests(memory)


def test_a_file_that_nobody_touched_is_not_read_again(report: Path, monkeypatch: pytest.MonkeyPatch):
    known = remembered(report)
    monkeypatch.setattr(hashlib, "file_digest", None)
    assert known.of(report) == digest(ONE)


def test_it_is_known_under_another_name(report: Path):
    known = remembered(report, own=True)
    assert known.of(report.rename(report.with_name("moved.txt"))) == digest(ONE)


def _written(path: Path) -> None:
    path.write_bytes(OTHER)


def _written_with_the_old_time(path: Path) -> None:
    before = path.stat()
    path.write_bytes(OTHER)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def _put_in_its_place(path: Path) -> None:
    before = path.stat()
    beside = path.with_name("beside")
    beside.write_bytes(OTHER)
    os.utime(beside, ns=(before.st_atime_ns, before.st_mtime_ns))
    os.replace(beside, path)


@pytest.mark.parametrize("touch", [_written, _written_with_the_old_time, _put_in_its_place])
def test_a_file_that_was_touched_is_read_again(report: Path, touch: Callable[[Path], None]):
    known = remembered(report)
    touch(report)
    assert known.of(report) == digest(OTHER)


def test_a_file_written_a_moment_ago_is_not_remembered_as_the_next_change_might_have_the_same_time(report: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(digests, "SETTLED", 10**12)
    remembered(report)
    assert report.with_name("digests").exists() is False


def test_what_a_build_itself_wrote_a_moment_ago_is_remembered(report: Path, monkeypatch: pytest.MonkeyPatch):
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(digests, "SETTLED", 10**12)
        known = remembered(report, own=True)
    monkeypatch.setattr(hashlib, "file_digest", None)
    assert known.of(report) == digest(ONE)


def test_nothing_is_remembered_where_the_system_does_not_tell_when_a_file_was_changed(report: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(digests, "TOLD", False)
    remembered(report)
    assert report.with_name("digests").exists() is False


def test_a_name_that_a_build_gives_to_its_own_file_is_no_change(report: Path, monkeypatch: pytest.MonkeyPatch):
    memory = report.with_name("digests")
    first = Digests(memory)
    first.of(report)
    os.link(report, report.with_name("next.txt"))
    first.keep([report])
    monkeypatch.setattr(hashlib, "file_digest", None)
    assert Digests(memory).of(report) == digest(ONE)


def test_what_is_forgotten_is_dropped(report: Path):
    remembered(report).keep([])
    assert report.with_name("digests").read_text() == "{}"


@pytest.mark.parametrize("told", ["", "[]", "5", '{"a": [1, 2, 3, "x"]}', '{"1": [1]}', "[" * 100_000])
def test_a_damaged_memory_remembers_nothing(report: Path, told: str):
    report.with_name("digests").write_text(told)
    assert Digests(report.with_name("digests")).of(report) == digest(ONE)


def test_what_is_no_file_has_no_digest(tmp_path: Path):
    assert Digests().of(tmp_path) == Digests().of(tmp_path / "nothing") == ""
