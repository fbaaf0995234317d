"""What a sentence begins with: what the one in front of it said, where it goes on with that."""

from __future__ import annotations

from collections.abc import Sequence

from mubiao.grammar.thing.relational import told_by_itself
from mubiao.grammar.thing.sibling import goes_on_with_parts, tells_more_of_part
from mubiao.grammar.thing.state import State
from mubiao.grammar.thing.topic import heard, topic_before
from mubiao.grammar.words.things import heads
from mubiao.lexicon.expressions import expression

STANDING = ("at_year_end", "has_now")  # 年末|医院3家, 全县共有|医院3家: what a sentence begins with that tells how things stand


def opening(text: str, start: int, sentence: tuple[int, int], before: State, quoted: Sequence[tuple[int, int]]) -> State:
    """Behind a semicolon the subject of the sentence before goes on, and so do parts that opened it (其中…;…) or stand behind a colon
    (…,其中:…;…); it also goes on where the sentence tells its parts (其中,… or 在…中,…) or sorts them (分产业看,…).

    Args:
        start: where the passage begins.
        quoted: quotations and book titles of the passage.
    """
    low, high = sentence
    close = before.sentence[1] == low - 1
    soft = close and text[low - 1 : low] == ";"
    state = State(sentence, [span for span in quoted if low <= span[0] < high], branches=before.branches)
    opens = expression("parts_open").match(text, low, high)
    if opens and opens["part"] and text.find(opens["part"], *before.sentence) < 0:
        opens = None  # 在城市更新中: no part that was told
    by = expression("sorted_by").match(text, low, high)
    sorts = by or expression("sorts_industry").match(text, low, high)
    if soft or (close and (opens or sorts)):
        heard(text, before)
        of_part = soft and tells_more_of_part(text, before, low, high)
        state.subject, state.head = before.parts.whole if before.parts.open and not of_part else (before.subject, before.head)
        state.head_unit = before.head_unit
        state.label = before.label
        state.listed.things = list(before.listed.things)  # …增长5%,…增长6%;分别提高0.5个、0.7个百分点
        parts, told = state.parts, before.parts
        parts.kin = of_part or (soft and goes_on_with_parts(text, before, low, high))
        parts.listed = told.listed or (told.open and expression("parts_listed").search(text, *before.sentence) is not None)
        on = _told_alike(text, before.head_unit, low, high) if parts.listed else told.go_on
        parts.go_on = opens is not None or (told.open and on) or parts.kin
        if opens and opens["whole"]:
            state.subject = state.head = parts.named = (opens.span("whole"),)  # 在固定资产投资中,第一产业12亿元
        elif soft and parts.go_on:
            parts.named = told.named
    elif close and before.head and expression("stage_opens").match(text, low, high):  # 推进重大项目829个。|新开工|246个
        state.subject = state.head = before.head
        state.head_unit = state.read.unit = before.head_unit
    sorted_before = before.sorts and not _told_anew(text, before)
    state.sorts = (sorts is not None and close) or (soft and sorted_before)
    if state.sorts:
        state.sorted = before.sorted if sorted_before else (state.head, state.head_unit)
        if sorts:  # 固定资产投资80亿元。按构成分:建筑工程60亿元,设备购置20亿元。|按产业分:第一产业5亿元
            state.subject = state.head = state.sorted[0]
            state.head_unit = state.sorted[1]
    if by and (measured := heads().metric.tail(text, *by.span("by"))) and measured != by["by"]:  # but 从规模看: how large the firms are
        state.label = ((by.end("by") - len(measured), by.end("by")),)  # 从产品产量看,光电子器件增长4.7倍
    dated = expression("time").match(text, low, high) is not None
    goes_on = soft and not dated
    behind = text.startswith(";", low - 1) and not any(text.find(stop, before.sentence[1], low) >= 0 for stop in "。\n")
    _estimates(text, sentence, state, before if behind and not dated else None)
    state.tense.onward = before.tense.onward or expression("estimates_on").search(text, low, high) is not None
    state.tense.estimated = state.tense.estimated or state.tense.onward
    at_end = goes_on and before.tense.at_end  # 年末共有高中3所;初中15所
    state.tense.at_end = at_end or any(expression(now).match(text, low, high) for now in STANDING)
    if soft:
        state.read.before = [*before.read.before, *before.read.cores]
    if state.parts.go_on:
        state.read.cores = before.read.cores
        state.open_parts()
    topic_before(text, start, state)
    return state


def _told_anew(text: str, before: State) -> bool:
    """…分产业看,第一产业增长0.1%;|地区生产总值增长6%|。分产业看,…: whether the sentence in front told an indicator by itself, so that nothing
    of what stands before it is sorted any more."""
    return told_by_itself(text, before.head, before.sentence[0])


def _estimates(text: str, sentence: tuple[int, int], state: State, before: State | None) -> None:
    """预计全年增长5%;出口增长6%;就业保持稳定;进口增长7%: what a sentence says at its head holds behind its semicolons.

    Args:
        before: the sentence that this one goes on with.
    """
    tense, goes_on = state.tense, before is not None and before.tense.opens
    tense.opens = goes_on or expression("estimate_opens").match(text, *sentence) is not None
    told = goes_on and before is not None and before.tense.estimated
    tense.estimated = told or expression("estimate_alone").match(text, *sentence) is not None


def _told_alike(text: str, unit: str, low: int, high: int) -> bool:
    """营运车辆1430辆,其中:货车358辆;|班线车272辆: whether a statement behind parts that a colon opened tells a sum, or is counted or measured
    in the unit of the whole.

    Args:
        unit: that of the whole.
    """
    first = expression("first_unit").search(text, low, high)
    alike = first is not None and bool(unit) and first["unit"].startswith(unit)
    return alike or expression("sum_of_money").search(text, low, high) is not None
