"""Columns of a flattened table: what its heads say, and whether cells are what stands below them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.outline import columns
from mubiao.outline.columns import BRACKET
from mubiao.outline.grids import BLANK, VALUE
from mubiao.outline.lines import Line
from mubiao.outline.place_heads import is_place
from mubiao.outline.rows import ROW_NUMBER
from mubiao.outline.unit_names import NONE
from mubiao.outline.units import is_unit
from mubiao.read.decode import HAN

FEWEST_HEADS, MOST_HEADS = 3, 16  # columns of a table; halved, doubled and one more or less, no row of docs/thresholds.csv changes
LONGEST_HEAD = 30  # characters
LONGEST_NAME = 12  # characters of the head above names; a longer one, or one with a year, is the title above the table
TEXTS = ("name", "goal", "done", "task", "content")
UNITS = ("lead", "support", "official")


@lru_cache(maxsize=256)  # of the same lines it is asked for each width that a table may have
def kind_of(head: str) -> str:
    """What a head says of its column, "" where it is none."""
    plain = BLANK.sub("", head)
    if len(plain) > LONGEST_HEAD:
        return ""
    kind = columns.head_kind(plain) or ("name" if is_of_places(plain) else "place" if is_place(plain) else "")
    is_title = kind in (*TEXTS, "year") and (len(plain) > LONGEST_NAME or (kind not in ("done", "year") and columns.YEAR.search(plain)))
    return "" if is_title else kind


def is_of_places(head: str) -> bool:
    """Whether a head stands above names of places or branches."""
    return BRACKET.sub("", head) in load().words["columns"]["bearer"]


def kinds_in(heads: Sequence[Line]) -> list[str]:
    """Kinds of heads beside one another; behind one of places what has a unit tells figures (地区 | 地区生产总值（亿元）)."""
    told = [kind_of(head.text) for head in heads]
    if not heads or not is_of_places(BLANK.sub("", heads[0].text)):
        return told
    figures = ["result" if columns.column(BLANK.sub("", head.text)).unit else "" for head in heads]
    return [figure if kind in ("", "place") else kind for kind, figure in zip(told, figures, strict=True)]


def kinds_of(heads: Sequence[Sequence[Line]]) -> list[str]:
    return kinds_in(heads[-1]) if heads else []


def is_year(head: Line) -> bool:
    """Whether a head is a year and nothing else, below which others say what of it."""
    return columns.YEAR.search(head.text) is not None and kind_of(head.text) == "year"


def _is_over(head: Line) -> bool:
    """Whether heads of its own may stand below a head: a year and nothing else, or a place."""
    return is_year(head) or kind_of(head.text) == "place"


def in_two_rows(above: Sequence[Line], below: Sequence[Line]) -> list[list[Line]]:
    """The heads of a table whose years or places have heads of their own below them; empty where nobody knows which belong to which."""
    over = [is_year(head) for head in above if _is_over(head)]
    each = len(below) // len(over) if over else 0
    told = [BLANK.sub("", head.text) for head in below]
    same = [columns.column(head).kind == "growth" for head in told] if all(over) else told  # below each place stand the same
    if not each or len(below) != each * len(over) or same != same[:each] * len(over) or (each == 1 and len(over) > 1) or len(set(over)) > 1:
        return []  # 实绩 and 增幅 below one year, 预期目标 and 增幅 below the next
    rows: list[list[Line]] = [[], []]
    rest = iter(below)
    for head in above:
        own = [next(rest) for _ in range(each)] if _is_over(head) else [head]
        rows[0] += [head] * len(own)
        rows[1] += own
    return rows


def ends_of_upper(heads: Sequence[Line]) -> Iterator[int]:
    """How many heads may stand in the upper of two rows: up to a year or place that none of its kind follows."""
    for place, head in enumerate(heads, 1):
        below = heads[place] if place < len(heads) else None
        if _is_over(head) and not (below and _is_over(below) and is_year(below) == is_year(head)):
            while place < len(heads) and not _is_over(heads[place]) and not columns.column(heads[place].text).is_value:
                place += 1  # what stands behind the years and is no value has one row
            yield place


def fits(cells: Sequence[Line], kinds: Sequence[str]) -> bool:
    """Whether each cell of a row is what its column holds."""
    return len(cells) == len(kinds) and all(holds(kind, cell.text) for kind, cell in zip(kinds, cells, strict=True))


def holds(kind: str, text: str) -> bool:
    """Whether a column of a kind may hold a text.

    >>> holds("number", "3"), holds("lead", "市发改委"), holds("lead", "50"), holds("target", "新建"), holds("target", "—")
    (True, True, False, False, True)
    """
    if not text:
        return kind not in ("name", "goal", "task", "number")
    if kind == "number":
        return ROW_NUMBER.fullmatch(text) is not None
    if kind == "unit":
        return is_unit(text) or NONE.fullmatch(text) is not None
    if kind in UNITS:
        return not expression("digit").search(text) and not is_unit(text)
    if kind == "attribute":
        return not expression("digit").search(text) and HAN.search(text) is not None
    if kind in TEXTS:
        if kind == "done" and VALUE.fullmatch(text):
            return True
        return HAN.search(text) is not None and not is_unit(text) and not (VALUE.fullmatch(text) and kind == "name")
    if kind in ("deadline", "other"):
        return True
    if expression("next_head").match(text):
        return False
    return NONE.fullmatch(text) is not None or VALUE.fullmatch(text) is not None or text in load().words["columns"]["without_number"]
