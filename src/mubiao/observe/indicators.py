"""Which canonical indicator a phrase is: by exact and inflected aliases only; likeness is for suggestions, never here."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from string import digits

from mubiao.grammar.phrase.phrase import LISTED
from mubiao.lexicon.affix import Affixes, pattern
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.lexicon.vocabulary import PHRASES, plain, vocabulary
from mubiao.observe.fits import agrees, is_counted, is_money, of_its_share, only_counted, serves
from mubiao.observe.wordings import BRACKETS, ends, wordings
from mubiao.read.places import gazetteer

TRADE = "opening"  # theme of what is told of partners
LONGEST_PART = 18  # characters of the name of a part; longer ones are half a sentence (with 9, 33 of 2,186 rows change, with 36 three)


@dataclass(frozen=True, slots=True)
class Named:
    """The indicator that a phrase names, and the part of it that the phrase is about (集成电路出口: exports, 集成电路); None for the whole."""

    id: str
    scope: str | None = None


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
    alone = [] if with_verb and action in ends()[2] else wordings(phrase, measure == "amount" and is_counted(unit))
    found = next(filter(None, (_find(wording, vocabulary().forms) for wording in with_verb + alone)), None)
    if found and found not in _all(with_verb) and serves(action, found, measure):
        return None
    reaches = expression("reaches_people")
    if found and (reaches.fullmatch(action or "") or (reaches.search(phrase) and plain(phrase) not in vocabulary().forms)):
        return None  # 老旧小区|惠及居民: how many people are reached is not how many there are of what reaches them
    if found and alone and of_its_share(found, measure, unit):
        found = _longer(alone[0], "ratio_form") or (None if only_counted(found, unit) else found)  # 空气优良天数保持在93%: a share of the days
    if found is None and alone and measure == "amount" and is_money(unit) and (action or "").endswith(tuple(load().words["comparable"]["reaching"])):
        found = _longer(alone[0], "money_form")  # 农村低保提高到1196元: what people get, where it is no sum that was paid
    if found is None and alone and measure in ("growth", "ratio"):
        found = _longer(alone[0], f"{measure}_form")
    if found:
        return Named(found, _in_brackets(phrase)) if agrees(found, measure, unit) else None
    if measure == "ratio" and (called := _called_in_brackets(phrase)) and agrees(called, measure, unit):
        return Named(called)
    parts_of_it = filter(None, (_class_of_firms(wording) or _level_or_part(wording) for wording in alone))
    return next((each for each in parts_of_it if agrees(each.id, measure, unit, strictly=True)), None)


def _all(wordings: list[str]) -> list[str | None]:
    return [_find(wording, vocabulary().forms) for wording in wordings]


def _in_brackets(phrase: str) -> str | None:
    """The place in brackets of which a phrase tells: 中欧班列（西安）开行."""
    inner = (match[0][1:-1] for match in BRACKETS.finditer(phrase))
    return next((place for place in inner if place in gazetteer().by_name), None)


def _called_in_brackets(phrase: str) -> str | None:
    """What a bracket at the end calls a share: 城镇人口占总人口比重（常住人口城镇化率）; behind a count it may be a part: 中小学（幼儿园）."""
    *_, last = (None, *BRACKETS.finditer(phrase))
    return _find(plain(last[0][1:-1]), vocabulary().forms) if last and last.end() == len(phrase) else None


def _class_of_firms(phrase: str) -> Named | None:
    """规模以上|采矿业|增加值: a branch of industry, or firms of a kind, above a size are a part of all firms above it; but 规上|装备制造业增加值."""
    found = expression("made_by_class").fullmatch(phrase)
    if found is None or not found["level"] or not found["whose"]:
        return None
    forms, made = vocabulary().forms, phrase[found.end("whose") :]
    if found["whose"] + made in forms and not (found["owned"] or found["section"]):
        return None
    (all_firms,) = load().words["nouns"]["all_firms"]
    whole = _find(found["level"] + all_firms + made, forms)
    return Named(whole, found["whose"]) if whole else None


def _level_or_part(phrase: str) -> Named | None:
    """A level or part of an indicator: 省级|中试平台, 稀土|产业产值."""
    scopes, behind, never, joints = parts()
    front, back, _ = ends()
    opening = front.match(phrase)
    inner = phrase[opening.end() :] if opening and opening.end() < len(phrase) else phrase
    inner = expression("all_year").sub("", inner)
    for candidate in dict.fromkeys((inner, back.sub("", inner))):
        if (level := scopes.head(candidate, 0, len(candidate))) and (found := _find(candidate[len(level) :], vocabulary().forms)):
            joint = len(level) == 1 and scopes.head(candidate, 1, len(candidate))  # 省|市|重点项目: of both levels together
            return None if joint else Named(found, level)
        if candidate in vocabulary().heads:  # 建设项目 and 项目投资 by themselves do not say of what
            continue
        longest = ""
        for start in range(1, min(len(candidate), LONGEST_PART + 1)):
            if candidate[start - 1].isdigit():  # 总投资10|亿元以上项目: not inside a number
                continue
            if candidate[:start].endswith(tuple(load().words["inflections"]["half_part"])):
                continue  # 房地|产业增加值, 食品加|工业增加值
            longest = longest or (candidate[start:] if candidate[start:] in vocabulary().forms else "")
            if found := vocabulary().heads.get(candidate[start:]):
                name = longest or candidate[start:]  # 非常规|天然气产量 is gas, not a product's output
                scope = behind.sub("", candidate[: len(candidate) - len(name)]).rstrip(digits)  # 重点园区2025年|营业收入
                scope = _with_whom(scope, vocabulary().forms.get(name, found))
                named = len(scope) > 1 and not never.search(scope) and scope[-1] not in joints
                named = named and not expression("ends_in_deed").search(scope)
                return Named(vocabulary().forms.get(name, found), scope) if named and not _lists_indicators(scope) else None
    return None


def _with_whom(scope: str, known: str) -> str:
    """对欧盟|出口, 欧盟|出口: with whom trade is, said with a preposition or without."""
    words = load().words["modifiers"]
    opening = next((word for word in words["towards"] | words["partner"] if scope.startswith(word)), "")
    trade = vocabulary().by_id[known].theme == TRADE and len(scope) > len(opening) + 1
    return scope.removeprefix(opening) if trade else scope


def _lists_indicators(scope: str) -> bool:
    """省级新型研发机构、全省|重点实验室: what is in front of the last member is an indicator by itself, and the number is of both together."""
    *members, _ = scope.split(LISTED)
    return any(_find(member, vocabulary().forms) or _level_or_part(member) for member in members)


@lru_cache(maxsize=PHRASES)
def reference(phrase: str | None) -> str | None:
    """Id of the indicator that a target is measured against: 经济增长, 规上工业 (whose value added grows)."""
    if not phrase:
        return None
    noun = expression("of_reference").sub("", plain(phrase))
    if not noun or ends()[0].fullmatch(noun) or noun in load().words["comparable"]["alone"]:  # 平均增速 and 全省平均水平 do not say of what
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
