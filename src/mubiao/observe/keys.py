"""What two documents share of a phrase that has no canonical indicator."""

from __future__ import annotations

from functools import lru_cache

from mubiao.lexicon.affix import Affixes
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.lexicon.vocabulary import PHRASES, plain
from mubiao.observe.fits import is_counted
from mubiao.observe.wordings import BRACKETS, ends


@lru_cache(maxsize=PHRASES)
def key(phrase: str, counted_in: str | None = None) -> str:
    """A phrase reduced to what two documents share: for lining up what has no canonical indicator.

    Args:
        phrase: the indicator as written.
        counted_in: unit of an amount; in front of things that are counted, examples of them may stand (杜家坎等市级疏堵工程).
    """
    front, back, _ = ends()
    written = expression("joint_of_key").sub("", BRACKETS.sub("", phrase))
    reduced = expression("light_inside").sub("", expression("done_behind").sub("", plain(written)))
    reduced = expression("word_of_share").sub(max(load().words["nouns"]["share"]), reduced)  # one word for all, always the same
    if is_counted(counted_in):
        reduced = expression("examples_in_front").sub("", reduced)
    opening = front.match(reduced)
    reduced = reduced[opening.end() :] if opening and opening.end() < len(reduced) else reduced
    shorter = back.sub("", reduced)
    return shorter or reduced


def stem(phrase: str, counted_in: str | None = None) -> str:
    """A key without a leading level: 省级服务业领军企业 -> 服务业领军企业."""
    reduced = key(phrase, counted_in)
    level = levels().head(reduced, 0, len(reduced))
    return reduced[len(level) :] if level and len(level) < len(reduced) else reduced


@lru_cache(maxsize=1)
def levels() -> Affixes:
    """Words for who gives a title."""
    return Affixes(load().table("modifiers", "level"))
