"""Nouns that tell a quantity from a number that only says which class of thing is counted."""

from __future__ import annotations

from functools import lru_cache

from mubiao.lexicon.affix import Affixes
from mubiao.lexicon.loader import load


@lru_cache(maxsize=1)
def words() -> dict[str, Affixes]:
    """Their tables, ready for lookups."""
    nouns, refusals = load().words["nouns"], load().words["refusals"]
    tables = {
        "stuff": load().table("nouns", "money_of", "land_of", "people"),
        "person": nouns["person_end"],
        "carrier": nouns["kind"] | refusals["carrier"],
        "of": load().words["particles"]["of"],
        **{name: refusals[name] for name in ("kinds", "list", "policy", "article", "clause", "livestock")},
    }
    return {name: Affixes(dict.fromkeys(entries, name)) for name, entries in tables.items()}
