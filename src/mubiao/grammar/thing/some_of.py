"""How many of the things counted in front did something: 33个|大类行业|中,有25个行业|增加值同比增长."""

from __future__ import annotations

from mubiao.grammar.thing.case import LOOK, Case
from mubiao.grammar.thing.found import Found, one
from mubiao.lexicon.expressions import expression
from mubiao.rule import rule


@rule(
    "those of the things counted in front that did something",
    takes=[
        "38项创建指标有18项位居全区前列。",
        "33个大类行业中，有25个行业增加值同比增长。",
        "42个市直部门中30个完成任务。",
        "15件民生实事中，12件已全面完成。",
    ],
    refuses=["33个大类行业增加值同比增长。", "在建项目中，有25个竣工。", "30个县中，有12个低于全省平均水平3个百分点以上。"],
    needed="in bulletins 33个大类行业中，有25个行业增加值增长 would count branches that nobody can look up",
)
def some_of(case: Case) -> Found | None:
    """33个大类行业中,有25个|行业增加值同比增长: the noun in front, and what they did, without the noun where that is said again."""
    number, text = case.segment.number, case.text
    if not case.alone or not number.of("counted"):
        return None
    among = expression("among_counted").search(text, max(0, number.bounded_start - LOOK), number.bounded_start)
    did = expression("some_did").match(text, number.bounded_end) if among else None
    if among is None or did is None:
        return None
    (low, high), (begin, stop) = among.span("whole"), did.span("did")
    again = next((end for end in range(begin + high - low, begin + 1, -1) if text.find(text[begin:end], low, high) >= 0), begin)
    if again >= stop:
        return None
    case.phrase.predicate.clear()  # 中|有|25个: nothing is reached
    return one((low, high), (again, stop), heads=False)


@rule(
    "those of the things counted in front that did something, where they are not named again",
    takes=["形成制度集成创新案例173项，82项获国家层面认可。", "实施重点项目120个，85个开工建设，30个建成投产。"],
    refuses=[
        "新建学校30所，8家企业上市。",
        "新建学校30所，8家入选国家级名单。",
        "新建学校30所，引进8所。",
        "新增床位300张。其中8张投入使用。",
        "5位科学家当选院士，47人入选国家人才计划。",
    ],
    needed="82项 would be of 获国家层面认可, which is no thing",
)
def some_did(case: Case) -> Found | None:
    """制度集成创新案例|173项,82项|获国家层面认可: of what the sentence counted last in the same unit."""
    state, number = case.state, case.segment.number
    if not case.alone or not case.phrase.empty or case.phrase.action or not number.of("counted") or number.unit is None:
        return None
    if number.in_dimension("person"):  # 47人入选: the unit says what is counted
        return None
    if not state.head or state.head[0][0] < state.sentence[0] or number.unit.name not in (state.read.unit, state.head_unit):
        return None
    did = expression("did_then").match(case.text, number.bounded_end, case.segment.clause[1])
    return one(*state.head, did.span("did"), heads=False) if did else None
