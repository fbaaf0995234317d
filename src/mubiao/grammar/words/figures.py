"""Words that say which kind of figure it is, and what it is measured against."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from mubiao.lexicon.affix import Affixes, pattern
from mubiao.lexicon.layers import read_toml
from mubiao.lexicon.loader import load


@dataclass(frozen=True, slots=True)
class Measures:
    """Nouns of growth, of change, of a level; words of reaching that tell of no level; what is done anew each year; units of what lasts."""

    rate: Affixes
    change_noun: Affixes
    no_level: frozenset[str]
    level: frozenset[str]
    flow: re.Pattern[str]
    no_stock: frozenset[str]
    stands: frozenset[str]


@lru_cache(maxsize=1)
def measures() -> Measures:
    """For the kind of a figure."""
    predicates, nouns = load().words["predicates"], load().words["nouns"]
    return Measures(
        Affixes.of(predicates["rate"]),
        Affixes.of(nouns["change_noun"]),
        predicates["no_level"],
        nouns["level"],
        re.compile(pattern(nouns["flow"])),
        nouns["no_stock"],
        nouns["stands_in"],
    )


@dataclass(frozen=True, slots=True)
class Comparing:
    """Comparisons (高于, 快于), times that are no comparison (比上年), and words that say how something stands to another."""

    relation: re.Pattern[str]
    previous: re.Pattern[str]
    stands: Affixes


@lru_cache(maxsize=1)
def comparing() -> Comparing:
    """For what a number is measured against."""
    tables = load().words
    stands = Affixes(load().table("relatives", "below", "at_least", "at_most"))
    return Comparing(re.compile(pattern(tables["predicates"]["relation"])), re.compile(pattern(tables["modifiers"]["previous"])), stands)


@dataclass(frozen=True, slots=True)
class Wholes:
    """Names of a whole, the names of its parts' shares, and the name of the share that a part has."""

    name: re.Pattern[str]
    parts: Mapping[str, tuple[str, ...]]
    share: Mapping[str, str]


@lru_cache(maxsize=1)
def wholes() -> Wholes:
    """For structures."""
    tables = read_toml("nouns.toml")
    parts = {word: tuple(str(entry).partition("=")[2].split("|")) for word, entry in tables["structure"].items()}
    share = {word: str(entry).partition("=")[2] for word, entry in tables["share_moved"].items()}
    return Wholes(re.compile(pattern(parts)), parts, share)
