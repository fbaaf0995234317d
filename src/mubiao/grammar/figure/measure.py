"""Which kind of figure a number is, and how it is bounded."""

from __future__ import annotations

from functools import lru_cache

from mubiao.grammar.numbers.number import Number
from mubiao.grammar.phrase.phrase import Phrase
from mubiao.lexicon.affix import Affixes
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import Unit, load

NEAR = 4  # characters at the head of a phrase in which 每 makes it a ratio


@lru_cache(maxsize=1)
def words() -> dict[str, Affixes]:
    """Nouns that decide the measure."""
    lexicon = load()
    return {
        "rate": Affixes(dict.fromkeys(lexicon.words["predicates"]["rate"], "rate")),
        "change_noun": Affixes(dict.fromkeys(lexicon.words["nouns"]["change_noun"], "change")),
        "no_level": Affixes(dict.fromkeys(lexicon.words["predicates"]["no_level"], "flow")),
        "level": Affixes(dict.fromkeys(lexicon.words["nouns"]["level"], "level")),
    }


def growing(phrase: Phrase) -> str:
    """rise or fall where the words in front of the number, or the verb in front of the noun, tell of it, else ""."""
    return next((kind for _, kind in phrase.predicate if kind in ("rise", "fall")), phrase.moves)


# Name of a rule -> the measure that it tells of.
MEASURES = {
    "percentage_points": "change", "compared": "change", "changed_by": "change", "rate_of_growth": "growth", "share": "ratio", "per_unit": "ratio",
    "concentration": "amount", "counted": "amount",
}  # fmt: skip


def measure(number: Number, phrase: Phrase, indicator: str, relation: bool, behind: bool) -> str:
    """The rule (a key of :data:`MEASURES`) that says which kind of figure a number is.

    Args:
        relation: whether it is measured against something else.
        behind: whether a word of growth stands behind the number (保持30%以上增长).
    """
    unit = number.unit
    if unit is None:
        return "counted"
    if unit.dimension == "points":
        return "percentage_points"
    if relation:
        return "compared"
    kind = growing(phrase)
    if unit.dimension == "multiple" and kind and indicator.endswith(tuple(load().words["nouns"]["multiple_of"])):
        return "changed_by"  # 收入倍差缩小0.1倍
    if number.of("rate"):
        if number.sign:
            return "changed_by" if indicator.endswith(tuple(load().words["nouns"]["rate_end"])) else "rate_of_growth"
        grows = kind or behind or number.rule == "doubling" or "previous" in phrase.flags or words()["rate"].tail(indicator, 0, len(indicator))
        return "rate_of_growth" if grows else "share"
    if kind or phrase.action_class == "change" or words()["change_noun"].tail(indicator, 0, len(indicator)):
        return "changed_by"
    if "/" in unit.name:
        return _by(unit)
    return "per_unit" if any(word in indicator[:NEAR].partition("“")[0] for word in load().words["particles"]["per"]) else "counted"


def _by(unit: Unit) -> str:
    dimension, _, per = unit.dimension.partition("/")
    base = load().units.get(per)
    by_volume = dimension == "mass" and base is not None and base.dimension == "volume"
    return "concentration" if by_volume or per in load().words["periods"]["unit_of_time"] else "per_unit"


def grows_behind(text: str, position: int) -> bool:
    """保持30%以上增长: the word of growth stands behind the number."""
    return expression("growth_behind").match(text, position) is not None


def comparator(number: Number, phrase: Phrase) -> tuple[str, str | None, str]:
    """Class, literal word(s) and rule of the bound: what stands behind the number, else in front of it, else the verb."""
    bounds = load().bounds
    limit = next((word for word, kind in phrase.predicate if kind == "limit"), "")
    if number.after:
        literal = f"{limit}…{number.after}" if limit else number.after
        return bounds["after"][number.after], literal, "bound_behind"
    if number.before:
        return bounds["before"][number.before], number.before, "bound_in_front"
    if number.fuzzy:
        return "approx", number.fuzzy, "bound_inside"
    if limit:
        return bounds["bound"][limit], limit, "bound_verb"
    return "eq", None, "plain"


def _comes_new(phrase: Phrase, indicator: str) -> bool:
    """Whether a number says what came into being; the 新增 of a list does not reach its totals (新增里程100公里、总里程300公里)."""
    lexicon = load().words
    added = phrase.action_class == "add" and not (phrase.carried and indicator.startswith(tuple(lexicon["particles"]["whole"])))
    return added or any(word in indicator for word in lexicon["nouns"]["flow"])


def cumulative(number: Number, phrase: Phrase, indicator: str, kind: str) -> str:
    """The rule that says that the number is a stock or a running total, "" where none does."""
    if kind not in ("amount", "ratio") or number.unit is None:
        return ""
    if "cumulative" in phrase.flags:
        return "said_total"
    if kind == "ratio" or _comes_new(phrase, indicator):
        return ""
    if any(word in indicator for word in words()["level"].words):
        return "level_noun"
    reached = any(cls in ("reach", "risen") and word not in words()["no_level"].words for word, cls in phrase.predicate)
    return "reached_level" if reached and number.of("stock") and phrase.action is None else ""
