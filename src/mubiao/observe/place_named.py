"""The place that words open with: all of one, which they call by its kind (全国, 全省, 我市), or one that they call by its name."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from mubiao.grammar.phrase.phrase import LISTED
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.lexicon.vocabulary import PHRASES
from mubiao.read.named_places import SHORTEST, names_in_front
from mubiao.read.places import NATION, Place, gazetteer


class Whole(NamedTuple):
    """All of a place that words open with, called by its kind.

    Attributes:
        end: where the words go on.
        sure: they say nothing else (全省, 我市); the nation and a region also are what things of others are called after (自治区A类园区).
    """

    place: Place
    end: int
    sure: bool


class Named(NamedTuple):
    """A place that words open with.

    Attributes:
        place: None where it has a name that is not the document's own (:func:`mubiao.observe.whose.owner` tells whose it is), and for
            several provinces together.
        end: where the words go on.
    """

    place: Place | None
    end: int


def named(words: str, own: Place, start: int = 0) -> Named | None:
    """The place that words open with.

    Args:
        words: folded text or a phrase.
        own: place of the document.
        start: where the words begin.
    """
    if all_of := whole(words, own, start):
        return Named(all_of.place, all_of.end)
    if region := expression("of_a_region").match(words, start):
        return Named(None, region.end())
    name = names_in_front().head(words, start, len(words))
    return Named(own if name in own.names else None, start + len(name)) if name and is_name_here(name, own) else None


def whole(words: str, own: Place, start: int = 0) -> Whole | None:
    """All of a place that words open with: the nation, the report's own or the one above it that is of the kind which they name.

    In a report of 平潭县 全区 is what it calls itself: no place above is of this kind.
    """
    if nation := expression("of_the_nation").match(words, start):
        return Whole(gazetteer().by_code[NATION], nation.end(), False)
    match = expression("whole_place").match(words, start) or expression("ourselves").match(words, start)
    if match is None:
        return None
    told, place = match.groupdict(), own
    kind = told["kind"] or told.get("region") or ""
    while not place.name.endswith(kind) and place.parent:
        place = gazetteer().by_code[place.parent]
    return Whole(place if place.name.endswith(kind) else own, match.end(), not told.get("region"))


def from_name(phrase: str) -> str:
    """A phrase from the name of a place on: of a neighbour or a model (相邻的|金华市生产总值), of a city behind its province (江苏|苏州)."""
    begin = expression("in_front_of_name").match(phrase).end()  # type: ignore[union-attr]
    name = names_in_front().head(phrase, begin, len(phrase))
    if name is None:
        return phrase
    above, below = gazetteer().bearers(name), names_in_front().head(phrase, begin + len(name), len(phrase))
    if below and above[0].level == "province" and any(_is_city_of(place, above[0]) for place in gazetteer().bearers(below)):
        begin += len(name)
    return phrase[begin:]


def _is_city_of(place: Place, province: Place) -> bool:
    return place.level == "prefecture" and gazetteer().within(place, province)


@lru_cache(maxsize=PHRASES)
def names(phrase: str) -> tuple[str, ...]:
    """Names of places that a phrase opens with, longest first; one that is no more (苏州地区) only where no other is meant (苏州)."""
    longest = names_in_front().head(phrase, 0, len(phrase))
    known = gazetteer().by_name
    found = tuple(phrase[:length] for length in range(len(longest), 1, -1) if phrase[:length] in known) if longest else ()
    return tuple(name for name in found if not all(place.dissolved for place in known[name])) or found


def is_name_here(name: str, own: Place) -> bool:
    """Whether a name is that of a place: short names of counties are words (港口) where none of them lies here."""
    index = gazetteer()
    return any(place.level != "county" or name == place.name or index.within(place, own) for place in index.bearers(name))


def behind_name(phrase: str, name: str) -> str:
    """What is measured, behind the name of a place."""
    return phrase[expression("own_suffix").match(phrase, len(name)).end() :]  # type: ignore[union-attr]


def bare_thing(phrase: str, own: Place) -> str:
    """A phrase without its places: 上海市|生产总值, 全省|生产总值, 省里要求|粮食产量, 增长目标|我省."""
    phrase = from_name(phrase)
    while (found := named(phrase, own)) and not phrase.startswith(LISTED, found.end):  # 杭州、宁波企业: of both
        phrase = behind_name(phrase, phrase[: found.end])
    phrase = phrase[asked_end(phrase, own) :]
    behind = expression("place_behind").match(phrase)
    return behind["thing"] if behind else phrase


def asked_end(phrase: str, own: Place) -> int:
    """Where a phrase goes on behind a government above that asks for it (省里要求|粮食产量); a province has only the nation above it."""
    found = expression("asked_above").match(phrase)
    itself = own.level == "province" and phrase.startswith(tuple(load().words["places"]["province_word"]))
    return found.end() if found and not itself else 0


def only_places(phrase: str) -> bool:
    """Whether a phrase names places and no thing: 鄞州区、北仑区, 有条件的县; 市区 and 城区 are parts of any city."""
    ends, known = tuple(load().words["nouns"]["area_end"]), gazetteer().by_name
    names = phrase.split(LISTED)
    told = all(len(name) > SHORTEST or expression("county_of_two").fullmatch(name) for name in names)
    listed = told and all(name in known and name.endswith(ends) for name in names)
    return listed or expression("some_places").fullmatch(phrase) is not None
