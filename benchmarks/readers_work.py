"""One reader on one file, in a process of its own: what readers.py measures. Prints JSON with the text and the tables that it read."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from measure import report

Read = tuple[str, list[list[list[str]]]]  # text, and tables as rows of cells; merged cells in each of their places


def mubiao(path: Path) -> Read:
    from mubiao.read.readers import read_pages

    pages = read_pages(path.read_bytes(), path.name)
    tables = [[[page.text[cell.start : cell.end] if cell else "" for cell in row] for row in table.grid()] for page in pages for table in page.tables]
    return "\n".join(page.text for page in pages), tables


def markdown(text: str) -> Read:
    """Tables as Markdown writes them."""
    from mubiao.read.flat import tables

    return text, [[[text[cell.start : cell.end] if cell else "" for cell in row] for row in table.grid()] for table in tables(text)]


def trafilatura(path: Path) -> Read:
    from trafilatura import extract

    return markdown(extract(path.read_bytes(), include_tables=True, output_format="markdown") or "")


def markitdown(path: Path) -> Read:
    from markitdown import MarkItDown

    return markdown(MarkItDown().convert(str(path)).markdown)


def pdfplumber(path: Path) -> Read:
    import pdfplumber as reader

    with reader.open(path) as document:
        texts = [page.extract_text() or "" for page in document.pages]
        tables = [[[cell or "" for cell in row] for row in table] for page in document.pages for table in page.extract_tables()]
    return "\n".join(texts), tables


def plain(path: Path) -> Read:
    """The bytes as text, tags and all."""
    return path.read_bytes().decode("gb18030" if b"gb2312" in path.read_bytes() else "utf-8", "replace"), []


READERS: dict[str, Callable[[Path], Read]] = {one.__name__: one for one in (mubiao, trafilatura, markitdown, pdfplumber, plain)}

if __name__ == "__main__":
    read, file = READERS[sys.argv[1]], Path(sys.argv[2])
    report(lambda: None, lambda: read(file))
