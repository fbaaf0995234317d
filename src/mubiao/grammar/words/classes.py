"""Nouns behind a number that tell a quantity from a number that only says which class of thing is counted."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from mubiao.lexicon.affix import Affixes
from mubiao.lexicon.loader import load


@dataclass(frozen=True, slots=True)
class Classes:
    """Behind a number: nouns that tell a quantity from a number that only says which class of thing is counted."""

    stuff: Affixes
    person: Affixes
    people: Affixes
    carrier: Affixes
    of: Affixes
    kinds: Affixes
    lists: Affixes
    policy: Affixes
    article: Affixes
    livestock: Affixes
    one_of: Affixes
    part_of: Affixes
    class_noun: Affixes
    total: Affixes

    def names_people(self, text: str, start: int, end: int) -> bool:
        """Whether a span of the text ends in a noun of persons."""
        return any(one.tail(text, start, end) is not None for one in (self.person, self.people))


@lru_cache(maxsize=1)
def classes() -> Classes:
    """For the rules of clause/ and the nouns behind numbers."""
    lexicon = load()
    nouns, refused = lexicon.words["nouns"], lexicon.words["refusals"]
    return Classes(
        stuff=Affixes.of(lexicon.table("nouns", "money_of", "land_of", "people")),
        person=Affixes.of(nouns["person_end"]),
        people=Affixes.of(nouns["people"]),
        carrier=Affixes.of(nouns["kind"] | refused["carrier"]),
        of=Affixes.of(lexicon.words["particles"]["of"]),
        kinds=Affixes.of(refused["kinds"]),
        lists=Affixes.of(refused["list"]),
        policy=Affixes.of(refused["policy"]),
        article=Affixes.of(refused["article"]),
        livestock=Affixes.of(refused["livestock"]),
        one_of=Affixes.of(refused["one_of"]),
        part_of=Affixes.of(refused["part_of"]),
        class_noun=Affixes.of(refused["class_noun"]),
        total=Affixes.of(nouns["total_of"]),
    )
