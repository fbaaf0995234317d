"""Cells of a table of duties that a page flattened to one a line, and what each can be by what it says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from mubiao.lexicon.affix import Affixes, pattern
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.outline import unit_names
from mubiao.outline.flat_cells import FlatCell
from mubiao.outline.lines import Line

DEADLINE_LABEL = re.compile(r"[^\d。:]{2,8}:")
PERSON = re.compile(r"[\u4e00-\u9fff·]{2,4}(?:[、,\s][\u4e00-\u9fff·]{2,4})*")


def may_hold(kind: str, cells: Sequence[FlatCell], at: int) -> bool:
    """Whether a cell can be one of a column: units and officials have no numbers, a deadline names no unit."""
    told = kind_of_cell(cells, at)
    if kind in ("lead", "support", "official"):
        return told != "deadline" and not (told == "text" and expression("digit").search(cells[at].text) is not None)
    return kind != "deadline" or told != "units"


def names_units(told: str, cell: FlatCell, kinds: Sequence[str]) -> bool:
    """Whether a cell that is ``told`` to hold something can be one of units, in a table with columns of ``kinds``."""
    return (
        told == "units"
        or (told == "official" and told not in kinds)
        or (told == "text" and unit_names.can_name(cell.text) and not is_deed(cell.text))
    )


def is_deed(text: str) -> bool:
    """Whether a text begins with a verb that says what is done: 开工建设老年大学."""
    return _actions().head(text, 0, len(text)) is not None


@lru_cache(maxsize=1)
def _actions() -> Affixes:
    return Affixes({word: "action" for words in load().words["actions"].values() for word in words})


def kind_of_cell(cells: Sequence[FlatCell | Line], at: int) -> str:
    """What a cell holds by what it says: deadline, official, units or text."""
    text = cells[at].text
    if text in load().words["duties"]["any_time"] or all(expression("deadline").fullmatch(part.strip()) for part in text.split(";") if part.strip()):
        return "deadline"
    if DEADLINE_LABEL.fullmatch(text) and at + 1 < len(cells) and kind_of_cell(cells, at + 1) == "deadline":
        return "deadline"
    if unit_names.are_units(text):
        return "units"
    return "official" if PERSON.fullmatch(_titles().sub("", text)) else "text"


@lru_cache(maxsize=1)
def _titles() -> re.Pattern[str]:
    """Titles behind the names of officials: 李强|副市长."""
    return re.compile(rf"(?<=[\u4e00-\u9fff]{{2}})(?:{pattern(load().words['duties']['title'])})(?=$|[、,\s])")
