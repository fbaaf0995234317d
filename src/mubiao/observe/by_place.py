"""Totals broken down by place: 河道疏浚50公里、清淤25万方 … 姜山镇30公里、15万方; 全市生产总值增长6%, 其中鄞州区增长7%."""

from __future__ import annotations

from collections.abc import Sequence

from mubiao.grammar.figure.reading import Reading
from mubiao.grammar.thing.pieces import Pieces
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.observe.place_named import only_places
from mubiao.rule import Rules, first, rule

LONGEST = 6  # characters of a town's name


def _is_place(phrase: str) -> bool:
    """Whether a phrase only names places: towns by their last word, others by the lists; 有条件的县 are some of them."""
    nouns = load().words["nouns"]
    named = phrase.endswith(tuple(nouns["area_end"] & nouns["town_end"])) and not phrase.endswith(tuple(nouns["kind_of_town"]))
    is_town = 2 <= len(phrase) <= LONGEST and named
    return is_town or only_places(phrase)


def _is_counted(text: str, reading: Reading) -> bool:
    """8个|乡镇新建学校, 文明村镇|达到|84个: whether places are what is counted, behind their number, or towns of which there are so many."""
    behind = not reading.pieces or reading.pieces[0][0] >= reading.span[0]
    towns = reading.indicator(text).endswith(tuple(load().words["nouns"]["town_end"]))
    return behind or (towns and reading.action in load().words["predicates"]["reach"])


def _without_place(text: str, pieces: Pieces) -> Pieces:
    """全市生产总值 -> 生产总值: the part has a place of its own."""
    low, high = pieces[0][:2]
    place = expression("whole_place").match(text, low, high)
    return ((place.end(), high), *pieces[1:]) if place and place.end() < high else pieces


def by_place(text: str, readings: list[Reading], whole: list[Reading]) -> None:
    """Give a figure whose phrase is only a place the thing of the whole that is counted in the same unit.

    Args:
        readings: of one passage; those that name only a place get the whole's pieces behind their own and become parts.
        whole: readings of the task so far; the new ones are added.
    """
    part = None  # the unit of the place in front: behind it a zone is one too (郧西县36所、|武当山旅游经济特区|1所)
    for reading in readings:
        if reading.number is None:
            continue
        phrase = reading.indicator(text)
        zone = part is not None and part == reading.number.unit and expression("zone_by_name").fullmatch(phrase)
        is_place = zone or _is_place(phrase)
        part = None
        if not reading.action_kind and is_place and not _is_counted(text, reading):
            if found := first(PLACES, text, reading, whole):
                reading.pieces = (*reading.pieces, *found[1])
                reading.role, part = "sub", reading.number.unit
                reading.more_rules.append(found[0].name)
        else:
            whole.append(reading)


@rule(
    "a place takes over what the whole counts in the same unit (姜山镇30公里)",
    takes=["河道疏浚50公里，姜山镇30公里。"],
    refuses=["河道疏浚50公里，姜山镇新建绿道30公里。", "河道疏浚50公里，姜山镇30个。"],
    name="by_place",
    needed="30公里 would be of a town, and of nothing that is done in it",
)
def of_the_whole(text: str, reading: Reading, whole: Sequence[Reading]) -> Pieces | None:
    """The pieces of the whole, without its place."""
    unit = reading.number.unit if reading.number else None
    found = next((other for other in whole if other.pieces and other.number and other.number.unit == unit), None)
    return _without_place(text, found.pieces) if found else None


PLACES = Rules("thing", of_the_whole)
