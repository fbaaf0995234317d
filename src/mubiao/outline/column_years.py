"""Of which years the values of a column are, and whether they are targets or results."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from mubiao.lexicon.affix import pattern
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.model import Facts
from mubiao.outline.columns import PART, VALUES, YEAR, Column, five_year_plan

FIRST_YEAR, FIRST_PLAN, YEARS = 1981, 6, 5


def with_years(columns: list[Column], facts: Facts) -> list[Column]:
    """Columns with stage and years; what a head does not say is that of the column before, or of the document."""
    year = facts.year or 0
    own = facts.kind.own_year or _is_of_results(columns, facts)
    columns = [replace(column, head=_whole_years(column.head, year)) for column in columns]
    said = [int(found) for column in columns for found in YEAR.findall(column.head)]
    placed: list[Column] = []
    for column in columns:
        if column.kind == PART:
            placed.append(_part_of(column, placed))
            continue
        years = [int(found) for found in YEAR.findall(_against().sub("", column.head))]
        base = next((int(found[1]) for found in _against().finditer(column.head)), 0)
        plan = five_year_plan().search(column.head)
        before = next((other for other in reversed(placed) if other.is_value), None)
        if plan:
            first = FIRST_YEAR + YEARS * (load().numerals["five_year_plan"][plan[1]] - FIRST_PLAN)
            years = [first, first + YEARS - 1] if column.kind == "average" else [*years, first + YEARS - 1]
        if column.kind == "average":
            span = years or sorted(said)
            if len(years) == 1 and years[0] % YEARS == 0:  # the mean of the plan that ends in this year
                span = [years[0] - YEARS, years[0]]
            if not span or (len(set(span)) == 1 and not plan):
                column = replace(column, kind="")
            else:
                first = span[0] if plan else span[0] + 1
                column = replace(column, stage=_stage("", span[-1], year, own), first=first, last=span[-1])
        elif base and (column.kind != "growth" or base != (years[-1] if years else before.last if before else year - 1) - 1):
            column = replace(column, kind="")  # against a year that is not the one before
        elif column.kind == "growth" and not years and before:
            part = column.part_of_year or before.part_of_year
            column = replace(
                column,
                stage=before.stage,
                first=before.last,
                last=before.last,
                estimated=before.estimated,
                part_of_year=part,
                thing=before.thing,
            )
        elif column.kind == "year" and not years and not plan and not own:  # 上半年 in a plan: when something is due
            column = replace(column, kind="")
        elif column.kind in (*VALUES, "year"):
            told = column.kind in ("result", "estimate") and not _level().search(column.head)
            stage = "target" if column.kind == "target" else "result" if told else ""
            last = years[-1] if years else year if own or stage == "target" else year - 1
            column = replace(
                column,
                kind="result" if column.kind == "year" else column.kind,
                stage=stage or _stage(column.head, last, year, own),
                first=last,
                last=last,
            )
        placed.append(replace(column, whole=_whole_of(column, placed)) if column.part else column)
    return placed


def _is_of_results(columns: list[Column], facts: Facts) -> bool:
    """Whether main indicators of a year (2024年主要指标) are its results: neither title nor columns tell what is planned."""
    targets = load().words["columns"]["target"]
    return facts.doc_type == "plan_report" and not any(
        word in text for text in (facts.title or "", *(one.head for one in columns)) for word in targets
    )


def _part_of(column: Column, placed: list[Column]) -> Column:
    """A column of parts with what the column of the whole before it tells; of no kind where none does."""
    whole = next((other for other in reversed(placed) if other.kind != "" and not other.part), None)
    if whole is None or not whole.is_value or whole.kind in ("growth", "average"):
        return replace(column, kind="")
    return replace(whole, head=column.head, unit=column.unit or whole.unit, at=column.at, part=column.part, whole=whole.at)


def _whole_of(column: Column, placed: list[Column]) -> int | None:
    """Number of the column of totals that a column of parts stands behind."""
    told = (column.kind, column.stage, column.first, column.last)
    return next((one.at for one in reversed(placed) if not one.part and (one.kind, one.stage, one.first, one.last) == told), None)


@lru_cache(maxsize=1)
def _against() -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern(load().words['columns']['against'])})({YEAR.pattern})")


def _whole_years(head: str, year: int) -> str:
    """A head with years of two digits (24年完成) written out, where they are near the document's."""
    return expression("short_year").sub(lambda match: f"20{match[1]}" if abs(2000 + int(match[1]) - year) <= YEARS else match[0], head)


@lru_cache(maxsize=1)
def _level() -> re.Pattern[str]:
    """What a head ends with that tells no stage."""
    return re.compile(rf"{pattern(load().words['columns']['level'])}(?:\([^()]*\))*$")


def _stage(head: str, last: int, year: int, own: bool) -> str:
    """Whether a year without a word is one to come."""
    words = load().words["columns"]
    if any(word in head for word in words["target"]):
        return "target"
    return "target" if last >= year + own else "result"
