"""What a verb tells of building work: begun, finished or renewed are not the same flow."""

from __future__ import annotations

import re
from functools import lru_cache

from mubiao.lexicon.affix import pattern
from mubiao.lexicon.loader import load

KINDS = ("started", "finished", "renewed")


@lru_cache(maxsize=1)
def expressions() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """One expression for each kind."""
    return tuple((kind, re.compile(pattern(load().words["actions"][kind]))) for kind in KINDS)


@lru_cache(maxsize=4096)
def activity(action: str) -> str | None:
    """started, finished, renewed, mixed where a chain of verbs holds two of them, None for other verbs.

    >>> activity("建成和开工建设")
    'mixed'
    """
    found = [kind for kind, expression in expressions() if expression.search(action)]
    return None if not found else found[0] if len(found) == 1 else "mixed"
