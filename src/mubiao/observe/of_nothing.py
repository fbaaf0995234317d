"""Figures that measure nothing of their own: how much of a list is on schedule, at what rate, and targets that do not say of what."""

from __future__ import annotations

from mubiao.grammar.words.things import nouns
from mubiao.lexicon.expressions import expression
from mubiao.observe.beside import Around
from mubiao.rule import rule


@rule(
    "the target of a year without what it is of",
    takes=[
        "超额完成全年5.5%的增长目标。",
        "地区生产总值增长6.1%,高于全国5%的预期目标。",
        "改造管网23公里,超额完成20公里的节点目标。",
        "固定资产投资增长目标省里定7%,我市按8%安排。",
        "单位GDP能耗下降4.1%,低于年度目标8%。",
    ],
    refuses=["地区生产总值增长5.8%,实现了5.5%以上的目标。", "规上工业增加值增长8.2%,超年度目标1个百分点。"],
    needed="5.5% would be a target of nothing",
)
def target_of_nothing(said: Around) -> bool:
    """Or of what is told another way: behind a fall nobody says whether 低于年度目标8% is the target or how far it was missed."""
    held = expression("aim_named_before").search(said.before) if said.percentage else None
    missed = held is not None and not held["above"] and "%" in said.opening
    return missed or expression("only_target").fullmatch(said.thing) is not None


@rule(
    "a noun that says nothing alone, where no words in front say of what it is",
    takes=[
        "整合各类资金4.5亿元。",
        "安排资金148亿元。",
        "品牌价值达到45亿元。",
        "新增规上企业12家，实施项目53个。",
        "投资14亿元，基地建设顺利推进。",
    ],
    refuses=[
        "整合各类涉农资金4.5亿元。",
        "茶叶综合产值50亿元，品牌价值达到45亿元。",
        "全年实施项目53个。",
        "在建项目125个，竣工22个。",
        "新引进企业4家，新投产项目1个。",
        "完成投资14亿元，基地建设顺利推进。",
    ],
    needed="4.5亿元 would be a result of 各类资金, which the next report counts for something else",
)
def nothing_alone(said: Around) -> bool:
    """项目 is all that a place has at the head of a sentence; 投资 by itself is what the next words would say; a budget has 收入."""
    if said.scope and expression("budget_called").search(said.scope):
        return False
    own = said.before.endswith(said.thing) or said.behind.startswith(said.thing)  # 在建项目125个,|竣工|22个 says it of those in front
    little = own and said.thing in nouns()["says_little"] and expression("begun_or_done").search(said.before) is None
    behind = little and expression("told_in_front").search(said.opening) is not None
    laid_out, bare = (expression(name).fullmatch(said.before) for name in ("money_laid_out", "bare_money"))
    money = (laid_out and laid_out["alone"]) or (bare and bare["money"])
    return behind or said.thing in nouns()["says_nothing"] or (money == said.thing and not said.compared)


@rule(
    "how many items of a list are on schedule or late: progress, and no thing of its own",
    takes=["26个项目进展缓慢。", "正常推进的有4项。", "达到序时进度44项、占比80%。", "14个事项已提前完成全年任务。", "4个项目完成全年目标。"],
    refuses=[
        "10个项目建成投用。",
        "21个城市更新项目有序推进。",
        "完成投资3亿元，占年度任务的60%。",
        "52项民生实事全部超额完成。",
    ],
    needs=["items_on_schedule", "had_on_schedule"],
    needed="26个 would be a result of 项目滞后, which another list counts anew",
)
def on_schedule(said: Around) -> bool:
    """And what share of the list they are."""
    had = expression("had_on_schedule")
    in_front = not said.compared and had.search(said.before) is not None
    behind = said.counted and expression("items_on_schedule").match(said.behind) is not None
    return in_front or behind or had.search(said.thing) is not None


@rule(
    "how many places there are in which the next number of the clause is counted or measured",
    takes=["在荷兰等13个国家投运海外仓36个。", "64个县市新增城镇常住人口30.5万人。", "89个开发区规上工业总产值占全省比重达78%。"],
    refuses=["国际通道通达127个国家。", "19个国家实现直航。", "覆盖30个国家、50个港口。"],
    needs=["places_at_work"],
    needed="13个 would be a result of 国家, of which nobody knows which are counted",
)
def places_at_work(said: Around) -> bool:
    found = expression("places_at_work").match(said.behind) if said.counted else None
    return found is not None and found["place"] == said.thing


@rule(
    "a rate of fulfilment of several things together, of which none has it",
    takes=["新增养老床位120张、助餐点23个，整体完成率112%。"],
    refuses=["新增养老床位120张，完成率112%。", "国企改革总体完成率达76%。"],
    needs=["rate_of_several"],
    needed="112% of all that an item names would be told of the last of it",
)
def rate_of_several(said: Around) -> bool:
    return expression("rate_of_several").search(said.before) is not None


@rule(
    "by how much a lead or a gap became wider or narrower, which is told of no figure",
    takes=["规上工业增加值增长8%，高于全国3个百分点，领先幅度扩大0.2个百分点。", "投资增长5%，与全国差距缩小0.5个百分点。"],
    refuses=["规上工业增加值增长8%，领先全国3个百分点。", "城乡居民收入差距缩小0.02。"],
    needs=["lead_or_gap"],
    needed="0.2 by which a lead became wider would be the lead itself",
)
def lead_or_gap(said: Around) -> bool:
    return expression("lead_or_gap").search(said.before) is not None


@rule(
    "what some did whom nobody names",
    takes=["个别县财政自给率不足10%。", "少数企业亏损面超过30%。"],
    refuses=["贫困县财政自给率不足10%。", "个别化教学班30个。"],
    needs=["some_unnamed"],
    needed="10% would be the rate of all counties",
)
def some_unnamed(said: Around) -> bool:
    return expression("some_unnamed").search(said.before) is not None


@rule(
    "nothing but the label of what was done, and no goal in front of which it says more",
    takes=["新引进亿元项目6个。进展：签约8个。"],
    refuses=["新引进亿元项目6个。进展：签约项目8个。"],
    needs=["only_label"],
    needed="8个 would be a result of 进展",
)
def label_of_nothing(said: Around) -> bool:
    return expression("only_label").fullmatch(said.thing) is not None
