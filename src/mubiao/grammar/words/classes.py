"""Nouns behind a number that tell a quantity from a number that only says which class of thing is counted."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from mubiao.lexicon.affix import Affixes
from mubiao.lexicon.loader import load


@dataclass(frozen=True, slots=True)
class Classes:
    """Behind a number: nouns that tell a quantity from a number that only says which class of thing is counted.

    Attributes:
        stuff: what money, land and places for people are given as: a sum in front is no threshold (1亿元以上资金).
        person: ends a noun of persons, who are counted themselves (1200名以上科技特派员); people: the same where the unit is left out (幼儿).
        carrier: carries the number and adds nothing (5万亿元台阶, 101类问题); of: joins it (8%|的).
        kinds: units in front of the real count (2|类|15个样板); lists: what a report counts of itself (20件民生实事).
        policy: ends the name of rules, whose articles are counted (房地产|新政|25条); article: in what (条).
        livestock: what animals are counted in (存栏2000|头|奶牛场).
        one_of: ends what a number counts where one of it is told of (5个试点城市|之一); part_of: ends like that and tells a part (千分之一).
        class_noun: things that are counted behind a size (50亿元以上|项目); total: money of all that is counted behind it (总投资).
    """

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
