"""One number that is told of each member of a list: 固定资产投资、工业投资均增长10%."""

from __future__ import annotations

from collections.abc import Sequence

from mubiao.grammar.numbers.spelled import doubling
from mubiao.grammar.phrase.phrase import MOVES
from mubiao.grammar.thing import coordinate
from mubiao.grammar.thing.case import Case
from mubiao.grammar.thing.found import Found
from mubiao.grammar.thing.head import with_head, with_levels
from mubiao.grammar.words.things import heads, nouns
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.vocabulary import plain, vocabulary
from mubiao.rule import rule


@rule(
    "every member of the list has the number",
    takes=[
        "制造业中长期贷款、普惠小微贷款增速均达到25%以上。",
        "固定资产投资、工业投资、民间投资均增长10%以上。",
        "城镇职工、城乡居民住院费用报销比例均达到75%。",
        "社会消费品零售总额、固定资产投资增长5%左右。",
        "居民消费价格上涨0.6%，其中城市、农村均上涨0.6%。",
        "接待游客、旅游收入均增长20%以上。",
    ],
    refuses=["全省重点实验室、新型研发机构5家。", "老旧管网、雨污管道改造100公里。", "工业投资、技改投资合计增长9%。"],
)
def each(case: Case) -> Found | None:
    """A、B均增长5%: every member of the list has the number."""
    if not case.alone:
        return None
    phrase, state = case.phrase, case.state
    told = list(dict.fromkeys(state.listed.before))  # 地区生产总值6925亿元、增长6.3%,增速分别高于全省、全国: one thing, told twice
    both = told if "distributive" in phrase.flags and len(told) > 1 and case.segment.first else []
    if phrase.empty:
        return Found([both]) if both and not state.listed.handed else None
    if both and case.depends:
        return Found([[with_head(case.text, thing, (phrase.start, phrase.end)) for thing in both]])
    if "distributive" not in phrase.flags and not _all_measures(case):
        return None
    found = coordinate.members(case.text, phrase.start, phrase.end, None, state.opaque)
    if phrase.last_verb and case.said(phrase.last_verb) in nouns()["activity_of"]:
        found[0] = found[0][:1]  # 接待|游客、旅游收入均增长20%: what an activity is done for is complete
    if len(found) > 1 and expression("next_of_each").match(case.text, case.segment.number.bounded_end):
        return Found([found[:1]])  # 分别达到58%、第三位: what stands behind is of the next
    return Found([with_levels(case.text, case.headed(found), state.head)]) if len(found) > 1 else None


def _all_measures(case: Case) -> bool:
    """入户率和办结率达100%, 入园率、入学率超过93%: rates share one percentage without 均; 专利、企业数量翻番: all that a measure ends doubled."""
    number = case.segment.number
    parts = expression("member_mark").split(case.text[case.phrase.start : case.phrase.end])
    if len(parts) < 2 or not number.of("rate"):
        return False
    if number.rule == doubling.name:
        return "、" in case.noun and parts[-1].endswith(tuple(nouns()["measure_end"]))
    rates = all(part.endswith(tuple(nouns()["rate_end"])) for part in parts)
    return rates or _each_grows(case, parts)


def _each_grows(case: Case, parts: Sequence[str]) -> bool:
    """社会消费品零售总额、固定资产投资|增长5%: indicators by themselves, so that one growth is told of each; not of the sum
    (合计增长), and not of what is counted (企业、研发中心增长20%)."""
    verbs = [kind for _, kind in case.phrase.predicate]
    known, metric = vocabulary().forms, heads().metric
    return bool(verbs) and all(kind in MOVES for kind in verbs) and all(plain(part) in known and metric.tail(part, 0, len(part)) for part in parts)
