"""What antiword makes of an old Word file: paragraphs a line, tables with bars whose cells it breaks at the width of their columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from mubiao.read.decode import decode
from mubiao.read.joiner import joints
from mubiao.read.page import Filled, Page, Writer
from mubiao.read.printed import columns_of

BAR = "|"
BELOW_TEXT = "\n-----------------------\n"
MARK = re.compile(r"^\[\d{1,3}\] ?", re.MULTILINE)
UNBROKEN = re.compile(r"[!-~]+|.", re.DOTALL)  # what stands in one line: a word or number, or one Chinese character


def read_antiword(data: bytes, name: str) -> Page:
    """The page of antiword's text.

    Raises:
        ReadError: not in UTF-8, or a table that is none of a document.
    """
    writer = Writer()
    for is_table, lines in groupby(decode(data, name)[0].split("\n"), lambda line: line.startswith(BAR) and line.count(BAR) > 2):
        if is_table:
            writer.table(_cells(list(lines)), name)
        else:
            for line in lines:
                writer.line(line)
    page = writer.page("doc")
    spans = [table.span for table in page.tables]
    return replace(page, notes=tuple(_notes(page.text)), joints=tuple(joints(page.text, tables=spans)))


def _cells(lines: Sequence[str]) -> list[Filled]:
    """The cells of a table, each with all of its lines."""
    rows: list[list[str]] = []
    above: list[str] = []
    for line in lines:
        own = line.strip().strip(BAR).split(BAR)
        if rows and len(own) == len(above) and _holds_rest(above, own):
            rows[-1] = [text + cell.strip() for text, cell in zip(rows[-1], own, strict=True)]
        else:
            rows.append([cell.strip() for cell in own])
        above = own
    return [Filled(text, row, column) for row, texts in enumerate(rows) for column, text in enumerate(texts)]


def _holds_rest(above: Sequence[str], below: Sequence[str]) -> bool:
    """Whether a line holds the rest of cells of the line above: none of its texts would have found room there."""
    rest = [(before, text.strip()) for before, text in zip(above, below, strict=True) if text.strip()]
    return bool(rest) and all(before.strip() and len(before) - len(before.rstrip()) < columns_of(UNBROKEN.match(text)[0]) for before, text in rest)  # type: ignore[index]


def _notes(text: str) -> Iterator[tuple[int, int]]:
    """Spans of the notes below a line at the end, each with its mark in front: ``[1]高新技术企业: …``."""
    end = text.rfind(BELOW_TEXT)
    for mark in MARK.finditer(text, end) if end >= 0 else ():
        yield mark.end(), mark.end() + len(text[mark.end() :].partition("\n")[0])
