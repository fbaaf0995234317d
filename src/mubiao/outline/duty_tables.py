"""Tables of duties whose cells are known: a task for each row, with its units, officials and deadline."""

from __future__ import annotations

from mubiao.outline import labels
from mubiao.outline.grids import BLANK, Grid, GridCell, is_title_row
from mubiao.outline.rows import ROW_NUMBER, Row

HEADS = 4  # rows that the head of a table stands in
DUTIES = {"lead", "support", "official", "deadline"}


def head_of(rows: Grid) -> tuple[int, list[str]] | None:
    """The row of the head and the kinds of the columns; None where the table is none of duties."""
    for at, row in enumerate(rows[:HEADS]):
        kinds = [labels.columns().get(cell.label, "") if cell else "" for cell in row]
        if {"task", "content"} & set(kinds) and {"lead", "support", "official"} & set(kinds):
            return at, kinds
    return None


def rows_of(rows: Grid, first_leads: bool) -> list[Row]:
    """The rows below the head; empty where the table is none of duties.

    Args:
        first_leads: the document says that the first of the 责任单位 leads.
    """
    found = head_of(rows)
    if not found:
        return []
    at, kinds = found
    heads = [BLANK.sub("", cell.text) if cell else "" for cell in rows[at]]
    result, section = [], ""
    for row in rows[at + 1 :]:
        if is_title_row(row):
            section = next(cell.text for cell in row if cell)
        elif not _is_head(row):
            result.append(_row(row, kinds, heads, first_leads))
            result[-1].section = section
    return result


def _is_head(row: list[GridCell | None]) -> bool:
    """Whether a head comes again, as on each page of a long table."""
    return sum(1 for cell in row if cell and cell.label in labels.columns()) >= 2


def _row(row: list[GridCell | None], kinds: list[str], heads: list[str], first_leads: bool) -> Row:
    found = Row()
    for cell, kind, head in zip(row, kinds, heads, strict=True):
        if cell is None or not cell.text:
            continue
        if kind == "number" and ROW_NUMBER.fullmatch(cell.text):
            found.number = cell.text
        elif kind in ("task", "content"):
            if cell.own and (cell.start, cell.end) not in found.spans:
                found.spans.append((cell.start, cell.end))
        elif kind in DUTIES:
            _duty(found.duty, kind, head, cell.text, first_leads)
    return found


def _duty(duty: labels.Duty, kind: str, head: str, text: str, first_leads: bool) -> None:
    if labels.duty_at(text) is not None:  # 牵头:市发改委;配合:市经信局 in one cell
        told = labels.parse(text, first_leads)
    else:
        told = labels.parse(f"{head}:{text}", first_leads)
    duty.lead_units = duty.lead_units + [name for name in told.lead_units if name not in duty.lead_units]
    if told.support_text and told.support_text != duty.support_text:
        duty.support_text, duty.support_units = told.support_text, told.support_units
    duty.officials = told.officials or duty.officials
    duty.deadline = told.deadline or duty.deadline
