"""A document as published, asked with what the grammar found in its folded text: the words of a thing, of a number, of a quote."""

from __future__ import annotations

from mubiao.grammar.figure.reading import Reading
from mubiao.grammar.numbers.number import Number
from mubiao.model import Document
from mubiao.observe.clauses import begin_of_clause

LONGEST_QUOTE = 240  # characters; no clause of the 2,186 rows of docs/thresholds.csv has more than 120
AROUND = 12  # characters of context in the quote of a refusal
MARKS = " 、，,"


class Written:
    """The words of a document as published."""

    def __init__(self, document: Document) -> None:
        self.text, self.folded = document.text, document.folded

    def span(self, number: Number) -> tuple[int, int]:
        """Where a number with its unit stands."""
        return self.folded.span(number.start, number.end)

    def number(self, number: Number) -> str:
        """A number with its modifiers."""
        return self.folded.original(self.text, number.bounded_start, number.bounded_end)

    def phrase(self, reading: Reading) -> str:
        """What is measured, with what coordination left out put back."""
        pieces = (piece[2] if len(piece) > 2 else self.folded.original(self.text, piece[0], piece[1]) for piece in reading.pieces)
        return "".join(pieces).strip(MARKS + "：:")

    def quote(self, reading: Reading) -> str:
        """The clause of a figure, from where what is measured is named."""
        low = min([reading.clause[0], *(piece[0] for piece in reading.pieces if piece[0] >= reading.sentence[0])])
        high = reading.clause[1]
        if high - low > LONGEST_QUOTE:
            low, high = max(low, reading.span[0] - LONGEST_QUOTE // 2), min(high, reading.span[1] + LONGEST_QUOTE // 2)
        start, end = self.folded.span(low, high)
        return unbroken(self.text[start:end]).strip(MARKS + "。")

    def quote_to(self, number: Number) -> str:
        """The clause of a number, up to it."""
        begin = begin_of_clause(self.folded.text, number.start)
        return unbroken(self.text[self.folded.source(begin) : self.span(number)[1]])

    def around(self, start: int, end: int) -> str:
        """The words around a span of the text as published."""
        return unbroken(self.text[max(0, start - AROUND) : end + AROUND])


def unbroken(text: str) -> str:
    """A text without its line breaks, and with single spaces."""
    return " ".join(text.split())
