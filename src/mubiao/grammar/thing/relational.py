"""Nouns that only relate to something, known by their form: 装机规模, 月访问量, 利用率 need whose.

>>> relational("月访问量"), relational("精深加工率"), relational("森林覆盖率"), relational("城镇化率")
(True, True, False, False)
"""

from __future__ import annotations

from functools import lru_cache

from mubiao.grammar.thing.pieces import WORD, Pieces
from mubiao.grammar.words.edges import edges
from mubiao.grammar.words.things import relating
from mubiao.lexicon.loader import load
from mubiao.lexicon.vocabulary import plain, vocabulary


@lru_cache(maxsize=4096)
def relational(noun: str) -> bool:
    """Whether a noun is made of nothing but words that relate: (prefix)*(stem)(end); what is an indicator by itself is none."""
    nouns = load().words["nouns"]
    if noun in nouns["dependent"]:
        return True
    end = relating().end.tail(noun, 0, len(noun))
    if end is None or plain(noun) in vocabulary().forms:
        return False
    stem = noun[: len(noun) - len(end)]
    bare = not stem
    while stem and not _says_which(stem):
        prefix = relating().prefix.head(stem, 0, len(stem))
        if prefix is None:
            return False
        stem = stem[len(prefix) :]
        if stem + end in nouns["dependent"]:
            return True  # 总|产量
    return not bare


def _says_which(stem: str) -> bool:
    """上架|率, 运送|量: whether a stem only says which rate or quantity of something it is: what was done to it; but 建成|里程."""
    done = stem in edges().actions.words and stem not in edges().stages
    return done or stem in load().words["nouns"]["relational_stem"]


def told_by_itself(text: str, head: Pieces, low: int) -> bool:
    """Whether the sentence that begins at ``low`` has told an indicator by itself."""
    return len(head) == 1 and head[0][0] >= low and plain(text[slice(*head[0][:2])]) in vocabulary().forms


def without_total(noun: str) -> str:
    """社会消费品零售总额 -> 社会消费品零售额."""
    for word in load().words["particles"]["whole"]:
        noun = noun.replace(word, "")
    return noun


def bare_of(text: str, low: int, high: int) -> int:
    """Where the noun of measure at the end of a span begins, by its form (生猪|饲养量); ``high`` where there is none."""
    end = relating().end.tail(text, low, high)
    if end is None:
        return high
    stem = high - len(end) - WORD
    return stem if stem - low >= WORD else high
