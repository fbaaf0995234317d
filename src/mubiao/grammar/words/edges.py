"""Words at the edges of a phrase."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from mubiao.lexicon.affix import Affixes
from mubiao.lexicon.loader import load

AROUND = ("distributive", "cumulative", "previous", "span", "each", "commitment", "adverb", "which")  # modifiers on either side of a noun


@dataclass(frozen=True, slots=True)
class Edges:
    """At the edges of a phrase: verbs, promises, hedges, times, and the nouns that look like them."""

    predicates: Affixes
    until: frozenset[str]
    reshaped: Affixes
    counts: frozenset[str]
    tail: Affixes
    head: Affixes
    actions: Affixes
    adds: Affixes
    done: Affixes
    protected: Affixes
    generic: frozenset[str]
    vague: frozenset[str]
    commits: frozenset[str]
    telling: frozenset[str]
    stages: frozenset[str]
    alone: frozenset[str]
    inner: frozenset[str]
    asking: frozenset[str]
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
    partners: frozenset[str]
    means: frozenset[str]
    gains: frozenset[str]
    nominal: frozenset[str]
    first_only: frozenset[str]
    closing: frozenset[str]


@lru_cache(maxsize=1)
def edges() -> Edges:
    """For phrase/."""
    lexicon = load()
    predicates, nouns, actions, modifiers = (lexicon.words[file] for file in ("predicates", "nouns", "actions", "modifiers"))
    growth = lexicon.table("predicates", "rise", "fall", "reach", "hold", "limit")
    done = lexicon.words["particles"]["done"]
    growth |= {word + particle: kind for word, kind in growth.items() if kind in ("rise", "fall") and len(word) > 1 for particle in done}
    behind = lexicon.table("modifiers", *AROUND, "within_year") | lexicon.table("periods", "target_of", "aim")
    verbs = lexicon.table("actions", "make", "change", "add")
    work = lexicon.table("actions", "started", "continued", "finished")
    return Edges(
        predicates=Affixes(growth),
        until=predicates["until"],
        reshaped=Affixes.of(predicates["reshaped"]),
        counts=predicates["count_change"],
        tail=Affixes(behind),
        head=Affixes(lexicon.table("modifiers", *AROUND, "causative", "connective", "contrast", "manner", "place", "assigned", "preposition")),
        actions=Affixes(verbs),
        adds=Affixes(lexicon.table("actions", "add")),
        done=Affixes({**work, **{word: "progress" for word in actions["progress"] if any(verb in word for verb in work)}}),
        protected=Affixes.of(nouns["protected"]),
        generic=nouns["generic"],
        stages=actions["started"] | actions["finished"],
        vague=nouns["generic"] | nouns["thin"] | nouns["place_noun"] | nouns["area_end"],
        commits=actions["add"] | actions["inner"] | actions["built"] | actions["started"] | actions["finished"],
        telling=actions["telling"],
        alone=nouns["alone"],
        inner=actions["inner"],
        asking=actions["asking"],
        dispose=Affixes.of(modifiers["dispose"]),
        joint=Affixes.of(nouns["joint"]),
        joints=Affixes.of(lexicon.words["particles"]["joint"]),
        new=Affixes.of(lexicon.words["particles"]["new"]),
        after_verb=Affixes.of(lexicon.words["particles"]["after_verb"]),
        noun_end=Affixes.of(lexicon.words["particles"]["noun_end"]),
        of=Affixes.of(lexicon.words["particles"]["of"]),
        disposing=modifiers["disposing"],
        serving=modifiers["serving"],
        standing=modifiers["standing"],
        partners=modifiers["partner"],
        means=modifiers["means"],
        gains=predicates["gain"],
        first_only=actions["first_only"],
        nominal=actions["activity"] | actions["activity_of"],
        closing=frozenset(word[-1] for words in (growth, behind, verbs) for word in words),
    )
