"""Heads that name places: 指标 | 海曙区 | 江北区, also with a year above or below (海曙区 over 2024年完成 | 2025年目标)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.model import Facts
from mubiao.outline.columns import YEAR, Column, column, measured
from mubiao.outline.grids import NOTE_BEHIND
from mubiao.read.places import Place, gazetteer

FEWEST = 2  # heads that name places
SHORTEST, LONGEST = 2, 15  # characters of the name of a place
STAGES = {"year", "result", "target", "estimate"}  # kinds of heads that may tell the same, where one of them tells the year alone


def columns_of_places(heads: Sequence[str], facts: Facts) -> list[Column]:
    """Columns by their heads, each with the place that its head names; those of parts that nobody knows are of no kind, and none of the whole place.

    >>> facts = Facts(jurisdiction_code="330200", year=2025)
    >>> [(one.place, one.kind) for one in columns_of_places(["指标", "2025年目标海曙区", "2025年目标江北区", "2025年目标某园区"], facts)]
    [('', 'name'), ('海曙区', 'target'), ('江北区', 'target'), ('', '')]
    """
    own = gazetteer().by_code.get(facts.jurisdiction_code or "")
    told = [_parted(head, own) for head in heads]
    names = {place for place, _ in told if place}
    placed = len(names) >= FEWEST or any(_is_another(name, own) for name in names)
    found = [replace(column(rest if placed else heads[at]), at=at, place=place if placed else "") for at, (place, rest) in enumerate(told)]
    if not any(one.kind == "name" for one in found):
        return found
    strange = {one.at for one in found if one.is_figure and not one.place and not one.part and _unknown(one)}
    if not placed:
        beside = [one for one in found if one.is_figure and not one.part]
        strange = {at for at in strange if _is_elsewhere(_unknown(found[at])) or any(_are_alike(found[at], other) for other in beside)}
    strange |= {one.at for one in found if one.is_figure and not one.place and _is_of_another_kind(one, own)}
    return [replace(one, kind="") if one.at in strange else one for one in found]


def _is_of_another_kind(one: Column, own: Place | None) -> bool:
    """Whether a bracket says that a column is of a place of another kind than the document's own (2025年目标（省） in a city's)."""
    told = expression("level_in_bracket").search(one.head)
    return told is not None and own is not None and not own.name.endswith(told["kind"])


def _is_another(name: str, own: Place | None) -> bool:
    """Whether a word is the full name of another place than the document's own, or the whole of one of another kind (全省 in a city's report)."""
    if whole := expression("whole_place").fullmatch(name):
        return own is not None and not own.name.endswith(whole["kind"] or whole["region"])
    return is_place(name) and (own is None or name != own.name)


def _is_elsewhere(words: str) -> bool:
    """Whether words name the nation, or a place that no list has (首南街道)."""
    areas = tuple(load().words["nouns"]["area_end"])
    return expression("of_the_nation").match(words) is not None or (len(words) > SHORTEST and words.endswith(areas))


def _are_alike(one: Column, other: Column) -> bool:
    """Whether two columns tell the same of the same year, but for words that nobody knows (2025年目标首南街道, 2025年目标中河街道; 2024年平均)."""
    told = [(YEAR.findall(found.head), found.unit, found.part_of_year) for found in (one, other)]
    kinds = {one.kind, other.kind}
    return told[0] == told[1] and (len(kinds) == 1 or ("year" in kinds and kinds <= STAGES)) and _unknown(one) != _unknown(other)


def _unknown(one: Column) -> str:
    """The words of a head that tell neither year nor stage, nor that it is the sum of what stands beside it."""
    words = measured(one)
    return "" if words in load().words["columns"]["sum"] else words


def _parted(head: str, own: Place | None) -> tuple[str, str]:
    """The place with which a head begins or ends, and the rest of it."""
    plain = NOTE_BEHIND.sub("", head)
    for length in range(min(LONGEST, len(plain)), SHORTEST - 1, -1):
        if name := _place(plain[:length], own):
            return name, head[length:]
        if name := _place(plain[-length:], own):
            return name, plain[:-length] + head[len(plain) :]
    return "", head


def is_place(name: str) -> bool:
    """Whether a word is the full name of a place."""
    return any(place.name == name for place in gazetteer().by_name.get(name, ()))


def _place(name: str, own: Place | None) -> str:
    """The full name of a place that a word names, all of it too (全市). Short names are of places within the document's own, others are words."""
    if own and (found := expression("own_place").fullmatch(name)) and own.name.endswith(found["kind"] or ""):
        return own.name
    index = gazetteer()
    within = (place.name for place in index.bearers(name) if own and index.within(place, own))
    return next(within, name if is_place(name) or expression("whole_place").fullmatch(name) else "")
