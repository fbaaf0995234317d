"""Of which years the values of a column are, and whether they are targets or results."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from mubiao.lexicon.affix import pattern
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.model import Facts
from mubiao.outline.columns import PART, VALUES, YEAR, Column, measured, plan_name
from mubiao.read.years import PLAN_LASTS, plan_years

FEWEST = 2  # years of a mean
NEAR = 5  # years that a head in two digits may lie from the document's
DEFAULT = "doc_type: default"  # among what facts say of where they were found


class _Document(NamedTuple):
    """What a document tells of the years of its table: the year that it plans, whether it tells of that year itself, all years of the heads,
    whether nothing says of what kind it is, whether the table tells targets by the lines above it, and whether these name the year before."""

    year: int
    own: bool
    said: list[int]
    unnamed: bool
    planned: bool
    before: bool


class _Told(NamedTuple):
    """What a head tells of years: those that it names, the last of a five-year plan among them, its plan, and what it is measured against."""

    years: list[int]
    plan: tuple[int, int] | None
    base: int


def with_years(columns: list[Column], facts: Facts, planned: bool = False, year_before: bool = False) -> list[Column]:
    """Columns with stage and years; what a head does not say is that of the column before, or of the document.

    Args:
        planned: the lines above the table say that it tells targets; a head that says nothing is one of these.
        year_before: its title names the year before that of the document; targets without a year are of that one.
    """
    year = facts.year or 0
    columns = [replace(column, head=_whole_years(column.head, year)) for column in columns]
    said = sorted(int(found) for column in columns for found in YEAR.findall(column.head))
    of = _Document(year, is_of_own_year(columns, facts), said, DEFAULT in facts.found_in, planned, year_before)
    placed: list[Column] = []
    for column in columns:
        if column.kind == PART:
            placed.append(_part_of(column, placed))
            continue
        before = next((other for other in reversed(placed) if other.is_value or (not other.kind and YEAR.search(other.head))), None)
        dated = _with_years(column, _grew(before, placed) if column.kind == "growth" and before else before, of)
        placed.append(replace(dated, whole=_whole_of(dated, placed)) if dated.part or dated.stretch else dated)
    return placed


def _grew(before: Column, placed: Sequence[Column]) -> Column:
    """The column whose growth stands behind another: of 2024年 | 2023年 | 增长 that of the later year."""
    later = placed[at - 1] if (at := placed.index(before)) else before
    both = later.kind == before.kind == "result" and later.stage == before.stage
    return later if both and later.last == before.last + 1 else before


def _with_years(column: Column, before: Column | None, of: _Document) -> Column:
    """A column with its years and stage; of no kind where its values are not of one year.

    Args:
        before: the column in front of it that tells values, or nobody knows what of a year.
    """
    told = _told_by(column.head)
    if column.kind == "average":
        return _mean(column, told, of)
    last = told.years[-1] if told.years else before.last if before else of.year - 1
    if told.base and (column.kind != "growth" or told.base != last - 1):
        return replace(column, kind="")  # against a year that is not the one before
    if column.kind == "growth" and not told.years and before and not before.is_value:
        return replace(column, kind="")  # nobody knows what the column in front of it is
    if column.kind == "growth" and not told.years and before:
        part = column.part_of_year or before.part_of_year
        return replace(
            column, stage=before.stage, first=last, last=last, estimated=before.estimated, part_of_year=part, thing=column.thing or before.thing
        )  # fmt: skip
    if column.kind == "year" and of.unnamed and of.own and told.years[-1:] == [of.year]:
        return replace(column, kind="")  # 2024年 beside 2023年 and their growth, in a table of no known kind: reached, or planned
    if column.kind == "year" and not told.years and not of.own:
        return replace(column, kind="")  # 上半年 in a plan: when something is due
    if column.kind == "done":  # a cell of it may be a bare value (52座)
        return replace(_value(replace(column, kind="result"), told.years, of), kind="done")
    if column.kind not in (*VALUES, "year"):
        return column
    found = _value(column, told.years, of)
    if found.kind == "growth" and before and (before.stage, before.last) == (found.stage, found.last):
        return replace(found, estimated=found.estimated or before.estimated)  # 2024年预计完成 | 2024年增长
    return found


def _told_by(head: str) -> _Told:
    years = [int(found) for found in YEAR.findall(_against().sub("", head))]
    base = next((int(found[1]) for found in _against().finditer(head)), 0)
    plan = plan_name().search(head)
    if plan is None:
        return _Told(years, None, base)
    span = plan_years(plan[1])
    return _Told([*years, span[1]], span, base)


def _mean(column: Column, told: _Told, of: _Document) -> Column:
    """A column of means: over a plan that it names, from one year to another, or over the plan that ends in the one year that it names."""
    if told.plan:
        first, last = told.plan
    else:
        span = told.years or of.said
        if len(told.years) == 1 and told.years[0] % PLAN_LASTS == 0:
            span = [told.years[0] - PLAN_LASTS, told.years[0]]
        if not span or span[-1] - span[0] < FEWEST:
            return replace(column, kind="")
        first, last = span[0] + 1, span[-1]
    return replace(column, stage=_stage("", last, of), first=first, last=last)


def _value(column: Column, years: list[int], of: _Document) -> Column:
    told = column.kind in ("result", "estimate") and not _level().search(column.head)
    planned = column.kind == "target" or (of.planned and not told and not years)
    stage = "target" if planned else "result" if told else ""
    last = years[-1] if years else of.year - of.before if of.own or stage == "target" else of.year - 1
    kind = "result" if column.kind == "year" else column.kind
    return replace(column, kind=kind, stage=stage or _stage(column.head, last, of), first=last, last=last)


def is_of_own_year(columns: Sequence[Column], facts: Facts) -> bool:
    """Whether a table tells results of the year of its document: that of a bulletin, main indicators of a year (2024年主要指标), and results in a
    document of no known kind (2024年末存款余额: 年末数, 增长), where neither title nor columns tell what is planned."""
    if facts.kind.own_year:
        return True
    targets = load().words["columns"]["target"]
    plans = any(word in text for text in (facts.title or "", *(one.head for one in columns)) for word in targets)
    return not plans and (facts.doc_type == "plan_report" or (DEFAULT in facts.found_in and _tells_results(columns, facts.year or 0)))


def _tells_results(columns: Sequence[Column], year: int) -> bool:
    """Whether columns tell what was reached, and none of them that it was in an earlier year than that of the document."""
    reached = [one for one in columns if one.kind in ("result", "estimate", "growth") and not _level().search(one.head)]
    return bool(reached) and not any(int(told) < year for one in reached if one.kind != "growth" for told in YEAR.findall(one.head))


def _part_of(column: Column, placed: list[Column]) -> Column:
    """A column of parts with what the column of the whole before it tells; of no kind where none does."""
    whole = next((other for other in reversed(placed) if other.kind != "" and not other.part), None)
    if whole is None or not whole.is_value or whole.kind in ("growth", "average"):
        return replace(column, kind="")
    return replace(whole, head=column.head, unit=column.unit or whole.unit, at=column.at, part=column.part, whole=whole.at)


def _whole_of(column: Column, placed: list[Column]) -> int | None:
    """Number of the column of totals that a column of parts stands behind, or of the first tier of the targets whose second it tells."""
    wholes = (one for one in reversed(placed) if not one.part and not one.stretch and _tell(one) == _tell(column))
    return next((one.at for one in wholes if not column.stretch or (one.place, measured(one)) == (column.place, measured(column))), None)


def _tell(column: Column) -> tuple[str, str, int, int]:
    return column.kind, column.stage, column.first, column.last


@lru_cache(maxsize=1)
def _against() -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern(load().words['columns']['against'])})({YEAR.pattern})")


def _whole_years(head: str, year: int) -> str:
    """A head with years of two digits (24年完成) written out, where they are near the document's."""
    return expression("short_year").sub(lambda match: f"20{match[1]}" if abs(2000 + int(match[1]) - year) <= NEAR else match[0], head)


@lru_cache(maxsize=1)
def _level() -> re.Pattern[str]:
    """What a head ends with that tells no stage."""
    return re.compile(rf"{pattern(load().words['columns']['level'])}(?:\([^()]*\))*$")


def _stage(head: str, last: int, of: _Document) -> str:
    """Whether a year without a word is one to come."""
    words = load().words["columns"]
    if any(word in head for word in words["target"]):
        return "target"
    return "target" if last >= of.year + of.own else "result"
