"""Signs that nobody sees but that change what is seen: where text of documents is shown they are named, and what runs from right to left
stands apart.

A document may hold signs that turn the order of letters around (U+202E), colours for a terminal, or half of a character. Data
files keep every sign as it is; pages, workbooks, Word documents, charts and the terminal show them through :func:`visible`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # messages of the command line need no pandas
    import pandas as pd

CONTROLS = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff"  # without tabs and ends of lines
NONE = r"\ufffe\uffff\U000e0000-\U000e007f"  # no characters (what draws charts ends the program over one), and letters without a shape
ORDER = r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # of letters
HIDDEN = re.compile(f"[{CONTROLS}{NONE}{ORDER}]")
HIDDEN_IN_LINE = re.compile(rf"[{CONTROLS}{NONE}{ORDER}\t\n\r\u2028\u2029]")
FROM_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]")
ISOLATE, END = "\u2068", "\u2069"


def visible(text: str) -> str:
    """A text with hidden signs named; one that holds letters written from right to left leaves the order around it alone.

    >>> visible("绿道\\u202e30公里"), visible("绿道30公里")
    ('绿道[U+202E]30公里', '绿道30公里')
    """
    return text if _is_apart(text) else _apart(HIDDEN.sub(_named, text))


def one_line(text: str) -> str:
    """The same for names of files and messages, which also may not begin another line.

    >>> one_line("a.txt\\nall is well")
    'a.txt[U+000A]all is well'
    """
    return _apart(HIDDEN_IN_LINE.sub(_named, text))


def visible_frame(frame: pd.DataFrame) -> pd.DataFrame:
    """A table whose texts are visible."""
    shown: pd.DataFrame = frame.apply(lambda column: column if column.dtype.kind in "biufM" else column.map(visible_cell))
    return shown


def visible_cell(value: object) -> object:
    """A text made visible, anything else as it is; so is what says itself how it is shown (markup)."""
    return visible(value) if isinstance(value, str) and type(value) is str else value


def _is_apart(text: str) -> bool:
    return text[:1] == ISOLATE and text[-1:] == END and not HIDDEN.search(text, 1, len(text) - 1)


def _apart(text: str) -> str:
    return f"{ISOLATE}{text}{END}" if FROM_RIGHT.search(text) else text


def _named(found: re.Match[str]) -> str:
    return f"[U+{ord(found[0]):04X}]"
