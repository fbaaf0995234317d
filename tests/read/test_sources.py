"""The sources table beside the documents: what it may say, and one clear line for each wrong entry."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from mubiao.errors import SourceError
from mubiao.model import Facts
from mubiao.read.sources import read_sources

ENTRY = '[[document]]\nfile = "a.txt"\n'


def write(folder: Path, text: str) -> Path:
    (folder / "sources.toml").write_text(text, encoding="utf-8")
    return folder


def test_a_folder_without_a_table_knows_nothing(tmp_path: Path):
    assert read_sources(tmp_path) == {}


def test_an_entry_holds_the_facts_of_a_file(tmp_path: Path):
    write(
        tmp_path,
        """
        [[document]]
        file = "330200-ningbo-2024-work-report.txt"
        title = "宁波市政府工作报告（2024）"
        issuer = "宁波市人民政府"
        published = "2024-01-23"
        doc_type = "work_report"
        jurisdiction_code = "330200"
        year = 2024
        coverage = "partial"
        partial_parts = ["review"]
        gaps = "the beginning stood on an earlier page"
        sha256 = "90155a1471273b1a989c32a9522064aed93a86046b7b40817758402eb98a0b7f"
        """,
    )
    assert read_sources(tmp_path) == {
        "330200-ningbo-2024-work-report.txt": (
            Facts(
                title="宁波市政府工作报告（2024）",
                issuer="宁波市人民政府",
                published="2024-01-23",
                doc_type="work_report",
                jurisdiction_code="330200",
                year=2024,
                coverage="partial",
                partial_parts=("review",),
                gaps="the beginning stood on an earlier page",
            ),
            "90155a1471273b1a989c32a9522064aed93a86046b7b40817758402eb98a0b7f",
        )
    }


def test_a_note_on_where_a_file_is_from_is_no_fact_of_the_document(tmp_path: Path):
    assert read_sources(write(tmp_path, ENTRY + 'retrieved = "2026-02-01"\nlicence = "not known"\n')) == {"a.txt": (Facts(), None)}


def test_everything_but_the_file_may_be_left_out(tmp_path: Path):
    assert read_sources(write(tmp_path, ENTRY)) == {"a.txt": (Facts(), None)}


def test_a_file_may_stand_in_a_folder(tmp_path: Path):
    assert list(read_sources(write(tmp_path, '[[document]]\nfile = "2024/a.txt"\n'))) == ["2024/a.txt"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (ENTRY + "yeer = 2024", ", line 3, a.txt: unknown field yeer; known are coverage, doc_type, file, gaps, index_number, issuer"),
        (ENTRY + 'inferred = ["year"]', ", line 3, a.txt: unknown field inferred; known are"),
        (ENTRY + 'year = "2024"', ", line 3, a.txt: year must be a number"),
        (ENTRY + 'doc_type = "speech"', ", line 3, a.txt: doc_type must be one of bulletin, progress_report, task_breakdown, "),
        (ENTRY + 'coverage = "half"', ", line 3, a.txt: coverage must be full or partial"),
        (ENTRY + 'partial_parts = ["middle"]', ", line 3, a.txt: partial_parts is a list that may hold review and plan"),
        ("[[document]]\nyear = 2024", ", line 1, entry 1 without file: every [[document]] needs a file"),
        (ENTRY + ENTRY, ", line 4: a.txt has two entries; keep one"),
        (ENTRY + "a" + ".a" * 4000 + " = 1", ", line 3: names nested too deep"),
        ('[document]\nfile = "a.txt"', ", line 1: wants one [[document]] for each file"),
        ('document = ["a.txt"]', ", line 1: wants one [[document]] for each file"),
        (ENTRY + "year = ", ", line 3, the last: Invalid value"),
        (ENTRY + "year = " + "1" * 5000, ", line 3: holds a number of more than 4,000 digits"),
        (ENTRY + "doc_type = [1]", ", line 3, a.txt: doc_type must be a text in quotes"),
        (ENTRY + 'published = "tomorrow"', ", line 3, a.txt: published tomorrow is no date like 2026-01-31"),
        (ENTRY + 'published = "2025-02-30"', ", line 3, a.txt: published 2025-02-30 is no date like 2026-01-31"),
        (ENTRY + 'url = "javascript:alert(1)"', ", line 3, a.txt: url javascript:alert(1) is no address like https://www.ningbo.gov.cn"),
        (ENTRY + 'title = "报告\\u0000"', ", line 3, a.txt: title holds the sign U+0000, which nobody sees; drop it"),
        (ENTRY + 'sha256 = "abc"', ", line 3, a.txt: sha256 abc is no SHA-256"),
        (ENTRY + 'jurisdiction_code = "３３０２００"', ", line 3, a.txt: jurisdiction_code must be"),
        (ENTRY + 'jurisdiction_code = "999999"', ", line 3, a.txt: no jurisdiction has the code 999999; a former code is told by"),
        (ENTRY + "year = 2024\n'year' = 2025\n", ", line 4: year stands twice in an entry; keep one"),
        (ENTRY + "[other]\nyear = 2024", ", line 3: unknown table other; wants one [[document]] for each file"),
        (ENTRY + 'title = "工作\\n报告"', ", line 3, a.txt: title holds the end of a line; write it in one"),
        ('[[document]]\nfile = ""', ", line 2, empty: every [[document]] needs a file"),
        ('[[document]]\nfile = "../secret.txt"', ", line 2, ../secret.txt: file leads out of the folder; name it by its path in there"),
        ('[[document]]\nfile = "/etc/passwd"', ", line 2, /etc/passwd: file leads out of the folder"),
        ('[[document]]\nfile = "C:\\\\a.txt"', ", line 2, C:\\a.txt: file leads out of the folder"),
        (ENTRY + 'gaps = """\n[[document]]\n"""\nyear = 1', ", line 6, a.txt: year must be"),
        ('document = [\n{file = "a.txt", year = 1}]', ", a.txt: year must be"),
        (ENTRY + "gaps = " + "[" * 5000, ", line 3: lists nested too deep"),
        (ENTRY + 'title = "' + "题" * 20_000 + '"', ", line 3: has 20,010 characters; at most 10,000"),
    ],
    ids=[
        "unknown_field", "field_of_the_program", "year_as_text", "unknown_type", "unknown_coverage", "unknown_part", "no_file", "twice",
        "names_in_names", "one_table",
        "list_of_names", "no_toml", "number_of_5000_digits", "type_as_list", "no_date", "no_day", "script", "unseen_sign", "no_digest",
        "wide_digits", "no_place", "key_twice", "another_table",
        "title_of_lines", "empty_name", "path_above", "path_from_the_root", "path_of_a_drive", "text_of_lines",
        "entries_in_a_list", "nested_bomb", "huge_field",
    ],
)  # fmt: skip
def test_a_wrong_entry_gives_one_clear_line(tmp_path: Path, text: str, message: str):
    with pytest.raises(SourceError) as error:
        read_sources(write(tmp_path, text))
    assert str(error.value).startswith(f"{tmp_path / 'sources.toml'}{message}")
    assert "\n" not in str(error.value)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_no_table(tmp_path: Path):
    os.mkfifo(tmp_path / "sources.toml")
    with pytest.raises(SourceError, match="is no file"):
        read_sources(tmp_path)


def test_a_table_that_is_too_large_is_not_read(tmp_path: Path):
    with (tmp_path / "sources.toml").open("wb") as file:
        file.truncate(100_000_001)
    with pytest.raises(SourceError, match=r"sources\.toml: has more than 100 MB; split it"):
        read_sources(tmp_path)


def test_a_table_in_another_encoding_is_told(tmp_path: Path):
    (tmp_path / "sources.toml").write_bytes('[[document]]\nfile = "宁波.txt"\n'.encode("gb18030"))
    with pytest.raises(SourceError, match=r"sources\.toml: "):
        read_sources(tmp_path)


@pytest.mark.parametrize(
    "line",
    [
        "jurisdiction_code = 330200",
        'jurisdiction_code = "宁波市"',
        "published = 2024-01-23",
        "sha256 = 5",
        "title = 5",
        "issuer = [1]",
        "year = true",
        "year = 24",
        "year = 99999",
        "partial_parts = 5",
    ],
)
def test_a_value_of_a_wrong_kind_is_told(tmp_path: Path, line: str):
    with pytest.raises(SourceError, match=r"a\.txt: "):
        read_sources(write(tmp_path, ENTRY + line))


def test_a_table_of_another_name_is_told(tmp_path: Path):
    with pytest.raises(SourceError):
        read_sources(write(tmp_path, '[[documents]]\nfile = "a.txt"\nyear = 2024\n'))


def test_all_that_is_wrong_is_told_each_in_a_line(tmp_path: Path):
    write(
        tmp_path,
        ENTRY + 'year = 24\nyear = 2024\ncoverage = "half"\n[[document]]\nfile = "b.txt"\npublished = "tomorrow"\n[[document]]\nyear = 2024\n',
    )
    with pytest.raises(SourceError) as error:
        read_sources(tmp_path)
    assert [line.removeprefix(f"{tmp_path / 'sources.toml'}, ") for line in error.value.lines] == [
        "line 4: year stands twice in an entry; keep one",
        "line 5, a.txt: coverage must be full or partial",
        "line 3, a.txt: year must be a number from 1949 to 2100",
        "line 8, b.txt: published tomorrow is no date like 2026-01-31",
        "line 9, entry 3 without file: every [[document]] needs a file",
    ]


@pytest.mark.parametrize("name", ["a", '"a b"', "'='", "a ", '"\\""'])
def test_names_in_names_are_not_read_however_they_are_written(tmp_path: Path, name: str):
    with pytest.raises(SourceError, match="names nested too deep"):
        read_sources(write(tmp_path, ENTRY + ".".join([name] * 400) + " = 1"))


def test_points_between_quotes_are_no_names(tmp_path: Path):
    assert read_sources(write(tmp_path, ENTRY + f'gaps = "{"a.b" * 60}"'))["a.txt"][0].gaps == "a.b" * 60
