"""Blanks inside the words of running text, which a word processor or the end of a line left there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from mubiao.lexicon.loader import load
from mubiao.read.printed import COMMAS, FEWEST, GAP, Printed, duty_label, is_row

BLANK = " "
# Blanks that a word processor sets between Chinese and other signs (增长 5%, PM2.5 平均浓度), and places where it set none.
SET_APART = re.compile(r"(?<=[\u4e00-\u9fff]) (?=[A-Za-z0-9])|(?<=[A-Za-z0-9%‰]) (?=[\u4e00-\u9fff])")
TOGETHER = re.compile(r"(?<=[\u4e00-\u9fff])(?=[0-9])|(?<=[0-9])(?=[\u4e00-\u9fff])")
APART = 10  # such blanks of a text that has them, and more than places without
SPREAD = 4  # signs to a blank, at most, in a line whose signs were spread over the width of the page
ROUND_GAP = 4  # characters on each side of a gap that may make a word


def gaps(text: str, every: Sequence[Printed]) -> list[tuple[int, int]]:
    """Blanks inside the words of running text: where a word processor set numbers apart, where lines were spread, and where they ended."""
    lines = [line for line in every if BLANK in line.text and not is_row(line.text)]
    spread = [line for line in lines if len(GAP.findall(line.text)) * SPREAD > len(line.text)]
    found = [match.span() for line in spread for match in GAP.finditer(text, line.start, line.end)]
    apart = [match.span() for line in lines for match in SET_APART.finditer(text, line.start, line.end)]
    if len(apart) >= APART and len(apart) > sum(len(TOGETHER.findall(line.text)) for line in every if not is_row(line.text)):
        found += apart
    return [*found, *_line_ends(text, every)]


def _line_ends(text: str, lines: Sequence[Printed]) -> list[tuple[int, int]]:
    """Blanks that line ends left inside words; none where the blanks of a text part words (市发改委 市经信局).

    A text has them where words of ours stand around some of its blanks, and they go then from all lines with commas and full stops.
    """
    gaps = [match for line in lines if BLANK in line.text and COMMAS.search(line.text) for match in GAP.finditer(text, line.start, line.end)]
    split = sum(1 for gap in gaps if _splits_word(text, gap.start(), gap.end()))
    if split < FEWEST or any(duty_label().search(line.text.replace("：", ":")) for line in lines):
        return []
    return [gap.span() for gap in gaps]


def _splits_word(text: str, low: int, high: int) -> bool:
    before, behind = text[max(0, low - ROUND_GAP + 1) : low], text[high : high + ROUND_GAP - 1]
    joined, at = before + behind, len(before)
    spans = ((begin, end) for begin in range(at) for end in range(at + 1, min(len(joined), begin + ROUND_GAP) + 1))
    return any(joined[begin:end] in _words() for begin, end in spans)


@lru_cache(maxsize=1)
def _words() -> frozenset[str]:
    """Words of the lexicon of two to four characters."""
    found = load().words
    return frozenset(
        word for file in ("actions", "nouns", "predicates") for words in found[file].values() for word in words if 2 <= len(word) <= ROUND_GAP
    )
