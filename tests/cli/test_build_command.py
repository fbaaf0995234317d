"""mubiao build: says what it did, and again what it used again."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from read.samples import SAMPLES


@pytest.fixture
def of_files(without_database: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Builds of which only what became of the files is asked, not what is odd about their documents, which the database tells."""
    monkeypatch.setattr("mubiao.cli.build._warn", lambda *_: None)


def said(result) -> list[str]:
    return [line for line in result.stderr.splitlines() if line.strip()]


def test_a_build_says_how_much_it_found(mubiao, folder: Path):
    result = mubiao("build", "--raw", ".", "--out", "tables")
    assert (result.status, result.stdout) == (0, "")
    assert said(result) == ["1 document (0 unchanged), 3 observations, of which 0 published figures -> tables"]


def test_a_second_build_uses_what_did_not_change(mubiao, folder: Path):
    mubiao("build", "--raw", ".", "--out", "tables")
    assert said(mubiao("build", "--raw", ".", "--out", "tables", "--workers", "2")) == [
        "1 document (1 unchanged), 3 observations, of which 0 published figures -> tables"
    ]


@pytest.mark.usefixtures("of_files")
def test_of_many_bad_files_the_reasons_are_counted_at_the_end(mubiao, folder: Path):
    for number in range(25):
        (folder / f"{number}.txt").write_bytes(b"")
    lines = mubiao("build", "--raw", ".", "--out", "tables").stderr.splitlines()
    assert "  not used: 25 x the file is empty: 0.txt, 1.txt, 10.txt …" in lines
    assert len(lines) < 10
    assert "  not used: 7.txt: the file is empty" in mubiao("build", "--raw", ".", "--out", "tables", "--debug").stderr.splitlines()


def test_of_many_files_the_kinds_are_counted_whatever_their_names_say(mubiao, folder: Path):
    for number in range(25):
        (folder / f"{number}.docx").write_bytes(b"Rar!\x1a\x07\x00" if number % 2 else b"%PDF-1.7")
    lines = mubiao("build", "--raw", ".", "--out", "tables").stderr.splitlines()
    assert "  read: 1 text" in lines
    assert "  not used: 13 pdf, 12 rar" in lines


@pytest.mark.usefixtures("of_files")
def test_a_file_of_an_archive_that_is_not_used_counts_as_one_of_the_folder(mubiao, folder: Path):
    with zipfile.ZipFile(folder / "more.zip", "w") as archive:
        archive.writestr("余姚市2025年政府工作报告.txt", "新建口袋公园50个。\n")
        archive.writestr("../慈溪市2025年政府工作报告.txt", "新建口袋公园60个。\n")
    result = mubiao("build", "--raw", ".", "--out", "tables")
    assert result.status == 1
    assert said(result)[1:] == [
        "  not used: more.zip: ../慈溪市2025年政府工作报告.txt: its name leads out of the archive; unpack it",
        "mubiao: 1 file or line was not used; all others are in the tables",
    ]


@pytest.mark.usefixtures("of_files")
def test_documents_that_are_the_same_are_one_reason_and_no_error(mubiao, folder: Path):
    for number in range(25):
        (folder / f"copy-{number}.txt").write_bytes((folder / "report.txt").read_bytes())
    result = mubiao("build", "--raw", ".", "--out", "tables")
    assert result.status == 0
    assert "  counted once: 25 x the same as another: copy-1.txt, copy-10.txt, copy-11.txt …" in result.stderr.splitlines()


def test_a_folder_with_a_document_of_every_kind_builds_without_a_sources_table(mubiao, tmp_path: Path, monkeypatch):
    """The samples hold the same text, so that all but one are the same document: each was read."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "raw").mkdir()
    for kind, sample in SAMPLES.items():
        (tmp_path / "raw" / f"{kind}.{'csv' if kind == 'csv' else 'dat'}").write_bytes(sample())
    with zipfile.ZipFile(tmp_path / "raw" / "more.zip", "w") as archive:
        archive.writestr("report.md", SAMPLES["text"]())
    result = mubiao("build", "--raw", "raw", "--out", "tables", "--workers", "1")
    assert "1 document (0 unchanged), 2 observations, of which 0 published figures -> tables" in result.stderr
    assert result.status == 0
    assert len([line for line in said(result) if line.startswith("  counted once: ")]) == len(SAMPLES)
