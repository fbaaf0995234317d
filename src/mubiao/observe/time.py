"""For which year a reading is, and whether it is a target or a result.

A report of year Y reviews Y-1 and plans Y. Words beside the number say otherwise: years, five-year plans, 去年, 年均.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from mubiao.grammar.clause.clauses import BRACKET, inside
from mubiao.grammar.figure.reading import Reading
from mubiao.grammar.numbers.refuse import quoted_spans
from mubiao.lexicon.affix import pattern
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.model import Task

FIRST_YEAR, FIRST_PLAN, YEARS = 1981, 6, 5  # 六五 began in 1981; every plan lasts five years
TEN = 10  # 十年来
CLOSE = 12  # characters in front of a number that may call it a target
FAR = 300  # characters of a clause or opening that may speak of the time of a number


@dataclass(frozen=True, slots=True)
class When:
    """Time of a reading: stage, first and last year, and the part of a year as written."""

    stage: str
    year: int
    start: int
    part: str | None = None


@lru_cache(maxsize=1)
def words() -> dict[str, re.Pattern[str]]:
    """The tables of periods.toml as expressions."""
    return {name: re.compile(pattern(entries)) for name, entries in load().words["periods"].items()}


def when(text: str, reading: Reading, task: Task, year: int) -> When:
    """Stage and period of a reading.

    Args:
        text: folded text of the document.
        task: the item that the reading stands in; its part says whether the text looks back or ahead.
        year: the year that the document plans.
    """
    plan = task.part == "plan"
    base = When("target", year, year) if plan else When("result", year - 1, year - 1)
    if plan and _is_basis(text, reading):
        base = When("result", year - 1, year - 1)
    if task.period:
        base = _of_section(base, reading, task.period)
    before = (_behind_basis(text, reading), reading.span[0])
    opening = _opening(text, reading)
    if _is_target_behind(text, reading) and base.stage == "result":
        base = When("target", base.year, base.start)
    for low, high in (before,) if _tells_of_basis(text, opening) else (before, opening):
        said = _said(text[low:high], base, year, reading.reference is not None)
        if said:
            base = said
            break
    if "span" in reading.flags and base.start == base.year:
        base = When(base.stage, base.year + (4 if base.stage == "target" else 0), base.year - (0 if base.stage == "target" else 4))
    return When(base.stage, base.year, base.start, _part(text, before) or _part_alone(text, opening))


def _opening(text: str, reading: Reading) -> tuple[int, int]:
    """The words in front of the first comma of the sentence: 2024年,…"""
    first = reading.sentence[0]
    last = min(reading.span[0], first + FAR)
    comma = text.find(",", first, last)
    return first, comma if comma >= 0 else last


def is_stock_before(text: str, reading: Reading) -> bool:
    """在已建成63家老年食堂的基础上: all there were before the plan, not those of a year."""
    so_far = words()["so_far"].search(text, _near(reading), reading.span[0])
    return so_far is not None and reading.measure == "amount" and _is_basis(text, reading)


def _is_basis(text: str, reading: Reading) -> bool:
    """在已建成63家老年食堂的基础上: what a plan starts from was reached before."""
    high = min(reading.clause[1], reading.span[1] + FAR)
    return any(text.find(word, reading.span[1], high) >= 0 for word in load().words["nouns"]["basis"])


def _behind_basis(text: str, reading: Reading) -> int:
    """在去年完成120公里的基础上,再新建300公里: where the words begin that speak of a number itself."""
    low, high = _near(reading), reading.span[0]
    ends = (text.rfind(word, low, high) + len(word) for word in load().words["nouns"]["basis"] if text.find(word, low, high) >= 0)
    return max([low, *ends])


def _near(reading: Reading) -> int:
    """Where the words begin that may speak of the time of a number."""
    return max(reading.clause[0], reading.span[0] - FAR)


def _tells_of_basis(text: str, opening: tuple[int, int]) -> bool:
    return text.endswith(tuple(load().words["nouns"]["basis"]), *opening)


def _is_target_behind(text: str, reading: Reading) -> bool:
    """控制在4.5%的年度目标以内: what stands behind the number says that it is a target."""
    return reading.number is not None and expression("target_behind").match(text, reading.number.bounded_end) is not None


def _of_section(base: When, reading: Reading, period: tuple[int, int]) -> When:
    """In a part about several years a level is that of the last year, a growth rate or total that of all."""
    first, last = period
    whole = base.stage == "target" or reading.measure == "growth" or reading.cumulative
    return When(base.stage, last, first if whole else last)


@lru_cache(maxsize=256)
def _said(said: str, base: When, year: int, compared: bool) -> When | None:
    """What words say of the time; None where they say nothing. The opening of a sentence is asked for each of its numbers.

    Args:
        compared: the number is told against something (低于年度控制目标1.3个百分点), which may be a target without being its own.
    """
    kit = words()
    for match in expression("said_plan").finditer(said):
        first = FIRST_YEAR + YEARS * (load().numerals["five_year_plan"][match["name"]] - FIRST_PLAN)
        last = first + YEARS - 1
        if match["whole"]:
            return When(base.stage, last if base.stage == "target" else min(last, base.year), first)
        return When("target" if last >= year else base.stage, last, last)
    years = list(expression("said_year").finditer(said))
    named = sorted([*quoted_spans(said, 0, len(said)), *(match.span() for match in BRACKET.finditer(said))]) if years else []
    for match in reversed(years):
        if not inside(match.start("year"), named):
            return _explicit(match, base, year)
    if kit["target_of"].search(said, max(0, len(said) - CLOSE)) and base.stage == "result" and not compared:
        return When("target", base.year, base.start)
    last_year = kit["last_year"].search(said)
    if last_year and not expression("than_before").search(said, 0, last_year.start()):
        return When("result", year - 1, year - 1) if base.stage == "target" else base
    if several := expression("several_years").search(said):
        return _several(several, base, year)
    return None


def _several(match: re.Match[str], base: When, year: int) -> When:
    """近三年 ends with the year that is spoken of, 今后五年 begins with the year that is planned."""
    digits = load().numerals["digit"]
    if match["ahead"]:
        return When("target", year + digits[match["coming"]] - 1, year)
    said = match["past"] or match["since"]
    return When(base.stage, base.year, base.year - (digits.get(said, TEN) if said else YEARS) + 1)


def _explicit(match: re.Match[str], base: When, year: int) -> When:
    said = int(match["year"])
    if match["than"] or match["from"] or match["behind"]:
        return When(base.stage, base.year, min(said + bool(match["than"]), base.year))
    start = int(match["first"]) if match["first"] else said
    if said >= year:
        return When("target", said, start)
    return When("result", said, start)


def _part(text: str, before: tuple[int, int]) -> str | None:
    match = words()["part_of_year"].search(text, *before)
    return match[0] if match else None


def _part_alone(text: str, opening: tuple[int, int]) -> str | None:
    """上半年,地区生产总值增长5%: a part of the year that opens the sentence by itself."""
    match = words()["part_of_year"].fullmatch(text, *opening)
    return match[0] if match else None
