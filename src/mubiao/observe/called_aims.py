"""What beside a number of a review, or of a plan over earlier years, calls it a target. The first rule that applies decides."""

from __future__ import annotations

from mubiao.lexicon.expressions import expression
from mubiao.observe.clauses import begin_of_line
from mubiao.observe.told import FAR, Told
from mubiao.observe.when import CLOSE
from mubiao.rule import Rules, rule


def _in_front(name: str, told: Told) -> bool:
    """Whether such words stand in front of a number; of a distance to a target (超年初目标|0.5个百分点) they are what it is told against."""
    number = told.reading.number
    if number is None or told.reading.relation in ("above", "below"):
        return False
    low = max(told.reading.sentence[0], number.bounded_start - 3 * CLOSE)
    return expression(name).search(told.text, low, number.bounded_start) is not None


def _right_behind(name: str, told: Told) -> bool:
    return told.reading.number is not None and expression(name).match(told.text, told.reading.number.bounded_end) is not None


@rule(
    "a bracket that opens with a word of planning",
    takes=["地区生产总值增长5.4%（计划6%左右）。", "完成年度计划（改造锅炉146台、管网40公里）。"],
    refuses=["地区生产总值增长5.4%（上年6%）。"],
    needs=["aim_in_bracket"],
    needed="6% that was planned would be a result beside 5.4%",
)
def aim_in_bracket(told: Told) -> bool:
    return _in_front("aim_in_bracket", told)


@rule(
    "what was set at the beginning of the year",
    takes=["年初人代会确定财政收入增长8%。"],
    refuses=["年初确定的10件实事全部办结。", "年初以来财政收入增长8%。", "财政收入增长8%，超过年初确定的目标1个百分点。"],
    needs=["aim_of_year"],
    needed="8% that was set in January would be a result",
)
def aim_of_year(told: Told) -> bool:
    """What is counted was done: 年初确定的10件实事全部办结."""
    return _in_front("aim_of_year", told) and not (told.reading.number and told.reading.number.of("counted"))


@rule(
    "what is planned for the year, or in all, beside what was done of it",
    takes=[
        "全年计划新建学校20所。截至6月底，已开工12所。",
        "重点项目年计划投资12亿元，完成投资10亿元。",
        "项目计划总投资300亿元，完成投资10亿元。",
        "全市计划播种面积1128万亩（水田168万亩）。",
    ],
    refuses=["占全年计划的60%。", "固定资产投资超年度计划28%。"],
    needs=["planned_for_year"],
    needed="20所 that are planned would be a result",
)
def aim_for_year(told: Told) -> bool:
    """What the plan was exceeded by (超年度计划28%) is no part of it."""
    beyond = told.reading.reference and expression("planned_for_year").search(told.reading.reference)
    return not beyond and _in_front("planned_for_year", told)


@rule(
    "a word of planning in front, and what was reached behind",
    takes=["地区生产总值预期增长6%，实际增长5.1%。", "原计划新建口袋公园12个，实际建成15个。", "计划改造小区56个、1.2万户，实际完成58个、1.26万户。"],
    refuses=["地区生产总值预期增长6%，投资增长8%。", "拜访目标企业150家，实际使用内资30亿元。"],
    needs=["aim_before_done", "done_in_fact"],
    needed="6% that was planned would be a result beside 5.1%",
)
def aim_before_done(told: Told) -> bool:
    in_fact = _in_front("planned_thing_before", told) and _right_behind("done_in_fact", told)
    return in_fact or (_in_front("aim_before_done", told) and _right_behind("reached_behind", told))


@rule(
    "the label of a target, or a government above that has set it",
    takes=[
        "目标：新建社区卫生服务站8个。完成情况：已建成8个。",
        "目标任务：新建文化大院100个，文化站2个，农村书屋35个。",
        "省下达我市的粮食播种面积任务为150万亩。",
    ],
    refuses=["完成情况：建成社区卫生服务站8个。", "完成省下达任务，粮食播种面积150万亩。", "中央下达我市国债资金50亿元。"],
    needs=["aim_labelled", "aim_from_above"],
    needed="what a government above has set would be a result",
)
def aim_named(told: Told) -> bool:
    sentence, at = told.reading.sentence[0], told.reading.span[0]
    opens = expression("aim_label_opens").fullmatch(told.text, sentence, min(at, sentence + FAR)) is not None
    return opens or _in_front("aim_labelled", told) or _in_front("aim_from_above", told)


@rule(
    "the list of what a congress approved",
    takes=["州人民代表大会批准的全州预算是：一般公共预算收入117亿元，一般公共预算支出363亿元。"],
    refuses=["严格执行州人民代表大会批准的预算，一般公共预算收入114亿元。"],
    needs=["approved_list"],
    needed="a budget that was approved would be a result beside what became of it",
)
def aim_approved(told: Told) -> bool:
    """To the end of its sentence."""
    sentence, at = told.reading.sentence[0], told.reading.span[0]
    return expression("approved_list").search(told.text, max(sentence, at - FAR), at) is not None


@rule(
    "the words behind the number call it a target",
    takes=["城镇登记失业率控制在4.5%的年度目标以内。", "实现了地区生产总值增长6.5%的目标。", "“十四五”规划提出的城镇化率67%目标提前一年实现。"],
    refuses=["城镇登记失业率控制在4.5%以内。"],
    needs=["target_behind", "aim_behind"],
    needed="6.5% that was set would be a result, reached or not",
)
def aim_behind(told: Told) -> bool:
    return _right_behind("target_behind", told) or _right_behind("aim_behind", told)


@rule(
    "the label of what was done stands behind it",
    takes=["2.新增停车泊位1万个。落实情况：全年任务已完成。"],
    refuses=["2.地区生产总值增长5.5%。", "2.工业平稳。落实情况：地区生产总值增长5.8%。进展情况：开工8个。"],
    needs=["label_of_deed"],
    needed="what an item promised would be a result beside what became of it",
)
def aim_before_label(told: Told) -> bool:
    """In its own line, which has no such label in front of it."""
    text, (low, high) = told.text, told.reading.span
    begin, end = max(text.rfind("\n", 0, low) + 1, low - FAR), text.find("\n", high)
    label = expression("label_of_deed")
    stop = min(high + FAR, end if end >= 0 else len(text))
    return label.search(text, high, stop) is not None and label.search(text, begin, low) is None


@rule(
    "the next line opens with the label of what was done of it",
    takes=["一、2024年工作\n新建卫生站8所，提高服务水平。\n牵头单位：市卫健委\n进展情况：已全部建成。"],
    refuses=["一、2024年工作\n进展情况：建成卫生站8所。\n进展情况：建成卫生站5所。", "一、2024年工作\n新建卫生站8所，进展顺利。\n完成情况良好。"],
    needed="what an item promised would be a result beside what became of it",
)
def aim_above_label(told: Told) -> bool:
    """Where no such label stands in front of it in its line."""
    text, (low, high) = told.text, told.reading.span
    end = text.find("\n", high)
    below = expression("deed_below").match(text, end) if end >= 0 else None
    return below is not None and expression("label_of_deed").search(text, text.rfind("\n", 0, low) + 1, low) is None


@rule(
    "what an item of a report on tasks asks for, in front of the sentence that tells how far it has come",
    takes=[
        "2024年重点工作任务上半年完成情况\n1.引进企业30家。上半年，引进企业20家。",
        "2024年民生实事进展情况\n1.新增托位5个。截至6月底，新增托位3个。",
        "2024年民生实事完成情况\n1.新建公园20个。已建成公园21个。",
    ],
    refuses=[
        "2024年民生实事完成情况\n1.超额新建公园20个。已完成投资2亿元。",
        "2024年上半年经济运行情况\n1.工业平稳增长。新增企业30家。上半年，投资增长5%。",
        "2024年重点工作任务上半年完成情况\n1.上半年，引进企业20家。",
    ],
    needed="30家 that are asked for would be a result beside 20家",
)
def aim_of_item(told: Told) -> bool:
    text, number = told.text, told.reading.number
    if number is None or not expression("report_on_tasks").search(text, 0, FAR):
        return False
    begin, end = begin_of_line(text, number.start), text.find("\n", number.end)
    item, deed = expression("item_opening").match(text, begin), expression("deed_of_item")
    front = text[item.end() : number.start] if item else "。"
    if (
        "。" in front
        or expression("told_done").search(front)
        or expression("part_of_year").search(front)
        or expression("opens_part_of_year").match(front)
    ):
        return False  # 1.工业平稳增长。新增企业30家: behind its own head an item tells what was done
    return deed.search(text, number.end, end if end >= 0 else len(text)) is not None


@rule(
    "the heading of an item of a report on tasks, in front of the line that tells how far it has come",
    takes=[
        "2024年民生实事进展情况\n二、新增托位5个\n幼儿园正在装修。",
        "2024年民生实事进展情况\n2.新建口袋公园20个。\n已建成12个。",
    ],
    refuses=[
        "2024年民生实事进展情况\n二、新增托位5个\n三、新建口袋公园20个",
        "2024年民生实事进展情况\n二、已新增托位5个\n幼儿园正在装修。",
        "2024年民生实事进展情况\n二、新增托位5个\n三岁以下幼儿",
    ],
    needed="5个 that are asked for would be a result",
)
def aim_of_heading(told: Told) -> bool:
    text, number = told.text, told.reading.number
    if number is None or not expression("report_on_tasks").search(text, 0, FAR):
        return False
    begin, end = begin_of_line(text, number.start), text.find("\n", number.end)
    item = expression("item_opening").match(text, begin)
    if item is None or end < 0 or "。" in text[begin : end - 1] or expression("told_done").search(text, begin, end):
        return False
    below = end + len(text[end:]) - len(text[end:].lstrip("\n"))
    return expression("told_below").match(text, below) is not None and not expression("item_opening").match(text, below)


AIMS = Rules(
    "time", aim_in_bracket, aim_of_year, aim_for_year, aim_before_done, aim_named, aim_approved, aim_behind, aim_before_label,
    aim_above_label, aim_of_item, aim_of_heading,
)  # fmt: skip
