"""What a verb or name tells of building work: begun, finished or renewed are not the same flow."""

from __future__ import annotations

import re
from functools import lru_cache

from mubiao.lexicon.affix import pattern
from mubiao.lexicon.loader import load

KINDS = ("started", "finished", "renewed", "built")


@lru_cache(maxsize=1)
def expressions() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """One expression for each kind."""
    return tuple((kind, re.compile(pattern(load().words["actions"][kind]))) for kind in KINDS)


@lru_cache(maxsize=4096)
def activity(words: str) -> str | None:
    """started, finished or renewed; mixed for what is begun and finished together, extended for what is built new and
    renewed together; None for other words.

    What is built new has no kind of its own: it is the plain case that a plan of 新建 and a result of 建成 share.

    >>> activity("建成和开工建设"), activity("新建和改造提升"), activity("新建")
    ('mixed', 'extended', None)
    """
    found = {kind for kind, expression in expressions() if expression.search(words)}
    if "started" in found:
        return "mixed" if "finished" in found else "started"
    if "renewed" in found:
        return "extended" if "built" in found else "renewed"
    return "finished" if "finished" in found else None
