"""Which canonical indicator a phrase is: by exact and inflected aliases only; likeness is for suggestions, never here."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from mubiao.lexicon.affix import Affixes, pattern
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.lexicon.vocabulary import plain, vocabulary
from mubiao.read.places import gazetteer

BRACKETS = re.compile(r"[(（][^()（）]*[)）]")
PHRASES = 8192  # phrases that are remembered: reports name the same things again and again
LONGEST_PART = 18  # characters of the name of a part; longer ones are half a sentence (with 9, 33 of 2,186 rows change, with 36 three)


@dataclass(frozen=True, slots=True)
class Named:
    """The indicator that a phrase names, and the part of it that the phrase is about (集成电路出口: exports, 集成电路); None for the whole."""

    id: str
    scope: str | None = None


@lru_cache(maxsize=1)
def ends() -> tuple[re.Pattern[str], re.Pattern[str], frozenset[str]]:
    """What may stand in front of and behind a form, and verbs that belong to a noun."""
    words = load().words
    return (
        re.compile(f"(?:{pattern(words['inflections']['front'])})+"),
        re.compile(rf"{pattern(words['inflections']['back'])}$"),
        words["inflections"]["part_of_noun"],
    )


@lru_cache(maxsize=1)
def parts() -> tuple[Affixes, re.Pattern[str], re.Pattern[str], frozenset[str]]:
    """Levels and parts in front of any form; what ends the name of a part without belonging to it; what none holds; what none ends with."""
    table = load().words["inflections"]
    return (
        Affixes(load().table("inflections", "scope")),
        re.compile(rf"(?:{pattern(table['behind_part'])})+$"),
        re.compile(pattern(table["no_part"])),
        table["no_part_end"],
    )


@lru_cache(maxsize=PHRASES)
def named(phrase: str, action: str | None, adjacent: bool, measure: str = "", unit: str | None = None) -> Named | None:
    """The indicator that a phrase names, None where none is known or where it is not counted in this unit.

    Args:
        phrase: the indicator as written.
        action: the verb that was taken off.
        adjacent: whether the verb stands directly in front of the phrase, so that both may be one name (新增贷款).
        measure, unit: of the figure; without a unit it is not asked.
    """
    with_verb = [plain(action + phrase)] if action and adjacent else []
    alone = [] if with_verb and action in ends()[2] else _wordings(phrase, measure == "amount" and _is_counted(unit))
    found = next(filter(None, (_find(wording, vocabulary().forms) for wording in with_verb + alone)), None)
    if found and found not in _all(with_verb) and _serves(action, found, measure):
        return None
    if found and alone and _of_its_share(found, measure, unit):
        found = _longer(alone[0], "ratio_form") or found  # 空气优良天数保持在93%: of days there is a number, of their share a percentage
    if found is None and alone and measure in ("growth", "ratio"):
        found = _longer(alone[0], f"{measure}_form")
    if found:
        return Named(found, _in_brackets(phrase)) if agrees(found, measure, unit) else None
    return next((each for each in filter(None, map(_part, alone)) if agrees(each.id, measure, unit, strictly=True)), None)


def _of_its_share(indicator_id: str, measure: str, unit: str | None) -> bool:
    """Whether a percentage, or points that it rises by (农村卫生户厕提高3个百分点), can only be told of the share of the indicator."""
    usual = vocabulary().by_id[indicator_id].measures
    if measure == "change" and unit is not None and _dimension(unit, True) == "points":
        return not {"ratio", "growth", "change"}.intersection(usual)
    return measure == "ratio" and "ratio" not in usual


def _all(wordings: list[str]) -> list[str | None]:
    return [_find(wording, vocabulary().forms) for wording in wordings]


def _serves(action: str | None, indicator_id: str, measure: str) -> bool:
    """惠及经营主体10.4万户 tells for how many something was done, not how many there are."""
    return measure == "amount" and vocabulary().by_id[indicator_id].nature in ("stock", "count") and action in load().words["actions"]["serves"]


def _wordings(phrase: str, counted: bool) -> list[str]:
    """Ways to say a phrase: without brackets, without how it went (…投入运行), and, of things counted, without examples in front."""
    short = plain(BRACKETS.sub("", phrase))
    done = expression("done_behind").sub("", short)
    ways = [plain(phrase), short, done, *([expression("examples_in_front").sub("", done)] if counted else [])]
    return list(dict.fromkeys(ways))


def _is_counted(unit: str | None) -> bool:
    return unit is not None and _dimension(unit, False) == "count"


def _in_brackets(phrase: str) -> str | None:
    """The place in brackets of which a phrase tells: 中欧班列（西安）开行."""
    inner = (match[0][1:-1] for match in BRACKETS.finditer(phrase))
    return next((place for place in inner if place in gazetteer().by_name), None)


def _part(phrase: str) -> Named | None:
    """A level or part of an indicator: 省级|中试平台, 稀土|产业产值."""
    scopes, behind, never, joints = parts()
    front, back, _ = ends()
    opening = front.match(phrase)
    inner = phrase[opening.end() :] if opening and opening.end() < len(phrase) else phrase
    for candidate in dict.fromkeys((inner, back.sub("", inner))):
        if (level := scopes.head(candidate, 0, len(candidate))) and (found := _find(candidate[len(level) :], vocabulary().forms)):
            return Named(found, level)
        if candidate in vocabulary().heads:  # 建设项目 and 项目投资 by themselves do not say of what
            continue
        longest = ""
        for start in range(1, min(len(candidate), LONGEST_PART + 1)):
            longest = longest or (candidate[start:] if candidate[start:] in vocabulary().forms else "")
            if found := vocabulary().heads.get(candidate[start:]):
                name = longest or candidate[start:]  # 非常规|天然气产量 is gas, not a product's output
                scope = behind.sub("", candidate[: len(candidate) - len(name)])
                named = len(scope) > 1 and not scope.isdigit() and not never.search(scope) and scope[-1] not in joints
                return Named(vocabulary().forms.get(name, found), scope) if named else None
    return None


@lru_cache(maxsize=PHRASES)
def reference(phrase: str | None) -> str | None:
    """Id of the indicator that a target is measured against: 经济增长, 规上工业 (whose value added grows)."""
    if not phrase:
        return None
    noun = expression("of_reference").sub("", plain(phrase))
    if ends()[0].fullmatch(noun) or noun in load().words["comparable"]["alone"]:  # 全省平均水平 says of whom, not of what
        return None
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


@lru_cache(maxsize=PHRASES)
def key(phrase: str, counted_in: str | None = None) -> str:
    """A phrase reduced to what two documents share: for lining up what has no canonical indicator.

    Args:
        phrase: the indicator as written.
        counted_in: unit of an amount; in front of things that are counted, examples of them may stand (杜家坎等市级疏堵工程).
    """
    front, back, _ = ends()
    reduced = expression("light_inside").sub("", expression("done_behind").sub("", plain(BRACKETS.sub("", phrase))))
    if _is_counted(counted_in):
        reduced = expression("examples_in_front").sub("", reduced)
    opening = front.match(reduced)
    reduced = reduced[opening.end() :] if opening and opening.end() < len(reduced) else reduced
    shorter = back.sub("", reduced)
    return shorter or reduced


def stem(phrase: str, counted_in: str | None = None) -> str:
    """A key without a leading level: 省级服务业领军企业 -> 服务业领军企业."""
    reduced = key(phrase, counted_in)
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


def agrees(indicator_id: str, measure: str, unit: str | None, strictly: bool = False) -> bool:
    """Whether an amount is counted in what the indicator is counted in; else the phrase means something else.

    Args:
        indicator_id, measure, unit: of the figure.
        strictly: people, households and things are not the same either.
    """
    known = vocabulary().by_id[indicator_id]
    if measure != "amount" or not known.unit or unit is None:
        return True
    return _dimension(unit, strictly) == _dimension(known.unit, strictly)


@lru_cache(maxsize=512)
def _dimension(unit: str, strictly: bool) -> str:
    head, slash, per = unit.partition("/")
    found = load().units.get(head)
    counted = ("count", "household", "person", "visit", "duration")
    dimension = (
        "count"
        if found and found.dimension in counted and not strictly
        else "money"
        if found and found.dimension.startswith("money")
        else found.dimension
        if found
        else head
    )
    return f"{dimension}/{per}" if slash else dimension
