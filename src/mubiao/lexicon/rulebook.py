"""What the rules that are no objects yet do, in one sentence each (rules.toml)."""

from __future__ import annotations

from functools import lru_cache

from mubiao.lexicon.loader import read_toml

FILE = "rules.toml"


@lru_cache(maxsize=1)
def rulebook() -> dict[str, dict[str, str]]:
    """Kind of rules -> name -> what it does."""
    return {kind: {name: str(says) for name, says in names.items()} for kind, names in read_toml(FILE).items()}
