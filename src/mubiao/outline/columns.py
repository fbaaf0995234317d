"""What a column of a table is by its head: names, units, or values of a stage."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from mubiao.lexicon.affix import pattern
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.outline import duty_labels
from mubiao.outline.grids import NOTE_BEHIND
from mubiao.outline.units import is_unit

YEAR = re.compile(r"(?:19|20)\d\d")
TORTOISE = "〔〕【】[]"  # around what is a sum of all years, also in a head (〔五年累计〕)
BRACKET = re.compile(r"\(([^()]*)\)")
KINDS = ("attribute", "unit", "name", "share", "done", "goal", "average", "growth", "estimate", "target", "result")
PART = "part"  # of the column before, until it is known what that one tells
FIRST = ("name", "goal", "corner", "bearer")  # kinds of the first head of a table
VALUES = ("average", "growth", "estimate", "target", "result")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its kind, its head as written, its number, and for values the unit, the stage, the years and the part of a year (1-11月).

    ``thing`` is what the head adds to the names of its rows (产量), ``place`` what stands in front of them (海曙区). A column behind
    one of totals may tell a ``part`` of it (其中：省级), of the same stage and years; ``whole`` is the number of that one. One of targets may
    tell the second tier (2025年奋斗目标); ``whole`` is then the number of the one of the first.
    """

    kind: str
    head: str
    unit: str = ""
    stage: str = ""
    first: int = 0
    last: int = 0
    grows: bool = False
    estimated: bool = False
    at: int = 0
    part_of_year: str = ""
    part: str = ""
    whole: int | None = None
    thing: str = ""
    place: str = ""
    stretch: bool = False

    @property
    def is_figure(self) -> bool:
        return self.is_value or self.kind == "year"

    @property
    def is_value(self) -> bool:
        return self.kind in VALUES


@lru_cache(maxsize=1)
def _ends_of_heads() -> dict[str, re.Pattern[str]]:
    """For each kind the words that a head may end with."""
    words = load().words["columns"]
    return {kind: re.compile(rf"(?:{pattern(words[kind])})(?:\([^()]*\)|%|±)*$") for kind in KINDS}


@lru_cache(maxsize=1)
def plan_name() -> re.Pattern[str]:
    return re.compile(rf"({pattern(load().numerals['five_year_plan'])})")


def column(head: str) -> Column:
    """What a head says by itself.

    >>> column("2025年目标").kind, column("2024年(预计)").kind, column("总额(亿元)").unit, column("1-11月累计").part_of_year
    ('target', 'estimate', '亿元', '1-11月')
    >>> column("2025年目标其中:市区").part, column("其中:市区").kind, column("2025年计划投资合计").kind
    ('市区', 'part', 'target')
    """
    if head == PART:
        return Column(PART, head)
    whole, behind = _without_sum(head)
    if behind:
        above = column(whole)
        return replace(above, head=head, part=BRACKET.sub("", behind), unit=_unit(behind) or above.unit)
    if whole != head:
        return replace(column(whole), head=head)
    kind = _kind_by_end(BRACKET.sub("", head).strip(TORTOISE)) or next(filter(None, map(_kind_by_end, BRACKET.findall(head))), "")
    part = expression("part_of_year").search(head)
    grows = any(word in head for word in load().words["columns"]["grew"])
    if (not kind and (part or YEAR.search(head) or plan_name().search(head))) or (kind == "average" and part and not grows):
        kind = "year"
    estimated = any(word in head for word in load().words["columns"]["estimate"])  # 2024年预计增长 is a growth too
    thing = max((word for word in load().words["columns"]["thing"] if word in head), key=len, default="")
    stretch = kind == "target" and any(word in head for word in load().words["modifiers"]["stretch"])
    return Column(kind, head, _unit(head), estimated=estimated, grows=grows, part_of_year=part[0] if part else "", thing=thing, stretch=stretch)


def measured(column: Column) -> str:
    """What a head says that its column measures, without year, unit and the word that tells its kind.

    >>> measured(column("2024年地区生产总值(亿元)")), measured(column("地区生产总值比上年增长(%)")), measured(column("增长(%)"))
    ('地区生产总值', '地区生产总值', '')
    >>> measured(column("社会消费品零售总额(亿元)")), measured(column("2025年新建口袋公园目标")), measured(column("2025年奋斗目标"))
    ('社会消费品零售总额', '新建口袋公园', '')
    """
    words = load().words["columns"]
    head = BRACKET.sub("", column.head).rstrip("%±")
    ending = _ends_of_heads()[column.kind].search(head) if column.kind in VALUES else None
    if ending:
        head = head[: ending.start()] + max((word for word in words["thing"] | words["whole_name"] if word in ending[0]), key=len, default="")
    measured = expression("year_in_head").sub("", head.replace(column.part_of_year, ""))
    return "" if column.kind == "target" and measured in load().words["modifiers"]["commitment"] else measured


def _unit(head: str) -> str:
    return next((found for found in reversed(BRACKET.findall(head)) if is_unit(found)), "")


def _without_sum(head: str) -> tuple[str, str]:
    """A head without the words of a sum behind it, and what stands behind 其中; a part with a year of its own is a column like others."""
    if (found := _part_behind().search(head)) and not YEAR.search(found[1]) and not _kind_by_end(BRACKET.sub("", found[1])):
        return head[: found.start()] or PART, found[1]
    found = _sum_behind().fullmatch(head)
    return (found[1] + (found[2] or ""), "") if found else (head, "")


@lru_cache(maxsize=1)
def _part_behind() -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern(load().words['columns']['part'])})[::]?(\S+)$")


@lru_cache(maxsize=1)
def _sum_behind() -> re.Pattern[str]:
    return re.compile(rf"(.*(?:{YEAR.pattern}).*?)(?:{pattern(load().words['columns']['sum'])})(\([^()]*\))?")


def _kind_by_end(words: str) -> str:
    """What a head ends with; a bracket may say it (2024年（预计）)."""
    return next((kind for kind in KINDS if _ends_of_heads()[kind].search(words)), "")


def head_kind(head: str) -> str:
    """What a head says of its column in any table, of duties or of figures; "" where nobody knows.

    >>> head_kind("牵头单位"), head_kind("县级牵头领导"), head_kind("2025年工作目标"), head_kind("指标名称")
    ('lead', 'official', 'content', 'name')
    """
    plain = NOTE_BEHIND.sub("", head)
    own = column(head).kind
    return duty_labels.kinds_by_head().get(plain) or ("" if own in (*VALUES, "year", "attribute", "share") else duty_labels.kind_by_end(plain)) or own


def is_first_head(label: str) -> bool:
    """Whether a word is the head above what the rows of a table are named, or one of a duty, as the first cell of a table is.

    >>> is_first_head("指标"), is_first_head("年份"), is_first_head("序号"), is_first_head("城市更新项目")
    (True, True, True, False)
    """
    return label in duty_labels.kinds_by_head() or any(label in load().words["columns"][kind] for kind in FIRST)
