"""Words that say where the name of a thing ends, what it left out, and what it is not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from mubiao.lexicon.affix import Affixes
from mubiao.lexicon.layers import read_toml
from mubiao.lexicon.loader import load


@dataclass(frozen=True, slots=True)
class Heads:
    """Ends of complete phrases (metric, shared with their stems, end, sure_end), qualifiers that are none, and words that open a mean."""

    metric: Affixes
    shared: Affixes
    end: Affixes
    sure_end: Affixes
    qualifier: Affixes
    per_head: Affixes
    shared_front: Affixes


@lru_cache(maxsize=1)
def heads() -> Heads:
    """For what a list or an item left out."""
    lexicon = load()
    nouns = lexicon.words["nouns"]
    ends = tuple(nouns["relational_end"])
    metric = {*lexicon.table("nouns", "metric", "dependent"), *(word for word in nouns["protected"] if word.endswith(ends))}
    return Heads(
        metric=Affixes.of(metric),
        shared=Affixes.of(metric | nouns["relational_stem"]),
        end=Affixes.of(nouns["measure_end"]),
        sure_end=Affixes.of(nouns["sure_measure_end"]),
        qualifier=Affixes.of(lexicon.words["modifiers"]["qualifier"]),
        per_head=Affixes.of(nouns["per_head"]),
        shared_front=Affixes.of(nouns["shared_front"]),
    )


@lru_cache(maxsize=1)
def fused() -> Mapping[str, tuple[str, ...]]:
    """城乡 -> (城镇, 农村)."""
    return {word: tuple(str(entry).partition("=")[2].split("|")) for word, entry in read_toml("nouns.toml")["fused"].items()}


@lru_cache(maxsize=1)
def parallels() -> Mapping[str, tuple[str, ...]]:
    """贷款余额 -> 存款余额; 毕业生 -> 在校生, 招生."""
    return {word: tuple(str(entry).partition("=")[0].split("/")) for word, entry in read_toml("nouns.toml")["parallel"].items()}


@dataclass(frozen=True, slots=True)
class Cuts:
    """What no indicator begins or ends with, and the nouns that look alike."""

    no_end: Affixes
    end: Affixes
    no_beginning: Affixes
    beginning: Affixes


@lru_cache(maxsize=1)
def cuts() -> Cuts:
    """For what is well formed."""
    forms, protected = load().words["forms"], load().words["nouns"]["protected"]
    return Cuts(
        no_end=Affixes.of(forms["no_end"]),
        end=Affixes.of(protected | forms["end_of_noun"]),
        no_beginning=Affixes.of(forms["no_beginning"]),
        beginning=Affixes.of(protected | forms["whole_beginning"]),
    )


@dataclass(frozen=True, slots=True)
class Relating:
    """What may stand in front of a noun that only relates, and its ends."""

    prefix: Affixes
    end: Affixes


@lru_cache(maxsize=1)
def relating() -> Relating:
    """For nouns known by their form."""
    nouns = load().words["nouns"]
    return Relating(Affixes.of(nouns["relational_prefix"]), Affixes.of(nouns["relational_only"]))


@dataclass(frozen=True, slots=True)
class Behind:
    """What may follow the noun behind a number: …的基础上, a verb that begins a statement, how things go."""

    basis: Affixes
    statement: Affixes
    progress: Affixes


@lru_cache(maxsize=1)
def behind() -> Behind:
    """For the noun behind a number."""
    nouns, actions = load().words["nouns"], load().words["actions"]
    return Behind(*(Affixes.of(table) for table in (nouns["basis"], actions["clause_verb"], actions["progress"])))


@lru_cache(maxsize=1)
def nouns() -> Mapping[str, frozenset[str]]:
    """Tables of nouns.toml, actions.toml and modifiers.toml that the rules of a thing ask for whole words."""
    lexicon = load()
    actions = {name: lexicon.words["actions"][name] for name in ("activity", "activity_of", "inner")}
    return {**lexicon.words["nouns"], **actions, "towards": lexicon.words["modifiers"]["towards"]}


def is_branch(text: str, start: int, end: int) -> bool:
    """Whether a passage ends as a branch of the economy is named, or the firms of a kind, which are measured like one (制造业, 民营企业)."""
    return text.endswith(tuple(nouns()["sector_end"]), start, end)


SIZES = {"length": "in_length", "area": "in_area"}  # dimension -> table of the units that it is told with


def sized_together(counted: str, dimension: str) -> bool:
    """36条|120公里, 465幢|23万平方米: whether a size beside what is counted in a unit tells how large it is together."""
    return dimension in SIZES and counted in load().words["nouns"][SIZES[dimension]]
