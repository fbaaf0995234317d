"""Structures: 三次产业结构为16:48:36 gives the share of each industry.

Three numbers joined by colons are shares of a whole where they add up to a hundred and the sentence names the parts; all
other proportions (0.9:1) are refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from mubiao.grammar.figure.reading import Reading
from mubiao.grammar.numbers.number import Number
from mubiao.lexicon.affix import pattern
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load, read_toml

ROUNDING = 0.6  # published shares are rounded: three of them may miss a hundred by so much


@lru_cache(maxsize=1)
def wholes() -> tuple[re.Pattern[str], dict[str, tuple[str, ...]]]:
    """Names of a whole, and the names of its parts' shares."""
    parts = {word: tuple(str(entry).partition("=")[2].split("|")) for word, entry in read_toml("nouns.toml")["structure"].items()}
    return re.compile(pattern(parts)), parts


def read(text: str, low: int, high: int) -> Iterator[Reading]:
    """Readings of the structures in a sentence; a structure that a change began with is refused."""
    for match in expression("structure").finditer(text, low, high):
        shares = [float(share) for share in match.groups()]
        named = list(wholes()[0].finditer(text, low, match.start()))
        if not named or abs(sum(shares) - 100) > ROUNDING:
            continue
        base = expression("base").search(text, low, match.start()) and expression("base_moves").match(text, match.end())
        for index, name in enumerate(wholes()[1][named[-1][0]]):
            yield _reading(match, index, name, named[-1].span(), "base_of_change" if base else "", (low, high))


def _reading(match: re.Match[str], index: int, name: str, whole: tuple[int, int], refused: str, sentence: tuple[int, int]) -> Reading:
    start, end = match.span(index + 1)
    number = Number(start, end, float(match[index + 1]), None, load().units["%"], bounded_start=start, bounded_end=end, rule="structure")
    return Reading(
        number=number, span=(start, end), pieces=((*whole, name),), clause=(whole[0], match.end()), sentence=sentence, measure="ratio",
        thing_rule="structure", number_rule="structure", bound_rule="plain", measure_rule="share", refused=refused,
    )  # fmt: skip
