"""Where the clause of a figure begins, and how far its words go."""

from __future__ import annotations

from mubiao.grammar.figure.reading import Reading

ENDS = ",;。"  # in folded text
FULL = "。\n"
BEHIND = 12  # characters behind its sentence that may still speak of a figure


def begin_of_line(text: str, at: int) -> int:
    """Where the line that holds a position of folded text begins, its paragraph.

    >>> begin_of_line("二、主要任务\\n新建学校3所。", 12)
    7
    """
    return text.rfind("\n", 0, at) + 1


def begin_of_clause(text: str, at: int) -> int:
    """Where the clause that holds a position of folded text begins.

    >>> begin_of_clause("进出口增长8%,我市增长9%", 12)
    8
    """
    line = begin_of_line(text, at)
    return max(line, *(text.rfind(mark, line, at) + 1 for mark in ENDS))


def begin_of_sentence(text: str, at: int) -> int:
    """Where the sentence that holds a position of folded text begins; a semicolon parts its statements only.

    >>> begin_of_sentence("新建学校3所。改造小区20个;开工率90%", 20)
    7
    """
    return max(text.rfind(mark, 0, at) for mark in FULL) + 1


def around(text: str, reading: Reading) -> str:
    """The sentence of a figure and the words close behind it, which may speak of it: the passage whose signs tell which rules to ask."""
    return text[reading.sentence[0] : max(reading.sentence[1], reading.span[1]) + BEHIND]
