"""Whose figure it is: a report also tells of the nation, the province and other places."""

from __future__ import annotations

from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.lexicon.vocabulary import plain, vocabulary
from mubiao.observe.place_named import Whole, behind_name, from_name, is_name_here, names, only_places, whole
from mubiao.read.places import NATION, Place, gazetteer
from mubiao.rule import Rules, rule

# Themes whose figures describe a place as a whole: only there does a name in front change whose figure it is.
WHOLE = ("economy", "industry", "investment", "consumption", "opening", "finance", "employment", "agriculture")


def acts_above(text: str, start: int, at: int, own: Place) -> bool:
    """Whether a sentence tells of a figure that a superior government does it: 国家…投资4万亿元, up to where it names the own place.

    A province has only the nation above it.

    Args:
        start, at: where the sentence begins, and where the figure stands.
    """
    match = expression("superior_acts").match(text, start, at)
    itself = own.level == "province" and text.startswith(tuple(load().words["places"]["province_word"]), start)
    if match is None or itself:
        return False
    wholes = (whole(text, own, found.start()) for found in expression("whole_place").finditer(text, match.end(), at))
    return not any(found and found.place == own for found in wholes)


@rule(
    "a figure of the nation, the world or several provinces together",
    takes=["全国地区生产总值增长5%。", "长三角地区生产总值达到30万亿元。", "全国新增高新技术企业5万家。", "全国共有单项冠军1557家，我市104家。"],
    refuses=["全国文明城市达到3个。", "长三角示范基地达到3个。", "新增11个全国县域商业领跑县。", "地区生产总值增长5%。"],
    needed="5% of the nation would be a result of this place",
)
def figure_of_the_nation(place: Place, own: Place, thing: str, known: bool) -> bool:
    return place.level == "nation"


@rule(
    "a figure of a place that lies neither in this one nor around it (苏州地区生产总值)",
    takes=[
        "苏州地区生产总值达到2.4万亿元。",
        "江苏苏州进出口增长8%。",
        "相邻的金华市地区生产总值增长6%。",
        "深圳战略性新兴产业增加值占比超过40%，而我市仅为18%。",
    ],
    refuses=["鄞州区地区生产总值达到2400亿元。", "苏州商会新增会员300家。", "周边地区货物中转率达到50%。"],
    needs=["in_front_of_name"],
    needed="2.4万亿元 of another city would be a result of this one",
)
def figure_of_another_place(place: Place, own: Place, thing: str, known: bool) -> bool:
    return place != own and not _is_near(place, own)


@rule(
    "what a larger place has of a thing that no list of indicators holds (全省首批认定公园28个，我市5个)",
    takes=["全省新增就业100万人，我市新增10万人。", "全省首批认定公园28个，我市5个。"],
    refuses=["全省高新技术企业总数突破4万家。", "全省首批认定公园28个。", "全市新增就业10万人，我市就业稳定。"],
    needed="100万人 of the province would be booked to the city",
)
def figure_of_larger_place(place: Place, own: Place, thing: str, known: bool) -> bool:
    return bool(thing) and not known and gazetteer().within(own, place)


@rule(
    "nothing but the name of a place: what is measured there is not told beside it",
    takes=["鄞州区、海曙区分别增长7%、6%。", "鄞州区、北仑区增长7%。", "有条件的县增长8%。"],
    refuses=["鄞州区、海曙区地区生产总值分别增长7%、6%。", "进出口增长8%，其中鄞州区增长9%。"],
    needed="7% would be a result with the name of a district for its indicator",
)
def place_alone(place: Place, own: Place, thing: str, known: bool) -> bool:
    return not thing or (not known and only_places(thing))


OWNERS = Rules("refusal", figure_of_the_nation, figure_of_another_place, figure_of_larger_place, place_alone)


def owner(indicator: str, own: Place, percentage: bool = False, has: bool = False) -> tuple[Place, str]:
    """The place that an indicator phrase is about, and the phrase without its name.

    Args:
        percentage: a phrase that is nothing but the name of a place cannot be a thing that is counted (温州、金华分别增长6.3%、6.2%).
        has: the words around it tell that the place which it opens with has it, whatever it is (see ``place_of_clause``).

    Returns:
        (own, phrase) as a rule, without its name where an indicator stands behind it (宁波市|生产总值); (another place, rest) where
        the name of one stands in front of a figure of a whole place (合肥市生产总值, 全省生产总值 in a city's report, 全国生产总值).
    """
    region = expression("of_a_region").match(indicator)
    if all_of := Whole(gazetteer().by_code[NATION], region.end(), False) if region else whole(indicator, own):
        rest = indicator[all_of.end :]
        known = percentage and (not rest or plain(rest) in vocabulary().forms)  # 全省单位GDP能耗
        called_so = plain(indicator) in vocabulary().forms  # 全国县域商业领跑县: what the nation calls its own
        of_it = has or ((known or _is_of_whole_place(rest)) and not called_so)
        return (all_of.place, rest) if of_it and all_of.place != own else (own, indicator)
    indicator = from_name(indicator)
    found = names(indicator)
    if mine := next((name for name in found if name in own.names), ""):  # 宁波|地区生产总值, not 宁波地区, which was one
        rest = behind_name(indicator, mine)
        known = not rest or (plain(rest) in vocabulary().forms and (mine == own.name or _is_of_whole_place(rest)))  # 防城港货物吞吐量 is the port's
        return own, rest if known else indicator
    for name in found:
        rest = behind_name(indicator, name)
        told = has or _is_of_whole_place(rest)
        if (not rest and (percentage or _is_full(name))) or (told and is_name_here(name, own)) or _is_of_unrelated(name, rest, own):
            return _bearer(name, rest, own) or (own, indicator)
    return own, indicator


def _bearer(name: str, rest: str, own: Place) -> tuple[Place, str] | None:
    """The place that a name means in a document, with the rest of the phrase; None where it may be several, or the document's own."""
    index = gazetteer()
    options = [place for place in index.bearers(name) if not place.dissolved] or list(index.bearers(name))
    near = [place for place in options if place == own or _is_near(place, own)]
    if not near and (city := next((place for place in options if place.level != "county" or len(options) == 1), None)):
        return city, rest  # 长沙, the city or the county: neither is here; 城区, which many cities have, is no name
    return (near[0], rest) if len(near) == 1 and near[0] != own else None


def _is_near(place: Place, own: Place) -> bool:
    """Whether a place lies in another or around it."""
    index = gazetteer()
    return index.within(place, own) or index.within(own, place)


def _is_full(name: str) -> bool:
    return any(place.name == name for place in gazetteer().bearers(name))


def _is_of_unrelated(name: str, rest: str, own: Place) -> bool:
    """苏州城镇化率: a known indicator of places that have nothing to do with the document's own; short names of counties are words (港口)."""
    bearers = gazetteer().bearers(name)
    called = all(place.level != "county" or name == place.name for place in bearers)
    return called and plain(rest) in vocabulary().forms and all(place != own and not _is_near(place, own) for place in bearers)


def _is_of_whole_place(rest: str) -> bool:
    found = vocabulary().forms.get(plain(rest))
    return found is not None and vocabulary().by_id[found].theme in WHOLE
