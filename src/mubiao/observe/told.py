"""What its place says of the time of a number: what a plan starts from, how many years it is of. Of each list the first rule that applies."""

from __future__ import annotations

from typing import NamedTuple

from mubiao.grammar.figure.reading import Reading
from mubiao.grammar.figure.stock import said_total
from mubiao.lexicon.expressions import expression, patterns
from mubiao.lexicon.loader import load
from mubiao.model import Time
from mubiao.observe.when import YEARS, When
from mubiao.rule import Rules, rule

FAR = 300  # characters of a clause or opening that may speak of the time of a number


class Told(NamedTuple):
    """A reading with what may speak of its time.

    Attributes:
        text: folded text of the document.
        time: that its paragraph speaks of.
        year: the year that the document plans.
        before: where the words stand that speak of the number itself.
        opening: where the words stand in front of the first comma of its sentence.
    """

    text: str
    reading: Reading
    time: Time
    year: int
    before: tuple[int, int]
    opening: tuple[int, int]


def near(reading: Reading) -> int:
    """Where the words begin that may speak of the time of a number."""
    return max(reading.clause[0], reading.span[0] - FAR)


@rule(
    "what a plan starts from was reached before it",
    takes=["在已建成63家老年食堂的基础上，新增30家。"],
    refuses=["打好基础，新增30家老年食堂。"],
    needs=["nouns.basis"],
    needed="what a plan starts from would be a target",
)
def basis_of_plan(told: Told) -> bool:
    return told.time.part == "plan" and _is_basis(told.text, told.reading)


@rule(
    "what there is already, in a plan",
    takes=["全市现有老年食堂63家，今年再新增30家。", "目前，已建成老年食堂63家。", "我市有20个口岸。", "我市每年接待游客300万人次。"],
    refuses=["力争全市有老年食堂63家。", "到2027年，全市有老年食堂63家。", "全市每个乡镇有老年食堂1家。"],
    needs=["has_now"],
    needed="what there is already would be a target",
)
def has_already(told: Told) -> bool:
    return told.time.part == "plan" and told.time.years is None and _has_now(told.text, told.reading)


BASES = Rules("time", basis_of_plan, has_already)


def stock_before(text: str, reading: Reading, planned: bool) -> str:
    """在已建成63家老年食堂的基础上: all there were before the plan, not those of a year. Name of the rule that says so, "" where none does.

    Args:
        planned: it stands in a plan as what there is already.
    """
    if reading.measure != "amount" or not (planned or _is_basis(text, reading)):
        return ""
    return said_total.name if patterns("periods")["so_far"].search(text, near(reading), reading.span[0]) else ""


def _is_basis(text: str, reading: Reading) -> bool:
    high = min(reading.clause[1], reading.span[1] + FAR)
    return any(text.find(word, reading.span[1], high) >= 0 for word in load().words["nouns"]["basis"])


def _has_now(text: str, reading: Reading) -> bool:
    begin, low = max(reading.sentence[0], reading.span[0] - FAR), near(reading)
    clause = text[max(low, text.rfind(",", low, reading.span[0]) + 1) : reading.span[0]]
    return expression("has_now").match(clause) is not None and expression("is_aim").search(text, begin, reading.span[0]) is None


@rule(
    "a mean of years of which no year is told: to a year to come from the planned one, else over as many as it says, or five",
    takes=["地区生产总值年均增长6%。", "地区生产总值增长8%，两年平均增长6%。", "地区生产总值三年翻番。", "从两年平均增速看，地区生产总值增长6%。"],
    refuses=["2021—2023年，地区生产总值年均增长6%。", "地区生产总值增长6%。"],
)
def mean_of_years(told: Told, base: When) -> When | None:
    opens = expression("mean_opens").match(told.text, told.reading.sentence[0]) if told.reading.measure == "growth" else None
    if not (opens or "span" in told.reading.flags) or base.start != base.year:
        return None
    said = opens or expression("years_of_mean").search(told.text, near(told.reading), told.reading.span[0])
    among = told.time.years or told.time.among
    if not said and base.stage == "result" and among and base.year - YEARS < among[0] < among[1] == base.year:
        return When(base.stage, base.year, among[0])  # 过去四年工作回顾 … 2006年财政收入502亿元,年均增长26.4%
    many = int(load().numerals["digit"].get(said["count"], said["count"])) if said else YEARS
    if base.stage == "target":
        return When("target", base.year if base.year > told.year else told.year + many - 1, told.year)
    return When(base.stage, base.year, base.year - many + 1)


@rule(
    "growth on the year before, in words about several years, is of one, as are the figures behind 同比（下同） in their paragraph",
    takes=["五年来，地区生产总值比上年增长6%。", "一、过去五年工作回顾\n生产总值同比（下同）增长6%，投资增长5%。"],
    refuses=["五年来，地区生产总值增长60%。", "地区生产总值比上年增长6%。"],
    needed="6% of one year would be of five",
)
def change_on_last_year(told: Told, base: When) -> When | None:
    if base.start == base.year or (told.reading.measure not in ("growth", "change") and told.reading.action_kind):
        return None
    found = told.reading.measure in ("growth", "change") and expression("on_last_year").search(told.text, *told.before)
    if not found and "span" not in told.reading.flags:
        at = told.reading.span[0]
        found = expression("same_last_year").search(told.text, told.text.rfind("\n", 0, at) + 1, at)
    return When(base.stage, base.year, base.year) if found else None


@rule(
    "growth behind a level whose year is named is of that year, also in words about several",
    takes=["五年来，财政总收入年均增长21.4%，2024年达1119亿元，增长25.2%。", "五年来，财政总收入年均增长21.4%，2024年达1119亿元，年增长25.2%。"],
    refuses=["五年来，财政总收入达1119亿元，增长1.2倍。", "五年来，财政总收入由2019年的419亿元增加到1119亿元，增长1.7倍。"],
    needs=["grown_in_named_year"],
    needed="25.2% of one year would be of five",
)
def growth_of_named_year(told: Told, base: When) -> When | None:
    asked = told.reading.measure == "growth" and base.start != base.year and "span" not in told.reading.flags
    found = asked and expression("grown_in_named_year").search(told.text, told.reading.sentence[0], told.reading.span[0])
    return When(base.stage, base.year, base.year) if found and int(found["year"]) == base.year else None


@rule(
    "what is told of a whole year, in words about several, is of one",
    takes=["五年来，道路不断延伸。受台风影响，全年旅游收入下降8%。"],
    refuses=["五年来，全年龄段参保增长60%。", "五年来，旅游收入增长60%。"],
    needs=["whole_year_before"],
    needed="8% of one year would be of five",
)
def whole_of_one_year(told: Told, base: When) -> When | None:
    asked = base.start != base.year and "span" not in told.reading.flags
    found = asked and expression("whole_year_before").search(told.text, *told.before)
    return When(base.stage, base.year, base.year) if found else None


@rule(
    "years in a bracket behind the thing: those in which it is to be done",
    takes=["改造农村公路3000公里（2023—2026年）。", "3000公里农村公路改造（2023—2026年）。"],
    refuses=["改造农村公路3000公里（2023年）。", "改造农村公路3000公里。"],
    needs=["years_in_bracket"],
    needed="what is to be done in several years would be done in one",
)
def years_in_bracket(told: Told, base: When) -> When | None:
    number, end = told.reading.number, told.reading.span[1]
    close = told.text.find(")", end, min(end + FAR, told.reading.sentence[1])) + 1 if number else 0
    match = expression("years_in_bracket").search(told.text, number.bounded_end, close) if number and close else None
    if match is None:
        return None
    first_year, last = int(match["first"]), int(match["last"])
    running = last >= told.year - (told.time.of_year is not None)  # a half-year report does not tell that they are over
    return When("target" if running else base.stage, last, first_year)


@rule(
    "growth on the year that the paragraph names in front for all that grew",
    takes=["五年来，道路不断延伸。2024年，生产总值比2020年（下同）增长47.7%；财政收入增长39.8%。"],
    refuses=["五年来，道路不断延伸。2024年，生产总值比2020年增长47.7%；财政收入增长9.8%。"],
    needed="39.8% of four years would be of one",
)
def since_same_year(told: Told, base: When) -> When | None:
    at = told.reading.span[0]
    if base.stage != "result" or base.start != base.year or not _on_earlier_year(told):
        return None
    named = list(expression("same_base").finditer(told.text, told.text.rfind("\n", 0, at) + 1, at))
    return When(base.stage, base.year, min(int(named[-1]["year"]) + 1, base.year)) if named else None


@rule(
    "growth told behind a change from one year to another is of the years between",
    takes=["生产总值由2019年的77亿元跃升到2024年的161.1亿元，实现翻番。"],
    refuses=["生产总值由2019年的77亿元跃升到2024年的161.1亿元，比上年增长9%。", "生产总值达到161.1亿元，实现翻番。"],
    needs=["year_to_year"],
    needed="what doubled in five years would have doubled in one",
)
def between_years(told: Told, base: When) -> When | None:
    if base.start != base.year or not _on_earlier_year(told):
        return None
    *_, last = (None, *expression("year_to_year").finditer(told.text, told.reading.sentence[0], told.reading.span[0]))
    between = last is not None and int(last["first"]) < base.year == int(last["last"])
    return When(base.stage, base.year, int(last["first"]) + 1) if last and between else None


@rule(
    "growth behind a year that it is held against is since that year",
    takes=["与2019年相比，旅游收入增长12%。", "常住人口58万人，与2020年的44万人相比，增加14万人。"],
    refuses=["与上年相比，旅游收入增长12%。", "与2019年相比，旅游收入同比增长12%。", "与2019年相比，旅游收入达到12亿元。"],
    needs=["year_held_against"],
    needed="12% of five years would be of one",
)
def since_year_held_against(told: Told, base: When) -> When | None:
    if base.stage != "result" or not _on_earlier_year(told):
        return None
    *_, held = (None, *expression("year_held_against").finditer(told.text, told.reading.sentence[0], told.reading.span[0]))
    return When(base.stage, base.year, int(held["year"]) + 1) if held and int(held["year"]) < base.year else None


def _on_earlier_year(told: Told) -> bool:
    """Whether it is a change, and not told on the year before its own."""
    return told.reading.measure in ("growth", "change") and not expression("on_last_year").search(told.text, *told.before)


SPANS = Rules(
    "time", years_in_bracket, since_year_held_against, mean_of_years, change_on_last_year, growth_of_named_year, whole_of_one_year,
    since_same_year, between_years,
)  # fmt: skip
