"""Lines that a printed page broke in the middle of a sentence: what to take out of a text so that its paragraphs are whole again.

The same joiner serves text files, PDF pages and recognised text. The text stays as published; what it names is left out when the
text is folded (:mod:`mubiao.read.fold`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from unicodedata import east_asian_width

from mubiao.lexicon.affix import pattern
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.read.limits import MAX_JOINED

DASH = "——"  # in front of the line of a speech, and of items
INDENT = re.compile(r"(?:[\u3000\u2003]|  +|\t| \u3000)")
ENDS = "。！？；：!?;:…."
CLOSING = "”’」』）)】》"  # behind the end of a sentence
UNBROKEN = re.compile(r"[!-~]+")  # what no page breaks at the end of a line
GOES_ON = "，、,（(《“‘「—"  # no line of its own ends so
FULL = 0.85  # share of the width of the page that a broken line fills; the last of its words would not have fitted
BODY = 0.5  # share of the width from which on a line is none of a heading or the end of a paragraph
MOSTLY = 0.6  # share of the body's lines that are full where a page broke them
WIDEST = 140  # columns of the widest printed line; paragraphs of one line are longer
NARROWEST = 30  # columns of the narrowest printed column; shorter lines are cells of a table
HEADS = 3  # lines in a row that are heads of columns and so begin a table with a cell a line
PARTS = 4  # parts between blanks that make a line the row of a table
FEWEST = 2  # broken lines that show how a text is broken; one is enough where paragraphs are indented
PAGE_NUMBER = re.compile(r"\s*(?:[-—–·]\s*)?\d{1,4}(?:\s*[-—–·])?\s*|\s*\u7b2c\s*\d+\s*\u9875.{0,12}")
REPEATED = 3  # times that a line stands in a text that is the running head of its pages
EDGE = 2  # lines at each end of a page that may be its head or number
LONGEST_HEAD = 40  # characters of a running head
HAN = re.compile(r"[\u4e00-\u9fff]+")  # two columns wide, each of them
GAP = re.compile(r"(?<=[\u4e00-\u9fff]) {1,2}(?=[\u4e00-\u9fff])")
# Blanks that a word processor sets between Chinese and other signs (增长 5%, PM2.5 平均浓度), and places where it set none.
SET_APART = re.compile(r"(?<=[\u4e00-\u9fff]) (?=[A-Za-z0-9])|(?<=[A-Za-z0-9%‰]) (?=[\u4e00-\u9fff])")
TOGETHER = re.compile(r"(?<=[\u4e00-\u9fff])(?=[0-9])|(?<=[0-9])(?=[\u4e00-\u9fff])")
APART = 10  # such blanks of a text that has them, and more than places without
SPREAD = 4  # signs to a blank, at most, in a line whose signs were spread over the width of the page
COMMAS = re.compile(r"[，。；,;、]")
ROUND_GAP = 4  # characters on each side of a gap that may make a word


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str
    width: int


def joints(text: str, pages: Sequence[int] = (), tables: Sequence[tuple[int, int]] = ()) -> list[tuple[int, int]]:
    """Spans of line breaks inside paragraphs, of blanks inside words, and of page numbers and running heads between them.

    Args:
        pages: where its pages begin: numbers and repeated lines at their ends are none of its own.
        tables: spans whose lines are cells, and none of a printed paragraph.

    >>> text = "全年战略性新兴产业产值占规上工业比重提高，新增高新技\\n术企业300家，工业机器人产量比上年增长81.4%，全省城\\n镇新增就业71万人。"
    >>> [text[low - 2 : low] + "|" + text[high : high + 2] for low, high in joints(text)]
    ['新技|术企', '省城|镇新']
    """
    if len(text) > MAX_JOINED:
        return []
    lines = _lines(text)
    inside = {at for at, line in enumerate(lines) if any(low <= line.start <= high for low, high in tables)}
    away = _between_pages(lines, pages) - inside
    kept = [line for at, line in enumerate(lines) if at not in away | inside]
    found = [(lines[at].start, min(lines[at].end + 1, len(text))) for at in away]
    cells = _flattened(lines)
    width = _width([line for at, line in enumerate(lines) if at not in away | inside | cells])
    for above, below in pairwise(kept):
        if not any(above.end <= low < below.start for low, _ in tables) and _goes_on(above, below, width):
            end = above.start + len(above.text.rstrip())
            found.append((end, below.start + len(below.text) - len(below.text.lstrip())))
    return _merged(found + _gaps(text, lines))


def _lines(text: str) -> list[_Line]:
    lines, position = [], 0
    for line in text.split("\n"):
        lines.append(_Line(position, position + len(line), line, _columns(line)))
        position += len(line) + 1
    return lines


def _columns(text: str) -> int:
    """Columns that a text fills: two for a Chinese character."""
    shown = text.rstrip()[: WIDEST + 1]
    others = HAN.sub("", shown)
    return 2 * (len(shown) - len(others)) + sum(2 if east_asian_width(char) in "WFA" else 1 for char in others)


def _between_pages(lines: list[_Line], pages: Sequence[int]) -> set[int]:
    """Indexes of page numbers and running heads; the first head stays, it is the title."""
    starts = [line.start for line in lines]
    firsts = [bisect_left(starts, page) for page in pages]
    ends = {at for first in firsts for at in range(max(0, first - EDGE), min(len(lines), first + EDGE))}
    ends |= set(range(max(0, len(lines) - EDGE), len(lines))) if pages else set()
    counted = Counter(lines[at].text.strip() for at in ends)
    away: set[int] = set()
    seen: set[str] = set()
    for at in sorted(ends):
        text = lines[at].text.strip()
        again = counted[text] >= REPEATED and len(text) <= LONGEST_HEAD and text in seen
        if PAGE_NUMBER.fullmatch(text) or again:
            away.add(at)
        seen.add(text)
    return away


def _flattened(lines: Sequence[_Line]) -> set[int]:
    """Indexes of the lines below the heads of a table with a cell a line, up to the next heading: its widest cell is no width of a page."""
    heads = load().table("labels", "lead", "support", "official", "deadline", "number", "task", "content", "other")
    filled = [at for at, line in enumerate(lines) if line.text.strip()]
    found: set[int] = set()
    run = 0
    for place, at in enumerate(filled):
        run = run + 1 if lines[at].text.strip() in heads else 0
        if run == HEADS:
            stop = next((below for below in filled[place:] if expression("heading_1").match(lines[below].text.strip())), len(lines))
            rest = [below for below in filled[place:] if below < stop]
            widest = max(lines[below].width for below in rest)
            if sum(1 for below in rest if lines[below].width >= FULL * widest) < BODY * len(rest):
                found.update(range(filled[place - HEADS + 1], stop))
    return found


def _width(lines: list[_Line]) -> int:
    """Columns of the page that broke the lines; 0 where no page did."""
    widths = sorted(line.width for line in lines if line.text.strip())
    if not widths:
        return 0
    width = widths[int(0.95 * (len(widths) - 1))] if len(widths) > 20 else widths[-1]
    if not NARROWEST <= width <= WIDEST:
        return 0
    body = [(line, below) for line, below in zip(lines, [*lines[1:], _Line(0, 0, "", 0)], strict=True) if line.width >= BODY * width]
    full = [line for line, _ in body if line.width >= FULL * width]
    broken = [
        line
        for line, below in body
        if line.width >= FULL * width and _is_open(line.text, ENDS + CLOSING) and below.text.strip() and not _begins(below.text)
    ]
    indented = sum(1 for line in lines if INDENT.match(line.text)) >= FEWEST
    enough = 1 if indented else FEWEST
    inner = sum(1 for line, _ in body if not line.text.rstrip().endswith(tuple(ENDS + CLOSING)))
    return width if len(broken) >= enough and len(full) >= MOSTLY * inner else 0


def _goes_on(above: _Line, below: _Line, width: int) -> bool:
    """Whether a line is the rest of the one above: a page broke it, or it begins with the figure that a whole paragraph breaks off before."""
    if not above.text.strip() or not below.text.strip() or _begins(below.text) or _is_row(above.text):
        return False
    if above.width > WIDEST and _is_open(above.text) and expression("number_told_first").match(below.text):
        return True  # a break that slipped into a paragraph: …全市GDP达到|317亿元
    if above.text.rstrip().endswith(tuple(GOES_ON)):
        return bool(width)
    first = UNBROKEN.match(below.text)
    filled = above.width + (first.end() if first else 0)
    return bool(width) and filled >= FULL * width and _is_open(above.text)


def _is_open(text: str, ends: str = ENDS) -> bool:
    """Whether a line ends inside a sentence; a closing bracket or quotation mark alone ends none."""
    plain = text.rstrip() if ends != ENDS else text.rstrip().rstrip(CLOSING)
    return not plain.endswith(tuple(ends)) or (plain.endswith(".") and plain[-2:-1].isdigit())


def _begins(text: str) -> bool:
    """Whether a line begins a paragraph: indented, numbered, behind a dash, a label, or a row of a table."""
    plain = text.strip().replace("（", "(").replace("）", ")").replace("：", ":")
    numbered = any(expression(name).match(plain) for name in ("heading_1", "heading_2", "heading_3"))
    return INDENT.match(text) is not None or numbered or plain.startswith(DASH) or _is_row(text) or _label().match(plain) is not None


def _is_row(text: str) -> bool:
    """Whether a line is the row of a table: parted by tabs, bars or blanks.

    >>> _is_row("3 新建口袋公园 市住建局 8个"), _is_row("2024 年地区生产总值 57761 亿元、增长 5.5%")
    (True, False)
    """
    parted = len(text.split(None, PARTS)) >= PARTS and not COMMAS.search(text) and GAP.search(text) is not None
    return "\t" in text.strip() or "|" in text or parted


@lru_cache(maxsize=1)
def _label() -> re.Pattern[str]:
    words = load().words["labels"]
    return re.compile(pattern(words["lead"] | words["support"] | words["official"] | words["deadline"]) + r"\s*[:(]")


@lru_cache(maxsize=1)
def _words() -> frozenset[str]:
    """Words of the lexicon of two to four characters."""
    found = load().words
    return frozenset(
        word for file in ("actions", "nouns", "predicates") for words in found[file].values() for word in words if 2 <= len(word) <= ROUND_GAP
    )


def _gaps(text: str, every: Sequence[_Line]) -> list[tuple[int, int]]:
    """Blanks inside the words of running text: where a word processor set numbers apart, where lines were spread, and where they ended."""
    lines = [line for line in every if not _is_row(line.text)]
    spread = [line for line in lines if len(GAP.findall(line.text)) * SPREAD > len(line.text)]
    found = [match.span() for line in spread for match in GAP.finditer(text, line.start, line.end)]
    apart = [match.span() for line in lines for match in SET_APART.finditer(text, line.start, line.end)]
    if len(apart) >= APART and len(apart) > sum(len(TOGETHER.findall(line.text)) for line in lines):
        found += apart
    return [*found, *_line_ends(text, every)]


def _line_ends(text: str, lines: Sequence[_Line]) -> list[tuple[int, int]]:
    """Blanks that line ends left inside words; none where the blanks of a text part words (市发改委 市经信局).

    A text has them where words of ours stand around some of its blanks, and they go then from all lines with commas and full stops.
    """
    gaps = [match for line in lines if COMMAS.search(line.text) for match in GAP.finditer(text, line.start, line.end)]
    split = sum(1 for gap in gaps if _splits_word(text, gap.start(), gap.end()))
    if split < FEWEST or any(_label().search(line.text.replace("：", ":")) for line in lines):
        return []
    return [gap.span() for gap in gaps]


def _splits_word(text: str, low: int, high: int) -> bool:
    before, behind = text[max(0, low - ROUND_GAP + 1) : low], text[high : high + ROUND_GAP - 1]
    joined, at = before + behind, len(before)
    spans = ((begin, end) for begin in range(at) for end in range(at + 1, min(len(joined), begin + ROUND_GAP) + 1))
    return any(joined[begin:end] in _words() for begin, end in spans)


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order, those that touch as one."""
    merged: list[tuple[int, int]] = []
    for low, high in sorted(spans):
        if merged and low <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(high, merged[-1][1]))
        elif low < high:
            merged.append((low, high))
    return merged
