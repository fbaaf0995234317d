"""Text files: what is written is the page."""

from __future__ import annotations

from mubiao.read.decode import decode
from mubiao.read.flat import tables
from mubiao.read.joiner import joints
from mubiao.read.page import Page


def read_text(data: bytes, name: str) -> Page:
    """The page of a text file in UTF-8, UTF-16, GB18030 or Big5.

    Raises:
        ReadError: empty, too large, binary, in no encoding known here, or without Chinese text.
    """
    text, encoding = decode(data, name)
    return Page(text, encoding, tuple(tables(text)), joints=tuple(joints(text)))
