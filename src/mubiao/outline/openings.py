"""What the opening of a sentence or a heading says of the time: 刚刚过去的2025年,… “十五五”时期,… 到2030年,… 上半年,… 下一步,…"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from mubiao.lexicon.expressions import expression
from mubiao.lexicon.signs import any_sign
from mubiao.read.years import digit, plan_years

LONGEST = 60  # characters of an opening
OPENINGS = (
    "next_step",
    "rest_of_year",
    "within_year",
    "opens_part_of_year",
    "opens_until",
    "announces_until",
    "opens_several",
    "announces_several",
    "opens_year",
)
FIVE = 5  # years of a term of office
MARK = re.compile(r"[,。!?:;]")


@dataclass(frozen=True, slots=True)
class Opening:
    """What an opening says of the time.

    Attributes:
        kind: several (years together), until (a year to come), year (the one that is planned or reviewed), part (of a year) or next (下一步).
        part: review or plan, "" where that stays as it is.
        years: first and last year; None for one year, and for the year that was last looked ahead to (届时).
        of_year: the part of a year as written, also the one that comes next.
        weak: inside a paragraph it speaks for its own sentence: only a year and a comma, or the whole place in a year (among several
            years), 两年来, or a part of a year without a thing of its own (9月当月增长9%).
    """

    kind: str
    part: str = ""
    years: tuple[int, int] | None = None
    of_year: str | None = None
    weak: bool = False


class Now(NamedTuple):
    """What is known of the time where a sentence opens.

    Attributes:
        year, reviewed: the years that the document plans and reviews; ``now``: the one that it calls 今年.
        part: review or plan.
        far: it has looked ahead to a year to come, so that 届时 is that year.
        half: the document is about a part of its year, so that what 年内 is told of is to come.
    """

    year: int
    reviewed: int
    now: int
    part: str
    far: bool
    half: bool


def opening(text: str, told: Now, anywhere: bool) -> Opening | None:
    """What the opening of a sentence says of its time; a heading may say it further behind."""
    front = expression("said_in_front").match(text)
    low = front.end() if front else 0
    mark = MARK.search(text, low)
    said = text[: min(low + LONGEST, mark.start() if mark else len(text))]
    if not any_sign(*OPENINGS).search(said, low):
        return None
    lead = expression("opening_lead").match(said, low)
    low = lead.end() if lead else low
    if expression("next_step").match(said, low):
        return Opening("next") if told.part == "review" else None
    if told.half and told.part == "review" and (rest := expression("rest_of_year").match(said, low)):
        return Opening("next", of_year=rest[0])
    if told.part == "review" and expression("within_year").match(said, low):
        return Opening("next" if told.half else "part")
    if match := expression("opens_part_of_year").match(said, low):
        aside = expression("part_in_passing").match(said, match.end()) is not None
        return Opening("part", of_year=None if match["whole"] else match["part"], weak=aside)
    if match := expression("opens_until").match(said, low) or expression("announces_until").search(said, low):
        return _until(match, told)
    several = expression("opens_several")
    match = (several.search(said, low) if anywhere else several.match(said, low)) or expression("announces_several").search(said)
    if match and (found := _several(match, told)):
        return found
    match = expression("opens_year").match(said, low)
    said_year = match and (match["named"] or match["past"])
    named = int(said_year) if said_year else told.now if match and match["now"] else told.reviewed
    passing = match and match["now"] and told.now < told.year and told.part == "plan"  # spoken before the planned year
    if match is None or passing or named not in (told.year, told.reviewed):
        return None
    part = "" if told.year == told.reviewed else "plan" if named == told.year else "review"
    return Opening("year", part, weak=bool(match["whole"]) or (bool(match["named"]) and match.end() == len(said)))


def _until(match: re.Match[str], told: Now) -> Opening | None:
    last = int(match["until"]) if match["until"] else told.year + digit(match["span"]) - 1 if match["span"] else 0
    if last:
        return Opening("until", "plan", (told.year, last)) if last > told.year else None
    return Opening("until", "plan") if told.far else None


def _several(match: re.Match[str], told: Now) -> Opening | None:
    if match["plan"]:
        first, last = plan_years(match["plan"])
        if first >= told.year:
            return Opening("several", "plan", (first, last))
        if last < told.year or match["since"]:
            return Opening("several", "review", (first, min(last, told.reviewed))) if first < told.reviewed else None
        return Opening("several", "", (first, last))
    if match["from"]:
        return Opening("several", "review", (int(match["from"]), told.reviewed)) if int(match["from"]) < told.reviewed else None
    count = match["back"] or match["ahead"]
    number = digit(count) if count else FIVE
    if match["ahead"]:
        return Opening("several", "plan", (told.year, told.year + number - 1))
    return Opening("several", "review", (told.reviewed - number + 1, told.reviewed), weak=number != FIVE) if number > 1 else None
