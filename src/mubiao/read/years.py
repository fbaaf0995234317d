"""For which year a document plans, where the sources table does not say.

Asked in this order: title, line of the speech, headings, file name, running text; what running text says is the least sure.
"""

from __future__ import annotations

import re

from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.read.titles import OPENING, as_title, is_titled, kind_of, plans_next, sums_up, title_lines

FILE_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
CODE = re.compile(r"(?<!\d)([1-9]\d{5})(?!\d)")
FIRST_YEAR, FIRST_PLAN, PLAN_LASTS = 1981, 6, 5  # 六五 began in 1981; every plan lasts five years
SPRING = 3  # the first month in which nobody reports on the year before any more
SHORT = 40  # characters of a heading, or of a line that tells a day
TEN = 10  # 十年来
DATED, DECEMBER = 4, 12  # lines at either end that may tell the day of a document; in December the year is over


def of_title(text: str) -> int | None:
    """The year in the first title that names one."""
    found = title_lines(text)
    for lines in (found.lines, found.below):
        for line in lines:
            of_part = lines is found.lines and expression("part_of_year").search(line)
            if (of_part or is_titled(line)) and (year := _in_title(line)) is not None:
                return year
    return None


def _in_title(line: str) -> int | None:
    """The report on the plan of one year and the draft of the next names both; one that only looks back plans the year after, and a bulletin may
    name the day of its own behind its year.
    """
    years = [int(match[1]) for match in expression("year_of_title").finditer(line)]
    if not years:
        plans = [plan_years(named["name"])[0] for named in expression("plan_of_title").finditer(line)]
        told_of = expression("carried_out").search(line) and len(plans) == 1  # how far it was carried out when is not said
        return max(plans) if plans and not told_of else None
    if kind_of(line) == "bulletin":
        return min(years)  # 2024年统计公报(2025年3月)
    if kind_of(line) != "progress_report" and (several := expression("years_of_title").search(line)):
        return int(several["first"])
    looks_back = kind_of(line) == "plan_report" and expression("carried_out").search(line) and not plans_next(line)
    back = (looks_back and not expression("part_of_year").search(line)) or (sums_up(line) and len(set(years)) == 1)
    return max(years) + bool(back)


def of_speech(text: str) -> int | None:
    """The year of the congress that is addressed; one at the end of a year is told of the next."""
    match = expression("speech_year").search(text[:OPENING]) or _dated_line(text)
    if match is None:
        return None
    return int(as_title(match[1])[:4]) + (match["late"] is not None)


def is_spoken_before(text: str, year: int) -> bool:
    """Whether the congress meets at the end of the year before: 今年 is then that year, and 明年 the one that is planned; so it is in what an
    office sums up and plans in one before the year is over.

    >>> is_spoken_before("政府工作报告\\n——2025年12月28日在义乌市第十六届人民代表大会第五次会议上", 2026)
    True
    >>> summed = "教育局2024年工作总结和2025年工作计划"
    >>> is_spoken_before(summed + "\\n今年以来,新建学校3所。", 2025), is_spoken_before(summed + "\\n新建学校3所。", 2025)
    (True, False)
    """
    match = expression("speech_year").search(text[:OPENING]) or _dated_line(text)
    if match is not None:
        return match["late"] is not None and int(as_title(match[1])[:4]) == year - 1
    return any(map(sums_up, title_lines(text).lines)) and expression("not_over").search(text) is not None


def _dated_line(text: str) -> re.Match[str] | None:
    """The line below the title of a speech that says nothing but its day: (2025年1月8日)."""
    lines = title_lines(text).lines
    if not any(kind_of(line) == "work_report" for line in lines):
        return None
    return next((match for line in lines if (match := expression("dated_line").match(line))), None)


def of_file(name: str, text: str = "") -> int | None:
    """The year in the name of a file, which may be the title of a report on two years; what sums up a year, as its own title says, plans the
    one behind it.

    >>> of_file("2021年决算和2022年上半年预算执行情况的报告.txt"), of_file("2021-2022.txt")
    (2022, 2021)
    """
    match = FILE_YEAR.search(CODE.sub("", name))
    titled = _in_title(as_title(name)) if kind_of(as_title(name)) else None
    return titled or (int(match[1]) + any(map(sums_up, title_lines(text).lines)) if match else None)


def of_text(text: str, ahead: bool = False) -> int | None:
    """The year that sentences tell of: 回顾2023年; 2012年是…的一年; 二、2010年主要任务; 预计2002年全市实现….

    Args:
        ahead: it does nothing but plan, so that 2012年是…的一年 tells of the planned year.
    """
    lines = title_lines(text).lines
    if any(expression("part_of_year").search(line) for line in lines) and (year := _of_part(text)):
        return year
    if any(expression("carried_out").search(line) and expression("plan_of_title").search(line) for line in lines):
        match = expression("counted_until").search(text)  # years of its plan are not those that it has come to
        return year_in(match) if match else None
    if match := expression("review_year").search(text[:OPENING]):
        return year_in(match) + 1
    if match := expression("year_told").search(text[:OPENING]):
        return year_in(match) + (not (ahead and match["own"]))
    if match := expression("plan_begins").search(text):
        return plan_years(match["name"])[0]
    if match := expression("plan_year").search(text):
        return year_in(match)
    match = expression("year_estimated").search(text[:OPENING])
    return year_in(match) + 1 if match else None


def _of_part(text: str) -> int | None:
    """Year of a report on a part of a year: told in its sentences, else that of its date; what January tells may be of the year before."""
    if match := expression("year_of_part").search(text[:OPENING]):
        return year_in(match)
    dated = expression("dated").search(text[:OPENING])
    return int(dated["year"]) if dated and int(dated["month"]) >= SPRING else None


def planned_together(title: str) -> tuple[int, int] | None:
    """First and last of the years that a title plans together, None where it names one.

    >>> planned_together("宁波市数字经济三年行动计划(2025—2027年)"), planned_together("宁波市“十四五”规划"), planned_together("2025年计划")
    ((2025, 2027), (2021, 2025), None)
    """
    if several := expression("years_of_title").search(title):
        return int(several["first"]), int(several["last"])
    named = expression("plan_of_title").search(title)
    return plan_years(named["name"]) if named else None


def dated_within(text: str, year: int) -> str | None:
    """The day of a document where it lies in a year that is not over: its first and last lines tell it.

    >>> dated_within("推进情况\\n新建公园20个。\\n2025年7月15日", 2025), dated_within("推进情况\\n2025年12月20日", 2025)
    ('2025年7月15日', None)
    """
    lines = [line for raw in text.split("\n") if (line := raw.strip())]
    found = (expression("dated_day").search(line) for line in (*lines[:DATED], *lines[-DATED:]) if len(line) <= SHORT)
    return next((match["day"] for match in found if match and int(match["year"]) == year and int(match["month"]) < DECEMBER), None)


def counted_up_to(title: str, text: str, year: int) -> str | None:
    """The one day up to which a report on tasks counts, wherever its text says so.

    >>> counted_up_to("十件实事进展情况", "截至9月底,新建公园20个。\\n新建学校3所。", 2025)
    '9月底'
    """
    if not expression("report_on_tasks").search(title):
        return None
    days = {match["day"] for match in expression("counted_up_to").finditer(text) if int(match["year"] or year) == year}
    return days.pop() if len(days) == 1 else None


def digit(count: str) -> int:
    """How many years are told of together.

    >>> digit("三"), digit("5"), digit("十")
    (3, 5, 10)
    """
    return int(count) if count.isdigit() else load().numerals["digit"].get(count, TEN)


def plan_years(name: str) -> tuple[int, int]:
    """First and last year of a five-year plan.

    >>> plan_years("十四五")
    (2021, 2025)
    """
    first = FIRST_YEAR + PLAN_LASTS * (load().numerals["five_year_plan"][name] - FIRST_PLAN)
    return first, first + PLAN_LASTS - 1


def year_in(match: re.Match[str]) -> int:
    """The year that an expression found, in whichever of its groups."""
    return int(next(group for group in match.groups() if group))
