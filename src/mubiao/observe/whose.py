"""Whose figure it is: a report also tells of the nation, the province and other places."""

from __future__ import annotations

from functools import lru_cache

from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.lexicon.vocabulary import PHRASES, plain, vocabulary
from mubiao.observe.clauses import begin_of_clause
from mubiao.read.named_places import names_in_front
from mubiao.read.places import Place, gazetteer
from mubiao.rule import Rules, rule

LONGEST_NAME = 16  # characters of the name of a place
# Themes whose figures describe a place as a whole: only there does a name in front change whose figure it is.
WHOLE = ("economy", "industry", "investment", "consumption", "opening", "finance", "employment", "agriculture")


def acts_above(text: str, sentence: tuple[int, int], own: Place) -> bool:
    """Whether the sentence tells what a superior government does: 国家…投资4万亿元.

    A province has only the nation above it.
    """
    match = expression("superior_acts").match(text, *sentence)
    itself = own.level == "province" and text.startswith(tuple(load().words["places"]["province_word"]), sentence[0])
    return match is not None and not itself


@rule(
    "a figure of the nation or the world",
    takes=["全国地区生产总值增长5%。"],
    refuses=["全国文明城市达到3个。", "新增11个全国县域商业领跑县。", "地区生产总值增长5%。"],
    needed="5% of the nation would be a result of this place",
)
def figure_of_the_nation(place: Place | None, own: Place, thing: str) -> bool:
    return place is None


@rule(
    "a figure of a place that lies neither in this one nor around it (苏州地区生产总值)",
    takes=["苏州地区生产总值达到2.4万亿元。", "江苏苏州进出口增长8%。", "相邻的金华市地区生产总值增长6%。"],
    refuses=["鄞州区地区生产总值达到2400亿元。", "苏州商会新增会员300家。", "周边地区货物中转率达到50%。"],
    needs=["in_front_of_name"],
    needed="2.4万亿元 of another city would be a result of this one",
)
def figure_of_another_place(place: Place | None, own: Place, thing: str) -> bool:
    index = gazetteer()
    return place is not None and place != own and not index.within(place, own) and not index.within(own, place)


@rule(
    "nothing but the name of a place: what is measured there is not told beside it",
    takes=["鄞州区、海曙区分别增长7%、6%。"],
    refuses=["鄞州区、海曙区地区生产总值分别增长7%、6%。", "进出口增长8%，其中鄞州区增长9%。"],
    needed="7% would be a result with the name of a district for its indicator",
)
def place_alone(place: Place | None, own: Place, thing: str) -> bool:
    return not thing


OWNERS = Rules("refusal", figure_of_the_nation, figure_of_another_place, place_alone)


def owner(indicator: str, own: Place, percentage: bool = False) -> tuple[Place | None, str]:
    """The place that an indicator phrase is about, and the phrase without its name.

    Args:
        percentage: a phrase that is nothing but the name of a place cannot be a thing that is counted (温州、金华分别增长6.3%、6.2%).

    Returns:
        (own, phrase) as a rule, without its name where an indicator stands behind it (宁波市|生产总值); (another place, rest) where
        the name of one stands in front of a figure of a whole place (合肥市生产总值, 全省生产总值 in a city's report); (None, rest)
        for the nation.
    """
    if match := expression("of_the_nation").match(indicator):
        rest = indicator[match.end() :]
        own_word = plain(indicator) in vocabulary().forms  # 全国县域商业领跑县: what the nation calls its own
        if (percentage and not rest) or (_is_of_whole_place(rest) and not own_word):
            return None, rest
    index = gazetteer()
    indicator = from_name(indicator)
    found = _names_in_front(indicator)
    if mine := next((name for name in found if name in own.names), ""):  # 宁波|地区生产总值, not 宁波地区, which was one
        rest = _behind_name(indicator, mine)
        known = plain(rest) in vocabulary().forms and (mine == own.name or _is_of_whole_place(rest))  # 防城港货物吞吐量 is the port's
        return own, rest if known else indicator
    for name in found:
        rest = _behind_name(indicator, name)
        if (percentage and not rest) or (_is_of_whole_place(rest) and _is_name_here(name, own)) or _is_of_unrelated(name, rest, own):
            options = [place for place in index.bearers(name) if not place.dissolved] or list(index.bearers(name))
            near = [place for place in options if place == own or index.within(place, own) or index.within(own, place)]
            if not near and (city := next((place for place in options if place.level != "county" or len(options) == 1), None)):
                return city, rest  # 长沙, the city or the county: neither is here; 城区, which many cities have, is no name
            return (near[0], rest) if len(near) == 1 and near[0] != own else (own, indicator)
    return (own, indicator) if found else _above(indicator, own, percentage)


def _behind_name(phrase: str, name: str) -> str:
    """What is measured, behind the name of a place."""
    return phrase[expression("own_suffix").match(phrase, len(name)).end() :]  # type: ignore[union-attr]


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


def part(text: str, start: int, at: int, own: Place) -> str | None:
    """The part of the place that a sentence is about: 港口区全力服务重大项目，财政收入增长28%以上; None where it comes back to the whole.

    What each part is to have (每个县至少办好1所) is of a part as well.

    Args:
        text: folded text.
        start, at: where the sentence begins, and where the figure stands.
        own: place of the document.
    """
    if each := expression("for_each").search(text, start, at):
        return each["part"]
    found = expression("part_subject").match(text, start, at + 1)
    if expression("whole_again").search(text, found.end() if found else start, at):
        return None
    clause = begin_of_clause(text, at)
    if clause > start and expression("of_whole_itself").match(text, clause, at):
        return None
    for begin in (clause, _behind_opening(text, start, at)):
        if name := _part_named(text, begin, at, own):
            return name
    return (found["part"] or found["area"]) if found else _part_of_list(text, start, at, own) or _part_headed(text, start)


def _behind_opening(text: str, start: int, at: int) -> int:
    """Where a sentence begins behind 其中."""
    opens = expression("which_opens").match(text, start, at)
    return opens.end() if opens else start


def _part_of_list(text: str, start: int, at: int, own: Place) -> str | None:
    """船山区完成通村公路15公里;|完成农村公路18公里: the part that the sentence opens with whose semicolons part what was done there."""
    if not text.startswith(";", start - 1):
        return None
    begin = _behind_opening(text, max(text.rfind("\n", 0, start), text.rfind("。", 0, start)) + 1, start)
    return None if expression("whole_again").search(text, begin, at) else _part_named(text, begin, at, own)


@lru_cache(maxsize=1)  # the figures of a sentence ask one after the other
def _part_headed(text: str, start: int) -> str | None:
    """雄安新区建设取得新进展。…全年固定资产投资增长16%: the part that the last short sentence of its paragraph names, which heads those behind it."""
    begin, line = start, text.rfind("\n", 0, start) + 1
    while begin > line:
        stop = begin - 1
        begin = max(line, text.rfind("。", line, stop) + 1, text.rfind(";", line, stop) + 1)
        if expression("runs_in").fullmatch(text, begin, stop):
            headed = expression("part_heads").fullmatch(text, begin, stop)
            return headed["area"] if headed else None
    return None


def _part_named(text: str, start: int, at: int, own: Place) -> str | None:
    """The full name of a part of the place that a sentence or clause opens with."""
    index = gazetteer()
    for name in _names_in_front(text[start : start + LONGEST_NAME]):
        bearers = [place for place in index.bearers(name) if place != own and index.within(place, own)]
        if bearers and name == bearers[0].name and start + len(name) < at:
            return name
    return None


def _is_name_here(name: str, own: Place) -> bool:
    """Whether a name is that of a place: short names of counties are words (港口) where none of them lies here."""
    index = gazetteer()
    return any(place.level != "county" or name == place.name or index.within(place, own) for place in index.bearers(name))


def _is_of_unrelated(name: str, rest: str, own: Place) -> bool:
    """苏州城镇化率: a known indicator of places that have nothing to do with the document's own; short names of counties are words (港口)."""
    bearers = gazetteer().bearers(name)
    called = all(place.level != "county" or name == place.name for place in bearers)
    return called and plain(rest) in vocabulary().forms and all(figure_of_another_place.apply(place, own, rest) for place in bearers)


@lru_cache(maxsize=PHRASES)
def _names_in_front(phrase: str) -> tuple[str, ...]:
    """Names of places that a phrase opens with, longest first: 苏州地区, which was one, and 苏州."""
    longest = names_in_front().head(phrase, 0, len(phrase))
    known = gazetteer().by_name
    return tuple(phrase[:length] for length in range(len(longest), 1, -1) if phrase[:length] in known) if longest else ()


def _above(indicator: str, own: Place, percentage: bool) -> tuple[Place | None, str]:
    """全省 in the report of a city is the province, 全市 in that of a district the city: of a percentage by any known indicator (全省单位GDP能耗)."""
    place, end = place_above(indicator, own)
    rest = indicator[end:]
    of_it = (percentage and (not rest or plain(rest) in vocabulary().forms)) or _is_of_whole_place(rest)
    return (place, rest) if place and of_it else (own, indicator)


def place_above(phrase: str, own: Place) -> tuple[Place | None, int]:
    """The place above that a phrase opens with (全省, 全市), and where the phrase goes on."""
    match = expression("whole_place").match(phrase)
    place = own
    kind = match and (match["kind"] or match["region"])
    while match and kind and place.parent and not own.name.endswith(kind):
        place = gazetteer().by_code[place.parent]
        if place.name.endswith(kind):
            return place, match.end()
    return None, 0


def _is_of_whole_place(rest: str) -> bool:
    found = vocabulary().forms.get(plain(rest))
    return found is not None and vocabulary().by_id[found].theme in WHOLE
