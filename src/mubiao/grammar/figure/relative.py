"""Targets without a number of their own: 与经济增长同步, 高于全国平均水平, 完成省下达任务, 保持全国占比份额.

The rules stand in :mod:`mubiao.grammar.figure.relations`; they apply only where the clause holds no quantity.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from mubiao.grammar.clause import clauses
from mubiao.grammar.clause.comparison import relation_of
from mubiao.grammar.figure.reading import Reading
from mubiao.grammar.figure.relations import OF_THE_SAME, RELATIONS, RULES, moves_with, moves_with_it
from mubiao.grammar.phrase import phrases
from mubiao.grammar.phrase.phrase import LISTED
from mubiao.grammar.thing import coordinate, well_formed
from mubiao.grammar.thing.pieces import Pieces, words_of
from mubiao.lexicon.expressions import expression
from mubiao.rule import first

SHORTEST = 2  # a member of so few characters is no thing by itself: 能源和环境指标
MEASURED = ("with", "above", "below", "at_least", "at_most")  # relations to a figure that may be known
LONGEST = 80  # characters of a clause that can be a target of this kind


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
    told: list[Reading] = []  # of the clause in front
    for begin, stop in clauses.split_at(text, low, high, clauses.COMMA, opaque):
        while position < len(said) and said[position].span[0] < stop:
            last = said[position] if said[position].number else last
            position += 1
        before, told = told, []
        if stop - begin > LONGEST or not hint.search(text, begin, stop):
            continue
        behind = last.number.bounded_end if last and last.number else begin
        if last and (same := _of_the_same(text, last, max(begin, behind), stop)):
            yield same
            continue
        if behind > begin:
            continue
        told = [same for one in before if (same := _of_the_same(text, one, begin, stop))] or [*_of_clause(text, begin, stop, (low, high), opaque)]
        yield from told


def _of_clause(text: str, begin: int, stop: int, sentence: tuple[int, int], opaque: Sequence[tuple[int, int]]) -> Iterator[Reading]:
    """Targets of one clause, of what follows in it about the same thing (与经济增长同步、高于全国平均水平), and of what follows about another."""
    cut = text.find(LISTED, begin, stop)
    while cut >= 0:
        found, then = first(RULES, text, begin, cut), first(OF_THE_SAME, text, cut, stop)
        another = found and not then and first(RULES, text, cut + 1, stop)  # 收入增速不低于经济增速、|农村居民收入增速高于城镇居民
        if found and (another or found[0] is moves_with or (then and then[0] is moves_with_it)):
            for reading in _readings(text, found[1], found[0].name, sentence, opaque):
                yield reading
                if then and (same := _of_the_same(text, reading, cut, stop)):
                    yield same
            if not then:
                yield from _of_clause(text, cut + 1, stop, sentence, opaque)
            return
        cut = text.find(LISTED, cut + 1, stop)
    if found := first(RULES, text, begin, stop):
        yield from _readings(text, found[1], found[0].name, sentence, opaque)


def _of_the_same(text: str, last: Reading, start: int, end: int) -> Reading | None:
    """Another target of the thing that the number in front measures."""
    if not (found := first(OF_THE_SAME, text, start, end)):
        return None
    name, match = found[0].name, found[1]
    return _reading(match, name, RELATIONS.get(name) or relation_of(match["said"]), last.pieces, match.span("said"), last.sentence)


def _readings(text: str, match: re.Match[str], name: str, sentence: tuple[int, int], opaque: Sequence[tuple[int, int]]) -> Iterator[Reading]:
    phrase = phrases.strip(text, match.start("thing"), match.end("thing"), True)
    if phrase.empty or phrase.end - phrase.start < 2 or expression("set_by").match(text, match.start("thing")):
        return
    things = coordinate.members(text, phrase.start, phrase.end, None, opaque, apart=False)
    if any(len(thing) == 1 and thing[0][1] - thing[0][0] <= SHORTEST for thing in things):
        things = [((phrase.start, phrase.end),)]
    span = (min(phrase.start, match.start("said")), match.end())
    for pieces in (well_formed.mended(text, thing) for thing in things):
        if well_formed.flaw(words_of(text, pieces)):
            continue
        for relation, reference in _relations_and_references(match, name):
            reading = _reading(match, name, relation, pieces, span, sentence)
            yield replace(reading, commitment=phrase.commitment, reference=reference)


def _relations_and_references(match: re.Match[str], name: str) -> Iterator[tuple[str, str]]:
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


def _reading(match: re.Match[str], name: str, relation: str, pieces: Pieces, span: tuple[int, int], sentence: tuple[int, int]) -> Reading:
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
