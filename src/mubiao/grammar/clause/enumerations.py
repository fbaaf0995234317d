"""Numbers that count no thing of this government: kinds, steps, items of the report itself, articles of a policy, what somebody above asks.

打造2类15个样板: 2类 are the kinds, 15个 is the quantity.
"""

from __future__ import annotations

from mubiao.grammar.clause.beside import LOOK, Beside
from mubiao.grammar.phrase import phrases
from mubiao.grammar.phrase.phrase import LISTED
from mubiao.grammar.words.classes import classes
from mubiao.grammar.words.edges import edges
from mubiao.grammar.words.things import heads
from mubiao.lexicon.expressions import expression
from mubiao.rule import rule

TITLE = "》"  # ends the title of a document


@rule(
    "counts the kinds in front of the real count",
    takes=["打造2类15个样板。", "推出3批60项惠企政策。", "打造2个类别15个样板。", "实施5个方面30项任务。"],
    refuses=["推广20种特色农产品。"],
    needs=["refusals.kinds"],
)
def kinds(case: Beside) -> bool:
    following = case.following
    kind = classes().kinds.tail(case.text, case.number.start, following.bounded_start) if following and case.counted_behind else None
    if following is None or kind is None:
        return False
    return expression("quantity").fullmatch(case.text, case.number.start, following.bounded_start - len(kind)) is not None


@rule(
    "counts the kinds of a thing of which a measure is told",
    takes=["10种有色金属产量增长5%。", "10种有色金属产量达到300万吨。", "12类商品零售额增长8%。"],
    refuses=["推广20种特色农产品。", "检测药品12种、器械8种。", "580种药品和26种医用耗材价格下降50%。"],
    needs=["refusals.kinds"],
    needed="10种 of 10种有色金属产量 would be an output",
)
def kinds_measured(case: Beside) -> bool:
    unit = case.number.unit
    if case.before or not case.counted_behind or unit is None or unit.name not in classes().kinds.words:
        return False
    noun = phrases.strip(case.text, case.begin, case.end, True)
    return heads().metric.tail(case.text, noun.start, noun.end) is not None


@rule(
    "what somebody above asks for",
    takes=["新农合参合率超过国家90%的要求。"],
    refuses=["新农合参合率超过90%。"],
    needs=["requirement"],
    needed="90% that the nation asks for would be a result",
)
def requirement(case: Beside) -> bool:
    asked = expression("requirement").search(case.text, max(case.low, case.front - LOOK), case.front)
    return asked is not None and expression("required_behind").match(case.text, case.number.bounded_end) is not None


@rule(
    "counts the steps of a size that were passed",
    takes=["五年来，经济总量连跨3个万亿元台阶。"],
    refuses=["地区生产总值突破2000亿元。"],
    needs=["steps"],
)
def steps(case: Beside) -> bool:
    return expression("steps").match(case.text, case.number.end) is not None


@rule(
    "counts the items of the report itself, where it does not say that they are done",
    takes=[
        "办好10件民生实事。",
        "今年重点抓好以下8个方面工作。",
        "从创新、协调6个维度设置主要指标。",
        "规划提出20项主要指标。",
        "这3项工作分别是：",
        "目标任务分解为50项重点工作。",
        "《纲要（草案）》安排了18个领域的重点任务。",
        "30个重大项目进展情况",
    ],
    refuses=["实施民生项目10个。", "10件民生实事全部办结。", "年初承诺的15件民生实事，全部高标准完成。", "高质量完成20件民生实事。"],
    needs=["refusals.list", "aims_set_before", "said_above", "list_reported"],
)
def list_count(case: Beside) -> bool:
    if expression("aims_set_before").search(case.text, case.low, case.front) and expression("aims_set_behind").match(case.text, case.begin):
        return True
    named = expression("said_above").search(case.text, case.low, case.front) or expression("list_reported").match(case.text, case.begin, case.high)
    if case.number.of("counted") and named:
        return True
    listed = classes().lists.head(case.text, case.begin, case.high + 1)
    if listed is None:
        return False
    done = case.number.of("counted") and (
        expression("list_is_done").match(case.text, case.begin + len(listed)) or expression("list_done").search(case.text, case.low, case.front)
    )
    return not done


@rule(
    "counts the names of places in front of it",
    takes=["迭部、碌曲、玛曲、镇原4县高速项目全部开工。", "宁海、象山2县新建学校30所。"],
    refuses=["迭部、碌曲、玛曲、镇原等12县高速项目全部开工。", "迭部、碌曲4个项目开工。"],
    needs=["places_named"],
    needed="4 would count 高速项目, of which nobody says how many there are",
)
def names_counted(case: Beside) -> bool:
    named = expression("places_named").search(case.text, case.low, case.front)
    many = case.number.value == case.text.count(LISTED, *named.span()) + 1 if named else False
    return many and expression("kind_of_place_behind").match(case.text, case.number.start, case.high) is not None


@rule(
    "counts those of which one is told of",
    takes=[
        "我市成为全国5个试点城市之一。",
        "跻身全省3个示范县之一。",
        "10家省实验室余杭占4席。",
        "长春入围国家首批20个试点城市。",
        "成功入围全国15个产教融合试点城市。",
        "成为我国第一个能同时靠泊5艘海峡型船舶的大港。",
    ],
    refuses=[
        "大海粮油等4家企业成为全国3个示范工程的承建单位。",
        "新增国家级试点城市5个。",
        "5个试点城市之间开通班列。",
        "21个学科进入全球前千分之一。",
        "新入选国家首批试点城市2个。",
    ],
    needs=["refusals.one_of", "some_seats", "listed_among", "list_entered"],
)
def one_of_them(case: Beside) -> bool:
    if not case.number.of("counted"):
        return False
    if expression("some_seats").match(case.text, case.begin, case.high):
        return True
    if not case.nothing_behind and expression("listed_among").search(case.text, case.low, case.front):
        return True  # 长春入围国家首批|20个|试点城市: so long is the list
    if expression("list_entered").search(case.text, case.low, case.front) and expression("listed_city").match(case.text, case.begin, case.high + 1):
        return True
    span = case.text, case.begin, case.end
    return classes().one_of.tail(*span) is not None and classes().part_of.tail(*span) is None


@rule(
    "counts how often the weather or the earth came down on a place",
    takes=["有效应对17轮强降雨。", "经受了25轮强降水和10个台风影响。", "遭遇暴雨12次。"],
    refuses=["新建3个台风避险点。", "应对17轮反倾销调查。"],
    needs=["weather", "weather_before"],
)
def weather(case: Beside) -> bool:
    if not case.number.of("counted"):
        return False
    return (
        expression("weather").match(case.text, case.begin, case.high) is not None
        or expression("weather_before").search(case.text, max(case.low, case.front - LOOK), case.front) is not None
    )


@rule(
    "counts the articles of a policy",
    takes=[
        "出台科技新政15条。",
        "制定支持民营经济发展若干措施33条。",
        "出台人才振兴60条。",
        "出台《促进消费措施》30条、《稳增长政策》50条。",
        "出台稳就业20条、稳外资21条等政策。",
        "出台稳增长26条等一揽子措施。",
    ],
    refuses=["开通公交线路15条。", "发布旅游线路10条。", "制定政府规章4项。", "出台配套措施126项。"],
    needs=["policy_issued", "refusals.policy", "》"],
)
def policy_count(case: Beside) -> bool:
    unit = case.number.unit
    if unit is None or unit.name not in classes().article.words:
        return False
    if case.noun.strip() and edges().joint.head(case.text, case.begin, case.end) is None:
        return False  # but 稳就业20条、稳外资|21条|等政策
    if case.before is not None and case.before.refused == policy_count.name and case.text.startswith(LISTED, case.before.bounded_end):
        return True
    issued = case.text.endswith(TITLE, case.low, case.front) or expression("policy_issued").search(case.text, case.low, case.front)
    return bool(issued) or classes().policy.tail(case.text, case.low, case.front) is not None
