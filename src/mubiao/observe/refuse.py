"""Readings that are no row of this document: rules that look at the task and at what it said before."""

from __future__ import annotations

from collections.abc import Set
from typing import NamedTuple

from mubiao.grammar.figure.reading import Reading
from mubiao.model import Task
from mubiao.observe import whose
from mubiao.observe.clauses import around
from mubiao.read.places import Place
from mubiao.rule import Rules, first, rule

Value = tuple[float | None, str, str]  # value and unit, and of a percentage what it is of; of a relative target its words


class Placed(NamedTuple):
    """A reading in its place.

    Attributes:
        text: folded text of the document.
        said: what the cells in front of this one in a row of a table state.
        own: the place of the document.
        named: what it measures, with whose it is; None where nobody tells.
    """

    text: str
    reading: Reading
    task: Task
    said: Set[Value]
    own: Place
    named: str | None = ""


def stated(text: str, reading: Reading) -> Value:
    """What a reading says: a sum or count whatever it measures, a percentage only of its own thing (many things grow by 10%)."""
    number = reading.number
    if number is None:
        return None, reading.action, ""
    return number.value, number.unit.name if number.unit else "", reading.indicator(text) if number.of("rate") else ""


@rule(
    "a relative target in a review says nothing of a number",
    takes=["一、2024年工作回顾\n居民收入与经济增长同步。"],
    refuses=["二、2025年工作安排\n居民收入与经济增长同步。"],
    needed="a result would stand in the table without a number",
)
def relative_in_review(case: Placed) -> bool:
    return case.reading.number is None and case.task.time(case.reading.span[0]).part == "review"


@rule(
    "what a report of results calls its next step, without a year",
    takes=["2024年民生实事完成情况\n新建公园10个。下一步，将新建公园20个。"],
    refuses=["一、2024年工作回顾\n新建公园10个。下一步，将新建公园20个。"],
    needed="20个 that are to be built would be a result",
)
def next_step(case: Placed) -> bool:
    return case.task.time(case.reading.span[0]).part == "later"


@rule(
    "the same value said again in another cell of the row",
    takes=["| 目标任务 | 工作内容 | 责任单位 |\n|---|---|---|\n| 新建口袋公园50个 | 新建口袋公园50个，打造精品公园 | 市园林局 |"],
    refuses=[
        "| 目标任务 | 工作内容 | 责任单位 |\n|---|---|---|\n| 新建口袋公园50个 | 新建绿道20公里 | 市园林局 |",
        "| 目标任务 | 工作内容 | 责任单位 |\n|---|---|---|\n| 工业投资增长10% | 技改投资增长10% | 市经信局 |",
    ],
    needed="one target of a row of a table would be counted twice",
)
def said_again(case: Placed) -> bool:
    return case.reading.number is not None and case.reading.role == "core" and stated(case.text, case.reading) in case.said


@rule(
    "what a government above does (国家投资4万亿元)",
    takes=["国家新增投资4万亿元。", "中央财政下达资金20亿元，支持老区建设。"],
    refuses=["国家级高新区新增投资4万亿元。", "国家下达我市高标准农田任务5万亩。", "国家下达的节能减排任务超额完成，能耗下降21.4%。"],
    needs=["superior_acts"],
    needed="4万亿元 that the nation invests would be a result of this place",
)
def superior_acts(case: Placed) -> bool:
    return whose.acts_above(case.text, case.reading.sentence[0], case.reading.span[0], case.own)


@rule(
    "a rate, or money, of an item that does not say of what",
    takes=["2024年民生实事完成情况\n完成率91%。", "2024年民生实事完成情况\n完成投资3亿元。"],
    refuses=["2024年民生实事完成情况\n新建学校10所，开工率91%。", "2024年民生实事完成情况\n新建学校10所，完成投资3亿元。"],
    needed="investment in one item of a list would be all that the place has",
)
def rate_of_nothing(case: Placed) -> bool:
    return case.named is None


RULES = Rules("refusal", relative_in_review, next_step, said_again, superior_acts, rate_of_nothing)


def refuse(case: Placed) -> str:
    """Name of the first rule that refuses a reading, "" where it may be a row."""
    found = first(RULES.within(around(case.text, case.reading)), case)
    return found[0].name if found else ""


def is_repeated(reason: str) -> bool:
    """Whether a reading was refused because what it says is a row already."""
    return reason == said_again.name
