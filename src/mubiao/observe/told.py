"""What stands beside a number, and what its paragraph says, about its time: what a plan starts from, what is called a target, how many
years, which part of one. Rules in four lists; of each the first that applies decides."""

from __future__ import annotations

from typing import NamedTuple

from mubiao.grammar.figure.reading import Reading
from mubiao.lexicon.expressions import expression, patterns
from mubiao.lexicon.loader import load
from mubiao.model import Time
from mubiao.observe.said import CLOSE, YEARS, When
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
)
def basis_of_plan(told: Told) -> bool:
    return told.time.part == "plan" and _is_basis(told.text, told.reading)


BASES = Rules("time", basis_of_plan)


def is_stock_before(text: str, reading: Reading) -> bool:
    """在已建成63家老年食堂的基础上: all there were before the plan, not those of a year."""
    if reading.measure != "amount" or not _is_basis(text, reading):
        return False
    return patterns("periods")["so_far"].search(text, near(reading), reading.span[0]) is not None


def _is_basis(text: str, reading: Reading) -> bool:
    high = min(reading.clause[1], reading.span[1] + FAR)
    return any(text.find(word, reading.span[1], high) >= 0 for word in load().words["nouns"]["basis"])


def _in_front(name: str, told: Told) -> bool:
    number = told.reading.number
    if number is None:
        return False
    low = max(told.reading.sentence[0], number.bounded_start - 3 * CLOSE)
    return expression(name).search(told.text, low, number.bounded_start) is not None


def _behind(name: str, told: Told) -> bool:
    return told.reading.number is not None and expression(name).match(told.text, told.reading.number.bounded_end) is not None


@rule(
    "a bracket that opens with a word of planning",
    takes=["地区生产总值增长5.4%（计划6%左右）。"],
    refuses=["地区生产总值增长5.4%（上年6%）。"],
    needs=["aim_in_bracket"],
)
def aim_in_bracket(told: Told) -> bool:
    return _in_front("aim_in_bracket", told)


@rule(
    "what was set at the beginning of the year",
    takes=["年初人代会确定财政收入增长8%。"],
    refuses=["年初确定的10件实事全部办结。", "年初以来财政收入增长8%。"],
    needs=["aim_of_year"],
)
def aim_of_year(told: Told) -> bool:
    """What is counted was done: 年初确定的10件实事全部办结."""
    return _in_front("aim_of_year", told) and not (told.reading.number and told.reading.number.of("counted"))


@rule(
    "a word of planning in front, and what was reached behind",
    takes=["地区生产总值预期增长6%，实际增长5.1%。", "原计划新建口袋公园12个，实际建成15个。"],
    refuses=["地区生产总值预期增长6%，投资增长8%。"],
    needs=["aim_before_done", "done_in_fact"],
)
def aim_before_done(told: Told) -> bool:
    in_fact = _in_front("planned_thing_before", told) and _behind("done_in_fact", told)
    return in_fact or (_in_front("aim_before_done", told) and _behind("reached_behind", told))


@rule(
    "the label of a target, or a government above that has set it",
    takes=["目标：新建社区卫生服务站8个。完成情况：已建成8个。", "省下达我市的粮食播种面积任务为150万亩。"],
    refuses=["完成情况：建成社区卫生服务站8个。", "完成省下达任务，粮食播种面积150万亩。"],
    needs=["aim_labelled", "aim_from_above"],
)
def aim_named(told: Told) -> bool:
    return _in_front("aim_labelled", told) or _in_front("aim_from_above", told)


@rule(
    "the words behind the number call it a target",
    takes=["城镇登记失业率控制在4.5%的年度目标以内。", "实现了地区生产总值增长6.5%的目标。"],
    refuses=["城镇登记失业率控制在4.5%以内。"],
    needs=["target_behind", "aim_behind"],
)
def aim_behind(told: Told) -> bool:
    return _behind("target_behind", told) or _behind("aim_behind", told)


@rule(
    "the label of what was done stands behind it",
    takes=["2.地区生产总值增长5.5%。落实情况：全年增长5.8%。"],
    refuses=["2.地区生产总值增长5.5%。", "2.工业平稳。落实情况：地区生产总值增长5.8%。进展情况：开工8个。"],
    needs=["label_of_deed"],
)
def aim_before_label(told: Told) -> bool:
    """In its own line, which has no such label in front of it."""
    text, (low, high) = told.text, told.reading.span
    begin, end = max(text.rfind("\n", 0, low) + 1, low - FAR), text.find("\n", high)
    label = expression("label_of_deed")
    stop = min(high + FAR, end if end >= 0 else len(text))
    return label.search(text, high, stop) is not None and label.search(text, begin, low) is None


AIMS = Rules("time", aim_in_bracket, aim_of_year, aim_before_done, aim_named, aim_behind, aim_before_label)


@rule(
    "a mean of years that are not told: to a year to come from the planned one, else over five years",
    takes=["地区生产总值年均增长6%。"],
    refuses=["2021—2023年，地区生产总值年均增长6%。", "地区生产总值增长6%。"],
)
def mean_of_years(told: Told, base: When) -> When | None:
    if "span" not in told.reading.flags or base.start != base.year:
        return None
    if base.stage == "target":
        return When("target", base.year if base.year > told.year else told.year + YEARS - 1, told.year)
    return When(base.stage, base.year, base.year - YEARS + 1)


@rule(
    "growth on the year before, in words about several years, is of one",
    takes=["五年来，地区生产总值比上年增长6%。"],
    refuses=["五年来，地区生产总值增长60%。", "地区生产总值比上年增长6%。"],
    needs=["on_last_year"],
)
def change_on_last_year(told: Told, base: When) -> When | None:
    asked = told.reading.measure in ("growth", "change") and base.start != base.year
    found = asked and expression("on_last_year").search(told.text, *told.before)
    return When(base.stage, base.year, base.year) if found else None


@rule(
    "what is told of a whole year, in words about several, is of one",
    takes=["五年来，道路不断延伸。受台风影响，全年旅游收入下降8%。"],
    refuses=["五年来，全年龄段参保增长60%。", "五年来，旅游收入增长60%。"],
    needs=["whole_year_before"],
)
def whole_of_one_year(told: Told, base: When) -> When | None:
    asked = base.start != base.year and "span" not in told.reading.flags
    found = asked and expression("whole_year_before").search(told.text, *told.before)
    return When(base.stage, base.year, base.year) if found else None


SPANS = Rules("time", mean_of_years, change_on_last_year, whole_of_one_year)


@rule(
    "a part of a year beside the number",
    takes=["今年上半年地区生产总值增长5.8%。"],
    refuses=["地区生产总值增长6.5%，比一季度提高0.2个百分点。", "四季度电价下调，全年财政收入减少3亿元。"],
    needs=["part_of_year"],
)
def part_beside(told: Told) -> str | None:
    """Where it tells more of a thing that was named before, the last since then (6月份上涨0.4%,环比下降0.1%)."""
    low, high = told.before
    named = max((piece[1] for piece in told.reading.pieces), default=0)
    if max(told.reading.sentence[0], high - FAR) <= named < low:
        low = named
    parts = list(expression("part_of_year").finditer(told.text, low, high))
    if not parts or expression("whole_year").search(told.text, parts[-1].end(), high):
        return None
    return parts[-1][0]


@rule(
    "a part of a year opens a clause in front, in the same sentence",
    takes=["受疫情影响，上半年投资仅增长2%，占全年计划的35%。"],
    refuses=["上半年投资增长2%，全年增长5%。", "针对三季度的下滑，投资增长5%。"],
    needs=["part_of_year"],
)
def part_in_front(told: Told) -> str | None:
    low, high = told.reading.sentence[0], told.reading.span[0]
    for match in reversed(list(expression("part_of_year").finditer(told.text, low, told.before[0]))):
        if expression("opens_clause").search(told.text[low : match.start()]):
            other = expression("whole_year").search(told.text, match.end(), high) or expression("said_year").search(told.text, match.end(), high)
            return None if other else match[0]
    return None


@rule(
    "a part of a year opens the sentence",
    takes=["上半年，地区生产总值增长5.8%。", "截至11月底，新建充电桩1.2万个。"],
    refuses=["截至2024年底，新建充电桩1.2万个。"],
    needs=["opens_part_of_year"],
)
def part_opening(told: Told) -> str | None:
    match = expression("opens_part_of_year").fullmatch(told.text, *told.opening)
    return match["part"] if match else None


@rule(
    "a part of a year that its paragraph speaks of, but for what is told of the whole year",
    takes=["一、上半年工作情况\n地区生产总值增长5.8%。", "一、上半年工作情况\n完成投资168亿元，占全年的56%，开工项目20个。"],
    refuses=["一、上半年工作情况\n预计全年地区生产总值增长5.8%。", "一、上半年工作情况\n预计全年地区生产总值增长5.8%，达到1650亿元。"],
)
def part_of_paragraph(told: Told) -> str | None:
    if told.time.of_year is None:
        return None
    stop = told.reading.span[0]
    said = expression("whole_year").search(told.text, near(told.reading), stop)
    return None if said or expression("whole_year_said").search(told.text, told.reading.sentence[0], stop) else told.time.of_year


PARTS = Rules("time", part_beside, part_opening, part_in_front, part_of_paragraph)
