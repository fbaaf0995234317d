"""Lines of a document, and what a line is: heading, numbered item or text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from mubiao.lexicon.expressions import expression
from mubiao.outline.rows import Row

FLAT_LINE = 1500  # a line longer than this is several paragraphs, parted by a full stop and a space
PARAGRAPH = re.compile(r"(?<=[。!?；;」”)]) +(?=\S)")
LEVELS = ("heading_1", "heading_2", "heading_3")
HEADING_END = re.compile(r"[。;!? \n]|$")
BEHIND_CELL = " |"  # a page that puts each cell of a table in a line may leave the bar behind it
MAX_HEADING = 60  # characters; with 30 other headings stand over 83 of 2,186 rows, with 120 over 21 (docs/thresholds.csv)


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its span in the folded text; ``gap`` counts the empty lines in front of it.

    A table that is understood stands as one line without text that holds its ``rows``; what is left of others are lines that are a ``cell``.
    """

    start: int
    end: int
    text: str
    gap: int
    rows: tuple[Row, ...] = ()
    cell: bool = False


def lines(text: str) -> list[Line]:
    """The lines that hold something, stripped; overlong lines cut into paragraphs."""
    result: list[Line] = []
    gap = 0
    position = 0
    for raw in text.split("\n"):
        stripped = raw.strip()
        stripped = stripped.rstrip(BEHIND_CELL) or stripped
        if not stripped:
            gap += 1
        else:
            start = position + raw.index(stripped[0])
            for paragraph in _paragraphs(text, start, start + len(stripped)):
                for begin, stop in _run_in(text, *paragraph):
                    result.append(Line(begin, stop, text[begin:stop], gap))
                    gap = 0
        position += len(raw) + 1
    return result


def _paragraphs(text: str, start: int, end: int) -> list[tuple[int, int]]:
    if end - start <= FLAT_LINE:
        return [(start, end)]
    parts, begin = [], start
    for match in PARAGRAPH.finditer(text, start, end):
        parts.append((begin, match.start()))
        begin = match.end()
    return [*parts, (begin, end)]


def _run_in(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """…(牵头单位:省商务厅)|4.新增…: an item behind the bracket that says who answers for the one before stands in a line of its own."""
    parts, begin = [], start
    for match in expression("item_behind_duty").finditer(text, start, end):
        parts.append((begin, match.end()))
        begin = match.end()
    return [*parts, (begin, end)]


def body(line: Line) -> int:
    """Where the text of a line begins behind its number."""
    return line.start + next((match.end() for name in LEVELS if (match := expression(name).match(line.text))), 0)


@lru_cache(maxsize=64)  # several rooms ask it of the same line
def level(text: str) -> tuple[int, str]:
    """Level of a numbered line (1 一、, 2 (一), 3 1.) and its number as written; (0, "") for other lines."""
    for depth, name in enumerate(LEVELS, 1):
        if match := expression(name).match(text):
            return depth, match[0].strip(" 、.")
    return 0, ""


def heading(text: str) -> str:
    """The heading at the beginning of a line: up to the first full stop or space."""
    depth, number = level(text)
    body = text[len(number) :].lstrip(" 、.") if depth else text
    return body[: HEADING_END.search(body).start()][:MAX_HEADING]  # type: ignore[union-attr]
