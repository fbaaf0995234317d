"""Whose figure it is: a report also tells of the nation, the province and other places."""

from __future__ import annotations

import re
from functools import lru_cache

from mubiao.grammar.affix import pattern
from mubiao.lexicon.loader import load
from mubiao.lexicon.vocabulary import plain, vocabulary
from mubiao.read.identify import any_names
from mubiao.read.places import Place, gazetteer

# Themes whose figures describe a place as a whole: only there does a name in front change whose figure it is.
WHOLE = ("economy", "industry", "investment", "consumption", "opening", "finance", "employment", "agriculture")


@lru_cache(maxsize=1)
def expressions() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Names of the nation, and superiors that act (国家实行..., 自治区安排...)."""
    words = load().words["places"]
    return re.compile(pattern(words["nation"])), re.compile(pattern(words["superior"]) + pattern(words["acts"]))


def acts_above(text: str, sentence: tuple[int, int], own: Place) -> bool:
    """Whether the sentence tells what a superior government does: 国家…投资4万亿元.

    A province has only the nation above it.
    """
    match = expressions()[1].match(text, *sentence)
    return match is not None and not (own.level == "province" and text.startswith(("省", "自治区"), sentence[0]))


def owner(indicator: str, own: Place) -> tuple[Place | None, str]:
    """The place that an indicator phrase is about, and the phrase without its name.

    Returns:
        (own, phrase) as a rule; (another place, rest) where its name stands in front of a figure of a whole place
        (合肥市生产总值); (None, rest) for the nation.
    """
    if match := expressions()[0].match(indicator):
        rest = indicator[match.end() :].lstrip("的")
        if _whole(rest):
            return None, rest
    match = any_names().match(indicator)
    if match is None:
        return _above(indicator, own)
    rest = indicator[match.end() :].lstrip("的全市省区县")
    if match[0] in own.names or not _whole(rest):
        return own, indicator
    index = gazetteer()
    options = [place for place in index.by_name[match[0]] if not place.dissolved]
    near = [place for place in options if index.within(place, own) or index.within(own, place)] or options
    return (near[0], rest) if len(near) == 1 and near[0] != own else (own, indicator)


def _above(indicator: str, own: Place) -> tuple[Place | None, str]:
    """全省 in the report of a city is the province."""
    if own.level == "province" or not indicator.startswith("全省"):
        return own, indicator
    place = own
    while place.parent:
        place = gazetteer().by_code[place.parent]
    rest = indicator.removeprefix("全省").lstrip("的")
    return (place, rest) if _whole(rest) else (own, indicator)


def _whole(rest: str) -> bool:
    found = vocabulary().forms.get(plain(rest))
    return found is not None and vocabulary().by_id[found].theme in WHOLE
