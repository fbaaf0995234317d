"""Bytes become text: UTF-8, UTF-16, GB18030 and Big5 are told apart; what is no Chinese text is refused in one line."""

from __future__ import annotations

import random

import pytest

from mubiao.errors import ReadError
from mubiao.read import decode as module
from mubiao.read.decode import decode
from mubiao.read.document import read_bytes, read_documents
from mubiao.read.readers import read_pages

TEXT = "地区生产总值增长6%左右。\n城镇新增就业20万人。\n"
LONG = TEXT * 10  # without a mark at its head UTF-16 is known by its many zero bytes: digits, signs and line ends


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode("utf-8"), "utf-8"),
        (TEXT.encode("utf-8-sig"), "utf-8"),
        (b"\xff\xfe" + TEXT.encode("utf-16-le"), "utf-16"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16"),
        (LONG.encode("utf-16-le"), "utf-16-le"),
        (LONG.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("gb18030"), "gb18030"),
        (TEXT.encode("gb2312"), "gb18030"),
    ],
    ids=["utf8", "utf8_with_bom", "utf16_le_with_bom", "utf16_be_with_bom", "utf16_le", "utf16_be", "gb18030", "gb2312"],
)
def test_a_text_is_read_in_its_encoding(data: bytes, encoding: str):
    text, found = decode(data, "report.txt")
    assert (text[: len(TEXT)], found) == (TEXT, encoding)


@pytest.mark.parametrize(
    ("text", "written", "encoding"),
    [
        ("寧波市地區生產總值增長6%左右，新增綠地200公頃。", "big5", "big5"),
        ("香港特別行政區行政長官二零二四年施政報告，建屋3萬個單位，啟德、深水埗、氹仔。", "big5hkscs", "big5"),
        ("寧波市地區生產總值增長6%左右，新增綠地200公頃。", "gb18030", "gb18030"),
        ("2025年宁波市新增绿地200公顷。", "gb18030", "gb18030"),
        ("增长6%", "gb18030", "gb18030"),
    ],
    ids=["taiwan", "hong_kong", "traditional_gb18030", "short_gb18030", "a_line_of_gb18030"],
)
def test_big5_and_gb18030_are_told_apart_by_common_characters(text: str, written: str, encoding: str):
    assert decode(text.encode(written), "report.txt") == (text, encoding)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_line_ends_become_line_feeds(end: str, encoding: str):
    assert decode(TEXT.replace("\n", end).encode(encoding), "report.txt")[0] == TEXT


def test_rare_characters_beyond_gbk_are_read():
    assert decode("浙江省衢州市，㸆、䲢、𬭎等字。".encode("gb18030"), "report.txt") == ("浙江省衢州市，㸆、䲢、𬭎等字。", "gb18030")


@pytest.mark.parametrize("data", [b"", b"  \n\t\r\n "], ids=["nothing", "only_spaces"])
def test_an_empty_file_is_refused(data: bytes):
    with pytest.raises(ReadError, match=r"^report\.txt: the file is empty$"):
        decode(data, "report.txt")


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)),
        b"%PDF-1.7\n\x00\x01\x02",
        TEXT.encode() + b"\x00\x00",
        b"The economy grew by 5 percent.",
        "El crecimiento fue del 5% según la publicación.".encode("latin-1"),
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        TEXT.encode("utf-32"),
        "서울특별시 경제성장률 5퍼센트를 달성했습니다.".encode("euc-kr") * 3,
        "東京都の経済成長率は五パーセントでした。".encode("shift_jis") * 3,
    ],
    ids=["png", "pdf", "zero_bytes", "english", "latin_letters", "only_a_mark", "only_a_bom", "utf32", "korean", "japanese"],
)
def test_what_is_no_chinese_text_is_refused(data: bytes):
    with pytest.raises(ReadError, match=r"^report\.txt: no Chinese text in (UTF-8, UTF-16, GB18030 or Big5|it: it is UTF-8, but in another)"):
        decode(data, "report.txt")


@pytest.mark.parametrize("name", ["a.pdf", "b.DOCX", "c.xls"])
@pytest.mark.parametrize("data", [bytes(range(256)) * 9, b"not found"], ids=["bytes", "a_page_of_an_error"])
def test_a_file_that_is_not_what_it_is_called_is_not_told_to_be_saved_as_text(data: bytes, name: str):
    with pytest.raises(ReadError, match=rf"^{name}: not a readable {name[2:].upper()} file \(damaged, or of another kind\); fetch it anew$"):
        read_pages(data, name)


@pytest.mark.parametrize("seed", range(20))
def test_random_bytes_are_refused(seed: int):
    with pytest.raises(ReadError, match="no Chinese text"):
        decode(random.Random(seed).randbytes(2000), "report.txt")


def test_a_file_above_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(module, "MAX_BYTES", 1_000_000)
    with pytest.raises(ReadError, match=r"^report\.txt: larger than 1 MB; split it$"):
        decode(TEXT.encode() * 20_000, "report.txt")


def test_a_file_above_the_limit_is_not_even_read(tmp_path):
    path = tmp_path / "report.txt"
    with path.open("wb") as file:
        file.truncate(module.MAX_BYTES + 1)  # a hole: takes no place on the disk
    with pytest.raises(ReadError, match="larger than 200 MB; split it"):
        read_bytes(path)


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(ReadError, match=r"report\.txt: no such file$"):
        read_documents(tmp_path / "report.txt")


def test_a_folder_is_told(tmp_path):
    with pytest.raises(ReadError, match=r": a folder; give a file$"):
        read_documents(tmp_path)


def test_the_document_keeps_text_encoding_and_hash(tmp_path):
    path = tmp_path / "宁波市2025.txt"
    path.write_bytes(TEXT.encode("gb18030"))
    (document,) = read_documents(path)
    assert (document.doc_id, document.text, document.encoding) == ("宁波市2025", TEXT, "gb18030")
    assert document.sha256 == "507efe47cc3a991d8541de03b556a17d06b8f7d2303e4b7b63b27cf2af922083"


def test_a_file_with_another_hash_than_the_sources_table_says_is_refused(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    with pytest.raises(ReadError, match=r"the content is not the one in the sources table \(SHA-256 differs\)"):
        read_documents(path, sha256="0" * 64)


def test_the_mark_of_old_editors_at_the_end_goes():
    assert decode(TEXT.encode() + b"\x1a", "report.txt")[0] == TEXT


@pytest.mark.parametrize("missing", [1, 2])
def test_a_text_that_is_cut_inside_a_character_is_called_truncated(missing: int):
    with pytest.raises(ReadError, match=r"^report\.txt: ends inside a character \(truncated\); get the whole file$"):
        decode(TEXT.strip().encode()[:-missing], "report.txt")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_one_clause_again_and_again_is_a_text(encoding: str):
    text = "地区生产总值增长6%左右、" * 3000
    assert decode(text.encode(encoding), "report.txt")[0] == text


def test_a_few_words_among_many_digits_are_a_text():
    text = f"宁波市政府工作报告\n新增绿地{'9' * 30_000}公顷。"
    assert decode(text.encode(), "report.txt")[0] == text
