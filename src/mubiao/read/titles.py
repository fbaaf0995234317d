"""The head of a document: the short lines in front of its text, among them its title.

A title has no full stop and no number of a heading; what stands in sentences is running text and asked by nobody here.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from mubiao.lexicon.expressions import expression, patterns
from mubiao.lexicon.loader import load
from mubiao.model import DOCUMENT_TYPES
from mubiao.read.fold import years_in_digits

OPENING = 3000  # characters
LONGEST_TITLE = 60  # characters
LONGEST_PARTS = 3  # lines that a title may be broken into
TERMINAL = tuple("。,;:!?")  # a title does not end so
KINDS = tuple(DOCUMENT_TYPES)


@dataclass(frozen=True, slots=True)
class TitleLines:
    """Title lines of a document.

    Attributes:
        lines: above the salutation or the first heading or paragraph, broken titles joined, without blanks.
        below: further ones of the opening: a notice has the title of what it hands on below its own text.
    """

    lines: tuple[str, ...]
    below: tuple[str, ...]


@lru_cache(maxsize=4)
def title_lines(text: str) -> TitleLines:
    """The title lines of a text.

    >>> title_lines("2025年市政府工作报告\\n各位代表:\\n过去一年,成绩来之不易。").lines
    ('2025年市政府工作报告',)
    """
    above: list[str] = []
    below: list[str] = []
    found = above
    for raw in text[:OPENING].split("\n"):
        line = as_title(raw)
        if not line:
            continue
        if patterns("doctypes")["salutation"].match(line) or _is_heading(raw.strip()) or len(line) > LONGEST_TITLE or "。" in line:
            found = below
        if is_title_line(raw.strip(), line):
            found.append(line)
    return TitleLines(tuple(_own(_joined(above))), tuple(_own(_joined(below))))


def _own(lines: list[str]) -> list[str]:
    """Lines without the titles of its annexes, where they are several: those of one may be its own."""
    annexes = [line for line in lines if expression("annex_of_several").match(line)]
    return lines if len(annexes) < 2 else [line for line in lines if line not in annexes]


def as_title(line: str) -> str:
    """A line without blanks, years in Arabic digits, and without when it was passed, which makes a title longer than titles are.

    >>> as_title("二0二五年 政府工作报告"), as_title("规划纲要(2021年2月5日第五次会议通过)")
    ('2025年政府工作报告', '规划纲要')
    """
    return expression("passed_behind").sub("", years_in_digits("".join(line.split())))


def is_title_line(raw: str, line: str) -> bool:
    """Whether a line can be a title by its form."""
    return 2 <= len(line) <= LONGEST_TITLE and line[-1] not in TERMINAL and "。" not in line and not _is_heading(raw)


def kind_of(line: str) -> str | None:
    """Kind of document that a title names; what reports on one plan and submits the next is a plan report, and what tells of the projects
    of a year in a part of it, or that they are done, reports on them.

    >>> kind_of("2024年度民生实事完成情况的公示"), kind_of("2024年预算执行情况和2025年预算草案的报告"), kind_of("通知")
    ('progress_report', 'plan_report', None)
    >>> kind_of("2024年民生实事"), kind_of("前三季度民生实事加快推进"), kind_of("2018年10个民生实事项目全面落实")
    ('livelihood_projects', 'progress_report', 'progress_report')
    >>> kind_of("市民政局2024年度工作报告"), kind_of("县人民政府2024年度工作报告")
    ('progress_report', None)
    """
    found = next((kind for kind in KINDS if patterns("doctypes")[kind].search(line)), None)
    if found is None and expression("plan_of_several").search(line):
        return "plan_report"
    if found is None and expression("report_of_office").search(line):
        return "progress_report"
    if found == "livelihood_projects" and (expression("part_of_year").search(line) or expression("projects_done").search(line)):
        return "progress_report"
    return "plan_report" if found == "progress_report" and plans_next(line) else found


def plans_next(line: str) -> bool:
    """Whether a title that reports on one year also says what is planned: by a word behind the report, or by a second year.

    >>> plans_next("2024年民生实事完成情况和2025年候选项目的报告"), plans_next("2024年民生实事完成情况"), plans_next("2024年重点工作落实情况")
    (True, False, False)
    >>> plans_next("规划中期评估报告(2021—2023年)")
    False
    """
    told = patterns("doctypes")["progress_report"].search(line)
    if patterns("doctypes")["next_plan"].search(line, told.end() if told else 0):
        return True
    return len(set(expression("year_of_title").findall(line))) > 1 and not expression("years_of_title").search(line)


def sums_up(line: str) -> bool:
    """Whether a title says that an office sums up a whole year and plans the next in one.

    >>> sums_up("2024年工作总结和2025年工作计划"), sums_up("2024年工作总结"), sums_up("上半年工作总结和下半年工作打算")
    (True, False, False)
    """
    both = kind_of(line) == "plan_report" and expression("summed_up").search(line) is not None
    return both and expression("part_of_year").search(line) is None


def is_titled(line: str) -> bool:
    """Whether a line holds a word of titles."""
    return patterns("doctypes")["title_line"].search(line) is not None or kind_of(line) is not None


def _is_heading(line: str) -> bool:
    return any(expression(name).match(line) for name in ("heading_1", "heading_2"))


def _joined(lines: list[str]) -> list[str]:
    """Titles that are broken over lines in one piece."""
    result: list[str] = []
    at = 0
    while at < len(lines):
        parts = 1
        while parts < LONGEST_PARTS and at + parts < len(lines) and _goes_on(lines[at + parts - 1], lines[at + parts]):
            parts += 1
        result.append("".join(lines[at : at + parts]))
        at += parts
    return result


def _goes_on(line: str, following: str) -> bool:
    breaks_off = line.endswith(tuple(load().words["doctypes"]["title_breaks_off"]))
    ended = is_titled(line) and expression("year_alone").match(following) is not None
    return breaks_off or ended or patterns("doctypes")["title_goes_on"].match(following) is not None
