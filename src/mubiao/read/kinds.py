"""What kind of file something is: told by its content, not by its name."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from pathlib import PurePath

HEAD = 4096  # bytes that tell
MAGIC = (
    (b"%PDF", "pdf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"{\\rtf", "rtf"),
    (b"PAR1", "parquet"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"BM", "picture"),
    (b"II*\0", "picture"),
    (b"MM\0*", "picture"),
    (b"Rar!", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "gzip"),
    (b"\xfd7zXZ", "gzip"),
    (b"CAJ", "caj"),
    (b"HN\0\0", "caj"),
    (b"KDH", "caj"),
    (b"<stata_dta>", "stata"),
    (b"$FL2", "spss"),
    (b"ID3", "recording"),
    (b"\x1aE\xdf\xa3", "recording"),
    (b"FLV\1", "recording"),
    (b"#!AMR", "recording"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
    (b"\xcf\xfa\xed\xfe", "program"),
    (b"SQLite format 3\0", "database"),
)
SHORT = (b"BM", b"MZ")  # texts may begin so too
BEHIND = (
    (257, b"ustar", "tar"), (8, b"WEBP", "picture"), (8, b"WAVE", "recording"), (8, b"AVI ", "recording"),
    (4, b"ftyphei", "heic"), (4, b"ftypmif1", "heic"), (4, b"ftyp", "recording"),
)  # fmt: skip  # what tells begins further on
INSIDE = (
    ("word/", "docx"), ("xl/workbook.bin", "xlsb"), ("xl/", "xlsx"), ("ppt/", "pptx"), ("OFD.xml", "ofd"), ("Index/", "iwork"),
    ("META-INF/container.xml", "epub"),
)  # fmt: skip
OPEN_DOCUMENTS = ((b"spreadsheet", "ods"), (b"presentation", "pptx"), (b"epub", "epub"))
STREAMS = (("EncryptedPackage", "locked"), ("WordDocument", "doc"), ("Workbook", "xls"), ("Book", "xls"), ("PowerPoint Document", "ppt"))
CONTROL = re.compile(rb"[\0-\x08\x0e-\x19\x1c-\x1f\x7f]")  # no text holds them, but in UTF-16
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
ZEROS = 20  # among a hundred bytes, each second one: UTF-16 without its mark
MARKUP = re.compile(rb"<(?:!doctype\s+html|html|head|body|table|div)\b", re.IGNORECASE)
ARCHIVE = re.compile(rb"^(?:[A-Za-z-]+:.*\r?\n)*?(?:mime-version|content-type:\s*multipart/related)", re.IGNORECASE)
OF_SYSTEMS = ("thumbs.db", "desktop.ini", "ehthumbs.db")  # what Windows puts into every folder
OPENED = "~$"  # begins the name of what Word and Excel put beside a file as long as it is open
TEXTS = (".txt", ".text", ".md", ".csv", ".tsv")
BESIDE = (
    ".duckdb", ".wal", ".toml", ".py", ".pyc", ".js", ".css", ".woff", ".woff2", ".ttf", ".otf", ".eot", ".ico",
)  # fmt: skip  # what stands beside documents, and in the folders of saved web pages
DOCUMENTS = (".doc", ".docx", ".wps", ".xls", ".xlsx", ".et", ".pdf", ".htm", ".html", ".shtml", ".mht", ".rtf", ".odt", ".jsonl", ".parquet")
DELIMITED = re.compile(r"\.(?:csv|tsv)$", re.IGNORECASE)


def may_be_document(path: PurePath) -> bool:
    """Whether a file found in a folder is asked for a document: all but databases, programs and fonts that stand beside documents, and what
    systems and open programs leave there.

    What is no document says so then: nobody knows of a file without a known sign whether its owner takes it for one.
    """
    return path.suffix.lower() not in BESIDE and path.name.lower() not in OF_SYSTEMS and not path.name.startswith(OPENED)


def is_called_document(path: PurePath) -> bool:
    """Whether something has the name of a document, whatever it is."""
    return path.suffix.lower() in (*TEXTS, *DOCUMENTS)


def kind(data: bytes, name: str) -> str:
    """Kind of a file: docx, pdf, html, text … Only text files are told apart by name (a list of values from running text)."""
    head = data[:HEAD]
    if not data.strip():
        return "empty"
    if not head.strip(b"\0"):
        return "zeros"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _packed(data)
    found = next((kind for magic, kind in MAGIC if head.startswith(magic) and (magic not in SHORT or b"\0" in head)), None)
    if found == "ole":
        return next((kind for stream, kind in STREAMS if stream.encode("utf-16-le") in data), "ole")
    if found or (found := next((kind for at, magic, kind in BEHIND if head.startswith(magic, at)), None)):
        return found
    plain = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if ARCHIVE.match(plain):
        return "mht"
    if plain.startswith((b"<?xml", b"<")) and MARKUP.search(plain):
        return "html"
    if plain.startswith((b"{", b"[")) and b'":' in plain:
        return "jsonl"
    if CONTROL.search(head) and not (head.startswith(UTF_16) or any(head[at:200:2].count(0) > ZEROS for at in (0, 1))):
        return "unknown"
    return "csv" if DELIMITED.search(name) else "text"


def _packed(data: bytes) -> str:
    """What a ZIP file holds."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            says = archive.read("mimetype")[:100] if "mimetype" in names else b""
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, zlib.error):
        return "docx" if b"word/" in data else "xlsx" if b"xl/" in data else "zip"
    if says:
        return next((kind for word, kind in OPEN_DOCUMENTS if word in says), "odt")
    if "[Content_Types].xml" in names or "OFD.xml" in names or any(name.endswith(".iwa") for name in names):
        return next((kind for inside, kind in INSIDE if any(name.startswith(inside) for name in names)), "docx")
    return "zip"
