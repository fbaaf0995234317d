"""Several numbers that follow one phrase or are handed out to the things before: 分别增长13%、20%以上."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from mubiao.grammar.clause.comparison import FULFILMENT, share_of_its_own
from mubiao.grammar.clause.groups import is_rate, moves
from mubiao.grammar.phrase import phrases
from mubiao.grammar.phrase.phrase import LISTED, MOVES
from mubiao.grammar.thing import coordinate
from mubiao.grammar.thing.branches import measure_of_branches, measure_told
from mubiao.grammar.thing.case import Case
from mubiao.grammar.thing.counted_list import HOUSEHOLDS, measure_of_counted, without_lent_noun
from mubiao.grammar.thing.found import Found
from mubiao.grammar.thing.head import with_head, with_levels
from mubiao.grammar.thing.host import of_host
from mubiao.grammar.thing.in_front import clause_in_front, counted_in_front, counted_list, share_of_each
from mubiao.grammar.thing.inside import without_inner
from mubiao.grammar.thing.labelled import measure_of_class
from mubiao.grammar.thing.pieces import WORD, Pieces
from mubiao.grammar.words.things import heads, is_branch, nouns
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.rule import rule


@rule(
    "the things said before, one for each number",
    takes=[
        "接待游客2350万人次，实现旅游总收入186亿元，分别增长18.6%和22.3%。",
        "城镇和农村居民人均可支配收入分别达到42356元和19875元，分别增长5.1%和7.2%。", "接待国内外游客560万人次，旅游总收入32.6亿元，增长28%和35%。",
        "财政收入33亿元，财政支出242亿元，是2015年的1.3倍和1.5倍。", "新建通乡公路124公里，通村公路331公里，完成省定任务的113%和185%。",
        "装备制造业、高新技术产业增加值分别增长8.1%和6.9%，占规上工业增加值比重分别为37%和71.4%。", "出口、进口分别增长5%和下降3%。",
        "粮食种植面积1500万亩、产量98亿斤，分别占全省的12%、13%。", "新增高速公路1317公里、一级公路2667公里，总里程分别达4246公里和3166公里。",
        "法律援助、技能培训、残疾人救助等3项完成率分别达38%、64%、70%。", "普通高考一本上线1286人，本科上线4862人，上线率分别为12.6%和47.3%。",
        "16条重点产业链、18个特色专业镇营业收入分别增长15.6%、14%。",
        "年末有学校69所，其中小学50所，普通中学19所；在校学生分别为1.6万人、1.5万人。",
    ],
    refuses=["接待游客2350万人次，增长18.6%，实现旅游总收入186亿元，增长22.3%。"],
)  # fmt: skip
def respectively_before(case: Case) -> Found | None:
    """存款、贷款余额分别增长5%、6%，增速…: the things said before, one for each number."""
    state, phrase, size = case.state, case.phrase, len(case.group)
    if state.listed.handed:
        return Found([[thing] for thing in state.listed.handed[:size]], handed=True)
    if case.alone:
        return None
    if counted := measure_of_counted(case):
        return counted
    if not phrase.empty:
        own = (phrase.start, phrase.end)
        classes = case.needs_head or expression("class_measure").fullmatch(case.noun)
        if "distributive" in phrase.flags and classes and (named := _named_by_topic(case) or counted_list(case)):
            return Found([[with_head(case.text, thing, own)] for (thing,) in named.things], listed=size)
        told = clause_in_front(case)
        whose = told or state.listed.last(size)
        counts = told and all(segment.number.of("counted") for segment in case.group)  # 小学50所、中学19所;教职工人数分别为|2460人、3264人
        lacks = case.needs_head or (counts and len(coordinate.members(case.text, *own, size, state.opaque)) < size)
        in_front = told or state.listed.several == size or counted_in_front(case) or share_of_each(case)
        if not lacks or not in_front or len(whose) < size:
            return None
        return Found([[with_head(case.text, thing, own)] for thing in whose], handed=True, listed=size)
    multiples = all(segment.number.in_dimension("multiple") for segment in case.group)
    moved = phrase.predicate or multiples or share_of_its_own(case.text, *case.segment.left).relation == FULFILMENT
    changed = phrase.predicate and phrase.predicate[0][1] in MOVES and all(moves(segment) for segment in case.group)
    dealt = len(set(state.listed.things[-size:])) == size and (changed or (moved and all(is_rate(segment) for segment in case.group)))
    if "distributive" in phrase.flags and (named := _named_by_topic(case)):
        return named
    last = state.listed.last(size)
    each = len(last) == size and ("distributive" in phrase.flags or state.listed.several == size or dealt)
    return Found([[thing] for thing in last], handed=True, listed=state.listed.several) if each else None


def _named_by_topic(case: Case) -> Found | None:
    """…亿元;诈骗发案、损失“双下降”,降幅分别为21%和34%: the clause in front, nearer than the things that were measured, lists as many."""
    state, topic = case.state, case.state.topic.said
    if not topic or (state.listed.things and topic[0][0] < state.listed.things[-1][-1][1]):
        return None
    found = coordinate.members(case.text, topic[0][0], topic[-1][1], len(case.group), state.opaque)
    if len(found) != len(case.group):
        return None
    branches = state.listed.things and all(is_branch(case.text, *thing[0][:2]) for thing in found)
    told = measure_of_branches(case.text, state.listed.things[-1]) if branches else ()  # …增加值分别增长4%、3%;采矿业、制造业增幅回落,分别下降5%、6%
    return Found([[(*thing, *told)] for thing in found], listed=len(case.group))


@rule(
    "the members of the list in front did the same, each to its own number",
    takes=[
        "交通、能源、水利分别完成投资3252亿元、2140亿元、748亿元。",
        "化学需氧量、氨氮分别减排1200吨、85吨。",
        "海曙、江北和鄞州三个行政区分别实现地区生产总值1500亿元、900亿元和2400亿元。",
        "销售收入、利税分别占规模以上工业的43.6%和42.3%。",
        "其中一、二、三产业分别实现增加值15.8亿元、20.3亿元和16.5亿元。",
        "专利申请量分别占全市、全省的41%和36%。",
    ],
    refuses=["交通、能源、水利投资分别完成3252亿元、2140亿元、748亿元。"],
)
def respectively_done(case: Case) -> Found | None:
    """交通、能源分别完成投资3252亿元、2140亿元: what was done stands once, behind the word that hands it out."""
    text, phrase, size = case.text, case.phrase, len(case.group)
    if case.alone or phrase.empty:
        return None
    for word in load().words["modifiers"]["distributive"]:
        at = text.find(word, phrase.start + 1, phrase.end)
        if at < 0:
            continue
        found = coordinate.members(text, phrase.start, at, size, case.state.opaque)
        if shares := coordinate.shares_handed(text, found, (phrase.start, at), (at + len(word), phrase.end), size):
            return Found([[thing] for thing in shares], listed=size)
        done = phrases.strip(text, at + len(word), phrase.end, False)
        if len(word) > 1 and len(found) == size and phrase.end - at - len(word) <= WORD and (done.empty or not (done.action or done.predicate)):
            return Found([[thing] for thing in found], listed=size)  # 氨氮、氮氧化物分别|减排
        if done.action and not done.empty and len(found) == size:
            return Found([[with_head(text, thing, (done.start, done.end))] for thing in found], listed=size)
    return None


@rule(
    "the members of the list in front, one for each number",
    takes=[
        "数字贸易、服务贸易分别增长13%、20%。",
        "第三产业增加值、民营经济税收占比分别达到45%、60%。",
        "固定资产投资、社会消费品零售总额、进出口总额分别增长10%、9%和5%。",
        "居民消费价格上涨0.2%，其中居住、交通通信分别下降0.7%、5.4%。",
        "实施重点项目26个，开工率、竣工率分别达100%、78%。",
        "国际友城和外国驻穗总领馆分别增至214对和69家。",
        "规上工业企业实现主营业务收入、利税、利润分别增长14.5%、14.7%和19.5%。",
        "工业增加值增长5%。其中，农副食品加工业，计算机、通信设备制造业分别增长10%、8%。",
    ],
    refuses=[
        "数字贸易增长13%、服务贸易增长20%。",
        "城乡居民人均可支配收入增长7%。",
        "进出口总额接连突破8万亿元、9万亿元。",
        "争取中央、省级项目56个、12.3亿元。",
        "实施崔家村、袁川村164户859人易地扶贫搬迁项目。",
    ],
)
def respectively(case: Case) -> Found | None:
    """面积和产量分别稳定在172万亩和14.3亿斤: the members of the list in front, one for each number."""
    text, phrase, size = case.text, case.phrase, len(case.group)
    if case.alone or phrase.empty or _passed_in_turn(case):
        return None
    found = coordinate.members(text, phrase.start, phrase.end, size, case.state.opaque)
    if len(found) != size or _told_twice(case, found):
        return None
    if phrase.last_verb and case.said(phrase.last_verb) in nouns()["activity_of"]:
        found[0] = found[0][:1]  # 接待|游客、旅游总花费分别增长: what an activity is done for is complete
    found = of_host(text, without_inner(text, with_levels(text, without_lent_noun(case, found), case.state.head)))
    if all(is_branch(text, *thing[-1][:2]) for thing in found) and (told := measure_told(case)):
        found = [(*thing, *told) for thing in found]  # 固定资产投资…,其中采矿业、制造业分别增长4.9%、2.1%
    elif len(classes := [measure for thing in found if len(thing) == 1 and (measure := measure_of_class(case, thing[0][:2]))]) == size:
        found = [(*thing, measure) for thing, measure in zip(found, classes, strict=True)]  # 价格上涨0.2%,其中居住、交通通信分别下降0.7%、5.4%
    return Found([[thing] for thing in _with_share(case, case.headed(found))], listed=size)


def _with_share(case: Case, found: list[Pieces]) -> list[Pieces]:
    """第三产业增加值、民营经济税收|占比|分别达到45%、60%: of measures that are told in per cent the share is said once, behind the last."""
    text, metric = case.text, heads().metric
    share = expression("share_at_end").search(text, *found[-1][-1][:2])
    if share is None or case.phrase.grows or not all(segment.number.of("growth") for segment in case.group):
        return found
    rate = tuple(nouns()["rate_end"])  # 森林覆盖率、优良天数|占比: a rate is told in per cent by itself
    whole = [len(thing) != 1 or text.endswith(rate, *thing[0][:2]) or expression("share_at_end").search(text, *thing[0][:2]) for thing in found]
    alone = [not told and metric.tail(text, *thing[0][:2]) for thing, told in zip(found, whole, strict=True)]
    return [(*thing, (share.start(), share.end())) if lacks else thing for thing, lacks in zip(found, alone, strict=True)]


def _told_twice(case: Case, found: Sequence[Pieces]) -> bool:
    """中央、省级|项目56个、12.3亿元, 城乡低保45085户、58866人: one noun counted and told in money, or by household and by person."""
    kinds = {segment.number.unit.dimension for segment in case.group if segment.number.unit}
    one_noun = len({thing[-1][1] for thing in found}) == 1  # all end at the same place of the text
    first, last = case.group[0].number, case.group[-1]  # 发展生产和就业的|308户1095人; 崔家村、袁川村|164户859人|易地扶贫搬迁项目
    moved = kinds == set(HOUSEHOLDS) and (last.right[0] < last.right[1] or first.bounded_end == last.number.start)
    return (one_noun or moved) and len(kinds) > 1 and "distributive" not in case.phrase.flags


def _passed_in_turn(case: Case) -> bool:
    """进出口总额突破8万亿元、9万亿元: levels that one thing passed one after the other, not those of its shares."""
    values = [segment.number.value for segment in case.group if segment.number.value is not None]
    rising = len(values) == len(case.group) and all(low < high for low, high in pairwise(values))
    return rising and case.segment.number.passed and "distributive" not in case.phrase.flags and LISTED not in case.noun


@rule(
    "one phrase, several numbers",
    takes=["地区生产总值增长6%、6.5%。", "城乡低保标准提高到每月762元、每年6120元。"],
    refuses=["规上工业增加值、服务业增加值增长6%、6.5%。"],
)
def several_numbers(case: Case) -> Found | None:
    """实施项目3个、5个: one phrase, several numbers; sums are of each that the phrase lists, or tells in one word (城乡|低保标准)."""
    if case.alone or case.phrase.empty:
        return None
    sums = all(segment.number.of("money") and not segment.number.before for segment in case.group)  # no 接连突破8万亿元、9万亿元
    span = case.phrase.start, case.phrase.end
    each = coordinate.members(case.text, *span, len(case.group), case.state.opaque) if sums else []
    if len(each) == len(case.group):
        return Found([[thing] for thing in each], listed=len(each))
    low, high = case.behind
    thing = (span, *(((low, high),) if low < high else ()))
    return Found([[thing] for _ in case.group], listed=case.state.listed.several)
