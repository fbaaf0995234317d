"""What the title above a table tells of the time of its figures, where that is not the time of the document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.lexicon.vocabulary import vocabulary
from mubiao.model import Facts
from mubiao.outline.columns import YEAR
from mubiao.read.titles import LONGEST_TITLE, TERMINAL, as_title

SHORTEST_NAME = 3  # characters of an indicator in a title
RIGHT_ABOVE = 2  # lines: one that says what a table tells, and one of its unit


def of_caption(facts: Facts, above: Sequence[str]) -> Facts:
    """The facts by which the columns of a table are read: a title that names another year than those of the document holds for its table.

    >>> of_caption(Facts(year=2023, doc_type="bulletin"), ["表2 2024年主要指标完成情况"]).year
    2024
    >>> of_caption(Facts(year=2025, doc_type="work_report"), ["表1 2024年主要指标完成情况"]).year
    2025
    >>> of_caption(Facts(year=2024, doc_type="progress_report"), ["2024年民生实事完成情况", "桐庐县人民政府 2025-01-15"]).year
    2024
    """
    title = _title(above)
    years = set(YEAR.findall(title))
    if facts.year is None or len(years) != 1 or as_title(title) in as_title(facts.title or ""):
        return facts
    year = int(years.pop())
    if year in (facts.year, facts.year - (not facts.kind.own_year)):
        return facts
    plans = any(word in title for word in load().words["columns"]["target"])
    return replace(facts, year=year, doc_type="plan_report" if plans else "bulletin", title=title)


def part_of_caption(above: Sequence[str]) -> str:
    """The part of a year that a title names (2024年1-11月主要指标), or ""."""
    found = expression("part_of_year").search(_title(above))
    return found[0] if found else ""


def tells_targets(above: Sequence[str]) -> bool:
    """Whether the lines right above a table say that it tells targets, and not what became of them.

    >>> tells_targets(["今年主要预期目标如下：", "单位：亿元"]), tells_targets(["去年主要目标完成情况如下："])
    (True, False)
    """
    return _are_targets("".join(above[-RIGHT_ABOVE:]))


def _are_targets(told: str) -> bool:
    words = load().words["columns"]
    return any(word in told for word in words["target"]) and not any(word in told for word in words["done"])


def tells_of_year_before(facts: Facts, above: Sequence[str]) -> bool:
    """Whether the title above the table of a plan names the year before it, and no target (2024年各区主要指标).

    >>> plan = Facts(year=2025, doc_type="plan_report")
    >>> [tells_of_year_before(plan, [title]) for title in ("2024年各区主要指标", "2025年各区主要指标", "2024年各区目标")]
    [True, False, False]
    """
    title = _title(above)
    before = facts.year is not None and not facts.kind.own_year and set(YEAR.findall(title)) == {str(facts.year - 1)}
    return before and not _are_targets(title)


def thing_of_title(above: Sequence[str]) -> str:
    """The one known indicator that the title right above a table names, or "".

    >>> thing_of_title(["表2 2024年规模以上工业增加值分行业增长速度", "单位:%"]), thing_of_title(["2024年各区地区生产总值和财政收入"])
    ('规模以上工业增加值', '')
    """
    for line in reversed(above[-RIGHT_ABOVE:]):
        found = _indicators(as_title(line)) if len(line) <= LONGEST_TITLE and not line.endswith(TERMINAL) else []
        if found:
            return found[0] if len(found) == 1 else ""
    return ""


def _indicators(title: str) -> list[str]:
    """The known indicators that a title names, the longest at each place."""
    forms, found, at = vocabulary().forms, [], 0
    while at < len(title):
        end = next((end for end in range(len(title), at + SHORTEST_NAME - 1, -1) if title[at:end] in forms), 0)
        found += [title[at:end]] if end else []
        at = end or at + 1
    return found


def _title(above: Sequence[str]) -> str:
    """The last line above a table that may be its title: a short one that is no sentence and tells no day (发布日期：2025-01-15)."""
    titles = (line for line in reversed(above) if YEAR.search(line) and len(line) <= LONGEST_TITLE and not line.endswith(TERMINAL))
    return next((line for line in titles if not expression("dated").search(line)), "")
