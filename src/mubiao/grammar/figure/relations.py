"""Rules of targets without a number: each is an expression over one clause (expressions/figures.toml) that names the thing and what it is
measured against; what it tells of stands beside it."""

from __future__ import annotations

import re
from collections.abc import Callable

from mubiao.lexicon.expressions import expression
from mubiao.rule import Rule, Rules

Finder = Callable[[str, int, int], "re.Match[str] | None"]


def _finder(name: str) -> Finder:
    """The function of a rule: its expression, at the beginning of a span."""

    def find(text: str, start: int, end: int) -> re.Match[str] | None:
        return expression(name).match(text, start, end)

    return find


moves_with = Rule(
    "moves_with",
    "a thing moves with another",
    takes=[
        "城乡居民人均可支配收入与经济增长同步。",
        "居民收入和经济发展保持同步。",
        "居民人均可支配收入增长与经济增长基本同步。",
    ],
    refuses=[
        "坚持经济发展与环境保护同步推进。",
    ],
    apply=_finder("moves_with"),
)

is_above = Rule(
    "is_above",
    "a thing is above or below another",
    takes=[
        "规上工业增加值增速高于全国平均水平。",
        "农村居民收入增速快于城镇居民。",
        "城镇调查失业率低于全国平均水平。",
    ],
    refuses=[
        "规上工业增加值增速高于全国平均水平2个百分点。",
        "按照本市快于全省平均水平，提出增长目标。",
        "民间投资占比高于50%。",
    ],
    apply=_finder("is_above"),
)

stays_above = Rule(
    "stays_above",
    "a thing stays above a level",
    takes=[
        "农民收入增速保持在全国平均水平以上。",
    ],
    refuses=[
        "农民收入增速保持在8%以上。",
    ],
    apply=_finder("stays_above"),
    needed="a target that is told without a number (保持在全国平均水平以上) would be lost",
)

set_for_it = Rule(
    "set_for_it",
    "what was set by somebody above is fulfilled",
    takes=[
        "节能减排完成上级下达任务。",
        "能源和环境指标完成国家下达的目标任务。",
        "节能减排和碳排放强度下降完成国家下达任务。",
        "单位能耗下降率完成经国家审核衔接后确定的目标。",
    ],
    refuses=[
        "节能减排完成任务。",
    ],
    apply=_finder("set_for_it"),
)

what_was_set = Rule(
    "what_was_set",
    "what somebody above set is fulfilled, named behind",
    takes=[
        "完成省下达的节能减排任务。",
    ],
    refuses=[
        "完成节能减排任务。",
    ],
    apply=_finder("what_was_set"),
)

within_bounds = Rule(
    "within_bounds",
    "a thing is kept within bounds set by somebody above",
    takes=[
        "单位能耗控制在自治区要求范围内。",
    ],
    refuses=[
        "单位能耗降幅控制在4%以内。",
    ],
    apply=_finder("within_bounds"),
)

keeps_share = Rule(
    "keeps_share",
    "a thing keeps its share",
    takes=[
        "外贸自营进出口总额保持全国占比份额。",
    ],
    refuses=[
        "外贸进出口总额保持快速增长。",
    ],
    apply=_finder("keeps_share"),
)

trend = Rule(
    "trend",
    "a thing only rises or falls",
    takes=[
        "城乡居民收入倍差持续缩小。",
        "粮食播种面积只增不减。",
        "外贸进出口实现正增长。",
    ],
    refuses=[
        "城乡居民收入倍差缩小到1.95倍。",
    ],
    apply=_finder("trend"),
)

moves_with_it = Rule(
    "moves_with_it",
    "the thing of the number in front moves with another",
    takes=[
        "居民人均可支配收入增长5%左右、与经济增长同步。",
        "居民人均可支配收入增长5%左右，与经济增长基本同步。",
    ],
    refuses=[
        "地区生产总值增长5%左右，居民收入与经济增长同步。",
    ],
    apply=_finder("moves_with_it"),
    needed="a target that is told without a number (与经济增长同步) would be lost",
)

is_above_it = Rule(
    "is_above_it",
    "the thing of the number in front is above or below another",
    takes=[
        "固定资产投资增长5%以上，确保不低于全省平均水平。",
    ],
    refuses=[
        "固定资产投资增长5%以上，居民收入增速高于全省平均水平。",
    ],
    apply=_finder("is_above_it"),
    needed="a target that is told without a number (不低于全省平均水平) would be lost",
)


# In the order in which they are tried; the expression of a rule has its name.
RULES = Rules("relative", moves_with, is_above, stays_above, set_for_it, what_was_set, within_bounds, keeps_share, trend)

# The same, behind a number of the thing: 增长5%左右、与经济增长同步.
OF_THE_SAME = Rules("relative", moves_with_it, is_above_it)

# The relation that a rule tells of; of the others the word that was said tells it.
RELATIONS = {
    moves_with.name: "with",
    stays_above.name: "at_least",
    set_for_it.name: "set",
    what_was_set.name: "set",
    within_bounds.name: "set",
    keeps_share.name: "share",
    trend.name: "trend",
    moves_with_it.name: "with",
}
