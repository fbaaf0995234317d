"""Text that no spreadsheet takes for a formula.

Excel and LibreOffice run a CSV cell that begins with = + - @, in some languages also where these are as wide as Chinese characters; a quote
of a document, or its file name, may begin so.
"""

from __future__ import annotations

STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
MARK = "'"


def inert(text: str) -> str:
    """The text, with an apostrophe in front where a spreadsheet would run it.

    >>> inert("=1+1"), inert("绿道30公里"), inert("'already")
    ("'=1+1", '绿道30公里', "''already")
    """
    return MARK + text if text.startswith((*STARTS, MARK)) else text


def read_back(text: str) -> str:
    """What :func:`inert` was given.

    >>> [read_back(inert(text)) for text in ("=1+1", "'", "绿道")]
    ['=1+1', "'", '绿道']
    """
    return text.removeprefix(MARK)
