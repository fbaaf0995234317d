"""Figures that are neither promised nor told as facts of this place: negated, missed, superseded, supposed, asked for or quoted.

Each rule looks at the clause of a number; the first that applies gives the refusal its name. What a clause calls the target
of a year (…增长6.5%的目标) is no refusal: :mod:`mubiao.observe.time` makes it a target.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from mubiao.grammar.figure.reading import Reading
from mubiao.lexicon.affix import pattern
from mubiao.lexicon.expressions import expression
from mubiao.lexicon.loader import load
from mubiao.observe.clauses import around
from mubiao.read.identify import names_in_front
from mubiao.read.places import Place
from mubiao.rule import Rules, first, rule

FAR = 120  # characters of a sentence that may suppose or quote
MARKS = ",。;:!?\n"
MARK = re.compile(f"[{MARKS}]")


class Said(NamedTuple):
    """What stands around a number.

    Attributes:
        before, behind: the words of its clause in front of it and behind it.
        opening, rest: the words of its sentence in front of it and behind it.
        result: whether the number would be a result.
        thing: what it is told of.
        compared: whether it says how far or how much of something it is, so that the words of targets around it are its yardstick.
        own: the place of the document.
    """

    before: str
    behind: str
    opening: str
    rest: str
    result: bool
    thing: str
    compared: bool
    own: Place


@lru_cache(maxsize=1)
def words() -> dict[str, re.Pattern[str]]:
    """The tables of stance.toml as expressions."""
    return {name: re.compile(pattern(entries)) for name, entries in load().words["stance"].items()}


def stance(text: str, reading: Reading, result: bool, own: Place) -> str:
    """Name of the rule by which a reading is no target and no result, "" where none applies.

    Args:
        text: folded text of the document.
        result: whether it would be a result.
    """
    if reading.number is None:
        return ""
    said, passage = _around(text, reading, result, own), around(text, reading)
    found = first(RULES.within(passage if said.rest in passage else said.opening + said.rest), said)
    return found[0].name if found else ""


def _around(text: str, reading: Reading, result: bool, own: Place) -> Said:
    start, stop = reading.span[0], reading.number.bounded_end if reading.number else reading.span[1]
    first_of_sentence = max(reading.sentence[0], start - FAR)
    low = start
    while low > first_of_sentence and text[low - 1] not in MARKS:
        low -= 1
    end = MARK.search(text, stop, stop + FAR)
    high = end.start() if end else min(len(text), stop + FAR)
    before = text[low : reading.number.bounded_start if reading.number else start]
    rest = text[stop : max(high, min(reading.sentence[1], stop + FAR))]
    return Said(before, text[stop:high], text[first_of_sentence:start], rest, result, reading.indicator(text), reading.relation is not None, own)


def _in_front(table: str, said: Said) -> re.Match[str] | None:
    """A word in front of the number, with no other number between."""
    if words()[table].search(said.before) is None:
        return None
    *_, last = words()[table].finditer(said.before)
    between = expression("day_or_month").sub("", said.before[last.end() :])
    return None if any(char.isdigit() for char in between) else last


def _around_it(name: str, said: Said) -> bool:
    """Whether the words in front of the number and those behind it are both of a kind: 不以…|为唯一追求."""
    return expression(f"{name}_before").search(said.before) is not None and expression(f"{name}_behind").match(said.behind) is not None


@rule(
    "the text says that it is no target",
    takes=["今年不设经济增长6%的具体目标。", "不以地区生产总值增长7%为唯一追求。", "取消固定资产投资增长12%的考核指标。"],
    refuses=["今年增长6%,不设上限。", "取消行政许可事项50项。"],
    needs=["stance.not_planned", "not_taken_for_before", "abolished_before"],
)
def not_planned(said: Said) -> bool:
    return _in_front("not_planned", said) is not None or _around_it("not_taken_for", said) or _around_it("abolished", said)


@rule("it was missed", takes=["地区生产总值增速未达到6%。"], refuses=["增速达到6%,未完成的任务抓紧推进。"], needs=["stance.not_reached"])
def not_reached(said: Said) -> bool:
    return _in_front("not_reached", said) is not None


@rule(
    "how far a target was missed or passed, told behind the target itself",
    takes=["招商引资到位资金离300亿元的目标还差40亿元。", "财政收入增长2%,与年初确定的6%的目标有较大差距。"],
    refuses=["投资超额完成年度目标20亿元。"],
    needs=["distance_before", "short_of_target"],
)
def distance_to_target(said: Said) -> bool:
    return not said.compared and (_around_it("distance", said) or expression("short_of_target").search(said.before) is not None)


@rule(
    "the target of a year without what it is of",
    takes=["超额完成全年5.5%的增长目标。", "地区生产总值增长6.1%,高于全国5%的预期目标。", "完成投资210亿元,超序时进度8个百分点。"],
    refuses=["地区生产总值增长5.8%,实现了5.5%以上的目标。"],
)
def target_of_nothing(said: Said) -> bool:
    return expression("only_target").fullmatch(said.thing) is not None


@rule(
    "what was only planned",
    takes=["计划改造的120个老旧小区,仍有15个没有完工。", "已完工18个,其余2个预计12月底前完工。"],
    refuses=["计划总投资300亿元。", "其余2个已经完工。"],
    needs=["planned_thing", "rest_before"],
)
def only_planned(said: Said) -> bool:
    return said.result and (expression("planned_thing").search(said.before) is not None or _around_it("rest", said))


@rule("it has not happened", takes=["原有50个口袋公园尚未建成。"], refuses=["建成50个口袋公园,10个尚在建设。"], needs=["stance.not_yet"])
def not_yet(said: Said) -> bool:
    return words()["not_yet"].search(said.behind) is not None


@rule("it is not finished", takes=["已完工12个,3个正在施工。"], refuses=["在建项目300个。"])
def under_way(said: Said) -> bool:
    return expression("under_way").fullmatch(said.thing) is not None


@rule("nothing is so", takes=["没有一家企业产值超过100亿元。"], refuses=["1家企业产值超过100亿元。"], needs=["stance.none_of"])
def none_of(said: Said) -> bool:
    return _in_front("none_of", said) is not None


@rule(
    "it held before it was changed",
    takes=["原定目标6%调整为5%。"],
    refuses=["比原计划多建成50个口袋公园。", "原计划新建口袋公园12个,实际建成15个。"],
    needs=["stance.superseded", "changed_midway"],
)
def superseded(said: Said) -> bool:
    match = _in_front("superseded", said)
    compared = match is not None and expression("than_before").search(said.before, 0, match.start()) is not None
    changed = said.result and expression("changed_midway").search(said.before) is not None
    done = expression("done_in_fact").match(said.rest) is not None  # 原计划12个,实际建成15个: a target with its result
    return (match is not None and not compared and not done) or changed


@rule(
    "a budget, not what was taken or spent",
    takes=["全市财政收入年初预算1500亿元,完成1460亿元。"],
    refuses=["一般公共预算收入1460亿元。", "税收收入1.2亿元，占调整预算92.5%。"],
    needs=["budgeted"],
)
def budget(said: Said) -> bool:
    return said.result and not said.compared and expression("budgeted").search(said.before) is not None


@rule(
    "its sentence only supposes",
    takes=["如果地区生产总值增长8%,财政收入才能平衡。", "只有年均增长8%以上,总量才能翻番。"],
    refuses=["地区生产总值增长8%,如期完成。", "全市只有3家上市公司。"],
    needs=["stance.if", "only_if"],
)
def supposed(said: Said) -> bool:
    return words()["if"].search(said.opening) is not None or expression("only_if").match(said.opening + said.rest) is not None


@rule(
    "what one step more brings",
    takes=["财政资金每投入1元带动社会投资8元。", "每提高城镇化率1个百分点,可新增消费15亿元。"],
    refuses=["就业增长2万人。"],
    needs=["stance.step", "step_taken"],
)
def per_step(said: Said) -> bool:
    return words()["step"].search(said.before) is not None or expression("step_taken").search(said.opening) is not None


@rule(
    "a government above speaks of its own figures",
    takes=["省里要求全省地区生产总值增长5.5%左右。", "中央经济工作会议提出,赤字率按4%安排。", "浙江省提出研发投入强度达到3.3%。"],
    refuses=["省里要求我市地区生产总值增长5.5%左右。", "市委提出,地区生产总值增长6%。"],
    needs=["demand_above", "demand_announced", "demand_behind_name"],
)
def demand_above(said: Said) -> bool:
    match = expression("demand_above").search(said.before) or expression("demand_announced").match(said.opening)
    if match is None:
        return _is_demand_of_another(said)
    return not (said.own.level == "province" and match[0].startswith(tuple(load().words["places"]["province_word"])))


def _is_demand_of_another(said: Said) -> bool:
    """浙江省提出…: a place that the text calls by its name."""
    name = names_in_front().head(said.before, 0, len(said.before))
    return name is not None and name not in said.own.names and expression("demand_behind_name").match(said.before, len(name)) is not None


@rule("what a model has reached", takes=["学习杭州市数字经济核心产业增加值增长10%的经验。"], refuses=["学习培训5000人次。"], needs=["follows_model"])
def model(said: Said) -> bool:
    return expression("follows_model").search(said.before) is not None and expression("model_behind").match(said.behind) is not None


@rule(
    "somebody else says it",
    takes=["有的同志提出地区生产总值增长10%。", "部分委员建议新建医院5家。", "据世界银行预测,今年世界贸易增长2.5%。"],
    refuses=["办理代表建议313件。"],
    needs=["stance.speaker", "somebody_says", "forecast"],
)
def quoted(said: Said) -> bool:
    return any(found.search(said.opening) for found in (words()["speaker"], expression("somebody_says"), expression("forecast")))


@rule(
    "it says who is rewarded, and with how much",
    takes=[
        "对地区生产总值增长超过8%的县市给予奖励500万元。",
        "对产值增速超过15%的企业,一次性奖励50万元。",
        "对研发投入增长超过20%的企业,按增量的10%给予补助。",
        "对新认定的国家级专精特新企业给予100万元奖励。",
    ],
    refuses=["对口帮扶地区生产总值增长8%。", "对困难群众发放补助3000万元。"],
    needs=["whom_it_is_for", "reward_promised", "rate_of_reward_before", "reward_of_class"],
)
def reward(said: Said) -> bool:
    whom = expression("whom_it_is_for").search(said.before) is not None and expression("reward_behind").match(said.rest) is not None
    promised = not said.result and expression("reward_promised").search(said.opening) is not None
    given = _around_it("sum_of_reward", said) or _around_it("rate_of_reward", said)
    return whom or promised or given or expression("reward_of_class").search(said.opening) is not None


@rule(
    "what something turned from",
    takes=["进出口由上年增长5%转为下降2%。", "旅游收入下降30%的局面得到扭转。"],
    refuses=["进出口由负转正,增长5%。", "出口保持增长6%的态势。"],
    needs=["turned_from", "overcome"],
)
def turned_from(said: Said) -> bool:
    turned = expression("turned_from").search(said.before) is not None and expression("turned_to").match(said.behind) is not None
    return turned or expression("overcome").match(said.behind) is not None


@rule(
    "until when it is planned is not said in years",
    takes=["到本届政府任期末,建成保障房3万套。"],
    refuses=["本届政府任期内累计建成保障房3万套。"],
    needs=["end_of_term"],
)
def term_of_office(said: Said) -> bool:
    return not said.result and expression("end_of_term").search(said.opening) is not None


RULES = Rules(
    "refusal", not_planned, not_reached, distance_to_target, target_of_nothing, only_planned, not_yet, under_way, none_of, superseded, budget,
    supposed, per_step, demand_above, model, quoted, reward, turned_from, term_of_office,
)  # fmt: skip
