"""For which time paragraphs speak: a heading starts it, the openings of paragraphs and sentences change it.

刚刚过去的2025年,… 五年来,… “十五五”时期,… 到2030年,… 上半年,…: what opens so holds for the sentences behind it, and for the
paragraphs behind it where it opens a paragraph or only announces what is to come. 下一步,… in a review looks ahead to its paragraph's end.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

from mubiao.lexicon.expressions import expression, patterns
from mubiao.model import Time
from mubiao.outline.lines import Line, body, heading, level
from mubiao.outline.openings import Now, Opening, opening
from mubiao.outline.review_or_plan import SHORT, is_short, part_of_heading

SENTENCE = re.compile(r"[^。!?;]*[。!?;]?")


class Periods:
    """Walks through the lines of a document.

    Args:
        year: the year that the document plans.
        reviewed: the year that it reviews: the one before, or its own for a document of results or of a part of a year.
        of_year: the part of the year that the document is about, as its title says.
        usual: part -> the years that it is about where nothing else is said, for a document about several years.
        now: the year that it calls 今年, where that is not the planned one: a report of results speaks of its own.
        results: it is a report of results, which plans where a heading says so or what 下一步 is; when that is, one of a whole year does not say.
    """

    def __init__(
        self,
        year: int,
        reviewed: int,
        of_year: str | None = None,
        usual: Mapping[str, tuple[int, int]] | None = None,
        now: int = 0,
        results: bool = False,
    ) -> None:
        self.year, self.reviewed, self.of_year, self.now = year, reviewed, of_year, now or year
        self.usual = {**({"review": (year, year)} if year == reviewed else {}), **(usual or {})}
        self.results = results
        self.ahead = Time(0, "later" if results and not of_year else "plan", (reviewed, reviewed) if results and of_year else None)
        self.base = Time(0, "", None, of_year)
        self.told = self.part = ""  # the part that headings say, and the one that paragraphs have come to
        self.yearly = False  # the heading names one year
        self.both = False  # the heading names one year beside several: 过去五年及2016年工作回顾
        self.parted = False  # the heading has no number
        self.stepped = False  # the heading of the second level tells the next step
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
        elif depth == 2:
            self._second(line, part)
        self.told = part
        times = [replace(self.held or self.base, start=line.start)]
        back: Time | None = None  # what holds again behind 到2030年…达到5万亿元。
        passing = False  # it does so behind a semicolon, too
        begin = body(line) - line.start
        address = expression("address").match(line.text, begin)
        for number, (low, high) in enumerate(_sentences(line.text, address.end() if address else begin)):
            found = self._opening(line.text[low:high], False)
            goes_on = not passing and (line.text[low - 1] == ";" or expression("parts_open").match(line.text, low))
            if back and (found or not goes_on):
                times.append(replace(back, start=line.start + low))
                back = None
            if found:
                before = times[-1]
                times.append(self._time(found, line.start + low, before))
                amid = found.weak and number > 0 and (found.kind == "several" or before.years is not None)
                aside = found.weak and (found.kind == "part" or amid)
                if aside or (self._of_itself(found, number > 0) and expression("told_number").search(line.text, low, high)):
                    back, passing = before, aside and found.kind == "part"
                elif self._holds_on(found, line.text, low, number == 0):
                    self.held = times[-1]
        self.part = (self.held or self.base).part
        return times

    def of_table(self, start: int, part: str) -> Time:
        """The time of a table at a position: what the paragraphs above it have come to (今年要做好以下工作：), unless a heading stands between."""
        return replace(self.held, start=start) if self.held and part == self.told else Time(start, part)

    def _of_itself(self, found: Opening, inside: bool) -> bool:
        """Whether an opening speaks for the figures of its own sentence: 到2030年,…; 1-11月,… in a document on a whole year that is no report
        of results, and inside a paragraph of one on half a year what is told of other months (1-5月,亏损额18亿元。工业用电量…), but not 6月末,…"""
        if found.kind != "part" or found.of_year is None:
            return found.kind == "until"
        if self.of_year is None:
            return not self.results
        return inside and found.of_year != self.of_year and expression("end_of_month").search(found.of_year) is None

    def _holds_on(self, found: Opening, text: str, low: int, first: bool) -> bool:
        """Whether an opening also speaks for the paragraphs behind its own; one about years to come does not in a part about one year."""
        if text.endswith(":"):
            return True
        ahead_of_year = self.yearly and found.part == "plan" and found.kind != "year"
        if found.kind == "next" and found.of_year:
            return expression("told_number").search(text, low) is None
        if found.kind == "part" and first and self._sums_up_to_its_month(found):
            return True
        if found.kind in ("until", "part", "next") or ahead_of_year:
            return False
        if found.kind == "several" and self.results:
            return False  # “十一五”期间,…: a paragraph of a bulletin looks further back
        amid_several = found.weak and not self.both and (self.held or self.base).years is not None
        return (first and not amid_several) or expression("told_number").search(text, low) is None

    def _sums_up_to_its_month(self, found: Opening) -> bool:
        """Whether a report on October tells of the months from January to it: 1-10月,…, as the paragraphs behind it do, which name none."""
        months = expression("last_of_months").search(found.of_year or "")
        return months is not None and (self.of_year or "").startswith(months["last"])

    def _head(self, line: Line, part: str) -> None:
        text = heading(line.text)
        found = self._opening(text, True)
        named = {int(match[1]) for match in expression("year_of_heading").finditer(text)}
        numbered = level(line.text)[0] == 1
        self.held, self.stepped = None, False
        if numbered and not found and not named and self.parted and part == self.base.part:
            return  # one of the sections of a part whose own heading has no number
        self.parted = not numbered
        one = bool(named & {self.year, self.reviewed})
        several = found is not None and found.kind == "several"
        self.yearly, self.both = one and not several, one and several
        if part == "review" and found and found.kind == "part" and found.of_year and not (self.of_year or named):
            self.reviewed = self.reviewed if self.results else self.year  # 一、上半年工作回顾: nobody reports in January on half of a year
            self.of_year, self.usual["review"] = found.of_year, (self.reviewed, self.reviewed)
        self.base = self._ahead(text) if self.results and part == "plan" else self._plain(0, part)
        if found and found.kind in ("several", "part") and not self.both:
            self.base = replace(self._time(found, 0), part=part)
        elif part == "plan" and (self.of_year or self.results) and (rest := expression("part_of_year").search(text)):
            self.base = replace(self.base, of_year=rest[0])
        elif not found and len(named) == 1 and max(named) < self.reviewed and expression("opens_with_year").match(text):
            self.base = Time(0, part, (max(named), max(named)))  # 一、2021年决算情况, in a report on half of the year after

    def _second(self, line: Line, part: str) -> None:
        """Take note of a heading of the second level: (二)下一步工作 holds up to the next one, (二)2024年工作回顾 ends (一)过去五年."""
        if self.stepped:
            self.held = None
        text = heading(line.text)
        found = self._opening(text, True)
        self.stepped = found is not None and found.kind == "next"
        if found and found.kind in ("part", "several", "next"):
            self.held = self._time(found, line.start)
        elif len(line.text) <= SHORT and {int(match[1]) for match in expression("year_of_heading").finditer(text)} == {self._year_of(part)}:
            self.held = self._plain(line.start, part)

    def _year_of(self, part: str) -> int:
        return self.year if part == "plan" else self.reviewed

    def _time(self, found: Opening, start: int, before: Time | None = None) -> Time:
        now = before or self.held or self.base
        if found.kind == "part":
            several = now.years is not None and now.years[0] < now.years[1]
            now = self._plain(0, self.base.part) if several else now
            told = now.part == "review" or self.of_year or self.results  # a plan of a year comes to one of its quarters in passing
            return replace(now, start=start, of_year=found.of_year if told else None)
        if found.kind == "next":
            return replace(self.ahead, start=start, of_year=found.of_year)
        part = found.part or now.part
        if found.kind == "until":
            self.far = found.years or self.far
            return Time(start, part, self.far, None)
        if found.kind == "year" or found.years is None:
            return replace(self._plain(start, part), among=self.base.years)
        first, last = found.years
        return Time(start, part, (first, last if part == "plan" else min(last, max(first, self.reviewed))))

    def _plain(self, start: int, part: str) -> Time:
        """The time of a part where nothing more is said."""
        return Time(start, part, self.usual.get(part), self.of_year if part == "review" else None)

    def _opening(self, text: str, anywhere: bool) -> Opening | None:
        now = Now(self.year, self.reviewed, self.now, (self.held or self.base).part, self.far is not None, self.of_year is not None)
        return opening(text, now, anywhere)

    def _ahead(self, text: str) -> Time:
        """The time of what a heading of a report of results plans: of the year that it names, or of what is left of its own."""
        named = max((int(match[1]) for match in expression("year_of_heading").finditer(text)), default=0)
        if expression("part_of_year").search(text):
            named = self.reviewed
        elif patterns("periods")["next_year"].search(text):
            named = self.year
        return Time(0, "plan", (named, named)) if named else self.ahead


def _sentences(text: str, begin: int) -> list[tuple[int, int]]:
    """Spans of the sentences of a line; semicolons part them too, and so does what is to be done next (建成30个，下一步再建20个)."""
    ends = [match.end() for match in SENTENCE.finditer(text, begin)] if begin < len(text) else []
    later = [match.end("mark") for match in expression("next_step_behind").finditer(text, begin)]
    return [span for span in pairwise(sorted({begin, *ends, *later})) if span[0] < span[1]]
