"""Numbers that say how large a thing is that is counted or told of: 10亿元以上|项目40个, 总投资50亿元的|项目3个, 年产15万吨|原丝项目."""

from __future__ import annotations

from mubiao.grammar.clause.beside import LOOK, Beside
from mubiao.grammar.clause.classed import classed, passed_by_those
from mubiao.grammar.phrase import phrases
from mubiao.grammar.words.classes import classes
from mubiao.grammar.words.numbers import verbs
from mubiao.grammar.words.things import sized_together
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.rule import rule

LONGEST = 14  # characters of a noun between a threshold and the count behind it
NEAR = 6  # of its first characters one begins what the unit measures


@rule(
    "says which class is counted",
    takes=[
        "新招引10亿元以上先进制造业项目40个。", "总收入120万元以上、经营性收入50万元以上行政村占比达到75%。", "300人以上企业工会组建率达到95%。",
        "500万元以上固定资产投资11388.9亿元。", "引进省外单项投资5000万元以上工业项目资金828.6亿元。",
        "安排1000亿日元以上项目3个。", "20万以上人口县实现高速公路全覆盖。", "规上企业350家，其中10亿元以上的占8%。",
    ],
    refuses=["吸引10亿元社会资本参与城市更新。", "盘活3万亩闲置土地。", "选派1200名以上科技特派员。", "引进100名以上省外教师开展帮扶。",
        "为110户企业减税降费1669万元。", "实现地区生产总值4800亿元左右（预计数，下同）。", "新增2户产值超50亿元的企业。",
    ],
)  # fmt: skip
def threshold(case: Beside) -> bool:
    number, noun = case.number, case.noun
    if _is_total(case) or _begins_change(case) or _pays_for(case) or _is_served(case) or passed_by_those(case):
        return False
    if number.after and number.of("money") and expression("invested_above").match(case.text, case.begin, case.high):
        return True
    passed = number.before and number.of("money")  # 百亿元企业35家,其中超千亿元|3家
    if case.counted_behind and not noun and (case.of or number.after or passed) and number.of("scale"):
        return True
    if number.after and number.of("scale") and expression("has_share").match(case.text, number.bounded_end, case.high):
        return True  # 其中50万元以上的|占32%
    if number.of("rate"):
        reached = case.following is not None and case.following.before
        return bool(number.after) and case.of and case.counted_behind and not case.nothing_behind and not reached
    if not number.of("scale") or case.nothing_behind or _is_stuff(case):
        return False
    if number.after:
        return case.counted_behind or not _counts_persons(case)
    if not case.counted_behind or len(noun) > LONGEST:
        return False
    verb = any(verbs().head(case.text, position, case.end) for position in range(case.begin, case.end - 1))
    return not verb and not attribute.apply(case)


@rule(
    "how large a share of the whole a thing has that is told of",
    takes=["占比63.3%的电力供应业增长6.5%。", "占规上工业67.5%的汽车制造业增加值增长8.6%。"],
    refuses=["电力供应业占比达到63.3%。", "60%的行政村集体收入达到30万元以上。"],
    needs=["share_it_has"],
    needed="6.5% would be what a share of something has reached, and the branch would be lost",
)
def share_it_has(case: Beside) -> bool:
    found = expression("share_it_has").search(case.text, case.low, case.high) if case.number.of("rate") else None
    return found is not None and found.start() < case.number.start < found.end()


@rule(
    "describes the thing that is counted",
    takes=[
        "开工建设总投资50亿元的项目3个。", "完成能耗超2000吨标准煤重点企业节能诊断。", "成为北方第一个过10万亿元省份。",
        "2座35万千瓦光热发电项目开工。", "新建存栏2000头奶牛场5个。", "新建5家100张床位以上的养老机构。", "年产15万吨原丝项目投产。",
        "人均纯收入1万元以下且有劳动能力的脱贫户动态清零。", "含油量66%的油菜品种培育成功。", "投资近千亿元、全长1.3万公里的旅游公路贯通。",
        "发挥100亿元产业引导基金作用。", "总投资12亿元光伏项目开工建设。", "日处理1200吨垃圾处理场开工。", "建设20万吨储备库。",
        "税收超千万元企业，由20家增加到50家。",
        "新建100张床位以上养老机构5家。", "建设辐射周边2000万人口的商圈。",
    ],
    refuses=["项目完成总投资50亿元。", "出栏生猪2000头。", "扶持养殖户2000户。", "水稻年产15万吨。", "新增床位100张以上。", "服务群众2000万人。"],
)  # fmt: skip
def attribute(case: Beside) -> bool:
    number = case.number
    if number.of("money") and expression("made_use_of").search(case.text, case.low, case.front):
        return True  # 发挥|100亿元|产业引导基金作用: money that is there already
    alone = number.of("money") and expression("sum_in_front").search(case.text, case.low, case.front)
    if alone and expression("work_of_sum").match(case.text, number.bounded_end, case.high):
        return True  # 总投资|12亿元|光伏项目开工建设
    if classed(case):
        return True
    if number.of("rate") or not number.of("scale") or case.nothing_behind or _is_stuff(case) or _is_total(case):
        return False
    if (case.after_count and not _are_its_persons(case)) or expression("first_of_kind").search(case.text, case.low, case.front):
        return True
    if expression("sized_by").search(case.text, case.low, case.front) or _is_example(case) or _is_output(case) or _is_plant(case):
        return True
    said = case.text[case.low : case.front].strip()
    if case.of and said and not classes().carrier.tail(case.text, case.begin, case.end) and not _is_solved_for(case):
        return True
    if number.before and said and expression("places_of_size").match(case.text, number.bounded_end, case.high):
        return True
    verb_behind = verbs().head(case.text, case.begin, case.end) is not None
    return bool(number.before and said) and not verb_behind and case.following is None and number.of("class")


def _is_total(case: Beside) -> bool:
    """总投资|2万亿元|的389个项目: the money of all that is counted behind it."""
    whole = case.of and case.counted_behind and not case.noun and not case.number.after and case.number.of("money")
    return whole and case.following is not None and case.following.of("counted") and classes().total.tail(case.text, case.low, case.front) is not None


def _is_example(case: Beside) -> bool:
    """150万吨|芳烃、乐平水利枢纽等项目: the size of a plant that is named as an example of what is told of."""
    if case.number.of("counted") or case.begin >= case.end or verbs().head(case.text, case.begin, case.end):
        return False
    return expression("example_behind").match(case.text, case.begin, case.high) is not None


def _is_output(case: Beside) -> bool:
    """年产|15万吨|原丝项目: what a plant is built to make."""
    front = max(case.low, case.front - LOOK)
    made = expression("made_by").search(case.text, front, case.front)
    return made is not None and expression("plant").match(case.text, case.begin, case.high) is not None


def _is_plant(case: Beside) -> bool:
    """80万吨|煤制油项目, 20亿立方米/年|煤制天然气项目: how much a plant makes; tonnes of nothing else stand in front of one."""
    unit = case.number.unit
    return (
        unit is not None
        and unit.dimension.partition("/")[0] in ("mass", "volume")
        and expression("plant_by_mass").match(case.text, case.begin, case.high) is not None
    )


def _are_its_persons(case: Beside) -> bool:
    """6471户|1.97万人: the persons of the households counted in front; 36条|120公里, 465幢|23万平方米: how large the things are together."""
    before, number = case.before, case.number
    if before is None or before.unit is None or number.unit is None:
        return False
    return sized_together(before.unit.name, number.unit.dimension) or (number.in_dimension("person") and before.in_dimension("household"))


def _begins_change(case: Beside) -> bool:
    """由|66户|整合至12户: where a change began is no class of what is counted behind it."""
    if case.following is None or not expression("base").search(case.text, case.low, case.front):
        return False
    return expression("base_to").fullmatch(case.text, case.number.bounded_end, case.following.bounded_start) is not None


def _pays_for(case: Beside) -> bool:
    """投入|9.7亿元|建设海湾新区10所学校: money for what is made with it."""
    if case.number.after or not case.number.of("money") or not expression("puts_in").search(case.text, case.low, case.front):
        return False
    return expression("makes_with_it").match(case.text, case.begin, case.high) is not None


def _is_served(case: Beside) -> bool:
    """为|110户|企业减税降费1669万元: those for whom something is done are counted themselves."""
    serving = load().words["modifiers"]["serving"]
    return not case.number.after and case.number.of("counted") and case.text.endswith(tuple(serving), case.low, case.front)


def _counts_persons(case: Beside) -> bool:
    """1200名以上|科技特派员: the noun itself names whom the unit counts."""
    if case.number.in_dimension("person") and expression("aged").match(case.text, case.begin, case.high):
        return True
    if not case.number.in_dimension("person"):
        return False
    ends = (end for end in range(case.begin + 2, case.end + 1) if end == case.end or verbs().head(case.text, end, case.end))
    return any(classes().person.tail(case.text, case.begin, end) for end in ends)  # 100名以上|校长、教师|开展帮扶


def _is_solved_for(case: Beside) -> bool:
    """解决了|1.8万人|的饮水困难: people whose trouble is what was counted."""
    front = phrases.strip(case.text, case.low, case.front, False)
    return front.empty and front.action is not None and case.number.in_dimension("person", "household")


def _is_stuff(case: Beside) -> bool:
    """Whether the noun is what the unit measures: 3亿元社会资本, 2万名老年人, 40户中小企业; 20万人口县 are counties."""
    stuff, noun = classes().stuff, case.noun
    if case.number.in_dimension("household") and expression("kept_in_households").match(case.text, case.begin, case.end):
        return True
    if case.number.in_dimension("score") or expression("populous").match(noun):
        return False  # 600分以上|考生: nobody is counted by marks
    near = range(min(len(noun), NEAR))  # 5000万元以上|工业项目资金: things of that size first, and only then their money
    things = next((at for at in near if case.number.after and classes().class_noun.head(noun, at, len(noun))), NEAR)
    return any(stuff.head(noun, at, len(noun)) for at in near[:things])
