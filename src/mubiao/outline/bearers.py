"""Tables whose rows are places or branches, and whose heads tell what is measured of each: 地区 | 地区生产总值（亿元） | 增长（%）."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mubiao.lexicon.loader import load
from mubiao.model import Facts
from mubiao.outline.captions import tells_of_year_before, thing_of_title
from mubiao.outline.column_years import is_of_own_year
from mubiao.outline.columns import BRACKET, VALUES, YEAR, Column, head_kind, measured
from mubiao.outline.grids import VALUE, Grid
from mubiao.outline.unit_names import NONE
from mubiao.read.decode import HAN


def with_things(columns: list[Column], rows: Grid, facts: Facts, above: Sequence[str]) -> list[Column]:
    """Columns, those of values with what they measure where the rows are places or branches; those of places with their stage; others as they are.

    Where no head says what is measured, the title above does. A column that tells nothing of it (2024年完成) is of no kind then, nor one of values
    whose stage nothing tells.

    Args:
        above: the lines that stand above the table; one may say that it tells targets.
    """
    words = load().words["columns"]
    if any(one.place for one in columns):
        stage = _untold(columns, facts, above)
        return [replace(one, kind=stage) if one.place and not one.kind and not measured(one) else one for one in columns]
    named = next((one for one in columns if BRACKET.sub("", one.head) in words["bearer"] and all(map(HAN.search, _cells(rows, one)))), None)
    figures = [one for one in columns[named.at + 1 :] if _tells_figures(one, rows)] if named else []
    apart = [one for one in columns[: figures[-1].at if figures else 0] if one not in (named, *figures) and one.kind not in ("unit", "attribute")]
    if (
        named is None
        or any(one.kind == "name" for one in columns)
        or any(HAN.search(text) and text not in words["sum"] for one in apart for text in _cells(rows, one))
    ):
        return columns  # 产业 | 重点企业 | 产值: of whom it is another column tells
    stage = _untold(columns, facts, above)
    titled = "" if any(measured(one) for one in figures if one.kind != "share") else thing_of_title(above)
    placed: list[Column] = []
    for one in columns:
        before = next((other for other in reversed(placed) if other.kind != "share"), None)  # a rank may stand between
        thing = measured(one) or titled
        if one is named:
            one = replace(one, kind="name")
        elif one not in figures:
            one = replace(one, kind=one.kind if one.kind in ("unit", "attribute") else "")
        elif one.kind == "growth":
            thing = thing or (before.thing if before else "")
            one = replace(one, thing=thing, kind="growth" if thing else "")
        elif one.kind in (*VALUES, "year", ""):
            untold = not one.kind or (BRACKET.sub("", one.head).endswith(tuple(words["level"])) and not YEAR.search(one.head))  # 粮食产量
            kind = stage if untold else one.kind
            one = replace(one, thing=thing, kind=kind if thing else "")
        placed.append(one)
    return placed


def _untold(columns: Sequence[Column], facts: Facts, above: Sequence[str]) -> str:
    """Whether values of which no head says it are results or targets; "" where nothing tells."""
    words = load().words["columns"]
    if tells_of_year_before(facts, above):
        return "result"
    plans = facts.kind.is_list or any(word in text for text in (facts.title or "", *above) for word in words["target"])
    return "result" if is_of_own_year(columns, facts) else "target" if plans else ""


def _tells_figures(one: Column, rows: Grid) -> bool:
    """Whether all cells of a column are figures, and its head does not call them remarks (含续建2个)."""
    texts = _cells(rows, one)
    return bool(texts) and all(map(_is_figure, texts)) and (bool(one.unit) or head_kind(one.head) != "other")


def _is_figure(text: str) -> bool:
    return bool(VALUE.fullmatch(text) or NONE.fullmatch(text)) or text in load().words["columns"]["without_number"]


def _cells(rows: Grid, column: Column) -> list[str]:
    return [cell.text for row in rows if (cell := row[column.at]) and cell.text]
