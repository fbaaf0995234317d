"""The words that may stand at the edges of a phrase, compiled once from the lexicon."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from mubiao.lexicon.affix import Affixes
from mubiao.lexicon.loader import load


@dataclass(frozen=True)
class Words:
    """Edge words, compiled once."""

    predicates: Affixes
    until: frozenset[str]
    counts: frozenset[str]
    tail: Affixes
    head: Affixes
    actions: Affixes
    adds: Affixes
    protected: Affixes
    generic: frozenset[str]
    alone: frozenset[str]
    inner: frozenset[str]
    dispose: Affixes
    joint: Affixes
    joints: Affixes
    new: Affixes
    after_verb: Affixes
    noun_end: Affixes
    of: Affixes
    disposing: frozenset[str]
    serving: frozenset[str]
    standing: frozenset[str]
    gains: frozenset[str]


@lru_cache(maxsize=1)
def words() -> Words:
    """Compile the edge words."""
    lexicon = load()
    table = lexicon.words["predicates"]
    around = ("distributive", "cumulative", "previous", "span", "each", "commitment", "adverb", "which")
    return Words(
        predicates=Affixes(lexicon.table("predicates", "rise", "fall", "reach", "hold", "limit")),
        until=table["until"],
        counts=table["count_change"],
        tail=Affixes(lexicon.table("modifiers", *around) | lexicon.table("periods", "target_of")),
        head=Affixes(lexicon.table("modifiers", *around, "causative", "connective", "manner", "place", "preposition")),
        actions=Affixes(lexicon.table("actions", "make", "change", "add")),
        adds=Affixes(lexicon.table("actions", "add")),
        protected=Affixes(lexicon.table("nouns", "protected")),
        generic=lexicon.words["nouns"]["generic"],
        alone=lexicon.words["nouns"]["alone"],
        inner=lexicon.words["actions"]["inner"],
        dispose=Affixes(lexicon.table("modifiers", "dispose")),
        joint=Affixes(lexicon.table("nouns", "joint")),
        joints=Affixes(lexicon.table("particles", "joint")),
        new=Affixes(lexicon.table("particles", "new")),
        after_verb=Affixes(lexicon.table("particles", "after_verb")),
        noun_end=Affixes(lexicon.table("particles", "noun_end")),
        of=Affixes(lexicon.table("particles", "of")),
        disposing=lexicon.words["modifiers"]["disposing"],
        serving=lexicon.words["modifiers"]["serving"],
        standing=lexicon.words["modifiers"]["standing"],
        gains=lexicon.words["predicates"]["gain"],
    )
