"""Whose document it is, where the sources table does not say: the place that speaks in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from itertools import chain, islice

from mubiao.lexicon.expressions import expression, patterns
from mubiao.lexicon.loader import load
from mubiao.read.identify import Fact, titles
from mubiao.read.named_places import names, names_in_front, places_in
from mubiao.read.places import ORDER, Place, gazetteer
from mubiao.read.titles import OPENING, as_title, title_lines
from mubiao.read.years import CODE

BRACKETS = re.compile(r"\([^()]*\)")  # who publishes or hands on
COUNTED = 60_000  # characters of a text in which names of places are counted
OFTEN, FIRST = 3, 3  # times that a name stands there, and how many of the most frequent ones are asked


def place(text: str, name: str) -> Fact[Place] | None:
    """The jurisdiction that speaks: named in the speech line or title, else in the file name, else most often in the text.

    None where only a name is told that several places bear (朝阳区), for a town, a street or a zone, which has no code (鄞州区邱隘镇), and for a
    collection of documents that could not be told apart.
    """
    if _is_below(_opening(text)) or expression("speaks_for_town").search(text[:OPENING]) or any(map(expression("collection").search, titles(text))):
        return None
    level = _own_level(text)
    finders: tuple[tuple[str, Callable[[], list[Place]]], ...] = (
        ("speech", lambda: _in_speech_line(text)),
        ("title", lambda: _in_titles(text)),
        ("file name", lambda: places_of_name(name)),
        ("title", lambda: _short_in_titles(text, level)),
        ("text", lambda: _named_most(text, level)),
    )
    several: list[Place] = []  # places of one name, of which another source must tell the one that is meant
    for where, find in finders:
        candidates = find()
        if where == "file name" and _is_below([name]):
            return None
        fitting = [found for found in candidates if level is None or found.level == level or (found.level == "county" and level == "prefecture")]
        alike = _highest(fitting or candidates)
        if several:
            alike = [found for found in several if found in alike or _lies_in(found, candidates)] or several
        if len(alike) == 1:
            return Fact(alike[0], where)
        several = alike
    return None


def _opening(text: str) -> list[str]:
    """The lines that tell who speaks: titles and speech line."""
    spoken = expression("speech_place").search(text[:OPENING])
    return [*titles(text), *([text[spoken.start(1) : spoken.end()]] if spoken else [])]


def _is_below(lines: list[str]) -> bool:
    """Whether one of them names a town, a street or a zone behind the place that it lies in; 江西省景德镇 and 河南省新乡 are cities called in
    short."""
    found = (expression("below_a_county").match(line, end) for line in lines for _, end in names().spans(line))
    zones = (expression("zone_that_speaks").match(line, end) for line in lines for _, end in names_in_front().spans(line))
    return any(match and match[0] not in gazetteer().by_name for match in chain(found, zones))


def _own_level(text: str) -> str | None:
    """Province, prefecture or county, by what the report calls itself (我省, 我市, 区人大)."""
    votes = Counter({level: sum(text.count(word) for word in load().words["places"][f"self_{level}"]) for level in ORDER})
    (best, count), (_, second) = votes.most_common(2)
    return best if count > 1 and count > 2 * second else None


def speaks_as_another(text: str, code: str) -> str | None:
    """The level that a text speaks of itself as (我市), where a place of that name does not call itself so (浙江省)."""
    level, last = _own_level(text), gazetteer().by_code[code].name[-1]
    called = {each: "".join(load().words["places"][f"self_{each}"]) for each in ORDER}
    return level if level and last not in called[level] and any(last in words for words in called.values()) else None


def _in_speech_line(text: str) -> list[Place]:
    match = expression("speech_place").search(text[:OPENING])
    return places_in(match[1], True) if match else []


def _in_titles(text: str) -> list[Place]:
    """The place in the title that names one first, else in the line of who publishes (昌邑市统计局, 德清县).

    Names that stand alone in several lines are those of a table's rows, and publish nothing.
    """
    alone = {line for line in map(as_title, text.split("\n")) if names().head(line, 0, len(line)) == line}
    publishers = (line for line in title_lines(text).lines if patterns("doctypes")["publisher"].search(line) or alone == {line})
    named = (places_in(BRACKETS.sub("", line), False) for line in chain(titles(text), publishers))
    return next(filter(None, named), [])


def _short_in_titles(text: str, level: str | None) -> list[Place]:
    """The province or city that a title calls by its short name (2025年前三季度温州经济运行情况); short names of counties are words."""
    lines = (line for line in titles(text) if not expression("institution").search(line))
    named = ([found for found in places_in(line, True) if found.level != "county" and level in (None, found.level)] for line in lines)
    return next(filter(None, named), [])


def names_place(name: str) -> bool:
    """Whether the name of a file or sheet tells whose document it is.

    >>> names_place("2025年余姚市主要目标"), names_place("Sheet1"), names_place("330281-2025")
    (True, False, True)
    """
    return bool(places_of_name(name))


def places_of_name(name: str) -> list[Place]:
    """The places that the name of a file or sheet tells, by a code in it or in words."""
    places = gazetteer().by_code
    for match in CODE.finditer(name):
        if match[1] in places:
            return [places[match[1]]]
    return places_in(name, True)


def _named_most(text: str, level: str | None) -> list[Place]:
    """The places that the text itself names most often, those of its own level first.

    Short names of counties are words (港口), and some full ones begin with a verb (新建|区级文化馆).
    """
    verbs = load().words["actions"]["make"]
    counted = Counter(name for low, high in names_in_front().spans(text[:COUNTED]) if (name := text[low:high])[:-1] not in verbs)
    asked = (places_in(name, True) for name, count in counted.most_common() if count >= OFTEN)
    often = list(islice(filter(None, ([entry for entry in found if entry.level != "county" or entry.name in text] for found in asked)), FIRST))
    fitting = ([entry for entry in found if level is None or entry.level == level] for found in often)
    return next(filter(None, fitting), often[0] if often else [])


def _lies_in(found: Place, above: list[Place]) -> bool:
    return any(gazetteer().within(found, entry) for entry in above)


def _highest(candidates: list[Place]) -> list[Place]:
    """Of several places of one name the highest, those that still bear it first; several where that does not tell them apart."""
    rank = {entry.code: (entry.dissolved, ORDER.index(entry.level)) for entry in candidates}
    return [entry for code, entry in {entry.code: entry for entry in candidates}.items() if rank[code] == min(rank.values())]
