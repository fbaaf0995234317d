"""Coordination: which things share a number, and what the list left out.

粮食播种面积和产量分别稳定在172万亩和14.3亿斤 -> 粮食播种面积, 粮食产量.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from mubiao.grammar.clause.clauses import is_mark, split_at
from mubiao.grammar.numbers.quotes import inside
from mubiao.grammar.numbers.values import in_words
from mubiao.grammar.thing.head import earns_nothing
from mubiao.grammar.thing.pieces import Pieces
from mubiao.grammar.thing.relational import relational
from mubiao.grammar.words.classes import classes
from mubiao.grammar.words.edges import edges
from mubiao.grammar.words.things import fused, heads, relating
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.lexicon.vocabulary import plain, vocabulary

CLOSING = "”"
WHOLE = 4  # characters of a word of measure, or of an indicator, that says all by itself
ALIKE = 2  # characters that two members must share to be built alike
COMMA = re.compile(r"、|(?<=[”’])(?=[“‘])")


def members(text: str, start: int, end: int, wanted: int | None, opaque: Sequence[tuple[int, int]], apart: bool = True) -> list[Pieces]:
    """The members of a coordination, each with the head or modifier that the list left out put back.

    Args:
        wanted: how many there must be (so many numbers follow 分别), None where any number will do (均, 各).
        apart: whether 城乡 and the like are two things here (增速分别) or one (与经济增长同步).

    Returns:
        One tuple of pieces for each member; a single one where the phrase is not that coordination.
    """
    if listed := _unfuse(text, start, end, wanted, listed=True) if apart else []:
        return listed
    parts = _split(text, start, end, wanted, opaque)
    low, high = parts[-1]
    if len(parts) > 1 and (closing := edges().joint.tail(text, low, high)) and len(closing) < high - low:
        parts[-1] = (low, high - len(closing))  # 节能减排、环境保护|等
    if together := _counted_together(text, parts):
        return together
    if len(parts) == 1:
        return (_unfuse(text, start, end, wanted) if apart else []) or [((start, end),)]
    return _complete(text, parts, not apart, wanted is not None)


def _counted_together(text: str, parts: list[tuple[int, int]]) -> list[Pieces]:
    """木制玩具、轴承、休闲旅游|三大|产业产值: how many the members are is said behind them, and their end once."""
    low, high = parts[-1]
    count = expression("counted_together").search(text, low, high)
    if count is None or in_words(count["many"]) != len(parts):
        return []
    end = (count.end(), high)
    return [*((part, end) for part in parts[:-1]), ((low, count.start()), end)]


def _split(text: str, start: int, end: int, wanted: int | None, opaque: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    parts = [part for part in split_at(text, start, end, COMMA, opaque) if part[1] > part[0]]
    if wanted is not None and len(parts) == wanted:
        return parts
    if wanted is None:
        parts = [piece for part in parts for piece in _measured_parts(text, part, opaque)]
    low, high = parts[-1]
    for match in reversed(list(expression("and").finditer(text, low, high))):
        if inside(match.start(), opaque) or match.start() == low or match.end() == high or not is_mark(text, match, high):
            continue
        candidate = [*parts[:-1], (low, match.start()), (match.end(), high)]
        if wanted is None or len(candidate) == wanted:
            return candidate
    return parts if wanted is None else [(start, end)]


def _measured_parts(text: str, part: tuple[int, int], opaque: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """粮食产量和粮食播种面积: 和 parts two things where the first is a measure by itself."""
    metric = heads().metric
    for match in expression("and").finditer(text, *part):
        if metric.tail(text, part[0], match.start()) and not inside(match.start(), opaque) and is_mark(text, match, part[1]):
            return [(part[0], match.start()), *_measured_parts(text, (match.end(), part[1]), opaque)]
    return [part]


def _unfuse(text: str, start: int, end: int, wanted: int | None, listed: bool = False) -> list[Pieces]:
    """城乡居民收入 -> 城镇居民收入, 农村居民收入.

    Args:
        listed: look for words that are lists themselves (第一、二、三产业).
    """
    for word, shares in fused().items():
        at = text.find(word, start, end)
        if at >= 0 and wanted in (len(shares), None) and listed == (COMMA.search(word) is not None):
            return [
                tuple(piece for piece in ((start, at), (at, at + len(word), part), (at + len(word), end)) if piece[0] < piece[1]) for part in shares
            ]
    return []


def _complete(text: str, parts: list[tuple[int, int]], without_number: bool, counted: bool) -> list[Pieces]:
    """Give each member the shared end (农村五保对象和城镇“三无”对象集中供养率) or beginning (粮食播种面积和产量).

    Args:
        without_number: the members are targets without a number: one that is an indicator by itself is complete
            (节能减排和碳排放强度).
        counted: so many numbers follow as there are members.
    """
    if shares := _shares(text, parts) or _per_head(text, parts):
        return shares
    metric = heads().metric
    if counted and (front := _shared_front(text, parts)):
        low, high = front
        inner = _complete(text, [(high, parts[0][1]), *parts[1:]], without_number, counted)
        return [(front, *member) for member in inner] if any(len(member) > 1 for member in inner) else [((low, high), *inner[0]), *inner[1:]]
    shared = _shared_end(text, parts, counted)
    shared = shared if without_number else _known_by_all(text, parts, shared)
    first_low, first_high = parts[0]
    first_tail = metric.tail(text, first_low, first_high)
    of_branch = first_tail is not None and _branches(text, [(first_low, first_high - len(first_tail))])  # 装备制造业增加值和|投资
    result: list[Pieces] = []
    for index, (begin, stop) in enumerate(parts):
        own = metric.tail(text, begin, stop) or _sure_end(text, begin, stop, shared)
        flows = any(word in text[begin:stop] for word in load().words["nouns"]["flow"])
        whole = index == len(parts) - 1 and stop - begin >= WHOLE
        if (without_number or whole or flows) and plain(text[begin:stop]) in vocabulary().forms:
            result.append(((begin, stop),))
        elif own is None and shared and index < len(parts) - 1:
            result.append(((begin, stop), _known_end(text, (begin, stop), shared) or shared))
        elif shared and index == len(parts) - 1 and (closing := edges().joint.tail(text, begin, shared[0])):
            result.append(((begin, shared[0] - len(closing)), shared))  # 制造业、普惠小微、涉农|等|贷款
        elif (
            index
            and own
            and (of_branch or text[begin:stop] not in load().words["nouns"]["independent"])
            and len(own) == stop - begin
            and first_tail
            and len(first_tail) < first_high - first_low
            and not earns_nothing(text, parts[0], (begin, stop))
        ):
            result.append(((first_low, first_high - len(first_tail)), (begin, stop)))
        elif index and (whose := _whose(text, parts[0], (begin, stop))):
            result.append((whose, (begin, stop)))
        else:
            result.append(((begin, stop),))
    return result


def _behind_people(text: str, parts: list[tuple[int, int]]) -> int:
    """城镇职工、城镇居民、农牧民|医疗保险: where the people end that the last member begins with, 0 where not all members are people."""
    people, (low, high) = classes().people, parts[-1]
    if not all(people.tail(text, *part) for part in parts[:-1]):
        return 0
    return next((at + len(word) for at in range(low, high) if (word := people.head(text, at, high - 1))), 0)


def _branches(text: str, parts: list[tuple[int, int]]) -> bool:
    """Whether every member is a branch of the economy."""
    return all(text.endswith(tuple(load().words["nouns"]["sector_end"]), *part) for part in parts)


def _known_by_all(text: str, parts: list[tuple[int, int]], shared: tuple[int, int] | None) -> tuple[int, int] | None:
    """金融机构本外币存、贷|款余额: the end of the last member with which every other is a known indicator, where that found by form
    makes none of them."""
    low, high = parts[-1]
    forms, begins = vocabulary().forms, [plain(text[slice(*part)]) for part in parts[:-1]]
    end = plain(text[slice(*shared)]) if shared else ""
    if end and any(begin + end in forms for begin in begins):
        return shared
    ends = ((cut, plain(text[cut:high])) for cut in range(low + 1, high - ALIKE + 1))
    return next(((cut, high) for cut, end in ends if all(begin + end in forms for begin in begins)), shared)


def _shared_front(text: str, parts: list[tuple[int, int]]) -> tuple[int, int] | None:
    """老旧|燃气、供水管网: what is said once of all members, where only the last has a noun."""
    low, high = parts[0]
    word = heads().shared_front.head(text, low, high)
    if word is None or len(word) == high - low or any(heads().shared_front.head(text, *part) for part in parts[1:]):
        return None
    return low, low + len(word)


def _whose(text: str, first: tuple[int, int], own: tuple[int, int]) -> tuple[int, int] | None:
    """诉求解决率、|满意率: whose a short measure is, where the first member has one of the same form; None where it says all by itself."""
    end = relating().end.tail(text, *own)
    said = text[slice(*own)]
    whole = plain(said) in vocabulary().forms and said not in load().words["nouns"]["dependent"]
    short = own[1] - own[0] - len(end or "") == ALIKE and not whole
    if not end or not short or not text.endswith(tuple(load().words["nouns"]["measure_end"]), *first):
        return None
    tail = heads().metric.tail(text, *first)
    stop = first[1] - max(len(tail or ""), len(end) + ALIKE)
    stop -= len(relating().prefix.tail(text, first[0], stop) or "")  # 学前教育|毛|入园率
    alike = text.endswith(end, *first) or relational(said)
    return (first[0], stop) if alike and stop - first[0] >= ALIKE else None


def _known_end(text: str, member: tuple[int, int], shared: tuple[int, int]) -> tuple[int, int] | None:
    """The part of the shared end with which a member is a known indicator, where the whole was cut inside a word: 装备制造、战略性新兴产|业增加值."""
    known, begins = vocabulary().forms, plain(text[slice(*member)])
    return next(((cut, shared[1]) for cut in range(*shared) if begins + plain(text[cut : shared[1]]) in known), None)


def _sure_end(text: str, low: int, high: int, shared: tuple[int, int] | None) -> str | None:
    """The end that makes a member complete; 化学需氧量、二氧化硫|排放量: not where an indicator is called by both."""
    both = text[low:high] + text[slice(*shared)] if shared else ""
    return None if plain(both) in vocabulary().forms else heads().sure_end.tail(text, low, high)


def _shares(text: str, parts: list[tuple[int, int]]) -> list[Pieces]:
    """清洁能源装机容量和发电量占比: shares of several measures of one thing."""
    low, high = parts[-1]
    ending = next((word for word in load().words["nouns"]["share"] if text.endswith(word, low, high)), "")
    metric, split = heads().metric, high - len(ending)
    tails = [metric.tail(text, begin, stop) for begin, stop in parts[:-1]]
    if not ending or metric.tail(text, low, split) != text[low:split] or not all(tails):
        return []
    begin, stop = parts[0]
    whose = (begin, stop - len(tails[0] or ""))
    if whose[0] >= whose[1]:
        return []
    members = [((one[0], one[1]), (split, high)) if index == 0 else (whose, (one[0], one[1]), (split, high)) for index, one in enumerate(parts[:-1])]
    return [*members, (whose, (low, high))]


def _per_head(text: str, parts: list[tuple[int, int]]) -> list[Pieces]:
    """每千人托位、养老床位数: per whom is said once."""
    head = expression("per_head").match(text, *parts[0])
    if head is None or any(expression("per_head").match(text, *part) for part in parts[1:]):
        return []
    return [(parts[0],), *((head.span(), part) for part in parts[1:])]


def _shared_end(text: str, parts: list[tuple[int, int]], counted: bool) -> tuple[int, int] | None:
    """The end of the last member that the others lack: behind the name in quotation marks (“保交楼”、“保交房”|交付率), behind the
    word that the first ends with (姜山片区、首南片区|整治项目), behind as many characters as they have (职工、居民|住院报销比例),
    where they are short and of one length, else its noun of measure."""
    low, high = parts[-1]
    metric = heads().metric.tail(text, low, high)
    begin, stop = parts[0]
    named = text.rfind(CLOSING, low, high) + 1
    if text[stop - 1] == CLOSING and low < named < high:
        return named, high
    alike = text.rfind(text[max(begin, stop - ALIKE) : stop], low + 1, high) if stop - begin > ALIKE else -1
    if alike > 0 and high - alike - ALIKE >= ALIKE:
        return alike + ALIKE, high
    alike_parts = parts[:-1] if metric or len(parts) < 3 else parts[1:-1]  # 老旧供热、燃气、排水|管网: a modifier of all stands in front of the first
    lengths = {stop - begin for begin, stop in alike_parts if not heads().sure_end.tail(text, begin, stop)}
    prefixed = metric and text[high - len(metric) - 1] in load().words["nouns"]["relational_prefix"]  # 高中阶段|毛入学率
    if len(lengths) == 1 and metric and not prefixed and high - low - min(lengths) - len(metric) == 1:
        return high - len(metric), high  # 制造业、普惠小微|贷款余额: as many characters would cut a word in two
    if metric and len(metric) < high - low and _branches(text, [*parts[:-1], (low, high - len(metric))]):
        return high - len(metric), high  # 采矿业、电力生产和供应业|增加值
    if behind := _behind_people(text, parts):
        return behind, high
    cut = min(lengths, default=0)
    if text[low + cut] in load().words["forms"]["rest_of_word"]:
        return (high - len(metric), high) if metric and len(metric) < high - low else None  # 氨氮、挥发|性有机物: the rest of a word
    if len(lengths) == 1 and (length := lengths.pop()) <= 4 and high - low >= length + 2 and (metric is None or high - low - length >= len(metric)):
        return (low + length, high) if metric or heads().end.tail(text, low, high) or high - low - length >= (2 if counted else 3) else None
    return (high - len(metric), high) if metric and len(metric) < high - low else None
