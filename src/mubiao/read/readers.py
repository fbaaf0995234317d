"""The table of readers: kind of file -> the function that makes pages of it, or what to do with kinds that nobody here reads."""

from __future__ import annotations

from collections.abc import Callable

from mubiao.errors import ReadError
from mubiao.read.archive import read_zip
from mubiao.read.converted import NAMES, read_converted
from mubiao.read.decode import EMPTY, NO_CHINESE, no_chinese
from mubiao.read.docx import read_docx
from mubiao.read.html import read_html
from mubiao.read.kinds import kind
from mubiao.read.mht import read_mht
from mubiao.read.page import Page
from mubiao.read.pdf import read_pdf
from mubiao.read.picture import read_picture
from mubiao.read.several import split
from mubiao.read.sheets import read_workbook
from mubiao.read.text import read_text
from mubiao.read.values import read_csv, read_jsonl, read_parquet

READERS: dict[str, Callable[[bytes, str], Page | list[Page]]] = {
    "csv": read_csv,
    "docx": read_docx,
    "html": read_html,
    "jsonl": read_jsonl,
    "mht": read_mht,
    "parquet": read_parquet,
    "pdf": read_pdf,
    "picture": read_picture,
    "text": read_text,
    "xls": read_workbook,
    "xlsx": read_workbook,
}
UNREAD = {
    "ofd": "an OFD file; print it to PDF",
    "pptx": "slides; save them as PDF",
    "ppt": "slides; save them as PDF",
    "ole": "an old Office file of an unknown kind; save it as DOCX",
    "rar": "a RAR archive; unpack it",
    "7z": "a 7z archive; unpack it",
    "gzip": "a packed file (gzip, bzip2 or xz); unpack it",
    "tar": "a TAR archive; unpack it",
    "locked": "locked by a password; save it without one",
    "iwork": "a file of Pages, Numbers or Keynote; save it as DOCX, XLSX or PDF",
    "epub": "an e-book (EPUB); save its text as .txt or DOCX",
    "ods": "an OpenDocument sheet; save it as XLSX",
    "xlsb": "a binary Excel sheet (.xlsb); save it as XLSX",
    "caj": "a CAJ file; print it to PDF",
    "heic": "a HEIC picture; save it as JPEG or PNG",
    "stata": "a Stata file; save it as CSV or Parquet",
    "spss": "an SPSS file; save it as CSV or Parquet",
    "recording": "a film or a recording; write down what is said in it and save that as text",
    "program": "a program; it holds no text",
    "database": "a database; save its tables as CSV",
    "empty": EMPTY,
    "unknown": NO_CHINESE,
    "zeros": "nothing but zero bytes, as a copy that broke off leaves them; fetch it anew",
}


def read_pages(data: bytes, name: str, inside: bool = False) -> list[Page]:
    """The documents in a file's content.

    Args:
        inside: the file lies in an archive.

    Raises:
        ReadError: of a kind that cannot be read, or damaged; one line that says what it is and what to do.
    """
    found = kind(data, name)
    if found in UNREAD:
        raise ReadError(f"{name}: {no_chinese(data, name) if found == 'unknown' else UNREAD[found]}")
    if found == "zip":
        if inside:
            raise ReadError(f"{name}: an archive inside an archive; unpack it")
        return read_zip(data, name, lambda entry, its_name: read_pages(entry, its_name, inside=True))
    pages = read_converted(data, name, found) if found in NAMES else READERS[found](data, name)
    return pages if isinstance(pages, list) else split(pages)
