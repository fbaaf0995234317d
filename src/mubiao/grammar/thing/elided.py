"""A number without a noun of its own: the subject said before."""

from __future__ import annotations

from mubiao.grammar.clause.comparison import FULFILMENT, share_of_its_own
from mubiao.grammar.phrase.left_edge import strip_left
from mubiao.grammar.phrase.phrase import Phrase
from mubiao.grammar.phrase.verbs import verb_at
from mubiao.grammar.thing.bracket import stands_behind_noun
from mubiao.grammar.thing.case import Case
from mubiao.grammar.thing.coordinate import members
from mubiao.grammar.thing.counted_list import lives_there, named_behind
from mubiao.grammar.thing.found import Found, one
from mubiao.grammar.thing.head import without_share
from mubiao.grammar.thing.pieces import Pieces
from mubiao.grammar.thing.verb_alone import without_verb
from mubiao.grammar.words.edges import edges
from mubiao.grammar.words.figures import measures
from mubiao.grammar.words.things import nouns
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.rule import rule


@rule(
    "no noun of its own: the subject said before",
    takes=[
        "地区生产总值1356亿元，增长8.1%。",
        "一般公共预算收入完成86.5亿元，同比增长10.3%。",
        "森林覆盖率达到58.6%，提高1.2个百分点。",
        "进出口总额22亿美元，占全省16%，增长5%。",
        "增值税完成4521万元，占税收收入的41.2%，完成预算的103.3%。",
        "防洪工程年度计划投资1.2亿元，完成8000万元。",
        "排水管网清淤1000公里、检测修复80公里。",
        "轨道交通客运量6823万人次，日均18.7万人次。",
    ],
    refuses=[
        "固定资产投资增长12%。工业投资增长15%。",
        "年度计划投资120亿元，其中新开工95个。",
        "整改问题21项，推进2500公里3460个入河排污口排查。",
        "惠及3个村、1200户、4500人。",
    ],
)
def subject_before(case: Case) -> Found | None:
    """…增长8%，达到300亿元: no noun of its own, the subject said before goes on."""
    if _counts_what_money_began(case) or (case.counts_a_rate and not case.counts_the_head) or _topic_begins(case):
        return None
    if named_behind(case) or lives_there(case):
        return None
    if (case.unnamed and case.state.subject and not stands_behind_noun(case)) or (not case.alone and case.phrase.empty):
        if shares := _shares_of_subject(case):
            return Found([[share] for share in shares], goes_on=True, heads=False)
        before = _counted_before(case) or (case.state.head if case.counts_the_head else _whole_of_share(case))
        thing = _reaches(case) or _other_work(case) or _as_done(case, before)
        if case.unnamed and not case.segment.number.of("rate") and (mean := _mean_in_front(case)):
            thing = (mean, *thing)  # 客运量6823万人次,|日均|18.7万人次
        elif case.segment.number.of("rate") and len(thing) > 1 and case.said(thing[0]) in load().words["modifiers"]["within_year"]:
            thing = thing[1:]  # 人均可支配收入11745元,月均979元,|增长|18.1%: of the year
        return Found([[thing] for _ in case.group], goes_on=True, heads=False, listed=0 if case.alone else case.state.listed.several)
    return None


def _counted_before(case: Case) -> Pieces:
    """新签约项目186个,合同引资1260亿元,|新开工|126个: what was counted in front of the money, in the same unit; () where nothing was."""
    (thing, counted), number, read = case.state.counted, case.segment.number, load().units.get(case.state.read.unit)
    alike = number.of("counted") and number.unit is not None and number.unit.name == counted and case.phrase.action is not None
    after_money = read is not None and "money" in read.traits
    return thing if thing and alike and after_money and thing[0][0] >= case.state.sentence[0] else ()


def _mean_in_front(case: Case) -> tuple[int, int] | None:
    """客运量6823万人次,|日均|18.7万人次: the words that say a mean of days or months, which is no second sum of the year."""
    low = case.segment.left[0]
    word = max((word for word in load().words["modifiers"]["within_year"] if case.text.startswith(word, low)), key=len, default="")
    return (low, low + len(word)) if word else None


def _topic_begins(case: Case) -> bool:
    """…培训25万人;公路改善工程已全面复工,|建成|4669公里: whether the sentence itself has named what it speaks of, and the subject is of the one
    in front of its semicolon."""
    topic, subject, begin = case.state.topic.said, case.state.subject, case.state.sentence[0]
    return bool(topic and subject and case.phrase.action) and subject[-1][1] < begin <= topic[0][0]


def _shares_of_subject(case: Case) -> list[Pieces]:
    """城乡居民收入均稳居全省第2,|分别增长|3.9%、6.9%: each of the numbers is of one that the subject names; none where it names not so many."""
    subject, size = case.state.subject, len(case.group)
    if size < 2 or len(subject) != 1 or "distributive" not in case.phrase.flags:
        return []
    found = members(case.text, *subject[0][:2], size, case.state.opaque)
    return found if len(found) == size else []


def _whole_of_share(case: Case) -> Pieces:
    """进出口总额22亿美元,占全省16%,|增长51.3%: the thing grows, is worth money and fulfils a plan, not its share, which moves by points; else
    the subject."""
    subject = case.state.subject or ((0, 0),)
    number = case.segment.number
    grows = number.of("growth") and case.phrase.grows
    if not (grows or number.of("money") or share_of_its_own(case.text, *case.segment.left).relation == FULFILMENT):
        return subject
    *whole, last = subject
    if share := expression("share_behind").search(case.text, *last[:2]):
        subject = (*whole, (last[0], share.start())) if share.start() > last[0] else tuple(whole) or subject
    return without_share(case.text, subject)


def _as_done(case: Case, subject: Pieces) -> Pieces:
    """园区签约项目80个,|投产|65个: how far the work went is told anew, so that the stage of those counted before is left out; and
    汽车保有量52万辆,|新注册|3.2万辆: what is new is none of what there is in all. 年度计划投资75亿元,|完成|51亿元: nor what was planned."""
    done = case.phrase.action or any(kind == "reach" for _, kind in case.phrase.predicate)
    if not done or not subject:
        return subject
    low, high = subject[-1][:2]
    stage = expression("planned_sum").search(case.text, low, high)
    if stage is None and case.phrase.action:
        stage = expression("stage_of_work").search(case.text, low, high)
    if stage:
        front = ((low, stage.start()),) if stage.start() > low else ()
        return (*subject[:-1], *front, (stage.end(), high))
    total = next((word for word in sorted(measures().level, key=len, reverse=True) if case.text.endswith(word, low, high)), "")
    new = case.phrase.action_class == "add" and "previous" not in case.phrase.flags  # but 用户数890万户,|比上年新增|86万户
    if new and total and case.segment.number.of("accumulates"):
        if len(total) == high - low and len(subject) > 1:
            return subject[:-1]  # 经营主体|总量达1461万户,|新登记|147万户
        rest = Phrase(low, high - len(total))
        strip_left(case.text, rest)
        of_name = case.text.endswith(tuple(load().words["particles"]["whole"]), low, high - len(total))  # 发电总|装机容量 is one name
        nothing = of_name or rest.empty or expression("at_year_end").fullmatch(case.text, low, rest.end)  # 全县|户籍人口: a place or time
        return subject if nothing else (*subject[:-1], (low, high - len(total)))
    return subject


def _reaches(case: Case) -> Pieces:
    """发放补贴48亿元,带动汽车、家电消费分别增长5%、6%,|惠及|160万人: what reaches people is not the last of what it moved."""
    state, verb = case.state, case.phrase.last_verb
    moved = len(state.listed.before) if verb is not None and case.said(verb) in nouns()["reached"] else 0
    told = state.listed.things
    if moved < 2 or len(told) <= moved or told[-moved - 1][0][0] < state.sentence[0]:
        return ()
    return told[-moved - 1]


def _other_work(case: Case) -> Pieces:
    """排水管网清淤1000公里、|检测修复|80公里: other work on the same thing; how far the first has come (建成80公里) is none, nor whom it reaches."""
    state, action, last = case.state, case.phrase.action, case.phrase.last_verb
    unit = case.segment.number.unit
    if not state.subject or action is None or last is None or case.phrase.action_class != "make" or case.segment.first:
        return ()
    said = {case.said(action), case.said(last)}
    if unit is None or unit.name != state.read.unit or said & (edges().done.words.keys() | edges().commits | nouns()["reached"]):
        return ()
    thing = without_verb(case.text, state.subject)
    return () if thing == state.subject else (*thing, action)


def _counts_what_money_began(case: Case) -> bool:
    """年度计划投资120亿元,其中新开工|95个、竣工|60个: what was begun is not the money that was said before, where nothing was counted."""
    state = case.state
    if not case.unnamed or not case.phrase.action or not case.segment.number.of("counted") or state.subject != state.head or not state.subject:
        return False
    low, high = state.subject[-1][:2]
    return case.text.endswith(tuple(nouns()["put_in"]), low, high) or verb_at(case.text, low, high) == case.text[low:high]


@rule(
    "the measure that the subject ends with, told again: the subject",
    takes=[
        "规模以上固定资产投资年均增长23.5%，累计完成投资1008亿元。",
        "西昭高速昭觉段完成投资16亿元，累计完成投资48亿元。",
        "平江灌区项目总投资49.9亿元，已完成投资8.3亿元。",
        "限额以上单位实现零售额20亿元，其中10月当月实现零售额3亿元。",
    ],
    refuses=["固定资产投资增长8%，实施项目20个，完成投资5亿元。", "固定资产投资增长8%，推进工业园区建设，完成投资5亿元。"],
    needed="投资 of nothing would stand beside the growth of the investment that it is",
)
def told_again(case: Case) -> Found | None:
    """规模以上固定资产投资年均增长23.5%,累计完成|投资|1008亿元; 其中10月当月实现|零售额|3亿元: in a part of the time.

    灌区项目|总投资49.9亿元,已完成|投资|8.3亿元, 重点项目|年度计划投资…: without that the sum in front was the whole, or planned.
    """
    state = case.state
    if not case.named or not case.phrase.action or not state.head or state.topic.said or state.head[0][0] < state.sentence[0]:
        return None
    low, high = state.head[-1][:2]
    of_part = state.parts.open and expression("part_of_year").search(case.text, case.segment.clause[0], case.span[0])
    again = case.text.endswith(case.noun, low, high) and case.segment.number.of("money") and (of_part or case.noun in nouns()["put_in"])
    if not again or (high - low == len(case.noun) and len(state.head) == 1):
        return None
    whole = expression("planned_sum").search(case.text, low, high) or expression("whole_investment").search(case.text, low, high)
    front = ((low, whole.start()),) if whole and whole.start() > low else ()
    return one(*state.head[:-1], *front, case.span) if whole else one(*state.head)
