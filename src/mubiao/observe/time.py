"""For which year a reading is, and whether it is a target or a result.

A report of year Y reviews Y-1 and plans Y. Words beside the number say otherwise: years, five-year plans, 去年, 年均.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from mubiao.grammar.clause.clauses import BRACKET
from mubiao.grammar.figure.reading import Reading
from mubiao.grammar.numbers.quotes import inside, quoted_spans
from mubiao.lexicon.affix import pattern
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.model import Task, Time
from mubiao.read.years import plan_years

YEARS = 5  # 年均 without more is told of so many
TEN = 10  # 十年来
CLOSE = 12  # characters in front of a number that may call it a target
ENDS = "。;\n"  # of the sentence above
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


def when(text: str, reading: Reading, task: Task, year: int, nature: str = "") -> When:
    """Stage and period of a reading.

    Words beside the number come first, then those that open its sentence, then the time that its paragraph speaks of.

    Args:
        text: folded text of the document.
        task: the item that the reading stands in, with the times that it speaks of.
        year: the year that the document plans.
        nature: of its canonical indicator (flow, stock, rate or count), "" where none is known.
    """
    time = task.time(reading.span[0])
    whole = _is_of_all(text, reading, nature)
    base = When("target", year, year) if time.part == "plan" else When("result", year - 1, year - 1)
    if time.years:
        base = When(base.stage, time.years[1], time.years[0] if whole else time.years[1])
    if time.part == "plan" and _is_basis(text, reading):
        base = When("result", year - 1, year - 1)
    before = (_behind_basis(text, reading), reading.span[0])
    opening = _opening(text, reading)
    aimed = base.stage == "result" and _is_target_behind(text, reading)
    above = _opening_above(text, reading)
    for low, high in (before,) if _tells_of_basis(text, opening) else (before, opening, *above):
        said = _said(text[low:high], base, year, reading.reference is not None, whole, reading.measure == "amount")
        if said:
            base = said
            break
    if aimed and base.stage == "result":
        base = When("target", *_aim(text, before, base))
    if "span" in reading.flags and base.start == base.year:
        base = _over_years(base, year)
    elif reading.measure in ("growth", "change") and expression("on_last_year").search(text, *before):
        base = When(base.stage, base.year, base.year)
    return When(
        base.stage,
        base.year,
        min(base.start, base.year),
        _part(text, reading, before) or _part_alone(text, opening) or _part_held(text, reading, time),
    )


def _aim(text: str, before: tuple[int, int], base: When) -> tuple[int, int]:
    """For which year a target was that a review tells of: that of a five-year plan was for its last."""
    plan = expression("plan_of_aim").search(text, *before)
    return (plan_years(plan["name"])[1],) * 2 if plan else (base.year, base.start)


def _over_years(base: When, year: int) -> When:
    """年均 without its years: to a year to come from this one, else over five years."""
    if base.stage == "target":
        return When("target", base.year if base.year > year else year + YEARS - 1, year)
    return When(base.stage, base.year, base.year - YEARS + 1)


def _is_of_all(text: str, reading: Reading, nature: str) -> bool:
    """Whether a figure told for several years is one of all of them: a rate, a change, a sum. A level reached is of the last."""
    if reading.measure in ("growth", "change") or "span" in reading.flags:
        return True
    if reading.measure != "amount":
        return False
    kit = words()
    end = reading.number.bounded_end if reading.number else reading.span[1]
    if not reading.cumulative and reading.action_kind != "add" and expression("grown_behind").match(text, end):
        return False
    if reading.action_kind in ("add", "make") or kit["sum_of_years"].search(text, _near(reading), reading.span[0]):
        return True
    reached = kit["level_reached"].search(text, max(_near(reading), reading.span[0] - CLOSE), reading.span[1])
    return not (reached or reading.cumulative or nature in ("stock", "rate"))


def _opening(text: str, reading: Reading) -> tuple[int, int]:
    """The words in front of the first comma of the sentence: 2024年,…"""
    first = reading.sentence[0]
    last = min(reading.span[0], first + FAR)
    comma = text.find(",", first, last)
    return first, comma if comma >= 0 else last


def _opening_above(text: str, reading: Reading) -> list[tuple[int, int]]:
    """2002年,…。其中,农业…: the words in front of the first comma of the sentence whose parts are told."""
    first = reading.sentence[0]
    if not expression("parts_open").match(text, first, reading.span[0]):
        return []
    low = max(text.rfind(mark, max(0, first - FAR), first - 1) for mark in ENDS) + 1
    comma = text.find(",", low, first)
    return [(low, comma if comma >= 0 else first)]


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
    """控制在4.5%的年度目标以内, (计划6%左右), 预期增长6%,实际增长5.1%: what stands beside the number says that it is a target."""
    if reading.number is None:
        return False
    begin, end = reading.number.bounded_start, reading.number.bounded_end
    low = max(reading.sentence[0], begin - 2 * CLOSE)
    said = (
        expression("aim_in_bracket").search(text, low, begin)
        or (not reading.number.of("counted") and expression("aim_of_year").search(text, low, begin))  # 年初确定的10件实事全部办结: done
        or (expression("aim_before_done").search(text, low, begin) and expression("reached_behind").match(text, end))
        or any(expression(name).match(text, end) for name in ("target_behind", "aim_behind"))
    )
    return bool(said)


@lru_cache(maxsize=256)
def _said(said: str, base: When, year: int, compared: bool, whole: bool, level: bool) -> When | None:
    """What words say of the time; None where they say nothing. The opening of a sentence is asked for each of its numbers.

    Args:
        compared: the number is told against something (低于年度控制目标1.3个百分点), which may be a target without being its own.
        whole: of several years it would be for all.
        level: the number is no growth and no change, so that what it is compared with does not say when it began (较2020年增长60%,达到600亿元).
    """
    kit = words()
    for match in expression("said_plan").finditer(said):
        if not match["than"]:
            return _of_plan(match, base, year, whole)
    years = list(expression("said_year").finditer(said))
    named = sorted([*quoted_spans(said, 0, len(said)), *(match.span() for match in BRACKET.finditer(said))]) if years else []
    for match in reversed(years):
        if not inside(match.start("year"), named) and not _in_passing(match, said, base) and not (level and match["than"]):
            return _explicit(match, base, year, whole)
    if kit["target_of"].search(said, max(0, len(said) - CLOSE)) and base.stage == "result" and not compared:
        return When("target", base.year, base.start)
    if before := expression("year_before").search(said):
        told = base.year - 1 if base.stage == "result" else year - 1 - bool(before["two"])
        return When("result", told, told)
    last_year = kit["last_year"].search(said)
    if last_year and not expression("than_before").search(said, 0, last_year.start()):
        return When("result", year - 1, year - 1) if base.stage == "target" else base
    if kit["next_year"].match(said) and base.stage == "target":
        return When("target", year + 1, year + 1)
    if kit["this_year"].match(said) and base.stage == "target":
        return When("target", year, year)
    if several := expression("several_years").search(said):
        return _several(several, base, year, whole)
    return None


def _of_plan(match: re.Match[str], base: When, year: int, whole: bool) -> When:
    """A five-year plan: all its years, or its last; of one that is not over a review tells the years so far."""
    first, last = plan_years(match["name"])
    if not match["whole"]:
        return When("target" if last >= year else "result", last, last)
    stage = "result" if last < year else "target" if first >= year else base.stage
    until = last if stage == "target" else min(last, base.year)
    return When(stage, until, min(first, until) if whole else until)


def _in_passing(match: re.Match[str], said: str, base: When) -> bool:
    """A date that only tells of an event or a yardstick: 2025年1月10日通报, 继2022年12月入选…后, 按2017年平均汇率."""
    behind = said[match.end() :]
    if expression("day_of_event").match(behind) or expression("after_event").search(said, 0, match.start()):
        return not match["to"]
    by = expression("by_yardstick").search(said, 0, match.start()) and expression("yardstick").match(behind)
    return bool(by) or (base.stage == "result" and int(match["year"]) > base.year and expression("month_behind").match(behind) is not None)


def _several(match: re.Match[str], base: When, year: int, whole: bool) -> When:
    """近三年 ends with the year that is spoken of, 今后五年 begins with the year that is planned."""
    digits = load().numerals["digit"]
    if match["ahead"]:
        last = year + digits[match["coming"]] - 1
        return When("target", last, year if whole else last)
    said = match["past"] or match["since"]
    if said and base.stage == "target":  # 近三年 in a plan looks back
        base = When("result", year - 1, year - 1)
    return When(base.stage, base.year, base.year - (digits.get(said, TEN) if said else YEARS) + 1 if whole else base.year)


def _explicit(match: re.Match[str], base: When, year: int, whole: bool) -> When:
    said = int(match["year"])
    if match["than"] or match["from"] or match["behind"]:
        return When(base.stage, base.year, min(said + bool(match["than"]), base.year))
    start = int(match["first"]) if match["first"] else said
    if said >= year and not (base.stage == "result" and said <= base.year):
        return When("target", said, min(year, said) if match["to"] and whole and not match["first"] else min(start, said))
    return When("result", said, min(start, said))


def _part(text: str, reading: Reading, before: tuple[int, int]) -> str | None:
    """The part of a year beside a number; where it tells more of a thing that was named before, the last since then (6月份上涨0.4%,环比下降0.1%)."""
    named = max((piece[1] for piece in reading.pieces), default=0)
    low = named if max(reading.sentence[0], before[1] - FAR) <= named < before[0] else before[0]
    parts = [match[0] for match in expression("part_of_year").finditer(text, low, before[1])]
    return parts[-1] if parts else None


def _part_alone(text: str, opening: tuple[int, int]) -> str | None:
    """上半年,地区生产总值增长5%: a part of the year that opens the sentence by itself."""
    match = expression("opens_part_of_year").fullmatch(text, *opening)
    return match["part"] if match else None


def _part_held(text: str, reading: Reading, time: Time) -> str | None:
    """The part of a year that its paragraph speaks of, but for what is told of the whole year."""
    return None if words()["whole_year"].search(text, _near(reading), reading.span[0]) else time.of_year
