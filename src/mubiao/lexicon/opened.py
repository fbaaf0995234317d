"""What an expression may begin with: put in front of it as a look ahead, it passes over a text several times as fast.

Where an expression begins with words of several tables, Python tries each of them at every character; a set of characters is one step.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

CATEGORIES = {"CATEGORY_DIGIT": r"\d", "CATEGORY_SPACE": r"\s", "CATEGORY_WORD": r"\w"}
WIDTHLESS = ("AT", "ASSERT", "ASSERT_NOT")


def opened(source: str) -> str:
    """An expression that finds the same, with what it may begin with in front; itself where Python sees that, or nobody can tell.

    >>> opened("(?:[力争]取|确保)?增长|每年")
    '(?=[争力增每确])(?:(?:[力争]取|确保)?增长|每年)'
    """
    items = parser.parse(source)
    found = _edge(items, False)
    if found is None or found[1] or _is_seen(items):
        return source
    return f"(?=[{''.join(sorted(found[0], key=_by_length))}])(?:{source})"


def _is_seen(items: Any) -> bool:
    """Whether Python searches by itself for what an expression begins with: a set of characters, or words side by side."""
    kind, what = items[0]
    if str(kind) == "SUBPATTERN":
        return _is_seen(what[3])
    if str(kind) == "BRANCH":
        return all(branch and str(branch[0][0]) == "LITERAL" for branch in what[1])
    return str(kind) in ("LITERAL", "IN")


def _by_length(part: str) -> tuple[int, str]:
    return len(part), part


def closings(source: str) -> frozenset[str]:
    """The characters that what an expression finds may end with; none where it may be anything.

    >>> sorted(closings("(?:增长|提高)(?:以上|左右)?"))
    ['上', '右', '长', '高']
    """
    found = _edge(parser.parse(source), True)
    if found is None or found[1] or any(len(part) > 2 or part in CATEGORIES.values() for part in found[0]):
        return frozenset()
    return frozenset(part[-1] for part in found[0])


def _edge(items: Sequence[tuple[Any, Any]], back: bool) -> tuple[set[str], bool] | None:
    """Parts of a set of characters that items may begin with, and whether they may be empty; None where that cannot be told.

    Args:
        back: what they may end with instead.
    """
    parts: set[str] = set()
    for kind, what in reversed(list(items)) if back else items:
        found = _edge_of(str(kind), what, back)
        if found is None:
            return None
        parts |= found[0]
        if not found[1]:
            return parts, False
    return parts, True


def _edge_of(kind: str, what: Any, back: bool) -> tuple[set[str], bool] | None:
    if kind == "LITERAL":
        return {re.escape(chr(what))}, False
    if kind == "IN":
        inner = [_member(str(one), value) for one, value in what]
        return ({part for part in inner if part}, False) if all(inner) else None
    if kind == "SUBPATTERN":
        return None if what[1] else _edge(what[3], back)
    if kind == "BRANCH":
        branches = [found for found in [_edge(branch, back) for branch in what[1]] if found is not None]
        both = len(branches) == len(what[1])
        return (set().union(*(parts for parts, _ in branches)), any(empty for _, empty in branches)) if both else None
    if kind in ("MAX_REPEAT", "MIN_REPEAT"):
        found = _edge(what[2], back)
        return None if found is None else (found[0], found[1] or not what[0])
    return (set(), True) if kind in WIDTHLESS else None


def _member(kind: str, what: Any) -> str | None:
    """One part of a set of characters: a character, a range or a category."""
    if kind == "LITERAL":
        return re.escape(chr(what))
    if kind == "RANGE":
        return f"{re.escape(chr(what[0]))}-{re.escape(chr(what[1]))}"
    return CATEGORIES.get(str(what)) if kind == "CATEGORY" else None
