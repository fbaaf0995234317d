"""What a row of a table of figures is named: its name without number and unit, and whether it is a part of a row above."""

from __future__ import annotations

import re
from functools import lru_cache

from mubiao.lexicon.affix import Affixes, pattern
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.outline.grids import BLANK, GridCell
from mubiao.outline.units import is_unit

NUMBER = re.compile(r"^\s*(?:[(（]?\d{1,2}[)）.、．]|[①-⑳])\s*")
LAST_BRACKET = re.compile(r"[(（]([^()（）]*)[)）]\s*$")
INDENTED = " "
NONE = "none"  # no row stands above
LEVELS = ("heading_1", "heading_2")
BRACKETS = {ord("（"): "(", ord("）"): ")"}
INDENTS = ("  ", "\u3000")  # in front of a cell; one blank stands beside the bars of any


def named_in(cell: GridCell, source: str) -> tuple[tuple[int, int], str]:
    """Span of the name as published without number, unit and 其中, and the unit in its bracket."""
    low, high = cell.published
    text = source[low:high]
    plain = text.translate(BRACKETS)
    blank = len(text) - len(text.lstrip())
    number = NUMBER.match(text) or next((found for level in LEVELS if (found := expression(level).match(plain, blank))), None)
    begin = number.end() if number else 0
    if found := _part_in_front().match(text, begin):
        begin = found.end()
    unit = ""
    end = len(text.rstrip())
    if (bracket := LAST_BRACKET.search(text, begin)) and is_unit(bracket[1].strip()):
        unit, end = bracket[1].strip(), bracket.start()
    return stripped(source, low + begin, low + end), unit


def stripped(source: str, low: int, high: int) -> tuple[int, int]:
    text = source[low:high]
    low += len(text) - len(text.lstrip())
    return low, low + len(text.strip())


def _set_out(written: str) -> str:
    """How the name of a row is set out: its kind of number, indented, or ""."""
    if match := NUMBER.match(written) or expression("heading_1").match(written):
        return re.sub(r"\w", "1", match[0].strip())
    return INDENTED if written[:1].isspace() else ""


@lru_cache(maxsize=1)
def _part_in_front() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{pattern(load().words['columns']['part'])})[::]?\s*")


def says_growth(name: str) -> bool:
    """Whether a name ends with a verb or noun of growth of its own: 地区生产总值增速, 排放降低."""
    return _ends_with_growth().tail(name, 0, len(name)) is not None


def is_growth(name: str) -> bool:
    """Whether a name says growth and not of what, which the row above tells.

    >>> is_growth("增长"), is_growth("比上年增长"), is_growth("地区生产总值增长")
    (True, True, False)
    """
    return BLANK.sub("", name) in load().words["columns"]["growth"]


@lru_cache(maxsize=1)
def _ends_with_growth() -> Affixes:
    words = load().words["predicates"]
    return Affixes(dict.fromkeys(words["rise"] | words["fall"] | words["rate"], "growth"))


def says_part(text: str) -> bool:
    """Whether a cell in front of names says that they are parts, and nothing else (其中：)."""
    found = _part_in_front().match(text)
    return found is not None and found.end() == len(text)


class PartRows:
    """Tells of one row after another whether it is a part of the last one that is none."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.whole = NONE  # how the last row that is no part is set out
        self.plain = False  # whether a row that is no part had no number and stood at the left, as one behind a part may too
        self.follow = False  # whether parts of it follow

    def holds(self, named: GridCell, told: bool = False) -> bool:
        """Whether a row is a part: 其中, indented below one that is not, or below a part and set out less (no number, indented).

        Args:
            told: a cell in front of its name says so.
        """
        low, high = named.published
        set_out = _set_out(self.source[low - self.source[max(0, low - 2) : low].endswith(INDENTS) : high])
        written = self.source[low:high]
        indented_below = set_out == INDENTED and self.whole not in (INDENTED, NONE)
        name = self.source[slice(*named_in(named, self.source)[0])]
        member = self.whole != NONE and (name in load().words["columns"]["member"] or expression("age_band").fullmatch(name) is not None)
        if told or member or indented_below or _part_in_front().match(NUMBER.sub("", written.strip())):
            self.follow = True
        elif not self.follow or set_out == self.whole or (not set_out and self.plain) or set_out not in ("", INDENTED) or self.whole == INDENTED:
            self.whole, self.follow = set_out, False
            self.plain = self.plain or (not set_out and BLANK.sub("", written) not in load().words["columns"]["sum"])
        return self.follow
