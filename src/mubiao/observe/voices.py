"""Figures that somebody else says or has: asked for from above, quoted, a model's, another place's."""

from __future__ import annotations

from mubiao.lexicon.expressions import expression, patterns
from mubiao.lexicon.loader import load
from mubiao.observe.beside import Around, around_it
from mubiao.observe.place_named import whole
from mubiao.read.named_places import names_in_front
from mubiao.rule import rule


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
        "地区生产总值增长6%左右,国家定的是5%。",
    ],
    refuses=[
        "省里要求我市地区生产总值增长5.5%左右。",
        "市委提出,地区生产总值增长6%。",
        "完成省下达的公园建设任务30个。",
        "市定目标新建公园30个。",
        "我市确定地区生产总值增长6%。",
    ],
    needs=["demand_above", "aim_of_above", "demand_announced", "demand_behind_name"],
    needed="5.5% of the province would be a target of the city",
)
def demand_above(said: Around) -> bool:
    asked = expression("demand_above").search(said.before) or expression("aim_of_above").match(said.before)
    match = asked or expression("demand_announced").match(said.opening)
    if match is None:
        return _is_demand_of_another(said)
    told = match.groupdict()
    if told.get("whole"):
        all_of = whole(told["whole"], said.own)
        return all_of is not None and all_of.place != said.own
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
    "what states abroad do",
    takes=["美国、欧盟加征20%关税,给出口企业带来冲击。"],
    refuses=["对美国出口增长20%。"],
    needs=["stance.abroad"],
    needed="20% of other states would be a result of this place",
)
def abroad(said: Around) -> bool:
    return expression("abroad_acts").match(said.before) is not None


@rule(
    "how far it is ahead of another place or behind",
    takes=["与金华市相比,地区生产总值高5000亿元。", "同先进城市相比,研发投入强度低0.5个百分点。"],
    refuses=["与上年相比,研发投入强度高0.5个百分点。", "与金华市相比,我市增长6%。"],
    needs=["against_another"],
    needed="5000亿元 between two cities would be a result of this one",
)
def against_another(said: Around) -> bool:
    return expression("against_another").search(said.opening) is not None


@rule(
    "the level of a place above, in a bracket behind the place's own",
    takes=["全市地区生产总值增长7.5%(全省5.1%)。", "工业增加值增长7.5%(全省平均5.1%,全国4.6%)。"],
    refuses=["老城区地区生产总值增长7.5%(全市5.1%)。", "地区生产总值增长7.5%(全省新增5家)。"],
    needs=["level_alone"],
    needed="5.1% of the province would be a result of this place",
)
def level_alone(said: Around) -> bool:
    found = expression("level_alone").search(said.before)
    if found is None or not expression("bracket_closes").match(said.rest):
        return False
    above = whole(found["place"], said.own)
    return above is not None and above.place != said.own


@rule(
    "the level of another that it is held above or below, and not how far",
    takes=[
        "研发投入强度3.2%,高于全国2.6%的水平。",
        "地区生产总值增长6%,高于国家5%、全省5.5%的预期目标。",
        "财政收入增长9.3%,高于全国7.4%、全省7.8%和全市9%的增速。",
    ],
    refuses=["研发投入强度高于全国0.6个百分点的水平。", "研发投入强度高于全国平均水平0.6个百分点。"],
    needs=["level_behind"],
    needed="2.6% of the nation would be how far the city is above it",
)
def level_of_another(said: Around) -> bool:
    return said.compared and said.percentage and expression("level_behind").match(said.behind) is not None
