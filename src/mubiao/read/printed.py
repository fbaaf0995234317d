"""Printed lines, and the width of the page that broke them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from unicodedata import east_asian_width

from mubiao.lexicon.affix import pattern
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load

DASH = "——"  # in front of the line of a speech, and of items
INDENT = re.compile(r"(?:[\u3000\u2003]|  +|\t| \u3000)")
ENDS = "。！？；：!?;:…."
CLOSING = "”’」』）)】》"  # behind the end of a sentence
FULL = 0.85  # share of the width of the page that a broken line fills; the last of its words would not have fitted
BODY = 0.5  # share of the width from which on a line is none of a heading or the end of a paragraph
MOSTLY = 0.6  # share of the body's lines that are full where a page broke them
WIDEST = 140  # columns of the widest printed line; paragraphs of one line are longer
NARROWEST = 30  # columns of the narrowest printed column; shorter lines are cells of a table
PAGE = 60  # columns of a page of which one broken line is enough; a title, or a row of a table, is shorter
DOUBLED = 0.9  # share of the lines of a page that an empty line parts where each is parted from the next
PAGE_LINES = 20  # lines from which on empty lines show a page; so few of like length may be paragraphs
FEWEST = 2  # broken lines that show how a text is broken; one is enough where paragraphs are indented
PARTS = 4  # parts between blanks that make a line the row of a table
CELL = re.compile(r"\S+(?:[ \u3000]\S+)*")  # of a row whose cells are parted by wide gaps
COMMAS = re.compile(r"[，。；,;、]")
GAP = re.compile(r"(?<=[\u4e00-\u9fff]) {1,2}(?=[\u4e00-\u9fff])")
HAN = re.compile(r"[\u4e00-\u9fff]+")  # two columns wide, each of them


@dataclass(frozen=True, slots=True)
class Printed:
    start: int
    end: int
    text: str
    width: int


def printed_lines(text: str) -> list[Printed]:
    lines, position = [], 0
    for line in text.split("\n"):
        lines.append(Printed(position, position + len(line), line, columns_of(line)))
        position += len(line) + 1
    return lines


def blank_between(lines: list[Printed]) -> set[int]:
    """The empty lines of a page that parts all its lines by one, which end no paragraph; none where lines follow one another."""
    blank = {at for at, line in enumerate(lines) if not line.text.strip()}
    written = [at for at in range(len(lines)) if at not in blank]
    parted = sum(1 for above, below in pairwise(written) if below == above + 2)
    return blank if len(written) > PAGE_LINES and parted >= DOUBLED * (len(written) - 1) else set()


def columns_of(text: str) -> int:
    """Columns that a text fills: two for a Chinese character."""
    shown = text.rstrip()[: WIDEST + 1]
    others = HAN.sub("", shown)
    return 2 * (len(shown) - len(others)) + sum(map(_columns_of_sign, others))


@cache  # of the few signs that are no Chinese characters
def _columns_of_sign(sign: str) -> int:
    return 2 if east_asian_width(sign) in "WFA" else 1


def page_width(lines: list[Printed], fewest: int = FEWEST) -> int:
    """Columns of the page that broke the lines; 0 where no page did.

    Args:
        fewest: broken lines that show it.
    """
    widths = sorted(line.width for line in lines if line.text.strip())
    if not widths:
        return 0
    width = widths[int(0.95 * (len(widths) - 1))] if len(widths) > 20 else widths[-1]
    if not NARROWEST <= width <= WIDEST:
        return 0
    body = [(line, below) for line, below in zip(lines, [*lines[1:], Printed(0, 0, "", 0)], strict=True) if line.width >= BODY * width]
    full = [line for line, _ in body if line.width >= FULL * width]
    broken = [
        line
        for line, below in body
        if line.width >= FULL * width and is_open(line.text, ENDS + CLOSING) and below.text.strip() and not begins(below.text)
    ]
    indented = sum(1 for line in lines if INDENT.match(line.text)) >= FEWEST
    enough = 1 if indented or (fewest == 1 and width >= PAGE) else FEWEST
    inner = sum(1 for line, _ in body if not line.text.rstrip().endswith(tuple(ENDS + CLOSING)))
    return width if len(broken) >= enough and len(full) >= MOSTLY * inner else 0


def is_open(text: str, ends: str = ENDS) -> bool:
    """Whether a line ends inside a sentence; a closing bracket or quotation mark alone ends none."""
    plain = text.rstrip() if ends != ENDS else text.rstrip().rstrip(CLOSING)
    return not plain.endswith(tuple(ends)) or (plain.endswith(".") and plain[-2:-1].isdigit())


def begins(text: str) -> bool:
    """Whether a line begins a paragraph: indented, numbered, behind a dash, a label, or a row of a table."""
    plain = text.strip().replace("（", "(").replace("）", ")").replace("：", ":")
    numbered = any(expression(name).match(plain) for name in ("heading_1", "heading_2", "heading_3"))
    return INDENT.match(text) is not None or numbered or plain.startswith(DASH) or is_row(text) or duty_label().match(plain) is not None


def is_row(text: str) -> bool:
    """Whether a line is the row of a table: parted by tabs, bars or blanks.

    >>> is_row("3 新建口袋公园 市住建局 8个"), is_row("2024 年地区生产总值 57761 亿元、增长 5.5%")
    (True, False)
    >>> is_row("3  新建口袋公园8个，改建3个  市住建局  市水利局"), is_row("3 新建口袋公园8个，改建3个 市住建局 市水利局")
    (True, False)
    """
    if "\t" in text.strip() or "|" in text:
        return True
    parted = len(text.split(None, PARTS)) >= PARTS
    return parted and ((GAP.search(text) is not None and not COMMAS.search(text)) or bool(wide_cells(text)))


def wide_cells(text: str) -> list[tuple[int, int]]:
    """Spans of the cells of a row that are parted by two blanks or more; empty where a line is none.

    >>> wide_cells("3  口袋公园 8个  市住建局  12月底"), wide_cells("（一）  新建口袋公园  8个")
    ([(0, 1), (3, 10), (12, 16), (18, 22)], [])
    """
    found = [match.span() for match in CELL.finditer(text)]
    return found if len(found) >= PARTS else []


@lru_cache(maxsize=1)
def duty_label() -> re.Pattern[str]:
    words = load().words["duties"]
    return re.compile(pattern(words["lead"] | words["support"] | words["official"] | words["deadline"]) + r"\s*[:(]")
