"""Figures that hold on a condition, or for whom or until when is not told: supposed, a step of a reckoning, a reward."""

from __future__ import annotations

from mubiao.lexicon.expressions import expression, patterns
from mubiao.observe.beside import Around, around_it
from mubiao.rule import rule


@rule(
    "its sentence only supposes",
    takes=[
        "如果地区生产总值增长8%,财政收入才能平衡。",
        "若外部需求下降则出口增长2%。",
        "若外需回暖出口可增长10%。",
        "如遇极端天气粮食产量下降4%。",
        "只有年均增长8%以上,总量才能翻番。",
        "若外部环境好转,力争出口增长10%。",
        "一旦降雨量超过100毫米,立即启动应急响应。",
        "按地区生产总值年均增长6%测算,总量将翻番。",
    ],
    refuses=["地区生产总值增长8%,如期完成。", "全市只有3家上市公司。", "在确保安全的前提下,新建学校10所。", "如期完成改造,出口增长10%。"],
    needs=["stance.if", "only_if", "on_condition", "on_condition_before", "on_condition_planned", "reckoned_with_before"],
    needed="8% that is only supposed would be a target",
)
def supposed(said: Around) -> bool:
    planned = not said.result and expression("on_condition_planned").search(said.opening) is not None
    asked = patterns("stance")["if"].search(said.opening) or expression("on_condition").search(said.opening)
    if around_it("reckoned_with", said) or expression("on_condition_before").search(said.before):
        return True
    return planned or asked is not None or expression("only_if").match(said.opening + said.rest) is not None


@rule(
    "what one step more brings",
    takes=["财政资金每投入1元带动社会投资8元。", "每提高城镇化率1个百分点,可新增消费15亿元。", "高铁每开通100公里可带动投资50亿元。"],
    refuses=["就业增长2万人。", "每年新增绿道100公里,可带动消费50亿元。"],
    needs=["stance.step", "step_taken", "step_before"],
    needed="8元 for each one would be a result, and 1元 too",
)
def per_step(said: Around) -> bool:
    if around_it("step", said):
        return True
    return patterns("stance")["step"].search(said.before) is not None or expression("step_taken").search(said.opening) is not None


@rule(
    "it says who is rewarded, and with how much",
    takes=[
        "对地区生产总值增长超过8%的县市给予奖励500万元。",
        "对产值增速超过15%的企业,一次性奖励50万元。",
        "对研发投入增长超过20%的企业,按增量的10%给予补助。",
        "对新认定的国家级专精特新企业给予100万元奖励。",
        "单项补贴最高不超过200万元。",
        "企业年营收首次突破1亿元的奖励50万元。",
        "新能源汽车每辆补贴8000元。",
    ],
    refuses=["对口帮扶地区生产总值增长8%。", "对困难群众发放补助3000万元。", "发放500万元的奖励，培育企业5家。"],
    needs=[
        "whom_it_is_for",
        "reward_promised",
        "rate_of_reward_before",
        "reward_of_class",
        "reward_ceiling",
        "sum_of_reward_before",
        "sum_for_each_thing",
    ],
    needed="8% and 500万元 of those who are rewarded would be targets",
)
def reward(said: Around) -> bool:
    whom = expression("whom_it_is_for").search(said.before) is not None and expression("reward_behind").match(said.rest) is not None
    promised = not said.result and expression("reward_promised").search(said.opening) is not None
    asked = expression("sum_for_each_thing").search(said.before) or expression("reward_ceiling").search(said.opening)
    given = asked is not None or around_it("sum_of_reward", said) or around_it("rate_of_reward", said)
    return whom or promised or given or expression("reward_of_class").search(said.opening) is not None


@rule(
    "it says who may have something",
    takes=["企业年营业收入达到2000万元即可纳入规上统计。", "研发投入强度超过3%的企业,方可申报。"],
    refuses=["企业年营业收入达到2000万元。"],
    needs=["allowed_behind"],
    needed="2000万元 that a firm must have would be a target",
)
def entitled(said: Around) -> bool:
    return expression("allowed_behind").match(said.rest) is not None


@rule(
    "what something turned from",
    takes=["进出口由上年增长5%转为下降2%。", "旅游收入下降30%的局面得到扭转。"],
    refuses=["进出口由负转正,增长5%。", "出口保持增长6%的态势。"],
    needs=["turned_from", "overcome"],
    needed="5% of the year before would be a result of this one",
)
def turned_from(said: Around) -> bool:
    turned = expression("turned_from").search(said.before) is not None and expression("turned_to").match(said.behind) is not None
    return turned or expression("overcome").match(said.behind) is not None


@rule(
    "until when it is planned is not said in years",
    takes=["到本届政府任期末,建成保障房3万套。", "到本世纪中叶,人均生产总值达到30万元。"],
    refuses=["本届政府任期内累计建成保障房3万套。"],
    needs=["end_of_term"],
    needed="3万套 would be a target of this year",
)
def term_of_office(said: Around) -> bool:
    return not said.result and expression("end_of_term").search(said.opening) is not None


@rule(
    "what something will bring once it runs; when that is, is not said",
    takes=["项目全部投产后，预计销售收入将达到88亿元。", "项目达产后，将实现销售收入88亿元。"],
    refuses=["项目投产后，去年实现销售收入88亿元。", "项目将在6月建成，实现销售收入88亿元。"],
    needed="88亿元 of years to come would be a result of the last one",
)
def once_running(said: Around) -> bool:
    return expression("once_running").search(said.opening) is not None


@rule(
    "what a plan of several years asks for; when it ends is not said",
    takes=["完成三年行动计划确定的新建充电桩3万个任务。"],
    refuses=["实施三年行动计划,新建充电桩3万个。"],
    needs=["of_several_years_plan"],
    needed="3万个 of three years would be a target of this one",
)
def plan_of_several_years(said: Around) -> bool:
    return expression("of_several_years_plan").search(said.before) is not None
