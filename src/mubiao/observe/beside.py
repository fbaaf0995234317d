"""What stands beside a number in its clause and its sentence, for the rules that say whether it is promised or told at all."""

from __future__ import annotations

import re
from typing import NamedTuple

from mubiao.grammar.figure.reading import Reading
from mubiao.lexicon.expressions import expression, patterns
from mubiao.read.places import Place

FAR = 120  # characters of a sentence that may suppose or quote
MARKS = ",。;:!?\n"
MARK = re.compile(f"[{MARKS}]")


class Around(NamedTuple):
    """What stands around a number.

    Attributes:
        before, behind: the words of its clause in front of it and behind it.
        opening, rest: the words of its sentence in front of it and behind it.
        result: whether the number would be a result.
        thing: what it is told of.
        counted: whether it counts things.
        compared: whether it says how far or how much of something it is, so that the words of targets around it are its yardstick.
        percentage: whether the number is a percentage.
        own: the place of the document.
        scope: the part or the budget that the row is of, None where it is of the whole.
    """

    before: str
    behind: str
    opening: str
    rest: str
    result: bool
    thing: str
    counted: bool
    compared: bool
    percentage: bool
    own: Place
    scope: str | None


def beside(text: str, reading: Reading, result: bool, own: Place, scope: str | None) -> Around:
    """What stands beside the number of a reading."""
    start, stop = reading.span[0], reading.number.bounded_end if reading.number else reading.span[1]
    first_of_sentence = max(reading.sentence[0], start - FAR)
    low = start
    while low > first_of_sentence and text[low - 1] not in MARKS:
        low -= 1
    end = MARK.search(text, stop, stop + FAR)
    high = end.start() if end else min(len(text), stop + FAR)
    before = text[low : reading.number.bounded_start if reading.number else start]
    rest = text[stop : max(high, min(reading.sentence[1], stop + FAR))]
    counted = reading.number is not None and reading.number.of("counted")
    opening, compared = text[first_of_sentence:start], reading.relation is not None
    return Around(before, text[stop:high], opening, rest, result, reading.indicator(text), counted, compared, reading.unit == "%", own, scope)


def in_front(table: str, said: Around) -> re.Match[str] | None:
    """A word in front of the number, with no other number between."""
    if patterns("stance")[table].search(said.before) is None:
        return None
    *_, last = patterns("stance")[table].finditer(said.before)
    between = expression("day_or_month").sub("", said.before[last.end() :])
    return None if any(char.isdigit() for char in between) else last


def around_it(name: str, said: Around) -> bool:
    """Whether the words in front of the number and those behind it are both of a kind: 不以…|为唯一追求."""
    return expression(f"{name}_before").search(said.before) is not None and expression(f"{name}_behind").match(said.behind) is not None
