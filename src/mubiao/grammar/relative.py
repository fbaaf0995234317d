"""Targets without a number of their own: 与经济增长同步, 高于全国平均水平, 完成省下达任务, 保持全国占比份额.

Each rule is an expression over one clause that names the thing and what it is measured against. A rule applies only
where the clause holds no quantity.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from mubiao.grammar import clauses, coordinate, phrases
from mubiao.grammar.affix import pattern
from mubiao.grammar.reading import Reading
from mubiao.lexicon.loader import load

SHORTEST = 2  # a member of so few characters is no thing by itself: 能源和环境指标
LONGEST = 80  # characters of a clause that can be a target of this kind


@lru_cache(maxsize=1)
def rules() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Names and expressions of the rules, in the order in which they are tried."""
    table = {name: pattern(words) for name, words in load().words["relatives"].items()}
    rate = pattern(load().words["predicates"]["rate"])
    keep = "(?:均|也|继续|保持|力争|增长|要|实现)*"
    return tuple(
        (name, re.compile(expression))
        for name, expression in (
            ("moves_with", rf"(?P<thing>.+?)(?P<said>{table['with']}(?P<reference>[^,]*?{table['yardstick']}[^,]*?|经济[^,]{{0,6}}?){keep}{table['together']})$"),
            ("is_above", rf"(?P<thing>.+?)(?P<said>(?:{rate})?{keep}{table['above']}(?P<reference>[^,]*{table['yardstick']}[^,]*))$"),
            ("stays_above", rf"(?P<thing>.+?)(?P<said>(?:{rate})?保持在(?P<reference>[^,]*平均水平)以[上下])$"),
            ("set_for_it", rf"(?P<thing>.+?)(?P<said>{table['finish']}(?P<reference>{table['superior']}{table['assigned']}))$"),
            ("what_was_set", rf"(?P<said>{table['finish']}(?P<reference>{table['superior']})下达的?)(?P<thing>[^,]+?)(?:目标任务|目标|任务|计划)+$"),
            ("within_bounds", rf"(?P<thing>.+?)(?P<said>控制在(?P<reference>[^,]*?{table['within']}))$"),
            ("keeps_share", rf"(?P<thing>.+?)(?P<said>保持(?P<reference>{table['share']})(?:稳定|不变)?)$"),
            ("trend", rf"(?P<thing>.+?)(?P<said>(?P<reference>{table['trend']}))$"),
        )
    )


@lru_cache(maxsize=1)
def triggers() -> re.Pattern[str]:
    """Some word that every rule needs: most clauses are passed over by one search."""
    words = load().words["relatives"]
    return re.compile(pattern(words["together"] | words["above"] | words["trend"] | {"平均水平", "下达", "控制在", "占比", "份额", "考核"}))


def read(text: str, low: int, high: int, taken: Sequence[tuple[int, int]], opaque: Sequence[tuple[int, int]]) -> Iterator[Reading]:
    """Relative targets of a sentence.

    Args:
        low, high: the sentence.
        taken: spans of quantities; clauses that hold one are passed over.
        opaque: quotations.
    """
    if not triggers().search(text, low, high):
        return
    for begin, stop in clauses.split_at(text, low, high, clauses.COMMA, opaque):
        if stop - begin > LONGEST or any(begin <= start < stop for start, _ in taken) or not triggers().search(text, begin, stop):
            continue
        for name, expression in rules():
            if match := expression.match(text, begin, stop):
                yield from _readings(text, match, name, (low, high), opaque)
                break


def _readings(text: str, match: re.Match[str], name: str, sentence: tuple[int, int], opaque: Sequence[tuple[int, int]]) -> Iterator[Reading]:
    phrase = phrases.strip(text, match.start("thing"), match.end("thing"), True)
    if phrase.empty or phrase.end - phrase.start < 2:
        return
    things = coordinate.members(text, phrase.start, phrase.end, None, opaque, apart=False)
    if any(len(thing) == 1 and thing[0][1] - thing[0][0] <= SHORTEST for thing in things):
        things = [((phrase.start, phrase.end),)]
    for pieces in things:
        yield Reading(
            number=None,
            span=(min(phrase.start, match.start("said")), match.end()),
            pieces=pieces,
            clause=(match.start(), match.end()),
            sentence=sentence,
            action=match["said"],
            commitment=phrase.commitment,
            measure="relative",
            reference=match["reference"],
            rules=[name],
        )
