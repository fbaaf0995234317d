"""Words directly beside a number."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from mubiao.lexicon.affix import Affixes
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import Tables, load


@lru_cache(maxsize=1)
def refusals() -> Tables[Affixes]:
    """Beside a number: what says that it counts nothing; a table for each table of refusals.toml."""
    tables = load().words["refusals"]
    return Tables("refusals.toml", {name: Affixes.of(words) for name, words in tables.items()})


@dataclass(frozen=True, slots=True)
class Bounds:
    """Modifiers in front of a number and behind it, and what looks like them."""

    before: Affixes
    after: Affixes
    neither: Affixes


@lru_cache(maxsize=1)
def bounds() -> Bounds:
    """For numbers/bounds."""
    return Bounds(Affixes(load().bounds["before"]), Affixes(load().bounds["after"]), Affixes.of(load().words["particles"]["not_bound"]))


@lru_cache(maxsize=1)
def verbs() -> Affixes:
    """Verbs of doing, of two characters or more: they begin the segment of the next number (并新增100公里)."""
    weak = load().words["actions"]["noun_like"]
    return Affixes.of(word for word in load().table("actions", "add", "make") if len(word) > 1 and word not in weak)


@lru_cache(maxsize=1)
def openings() -> Mapping[str, re.Pattern[str]]:
    """What expressions of numbers begin with where that is a digit, in figures or in words; others say themselves where they may begin."""
    written = re.compile("|".join(sorted({word for table in ("digit", "magnitude", "zero", "point") for word in load().numerals[table]})))
    return {"number": expression("digit"), "numeral": written, "in_words": written}
