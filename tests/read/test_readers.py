"""The contract that every reader keeps: text as published, tables and notes as spans into it, and what was left out, said."""

from __future__ import annotations

import io
import zipfile
from functools import lru_cache
from pathlib import Path

import docx
import pytest

from mubiao.errors import ReadError
from mubiao.read.converted import NAMES
from mubiao.read.document import read_documents
from mubiao.read.kinds import BEHIND, INSIDE, MAGIC, OPEN_DOCUMENTS, STREAMS, may_be_document
from mubiao.read.kinds import kind as kind_of
from mubiao.read.page import Page
from mubiao.read.readers import READERS, UNREAD, read_pages
from read.samples import ROWS, SAMPLES, SENTENCE, TITLE

KINDS = pytest.mark.parametrize("kind", sorted(SAMPLES))


def name_of(kind: str) -> str:
    return "report.csv" if kind == "csv" else "report"


@lru_cache
def page_of(kind: str) -> Page:
    """The page of a sample; recognising a picture takes seconds, so each is read once."""
    (page,) = read_pages(SAMPLES[kind](), name_of(kind))
    return page


def test_every_reader_has_a_sample():
    without = set(READERS) - set(SAMPLES)
    assert without == set(), "give each a sample in tests/read/samples.py"


def test_a_kind_is_read_or_refused_but_not_both():
    both = set(READERS) & set(UNREAD)
    assert both == set(), "take their lines out of UNREAD in read/readers.py"


def test_every_kind_that_is_told_is_read_or_refused():
    told = {kind for *_, kind in (*MAGIC, *BEHIND, *INSIDE, *OPEN_DOCUMENTS, *STREAMS)}
    neither = told - {*READERS, *UNREAD, *NAMES}
    assert neither == set(), "give each its line in READERS or UNREAD of read/readers.py"


@KINDS
def test_the_kind_is_told_by_the_content(kind: str):
    """A name that says something else changes nothing; only values parted by commas need one that says so."""
    assert kind_of(SAMPLES[kind](), name_of(kind)) == kind
    assert kind == "csv" or read_pages(SAMPLES[kind](), "report.txt") == [page_of(kind)]


@KINDS
def test_paragraphs_are_lines_of_the_text(kind: str):
    page = page_of(kind)
    assert [line for line in page.text.split("\n") if line in (TITLE, SENTENCE)] == [TITLE, SENTENCE]


@KINDS
def test_tables_are_rows_of_cells_with_spans_into_the_text(kind: str):
    page = page_of(kind)
    (table,) = page.tables
    assert [[cell and page.text[cell.start : cell.end] for cell in row] for row in table.grid()] == [list(row) for row in ROWS]


@KINDS
def test_what_stands_in_order_and_does_not_overlap(kind: str):
    page = page_of(kind)
    spans = [(cell.start, cell.end) for table in page.tables for cell in table.cells] + list(page.notes)
    assert all(0 <= low <= high <= len(page.text) for low, high in spans)
    assert all(high <= low for (_, high), (low, _) in zip(sorted(spans), sorted(spans)[1:], strict=False))


@KINDS
def test_a_file_becomes_a_document_with_its_key(kind: str, tmp_path: Path):
    path = tmp_path / name_of(kind)
    path.write_bytes(SAMPLES[kind]())
    (document,) = read_documents(path)
    assert (document.doc_id.partition("#")[0], document.facts.jurisdiction_code, document.facts.year) == ("report", "330200", 2025)
    assert [document.text[slice(*table.span)].startswith(ROWS[0][0]) for table in document.tables] == [True]


@KINDS
def test_remarks_are_lines(kind: str):
    page = page_of(kind)
    assert all(remark and "\n" not in remark for remark in page.remarks)


REPORT = "一、2024年工作回顾\n地区生产总值增长5%。\n二、2025年工作安排\n地区生产总值增长5%左右。\n"


def test_the_reports_of_several_places_in_one_text_are_documents_of_their_own(tmp_path: Path):
    path = tmp_path / "reports.txt"
    path.write_text(f"上海市2025年政府工作报告\n{REPORT}\n2025年云南省政府工作报告\n{REPORT}", encoding="utf-8")
    found = read_documents(path)
    assert [(document.doc_id, document.facts.jurisdiction_code) for document in found] == [
        ("reports#1-上海市", "310000"), ("reports#2-云南省", "530000"),
    ]  # fmt: skip
    assert found[0].facts.warnings[-1] == "several_in_file: one of 2 reports: 上海市 2025, 云南省 2025"


@pytest.mark.parametrize(
    "heads",
    [
        ("海盐县2023年政府工作报告", "海盐县2024年政府工作报告"),
        (
            "政府工作报告\n——2023年1月5日在海盐县第十七届人民代表大会第二次会议上\n县长 王力",
            "政府工作报告\n——2024年1月6日在海盐县第十七届人民代表大会第三次会议上\n县长 王力",
        ),
        ("海鹽縣政府工作報告\n一、2022年工作回顧\n二、2023年工作安排", "海鹽縣政府工作報告\n一、2023年工作回顧\n二、2024年工作安排"),
    ],
    ids=["titles", "speech_lines", "headings_in_traditional_characters"],
)
def test_so_are_those_of_several_years_of_one_place(tmp_path: Path, heads: tuple[str, str]):
    path = tmp_path / "reports.txt"
    path.write_text("\n".join(f"{head}\n一、工作回顾\n增长5%。\n二、工作安排\n增长6%。" for head in heads), encoding="utf-8")
    found = read_documents(path)
    assert [(document.facts.jurisdiction_code, document.facts.year) for document in found] == [("330424", 2023), ("330424", 2024)]


@pytest.mark.parametrize(
    "behind",
    [
        f"上海市2025年政府工作报告\n{REPORT}",
        "相关新闻\n云南省2025年政府工作报告\n昆明市2025年政府工作报告\n",
        "云南省2025年政府工作报告提出，增长5%。\n",
    ],
    ids=["the_same_title_again", "titles_of_news", "a_sentence"],
)
def test_a_text_of_one_place_is_one_document(tmp_path: Path, behind: str):
    path = tmp_path / "report.txt"
    path.write_text(f"上海市2025年政府工作报告\n{REPORT}{behind}", encoding="utf-8")
    assert [document.doc_id for document in read_documents(path)] == ["report"]


def as_collection(kind: str) -> bytes:
    """Duties of two districts, each with a paragraph and a table, in one file."""
    document = docx.Document()
    page = ""
    for place, number in (("鄞州区", 3), ("海曙区", 5)):
        title, sentence = f"{place}2025年民生实事项目责任分解", f"以下任务年底前完成：新增绿地{number}公顷。"
        cells = ("序号", "目标任务", "责任单位", "1", f"新增绿道{number}公里", "市水利局")
        page += f"<h1>{title}</h1><p>{sentence}</p><table>"
        page += "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in (cells[:3], cells[3:])) + "</table>"
        document.add_paragraph(title)
        document.add_paragraph(sentence)
        table = document.add_table(2, 3)
        for cell, text in zip((cell for row in table.rows for cell in row.cells), cells, strict=True):
            cell.text = text
    buffer = io.BytesIO()
    document.save(buffer)
    return f"<html><body>{page}</body></html>".encode() if kind == "html" else buffer.getvalue()


@pytest.mark.parametrize("kind", ["docx", "html"])
def test_a_word_file_or_page_with_documents_of_several_places_is_split_with_its_tables(kind: str):
    found = read_pages(as_collection(kind), f"lists.{kind}")
    assert [(page.part, page.facts.jurisdiction_code, [page.text[cell.start : cell.end] for cell in page.tables[0].cells][4]) for page in found] == [
        ("1-鄞州区", "330212", "新增绿道3公里"), ("2-海曙区", "330203", "新增绿道5公里"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("second", "kinds"),
    [
        ("关于宁波市2024年国民经济和社会发展计划执行情况\n与2025年计划草案的报告\n", ["work_report", "plan_report"]),
        ("关于宁波市2024年国民经济和社会发展计划执行情况与2025年国民经济和社会发展计划草案的报告\n", ["work_report", "plan_report"]),
        ("附件：宁波市2025年民生实事项目清单\n", ["work_report"]),
        ("宁波市2024年民生实事项目完成情况\n", ["work_report"]),
    ],
    ids=["plan_report", "long_title", "annex", "results_behind_a_report"],
)
def test_reports_of_several_kinds_are_split_but_annexes_are_not(tmp_path: Path, second: str, kinds: list[str]):
    path = tmp_path / "reports.txt"
    path.write_text(f"宁波市2025年政府工作报告\n{REPORT}{second}{REPORT}", encoding="utf-8")
    assert [document.facts.doc_type for document in read_documents(path)] == kinds


def test_reports_without_headings_are_told_apart_by_their_titles_and_figures(tmp_path: Path):
    path = tmp_path / "reports.txt"
    one = "2024年地区生产总值增长5%。\n2025年目标增长5%左右。\n"
    path.write_text(f"上海市2025年政府工作报告\n{one}云南省2025年政府工作报告\n{one}", encoding="utf-8")
    assert [document.facts.jurisdiction_code for document in read_documents(path)] == ["310000", "530000"]


def test_a_collection_is_told_apart_by_lines_of_nothing_but_a_name(tmp_path: Path):
    path = tmp_path / "reports.txt"
    path.write_text(f"浙江省各市2025年政府工作报告汇编\n杭州市\n{REPORT}宁波市\n{REPORT}", encoding="utf-8")
    assert [document.facts.jurisdiction_code for document in read_documents(path)] == ["330100", "330200"]


def packed(**files: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/"), content)
    return buffer.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (OLE + "EncryptedPackage".encode("utf-16-le"), "locked by a password"),
        (packed(mimetype=b"application/epub+zip", **{"META-INF__container.xml": b"<x/>"}), "an e-book"),
        (packed(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), "an OpenDocument sheet"),
        (packed(mimetype=b"application/vnd.oasis.opendocument.presentation"), "slides"),
        (packed(**{"Index__Document.iwa": b"\0"}), "a file of Pages"),
        (packed(**{"OFD.xml": b"<x/>"}), "an OFD file"),
        (packed(**{"[Content_Types].xml": b"<x/>", "xl__workbook.bin": b"\0"}), "a binary Excel sheet"),
        (b"a.txt".ljust(257, b"\0") + b"ustar", "a TAR archive"),
        (b"\xfd7zXZ\0\0", "a packed file"),
        (b"CAJ\0", "a CAJ file"),
        (b"\0\0\0\x18ftypheic", "a HEIC picture"),
        (b"<stata_dta><header>", "a Stata file"),
        (b"\0\0\0\x18ftypmp42", "a film or a recording"),
        (b"RIFF\x24\0\0\0WAVEfmt ", "a film or a recording"),
        (b"\0" * 100, "nothing but zero bytes"),
        (b"\x7fELF\2\1\1" + bytes(range(256)), "a program"),
        (b"MZ\x90\0" + bytes(range(256)), "a program"),
        (b"SQLite format 3\0", "a database"),
    ],
    ids=["locked", "epub", "ods", "odp", "pages", "ofd", "xlsb", "tar", "xz", "caj", "heic", "stata", "mp4", "wav", "zeros", "elf", "exe", "sqlite"],
)
def test_a_kind_that_nobody_here_reads_is_called_by_its_name_with_what_to_do(data: bytes, told: str):
    with pytest.raises(ReadError, match=rf"^a\.dat: {told}.*; "):
        read_pages(data, "a.dat")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (b"AC1027\0" + bytes(range(256)), "unknown"),
        ("绿地".encode("utf-16"), "text"),
        ("2025年新增绿地200公顷。".encode("utf-16-le") * 9, "text"),
        ("绿地\x1a".encode("gb18030"), "text"),
    ],
    ids=["empty", "blank", "no_text", "utf_16", "utf_16_without_mark", "with_the_end_of_old_editors"],
)
def test_what_is_no_text_is_not_called_one(data: bytes, told: str):
    """The last lines of a build count files by their kind."""
    assert kind_of(data, "a.dat") == told


def test_a_file_of_no_known_kind_is_not_passed_over(tmp_path: Path):
    """But for what is known to stand beside documents, as a database or the fonts of a saved page."""
    names = ("a.xlsx", "a.exe", "a.bin", "a.duckdb", "a.woff2")
    assert [may_be_document(tmp_path / name) for name in names] == [True, True, True, False, False]
    with pytest.raises(ReadError, match=r"^a\.bin: no Chinese text .*binary"):
        read_pages(b"AC1027\0" + bytes(range(256)), "a.bin")
