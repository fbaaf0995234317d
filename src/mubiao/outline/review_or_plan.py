"""Which part of a work report looks back and which looks ahead."""

from __future__ import annotations

from mubiao.lexicon.expressions import expression, patterns
from mubiao.outline import duty_labels
from mubiao.outline.lines import Line, heading, level
from mubiao.read.titles import as_title, kind_of
from mubiao.rule import Rules, rule

SHORT = 40  # an unnumbered line of at most so many characters without a full stop may be a heading


@rule(
    "stands in an appendix or a foot- or endnote that explains words",
    takes=["二、2025年主要任务\n新增绿地200公顷。\n名词解释\n1.单项冠军：指长期专注于1个领域的企业。"],
    refuses=["二、2025年主要任务\n新增绿地200公顷。"],
)
def glossary(text: str) -> bool:
    """Whether a line opens such an appendix."""
    return expression("glossary_title").fullmatch(heading(text).strip(":")) is not None


APPENDICES = Rules("refusal", glossary)


def is_short(line: Line) -> bool:
    """Whether an unnumbered line may be a heading."""
    return level(line.text)[0] == 0 and len(line.text) <= SHORT and "。" not in line.text


def part_of_heading(line: Line, year: int | None) -> str:
    """review or plan, as a heading says; "" where it says nothing.

    Years decide before words: 2024年主要工作和“十四五”以来的成就 in a report of 2025 looks back, and so does 去年主要工作.
    """
    annex = expression("annex_of_several").match(line.text)
    text = heading(line.text[annex.end() :].lstrip(" :") if annex else line.text)  # 附表6 2025年民生实事项目
    kit = patterns("headings")
    if kit["report_title"].search(text) or expression("speech_year").search(text):
        return ""  # the title and the line of the speech name the year of the report, not that of what stands below
    if expression("day_of_event").search(text):
        return ""  # 2025年3月28日: when it was published, or approved
    named = [int(match[1]) for match in expression("year_of_heading").finditer(text)]
    met = expression("goals_met").search(text)
    review = met or kit["review"].search(text) or expression("review_alone").match(text)
    plan = kit["plan"].search(text, met.end() if met else 0)
    if year and named and max(named) < year and (not plan or review or expression("opens_with_year").match(text)):
        return "review"
    if plan and expression("opens_with_last_year").match(text):
        return "review"
    if bool(review) != bool(plan):
        return "review" if review else "plan"
    return "plan" if year and named else ""


class ReviewOrPlan:
    """Walks through the lines of a report and says of each whether it reviews or plans.

    Args:
        year: the year that the report plans, None where it is not known.
        own: it is a report of results of that year, whose headings name tasks and goals that were met; only what says so plans.
        lines: all lines; what stands before the first heading is judged by its words.

    Attributes:
        part: review or plan; a glossary is of the plan.
        in_glossary: an appendix that explains words.
    """

    def __init__(self, year: int | None, lines: list[Line], own: bool = False) -> None:
        self.year, self.own = year, own
        self.part, self.in_glossary = "", False
        self.turns = False  # the line before tells in its midst what is planned
        self.began = True
        self.part = self._opening(lines)
        self.began = glossary.apply(lines[0].text) if lines else False

    def see(self, line: Line) -> None:
        """Take note of a line; afterwards ``part`` holds for it."""
        if self.turns:
            self.part = "plan"
        found = self._said(line)
        self.began = self.began or bool(found) or len(line.text) > SHORT
        if found:
            self.in_glossary = found == glossary.name
            self.part = "plan" if self.in_glossary else found
        self.turns = self.part == "review" and not self.own and expression("plan_told").search(line.text) is not None

    def _said(self, line: Line) -> str:
        depth = level(line.text)[0]
        if self.in_glossary and not expression("annex").match(line.text) and not duty_labels.is_title(line.text):
            return ""  # entries of a glossary may be numbered as headings are
        if glossary.apply(line.text):
            return glossary.name if self.began else ""  # in a list of contents at the top it only names what is to come
        if depth == 1 or is_short(line):
            found = part_of_heading(line, self.year)
            return self._of_results(line, found) if self.own else found
        if depth == 0 and not self.own and patterns("headings")["plan_opening"].search(line.text[:80]):
            return "plan"
        return ""

    def _of_results(self, line: Line, found: str) -> str:
        """Part of a heading of a report of results: a further section tells again of what was done."""
        text = heading(line.text)
        ahead = expression("ahead_of_results").search(text)
        of_both = ahead and expression("part_of_year").search(text, 0, ahead.start())
        if level(line.text)[0] == 0 and (of_both or kind_of(as_title(text)) == "plan_report"):
            return ""  # 上半年工作总结和下半年工作打算, 关于上半年工作情况和下半年工作安排的报告: the title of both
        later = any(int(match[1]) > (self.year or 0) for match in expression("year_of_heading").finditer(text))
        if found != "review" and (ahead or (found and later)):
            return "plan"
        return "review" if level(line.text)[0] == 1 or found else ""

    def _opening(self, lines: list[Line]) -> str:
        """What stands before the first heading is judged by its verbs: a review may follow a plan too (a table of 2021年 at its end)."""
        if self.own:
            return "review"
        before: list[str] = []
        for line in lines:
            if level(line.text)[0] in (0, 1) and self._said(line) in ("review", "plan"):
                break
            before.append(line.text)
        votes = patterns("headings")
        text = "\n".join(before)
        ahead, back = len(votes["ahead"].findall(text)), len(votes["back"].findall(text))
        return "plan" if ahead > 6 * back else "review"
