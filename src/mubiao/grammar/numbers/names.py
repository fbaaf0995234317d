"""Refusals of numbers that belong to the name of a thing, or say its size."""

from __future__ import annotations

from mubiao.grammar.numbers.number import LOOK, Number
from mubiao.grammar.words.numbers import refusals
from mubiao.lexicon.expressions import expression
from mubiao.rule import rule

MANY = 10**4  # 度 of electricity are told in 万 and 亿; fewer are degrees
FEW = 5  # phases of a work are fewer: 3期 of a district, but 20期 of courses


@rule(
    "what the weight of a product is reckoned at, in brackets behind its name",
    takes=["化肥（折100%）102万吨，下降3.6%。", "烧碱（折纯100%）产量40万吨。"],
    refuses=["落实折扣100%。", "人均生产总值45031元（折合6652美元）。"],
    needs=["折"],
    needed="102万吨 of 化肥 would be weighed without its name, as more of the product in front",
)
def reckoned_at(text: str, number: Number) -> bool:
    closed = number.in_dimension("percentage") and text[number.end : number.end + 1] == ")"
    return closed and expression("reckoned_at").search(text, max(0, number.start - LOOK), number.start) is not None


@rule(
    "a size or class of the thing counted",
    takes=[
        "新建5万吨级泊位3个。",
        "建成110千伏变电工程2项。",
        "接种23价肺炎疫苗3万剂。",
        "修建110米口径射电望远镜。",
        "绿化25度以上坡地。",
        "按每人每年200元标准给予补贴。",
        "新建3人制篮球场20个。",
        "建成50年一遇海塘20公里。",
        "获批1类创新药5个。",
        "获批1.1类新药2个。",
        "工矿商贸就业人员10万人生产安全事故死亡率2.19。",
    ],
    refuses=[
        "港口货物吞吐量突破5万吨。",
        "建成50个标准化社区食堂。",
        "新增30个制造业项目。",
        "发布5项标准。",
        "15个强县参照直管县管理。",
        "建成5万亩标准农田。",
        "推广3类新品种。",
        "防洪标准由20年一遇提高到50年一遇。",
    ],
)
def grade(text: str, number: Number) -> bool:
    if expression("deaths_by").match(text, number.end):
        return True
    if number.unit is None:
        return refusals()["graded"].head(text, number.end, len(text)) is not None
    degrees = refusals()["degree"].tail(text, number.start, number.end) is not None and (number.value or 0) < MANY
    if number.unit.dimension == "specification" or degrees or expression("class_of_drug").match(text, number.start):
        return True
    if number.in_dimension("recurrence"):
        return expression("protects_to").search(text, max(0, number.bounded_start - LOOK), number.bounded_start) is None
    if number.unit.dimension.startswith("money") and refusals()["norm"].head(text, number.end, len(text)):
        return True
    graded = refusals()["grade"].head(text, number.end, len(text)) or ""
    return len(graded) > len(refusals()["not_grade"].head(text, number.end, len(text)) or "")


@rule(
    "digits that belong to a name",
    takes=[
        "开通地铁6号线。",
        "石桥村3组通水泥路。",
        "山区26县农民收入增长8%。",
        "落户世界500强企业投资项目5个。",
        "推进姚江新区3期建设。",
        "上线政务服务2.0版。",
    ],
    refuses=["新增6家企业。", "26县脱贫摘帽。", "6组省属国企实现战略性重组。"],
    needs=["refusals.name", "refusals.phase", "refusals.numbered"],
)
def name(text: str, number: Number) -> bool:
    numbered = refusals()["numbered"].tail(text, number.start, number.end) or refusals()["numbered"].head(text, number.end, len(text))
    if numbered and refusals()["numbered_in"].tail(text, 0, number.start):
        return True  # 石桥村3组, 山区26县
    if number.unit is None:
        return refusals()["name"].head(text, number.end, len(text)) is not None
    phase = refusals()["phase"].tail(text, number.start, number.end) is not None and (number.value or 0) < FEW
    return phase and refusals()["held"].tail(text, max(0, number.bounded_start - LOOK), number.bounded_start) is None


@rule(
    "points that an assessment gives or takes",
    takes=["推进信息平台建设，得2分。", "新建农村公路50公里，未完成扣5分。", "平安创建考核得分95分（满分100分）。"],
    refuses=["群众安全感满意度达到95分以上。", "营商环境评价获得88分。"],
    needs=["refusals.point"],
    needed="2分 that an assessor gives would be a target",
)
def points(text: str, number: Number) -> bool:
    if refusals()["point"].tail(text, number.start, number.end) is None:
        return False
    front = refusals()["scored"].tail(text, max(0, number.bounded_start - LOOK), number.bounded_start)
    return front is not None and refusals()["not_scored"].tail(text, max(0, number.bounded_start - LOOK), number.bounded_start) is None


@rule(
    "the rate of a tax, which is part of what a rule is called",
    takes=["企业和个人15%所得税优惠政策持续优化。", "对小规模纳税人按3%征收率减收增值税。"],
    refuses=["个人所得税增长15%。", "减免15%的企业所得税。", "税收占比达到80%。"],
    needs=["rate_of_tax"],
    needed="15% would be how far a policy has come",
)
def tax_rate(text: str, number: Number) -> bool:
    return number.in_dimension("percentage") and expression("rate_of_tax").match(text, number.bounded_end) is not None
