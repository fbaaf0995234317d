"""Whose budget a figure is of: (二)市本级预算执行情况. …教育支出28亿元 is of the city itself, not of the city with its counties."""

from __future__ import annotations

from collections.abc import Iterator
from re import Match

from mubiao.grammar.figure.reading import Reading
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.lexicon.vocabulary import vocabulary
from mubiao.model import Task
from mubiao.observe.clauses import begin_of_line

THEME = "finance"
MONEY = "money_cny"
TOLD_IN = (MONEY, "percentage", "points")  # dimensions of what a budget is told in


def scope(text: str, reading: Reading, task: Task, phrase: str, known: str | None, part: bool, whole: str | None) -> str | None:
    """The level of government whose own budget a figure is of, and which of its budgets where the phrase would not tell.

    None where it is of the whole place or of a zone that the phrase names, or nobody says so.

    Args:
        text: folded text.
        phrase: the indicator, which may itself say that it is of the whole (全市社会保险基金收入).
        known: id of its canonical indicator.
        part, whole: whether it is a part of another figure (市本级收入100亿元,其中:|税收收入|80亿元), and the scope of that.
    """
    number = reading.number
    finance = known is None or vocabulary().by_id[known].theme == THEME
    if number is None or not number.in_dimension(*TOLD_IN) or not (finance or _in_money(known)):
        return None
    flow = expression("flow_of_budget").match(phrase) is not None
    level = _level(text, reading, task, phrase, finance and (flow or known is not None), flow, part, whole)
    return "".join(filter(None, (level, _budget(text, reading, task) if flow else None))) or None


def _level(text: str, reading: Reading, task: Task, phrase: str, sure: bool, flow: bool, part: bool, whole: str | None) -> str | None:
    """The level of government; what a budget has beside its revenue is of the level that its paragraph told of last."""
    if itself := expression("level_said").match(phrase):
        return itself["level"]
    if expression("zone_in_front").match(phrase):
        return None
    if part:
        own = expression("own_level").match(whole or "")
        return own["level"] if own else None
    begin = begin_of_line(text, reading.sentence[0])
    if expression("side_of_budget").match(phrase) and (opened := _opened_with(text, begin, reading.span[0])):
        return opened["level"]
    begin = begin if flow else text.rfind("。", begin, reading.sentence[0]) + 1 or begin  # 省级支出情况是:教育支出9亿元;|交通运输支出2亿元
    told = (one for one in expression("level_said").finditer(text, begin, reading.span[0]) if not _in_closed_bracket(text, one, reading.span[0]))
    said = [one for one in told if not (flow and _is_part(text, one))]
    if said and not said[-1]["level"]:
        return None
    if said and (sure or (said[-1].start() >= reading.clause[0])):  # without a name only its own clause is sure
        return said[-1]["level"]
    return next((heading["level"] for heading in _headings("budget_of_level", text, task)), None)


def _opened_with(text: str, begin: int, at: int) -> Match[str] | None:
    """市本级一般公共预算收入70亿元。|一般公共预算支出80亿元: the last sentence that opens with the budget of a level, or of the whole place."""
    *_, last = (None, *expression("level_opens").finditer(text, begin, at))
    return last


def _budget(text: str, reading: Reading, task: Task) -> str | None:
    """(二)政府性基金预算. …加上|调入资金|3亿元: the budget that its paragraph told of last, else the one that its headings name."""
    told = [*expression("budget_told").finditer(text, begin_of_line(text, reading.sentence[0]), reading.span[0])]
    return next((one["budget"] for one in (*told[-1:], *_headings("budget_headed", text, task))), None)


def _headings(name: str, text: str, task: Task) -> Iterator[Match[str]]:
    """What an expression finds in the opening of an item and in the headings above it, the nearest first."""
    opening = text[task.spans[0][0] : task.spans[0][1]].partition("。")[0] if task.spans else ""
    return filter(None, (expression(name).match(one) for one in (opening, _item_above(text, task), *reversed(task.section))))


def _item_above(text: str, task: Task) -> str:
    """2.政府性基金预算\\n收入60亿元: the title of the last item under the heading of a task, which is no heading."""
    start = task.spans[0][0] if task.spans else 0
    begin = max(0, text.rfind(task.section[-1], 0, start)) if task.section else 0
    return next((line["title"] for line in reversed([*expression("item_title").finditer(text, begin, start)])), "")


def _is_part(text: str, said: Match[str]) -> bool:
    """全市收入100亿元,其中|市本级|30亿元: a level that is told as a part of the whole."""
    line = begin_of_line(text, said.start())
    return any(one.end() == said.start() for one in expression("which_opens").finditer(text, line, said.start()))


def _in_closed_bracket(text: str, said: Match[str], at: int) -> bool:
    """全市收入100亿元(市本级30亿元),|增长3%: what a bracket tells of is of its own figures."""
    closing = text.find(")", said.end(), at)
    return closing >= 0 and "(" not in text[said.end() : closing]


def _in_money(known: str | None) -> bool:
    """Whether an indicator is told in money (科学技术支出), and so may stand in a budget."""
    unit = load().units.get(vocabulary().by_id[known].unit) if known else None
    return unit is not None and unit.dimension == MONEY
