"""For which time paragraphs speak: a heading starts it, the openings of paragraphs and sentences change it.

刚刚过去的2025年,… 五年来,… “十五五”时期,… 到2030年,… 上半年,…: what opens so holds for the sentences behind it, and for the
paragraphs behind it where it opens a paragraph or only announces what is to come.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.lexicon.signs import any_sign
from mubiao.model import Time
from mubiao.outline.lines import Line, body, heading, level
from mubiao.outline.parts import is_short, part_of_heading
from mubiao.read.years import plan_years

LONGEST = 60  # characters of an opening
OPENINGS = ("opens_part_of_year", "opens_until", "announces_until", "opens_several", "announces_several", "opens_year")
FIVE, TEN = 5, 10  # years of a term of office, and of 十年来
SENTENCE = re.compile(r"[^。!?;]*[。!?;]?")
MARK = re.compile(r"[,。!?:;]")


@dataclass(frozen=True, slots=True)
class Opening:
    """What an opening says of the time.

    Attributes:
        kind: several (years together), until (a year to come), year (the one that is planned or reviewed) or part (of a year).
        part: review or plan, "" where that stays as it is.
        years: first and last year; None for one year, and for the year that was last looked ahead to (届时).
        of_year: the part of a year as written.
        weak: inside a paragraph it speaks for its own sentence: only a year and a comma (among several years), 两年来, or a part of a
            year without a thing of its own (9月当月增长9%).
    """

    kind: str
    part: str = ""
    years: tuple[int, int] | None = None
    of_year: str | None = None
    weak: bool = False


class Periods:
    """Walks through the lines of a document.

    Args:
        year: the year that the document plans.
        reviewed: the year that it reviews: the one before, or its own for a document of results or of a part of a year.
        of_year: the part of the year that the document is about, as its title says.
        usual: part -> the years that it is about where nothing else is said, for a document about several years.
        now: the year that it calls 今年, where that is not the planned one: a report of results speaks of its own.
    """

    def __init__(
        self, year: int, reviewed: int, of_year: str | None = None, usual: Mapping[str, tuple[int, int]] | None = None, now: int = 0
    ) -> None:
        self.year, self.reviewed, self.of_year, self.now = year, reviewed, of_year, now or year
        self.usual = {**({"review": (year, year)} if year == reviewed else {}), **(usual or {})}
        self.base = Time(0, "", None, of_year)
        self.told = self.part = ""  # the part that headings say, and the one that paragraphs have come to
        self.yearly = False  # the heading names one year
        self.both = False  # the heading names one year beside several: 过去五年及2016年工作回顾
        self.parted = False  # the heading has no number
        self.held: Time | None = None  # what a paragraph opened for those behind it
        self.far: tuple[int, int] | None = None

    def see(self, line: Line, part: str) -> list[Time]:
        """The times of a line in order; each holds from its position to the next.

        Args:
            part: review or plan, as headings say.
        """
        depth = level(line.text)[0]
        if depth == 1 or part != self.told or (is_short(line) and part_of_heading(line, self.year)):
            self._head(line, part if part != self.told or part_of_heading(line, self.year) else self.part)
        elif depth == 2 and (found := self._opening(heading(line.text), True)) and found.kind in ("part", "several"):
            self.held = self._time(found, line.start)
        self.told = part
        times = [replace(self.held or self.base, start=line.start)]
        back: Time | None = None  # what holds again behind 到2030年…达到5万亿元。
        begin = body(line) - line.start
        address = expression("address").match(line.text, begin)
        for number, (low, high) in enumerate(_sentences(line.text, address.end() if address else begin)):
            found = self._opening(line.text[low:high], False)
            if back and (found or line.text[low - 1] != ";" or times[-1].of_year != back.of_year):
                times.append(replace(back, start=line.start + low))
                back = None
            if found and not (found.weak and number and found.kind != "part" and (found.kind == "several" or times[-1].years)):
                before = times[-1]
                times.append(self._time(found, line.start + low, before))
                aside = found.kind == "part" and found.weak
                if aside or (found.kind == "until" and expression("told_number").search(line.text, low, high)):
                    back = before
                elif self._holds_on(found, line.text, low, number == 0):
                    self.held = times[-1]
        self.part = (self.held or self.base).part
        return times

    def of_table(self, start: int, part: str) -> Time:
        """The time of a table at a position: what the paragraphs above it have come to (今年要做好以下工作：), unless a heading stands between."""
        return replace(self.held, start=start) if self.held and part == self.told else Time(start, part)

    def _holds_on(self, found: Opening, text: str, low: int, first: bool) -> bool:
        """Whether an opening also speaks for the paragraphs behind its own; one about years to come does not in a part about one year."""
        if text.endswith(":"):
            return True
        ahead_of_year = self.yearly and found.part == "plan" and found.kind != "year"
        if found.kind in ("until", "part") or ahead_of_year:
            return False
        amid_several = found.weak and not self.both and self.held is not None and self.held.years is not None
        return (first and not amid_several) or expression("told_number").search(text, low) is None

    def _head(self, line: Line, part: str) -> None:
        text = heading(line.text)
        found = self._opening(text, True)
        named = {int(match[1]) for match in expression("year_of_heading").finditer(text)}
        numbered = level(line.text)[0] == 1
        self.held = None
        if numbered and not found and not named and self.parted and part == self.base.part:
            return  # one of the sections of a part whose own heading has no number
        self.parted = not numbered
        one = bool(named & {self.year, self.reviewed})
        several = found is not None and found.kind == "several"
        self.yearly, self.both = one and not several, one and several
        self.base = self._plain(0, part)
        if found and found.kind in ("several", "part") and not self.both:
            self.base = replace(self._time(found, 0), part=part)

    def _time(self, found: Opening, start: int, before: Time | None = None) -> Time:
        now = before or self.held or self.base
        if found.kind == "part":
            return replace(now, start=start, of_year=found.of_year)
        part = found.part or now.part
        if found.kind == "until":
            self.far = found.years or self.far
            return Time(start, part, self.far, None)
        if found.kind == "year" or found.years is None:
            return self._plain(start, part)
        first, last = found.years
        return Time(start, part, (first, last if part == "plan" else min(last, max(first, self.reviewed))))

    def _plain(self, start: int, part: str) -> Time:
        """The time of a part where nothing more is said."""
        return Time(start, part, self.usual.get(part), self.of_year if part == "review" else None)

    def _opening(self, text: str, anywhere: bool) -> Opening | None:
        """What the opening of a sentence says of its time; a heading may say it further behind."""
        front = expression("said_in_front").match(text)
        low = front.end() if front else 0
        mark = MARK.search(text, low)
        said = text[: min(low + LONGEST, mark.start() if mark else len(text))]
        if not any_sign(*OPENINGS).search(said, low):
            return None
        lead = expression("opening_lead").match(said, low)
        low = lead.end() if lead else low
        if match := expression("opens_part_of_year").match(said, low):
            aside = expression("part_in_passing").match(said, match.end()) is not None
            return Opening("part", of_year=None if match["whole"] else match["part"], weak=aside)
        if match := expression("opens_until").match(said, low) or expression("announces_until").search(said, low):
            return self._until(match)
        several = expression("opens_several")
        match = (several.search(said, low) if anywhere else several.match(said, low)) or expression("announces_several").search(said)
        if match and (found := self._several(match)):
            return found
        match = expression("opens_year").match(said, low)
        said_year = match and (match["named"] or match["past"])
        named = int(said_year) if said_year else self.now if match and match["now"] else self.reviewed
        passing = match and match["now"] and self.now < self.year and (self.held or self.base).part == "plan"  # spoken before the planned year
        if match is None or passing or named not in (self.year, self.reviewed):
            return None
        part = "" if self.year == self.reviewed else "plan" if named == self.year else "review"
        return Opening("year", part, weak=bool(match["named"]) and match.end() == len(said))

    def _until(self, match: re.Match[str]) -> Opening | None:
        digits = load().numerals["digit"]
        last = int(match["until"]) if match["until"] else self.year + digits[match["span"]] - 1 if match["span"] else 0
        if last:
            return Opening("until", "plan", (self.year, last)) if last > self.year else None
        return Opening("until", "plan") if self.far else None

    def _several(self, match: re.Match[str]) -> Opening | None:
        if match["plan"]:
            first, last = plan_years(match["plan"])
            if first >= self.year:
                return Opening("several", "plan", (first, last))
            if last < self.year or match["since"]:
                return Opening("several", "review", (first, min(last, self.reviewed))) if first < self.reviewed else None
            return Opening("several", "", (first, last))
        if match["from"]:
            return Opening("several", "review", (int(match["from"]), self.reviewed)) if int(match["from"]) < self.reviewed else None
        digits = load().numerals["digit"]
        count = match["back"] or match["ahead"]
        number = FIVE if count is None else int(count) if count.isdigit() else digits.get(count, TEN)
        if match["ahead"]:
            return Opening("several", "plan", (self.year, self.year + number - 1))
        return Opening("several", "review", (self.reviewed - number + 1, self.reviewed), weak=number != FIVE) if number > 1 else None


def _sentences(text: str, begin: int) -> list[tuple[int, int]]:
    """Spans of the sentences of a line; semicolons part them too."""
    return [match.span() for match in SENTENCE.finditer(text, begin) if match[0]]
