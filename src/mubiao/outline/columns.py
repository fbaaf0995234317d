"""What the columns of a table of figures are: names, units, and values with the stage and years that their heads tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from mubiao.lexicon.affix import pattern
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.model import Facts
from mubiao.outline import labels
from mubiao.outline.grids import BLANK, NOTE_BEHIND, Grid, GridCell, is_title_row

HEADS = 4  # rows that the head of a table stands in
YEAR = re.compile(r"(?:19|20)\d\d")
PARTED = re.compile(r"[、,;]")
TORTOISE = "〔〕【】"  # around what is a sum of all years, also in a head (〔五年累计〕)
BRACKET = re.compile(r"\(([^()]*)\)")
KINDS = ("attribute", "unit", "name", "done", "goal", "share", "average", "growth", "estimate", "target", "result")
VALUES = ("average", "growth", "estimate", "target", "result")
NONE = re.compile(r"[-—–/]{1,3}")
VALUE = re.compile(r"[^\dA-Za-z]{0,6}[-+]?\d[\d,.]*%?(?:\s*[-—~]\s*\d[\d,.]*)?\D{0,6}")
HAN = re.compile(r"[\u4e00-\u9fff]")
SHORT_YEAR = re.compile(r"(?<!\d)['\u2019]?(\d\d)(?=\u5e74)")
IN_WORDS = {"done": "result", "goal": "target"}  # columns that mostly tell in words what they tell
FIRST_YEAR, FIRST_PLAN, YEARS = 1981, 6, 5


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its kind, its head as written, its number, and for values the unit, the stage, the years and the part of a year (1-11月)."""

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

    @property
    def is_value(self) -> bool:
        return self.kind in VALUES


@lru_cache(maxsize=1)
def _ends() -> dict[str, re.Pattern[str]]:
    """For each kind the words that a head may end with."""
    words = load().words["columns"]
    return {kind: re.compile(rf"(?:{pattern(words[kind])})(?:\([^()]*\)|%|±)*$") for kind in KINDS}


@lru_cache(maxsize=1)
def _level() -> re.Pattern[str]:
    """What a head ends with that tells no stage."""
    return re.compile(rf"{pattern(load().words['columns']['level'])}(?:\([^()]*\))*$")


@lru_cache(maxsize=1)
def _plan() -> re.Pattern[str]:
    return re.compile(rf"({pattern(load().numerals['five_year_plan'])})")


def columns_of(rows: Grid, facts: Facts) -> tuple[int, list[Column]] | None:
    """The number of rows of the head and the columns below it; None where the table is none of figures.

    A head may stand in two rows: a column's head is what stands above it in both. A title over the whole table is none of it.
    """
    top = next((at for at, row in enumerate(rows) if not is_title_row(row)), len(rows))
    for height in range(top + 1, min(top + HEADS, len(rows) - 1) + 1):
        if _has_numbers(rows[height - 1]):
            return None
        heads = [_head(rows[top:height], at) for at in range(len(rows[0]))]
        found = by_cells([replace(column(head), at=at) for at, head in enumerate(heads)], rows[height:])
        columns = with_years(with_names(found, rows[height:]), facts)
        named = [column for column in columns if column.kind in ("name", "goal")]
        if named and any(column.is_value or column.kind == "done" for column in columns) and not _head_goes_on(rows, height, columns):
            return height, columns
    return None


def by_cells(columns: list[Column], rows: Grid) -> list[Column]:
    """Columns, those of words (2024年完成情况) that hold nothing but values as values where another column names what they are of."""
    if not any(one.kind == "name" for one in columns):
        return columns
    told = [[cell.text for row in rows if (cell := row[one.at]) and cell.text and not NONE.fullmatch(cell.text)] for one in columns]
    return [
        replace(one, kind=IN_WORDS[one.kind]) if one.kind in IN_WORDS and texts and all(map(VALUE.fullmatch, texts)) else one
        for one, texts in zip(columns, told, strict=True)
    ]


def with_names(columns: list[Column], rows: Grid) -> list[Column]:
    """Columns, where none is of names the first that holds words as one: in front of years (年份 | 2023 | 2024), or 主要目标 without a year."""
    if any(one.kind in ("name", "goal") for one in columns):
        return columns
    corners = load().words["columns"]["corner"]
    for at, one in enumerate(columns):
        texts = [cell.text for row in rows if (cell := row[at]) and cell.text]
        if not texts or not all(HAN.search(text) and not VALUE.fullmatch(text) for text in texts):
            continue
        years = sum(1 for other in columns[at + 1 :] if YEAR.search(other.head))
        if (one.head in corners and years > 1) or (one.kind == "target" and not YEAR.search(one.head)):
            return [*columns[:at], replace(one, kind="name"), *columns[at + 1 :]]
    return columns


def turned(rows: Grid) -> Grid:
    """A table whose rows are years and whose columns are indicators (年份 | 地区生产总值（亿元） | …) turned over; any other as it is."""
    top = next((at for at, row in enumerate(rows) if not is_title_row(row)), len(rows))
    body = rows[top:]
    corner = body[0][0] if body else None
    words = load().words["columns"]
    if corner is None or len(body) < 2 or BLANK.sub("", corner.text) not in words["corner"]:
        return rows
    told = [BLANK.sub("", row[0].text) if row[0] else "" for row in body[1:]]
    if any(cell and YEAR.search(cell.text) for cell in body[0]) or not any(map(YEAR.search, told)):
        return rows
    kinds = [column(head).kind for head in told]
    if not all(kind in (*VALUES, "year", "unit", "attribute") for kind in kinds):
        return rows
    if any(kind == "year" and YEAR.search(head) and not expression("only_year").match(head) for kind, head in zip(kinds, told, strict=True)):
        return rows  # 2025年公路建设(公里): a thing of the year
    over: Grid = [[row[at] for row in body] for at in range(len(body[0]))]
    over[0][0] = replace(corner, text=next(iter(words["name"])))
    title = [[row[0]] * len(body) for row in rows[:top]]
    return [*title, *([cell and replace(cell, own=not at or cell not in over[at - 1]) for cell in row] for at, row in enumerate(over))]


def _has_numbers(row: Sequence[GridCell | None]) -> bool:
    """Whether a row holds values: digits that are no years."""
    return any(re.fullmatch(r"[\d.,%-]+", cell.text) and not YEAR.fullmatch(cell.text) for cell in row if cell)


def _head_goes_on(rows: Grid, height: int, columns: Sequence[Column]) -> bool:
    """Whether the next row is a head too: it holds no values, and a cell of the head reaches into it, or no row's name stands in it."""
    below = rows[height] if height < len(rows) else []
    if not below or _has_numbers(below):
        return False
    if any(cell and not cell.own for cell in below):
        return True
    told = [BLANK.sub("", cell.text) if cell else "" for cell in below]
    named = any(text and one.kind in ("name", "goal") and text != one.head for text, one in zip(told, columns, strict=False))
    return not named and any(column(text).is_value for text in told)


def _head(rows: Grid, at: int) -> str:
    """What stands above a column: the texts of its heads from top to bottom, a merged one once.

    Above a head below which others stand too, the year may stand over the first of them alone.
    """
    texts: dict[str, None] = {}
    for row in rows:
        cells = [BLANK.sub("", cell.text) if cell else "" for cell in row[: at + 1]]
        text = cells[at] if at < len(cells) else ""
        if not text and row is not rows[-1] and at < len(rows[-1]) and (lower := rows[-1][at]) and lower.text:
            beside = next((cell for cell in reversed(cells) if cell), "")
            text = beside if YEAR.search(beside) else ""
        texts[text] = None
    return "".join(texts)


def column(head: str) -> Column:
    """What a head says by itself.

    >>> column("2025年目标").kind, column("2024年(预计)").kind, column("总额(亿元)").unit, column("1-11月累计").part_of_year
    ('target', 'estimate', '亿元', '1-11月')
    """
    unit = next((found for found in reversed(BRACKET.findall(head)) if is_unit(found)), "")
    kind = _kind(BRACKET.sub("", head).strip(TORTOISE)) or next(filter(None, map(_kind, BRACKET.findall(head))), "")
    part = expression("part_of_year").search(head)
    grows = any(word in head for word in load().words["columns"]["grew"])
    if (not kind and (part or YEAR.search(head) or _plan().search(head))) or (kind == "average" and part and not grows):
        kind = "year"
    estimated = any(word in head for word in load().words["columns"]["estimate"])  # 2024年预计增长 is a growth too
    return Column(kind, head, unit, estimated=estimated, grows=grows, part_of_year=part[0] if part else "")


def _kind(words: str) -> str:
    """What a head ends with; a bracket may say it (2024年（预计）)."""
    return next((kind for kind in KINDS if _ends()[kind].search(words)), "")


def head_kind(head: str) -> str:
    """What a head says of its column in any table, of duties or of figures; "" where nobody knows.

    >>> head_kind("牵头单位"), head_kind("县级牵头领导"), head_kind("2025年工作目标"), head_kind("指标名称")
    ('lead', 'official', 'content', 'name')
    """
    plain = NOTE_BEHIND.sub("", head)
    own = column(head).kind
    return labels.columns().get(plain) or ("" if own in (*VALUES, "year", "attribute", "share") else labels.kind_by_end(plain)) or own


def is_unit(text: str) -> bool:
    """Whether a text is a unit, with or without a magnitude: 亿元, 万吨标准煤, 万元/人, 件.

    >>> is_unit("亿元"), is_unit("亿千瓦时"), is_unit("不含农户")
    (True, True, False)
    """
    counted = text.partition("/")[0]
    magnitudes = "".join(load().numerals["magnitude"])
    begins = len(counted) - len(counted.lstrip(magnitudes))  # some signs begin units too: 亿千瓦时
    return bool(counted) and (text in load().units or any(counted[at:] in load().units for at in range(begins + 1)))


@lru_cache(maxsize=1)
def _caption() -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern(load().words['columns']['unit'])})\s*:\s*([^\s()。:]{{1,30}})")


def caption_unit(texts: Sequence[str]) -> str:
    """The unit that stands above a table for all of its values; "" where there is none or more than one that is no percentage.

    >>> caption_unit(["2025年主要指标", "(单位:亿元、%)"]), caption_unit(["单位:亿元、万人"])
    ('亿元', '')
    """
    found = [match[1] for text in texts for match in _caption().finditer(text)]
    units = {unit for said in found for unit in PARTED.split(said) if unit != "%"}
    return units.pop() if len(units) == 1 and is_unit(next(iter(units))) else ""


def with_years(columns: list[Column], facts: Facts) -> list[Column]:
    """Columns with stage and years; what a head does not say is that of the column before, or of the document."""
    year = facts.year or 0
    own = facts.kind.own_year
    columns = [replace(column, head=_whole_years(column.head, year)) for column in columns]
    said = [int(found) for column in columns for found in YEAR.findall(column.head)]
    placed: list[Column] = []
    for column in columns:
        years = [int(found) for found in YEAR.findall(column.head)]
        plan = _plan().search(column.head)
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
        elif column.kind == "growth" and not years and before:
            part = column.part_of_year or before.part_of_year
            column = replace(column, stage=before.stage, first=before.last, last=before.last, estimated=before.estimated, part_of_year=part)
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
        placed.append(column)
    return placed


def _whole_years(head: str, year: int) -> str:
    """A head with years of two digits (24年完成) written out, where they are near the document's."""
    return SHORT_YEAR.sub(lambda match: f"20{match[1]}" if abs(2000 + int(match[1]) - year) <= YEARS else match[0], head)


def _stage(head: str, last: int, year: int, own: bool) -> str:
    """Whether a year without a word is one to come."""
    words = load().words["columns"]
    if any(word in head for word in words["target"]):
        return "target"
    return "target" if last >= year + own else "result"
