"""Ways in which a phrase may be written that names an indicator, and what stands beside the name."""

from __future__ import annotations

import re
from functools import lru_cache

from mubiao.lexicon.affix import pattern
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.lexicon.vocabulary import plain

BRACKETS = re.compile(r"[(（][^()（）]*[)）]")


@lru_cache(maxsize=1)
def ends() -> tuple[re.Pattern[str], re.Pattern[str], frozenset[str]]:
    """What may stand in front of and behind a form, and verbs that belong to a noun."""
    words = load().words
    return (
        re.compile(f"(?:{pattern(words['inflections']['front'])})+"),
        re.compile(rf"{pattern(words['inflections']['back'])}$"),
        words["inflections"]["part_of_noun"],
    )


def wordings(phrase: str, counted: bool) -> list[str]:
    """Ways to say a phrase: without brackets, without how it went (…投入运行) or that it is a goal, with another word for a share, and, of
    things counted, without examples in front.
    """
    short = plain(BRACKETS.sub("", phrase))
    done = expression("done_behind").sub("", short)
    shares = [expression("word_of_share").sub(word, short) for word in sorted(load().words["nouns"]["share"])]
    ways = [
        plain(phrase),
        short,
        done,
        expression("goal_at_end").sub("", short),
        *shares,
        *([expression("examples_in_front").sub("", done)] if counted else []),
    ]
    return list(dict.fromkeys(ways))
