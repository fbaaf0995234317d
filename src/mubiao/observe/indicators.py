"""Which canonical indicator a phrase is: by exact and inflected aliases only; likeness is for suggestions, never here."""

from __future__ import annotations

import re
from functools import lru_cache

from mubiao.lexicon.affix import Affixes, pattern
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.lexicon.vocabulary import plain, vocabulary

BRACKETS = re.compile(r"[(（][^()（）]*[)）]")


@lru_cache(maxsize=1)
def ends() -> tuple[re.Pattern[str], re.Pattern[str], frozenset[str]]:
    """What may stand in front of and behind a form, and verbs that belong to a noun."""
    words = load().words
    return (
        re.compile(pattern(words["inflections"]["front"])),
        re.compile(rf"{pattern(words['inflections']['back'])}$"),
        words["inflections"]["part_of_noun"],
    )


def match(phrase: str, action: str | None, adjacent: bool, measure: str = "") -> str | None:
    """Id of the indicator that a phrase names, None where none is known.

    Args:
        phrase: the indicator as written.
        action: the verb that was taken off.
        adjacent: whether the verb stands directly in front of the phrase, so that both may be one name (新增贷款).
    """
    forms = vocabulary().forms
    if action and adjacent and (found := _find(plain(action + phrase), forms)):
        return found
    if action in ends()[2] and adjacent:
        return None
    found = _find(plain(phrase), forms) or _find(plain(BRACKETS.sub("", phrase)), forms)
    return found or (_longer(plain(phrase), f"{measure}_form") if measure in ("growth", "ratio") else None)


def reference(phrase: str | None) -> str | None:
    """Id of the indicator that a target is measured against: 经济增长, 规上工业 (whose value added grows)."""
    if not phrase:
        return None
    noun = expression("of_reference").sub("", plain(phrase))
    return _find(noun, vocabulary().forms) or _longer(noun, "reference_form")


def _longer(phrase: str, table: str) -> str | None:
    """The indicator of a phrase with what was left out put behind it: 利润总额|增速, 规上工业|增加值."""
    found = (_find(phrase + word, vocabulary().forms) for word in sorted(load().words["inflections"][table]))
    return next(filter(None, found), None)


def _find(phrase: str, forms: dict[str, str]) -> str | None:
    front, back, _ = ends()
    for candidate in (phrase, back.sub("", phrase)):
        if candidate in forms:
            return forms[candidate]
        opening = front.match(candidate)
        if opening and candidate[opening.end() :] in forms:
            return forms[candidate[opening.end() :]]
    return None


def key(phrase: str) -> str:
    """A phrase reduced to what two documents share: for lining up what has no canonical indicator."""
    front, back, _ = ends()
    reduced = plain(BRACKETS.sub("", phrase))
    opening = front.match(reduced)
    reduced = reduced[opening.end() :] if opening and opening.end() < len(reduced) else reduced
    shorter = back.sub("", reduced)
    return shorter or reduced


def stem(phrase: str) -> str:
    """A key without a leading level: 省级服务业领军企业 -> 服务业领军企业."""
    reduced = key(phrase)
    level = levels().head(reduced, 0, len(reduced))
    return reduced[len(level) :] if level and len(level) < len(reduced) else reduced


@lru_cache(maxsize=1)
def levels() -> Affixes:
    """Words for who gives a title."""
    return Affixes(load().table("modifiers", "level"))


def usual_measure(indicator_id: str | None, measure: str) -> str:
    """Growth where a percentage can only be that: 地区生产总值6%左右, 居民消费价格2%."""
    if indicator_id is None or measure != "ratio":
        return measure
    usual = vocabulary().by_id[indicator_id].measures
    return "growth" if "growth" in usual and "ratio" not in usual else measure


def agrees(indicator_id: str, measure: str, unit: str | None) -> bool:
    """Whether an amount is counted in what the indicator is counted in; else the phrase means something else."""
    known = vocabulary().by_id[indicator_id]
    if measure != "amount" or not known.unit or unit is None or "amount" not in known.measures:
        return True
    return _dimension(unit) == _dimension(known.unit)


@lru_cache(maxsize=512)
def _dimension(unit: str) -> str:
    head, slash, per = unit.partition("/")
    found = load().units.get(head)
    counted = ("count", "household", "person", "visit", "duration")
    dimension = (
        "count"
        if found and found.dimension in counted
        else "money"
        if found and found.dimension.startswith("money")
        else found.dimension
        if found
        else head
    )
    return f"{dimension}/{per}" if slash else dimension
