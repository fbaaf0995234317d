"""Rows of tables of figures: each statement is read as the sentence that it stands for.

``全员劳动生产率（万元/人） | 25 | 32`` with the heads ``2025年 | 2030年`` stands for 全员劳动生产率25万元/人 of 2025 and
全员劳动生产率32万元/人 of 2030: the grammar reads these, so that a table and a text mean the same; stage and years are those of the column.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import lru_cache

from mubiao.lexicon.affix import Affixes
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.lexicon.vocabulary import vocabulary
from mubiao.model import Document, Folded, Statement, Task
from mubiao.observe.written import AROUND, unbroken
from mubiao.outline.cell_statements import asked_in
from mubiao.read.fold import as_read
from mubiao.rows import Observation, Refusal
from mubiao.rule import Rules, rule

DIGITS = re.compile(r"[-+]?\d[\d,]*(?:\.\d+)?")
RANGE = re.compile(r"[-+]?\d[\d,]*(?:\.\d+)?%?\s*[-—~]\s*\d[\d,]*(?:\.\d+)?|[-+]?\d[\d,]*(?:\.\d+)?")
BLANK = re.compile(r"\s+")
BESIDE_HAN = re.compile(r"(?<=[\u4e00-\u9fff])\s+|\s+(?=[\u4e00-\u9fff])")


@dataclass(slots=True)
class Stated:
    """What the statements of a row give."""

    observations: list[Observation] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)


def read_row(
    document: Document,
    task: Task,
    task_id: str,
    above: dict[int, str],
    read: Callable[[Document, Task], list[Observation]],
    identify: Callable[[Observation], str],
) -> Stated:
    """The observations of a row of a table, and its numbers that are none with the reason.

    Args:
        above: column -> id of what the last row that is no part states in it; kept up here.
        read: reads a task of a document as if it were its only one.
        identify: gives an observation its id.
    """
    result = Stated()
    is_part = any(said.part and said.whole is None for said in task.statements)
    own: dict[int, str] = {}  # the same of this row
    if not is_part:
        above.clear()
    for said in task.statements:
        found = None if said.refused else table_cell.apply(document, task, said, read)
        if found is None:
            result.refusals += _refused(document, task_id, said)
            continue
        parent = own.get(said.whole) if said.whole is not None else above.get(said.column) if is_part else None
        role = "stretch" if said.stretch and parent else found.role
        found = replace(found, observation_id=identify(found), parent_id=parent, role=role)
        own[said.column] = found.observation_id
        if not is_part:
            above[said.column] = found.observation_id
        result.observations.append(found)
        # what the cell counts beside its value: 20（含市级5）
        result.refusals += [one for one in _refused(document, task_id, said) if not found.char_start <= one.char_start < found.char_end]
    return result


@rule(
    "a cell of a table; refused where no one figure could be made of it",
    takes=["| 指标 | 单位 | 2025年目标 |\n|---|---|---|\n| 口袋公园 | 个 | 50 |\n| 幼儿园 | 所 | 20 |"],
    refuses=["口袋公园达到50个，幼儿园达到20所。"],
    needed="a cell of which no one figure can be made would be lost in silence",
)
def table_cell(document: Document, task: Task, said: Statement, read: Callable[[Document, Task], list[Observation]]) -> Observation | None:
    """The one observation that a statement stands for; None where its sentence gives none or another."""
    text = document.text
    name, cell = text[slice(*said.name)], text[slice(*said.cell)]
    number = RANGE.search(as_read(cell))
    value = cell
    if number:  # 增长 5 %: a page or a PDF file may set numbers apart
        front, behind = (BLANK.sub("", part) for part in (cell[: number.start()], cell[number.end() :]))
        value = f"{front}{cell[number.start() : number.end()]}{_with_unit(behind, said.unit or said.caption)}"
    verb = next(iter(load().words["columns"]["verb"])) if said.grew else ""
    sentence = _with_number(name, value) or f"{said.place}{BESIDE_HAN.sub('', name)}{said.thing}{verb}{value}".replace("\n", " ")
    start = said.cell[0] + (number.start() if number else 0)
    end = said.cell[0] + (number.end() if number else len(cell))
    scratch = replace(document, text=sentence, folded=Folded(as_read(sentence)), tables=())
    found = [one for one in read(scratch, _as_sentence(task, said, len(sentence))) if one.value is not None or not number]
    if len(found) != 1 or (number and not _is_number(found[0], number[0])):
        return None
    if said.caption and not said.unit and not _has_its_unit(found[0]):
        return None
    return _placed(document, found[0], said, value, (start, end))


CELLS = Rules("refusal", table_cell)


def _with_number(name: str, value: str) -> str | None:
    """新增4000张养老床位 | 4385: the goal with how much of it was done in the place of its number; None where the cell says more than that.

    >>> _with_number("新增4000张养老床位", "4385"), _with_number("新增4000张养老床位", "4385张"), _with_number("新增1.2万户", "1.3")
    ('新增4385张养老床位', None, None)
    """
    asked = asked_in(name) if DIGITS.fullmatch(value) else None
    return f"{name[: asked[0]]}{value}{name[asked[1] :]}" if asked else None


def _has_its_unit(found: Observation) -> bool:
    """Whether a known indicator is counted in the unit that stood above the table for all of its values."""
    known = vocabulary().by_id.get(found.indicator_id or "")
    return known is None or known.unit in ("", found.unit)


def _as_sentence(task: Task, said: Statement, length: int) -> Task:
    """The row as a task that holds one sentence, of the stage and years of the column."""
    part = "plan" if said.stage == "target" else "review"
    return replace(task, spans=[(0, length)], statements=(), part=part, period=(said.last, said.last))


def _with_unit(behind: str, unit: str) -> str:
    """What stands behind a number, with the unit of the row put in where the cell has none: 5左右 -> 5%左右."""
    plain = as_read(behind)
    magnitude = len(plain) - len(plain.lstrip(" " + "".join(load().numerals["magnitude"])))
    if _units().head(plain, magnitude, len(plain)) or _units().head(plain, 0, len(plain)) or not unit:
        return behind
    return f"{behind[:magnitude]}{unit}{behind[magnitude:]}"


@lru_cache(maxsize=1)
def _units() -> Affixes:
    return Affixes(dict.fromkeys(load().units, "unit"))


def _is_number(found: Observation, written: str) -> bool:
    """Whether an observation is about the number of the cell, not about one in the name (PM2.5)."""
    digits = DIGITS.search(written)
    return digits is not None and digits[0].lstrip("+-") in as_read(found.value_text or "")


def _placed(document: Document, found: Observation, said: Statement, value: str, span: tuple[int, int]) -> Observation:
    titled = expression("part_of_year").search(document.facts.title or "")
    part = said.part_of_year or (titled[0] if titled and said.stage == "result" and said.last == document.facts.year else "")
    return replace(
        found,
        year=said.last,
        period_start=said.first,
        stage=said.stage,
        cumulative=said.cumulative or found.cumulative,
        attribute=said.attribute,
        part_of_year=part or found.part_of_year,
        status="estimate" if said.estimated else found.status,
        role="sub" if said.part else "core",
        value_text=value.strip(),
        quote=unbroken(document.text[slice(*said.quote)]),
        char_start=span[0],
        char_end=span[1],
        rules=[*found.rules, table_cell.name],
    )


def _refused(document: Document, task_id: str, said: Statement) -> list[Refusal]:
    """The numbers of a cell that is no figure."""
    low, high = said.cell
    text = document.text
    return [
        Refusal(
            document.doc_id, task_id, low + match.start(), low + match.end(), match[0], said.refused or table_cell.name,
            unbroken(text[max(0, low + match.start() - AROUND) : min(len(text), low + match.end() + AROUND)]),
        )
        for match in DIGITS.finditer(as_read(text[low:high]))
    ]  # fmt: skip
