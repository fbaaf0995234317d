"""What a list left out, put back to each of its members: the end that they share, or what stands in front of the first alone.

农村五保对象和城镇“三无”对象集中供养率 -> 农村五保对象集中供养率, 城镇“三无”对象集中供养率.
"""

from __future__ import annotations

from itertools import pairwise

from mubiao.grammar.phrase.phrase import LISTED
from mubiao.grammar.thing.head import earns_nothing
from mubiao.grammar.thing.pieces import WORD, Pieces
from mubiao.grammar.thing.relational import relational
from mubiao.grammar.thing.shared_ends import branches, known_by_all, known_end, shared_end, shared_front
from mubiao.grammar.words.edges import edges
from mubiao.grammar.words.things import heads, relating
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.lexicon.vocabulary import plain, vocabulary

WHOLE = 4  # characters of a word of measure, or of an indicator, that says all by itself


def put_back(text: str, parts: list[tuple[int, int]], without_number: bool, counted: bool) -> list[Pieces]:
    """Give each member the shared end (农村五保对象和城镇“三无”对象集中供养率) or beginning (粮食播种面积和产量).

    Args:
        without_number: the members are targets without a number: one that is an indicator by itself is complete
            (节能减排和碳排放强度).
        counted: so many numbers follow as there are members.
    """
    if all(expression("class_of_goods").fullmatch(text, *part) for part in parts):
        return [(part,) for part in parts]  # 居住、交通通信
    if parts[1:] == parts[-1:] and (its := expression("its_share").fullmatch(text, *parts[1])):
        return [(parts[0],), (parts[0], its.span("share"))]  # 民营经济增加值及|其占GDP比重
    if not counted and (rates := _rates_of_all(text, parts, without_number)):
        return rates
    if _last_apart(text, parts):
        return [*put_back(text, parts[:-1], without_number, False), (parts[-1],)]
    if shares := _shares(text, parts, counted) or _per_head(text, parts) or _carried(text, parts) or _opposite(text, parts):
        return shares
    trade = expression("trade_with").match(text, parts[0][0], parts[-1][1])  # 对|日本、韩国出口
    if front := trade.span("towards") if trade else shared_front(text, parts) if counted else None:
        low, high = front
        inner = put_back(text, [(high, parts[0][1]), *parts[1:]], without_number, counted)
        return [(front, *member) for member in inner] if any(len(member) > 1 for member in inner) else [((low, high), *inner[0]), *inner[1:]]
    shared = None if counted and _measured_apart(text, parts) else shared_end(text, parts, counted)
    shared = shared if without_number else known_by_all(text, parts, shared)
    return [_completed(text, parts, index, shared, without_number) for index in range(len(parts))]


def _rates_of_all(text: str, parts: list[tuple[int, int]], without_number: bool) -> list[Pieces]:
    """小学、初中|入学率、巩固率均达100%: rates that stand by themselves behind the one that the members in front lack are of all of them."""
    metric = heads().metric
    at = next((index for index, part in enumerate(parts) if metric.tail(text, *part)), 0)
    rates = tuple(load().words["nouns"]["rate_end"])
    bare = [part for part in parts[at + 1 :] if text.endswith(rates, *part) and part[1] - part[0] <= WHOLE]
    if not 0 < at < len(parts) - 1 or bare != parts[at + 1 :] or not text.endswith(rates, *parts[at]):
        return []
    low, high = parts[at]
    whose = (parts[0][0], high - len(metric.tail(text, low, high) or ""))
    return [*put_back(text, parts[: at + 1], without_number, False), *((whose, part) for part in parts[at + 1 :])] if whose[1] > low else []


def _last_apart(text: str, parts: list[tuple[int, int]]) -> bool:
    """户厕、生活垃圾处理设施|覆盖率|和|生活污水治理率: whether the last, behind 和, has its own rate, the one before that of the others."""
    if len(parts) < 3:
        return False
    rates = tuple(load().words["nouns"]["rate_end"])
    *others, before, last = [text.endswith(rates, *part) for part in parts]
    between = [text[one[1] : other[0]] for one, other in pairwise(parts)]
    apart = between[-1] != LISTED and set(between[:-1]) == {LISTED} and parts[-1][1] - parts[-1][0] > WHOLE
    return last and before and apart and not any(others)


def _measured_apart(text: str, parts: list[tuple[int, int]]) -> bool:
    """进口货值、免签入境游客、…、离岛免税销售额: whether the first has a measure of its own, so that the last keeps its own, too; a rate may be
    of a measure (固定资产投资、重点项目、重大工程|完成率)."""
    first, last = (heads().metric.tail(text, *part) or "" for part in (parts[0], parts[-1]))
    bare = [part for part in parts[1:-1] if not heads().metric.tail(text, *part)]
    rate = last.endswith(tuple(load().words["nouns"]["rate_end"]))
    return bool(first and last and bare) and not rate and first != last and first != text[slice(*parts[0])]


def _completed(text: str, parts: list[tuple[int, int]], index: int, shared: tuple[int, int] | None, without_number: bool) -> Pieces:
    """A member with the shared end, or with what stands in front of the first; by itself where it says all."""
    begin, stop = own = parts[index]
    last = index == len(parts) - 1
    flows = any(word in text[begin:stop] for word in load().words["nouns"]["flow"])
    if (without_number or flows or (last and stop - begin >= WHOLE)) and plain(text[begin:stop]) in vocabulary().forms:
        return (own,)
    ending = heads().metric.tail(text, begin, stop) or _sure_end(text, begin, stop, shared)
    if ending is None and shared and not last:
        return (own, known_end(text, own, shared) or shared)
    if shared and last and (closing := edges().joint.tail(text, begin, shared[0])):
        return ((begin, shared[0] - len(closing)), shared)  # 制造业、普惠小微、涉农|等|贷款
    if not index:
        return (own,)
    measure = ending is not None and len(ending) == stop - begin
    whose = (_stem_of_measure(text, parts[0], own) if measure else None) or _whose(text, parts[0], own)
    return (whose, own) if whose else (own,)


def _stem_of_measure(text: str, first: tuple[int, int], own: tuple[int, int]) -> tuple[int, int] | None:
    """粮食|播种面积和|产量: what the first member has in front of its measure, where another is a measure and nothing else."""
    low, high = first
    tail = heads().metric.tail(text, low, high)
    if not tail or len(tail) == high - low or earns_nothing(text, first, own):
        return None
    online = expression("sold_online").search(text, low + 1, high - len(tail))
    whose = (low, online.start() if online else high - len(tail))  # 农产品|网络|零售额、|出口额
    independent = text[slice(*own)] in load().words["nouns"]["independent"]
    return None if independent and not branches(text, [whose]) else whose  # 装备制造业增加值和|投资


def _shares(text: str, parts: list[tuple[int, int]], counted: bool) -> list[Pieces]:
    """清洁能源装机容量和发电量占比, 民间投资、产业投资占比: shares of several measures of one thing, or of one measure of several."""
    low, high = parts[-1]
    ending = next((word for word in load().words["nouns"]["share"] if text.endswith(word, low, high)), "")
    metric, split = heads().metric, high - len(ending)
    tails = [metric.tail(text, begin, stop) for begin, stop in parts[:-1]]
    if not ending or not all(tails):
        return []
    own = metric.tail(text, low, split)
    if counted and own and len(own) < split - low and set(tails) == {own}:
        return [*((part, (split, high)) for part in parts[:-1]), ((low, high),)]  # 民间投资、产业投资|占比
    if own != text[low:split]:
        return []
    begin, stop = parts[0]
    whose = (begin, stop - len(tails[0] or ""))
    if whose[0] >= whose[1]:
        return []
    members = [((one[0], one[1]), (split, high)) if index == 0 else (whose, (one[0], one[1]), (split, high)) for index, one in enumerate(parts[:-1])]
    return [*members, (whose, (low, high))]


def _per_head(text: str, parts: list[tuple[int, int]]) -> list[Pieces]:
    """每千人托位、养老床位数: per whom is said once; not where the first has a measure of its own (每万人口专利|拥有量|、企业|数量)."""
    head = expression("per_head").match(text, *parts[0])
    first, last = (heads().metric.tail(text, *part) or "" for part in (parts[0], parts[-1]))
    own = first != last and first.endswith(tuple(load().words["nouns"]["measure_end"]))
    if head is None or own or any(expression("per_head").match(text, *part) for part in parts[1:]):
        return []
    return [(parts[0],), *((head.span(), part) for part in parts[1:])]


def _carried(text: str, parts: list[tuple[int, int]]) -> list[Pieces]:
    """公路|旅客周转量和货物周转量: what the first begins with holds for all, where the others are short nouns that take it over."""
    nouns, (low, high) = load().words["nouns"], parts[0]
    word = next((word for word in nouns["carried"] if text.startswith(word, low, high)), "")
    if not word or not all(text[slice(*part)] in nouns["carried_to"] for part in parts[1:]):
        return []
    own, last = heads().metric.tail(text, *parts[0]), parts[-1]
    shared = () if own else ((last[1] - len(heads().metric.tail(text, *last) or ""), last[1]),)  # 公路|客运、货运|周转量
    return [(parts[0], *(piece for piece in shared if piece[0] < piece[1])), *(((low, low + len(word)), part) for part in parts[1:])]


def _opposite(text: str, parts: list[tuple[int, int]]) -> list[Pieces]:
    """货物|进口|和|出口|通关时间: where the two are named alike, what stands behind the second is of both, and so is what opens the first."""
    (low, high), metric = parts[-1], heads().metric
    own, other = metric.tail(text, *parts[0]) or "", text[low : low + WORD]
    alike = len(parts) == 2 and len(own) == WORD and own != other and own[-1] == other[-1] and metric.head(text, low, low + WORD) == other
    front = ((parts[0][0], parts[0][1] - WORD),) if parts[0][1] - WORD > parts[0][0] else ()
    return [(parts[0], (low + WORD, high)), (*front, (low, high))] if alike and low + WORD < high else []


def _whose(text: str, first: tuple[int, int], own: tuple[int, int]) -> tuple[int, int] | None:
    """诉求解决率、|满意率: whose a short measure is, where the first member has one of the same form; None where it says all by itself."""
    end = relating().end.tail(text, *own)
    said = text[slice(*own)]
    whole = plain(said) in vocabulary().forms and said not in load().words["nouns"]["dependent"]
    short = own[1] - own[0] - len(end or "") == WORD and not whole
    if not end or not short or not text.endswith(tuple(load().words["nouns"]["measure_end"]), *first):
        return None
    tail = heads().metric.tail(text, *first)
    stop = first[1] - max(len(tail or ""), len(end) + WORD)
    stop -= len(relating().prefix.tail(text, first[0], stop) or "")  # 学前教育|毛|入园率
    alike = text.endswith(end, *first) or relational(said)
    return (first[0], stop) if alike and stop - first[0] >= WORD else None


def _sure_end(text: str, low: int, high: int, shared: tuple[int, int] | None) -> str | None:
    """The end that makes a member complete; 全社会|化学需氧量、二氧化硫|排放量: not where an indicator is called by both."""
    end = text[slice(*shared)] if shared else ""
    called = end and any(plain(text[begin:high] + end) in vocabulary().forms for begin in range(low, high - WORD + 1))
    return None if called else heads().sure_end.tail(text, low, high)
