"""The head of a table of duties: what each of its columns holds, by one row of heads or by several that say more of each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mubiao.lexicon.loader import load
from mubiao.outline import duty_labels
from mubiao.outline.columns import VALUES, YEAR, column, head_kind
from mubiao.outline.grids import BLANK, Grid, GridCell
from mubiao.outline.heads import HEADS, with_names

DUTIES = {"lead", "support", "official", "deadline"}
UNITS = ("lead", "support")
KINDS = (*DUTIES, "number", "task", "content", "other")


def head_of(rows: Grid) -> tuple[int, list[str], list[str]] | None:
    """The last row of the head, the kinds of the columns and their heads; None where the table is none of duties.

    A head below a head says more of its column: 责任单位 above 牵头单位 and 配合单位; beside 牵头单位 it tells who helps.
    """
    for at, row in enumerate(rows[:HEADS]):
        heads = _texts(row)
        told = with_names([replace(column(head), at=place) for place, head in enumerate(heads)], rows[at + 1 :])
        kinds = _of_duties(["name" if one.kind == "name" else _kind_of_duty(one.head) for one in told])
        if {"task", "content"} & set(kinds) and {"lead", "support", "official"} & set(kinds):
            while at + 1 < len(rows) and _is_second_head(rows[at + 1], kinds, heads):
                at += 1
                below = _texts(rows[at])
                kinds = [_kind_below(head, kind, upper) for head, kind, upper in zip(below, kinds, heads, strict=True)]
                heads = [_both(upper, head) for head, upper in zip(below, heads, strict=True)]
            kinds = _of_duties(kinds)
            return at, duty_labels.beside(kinds, heads), heads
    return None


def _texts(row: Sequence[GridCell | None]) -> list[str]:
    return [BLANK.sub("", cell.text) if cell else "" for cell in row]


def _kind_of_duty(head: str) -> str:
    """What a column holds as a duty knows it: "" for values and whatever else says nothing of who does what."""
    found = head_kind(head)
    return found if found in (*KINDS, "name") else ""


def _of_duties(kinds: Sequence[str]) -> list[str]:
    """Kinds of columns; what is measured (指标) is the task where no other column tells one."""
    names = "task" if "task" not in kinds else ""
    return [names if kind == "name" else kind for kind in kinds]


def _is_second_head(row: Sequence[GridCell | None], kinds: Sequence[str], above: Sequence[str]) -> bool:
    """Whether the row below a head is a head too: it says more of the columns of units, or all that is new in it are heads."""
    if _texts(row) == list(above):
        return False
    told = zip(row, kinds, above, strict=True)
    new = [(cell.label, kind) for cell, kind, upper in told if cell and cell.own and cell.text and BLANK.sub("", cell.text) != upper]
    return bool(new) and all(_is_below(head, kind) for head, kind in new)


def _is_below(head: str, kind: str) -> bool:
    """Whether a head may stand below another: it tells what its column holds, who of the units leads, or a part or the sum of what stands above."""
    words = load().words["columns"]
    return bool(head_kind(head)) or head in words["below"] | words["sum"] or (kind in UNITS and bool(duty_labels.kind_below(head)))


def _kind_below(head: str, kind: str, above: str) -> str:
    """What a column holds by two heads: 目标任务 above 指标名称 and 目标值, 责任单位 above 牵头 and 配合."""
    if not head or head == above:
        return kind
    if kind in UNITS and (found := duty_labels.kind_below(head)):
        return found
    found = head_kind(head)
    return "" if found in (*VALUES, "unit", "attribute") else _kind_of_duty(head) or kind


def _both(above: str, below: str) -> str:
    """The head that a column has of two; a year above is the year of what stands below it."""
    return f"{above if YEAR.search(above) and above != below else ''}{below or above}"


def is_repeated(row: Sequence[GridCell | None]) -> bool:
    """Whether a head comes again, as on each page of a long table."""
    return sum(1 for cell in row if cell and (cell.label in duty_labels.kinds_by_head() or duty_labels.kind_below(cell.label))) >= 2
