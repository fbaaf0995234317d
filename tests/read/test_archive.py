"""ZIP archives of documents, and those that are no archives of documents."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from mubiao.errors import ReadError
from mubiao.read.document import read_documents
from mubiao.read.limits import MAX_UNPACKED
from mubiao.read.readers import read_pages
from read.samples import as_docx

REPORT = "政府工作报告\n一、2024年工作回顾\n地区生产总值增长5%。\n".encode()


def packed(**files: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def test_each_file_inside_is_a_document_named_by_its_path(tmp_path: Path):
    path = tmp_path / "reports.zip"
    path.write_bytes(packed(**{"2025/宁波市2025年.txt": REPORT, "2025/温州市2025年.docx": as_docx()}))
    assert [document.doc_id for document in read_documents(path)] == ["reports#2025/宁波市2025年", "reports#2025/温州市2025年"]


def test_the_name_inside_tells_place_and_year(tmp_path: Path):
    path = tmp_path / "reports.zip"
    path.write_bytes(packed(**{"温州市2025年.txt": REPORT}))
    assert [(document.facts.jurisdiction_code, document.facts.year) for document in read_documents(path)] == [("330300", 2025)]


def test_what_cannot_be_read_is_said_and_the_others_are_kept():
    (page,) = read_pages(packed(**{"a.txt": REPORT, "b.txt": b""}), "a.zip")
    assert page.remarks == ("not read: b.txt: the file is empty",)


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"../b.txt": REPORT}, "../b.txt: its name leads out of the archive; unpack it"),
        ({"..\\b.txt": REPORT}, "../b.txt: its name leads out of the archive; unpack it"),
        ({"/etc/b.txt": REPORT}, "/etc/b.txt: its name leads out of the archive; unpack it"),
        ({"a.md": REPORT}, "a.txt: a.md would have the same key; rename one"),
    ],
    ids=["above", "above_as_windows_writes_it", "from_the_root", "the_name_of_another"],
)
def test_a_file_inside_whose_name_cannot_be_its_key_is_said(files: dict[str, bytes], told: str):
    (page,) = read_pages(packed(**{"a.txt": REPORT}, **files), "a.zip")
    assert page.remarks == (f"not read: {told}",)


def test_what_would_be_passed_over_in_a_folder_is_passed_over_in_an_archive():
    beside = {
        "__MACOSX/._a.txt": b"\0",
        ".DS_Store": b"\0",
        "a_files/page.css": b"p {}",
        "Thumbs.db": b"\0",
        "desktop.ini": b"[a]",
        "~$a.docx": b"\0",
    }
    (page,) = read_pages(packed(**{"a.txt": REPORT, **beside}), "a.zip")
    assert page.remarks == ()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (packed(), "the archive is empty"),
        (packed(**{"inner.zip": packed(**{"a.txt": REPORT})}), "an archive inside an archive"),
        (packed(**{"a.txt": REPORT})[:-30], "not a whole ZIP archive"),
        (packed(**{"a.txt": b"0" * 1000}), "no document in the archive can be read"),
    ],
    ids=["empty", "nested", "truncated", "nothing_readable"],
)
def test_what_is_no_archive_of_documents_is_told_in_one_line(data: bytes, told: str):
    with pytest.raises(ReadError, match=told):
        read_pages(data, "a.zip")


def test_an_archive_that_says_it_unpacks_to_very_much_is_refused():
    data = bytearray(packed(**{"a.txt": REPORT}))
    entry = data.index(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = (MAX_UNPACKED + 1).to_bytes(4, "little")
    with pytest.raises(ReadError, match=r"^a\.zip: unpacks to more than 300 MB$"):
        read_pages(bytes(data), "a.zip")
