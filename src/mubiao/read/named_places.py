"""Names of places inside texts, full and short, and the places that they name."""

from __future__ import annotations

from functools import lru_cache

from mubiao.lexicon.affix import Affixes
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.read.places import Place, gazetteer

SHORTEST = 2  # characters of a name that other words end in too


@lru_cache(maxsize=1)
def names() -> Affixes:
    """Any full name of a place."""
    return Affixes.of({name for name in gazetteer().by_name if len(name) > SHORTEST})


@lru_cache(maxsize=1)
def names_in_front() -> Affixes:
    """Any full or short name of a place: there are thousands, which an expression would try one after the other."""
    return Affixes.of({name for name in gazetteer().by_name if len(name) > 1} - load().words["places"]["generic"])


def places_in(text: str, short: bool) -> list[Place]:
    """The places that a short text names, the lowest one of a chain (宁波市鄞州区 -> 鄞州区)."""
    index = gazetteer()
    above: list[Place] = []
    found = list((names_in_front() if short else names()).spans(text))
    called = () if short else (expression("short_county"), expression("short_below"))
    found += [match.span("name") for words in called for match in words.finditer(text) if match["name"] in index.by_name]
    for start, end in sorted(found):
        options = list(index.bearers(text[start:end]))
        if above:
            inside = [entry for entry in options if any(index.within(entry, place) for place in above)]
            if not inside and not (start and text[start - 1] in load().words["places"]["kind_of_place"]):
                continue
            options = inside or options
        above = options or above
    return above
