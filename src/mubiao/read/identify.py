"""Whose document it is, of which year and kind, where the sources table does not say.

Each fact is looked for in the order title, opening of the text, file name; every answer is marked as inferred.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from mubiao.lexicon.affix import pattern
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.read.places import ORDER, Place, gazetteer

OPENING = 3000  # characters
LONGEST_TITLE = 60  # characters
TERMINAL = tuple("。,;:!?")  # a title does not end so
FILE_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
CODE = re.compile(r"(?<!\d)([1-9]\d{5})(?!\d)")
LEVELS = ("province", "prefecture", "county")


@lru_cache(maxsize=1)
def types() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Expressions for document types, most special first."""
    words = load().words["doctypes"]
    return tuple(
        (kind, re.compile(pattern(words[kind]))) for kind in ("task_breakdown", "livelihood_projects", "plan_report", "bulletin", "work_report")
    )


def doc_type(text: str, name: str) -> str:
    """Kind of a document by its opening and its file name; a work report where nothing says otherwise."""
    for source in (text[:OPENING], name):
        for kind, names_it in types():
            if names_it.search(source):
                return kind
    return "work_report"


def title(text: str, name: str) -> str:
    """A line of the opening that reads like a title, else the name of the file."""
    found = (line.strip() for line in text[:OPENING].split("\n"))
    words = load().words["doctypes"]["title_line"]
    return next(
        (line for line in found if len(line) <= LONGEST_TITLE and line[-1:] not in TERMINAL and any(word in line for word in words)), Path(name).stem
    )


def year(text: str, name: str) -> int | None:
    """The year that the document plans: that of a title or speech, the year after the one reviewed, or the file name's."""
    for rule, source, shift in (
        ("title_year", text[:OPENING], 0),
        ("speech_year", text[:OPENING], 0),
        ("review_year", text[:OPENING], 1),
        ("plan_year", text, 0),
    ):
        if match := expression(rule).search(source):
            found = [match]
            if rule == "title_year":  # the report on the plan of one year and the draft of the next names both
                found += expression(rule).finditer(source, match.end(), match.end() + len(source[match.end() :].partition("\n")[0]))
            return max(int(next(group for group in one.groups() if group)) for one in found) + shift
    if match := FILE_YEAR.search(CODE.sub("", name)):
        return int(match[1])
    return None


@lru_cache(maxsize=1)
def names() -> re.Pattern[str]:
    """Any full name of a place, longest first."""
    return re.compile(pattern({name for name in gazetteer().by_name if len(name) > 2}))


@lru_cache(maxsize=1)
def any_names() -> re.Pattern[str]:
    """Any full or short name of a place."""
    return re.compile(pattern({name for name in gazetteer().by_name if len(name) > 1} - load().words["places"]["generic"]))


def place(text: str, name: str) -> Place | None:
    """The jurisdiction that speaks: named in the speech line or title, else in the file name, else most often in the text.

    None where only a name is told that several places bear (朝阳区).
    """
    level = _level(text)
    finders: tuple[Callable[[], list[Place]], ...] = (
        lambda: _speech(text), lambda: _title(text), lambda: _file(name), lambda: _frequent(text, level),
    )  # fmt: skip
    several: list[Place] = []  # places of one name, of which another source must tell the one that is meant
    for find in finders:
        candidates = find()
        fitting = [found for found in candidates if level is None or found.level == level or (found.level == "county" and level == "prefecture")]
        alike = _settled(fitting or candidates)
        if several:
            alike = [found for found in several if found in alike or _inside(found, candidates)] or several
        if len(alike) == 1:
            return alike[0]
        several = alike
    return None


def _level(text: str) -> str | None:
    """Province, prefecture or county, by what the report calls itself (我省, 我市, 区人大)."""
    votes = Counter({level: sum(text.count(word) for word in load().words["places"][f"self_{level}"]) for level in LEVELS})
    (best, count), (_, second) = votes.most_common(2)
    return best if count > 1 and count > 2 * second else None


def _speech(text: str) -> list[Place]:
    match = expression("speech_place").search(text[:OPENING])
    return _places_in(match[1], True) if match else []


def _title(text: str) -> list[Place]:
    for line in text[:OPENING].split("\n")[:25]:
        if any(word in line for word in load().words["doctypes"]["title_line"]) and (found := _places_in(line[:80], False)):
            return found
    return []


def _file(name: str) -> list[Place]:
    places = gazetteer().by_code
    for match in CODE.finditer(name):
        if match[1] in places:
            return [places[match[1]]]
    return _places_in(name, True)


def _frequent(text: str, level: str | None) -> list[Place]:
    counted = Counter(match[0] for match in any_names().finditer(text[:60_000]))
    for name, count in counted.most_common(3):
        if count >= 3 and (found := _places_in(name, True)):
            return [entry for entry in found if level is None or entry.level == level] or found
    return []


def _places_in(text: str, short: bool) -> list[Place]:
    """The places that a short text names, the lowest one of a chain (宁波市鄞州区 -> 鄞州区)."""
    index = gazetteer()
    chain: list[Place] = []
    for match in (any_names() if short else names()).finditer(text):
        options = list(index.bearers(match[0]))
        if chain:
            inside = [entry for entry in options if any(index.within(entry, above) for above in chain)]
            if not inside and not (match.start() and text[match.start() - 1] in load().words["places"]["kind_of_place"]):
                continue
            options = inside or options
        chain = options
    return chain


def _inside(found: Place, above: list[Place]) -> bool:
    return any(gazetteer().within(found, entry) for entry in above)


def _settled(candidates: list[Place]) -> list[Place]:
    """Of several places of one name the highest, those that still bear it first; several where that does not tell them apart."""
    rank = {entry.code: (entry.dissolved, ORDER.index(entry.level)) for entry in candidates}
    return [entry for code, entry in {entry.code: entry for entry in candidates}.items() if rank[code] == min(rank.values())]
