"""Figures that are neither promised nor told as facts of this place: negated, missed, superseded, supposed, asked for or quoted.

Each rule looks at the clause of a number; the first that applies gives the refusal its name. What a clause calls the target
of a year (…增长6.5%的目标) is no refusal: :mod:`mubiao.observe.time` makes it a target.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from mubiao.grammar.clause.comparison import FULFILMENT
from mubiao.grammar.figure.reading import Reading
from mubiao.lexicon.affix import pattern
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.read.places import Place
from mubiao.rule import Rules, first, rule

FAR = 120  # characters of a sentence that may suppose or quote
MARKS = ",。;:!?\n"


@dataclass(frozen=True, slots=True)
class Said:
    """What stands around a number.

    Attributes:
        before, behind: the words of its clause in front of it and behind it.
        opening: the words of its sentence in front of it.
        result: whether the number would be a result.
        share: whether it says how much of something was fulfilled.
        own: the place of the document.
    """

    before: str
    behind: str
    opening: str
    result: bool
    share: bool
    own: Place


@lru_cache(maxsize=1)
def words() -> dict[str, re.Pattern[str]]:
    """The tables of stance.toml as expressions."""
    return {name: re.compile(pattern(entries)) for name, entries in load().words["stance"].items()}


def stance(text: str, reading: Reading, result: bool, own: Place) -> str:
    """Name of the rule by which a reading is no target and no result, "" where none applies.

    Args:
        text: folded text of the document.
        result: whether it would be a result.
    """
    if reading.number is None:
        return ""
    found = first(RULES, _around(text, reading, result, own))
    return found[0].name if found else ""


def _around(text: str, reading: Reading, result: bool, own: Place) -> Said:
    start, stop = reading.span[0], reading.number.bounded_end if reading.number else reading.span[1]
    first_of_sentence = max(reading.sentence[0], start - FAR)
    low = max([first_of_sentence, *(text.rfind(mark, first_of_sentence, start) + 1 for mark in MARKS)])
    high = min((at for mark in MARKS if (at := text.find(mark, stop, stop + FAR)) >= 0), default=min(len(text), stop + FAR))
    return Said(
        text[low : reading.number.bounded_start if reading.number else start],
        text[stop:high],
        text[first_of_sentence:start],
        result,
        reading.relation == FULFILMENT,
        own,
    )


def _in_front(table: str, said: Said) -> re.Match[str] | None:
    """A word in front of the number, with no other number between."""
    found = list(words()[table].finditer(said.before))
    return found[-1] if found and not any(char.isdigit() for char in said.before[found[-1].end() :]) else None


@rule("the text says that it is no target", takes=["今年不设经济增长6%的具体目标。"], refuses=["今年增长6%,不设上限。"])
def not_planned(said: Said) -> bool:
    return _in_front("not_planned", said) is not None


@rule("it was missed", takes=["地区生产总值增速未达到6%。"], refuses=["增速达到6%,未完成的任务抓紧推进。"])
def not_reached(said: Said) -> bool:
    return _in_front("not_reached", said) is not None


@rule("it has not happened", takes=["原有50个口袋公园尚未建成。"], refuses=["建成50个口袋公园,10个尚在建设。"])
def not_yet(said: Said) -> bool:
    return words()["not_yet"].search(said.behind) is not None


@rule("nothing is so", takes=["没有一家企业产值超过100亿元。"], refuses=["1家企业产值超过100亿元。"])
def none_of(said: Said) -> bool:
    return _in_front("none_of", said) is not None


@rule("it held before it was changed", takes=["原定目标6%调整为5%。"], refuses=["比原计划多建成50个口袋公园。"])
def superseded(said: Said) -> bool:
    match = _in_front("superseded", said)
    compared = match is not None and expression("than_before").search(said.before, 0, match.start()) is not None
    changed = said.result and expression("changed_midway").search(said.before) is not None
    return (match is not None and not compared) or changed


@rule(
    "a budget, not what was taken or spent",
    takes=["全市财政收入年初预算1500亿元,完成1460亿元。"],
    refuses=["一般公共预算收入1460亿元。", "税收收入1.2亿元，占调整预算92.5%。"],
)
def budget(said: Said) -> bool:
    return said.result and not said.share and expression("budgeted").search(said.before) is not None


@rule("its sentence only supposes", takes=["如果地区生产总值增长8%,财政收入才能平衡。"], refuses=["地区生产总值增长8%,如期完成。"])
def supposed(said: Said) -> bool:
    return words()["if"].search(said.opening) is not None


@rule("what one step more brings", takes=["财政资金每投入1元带动社会投资8元。"], refuses=["就业增长2万人。"])
def per_step(said: Said) -> bool:
    return words()["step"].search(said.before) is not None


@rule(
    "a government above speaks of its own figures",
    takes=["省里要求全省地区生产总值增长5.5%左右。"],
    refuses=["省里要求我市地区生产总值增长5.5%左右。"],
)
def demand_above(said: Said) -> bool:
    match = expression("demand_above").search(said.before)
    own = said.own.level == "province" and match is not None and match[0].startswith(tuple(load().words["places"]["province_word"]))
    return match is not None and not own


@rule("what a model has reached", takes=["学习杭州市数字经济核心产业增加值增长10%的经验。"], refuses=["学习培训5000人次。"])
def model(said: Said) -> bool:
    return expression("follows_model").search(said.before) is not None and expression("model_behind").match(said.behind) is not None


@rule("somebody else says it", takes=["有的同志提出地区生产总值增长10%。"], refuses=["办理代表建议313件。"])
def quoted(said: Said) -> bool:
    return words()["speaker"].search(said.opening) is not None


@rule("it says who is rewarded", takes=["对地区生产总值增长超过8%的县市给予奖励500万元。"], refuses=["对口帮扶地区生产总值增长8%。"])
def reward(said: Said) -> bool:
    return expression("whom_it_is_for").search(said.before) is not None and expression("reward_behind").match(said.behind) is not None


@rule("what something turned from", takes=["进出口由上年增长5%转为下降2%。"], refuses=["进出口由负转正,增长5%。"])
def turned_from(said: Said) -> bool:
    return expression("turned_from").search(said.before) is not None and expression("turned_to").match(said.behind) is not None


RULES = Rules(
    "refusal", not_planned, not_reached, not_yet, none_of, superseded, budget, supposed, per_step, demand_above, model, quoted, reward, turned_from,
)  # fmt: skip
