"""The part of its place that a sentence is about: a county or zone that it names, each of several."""

from __future__ import annotations

from functools import lru_cache

from mubiao.grammar.words.edges import edges
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.lexicon.vocabulary import vocabulary
from mubiao.observe import keys, own_budget
from mubiao.observe.clauses import begin_of_clause, begin_of_line, begin_of_sentence
from mubiao.observe.place_named import names
from mubiao.read.named_places import SHORTEST
from mubiao.read.places import Place, gazetteer

LONGEST_NAME = 40  # characters of the names of places in a row


def part_told_of(text: str, start: int, at: int, own: Place) -> str | None:
    """The part of the place that a sentence is about: 港口区全力服务重大项目，财政收入增长28%以上; None where it comes back to the whole.

    What each part is to have (每个县至少办好1所) is of a part as well.

    Args:
        text: folded text.
        start, at: where the sentence begins, and where the figure stands.
        own: place of the document.
    """
    if each := for_each(text, start, at):
        return each
    found = expression("part_subject").match(text, _behind_opening(text, start, at), at + 1)
    if expression("whole_again").search(text, found.end() if found else start, at):
        return None
    clause = begin_of_clause(text, at)
    if clause > start and (zones := expression("zones_listed").match(text, clause, at)):
        return _with_those_beside(text, zones.span(), at)
    own_clause = expression("part_subject").match(text, clause, at + 1) if clause > start else None
    if found is None or (own_clause and own_clause["area"] and len(own_clause["area"]) > SHORTEST):
        found = own_clause or found  # 入选国家试点,园区规上工业企业突破100家、…; 成都都市圈…,攀西经济区工业增加值增长8%
    if clause > start and expression("of_whole_itself").match(text, clause, at):
        return None
    for begin in (clause, _behind_opening(text, start, at)):
        if (name := part_named(text[begin : begin + LONGEST_NAME], own)) and begin + len(name) < at:
            return _its_own(text, begin, begin + len(name), at)
    if (cities := part_named(text[begin : begin + LONGEST_NAME], own, several=True)) and begin + len(cities) < clause:
        return _its_own(text, begin, begin + len(cities), at)
    if found is None:
        return _part_of_list(text, start, at, own) or _part_headed(text, start)
    return found["part"] or _with_those_beside(text, found.span("area"), at)


def _with_those_beside(text: str, first: tuple[int, int], at: int) -> str:
    """浦东新区、临港新片区…,新引进项目560个: the zones that a sentence names together."""
    stop = first[1]
    while beside := expression("zone_beside").match(text, stop):
        stop = beside.end()
    return _its_own(text, first[0], stop, at)


def _its_own(text: str, low: int, stop: int, at: int) -> str:
    """浦东新区、临港新片区…,地区生产总值分别增长6.2%、|9.8%: of the names of a list that whose number it is; all, where they share it."""
    joins, each = expression("joins_parts"), expression("each_of_them").search(text, stop)
    if each is None or not each.start() < at < each.end():
        return text[low:stop]
    names = joins.sub("、", text[low:stop]).split("、")
    told, order = (len(joins.findall(text, each.start(), end)) for end in (each.end(), at))
    return names[order] if told + 1 == len(names) else text[low:stop]


def for_each(text: str, start: int, at: int) -> str:
    """每个乡镇|至少培育2个特色产业、1个龙头企业: of what each is to have so many, "" where that is not told."""
    each = expression("for_each").search(text, start, at)
    return each["part"] if each else ""


def _behind_opening(text: str, start: int, at: int) -> int:
    """Where a sentence begins behind 其中."""
    opens = expression("which_opens").match(text, start, at)
    return opens.end() if opens else start


def _part_of_list(text: str, start: int, at: int, own: Place) -> str | None:
    """船山区完成通村公路15公里;|完成农村公路18公里: the part that the sentence opens with whose semicolons part what was done there; a zone where
    what follows names nobody who did it."""
    if not text.startswith(";", start - 1):
        return None
    begin = _behind_opening(text, begin_of_sentence(text, start), start)
    name = part_named(text[begin : begin + LONGEST_NAME], own)
    if name is None and text.startswith(tuple(edges().commits), start) and (zone := expression("part_subject").match(text, begin, start)):
        name = zone["part"] or _with_those_beside(text, zone.span("area"), at)  # 高新区实现产值150亿元;|实现|财政收入3亿元
    return None if expression("whole_again").search(text, begin, at) else name


@lru_cache(maxsize=1)  # the figures of a sentence ask one after the other
def _part_headed(text: str, start: int) -> str | None:
    """雄安新区建设取得新进展。…全年固定资产投资增长16%: the part that the last short sentence of its paragraph names, which heads those behind it."""
    begin, line = start, begin_of_line(text, start)
    while begin > line:
        stop = begin - 1
        begin = max(line, text.rfind("。", line, stop) + 1, text.rfind(";", line, stop) + 1)
        if expression("runs_in").fullmatch(text, begin, stop):
            headed = expression("part_heads").fullmatch(text, begin, stop)
            return headed["area"] if headed else None
    return None


def called_as_whole(phrase: str, known: str | None, whole: str) -> str | None:
    """农林牧渔业总产值82亿元,其中|农业总产值|41亿元: the name of a part that is the same indicator as its whole, and not all of it; None where it
    is called as the whole is, or is a budget (一般公共预算收入…,其中|地方一般公共预算收入), which it is itself.

    Args:
        phrase, whole: what the part and its whole measure.
        known: id of the canonical indicator of both.
    """
    name = keys.key(phrase)
    return name if known and vocabulary().by_id[known].theme != own_budget.THEME and name != keys.key(whole) else None


def part_named(words: str, own: Place, short: bool = False, several: bool = False) -> str | None:
    """The full name of a part of the place that words open with, or the names of several as they are written (鄞州区、海曙区); None where
    something else goes on with them (鄞州区、东钱湖|中转站6座), so that no figure of all is booked to the first.

    Args:
        short: it may be a short name that says what it is (湘西州).
        several: only names of several, which may be short ones (杭州、宁波|唱好“双城记”): of these one alone may be a word, and 等 behind them
            says that they are examples.
    """
    stop = count = 0
    while name := _part_at(words[stop:], own, short, several):
        stop, count = stop + len(name), count + 1
        joined = expression("joins_parts").match(words, stop)
        if joined is None or (not joined["list"] and _part_at(words[joined.end() :], own, short, several) is None):
            examples = words.startswith(tuple(load().words["nouns"]["joint"]), stop)
            return None if several and (count == 1 or examples) else words[:stop]
        stop = joined.end()
    return None


def _part_at(words: str, own: Place, short: bool, any_name: bool) -> str | None:
    index = gazetteer()
    for name in names(words):
        bearers = [place for place in index.bearers(name) if place != own and index.within(place, own)]
        told = bearers and (name == bearers[0].name or (short and len(name) > SHORTEST and bearers[0].name.endswith(name[-1])))
        if told or (bearers and any_name):
            return name
    return None
