"""Whose budget a figure is of: (二)市本级预算执行情况. …教育支出28亿元 is of the city itself, not of the city with its counties."""

from __future__ import annotations

from mubiao.grammar.figure.reading import Reading
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.lexicon.vocabulary import vocabulary
from mubiao.model import Task

THEME = "finance"
MONEY = "money_cny"
TOLD_IN = (MONEY, "percentage", "points")  # dimensions of what a budget is told in


def level(text: str, reading: Reading, task: Task, phrase: str, known: str | None, part: bool, whole: str | None) -> str | None:
    """The level of government whose own budget a figure is of, None where it is of the whole place or nobody says so.

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
    if itself := expression("level_said").match(phrase):
        return itself["level"]
    if part:
        return whole if whole and expression("own_level").match(whole) else None
    said = [*expression("level_said").finditer(text, reading.sentence[0], number.start)]
    if said and not said[-1]["level"]:
        return None
    if said and finance and (known or said[-1].start() >= reading.clause[0]):  # without a name only its own clause is sure
        return said[-1]["level"]
    opening = text[task.spans[0][0] : task.spans[0][1]].partition("。")[0] if task.spans else ""
    headings = (expression("budget_of_level").match(one) for one in (opening, *reversed(task.section)))
    return next((heading["level"] for heading in headings if heading), None)


def _in_money(known: str | None) -> bool:
    """Whether an indicator is told in money (科学技术支出), and so may stand in a budget."""
    unit = load().units.get(vocabulary().by_id[known].unit) if known else None
    return unit is not None and unit.dimension == MONEY
