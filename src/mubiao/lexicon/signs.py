"""Signs: characters without which an expression finds nothing, so that a passage that holds none of them need not be searched.

They are read off the expression itself. Of a word any character would do; the one is taken that fewest examples of the lexicon hold.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from mubiao.lexicon.affix import pattern
from mubiao.lexicon.expressions import entries, expression
from mubiao.lexicon.loader import load
from mubiao.lexicon.opened import closings

NONE: frozenset[str] = frozenset()  # where no character can be told


@cache  # there are as many as the data files have
def signs(name: str) -> frozenset[str]:
    """Characters of which whatever an expression finds holds at least one; empty where none can be told.

    Args:
        name: an expression (overcome), the words of a table (stance.if), or a character.

    >>> sorted(signs("record"))
    ['创']
    """
    if len(name) == 1:
        return frozenset(name)
    file, _, table = name.partition(".")
    source = pattern(load().words[file][table]) if table else expression(name).pattern
    return _of_sequence(parser.parse(source))


def any_of(names: Iterable[str]) -> frozenset[str]:
    """The signs of several expressions together; empty where one of them has none."""
    found = [signs(name) for name in names]
    return NONE.union(*found) if all(found) else NONE


@cache
def may_end(name: str, char: str) -> bool:
    """Whether what an expression finds may end with a character."""
    found = _closings(name)
    return not found or char in found


@cache
def _closings(name: str) -> frozenset[str]:
    return closings(expression(name).pattern)


@cache
def any_sign(*names: str) -> re.Pattern[str]:
    """What finds a sign of any of several expressions; anything where one of them has none."""
    found = any_of(names)
    return re.compile(f"[{re.escape(''.join(sorted(found)))}]" if found else "")


@lru_cache(maxsize=1)
def _how_often() -> Counter[str]:
    """How often a character stands in the examples of the expressions."""
    told = [entry[kind] for entry in entries().values() for kind in ("takes", "refuses")]
    return Counter(char for examples in told for example in examples for char in example)  # type: ignore[attr-defined]


def _of_sequence(items: Sequence[tuple[Any, Any]]) -> frozenset[str]:
    """Of parts that all must be found: the signs of the one whose are rarest."""
    found = [one for one in map(_of_item, items) if one]
    return min(found, key=lambda one: (sum(_how_often()[char] + 1 for char in one), sorted(one)), default=NONE)


def _never(items: Sequence[tuple[Any, Any]]) -> bool:
    """Whether a part is there for the name of a group only: (?P<from>(?!))."""
    for kind, what in items:
        empty = str(kind) == "ASSERT_NOT" and not what[1]
        if empty or str(kind) == "FAILURE" or (str(kind) == "SUBPATTERN" and _never(what[3])):
            return True
    return False


def _of_item(item: tuple[Any, Any]) -> frozenset[str]:
    kind, what = str(item[0]), item[1]
    if kind == "LITERAL":
        return frozenset(chr(what))
    if kind == "IN":
        return frozenset(chr(code) for _, code in what) if all(str(one) == "LITERAL" for one, _ in what) else NONE
    if kind == "SUBPATTERN":
        return NONE if what[1] & re.IGNORECASE else _of_sequence(what[3])
    if kind == "BRANCH":
        branches = [_of_sequence(branch) for branch in what[1] if not _never(branch)]
        return NONE.union(*branches) if all(branches) else NONE
    if kind in ("MAX_REPEAT", "MIN_REPEAT") and what[0]:
        return _of_sequence(what[2])
    return NONE
