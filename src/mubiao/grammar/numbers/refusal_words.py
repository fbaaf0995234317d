"""The words of refusals.toml, ready for lookups."""

from __future__ import annotations

from functools import lru_cache

from mubiao.lexicon.affix import Affixes
from mubiao.lexicon.loader import load

LOOK = 16  # characters to either side that a rule may see


@lru_cache(maxsize=1)
def words() -> dict[str, Affixes]:
    """The tables of refusals.toml, ready for lookups."""
    tables = load().words["refusals"]
    ready = {name: Affixes(dict.fromkeys(entries, name)) for name, entries in tables.items()}
    ready["time_of"] = Affixes(dict.fromkeys(load().words["nouns"]["time_of"], "time_of"))
    return ready
