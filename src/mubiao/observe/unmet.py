"""Figures that are no target and no result because of how it went: negated, missed, changed, only planned, not finished."""

from __future__ import annotations

from mubiao.lexicon.expressions import expression, patterns
from mubiao.observe.beside import Around, around_it, in_front
from mubiao.observe.of_nothing import label_of_nothing, lead_or_gap, on_schedule, places_at_work, rate_of_several, some_unnamed, target_of_nothing
from mubiao.rule import rule


@rule(
    "the text says that it is no target",
    takes=["今年不设经济增长6%的具体目标。", "不以地区生产总值增长7%为唯一追求。", "取消固定资产投资增长12%的考核指标。"],
    refuses=["今年增长6%,不设上限。", "取消行政许可事项50项。"],
    needs=["stance.not_planned", "not_taken_for_before", "abolished_before"],
    needed="6% that nobody plans would be a target",
)
def not_planned(said: Around) -> bool:
    return in_front("not_planned", said) is not None or around_it("not_taken_for", said) or around_it("abolished", said)


@rule(
    "it was missed",
    takes=["地区生产总值增速未达到6%。", "未达到序时进度2项，为幼儿园覆盖率达80%、新建安置区5个。"],
    refuses=["增速达到6%,未完成的任务抓紧推进。", "达到序时进度2项，为幼儿园覆盖率达80%、新建安置区5个。"],
    needs=["stance.not_reached", "unmet_listed"],
    needed="6% that was not reached would be a result",
)
def not_reached(said: Around) -> bool:
    return in_front("not_reached", said) is not None or expression("unmet_listed").search(said.opening) is not None


@rule(
    "how far a target was missed or passed, told behind the target itself",
    takes=["招商引资到位资金离300亿元的目标还差40亿元。", "财政收入增长2%,与年初确定的6%的目标有较大差距。", "固定资产投资完成120亿元，超额完成5%。"],
    refuses=["投资超额完成年度目标20亿元。"],
    needs=["distance_before", "short_of_target", "passed_alone"],
    needed="what is missing, 40亿元, would be a result",
)
def distance_to_target(said: Around) -> bool:
    passed = said.percentage and not said.behind and expression("passed_alone").search(said.before) is not None
    return not said.compared and (passed or around_it("distance", said) or expression("short_of_target").search(said.before) is not None)


@rule(
    "what was only planned",
    takes=["计划改造的120个老旧小区,仍有15个没有完工。", "已完工18个,其余2个预计12月底前完工。"],
    refuses=["计划总投资300亿元。", "其余2个已经完工。", "完成投资3亿元，占计划投资的56.6%。"],
    needs=["planned_thing", "rest_before"],
    needed="120个 that were only planned would be a result",
)
def only_planned(said: Around) -> bool:
    return said.result and not said.compared and (expression("planned_thing").search(said.before) is not None or around_it("rest", said))


@rule(
    "it has not happened",
    takes=["原有50个口袋公园尚未建成。"],
    refuses=["建成50个口袋公园,10个尚在建设。"],
    needs=["stance.not_yet"],
    needed="50个 that are not there would be a result",
)
def not_yet(said: Around) -> bool:
    return patterns("stance")["not_yet"].search(said.behind) is not None


@rule(
    "it tells how many there are already or still, in a plan",
    takes=[
        "还有63万失能老人、158万残疾人。",
        "今年我区有17万应届大学生毕业,要解决好他们的就业。",
        "对已经谋划的1400个重点项目,要一个一个盯前期。",
    ],
    refuses=[
        "还有10个项目将于年内开工。",
        "还要新建学校3所。",
        "全市有10个项目开工。",
        "到2027年,全省有5家企业上榜。",
        "推动已签约的50个项目落地。",
        "对现有800公里绿波带进行优化。",
    ],
    needs=["still_there_before", "had_already_before"],
    needed="how many people are in need (63万), or how many ports there are, would be a target",
)
def still_there(said: Around) -> bool:
    if said.result or expression("still_there_behind").match(said.behind) is None:
        return False
    still = expression("still_there_before").search(said.before)
    return still is not None or expression("had_already_before").search(said.opening) is not None


@rule(
    "it is not finished",
    takes=["已完工12个,3个正在施工。"],
    refuses=["在建项目300个。"],
    needed="3个 that are being built would be a result",
)
def under_way(said: Around) -> bool:
    return expression("under_way").fullmatch(said.thing) is not None


@rule(
    "nothing is so",
    takes=["没有一家企业产值超过100亿元。"],
    refuses=["1家企业产值超过100亿元。"],
    needs=["stance.none_of"],
    needed="100亿元 that no firm reaches would be a result",
)
def none_of(said: Around) -> bool:
    return in_front("none_of", said) is not None


@rule(
    "it held before it was changed",
    takes=["原定目标6%调整为5%。"],
    refuses=["比原计划多建成50个口袋公园。", "原计划新建口袋公园12个,实际建成15个。"],
    needs=["stance.superseded", "changed_midway"],
    needed="6% that was given up would be a target beside 5%",
)
def superseded(said: Around) -> bool:
    match = in_front("superseded", said)
    compared = match is not None and expression("than_before").search(said.before, 0, match.start()) is not None
    changed = said.result and expression("changed_midway").search(said.before) is not None
    done = expression("done_in_fact").match(said.rest) is not None  # 原计划12个,实际建成15个: a target with its result
    return (match is not None and not compared and not done) or changed


@rule(
    "a budget, not what was taken or spent",
    takes=["全市财政收入年初预算1500亿元,完成1460亿元。", "一般公共预算收入预算为220亿元,实际完成215.6亿元。"],
    refuses=["一般公共预算收入1460亿元。", "税收收入1.2亿元，占调整预算92.5%。"],
    needs=["budgeted"],
    needed="1500亿元 of the budget would be a result beside 1460亿元",
)
def budget(said: Around) -> bool:
    return said.result and not said.compared and expression("budgeted").search(said.before) is not None


@rule(
    "what a standard allows",
    takes=["PM2.5年均浓度限值为35微克/立方米。"],
    refuses=["PM2.5年均浓度控制在35微克/立方米以内。"],
    needs=["standard_value"],
    needed="35 that a standard allows would be a result",
)
def standard(said: Around) -> bool:
    return expression("standard_value").search(said.thing) is not None


@rule(
    "how it was long ago",
    takes=["建市之初,全市仅有公路300公里。"],
    refuses=["改革开放以来,新建公路300公里。", "公路从建市之初的300公里发展到3000公里。"],
    needs=["long_ago"],
    needed="300公里 of long ago would be a result of the year",
)
def once(said: Around) -> bool:
    return expression("long_ago").search(said.opening) is not None


UNMET = (
    not_planned, not_reached, distance_to_target, target_of_nothing, on_schedule, places_at_work, rate_of_several, label_of_nothing, lead_or_gap,
    some_unnamed, only_planned, not_yet, still_there, under_way, none_of, superseded, budget, standard, once,
)  # fmt: skip
