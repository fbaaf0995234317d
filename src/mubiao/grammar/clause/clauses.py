"""Sentences, clauses and segments: which words belong to which number.

A *clause* runs from one comma to the next. Inside it each number owns a *segment*: the words in front of it since the
number before (``left``) and the words behind it (``right``). 新增绿地258公顷、绿道192公里 has two segments with their noun
on the left; 8家批发市场、92家农贸市场 has its nouns on the right.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mubiao.grammar.clause.attributes import refuse_attributes
from mubiao.grammar.clause.commas import parting_nothing
from mubiao.grammar.numbers.number import Number
from mubiao.grammar.numbers.quotes import inside
from mubiao.grammar.words.classes import classes
from mubiao.grammar.words.edges import edges
from mubiao.grammar.words.numbers import verbs
from mubiao.grammar.words.things import heads
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load

SENTENCE = re.compile(r"[。!?;\n]|\.(?=\s|$)|(?<=[\u4e00-\u9fff%‰)])\.(?=[\u4e00-\u9fff])")
BRACKET = re.compile(r"\([^()]{0,200}\)")
NOTE = re.compile(r"\([^()。\n]{0,200}\)")  # 收入10亿元(税收8亿元;非税收入2亿元): marks inside end no sentence
OPENS = "。;:!?\n"  # an item may begin behind them
POINT, THOUSANDS = ".", ","
LEVELS = (1, 2)  # characters of the name of a level of government
COMMA = re.compile(r"[,;]|(?<!\d):|:(?!\d)")  # 2.3:1 is one number; a semicolon inside a sentence stands in a bracket


@dataclass(slots=True)
class Segment:
    """A number with the spans of the words that may speak of it."""

    number: Number
    left: tuple[int, int]
    right: tuple[int, int]
    clause: tuple[int, int]
    bracket: bool
    first: bool  # first number of its clause
    joined: bool = False  # nothing but a mark between the number before and this one: 13%、20%
    note: tuple[int, int] | None = None  # a bracket without a number just behind it: 10%(按可比价格计算)


@dataclass(slots=True)
class Clause:
    """The words between two commas, with the segments of its numbers."""

    span: tuple[int, int]
    bracket: bool
    segments: list[Segment]


def sentences(text: str, start: int, end: int, quoted: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Spans of sentences; marks inside quotations and brackets do not end one, the number of an item does."""
    begin = start
    notes = [match.span() for match in NOTE.finditer(text, start, end)]
    marks = [match.span() for match in SENTENCE.finditer(text, start, end)]
    ends = [one for one in marks if text[one[0]] == "\n" or not (inside(one[0], quoted) or inside(one[0], notes))]
    for low, high in sorted([*ends, *items(text, start, end)]):
        if low > begin:
            yield begin, low
        begin = max(begin, high)
    if end > begin:
        yield begin, end


def items(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The numbers of items inside a passage (新建学校3所2.改造道路…): behind a mark, with a point, or the next of those before."""
    last = 0
    for match in expression("item_number").finditer(text, start, end):
        number = int(match["inside"] or match["bare"])
        opens = match.start() == start or text[match.start() - 1] in OPENS
        if opens or match["mark"] == POINT or number == last + 1 > 1:
            last = number
            yield match.span()


def split_at(text: str, start: int, end: int, mark: re.Pattern[str], opaque: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Cut a span at a mark, leaving quotations and brackets whole."""
    parts, begin = [], start
    for match in mark.finditer(text, start, end):
        if match.start() == match.end() or not inside(match.start(), opaque):  # “保交楼”|“保交房”: between two names
            parts.append((begin, match.start()))
            begin = match.end()
    parts.append((begin, end))
    return parts


def segments(text: str, start: int, end: int, numbers: Sequence[Number], quoted: Sequence[tuple[int, int]]) -> Iterator[Clause]:
    """The clauses of a sentence in text order; numbers that a clause shows to be attributes are refused and have no segment.

    A bracket that holds a number is a clause of its own (示范村290个(其中省级113个)); any other bracket belongs to the
    phrase around it.
    """
    starts = [number.start for number in numbers]
    brackets = [match.span() for match in BRACKET.finditer(text, start, end)]
    numbered = [span for span in brackets if bisect_left(starts, span[0]) != bisect_left(starts, span[1])]
    names = sorted([*quoted, *(span for span in brackets if span not in numbered)])
    thousands = [(one.start, one.end) for one in numbers if THOUSANDS in text[one.start : one.end]]  # 28,583万元
    whole = sorted([*quoted, *brackets, *parting_nothing(text, start, end)])
    parts = split_at(text, start, end, COMMA, _with_thousands(whole, thousands))
    clauses = [(span, False) for span in _outside(parts, numbered)]
    for low, high in numbered:
        clauses += [(span, True) for span in split_at(text, low + 1, high - 1, COMMA, _with_thousands(names, thousands))]
    for (low, high), bracket in sorted(clauses):
        own = numbers[bisect_left(starts, low) : bisect_left(starts, high)]
        kept = refuse_attributes(text, low, high, own) if own else []
        yield Clause((low, high), bracket, _segment(text, low, high, kept, bracket, names))


def _with_thousands(opaque: list[tuple[int, int]], thousands: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """What no comma cuts: names and brackets, and numbers with thousands outside of them."""
    return sorted(opaque + [span for span in thousands if not inside(span[0], opaque)])


def _outside(parts: list[tuple[int, int]], brackets: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """What stands of the parts of a sentence outside of brackets that are clauses of their own."""
    result, index = [], 0
    for low, high in parts:
        while index < len(brackets) and brackets[index][0] < high:
            begin, stop = brackets[index]
            if low <= begin:
                result.append((low, begin))
                low = stop
            index += 1
        result.append((low, high))
    return [(low, high) for low, high in result if high > low]


def joints(text: str, start: int, end: int, mark: re.Pattern[str], opaque: Sequence[tuple[int, int]]) -> Iterator[re.Match[str]]:
    """Where a mark, or 和, 与, 及 or 并, joins outside of names."""
    return (match for match in mark.finditer(text, start, end) if not inside(match.start(), opaque) and _joins(text, match, end))


def _joins(text: str, match: re.Match[str], end: int) -> bool:
    """Whether 和, 与, 及 or 并 joins here, or begins a word (和美乡村)."""
    word = edges().protected.head(text, match.start(), end)
    levels = any(expression("levels_joined").match(text, match.start() - length, end) for length in LEVELS)  # 283个省、市|重点项目
    return (word is None or len(word) <= len(match[0])) and not levels


def _segment(text: str, low: int, high: int, numbers: Sequence[Number], bracket: bool, opaque: Sequence[tuple[int, int]]) -> list[Segment]:
    result: list[Segment] = []
    left = low
    for index, number in enumerate(numbers):
        following = numbers[index + 1].bounded_start if index + 1 < len(numbers) else high
        begin, note = number.bounded_start, _note(text, number.bounded_end, opaque)
        behind = note[1] + 1 if note else number.bounded_end
        more = index + 1 < len(numbers)
        stop, next_left = _done_of_them(text, behind, numbers[index : index + 2]) or _boundary(text, behind, following, more, opaque)
        joined = index > 0 and not text[left:begin].strip() and not text[slice(*result[-1].right)].strip()
        result.append(Segment(number, (min(left, begin), begin), (behind, stop), (low, high), bracket, index == 0, joined, note))
        left = next_left
    return result


def _note(text: str, position: int, opaque: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """What stands in a bracket that begins just behind a number."""
    if not text.startswith("(", position):
        return None
    return next(((low + 1, high - 1) for low, high in opaque if low == position and high - low > 2), None)


def _done_of_them(text: str, start: int, pair: Sequence[Number]) -> tuple[int, int] | None:
    """76个|项目|已开工|65个: where it begins what was done of things that are counted in the same unit, None where nothing is told."""
    first, last = pair[0], pair[-1]
    if first is last or first.unit is None or first.unit != last.unit or not first.of("counted"):
        return None
    done = expression("done_of_them").search(text, start + 1, last.bounded_start)
    return (done.start(), done.start()) if done else None


def _boundary(text: str, start: int, end: int, more: bool, opaque: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Where the words behind a number end and those in front of the next begin."""
    mark = expression("mark")
    related = expression("related_to").match(text, start, end)  # 117项|与群众密切相关的|高频事项
    if not related and (match := mark.match(text, start, end)) and _joins(text, match, end):
        return (start, match.end()) if more else (start, end)
    if not more:
        return end, end
    if expression("than_behind").match(text, start, end) or expression("next_tier").match(text, start, end):
        return start, start  # 播种面积1833万亩|较上年增加36.8%; 保5%|争8%
    if examples := expression("examples_of_next").search(text, start, end):
        return examples.span("joint")  # 8座|中型水库|和|陆家坝、青山冲等5座小型水库
    if some := expression("some_have").fullmatch(text, start, end):
        return some.start("have"), some.start("have")  # 38项|创建指标|有18项
    if both := expression("two_of_one").search(text, start, end):
        return both.span("joint")  # 223件|人大代表议案、建议|和|251件政协委员提案
    strong = load().words["particles"]["mark"]
    for match in sorted(joints(text, start, end, mark, opaque), key=lambda match: match[0] not in strong):
        if match[0] in strong or match.end() == end or verbs().head(text, match.end(), end):
            return match.start(), match.end()
    stage = expression("stage_in_front").match(text, start, end)
    for position in range(stage.end() if stage else start, end - 1):
        if inside(position, opaque) or _closes_measure(text, start, position, end) or edges().inside_noun(text, start, position, end):
            continue
        verb, noun = verbs().head(text, position, end), edges().protected.head(text, position, end) or ""
        named = position > start and len(noun) > len(verb or noun) and classes().class_noun.tail(noun, 0, len(noun))  # 46家|新三板挂牌企业
        if not named and (verb or (position > start + 1 and _two_verbs(text, position, end))):
            return position, position
    if (place := expression("place_at_work").match(text, start, end)) and edges().actions.head(text, place.end(), end):
        return end, place.end()  # 在115个|县|建设千亩示范片1000个: the number behind counts no counties
    return end, start if end - start > 1 else end


def _closes_measure(text: str, start: int, position: int, end: int) -> bool:
    """21个|重点项目投资|完成|234亿元: a verb behind a measure and in front of its number begins no other statement."""
    return text[position:end] in edges().inner and heads().metric.tail(text, start, position) is not None


def _two_verbs(text: str, position: int, end: int) -> bool:
    """12个工业园区|开工建设|项目119个: two verbs in a row begin another statement, where the first alone may be part of a noun."""
    first = edges().actions.head(text, position, end) or ""
    second = edges().actions.head(text, position + len(first), end) or ""
    return first in edges().stages and len(second) > 1
