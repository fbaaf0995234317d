"""Old Word files: read with the program that is installed, else one line that says how."""

from __future__ import annotations

import shutil
from pathlib import Path

import docx
import pytest

from mubiao.errors import ReadError
from mubiao.read.readers import read_pages
from read.samples import as_docx

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "WordDocument".encode("utf-16-le")

TABLE = "|序号        |目标任务              |\n|1           |新增绿地200公顷       |\n"


def program(folder: Path, name: str, script: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder where alone programs are looked for."""
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    monkeypatch.setattr("mubiao.read.converted.OFFICES", ("soffice-of-test",))
    return tmp_path


def test_without_a_program_one_line_says_how(programs: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATH", str(programs))
    with pytest.raises(ReadError, match=r"^a\.doc: an old Word file \(\.doc, \.wps\); install LibreOffice and it is read, or save it as DOCX$"):
        read_pages(OLD, "a.doc")


def test_libreoffice_makes_a_docx_file_of_it(programs: Path):
    (programs / "made.docx").write_bytes(as_docx())
    program(programs, "soffice-of-test", f'cp {programs}/made.docx "$6/document.docx"')
    (page,) = read_pages(OLD, "a.doc")
    assert (page.encoding, len(page.tables)) == ("doc", 1)


def test_antiword_makes_text_of_it(programs: Path):
    program(programs, "antiword", "echo 新增绿地200公顷。")
    (page,) = read_pages(OLD, "a.doc")
    assert (page.encoding, page.text) == ("doc", "新增绿地200公顷。\n")


@pytest.mark.parametrize(
    ("script", "tables"), [(f"printf '{TABLE}'", 1), (f"printf '{TABLE}以上。\n{TABLE}'", 2), ("echo 新增绿地200公顷。", 0), ("exit 1", 0)]
)
def test_a_table_that_libreoffice_took_for_one_line_is_read_by_antiword(programs: Path, script: str, tables: int):
    """Also where it read others: the last of a document is lost most often."""
    document = docx.Document()
    for cell, text in zip(document.add_table(2, 2)._cells if tables > 1 else (), ("序号", "目标任务", "1", "新增绿地200公顷"), strict=False):
        cell.text = text
    document.add_paragraph("序号目标任务1新增绿地200公顷")
    document.save(str(programs / "made.docx"))
    program(programs, "soffice-of-test", f'cp {programs}/made.docx "$6/document.docx"')
    program(programs, "antiword", script)
    (page,) = read_pages(OLD, "a.doc")
    assert (len(page.tables), "序号目标任务" in page.text) == (tables, not tables)


def test_notes_that_antiword_puts_below_the_text_are_notes(programs: Path):
    program(programs, "antiword", "printf '新增绿地200公顷[1]。\\n\\n-----------------------\\n\\n[1]绿地：含2024年的550公顷。\\n'")
    (page,) = read_pages(OLD, "a.doc")
    assert [page.text[start:end] for start, end in page.notes] == ["绿地：含2024年的550公顷。"]


def test_a_cell_that_antiword_broke_into_lines_is_whole(programs: Path):
    """A row that begins with an empty cell, merged with the one above, is none of its lines."""
    table = "|1 |新增高新 |市科技局 |\n|  |技术企业 |         |\n|  |300家    |         |\n|  |新增绿地200公顷|市住建局 |\n"
    (programs / "text").write_text(f"目标任务\n{table}", encoding="utf-8")
    program(programs, "antiword", f"cat {programs}/text")
    (page,) = read_pages(OLD, "a.doc")
    grid = page.tables[0].grid()
    assert [[cell and page.text[cell.start : cell.end] for cell in row] for row in grid] == [
        ["1", "新增高新技术企业300家", "市科技局"],
        ["", "新增绿地200公顷", "市住建局"],
    ]


@pytest.mark.skipif(shutil.which("antiword") is None, reason="antiword is not installed")
def test_a_real_old_word_file_gives_its_text_and_its_note(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Made by LibreOffice; WPS writes such files as .wps."""
    monkeypatch.setattr("mubiao.read.converted.OFFICES", ())
    (page,) = read_pages((Path(__file__).parent / "files" / "report.doc").read_bytes(), "a.wps")
    assert "新增高新技术企业600家[1]。" in page.text
    assert [page.text[start:end] for start, end in page.notes] == ["高新技术企业：指认定的企业，2024年新增550家。"]


def test_what_the_program_cannot_convert_is_told(programs: Path):
    program(programs, "antiword", "exit 1")
    with pytest.raises(ReadError, match=r"that antiword cannot convert; save it as DOCX$"):
        read_pages(OLD, "a.doc")
