"""Figures that somebody else says, or that are only supposed: asked for from above, quoted, a model's, a reward, a condition."""

from __future__ import annotations

from mubiao.lexicon.expressions import expression, patterns
from mubiao.lexicon.loader import load
from mubiao.observe.beside import Around, around_it
from mubiao.observe.whose import place_above
from mubiao.read.named_places import names_in_front
from mubiao.rule import rule


@rule(
    "its sentence only supposes",
    takes=[
        "如果地区生产总值增长8%,财政收入才能平衡。",
        "若外部需求下降则出口增长2%。",
        "如遇极端天气粮食产量下降4%。",
        "只有年均增长8%以上,总量才能翻番。",
        "若外部环境好转,力争出口增长10%。",
        "一旦降雨量超过100毫米,立即启动应急响应。",
        "按地区生产总值年均增长6%测算,总量将翻番。",
    ],
    refuses=["地区生产总值增长8%,如期完成。", "全市只有3家上市公司。", "在确保安全的前提下,新建学校10所。", "如期完成改造,出口增长10%。"],
    needs=["stance.if", "only_if", "on_condition", "on_condition_planned", "reckoned_with_before"],
    needed="8% that is only supposed would be a target",
)
def supposed(said: Around) -> bool:
    planned = not said.result and expression("on_condition_planned").search(said.opening) is not None
    asked = patterns("stance")["if"].search(said.opening) or expression("on_condition").search(said.opening)
    if around_it("reckoned_with", said):
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
    "a government above speaks of its own figures",
    takes=[
        "省里要求全省地区生产总值增长5.5%左右。",
        "省里下达公园建设任务30个。",
        "省定目标新建公园30个。",
        "我省确定地区生产总值增长5.5%。",
        "中央经济工作会议提出,赤字率按4%安排。",
        "浙江省提出研发投入强度达到3.3%。",
        "党中央、国务院提出,居民消费价格涨幅2%左右。",
    ],
    refuses=[
        "省里要求我市地区生产总值增长5.5%左右。",
        "市委提出,地区生产总值增长6%。",
        "完成省下达的公园建设任务30个。",
        "市定目标新建公园30个。",
        "我市确定地区生产总值增长6%。",
    ],
    needs=["demand_above", "demand_announced", "demand_behind_name"],
    needed="5.5% of the province would be a target of the city",
)
def demand_above(said: Around) -> bool:
    match = expression("demand_above").search(said.before) or expression("demand_announced").match(said.opening)
    if match is None:
        return _is_demand_of_another(said)
    told = match.groupdict()
    if told.get("whole"):
        return place_above(told["whole"], said.own)[0] is not None
    itself = said.own.level == "province" and match[0].startswith(tuple(load().words["places"]["province_word"]))
    return not itself and (not told.get("city") or said.own.level == "county")


def _is_demand_of_another(said: Around) -> bool:
    """浙江省提出…: a place that the text calls by its name."""
    name = names_in_front().head(said.before, 0, len(said.before))
    return name is not None and name not in said.own.names and expression("demand_behind_name").match(said.before, len(name)) is not None


@rule(
    "what a model has reached",
    takes=["学习杭州市数字经济核心产业增加值增长10%的经验。"],
    refuses=["学习培训5000人次。"],
    needs=["follows_model"],
    needed="10% of another city would be a target of this one",
)
def model(said: Around) -> bool:
    return expression("follows_model").search(said.before) is not None and expression("model_behind").match(said.behind) is not None


@rule(
    "somebody else says it",
    takes=[
        "有的同志提出地区生产总值增长10%。",
        "部分委员建议新建医院5家。",
        "据世界银行预测,今年世界贸易增长2.5%。",
        "世界银行将全球经济增速下调至2.6%。",
    ],
    refuses=["办理代表建议313件。"],
    needs=["stance.speaker", "somebody_says", "forecast", "proposed_before"],
    needed="10% that somebody proposes would be a target",
)
def quoted(said: Around) -> bool:
    return around_it("proposed", said) or any(
        found.search(said.opening) for found in (patterns("stance")["speaker"], expression("somebody_says"), expression("forecast"))
    )


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
    "what states abroad do",
    takes=["美国、欧盟加征20%关税,给出口企业带来冲击。"],
    refuses=["对美国出口增长20%。"],
    needs=["stance.abroad"],
    needed="20% of other states would be a result of this place",
)
def abroad(said: Around) -> bool:
    return expression("abroad_acts").match(said.before) is not None


@rule(
    "another place, told to hold this one against it",
    takes=["深圳战略性新兴产业增加值占比超过40%,而我市仅为18%。"],
    refuses=["战略性新兴产业增加值占比超过40%,而我市去年仅为18%。"],
    needs=["own_behind"],
    needed="40% of another city would be a result of this one",
)
def held_against(said: Around) -> bool:
    name = names_in_front().head(said.before, 0, len(said.before))
    return name is not None and name not in said.own.names and expression("own_behind").match(said.rest) is not None


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
    takes=["到本届政府任期末,建成保障房3万套。"],
    refuses=["本届政府任期内累计建成保障房3万套。"],
    needs=["end_of_term"],
    needed="3万套 would be a target of this year",
)
def term_of_office(said: Around) -> bool:
    return not said.result and expression("end_of_term").search(said.opening) is not None


@rule(
    "what a plan of several years asks for; when it ends is not said",
    takes=["完成三年行动计划确定的新建充电桩3万个任务。"],
    refuses=["实施三年行动计划,新建充电桩3万个。"],
    needs=["of_several_years_plan"],
    needed="3万个 of three years would be a target of this one",
)
def plan_of_several_years(said: Around) -> bool:
    return expression("of_several_years_plan").search(said.before) is not None


VOICES = (
    supposed, per_step, demand_above, model, quoted, reward, entitled, abroad, held_against, turned_from, term_of_office, plan_of_several_years,
)  # fmt: skip
