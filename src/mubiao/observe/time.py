"""For which year a reading is, and whether it is a target or a result.

A report of year Y reviews Y-1 and plans Y. Words beside the number say otherwise: years, five-year plans, 去年, 年均.
"""

from __future__ import annotations

from mubiao.grammar.figure.reading import Reading
from mubiao.lexicon.expressions import expression, patterns
from mubiao.lexicon.loader import load
from mubiao.model import Task
from mubiao.observe import said
from mubiao.observe.called_aims import AIMS
from mubiao.observe.clauses import around
from mubiao.observe.openings import opening_above, openings_before
from mubiao.observe.part_of_year import PARTS, part_of_paragraph
from mubiao.observe.told import BASES, FAR, SPANS, Told, near
from mubiao.observe.when import CLOSE, When, Words
from mubiao.read.years import plan_years
from mubiao.rule import first

LEVELS = ("amount", "ratio")  # what is no growth and no change


def when(text: str, reading: Reading, task: Task, year: int, nature: str = "", now: int = 0) -> When:
    """Stage and period of a reading.

    Words beside the number come first, then those that open its sentence, then the time that its paragraph speaks of.

    Args:
        text: folded text of the document.
        task: the item that the reading stands in, with the times that it speaks of.
        year: the year that the document plans.
        nature: of its canonical indicator (flow, stock, rate or count), "" where none is known.
        now: the year that it calls 今年, where that is not the planned one.
    """
    passage = around(text, reading)
    before = (_behind_basis(text, reading), reading.span[0])
    told = Told(text, reading, task.time(reading.span[0]), year, before, _opening(text, reading))
    whole = _is_of_all(text, reading, nature)
    time = of_paragraph = _of_paragraph(told, whole)
    if basis := first(BASES.within(passage), told):
        time = When("result", year - 1, year - 1).told_by(basis[0].name, time)
    of_plan = expression("plan_of_aim").search(text, *before)
    aim = first(AIMS.within(passage), told) if time.stage == "result" or of_plan else None
    time = _spoken(told, time, whole, now or year)
    if aim and (time.stage == "result" or of_plan):
        time = _aim(time, of_plan["name"] if of_plan else "", whole).told_by(aim[0].name, time)
    if spans := first(SPANS.within(passage), told, time):
        time = spans[1].told_by(spans[0].name, time)
    part = first(PARTS.within(passage), told)
    ahead = time.stage == "target" and told.time.part != "plan"
    other = ahead or (time.year < of_paragraph.year and not expression("same_part").search(text, *before))
    if part and not (part[0].name == part_of_paragraph.name and other):  # 今年计划新建学校20所, or 去年新建学校20所, in a half-year report
        time = time._replace(part=part[1]).told_by(part[0].name, time)
    return time._replace(start=min(time.start, time.year))


def _spoken(told: Told, time: When, whole: bool, now: int) -> When:
    """The time that the nearest words tell which tell one, else what is known."""
    reading, text = told.reading, told.text
    for low, high in _places(told):
        level, near_it = reading.measure in LEVELS, (low, high) == told.before
        compared = reading.reference is not None
        spoken = Words(text[low:high], time, told.year, compared, whole, level, near_it, reading.position, reading.among, now)
        if found := said.said(spoken):
            return found[1].told_by(found[0], time)
    return time


def _of_paragraph(told: Told, whole: bool) -> When:
    """The time that its paragraph speaks of."""
    stage, year = ("target", told.year) if told.time.part == "plan" else ("result", told.year - 1)
    if told.time.years:
        return When(stage, told.time.years[1], told.time.years[0] if whole else told.time.years[1])
    return When(stage, year, year)


def _aim(base: When, plan: str, whole: bool) -> When:
    """A target that is told of: that of a five-year plan was for its last year, a rate for all its years."""
    if not plan:
        return When("target", base.year, base.year)
    begin, last = plan_years(plan)
    return When("target", last, begin if whole else last)


def _is_of_all(text: str, reading: Reading, nature: str) -> bool:
    """Whether a figure told for several years is one of all of them: a rate, a change, a sum. A level reached is of the last."""
    kit = patterns("periods")
    end = reading.number.bounded_end if reading.number else reading.span[1]
    if reading.action_kind != "add" and "span" not in reading.flags and expression("since_behind").match(text, end):
        return False
    of_all = "span" in reading.flags or expression("whole_plan").search(reading.reference or "") is not None
    compared = reading.measure == "change" and reading.relation in ("above", "below")
    if compared and not of_all and _is_rate(reading.indicator(text), nature):
        return False  # 机械化率达到95%、高于全国平均水平18.3个百分点: of the level that was reached
    if reading.measure in ("growth", "change") or of_all:
        return True
    if reading.measure != "amount" or "each" in reading.flags:  # 每年城镇新增就业40万人以上: in the last year, too
        return False
    if not reading.cumulative and reading.action_kind != "add" and expression("grown_behind").match(text, end):
        return False
    if reading.cumulative and reading.pieces and text.endswith(tuple(load().words["nouns"]["total"]), *reading.pieces[-1][:2]):
        return False  # 新增上市公司48家、总量达122家
    if reading.base_value is not None or (reading.action_kind == "add" and reading.action.endswith(tuple(load().words["comparable"]["reaching"]))):
        return False  # 从100亿元增加到200亿元
    summed = any(words.search(text, near(reading), reading.span[0]) for words in (kit["sum_of_years"], expression("in_all")))
    if reading.action_kind in ("add", "make") or summed:
        return True
    behind = reading.pieces[-1][1] if reading.among > 1 and reading.pieces else end  # 分别达到500亿元、3.1万元和1.5万元: said once
    said = kit["level_reached"].finditer(text, max(near(reading), min(behind, reading.span[0] - CLOSE)), reading.span[1])
    reached = any(not any(piece[0] < word.start() and word.end() < piece[1] for piece in reading.pieces) for word in said)  # not 到 of 实|到|外资
    reached = reached or kit["level_reached"].search(reading.action) is not None  # 达500亿元、242亿元和1573亿元: said once in front of them
    indicator = reading.indicator(text)
    mean = any(word in indicator for word in load().words["nouns"]["per_head"])  # 五年来,…人均可支配收入达4.9万元
    yearly = expression("of_one_year").search(indicator)
    return not (reached or reading.cumulative or mean or yearly or nature in ("stock", "rate"))


def _is_rate(indicator: str, nature: str) -> bool:
    return nature == "rate" or indicator.endswith(tuple(load().words["nouns"]["rate_end"]))


def _places(told: Told) -> list[tuple[int, int]]:
    """Where words may speak of it, the nearest first."""
    own = expression("this_year").match(told.text, *told.before)  # 2020年突破千亿元,|今年|达1100亿元
    if own or told.text.endswith(tuple(load().words["nouns"]["basis"]), *told.opening):
        return [told.before]
    given = expression("years_given").finditer(told.text, told.reading.sentence[0], told.before[0]) if told.time.part == "plan" else ()
    years = [match.span() for match in given]  # 实施人才行动,|用3年时间,|建成园区20个
    return [told.before, *years[-1:], told.opening, *opening_above(told.text, told.reading), *openings_before(told.text, told.reading)]


def _behind_basis(text: str, reading: Reading) -> int:
    """在去年完成120公里的基础上,再新建300公里: where the words begin that speak of a number itself."""
    low, high = near(reading), reading.span[0]
    ends = (text.rfind(word, low, high) + len(word) for word in load().words["nouns"]["basis"] if text.find(word, low, high) >= 0)
    return max([low, *ends])


def _opening(text: str, reading: Reading) -> tuple[int, int]:
    """The words in front of the first comma of the sentence: 2024年,… or 初步核算,2024年,…"""
    front = expression("said_in_front").match(text, *reading.sentence)
    begin = front.end() if front else reading.sentence[0]
    last = min(reading.span[0], begin + FAR)
    comma = text.find(",", begin, last)
    return begin, comma if comma >= 0 else last
