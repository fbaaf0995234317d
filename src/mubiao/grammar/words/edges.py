"""Words at the edges of a phrase."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from mubiao.lexicon.affix import Affixes
from mubiao.lexicon.loader import load

AROUND = ("distributive", "cumulative", "previous", "span", "each", "commitment", "adverb", "which")  # modifiers on either side of a noun

NOUN_IN_FRONT = 2  # characters of a noun in front of its last word (社会|组织)


@dataclass(frozen=True, slots=True)
class Edges:
    """At the edges of a phrase: verbs, promises, hedges, times, and the nouns that look like them.

    Attributes:
        predicates: how a number moved or was reached, with the class of the word: rise, fall, reach, hold or limit (增长, 达到).
        until: makes a move tell what it reached (提升|至).
        counts: moves that are told in any unit (同比|增加|7家); gains: what is added to what stands in front (比上年|增收).
        reshaped: behind these 为 and 至 tell how many are left (整合|至11家).
        actions: verbs of a commitment, with their class: add, change or make; adds: those of add.
        done: how far the work went, also in several words (竣工, 启动建设); stages: those that say that it began or ended.
        commits: verbs that do something to whatever stands behind them, be it a word that says too little (vague).
        inner: verbs that stand inside a phrase as well (房地产|完成|投资).
        telling: of a share these say which things are meant, and belong to the name (服务|进出口); asking: whom they ask acts in turn (提请).
        nominal: verbs that are counted themselves (造林); first_only: behind another verb these begin the noun (发放|创新扶持资金).
        new: makes any verb behind it one of add (新|建); after_verb: belongs to the verb in front (建设|了); joints: joins verbs (新建|和|改造).
        noun_end: makes a noun of the verb in front (完成|率); protected: nouns that begin or end like a verb (过亿元).
        generic, vague, alone: nouns that say too little without their verb (项目); by themselves (消费).
        joint: closes a list that its number counts (地区生产总值|等|6项指标); of: carries a noun behind a number (8%|的|目标).
        head, tail: modifiers in front of and behind a noun, with their class; also prepositions in front, and 年度目标 behind.
        dispose: what is done to what a preposition of disposing governs (对|国省道|实施).
        serving, partners, means, standing: prepositions of whom it is for (为), with whom (与), by what (以), and one that stays with its noun
            where no verb follows (在|川两院院士).
        closing: last characters of all that may end a phrase.
    """

    predicates: Affixes
    until: frozenset[str]
    counts: frozenset[str]
    gains: frozenset[str]
    reshaped: Affixes
    actions: Affixes
    adds: Affixes
    done: Affixes
    stages: frozenset[str]
    commits: frozenset[str]
    inner: frozenset[str]
    telling: frozenset[str]
    asking: frozenset[str]
    nominal: frozenset[str]
    first_only: frozenset[str]
    new: Affixes
    after_verb: Affixes
    joints: Affixes
    noun_end: Affixes
    protected: Affixes
    generic: frozenset[str]
    vague: frozenset[str]
    alone: frozenset[str]
    joint: Affixes
    of: Affixes
    head: Affixes
    tail: Affixes
    dispose: Affixes
    disposing: frozenset[str]
    serving: frozenset[str]
    partners: frozenset[str]
    means: frozenset[str]
    standing: frozenset[str]
    closing: frozenset[str]

    def inside_noun(self, text: str, start: int, position: int, end: int) -> bool:
        """Whether what looks like a verb at a place is part of a noun that begins before it: 社会|组织."""
        fronts = range(max(start, position - NOUN_IN_FRONT), position)
        return any(len(self.protected.head(text, low, end) or "") > position - low for low in fronts)


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
        head=Affixes(lexicon.table("modifiers", *AROUND, "causative", "connective", "contrast", "manner", "place", "preposition")),
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
