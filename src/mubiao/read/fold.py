"""Folding: one width, no left-over tags, no spaces inside numbers, and the way back to the text as published.

Most characters are exchanged one for one; what is taken out or put in is noted as breaks, so that a span of the folded
text leads back to its span in the source by two binary searches.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

# Full-width forms to ASCII; signs that reports use for one another.
WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
WIDTH.update({ord(a): ord(b) for a, b in {"\u3000": " ", "\u00a0": " ", "\t": " ", "∶": ":", "︰": ":", "﹕": ":", "‰": "‰", "﹪": "%", "−": "-", "﹣": "-", "‐": "-", "‑": "-", "‒": "-", "―": "—", "─": "—", "〜": "~", "∼": "~", "•": "·", "‧": "·", "．": ".", "﹒": ".", "〇": "0"}.items()})

TAG = re.compile(r"</?[A-Za-z][^<>]{0,300}>")
BLOCK = re.compile(r"</?(?:p|div|br|h\d|tr|td|th|li|ul|ol|table|center|title)", re.IGNORECASE)
NOTE = re.compile(r"\[\d{1,3}\]|〔\d{1,2}〕|[①-⑳]")
SUBSCRIPT = re.compile(r"_\{(?=[\d.]{1,4}\})|(?<=_\{\d)\}|(?<=_\{\d\.\d)\}")  # PM_{2.5}, from pages read by machine
INVISIBLE = re.compile(r"[\u200b-\u200f\u2060\ufeff\u00ad]+")
# 增长15. 7%, 增长 5%, 20 万人: spaces and line breaks inside a number and between a number and its word.
NUMBER_GAP = re.compile(r"(?<=\d\.)[ \n]{1,2}(?=\d)|(?<=\d)[ \n]{1,2}(?=\.\d)|(?<=\d) {1,2}(?=[%‰万亿个])|(?<=[\u4e00-\u9fff]) {1,2}(?=\d+(?:\.\d+)?[%‰万亿个家项条])")
MARKUP = re.compile("|".join(f"(?:{p.pattern})" for p in (TAG, NOTE, SUBSCRIPT, INVISIBLE, NUMBER_GAP)))


@dataclass(frozen=True)
class Folded:
    """Folded text with the way back.

    Attributes:
        text: what the grammar reads.
        breaks, shifts: from folded position ``breaks[i]`` on, the source stands ``shifts[i]`` characters further.
    """

    text: str
    breaks: list[int] = field(default_factory=lambda: [0])
    shifts: list[int] = field(default_factory=lambda: [0])

    def source(self, position: int) -> int:
        """Position in the source of a character of the folded text."""
        return position + self.shifts[bisect_right(self.breaks, position) - 1]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Half-open span in the source of a half-open span of the folded text."""
        return self.source(start), self.source(end - 1) + 1 if end > start else self.source(start)


    def original(self, source: str, start: int, end: int) -> str:
        """The source characters behind a folded span, without those that folding took out."""
        parts = []
        index = bisect_right(self.breaks, start) - 1
        while start < end:
            stop = min(end, self.breaks[index + 1]) if index + 1 < len(self.breaks) else end
            parts.append(source[start + self.shifts[index] : stop + self.shifts[index]])
            start, index = stop, index + 1
        return "".join(parts)


def fold(source: str) -> Folded:
    """Fold a text.

    >>> fold("增长１５．　７％").text
    '增长15.7%'
    """
    text = source.translate(WIDTH)
    parts: list[str] = []
    breaks, shifts = [0], [0]
    position = length = shift = 0
    for match in MARKUP.finditer(text):
        put = "\n" if match[0].startswith("<") and BLOCK.match(match[0]) else ""
        parts.append(text[position : match.start()])
        length += match.start() - position
        if put:
            parts.append(put)
            length += 1
        position = match.end()
        shift = position - length
        breaks.append(length)
        shifts.append(shift)
    parts.append(text[position:])
    return Folded("".join(parts), breaks, shifts)
