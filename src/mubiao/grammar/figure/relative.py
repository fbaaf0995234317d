"""Targets without a number of their own: 与经济增长同步, 高于全国平均水平, 完成省下达任务, 保持全国占比份额.

Each rule is an expression over one clause (expressions.toml) that names the thing and what it is measured against. A rule
applies only where the clause holds no quantity.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from mubiao.grammar.clause import clauses
from mubiao.grammar.figure.reading import Reading
from mubiao.grammar.phrase import phrases
from mubiao.grammar.thing import coordinate, well_formed
from mubiao.grammar.words.figures import comparing
from mubiao.lexicon.expressions import expression
from mubiao.rule import Rule, Rules, first

SHORTEST = 2  # a member of so few characters is no thing by itself: 能源和环境指标
LONGEST = 80  # characters of a clause that can be a target of this kind


Finder = Callable[[str, int, int], "re.Match[str] | None"]


def _finder(name: str) -> Finder:
    """The function of a rule: its expression, at the beginning of a span."""

    def find(text: str, start: int, end: int) -> re.Match[str] | None:
        return expression(name).match(text, start, end)

    return find


# In the order in which they are tried; the expression of a rule has its name.
RULES = Rules(
    "relative",
    Rule(
        "moves_with",
        "a thing moves with another",
        takes=[
            "城乡居民人均可支配收入与经济增长同步。",
            "居民收入和经济发展保持同步。",
            "居民人均可支配收入增长与经济增长基本同步。",
        ],
        refuses=[
            "坚持经济发展与环境保护同步推进。",
        ],
        apply=_finder("moves_with"),
    ),
    Rule(
        "is_above",
        "a thing is above or below another",
        takes=[
            "规上工业增加值增速高于全国平均水平。",
            "农村居民收入增速快于城镇居民。",
            "城镇调查失业率低于全国平均水平。",
        ],
        refuses=[
            "规上工业增加值增速高于全国平均水平2个百分点。",
            "民间投资占比高于50%。",
        ],
        apply=_finder("is_above"),
    ),
    Rule(
        "stays_above",
        "a thing stays above a level",
        takes=[
            "农民收入增速保持在全国平均水平以上。",
        ],
        refuses=[
            "农民收入增速保持在8%以上。",
        ],
        apply=_finder("stays_above"),
    ),
    Rule(
        "set_for_it",
        "what was set by somebody above is fulfilled",
        takes=[
            "节能减排完成上级下达任务。",
            "能源和环境指标完成国家下达的目标任务。",
            "节能减排和碳排放强度下降完成国家下达任务。",
        ],
        refuses=[
            "节能减排完成任务。",
        ],
        apply=_finder("set_for_it"),
    ),
    Rule(
        "what_was_set",
        "what somebody above set is fulfilled, named behind",
        takes=[
            "完成省下达的节能减排任务。",
        ],
        refuses=[
            "完成节能减排任务。",
        ],
        apply=_finder("what_was_set"),
    ),
    Rule(
        "within_bounds",
        "a thing is kept within bounds set by somebody above",
        takes=[
            "单位能耗控制在自治区要求范围内。",
        ],
        refuses=[
            "单位能耗降幅控制在4%以内。",
        ],
        apply=_finder("within_bounds"),
    ),
    Rule(
        "keeps_share",
        "a thing keeps its share",
        takes=[
            "外贸自营进出口总额保持全国占比份额。",
        ],
        refuses=[
            "外贸进出口总额保持快速增长。",
        ],
        apply=_finder("keeps_share"),
    ),
    Rule(
        "trend",
        "a thing only rises or falls",
        takes=[
            "城乡居民收入倍差持续缩小。",
            "粮食播种面积只增不减。",
            "外贸进出口实现正增长。",
        ],
        refuses=[
            "城乡居民收入倍差缩小到1.95倍。",
        ],
        apply=_finder("trend"),
    ),
)

# The same, behind a number of the thing: 增长5%左右、与经济增长同步.
OF_THE_SAME = Rules(
    "relative",
    Rule(
        "moves_with_it",
        "the thing of the number in front moves with another",
        takes=[
            "居民人均可支配收入增长5%左右、与经济增长同步。",
            "居民人均可支配收入增长5%左右，与经济增长基本同步。",
        ],
        refuses=[
            "地区生产总值增长5%左右，居民收入与经济增长同步。",
        ],
        apply=_finder("moves_with_it"),
    ),
    Rule(
        "is_above_it",
        "the thing of the number in front is above or below another",
        takes=[
            "固定资产投资增长5%以上，确保不低于全省平均水平。",
        ],
        refuses=[
            "固定资产投资增长5%以上，居民收入增速高于全省平均水平。",
        ],
        apply=_finder("is_above_it"),
    ),
)

MEASURED = ("with", "above", "below", "at_least", "at_most")  # relations to a figure that may be known

# The relation that a rule tells of; of the others the word that was said tells it.
RELATIONS = {
    "moves_with": "with",
    "stays_above": "at_least",
    "set_for_it": "set",
    "what_was_set": "set",
    "within_bounds": "set",
    "keeps_share": "share",
    "trend": "trend",
    "moves_with_it": "with",
}


def read(text: str, low: int, high: int, said: Sequence[Reading], opaque: Sequence[tuple[int, int]]) -> Iterator[Reading]:
    """Relative targets of a sentence.

    Args:
        low, high: the sentence.
        said: its quantities; of a clause that holds one only what follows the last of them is looked at.
        opaque: quotations.
    """
    hint = expression("relative_hint")
    if not hint.search(text, low, high):
        return
    position, last = 0, None
    for begin, stop in clauses.split_at(text, low, high, clauses.COMMA, opaque):
        while position < len(said) and said[position].span[0] < stop:
            last = said[position] if said[position].number else last
            position += 1
        if stop - begin > LONGEST or not hint.search(text, begin, stop):
            continue
        behind = last.number.bounded_end if last and last.number else begin
        if last and (same := _of_the_same(text, last, max(begin, behind), stop)):
            yield same
            continue
        if behind > begin:
            continue
        if (found := first(RULES, text, begin, stop)) and (match := found[1]):
            yield from _readings(text, match, found[0].name, (low, high), opaque)


def _of_the_same(text: str, last: Reading, start: int, end: int) -> Reading | None:
    """Another target of the thing that the number in front measures."""
    if not (found := first(OF_THE_SAME, text, start, end)) or not (match := found[1]):
        return None
    name = found[0].name
    return _reading(match, name, RELATIONS.get(name) or relation_of(match["said"]), last.pieces, match.span("said"), last.sentence)


def relation_of(said: str) -> str:
    """below, at_least or at_most where the text holds a word of them, else above.

    >>> relation_of("增速不低于全国平均水平")
    'at_least'
    """
    kit = comparing().stands
    found = (kit.head(said, position, len(said)) for position in range(len(said)))
    return next((kit.words[word] for word in found if word), "above")


def _readings(text: str, match: re.Match[str], name: str, sentence: tuple[int, int], opaque: Sequence[tuple[int, int]]) -> Iterator[Reading]:
    phrase = phrases.strip(text, match.start("thing"), match.end("thing"), True)
    if phrase.empty or phrase.end - phrase.start < 2:
        return
    things = coordinate.members(text, phrase.start, phrase.end, None, opaque, apart=False)
    if any(len(thing) == 1 and thing[0][1] - thing[0][0] <= SHORTEST for thing in things):
        things = [((phrase.start, phrase.end),)]
    span = (min(phrase.start, match.start("said")), match.end())
    for pieces in (well_formed.mended(text, thing) for thing in things):
        if well_formed.flaw(coordinate.words_of(text, pieces)):
            continue
        for relation, reference in _references(match, name):
            reading = _reading(match, name, relation, pieces, span, sentence)
            yield replace(reading, commitment=phrase.commitment, reference=reference)


def _references(match: re.Match[str], name: str) -> Iterator[tuple[str, str]]:
    """Relation and reference of each thing that the target is measured against: 高于经济增速、高于全国平均水平 are two."""
    relation, reference = RELATIONS.get(name) or relation_of(match["said"]), match["reference"]
    if relation not in MEASURED:
        yield relation, reference
        return
    parts = list(expression("next_reference").finditer(reference))
    for before, after in zip([None, *parts], [*parts, None], strict=True):
        if before and before["above"]:
            relation = relation_of(before["above"])
        yield relation, reference[before.end() if before else 0 : after.start() if after else len(reference)]


def _reading(match: re.Match[str], name: str, relation: str, pieces: coordinate.Pieces, span: tuple[int, int], sentence: tuple[int, int]) -> Reading:
    return Reading(
        number=None,
        span=span,
        pieces=pieces,
        clause=match.span(),
        sentence=sentence,
        action=match["said"],
        measure="relative",
        reference=match["reference"],
        relation=relation,
        thing_rule=name,
    )
