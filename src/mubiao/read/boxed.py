"""What stands in a box of a page: lines from left to right, those that a narrow cell broke as one, its paragraphs apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from mubiao.read.ruled import Box

SAME_LINE = 0.5  # of a sign's height: how far apart the middles of two signs of one line are at most
GAPS = {2: 0.15, 1: 0.5, 0: 0.25}  # of a sign's height: a wider gap is a blank that the file does not write, between as many Latin signs
ROOM = 0.5  # of a sign's height: how much room a line leaves at least where the next one is a paragraph of its own
GLUE = r"[“”‘’\"'（）《》〈〉【】\[\](),.;:!?/+%~·—…，。、；：？！-]"
UNBROKEN = re.compile(
    rf"{GLUE}*(?:\w+|.)(?:{GLUE}+(?:\w+|[\u4e00-\u9fff])?)*", re.ASCII
)  # the most that no cell breaks in two: signs bind what stands beside them


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign and where it stands, from the upper left corner of the page, and whether a blank is written in front of it."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    blank: bool = False

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


def boxed(signs: Sequence[Sign], box: Box) -> str:
    """The text of a box.

    >>> def line(text, top): return [Sign(char, 10 * at, top, 10 * at + 10, top + 10) for at, char in enumerate(text)]
    >>> boxed([*line("新增绿地", 0), *line("200公顷", 12)], (0, 0, 42, 30)), boxed([*line("市水利局", 0), *line("市住建局", 12)], (0, 0, 90, 30))
    ('新增绿地200公顷', '市水利局\\n市住建局')
    """
    lines = _lines(signs)
    if not lines:
        return ""
    pad = min(line[0].left for line in lines) - box[0]
    text = _with_blanks(lines[0])
    for above, below in pairwise(lines):
        text += _between(above, below, box[2] - box[0] - 2 * pad) + _with_blanks(below)
    return text.strip()


def _lines(signs: Sequence[Sign]) -> list[list[Sign]]:
    """The signs of each line from left to right, whatever order the file gives them in."""
    lines: list[list[Sign]] = []
    for sign in sorted(signs, key=lambda sign: sign.middle):
        if lines and sign.middle - lines[-1][0].middle <= SAME_LINE * max(sign.height, lines[-1][0].height):
            lines[-1].append(sign)
        else:
            lines.append([sign])
    return [sorted(line, key=lambda sign: sign.left) for line in lines]


def _with_blanks(line: Sequence[Sign]) -> str:
    """A line with its blanks; where it is spread over the width of its cell, all of its gaps are wide."""
    gaps = [behind.left - before.right for before, behind in pairwise(line)]
    usual = max(0.0, median(gaps)) if gaps else 0.0
    parts = [line[0].text]
    for gap, (before, sign) in zip(gaps, pairwise(line), strict=True):
        latin = _is_latin(before) + _is_latin(sign)
        parts.append(" " if sign.blank or gap - usual > GAPS[latin] * sign.height else "")
        parts.append(sign.text)
    return "".join(parts)


def _between(above: Sequence[Sign], below: Sequence[Sign], width: float) -> str:
    """What parts two lines: the end of a paragraph where the next one would have begun in the room that is left, nothing where it would not."""
    first = UNBROKEN.match("".join(sign.text for sign in below))
    needed = below[first.end() - 1 if first else 0].right - below[0].left
    if above[-1].right - above[0].left + needed + ROOM * below[0].height <= width:
        return "\n"
    words = all(_is_latin(sign) and sign.text.isalpha() for sign in (above[-1], below[0]))
    return " " if below[0].blank or words else ""


def _is_latin(sign: Sign) -> bool:
    return sign.text.isascii() and sign.text.isalnum()
