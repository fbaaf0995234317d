"""Which part of a year a number is for: 上半年, 截至11月底. The first rule that applies decides."""

from __future__ import annotations

from mubiao.lexicon.expressions import expression
from mubiao.observe.clauses import begin_of_clause
from mubiao.observe.openings import openings_before
from mubiao.observe.told import FAR, Told, near
from mubiao.rule import Rules, rule


@rule(
    "as many parts of a year as numbers, the whole of it among them: one for each",
    takes=["今年一季度和上半年地区生产总值分别增长9.3%、9.2%。", "前三季度、全年地区生产总值分别增长6.2%、6.0%。"],
    refuses=["上半年工业投资和民间投资分别增长9.3%、9.2%。"],
    needs=["part_of_year"],
    needed="9.2% of the half year would be of the first quarter",
)
def part_handed_out(told: Told) -> str | None:
    reading, (low, high) = told.reading, told.before
    if reading.among < 2:
        return None
    parts = [(match.start(), match[0]) for match in expression("part_of_year").finditer(told.text, low, high)]
    wholes = [(match.start(), None) for match in expression("whole_year").finditer(told.text, low, high)]
    return sorted([*parts, *wholes])[reading.position][1] if parts and len(parts) + len(wholes) == reading.among else None


@rule(
    "a part of a year beside the number",
    takes=["今年上半年地区生产总值增长5.8%。"],
    refuses=[
        "地区生产总值增长6.5%，比一季度提高0.2个百分点。",
        "进出口增长20%，增速比上半年、前三季度分别加快9个、4个百分点。",
        "四季度电价下调，全年财政收入减少3亿元。",
    ],
    needs=["part_of_year"],
)
def part_beside(told: Told) -> str | None:
    """Where it tells more of a thing that was named before, the last since then (6月份上涨0.4%,环比下降0.1%)."""
    if told.reading.reference and expression("part_of_year").search(told.reading.reference):
        return None
    low, high = told.before
    named = max((piece[1] for piece in told.reading.pieces), default=0)
    if max(told.reading.sentence[0], high - FAR) <= named < low:
        low = named
    parts = list(expression("part_of_year").finditer(told.text, low, high))
    if not parts or expression("whole_year").search(told.text, parts[-1].end(), high):
        return None
    return parts[-1][0]


@rule(
    "a part of a year beside the thing that the number takes over from a clause in front",
    takes=["1-4月，用电量5.4亿度，其中4月份工业用电量2亿度，增长10%。", "省重点项目1-5月完成投资12亿元，占年度计划的45%。"],
    refuses=["4月份用电量2亿度，全年用电量增长5%。", "4月份用电量2亿度，货运量增长5%。"],
    needs=["part_of_year"],
    needed="10% of one month would be of four",
)
def part_of_subject(told: Told) -> str | None:
    reading, text = told.reading, told.text
    begin, named = reading.clause[0], max((piece[1] for piece in reading.pieces), default=0)
    if not reading.sentence[0] <= named <= begin:
        return None
    low = max(reading.sentence[0], begin_of_clause(text, named - 1), begin - FAR)
    parts = list(expression("part_of_year").finditer(text, low, begin))
    return parts[-1][0] if parts and not expression("whole_year").search(text, parts[-1].end(), reading.span[0]) else None


@rule(
    "the month that a report on several ends with, called 当月",
    takes=["1-4月，用电量增长8%，其中当月增长10%。", "2024年1-11月经济运行情况\n用电量增长8%，当月增长10%。"],
    refuses=["1-4月，用电量增长8%，9月当月增长10%。", "上半年，用电量增长8%，增幅居当月全省第1位，增长10%。"],
    needs=["this_month", "last_of_months"],
    needed="10% of one month would be of four",
)
def part_this_month(told: Told) -> str | None:
    if not expression("this_month").search(told.text, *told.before):
        return None
    whole = part_opening.apply(told) or told.time.of_year or ""
    months = expression("last_of_months").search(whole)
    return months["last"] if months else None


@rule(
    "a part of a year opens a clause in front, in the same sentence",
    takes=["受疫情影响，上半年投资仅增长2%，消费增长3%。"],
    refuses=["上半年投资增长2%，全年增长5%。", "针对三季度的下滑，投资增长5%。"],
    needs=["part_of_year"],
    needed="2% of half a year would be a result of the whole",
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
    takes=[
        "上半年，地区生产总值增长5.8%。",
        "截至11月底，新建充电桩1.2万个。",
        "完成情况：截至5月底，新建充电桩1.2万个。",
        "11月，社会消费品零售总额增长4.5%。",
    ],
    refuses=["截至2024年底，新建充电桩1.2万个。", "11月8日，社会消费品零售总额突破100亿元。", "1-11月，全省出口向好，全年进出口预计增长6%。"],
    needs=["opens_part_of_year"],
)
def part_opening(told: Told) -> str | None:
    match = expression("opens_part_of_year").fullmatch(told.text, *told.opening)
    if match is None or expression("whole_year_said").search(told.text, told.opening[1], told.reading.span[0]):
        return None
    return match["part"]


@rule(
    "a part of a year opens the statements in front of the semicolons",
    takes=["2022年上半年，地区生产总值增长5.8%；工业增加值增长8.1%；固定资产投资增长4.1%。"],
    refuses=["2022年，地区生产总值增长5.8%；工业增加值增长8.1%。", "2022年上半年，地区生产总值增长5.8%；全年工业增加值增长8.1%。"],
    needed="8.1% of half a year would be a result of the whole",
)
def part_opening_before(told: Told) -> str | None:
    opens = (expression("opens_part_of_year").fullmatch(told.text, *span) for span in openings_before(told.text, told.reading))
    found = next(filter(None, opens), None)
    said = found and expression("whole_year_said").search(told.text, told.reading.sentence[0], told.reading.span[0])
    return found["part"] if found and not said else None


@rule(
    "a part of a year that its paragraph speaks of, but for what is told of the whole year",
    takes=[
        "一、上半年工作情况\n地区生产总值增长5.8%。",
        "一、上半年工作情况\n完成投资168亿元，占全年的56%，开工项目20个。",
        "一、上半年工作情况\n工业占比达到41%，较去年全年提高2个百分点。",
    ],
    refuses=["一、上半年工作情况\n预计全年地区生产总值增长5.8%。", "一、上半年工作情况\n预计全年地区生产总值增长5.8%，达到1650亿元。"],
    needed="5.8% of half a year would be a result of the whole",
)
def part_of_paragraph(told: Told) -> str | None:
    if told.time.of_year is None:
        return None
    stop = told.reading.span[0]
    said = expression("whole_year").search(told.text, near(told.reading), stop)
    return None if said or expression("whole_year_said").search(told.text, told.reading.sentence[0], stop) else told.time.of_year


PARTS = Rules(
    "time", part_handed_out, part_this_month, part_beside, part_of_subject, part_opening, part_in_front, part_opening_before, part_of_paragraph
)
