"""What every named rule does, in one sentence each (rules.toml)."""

from __future__ import annotations

from functools import lru_cache

from mubiao.errors import LexiconError
from mubiao.lexicon.loader import read_toml

FILE = "rules.toml"


@lru_cache(maxsize=1)
def rulebook() -> dict[str, str]:
    """Name of a rule -> what it does.

    Raises:
        LexiconError: a rule stands in two tables or says nothing.
    """
    book: dict[str, str] = {}
    for table, entries in read_toml(FILE).items():
        for name, says in entries.items():
            if name in book or not isinstance(says, str) or not says:
                raise LexiconError(f"{FILE} [{table}] {name}: comes twice or says nothing")
            book[name] = says
    return book
