"""Whose document it is, of which year and kind, where the sources table does not say.

Each fact is looked for in title lines, the line of the speech, headings and the file name, in running text last; every
answer says where it was found.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from mubiao.lexicon.affix import Affixes
from mubiao.lexicon.expressions import expression, patterns
from mubiao.lexicon.loader import load
from mubiao.model import Facts
from mubiao.read import years
from mubiao.read.places import ORDER, Place, gazetteer
from mubiao.read.titles import KINDS, OPENING, head, is_titled, kind_of, plain
from mubiao.read.years import CODE

BRACKETS = re.compile(r"\([^()]*\)")  # who publishes or hands on
FIRM = ("title", "speech", "headings")  # what a document says of itself
SHORTEST = 2  # characters of a name that other words end in too
LEVELS = ("province", "prefecture", "county")


class Fact(NamedTuple):
    """A fact and where it was found: title, speech, headings, file name, text, or default."""

    value: Any
    where: str


def doc_type(text: str, name: str) -> Fact:
    """Kind of a document by its title, its speech line and its file name; a work report where nothing says otherwise.

    Sentences are not asked: every work report speaks of livelihood projects and of task lists.
    """
    lines = head(text)
    kinds = [kind for line in lines.lines if (kind := kind_of(line))]
    if kinds:
        return Fact(min(kinds, key=KINDS.index), "title")
    if expression("speech_year").search(text[:OPENING]) or patterns("doctypes")["salutation"].search(text[:OPENING]):
        return Fact("work_report", "speech")
    if kind := next((kind for line in lines.below if (kind := kind_of(line))), None):
        return Fact(kind, "title")
    if kind := kind_of(plain(Path(name).stem)):
        return Fact(kind, "file name")
    if any(patterns("doctypes")["indicators"].search(line) for line in (*lines.lines, plain(Path(name).stem))):
        return Fact("bulletin", "title")
    if any(expression("part_of_year").search(line) for line in lines.lines):
        return Fact("progress_report", "title")
    return Fact("work_report", "default")


def title(text: str, name: str) -> str:
    """A line of the opening that reads like a title, else the name of the file."""
    return next(_titles(text), Path(name).stem)


def _titles(text: str) -> Iterator[str]:
    """Title lines, the surest first: one that names the kind of document stands before the name of the site (绍兴市人民政府)."""
    lines = head(text)
    every = (*lines.lines, *lines.below)
    yield from (line for line in every if kind_of(line))
    yield from (line for line in every if not kind_of(line) and is_titled(line))


def year(text: str, name: str) -> Fact | None:
    """The year that the document plans, by the first source that tells one; that of a progress report or bulletin is its own."""
    finders: tuple[tuple[str, Callable[[], int | None]], ...] = (
        ("title", lambda: years.of_title(text)),
        ("speech", lambda: years.of_speech(text)),
        ("headings", lambda: years.of_headings(text)),
        ("file name", lambda: years.of_file(name)),
        ("text", lambda: years.of_text(text)),
    )
    return next((Fact(value, where) for where, find in finders if (value := find()) is not None), None)


def doubts(text: str, given: Facts, name: str, year: Fact | None, place: Fact | None) -> tuple[str, ...]:
    """What is odd about where kind, year and place were found: only in sentences, or not as the sources table or file name has them.

    Args:
        given: what the sources table or the caller says.
        year, place: what was read.
    """
    result = []
    kind, filed = doc_type(text, name), given.doc_type or kind_of(plain(Path(name).stem))
    if filed and kind.where in (FIRM if given.doc_type else FIRM[:1]) and kind.value != filed:
        result.append(f"kind_differs: {'given' if given.doc_type else 'filed'} as {filed}, but its {kind.where} says {kind.value}")
    in_name = years.of_file(name)
    if given.year is None and year and year.where == "text":
        result.append(f"year_from_text: only sentences tell the year {year.value}")
    if given.jurisdiction_code is None and place and place.where == "text":
        result.append(f"place_from_text: only the names in its sentences tell that it is of {place.value.name}")
    if year and year.where in FIRM and given.year not in (None, year.value):
        result.append(f"year_differs: given as {given.year}, but its {year.where} says {year.value}")
    if year and year.where in FIRM and given.year is None and in_name is not None and str(year.value) not in name:
        result.append(f"year_differs: the file name says {in_name}, its {year.where} says {year.value}")
    spoken = years.of_speech(text) if given.year is None and kind.value == "work_report" else None
    if year and year.where == "title" and spoken not in (None, year.value):
        result.append(f"year_differs: its title says {year.value}, its speech {spoken}")
    said = {entry.code for entry in _file(name)} if given.jurisdiction_code is None else {given.jurisdiction_code}
    if place and place.where in FIRM and said and place.value.code not in said:
        names = "、".join(gazetteer().by_code[code].name for code in sorted(said))
        result.append(f"place_differs: {'given' if given.jurisdiction_code else 'filed'} as {names}, but its {place.where} says {place.value.name}")
    elif said and (level := _speaks_as_another(text, min(said))):
        names = gazetteer().by_code[min(said)].name
        result.append(f"place_differs: {'given' if given.jurisdiction_code else 'filed'} as {names}, but it speaks of itself as a {level} does")
    return tuple(result)


def _speaks_as_another(text: str, code: str) -> str | None:
    """The level that a text speaks of itself as (我市), where a place of that name does not call itself so (浙江省)."""
    level, last = _level(text), gazetteer().by_code[code].name[-1]
    called = {each: "".join(load().words["places"][f"self_{each}"]) for each in LEVELS}
    return level if level and last not in called[level] and any(last in words for words in called.values()) else None


@lru_cache(maxsize=1)
def names() -> Affixes:
    """Any full name of a place."""
    return Affixes.of({name for name in gazetteer().by_name if len(name) > SHORTEST})


@lru_cache(maxsize=1)
def names_in_front() -> Affixes:
    """Any full or short name of a place: there are thousands, which an expression would try one after the other."""
    return Affixes.of({name for name in gazetteer().by_name if len(name) > 1} - load().words["places"]["generic"])


def place(text: str, name: str) -> Fact | None:
    """The jurisdiction that speaks: named in the speech line or title, else in the file name, else most often in the text.

    None where only a name is told that several places bear (朝阳区).
    """
    level = _level(text)
    finders: tuple[tuple[str, Callable[[], list[Place]]], ...] = (
        ("speech", lambda: _speech(text)),
        ("title", lambda: _title(text)),
        ("file name", lambda: _file(name)),
        ("text", lambda: _frequent(text, level)),
    )
    several: list[Place] = []  # places of one name, of which another source must tell the one that is meant
    for where, find in finders:
        candidates = find()
        fitting = [found for found in candidates if level is None or found.level == level or (found.level == "county" and level == "prefecture")]
        alike = _settled(fitting or candidates)
        if several:
            alike = [found for found in several if found in alike or _inside(found, candidates)] or several
        if len(alike) == 1:
            return Fact(alike[0], where)
        several = alike
    return None


def _level(text: str) -> str | None:
    """Province, prefecture or county, by what the report calls itself (我省, 我市, 区人大)."""
    votes = Counter({level: sum(text.count(word) for word in load().words["places"][f"self_{level}"]) for level in LEVELS})
    (best, count), (_, second) = votes.most_common(2)
    return best if count > 1 and count > 2 * second else None


def _speech(text: str) -> list[Place]:
    match = expression("speech_place").search(text[:OPENING])
    return places_in(match[1], True) if match else []


def _title(text: str) -> list[Place]:
    """The place in the title that names one first, else in the line of who publishes (昌邑市统计局, 德清县).

    Names that stand alone in several lines are those of a table's rows, and publish nothing.
    """
    alone = {line for line in map(plain, text.split("\n")) if names().head(line, 0, len(line)) == line}
    publishers = (line for line in head(text).lines if patterns("doctypes")["publisher"].search(line) or alone == {line})
    named = (places_in(BRACKETS.sub("", line), False) for line in chain(_titles(text), publishers))
    return next(filter(None, named), [])


def names_place(name: str) -> bool:
    """Whether the name of a file or sheet tells whose document it is.

    >>> names_place("2025年余姚市主要目标"), names_place("Sheet1"), names_place("330281-2025")
    (True, False, True)
    """
    return bool(_file(name))


def _file(name: str) -> list[Place]:
    places = gazetteer().by_code
    for match in CODE.finditer(name):
        if match[1] in places:
            return [places[match[1]]]
    return places_in(name, True)


def _frequent(text: str, level: str | None) -> list[Place]:
    counted = Counter(text[low:high] for low, high in names_in_front().spans(text[:60_000]))
    often = [found for name, count in counted.most_common(3) if count >= 3 and (found := places_in(name, True))]
    fitting = ([entry for entry in found if level is None or entry.level == level] for found in often)
    return next(filter(None, fitting), often[0] if often else [])


def places_in(text: str, short: bool) -> list[Place]:
    """The places that a short text names, the lowest one of a chain (宁波市鄞州区 -> 鄞州区)."""
    index = gazetteer()
    above: list[Place] = []
    found = list((names_in_front() if short else names()).spans(text))
    found += [match.span("name") for match in expression("short_county").finditer(text)] if not short else []
    for start, end in sorted(found):
        options = list(index.bearers(text[start:end]))
        if above:
            inside = [entry for entry in options if any(index.within(entry, place) for place in above)]
            if not inside and not (start and text[start - 1] in load().words["places"]["kind_of_place"]):
                continue
            options = inside or options
        above = options or above
    return above


def _inside(found: Place, above: list[Place]) -> bool:
    return any(gazetteer().within(found, entry) for entry in above)


def _settled(candidates: list[Place]) -> list[Place]:
    """Of several places of one name the highest, those that still bear it first; several where that does not tell them apart."""
    rank = {entry.code: (entry.dissolved, ORDER.index(entry.level)) for entry in candidates}
    return [entry for code, entry in {entry.code: entry for entry in candidates}.items() if rank[code] == min(rank.values())]
