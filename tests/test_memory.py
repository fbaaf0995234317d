"""What was extracted before: found by its key, and not remembered where a bit of it is wrong."""

from __future__ import annotations

import contextlib
import os
from hashlib import sha256
from pathlib import Path

import pyarrow as pa
import pytest

from mubiao.memory import HEAD, MARK, TOGETHER, Damaged, Memory

TABLES = {"units": pa.table({"unit": ["个", "家"]}), "more": pa.table({"n": [1.5]})}


def written(folder: Path, *keys: str) -> Memory:
    memory = Memory(folder)
    for key in keys:
        memory.write(key, {"name": f"{key}.txt"}, TABLES)
    return memory


def files(folder: Path) -> list[Path]:
    return sorted(folder.iterdir())


def test_what_was_written_is_found_by_another_process(tmp_path: Path):
    written(tmp_path, "a", "b")
    found = Memory(tmp_path).entries()
    assert list(found) == ["a", "b"]
    assert found["b"].about == {"name": "b.txt"}
    assert {name: found["b"].read(name) for name in TABLES} == TABLES


def test_entries_stand_in_few_files(tmp_path: Path):
    memory = written(tmp_path, *map(str, range(TOGETHER + 1)))
    assert len(files(tmp_path)) == 2
    assert len(memory.entries()) == TOGETHER + 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_what_is_no_file_is_not_remembered(tmp_path: Path):
    (tmp_path / "0.extracts").symlink_to("nowhere")
    (tmp_path / "1.extracts").mkdir()
    os.mkfifo(tmp_path / "2.extracts")
    memory = written(tmp_path, "a")
    assert list(memory.entries()) == ["a"]
    memory.forget({"a"})
    assert list(Memory(tmp_path).entries()) == ["a"]


def test_a_torn_end_costs_only_what_was_torn(tmp_path: Path):
    written(tmp_path, "a", "b")
    (file,) = files(tmp_path)
    file.write_bytes(file.read_bytes()[:-1])
    assert list(Memory(tmp_path).entries()) == ["a"]


@pytest.mark.parametrize("at", range(0, 1000, 7))
def test_a_flipped_bit_is_never_read_as_rows(tmp_path: Path, at: int):
    written(tmp_path, "a")
    (file,) = files(tmp_path)
    data = bytearray(file.read_bytes())
    data[at % len(data)] ^= 4
    file.write_bytes(data)
    for entry in Memory(tmp_path).entries().values():
        for name, table in TABLES.items():
            with contextlib.suppress(Damaged):
                assert entry.read(name) == table


@pytest.mark.parametrize("content", [b"", b"mubiao3\n", b"\0" * 500, "新增绿地200公顷".encode() * 50], ids=["empty", "mark_only", "zeros", "text"])
def test_a_file_that_holds_something_else_is_passed_over(tmp_path: Path, content: bytes):
    written(tmp_path, "a")
    (tmp_path / "0.extracts").write_bytes(content)
    assert list(Memory(tmp_path).entries()) == ["a"]


@pytest.mark.parametrize("told", ["[]", "{}", '{"key": "b", "about": {}}', '{"key": "b", "about": {}, "tables": [1]}', "绿地"])
def test_an_entry_of_another_form_is_passed_over(tmp_path: Path, told: str):
    described = told.encode("gb18030")
    (tmp_path / "0.extracts").write_bytes(HEAD.pack(MARK, len(described), 0, sha256(described).digest()) + described)
    written(tmp_path, "a")
    assert list(Memory(tmp_path).entries()) == ["a"]


def test_a_file_that_is_gone_is_damaged(tmp_path: Path):
    entry = written(tmp_path, "a").entries()["a"]
    entry.file.unlink()
    with pytest.raises(Damaged):
        entry.read("units")


def test_a_file_of_which_little_is_kept_is_written_anew(tmp_path: Path):
    memory = written(tmp_path, *"abcde")
    before = files(tmp_path)
    memory.forget(set("abc"))
    assert (files(tmp_path), list(memory.entries())) == (before, list("abcde"))
    Memory(tmp_path).forget({"b"})
    assert files(tmp_path) != before
    assert {key: entry.read("units") for key, entry in memory.entries().items()} == {"b": TABLES["units"]}


def test_a_file_is_read_again_only_where_something_was_added(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    written(tmp_path, "a")
    written(tmp_path, "b")
    memory = Memory(tmp_path)
    known = memory.entries()
    written(tmp_path, "c")
    scanned: list[Path] = []
    monkeypatch.setattr("mubiao.memory._scan", lambda file: scanned.append(file) or iter(()))
    memory.forget({"a", "b"})
    assert len(scanned) == 1
    assert scanned[0] not in {entry.file for entry in known.values()}
    assert {"a", "b"} == set(memory.entries())


def test_a_file_of_which_nothing_is_kept_goes(tmp_path: Path):
    written(tmp_path, "a").forget(set())
    assert files(tmp_path) == []


def test_what_an_older_mubiao_remembered_goes(tmp_path: Path):
    (tmp_path / "0123").mkdir()
    (tmp_path / "0123" / "tasks.arrow").touch()
    Memory(tmp_path).forget(set())
    assert files(tmp_path) == []
