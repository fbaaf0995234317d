"""What no indicator looks like, known by its form alone: a candidate with such a flaw is mended, or the next one is asked.

>>> flaw("水功能区达标率均为"), flaw("中外合作办学机构(项目"), flaw("口袋公园")
('cut_end', 'half', '')
"""

from __future__ import annotations

import re
from functools import lru_cache

from mubiao.grammar.thing.pieces import WORD, Pieces, words_of
from mubiao.grammar.words.edges import edges
from mubiao.grammar.words.things import cuts
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.lexicon.vocabulary import PHRASES, plain, vocabulary

PAIRS = ("()", "“”", "《》", "‘’", "〔〕", "[]")
HALVES = re.compile(f"[{re.escape(''.join(PAIRS))}]")
MARKS = re.compile(r"[|\t\n;。]")


@lru_cache(maxsize=PHRASES)
def flaw(phrase: str) -> str:
    """What is wrong with the form of an indicator, "" where nothing is."""
    if not any(char.isalpha() for char in phrase):  # nor is (15) a thing
        return "empty"
    if len(phrase) < WORD and phrase not in load().words["forms"]["one_character"]:
        return "short"
    if MARKS.search(phrase):
        return "mark"
    if unpaired(phrase, 0, len(phrase)):
        return "half"
    if expression("item_opening").match(phrase):
        return "item"
    if expression("quantity_inside").search(phrase):
        return "quantity"
    if expression("handed_out_inside").search(phrase):
        return "handed_out"  # 销售收入、利税|分别占全市: two things are told of
    if expression("rank_only").match(phrase):
        return "rank"  # 15项指标中,12项增速高于全省,|8项|居全省前三位
    if cut_end(phrase, 0, len(phrase)):
        return "cut_end"
    return "cut_beginning" if cut_beginning(phrase, 0, len(phrase)) else ""


def unpaired(text: str, low: int, high: int) -> tuple[int, str] | None:
    """Where in a span a bracket or quotation mark stands that has no other half, with the pair that it is of."""
    for pair in PAIRS if HALVES.search(text, low, high) else ():
        waiting: list[int] = []
        for position in range(low, high):
            if text[position] == pair[0]:
                waiting.append(position)
            elif text[position] == pair[1] and not waiting:
                return position, pair
            elif text[position] == pair[1]:
                waiting.pop()
        if waiting:
            return waiting[0], pair
    return None


def cut_end(text: str, low: int, high: int) -> int:
    """How many characters at the end of a span begin something that was cut off."""
    word = cuts().no_end.tail(text, low, high)
    return len(word) if word and len(cuts().end.tail(text, low, high) or "") <= len(word) else 0


def cut_beginning(text: str, low: int, high: int) -> int:
    """How many characters at the beginning of a span are the rest of a word in front."""
    word = cuts().no_beginning.head(text, low, high)
    return len(word) if word and len(cuts().beginning.head(text, low, high) or "") <= len(word) else 0


def mended(text: str, pieces: Pieces) -> Pieces:
    """The pieces with what was cut off at their ends taken off, and brackets closed or left out where half of one is inside."""
    made: list[Pieces] = []
    pieces = _without_head(text, pieces)
    for index, piece in enumerate(pieces):
        if len(piece) > 2:
            made.append((piece,))
            continue
        span = _edges(text, _with_whole_brackets(text, piece[0], piece[1]), index == 0, index == len(pieces) - 1)
        if span[0] < span[1]:
            made.append(_without_span(text, span))
    return tuple(piece for pieces in made for piece in pieces)


def _without_head(text: str, pieces: Pieces) -> Pieces:
    """国民经济全年(实现)|地区生产总值(GDP): without a head that was run into the paragraph, where the rest says all by itself."""
    low, high, *made_of = pieces[0] if pieces else (0, 0)
    head = expression("run_in_head").match(text, low, high)
    if head is None or made_of:
        return pieces
    rest = (*(((head.end(), high),) if head.end() < high else ()), *pieces[1:])
    return rest if plain(words_of(text, rest).partition("(")[0]) in vocabulary().forms else pieces


def _without_span(text: str, span: tuple[int, int]) -> Pieces:
    """棉花产量|连续4年|占全国, 项目|提前3个月: how long or how early is no part of a name."""
    found = expression("span_inside").search(text, *span)
    pieces = ((span[0], found.start()), (found.end(), span[1])) if found else (span,)
    return tuple(piece for piece in pieces if piece[0] < piece[1])


def _edges(text: str, span: tuple[int, int], first: bool, last: bool) -> tuple[int, int]:
    low, high = span
    for opening in ("item_opening", "same_below", "quantity_of", "ranked_in_front") if first else ():
        if match := expression(opening).match(text, low, high):
            low = match.end()
    for aside in ("rank_behind", "years_in_bracket", "estimate_in_bracket", "share_in_bracket", "batches") if last else ():
        if match := expression(aside).search(text, low, high):
            high = match.start()
    while first and low < high and (length := cut_beginning(text, low, high)):
        low += length
    while last and low < high and ((length := cut_end(text, low, high)) or text[high - 1] in " 、,:"):
        high -= length or 1
        if text[high : high + length] in edges().until and (grown := edges().predicates.tail(text, low, high)) and high - len(grown) > low:
            high -= len(grown)  # 标准|分别提高到月人均
    return low, high


def _with_whole_brackets(text: str, low: int, high: int) -> tuple[int, int]:
    """A span with its brackets whole: closed just behind it or opened just in front, else without the half."""
    for _ in PAIRS:
        if (found := unpaired(text, low, high)) is None:
            break
        at, pair = found
        opening, closing = pair[0], pair[1]
        if text[at] == opening and text[high : high + 1] == closing:
            high += 1
        elif text[at] == closing and text[low - 1 : low] == opening:
            low -= 1
        elif text[at] == closing or at == low:
            low = at + 1
        else:
            high = at
    return low, high
