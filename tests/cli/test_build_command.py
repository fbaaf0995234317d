"""mubiao build: says what it did, and again what it used again."""

from __future__ import annotations

from pathlib import Path


def said(result) -> list[str]:
    return [line for line in result.stderr.splitlines() if line.strip()]


def test_a_build_says_how_much_it_found(mubiao, folder: Path):
    result = mubiao("build", "--raw", ".", "--out", "tables")
    assert (result.status, result.stdout) == (0, "")
    assert said(result) == ["1 documents (0 unchanged), 3 observations, of which 0 published figures -> tables"]


def test_a_second_build_uses_what_did_not_change(mubiao, folder: Path):
    mubiao("build", "--raw", ".", "--out", "tables")
    assert said(mubiao("build", "--raw", ".", "--out", "tables", "--workers", "2")) == [
        "1 documents (1 unchanged), 3 observations, of which 0 published figures -> tables"
    ]


def test_of_many_bad_files_the_reasons_are_counted_at_the_end(mubiao, folder: Path):
    for number in range(25):
        (folder / f"{number}.txt").write_bytes(b"")
    assert "  25 x the file is empty" in mubiao("build", "--raw", ".", "--out", "tables").stderr.splitlines()
