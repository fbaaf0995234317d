"""Text files: what is written is the page, but for the marks of Markdown."""

from __future__ import annotations

from mubiao.read.decode import decode
from mubiao.read.flat import tables
from mubiao.read.joiner import joints
from mubiao.read.markdown import is_markdown, read_markdown
from mubiao.read.page import Page
from mubiao.read.values import is_of_documents, read_csv


def read_text(data: bytes, name: str) -> Page | list[Page]:
    """The page of a text file in UTF-8, UTF-16, GB18030 or Big5; those of its rows where it holds separated values under another name.

    Raises:
        ReadError: empty, too large, binary, in no encoding known here, or without Chinese text.
    """
    text, encoding = decode(data, name)
    if is_of_documents(text):
        return read_csv(data, name)
    if is_markdown(text, name):
        return read_markdown(text, encoding, name)
    return Page(text, encoding, tuple(tables(text)), joints=tuple(joints(text)))
