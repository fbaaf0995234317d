"""What the headings of a document tell of years: those that they review, and those that they plan."""

from __future__ import annotations

from mubiao.lexicon.expressions import expression
from mubiao.read.titles import LONGEST_TITLE, as_title
from mubiao.read.years import SHORT, is_spoken_before, of_speech, plan_years, year_in

BARS = "|\t"  # between the cells of a row


def planned_year(text: str) -> int | None:
    """The year that headings plan, else the year after the one that they review."""
    reviewed, planned, plans = _headed(text)
    if reviewed:
        return max(reviewed) + 1
    return planned[0] if planned else max(plans) + 1 if plans else None


def named_by_the_past(text: str, titled: int) -> bool:
    """Whether a report bears the year that it looks back on: no heading says otherwise, and its speech, else a heading, tells of the next.

    >>> held = "2015年政府工作报告\\n——2016年1月13日在巢湖市第八届人民代表大会第五次会议上\\n一、2015年工作回顾"
    >>> named_by_the_past(held, 2015), named_by_the_past(held.replace("一、2015", "一、2014"), 2015)
    (True, False)
    >>> named_by_the_past("2015年政府工作报告\\n一、2015年工作回顾", 2015)
    True
    >>> late = "2020年政府工作报告\\n2020年12月23日在谷城县第十八届人民代表大会第五次会议上\\n一、“十三五”工作回顾"
    >>> named_by_the_past(late, 2020), named_by_the_past(late + "\\n二、2020年工作安排", 2020)
    (True, False)
    """
    reviewed, planned, _ = _headed(text)
    spoken = of_speech(text)
    if not reviewed:
        return is_spoken_before(text, titled + 1) and titled not in planned
    return max(reviewed) == titled and (spoken == titled + 1 or (spoken is None and titled not in planned))


def looks_both_ways(text: str) -> bool:
    """Whether headings review a year and plan one, as no list does.

    >>> looks_both_ways("一、2024年工作回顾\\n二、2025年工作安排"), looks_both_ways("一、2025年工作安排")
    (True, False)
    """
    reviewed, planned, _ = _headed(text)
    return bool(reviewed and planned)


def planned_besides(text: str, year: int) -> int | None:
    """The first year that a heading plans, where none plans the year of the document.

    >>> planned_besides("一、2024年工作回顾\\n二、2026年工作安排", 2025), planned_besides("二、2025年工作安排\\n到2027年主要目标", 2025)
    (2026, None)
    """
    planned = _headed(text)[1]
    return planned[0] if planned and year not in planned else None


def _headed(text: str) -> tuple[list[int], list[int], list[int]]:
    """The years that headings review and plan, and the last years of the plans that they review."""
    reviewed: list[int] = []
    planned: list[int] = []
    plans: list[int] = []
    for raw in text.split("\n"):
        if not 4 <= len(raw.strip()) <= LONGEST_TITLE or max(map(raw.strip().count, BARS)) > 1:  # a row of a table
            continue
        line = as_title(raw)
        if len(line) > SHORT or "。" in line:
            continue
        if match := expression("review_year").search(line):
            reviewed.append(year_in(match))
        elif match := expression("plan_year").search(line):
            planned.append(year_in(match))
        elif match := expression("plan_reviewed").search(line):
            plans.append(plan_years(match["name"])[1])
        elif match := expression("year_heads").match(line):
            (planned if year_in(match) - 1 in reviewed else reviewed).append(year_in(match))
    return reviewed, planned, plans
