"""Coordination: which things share a number.

粮食播种面积和产量分别稳定在172万亩和14.3亿斤 -> 粮食播种面积, 粮食产量.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from mubiao.grammar.clause.clauses import BRACKET, joints, split_at
from mubiao.grammar.numbers.values import in_words
from mubiao.grammar.thing.left_out import put_back
from mubiao.grammar.thing.pieces import Piece, Pieces
from mubiao.grammar.words.edges import edges
from mubiao.grammar.words.things import fused, heads, is_branch, nouns
from mubiao.lexicon.expressions import expression

COMMA = re.compile(r"[、,]|(?<=[”’])(?=[“‘])")  # , only where it parts no clauses
APART = re.compile(",")


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
    opaque = sorted([*opaque, *(match.span() for match in BRACKET.finditer(text, start, end))])  # 各县(市、区)固定资产投资
    parts = [_without_estimate(text, *part) for part in _with_branches(text, start, end, wanted, opaque)]
    if wanted == len(parts) > 1 and (examples := _examples(text, parts)):
        return examples
    if len(parts) == 1 and wanted and apart and (made := _one_unfused(text, start, end, wanted, opaque)):
        return made
    low, high = parts[-1]
    if len(parts) > 1 and (closing := edges().joint.tail(text, low, high)) and len(closing) < high - low:
        parts[-1] = (low, high - len(closing))  # 节能减排、环境保护|等
    if together := _counted_together(text, parts):
        return together
    if len(parts) == 1:
        return (_unfuse(text, start, end, wanted) if apart else []) or [((start, end),)]
    return put_back(text, parts, not apart, wanted is not None)


def _without_estimate(text: str, low: int, high: int) -> tuple[int, int]:
    """生产总值|(预计,下同)、财政总收入: a member without the bracket that says how sure all of them are."""
    found = expression("estimate_in_bracket").search(text, low, high)
    return (low, found.start()) if found and found.start() > low else (low, high)


def _examples(text: str, parts: list[tuple[int, int]]) -> list[Pieces]:
    """汽车、电子、医药|等重点|行业|增加值: each of the examples, with what is measured; the class that they are of only where it says more."""
    low, high = parts[-1]
    found = expression("class_of_examples").search(text, low + 1, high)
    if found is None:
        return []
    measure = (found.span("measure"),) if found["measure"] else ()
    members = [*parts[:-1], (low, found.start())]
    return [(part, *((found.span("kind"),) if found["kind"] and not is_branch(text, *part) else ()), *measure) for part in members]


def _counted_together(text: str, parts: list[tuple[int, int]]) -> list[Pieces]:
    """木制玩具、轴承、休闲旅游|三大|产业产值: how many the members are is said behind them, and their end once; 指标 is no end."""
    low, high = parts[-1]
    count = expression("counted_together").search(text, low, high)
    if count is None or in_words(count["many"]) != len(parts):
        return []
    if count["place"]:  # 香洲、金湾|三个行政|区: each bears what all of them are
        named = [*parts[:-1], (low, count.start())]
        return [(part,) if text[part[1] - 1] == text[high - 1] else (part, (high - 1, high)) for part in named]
    if count.end() == high:
        return put_back(text, [*parts[:-1], (low, count.start())], False, True)
    end, named = (count.end(), high), [*parts[:-1], (low, count.start())]
    if all(is_branch(text, *part) for part in named):  # 汽车制造业、食品制造业两个|行业|增加值: their names say what they are
        measure = heads().metric.tail(text, *end)
        return [(part, (high - len(measure), high)) if measure else (part,) for part in named]
    return [(part, end) for part in named]


def _with_branches(text: str, start: int, end: int, wanted: int | None, opaque: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """采矿业、|电力、热力、燃气及水生产和供应业|增加值: names of branches that are lists themselves are one member each where so many are wanted.

    农副食品加工业,|计算机、通信设备制造业: where commas part the list, 、 stands inside of its members.
    """
    apart = split_at(text, start, end, APART, opaque) if wanted else []
    if len(apart) > 1 and len(apart) == wanted:
        return apart
    named = [match.span() for match in expression("branch_of_many").finditer(text, start, end)] if wanted else []
    parts = _split(text, start, end, wanted, sorted([*opaque, *named])) if named else []
    return parts if len(parts) > 1 else _split(text, start, end, wanted, opaque)


def _split(text: str, start: int, end: int, wanted: int | None, opaque: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    parts = [part for part in split_at(text, start, end, COMMA, opaque) if part[1] > part[0]]
    if wanted is not None and len(parts) == wanted:
        return parts
    if wanted is None:
        parts = [piece for part in parts for piece in _measured_parts(text, part, opaque)]
    for index, (low, high) in reversed(list(enumerate(parts))) if wanted is not None else [(len(parts) - 1, parts[-1])]:
        for match in reversed(list(joints(text, low, high, expression("and"), opaque))):
            if match.start() == low or match.end() == high:
                continue
            candidate = [*parts[:index], (low, match.start()), (match.end(), high), *parts[index + 1 :]]
            if wanted is None or len(candidate) == wanted:
                return candidate
    return parts if wanted is None else [(start, end)]


def _measured_parts(text: str, part: tuple[int, int], opaque: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """粮食产量和粮食播种面积: 和 parts two things where the first is a measure by itself."""
    metric = heads().metric
    for match in joints(text, *part, expression("and"), opaque):
        if metric.tail(text, part[0], match.start()):
            return [(part[0], match.start()), *_measured_parts(text, (match.end(), part[1]), opaque)]
    return [part]


def _unfuse(text: str, start: int, end: int, wanted: int | None, listed: bool = False) -> list[Pieces]:
    """城乡居民收入 -> 城镇居民收入, 农村居民收入.

    Args:
        listed: look for words that are lists themselves (第一、二、三产业).
    """
    for word, shares in sorted(fused().items(), key=lambda entry: -len(entry[0])):  # 第二、三产业 before 二、三产业
        at = text.find(word, start, end)
        if at >= 0 and wanted in (len(shares), None) and listed == (COMMA.search(word) is not None):
            return [
                tuple(piece for piece in ((start, at), (at, at + len(word), part), (at + len(word), end)) if piece[0] < piece[1]) for part in shares
            ]
    return []


def _one_unfused(text: str, start: int, end: int, wanted: int, opaque: Sequence[tuple[int, int]]) -> list[Pieces]:
    """地区生产总值、存贷款余额 -> 地区生产总值, 存款余额, 贷款余额: one member less than there are numbers, and one of them is two things."""
    parts = _split(text, start, end, wanted - 1, opaque)
    if len(parts) == 1 or len(parts) != wanted - 1:
        return []
    made = [_unfuse(text, *part, 2) for part in parts]
    if sum(map(bool, made)) != 1:
        return []
    return [one for part, two in zip(parts, made, strict=True) for one in (two or [(part,)])]


def shares_handed(text: str, found: list[Pieces], front: Piece, behind: Piece, wanted: int) -> list[Pieces]:
    """销售收入、利税分别|占规上工业|的43.6%和42.3%: the share of each of them; 申请量分别占|全市、全省|的: or of one thing in each of the wholes.

    Args:
        found: what stands in front of the word that hands out, as members;  front: the same as one piece.
        behind: what stands behind it.
    """
    of = next((word for word in nouns()["share_of"] if text.startswith(word, *behind)), "")
    if not of:
        return []
    if len(found) == wanted:
        return [(*thing, behind) for thing in found]
    low = behind[0] + len(of)
    wholes = members(text, low, behind[1], wanted, ())
    return [(front, (behind[0], low), *whole) for whole in wholes] if len(wholes) == wanted else []


def shares(text: str, start: int, end: int, wanted: int) -> list[Piece]:
    """The things that the last word of a passage names which is made of so many (三次产业), none where no word is."""
    said = ((text.rfind(word, start, end), word) for word, parts in fused().items() if len(parts) == wanted)
    at, word = max(said, default=(-1, ""))
    return [(at, at + len(word), part) for part in fused()[word]] if at >= 0 else []
